"""The cells of a row: time, kind, figure, and what sources say otherwise."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import cast

from .._spelling import visible
from ..actors import Actor, Participant, Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import DisputeLike, RecordLike
    from ..provenance import Source
    from ..when import When

__all__ = [
    "detail",
    "dispute_line",
    "figure",
    "listed",
    "notes",
    "number",
    "parties",
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
        brief: Whether to save room: the city alone of a place, the first few of many values.

    Returns:
        The text; `–` for an empty value.
    """
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        members = cast("tuple[object, ...]", value)
        parts = [value_text(member, brief=brief) for member in members]
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
    """Write what sort of fact it is, in few words: its figure, or the words of its kind."""
    amount = figure(record)
    if amount:
        return amount
    names = ("effect", "kind", "function", "level", "attitude", "status")
    found = [name for name in names if getattr(record, name, None)]
    text = " ".join(word(getattr(record, name)) for name in found[: 2 if "effect" in found else 1])
    person: Actor | None = getattr(record, "person", None)
    if person is not None and person.name not in record.title:
        text = f"{person.name}, {text}"
    seat: Place | None = getattr(record, "seat", None)
    return f"{text}, {seat.city or seat.country}" if seat is not None else text


def parties(record: RecordLike) -> str:
    """Write who visited whom; empty for a record without visitors."""
    visitors: tuple[Actor, ...] = getattr(record, "visitors", ())
    hosts: tuple[Actor, ...] = getattr(record, "hosts", ())
    if not visitors:
        return ""
    who, whom = (listed([actor.name for actor in actors]) for actors in (visitors, hosts))
    return f"{who} → {whom}" if whom else who


def _time(when: When | None, attested: tuple[When, ...]) -> str:
    if when is not None:
        return str(when)
    if len(attested) > MOST_NAMED:
        return f"seen {attested[0].edtf} … {attested[-1].edtf} ({len(attested)} times)"
    return f"seen {', '.join(map(str, attested))}" if attested else "–"


def time_text(record: RecordLike) -> str:
    """Write the time of a record, the times that other sources give, and whether it is a claim."""
    text = _time(record.when, record.attested)
    if record.disputed:
        text += "".join(
            f" ≠ {_others(dispute)}" for dispute in record.disputes if dispute.field == "when"
        )
    return f"{text} claimed" if record.claimed else text


def notes(record: RecordLike) -> tuple[str, ...]:
    """Write what sources say otherwise of the other fields, each once."""
    if not record.disputed:
        return ()
    texts = (_note(record, dispute) for dispute in record.disputes if dispute.field != "when")
    # The bounds of a figure are two fields, and one note.
    return tuple(dict.fromkeys(texts))


def _note(record: RecordLike, dispute: DisputeLike) -> str:
    if dispute.field == "fact":
        return _denial(dispute, claimed=record.claimed)
    if dispute.field in _FIGURE:
        return f"figure: {figure(record)} ≠ {_others(dispute)}"
    return dispute_line(dispute)


def when_text(record: RecordLike) -> str:
    """Write the time of a record, and everything that sources say otherwise.

    Returns:
        `1992-03-24 ≠ 1994 (Wikipedia)` for a disputed time, `seen 2015~, 2021-04` where
        there are only sightings, `–` where nothing is known; other disputes after a semicolon.
    """
    return "; ".join((time_text(record), *notes(record)))


def dispute_line(dispute: DisputeLike) -> str:
    """Write a dispute in one line: the field, our value, the others with their sources.

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
        f"{theirs if theirs != ours else value_text(value)} ({_names(sources)})"
        for value, sources in dispute.others
        for theirs in (value_text(value, brief=True),)
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
    text = " · ".join(part for part in parts if part)
    return visible(f"<{type(record).__name__} {record.id}: {text}>")
