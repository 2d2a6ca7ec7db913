"""Records of an invented dataset, as many as are wanted, the same in every run.

A record is about as large as a real one, 1.6 kB of JSON; the actors and sources are shared, as
in real data. Two of three happen on a day, in a month or a year; one of three lasts.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import cast

from bynl_relations import (
    Actor,
    Appointment,
    Citation,
    Event,
    Participant,
    Place,
    Record,
    Relations,
    Source,
    Visit,
    When,
)

TOPICS = ("aid", "borders", "consular", "culture", "energy", "sanctions", "science", "sport",
          "trade", "visas")  # fmt: skip
CITIES = ("Amsterdam", "Brest", "Minsk", "Rotterdam", "The Hague", "Vitebsk")
WORDS = (
    "minister embassy meeting agreement delegation statement council border letter visit"
    " programme hospital university trade court city partner children mission note"
).split()
FIRST, LAST = date(1991, 12, 8), date(2026, 6, 30)
CHECKED = "2026-06-30"


def records(size: int, seed: int = 4) -> list[Record]:
    """Make records.

    Args:
        size: How many.
        seed: Of the random numbers.
    """
    dice = Random(seed)
    actors = _actors(dice)
    sources = [
        Source(
            f"source-{one}", _words(dice, 9).capitalize(), tier="news",
            url=f"https://example.org/{one}", publisher=f"Publisher {one % 40}",
            published=When(_day(dice).isoformat()), language="en", voice=f"voice-{one % 60}",
        )
        for one in range(max(20, size // 50))
    ]  # fmt: skip
    places = [Place(city, "NL" if city in "Amsterdam Rotterdam The Hague" else "BY")
              for city in CITIES]  # fmt: skip
    return [_record(number, dice, actors, sources, places) for number in range(size)]


def relations(size: int) -> Relations:
    """Make a dataset of so many records."""
    return Relations.of(records(size), title="invented", checked=CHECKED)


def _record(
    number: int, dice: Random, actors: list[Actor], sources: list[Source], places: list[Place]
) -> Record:
    fields: dict[str, object] = {
        "title": f"{_words(dice, 6).capitalize()} {number}",
        "summary": _words(dice, 32).capitalize() + ".",
        "place": dice.choice(places),
        "topics": tuple(sorted(dice.sample(TOPICS, dice.choice((1, 1, 2))))),
        "citations": tuple(
            Citation(source, says=_words(dice, 24).capitalize() + ".", locator=_words(dice, 3))
            for source in dice.sample(sources, dice.choice((1, 2, 2, 3)))
        ),
        "notes": _words(dice, 18).capitalize() + ".",
        "confidence": dice.choice(("high", "medium", "medium", "low")),
    }
    if dice.random() < 0.01:
        told = cast("tuple[Citation, ...]", fields["citations"])
        denied = Citation(sources[0], "denies", says="No.")
        fields |= {"claimed": True, "citations": (*told, denied)}
    kind = number % 6
    if kind < 3:
        return Event(
            id=f"event-{number}", kind=dice.choice(("meeting", "call", "protest", "announcement")),
            when=When(_date(dice)), **fields,
            participants=tuple(Participant(one, "host") for one in dice.sample(actors, 2)),
        )  # type: ignore[arg-type] # fmt: skip
    if kind < 4:
        return Visit(
            id=f"visit-{number}", level=dice.choice(("minister", "envoy", "business")),
            when=When(_date(dice)), **fields,
            visitors=(dice.choice(actors),), hosts=(dice.choice(actors[:2]),),
        )  # type: ignore[arg-type] # fmt: skip
    begun, ended = sorted((_day(dice), _day(dice)))
    end = dice.choice((ended.isoformat(), ended.isoformat(), str(ended.year), "", ".."))
    return Appointment(
        id=f"term-{number}", person=dice.choice(actors[2:]), function="ambassador",
        sending_state=actors[0], accredited_to=(actors[1],),
        when=When(f"{begun.isoformat()}/{end}"), **fields,
    )  # type: ignore[arg-type] # fmt: skip


def _actors(dice: Random) -> list[Actor]:
    states = [Actor("NL", "state", "Netherlands", names=(("nl", "Nederland"),)),
              Actor("BY", "state", "Belarus", names=(("ru", "Беларусь"),))]  # fmt: skip
    return states + [
        Actor(
            f"actor-{one}", "person", _words(dice, 2).title() + f" {one}",
            acts_for=(dice.choice(("NL", "BY")),), description=_words(dice, 6),
        )
        for one in range(300)
    ]  # fmt: skip


def _words(dice: Random, many: int) -> str:
    return " ".join(dice.choices(WORDS, k=many))


def _day(dice: Random) -> date:
    return FIRST + timedelta(dice.randrange((LAST - FIRST).days))


def _date(dice: Random) -> str:
    """Return a date: most are days, some months, years, decades, some in doubt."""
    day = _day(dice).isoformat()
    part = dice.random()
    if part < 0.8:
        return day
    if part < 0.9:
        return day[:7]
    if part < 0.96:
        return day[:4]
    return f"{day[:3]}X" if part < 0.97 else f"{day}~"
