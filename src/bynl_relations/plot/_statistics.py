"""Figures over time: a panel a unit, in it a series an indicator and reporter."""

from __future__ import annotations

from math import isfinite

from attrs import define, frozen

from ..model import Statistic
from ._marks import of_record, window
from ._pen import COLOURS, INCH, MARKERS
from ._strokes import DOT, Scale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Record
    from ._marks import Mark
    from ._pen import Pen

__all__ = ["LABELS", "draw_statistics"]

#: Points: the margin for the labels of values, the least height for values, between panels.
LABELS, _VALUES, _BETWEEN = 62.0, 110.0, 32.0
#: Points: an arrow of a figure of which one end is told; a stretch that nobody told the end of.
_ARROW, _UNKNOWN = 16.0, 24.0
#: Of a panel with more figures than this, none is written out.
_WRITTEN = 14
_SCALES = ((1e9, "billion "), (1e6, "million "))


@frozen
class _Figure:
    """A figure as it is drawn: its period and its ends, of which one may lack."""

    mark: Mark
    low: float | None
    high: float | None
    vague: bool

    @property
    def ends(self) -> list[float]:
        return [end for end in (self.low, self.high) if end is not None]


@define
class _Series:
    """Figures of one indicator by one reporter."""

    indicator: str
    reporter: str
    figures: list[_Figure]
    name: str = ""


def draw_statistics(pen: Pen, records: Sequence[Record], empty: str) -> None:
    """Draw statistics."""
    wanted = [one for one in records if isinstance(one, Statistic)]
    units: dict[str, dict[tuple[str, str], _Series]] = {}
    left: list[str] = []
    drawn: list[Mark] = []
    for one in wanted:
        figure = _figure(one)
        if figure is None:
            left.append(f"{one.title} ({one.stated or 'no date'})")
            continue
        drawn.append(figure.mark)
        who = one.reporter.name if one.reporter else "nobody named"
        series = units.setdefault(one.unit, {})
        own = series.setdefault((one.indicator, who), _Series(one.indicator, who, []))
        own.figures.append(figure)
    if not drawn:
        many = f"among {len(records):,} records"
        pen.empty(f"No statistics with a number and a date {many}" if records else empty)
        return
    panels = [(unit, _named(list(series.values()))) for unit, series in units.items()]
    first, last = window(drawn)
    notes = _notes(pen, units, left)
    foot = len(notes) * pen.size("x-small") * 1.5
    _lay(pen, panels, (first, last), foot)
    for number, note in enumerate(notes):
        y = pen.height - foot + (number + 0.5) * pen.size("x-small") * 1.5
        pen.text(0, y, note, "x-small", faint=True)


def _figure(record: Statistic) -> _Figure | None:
    """Read a figure; None where it has no date or no number that an axis can hold."""
    mark = of_record(record)
    low = float(record.low) if record.low is not None else None
    high = float(record.high) if record.high is not None else None
    if mark is None or (low is None and high is None):
        return None
    if not all(isfinite(end) and abs(end) < 1e100 for end in (low, high) if end is not None):
        return None
    return _Figure(mark, low, high, record.when is None or any(record.when.vague))


def _notes(
    pen: Pen, units: dict[str, dict[tuple[str, str], _Series]], left: Sequence[str]
) -> list[str]:
    """Say what the signs mean, and what has no number to draw."""
    every = [one for found in units.values() for series in found.values() for one in series.figures]
    told: list[str] = []
    if any(one.mark.maybe or not one.mark.instant for one in every):
        told.append("A line through a marker: its period.")
    if any(one.vague for one in every):
        told.append("Hollow: about then.")
    if any(len(one.ends) == 1 for one in every):
        told.append("An arrow: at least, or at most.")
    if left:
        what = "; ".join(left) if len(left) <= 3 else f"{len(left):,} figures"
        told.append(f"Without a number or a date, so not drawn: {what}.")
    return pen.folded(" ".join(told), pen.width, "x-small")


