"""What lies on paper, read back from axes."""

from __future__ import annotations

from itertools import combinations

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import same_color
from matplotlib.dates import num2date
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox


def inside(axes: Axes) -> list[Axes]:
    """Give axes and the panels in them."""
    return [axes, *(one for panel in axes.child_axes for one in inside(panel))]


def texts(axes: Axes) -> list[str]:
    """Give every text in the order in which it was written."""
    return [one.get_text() for panel in inside(axes) for one in panel.texts]


def told(axes: Axes) -> str:
    """Give every text, parted by blanks."""
    return " ".join(texts(axes))


def bars(axes: Axes) -> list[tuple[str, str, str]]:
    """Give the bars as first day, last day, and the style of the edge; pieces that fade left out."""
    found = []
    for patch in axes.patches:
        if isinstance(patch, Rectangle) and patch.get_linewidth() and patch.get_zorder() == 3:
            left, right = patch.get_x(), patch.get_x() + patch.get_width()
            style = "-" if patch.get_linestyle() in ("-", "solid") else "--"
            found.append((_day(left), _day(right - 1), style))
    return found


def fading(axes: Axes) -> int:
    """Count the pieces of bars that fade."""
    return sum(isinstance(one, Rectangle) and one.get_zorder() == 2 for one in axes.patches)


def arrows(axes: Axes) -> int:
    """Count the heads of arrows."""
    return sum(isinstance(one, Polygon) for panel in inside(axes) for one in panel.patches
               if one.get_zorder() == 4)  # fmt: skip


def dots(axes: Axes, *, filled: bool | None = None, shape: str = "o") -> list[float]:
    """Give where the markers of a shape lie across."""
    return [
        float(x)
        for line in axes.lines
        if line.get_marker() == shape
        and filled in (None, not same_color(line.get_markerfacecolor(), "none"))
        for x in line.get_xdata()
    ]


def _day(number: float) -> str:
    return str(num2date(round(number)).date())


def _boxes(axes: Axes) -> list[tuple[str, Bbox]]:
    """Draw, and give each text that is written in the axes with where it lies."""
    canvas = FigureCanvasAgg(axes.get_figure())
    canvas.draw()
    renderer = canvas.get_renderer()
    found = [
        one for panel in inside(axes)
        for one in (*panel.texts, panel.yaxis.label, *_numbers(panel))
    ]  # fmt: skip
    return [(one.get_text(), one.get_window_extent(renderer)) for one in found if one.get_text()]


def _numbers(axes: Axes) -> list[Text]:
    """Give the numbers at an axis, as far as they are shown."""
    shown = [(axis, axis.get_view_interval()) for axis in (axes.xaxis, axes.yaxis)]
    return [
        tick.label1
        for axis, view in shown
        if axes.axison
        for tick in axis.get_major_ticks()
        if min(view) <= tick.get_loc() <= max(view)
    ]


def collisions(axes: Axes) -> list[tuple[str, str]]:
    """Draw, and give the pairs of texts that lie on each other."""
    boxes = [(text, box.padded(-1.5)) for text, box in _boxes(axes)]
    return [
        (one, two)
        for (one, first), (two, second) in combinations(boxes, 2)
        if first.overlaps(second)
    ]


def outside(axes: Axes) -> list[str]:
    """Draw, and give the texts that leave the figure."""
    page = axes.get_figure().bbox.padded(1)
    return [
        text
        for text, box in _boxes(axes)
        if not (page.contains(box.x0, box.y0) and page.contains(box.x1, box.y1))
    ]
