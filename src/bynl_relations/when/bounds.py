"""The first and the last day that something can be."""

from __future__ import annotations

from datetime import date

from attrs import frozen

__all__ = ["Bounds"]


@frozen
class Bounds:
    """The first and the last day that a start or an end can be.

    Attributes:
        earliest: The first day; None if it lies before every date.
        latest: The last day; None if it lies before every date in a start, after every date in
            an end, and of one out of a range without end.
    """

    earliest: date | None
    latest: date | None
