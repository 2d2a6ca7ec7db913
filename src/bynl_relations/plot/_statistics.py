"""Figures over time: a panel an indicator, in it a series a reporter, labelled where it ends."""

from __future__ import annotations

from ._figures import panels
from ._ink import COLOURS, MARKERS
from ._marks import window
from ._paper import TALLEST
from ._request import last_check
from ._strokes import DOT, Scale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ._figures import Figure, Panel, Series
    from ._ink import RGB
    from ._marks import Mark, Stretch
    from ._pen import Pen
    from ._request import Request

    #: Left, right, top and bottom.
    Box = tuple[float, float, float, float]
    #: A number and its name, in words.
    Size = tuple[float, str]
    #: Height, name, colour and marker of a series.
    Label = tuple[float, str, RGB, str]
    #: The lower and the upper end of an axis.
    Values = tuple[float, float]

__all__ = ["draw_statistics"]

#: Points: the margin for numbers, the height for values, the least of it, between two panels.
_LEFT, _VALUES, _LEAST, _BETWEEN = 34.0, 92.0, 40.0, 14.0
#: The part of the width that names of series take, and the most of it in points.
_SHARE, _NAME = 0.25, 170.0
#: What the margins of a picture take of its height, in points.
_MARGINS = 60.0
#: Points: an arrow of a figure of which one end is known; a stretch whose end is not known.
_ARROW, _UNKNOWN = 14.0, 20.0
#: Of a panel with more figures than this, none is written out.
_WRITTEN = 14
_SCALES: tuple[Size, ...] = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def draw_statistics(pen: Pen, request: Request) -> None:
    """Draw statistics, panels below each other."""
    found, left = panels(request)
    if not found:
        among = f"No statistics with a number and a date among {len(request.records):,} records"
        pen.empty(among if request.records else request.nothing)
        return
    request.highlights(_allowed(found))
    pen.page()
    gone: list[Panel] = []
    inside = pen.width - _LEFT
    most = TALLEST - _MARGINS if pen.own else pen.height
    foot = len(_notes(pen, found, left, gone, request)) * pen.line()
    while len(found) > 1 and _tall(pen, found, inside, least=not pen.own) + foot > most:
        gone.append(min(reversed(found), key=lambda panel: len(panel.figures)))
        found.remove(gone[-1])
        foot = len(_notes(pen, found, left, gone, request)) * pen.line()
    pen.grow(_tall(pen, found, inside, least=False) + foot)
    pen.page()
    days = window([figure.mark for panel in found for figure in panel.figures], request.checked)
    days = days[0], max(days[1], *(_until(panel) for panel in found))
    spare = (pen.height - foot - _tall(pen, found, inside, least=True)) / len(found)
    labels = [series.name for panel in found for series in panel.series]
    widest = max(pen.wide(label, "x-small") for label in labels) + 22
    names = min(widest, _NAME, pen.width * _SHARE)
    top = 0.0
    for panel in found:
        lines = _title(pen, panel, inside)
        for line in lines:
            pen.text(0, top + pen.line("small") * 0.5, line, bold=True)
            top += pen.line("small")
        tall = max(_LEAST + min(spare, _VALUES - _LEAST if pen.own else spare), 20.0) + pen.foot
        _draw_panel(pen, panel, days, (top, tall, names), request)
        top += tall + _BETWEEN
    for number, note in enumerate(_notes(pen, found, left, gone, request)):
        pen.text(0, pen.height - foot + (number + 0.5) * pen.line(), note, "x-small", faint=True)


def _allowed(found: Iterable[Panel]) -> Iterable[str]:
    """Yield what can be highlighted: indicators, reporters and figures."""
    for panel in found:
        yield panel.indicator
        for series in panel.series:
            yield series.reporter
            yield from (figure.id for figure in series.figures)


def _until(panel: Panel) -> int:
    return max((figure.until for figure in panel.figures if figure.until), default=0)


def _tall(pen: Pen, found: Iterable[Panel], wide: float, *, least: bool) -> float:
    """Return the height that panels take, or the least that they can."""
    values = (_LEAST if least else _VALUES) + pen.foot + _BETWEEN
    return sum(len(_title(pen, panel, wide)) * pen.line("small") + values for panel in found)


