"""Records as plain JSON values that name their collection, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from .collections import COLLECTIONS
from .kinds import kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Protocol

    class Kind(Protocol):
        """A record, which knows its collection."""

        collection: ClassVar[str]


__all__ = ["from_plain", "to_plain"]

R = TypeVar("R", bound="Kind")


def to_plain(record: Kind, *, defaults: bool) -> dict[str, object]:
    """Return a record as plain JSON values: its collection, with actors and sources embedded.

    Args:
        record: The record.
        defaults: Whether fields at their default are written too.
    """
    from .._conversion import converter

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
    from .._conversion import converter

    if cls.collection != "records" or not isinstance(data, Mapping):
        return converter.from_dict(cls, data)
    collection = cast("Mapping[object, object]", data).get("collection")
    if not isinstance(collection, str) or collection not in COLLECTIONS:
        from ..errors import InvalidData, Problem, shown

        expected = "the name of a collection such as events"
        raise InvalidData([Problem(shown(collection), expected, "$.collection")])
    return converter.from_dict(cast("type[R]", kind(collection)), data)
