"""Records as a flat table, a row for each record.

The columns depend on the class alone, so a result that is empty has the same ones.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter

from .._fields.shape import shapes
from ..vocabulary import Confidence, Scope
from .columns import field, laid_out, moment, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from .._protocols import RecordLike
    from ..actors import Actor
    from .columns import Column, Head

    Get = Callable[[RecordLike], object]

__all__ = ["record_table"]

_PRECISIONS = ("day", "month", "year", "decade", "century", "interval", "range")
#: Common fields that the columns below cover.
_COVERED = frozenset(
    "id title summary when attested participants place topics citations confidence scope"
    " claimed".split()
)


def record_table(
    records: Iterable[RecordLike], kind: type[RecordLike], certain: Container[str] | None = None
) -> list[Column]:
    """Lay out records: the common columns, then those of the kind.

    Args:
        records: The records, all of that class.
        kind: Their class; `Record` itself has the common columns alone.
        certain: The ids of those that must belong to the window that was asked for; None
            where no time was asked for, as then each does.
    """
    return laid_out(records, (*_common(kind, certain), *_own(kind)))


def _common(kind: type[RecordLike], certain: Container[str] | None) -> Iterator[tuple[Head, Get]]:
    """Yield the columns that every kind has."""
    for name in ("id", "collection", "title", "summary"):
        yield (name, "text", ()), attrgetter(name)
    yield from moment("when", "", attrgetter("when"))
    yield ("precision", "word", _PRECISIONS), lambda record: record.when and record.when.precision
    yield ("certain", "flag", ()), lambda record: certain is None or record.id in certain
    yield ("attested", "text", ()), attrgetter("attested")
    yield ("who", "text", ()), lambda record: _ids(record.who)
    yield ("to", "text", ()), lambda record: _ids(record.to)
    yield (
        ("actors", "text", ()),
        lambda record: tuple(dict.fromkeys(part.actor.id for part in record.actors)),
    )
    yield ("city", "text", ()), lambda record: record.place and record.place.city
    yield ("country", "text", ()), lambda record: record.place and record.place.country
    yield ("topics", "text", ()), attrgetter("topics")
    yield ("confidence", "word", words(Confidence)), attrgetter("confidence")
    yield ("scope", "word", words(Scope)), attrgetter("scope")
    yield ("claimed", "flag", ()), attrgetter("claimed")
    yield ("disputed", "flag", ()), attrgetter("disputed")
    yield ("n_sources", "count", ()), lambda record: len(record.sources)
    yield ("n_voices", "count", ()), lambda record: len(record.voices)
    yield ("sources", "text", ()), lambda record: tuple(source.id for source in record.sources)
    yield (
        ("source_urls", "text", ()),
        lambda record: tuple(source.url for source in record.sources if source.url),
    )
    own = kind.own_names()
    for name, shape in shapes(kind):
        if name not in own and name not in _COVERED:
            yield from field(name, shape, attrgetter(name))


@cache
def _own(kind: type[RecordLike]) -> tuple[tuple[Head, Get], ...]:
    """Return the columns of the kind's own fields, in class order, then its derived flags."""
    own = kind.own_names()
    columns: list[tuple[Head, Get]] = []
    for name, shape in shapes(kind):
        if name in own:
            columns.extend(field(name, shape, attrgetter(name)))
    for name, found in vars(kind).items():
        get = found.fget if isinstance(found, property) else None
        if get is not None and get.__annotations__["return"] == "bool":
            columns.append(((name, "flag", ()), attrgetter(name)))
    known = {head[0] for head, _ in _common(kind, None)}
    return tuple(column for column in columns if column[0][0] not in known)


def _ids(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(actor.id for actor in actors)
