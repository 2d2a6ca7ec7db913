"""Columns of flat tables: what each is called, of what sort it is, and what a cell holds."""

from __future__ import annotations

from decimal import Decimal
from enum import EnumMeta
from typing import TypeVar, cast

from attrs import frozen

from .._fields.shape import Shape
from ..actors import Actor
from ..provenance import Quotation
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from typing import TypeAlias

    Cell: TypeAlias = "str | bool | int | Decimal | date | None"

__all__ = ["SORTS", "Column", "Head", "each", "field", "inside", "laid_out", "moment", "words"]

T = TypeVar("T")
#: What a column is called, what sort it is of, the words that it may hold.
Head = tuple[str, str, tuple[str, ...]]
#: The sorts of a column.
SORTS = ("text", "word", "date", "flag", "count", "number")


@frozen
class Column:
    """One column of a flat table.

    Attributes:
        name: Its heading.
        sort: text, word (of a closed vocabulary), date, flag, count or number.
        values: One value for each row; None where nothing is known.
        words: Of a `word`: every word that it may hold, in the order of the vocabulary.
    """

    name: str
    sort: str
    values: list[Cell]
    words: tuple[str, ...] = ()


def laid_out(
    rows: Iterable[T], columns: Iterable[tuple[Head, Callable[[T], object]]]
) -> list[Column]:
    """Lay out rows as columns.

    Args:
        rows: What the rows stand for.
        columns: Pairs of a heading and a function that returns the value of a row.
    """
    every = list(rows)
    return [
        Column(name, sort, [_cell(get(row)) for row in every], vocabulary)
        for (name, sort, vocabulary), get in columns
    ]


def _cell(value: object) -> Cell:
    """Convert a value to a cell: texts joined, None for what is empty."""
    if isinstance(value, tuple):
        value = "; ".join(map(_written, each(cast("object", value))))
    if value is None or isinstance(value, (bool, int, Decimal)) or hasattr(value, "toordinal"):
        return value  # type: ignore[return-value]
    return _written(value) or None


def _written(value: object) -> str:
    if isinstance(value, Actor):
        return value.id
    if isinstance(value, tuple):
        return ", ".join(map(_written, each(cast("object", value))))
    return str(value)


def each(value: object) -> tuple[object, ...]:
    """Return the members of a tuple; any other value as the only member."""
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def field(
    name: str, shape: Shape, get: Callable[[T], object]
) -> Iterator[tuple[Head, Callable[[T], object]]]:
    """Yield the columns of one field of a class."""
    if shape.kind is When and not shape.many:
        yield from moment(name, f"{name}_", get)
    elif isinstance(shape.kind, EnumMeta) and not shape.many:
        yield (name, "word", words(shape.kind)), get
    elif shape.kind is Decimal:
        yield (name, "number", ()), get
    elif shape.kind is bool:
        yield (name, "flag", ()), get
    elif shape.kind is Quotation:
        for part in ("text", "language", "speaker"):
            yield (f"{name}_{part}", "text", ()), inside(get, part)
    else:
        yield (name, "text", ()), get


def words(vocabulary: EnumMeta) -> tuple[str, ...]:
    """Return the words of a vocabulary, in its order."""
    return tuple(str(word) for word in vocabulary)  # type: ignore[var-annotated]


def moment(
    name: str, prefix: str, get: Callable[[T], object]
) -> Iterator[tuple[Head, Callable[[T], object]]]:
    """Yield the columns of a date: its text and its outer bounds."""
    yield (name, "text", ()), get
    for bound in ("earliest", "latest"):
        yield (f"{prefix}{bound}", "date", ()), inside(get, bound)


def inside(get: Callable[[T], object], name: str) -> Callable[[T], object]:
    """Return a function that reads an attribute of what another function returns."""
    return lambda row: getattr(get(row), name, None)
