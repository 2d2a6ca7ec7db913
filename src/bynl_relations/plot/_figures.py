"""Figures read from statistics: a panel a unit, in it a series an indicator and reporter."""

from __future__ import annotations

from attrs import define, frozen

from ._marks import of_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Statistic
    from ._marks import Mark

__all__ = ["Figure", "Panel", "Series", "panels"]


@frozen
class Figure:
    """A figure as it is drawn.

    Attributes:
        mark: Its period.
        low: Its lower end, or None.
        high: Its upper end, or None; not both.
        vague: Whether the period is only about right.
    """

    mark: Mark
    low: float | None
    high: float | None
    vague: bool

    @property
    def ends(self) -> list[float]:
        """The ends that are told."""
        return [end for end in (self.low, self.high) if end is not None]


@define
class Series:
    """Figures of one indicator by one reporter.

    Attributes:
        indicator: The indicator.
        reporter: The reporter.
        figures: The figures, in the order of the records.
        name: What the key calls it.
    """

    indicator: str
    reporter: str
    figures: list[Figure]
    name: str = ""


@define
class Panel:
    """The figures of one unit.

    Attributes:
        unit: The unit.
        series: Its series.
    """

    unit: str
    series: list[Series]

    def count(self) -> int:
        """Count the figures."""
        return sum(len(one.figures) for one in self.series)

    @property
    def what(self) -> str:
        """The indicator, where there is a single one."""
        found = {one.indicator for one in self.series}
        return found.pop() if len(found) == 1 else ""


def panels(records: Iterable[Statistic]) -> tuple[list[Panel], list[str]]:
    """Part figures by unit, indicator and reporter.

    Returns:
        The panels in the order of the records; and, in words, what has no number or no date.
    """
    units: dict[str, dict[tuple[str, str], Series]] = {}
    left: list[str] = []
    for one in records:
        figure = _figure(one)
        if figure is None:
            left.append(f"{one.title} ({one.stated})" if one.stated else one.title)
            continue
        who = one.reporter.name if one.reporter else "nobody named"
        held = units.setdefault(one.unit, {})
        own = held.setdefault((one.indicator, who), Series(one.indicator, who, []))
        own.figures.append(figure)
    found = [Panel(unit, list(held.values())) for unit, held in units.items()]
    for panel in found:
        for series in panel.series:
            several = not panel.what
            series.name = f"{series.indicator}: {series.reporter}" if several else series.reporter
    return found, left


def _figure(record: Statistic) -> Figure | None:
    """Read a figure; None where it has no date or no number that an axis can hold."""
    mark = of_record(record)
    low = float(record.low) if record.low is not None else None
    high = float(record.high) if record.high is not None else None
    if mark is None or not mark.days or (low is None and high is None):
        return None
    if not all(abs(end) < 1e100 for end in (low, high) if end is not None):
        return None
    return Figure(mark, low, high, record.when is None or any(record.when.flagged))
