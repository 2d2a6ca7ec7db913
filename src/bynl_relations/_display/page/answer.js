"use strict";
/* What the page knows, and the answer to a question: nothing here touches the document.
   The rules are those of the library, which wrote the bounds; a test compares the answers. */
const reader = (data) => {
  const { records, sources, gaps, never, forever } = data;
  const FACETS = ["collection", "kind", "topic", "actor", "source", "confidence", "doubt"];
  const position = new Map(records.map((record, index) => [record.id, index]));
  const number = new Map(sources.map((source, index) => [source.id, index]));

  // Words, compared as the library compares names: without case and accents.

  const PLAIN = { "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "ʼ": "'", "–": "-" };
  const lower = (text) => text.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  const fold = (text) =>
    lower(lower(text).replace(/[øłđı’ʼ–]/g, (sign) => PLAIN[sign]).normalize("NFKD"))
      .replace(/\p{Mn}/gu, "").split(/\s+/).filter(Boolean).join(" ");
  const tokens = (text) => [...new Set(fold(text).match(/[\p{L}\p{N}_]+/gu) || [])];
  let words = null;

  /** Mark the records that hold every word of a text; null where it has none. */
  const holding = (text) => {
    const wanted = tokens(text);
    if (!wanted.length) return null;
    words ??= Object.entries(data.words);
    const held = new Uint8Array(records.length);
    wanted.forEach((token, round) => {
      for (const [word, steps] of words) {
        if (word !== token && !(token.length > 2 && word.startsWith(token))) continue;
        let at = 0;
        for (const step of steps) {
          at += step;
          if (held[at] === round) held[at] = round + 1;
        }
      }
    });
    return held.map((rounds) => (rounds === wanted.length ? 1 : 0));
  };

  // Days, counted as Python counts them.

  const ordinal = (year, month, day) =>
    new Date(0).setUTCFullYear(year, month, day) / 86400000 + 719163;
  /** The first and the last day of a year, month or day; null for anything else. */
  const span = (text) => {
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text.trim());
    if (!found || found[1] === "0000") return null;
    const [year, month, day] = found.slice(1).map((part) => part && Number(part));
    if (month === undefined) return [ordinal(year, 0, 1), ordinal(year, 11, 31)];
    const last = new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || day < 1 || day > last) return null;
    if (day === undefined) return [ordinal(year, month - 1, 1), ordinal(year, month - 1, last)];
    return [ordinal(year, month - 1, day), ordinal(year, month - 1, day)];
  };
  const yearOf = (day) => new Date((day - 719163) * 86400000).getUTCFullYear();

  /** The days that a state asks about; null where it asks about none. */
  const windowOf = (state) => {
    const since = span(state.since), until = span(state.until);
    if (!since && !until) return null;
    return asks(state.of === "stood", since ? since[0] : never, until ? until[1] : forever);
  };
  const asks = (stood, first, last) =>
    ({ stood, first, last, sure: data.checked === null ? last : Math.min(last, data.checked) });

  /** Whether a record belongs to a window: 0 not, 1 possibly, 2 certainly. */
  const belongs = (record, { stood, first, last, sure }) => {
    if (stood) {
      let can = 0;
      for (const [low, high, by, until] of record.stood) {
        if (low > last || high < first) continue;
        if (low <= sure && by <= sure && until >= first) return 2;
        can = 1;
      }
      return can;
    }
    const began = record.began;
    if (!began || began[0] > last || began[1] < first) return 0;
    return began[0] >= first && began[2] <= sure ? 2 : 1;
  };

  // The columns of the strip: a year each up to the last check. A column before them holds all
  // that is so early that few records reach it.

  const begun = records.flatMap(({ began, stood }) => [began ? (began[0] > never ? began[0] : began[1]) : forever,
    ...stood.map(([low]) => low)]).filter((day) => day > never && day < forever).sort((one, two) => one - two);
  const years = [];
  if (begun.length) {
    const column = (name, since, until) => years.push({ name, since: String(since), until: String(until),
      ...Object.fromEntries(["began", "stood"].map((of) => [of, asks(of === "stood", since ? ordinal(since, 0, 1) : never, ordinal(until, 11, 31))])) });
    const first = yearOf(begun[Math.floor(begun.length / 100)]), latest = yearOf(data.checked ?? begun.at(-1));
    if (yearOf(begun[0]) < first) column(`before ${first}`, "", first - 1);
    for (let year = first; year <= Math.max(first, latest) && years.length < 300; year += 1) column(String(year), year, year);
  }

  // The story as one source tells it.

  const versions = new Map();
  /** Every record as a source has it: null where it does not speak of it, `denied` where it denies it. */
  const versionOf = (source) => {
    if (!versions.has(source)) {
      const teller = number.get(source);
      versions.set(source, teller === undefined ? records : records.map((record) => as(record, teller)));
    }
    return versions.get(source);
  };
  const as = (record, teller) => {
    const cites = record.cites.filter(([source]) => source === teller);
    if (!cites.length) return null;
    const own = cites.filter(([, stance]) => stance !== "denies");
    if (!own.length) return { ...record, cites, denied: true };
    const summary = [...new Set(own.map(([, , says]) => says).filter(Boolean))].join(" ");
    const ours = { claimed: false, notes: "", summary, cites: own, disputes: null, why: "" };
    const theirs = { ...record, ...ours, ...(record.versions || {})[teller] };
    return { ...theirs, disputed: Boolean(theirs.disputes) };
  };

  // Questions.

  const keysOf = (record, facet) => {
    switch (facet) {
      case "topic": return record.topics;
      case "actor": return record.actors;
      case "source": return record.publishers ??= [...new Set(record.cites.map(([source]) => sources[source].name))];
      case "doubt": return record.doubts ??= ["disputed", "claimed", "maybe"].filter((flag) => record[flag]);
      default: return [record[facet]];
    }
  };
  const blank = () => ({ q: "", told: "", of: "began", since: "", until: "", sort: "",
    ...Object.fromEntries(FACETS.map((facet) => [facet, []])) });

  /** Answer a state: which records, which are only possible, and the counts beside each facet. */
  const answer = (state) => {
    const version = versionOf(state.told), hits = holding(state.q), window = windowOf(state);
    const chosen = FACETS.map((facet) => new Set(state[facet])), asked = chosen.map((set) => set.size > 0);
    const counts = FACETS.map(() => new Map());
    const strip = years.map(() => new Map());
    const found = [], possible = new Set(), denied = new Set();
    let undated = 0;
    for (let index = 0; index < version.length; index += 1) {
      const record = version[index];
      if (!record || (hits && !hits[index])) continue;
      let failed = 0, which = -1;
      for (let facet = 0; facet < FACETS.length && failed < 2; facet += 1) {
        if (!asked[facet] || keysOf(record, FACETS[facet]).some((key) => chosen[facet].has(key))) continue;
        failed += 1;
        which = facet;
      }
      const time = window ? belongs(record, window) : 2;
      if (failed > 1 || (failed && !time)) continue;
      if (!failed && !record.denied) inYears(strip, record, state.of === "stood");
      if (!time) {
        undated += record.began || record.stood.length ? 0 : 1;
        continue;
      }
      if (!failed) {
        found.push(index);
        if (time === 1) possible.add(index);
        if (record.denied) denied.add(index);
      }
      for (let facet = 0; facet < FACETS.length; facet += 1) {
        if (failed && which !== facet) continue;
        for (const key of keysOf(record, FACETS[facet])) {
          counts[facet].set(key, (counts[facet].get(key) || 0) + 1);
        }
      }
    }
    return { found: ordered(found, version, state.sort), possible, denied, undated, window, strip, version,
      counts: Object.fromEntries(FACETS.map((facet, place) => [facet, counts[place]])) };
  };

  /** Count a record in each year of the strip: [certain, possible] by collection. */
  const inYears = (strip, record, stood) => {
    years.forEach((year, place) => {
      const how = belongs(record, stood ? year.stood : year.began);
      if (!how) return;
      const column = strip[place];
      if (!column.has(record.collection)) column.set(record.collection, [0, 0]);
      column.get(record.collection)[how === 2 ? 0 : 1] += 1;
    });
  };

  const { compare } = new Intl.Collator("en");
  const ordered = (found, version, sort) => {
    const by = {
      newest: null,
      title: (one, two) => compare(version[one].title, version[two].title),
      kind: (one, two) => compare(version[one].collection, version[two].collection)
        || compare(version[one].what, version[two].what),
      sources: (one, two) => records[two].cites.length - records[one].cites.length,
    };
    if (sort === "newest") {
      const dated = found.filter((index) => version[index].began || version[index].stood.length);
      const rest = new Set(dated);
      return [...dated.reverse(), ...found.filter((index) => !rest.has(index))];
    }
    return by[sort] ? found.sort((one, two) => by[sort](one, two) || one - two) : found;
  };

  /** The gaps that a state touches: none of its filters excludes them, and one of them names them. */
  const touched = (state) => {
    const window = windowOf(state), wanted = tokens(state.q);
    return gaps.filter((gap) => {
      const within = (chosen, own) => (chosen.length && own.length ? chosen.some((key) => own.includes(key)) : null);
      const held = new Set(tokens([gap.question, gap.says, gap.collection, ...gap.topics].join(" ")));
      const tests = [
        within(state.collection, gap.collection ? [gap.collection] : []),
        within(state.topic, gap.topics),
        within(state.actor, gap.actors),
        window && gap.days ? gap.days[0] <= window.last && gap.days[1] >= window.first : null,
        wanted.some((token) => [...held].some((word) => token.length > 2 && word.startsWith(token))) || null,
      ];
      return tests.includes(true) && !tests.includes(false);
    });
  };

  // A state in the address.

  const PARTS = ["q", "told", "of", "since", "until", "sort"];
  const hashOf = (state) => {
    const query = new URLSearchParams();
    for (const part of PARTS) {
      if (state[part] && state[part] !== "began") query.set(part, state[part]);
    }
    for (const facet of FACETS) state[facet].forEach((key) => query.append(facet, key));
    const text = query.toString();
    return text ? `#?${text}` : "";
  };
  const stateOf = (hash) => {
    const query = new URLSearchParams(hash.replace(/^#\??/, "")), state = blank();
    for (const part of PARTS) state[part] = query.get(part) ?? state[part];
    for (const facet of FACETS) state[facet] = query.getAll(facet);
    if (state.of !== "stood") state.of = "began";
    if (!number.has(state.told)) state.told = "";
    return state;
  };

  // Files.

  /** Write records as CSV; a text that a spreadsheet would run as a formula gets an apostrophe. */
  const csv = ({ found, possible, window, version, denied }) => {
    const cell = (value) => {
      const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : String(value);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const columns = {
      id: ({ id }) => id,
      collection: ({ collection }) => collection,
      kind: ({ kind }) => kind,
      certain: (record, index) => !(window ? possible.has(index) : record.maybe),
      when: ({ edtf }) => edtf,
      earliest: ({ days }) => days[0],
      latest: ({ days }) => days[1],
      title: ({ title }) => title,
      what: ({ what }) => what,
      summary: ({ summary }) => summary || "",
      actors: ({ actors }) => actors.join("; "),
      place: ({ place }) => place,
      topics: ({ topics }) => topics.join("; "),
      confidence: ({ confidence }) => confidence,
      claimed: ({ claimed }) => Boolean(claimed),
      disputed: ({ disputed }) => Boolean(disputed),
      denied: (record, index) => denied.has(index),
      sources: ({ cites }) => [...new Set(cites.map(([source]) => sources[source].id))].join("; "),
    };
    const rows = found.map((index) => Object.values(columns).map((get) => cell(get(version[index], index))));
    return [Object.keys(columns), ...rows].map((row) => `${row.join(",")}\r\n`).join("");
  };

  /** Write records as a dataset that the library reads, from the document of all of them. */
  const json = ({ found }, whole) => {
    const ids = new Set(found.map((index) => records[index].id)), named = new Set(), kept = {};
    const look = (value) => {
      if (typeof value === "string") named.add(value);
      else if (value && typeof value === "object") Object.values(value).forEach(look);
    };
    for (const [part, rows] of Object.entries(whole)) {
      if (["dataset", "actors", "sources", "gaps", "places"].includes(part)) continue;
      const own = rows.filter((row) => ids.has(row.id));
      if (own.length) kept[part] = own;
    }
    look(kept);
    const tables = Object.fromEntries(["actors", "sources"].map((part) => [part, new Map((whole[part] || []).map((row) => [row.id, row]))]));
    // An actor that acts for another names it; a set is walked while it grows.
    for (const name of named) look((tables.actors.get(name) || {}).acts_for);
    const held = ({ id }) => named.has(id);
    const actors = (whole.actors || []).filter(held), cited = (whole.sources || []).filter(held);
    const outside = new Set(whole.dataset.elsewhere || []);
    const elsewhere = [...named].filter((name) => outside.has(name) || (position.has(name) && !ids.has(name))).sort();
    const dataset = { ...whole.dataset, elsewhere };
    return `${JSON.stringify({ dataset, ...(actors.length && { actors }), ...(cited.length && { sources: cited }), ...kept }, null, 2)}\n`;
  };

  return Object.freeze({ data, FACETS, position, number, years, compare, fold, tokens, span, blank, answer, versionOf,
    keysOf, touched, hashOf, stateOf, csv, json });
};
