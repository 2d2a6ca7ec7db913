"""The flat tables of a result: records, citations, participants, sources, actors and others.

The columns do not depend on the rows, so a table without rows has the same ones. `certain` tells
in every table whether the record must belong to the window that was asked for; of a source or an
actor, whether any of its records must.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TypeVar, cast

from .._fields.shape import shapes
from ..actors import Actor
from ..provenance import Source
from ..vocabulary import ActorType, Capacity, Stance, Tier, chosen
from .columns import field, laid_out, moment, words
from .record_table import record_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from .._protocols import DisputeLike, RecordLike
    from ..actors import Participant
    from ..provenance import Citation, Value
    from ..when import When
    from ..when.standing import Period
    from .columns import Column, Head

    Named = Source | Actor
    Differing = tuple[DisputeLike, Value, tuple[Source, ...]]

__all__ = ["TABLES", "table_of"]

T = TypeVar("T")
#: The tables that there are.
TABLES = ("records", "citations", "participants", "sources", "actors", "disputes", "spans")


def table_of(
    table: str,
    records: Iterable[RecordLike],
    kind: type[RecordLike],
    certain: Container[str] | None = None,
    checked: When | None = None,
) -> list[Column]:
    """Lay out records as one of the tables.

    Args:
        table: `records`, a row for each record; `citations`, for what each source says of a
            record; `participants`, for each part that an actor takes; `sources` and `actors`,
            for each that the records name; `disputes`, for each value that differs from ours;
            `spans`, for each period in which a record stood.
        records: The records, all of that class.
        kind: Their class; `Record` itself has the common columns alone.
        certain: The ids of those that must belong to the window that was asked for; None
            where no time was asked for, as then each does.
        checked: The day of the last check, after which nothing is certain.

    Raises:
        UnknownName: There is no such table.
    """
    chosen("table", table, TABLES)
    if table == "records":
        return record_table(records, kind, certain)
    every = list(records)
    if table == "sources":
        return _counted(every, lambda record: record.sources, Source, certain)
    if table == "actors":
        return _counted(every, _actors, Actor, certain)
    if table == "citations":
        return _about(every, lambda record: record.citations, _cited(), certain)
    if table == "participants":
        return _about(every, lambda record: record.actors, _taking_part(), certain)
    if table == "disputes":
        return _about(every, _differing, _disputed(), certain)
    return _about(every, lambda record: record.periods, _standing(checked), certain)


def _about(
    records: Iterable[RecordLike],
    rows: Callable[[RecordLike], Iterable[T]],
    columns: Iterable[tuple[Head, Callable[[T], object]]],
    certain: Container[str] | None,
) -> list[Column]:
    """Lay out several rows for each record, which its id and collection begin."""

    def of_record(get: Callable[[RecordLike], object]) -> Callable[[tuple[RecordLike, T]], object]:
        return lambda row: get(row[0])

    def of_row(get: Callable[[T], object]) -> Callable[[tuple[RecordLike, T]], object]:
        return lambda row: get(row[1])

    return laid_out(
        [(record, row) for record in records for row in rows(record)],
        (
            (("record", "text", ()), of_record(attrgetter("id"))),
            (("collection", "text", ()), of_record(attrgetter("collection"))),
            *((head, of_row(get)) for head, get in columns),
            (
                ("certain", "flag", ()),
                of_record(lambda record: certain is None or record.id in certain),
            ),
        ),
    )


def _counted(
    records: Iterable[RecordLike],
    named: Callable[[RecordLike], Iterable[Named]],
    kind: type[Named],
    certain: Container[str] | None,
) -> list[Column]:
    """Lay out what the records name, a row for each, with the number of these records."""
    counts: dict[str, int] = {}
    sure: set[str] = set()
    found: dict[str, Named] = {}
    for record in records:
        for row in {row.id: row for row in named(record)}.values():
            found.setdefault(row.id, row)
            counts[row.id] = counts.get(row.id, 0) + 1
            if certain is None or record.id in certain:
                sure.add(row.id)
    fields = [
        column for name, shape in shapes(kind) for column in field(name, shape, attrgetter(name))
    ]
    return laid_out(
        found.values(),
        (
            *fields,
            (("n_records", "count", ()), lambda row: counts[row.id]),
            (("certain", "flag", ()), lambda row: row.id in sure),
        ),
    )


def _actors(record: RecordLike) -> Iterator[Actor]:
    return (part.actor for part in record.actors)


def _cited() -> Iterator[tuple[Head, Callable[[Citation], object]]]:
    """Yield the columns of a citation."""
    yield ("source", "text", ()), lambda citation: citation.source.id
    yield ("stance", "word", words(Stance)), attrgetter("stance")
    yield ("says", "text", ()), attrgetter("says")
    yield (
        ("asserts", "text", ()),
        lambda citation: tuple(
            f"{given.field}: {_value(given.value, ', ')}" for given in citation.asserts
        ),
    )
    yield ("locator", "text", ()), attrgetter("locator")
    for name in ("url", "title", "publisher"):
        yield (name, "text", ()), attrgetter(f"source.{name}")
    yield from moment("published", "published_", attrgetter("source.published"))
    yield ("language", "text", ()), attrgetter("source.language")
    yield ("tier", "word", words(Tier)), attrgetter("source.tier")
    yield ("voice", "text", ()), lambda citation: citation.source.voice or citation.source.id


def _taking_part() -> Iterator[tuple[Head, Callable[[Participant], object]]]:
    """Yield the columns of a participant."""
    yield ("actor", "text", ()), attrgetter("actor.id")
    yield ("name", "text", ()), attrgetter("actor.name")
    yield ("type", "word", words(ActorType)), attrgetter("actor.type")
    yield ("role", "text", ()), attrgetter("role")
    yield ("capacity", "word", words(Capacity)), attrgetter("capacity")
    yield ("acts_for", "text", ()), attrgetter("actor.acts_for")


def _differing(record: RecordLike) -> Iterator[Differing]:
    """Yield each value that differs from ours: the dispute, the value, its sources."""
    return (
        (dispute, value, sources)
        for dispute in record.disputes
        for value, sources in dispute.others
    )


def _disputed() -> Iterator[tuple[Head, Callable[[Differing], object]]]:
    """Yield the columns of a disputed value."""
    yield ("field", "text", ()), lambda row: row[0].field
    yield ("ours", "text", ()), lambda row: _value(row[0].value)
    yield ("theirs", "text", ()), lambda row: _value(row[1])
    yield ("sources", "text", ()), lambda row: tuple(source.id for source in row[2])
    yield ("rationale", "text", ()), lambda row: row[0].rationale


def _value(value: object, between: str = "; ") -> str:
    """Write a value that may be of any type as text."""
    if isinstance(value, tuple):
        return between.join(map(_value, cast("tuple[object, ...]", value)))
    if isinstance(value, Actor):
        return value.id
    if value is None or isinstance(value, bool):
        return "none" if value is None else str(value).lower()
    return str(value)


def _standing(checked: When | None) -> Iterator[tuple[Head, Callable[[Period], object]]]:
    """Yield the bounds of a period.

    A record can have stood in a window if `start_earliest` is empty or not after its last day
    and `end_latest` is empty or not before its first; it must have stood if `start_latest` is
    not after its last day and `end_earliest` is not before its first: one that is empty makes
    nothing certain.
    """
    last = date.max if checked is None else checked.latest or date.max

    def sure_until(days: Period) -> date | None:
        return min(last, _day(days[3]) or last) if days[3] > 0 else None

    def sure_by(days: Period) -> date | None:
        day = _day(days[2])
        return day if day is not None and day <= last else None

    yield ("start_earliest", "date", ()), lambda days: _day(days[0])
    yield ("start_latest", "date", ()), sure_by
    yield ("end_earliest", "date", ()), sure_until
    yield ("end_latest", "date", ()), lambda days: _day(days[1])


def _day(ordinal: int) -> date | None:
    """Return the day of an ordinal; None for a bound that lies before or after every day."""
    return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None
