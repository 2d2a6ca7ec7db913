"""A timeline: lanes of records, each with its name where there is room for it."""

from __future__ import annotations

from ..model.collections import COLLECTIONS
from ._ink import COLOURS
from ._items import Item, draw_items, heading, items_of
from ._lanes import STRIP, Lane, arrange
from ._marks import window
from ._paper import INCH, TALLEST
from ._request import last_check
from ._strokes import Scale, draw, key, signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ._ink import RGB
    from ._pen import Pen
    from ._request import Request

#: The lane of those that have no topic.
_NONE = "no topic"
#: What the margins of a picture take of its height, in points.
_MARGINS = 70.0

__all__ = ["draw_timeline"]


def draw_timeline(pen: Pen, request: Request, lanes: str, height: float | None) -> None:
    """Draw a timeline."""
    records = request.records
    items, late = items_of(records, request.checked)
    if not items:
        many = f"{len(records):,} record{'' if len(records) == 1 else 's'}"
        pen.empty(f"No date in {many}" if records else request.nothing)
        return
    made = [Lane(name, found) for name, found in _parted(items, lanes).items()]
    request.highlights([*(item.record.id for item in items), *(lane.name for lane in made)])
    marks = [mark for item in items for mark in (item.mark, *item.applied)]
    first, last = window(marks, request.checked)
    scale = Scale(first, last, 0, pen.width)
    most = pen.height
    if pen.own:
        most = (TALLEST if height is None else height * INCH) - _MARGINS
    gone: list[Lane] = []
    foot, notes = -1.0, _notes(items, made, gone, len(records), late)
    # What has no room makes the notes longer, and so may take more room away.
    while (need := _foot(pen, scale, items, [notes, request.source], 0, paint=False)) > foot:
        foot = need
        gone += arrange(made, pen, scale, most - foot)
        notes = _notes(items, made, gone, len(records), late)
    pen.grow(sum(lane.height(pen) for lane in made) + foot)
    floor = pen.height - foot
    pen.rows()
    pen.days(first, last, floor)
    top = 0.0
    for number, lane in enumerate(made):
        if number % 2 == 0:
            pen.tint(top, top + lane.height(pen))
        _draw_lane(pen, lane, scale, top, number, request)
        top += lane.height(pen)
    last_check(pen, request, last, floor)
    _foot(pen, scale, items, [notes, request.source], floor, paint=True)


def _parted(items: Sequence[Item], lanes: str) -> dict[str, list[Item]]:
    """Part records by collection, or by topic, where one may be in several lanes."""
    parted: dict[str, list[Item]] = {}
    for item in items:
        record = item.record
        names = [record.collection] if lanes == "collection" else record.topics or (_NONE,)
        for number, name in enumerate(names):
            own = item if number == 0 else Item(record, item.mark, item.text, item.applied)
            parted.setdefault(name, []).append(own)
    order = COLLECTIONS if lanes == "collection" else (*sorted(set(parted) - {_NONE}), _NONE)
    return {name: parted[name] for name in order if name in parted}


def _notes(
    items: Sequence[Item], lanes: Iterable[Lane], gone: Sequence[Lane], asked: int, late: int
) -> str:
    """Count what is drawn, what has a name, and what has no room or no date."""
    drawn, undated = len(items), asked - len(items) - late
    named = len({item.record.id for lane in lanes for item in lane.items if item.row is not None})
    note = f"{drawn:,} {'record' if drawn == 1 else 'records'}"
    if named < drawn:
        note += f", {named:,} of them with a name; a mark without one is a record too"
    if undated:
        note += f"; {undated:,} more without a date {'is' if undated == 1 else 'are'} not drawn"
    if late:
        note += f"; {late:,} more after the last check {'is' if late == 1 else 'are'} not drawn"
    if gone:
        left = ", ".join(f"{lane.name} ({len(lane.items):,})" for lane in gone)
        note += f". The axes are too low for: {left}"
    if any(item.record.disputed for item in items):
        note += ". ≠ sources differ"
    return f"{note}."


def _foot(
    pen: Pen, scale: Scale, items: Iterable[Item], notes: list[str], floor: float, *, paint: bool
) -> float:
    """Write the key and the notes below the axis of dates; return the height of all three."""
    used = {
        sign for item in items for one in (item.mark, *item.applied) for sign in signs(one, scale)
    }
    return pen.foot + key(pen, used, notes, floor + pen.foot, paint=paint)


def _draw_lane(
    pen: Pen, lane: Lane, scale: Scale, top: float, number: int, request: Request
) -> None:
    line = heading(pen)
    colour = COLOURS[number % len(COLOURS)]
    pen.text(4, top + line * 0.55, pen.shortened(lane.heading, pen.width - 8, bold=True), bold=True)
    top += line

    def shade(item: Item) -> RGB:
        recedes = request.recedes(item.record.id, lane.name)
        return pen.colour("" if recedes else colour)

    for item, row in lane.strip:
        y = top + (row + 0.5) * STRIP
        draw(pen, item.mark, scale, y, 3.5, shade(item), seen=False)
    top += lane.strips * STRIP
    draw_items(pen, lane.items, lane.rows, scale, top, shade)
