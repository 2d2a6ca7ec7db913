"""Spans of days, and which of them touch a window: a few bisections at any size.

The spans are kept in the order of their first day. Those that begin inside the window are one
run; those that begin before it and reach into it are a fringe, found by buckets of like length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import count, islice
from operator import le

from ..when import FOREVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableSequence, Sequence

__all__ = ["Spans", "column", "holds", "packed"]

#: Buckets of lengths up to 1, 2, 4 ... days; what lasts longer than 90 years stands apart.
_DOUBLINGS = 16
#: From how many numbers on their memory counts.
_MANY = 5000


class Spans:
    """Spans of days, each with the position of its record.

    Attributes:
        lows: The first days, in order.
        highs: The last day of each, in the order of `lows`.
        ends: The last days, in order.
        places: The position of each, in the order of `lows`; None where it is the same.
        buckets: Of those of like length: the longest length, and which they are.
        endless: Which have no last day.
        far: Which are longer than any bucket takes, by their last day.
    """

    __slots__ = ("buckets", "endless", "ends", "far", "highs", "lows", "places")

    def __init__(
        self, lows: Sequence[int], highs: Sequence[int], positions: Sequence[int] | None = None
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
        self.lows = packed(lows)
        self.highs = packed(highs)
        self.ends = packed(sorted(highs))
        self.places = None if positions is None else packed(positions)
        sorts: list[list[int]] = [[] for _ in range(_DOUBLINGS)]
        endless: list[int] = []
        far: list[int] = []
        for one in [one for one, low, high in zip(count(), lows, highs) if high != low]:
            high = highs[one]
            if high == FOREVER:
                endless.append(one)
            elif (doublings := (high - lows[one] - 1).bit_length()) < _DOUBLINGS:
                sorts[doublings].append(one)
            else:
                far.append(one)
        self.endless = packed(endless)
        self.buckets = [(1 << two, packed(found)) for two, found in enumerate(sorts) if found]
        self.far = packed(sorted(far, key=highs.__getitem__))

    def count(self, first: int, last: int) -> int:
        """Count the spans that touch a window: those begun by its end less those over before it."""
        return bisect_right(self.lows, last) - bisect_left(self.ends, first)

    def within(self, first: int, last: int, most: int | None = None) -> Sequence[int]:
        """Give the positions of the spans that touch a window, in order.

        Args:
            first: First day of the window.
            last: Its last day.
            most: How many are wanted, where the positions are the places; None for all.
        """
        start, stop = bisect_left(self.lows, first), bisect_right(self.lows, last)
        if self.places is None:
            fringe = self._fringe(first, start, most)
            run = range(start, stop)[:most]
            return [*fringe, *run] if fringe else run
        places = self.places
        found = [places[one] for one in self._fringe(first, start)]
        found += places[start:stop]
        found.sort()
        return found

    def _fringe(self, first: int, start: int, most: int | None = None) -> list[int]:
        """Give which of the spans before the one at `start` reach a day, in order."""
        lows, highs = self.lows, self.highs
        fringe = list(self.endless[: bisect_left(self.endless, start)][:most])
        for length, bucket in self.buckets:
            late = bisect_left(bucket, start)
            early = bisect_left(bucket, bisect_left(lows, first - length), 0, late)
            # Each lasts longer than half of the length, so these reach the day for sure.
            sure = bisect_left(bucket, bisect_left(lows, first - length // 2 - 1), early, late)
            fringe += islice((one for one in bucket[early:sure] if highs[one] >= first), most)
            fringe += bucket[sure : late if most is None else min(late, sure + most)]
        late = bisect_left(self.far, first, key=highs.__getitem__)
        fringe += [one for one in self.far[late:] if one < start]
        fringe.sort()
        return fringe[:most]

    def among(self, found: Sequence[int], first: int, last: int) -> Sequence[int]:
        """Give those of some positions whose span touches a window; `places` has to be None.

        Args:
            found: Positions, in order.
            first: First day of the window.
            last: Its last day.
        """
        start = bisect_left(self.lows, first)
        early, late = bisect_left(found, start), bisect_left(found, bisect_right(self.lows, last))
        fringe = self._fringe(first, start)
        if len(fringe) * 4 < early:
            fringe = [one for one in fringe if holds(found, one)]
        else:
            reaching = set(fringe)
            fringe = [one for one in found[:early] if one in reaching]
        return [*fringe, *found[early:late]] if fringe else found[early:late]


def packed(numbers: Sequence[int]) -> Sequence[int]:
    """Hold numbers closely; a few stay as they are, as `array` costs a first answer."""
    if len(numbers) < _MANY or not isinstance(numbers, list):
        return numbers
    from array import array

    return array("i", numbers)


def column(size: int) -> MutableSequence[int]:
    """Give what takes so many numbers; many are held closely from the start."""
    if size < _MANY:
        return []
    from array import array

    return array("i")


def holds(found: Sequence[int], position: int) -> bool:
    """Tell whether a position is among some that are in order."""
    at = bisect_left(found, position)
    return at < len(found) and found[at] == position
