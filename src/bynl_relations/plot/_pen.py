# matplotlib leaves keywords without a type; nothing untyped leaves this module.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false, reportUnknownArgumentType=false
"""The only module that draws: a pen that counts in points from the upper left corner of axes.

Text and frames take the colours of the style in use; the colours of data are those of
Okabe and Ito, which readers with colour-blindness can tell apart on a light and a dark ground.
"""

from __future__ import annotations

from datetime import date
from os.path import splitext
from typing import cast

from .._files import path_text, replacement
from ..interop.extras import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike
    from typing import Literal

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    Size = Literal["x-small", "small", "medium"]
    Side = Literal["left", "center", "right"]
    Point = tuple[float, float]

__all__ = ["COLOURS", "HATCHES", "INCH", "LINE", "MARKERS", "Pen", "save"]

#: Okabe and Ito (2008), without black, which a dark ground hides, and yellow, which a light
#: one does.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
#: One less than colours, and prime to them, so that a pair comes back after thirty.
HATCHES = ("", "///", "...", "\\\\\\", "xxx")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
INCH = 72.0
#: The height of a line, in sizes of its letters.
LINE = 1.5
#: The widest picture that a page of a paper holds across.
_WIDTH = 10.0
#: How much wider letters come out where a screen sets them on whole dots.
_LOOSE = 1.05
#: Margins in sizes of a letter: for the labels of the axis, and for a title.
_LEFT, _RIGHT, _TOP, _BOTTOM = 1.8, 1.8, 2.6, 2.6