def _named(series: list[_Series]) -> list[_Series]:
    """Name series by their reporter, and by the indicator where there are several."""
    several = len({one.indicator for one in series}) > 1
    for one in series:
        one.name = f"{one.indicator}: {one.reporter}" if several else one.reporter
    return series


def _lay(
    pen: Pen, panels: list[_Panel], days: tuple[int, int], left: Sequence[str]
) -> None:
    """Set the panels below each other; a single one is the axes themselves."""
    margin = 0.0 if pen.own or len(panels) == 1 else min(LABELS, pen.width / 4)
    wide = pen.width - margin
    if pen.own:
        need = sum(_VALUES + _BETWEEN + _head(pen, one.series, wide) for one in panels)
        pen.grow(need + len(_notes(pen, panels, left)) * _line(pen) - _BETWEEN)
    gone: list[str] = []
    notes = _notes(pen, panels, left)
    while len(panels) > 1:
        foot = len(notes) * _line(pen)
        if (pen.height - foot) / len(panels) >= _LEAST:
            break
        least = min(panels, key=_Panel.count)
        panels.remove(least)
        gone.append(least.unit)
        notes = _notes(pen, panels, left, gone)
    foot = len(notes) * _line(pen)
    if len(panels) == 1 and not gone:
        _panel(pen, panels[0], days, foot)
    else:
        pen.page()
        heads = [_head(pen, one.series, wide) for one in panels]
        share = (pen.height - foot + _BETWEEN - sum(heads)) / len(panels)
        top = 0.0
        for one, head in zip(panels, heads, strict=True):
            tall = max(head + share - _BETWEEN, 20.0)
            _panel(pen.panel(top, tall, margin), one, days, 0)
            top += head + share
    for number, note in enumerate(notes):
        pen.text(0, pen.height - foot + (number + 0.5) * _line(pen), note, "x-small", faint=True)


def _line(pen: Pen) -> float:
    return pen.size("x-small") * 1.5


def _panel(
    pen: Pen, unit: str, series: Sequence[_Series], days: tuple[int, int], head: float, foot: float
) -> None:
    """Draw the figures of one unit."""
    ends = [end for one in series for figure in one.figures for end in figure.ends]
    low, high = min(0.0, *ends), max(0.0, *ends)
    if unit == "rank":
        low, high = max(ends) + 1, 0.0
    elif low == high:
        high = 1.0
    inside = (1.0, low) if unit == "rank" else (low, high)
    # The values keep clear of the key above and of the notes below.
    room = pen.height - head - foot - 14
    part = (high - low) / max(room, 1.0)
    high += part * (head + 10)
    low -= part * (foot + 4)
    largest = max(abs(end) for end in ends)
    divisor, scale_name = next((one for one in _SCALES if largest >= one[0]), (1.0, ""))
    indicators = {one.indicator for one in series}
    what = f"{indicators.pop()}\n" if len(indicators) == 1 else ""
    pen.values((low, high), inside, f"{what}{scale_name}{unit}", divisor)
    pen.days(*days)
    scale = Scale(*days, 0, pen.width)
    for number, one in enumerate(series):
        _draw(pen, one, scale, number, (low, high))
    if sum(len(one.figures) for one in series) <= _WRITTEN:
        _write(pen, series, scale, (low, high), divisor)
    _key(pen, series, 0, paint=True)


