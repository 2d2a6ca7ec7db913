"""What a row says of a record: its time, its kind, its figure, what sources say otherwise."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import cast

from .._spelling import visible
from ..actors import Actor, Participant, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..provenance import Source
    from ..when import When
    from .protocols import DisputeLike, RecordLike

__all__ = [
    "detail",
    "dispute_line",
    "figure",
    "listed",
    "notes",
    "number",
    "record_line",
    "time_text",
    "value_text",
    "when_text",
    "word",
]

#: How many sightings, sources or values a row names before it counts the rest.
MOST_NAMED = 3
#: How much of a value a row shows.
LONGEST_VALUE = 60
#: The longest number that is written out, as a power of ten.
LONGEST = 20
#: Words that lose their shape when an underscore becomes a blank.
_WORDS = {"charge_d_affaires": "chargé d’affaires"}
#: The fields that hold one figure together.
_FIGURE = ("low", "high", "stated")


def word(text: object) -> str:
    """Write a word of a vocabulary as people do.

    Examples:
        >>> word("head_of_state")
        'head of state'
    """
    return _WORDS.get(str(text)) or str(text).replace("_", " ")


def listed(names: tuple[str, ...] | list[str], most: int = MOST_NAMED) -> str:
    """List names, each once, the rest counted.

    Examples:
        >>> listed(["BelTA", "ANP", "BelTA"])
        'BelTA, ANP'
        >>> listed(["a", "b", "c", "d", "e"])
        'a, b and 3 more'
    """
    every = list(dict.fromkeys(names))
    if len(every) <= most:
        return ", ".join(every)
    return f"{', '.join(every[: most - 1])} and {len(every) - most + 1} more"


def number(value: Decimal) -> str:
    """Write a number with thousands separators; one of very many digits with an exponent.

    Examples:
        >>> number(Decimal("40700000")), number(Decimal("13.4")), number(Decimal("1E+999999"))
        ('40,700,000', '13.4', '1E+999999')
    """
    return f"{value:,f}" if abs(value.adjusted()) < LONGEST else str(value)


def value_text(value: object, *, brief: bool = False) -> str:
    """Write the value of a field in words.

    Args:
        value: The value.
        brief: Whether a row is short of room: of a place the city alone, of many values the
            first few.

    Returns:
        The text; `–` for nothing.
    """
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        parts = [value_text(one, brief=brief) for one in members]
        return listed(parts, MOST_NAMED if brief else len(parts))
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, StrEnum):
        return word(value)
    if isinstance(value, Actor):
        return value.name
    if not brief:
        return str(value)
    if isinstance(value, Place):
        return value.city or value.country
    text = value.actor.name if isinstance(value, Participant) else str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1].rstrip()}…"


def figure(record: RecordLike) -> str:
    """Write the figure of a record with its unit: a point, a range, or the words of its source.

    Returns:
        The text; empty for a record that holds no figure.
    """
    low: Decimal | None = getattr(record, "low", None)
    high: Decimal | None = getattr(record, "high", None)
    unit: str = getattr(record, "unit", "")
    if low is None and high is None:
        return str(getattr(record, "stated", ""))
    if low is not None and high is not None:
        text = number(low) if low == high else f"{number(low)}–{number(high)}"
    elif low is not None:
        text = f"at least {number(low)}"
    else:
        text = f"up to {number(high or Decimal())}"
    return f"rank {text}" if unit == "rank" else f"{text} {unit}".rstrip()


def detail(record: RecordLike) -> str:
    """Say what sort of fact it is, in the fewest words: its figure, or the words of its kind."""
    told = figure(record)
    if told:
        return told
    names = ("effect", "kind", "function", "level", "attitude", "status")
    found = [name for name in names if getattr(record, name, None)]
    text = " ".join(word(getattr(record, name)) for name in found[: 2 if "effect" in found else 1])
    person: Actor | None = getattr(record, "person", None)
    if person is not None and person.name not in record.title:
        text = f"{person.name}, {text}"
    seat: Place | None = getattr(record, "seat", None)
    return f"{text}, {seat.city or seat.country}" if seat is not None else text


def _time(when: When | None, attested: tuple[When, ...]) -> str:
    if when is not None:
        return str(when)
    if len(attested) > MOST_NAMED:
        return f"seen {attested[0].edtf} … {attested[-1].edtf} ({len(attested)} times)"
    return f"seen {', '.join(map(str, attested))}" if attested else "–"


def time_text(record: RecordLike) -> str:
    """Write when it was, what sources say otherwise of that, and whether it is a claim."""
    text = _time(record.when, record.attested)
    if record.disputed:
        text += "".join(f" ≠ {_others(one)}" for one in record.disputes if one.field == "when")
    return f"{text} claimed" if record.claimed else text


def notes(record: RecordLike) -> tuple[str, ...]:
    """Write what sources say otherwise of the other fields, a field each."""
    if not record.disputed:
        return ()
    return tuple(_note(record, one) for one in record.disputes if one.field != "when")


def _note(record: RecordLike, dispute: DisputeLike) -> str:
    if dispute.field == "fact":
        return _denial(dispute, claimed=record.claimed)
    if dispute.field in _FIGURE:
        return f"figure: {figure(record)} ≠ {_others(dispute)}"
    return dispute_line(dispute)


def when_text(record: RecordLike) -> str:
    """Write when it was, and everything that sources say otherwise.

    Returns:
        `1992-03-24 ≠ 1994 (Wikipedia)` for a disputed time, `seen 2015~, 2021-04` where
        there are sightings alone, `–` where nothing is known; other disputes after a semicolon.
    """
    return "; ".join((time_text(record), *notes(record)))


def dispute_line(dispute: DisputeLike) -> str:
    """Write a dispute in one line: the field, our value, the others with who tells them.

    Examples:
        >>> from bynl_relations import relations
        >>> dispute_line(relations["diplomatic-relations"].disputes[0])
        'when: 1992-03-24 ≠ 1994 (Wikipedia)'
    """
    if dispute.field == "fact":
        claimed = not dispute.value
        return f"{'claimed,' if claimed else 'held'} {_denial(dispute, claimed=claimed)}"
    ours = value_text(dispute.value, brief=True)
    if any(value_text(value, brief=True) == ours for value, _ in dispute.others):
        ours = value_text(dispute.value)
    return f"{word(dispute.field)}: {ours} ≠ {_others(dispute)}"


def _others(dispute: DisputeLike) -> str:
    ours = value_text(dispute.value, brief=True)
    return " ≠ ".join(
        f"{told if told != ours else value_text(value)} ({_names(sources)})"
        for value, sources in dispute.others
        for told in (value_text(value, brief=True),)
    )


def _denial(dispute: DisputeLike, *, claimed: bool) -> str:
    return f"{'' if claimed else '≠ '}denied by {_names(dispute.sources)}"


def _names(sources: tuple[Source, ...]) -> str:
    return listed([source.name for source in sources])


def record_line(record: RecordLike) -> str:
    """Write a record in one line, as its `repr` shows it."""
    parts = [when_text(record), detail(record), record.title]
    if (sure := str(record.confidence)) != "high":
        parts.append(f"{sure} confidence")
    told = " · ".join(part for part in parts if part)
    return visible(f"<{type(record).__name__} {record.id}: {told}>")
