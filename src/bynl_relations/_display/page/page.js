/* What the page shows of an answer. Text from the data is only ever set as text. */
(() => {
  const reading = performance.now();
  const element = (id) => document.getElementById(id);
  const bynl = reader(JSON.parse(element("data").textContent));
  const { data, FACETS } = bynl;
  const COLLECTIONS = ["events", "visits", "missions", "appointments", "agreements", "measures",
    "positions", "memberships", "programmes", "statistics"];
  const DOUBTS = { disputed: "sources differ", claimed: "claimed, not held", maybe: "only possible in what was asked" };
  const RUN = 100, MOST = 8;
  const ui = Object.fromEntries([...document.querySelectorAll("[id]")].map((found) => [found.id, found]));
  let state = bynl.blank(), current, shown = 0;
  const opened = new Map();

  // Making elements.

  const make = (tag, texts = [], attributes = {}) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== "" && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...[texts].flat().filter((text) => text !== "" && text !== null && text !== undefined));
    return made;
  };
  const link = (url, texts, attributes = {}) => (/^https?:\/\//i.test(url)
    ? make("a", texts, { href: url, rel: "noopener noreferrer", ...attributes })
    : make("span", texts, attributes));
  const digits = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const many = (count, one) => `${digits(count)} ${one}${count === 1 ? "" : "s"}`;
  const hue = (collection) => `c${Math.max(0, COLLECTIONS.indexOf(collection))}`;
  let languages = null;
  const languageOf = (tag) => {
    languages ??= new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
    try { return languages.of(tag); } catch { return tag; }
  };
  const labelOf = (facet, key) => {
    if (facet === "actor") return data.actors[key] || key;
    if (facet === "doubt") return DOUBTS[key] || key;
    if (facet === "kind") return data.labels[key] || key;
    return facet === "topic" ? key.replaceAll("-", " ") : key;
  };

  // Facets: a list of ticks each, which stays in place so that the keyboard does.

  const facets = new Map(FACETS.map((facet) => [facet, { ticks: new Map(), whole: false }]));
  const all = bynl.answer(state);

  const makeFacets = () => {
    for (const facet of FACETS) {
      const own = facets.get(facet), keys = [...all.counts[facet]];
      if (facet === "collection") keys.sort((one, two) => COLLECTIONS.indexOf(one[0]) - COLLECTIONS.indexOf(two[0]));
      else keys.sort((one, two) => two[1] - one[1] || (labelOf(facet, one[0]) < labelOf(facet, two[0]) ? -1 : 1));
      const list = make("ul");
      own.fill = () => {
        own.fill = null;
        keys.forEach(fill);
      };
      const fill = ([key]) => {
        const tick = make("input", [], { type: "checkbox" }), count = make("span", [], { class: "n" });
        const swatch = facet === "collection" ? make("span", [], { class: `swatch ${hue(key)}` }) : "";
        const title = facet === "topic" ? data.topics[key] || "" : "";
        const item = make("li", make("label", [tick, swatch, make("span", labelOf(facet, key)), count], { title }));
        tick.addEventListener("change", () => {
          const rest = state[facet].filter((other) => other !== key);
          go({ [facet]: tick.checked ? [...rest, key] : rest });
        });
        own.ticks.set(key, { item, tick, count });
        list.append(item);
      };
      own.button = make("button", [], { type: "button", class: "all" });
      own.button.addEventListener("click", () => {
        own.whole = !own.whole;
        list.classList.toggle("long", own.whole);
        drawFacet(facet);
      });
      own.box = make("details", [make("summary", facet), list, own.button], { open: ["collection", "topic", "actor", "doubt"].includes(facet) });
      own.box.addEventListener("toggle", () => own.box.open && drawFacet(facet));
      ui.facets.append(own.box);
    }
  };
  const drawFacet = (facet) => {
    const own = facets.get(facet), { ticks, whole, button, box } = own, counts = current.counts[facet];
    if (state[facet].length) box.open = true;
    box.hidden = !counts.size && !state[facet].length;
    if (!box.open) return;
    if (own.fill) own.fill();
    let seen = 0;
    const most = facet === "collection" ? COLLECTIONS.length : MOST;
    for (const [key, { item, tick, count }] of ticks) {
      const number = counts.get(key) || 0;
      tick.checked = state[facet].includes(key);
      count.textContent = digits(number);
      seen += number ? 1 : 0;
      item.hidden = !tick.checked && (!number || (!whole && seen > most));
    }
    button.hidden = seen <= most;
    button.textContent = whole ? "fewer" : `all ${seen}`;
    button.setAttribute("aria-label", `${button.textContent}: ${facet}`);
  };

  const makeTellers = () => {
    const groups = new Map();
    data.sources.forEach((source) => {
      if (!groups.has(source.name)) groups.set(source.name, []);
      groups.get(source.name).push(source);
    });
    const text = (source) => (source.title.length > 70 ? `${source.title.slice(0, 69)}…` : source.title);
    for (const name of [...groups.keys()].sort(bynl.compare)) {
      const options = groups.get(name).map((source) => make("option", text(source), { value: source.id }));
      ui.told.append(make("optgroup", options, { label: name }));
    }
  };

  // The strip of time.

  const SVG = "http://www.w3.org/2000/svg";
  const draw = (tag, attributes, text = "") => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    return made;
  };
  const sums = (column) => [...column.values()].reduce(([sure, may], [one, two]) => [sure + one, may + two], [0, 0]);
  const drawStrip = () => {
    const { years } = bynl, { strip } = current;
    ui.strip.replaceChildren();
    ui.figures.hidden = !years.length;
    if (!years.length) return;
    const most = Math.max(1, ...strip.map((column) => sums(column).reduce((one, two) => one + two)));
    const svg = draw("svg", { viewBox: `0 0 ${years.length * 10} 100`, preserveAspectRatio: "none", role: "img",
      "aria-label": `Records by year, at most ${most} in one; the table below has the numbers. Drag to choose years.` });
    years.forEach(({ name }, place) => {
      const column = draw("g", {}), [sure, may] = sums(strip[place]);
      column.append(draw("title", {}, `${name}: ${sure} certain${may ? `, ${may} only possible` : ""}`));
      column.append(draw("rect", { x: place * 10, y: 0, width: 10, height: 100, class: "ground" }));
      let top = 100;
      for (const part of [0, 1]) {
        for (const collection of COLLECTIONS) {
          const height = ((strip[place].get(collection) || [0, 0])[part] / most) * 96;
          if (!height) continue;
          top -= height;
          column.append(draw("rect", { x: place * 10 + 1, y: top, width: 8, height, class: hue(collection) + (part ? " may" : "") }));
        }
      }
      svg.append(column);
    });
    const mark = draw("rect", { y: 0, height: 100, class: "mark", x: 0, width: 0 });
    svg.append(mark);
    const { window } = current;
    const inside = years.map((year, place) => place).filter((place) => window && years[place].began.last >= window.first && years[place].began.first <= window.last);
    const show = (one, two) => {
      mark.setAttribute("x", Math.min(one, two) * 10);
      mark.setAttribute("width", (Math.abs(one - two) + 1) * 10);
    };
    if (inside.length) show(inside[0], inside.at(-1));
    drag(svg, show);
    const axis = make("p", [], { class: "axis", "aria-hidden": "true" });
    years.forEach(({ name, since }, place) => {
      const label = since ? (since % 5 ? "" : name) : "earlier";
      // A label needs three columns: those of the first and the last stay free.
      const room = years.length - place > 2 && (place > 2 || !place || years[0].since);
      axis.append(make("span", label && room ? make("span", label) : "", { class: since % 10 ? "odd" : "" }));
    });
    ui.strip.append(svg, axis);
    if (ui.figures.open) drawFigures();
  };
  const drag = (svg, show) => {
    const { years } = bynl;
    const placeOf = (event) => {
      const box = svg.getBoundingClientRect();
      return Math.min(years.length - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * years.length)));
    };
    let from = null;
    svg.addEventListener("pointerdown", (event) => {
      from = placeOf(event);
      svg.setPointerCapture(event.pointerId);
      show(from, from);
    });
    svg.addEventListener("pointermove", (event) => from !== null && show(from, placeOf(event)));
    svg.addEventListener("pointerup", (event) => {
      const ends = [from, placeOf(event)].sort((one, two) => one - two);
      from = null;
      go({ since: years[ends[0]].since, until: years[ends[1]].until });
    });
    svg.addEventListener("pointercancel", () => { from = null; });
  };
  const drawFigures = () => {
    const head = make("tr", ["Year", "Certain", "Possible"].map((text) => make("th", text, { scope: "col" })));
    const rows = bynl.years.map(({ name }, place) => [name, ...sums(current.strip[place])]).filter(([, sure, may]) => sure || may)
      .map(([name, sure, may]) => make("tr", [make("th", name, { scope: "row" }), make("td", String(sure)), make("td", String(may))]));
    ui.figures.lastElementChild.replaceChildren(make("table", [make("thead", head), make("tbody", rows)]));
  };

  // Rows and cards.

  const mark = (text, kind) => make("span", text, { class: `mark ${kind}` });
  const marksOf = (record, index) => [
    record.denied && mark("denied", "no"),
    !record.denied && record.claimed && mark("claimed, not held", "no"),
    (current.possible.has(index) || (record.maybe && !current.window)) && mark("only possible", "may"),
    record.disputed && !record.denied && mark("sources differ", "differ"),
    record.confidence !== "high" && mark(`${record.confidence} confidence`, "plain"),
  ].filter(Boolean);

  const row = (index) => {
    const record = current.version[index], title = make("span", record.title, { class: "title" });
    const sources = new Set(record.cites.map(([source]) => source));
    const sort = make("span", [make("span", [], { class: `swatch ${hue(record.collection)}` }), `${record.collection.replace(/s$/, "")}, ${record.what}`]);
    const heading = make("summary", [
      make("span", record.when, { class: "date" }),
      make("span", [record.denied ? make("s", title) : title, make("span", record.who, { class: "who" })], { class: "main" }),
      make("span", [sort, make("span", [many(sources.size, "source"), ...marksOf(record, index)], { class: "marks" })], { class: "side" }),
    ]);
    const names = [...sources].map((source) => {
      const { name, title: text, url = "" } = data.sources[source];
      return `${name}: ${text}${url && ` <${url}>`}`;
    });
    const box = make("details", heading);
    box.addEventListener("toggle", () => {
      if (box.open && !box.querySelector(".card")) box.append(card(record, index));
    });
    const item = make("li", [box, make("p", `Sources: ${names.join("; ")}`, { class: "printed" })]);
    opened.set(index, box);
    return item;
  };

  const card = (record) => {
    const made = make("div", [], { class: "card" });
    if (record.denied) made.append(make("p", "This source denies the record."));
    if (record.claimed) made.append(make("p", "We do not hold this: a source claims it, better sources deny it."));
    if (record.summary) made.append(make("p", record.summary, { class: "lead" }));
    const list = make("dl");
    const entry = (name, values) => list.append(make("dt", name), make("dd", values));
    entry("When", [record.when, record.edtf && record.edtf !== record.when ? make("code", record.edtf) : ""]);
    for (const [name, texts, ids] of record.fields) {
      if (ids) entry(name, ids.map(related));
      else if (texts.length > 1) entry(name, make("ul", texts.map((text) => make("li", text))));
      else entry(name, texts);
    }
    if (record.notes) entry("Notes", record.notes);
    made.append(list);
    if (record.disputes && !record.denied) made.append(dispute(record));
    made.append(make("h3", "Sources"), make("ul", record.cites.map(cited), { class: "cites" }), foot(record));
    return made;
  };
  const related = (id) => {
    const known = bynl.position.get(id);
    const text = known === undefined ? make("code", id) : make("a", data.records[known].title, { href: `#${id}` });
    return make("div", text);
  };
  const dispute = (record) => {
    const names = (sources) => [...new Set(sources.map((source) => data.sources[source].name))].join(", ");
    const head = make("tr", ["", state.told ? "This version" : "Our version", "Others say"].map((text) => (text ? make("th", text, { scope: "col" }) : make("td"))));
    const rows = record.disputes.map(([field, ours, others]) => make("tr", [
      make("th", field, { scope: "row" }), make("td", ours),
      make("td", others.map(([value, sources]) => make("div", [field === "fact" ? "denied" : value, make("span", ` (${names(sources)})`, { class: "quiet" })]))),
    ]));
    const table = make("table", [make("caption", "Where sources differ"), make("thead", head), make("tbody", rows)]);
    return make("div", [table, record.why ? make("p", record.why) : ""], { class: "dispute" });
  };
  const cited = ([number, stance, says, locator, asserts]) => {
    const source = data.sources[number], { language = "" } = source;
    const title = make("cite", source.title, { lang: language });
    const about = [source.english && `“${source.english}”`, source.name !== source.title && source.name, source.published, source.tier, source.kind,
      language && languageOf(language), locator && `at ${locator}`].filter(Boolean).join(" · ");
    const copy = source.archived ? [" · ", link(source.archived, "archived copy")] : [];
    const values = asserts.map(([field, value]) => make("li", [`${field}: `, make("strong", value)]));
    return make("li", [mark(stance, stance), " ", link(source.url || "", title), make("div", [about, ...copy], { class: "quiet" }),
      says ? make("div", says) : "", values.length ? make("ul", values) : ""]);
  };
  const foot = (record) => {
    const dataset = data.citation || [data.title, data.version && `version ${data.version}`].filter(Boolean).join(", ");
    const words = `${dataset ? `${dataset.replace(/\.$/, "")}. ` : ""}Record “${record.title}” (${record.id}).`;
    return make("p", [make("a", "Link to this record", { href: `#${record.id}` }), " · cite: ", make("span", words, { class: "copy" })], { class: "quiet foot" });
  };

  // Drawing an answer.

  const drawRows = (upTo) => {
    const { found } = current, stop = Math.min(found.length, upTo);
    const rows = [];
    for (; shown < stop; shown += 1) rows.push(row(found[shown]));
    ui.rows.append(...rows);
    ui.more.hidden = shown >= found.length;
    ui.more.textContent = `show ${Math.min(RUN, found.length - shown)} more of ${many(found.length, "record")}`;
  };
  const drawCount = () => {
    const { found, possible, denied, undated, version } = current, total = data.records.length;
    const claims = found.filter((index) => version[index].claimed).length;
    const maybes = [[possible.size, "only possible"], [claims, "claimed and not held"], [denied.size, "denied"],
      [undated, "without a date left out"]].filter(([count]) => count).map(([count, text]) => `${digits(count)} ${text}`);
    const of = found.length === total ? many(total, "record") : `${digits(found.length)} of ${many(total, "record")}`;
    ui.count.textContent = [of, ...maybes].join(", ");
  };
  const drawVersion = () => {
    const teller = data.sources[bynl.number.get(state.told)];
    ui.version.hidden = !teller;
    if (!teller) return;
    ui.version.replaceChildren("As told by ", make("strong", teller.title, { lang: teller.language || "" }),
      ` (${teller.name}): only what this source speaks of, with its values; what it denies is struck through, and what it does not say is ours.`);
  };
  const gapItem = (gap) => make("li", [make("strong", gap.question), gap.says ? make("div", gap.says) : "",
    gap.looked.length ? make("div", `Looked in: ${gap.looked.join("; ")}`, { class: "quiet" }) : ""]);
  const drawEmpty = () => {
    ui.empty.hidden = current.found.length > 0;
    if (current.found.length) return;
    const gaps = bynl.touched(state).slice(0, 5);
    const clear = make("button", "Clear all filters", { type: "button" });
    clear.addEventListener("click", () => go(bynl.blank()));
    const undated = current.undated ? ` ${many(current.undated, "record")} without a date would fit otherwise.` : "";
    ui.empty.replaceChildren(make("p", `No record fits.${undated}`), ...(gaps.length
      ? [make("p", "This touches what was looked for and not found:"), make("ul", gaps.map(gapItem))]
      : [make("p", "No known gap explains it: what is not here may never have been looked for.")]), make("p", clear));
  };
  const drawControls = () => {
    for (const name of ["q", "told", "of", "since", "until", "sort"]) {
      if (ui[name] !== document.activeElement || ui[name].tagName === "SELECT") ui[name].value = state[name];
    }
    ui.ever.hidden = !state.since && !state.until;
  };
  const show = () => {
    current = bynl.answer(state);
    shown = 0;
    opened.clear();
    ui.rows.replaceChildren();
    drawControls();
    FACETS.forEach(drawFacet);
    drawStrip();
    drawCount();
    drawVersion();
    drawRows(RUN);
    drawEmpty();
  };
  /** Change the state, the address and what is shown. */
  const go = (change, typed = false) => {
    state = { ...state, ...change };
    const address = bynl.hashOf(state) || `${location.pathname}${location.search}`;
    history[typed ? "replaceState" : "pushState"](null, "", address);
    show();
  };
  const reveal = (id) => {
    const index = bynl.position.get(id);
    if (index === undefined) return false;
    if (!current || !current.found.includes(index)) {
      state = bynl.blank();
      show();
    }
    drawRows(Math.max(shown, current.found.indexOf(index) + 1));
    const box = opened.get(index);
    box.open = true;
    box.firstElementChild.focus();
    box.scrollIntoView({ block: "start" });
    return true;
  };
  const route = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* An id needs no decoding. */ }
    if (id && !id.startsWith("?") && reveal(id)) return;
    state = bynl.stateOf(location.hash);
    show();
  };

  // What people do.

  const save = (name, type, text) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    make("a", [], { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
  const listen = () => {
    let wait = 0;
    const typed = (name) => () => {
      clearTimeout(wait);
      wait = setTimeout(() => ui[name].checkValidity() && go({ [name]: ui[name].value.trim() }, true), 80);
    };
    for (const name of ["q", "since", "until"]) ui[name].addEventListener("input", typed(name));
    for (const name of ["told", "of", "sort"]) ui[name].addEventListener("change", () => go({ [name]: ui[name].value }));
    ui.filters.addEventListener("submit", (event) => event.preventDefault());
    ui.filters.addEventListener("reset", (event) => {
      event.preventDefault();
      go(bynl.blank());
    });
    ui.ever.addEventListener("click", () => go({ since: "", until: "" }));
    ui.more.addEventListener("click", () => {
      const next = shown;
      drawRows(shown + RUN);
      ui.rows.children[next].querySelector("summary").focus();
    });
    ui.figures.addEventListener("toggle", () => ui.figures.open && drawFigures());
    ui.csv.addEventListener("click", () => save("records.csv", "text/csv", `\ufeff${bynl.csv(current)}`));
    ui.json.addEventListener("click", () => save("records.json", "application/json", bynl.json(current, JSON.parse(element("document").textContent))));
    window.addEventListener("hashchange", route);
    window.addEventListener("popstate", route);
    window.addEventListener("beforeprint", () => drawRows(Infinity));
    document.addEventListener("keydown", key);
  };
  const key = (event) => {
    const at = document.activeElement, typing = /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) && at.type !== "checkbox";
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      ui.q.focus();
      ui.q.select();
    } else if (event.key === "Escape") {
      const box = at.closest("#rows details[open]");
      if (box) {
        box.open = false;
        box.firstElementChild.focus();
      } else if (at === ui.q && state.q) {
        ui.q.value = "";
        go({ q: "" }, true);
      }
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (!typing || at === ui.q)) {
      const rows = [...ui.rows.querySelectorAll(":scope > li > details > summary")];
      const place = rows.indexOf(at.closest("#rows > li")?.querySelector("summary"));
      const next = rows[place + (event.key === "ArrowDown" ? 1 : -1)];
      if (next && (place >= 0 || event.key === "ArrowDown")) {
        event.preventDefault();
        next.focus();
      }
    }
  };

  // Once, at the beginning.

  const begin = () => {
    const title = data.title || "Records";
    ui.title.textContent = title;
    ui.about.replaceChildren(`${many(data.records.length, "record")}, ${many(data.sources.length, "source")}`,
      data.version ? ` · data ${data.version}` : "", data.checkedText ? ` · last checked ${data.checkedText}` : "");
    ui.foot.replaceChildren([data.citation, "This page makes no request: everything is in this file, which bynl-relations made of "].filter(Boolean).join(" "), make("code", data.asked), ".");
    ui.narrow.open = window.matchMedia("(min-width: 62rem)").matches;
    ui.gaps.hidden = !data.gaps.length;
    ui.gaps.firstElementChild.textContent = `What was looked for and not found (${data.gaps.length})`;
    ui.gaps.lastElementChild.append(make("ul", data.gaps.map(gapItem)));
    makeFacets();
    makeTellers();
    listen();
    route();
  };
  begin();
  window.bynl = Object.freeze({ ...bynl, milliseconds: performance.now() - reading });
})();