def _draw(
    pen: Pen, series: _Series, scale: Scale, number: int, values: tuple[float, float]
) -> None:
    """Draw a series: a marker a figure, its period as a line, its range as a bar."""
    colour, shape = COLOURS[number % len(COLOURS)], MARKERS[number % len(MARKERS)]
    points: list[tuple[float, float]] = []
    for figure in series.figures:
        left, right = scale.ends(figure.mark.reach)
        x = (left + right) / 2
        heights = [_height(pen, end, values) for end in figure.ends]
        y = sum(heights) / len(heights)
        _period(pen, figure.mark, (left, right), y, colour)
        exact = figure.low == figure.high
        if exact:
            pen.dots([(x, y)], colour, filled=not figure.vague, size=DOT + 1, shape=shape)
            points.append((x, y))
        elif len(heights) == 2:
            pen.line([(x, heights[0]), (x, heights[1])], colour, width=3, alpha=0.6)
            for one in heights:
                pen.line([(x - 4, one), (x + 4, one)], colour, width=1.5)
        else:
            way = -1 if figure.high is None else 1
            pen.line([(x - 4, y), (x + 4, y)], colour, width=1.5)
            pen.line([(x, y), (x, y + way * (_ARROW - 5))], colour, width=1.5)
            pen.head((x, y + way * _ARROW), way * 6, 6, colour)
    if len(points) > 1:
        pen.line(sorted(points), colour, dashed=number % 2 == 1, alpha=0.6)


def _period(
    pen: Pen, mark: Mark, ends: tuple[float, float], y: float, colour: str
) -> None:
    """Draw the period of a figure as a line, dotted where nobody told its end."""
    left, right = ends
    if right - left > DOT:
        pen.line([(left, y), (right, y)], colour, width=2, alpha=0.5)
    if mark.before:
        pen.line([(left - _UNKNOWN, y), (left, y)], colour, dashed=True, alpha=0.7)
    if mark.after:
        pen.line([(right, y), (right + _UNKNOWN, y)], colour, dashed=True, alpha=0.7)


def _height(pen: Pen, value: float, values: tuple[float, float]) -> float:
    low, high = values
    return pen.height * (1 - (value - low) / (high - low))


def _write(
    pen: Pen, series: Iterable[_Series], scale: Scale, values: tuple[float, float], divisor: float
) -> None:
    """Write figures out beside their markers, where they do not hide another."""
    taken: list[tuple[float, float, float, float]] = []
    line = pen.size("x-small")
    places: list[tuple[float, float, str]] = []
    for one in series:
        for figure in one.figures:
            x = sum(scale.ends(figure.mark.reach)) / 2
            y = _height(pen, figure.ends[-1], values)
            taken.append((x - DOT, x + DOT, y - DOT, y + DOT))
            places.append((x, y, "–".join(dict.fromkeys(
                f"{end / divisor:,.6g}" for end in figure.ends
            ))))  # fmt: skip
    for x, y, text in places:
        wide = pen.wide(text, "x-small")
        for left, middle in ((x + 7, y - 5), (x - 7 - wide, y - 5), (x - wide / 2, y - 11)):
            box = (left, left + wide, middle - line / 2, middle + line / 2)
            if left < 0 or box[1] > pen.width or any(_overlap(box, one) for one in taken):
                continue
            taken.append(box)
            pen.text(left, middle, text, "x-small")
            break


def _overlap(
    one: tuple[float, float, float, float], two: tuple[float, float, float, float]
) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


def _key(pen: Pen, series: Sequence[_Series], left: float, *, paint: bool) -> float:
    """Write who reports what, in as many columns as fit; give the height that it takes."""
    line, wide = pen.size("x-small") * 1.5, pen.width - left
    widest = max(pen.wide(one.name, "x-small") for one in series) + 26 + 12
    columns = max(1, min(len(series), int(wide // widest)))
    for number, one in enumerate(series):
        if not paint:
            break
        x, y = number % columns * (wide / columns) + 6, (number // columns + 0.6) * line
        colour, shape = COLOURS[number % len(COLOURS)], MARKERS[number % len(MARKERS)]
        pen.line([(x, y), (x + 16, y)], colour, dashed=number % 2 == 1, alpha=0.6)
        pen.dots([(x + 8, y)], colour, size=DOT, shape=shape)
        text = pen.shortened(one.name, wide / columns - 32, "x-small")
        pen.text(x + 22, y, text, "x-small")
    return -(-len(series) // columns) * line + 4
