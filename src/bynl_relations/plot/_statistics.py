"""Figures over time: a panel a unit, in it a series an indicator and reporter."""

from __future__ import annotations

from ..model import Statistic
from ._figures import panels
from ._marks import window
from ._pen import COLOURS, INCH, LINE, MARKERS
from ._strokes import DOT, Scale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Record
    from ._figures import Figure, Panel, Series
    from ._marks import Mark, Stretch
    from ._pen import Pen, Size

    #: Left, right, top and bottom.
    Box = tuple[float, float, float, float]

__all__ = ["LABELS", "draw_statistics"]

#: Sizes of a letter: the margin for the labels of values, and between two panels.
LABELS, _BETWEEN = 5.2, 3.2
#: Points: the height for values.
_VALUES = 110.0
#: The least height of a panel, in lines, of which name and key take up to a part.
_LEAST, _PART = 7.0, 0.5
#: Points: an arrow of a figure of which one end is told; a stretch that nobody told the end of.
_ARROW, _UNKNOWN = 16.0, 24.0
#: Of a panel with more figures than this, none is written out.
_WRITTEN = 14
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
#: The size of letters in keys and notes.
_SIZE: Size = "x-small"


def draw_statistics(pen: Pen, records: Sequence[Record], empty: str) -> None:
    """Draw statistics: panels below each other, or in the axes themselves if there is one."""
    found, left = panels(one for one in records if isinstance(one, Statistic))
    if not found:
        many = f"among {len(records):,} records"
        pen.empty(f"No statistics with a number and a date {many}" if records else empty)
        return
    days = window(
        [figure.mark for one in found for series in one.series for figure in series.figures]
    )
    several = len(found) > 1
    letter = pen.size("medium")
    margin = min(LABELS * letter, pen.width / 4) if several and not pen.own else 0.0
    if pen.own:
        heads = sum(_head(one, pen, pen.width) for one in found)
        values = (_VALUES + _BETWEEN * letter) * len(found) if several else 2.4 * INCH
        pen.grow(heads + values + _line(pen) * len(_notes(pen, found, left, [])))
    gone: list[Panel] = []
    foot = _line(pen) * len(_notes(pen, found, left, gone))
    while len(found) > 1 and (pen.height - foot) / len(found) < _LEAST * letter * LINE:
        gone.append(min(found, key=lambda one: one.count()))
        found.remove(gone[-1])
        foot = _line(pen) * len(_notes(pen, found, left, gone))
    if several:
        pen.page()
        _stack(pen, found, days, foot, margin)
    else:
        _draw_panel(pen, found[0], days, foot, pen.height * (1 if pen.own else _PART))
    for number, note in enumerate(_notes(pen, found, left, gone)):
        pen.text(4, pen.height - foot + (number + 0.5) * _line(pen), note, "x-small", faint=True)


def _line(pen: Pen) -> float:
    return pen.size("x-small") * LINE


def _stack(pen: Pen, found: Sequence[Panel], days: Stretch, foot: float, margin: float) -> None:
    """Set panels below each other; what their keys leave is shared evenly."""
    heads = [_head(one, pen, pen.width - margin) for one in found]
    between = _BETWEEN * pen.size("medium")
    most = pen.height if pen.own else ((pen.height - foot) / len(found) - between) * _PART
    heads = [min(head, most) for head in heads]
    share = (pen.height - foot - sum(heads)) / len(found)
    top = 0.0
    for one, head in zip(found, heads, strict=True):
        inner = pen.panel(top, max(head + share - between, 20.0), margin)
        _draw_panel(inner, one, days, 0, head)
        top += head + share


def _notes(
    pen: Pen, found: Sequence[Panel], left: Sequence[str], gone: Sequence[Panel]
) -> list[str]:
    """Say what the signs mean, what has no number to draw, and what has no room.

    In low axes where that would take more than a quarter, only what is missing is counted.
    """
    lines = pen.folded(" ".join((*_signs(pen, found), *_missing(left, gone))), pen.width - 4, _SIZE)
    if pen.own or len(lines) * _line(pen) <= pen.height / 4:
        return lines
    return pen.folded(" ".join(_missing(left, gone, brief=True)), pen.width - 4, _SIZE)


