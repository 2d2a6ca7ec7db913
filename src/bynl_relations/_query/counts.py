# pyarrow need not be there when types are checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false
"""How many records began, or stood, in each year, month or day, and how many have each value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple, overload

from attrs import evolve, field, frozen

from .._dataset.files import saved
from .._spelling import hint, words
from ..actors import Actor
from ..errors import UnknownName, shown
from ..provenance import Source
from ..vocabulary import chosen
from ..when import FOREVER, NEVER, When
from .order import groups, names
from .question import certain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pandas
    import polars
    import pyarrow

    from .._dataset.files import Path
    from .._protocols import RecordLike
    from ..interop.columns import Column
    from .window import Window

__all__ = ["Count", "Counts", "tally"]

PERIODS = ("year", "month", "day")
OF = ("began", "stood")


class Count(NamedTuple):
    """One row of `Counts`.

    Attributes:
        period: A year, month or day in EDTF; of a field, the value as text.
        certain: How many records surely belong to it.
        possible: How many records only may belong to it.
    """

    period: str
    certain: int
    possible: int


@frozen(repr=False)
class Counts(Sequence[Count]):
    """A table that counts the records of a result, a row a period or a value of a field.

    Rows of periods have no holes: a year with nothing is a row. A row of the period `p` equals
    `records.where(since=p, until=p)`, or `records.where(at=p)` if `of` is `stood`.

    Attributes:
        by: `year`, `month`, `day`, or the name of a field.
        of: `began` or `stood`; without meaning if `by` is a field.
        rows: The rows, in order of time; of a field, in the order in which values are met.
        asked: The call that made it; it does not count for equality.
        version: The version of the data; it does not count for equality.

    Examples:
        >>> from bynl_relations import relations
        >>> visits = relations.visits("BY", since=1992, until=1999)
        >>> row = visits.counts(by="year")[2]
        >>> row.certain == len(visits.where(since=row.period, until=row.period).certain)
        True
    """

    # People import it from the package: `help`, tracebacks and pickles name that address.
    __module__ = "bynl_relations"

    by: str
    of: str
    rows: tuple[Count, ...]
    asked: str = field(default="", eq=False)
    version: str = field(default="", eq=False)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Count]:
        """Yield the rows in order."""
        return iter(self.rows)

    @overload
    def __getitem__(self, index: int) -> Count: ...
    @overload
    def __getitem__(self, index: slice) -> Counts: ...
    def __getitem__(self, index: int | slice) -> Count | Counts:
        """Return one row, or the Counts of a slice."""
        if isinstance(index, slice):
            return evolve(self, rows=self.rows[index])
        return self.rows[index]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the rows as plain tuples."""
        rows = tuple(map(tuple, self.rows))
        return Counts._restore, (self.by, self.of, rows, self.asked, self.version)

    @classmethod
    def _restore(
        cls, by: str, of: str, rows: Iterable[tuple[str, int, int]], asked: str, version: str
    ) -> Counts:
        """Make the Counts that were pickled."""
        return cls(by, of, tuple(map(Count._make, rows)), asked, version)

    def __repr__(self) -> str:
        """Show a short table."""
        from .._display.counts import counts_text

        return counts_text(self)

    def _repr_html_(self) -> str:
        from .._display.counts import counts_html

        return counts_html(self)

    def _repr_markdown_(self) -> str:
        from .._display.counts import counts_markdown

        return counts_markdown(self)

    @overload
    def to_csv(self, path: None = None, raw: bool = False) -> str: ...
    @overload
    def to_csv(self, path: Path, raw: bool = False) -> None: ...
    def to_csv(self, path: Path | None = None, raw: bool = False) -> str | None:
        """Write the table as CSV, with the columns period, certain and possible.

        Args:
            path: A file to write to, or None.
            raw: Whether to leave a value that a spreadsheet would run as a formula as it is;
                else it gets an apostrophe before it.

        Returns:
            The text: RFC 4180, UTF-8. None if it was written to a file.
        """
        from ..interop.sheets import to_csv

        return saved((to_csv(self._columns(), raw=raw),), path)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a data frame of pandas: string and Int64 columns.

        Raises:
            MissingExtra: pandas is not installed.
        """
        from ..interop.frames import to_pandas

        return to_pandas(self._columns())

    def to_polars(self) -> polars.DataFrame:
        """Return the table as a data frame of polars: String and Int64 columns.

        Raises:
            MissingExtra: polars is not installed.
        """
        from ..interop.frames import to_polars

        return to_polars(self._columns())

    def to_arrow(self) -> pyarrow.Table:
        """Return the table as a table of Arrow: string and int64 columns.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        from ..interop.frames import to_arrow

        return to_arrow(self._columns())

    def _columns(self) -> list[Column]:
        from ..interop.columns import Column

        return [
            Column("period", "text", [row.period for row in self.rows]),
            Column("certain", "count", [row.certain for row in self.rows]),
            Column("possible", "count", [row.possible for row in self.rows]),
        ]


