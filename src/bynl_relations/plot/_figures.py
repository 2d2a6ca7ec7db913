"""Figures read from statistics: a panel an indicator and unit, in it a series a reporter."""

from __future__ import annotations

from attrs import define, evolve, field, frozen

from ..model import Measure, Statistic
from ..when import FOREVER
from ._marks import of_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ._marks import Mark
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
        until: The day before that on which a stock has ended or another figure holds; None if
            that is not known, and of a flow.
    """

    id: str
    mark: Mark
    low: float | None
    high: float | None
    vague: bool
    until: int | None = None

    @property
    def ends(self) -> list[float]:
        """The ends that are told."""
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
                series.figures = list(_held(series.figures, about, ends))
    return list(found.values()), left


def _series(panel: Panel, record: Statistic) -> Series:
    """Return the series of a reporter, made where it is the first figure."""
    reporter = record.reporter
    id, name = (reporter.id, reporter.name) if reporter else ("", "nobody named")
    for series in panel.series:
        if series.reporter == id:
            return series
    panel.series.append(Series(id, name))
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


def _held(figures: Sequence[Figure], about: dict[str, str], ends: _Ends) -> Iterable[Figure]:
    """Yield the figures of a stock, each with the day until which it holds."""
    for number, figure in enumerate(figures):
        first = figure.mark.reach[0]
        later = [one.mark.reach[0] for one in figures[number + 1 :] if one.mark.reach[0] > first]
        following = min(later, default=None)
        ended = ends.after(about[figure.id], first, FOREVER if following is None else following)
        day = ended if ended is not None else following
        yield figure if day is None else evolve(figure, until=day - 1)


class _Ends:
    """The measures that end a stock: what lifts or suspends what its figures are about."""

    def __init__(self, request: Request) -> None:
        """Take the measures among the records, and those of the dataset they come from."""
        held = request.holdings.records("measures") if request.holdings is not None else ()
        measures = [one for one in (*request.records, *held) if isinstance(one, Measure)]
        self._known = {one.id: one for one in measures}
        self._ending = [
            one for one in measures
            if one.effect in ("lifts", "suspends") and one.extent == "whole" and not one.claimed
        ]  # fmt: skip

    def after(self, id: str, first: int, last: int) -> int | None:
        """Return the first day in a stretch on which a measure of the same sort was ended.

        Args:
            id: The id of the record that the figure is about.
            first: The day of the figure.
            last: The day of the next figure.
        """
        about = self._known.get(id)
        if about is None:
            return None
        imposers = {actor.id for actor in about.imposed_by}
        days = [
            one.when.span[0] for one in self._ending
            if one.when is not None and one.kind == about.kind
            and not imposers.isdisjoint(actor.id for actor in one.imposed_by)
        ]  # fmt: skip
        return min((day for day in days if first < day <= last), default=None)
