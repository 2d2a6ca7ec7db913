"""Where records stand in time: answers in the time of a few bisections.

The records are kept in the order of their start. A question about when something began finds
one contiguous run, and a short fringe of starts that are not known to the day. A question
about what stood finds a run in each of a few buckets of equal length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ._question import Question, keys
from ._standing import can
from .when import FOREVER, NEVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ._window import Window
    from .model import Record

__all__ = ["Index"]

#: The longest that a date of each precision lasts, in days: day, month, year, decade, century.
_LENGTHS = (0, 31, 366, 3653, 36525)


class Index:
    """Records in the order of their start, with what finds them quickly.

    Each table is made when it is first needed, and shared by every result over the records.

    Attributes:
        records: The records, by `sort_key` and id.
    """

    __slots__ = ("_began", "_dated", "_held", "_postings", "_stood", "records")

    def __init__(self, records: tuple[Record, ...]) -> None:
        """Hold records that are already in order."""
        self.records = records
        self._held: Index | None = None
        self._began: _Began | None = None
        self._stood: _Stood | None = None
        self._dated: int | None = None
        self._postings: dict[str, dict[str, list[int]]] = {}

    @property
    def held(self) -> Index:
        """The same without claims."""
        if self._held is None:
            held = tuple([record for record in self.records if not record.claimed])
            self._held = self if len(held) == len(self.records) else Index(held)
        return self._held

    @property
    def dated(self) -> int:
        """How many of the records have a time or a sighting; they come first."""
        if self._dated is None:
            self._dated = bisect_left(self.records, FOREVER + 1, key=lambda one: one.sort_key[0])
        return self._dated

    def posting(self, facet: str) -> dict[str, list[int]]:
        """Give, for each key of a facet, the positions of its records."""
        found = self._postings.get(facet)
        if found is None:
            found = {}
            for position, record in enumerate(self.records):
                for key in dict.fromkeys(keys(record, facet)):
                    found.setdefault(key, []).append(position)
            self._postings[facet] = found
        return found

    def count(self, window: Window) -> int:
        """Count the records that can belong to a window."""
        return self._table(window).count(window.first, window.last)

    def within(self, window: Window) -> Sequence[int]:
        """Give the positions of the records that can belong to a window, in order."""
        return self._table(window).within(window.first, window.last)

    def answer(self, question: Question) -> Sequence[int]:
        """Give the positions of the records that a question asks for, in order.

        The claims are the caller's matter: it asks `held` where they are to stay out.
        """
        records = self.records
        found: Sequence[int] | None = None
        rest: Callable[[Record], bool] = question.timely
        if question.needs:
            chosen = [[post[key] for key in wanted if key in post]
                      for facet, wanted in question.needs for post in (self.posting(facet),)]  # fmt: skip
            fewest = min(chosen, key=lambda lists: sum(map(len, lists)))
            found = fewest[0] if len(fewest) == 1 else sorted({one for part in fewest for one in part})
        if found is None and question.windows and not question.undated:
            found = self.within(question.windows[0])
            if question.match == "any" and len(question.windows) == 1:
                rest = _always
        if found is None:
            found = range(len(records))
        elif (
            len(question.needs) == 1
            and not (question.tests or question.windows)
            and question.undated is not False
            and question.match != "possible"
        ):
            return found
        if not question.windows and question.undated is False:
            found = found[: bisect_left(found, self.dated)]
        if not question.windows:
            rest = _always if question.match != "possible" else _never
        if not (question.needs or question.tests) and rest is _always:
            return found
        fitting = question.fitting
        return [one for one in found if rest(records[one]) and fitting(records[one])]

    def _table(self, window: Window) -> _Began | _Stood:
        if window.began:
            if self._began is None:
                self._began = _Began(self.records, self.dated)
            return self._began
        if self._stood is None:
            self._stood = _Stood(self.records)
        return self._stood


def _always(_: Record) -> bool:
    return True


def _never(_: Record) -> bool:
    return False


class _Began:
    """When records began: their starts in order, and the starts that are not exact."""

    __slots__ = ("buckets", "far", "highs", "keys", "lows", "unknown")

    def __init__(self, records: tuple[Record, ...], dated: int) -> None:
        self.keys = [record.sort_key[0] for record in records[:dated]]
        self.buckets: list[tuple[int, list[int], list[int], list[int]]] = [
            (length, [], [], []) for length in _LENGTHS[1:]
        ]
        #: Starts of no known beginning (latest day, position), and those only seen standing.
        self.far: list[tuple[int, int]] = []
        self.unknown: list[int] = []
        lows: list[int] = []
        highs: list[int] = []
        for position, key in enumerate(self.keys):
            low, high, _ = records[position].began or (NEVER, FOREVER, FOREVER)
            lows.append(low)
            highs.append(high)
            if low != key:
                self.unknown.append(position)
            if high > key:
                for length, starts, ends, positions in self.buckets:
                    if high - key <= length:
                        starts.append(key)
                        ends.append(high)
                        positions.append(position)
                        break
                else:
                    self.far.append((high, position))
        self.far.sort()
        self.lows = sorted(lows)
        self.highs = sorted(highs)

    def count(self, first: int, last: int) -> int:
        return bisect_right(self.lows, last) - bisect_left(self.highs, first)

    def within(self, first: int, last: int) -> Sequence[int]:
        start, stop = bisect_left(self.keys, first), bisect_right(self.keys, last)
        fringe = [
            positions[one]
            for length, starts, ends, positions in self.buckets
            for one in range(bisect_left(starts, first - length), bisect_left(starts, first))
            if ends[one] >= first
        ]
        if self.far:
            fringe += [one for _, one in self.far[bisect_left(self.far, (first, -1)) :] if one < start]
        later = self.unknown[bisect_left(self.unknown, stop) :] if self.unknown else []
        if not fringe and not later:
            return range(start, stop)
        return [*sorted(fringe), *range(start, stop), *later]


class _Stood:
    """When records stood: their periods in buckets of like length, each in order of start."""

    __slots__ = ("buckets", "highs", "lows", "records", "several")

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.records = records
        self.several: list[int] = []
        spans: list[tuple[int, int, int]] = []
        for position, record in enumerate(records):
            periods = record.periods
            if len(periods) == 1:
                spans.append((periods[0][0], periods[0][1], position))
            elif periods:
                self.several.append(position)
        spans.sort()
        self.lows = [low for low, _, _ in spans]
        self.highs = sorted(high for _, high, _ in spans)
        sorts: dict[int, list[tuple[int, int, int]]] = {}
        for span in spans:
            length = span[1] - span[0]
            sorts.setdefault(next((one for one in _LENGTHS if length <= one), FOREVER), []).append(span)
        self.buckets = [
            (length, [s[0] for s in found], [s[1] for s in found], [s[2] for s in found])
            for length, found in sorted(sorts.items())
        ]

    def count(self, first: int, last: int) -> int:
        simple = bisect_right(self.lows, last) - bisect_left(self.highs, first)
        return simple + sum(can(self.records[one].periods, first, last) for one in self.several)

    def within(self, first: int, last: int) -> Sequence[int]:
        found: list[int] = []
        for length, lows, highs, positions in self.buckets:
            start, stop = bisect_left(lows, first), bisect_right(lows, last)
            early = bisect_left(lows, first - length)
            found += [positions[one] for one in range(early, min(start, stop)) if highs[one] >= first]
            found += positions[start:stop]
        found += [one for one in self.several if can(self.records[one].periods, first, last)]
        found.sort()
        return found
