"""A timeline: lanes of records, each with its name where there is room for it."""

from __future__ import annotations

from ..model import COLLECTIONS
from ._lanes import STRIP, Item, Lane, arrange, heading
from ._marks import applied, of_record, window
from ._pen import COLOURS
from ._strokes import DOT, Scale, draw, key, signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Record
    from ._pen import Pen

#: The lane of those that have no topic.
_NONE = "no topic"

__all__ = ["called", "draw_items", "draw_timeline"]

#: The tallest picture that is made of itself, and what each lane may make of it, in points.
_TALLEST, _EACH = 1_000.0, 75.0


def draw_timeline(pen: Pen, records: Sequence[Record], empty: str, lanes: str) -> None:
    """Draw a timeline."""
    items = [
        Item(one, mark, called(one), applied(one)) for one in records if (mark := of_record(one))
    ]
    if not items:
        many = f"{len(records):,} record{'' if len(records) == 1 else 's'}"
        pen.empty(empty if not records else f"No date in {many}")
        return
    first, last = window([mark for item in items for mark in (item.mark, *item.applied)])
    scale = Scale(first, last, 0, pen.width)
    made = [Lane(name, found) for name, found in _parted(items, lanes).items()]
    most = max(_TALLEST, _EACH * len(made)) if pen.own else pen.height
    gone: list[Lane] = []
    foot, notes = -1.0, _notes(items, made, gone, len(records))
    # What has no room makes the notes longer, and so may take more room away.
    while (need := _foot(pen, scale, items, notes, 0, paint=False)) > foot:
        foot = need
        gone += arrange(made, pen, scale, most - foot)
        notes = _notes(items, made, gone, len(records))
    pen.grow(sum(lane.height(pen) for lane in made) + foot)
    pen.rows()
    pen.days(first, last)
    top = 0.0
    for number, lane in enumerate(made):
        if number % 2 == 0:
            pen.ground(top, top + lane.height(pen))
        _draw_lane(pen, lane, scale, top, COLOURS[number % len(COLOURS)])
        top += lane.height(pen)
    _foot(pen, scale, items, notes, pen.height - foot, paint=True)


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


def _notes(items: Sequence[Item], lanes: Iterable[Lane], gone: Sequence[Lane], asked: int) -> str:
    """Count what is drawn, what has a name, and what has no room or no date."""
    drawn, undated = len(items), asked - len(items)
    named = len({one.record.id for lane in lanes for one in lane.items if one.row is not None})
    told = f"{drawn:,} {'record' if drawn == 1 else 'records'}"
    if named < drawn:
        told += f", {named:,} of them with a name"
    if undated:
        told += f"; {undated:,} more without a date {'is' if undated == 1 else 'are'} not drawn"
    if gone:
        left = ", ".join(f"{lane.name} ({len(lane.items):,})" for lane in gone)
        told += f". The axes are too low for: {left}"
    if any(item.record.disputed for item in items):
        told += ". ≠ sources differ"
    return f"{told}."


def _foot(
    pen: Pen, scale: Scale, items: Iterable[Item], notes: str, top: float, *, paint: bool
) -> float:
    """Write the key and the notes."""
    used = {
        sign for item in items for one in (item.mark, *item.applied) for sign in signs(one, scale)
    }
    return key(pen, used, [notes], top, paint=paint) + 4


def _draw_lane(pen: Pen, lane: Lane, scale: Scale, top: float, colour: str) -> None:
    line = heading(pen)
    name = f"{lane.name} ({len(lane.items):,})"
    pen.text(4, top + line * 0.55, pen.shortened(name, pen.width - 8, bold=True), bold=True)
    top += line
    for item, number in lane.strip:
        y = top + (number + 0.5) * STRIP
        draw(pen, item.mark, scale, y, 3.5, colour, alpha=0.8, seen=False)
    top += lane.strips * STRIP
    draw_items(pen, lane.items, lane.rows, scale, top, colour)


def called(record: Record) -> str:
    """Call a record by its title; tell a claim, and what is disputed."""
    if record.claimed:
        return record.title if "claim" in record.title.lower() else f"claimed: {record.title}"
    return f"{record.title} ≠" if record.disputed else record.title


def draw_items(
    pen: Pen, items: Iterable[Item], rows: Sequence[float], scale: Scale, top: float, colour: str
) -> None:
    """Draw the records that have a row, with their names."""
    line = heading(pen)
    for item in items:
        if item.row is None:
            continue
        y = top + sum(rows[: item.row])
        middle, low = y + line * 0.36, y + line - 3.2
        spot = item.spot
        if spot.before:
            pen.text(spot.at + pen.wide(spot.name), middle, spot.name, side="right")
        else:
            pen.text(spot.at, middle, spot.name)
        for one in item.applied:
            draw(pen, one, scale, low, 3.2, colour)
        height = 3.2 if item.above else DOT
        draw(pen, item.mark, scale, low if item.above else middle, height, colour)
