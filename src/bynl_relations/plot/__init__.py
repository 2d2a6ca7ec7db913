# matplotlib need not be there when types are checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false, reportUnknownArgumentType=false
"""Pictures of records, drawn by matplotlib (the extra `plot`).

Each function takes records, and axes to draw in where you have some; it gives the axes. What is
known only within bounds is drawn as a stretch, never as a point. Text and frames take the
colours of the style in use (`matplotlib.style.use("dark_background")`); the colours of the data
can be told apart by readers with colour-blindness, and every difference of colour is one of
pattern, marker or place too, so that it survives a printer.
"""

from __future__ import annotations

from typing import Literal, cast

from ._pen import Pen, save

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from ..model import Record

__all__ = ["disputes", "missions", "save", "statistics", "timeline"]


def timeline(
    records: Iterable[Record], ax: Axes | None = None, *,
    lanes: Literal["collection", "topic"] = "collection",
) -> Axes:  # fmt: skip
    """Draw when records were, in a lane a collection or a topic.

    Where there is not room for every name, those records keep theirs that are held, of the core
    and told by many; a line below says how many have one. Of measures and agreements the time
    in which they applied or were in force is drawn too, while there is room for every name.

    Args:
        records: Records in any order, of any kind.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        lanes: What parts the records into lanes; a record of two topics is in both.

    Returns:
        The axes; where there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: There are no such lanes.
    """
    from .._spelling import chosen
    from ._timeline import draw_timeline

    chosen("lanes", lanes, ("collection", "topic"))
    found = _checked(records)
    pen = Pen(ax, "plot.timeline()")
    draw_timeline(pen, found, _nothing(records), lanes)
    return pen.axes


def missions(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw who was represented where, and when: a row a mission, by sending state.

    Args:
        records: Missions; appointments among them (`relations.missions() +
            relations.appointments()`) are drawn below their mission. Other kinds are passed by.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.

    Returns:
        The axes; where there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
    """
    from ._missions import draw_missions

    found = _checked(records)
    pen = Pen(ax, "plot.missions()")
    draw_missions(pen, found, _nothing(records))
    return pen.axes


def statistics(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw figures over time: a panel a unit, in it a series an indicator and reporter.

    A figure stands over its whole period. A range is a bar from its lower to its upper end; one
    of which only one end is told is an arrow from that end. Figures that a source tells in
    words alone are counted below.

    Args:
        records: Statistics. Other kinds are passed by.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.

    Returns:
        The axes. Where the figures have several units, their panels are its `child_axes`. Where
        there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
    """
    from ._statistics import LABELS, draw_statistics

    found = _checked(records)
    pen = Pen(ax, "plot.statistics()", LABELS)
    draw_statistics(pen, found, _nothing(records))
    return pen.axes


def disputes(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw where sources differ: our value and the others, side by side, with who tells them.

    Times lie on a line of dates of their own, other values are written out.

    Args:
        records: Records; those that nobody disputes are passed by.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.

    Returns:
        The axes; where there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
    """
    from ._disputes import draw_disputes

    found = _checked(records)
    pen = Pen(ax, "plot.disputes()")
    draw_disputes(pen, found, _nothing(records))
    return pen.axes


def _checked(records: Iterable[Record]) -> list[Record]:
    """List records, and refuse what is none."""
    from ..errors import shown
    from ..model import Record

    found: list[Record] = []
    for one in cast("Iterable[object]", records):
        if not isinstance(one, Record):
            raise TypeError(f"{shown(one)} is no record; give records, as relations.all() does")
        found.append(one)
    return found


def _nothing(records: object) -> str:
    """Say that there is nothing to draw, and what was asked."""
    asked = getattr(records, "asked", "")
    return f"No records: {asked}" if asked else "No records"


def __dir__() -> list[str]:
    return sorted(__all__)
