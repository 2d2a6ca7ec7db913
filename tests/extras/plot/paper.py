"""What lies on paper, read back from axes."""

from __future__ import annotations

import json
from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import same_color
from matplotlib.dates import num2date
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from bynl_relations import Record, Records, Relations


def checked(*records: Record, day: str = "2026-11-22") -> Records[Record]:
    """Return records of a dataset that was last checked on a day, with stocks among its figures."""
    document = json.loads(Relations.of(records, title="Mine", version="1", checked=day).to_json())
    for indicator in document["dataset"].get("indicators", {}).values():
        indicator.update(stock=True, definition="What stands.")
    return Relations.from_json(json.dumps(document)).all(undated=True)


def inside(axes: Axes) -> list[Axes]:
    """Return axes and the panels in them."""
    return [axes, *(one for panel in axes.child_axes for one in inside(panel))]


def texts(axes: Axes) -> list[str]:
    """Return every text in the order in which it was written."""
    return [one.get_text() for panel in inside(axes) for one in panel.texts]


def wording(axes: Axes) -> str:
    """Return every text, parted by blanks."""
    return " ".join(texts(axes))


def bars(axes: Axes) -> list[tuple[str, str, str]]:
    """Return the bars as first day, last day, and the style of the edge; pieces that fade left out."""
    found = []
    for patch in axes.patches:
        if isinstance(patch, Rectangle) and patch.get_linewidth() and patch.get_zorder() == 3:
            left, right = patch.get_x(), patch.get_x() + patch.get_width()
            style = "-" if patch.get_linestyle() in ("-", "solid") else "--"
            found.append((_day(left), _day(right - 1), style))
    return found


def fading(axes: Axes) -> int:
    """Count the pieces of bars that fade."""
    return sum(isinstance(one, Rectangle) and one.get_zorder() == 2 and not one.get_hatch()
               for one in axes.patches)  # fmt: skip


def arrows(axes: Axes) -> int:
    """Count the heads of arrows."""
    return sum(isinstance(one, Polygon) for panel in inside(axes) for one in panel.patches
               if one.get_zorder() == 4)  # fmt: skip


def panel(axes: Axes) -> Axes:
    """Return the only panel of statistics."""
    (found,) = axes.child_axes
    return found


def lines(axes: Axes, width: float) -> list[tuple[str, str, float, float]]:
    """Return lines of a width as first day, last day, and the values at both ends."""
    return [
        (_day(x[0]), _day(x[-1] - 1), round(float(y[0]), 3), round(float(y[-1]), 3))
        for line in axes.lines
        if line.get_linewidth() == width
        for x, y in [(line.get_xdata(), line.get_ydata())]
    ]


def hatched(axes: Axes, hatch: str = "") -> list[tuple[str, str]]:
    """Return the first and the last day of each patch with a hatch, above the axis of dates."""
    return [
        (_day(patch.get_x()), _day(patch.get_x() + patch.get_width() - 1))
        for patch in axes.patches
        if isinstance(patch, Rectangle)
        and (patch.get_hatch() or "") == hatch
        and patch.get_clip_on()
    ]


def dots(axes: Axes, *, filled: bool | None = None, shape: str = "o") -> list[float]:
    """Return where the markers of a shape lie across."""
    return [
        float(x)
        for line in axes.lines
        if line.get_marker() == shape
        and filled in (None, same_color(line.get_markerfacecolor(), line.get_color()))
        for x in line.get_xdata()
    ]


def _day(number: float) -> str:
    return str(num2date(round(number)).date())


def _boxes(axes: Axes) -> list[tuple[str, Bbox]]:
    """Draw, and return each text that is written in the axes with where it lies."""
    canvas = FigureCanvasAgg(axes.get_figure())
    canvas.draw()
    renderer = canvas.get_renderer()
    found = [
        one for panel in inside(axes)
        for one in (*panel.texts, panel._left_title, *_numbers(panel))
    ]  # fmt: skip
    return [(one.get_text(), one.get_window_extent(renderer)) for one in found if one.get_text()]


def _numbers(axes: Axes) -> list[Text]:
    """Return the numbers at an axis, as far as they are shown."""
    shown = [(axis, axis.get_view_interval()) for axis in (axes.xaxis, axes.yaxis)]
    return [
        tick.label1
        for axis, view in shown
        if axes.axison
        for tick in axis.get_major_ticks()
        if min(view) <= tick.get_loc() <= max(view)
    ]


def collisions(axes: Axes) -> list[tuple[str, str]]:
    """Draw, and return the pairs of texts that lie on each other."""
    boxes = [(text, box.padded(-1.5)) for text, box in _boxes(axes)]
    return [
        (one, two)
        for (one, first), (two, second) in combinations(boxes, 2)
        if first.overlaps(second)
    ]


def outside(axes: Axes) -> list[str]:
    """Draw, and return the texts that leave the figure."""
    page = axes.get_figure().bbox.padded(1)
    return [
        text
        for text, box in _boxes(axes)
        if not (page.contains(box.x0, box.y0) and page.contains(box.x1, box.y1))
    ]
