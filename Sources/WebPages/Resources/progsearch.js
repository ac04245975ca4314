// Makes the pages a little handier; everything works without it.
"use strict";

(() => {
  const mostCompared = 6;

  // A choice made with a pointer takes effect at once. By keyboard the button does it, so that nobody is
  // thrown back while walking through a list.
  // On a narrow screen too: there the page would be thrown back to its top between two choices.
  const isNarrow = () => matchMedia("(max-width: 76rem)").matches;
  let byPointer = false;
  addEventListener("pointerdown", () => { byPointer = true; }, true);
  addEventListener("keydown", () => { byPointer = false; }, true);
  const search = document.getElementById("search");
  const typed = document.getElementById("q");
  if (search) {
    document.addEventListener("change", (event) => {
      const field = event.target;
      if (field.form !== search || field === typed || !byPointer || isNarrow()) return;
      try { sessionStorage.setItem("focus", field.name + "=" + field.value); } catch { /* not kept */ }
      search.requestSubmit();
    });
    search.addEventListener("submit", () => {
      // Empty fields need not stand in the address.
      for (const field of search.elements) {
        const usual = { sort: "fit", view: "table", q: "", kind: "" }[field.name];
        if (usual !== undefined && field.value === usual) field.disabled = true;
      }
    });
    addEventListener("pageshow", () => {
      for (const field of search.elements) field.disabled = false;
    });
    // Whoever works by keyboard goes on where the filter was.
    let kept = null;
    try { kept = sessionStorage.getItem("focus"); sessionStorage.removeItem("focus"); } catch { /* none */ }
    if (kept) {
      for (const field of search.elements) {
        if (field.name + "=" + field.value !== kept) continue;
        field.focus({ preventScroll: true });
        break;
      }
    }
  }

  // The picks of the page that was opened last; its address has them too.
  const remember = (ids) => { try { sessionStorage.setItem("picks", JSON.stringify(ids)); } catch { /* not kept */ } };
  const remembered = () => { try { return JSON.parse(sessionStorage.getItem("picks")); } catch { return null; } };
  if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") {
    remember(new URL(location.href).searchParams.getAll("id"));
  }

  // No more can be picked than are compared. What is picked stands in the address and in every link, so that
  // it is kept on the next page, and under other filters.
  const picks = document.getElementById("pick");
  if (picks) {
    const boxes = [...picks.querySelectorAll("input[type=checkbox][name=id]")];
    const shown = boxes.map((box) => box.value);
    let before = new URL(location.href).searchParams.getAll("id").filter((id) => !shown.includes(id));
    const ids = () => [...before, ...boxes.filter((box) => box.checked).map((box) => box.value)];
    const limit = () => {
      const isFull = ids().length >= mostCompared;
      for (const box of boxes) box.disabled = isFull && !box.checked;
    };
    const picked = (address) => {
      const url = new URL(address);
      url.searchParams.delete("id");
      for (const id of ids()) url.searchParams.append("id", id);
      return url.href;
    };
    const hide = (ids, form) => {
      for (const field of form.querySelectorAll("input[type=hidden][name=id]")) field.remove();
      for (const id of ids) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "id", value: id }));
    };
    const keep = () => {
      for (const link of document.querySelectorAll("a[href]")) {
        if (link.origin === location.origin && /[?&]lang=/.test(link.search)) link.href = picked(link.href);
      }
      if (!search) return;
      hide(ids(), search);
      hide(before, picks);
      if (document.querySelector("a[hreflang][href*='lang=']")) history.replaceState(null, "", picked(location.href));
    };
    picks.addEventListener("change", () => { limit(); keep(); remember(ids()); });
    limit();
    // Whoever comes back by the browser's button finds what was picked since, not what the page had when it was left.
    addEventListener("pageshow", (event) => {
      const isBack = event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward";
      const latest = isBack ? remembered() : null;
      if (!latest) return;
      before = latest.filter((id) => !shown.includes(id));
      for (const box of boxes) box.checked = latest.includes(box.value);
      limit();
      keep();
    });
  }

  // Whoever walks through what is wider than the screen sees the whole of each stop.
  document.addEventListener("focusin", ({ target }) => {
    if (!byPointer && target.parentElement?.closest(".scroll")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // On a narrow screen the filters begin folded up.
  const filters = document.querySelector(".filterbox");
  if (filters && isNarrow()) filters.open = false;

  // Names stay in sight while a time line is moved sideways below them.
  for (const drawing of document.querySelectorAll(".scroll > .timeline")) {
    const frame = drawing.parentElement;
    const today = drawing.querySelector(".today line");
    const names = [...drawing.querySelectorAll(".name")];
    frame.addEventListener("scroll", () => {
      const moved = frame.scrollLeft * drawing.viewBox.baseVal.width / drawing.getBoundingClientRect().width;
      for (const name of names) {
        // What stands last is drawn above the bars.
        if (name.nextElementSibling) name.parentElement.append(name);
        name.setAttribute("transform", `translate(${moved} 0)`);
      }
    }, { passive: true });
    // On a narrow screen it begins a little before today.
    if (today) frame.scrollLeft = today.getBoundingClientRect().left - frame.getBoundingClientRect().left - frame.clientWidth * 0.7;
  }
})();
