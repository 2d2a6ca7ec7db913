"""Records as flat tables: which columns there are, of what type, and what stands in them.

The columns depend on the class alone, so a result that is empty has the same ones.
"""

from __future__ import annotations

from decimal import Decimal
from enum import EnumMeta
from functools import cache
from operator import attrgetter
from typing import cast

from attrs import frozen

from .._fields.shape import Shape, shapes
from .._spelling import chosen
from ..actors import Actor
from ..provenance import Quotation
from ..vocabulary import Confidence, Scope, Stance, Tier
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from ..provenance import Citation
    from .facts import Fact

    Cell = str | bool | int | Decimal | date | None
    Get = Callable[[Fact], object]
    #: What a column is called, what sort it is of, the words that it may hold.
    Head = tuple[str, str, tuple[str, ...]]

__all__ = ["TABLES", "Column", "citation_table", "record_table", "table_of"]

#: The tables that there are.
TABLES = ("records", "citations")
#: The sorts of a column, and what stands in it.
SORTS = ("text", "word", "date", "flag", "count", "number")
_PRECISIONS = ("day", "month", "year", "decade", "century", "range", "interval")


@frozen
class Column:
    """One column of a flat table.

    Attributes:
        name: Its heading.
        sort: text, word (of a closed vocabulary), date, flag, count or number.
        values: What stands in it, a value a row; None where nothing is known.
        words: Of a `word`: every word that it may hold, in the order of the vocabulary.
    """

    name: str
    sort: str
    values: list[Cell]
    words: tuple[str, ...] = ()


def table_of(table: str, records: Iterable[Fact], kind: type) -> list[Column]:
    """Lay out records as one of the two tables.

    Args:
        table: `records`, a row a record, or `citations`, a row a citation.
        records: Of that class.
        kind: Their class; the parent of all gives the common columns alone.

    Raises:
        UnknownName: There is no such table.
    """
    chosen("table", table, TABLES)
    return record_table(records, kind) if table == "records" else citation_table(records)


def record_table(records: Iterable[Fact], kind: type) -> list[Column]:
    """Lay out records, a row each: the common columns, then those of the kind."""
    every = list(records)
    heads = (*_common(), *_own(kind))
    return [
        Column(name, sort, [_cell(get(one)) for one in every], words)
        for (name, sort, words), get in heads
    ]


def citation_table(records: Iterable[Fact]) -> list[Column]:
    """Lay out what the records cite, a row a citation."""
    cited = [(record, citation) for record in records for citation in record.citations]
    return [
        Column(name, sort, [_cell(get(record, citation)) for record, citation in cited], words)
        for (name, sort, words), get in _cited()
    ]


def _cell(value: object) -> Cell:
    """Bring a value to a cell: texts joined, empty ones and gaps None."""
    if isinstance(value, tuple):
        value = "; ".join(map(_said, _each(cast("object", value))))
    if value is None or isinstance(value, (bool, int, Decimal)) or hasattr(value, "toordinal"):
        return value  # type: ignore[return-value]
    return _said(value) or None


def _said(value: object) -> str:
    if isinstance(value, Actor):
        return value.id
    if isinstance(value, tuple):
        return ", ".join(map(_said, _each(cast("object", value))))
    return str(value)


def _common() -> Iterator[tuple[Head, Get]]:
    """Give the columns that every kind has."""
    for name in ("id", "collection", "title", "summary"):
        yield (name, "text", ()), attrgetter(name)
    yield from _moment("when", "", attrgetter("when"))
    yield ("precision", "word", _PRECISIONS), lambda one: one.when and one.when.precision
    yield ("attested", "text", ()), attrgetter("attested")
    yield ("who", "text", ()), lambda one: _ids(one.who)
    yield ("to", "text", ()), lambda one: _ids(one.to)
    yield (
        ("actors", "text", ()),
        lambda one: tuple(dict.fromkeys(part.actor.id for part in one.actors)),
    )
    yield ("city", "text", ()), lambda one: one.place and one.place.city
    yield ("country", "text", ()), lambda one: one.place and one.place.country
    yield ("topics", "text", ()), attrgetter("topics")
    yield ("confidence", "word", _words(Confidence)), attrgetter("confidence")
    yield ("scope", "word", _words(Scope)), attrgetter("scope")
    yield ("claimed", "flag", ()), attrgetter("claimed")
    yield ("disputed", "flag", ()), attrgetter("disputed")
    yield ("n_sources", "count", ()), lambda one: len(one.sources)
    yield ("n_voices", "count", ()), lambda one: len(one.voices)
    for name in ("references", "rationale", "notes", "related", "replaced_by"):
        yield (name, "text", ()), attrgetter(name)


