# matplotlib leaves keywords without a type; nothing untyped leaves this module.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false, reportUnknownArgumentType=false
"""Axes as paper: measured in points from the upper left corner, with a heading and two axes."""

from __future__ import annotations

from datetime import date
from os.path import splitext
from typing import cast

from .._dataset.files import path_text, replacement
from ..interop.extras import library
from ._ink import WORDS, family, legible, line_contrast, mixed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from os import PathLike
    from typing import Literal

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ._ink import RGB

    Size = Literal["x-small", "small", "medium"]
    Point = tuple[float, float]

__all__ = ["INCH", "LINE", "TALLEST", "Paper", "save"]

INCH = 72.0
#: The height of a line, in sizes of its letters.
LINE = 1.5
#: The tallest picture that is made unless asked, in points.
TALLEST = 12 * INCH
#: The width of a new picture: a page of a paper, across.
_WIDTH = 10.0
#: How much wider letters come out where a screen sets them on whole dots.
_LOOSE = 1.05
#: Margins in points.
_SIDE, _TOP, _BOTTOM = 12.0, 10.0, 8.0


class Paper:
    """Axes to draw in, measured in points.

    Args:
        ax: The axes, or None for axes in a new figure of pyplot, which notebooks show.
        asked: The picture, for the message if matplotlib is missing.
        title: The headline, or empty.

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

    def __init__(self, ax: Axes | None, asked: str, title: str = "") -> None:
        library("matplotlib", "plot", asked)
        from matplotlib import rcParams, rcParamsDefault
        from matplotlib.font_manager import FontProperties, fontManager
        from matplotlib.textpath import text_to_path

        self.own = ax is None
        self.title = title
        wanted, usual = (
            [*rc["font.family"], *rc["font.sans-serif"]] for rc in (rcParams, rcParamsDefault)
        )
        self.family = family(wanted, usual, (font.name for font in fontManager.ttflist))
        self._fonts = {
            (size, bold): FontProperties(
                family=self.family or None, size=size, weight="bold" if bold else "normal"
            )
            for size in ("x-small", "small", "medium")
            for bold in (False, True)
        }
        self._measure = text_to_path
        self._widths: dict[tuple[str, str, bool], float] = {}
        self._margin = _SIDE
        if ax is None:
            from matplotlib import pyplot

            _, ax = pyplot.subplots(figsize=(_WIDTH, 3), layout="none")
            self.axes = ax
            self.grow(3 * INCH)
        else:
            self.axes = ax
            self._look()
        self._head()

    def _look(self) -> None:
        box = self.axes.get_window_extent()
        dots = _whole(self.axes).dpi / INCH
        self.width, self.height = max(box.width / dots, 1.0), max(box.height / dots, 1.0)

    def _head(self) -> None:
        """Write the headline above the axes, at the left."""
        if not self.title:
            return
        lines = self._headline()
        self.axes.set_title(
            "\n".join(lines), loc="left", pad=self.size("small") * LINE + 4, parse_math=False,
            fontproperties=self._fonts["medium", True], x=-(self._margin - _SIDE) / self.width,
        )  # fmt: skip

    def _headline(self) -> list[str]:
        wide = self.width + self._margin - _SIDE
        return self.folded(self.title, wide, "medium", bold=True) if self.title else []

    def grow(self, height: float, left: float = 0.0) -> float:
        """Set the height of a new figure, and its margin for labels; given axes stay as they are.

        Args:
            height: The height that the axes need, in points.
            left: The width of the labels at the left of the axes, in points.

        Returns:
            The height that there is.
        """
        if self.own:
            self._margin, wide = _SIDE + left, _WIDTH * INCH
            self.width = wide - self._margin - _SIDE
            head = len(self._headline()) * self.size("medium") * LINE
            top = _TOP + head + self.size("small") * LINE + (4 if head else 0)
            whole = height + top + _BOTTOM
            _whole(self.axes).set_size_inches(_WIDTH, whole / INCH)
            _whole(self.axes).subplots_adjust(
                left=self._margin / wide, right=1 - _SIDE / wide,
                bottom=_BOTTOM / whole, top=1 - top / whole,
            )  # fmt: skip
            self._look()
            self._head()
        return self.height

    # Measures.

    def size(self, size: Size) -> float:
        """Return the size of letters in points."""
        return float(self._fonts[size, False].get_size_in_points())

    def line(self, size: Size = "x-small") -> float:
        """Return the height of a line of text in points."""
        return self.size(size) * LINE

    @property
    def foot(self) -> float:
        """The height that the numbers below an axis of dates take, in points."""
        return self.size("small") * 2.2

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

    def folded(
        self, text: str, width: float, size: Size = "small", *, bold: bool = False
    ) -> list[str]:
        """Break a text into lines of a width."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.wide(f"{lines[-1]} {word}", size, bold=bold) <= width:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        return [self.shortened(text, width, size, bold=bold) for text in lines]

    # Colours.

    @property
    def ground(self) -> RGB:
        """The colour that is drawn on."""
        from matplotlib.colors import to_rgba

        found = to_rgba(self.axes.get_facecolor())
        if found[3] < 0.5:
            found = to_rgba(_whole(self.axes).get_facecolor())
        return found[:3] if found[3] >= 0.5 else (1.0, 1.0, 1.0)

    @property
    def ink(self) -> RGB:
        """The colour of the text in the style in use."""
        from matplotlib import rcParams
        from matplotlib.colors import to_rgb

        found: RGB = to_rgb(rcParams["text.color"])
        return found

    def colour(self, name: str) -> RGB:
        """Return a colour that can be seen on the ground; grey where the name is empty."""
        from matplotlib.colors import to_rgb

        found = to_rgb(name) if name else mixed(self.ink, self.ground, 0.5)
        return self.seen(found)

    def seen(self, colour: RGB) -> RGB:
        """Return a colour in which lines can be seen on the ground."""
        return legible(colour, self.ground, self.ink, line_contrast(self.ground))

    def shade(self, colour: RGB) -> RGB:
        """Return a colour in which words can be read on the ground."""
        return legible(colour, self.ground, self.ink, WORDS)

    @property
    def pale(self) -> RGB:
        """The colour of the lines behind the data."""
        return mixed(self.ink, self.ground, 0.12)

    @property
    def faint(self) -> RGB:
        """The colour of words that are not the first to be read."""
        return legible(mixed(self.ink, self.ground, 0.6), self.ground, self.ink, WORDS)

    # The frame.

    def rows(self) -> None:
        """Count downwards in points, without an axis at the side."""
        self.axes.set_ylim(self.height, 0)
        self.axes.set_yticks([])
        for side in ("left", "right", "top"):
            self.axes.spines[side].set_visible(False)

    def page(self) -> None:
        """Count in points both ways, without any axis."""
        self.rows()
        self.axes.set_xlim(0, self.width)
        self.axes.set_axis_off()

    def table(self) -> None:
        """Count in points both ways, without axes but with labels at the left."""
        self.page()
        self.axes.set_axis_on()
        self.axes.set_xticks([])
        self.axes.spines["bottom"].set_visible(False)

    def labels(self, places: Sequence[tuple[float, str]], bold: bool = False) -> None:
        """Write labels at the left of the axes, each at a height in points."""
        self.axes.set_yticks(
            [self._y(y) for y, _ in places], [text for _, text in places],
            fontproperties=self._fonts["small", bold], parse_math=False,
        )  # fmt: skip
        self.axes.tick_params(axis="y", length=0, pad=6)

    def days(self, first: int, last: int, floor: float) -> None:
        """Draw an axis of dates at a height, from the morning of a day to the night of another.

        What lies below it is room for the key.
        """
        from matplotlib import rcParams

        # Its functions have no types, which a checker that sees them would mind.
        dates = library("matplotlib.dates", "plot", "an axis of dates")
        epoch = date(1970, 1, 1)
        shift = float(dates.date2num(epoch)) - epoch.toordinal()
        locator = dates.AutoDateLocator(minticks=3, maxticks=max(4, int(self.width // 60)))
        self.axes.xaxis_date()
        ends = first + shift, min(last + 1, 3_652_059) + shift
        self.axes.set_xlim(*ends)
        self.axes.xaxis.set_major_locator(locator)
        self.axes.xaxis.set_major_formatter(dates.AutoDateFormatter(locator))
        self.axes.spines["bottom"].set_position(("data", self._y(floor)))
        self.axes.spines["bottom"].set_color(self.faint)
        self.axes.tick_params(axis="x", labelsize="small", color=self.faint)
        self._lettered(self.axes.xaxis.get_major_ticks(30))
        if not rcParams["axes.grid"]:
            ticks = [tick for tick in self.axes.xaxis.get_majorticklocs()
                     if ends[0] < tick < ends[1]]  # fmt: skip
            self.axes.vlines(
                ticks, self._y(0), self._y(floor), zorder=0.5, linewidth=0.5,
                colors=[self.pale],
            )  # fmt: skip

    def values(self, ends: Point, inside: Point, written: Callable[[float], str]) -> None:
        """Draw an axis of values at the side, with ticks where `inside` says; `ends` may fall."""
        from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

        self.axes.set_ylim(*ends)
        line = self.line("small")
        low, high = inside
        share = abs((low - high) / (ends[0] - ends[1]))
        many = max(1, min(5, int(self.height * share // 25)))
        every = MaxNLocator(many, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
        # Where numbers would lie on each other, the larger ones stay.
        apart = line * abs((ends[0] - ends[1]) / self.height)
        ticks: list[float] = []
        for tick in sorted((float(tick) for tick in every if low <= tick <= high), reverse=True):
            if not ticks or ticks[-1] - tick >= apart:
                ticks.append(tick)
        self.axes.yaxis.set_major_locator(FixedLocator(ticks))

        def number(value: float, _: object) -> str:
            return written(value)

        self.axes.yaxis.set_major_formatter(FuncFormatter(number))
        self.axes.tick_params(axis="y", labelsize="small", length=0)
        self._lettered(self.axes.yaxis.get_major_ticks(len(ticks)))
        for side in ("right", "top", "left"):
            self.axes.spines[side].set_visible(False)
        self.axes.hlines(
            ticks, 0, 1, transform=self.axes.get_yaxis_transform(), zorder=0.5, linewidth=0.5,
            colors=[self.pale],
        )  # fmt: skip

    def _lettered(self, ticks: Sequence[object]) -> None:
        """Set the numbers of an axis in the letters of the picture."""
        for tick in ticks if self.family else ():
            vars(tick)["label1"].set_fontfamily(self.family)

    def _x(self, points: float) -> float:
        left, right = self.axes.get_xlim()
        return float(left + points / self.width * (right - left))

    def _y(self, points: float) -> float:
        bottom, top = self.axes.get_ylim()
        return float(top + points / self.height * (bottom - top))


def _whole(axes: Axes) -> Figure:
    """Return the figure that axes are in, also where they are in a part of one."""
    from matplotlib import __version_info__ as version

    # `figure` is about to name the part instead.
    newer = (version.major, version.minor) >= (3, 10)
    return cast("Figure", axes.get_figure(root=True) if newer else axes.figure)


def save(axes: Axes, path: str | PathLike[str]) -> None:
    """Write a picture into a file; the same data, style and fonts give the same SVG.

    Args:
        axes: What a function of this module returned.
        path: The file; its ending (`.svg`, `.png`, `.pdf`) chooses the format.
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
