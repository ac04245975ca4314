// The search of the static site. What a condition means was asked of the search engine when the site was written;
// here the answers are put together. Documentation/Web.md says what is equal to the server's search and what is not.
"use strict";

(() => {
  const language = document.documentElement.lang;
  for (const note of document.querySelectorAll(".scriptless")) note.hidden = true;
  // Another language shows the same.
  for (const link of document.querySelectorAll(".languages a")) link.search = location.search;

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
  const fold = (text) => text.normalize("NFKC").toLowerCase().replaceAll("〜", "~").replace(/\s+/g, " ").trim();
  const { conditions, meaning } = data.language;
  const phrases = new Map(Object.entries(data.language.phrases).map(([text, [place, turns]]) => [fold(text), { place, turns }]));
  const fillers = new Set(data.language.fillers);
  const texts = data.programs.map((program) => fold(program.text));
  const names = data.programs.map((program) => fold(program.names));
  const latinWords = new Set([...phrases.keys(), ...meaning, ...fillers, ...texts, ...names].join(" ").match(/[a-z]+/g));
  const rows = data.programs.map((program) => document.getElementById(program.id));

  // MARK: Words

  const isLatin = (letter) => letter !== undefined && /[a-z]/.test(letter);
  const isDigit = (letter) => letter !== undefined && /[0-9]/.test(letter);
  const isOneWord = (one, next) => (isLatin(one) && isLatin(next)) || (isDigit(one) && isDigit(next));
  const isPlain = (text) => /^[a-z0-9 .'&-]+$/.test(text);

  /// Where a word stands in a text; Latin words and numbers only whole.
  function places(text, word) {
    const found = [];
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const end = start + word.length;
      if (isOneWord(text[start - 1], text[start]) || isOneWord(text[end - 1], text[end])) continue;
      found.push([start, end]);
    }
    return found;
  }

  /// A text in which katakana that are written in several ways are written in one: ヴィザ, コンピューター.
  const spelt = (text) => text.replace(/ヴ([ァィェォ])/g, (_, vowel) => "バビベボ"["ァィェォ".indexOf(vowel)]).replaceAll("ヴ", "ブ").replaceAll("ー", "");
  const spellings = texts.map((text, at) => spelt(`${text} | ${names[at]}`));
  const isIn = (at, word) => places(spellings[at], spelt(word)).length > 0;

  /// Whether a Latin word is so far from all others that the server's search would not know it either.
  function isStrange(word) {
    if (!/^[a-z]{3,}$/.test(word)) return false;
    // What can be read as Japanese may sound like a known word.
    if (/^(?:(?:[kgsztdnhbpmyrwfjv]y?|sh|ch|ts|kk|tt|pp|ss)?[aiueo]|n)+$/.test(word)) return false;
    return ![...latinWords].some((other) => other.startsWith(word) || isNear(word, other));
  }

  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 2) return false;
    let row = [...Array(other.length + 1).keys()];
    for (let place = 1; place <= one.length; place += 1) {
      const next = [place];
      for (let at = 1; at <= other.length; at += 1) {
        next.push(Math.min(row[at] + 1, next[at - 1] + 1, row[at - 1] + (one[place - 1] === other[at - 1] ? 0 : 1)));
      }
      row = next;
    }
    return row[other.length] <= 2;
  }

  // MARK: Conditions

  const turn = { y: "n", n: "y", "?": "?" };
  const turns = [[1, /^[-−](.+)$/], [2, /^not (.+)$/], [4, /^(.+?) ?以外$/]];

  /// The conditions that some words make; null where they make none.
  function condition(source) {
    const text = fold(source);
    const known = phrases.get(text);
    if (known) return [meant(source, conditions[known.place], false)];
    for (const [kind, pattern] of turns) {
      const bare = phrases.get(pattern.exec(text)?.[1]);
      if (bare && bare.turns & kind) return [meant(source, conditions[bare.place], true)];
    }
    return sums(source, text);
  }

  function meant(source, one, isTurned) {
    const id = isTurned ? (one.id.startsWith("-") ? one.id.slice(1) : "-" + one.id) : one.id;
    return {
      source, id, answers: isTurned ? [...one.answers].map((answer) => turn[answer]).join("") : one.answers,
      scores: isTurned ? null : one.scores, places: one.places,
      label: filled((isTurned ? one.opposites : one.labels)[language], source),
    };
  }

  const number = "([0-9][0-9,]*)(万)?";
  const sumPatterns = {
    field: new RegExp(`^fee(<=|>=|<|>|:|=)${number}(?:円)?$`),
    range: new RegExp(`^(?:年額|年間|費用)?${number}円?(?:[~～-]|から)${number}円?(?:以下|まで)?$`),
    limit: new RegExp(`^(?:年額|年間)?${number}(円|yen| yen)?(以下|以内|まで|未満|以上|から)?$`),
    english: new RegExp(`^(under|below|less than|up to|at most|over|more than|at least) ${number} ?(?:yen|jpy|円)$`),
  };
  const value = (digits, tenThousand) => Number(digits.replaceAll(",", "")) * (tenThousand ? 10000 : 1);

  /// Limits of the yearly fee: 50万円以下, fee<=500000, 30万円以上, 年額30万〜60万円, under 500000 yen.
  function sums(source, text) {
    const range = sumPatterns.range.exec(text);
    if (range && (range[2] || range[4] || text.includes("円"))) {
      const [least, most] = [value(range[1], range[2] ?? range[4]), value(range[3], range[4])];
      return least > 0 && least < most ? [sum(source, least, true), sum(source, most, false)] : null;
    }
    const field = sumPatterns.field.exec(text);
    if (field) return limited(source, { ">=": 0, "<=": 0, ":": 0, "=": 0, ">": 1, "<": -1 }[field[1]], field[1].includes(">"), value(field[2], field[3]));
    const english = sumPatterns.english.exec(text);
    if (english) {
      const [shift, isLeast] = { under: [-1, false], below: [-1, false], "less than": [-1, false], "up to": [0, false], "at most": [0, false], over: [1, true], "more than": [1, true], "at least": [0, true] }[english[1]];
      return limited(source, shift, isLeast, value(english[2], english[3]));
    }
    const limit = sumPatterns.limit.exec(text);
    if (!limit || !(limit[2] || limit[3] || (limit[4] && value(limit[1]) >= 3000))) return null;
    return limited(source, limit[4] === "未満" ? -1 : 0, /以上|から/.test(limit[4] ?? ""), value(limit[1], limit[2]));
  }

  function limited(source, shift, isLeast, limit) {
    if (limit > 0) return [sum(source, limit + shift, isLeast)];
    const free = phrases.get("fee:free");
    return free ? [meant(source, conditions[free.place], false)] : null;
  }

  function sum(source, limit, isLeast) {
    const answer = ({ fee }) => {
      if (!fee) return "?";
      const [least, most] = [fee[0] < 0 ? Math.min(0, fee[1]) : fee[0], fee[1] < 0 ? Infinity : fee[1]];
      if (isLeast) return most < limit ? "n" : least >= limit && fee[0] >= 0 ? "y" : "?";
      return least > limit ? "n" : most <= limit ? "y" : "?";
    };
    const id = isLeast ? "fee.min" : "fee.max";
    const yen = filled(words.yen, limit.toLocaleString("en"));
    return { source, id, isSum: true, answers: data.programs.map(answer).join(""), label: `${source} → ${filled(words["constraint." + id], yen)}` };
  }

  /// A field ends with a blank only, whatever stands behind its value.
  const isField = (text) => /[a-z][:<>=]/.test(fold(text));

  /// No phrase or sum is longer, in whatever width it was typed.
  const longestPart = 128;

  /// A run of words without blanks as conditions and words that only fill; null unless all of it is known.
  /// Places from which the rest is not known are remembered, so that no rest is read twice.
  function tiled(text, start = 0, dead = new Set()) {
    if (start === text.length) return [];
    if (dead.has(start)) return null;
    const isSplit = (place) => isOneWord(text[place - 1], text[place]);
    for (let end = Math.min(text.length, start + longestPart); end > start && !isSplit(start); end -= 1) {
      if (isSplit(end)) continue;
      const part = text.slice(start, end);
      const found = !isField(part) && (phrases.has(fold(part)) || isDigit(part[0])) ? condition(part) : null;
      if (!found && !(start > 0 && fillers.has(fold(part)))) continue;
      const rest = tiled(text, end, dead);
      if (rest) return [{ start, end, conditions: found ?? [] }, ...rest];
    }
    dead.add(start);
    return null;
  }

  /// A length and a sum without a blank between them may be one: 1年間で36万円以下.
  const isOfTime = (found) => ["fee.", "period.months"].every((id) => found.some((one) => one.id.startsWith(id)));

  // MARK: Reading a query

  /// What a query was taken for. What is in `unknown` may mean anything: such a query is not answered.
  function read(query) {
    const result = { conditions: [], terms: [], phrases: [], excluded: [], ignored: [], unknown: [] };
    const rest = query.replace(/(-?)["“「『]([^"”」』]+)["”」』]/g, (_, minus, phrase) => {
      (minus ? result.excluded : result.phrases).push(phrase);
      return " ";
    });
    const parts = rest.split(/\s+/u).flatMap((run) => (isField(run) ? [run] : run.split(/[、，,。]+(?![0-9])/u))).filter(Boolean);
    const text = parts.map(fold).join(" ");
    const covered = [];
    let fills = 0;
    let place = 0;
    for (let start = 0; start < parts.length;) {
      let end = Math.min(parts.length, start + 6);
      const joined = () => parts.slice(start, end).join(" ");
      while (end > start && !condition(joined())) end -= 1;
      const length = end > start ? fold(joined()).length : fold(parts[start]).length;
      if (end > start) {
        result.conditions.push(...condition(joined()));
        covered.push([place, place + length]);
        start = end;
      } else {
        const tiles = tiled(parts[start]);
        if (tiles && !isOfTime(tiles.flatMap((tile) => tile.conditions))) {
          for (const tile of tiles) {
            result.conditions.push(...tile.conditions);
            covered.push([place + tile.start, place + tile.end]);
          }
        } else if (fillers.has(fold(parts[start]))) {
          covered.push([place, place + length]);
          fills += 1;
        } else word(parts[start], result);
        start += 1;
      }
      place += length + 1;
    }
    for (const known of meaning) {
      if (known.length < 2 && !isLatin(known)) continue;
      for (const [start, end] of places(text, known)) {
        if (!covered.some(([from, to]) => from <= start && end <= to)) result.unknown.push(known);
      }
    }
    // Of two sums it is not sure which limits which.
    const limits = result.conditions.filter((one) => one.isSum);
    if (limits.some((one, at) => limits.slice(0, at).some((other) => other.source !== one.source || other.id === one.id))) {
      result.unknown.push(limits.at(-1).source);
    }
    const asks = result.conditions.length + result.terms.length + result.phrases.length + result.ignored.length;
    if (fills && !asks) result.unknown.push(parts.join(" "));
    const holds = (other, one, isLater) => fold(other).includes(fold(one)) && (isLater || fold(other) !== fold(one));
    result.unknown = result.unknown.filter((one, at, all) => !all.some((other, place) => place !== at && holds(other, one, place > at)));
    result.conditions = alternatives(result.conditions);
    return result;
  }

  /// A word that is no condition: one of the texts, a strange one, or one that only the server's search understands.
  function word(source, result) {
    const isExcluded = /^[-−]./.test(source);
    const text = fold(isExcluded ? source.slice(1) : source);
    const isWhole = !/[0-9:<>="“”「」『』-]/.test(text) && (isPlain(text) || (text.length > 1 && !/[のをにがはでと]/.test(text)))
      && ![...phrases.keys(), ...fillers].some((known) => known.length > 1 && !isPlain(known) && text.includes(known));
    const isThere = isWhole && data.programs.some((_, at) => isIn(at, text));
    if (isThere || (isExcluded && isStrange(text))) (isExcluded ? result.excluded : result.terms).push(isExcluded ? source.slice(1) : source);
    else if (isStrange(text)) result.ignored.push(source);
    else result.unknown.push(source);
  }

  /// Places that no hospital can stand in at once are alternatives, and so are hospitals.
  function alternatives(conditions) {
    let joined = conditions;
    for (const id of ["region", "institution"]) {
      const group = joined.filter((one) => one.id === id);
      if (group.length < 2 || group.some((one) => !one.places)) continue;
      if (group[0].places.some((place) => group.every((one) => one.places.includes(place)))) continue;
      const first = joined.indexOf(group[0]);
      joined = joined.filter((one) => one.id !== id);
      joined.splice(first, 0, {
        source: group.map((one) => one.source).join(" "), id, label: group.map((one) => one.label).join(" / "),
        answers: data.programs.map((_, at) => ["y", "?", "n"].find((answer) => group.some((one) => one.answers[at] === answer))).join(""),
        scores: Object.assign({}, ...group.map((one) => one.scores)),
      });
    }
    return joined;
  }

  // MARK: Searching

  /// Whether the query itself names a kind.
  const asksKind = (asked) => asked.conditions.some((one) => one.id === "kind");

  function search(state) {
    const asked = read(state.query);
    const kind = state.kind || (asksKind(asked) ? null : "practical-training");
    const asksSomething = asked.conditions.length + asked.terms.length + asked.phrases.length > 0 || !state.query.trim();
    const needed = asked.terms.map(fold);
    const inKind = (at) => !kind || data.programs[at].kind === kind;
    const hasAll = (at) => needed.every((term) => isIn(at, term));
    const isAny = needed.length > 1 && !data.programs.some((_, at) => inKind(at) && hasAll(at));
    const found = [];
    data.programs.forEach((program, at) => {
      if (asked.unknown.length || !asksSomething || !inKind(at)) return;
      if (needed.length && !(isAny ? needed.some((term) => isIn(at, term)) : hasAll(at))) return;
      if (!asked.phrases.every((phrase) => texts[at].includes(fold(phrase)))) return;
      if (asked.excluded.some((phrase) => isIn(at, fold(phrase)))) return;
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
      const choices = said.getAll(facet).filter((choice) => data.choices[facet].includes(choice));
      if (choices.length) wanted[facet] = new Set(choices);
    }
    for (const region of said.getAll("region")) {
      wanted.place = new Set([...(wanted.place ?? []), ...(Object.hasOwn(data.prefectures, region) ? data.prefectures[region] : [])]);
    }
    const [sort, kind] = [said.get("sort"), said.get("kind")];
    return {
      query: said.get("q") ?? "", kind: data.kinds.includes(kind) ? kind : "", wanted,
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
    return text.replace(/\{(\d)\|([^|}]*)\|([^}]*)\}/g, (_, place, one, many) => (String(values[place]) === "1" ? one : many))
      .replace(/\{(\d)\}/g, (place, digit) => String(values[digit] ?? place));
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
      asked.unknown.length ? filled(words["static.refused"], asked.unknown.join(" "))
        : kept.length === 0 ? `${words["found.none"]} ${words["found.none.hint"]}`
        : !asked.conditions.length ? filled(words["found.all"], kept.length)
        : filled(words[sure === kept.length ? "found.sure" : "found"], sure, kept.length - sure);
    showKinds(asked);
    showChips(asked, now);
    showForm(now, counts);
  }

  /// Where the query names a kind, practical training is a choice like any other.
  function showKinds(asked) {
    const kinds = document.getElementById("kind");
    kinds.querySelector('option[value="practical-training"]')?.remove();
    kinds.options[0].textContent = words[asksKind(asked) ? "kind.asked" : "kind.practical-training"];
    if (asksKind(asked)) kinds.options[0].after(new Option(words["kind.practical-training"], "practical-training"));
  }

  function showChips(asked, now) {
    document.querySelector(".understood")?.remove();
    const chips = [
      ...asked.conditions.map((one) => [one.label, "condition", one.source]),
      ...asked.terms.map((text) => [filled(words["chip.term"], text), "term", text]),
      ...asked.phrases.map((text) => [filled(words["chip.phrase"], text), "phrase", `"${text}"`]),
      ...asked.excluded.map((text) => [filled(words["chip.excluded"], text), "excluded", `-"${text}"`]),
      ...asked.ignored.map((text) => [filled(words["chip.ignored"], text), "ignored", text]),
    ].map(([text, style, source]) => [text, style, source, null]);
    // What is not understood is cut out of the query as it stands; the rest may mean something without it.
    for (const text of asked.unknown) {
      chips.push([filled(words["static.unknown"], text), "ignored", null, { ...now, query: without(now.query, text) }]);
    }
    if (now.kind && (now.kind !== "practical-training" || asksKind(asked))) {
      const name = document.querySelector(`#kind option[value="${CSS.escape(now.kind)}"]`)?.textContent ?? now.kind;
      chips.push([`${words.kind}: ${name}`, "filter", null, { ...now, kind: "" }]);
    }
    for (const facet of facets) {
      if (!now.wanted[facet]?.size) continue;
      const boxes = [...document.querySelectorAll(`.choice input[name="${facet}"]`)];
      const names = [...now.wanted[facet]].map((choice) =>
        boxes.find((box) => box.value === choice)?.closest(".choice").querySelector("span").textContent ?? choice);
      const name = boxes[0]?.closest(".facet").querySelector("summary").textContent ?? facet;
      const wanted = { ...now.wanted };
      delete wanted[facet];
      chips.push([`${name}: ${names.slice(0, 6).join(", ")}${names.length > 6 ? ` … (${names.length})` : ""}`, "filter", null, { ...now, wanted }]);
    }
    if (!chips.length) return;
    const section = make("section", "understood");
    section.append(make("h2", "", words.chips));
    const list = make("ul", "chips");
    chips.forEach(([text, style, , changed], at) => {
      const item = make("li", "chip " + style);
      const rest = chips.filter(([, , source], other) => other !== at && source).map(([, , source]) => source);
      const link = make("a", "remove", "×");
      link.href = address(changed ?? { ...now, query: [...rest, ...asked.unknown].join(" ") });
      link.setAttribute("aria-label", filled(words["chip.remove"], text));
      item.append(make("span", "", text), link);
      list.append(item);
    });
    const clear = make("p");
    const all = make("a", "", words["search.clear"]);
    all.href = location.pathname;
    clear.append(all);
    section.append(list, clear);
    document.querySelector(".columns").before(section);
  }

  /// The query without some of its words, in whatever width and case they were typed.
  function without(query, words) {
    const at = query.toLowerCase().indexOf(words.toLowerCase());
    if (at >= 0) return `${query.slice(0, at)} ${query.slice(at + words.length)}`.replace(/\s+/g, " ").trim();
    const folded = fold(query);
    return folded.replace(words, " ").replace(/\s+/g, " ").trim();
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

  show(state());

  // MARK: Comparing

  function compare(table) {
    const ids = [...new Set(new URLSearchParams(location.search).getAll("id"))].slice(0, 6);
    const isHeadOf = (head, id) => head.querySelector("a")?.getAttribute("href")?.endsWith(`/${id}.html`);
    const heads = [...table.querySelectorAll("thead th")];
    const wanted = ids.filter((id) => heads.some((head) => isHeadOf(head, id)));
    const isWanted = heads.map((head, at) => at === 0 || wanted.some((id) => isHeadOf(head, id)));
    const missing = document.querySelector(".missing");
    for (const id of ids.filter((id) => !wanted.includes(id))) {
      const note = missing.cloneNode();
      note.textContent = missing.textContent.replace("{0}", () => id);
      note.classList.remove("onscript");
      missing.before(note);
    }
    if (!wanted.length) {
      table.closest(".scroll").hidden = true;
      document.querySelector(".none.onscript").classList.remove("onscript");
    }
    for (const row of table.rows) {
      [...row.cells].forEach((cell, at) => { cell.hidden = !isWanted[at]; });
      if (row.parentElement.tagName === "THEAD") continue;
      const shown = [...row.cells].filter((cell, at) => at > 0 && isWanted[at]);
      const values = shown.map((cell) => cell.firstElementChild).filter((value) => value && !value.querySelector(".unknown:not(.status), .inapplicable"));
      row.hidden = shown.length > 0 && values.length === 0;
      const differs = new Set(values.map((value) => value.textContent)).size > 1;
      row.className = differs ? "differs" : "same";
      const mark = row.cells[0].querySelector(".differing");
      if (mark) mark.hidden = !differs;
    }
    for (const link of table.querySelectorAll("thead .remove")) {
      const id = wanted.find((one) => isHeadOf(link.parentElement, one));
      const rest = new URLSearchParams(wanted.filter((one) => one !== id).map((one) => ["id", one]));
      link.href = "?" + rest.toString();
    }
  }
})();
