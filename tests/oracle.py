"""What questions about time have to answer, written from the text of the contract alone.

Plain scans over the days of a calendar: nothing here is imported from the library, and of a
record only its fields are read, the dates as their EDTF text. Days are ordinals; minus and plus
infinity stand for what lies before and after every date.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

EARLY, LATE = float("-inf"), float("inf")
Day = float
PLAIN = re.compile(r"(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)")


@dataclass
class Side:
    """One date: its days, the days that a question reaches, and whether it is doubted."""

    first: Day
    last: Day
    near_first: Day
    near_last: Day
    doubted: bool = False


OPEN_START, OPEN_END = Side(EARLY, EARLY, EARLY, EARLY), Side(LATE, LATE, LATE, LATE)
UNKNOWN = Side(EARLY, LATE, EARLY, LATE)


@dataclass
class Known:
    """A date or interval: bounds as written, bounds as reached, and what is certain of it."""

    written: tuple[Day, Day]
    start: tuple[Day, Day]
    end: tuple[Day, Day]
    by: Day | None
    until: Day | None


def _years(first: int, last: int) -> tuple[Day, Day]:
    first, last = (min(max(year, 1), 9999) for year in (first, last))
    return date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()


def _month(year: int, month: int) -> tuple[Day, Day]:
    if month == 0:
        year, month = year - 1, 12
    if month == 13:
        year, month = year + 1, 1
    if not 1 <= year <= 9999:
        year, month = (1, 1) if year < 1 else (9999, 12)
    day = date(year, month, 1)
    return day.toordinal(), day.replace(day=monthrange(year, month)[1]).toordinal()


def side(text: str) -> Side:
    """Read one date, and one calendar unit of its own precision on each side of it."""
    found = PLAIN.fullmatch(text)
    assert found, text
    year, month, day, flag = found.groups()
    if "X" in year:
        many = 10 ** year.count("X")
        begin = int(year.rstrip("X")) * many
        own = _years(begin, begin + many - 1)
        before, after = _years(begin - many, begin - 1), _years(begin + many, begin + 2 * many - 1)
    elif month in (None, "XX"):
        own = _years(int(year), int(year))
        before, after = _years(int(year) - 1, int(year) - 1), _years(int(year) + 1, int(year) + 1)
    elif day in (None, "XX"):
        own = _month(int(year), int(month))
        before, after = _month(int(year), int(month) - 1), _month(int(year), int(month) + 1)
    else:
        number = date(int(year), int(month), int(day)).toordinal()
        own = number, number
        before, after = (max(number - 1, 1), number), (number, min(number + 1, 3652059))
    near = (before[0], after[1]) if flag in ("~", "%") else own
    return Side(*own, *near, flag in ("?", "%"))


def known(text: str) -> Known:
    """Read EDTF."""
    if text.startswith("["):
        low, high = text[1:-1].split("..")
        span = side(low).first if low else EARLY, side(high).last if high else LATE
        return Known(span, span, span, span[1], span[0])
    if "/" not in text:
        only = side(text)
        near = only.near_first, only.near_last
        certain = (None, None) if only.doubted else (near[1], near[0])
        return Known((only.first, only.last), near, near, *certain)
    left, right = text.split("/")
    start = {"": UNKNOWN, "..": OPEN_START}.get(left) or side(left)
    end = {"": UNKNOWN, "..": OPEN_END}.get(right) or side(right)
    by: Day | None = start.near_last if left else None
    until: Day | None = end.near_first if right else None
    # A bound that is taken from the other side counts as reached, unless that side is doubted.
    if not end.doubted:
        by = end.near_last if by is None else min(by, end.near_last)
    if not start.doubted:
        until = start.near_first if until is None else max(until, start.near_first)
    return Known(
        (start.first, end.last),
        (start.near_first, min(start.near_last, end.near_last)),
        (max(end.near_first, start.near_first), end.near_last),
        None if start.doubted else by,
        None if end.doubted else until,
    )


def _least(days: Iterable[Day | None]) -> Day | None:
    return min((day for day in days if day is not None), default=None)


def times(record: Any) -> list[str]:
    """Return the days in force that stand in for a missing `when`."""
    in_force = getattr(record, "in_force", None)
    return [
        when.edtf for when in (*([in_force] if in_force else []), *getattr(record, "applies", ()))
    ]


def undated(record: Any) -> bool:
    """Return whether nothing is known of a record's time."""
    return record.when is None and not record.attested and not times(record)


def began(record: Any) -> tuple[Day, Day, Day | None]:
    """Return between which days it began, and by which it must have."""
    seen = [known(one.edtf) for one in record.attested]
    if record.when is None:
        first = [*seen, *map(known, times(record))]
        return EARLY, min(one.start[1] for one in first), _least(one.by for one in first)
    own = known(record.when.edtf)
    if own.written[0] == EARLY:
        last = min([own.start[1], *(one.start[1] for one in seen)])
        return EARLY, last, _least([own.by, *(one.by for one in seen)])
    return *own.start, own.by