def _title(pen: Pen, panel: Panel, wide: float) -> list[str]:
    """Return what is counted and its unit, in lines."""
    size = _scaled(max(map(abs, _ends(panel))))[1]
    unit = f"{size} {panel.unit}".strip()
    named = not unit or unit.lower() in panel.title.lower()
    return pen.folded(panel.title if named else f"{panel.title} ({unit})", wide, bold=True)


def _ends(panel: Panel) -> list[float]:
    return [end for figure in panel.figures for end in figure.ends]


def _notes(
    pen: Pen, found: Sequence[Panel], left: Sequence[str], gone: Sequence[Panel], request: Request
) -> list[str]:
    """Return what the signs mean, what has no number to draw or no room, and the source.

    In low axes where that would take more than a quarter, only what is missing is counted.
    """
    notes = (*_signs(found), *_missing(left, gone), request.source)
    lines = pen.folded(" ".join(notes), pen.width, "x-small")
    if pen.own or len(lines) * pen.line() <= pen.height / 4:
        return lines
    return pen.folded(" ".join(_missing(left, gone, brief=True)), pen.width, "x-small")


def _signs(found: Sequence[Panel]) -> list[str]:
    """Return what the signs in use mean."""
    every = [figure for panel in found for figure in panel.figures]
    notes: list[str] = []
    if any(figure.until for figure in every):
        notes.append(
            "A step holds until the next figure, or until what it counts was suspended or lifted."
        )
    if any(not panel.stock for panel in found):
        notes.append("A line through a marker: the period of the figure.")
    if any(figure.exact and figure.vague for figure in every):
        notes.append("A hollow marker: the period is only about right.")
    if any(figure.low is not None and figure.high is not None and not figure.exact
           for figure in every):  # fmt: skip
        notes.append("A bar with two ends: from one value to another.")
    if any(None in (figure.low, figure.high) for figure in every):
        notes.append("An arrow: at least, or at most.")
    return notes


def _missing(left: Sequence[str], gone: Sequence[Panel], *, brief: bool = False) -> list[str]:
    """Count what has no number or date, and the panels without room."""
    notes: list[str] = []
    if left:
        names = "" if brief else f": {'; '.join(left[:3])}{'; …' if len(left) > 3 else ''}"
        notes.append(f"Without a number or a date{names} ({len(left):,})." if names else
                     f"{len(left):,} without a number or a date.")  # fmt: skip
    if gone:
        figures = sum(len(panel.figures) for panel in gone)
        notes.append(f"There is no room for {len(gone):,} more indicators ({figures:,} figures).")
    return notes


def _draw_panel(
    pen: Pen, panel: Panel, days: Stretch, place: tuple[float, float, float], request: Request
) -> None:
    """Draw the figures of one indicator; a place is top, height, and width of the names."""
    top, tall, names = place
    inner = pen.panel(top, tall, _LEFT, pen.width - _LEFT - names)
    ends, floor = _ends(panel), tall - pen.foot
    low, high = min(0.0, *ends), max(0.0, *ends)
    rank = panel.unit == "rank"
    if rank:
        low, high = max(ends) + 1, 0.0
    elif low == high:
        high = 1.0
    part = (high - low) / max(floor - 12, 1.0)
    values = low - part * inner.foot, high + part * 12
    divisor = _scaled(max(map(abs, ends)))[0]
    inner.values(values, (1.0, low) if rank else (low, high),
                 lambda value: f"{round(value / divisor, 9):,.10g}")  # fmt: skip
    inner.days(*days, floor)
    scale = Scale(*days, 0, inner.width)
    labels: list[Label] = []
    for number, series in enumerate(panel.series):
        recedes = request.recedes(
            panel.indicator, series.reporter, *(figure.id for figure in series.figures)
        )
        colour = inner.colour("" if recedes else COLOURS[number % len(COLOURS)])
        shape = MARKERS[number % len(MARKERS)]
        _draw(inner, panel, series, scale, shape, colour, values)
        y = _height(inner, sum(series.figures[-1].ends) / len(series.figures[-1].ends), values)
        labels.append((y, series.name, colour, shape))
    if len(panel.figures) <= _WRITTEN:
        _write(inner, panel, scale, values)
    _label(inner, labels, names, floor)
    last_check(inner, request, days[1], floor)


