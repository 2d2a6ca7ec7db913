"""Figures read from statistics: a panel an indicator and unit, in it a series a reporter."""

from __future__ import annotations

from attrs import define, evolve, field, frozen

from ..model.measure import Measure
from ..model.statistic import Statistic
from ..when import FOREVER
from ._marks import of_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._marks import Mark, Stretch
    from ._request import Request

__all__ = ["Figure", "Panel", "Series", "panels"]

#: The largest number that an axis can hold.
_LARGEST = 1e100


@frozen
class Figure:
    """A figure as it is drawn.

    Attributes:
        id: The id of its record.
        mark: Its period.
        low: Its lower end, or None.
        high: Its upper end, or None; not both.
        vague: Whether the period is only about right.
        until: The last day on which it holds, of a stock; None if that is not known, and of a
            flow.
    """

    id: str
    mark: Mark
    low: float | None
    high: float | None
    vague: bool
    until: int | None = None

    @property
    def ends(self) -> list[float]:
        """The ends that are known."""
        return [end for end in (self.low, self.high) if end is not None]

    @property
    def exact(self) -> bool:
        """Whether it is a single number."""
        return self.low == self.high


@define
class Series:
    """Figures of one reporter.

    Attributes:
        reporter: The id of the reporter, or empty.
        name: The name of the reporter.
        figures: The figures, in the order of time.
    """

    reporter: str
    name: str
    figures: list[Figure] = field(factory=list[Figure])


@define
class Panel:
    """The figures of one indicator in one unit.

    Attributes:
        indicator: The indicator.
        unit: The unit.
        title: What is counted, in words.
        stock: Whether a figure holds until the next one.
        series: Its series.
    """

    indicator: str
    unit: str
    title: str
    stock: bool
    series: list[Series] = field(factory=list[Series])

    @property
    def figures(self) -> list[Figure]:
        """The figures of every series."""
        return [figure for series in self.series for figure in series.figures]


def panels(request: Request) -> tuple[list[Panel], list[str]]:
    """Part figures by indicator, unit and reporter.

    Returns:
        The panels in the order of the records; and, in words, what has no number or no date.
    """
    defined = dict(request.dataset.indicators)
    found: dict[tuple[str, str], Panel] = {}
    left: list[str] = []
    about: dict[str, str] = {}
    for record in request.records:
        if not isinstance(record, Statistic):
            continue
        figure = _figure(record, request.checked)
        if figure is None:
            left.append(f"{record.title} ({record.stated})" if record.stated else record.title)
            continue
        key, known = (record.indicator, record.unit), defined.get(record.indicator)
        title = known.definition.rstrip(".") if known else record.indicator.replace("_", " ")
        panel = found.setdefault(key, Panel(*key, title, known is not None and known.stock))
        _series(panel, record).figures.append(figure)
        about[record.id] = record.about
    ends = _Ends(request)
    for panel in found.values():
        for series in panel.series:
            series.figures.sort(key=lambda figure: figure.mark.reach)
        if panel.stock:
            _held(panel, about, ends)
    return list(found.values()), left


def _series(panel: Panel, record: Statistic) -> Series:
    """Return the series of a reporter, made where it is the first figure."""
    reporter = record.reporter
    known = reporter.id if reporter else ""
    for series in panel.series:
        if series.reporter == known:
            return series
    panel.series.append(Series(known, reporter.name if reporter else "nobody named"))
    return panel.series[-1]


def _figure(record: Statistic, last: int | None) -> Figure | None:
    """Read a figure; None if it has no date or no number that an axis can hold."""
    mark = of_record(record)
    mark = mark.until(last) if mark is not None else None
    low = float(record.low) if record.low is not None else None
    high = float(record.high) if record.high is not None else None
    if mark is None or not mark.days or (low is None and high is None):
        return None
    if not all(abs(end) < _LARGEST for end in (low, high) if end is not None):
        return None
    vague = record.when is None or any(record.when.flagged)
    return Figure(record.id, mark, low, high, vague)


def _held(panel: Panel, about: dict[str, str], ends: _Ends) -> None:
    """Find the day until which each figure of a stock holds."""
    starts = sorted(figure.mark.reach[0] for figure in panel.figures)
    for series in panel.series:
        series.figures = [
            evolve(figure, until=ends.until(about[figure.id], figure.mark.reach, starts))
            for figure in series.figures
        ]


class _Ends:
    """The days on which measures ceased to apply, which ends what was counted of them."""

    def __init__(self, request: Request) -> None:
        """Take the measures among the records, and those of the dataset they come from."""
        held = request.holdings.records("measures") if request.holdings is not None else ()
        measures = [record for record in (*request.records, *held) if isinstance(record, Measure)]
        self._known = {measure.id: measure for measure in measures}
        self._checked = request.checked or FOREVER

    def until(self, about: str, days: Stretch, starts: Iterable[int]) -> int | None:
        """Return the last day on which a figure of a stock holds; None if that is not known.

        It holds until the next figure, whoever reports it, and no longer than most of the
        measures that it counts apply. That one person's ban is suspended ends no list.

        Args:
            about: The id of the measure that the figure is about, or empty.
            days: The days of the figure.
            starts: The first day of each figure, in order.
        """
        following = next((start for start in starts if start > days[1]), None)
        last = following - 1 if following is not None else None
        measure = self._known.get(about)
        if measure is None:
            return last
        # An act that extends, eases or suspends does not apply itself; what it alters does.
        counted = [measure]
        if not measure.applies:
            counted = [self._known[name] for name in measure.changes if name in self._known]
        ends = sorted(
            end for one in counted for first, end, _, _ in one.periods
            if first <= days[1] and end >= days[0]
        )  # fmt: skip
        if not counted:
            return last
        if len(ends) * 2 <= len(counted):
            return None
        ended = ends[len(ends) // 2]
        if last is None:
            return ended if ended < self._checked else None
        return min(ended, last)
