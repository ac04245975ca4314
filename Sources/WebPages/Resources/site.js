// The search of the static site. What a condition means was asked of the search engine when the site was written;
// here the answers are put together. Documentation/Web.md says what is equal to the server's search and what is not.
"use strict";

(() => {
  const language = document.documentElement.lang;

  // MARK: Comparing

  const comparison = document.querySelector(".comparison");
  if (comparison) {
    compare(comparison);
    return;
  }
  if (typeof progsearchData === "undefined" || !document.getElementById("pick")) return;
  const data = progsearchData;
  const words = data.words[language];
  const facets = ["place", "fee", "deadline", "recommendation", "obligation", "start", "status"];
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const phrases = new Map(Object.entries(data.phrases).map(([text, phrase]) => [fold(text), phrase]));
  const longest = Math.max(...[...phrases.keys()].map((text) => text.length));
  const texts = data.programs.map((program) => fold(program.text));
  const rows = data.programs.map((program) => document.getElementById(program.id));

  // MARK: Reading a query

  /// The condition of some words; null where they are none.
  function condition(source) {
    const text = fold(source);
    const isTurned = /^[-−]/.test(text);
    const bare = isTurned ? text.slice(1) : text;
    let found = phrases.get(bare) ?? sum(bare) ?? null;
    if (!found) return null;
    const turn = { y: "n", n: "y", "?": "?" };
    const answers = isTurned ? [...found.answers].map((answer) => turn[answer]).join("") : found.answers;
    return { source, id: (isTurned ? "-" : "") + found.id, answers, scores: isTurned ? null : found.scores, places: found.places };
  }

  /// A limit of the yearly fee: 50万円以下, fee<=500000, 30万円以上.
  function sum(text) {
    const said = /^(?:年額)?(?:fee)?(<=|>=|:|=)?([0-9][0-9,]*)(万)?(?:円|yen)?(以下|以内|まで|以上|から)?$/.exec(text);
    if (!said || !(said[1] || said[4]) || (said[1] && !text.startsWith("fee"))) return null;
    const limit = Number(said[2].replaceAll(",", "")) * (said[3] ? 10000 : 1);
    const isLeast = said[1] === ">=" || /以上|から/.test(said[4] ?? "");
    const answer = ({ fee }) => {
      if (!fee) return "?";
      const [least, most] = [fee[0] < 0 ? Math.min(0, fee[1]) : fee[0], fee[1] < 0 ? Infinity : fee[1]];
      if (isLeast) return most < limit ? "n" : fee[0] >= limit ? "y" : "?";
      return least > limit ? "n" : most <= limit ? "y" : "?";
    };
    return { id: isLeast ? "fee.min" : "fee.max", answers: data.programs.map(answer).join("") };
  }

  /// A run of words without blanks as conditions; null unless all of it is understood.
  function tiled(text) {
    const found = [];
    let start = 0;
    while (start < text.length) {
      let end = Math.min(text.length, start + longest);
      while (end > start && !(phrases.has(fold(text.slice(start, end))))) end -= 1;
      if (end === start) return null;
      found.push(condition(text.slice(start, end)));
      start = end;
    }
    return found;
  }

  function read(query) {
    const result = { conditions: [], terms: [], phrases: [], excluded: [], ignored: [] };
    const rest = query.replace(/(-?)["“「『]([^"”」』]+)["”」』]/g, (_, minus, phrase) => {
      (minus ? result.excluded : result.phrases).push(phrase);
      return " ";
    });
    const parts = rest.split(/\s+/u).filter(Boolean);
    for (let start = 0; start < parts.length;) {
      let end = Math.min(parts.length, start + 6);
      while (end > start && !condition(parts.slice(start, end).join(" "))) end -= 1;
      if (end > start) {
        result.conditions.push(condition(parts.slice(start, end).join(" ")));
        start = end;
        continue;
      }
      const several = tiled(parts[start]);
      if (several) result.conditions.push(...several);
      else if (/^[-−]./.test(parts[start])) result.excluded.push(parts[start].slice(1));
      else result.terms.push(parts[start]);
      start += 1;
    }
    result.terms = result.terms.filter((term) => {
      const isThere = texts.some((text) => text.includes(fold(term)));
      if (!isThere) result.ignored.push(term);
      return isThere;
    });
    result.conditions = alternatives(result.conditions);
    return result;
  }

  /// Two places that no hospital can stand in at once are alternatives.
  function alternatives(conditions) {
    const joined = [];
    for (const next of conditions) {
      const last = joined.find((one) => one.places && next.places && !one.places.some((place) => next.places.includes(place)));
      if (!last || next.id !== "region" || last.id !== "region") {
        joined.push(next);
        continue;
      }
      joined[joined.indexOf(last)] = {
        source: `${last.source} ${next.source}`, id: "region", places: [...last.places, ...next.places],
        answers: [...last.answers].map((answer, at) =>
          answer === "y" || next.answers[at] === "y" ? "y" : answer === "?" || next.answers[at] === "?" ? "?" : "n").join(""),
        scores: { ...last.scores, ...next.scores },
      };
    }
    return joined;
  }

  // MARK: Searching

  function search(state) {
    const asked = read(state.query);
    const asksKind = asked.conditions.some((one) => one.id === "kind");
    const kind = state.kind || (asksKind ? null : "practical-training");
    const asksSomething = asked.conditions.length + asked.terms.length + asked.phrases.length > 0 || !state.query.trim();
    let needed = asked.terms.map(fold);
    const inKind = (at) => !kind || data.programs[at].kind === kind;
    const hasAll = (at) => needed.every((term) => texts[at].includes(term));
    const isAny = needed.length > 1 && !data.programs.some((_, at) => inKind(at) && hasAll(at));
    const found = [];
    data.programs.forEach((program, at) => {
      if (!asksSomething || !inKind(at)) return;
      if (needed.length && !(isAny ? needed.some((term) => texts[at].includes(term)) : hasAll(at))) return;
      if (!asked.phrases.every((phrase) => texts[at].includes(fold(phrase)))) return;
      if (asked.excluded.some((phrase) => texts[at].includes(fold(phrase)))) return;
      const answers = asked.conditions.map((one) => one.answers[at]);
      if (answers.includes("n")) return;
      const score = asked.conditions.reduce((sum, one) => sum + (one.scores?.[program.id] ?? 0), program.score);
      found.push({ at, program, score, open: asked.conditions.filter((_, place) => answers[place] === "?") });
    });
    return { asked, ...narrowed(found, state) };
  }

  function narrowed(found, state) {
    const counts = Object.fromEntries(facets.map((facet) => [facet, {}]));
    const kept = found.filter(({ program }) => {
      const missed = facets.filter((facet) => state.wanted[facet]?.size && !state.wanted[facet].has(program.facets[facet]));
      if (missed.length > 1) return false;
      for (const facet of missed.length ? missed : facets) {
        const choice = program.facets[facet];
        counts[facet][choice] = (counts[facet][choice] ?? 0) + 1;
      }
      return missed.length === 0;
    });
    const fit = (one, other) => one.open.length - other.open.length || other.score - one.score || one.program.place - other.program.place;
    kept.sort(fit);
    if (state.sort !== "fit") {
      const sure = ({ open }) => (open.length ? 1 : 0);
      kept.sort((one, other) => sure(one) - sure(other) || one.program.keys[state.sort] - other.program.keys[state.sort]);
    }
    return { kept, counts };
  }

  // MARK: The address

  function state() {
    const said = new URLSearchParams(location.search);
    const wanted = {};
    for (const facet of facets) {
      const choices = said.getAll(facet).filter(Boolean);
      if (choices.length) wanted[facet] = new Set(choices);
    }
    for (const region of said.getAll("region")) {
      wanted.place = new Set([...(wanted.place ?? []), ...(data.prefectures[region] ?? [])]);
    }
    const sort = said.get("sort");
    return {
      query: said.get("q") ?? "", kind: said.get("kind") ?? "", wanted,
      sort: ["fit", "deadline", "fee", "start"].includes(sort) ? sort : "fit",
    };
  }

  function address(state) {
    const said = new URLSearchParams();
    if (state.query) said.set("q", state.query);
    if (state.kind) said.set("kind", state.kind);
    for (const facet of facets) for (const choice of state.wanted[facet] ?? []) said.append(facet, choice);
    if (state.sort !== "fit") said.set("sort", state.sort);
    const text = said.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  // MARK: Showing

  function make(name, style, text) {
    const element = document.createElement(name);
    if (style) element.className = style;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function filled(text, ...values) {
    return values.reduce((result, value, place) => result.replaceAll(`{${place}}`, value), text);
  }

  function show(now) {
    const { asked, kept, counts } = search(now);
    const body = rows.find(Boolean)?.parentElement;
    for (const row of rows) if (row) row.hidden = true;
    for (const result of kept) {
      const row = rows[result.at];
      if (!row) continue;
      row.hidden = false;
      body.append(row);
      const place = row.querySelector(".hospital");
      place.querySelector(".leftopen")?.remove();
      if (result.open.length) {
        const sources = result.open.map((one) => one.source).join(" · ");
        place.append(make("span", "leftopen", `? ${words["unknown.of"]}: ${sources}`));
      }
    }
    const sure = kept.filter(({ open }) => !open.length).length;
    document.querySelector(".found").textContent =
      kept.length === 0 ? `${words["found.none"]} ${words["found.none.hint"]}`
        : asked.conditions.length ? filled(words.found, sure, kept.length - sure) : filled(words["found.all"], kept.length);
    showChips(asked, now);
    showForm(now, counts);
  }

  function showChips(asked, now) {
    document.querySelector(".understood")?.remove();
    const chips = [
      ...asked.conditions.map((one) => [one.source, "condition", one.source]),
      ...asked.terms.map((text) => [filled(words["chip.term"], text), "term", text]),
      ...asked.phrases.map((text) => [filled(words["chip.phrase"], text), "phrase", `"${text}"`]),
      ...asked.excluded.map((text) => [filled(words["chip.excluded"], text), "excluded", "-" + text]),
      ...asked.ignored.map((text) => [filled(words["chip.ignored"], text), "ignored", text]),
    ];
    if (!chips.length) return;
    const section = make("section", "understood");
    section.append(make("h2", "", words.chips));
    const list = make("ul", "chips");
    chips.forEach(([text, style], at) => {
      const item = make("li", "chip " + style);
      const rest = chips.filter((_, other) => other !== at).map(([, , source]) => source).join(" ");
      const link = make("a", "remove", "×");
      link.href = address({ ...now, query: rest });
      link.setAttribute("aria-label", filled(words["chip.remove"], text));
      item.append(make("span", "", text), link);
      list.append(item);
    });
    section.append(list);
    document.querySelector(".columns").before(section);
  }

  function showForm(now, counts) {
    const form = document.getElementById("search");
    document.getElementById("q").value = now.query;
    for (const field of form.elements) {
      if (field.name === "sort") field.value = now.sort;
      if (field.name === "kind") field.value = now.kind;
      if (field.type !== "checkbox" || !facets.includes(field.name)) continue;
      field.checked = now.wanted[field.name]?.has(field.value) ?? false;
      const count = field.closest(".choice").querySelector(".count");
      if (count) count.textContent = String(counts[field.name][field.value] ?? 0);
    }
    for (const region of document.querySelectorAll(".region")) {
      const sum = [...region.querySelectorAll(".choice .count")].reduce((total, count) => total + Number(count.textContent), 0);
      region.querySelector("summary .count").textContent = String(sum);
    }
  }

  for (const note of document.querySelectorAll(".scriptless")) note.hidden = true;
  show(state());

  // MARK: Comparing

  function compare(table) {
    const wanted = new Set(new URLSearchParams(location.search).getAll("id").slice(0, 6));
    const heads = [...table.querySelectorAll("thead th")];
    const isWanted = heads.map((head, at) => at === 0 || [...wanted].some((id) => head.querySelector("a")?.getAttribute("href")?.endsWith(`/${id}.html`)));
    for (const row of table.rows) {
      [...row.cells].forEach((cell, at) => { cell.hidden = !isWanted[at]; });
      if (row.parentElement.tagName === "THEAD") continue;
      const shown = [...row.cells].filter((cell, at) => at > 0 && isWanted[at]);
      const values = shown.map((cell) => cell.firstElementChild).filter((value) => value && !value.querySelector(".unknown:not(.status)"));
      row.hidden = shown.length > 0 && values.length === 0;
      const differs = new Set(values.map((value) => value.textContent)).size > 1;
      row.className = differs ? "differs" : "same";
      const mark = row.cells[0].querySelector(".differing");
      if (mark) mark.hidden = !differs;
    }
    for (const link of table.querySelectorAll("thead .remove")) {
      const id = [...wanted].find((one) => link.parentElement.querySelector("a").getAttribute("href").endsWith(`/${one}.html`));
      const rest = new URLSearchParams([...wanted].filter((one) => one !== id).map((one) => ["id", one]));
      link.href = "?" + rest.toString();
    }
  }
})();
