"""The class of a collection, imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module

from .collections import COLLECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import RecordLike

__all__ = ["kind"]


def kind(collection: str) -> type[RecordLike]:
    """Return the class of a collection.

    Args:
        collection: Its name, as `COLLECTIONS` has it.

    Returns:
        The class of its records.

    Examples:
        >>> kind("missions").collection
        'missions'
    """
    module, name, *_ = COLLECTIONS[collection]
    found: type[RecordLike] = getattr(import_module(f".{module}", __package__), name)
    return found
