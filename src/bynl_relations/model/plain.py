"""Records as plain JSON values that name their collection, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from .._conversion import converter
from .._spelling import words
from ..errors import InvalidData, Problem, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .record import Record

__all__ = ["from_plain", "to_plain"]

R = TypeVar("R", bound="Record")


def to_plain(record: Record, *, defaults: bool) -> dict[str, object]:
    """Return a record as plain JSON values: its collection, with actors and sources embedded.

    Args:
        record: The record.
        defaults: Whether fields at their default are written too.
    """
    if not defaults:
        return {"collection": record.collection, **converter.to_dict(record)}
    import json

    from .._conversion.serializer import Writer

    whole = Writer(linked=False, defaults=True).whole(record, "")
    return {"collection": record.collection, **json.loads(whole)}


def from_plain(cls: type[R], data: Mapping[str, object]) -> R:
    """Read what `to_plain` returned.

    Args:
        cls: The class; the parent of all reads any kind, by the key `collection`.
        data: Plain JSON values with embedded actors and sources.

    Raises:
        InvalidData: Something does not fit; `.problems` lists each.
    """
    from . import COLLECTIONS, kind

    if not isinstance(data, Mapping):
        return converter.from_dict(cls, data)
    plain = dict(data)
    collection = plain.pop("collection", cls.collection)
    any_kind = cls.collection not in COLLECTIONS
    if any_kind and isinstance(collection, str) and collection in COLLECTIONS:
        return converter.from_dict(kind(collection), plain)  # type: ignore[return-value]
    if any_kind or collection != cls.collection:
        expected = words(COLLECTIONS) if any_kind else cls.collection
        raise InvalidData([Problem(shown(collection), expected, "collection")])
    return converter.from_dict(cls, plain)
