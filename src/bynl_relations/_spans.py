"""Spans of days, and which of them touch a window: a few bisections at any size.

The spans are kept in the order of their first day. Those that begin inside the window are one
run; those that begin before it and reach into it are a fringe, found by buckets of like length.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import islice
from operator import le

from .when import FOREVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Spans"]

#: The longest that a date of each precision lasts, in days: month, year, decade, century.
_LENGTHS = (31, 366, 3653, 36525)


class Spans:
    """Spans of days, each with the position of its record.

    Attributes:
        lows: The first days, in order.
        highs: The last day of each, in the order of `lows`.
        ends: The last days, in order.
        places: The position of each, in the order of `lows`; None where it is the same.
    """

    __slots__ = ("buckets", "endless", "ends", "far", "highs", "lows", "places")

    def __init__(
        self, lows: list[int], highs: list[int], positions: Sequence[int] | None = None
    ) -> None:
        """Put spans in order.

        Args:
            lows: First days.
            highs: Last days, none before its first.
            positions: The positions of the records; None where they count from 0.
        """
        if not all(map(le, lows, islice(lows, 1, None))):
            order = sorted(range(len(lows)), key=lows.__getitem__)
            lows = [lows[one] for one in order]
            highs = [highs[one] for one in order]
            positions = order if positions is None else [positions[one] for one in order]
        self.lows = lows
        self.highs = highs
        self.ends = sorted(highs)
        self.places = None if positions is None else array("l", positions)
        self.buckets = [array("l") for _ in _LENGTHS]
        self.endless = array("l")
        far: list[int] = []
        sorts = [bucket.append for bucket in self.buckets] + [far.append]
        for one, (low, high) in enumerate(zip(lows, highs, strict=True)):
            if high == FOREVER:
                self.endless.append(one)
            elif high > low:
                sorts[bisect_left(_LENGTHS, high - low)](one)
        #: Spans longer than a century, by their last day.
        self.far = sorted(far, key=highs.__getitem__)

    def count(self, first: int, last: int) -> int:
        """Count the spans that touch a window: those begun by its end less those over before it."""
        return bisect_right(self.lows, last) - bisect_left(self.ends, first)

    def within(self, first: int, last: int) -> Sequence[int]:
        """Give the positions of the spans that touch a window, in order."""
        lows, highs = self.lows, self.highs
        start, stop = bisect_left(lows, first), bisect_right(lows, last)
        fringe = list(self.endless[: bisect_left(self.endless, start)])
        for length, bucket in zip(_LENGTHS, self.buckets, strict=True):
            early = bisect_left(bucket, bisect_left(lows, first - length))
            late = bisect_left(bucket, start)
            fringe += [one for one in bucket[early:late] if highs[one] >= first]
        late = bisect_left(self.far, first, key=highs.__getitem__)
        fringe += [one for one in self.far[late:] if one < start]
        if self.places is None:
            return [*sorted(fringe), *range(start, stop)] if fringe else range(start, stop)
        places = self.places
        found = [places[one] for one in fringe]
        found += places[start:stop]
        found.sort()
        return found
