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

  // No more can be picked than are compared.
  const picks = document.getElementById("pick");
  if (picks) {
    const boxes = [...picks.querySelectorAll("input[name=id]")];
    const limit = () => {
      const isFull = boxes.filter((box) => box.checked).length >= mostCompared;
      for (const box of boxes) box.disabled = isFull && !box.checked;
    };
    picks.addEventListener("change", limit);
    limit();
  }

  // On a narrow screen the filters begin folded up.
  const filters = document.querySelector(".filterbox");
  if (filters && isNarrow()) filters.open = false;

  // Names stay in sight while a time line is moved sideways below them.
  for (const drawing of document.querySelectorAll(".scroll > .timeline")) {
    const frame = drawing.parentElement;
    const names = [...drawing.querySelectorAll(".name")];
    frame.addEventListener("scroll", () => {
      const moved = frame.scrollLeft * drawing.viewBox.baseVal.width / drawing.getBoundingClientRect().width;
      for (const name of names) {
        // What stands last is drawn above the bars.
        if (name.nextElementSibling) name.parentElement.append(name);
        name.setAttribute("transform", `translate(${moved} 0)`);
      }
    }, { passive: true });
  }
})();
