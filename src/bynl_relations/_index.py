"""Where records stand in time: answers in the time of a few bisections.

The records are kept in the order of their start, so that most answers are one contiguous run
of them. A question with other conditions starts from the rarest of these.
"""

from __future__ import annotations

from bisect import bisect_left

from ._question import Question, keys
from ._spans import Spans
from .model import Record
from .when import FOREVER, NEVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ._window import Window

__all__ = ["Index"]


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
        self._began: Spans | None = None
        self._stood: tuple[Spans, Sequence[int]] | None = None
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
        spans, several = self._can(window)
        simple = spans.count(window.first, window.last)
        return simple + sum(window.can(self.records[one]) for one in several)

    def within(self, window: Window) -> Sequence[int]:
        """Give the positions of the records that can belong to a window, in order."""
        spans, several = self._can(window)
        found = spans.within(window.first, window.last)
        more = [one for one in several if window.can(self.records[one])]
        return sorted([*found, *more]) if more else found

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

    def _can(self, window: Window) -> tuple[Spans, Sequence[int]]:
        """Give the spans that a window asks about, and the positions that have several."""
        if window.began:
            if self._began is None:
                self._began = _began(self.records, self.dated)
            return self._began, ()
        if self._stood is None:
            self._stood = _stood(self.records)
        return self._stood


def _always(_: Record) -> bool:
    return True


def _never(_: Record) -> bool:
    return False


def _began(records: Sequence[Record], dated: int) -> Spans:
    """Make the spans in which records can have begun; those of a `when` are in order already."""
    lows: list[int] = []
    highs: list[int] = []
    for record in records[:dated]:
        when = record.when
        if when is not None and (span := when.span)[0] != NEVER:
            lows.append(span[0])
            highs.append(span[1])
        else:
            low, high, _ = record.began or (NEVER, FOREVER, FOREVER)
            lows.append(low)
            highs.append(high)
    return Spans(lows, highs)


def _stood(records: Sequence[Record]) -> tuple[Spans, Sequence[int]]:
    """Make the spans in which records can have stood, and the positions of those with several."""
    lows: list[int] = []
    highs: list[int] = []
    places: list[int] = []
    several: list[int] = []
    for position, record in enumerate(records):
        when = record.when
        if when is not None and type(record).periods is Record.periods:
            low, _, _, high = when.span
        elif periods := record.periods:
            if len(periods) > 1:
                several.append(position)
                continue
            low, high = periods[0][:2]
        else:
            continue
        lows.append(low)
        highs.append(high)
        places.append(position)
    whole = len(places) == len(records)
    return Spans(lows, highs, None if whole else places), several
