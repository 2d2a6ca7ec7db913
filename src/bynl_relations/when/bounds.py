"""The first and the last day that something can be."""

from __future__ import annotations

from attrs import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

__all__ = ["Bounds"]


@frozen
class Bounds:
    """Give the first and the last day that a start or an end can be, None beyond all dates."""

    earliest: date | None
    latest: date | None
