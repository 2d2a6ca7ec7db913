"""What a package that depends on this one writes; type checkers read it, nothing runs it.

Every line that is refused carries the comments that allow it. Where a checker stops refusing
it, the checker reports the comment as unused, and the test fails.
"""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from bynl_relations import (
    Actor,
    Capacity,
    Citation,
    Effect,
    Event,
    EventKind,
    Gap,
    Measure,
    Mission,
    Position,
    Record,
    Records,
    Relations,
    Source,
    Statistic,
    Visit,
    When,
    relations,
)


def titles(records: Records[Record]) -> list[str]:
    return [record.title for record in records]


def year(record: Record) -> str:
    return str(record.when)[:4]


def queries_know_their_kind() -> None:
    assert_type(relations, Relations)
    assert_type(relations.events(), Records[Event])
    assert_type(relations.events()[0], Event)
    assert_type(relations.events()[:2], Records[Event])
    assert_type(relations.events().first(), Event | None)
    assert_type(relations.events().one(), Event)
    assert_type([event.kind == "protest" for event in relations.events()], list[bool])
    assert_type(relations.visits("NL", to="BY", level="minister"), Records[Visit])
    assert_type(relations.missions("NL"), Records[Mission])
    assert_type(relations.missions(to="BY"), Records[Mission])
    assert_type(relations.measures("EU", effect="suspends"), Records[Measure])
    assert_type(relations.measures("EU", effect=(Effect.LIFTS, "eases")), Records[Measure])
    assert_type(relations.positions("NL"), Records[Position])
    assert_type(relations.statistics(indicator="children_hosted"), Records[Statistic])
    assert_type(relations.all(topic="sanctions", collection="measures"), Records[Record])
    assert_type(relations.all("NL", city="Minsk", reference="Trb. 1995, 143"), Records[Record])
    assert_type(relations.contacts("NL", to=("BY", "RU"), since=2008), Records[Event | Visit])
    assert_type(relations.search("Chernobyl", since=2008, topic=["trade"]), Records[Record])
    assert_type(relations.disputes(claims=False, actor=["NL", "EU"]), Records[Record])
    assert_type(relations.gaps("NL", collection="missions", at=2008), tuple[Gap, ...])
    assert_type(relations.missions("NL", to="BY", resident=False), Records[Mission])
    assert_type(relations.measures(act="2008/844", changes=["a-ban"]), Records[Measure])
    assert_type(relations.visits(capacity=Capacity.MINISTER, all_of=["NL", "BY"]), Records[Visit])
    assert_type(relations.statistics(reporter="NL", related="a-record").last(), Statistic | None)
    assert_type(relations["by-embassy-the-hague"], Record)
    assert_type(relations.get("by-embassy-the-hague"), Record | None)
    assert_type(relations.at("2008-10-20"), Relations)
    assert_type(relations.according_to("wikipedia"), Relations)
    assert_type(relations.actor("NL"), Actor)
    assert_type(relations.source("wikipedia"), Source)
    assert_type(relations.topics, dict[str, str])
    assert_type(relations.checked, When | None)


def results_keep_their_kind() -> None:
    events = relations.events(kind="protest", since=2006, until="2010", match="certain")
    assert_type(events, Records[Event])
    assert_type(events.certain, Records[Event])
    assert_type(events.where(lambda event: event.disputed), Records[Event])
    assert_type(events.where(topic="sanctions"), Records[Event])
    assert_type(events.sort("title"), Records[Event])
    assert_type(events + relations.visits(), Records[Event | Visit])
    assert_type(events.last(), Event | None)
    assert_type(events.group_by(lambda event: event.kind), dict[EventKind, Records[Event]])
    assert_type(events.group_by(year), dict[str, Records[Event]])
    assert_type(events.where(city=("Minsk", "Brest"), all_of="BY"), Records[Event])
    assert_type(events.actors, tuple[Actor, ...])
    assert_type(events.gaps, tuple[Gap, ...])
    assert_type(events.hints, tuple[str, ...])
    assert_type(events.ids, tuple[str, ...])
    assert_type(
        [events.to_json(), events.to_jsonl(), events.to_csv(), events.to_jsonld()], list[str]
    )
    events.to_jsonl("events.jsonl")
    relations.to_json(Path("all.json"))
    assert_type(events[0].when, When | None)
    assert_type(events[0].citations, tuple[Citation, ...])
    assert_type(titles(events), list[str])  # covariant


def unknown_keywords_and_wrong_values_are_refused() -> None:
    relations.events(sinse=2006)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    relations.events(kind=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    relations.events(level="minister")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    relations.events(match="some")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    relations.missions(who="NL")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    relations.gaps(kind="call")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    relations.search("a", to="BY")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    relations.visits(capacity=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    relations.positions(2006)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    relations["by-embassy-the-hague"].title = ""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def constructors_take_plain_words() -> None:
    source = Source("a-paper", "A paper", tier="news")
    citation = Citation(source, stance="supports")
    state = Actor("NL", "state", "Netherlands")
    event = Event(id="a-protest", title="A protest", kind="protest", citations=(citation,))
    assert_type(event, Event)
    assert_type(
        Mission(
            id="an-embassy",
            title="An embassy",
            kind="embassy",
            confidence="low",
            sending_state=state,
            accredited_to=(state,),
            citations=(citation,),
        ),
        Mission,
    )
    assert_type(Relations.of([event], title="Mine") | relations, Relations)
    assert_type(When.parse("March 2006"), When)
    Event(id="a", title="A", kind=3, citations=(citation,))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Event(id="a", title="A", kind="protest")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
