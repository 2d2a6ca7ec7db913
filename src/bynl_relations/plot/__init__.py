"""Pictures of records, drawn by matplotlib (the extra `plot`)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

    from ..model import Record

__all__ = ["disputes", "missions", "statistics", "timeline"]


def timeline(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw when things were, in a lane a collection."""
    return _rows([(one.title, one) for one in records], ax)


def missions(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw who was represented where, and when."""
    return _rows([(one.title, one) for one in records], ax)


def statistics(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw figures over time."""
    return _rows([(one.title, one) for one in records], ax)


def disputes(records: Iterable[Record], ax: Axes | None = None) -> Axes:
    """Draw where sources differ."""
    return _rows([(one.title, one) for one in records], ax)


def _rows(rows: list[tuple[str, Record]], ax: Axes | None) -> Axes:
    from ..errors import MissingExtra
    from ..when import FOREVER, NEVER

    try:
        from matplotlib import pyplot
    except ImportError:
        raise MissingExtra('a picture needs matplotlib: pip install "bynl-relations[plot]"') from None
    if ax is None:
        _, ax = pyplot.subplots()
    for number, (_, record) in enumerate(rows):
        for first, last, _, _ in [when.span for when in (record.when,) if when]:
            if NEVER < first and last < FOREVER:
                ax.plot([first, last], [number, number])
    ax.set_yticks(range(len(rows)), [title for title, _ in rows])
    return ax