def _signs(pen: Pen, found: Sequence[Panel]) -> list[str]:
    """Say what the signs in use mean."""
    every = [figure for one in found for series in one.series for figure in series.figures]
    scale = Scale(*window([one.mark for one in every]), 0, pen.width)
    told: list[str] = []
    if any(_long(one.mark, scale) for one in every):
        told.append("A line through a marker: its period.")
    if any(sum(map(_exact, series.figures)) > 1 for one in found for series in one.series):
        told.append("A thin line joins what one reporter told, and tells nothing of between.")
    if any(one.vague for one in every):
        told.append("Hollow: about then.")
    if any(len(one.ends) == 1 for one in every):
        told.append("An arrow: at least, or at most.")
    return told


def _missing(left: Sequence[str], gone: Sequence[Panel], *, brief: bool = False) -> list[str]:
    """Say what is not drawn."""
    told: list[str] = []
    if left:
        what = f"{len(left):,} figure{'' if len(left) == 1 else 's'}"
        if len(left) <= 3 and not brief:
            what = "; ".join(left)
        told.append(f"Without a number or a date, so not drawn: {what}.")
    if gone:
        units = ", ".join(f"{one.unit or 'no unit'} ({one.count():,})" for one in gone)
        if brief:
            units = f"{len(gone):,} unit{'' if len(gone) == 1 else 's'}"
        told.append(f"The axes are too low for: {units}.")
    return told


def _draw_panel(pen: Pen, panel: Panel, days: Stretch, foot: float, most: float) -> None:
    """Draw the figures of one unit; the values keep clear of the key above and the notes below."""
    ends = [end for one in panel.series for figure in one.figures for end in figure.ends]
    low, high = min(0.0, *ends), max(0.0, *ends)
    if panel.unit == "rank":
        low, high = max(ends) + 1, 0.0
    elif low == high:
        high = 1.0
    inside = (1.0, low) if panel.unit == "rank" else (low, high)
    rows = max(0, int((most - _name(pen) - 4) / _line(pen) + 0.01))
    # A single line that only counts who reports has less to say than the name of the panel.
    if rows < 2 and rows * _columns(panel.series, pen, pen.width) < len(panel.series):
        rows = 0
    head = min(_head(panel, pen, pen.width), _name(pen) + rows * _line(pen) + 4)
    above = head + _line(pen) + 2
    part = (high - low) / max(pen.height - above - foot - 4, 1.0)
    values = (low - part * (foot + 4), high + part * above)
    largest = max(abs(end) for end in ends)
    divisor, size = _scaled(largest)
    unit = f"{size} {panel.unit}".strip()
    name = f"{panel.what} ({unit})" if panel.what and unit else panel.what or unit
    name += "" if rows else f", {len(panel.series):,} series"
    pen.values(values, inside, name, divisor)
    pen.days(*days)
    scale = Scale(*days, 0, pen.width)
    for number, one in enumerate(panel.series):
        _draw(pen, one, scale, number, values)
    if panel.count() <= _WRITTEN:
        _write(pen, panel.series, scale, values)
    _key(pen, panel.series, rows)


def _draw(pen: Pen, series: Series, scale: Scale, number: int, values: tuple[float, float]) -> None:
    """Draw a series: a marker a figure, its period as a line, its range as a bar."""
    colour, shape = COLOURS[number % len(COLOURS)], MARKERS[number % len(MARKERS)]
    points: list[tuple[float, float]] = []
    for figure in series.figures:
        left, right = scale.ends(figure.mark.reach)
        x = (left + right) / 2
        heights = [_height(pen, end, values) for end in figure.ends]
        y = sum(heights) / len(heights)
        _period(pen, figure.mark, (left, right), y, colour)
        if _exact(figure):
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


def _exact(figure: Figure) -> bool:
    return figure.low == figure.high


def _scaled(value: float) -> tuple[float, str]:
    """Give the thousands that a value is best told in, and what they are called."""
    return next((one for one in _SCALES if abs(value) >= one[0]), (1.0, ""))


