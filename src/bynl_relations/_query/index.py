"""Where records stand in time: answers in the time of a few bisections.

The records are kept in the order of their start, so that most answers are one contiguous run
of them. A question with other conditions starts from the rarest of these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import chain
from operator import attrgetter
from typing import cast

from ..model import Record
from ..when import FOREVER, NEVER
from .facets import keys
from .question import Question, certain
from .spans import Spans, column, holds, packed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..when.standing import Began
    from .search import Runs, Texts
    from .window import Window

    #: First days, last days of the starts, last days.
    Columns = tuple[Sequence[int], Sequence[int], Sequence[int]]

__all__ = ["Index"]

#: How many times fewer positions are looked up one by one, not in a set of all.
_FEW = 16
#: How many records are looked at in one go: as many as the caches of a processor hold.
_RUN = 500
_span = attrgetter("when._span")
#: The span of what has no `when`.
_ANY = (NEVER, FOREVER, NEVER, FOREVER)


class Index:
    """Records in the order of their start, with what finds them quickly.

    Each table is made when it is first needed, and shared by every result over the records.

    Attributes:
        records: The records, by `sort_key` and id.
    """

    __slots__ = (
        "_began", "_columns", "_dated", "_postings", "_stood", "_texts", "_without_claims",
        "records",
    )  # fmt: skip

    def __init__(self, records: tuple[Record, ...]) -> None:
        """Hold records that are already in order."""
        self.records = records
        self._without_claims: Index | None = None
        self._columns: Columns | None = None
        self._began: Spans | None = None
        self._stood: tuple[Spans, Sequence[int]] | None = None
        self._dated: int | None = None
        self._postings: dict[str, Mapping[str, Sequence[int]]] = {}
        self._texts: tuple[Runs, Texts] | None = None

    @property
    def without_claims(self) -> Index:
        """The same without claims."""
        if self._without_claims is None:
            held = tuple([record for record in self.records if not record.claimed])
            self._without_claims = self if len(held) == len(self.records) else Index(held)
        return self._without_claims

    @property
    def dated(self) -> int:
        """How many of the records have a time or a sighting; they come first."""
        if self._dated is None:
            self._dated = bisect_left(self.records, FOREVER + 1, key=lambda one: one.sort_key[0])
        return self._dated

    def posting(self, facet: str) -> Mapping[str, Sequence[int]]:
        """Give, for each key of a facet, the positions of its records."""
        if facet not in self._postings:
            lists: defaultdict[str, list[int]] = defaultdict(list)
            for position, record in enumerate(self.records):
                several = keys(record, facet)
                for key in several if len(several) < 2 else set(several):
                    lists[key].append(position)
            self._postings[facet] = {key: packed(found) for key, found in lists.items()}
        return self._postings[facet]

    def texts(self, runs: Runs) -> Texts:
        """Return the words of the records; made anew where the names are those of others."""
        found = self._texts
        if found is None or found[0] is not runs:
            from .search import Texts

            found = self._texts = runs, Texts(self.records, runs)
        return found[1]

    def fitting(self, question: Question, positions: Iterable[int]) -> list[int]:
        """Return those of some positions whose records fit a question by all but their time."""
        records, phrase = self.records, question.phrase
        found = [one for one in positions if question.fitting(records[one])]
        if phrase is None:
            return found
        inside = set(self.texts(phrase.runs).matching(phrase.words))
        return [one for one in found if one in inside]

    def count(self, window: Window) -> int:
        """Count the records that can belong to a window."""
        spans, several = self._can(window)
        simple = spans.count(window.first, window.last)
        return simple + sum(window.can(self.records[one]) for one in several)

    def head(self, window: Window, most: int) -> Sequence[int]:
        """Give the first so many positions of those that `within` gives."""
        spans, several = self._can(window)
        if several or spans.places is not None:
            return self.within(window)[:most]
        return spans.within(window.first, window.last, most)[:most]

    def within(self, window: Window) -> Sequence[int]:
        """Give the positions of the records that can belong to a window, in order."""
        spans, several = self._can(window)
        found = spans.within(window.first, window.last)
        more = [one for one in several if window.can(self.records[one])]
        return sorted([*found, *more]) if more else found

    def answer(self, question: Question) -> Sequence[int]:
        """Give the positions of the records that a question asks for, in order.

        The claims are the caller's matter: it asks `without_claims` where they are to stay out.
        """
        records, windows = self.records, question.windows
        found = self._needed(question)
        if (phrase := question.phrase) is not None:
            hits = self.texts(phrase.runs).matching(phrase.words)
            inside = set(hits) if found is not None else ()
            found = hits if found is None else [one for one in found if one in inside]
        if not question.undated:
            for window in windows:
                found = self.within(window) if found is None else self._among(found, window)
        if found is None:
            found = range(len(records))
        if not windows:
            if question.match == "possible":
                return ()
            if question.undated is False:
                found = found[: bisect_left(found, self.dated)]
        elif question.undated:
            found = [one for one in found if question.timely(records[one])]
        elif question.match != "any":
            surely = question.match == "certain"
            found = [one for one in found if certain(windows, records[one]) is surely]
        for test in question.tests:
            found = [one for one in found if test(records[one])]
        return found

    def _needed(self, question: Question) -> Sequence[int] | None:
        """Give the positions of the records that have what is needed, by the rarest first."""
        parts: list[list[Sequence[int]]] = []
        for facet, wanted in question.needs:
            posting = self.posting(facet)
            parts.append([posting[key] for key in wanted if key in posting])
        if not parts:
            return None
        parts.sort(key=_size)
        found: Sequence[int] = _joined(parts[0])
        for lists in parts[1:]:
            if _size(lists) > _FEW * len(found):
                kept = [one for one in found if any(holds(part, one) for part in lists)]
            else:
                inside = set(_joined(lists))
                kept = [one for one in found if one in inside]
            found = kept
        return found

    def _among(self, found: Sequence[int], window: Window) -> Sequence[int]:
        """Give those of some positions whose records can belong to a window."""
        spans, several = self._can(window)
        many = spans.count(window.first, window.last) + len(several)
        if many * 4 < len(found):
            return [one for one in self.within(window) if holds(found, one)]
        if spans.places is None and not several:
            return spans.among(found, window.first, window.last)
        if many > _FEW * len(found):
            return [one for one in found if window.can(self.records[one])]
        inside = set(self.within(window))
        return [one for one in found if one in inside]

    def _can(self, window: Window) -> tuple[Spans, Sequence[int]]:
        """Give the spans that a window asks about, and the positions that have several."""
        if window.began:
            if self._began is None:
                self._began = _began(self.records, self._whens())
            return self._began, ()
        if self._stood is None:
            self._stood = _stood(self.records, self._whens())
        return self._stood

    def _whens(self) -> Columns:
        """Give the days of every `when`, which both tables are made of."""
        if self._columns is None:
            self._columns = _columns(self.records, self.dated)
        return self._columns


def _size(lists: list[Sequence[int]]) -> int:
    return sum(map(len, lists))


def _joined(lists: list[Sequence[int]]) -> Sequence[int]:
    return lists[0] if len(lists) == 1 else sorted(set(chain.from_iterable(lists)))


def _columns(records: Sequence[Record], dated: int) -> Columns:
    """Give, of every `when`: its first day, the last of its start, its last day.

    What has none can have begun, and have stood, on any day.
    """
    lows, highs, lasts = column(dated), column(dated), column(dated)
    for start in range(0, dated, _RUN):
        run = records[start : min(start + _RUN, dated)]
        try:
            spans = list(map(_span, run))
        except AttributeError:
            spans = [_ANY if one.when is None else one.when._span for one in run]
        low, high, _, last = zip(*spans, strict=True)
        lows.extend(low)
        highs.extend(high)
        lasts.extend(last)
    return lows, highs, lasts


def _began(records: Sequence[Record], columns: Columns) -> Spans:
    """Make the spans in which records can have begun; those of a `when` are in order already."""
    lows, highs, _ = columns
    if NEVER in lows:
        # Sightings say more of an unknown start.
        lows, highs = list(lows), list(highs)
        for one in [one for one, low in enumerate(lows) if low == NEVER]:
            lows[one], highs[one], _ = cast("Began", records[one].began)
    return Spans(lows, highs)


def _stood(records: Sequence[Record], columns: Columns) -> tuple[Spans, Sequence[int]]:
    """Make the spans in which records can have stood, and the positions of those with several."""
    lows, _, highs = columns
    kinds: set[type[Record]] = set(map(type, records))
    plain = {kind for kind in kinds if kind.periods is Record.periods}
    if plain == kinds:
        # Those that have no time at all come last, and never stood.
        return Spans(lows, highs), ()
    found: list[tuple[int, int, int]] = []
    several: list[int] = []
    for position, record in enumerate(records):
        if type(record) in plain and position < len(lows):
            found.append((lows[position], highs[position], position))
        elif len(periods := record.periods) == 1:
            found.append((periods[0][0], periods[0][1], position))
        elif periods:
            several.append(position)
    low, high, places = zip(*found, strict=True) if found else ((), (), ())
    return Spans(low, high, places), several
