"""Spans of days, and which of them touch a window: a few bisections at any size.

The spans are kept in the order of their first day. Those that begin inside the window are one
run; those that begin before it and reach into it are a fringe, found by buckets of like length.
A few spans may reach further than their place in the order shows: their margins, the days
before and after, are spans of their own, asked with the edge of a window alone.
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
        places: The position of each, in the order of `lows`; None if it is the same.
        buckets: Of those of like length: the longest length, and which they are.
        endless: Which have no last day.
        far: Which are longer than any bucket takes, by their last day.
        before: The days before its span on which a record can be too; None if there are none.
        after: The days after it.
    """

    __slots__ = (
        "after", "before", "buckets", "endless", "ends", "far", "highs", "lows", "places",
    )  # fmt: skip

    def __init__(
        self,
        lows: Sequence[int],
        highs: Sequence[int],
        positions: Sequence[int] | None = None,
        *,
        before: Spans | None = None,
        after: Spans | None = None,
    ) -> None:
        """Put spans in order.

        Args:
            lows: First days.
            highs: Last days, none before its first.
            positions: The positions of the records; None if they count from 0.
            before: Margins that end the day before their span; only where the spans are in
                order and `positions` is None.
            after: Margins that begin the day after their span.
        """
        if not all(map(le, lows, islice(lows, 1, None))):
            order = sorted(range(len(lows)), key=lows.__getitem__)
            lows = [lows[place] for place in order]
            highs = [highs[place] for place in order]
            positions = order if positions is None else [positions[place] for place in order]
        self.lows = packed(lows)
        self.highs = packed(highs)
        self.ends = packed(sorted(highs))
        self.places = None if positions is None else packed(positions)
        self.before = before
        self.after = after
        sorts: list[list[int]] = [[] for _ in range(_DOUBLINGS)]
        endless: list[int] = []
        far: list[int] = []
        long = [place for place, low, high in zip(count(), lows, highs) if high != low]
        for place in long:
            high = highs[place]
            if high == FOREVER:
                endless.append(place)
            elif (doublings := (high - lows[place] - 1).bit_length()) < _DOUBLINGS:
                sorts[doublings].append(place)
            else:
                far.append(place)
        self.endless = packed(endless)
        self.buckets = [(1 << two, packed(found)) for two, found in enumerate(sorts) if found]
        self.far = packed(sorted(far, key=highs.__getitem__))

    def count(self, first: int, last: int) -> int:
        """Count the spans that touch a window: those begun by its end less those over before it.

        A margin before a span counts if the window ends in it, one after if it begins in it.
        """
        found = bisect_right(self.lows, last) - bisect_left(self.ends, first)
        found += 0 if self.before is None else self.before.count(last, last)
        return found + (0 if self.after is None else self.after.count(first, first))

    def within(self, first: int, last: int, most: int | None = None) -> Sequence[int]:
        """Return the positions of the spans that touch a window, in order.

        Args:
            first: First day of the window.
            last: Its last day.
            most: How many are wanted, if the positions are the places; None for all.
        """
        start, stop = bisect_left(self.lows, first), bisect_right(self.lows, last)
        fringe = self._fringe(first, start, most)
        if self.places is None:
            run = range(start, stop)[:most]
            wanted = most is None or len(fringe) + len(run) < most
            late = self._late(last) if wanted else ()
            return [*fringe, *run, *late] if fringe or late else run
        places = self.places
        found = [places[place] for place in fringe]
        found += places[start:stop]
        found.sort()
        return found

    def _late(self, last: int) -> Sequence[int]:
        """Return the positions behind the run whose margin before the span holds a day."""
        return () if self.before is None else self.before.within(last, last)

    def _fringe(self, first: int, start: int, most: int | None = None) -> list[int]:
        """Return which of the spans before the one at `start` reach a day, in order."""
        lows, highs = self.lows, self.highs
        fringe = list(self.endless[: bisect_left(self.endless, start)][:most])
        for length, bucket in self.buckets:
            late = bisect_left(bucket, start)
            early = bisect_left(bucket, bisect_left(lows, first - length), 0, late)
            # Each lasts longer than half of the length, so these reach the day for sure.
            sure = bisect_left(bucket, bisect_left(lows, first - length // 2 - 1), early, late)
            fringe += islice((place for place in bucket[early:sure] if highs[place] >= first), most)
            fringe += bucket[sure : late if most is None else min(late, sure + most)]
        late = bisect_left(self.far, first, key=highs.__getitem__)
        fringe += [place for place in self.far[late:] if place < start]
        if self.after is not None:
            fringe += self.after.within(first, first)
        fringe.sort()
        return fringe[:most]

    def among(self, found: Sequence[int], first: int, last: int) -> Sequence[int]:
        """Return those of some positions whose span touches a window; `places` has to be None.

        Args:
            found: Positions, in order.
            first: First day of the window.
            last: Its last day.
        """
        start = bisect_left(self.lows, first)
        early, late = bisect_left(found, start), bisect_left(found, bisect_right(self.lows, last))
        fringe = self._fringe(first, start)
        if len(fringe) * 4 < early:
            fringe = [place for place in fringe if holds(found, place)]
        else:
            reaching = set(fringe)
            fringe = [place for place in found[:early] if place in reaching]
        behind = [place for place in self._late(last) if holds(found, place)]
        return [*fringe, *found[early:late], *behind] if fringe or behind else found[early:late]


def packed(numbers: Sequence[int]) -> Sequence[int]:
    """Return numbers as an array; a few stay as they are, as `array` costs a first answer."""
    if len(numbers) < _MANY or not isinstance(numbers, list):
        return numbers
    from array import array

    return array("i", numbers)


def column(size: int) -> MutableSequence[int]:
    """Return an empty list, or an array if it is to take many numbers."""
    if size < _MANY:
        return []
    from array import array

    return array("i")


def holds(found: Sequence[int], position: int) -> bool:
    """Return whether a position is among some that are in order."""
    at = bisect_left(found, position)
    return at < len(found) and found[at] == position
