# matplotlib need not be there when types are checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownParameterType=false, reportUnknownArgumentType=false
"""Pictures of records, drawn by matplotlib (the extra `plot`).

Each function takes records, and axes to draw in if you have some; it returns the axes. Each takes
a headline (`title`), a source line (`source`; without one the dataset, its version and the day of
its last check) and what stands out (`highlight`: ids or words; the rest recedes into grey).

What is known only within bounds is drawn as a stretch, never as a point, and nothing is drawn
after the last check. Text and frames take the colours of the style in use: `DARK` is one
(`with matplotlib.style.context(plot.DARK): ...`). The colours of data keep their contrast on
every ground, and every difference of colour is one of pattern, marker or place too.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from ._paper import save
from ._pen import Pen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matplotlib.axes import Axes

    from .._query.counts import Counts
    from ..model.measure import Measure
    from ..model.record import Record

__all__ = [
    "DARK", "counts", "disputes", "missions", "regimes", "save", "statistics", "timeline",
]  # fmt: skip

#: A dark style, for `matplotlib.style.context`.
DARK: Mapping[str, str] = MappingProxyType({
    **dict.fromkeys(("figure.facecolor", "axes.facecolor", "savefig.facecolor"), "#0D1117"),
    **dict.fromkeys(
        ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"),
        "#E6EDF3",
    ),
})  # fmt: skip


def regimes(
    measures: Iterable[Measure], ax: Axes | None = None, *,
    title: str = "", source: str | None = None, highlight: str | Iterable[str] = (),
) -> Axes:  # fmt: skip
    """Draw when measures applied: a lane a kind, in the order of their first day.

    A bar is deeper the more acts applied, hatched where that is only possible, and fades where
    nobody knows until when. A suspension is a lighter box with an edge of its own. Ticks above
    the bar are acts on the day of their adoption, coloured by effect.

    Args:
        measures: Measures. Other kinds and claims are skipped.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        title: The headline.
        source: The source line; None writes that of the dataset, "" none.
        highlight: Kinds or ids of measures whose lanes stand out.

    Returns:
        The axes; if there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: A highlight is not in the picture.
    """
    from ._arguments import of_records
    from ._regimes import draw_regimes

    request = of_records(measures, title, source, highlight)
    pen = Pen(ax, "plot.regimes()", title)
    draw_regimes(pen, request)
    return pen.axes


def counts(
    records: Iterable[Record] | Counts, ax: Axes | None = None, *,
    by: str = "year", of: Literal["began", "stood"] = "began",
    title: str = "", source: str | None = None, highlight: str | Iterable[str] = (),
) -> Axes:  # fmt: skip
    """Draw how many records there are: steps over time, or a bar a value of a field.

    What surely belongs to a period is a filled step, what only may belong to it a hatched band
    above.

    Args:
        records: Records, or the Counts of some, which settle `by` and `of`.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        by: `year`, `month`, `day`, or the name of a field.
        of: `began` or `stood`: what counts for a period.
        title: The headline.
        source: The source line; None writes that of the dataset, "" none.
        highlight: Periods or values that stand out.

    Returns:
        The axes; if there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: There is no such field, or a highlight is not in the picture.
    """
    from ._arguments import tallied
    from ._counts import draw_counts

    table, request = tallied(records, by, of, title, source, highlight)
    pen = Pen(ax, "plot.counts()", title)
    draw_counts(pen, table, request)
    return pen.axes


def timeline(
    records: Iterable[Record], ax: Axes | None = None, *,
    lanes: Literal["collection", "topic"] = "collection", height: float | None = None,
    title: str = "", source: str | None = None, highlight: str | Iterable[str] = (),
) -> Axes:  # fmt: skip
    """Draw when records were, in a lane a collection or a topic.

    At most 40 records have a name: those that are held, of the core and with many sources
    come first. The others are marks, and each lane counts them. Of measures and agreements the time
    in which they applied or were in force is drawn too, if every record has a name.

    Args:
        records: Records in any order, of any kind.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        lanes: What parts the records into lanes; a record of two topics is in both.
        height: The most that a new figure may measure, in inches; None for 12.
        title: The headline.
        source: The source line; None writes that of the dataset, "" none.
        highlight: Ids of records, or names of lanes, that stand out.

    Returns:
        The axes; if there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: There are no such lanes, or a highlight is not in the picture.
        ValueError: The height is not a number above nought.
    """
    from ..errors import shown
    from ..vocabulary import chosen
    from ._arguments import of_records
    from ._timeline import draw_timeline

    chosen("lanes", lanes, ("collection", "topic"))
    if height is not None and not 0 < height < 1000:
        raise ValueError(f"height={shown(height)} is not allowed; pass inches above 0, below 1000")
    request = of_records(records, title, source, highlight)
    pen = Pen(ax, "plot.timeline()", title)
    draw_timeline(pen, request, lanes, height)
    return pen.axes


def missions(
    records: Iterable[Record], ax: Axes | None = None, *,
    title: str = "", source: str | None = None, highlight: str | Iterable[str] = (),
) -> Axes:  # fmt: skip
    """Draw who was represented where, and when: a row a mission, by sending state.

    Times that were looked into without a result are hatched: not researched.

    Args:
        records: Missions; appointments among them (`relations.missions() +
            relations.appointments()`) are drawn below their mission. Other kinds are skipped.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        title: The headline.
        source: The source line; None writes that of the dataset, "" none.
        highlight: Ids of records, or of sending states, that stand out.

    Returns:
        The axes; if there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: A highlight is not in the picture.
    """
    from ._arguments import of_records
    from ._missions import draw_missions

    request = of_records(records, title, source, highlight)
    pen = Pen(ax, "plot.missions()", title)
    draw_missions(pen, request)
    return pen.axes


def statistics(
    records: Iterable[Record], ax: Axes | None = None, *,
    title: str = "", source: str | None = None, highlight: str | Iterable[str] = (),
) -> Axes:  # fmt: skip
    """Draw figures over time: a panel an indicator and unit, in it a series a reporter.

    A stock (people listed) holds until the next figure of its reporter, or until a measure lifts
    or suspends it: it is drawn as steps, which end at the last figure. A flow (goods of a year)
    is a line as long as its period. Nothing joins two flows. A range is a bar between its ends;
    an arrow is "at least" or "at most". Figures stated in words alone are counted below.

    Args:
        records: Statistics. Measures among them end stocks; other kinds are skipped.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        title: The headline.
        source: The source line; None writes that of the dataset, "" none.
        highlight: Ids of reporters or figures, or indicators, that stand out.

    Returns:
        The axes, whose `child_axes` are the panels; if there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: A highlight is not in the picture.
    """
    from ._arguments import of_records
    from ._statistics import draw_statistics

    request = of_records(records, title, source, highlight)
    pen = Pen(ax, "plot.statistics()", title)
    draw_statistics(pen, request)
    return pen.axes


def disputes(
    records: Iterable[Record], ax: Axes | None = None, *,
    title: str = "", source: str | None = None, highlight: str | Iterable[str] = (),
) -> Axes:  # fmt: skip
    """Draw where sources differ: our value and the others, side by side, with who states them.

    It is a table. Dates have a bar beside them, all on one scale where there is room for it.

    Args:
        records: Records; those that nobody disputes are skipped.
        ax: Axes to draw in; None makes a figure that is as tall as it needs to be.
        title: The headline.
        source: The source line; None writes that of the dataset, "" none.
        highlight: Ids of records, or names of fields, that stand out.

    Returns:
        The axes; if there is nothing to draw, they say so.

    Raises:
        MissingExtra: matplotlib is not installed.
        TypeError: Something is not a record.
        UnknownName: A highlight is not in the picture.
    """
    from ._arguments import of_records
    from ._disputes import draw_disputes

    request = of_records(records, title, source, highlight)
    pen = Pen(ax, "plot.disputes()", title)
    draw_disputes(pen, request)
    return pen.axes


def __dir__() -> list[str]:
    return sorted(__all__)
