"""Keywords become tests; what is wrong with them is told in words."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from bynl_relations import (
    Actor,
    Agreement,
    Citation,
    Event,
    EventKind,
    InvalidDate,
    Measure,
    Mission,
    Participant,
    Place,
    Position,
    Record,
    Relations,
    RelationsError,
    Source,
    Statistic,
    UnknownName,
    UnknownRecord,
    Visit,
    When,
    relations,
)
from bynl_relations._fields.shape import shapes
from bynl_relations._query.conditions import COMMON, allowed, own_fields
from bynl_relations.model import COLLECTIONS, kind

NL = Actor("NL", "state", "Netherlands")
BY = Actor("BY", "state", "Belarus")
PL = Actor("PL", "state", "Poland")
MINISTER = Actor("minister", "person", "Anna Jansen", acts_for=("NL",))
A, B = (
    Source("a", "A", tier="news", voice="crowd"),
    Source("b", "B", tier="primary", publisher="State"),
)
CITED = (Citation(A),)


def event(id: str, **fields: object) -> Event:
    """Make an event of the given fields."""
    return Event(**{"id": id, "title": "T", "kind": "meeting", "citations": CITED} | fields)  # type: ignore[arg-type]


RECORDS: list[Record] = [
    event(
        "talks",
        when=When("2006-03"),
        participants=(Participant(MINISTER), Participant(BY, "host")),
        topics=("trade", "media"),
        place=Place("Minsk", "BY"),
        summary="They spoke of Chernobyl’s children.",
    ),
    event("protest", when=When("2007"), kind="protest", scope="context", confidence="low"),
    event("rumour", when=When("2008"), claimed=True, citations=(Citation(B, "denies"),)),
    event("bare"),
    Visit(id="visit", title="T", citations=CITED, visitors=(MINISTER,), hosts=(BY,), level="minister"),
    Mission(
        id="embassy", title="T", citations=CITED, kind="embassy", sending_state=NL,
        accredited_to=(BY,), seat=Place("Warsaw", "PL"), address="Kawalerii  10",
    ),
    Mission(
        id="office", title="T", citations=CITED, kind="embassy_office", sending_state=NL,
        accredited_to=(BY,), seat=Place("Minsk", "BY"),
    ),
    Agreement(id="treaty", title="T", citations=CITED, kind="treaty", parties=(NL, BY)),
    Agreement(id="alone", title="T", citations=CITED, kind="memorandum", parties=(MINISTER, PL)),
    Measure(
        id="ban", title="T", citations=CITED, kind="travel_ban", effect="imposes", imposed_by=(NL,),
        targets=(BY,), changes=(),
    ),
    Position(
        id="word", title="T", citations=CITED, holders=(MINISTER,), attitude="urges", about="ban",
    ),
    Statistic(id="figure", title="T", citations=CITED, indicator="goods_by_to_nl", low=0.1, unit="USD"),
]  # fmt: skip
MINE = Relations.of(RECORDS)


@pytest.mark.parametrize(
    ("collection", "who", "keywords", "found"),
    [
        ("events", None, {}, ["talks", "protest", "bare"]),
        ("events", "NL", {}, ["talks"]),
        ("events", MINISTER, {}, ["talks"]),
        ("events", "NL", {"exact": True}, []),
        ("events", None, {"claims": True}, ["talks", "protest", "rumour", "bare"]),
        ("events", None, {"undated": False}, ["talks", "protest"]),
        ("events", None, {"actor": "Belarus"}, ["talks"]),
        ("events", None, {"topic": "Trade"}, ["talks"]),
        ("events", None, {"topic": ["media", "trade"]}, ["talks"]),
        ("events", None, {"topic": iter(["media"])}, ["talks"]),
        ("events", None, {"country": "by"}, ["talks"]),
        ("events", None, {"country": ("Belarus", "NL")}, ["talks"]),
        ("events", None, {"country": "FR"}, []),
        ("events", None, {"source": "crowd"}, ["talks", "protest", "bare"]),
        ("events", None, {"source": B, "claims": True}, ["rumour"]),
        ("events", None, {"source": "state"}, []),
        ("events", None, {"scope": "context"}, ["protest"]),
        ("events", None, {"confidence": {"low", "high"}}, ["protest"]),
        ("events", None, {"kind": EventKind.PROTEST}, ["protest"]),
        ("events", None, {"text": "CHERNOBYL'S child"}, ["talks"]),
        ("events", None, {"text": "chernobyl nobody"}, []),
        ("events", None, {"where": lambda one: one.place}, ["talks"]),
        ("events", None, {"kind": None, "since": None, "claims": None}, ["talks", "protest", "bare"]),
        ("visits", "NL", {"to": "BY"}, ["visit"]),
        ("visits", "BY", {}, []),
        ("visits", None, {"level": "Minister"}, ["visit"]),
        ("missions", "NL", {"to": "BY"}, ["embassy", "office"]),
        ("missions", None, {"resident": True}, ["office"]),
        ("missions", None, {"resident": False}, ["embassy"]),
        ("missions", None, {"kind": "Embassy office"}, ["office"]),
        ("missions", None, {"address": "kawalerii 10"}, ["embassy"]),
        ("agreements", "NL", {"to": "BY"}, ["treaty"]),
        ("agreements", "BY", {"to": "NL"}, ["treaty"]),
        ("agreements", "NL", {"to": "NL"}, []),
        ("agreements", None, {"to": "NL"}, ["alone", "treaty"]),
        ("agreements", "NL", {"to": "PL"}, ["alone"]),
        ("agreements", None, {"multilateral": False}, ["alone", "treaty"]),
        ("agreements", None, {"multilateral": True}, []),
        ("measures", None, {"effect": ["lifts", "imposes"], "extent": "whole"}, ["ban"]),
        ("positions", "NL", {"about": "ban"}, ["word"]),
        ("statistics", None, {"low": 0.1}, ["figure"]),
        ("statistics", None, {"low": Decimal("0.1"), "unit": "usd"}, ["figure"]),
        ("statistics", None, {"low": 1}, []),
        ("statistics", None, {"indicator": "goods by to NL"}, ["figure"]),
        ("statistics", "NL", {}, []),
    ],
)  # fmt: skip
def test_each_keyword_keeps_what_fits(
    collection: str, who: object, keywords: dict[str, object], found: list[str]
) -> None:
    asked = [] if who is None else [who]
    assert found == list(getattr(MINE, collection)(*asked, **keywords).ids)


def test_keywords_narrow_together() -> None:
    assert MINE.events("NL", topic="trade", country="BY", since=2006, until=2006).ids == ("talks",)
    assert MINE.events("NL", topic="trade", country="BY", since=2007).ids == ()
    assert MINE.events(topic="trade", undated=False, where=lambda one: True).ids == ("talks",)


def test_all_takes_the_collection() -> None:
    assert MINE.all(collection="visits").ids == ("visit",)
    assert MINE.all(collection=["Visits", "positions"]).ids == ("visit", "word")


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        ("events(2006)", UnknownName, "did you mean since=2006 or at=2006?"),
        ("events('NL', 'BY')", TypeError, "positional argument"),
        ("search()", TypeError, "positional argument"),
        ("events(sinse=2006)", TypeError, "did you mean 'since'?"),
        ("events(who='NL')", TypeError, "did you mean the first positional argument?"),
        ("all(who='NL')", TypeError, "did you mean the first positional argument?"),
        ("events(to='NL')", TypeError, "did you mean 'actor'?"),
        ("events(when=2006)", TypeError, "did you mean 'at'?"),
        ("visits(type='x')", TypeError, "did you mean 'level'?"),
        ("events(level='minister')", TypeError, "it is a keyword of visits()"),
        ("all(effect='lifts')", TypeError, "it is a keyword of measures()"),
        ("events(qqqqqq=1)", TypeError, "it has since, until, at,"),
        ("events(claims='yes')", TypeError, "claims='yes' is not a boolean; use True or False"),
        ("events(undated=1)", TypeError, "undated=1 is not a boolean; use True or False"),
        ("events(exact=0)", TypeError, "exact=0 is not a boolean; use True or False"),
        ("missions(resident='no')", TypeError, "resident='no' is not a boolean; use True or False"),
        ("statistics(low='5')", TypeError, "low='5' is not a finite number"),
        ("statistics(low=True)", TypeError, "low=True is not a finite number"),
        ("statistics(high=NAN)", TypeError, "high=nan is not a finite number"),
        ("statistics(unit=5)", TypeError, "unit=5 is not a string"),
        ("missions(address=b'x')", TypeError, "address=b'x' is not a string"),
        ("events(where=5)", TypeError, "where=5 is not callable; pass a function of a record"),
        ("events(since=True)", InvalidDate, "since=True is not a valid date"),
        ("events(since=NAN)", InvalidDate, "since=nan is not a valid date"),
        ("events(since=b'2006')", InvalidDate, "since=b'2006' is not a valid date"),
        ("events(at=[])", InvalidDate, "at=[] is not a valid date"),
        ("events(until='03/04/2006')", InvalidDate, "it reads two ways: 3 April 2006 and 4 March"),
        ("events(since=2010, until=2009)", InvalidDate, "since=2010 is after until=2009"),
        ("events(match='certian')", UnknownName, "did you mean 'certain'?"),
        ("events(match=5)", UnknownName, "match=5 is unknown; use one of any, certain, possible"),
        ("events(kind=3)", UnknownName, "kind=3 is unknown; use one of establishment, decision"),
        ("events(kind='metting')", UnknownName, "did you mean 'meeting'?"),
        ("events(kind='embassy')", UnknownName, "did you mean missions(kind='embassy')?"),
        ("events(topic='goods_by_to_nl')", UnknownName, "statistics(indicator='goods_by_to_nl')?"),
        ("events(topic='NL')", UnknownName, "did you mean actor='NL'?"),
        ("events(topic=2006)", UnknownName, "did you mean since=2006 or at=2006?"),
        ("events(topic=[])", UnknownName, "topic=[] is empty"),
        ("events(kind=())", UnknownName, "kind=() is empty"),
        ("events(country=[])", UnknownName, "country=[] is empty"),
        ("all(collection=[])", UnknownName, "collection=[] is empty"),
        (
            "events(topic=b'trade')",
            UnknownName,
            "topic=b'trade' is unknown; use one of media, trade",
        ),
        ("events(confidence='hi')", UnknownName, "did you mean 'high'?"),
        ("events(text='')", UnknownName, "text='' has no word; pass one or more words"),
        ("events(text=' ')", UnknownName, "text=' ' has no word; pass one or more words"),
        ("events(text=5)", UnknownName, "text=5 has no word; pass one or more words"),
        ("visits(to='Nobody')", UnknownName, "to: no actor 'Nobody'"),
        ("events(actor=5)", UnknownName, "actor: no actor 5"),
        ("positions(about='bann')", UnknownRecord, "did you mean 'ban'?"),
        ("appointments(mission='nope')", UnknownRecord, "mission: no record with id 'nope'"),
    ],
)
def test_a_wrong_argument_says_what_is_allowed(
    call: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as told:
        eval(f"MINE.{call}", {"MINE": MINE, "NAN": float("nan")})

    assert type(told.value) is error
    assert said in str(told.value)
    assert issubclass(error, (RelationsError, TypeError))


def test_what_was_asked_reads_as_a_call() -> None:
    def near(record: object) -> bool:
        return True

    asked = MINE.missions(
        NL, to="BY", kind=Mission.vocabulary("kind")[:1], source=A, at=When("2008"), where=near
    ).asked

    assert (
        asked
        == "<dataset>.missions('NL', to='BY', kind=['embassy'], source='a', at='2008', where=near)"
    )
    assert MINE.events(kind=EventKind.CALL).asked == "<dataset>.events(kind='call')"
    assert MINE.events(since=datetime.date(2006, 1, 2)).asked.endswith(
        "(since=datetime.date(2006, 1, 2))"
    )


def test_a_query_changes_nothing_that_it_is_given() -> None:
    topics = ["trade"]
    MINE.events(topic=topics)
    assert topics == ["trade"]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_own_keywords_are_the_scalar_fields_of_the_kind(collection: str) -> None:
    # What is asked in another form than a field has: an act by its numbers, a chain, an actor.
    more = {"measures": ("act", "changes"), "statistics": ("reporter",)}.get(collection, ())

    scalar = [
        name
        for name, shape in shapes(kind(collection))
        if name not in Record.field_names()
        and not shape.many
        and issubclass(shape.kind, (str, bool, Decimal))
    ]
    derived = ["resident"] if collection == "missions" else []

    assert [*scalar, *derived, *more] == list(own_fields(collection))


def test_the_keywords_of_a_query_are_the_common_ones_and_its_own() -> None:
    assert allowed("all") == ("collection", *COMMON)
    assert allowed("events") == (*COMMON, "kind")
    assert allowed("visits") == ("to", *COMMON, "level")
    assert own_fields("all") == ()


def test_a_query_of_the_bundled_data_names_the_topics() -> None:
    with pytest.raises(UnknownName, match="did you mean 'trade'"):
        relations.events(topic="trad")