class Pen:
    """Axes to draw in, measured in points.

    Args:
        ax: The axes, or None for axes in a new figure of pyplot, which notebooks show.
        asked: The picture, for the message where matplotlib is missing.
        left: The margin at the left of a new figure, in sizes of a letter.

    Attributes:
        axes: The axes.
        own: Whether they are new, so that the figure may grow.
        width: Their width in points.
        height: Their height in points.

    Raises:
        MissingExtra: matplotlib is not installed.
    """

    axes: Axes
    own: bool
    width: float
    height: float

    def __init__(self, ax: Axes | None, asked: str, left: float = _LEFT) -> None:
        library("matplotlib", "plot", asked)
        from matplotlib.font_manager import FontProperties
        from matplotlib.textpath import text_to_path

        self.own = ax is None
        self._left = left
        self._fonts = {
            (size, bold): FontProperties(size=size, weight="bold" if bold else "normal")
            for size in ("x-small", "small", "medium")
            for bold in (False, True)
        }
        self._measure = text_to_path
        self._widths: dict[tuple[str, str, bool], float] = {}
        if ax is None:
            from matplotlib import pyplot

            _, ax = pyplot.subplots(figsize=(_WIDTH, 3), layout="none")
            self.axes = ax
            self.grow(3 * INCH)
        else:
            self.axes = ax
            self._look()

    def _look(self) -> None:
        box = self.axes.get_window_extent()
        dots = _whole(self.axes).dpi / INCH
        self.width, self.height = max(box.width / dots, 1.0), max(box.height / dots, 1.0)

    def grow(self, height: float) -> float:
        """Give a new figure the height that its axes need; axes of a user stay as they are.

        Returns:
            The height that there is.
        """
        if self.own:
            letter, wide = self.size("medium"), _WIDTH * INCH
            whole = height + (_TOP + _BOTTOM) * letter
            _whole(self.axes).set_size_inches(_WIDTH, whole / INCH)
            _whole(self.axes).subplots_adjust(
                left=self._left * letter / wide, right=1 - _RIGHT * letter / wide,
                bottom=_BOTTOM * letter / whole, top=1 - _TOP * letter / whole,
            )  # fmt: skip
            self._look()
        return self.height

    def panel(self, top: float, height: float, left: float) -> Pen:
        """Make axes inside the axes, at the right of a margin for labels."""
        bounds = (
            left / self.width, 1 - (top + height) / self.height,
            1 - left / self.width, height / self.height,
        )  # fmt: skip
        made = self.axes.inset_axes(bounds)
        pen = Pen(made, "")
        pen.width, pen.height = self.width - left, height
        return pen

    # Measures.

    def size(self, size: Size) -> float:
        """Give the size of letters in points."""
        return float(self._fonts[size, False].get_size_in_points())

    def wide(self, text: str, size: Size = "small", *, bold: bool = False) -> float:
        """Measure a text in points."""
        key = (text, size, bold)
        if key not in self._widths:
            found = self._measure.get_text_width_height_descent(
                text, self._fonts[size, bold], ismath=False
            )
            self._widths[key] = float(found[0]) * _LOOSE
        return self._widths[key]

    def shortened(
        self, text: str, width: float, size: Size = "small", *, bold: bool = False
    ) -> str:
        """Cut a text to a width, with an ellipsis where it was cut."""
        if self.wide(text, size, bold=bold) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.wide(f"{text[:middle].rstrip()}…", size, bold=bold) <= width:
                low = middle
            else:
                high = middle - 1
        return f"{text[:low].rstrip()}…"

    def folded(self, text: str, width: float, size: Size = "small") -> list[str]:
        """Break a text into lines of a width."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.wide(f"{lines[-1]} {word}", size) <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return [self.shortened(one, width, size) for one in lines]

    # The frame.

    def rows(self) -> None:
        """Count downwards in points, without an axis at the side."""
        self.axes.set_ylim(self.height, 0)
        self.axes.set_yticks([])
        for side in ("left", "right", "top"):
            self.axes.spines[side].set_visible(False)

    def bare(self) -> None:
        """Take away both axes and the frame."""
        self.axes.set_axis_off()

    def empty(self, message: str) -> None:
        """Say in the middle that there is nothing to draw."""
        self.grow(INCH)
        self.page()
        line = self.size("small") * LINE
        lines = self.folded(message, self.width - 8)
        for number, text in enumerate(lines):
            y = self.height / 2 + (number - (len(lines) - 1) / 2) * line
            self.text(self.width / 2, y, text, side="center")

    def page(self) -> None:
        """Count in points both ways, without any axis."""
        self.rows()
        self.axes.set_xlim(0, self.width)
        self.bare()

    def days(self, first: int, last: int) -> None:
        """Let the axis below tell dates, from the morning of a day to the night of another."""
        from matplotlib import rcParams

        # Its functions have no types, which a checker that sees them would mind.
        dates = library("matplotlib.dates", "plot", "an axis of dates")
        epoch = date(1970, 1, 1)
        shift = float(dates.date2num(epoch)) - epoch.toordinal()
        locator = dates.AutoDateLocator(minticks=3, maxticks=max(4, int(self.width // 70)))
        self.axes.xaxis_date()
        self.axes.set_xlim(first + shift, min(last + 1, 3_652_059) + shift)
        self.axes.xaxis.set_major_locator(locator)
        self.axes.xaxis.set_major_formatter(dates.AutoDateFormatter(locator))
        self.axes.tick_params(axis="x", labelsize="small")
        if not rcParams["axes.grid"]:
            self.axes.grid(visible=True, axis="x", color=self.ink, alpha=0.1, linewidth=0.6)
            self.axes.set_axisbelow(True)

    def values(self, ends: Point, inside: Point, name: str, divisor: float) -> None:
        """Let the axis at the side tell values, with ticks where `inside` says; `ends` may fall.

        Its name stands in the upper left corner, where it can be read without turning the head.
        """
        from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

        self.axes.set_ylim(*ends)
        line = self.size("small") * LINE
        low, high = inside
        share = abs((low - high) / (ends[0] - ends[1]))
        many = max(1, min(5, int(self.height * share // 25)))
        every = MaxNLocator(many, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
        # Where numbers would lie on each other, the larger ones stay.
        apart = line * abs((ends[0] - ends[1]) / self.height)
        ticks: list[float] = []
        for tick in sorted((float(one) for one in every if low <= one <= high), reverse=True):
            if not ticks or ticks[-1] - tick >= apart:
                ticks.append(tick)
        self.axes.yaxis.set_major_locator(FixedLocator(ticks))

        def written(value: float, _: object) -> str:
            return f"{round(value / divisor, 9):,.10g}"

        self.axes.yaxis.set_major_formatter(FuncFormatter(written))
        self.axes.set_ylabel(
            self.shortened(name, self.width - 8, bold=True), parse_math=False, size="small",
            weight="bold", rotation=0, ha="left", va="center_baseline",
        )  # fmt: skip
        self.axes.yaxis.set_label_coords(6 / self.width, 1 - line * 0.55 / self.height)
        self.axes.tick_params(axis="y", labelsize="small")
        for side in ("right", "top"):
            self.axes.spines[side].set_visible(False)

    def _x(self, points: float) -> float:
        left, right = self.axes.get_xlim()
        return float(left + points / self.width * (right - left))

    def _y(self, points: float) -> float:
        bottom, top = self.axes.get_ylim()
        return float(top + points / self.height * (bottom - top))

    # Strokes.

    def text(
        self, x: float, y: float, text: str, size: Size = "small", *, bold: bool = False,
        side: Side = "left", faint: bool = False,
    ) -> None:  # fmt: skip
        """Write a text, its middle at a height; `side` says which of its sides is at `x`."""
        self.axes.text(
            self._x(x), self._y(y), text, size=size, weight="bold" if bold else "normal",
            ha=side, va="center_baseline", alpha=0.75 if faint else 1, parse_math=False,
            clip_on=False, zorder=4,
        )  # fmt: skip

    def bar(
        self, left: float, right: float, y: float, height: float, colour: str, *,
        sure: bool = True, hatch: str = "", alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw a stretch around a height: filled where it is sure, dashed where it is not."""
        from matplotlib.colors import to_rgba
        from matplotlib.patches import Rectangle

        x, top = self._x(left), self._y(y - height / 2)
        self.axes.add_patch(Rectangle(
            (x, top), self._x(right) - x, self._y(y + height / 2) - top,
            facecolor=to_rgba(colour, (0.8 if sure else 0.15) * alpha),
            edgecolor=to_rgba(colour, alpha), linewidth=0.9, zorder=3,
            linestyle="-" if sure else (0, (2.5, 1.5)), hatch=hatch if sure else "",
        ))  # fmt: skip

    def block(self, left: float, right: float, y: float, height: float, colour: str,
              alpha: float) -> None:  # fmt: skip
        """Draw a piece without an edge."""
        from matplotlib.patches import Rectangle

        x, top = self._x(left), self._y(y - height / 2)
        self.axes.add_patch(Rectangle(
            (x, top), self._x(right) - x, self._y(y + height / 2) - top,
            facecolor=colour, alpha=alpha, linewidth=0, zorder=2,
        ))  # fmt: skip

    def ground(self, top: float, bottom: float) -> None:
        """Tint a band from side to side, in the colour of the text."""
        from matplotlib import rcParams

        self.axes.axhspan(
            self._y(bottom), self._y(top), color=rcParams["text.color"], alpha=0.05, lw=0, zorder=0
        )

    def triangle(self, tip: Point, length: float, height: float, colour: str) -> None:
        """Draw the head of an arrow; a negative length points to the left."""
        x, y = tip
        self._polygon(((x, y), (x - length, y - height / 2), (x - length, y + height / 2)), colour)

    def head(self, tip: Point, length: float, width: float, colour: str) -> None:
        """Draw the head of an arrow that points down; a negative length points up."""
        x, y = tip
        self._polygon(((x, y), (x - width / 2, y - length), (x + width / 2, y - length)), colour)

    def _polygon(self, corners: Sequence[Point], colour: str) -> None:
        from matplotlib.patches import Polygon

        self.axes.add_patch(Polygon(
            [(self._x(one), self._y(two)) for one, two in corners], closed=True,
            facecolor=colour, edgecolor=colour, linewidth=0.5, zorder=4, clip_on=False,
        ))  # fmt: skip

    def dots(
        self, points: Sequence[Point], colour: str, *, filled: bool = True, size: float = 5,
        shape: str = "o", alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw markers, `size` points wide."""
        self.axes.plot(
            [self._x(x) for x, _ in points], [self._y(y) for _, y in points],
            linestyle="none", marker=shape, markersize=size, color=colour, alpha=alpha,
            markerfacecolor=colour if filled else "none", markeredgewidth=1,
            scalex=False, scaley=False, zorder=5, clip_on=False,
        )  # fmt: skip

    def line(
        self, points: Sequence[Point], colour: str, *, dashed: bool = False, width: float = 1.0,
        alpha: float = 1.0,
    ) -> None:  # fmt: skip
        """Draw a line through points."""
        self.axes.plot(
            [self._x(x) for x, _ in points], [self._y(y) for _, y in points],
            linestyle=(0, (2, 1.5)) if dashed else "-", color=colour, linewidth=width,
            alpha=alpha, scalex=False, scaley=False, marker="", zorder=3,
        )  # fmt: skip

    @property
    def ink(self) -> str:
        """The colour of the text in the style in use."""
        from matplotlib import rcParams
        from matplotlib.colors import to_hex

        return str(to_hex(rcParams["text.color"]))


def _whole(axes: Axes) -> Figure:
    """Give the figure that axes are in, also where they are in a part of one."""
    from matplotlib import __version_info__ as version

    # `figure` is about to name the part instead.
    newer = (version.major, version.minor) >= (3, 10)
    return cast("Figure", axes.get_figure(root=True) if newer else axes.figure)


def save(axes: Axes, path: str | PathLike[str]) -> None:
    """Write a picture into a file; the same data, style and fonts give the same SVG.

    Args:
        axes: What a function of this module gave.
        path: The file; its ending (`.svg`, `.png`, `.pdf`) says the format.
    """
    from matplotlib import rc_context, rcParams

    name = path_text(path)
    ending = splitext(name)[1][1:].lower()
    if not ending:
        ending = str(rcParams["savefig.format"])
        name = f"{name}.{ending}"
    dated = {"Date": None} if ending == "svg" else None
    with rc_context({"svg.hashsalt": "bynl-relations"}), replacement(name) as file:
        _whole(axes).savefig(file, format=ending, metadata=dated)