def _written(ends: Sequence[float]) -> str:
    """Write a figure in full, whatever its axis counts in.

    Examples:
        >>> _written([6e9]), _written([1.5e6, 2e6]), _written([900_000, 2e6])
        ('6 billion', '1.5–2 million', '900,000–2 million')
    """
    told = [(f"{end / divisor:,.6g}", size) for end in ends for divisor, size in (_scaled(end),)]
    sizes = {size for _, size in told}
    if len(sizes) == 1:
        told = [(value, "") for value, _ in told]
    words = dict.fromkeys(f"{value} {size}".strip() for value, size in told)
    return f"{'–'.join(words)} {sizes.pop() if len(sizes) == 1 else ''}".strip()


def _long(mark: Mark, scale: Scale) -> bool:
    """Tell whether a period is longer than its marker hides."""
    left, right = scale.ends(mark.reach)
    return right - left > DOT


def _period(pen: Pen, mark: Mark, ends: tuple[float, float], y: float, colour: str) -> None:
    """Draw the period of a figure as a line, dotted where nobody told its end."""
    left, right = ends
    if right - left > DOT:
        pen.line([(left, y), (right, y)], colour, width=2, alpha=0.65)
    if mark.before:
        pen.line([(left - _UNKNOWN, y), (left, y)], colour, dashed=True, alpha=0.7)
    if mark.after:
        pen.line([(right, y), (right + _UNKNOWN, y)], colour, dashed=True, alpha=0.7)


def _height(pen: Pen, value: float, values: tuple[float, float]) -> float:
    low, high = values
    return pen.height * (1 - (value - low) / (high - low))


def _write(pen: Pen, series: Iterable[Series], scale: Scale, values: tuple[float, float]) -> None:
    """Write figures out beside their markers, where they do not hide another."""
    taken: list[Box] = []
    line = pen.size("x-small")
    places: list[tuple[float, float, str]] = []
    for one in series:
        for figure in one.figures:
            x = sum(scale.ends(figure.mark.reach)) / 2
            y = _height(pen, figure.ends[-1], values)
            taken.append((x - DOT, x + DOT, y - DOT, y + DOT))
            taken.append((*scale.ends(figure.mark.reach), y - 0.5, y + 0.5))
            places.append((x, y, _written(figure.ends)))
    for x, y, text in places:
        wide = pen.wide(text, "x-small")
        near, far = line * 0.75, line * 0.75 + DOT
        for left, middle in (
            (x + 7, y - near), (x - 7 - wide, y - near), (x - wide / 2, y - far),
            (x + 7, y + near), (x - 7 - wide, y + near),
        ):  # fmt: skip
            box = (left, left + wide, middle - line / 2, middle + line / 2)
            inside = left >= 0 and box[1] <= pen.width and box[3] <= pen.height
            if not inside or any(_overlap(box, one) for one in taken):
                continue
            taken.append(box)
            pen.text(left, middle, text, "x-small")
            break


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]


def _columns(series: Sequence[Series], pen: Pen, wide: float) -> int:
    widest = max(pen.wide(one.name, "x-small") for one in series) + 26 + 12
    return max(1, min(len(series), int(wide // widest)))


def _head(panel: Panel, pen: Pen, wide: float) -> float:
    """Give the height of the name and the whole key of a panel."""
    rows = -(-len(panel.series) // _columns(panel.series, pen, wide))
    return _name(pen) + rows * _line(pen) + 4


def _name(pen: Pen) -> float:
    """Give the height of the name of a panel."""
    return pen.size("small") * LINE


def _key(pen: Pen, series: Sequence[Series], rows: int) -> None:
    """Write who reports what, in as many columns as fit and as many rows as there is room for."""
    columns = _columns(series, pen, pen.width)
    room, cell = rows * columns, pen.width / columns
    for number, one in enumerate(series[:room]):
        x, y = number % columns * cell + 6, _name(pen) + (number // columns + 0.6) * _line(pen)
        if number == room - 1 and len(series) > room:
            pen.text(x + 22, y, f"and {len(series) - number:,} more", "x-small", faint=True)
            break
        colour, shape = COLOURS[number % len(COLOURS)], MARKERS[number % len(MARKERS)]
        pen.line([(x, y), (x + 16, y)], colour, dashed=number % 2 == 1, alpha=0.6)
        pen.dots([(x + 8, y)], colour, size=DOT, shape=shape)
        pen.text(x + 22, y, pen.shortened(one.name, cell - 32, "x-small"), "x-small")
