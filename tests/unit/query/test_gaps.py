"""A question names the gaps that it touches, and says what fits elsewhere where nothing fits."""

from __future__ import annotations

import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    Gap,
    Measure,
    Participant,
    Relations,
    Source,
    When,
)
from bynl_relations._dataset.holdings import InMemory
from bynl_relations._dataset.metadata import Metadata

CITED = (Citation(Source("s", "S", tier="news")),)
NL, BY, PL, EU = (
    Actor("NL", "state", "Netherlands"),
    Actor("BY", "state", "Belarus"),
    Actor("PL", "state", "Poland"),
    Actor("EU", "union", "European Union"),
)
MINISTER = Actor("minister", "person", "Maxime Verhagen", acts_for=("NL",))


def event(id: str, *parts: Participant, **fields: object) -> Event:
    """Make an event."""
    fields.setdefault("kind", "meeting")
    return Event(id=id, title="T", citations=CITED, participants=parts, **fields)  # type: ignore[arg-type]


def measure(id: str, **fields: object) -> Measure:
    """Make a measure."""
    return Measure(
        id=id, title="T", citations=CITED, kind="travel_ban", effect="imposes", imposed_by=(EU,),
        targets=(BY,), **fields,
    )  # type: ignore[arg-type] # fmt: skip


GAPS = (
    Gap("any-time", "Visits of poets", "visits", topics=("culture",)),
    Gap("early", "Envoys before 1993", "appointments", actors=(NL, BY), when=When("../1993")),
    Gap("open", "Anything else"),
)


def test_a_gap_touches_a_question_that_shares_what_both_name() -> None:
    records = {"events": [event("met", Participant(PL), topics=("trade",), when=When("1990"))]}
    words = Metadata(topics=(("culture", ""), ("trade", "")))
    actors = {one.id: one for one in (NL, BY, PL, MINISTER)}
    mine = Relations(InMemory(words, actors, {}, records, GAPS))

    def ids(found: tuple[Gap, ...]) -> list[str]:
        return [gap.id for gap in found]

    assert ids(mine.gaps()) == ["any-time", "early", "open"]
    assert ids(mine.gaps("NL")) == ["any-time", "early", "open"]
    assert ids(mine.gaps("PL")) == ["any-time", "open"]
    assert ids(mine.gaps(collection="visits")) == ["any-time", "open"]
    assert ids(mine.gaps(topic="trade")) == ["early", "open"]
    assert ids(mine.gaps(since=1994)) == ["any-time", "open"]
    assert ids(mine.gaps(until=1993)) == ["any-time", "early", "open"]
    assert ids(mine.gaps(at="1994")) == ["any-time", "open"]
    assert ids(mine.gaps(actor=["PL", "BY"])) == ["any-time", "early", "open"]
    assert ids(mine.appointments("NL", at="1993").gaps) == ["early", "open"]
    assert ids(mine.appointments("Verhagen").gaps) == ["open"]
    assert ids(mine.appointments().where(since=1994).gaps) == ["open"]
    assert ids(mine.events().gaps) == ["open"]
    assert ids(mine.contacts().gaps) == ["any-time", "open"]
    assert ids(mine.search("met").gaps) == ["any-time", "early", "open"]
    assert ids((mine.events() + mine.visits()).gaps) == ["open", "any-time"]
    assert ids(mine.at("1994").appointments().gaps) == ["open"]
    with pytest.raises(TypeError, match=r"gaps\(\) has no keyword 'kind'; it has since, until, at"):
        mine.gaps(kind="call")  # type: ignore[call-arg]
    empty = mine.appointments("NL")
    assert "looked for and not found: Envoys before 1993; Anything else" in repr(empty)
    assert "1 more in .gaps" in repr(mine.all("NL"))


def test_an_empty_result_counts_what_fits_elsewhere() -> None:
    mine = Relations.of(
        [
            event("one", Participant(NL), Participant(BY), when=When("2006")),
            event("two", Participant(MINISTER), Participant(BY), when=When("2007")),
            event("far", Participant(NL), when=When("2007")),
            measure("ban", when=When("2006")),
        ]
    )
    assert mine.visits("NL", to="BY").hints == ("0 visits; 2 events fit",)
    assert "0 visits; 2 events fit" in repr(mine.visits("NL", to="BY"))
    assert mine.visits("NL", to="BY", since=2007).hints == ("0 visits; 1 event fits",)
    assert mine.visits(since=2006, until=2006).hints == ("0 visits; 1 event, 1 measure fit",)
    assert mine.visits("EU", to="BY").hints == ("0 visits; 1 measure fits",)
    assert mine.visits("BY", level="other", where=lambda _: False).hints == (
        "0 visits; 2 events fit",
    )
    assert mine.visits("BY", since=2020).hints == ()
    assert mine.events("NL").hints == ()
    assert mine.all("EU", since=2020).hints == ()
    assert mine.at("2006").visits("NL").hints == ()
