"""The script answers as the library does: windows, sources, facets, words, and its own counts."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from bynl_relations import Relations, relations
from bynl_relations._display.page.words import words_of
from bynl_relations._spelling import fold

WINDOWS = 200
#: Answers many states in one go: ids, which are only possible, which a source denies.
ASK = """([states, whole]) => states.map(state => {
  const {found, possible, denied, undated, counts, strip} = bynl.answer({...bynl.blank(), ...state});
  const ids = places => [...places].map(place => bynl.data.records[place].id);
  const answer = {ids: ids(found), possible: ids(possible), denied: ids(denied), undated};
  return !whole ? answer : {...answer, counts: Object.fromEntries(Object.entries(counts).map(([facet, keys]) => [facet, Object.fromEntries(keys)])),
    strip: strip.map(column => Object.fromEntries(column))};
})"""


def ask(page: Page, *states: dict[str, Any], counts: bool = False) -> list[Any]:
    return page.evaluate(ASK, [list(states), counts])


def windows() -> list[dict[str, str]]:
    """Make windows: days, months and years, open ones, of what began and of what stood."""
    dice = Random(14)
    found = []
    for number in range(WINDOWS):
        days = sorted(date(1989, 1, 1) + timedelta(dice.randrange(14_000)) for _ in range(2))
        length = dice.choice((4, 7, 10))
        since, until = (day.isoformat()[:length] for day in days)
        open_side = dice.randrange(8)
        found.append({"of": ("began", "stood")[number % 2], "since": "" if open_side == 0 else since,
                      "until": "" if open_side == 1 else until})  # fmt: skip
    return found


def expected(window: dict[str, str], data: Relations = relations) -> tuple[list[str], set[str]]:
    """Return what the library answers: the ids, and those that are only possible."""
    if window["of"] == "began":
        asked = {name: window[name] for name in ("since", "until") if window[name]}
    else:
        asked = {"at": f"{window['since'] or '..'}/{window['until'] or '..'}"}
    found = data.all(claims=True, **asked)
    return list(found.ids), set(found.possible.ids)


def test_two_hundred_windows_are_answered_alike(engine: Page) -> None:
    asked = windows()
    answers = ask(engine, *asked)

    assert len(asked) == WINDOWS
    for window, answer in zip(asked, answers, strict=True):
        assert expected(window) == (answer["ids"], set(answer["possible"])), window


def test_every_source_tells_the_same_story_in_every_window(engine: Page) -> None:
    asked = windows()
    for number, source in enumerate(relations.sources()):
        view = relations.according_to(source.id)
        own = [asked[number % WINDOWS], asked[(number * 7 + 1) % WINDOWS]]
        whole, *answers = ask(
            engine, {"told": source.id}, *({"told": source.id} | one for one in own)
        )
        told = [key for key in whole["ids"] if key not in whole["denied"]]
        denied = [
            record.id for record in relations.all(claims=True)
            if (stances := {one.stance.value for one in record.citations if one.source.id == source.id})
            and stances == {"denies"}
        ]  # fmt: skip

        # A view orders its records by its own dates; the page keeps ours.
        assert sorted(view.all(claims=True).ids) == sorted(told), source.id
        assert denied == whole["denied"], source.id
        for window, answer in zip(own, answers, strict=True):
            ids, possible = expected(window, view)
            kept = [key for key in answer["ids"] if key not in answer["denied"]]
            assert sorted(ids) == sorted(kept), (source.id, window)
            assert possible == set(answer["possible"]) - set(answer["denied"]), (source.id, window)


def test_a_version_shows_what_its_source_asserts(engine: Page) -> None:
    texts = "told => bynl.versionOf(told).filter(Boolean).filter(({denied}) => !denied).map(({id, title, what, edtf, summary, disputed, claimed}) => [id, title, what, edtf, summary, Boolean(disputed), Boolean(claimed)])"
    from bynl_relations._display.wording import detail

    for source in relations.sources():
        view = relations.according_to(source.id).all(claims=True)
        shown = {row[0]: row for row in engine.evaluate(texts, source.id)}
        assert shown == {
            one.id: [one.id, one.title, detail(one),
                     str(one.when or ", ".join(map(str, one.attested))), one.summary, one.disputed,
                     one.claimed]
            for one in view
        }  # fmt: skip


def test_facets_find_what_queries_find(engine: Page) -> None:
    every = relations.all(claims=True)
    asked = {
        "collection": ({"collection": ["missions"]}, every.where(collection="missions")),
        "topic": ({"topic": ["sanctions", "trade"]}, every.where(topic=["sanctions", "trade"])),
        "actor": ({"actor": ["NL"]}, every.where(actor="NL")),
        "confidence": ({"confidence": ["low"]}, every.where(confidence="low")),
        "kind": ({"kind": ["meeting"]}, every.where(lambda one: str(getattr(one, "kind", "")) == "meeting")),
        "source": ({"source": ["Wikipedia"]}, every.where(
            lambda one: any(source.name == "Wikipedia" for source in one.sources))),
        "disputed": ({"doubt": ["disputed"]}, every.where(lambda one: one.disputed)),
        "claimed": ({"doubt": ["claimed"]}, every.where(lambda one: one.claimed)),
        "together": ({"actor": ["EU"], "topic": ["sanctions"], "since": "2020"},
                     every.where(actor="EU", topic="sanctions", since="2020")),
    }  # fmt: skip
    answers = ask(engine, *(state for state, _ in asked.values()))

    for (name, (_, found)), answer in zip(asked.items(), answers, strict=True):
        assert found.ids, name
        assert list(found.ids) == answer["ids"], name


def test_the_counts_of_a_facet_follow_the_other_facets(engine: Page) -> None:
    (answer,) = ask(
        engine, {"topic": ["sanctions"], "collection": ["events"], "since": "2006"}, counts=True
    )
    under_topic = relations.all(claims=True, topic="sanctions", since="2006")
    of_collection = relations.all(claims=True, collection="events", since="2006")

    # Its own choice does not narrow what a facet counts, so that more can be added.
    assert dict(Counter(one.collection for one in under_topic)) == answer["counts"]["collection"]
    assert (
        dict(Counter(topic for one in of_collection for topic in one.topics))
        == answer["counts"]["topic"]
    )
    assert (
        dict(Counter(str(one.confidence) for one in under_topic.where(collection="events")))
        == answer["counts"]["confidence"]
    )


@pytest.mark.parametrize("of", ["began", "stood"])
def test_the_strip_counts_what_a_query_of_each_year_counts(engine: Page, of: str) -> None:
    years = engine.evaluate("bynl.years.map(({since, until}) => [String(since), String(until)])")
    (answer,) = ask(engine, {"of": of, "topic": ["missions"]}, counts=True)

    assert len(years) > 30
    for (since, until), column in zip(years, answer["strip"], strict=True):
        ids, possible = expected({"of": of, "since": since, "until": until})
        topical = [key for key in ids if "missions" in relations[key].topics]
        counted = {
            collection: [0, 0] for collection in {relations[key].collection for key in topical}
        }
        for key in topical:
            counted[relations[key].collection][key in possible] += 1
        assert counted == column, (since, until)


def test_words_are_folded_alike(engine: Page) -> None:
    texts = [text for source in relations.sources() for text in (source.title, source.publisher)]
    texts += [name for actor in relations.actors() for name in actor.spellings]
    texts += [
        "Straße",
        "ΣΊΣΥΦΟΣ",
        "Łódź",
        "ıstanbul",
        "Đorđe",
        "ﬁn",
        "  Wit-RUSLAND ",
        "Ёлка",
        "Íß",
    ]

    assert [fold(text) for text in texts] == engine.evaluate("texts => texts.map(bynl.fold)", texts)


def test_a_search_finds_the_records_that_have_every_word(engine: Page) -> None:
    asked = ["Chernobyl children", "embassy", "Нидерланды", "Wit-Rusland", "CHARGÉ", "lukashenko visa",
             "no-such-word", "sanction", "2008", "eu", "12 november", "  "]  # fmt: skip
    words = {record.id: set(words_of(record)) for record in relations.all(claims=True)}

    def fits(own: set[str], token: str) -> bool:
        return token in own or (len(token) > 2 and any(word.startswith(token) for word in own))

    for text, answer in zip(asked, ask(engine, *({"q": text} for text in asked)), strict=True):
        tokens = re.findall(r"\w+", fold(text))
        assert [
            key for key, own in words.items() if all(fits(own, token) for token in tokens)
        ] == answer["ids"], text
    # What the library finds by its own search is found here too.
    found = set(ask(engine, {"q": "Chernobyl children"})[0]["ids"])
    assert set(relations.search("Chernobyl children").ids) <= found


def test_days_are_read_and_nothing_else(engine: Page) -> None:
    texts = [
        "2006",
        "2006-02",
        "2024-02",
        "2006-03-24",
        "0001",
        "2006-13",
        "2006-02-30",
        "2006-00",
        "0000",
        "x",
        "",
    ]
    spans = engine.evaluate("texts => texts.map(text => bynl.span(text))", texts)

    day = date.toordinal
    assert [
        [day(date(2006, 1, 1)), day(date(2006, 12, 31))],
        [day(date(2006, 2, 1)), day(date(2006, 2, 28))],
        [day(date(2024, 2, 1)), day(date(2024, 2, 29))],
        [day(date(2006, 3, 24))] * 2,
        [1, 365],
        None, None, None, None, None, None,
    ] == spans  # fmt: skip


def test_what_has_no_date_is_left_out_and_counted(engine: Page) -> None:
    found = relations.all(claims=True, since="2009", until="2010")
    (answer,) = ask(engine, {"since": "2009", "until": "2010"})

    assert list(found.ids) == answer["ids"]
    assert found.undated == answer["undated"]


def test_every_order_keeps_every_record(engine: Page) -> None:
    orders = ["", "newest", "title", "kind", "sources"]
    answers = [answer["ids"] for answer in ask(engine, *({"sort": sort} for sort in orders))]

    assert answers[0] == list(relations.all(claims=True).ids)
    assert {tuple(sorted(ids)) for ids in answers} == {tuple(sorted(answers[0]))}
    assert len({tuple(ids) for ids in answers}) == len(orders)
    assert min(answers[2], key=lambda key: relations[key].title.casefold()) in answers[2][:5]


def test_a_state_goes_into_the_address_and_back(engine: Page) -> None:
    state = {"q": "a&b=c #?", "of": "stood", "since": "2006", "topic": ["trade", "sanctions"],
             "source": ["A, B & C"], "sort": "title", "told": relations.sources()[0].id}  # fmt: skip
    there = "state => bynl.stateOf(bynl.hashOf({...bynl.blank(), ...state}))"

    assert engine.evaluate("state => ({...bynl.blank(), ...state})", state) == engine.evaluate(
        there, state
    )
    assert engine.evaluate("bynl.stateOf('#?told=nobody&of=x')") == engine.evaluate("bynl.blank()")
