"""The order and the groups of records by their fields."""

from __future__ import annotations

from typing import cast

from .._spelling import hint, words
from ..actors import Actor
from ..errors import UnknownName, shown
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from ..provenance import Source
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .._protocols import RecordLike
    from ..provenance import Value

__all__ = ["groups", "names", "ordered"]

#: What records are sorted and grouped by, beside their fields.
_DERIVED = (
    "collection", "disputed", "resident", "sources", "voices", "signed", "adopted",
)  # fmt: skip


def ordered(
    records: Sequence[RecordLike],
    found: Sequence[int],
    collection: str,
    fields: tuple[str, ...],
    reverse: bool,
) -> list[int]:
    """Sort positions of records by some fields; a record without a value comes last.

    Args:
        records: What the positions are of.
        found: The positions.
        collection: Name of the collection, or `all`.
        fields: Names, the first counts most; none: by time, then by id.
        reverse: Whether to reverse the order; records without a value stay last.

    Raises:
        UnknownName: No such field.
    """
    places = list(found)
    gets: list[Callable[[RecordLike], object]] = [_getter(collection, name) for name in fields]
    for get in reversed(gets or [_time, _id]):
        values = {place: get(records[place]) for place in places}
        there = [place for place in places if values[place] not in (None, "", ())]
        lacking = [place for place in places if values[place] in (None, "", ())]
        ranks = {place: _comparable(values[place]) for place in there}
        there.sort(key=ranks.__getitem__, reverse=reverse)  # type: ignore[arg-type]
        places = there + lacking
    return places


def groups(
    records: Sequence[RecordLike], found: Sequence[int], collection: str, field: str
) -> dict[Value, list[int]]:
    """Group positions of records by a field; one with several values is in the group of each.

    Raises:
        UnknownName: No such field.
    """
    get = _getter(collection, field)
    parted: dict[Value, list[int]] = {}
    for position in found:
        value = get(records[position])
        several = cast("tuple[Value, ...]", value) if isinstance(value, tuple) else (value,)
        for part in dict.fromkeys(several):
            parted.setdefault(part, []).append(position)
    return parted


def names(collection: str) -> tuple[str, ...]:
    """Return the names by which records of a collection, or of all, are sorted and grouped."""
    kinds = map(kind, [collection] if collection in COLLECTIONS else COLLECTIONS)
    return tuple(dict.fromkeys(
        name for cls in kinds for name in (*cls.field_names(), *_DERIVED) if hasattr(cls, name)
    ))  # fmt: skip


def _getter(collection: str, name: str) -> Callable[[RecordLike], Value]:
    known = names(collection)
    if not isinstance(name, str) or name not in known:
        raise UnknownName(f"no field {shown(name)}; use one of {words(known)}{hint(name, known)}")
    return lambda record: getattr(record, name, None)


def _time(record: RecordLike) -> Value | tuple[int, int, str]:
    return record.sort_key if record.began is not None else None


def _id(record: RecordLike) -> Value:
    return record.id


def _comparable(value: object) -> object:
    if isinstance(value, When):
        return value.sort_key
    if isinstance(value, (Actor, Source)):
        return value.name
    if isinstance(value, tuple):
        return tuple(map(_comparable, cast("tuple[object, ...]", value)))
    return str(value) if hasattr(value, "__attrs_attrs__") else value