@cache
def _own(kind: type) -> tuple[tuple[Head, Get], ...]:
    """Give the columns of the kind's own fields, in class order, then its derived flags."""
    made: list[tuple[Head, Get]] = []
    known_shapes = dict(shapes(kind))
    for name in cast("type[Fact]", kind).own_names():
        made.extend(_field(name, known_shapes[name], attrgetter(name)))
    for name, found in vars(kind).items():
        get = found.fget if isinstance(found, property) else None
        if get is not None and get.__annotations__["return"] == "bool":
            made.append(((name, "flag", ()), attrgetter(name)))
    known = {head[0] for head, _ in _common()}
    return tuple(one for one in made if one[0][0] not in known)


def _field(name: str, shape: Shape, get: Get) -> Iterator[tuple[Head, Get]]:
    """Give the columns of one field."""
    if shape.kind is When and not shape.many:
        yield from _moment(name, f"{name}_", get)
    elif isinstance(shape.kind, EnumMeta) and not shape.many:
        yield (name, "word", _words(shape.kind)), get
    elif shape.kind is Decimal:
        yield (name, "number", ()), get
    elif shape.kind is bool:
        yield (name, "flag", ()), get
    elif shape.kind is Quotation:
        for part in ("text", "language", "speaker"):
            yield (f"{name}_{part}", "text", ()), _inside(get, part)
    else:
        yield (name, "text", ()), get


def _words(vocabulary: EnumMeta) -> tuple[str, ...]:
    return tuple(str(word) for word in vocabulary)  # type: ignore[var-annotated]


def _moment(name: str, prefix: str, get: Get) -> Iterator[tuple[Head, Get]]:
    """Give the columns of a date: its text and its outer bounds."""
    yield (name, "text", ()), get
    for bound in ("earliest", "latest"):
        yield (f"{prefix}{bound}", "date", ()), _inside(get, bound)


def _inside(get: Get, name: str) -> Get:
    return lambda one: getattr(get(one), name, None)


def _ids(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(actor.id for actor in actors)


def _each(value: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def _cited() -> Iterator[tuple[Head, Callable[[Fact, Citation], object]]]:
    """Give the columns of a citation."""
    yield ("record", "text", ()), lambda record, _: record.id
    yield ("source", "text", ()), lambda _, one: one.source.id
    yield ("stance", "word", _words(Stance)), lambda _, one: one.stance
    yield ("says", "text", ()), lambda _, one: one.says
    yield (
        ("asserts", "text", ()),
        lambda _, one: tuple(
            f"{told.field}: {'none' if told.value is None else _said(told.value)}"
            for told in one.asserts
        ),
    )
    yield ("locator", "text", ()), lambda _, one: one.locator
    for name in ("url", "title", "publisher"):
        yield (name, "text", ()), lambda _, one, name=name: getattr(one.source, name)  # type: ignore[misc]
    yield ("published", "text", ()), lambda _, one: one.source.published
    for name in ("earliest", "latest"):
        yield (
            (f"published_{name}", "date", ()),
            lambda _, one, name=name: getattr(one.source.published, name, None),  # type: ignore[misc]
        )
    yield ("language", "text", ()), lambda _, one: one.source.language
    yield ("tier", "word", _words(Tier)), lambda _, one: one.source.tier
    yield ("voice", "text", ()), lambda _, one: one.source.voice or one.source.id
