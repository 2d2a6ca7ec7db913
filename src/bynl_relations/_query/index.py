"""A time index over records: most questions cost a few bisections.

The records are kept in the order of their start, so that most answers are one contiguous run
of them. A question with other conditions starts from the rarest of these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain, compress
from operator import attrgetter
from typing import cast

from ..when import FOREVER, NEVER
from .facets import keys
from .question import Question, certain
from .spans import Spans, column, holds, packed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, MutableSequence, Sequence

    from .._protocols import RecordLike
    from ..when.standing import Began
    from .search import Runs, Texts
    from .window import Window

    #: First days, last days of the starts, last days; positions of what can differ from these.
    Columns = tuple[MutableSequence[int], MutableSequence[int], MutableSequence[int], Sequence[int]]
    #: A position, with the first and the last day on which its record can have begun or stood.
    Odd = tuple[int, int, int]

__all__ = ["Index"]

#: How many times fewer positions are looked up one by one, not in a set of all.
_FEW = 16
#: How many records are looked at in one go: as many as the caches of a processor hold.
_RUN = 500
_when, _span, _reach = map(attrgetter, ("when", "_span", "_reach"))


class Index:
    """Records in the order of their start, with what finds them quickly.

    Each table is built when it is first needed, and shared by every result over the records.

    Attributes:
        records: The records, by `sort_key` and id.
    """

    __slots__ = (
        "_began", "_columns", "_dated", "_postings", "_stood", "_texts", "_without_claims",
        "records",
    )  # fmt: skip

    def __init__(self, records: tuple[RecordLike, ...]) -> None:
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
        """How many records have a time, a sighting or a day in force; they come first."""
        if self._dated is None:
            self._dated = bisect_left(
                self.records, FOREVER + 1, key=lambda record: record.sort_key[0]
            )
        return self._dated

    def posting(self, facet: str) -> Mapping[str, Sequence[int]]:
        """Return the positions of the records of each key of a facet."""
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
        found = [place for place in positions if question.fitting(records[place])]
        if phrase is None:
            return found
        inside = set(self.texts(phrase.runs).matching(phrase.words))
        return [place for place in found if place in inside]

    def count(self, window: Window) -> int:
        """Count the records that can belong to a window."""
        spans, several = self._can(window)
        simple = spans.count(window.first, window.last)
        return simple + sum(window.can(self.records[place]) for place in several)

    def head(self, window: Window, most: int) -> Sequence[int]:
        """Return the first positions of those that `within` returns."""
        spans, several = self._can(window)
        if several or spans.places is not None:
            return self.within(window)[:most]
        return spans.within(window.first, window.last, most)[:most]

    def within(self, window: Window) -> Sequence[int]:
        """Return the positions of the records that can belong to a window, in order."""
        spans, several = self._can(window)
        found = spans.within(window.first, window.last)
        more = [place for place in several if window.can(self.records[place])]
        return sorted([*found, *more]) if more else found

    def answer(self, question: Question) -> Sequence[int]:
        """Return the positions of the records that a question asks for, in order.

        Claims are the caller's matter: it asks `without_claims` if they are to stay out.
        """
        records, windows = self.records, question.windows
        found = self._needed(question)
        if (phrase := question.phrase) is not None:
            hits = self.texts(phrase.runs).matching(phrase.words)
            inside = set(hits) if found is not None else ()
            found = hits if found is None else [place for place in found if place in inside]
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
            found = [place for place in found if question.timely(records[place])]
        elif question.match != "any":
            surely = question.match == "certain"
            found = [place for place in found if certain(windows, records[place]) is surely]
        for test in question.tests:
            found = [place for place in found if test(records[place])]
        return found

    def _needed(self, question: Question) -> Sequence[int] | None:
        """Return the positions of the records that meet every need, the rarest need first."""
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
                kept = [place for place in found if any(holds(part, place) for part in lists)]
            else:
                inside = set(_joined(lists))
                kept = [place for place in found if place in inside]
            found = kept
        return found

    def _among(self, found: Sequence[int], window: Window) -> Sequence[int]:
        """Return those of some positions whose records can belong to a window."""
        spans, several = self._can(window)
        many = spans.count(window.first, window.last) + len(several)
        if many * 4 < len(found):
            return [place for place in self.within(window) if holds(found, place)]
        if spans.places is None and not several:
            return spans.among(found, window.first, window.last)
        if many > _FEW * len(found):
            return [place for place in found if window.can(self.records[place])]
        inside = set(self.within(window))
        return [place for place in found if place in inside]

    def _can(self, window: Window) -> tuple[Spans, Sequence[int]]:
        """Return the spans that a window asks about, and the positions that have several."""
        if window.began:
            if self._began is None:
                self._began = _began(self.records, self._whens())
            return self._began, ()
        if self._stood is None:
            self._stood = _stood(self.records, self._whens())
        return self._stood

    def _whens(self) -> Columns:
        """Return the days of every `when`, of which both tables are made."""
        if self._columns is None:
            self._columns = _columns(self.records, self.dated)
        return self._columns


def _size(lists: list[Sequence[int]]) -> int:
    return sum(map(len, lists))


def _joined(lists: list[Sequence[int]]) -> Sequence[int]:
    return lists[0] if len(lists) == 1 else sorted(set(chain.from_iterable(lists)))


def _columns(records: Sequence[RecordLike], dated: int) -> Columns:
    """Return the days by which records are ordered, and which of them can differ from these.

    Returns:
        Of every `when`: its first day, the last of its start, its last day. A record without
        one has the first day of its `sort_key`, and no last days. Then the positions of those
        without `when`, with an unknown start, or with a flag that reaches further.
    """
    lows, highs, lasts = column(dated), column(dated), column(dated)
    odd: list[int] = []
    for start in range(0, dated, _RUN):
        run = records[start : min(start + _RUN, dated)]
        try:
            whens = list(map(_when, run))
            spans = list(map(_span, whens))
            reaches = list(map(_reach, whens))
        except AttributeError:
            spans = [_span_of(record) for record in run]
            reaches = [not record.when or record.when.reach for record in run]
        low, high, _, last = zip(*spans, strict=True)
        lows.extend(low)
        highs.extend(high)
        lasts.extend(last)
        odd += compress(range(start, dated), reaches)
    unknown = bisect_right(lows, NEVER)
    return lows, highs, lasts, [*range(unknown), *odd[bisect_left(odd, unknown) :]]


def _span_of(record: RecordLike) -> tuple[int, int, int, int]:
    """Return the span of a record's `when`; without one, from the day by which it is ordered."""
    if record.when is not None:
        return record.when.span
    return record.sort_key[0], FOREVER, FOREVER, FOREVER


