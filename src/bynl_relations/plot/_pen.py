# matplotlib leaves keywords without a type; nothing untyped leaves this module.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false, reportUnknownArgumentType=false
"""Strokes on paper: the only module that draws shapes and writes words."""

from __future__ import annotations

from typing import Literal

from ._ink import mixed
from ._paper import INCH, Paper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._ink import RGB
    from ._paper import Point, Size

    Side = Literal["left", "center", "right"]

__all__ = ["Pen"]

#: The dashes of an edge, in widths of the line.
_DASHES = (0, (2.5, 1.5))
#: How much of the ground a bar covers: where it is sure, and where it is only possible.
_SURE, _POSSIBLE = 0.85, 0.22


class Pen(Paper):
    """Paper to draw on; lengths are points from the upper left corner of the axes."""

    def panel(self, top: float, height: float, left: float, width: float) -> Pen:
        """Make axes inside the axes."""
        bounds = (
            left / self.width, 1 - (top + height) / self.height,
            width / self.width, height / self.height,
        )  # fmt: skip
        pen = Pen(self.axes.inset_axes(bounds), "")
        pen.width, pen.height = width, height
        return pen

    def empty(self, message: str) -> None:
        """Write in the middle that there is nothing to draw."""
        self.grow(INCH)
        self.page()
        line = self.line("small")
        lines = self.folded(message, self.width - 8)
        for number, text in enumerate(lines):
            y = self.height / 2 + (number - (len(lines) - 1) / 2) * line
            self.text(self.width / 2, y, text, side="center")

    def text(
        self, x: float, y: float, text: str, size: Size = "small", *, bold: bool = False,
        side: Side = "left", faint: bool = False, colour: RGB | None = None,
    ) -> None:  # fmt: skip
        """Write a text, its middle at a height; `side` is the side of it that is at `x`."""
        self.axes.text(
            self._x(x), self._y(y), text, fontproperties=self._fonts[size, bold],
            ha=side, va="center_baseline", color=colour or (self.faint if faint else self.ink),
            parse_math=False, clip_on=False, zorder=6,
        )  # fmt: skip

    def bar(
        self, left: float, right: float, y: float, height: float, colour: RGB, *,
        sure: bool = True, hatch: str = "", share: float = 0.0, edge: RGB | None = None,
        free: bool = False,
    ) -> None:  # fmt: skip
        """Draw a stretch around a height: filled where it is sure, dashed where it is not.

        Args:
            left: Where it begins.
            right: Where it ends.
            y: Its middle.
            height: Its height.
            colour: Its colour, which its edge takes as far as it can be seen.
            sure: Whether it is sure.
            hatch: Its hatch.
            share: How much of the ground it covers; 0 for the usual.
            edge: The colour of its edge, where that is another.
            free: Whether it may leave the axes.
        """
        from matplotlib.patches import Rectangle

        x, top = self._x(left), self._y(y - height / 2)
        share = share or (_SURE if sure else _POSSIBLE)
        seen = self.seen(edge or colour)
        self.axes.add_patch(Rectangle(
            (x, top), self._x(right) - x, self._y(y + height / 2) - top,
            facecolor=mixed(colour, self.ground, share), edgecolor=seen, linewidth=0.8, zorder=3,
            linestyle="-" if sure else _DASHES, hatch=hatch, clip_on=not free,
        ))  # fmt: skip

    def block(
        self, left: float, right: float, y: float, height: float, colour: RGB, share: float,
        *, hatch: str = "", hatched: RGB | None = None, free: bool = False,
    ) -> None:  # fmt: skip
        """Draw a piece without an edge, that covers a share of the ground."""
        from matplotlib.patches import Rectangle

        x, top = self._x(left), self._y(y - height / 2)
        self.axes.add_patch(Rectangle(
            (x, top), self._x(right) - x, self._y(y + height / 2) - top,
            facecolor=mixed(colour, self.ground, share), edgecolor=hatched or colour,
            linewidth=0, hatch=hatch, zorder=2, clip_on=not free,
        ))  # fmt: skip

    def tint(self, top: float, bottom: float) -> None:
        """Tint a band from side to side, in the colour of the text."""
        self.axes.axhspan(
            self._y(bottom), self._y(top), color=mixed(self.ink, self.ground, 0.05), lw=0, zorder=0
        )

    def rule(self, x: float, floor: float, text: str) -> None:
        """Draw a thin rule from the top of the axes to a floor, and name it above them."""
        self.line_through([(x, 0), (x, floor)], self.faint, width=0.7, free=True)
        side: Side = "right" if x > self.width / 2 else "left"
        self.text(x, -self.size("x-small") * 0.75, text, "x-small", side=side, faint=True)

    def triangle(self, tip: Point, length: float, height: float, colour: RGB) -> None:
        """Draw the head of an arrow; a negative length points to the left."""
        x, y = tip
        self._polygon(((x, y), (x - length, y - height / 2), (x - length, y + height / 2)), colour)

    def head(self, tip: Point, length: float, width: float, colour: RGB) -> None:
        """Draw the head of an arrow that points down; a negative length points up."""
        x, y = tip
        self._polygon(((x, y), (x - width / 2, y - length), (x + width / 2, y - length)), colour)

    def _polygon(self, corners: Sequence[Point], colour: RGB) -> None:
        from matplotlib.patches import Polygon

        self.axes.add_patch(Polygon(
            [(self._x(x), self._y(y)) for x, y in corners], closed=True,
            facecolor=colour, edgecolor=colour, linewidth=0.5, zorder=4, clip_on=False,
        ))  # fmt: skip

    def dots(
        self, points: Sequence[Point], colour: RGB, *, filled: bool = True, size: float = 5,
        shape: str = "o",
    ) -> None:  # fmt: skip
        """Draw markers, `size` points wide."""
        self.axes.plot(
            [self._x(x) for x, _ in points], [self._y(y) for _, y in points],
            linestyle="none", marker=shape, markersize=size, color=colour,
            markerfacecolor=colour if filled else self.ground, markeredgewidth=1,
            scalex=False, scaley=False, zorder=5, clip_on=False,
        )  # fmt: skip

    def line_through(
        self, points: Sequence[Point], colour: RGB, *, dashed: bool = False, width: float = 1.0,
        free: bool = False,
    ) -> None:  # fmt: skip
        """Draw a line through points."""
        self.axes.plot(
            [self._x(x) for x, _ in points], [self._y(y) for _, y in points],
            linestyle=(0, (2, 1.5)) if dashed else "-", color=colour, linewidth=width,
            scalex=False, scaley=False, marker="", zorder=3, clip_on=not free,
            solid_capstyle="butt",
        )  # fmt: skip