def periods(record: Any) -> Iterator[tuple[Day, Day, Day | None, Day | None]]:
    """Yield from when and until when it can have stood, then by and until when it must."""
    if record.collection == "measures":
        for one in record.applies:
            period = known(one.edtf)
            yield period.start[0], period.end[1], period.by, period.until
    elif record.collection == "agreements":
        yield from in_force(record)
    else:
        seen = [known(one.edtf) for one in record.attested]
        if record.when is None:
            first, last, by, until = EARLY, LATE, None, None
        else:
            own = known(record.when.edtf)
            first, last, by, until = own.start[0], own.end[1], own.by, own.until
        by = _least([by, *(one.by for one in seen)])
        ends = [end for end in (until, *(one.until for one in seen)) if end is not None]
        if record.when is not None or seen:
            yield first, last, by, max(ends, default=None)


def in_force(record: Any) -> Iterator[tuple[Day, Day, Day | None, Day | None]]:
    """Yield when an agreement stood: from `in_force` until `terminated`."""
    if record.status == "never_in_force":
        return
    start = known(record.in_force.edtf) if record.in_force else None
    end = known(record.terminated.edtf) if record.terminated else None
    last = end.end[1] if end else LATE
    if start is not None:
        until = end.until if end else LATE if record.status == "in_force" else None
        yield start.start[0], max(start.start[0], last), start.by, until
    elif record.when is not None or record.attested:
        first = known(record.when.edtf).start[0] if record.when else EARLY
        yield first, max(first, last), None, None


@dataclass
class Asked:
    """What a query asks about time; each moment as EDTF text or None."""

    since: str | None = None
    until: str | None = None
    at: str | None = None
    checked: str | None = None

    @property
    def span(self) -> tuple[Day, Day] | None:
        """The window of the beginning, as written: the flags of a question widen nothing."""
        if self.since is None and self.until is None:
            return None
        first = known(plain(self.since)).start[0] if self.since else EARLY
        return first, known(plain(self.until)).end[1] if self.until else LATE

    @property
    def nonsense(self) -> bool:
        """Whether `since` lies after `until`."""
        return self.span is not None and self.span[0] > self.span[1]

    def judge(self, record: Any) -> str:
        """Return how a record belongs: certain, possible, no, or undated."""
        said = ["certain"]
        last = known(self.checked).end[1] if self.checked else LATE
        if self.span is not None:
            flagged = flag(self.since, 0) or flag(self.until, -1)
            said.append(self._began(record, *self.span, flagged, last))
        if self.at is not None:
            window = known(plain(self.at))
            flagged = flag(self.at, 0) or flag(self.at, -1)
            said.append(self._stood(record, window.start[0], window.end[1], flagged, last))
        if len(said) > 1 and undated(record):
            return "undated"
        return min(said, key=["no", "possible", "certain"].index)

    @staticmethod
    def _began(record: Any, first: Day, last: Day, flagged: bool, checked: Day) -> str:
        if undated(record):
            return "no"
        low, high, by = began(record)
        if not (low <= last and high >= first):
            return "no"
        inside = low >= first and by is not None and by <= min(last, checked)
        return "certain" if inside and not flagged else "possible"

    @staticmethod
    def _stood(record: Any, first: Day, last: Day, flagged: bool, checked: Day) -> str:
        every = [one for one in periods(record) if one[0] <= last and one[1] >= first]
        if not every:
            return "no"
        last = min(last, checked)
        sure = any(
            by is not None and until is not None and max(low, by) <= last and until >= first
            for low, _, by, until in every
        )
        return "certain" if sure and not flagged and first <= last else "possible"


def plain(text: str) -> str:
    """Leave the flags out of a date."""
    return re.sub("[~?%]", "", text)


def flag(text: str | None, part: int) -> bool:
    """Return whether a side of a moment carries a flag."""
    return text is not None and text.split("/")[part].endswith(("~", "?", "%"))


def order(record: Any) -> tuple[Day, Day, str, str]:
    """Return what sorts records: the days as written of `when`, else of the first sighting ..."""
    moments = [record.when.edtf] if record.when else [one.edtf for one in record.attested]
    every = [(*known(text).written, text) for text in moments or times(record)]
    return (*min(every, default=(LATE, LATE, "\U0010ffff")), record.id)


def answer(
    records: Iterable[Any], asked: Asked, match: str, with_undated: bool | None, claims: bool
) -> tuple[list[str], int]:
    """Return the ids that belong, in order, and how many without time were left out."""
    timely = asked.span is not None or asked.at is not None
    kept, left = [], 0
    for record in sorted(records, key=order):
        if record.claimed and not claims:
            continue
        judged = asked.judge(record)
        if not timely:
            judged = "no" if undated(record) and with_undated is False else "certain"
        elif judged == "undated":
            left += not with_undated
            judged = "possible" if with_undated else "no"
        if judged == match or (match == "any" and judged != "no"):
            kept.append(record.id)
    return kept, left