def _spans(lows: Sequence[int], highs: MutableSequence[int], odd: Iterable[Odd]) -> Spans:
    """Make spans of records in order, some of which differ from the days that order them."""
    differing = list(odd)
    if not all(low <= lows[place] <= high for place, low, high in differing):
        lows, highs = list(lows), list(highs)
        for place, low, high in differing:
            lows[place], highs[place] = low, high
        return Spans(lows, highs)
    before: list[Odd] = []
    after: list[Odd] = []
    if differing:
        highs = highs[:]
    for place, low, high in differing:
        highs[place] = least = min(highs[place], high)
        if low < lows[place]:
            before.append((place, low, lows[place] - 1))
        if least < high:
            after.append((place, least + 1, high))
    return Spans(lows, highs, before=_margins(before), after=_margins(after))


def _margins(found: list[Odd]) -> Spans | None:
    if not found:
        return None
    places, lows, highs = zip(*found, strict=True)
    return Spans(lows, highs, places)


def _began(records: Sequence[RecordLike], columns: Columns) -> Spans:
    """Make the spans in which records can have begun."""
    lows, highs, _, odd = columns
    known = ((place, cast("Began", records[place].began)) for place in odd)
    return _spans(lows, highs, ((place, *days[:2]) for place, days in known))


def _stood(records: Sequence[RecordLike], columns: Columns) -> tuple[Spans, Sequence[int]]:
    """Make the spans in which records can have stood, and the positions of those with several."""
    lows, _, highs, odd = columns
    from ..model.record import Record

    kinds = cast("set[type[Record]]", set(map(type, records)))
    plain = {kind for kind in kinds if kind.periods is Record.periods}
    if plain == kinds:
        # Those that have no time at all come last, and never stood.
        return _spans(lows, highs, ((place, *records[place].periods[0][:2]) for place in odd)), ()
    found: list[Odd] = []
    several: list[int] = []
    differing = set(odd)
    for place, record in enumerate(records):
        if type(record) in plain and place < len(lows) and place not in differing:
            found.append((place, lows[place], highs[place]))
        elif len(periods := record.periods) == 1:
            found.append((place, periods[0][0], periods[0][1]))
        elif periods:
            several.append(place)
    return _margins(found) or Spans((), ()), several