def _draw(
    pen: Pen, panel: Panel, series: Series, scale: Scale, shape: str, colour: RGB, values: Values
) -> None:
    """Draw a series: a marker a figure; steps of a stock, the period of a flow, or a range."""
    before: Figure | None = None
    for figure in series.figures:
        left, right = scale.ends(figure.mark.reach)
        x = (left + right) / 2
        heights = [_height(pen, end, values) for end in figure.ends]
        y = sum(heights) / len(heights)
        if panel.stock and figure.until is not None:
            pen.line_through([(left, y), (scale.at(figure.until + 1), y)], colour, width=1.6)
        if panel.stock and before is not None and before.until == figure.mark.reach[0] - 1:
            old = [_height(pen, end, values) for end in before.ends]
            pen.line_through([(left, sum(old) / len(old)), (left, y)], colour, width=0.8)
        before = figure
        if not panel.stock:
            _period(pen, figure.mark, (left, right), y, colour)
        if figure.exact:
            pen.dots([(x, y)], colour, filled=not figure.vague, size=DOT, shape=shape)
        elif len(heights) == 2:
            pen.line_through([(x, heights[0]), (x, heights[1])], colour, width=3)
            for end in heights:
                pen.line_through([(x - 4, end), (x + 4, end)], colour, width=1.5)
        else:
            way = -1 if figure.high is None else 1
            pen.line_through([(x - 4, y), (x + 4, y)], colour, width=1.5)
            pen.line_through([(x, y), (x, y + way * (_ARROW - 5))], colour, width=1.5)
            pen.head((x, y + way * _ARROW), way * 6, 6, colour)


def _scaled(value: float) -> Size:
    """Return the thousands in which a value is best written, and their name."""
    return next((size for size in _SCALES if abs(value) >= size[0]), (1.0, ""))


def _written(ends: Sequence[float]) -> str:
    """Write a figure in full, whatever its axis counts in.

    Examples:
        >>> _written([6e9]), _written([1.5e6, 2e6]), _written([900_000, 2e6])
        ('6 billion', '1.5–2 million', '900,000–2 million')
    """
    parts = [(_short(end / divisor), size) for end in ends for divisor, size in (_scaled(end),)]
    sizes = {size for _, size in parts}
    if len(sizes) == 1:
        parts = [(value, "") for value, _ in parts]
    words = dict.fromkeys(f"{value} {size}".strip() for value, size in parts)
    return f"{'–'.join(words)} {sizes.pop() if len(sizes) == 1 else ''}".strip()


def _short(value: float) -> str:
    """Write a number with four digits, or all those before its point."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def _period(pen: Pen, mark: Mark, ends: tuple[float, float], y: float, colour: RGB) -> None:
    """Draw the period of a figure as a line, dotted where its end is not known."""
    left, right = ends
    if right - left > DOT:
        pen.line_through([(left, y), (right, y)], colour, width=2)
    if mark.before:
        pen.line_through([(left - _UNKNOWN, y), (left, y)], colour, dashed=True)
    if mark.after:
        pen.line_through([(right, y), (right + _UNKNOWN, y)], colour, dashed=True)


def _height(pen: Pen, value: float, values: Values) -> float:
    low, high = values
    return pen.height * (1 - (value - low) / (high - low))


def _label(pen: Pen, labels: Sequence[Label], names: float, floor: float) -> None:
    """Write the name of each series at the height at which it ends, none on another."""
    line = pen.line() * 0.95
    room = max(1, int(floor // line))
    chosen = sorted(labels[:room])
    y = -line
    places: list[float] = []
    for wanted, *_ in chosen:
        y = max(wanted, y + line)
        places.append(y)
    limit = floor - line / 2
    for number in reversed(range(len(places))):
        places[number] = min(places[number], limit)
        limit = places[number] - line
    more = len(labels) - room + 1
    for number, (place, (_, name, colour, shape)) in enumerate(zip(places, chosen, strict=True)):
        last = more > 1 and number + 1 == room
        text = f"and {more:,} more" if last else pen.shortened(name, names - 20, "x-small")
        if not last:
            pen.dots([(pen.width + 10, place)], colour, size=DOT, shape=shape)
        pen.text(pen.width + 17, place, text, "x-small", colour=pen.shade(colour))


def _write(pen: Pen, panel: Panel, scale: Scale, values: Values) -> None:
    """Write figures out beside their markers, where they do not hide another."""
    taken: list[Box] = []
    line = pen.size("x-small")
    places: list[tuple[float, float, str]] = []
    for figure in panel.figures:
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
            inside = left >= 0 and box[1] <= pen.width and box[3] <= pen.height - pen.foot
            if not inside or any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            pen.text(left, middle, text, "x-small")
            break


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]