def tally(
    records: Sequence[RecordLike],
    windows: tuple[Window, ...],
    collection: str,
    checked: When | None,
    by: str,
    of: str,
) -> tuple[Count, ...]:
    """Count records in one pass.

    Args:
        records: The records of a result.
        windows: The windows of days with which the result was asked.
        collection: The collection of the records, or `all`.
        checked: The last check of the data, after which nothing is certain.
        by: `year`, `month`, `day`, or the name of a field.
        of: `began` or `stood`.

    Returns:
        The rows. Periods run from the earliest day that a record gives to the last check, or
        to the latest day that one gives; the days of a window that asks the same come first.

    Raises:
        UnknownName: There is no such field, or `of` is another word.
    """
    chosen("of", of, OF)
    known = (*PERIODS, *names(collection))
    if by not in known:
        raise UnknownName(f"by={shown(by)}; use one of {words(known)}{hint(by, known)}")
    if by not in PERIODS:
        return tuple(_of_field(records, windows, collection, by))
    spans = [_spans(record, of) for record in records]
    first, last = _ends(records, spans, windows, checked, of)
    starts, periods = _periods(by, first, last)
    if not periods:
        return ()
    limit = FOREVER if checked is None else checked.span[3]
    axis = _Axis(starts, When(periods[-1]).span[3], limit)
    for record, known_spans in zip(records, spans, strict=True):
        if known_spans:
            surely = not windows or certain(windows, record)
            (axis.began if of == "began" else axis.stood)(known_spans, surely)
    return tuple(axis.rows(periods))


def _of_field(
    records: Sequence[RecordLike], windows: tuple[Window, ...], collection: str, by: str
) -> Iterator[Count]:
    surely = [certain(windows, record) for record in records]
    for value, found in groups(records, range(len(records)), collection, by).items():
        sure = sum(surely[place] for place in found)
        yield Count(_text(value), sure, len(found) - sure)


def _text(value: object) -> str:
    if isinstance(value, (Actor, Source)):
        return value.id
    return "" if value is None else str(value)


def _spans(record: RecordLike, of: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return between which days a record can have begun or stood, and by and until when it must."""
    if of == "stood":
        return record.periods
    known = record.began
    return () if known is None else ((*known, known[2]),)


def _ends(
    records: Iterable[RecordLike],
    spans: Iterable[tuple[tuple[int, int, int, int], ...]],
    windows: Iterable[Window],
    checked: When | None,
    of: str,
) -> tuple[int, int]:
    """Return the first and the last day of the table; the first after the last if there is none."""
    days = [
        day
        for record, known in zip(records, spans, strict=True)
        for day in (record.sort_key[0], *(day for span in known for day in span))
        if known and NEVER < day < FOREVER
    ]
    first, last = min(days, default=FOREVER), max(days, default=NEVER)
    if checked is not None and NEVER < checked.span[3] < FOREVER:
        last = checked.span[3]
    alike = [window for window in windows if window.began == (of == "began")]
    opening = max((window.first for window in alike), default=NEVER)
    closing = min((window.last for window in alike), default=FOREVER)
    if opening > NEVER:
        first = opening
    if closing < FOREVER:
        last = closing if checked is None else min(closing, last)
    return first, last


def _periods(by: str, first: int, last: int) -> tuple[Sequence[int], list[str]]:
    """Return the first day of each period, and the periods in EDTF."""
    if first > last:
        return (), []
    if by == "day":
        return range(first, last + 1), [
            date.fromordinal(day).isoformat() for day in range(first, last + 1)
        ]
    start, end = date.fromordinal(first), date.fromordinal(last)
    if by == "year":
        years = range(start.year, end.year + 1)
        return [date(year, 1, 1).toordinal() for year in years], [f"{year:04}" for year in years]
    months = [
        (number // 12, number % 12 + 1)
        for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    ]
    return (
        [date(year, month, 1).toordinal() for year, month in months],
        [f"{year:04}-{month:02}" for year, month in months],
    )


class _Axis:
    """Periods that follow each other, and what is counted in them.

    What can have been in a run of periods adds one at its start and takes one off behind its
    end, so that a record costs the same however long it stood.
    """

    def __init__(self, starts: Sequence[int], last: int, limit: int) -> None:
        """Take the first day of each period, the last day of all, and that of the last check."""
        self.starts = starts
        self.last = last
        self.limit = limit
        self.can = [0] * (len(starts) + 1)
        self.must = [0] * (len(starts) + 1)

    def began(self, spans: tuple[tuple[int, int, int, int], ...], surely: bool) -> None:
        """Count what began once: certain in the one period in which all of its start lies."""
        ((low, high, by, _),) = spans
        self._add(self.can, [self._run(low, high)])
        if surely and low >= self.starts[0] and by <= self.limit:
            run = self._run(low, by)
            self._add(self.must, [run] if len(run) == 1 and by <= self.last else [])

    def stood(self, spans: tuple[tuple[int, int, int, int], ...], surely: bool) -> None:
        """Count what stood for some time, or several times."""
        self._add(self.can, [self._run(low, high) for low, high, _, _ in spans])
        if surely:
            # The last period counts up to the check alone.
            sure = [
                (max(low, by), min(high, until))
                for low, high, by, until in spans
                if max(low, by) <= self.limit
            ]
            self._add(self.must, [self._run(low, high) for low, high in sure])

    def _run(self, low: int, high: int) -> range:
        """Return which periods some days touch.

        Of days that cross, the later before the earlier, these are the periods that hold both.
        """
        if high < self.starts[0] or low > self.last:
            return range(0)
        first = max(bisect_right(self.starts, low) - 1, 0)
        return range(first, bisect_right(self.starts, high))

    @staticmethod
    def _add(counted: list[int], runs: list[range]) -> None:
        """Count each period of some runs once."""
        behind = 0
        for run in sorted(runs, key=lambda run: run.start) if len(runs) > 1 else runs:
            start = max(run.start, behind)
            if start < run.stop:
                counted[start] += 1
                counted[run.stop] -= 1
                behind = run.stop

    def rows(self, periods: list[str]) -> Iterator[Count]:
        """Yield the counts of each period."""
        totals, sures = accumulate(self.can), accumulate(self.must)
        for period, total, sure in zip(periods, totals, sures, strict=False):
            yield Count(period, sure, total - sure)


# doctest looks for the examples of a class where `__module__` points; this names it here.
__test__ = {"Counts": Counts}
