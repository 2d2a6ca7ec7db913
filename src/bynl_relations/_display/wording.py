"""A record in words: its time, its figure, what sources say otherwise, and all its fields."""

from __future__ import annotations

from decimal import Decimal

from .._spelling import visible
from .values import MOST_NAMED, listed, number, value_text, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._protocols import DisputeLike, RecordLike
    from ..actors import Actor, Place
    from ..provenance import Source
    from ..when import When

__all__ = [
    "detail",
    "dispute_line",
    "fields",
    "figure",
    "mentioned",
    "notes",
    "parties",
    "record_line",
    "sort_of",
    "time_text",
    "when_text",
]

#: The fields that hold one figure together.
_FIGURE = ("low", "high", "stated")
#: The fields of a kind that the line `Kind` or `Figure` shows, and the quotation.
_SHOWN = frozenset(
    "kind effect function level attitude low high stated unit seat quotation".split()
)
#: Fields that every record has and that have a place of their own on a card.
_PLACED = frozenset(
    "id title summary when attested participants place citations rationale claimed related"
    " notes confidence scope".split()
)


def sort_of(record: RecordLike) -> str:
    """Return what a record is, in a word: event, visit, mission."""
    return record.collection.removesuffix("s")


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


def fields(record: RecordLike) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the fields that hold something, without the sources: a label, and one or more texts."""
    for label, texts in _fields(record):
        found = tuple(text for text in texts if text)
        if found:
            yield label, found


def _fields(record: RecordLike) -> Iterator[tuple[str, tuple[str, ...]]]:
    own = record.own_names()
    yield "Summary", (record.summary,)
    yield "When", (time_text(record),)
    if record.claimed:
        yield "Held", ("no: a source claims it, better sources deny it",)
    yield ("Figure" if figure(record) else "Kind"), (detail(record),)
    for name in own:
        if name not in _SHOWN:
            yield _labelled(record, name)
    # The one flag that follows from other fields.
    if isinstance(resident := getattr(record, "resident", None), bool):
        yield "Resident", (value_text(resident),)
    yield "Participants", (", ".join(map(str, record.participants)),)
    yield "Place", (str(record.place or ""),)
    yield "Quotation", (str(getattr(record, "quotation", None) or ""),)
    if record.disputed:
        times = (dispute_line(dispute) for dispute in record.disputes if dispute.field == "when")
        yield "Disputed", (*times, *notes(record))
        yield "Why ours", tuple({dispute.rationale for dispute in record.disputes})
    yield "Notes", (record.notes,)
    yield "Seen", (", ".join(map(str, record.attested)) if record.when else "",)
    for name in record.field_names():
        if name not in own and name not in _PLACED:
            yield _labelled(record, name)
    yield _labelled(record, "related")
    yield "Confidence", (str(record.confidence),)
    yield "Scope", (str(record.scope),)
    yield "Id", (record.id,)


def _labelled(record: RecordLike, name: str) -> tuple[str, tuple[str, ...]]:
    value: object = getattr(record, name)
    return word(name).capitalize(), (value_text(value) if value else "",)


def mentioned(record: RecordLike, label: str) -> tuple[str, ...]:
    """Return the ids of records in the field with a label; empty where it holds something else."""
    if label not in ("Id", "Related", "About", "Mission", "Changes"):
        return ()
    value: str | tuple[str, ...] = getattr(record, label.lower())
    return value if isinstance(value, tuple) else (value,)
