"""Records as they stand in a picture: a mark, and a name where there is room for it."""

from __future__ import annotations

from datetime import date
from typing import cast

from attrs import define, frozen

from ..when import NEVER
from ._marks import Mark, applied, of_record
from ._strokes import DOT, draw, extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from .._protocols import RecordLike
    from ._ink import RGB
    from ._pen import Pen
    from ._strokes import Scale

    #: From where to where, in points.
    Stretch = tuple[float, float]

__all__ = [
    "FOOT",
    "Item",
    "called",
    "draw_items",
    "fill",
    "heading",
    "items_of",
    "pack",
    "place",
    "widen",
]

#: Points: between a marker and its name; below the rows that stand together.
GAP, FOOT = 4.0, 7.0
#: A mark that is wider than this has its name above it.
_INLINE = 30.0
#: The longest name, in points and as a part of the width.
_NAME, _SHARE = 220.0, 0.5


@frozen
class Spot:
    """A place for the name of a record.

    Attributes:
        name: The name, cut to the room there is.
        at: Where it begins, in points.
        left: Where mark and name begin.
        right: Where they end.
        before: Whether the name stands at the left of the mark.
    """

    name: str
    at: float
    left: float
    right: float
    before: bool = False


@define
class Item:
    """A record on its lane.

    Attributes:
        record: The record.
        mark: When it was.
        text: What it is called.
        applied: When it stood, where that is another matter.
        reach: Where the mark begins and ends, in points.
        above: Whether the name stands above the mark.
        spots: Where the name could be, the best first.
        spot: Where it is.
        row: Its row, or None while it has none.
    """

    record: RecordLike
    mark: Mark
    text: str
    applied: tuple[Mark, ...] = ()
    reach: Stretch = (0.0, 0.0)
    above: bool = False
    spots: tuple[Spot, ...] = ()
    spot: Spot = Spot("", 0, 0, 0)
    row: int | None = None


def items_of(
    records: Iterable[RecordLike], last: int | None, name: Callable[[RecordLike], str] | None = None
) -> tuple[list[Item], int]:
    """Return the records that have a date, and how many lie wholly after the last check.

    Args:
        records: The records.
        last: The day of the last check, or None.
        name: What a record is called; None for its title.
    """
    items: list[Item] = []
    late = 0
    for record in records:
        mark = of_record(record)
        if mark is None:
            continue
        cut = mark.until(last)
        if cut is None:
            late += 1
            continue
        stood = (time.until(last) for time in applied(record))
        text = (name or called)(record)
        items.append(Item(record, cut, text, tuple([past for past in stood if past is not None])))
    return items, late


def called(record: RecordLike) -> str:
    """Return the title of a record, marked where it is a claim or disputed."""
    if record.claimed:
        return record.title if "claim" in record.title.lower() else f"claimed: {record.title}"
    return f"{record.title} ≠" if record.disputed else record.title


def heading(pen: Pen) -> float:
    """Return the height of a heading, and of a row where a name stands above its mark."""
    return pen.size("small") * 2.1


def place(item: Item, pen: Pen, scale: Scale) -> None:
    """Find where the name of a record can go: beside a short mark, above a long one."""
    reaches = [extent(mark, scale) for mark in (item.mark, *item.applied)]
    left, right = min(start for start, _ in reaches), max(end for _, end in reaches)
    item.reach = left, right
    text = _text(item, scale)
    item.above = right - left > _INLINE or bool(item.applied)
    short = pen.shortened(text, min(_NAME, scale.right * _SHARE))
    wide = pen.wide(short)
    if item.above:
        at = max(min(max(left, 0.0), scale.right - wide), 0.0)
        item.spots = (Spot(short, at, min(left, at), max(right, at + wide)),)
    else:
        after, before = scale.right - right - GAP, left - GAP
        first = wide > after and before > after
        short = pen.shortened(short, before if first else after)
        spots = [
            _beside(item, short, pen, before=side)
            for side, room in ((first, 0.0), (not first, after if first else before))
            if side is first or pen.wide(short) <= room
        ]
        item.spots = tuple(spots)
    item.spot = item.spots[0]


def _beside(item: Item, text: str, pen: Pen, *, before: bool) -> Spot:
    """Set a name to the left or to the right of a mark."""
    left, right = item.reach
    if before:
        at = left - GAP - pen.wide(text)
        return Spot(text, at, at, right, before=True)
    return Spot(text, right + GAP, left, right + GAP + pen.wide(text))


def _text(item: Item, scale: Scale) -> str:
    """Return the name of a record, with its year where that lies beyond the edge."""
    first = item.mark.reach[0]
    if first == NEVER or first >= scale.first:
        return item.text
    since = "" if item.mark.instant else "since "
    return f"{since}{date.fromordinal(first).year}: {item.text}"


def pack(items: Sequence[Item], pen: Pen) -> list[float]:
    """Set items into rows, each in the first that is free; return the heights of the rows.

    A name that finds no free row at one side of its mark goes to the other before a row is
    added. Which side is tried first is that which makes the fewer rows.
    """
    at_right = _packed(items, pen)
    for item in items:
        item.spots = item.spots[::-1]
    at_left = _packed(items, pen)
    if sum(at_left) < sum(at_right):
        return at_left
    for item in items:
        item.spots = item.spots[::-1]
    return _packed(items, pen)


def _packed(items: Iterable[Item], pen: Pen) -> list[float]:
    taken: list[list[Stretch]] = []
    heights: list[float] = []
    for item in sorted(items, key=lambda item: (item.spots[0].left, item.spots[0].right)):
        if not _set(item, taken, heights, pen, grow=True):
            item.row, item.spot = len(taken), item.spots[0]
            taken.append([(item.spot.left, item.spot.right)])
            heights.append(_high(item, pen))
    return heights


def _high(item: Item, pen: Pen) -> float:
    return heading(pen) if item.above else pen.size("small") * 1.45


def _set(
    item: Item, taken: Sequence[list[Stretch]], heights: list[float], pen: Pen, *, grow: bool
) -> bool:
    """Set an item into a row that is free, and, unless rows may grow, high enough."""
    for spot in item.spots:
        left, right = spot.left - 2 * GAP, spot.right + 2 * GAP
        for number, stretches in enumerate(taken):
            high = grow or heights[number] >= _high(item, pen)
            if high and all(right <= start or left >= end for start, end in stretches):
                item.row, item.spot = number, spot
                stretches.append((spot.left, spot.right))
                heights[number] = max(heights[number], _high(item, pen))
                return True
    return False


def fill(others: Iterable[Item], placed: Iterable[Item], rows: list[float], pen: Pen) -> None:
    """Set further items where a row is free and high enough."""
    taken: list[list[Stretch]] = [[] for _ in rows]
    for item in placed:
        taken[cast("int", item.row)].append((item.spot.left, item.spot.right))
    for item in others:
        _set(item, taken, rows, pen, grow=False)


def widen(items: Sequence[Item], pen: Pen, scale: Scale) -> None:
    """Let names that were cut take the room that their row has left, at either side."""
    rows: dict[int, list[Item]] = {}
    for item in items:
        if item.row is not None:
            rows.setdefault(item.row, []).append(item)
    for row in rows.values():
        row.sort(key=lambda item: item.spot.left)
        start = 0.0
        for number, item in enumerate(row):
            last = number + 1 == len(row)
            end = scale.right if last else row[number + 1].spot.left - 2 * GAP
            text = _text(item, scale)
            if item.spot.name != text:
                item.spot = _wider(item, text, (start, end), pen)
            start = item.spot.right + 2 * GAP


def _wider(item: Item, text: str, room: Stretch, pen: Pen) -> Spot:
    """Return the longest name that fits, at the other side if it is longer there."""
    left, right = item.reach
    if item.above:
        name = pen.shortened(text, max(room[1] - room[0], pen.wide(item.spot.name)))
        at = max(min(item.spot.at, room[1] - pen.wide(name)), min(room[0], item.spot.at))
        return Spot(name, at, min(left, at), max(right, at + pen.wide(name)))
    rooms = {True: left - GAP - room[0], False: room[1] - right - GAP}
    before = item.spot.before
    if pen.wide(text) > rooms[before] and rooms[not before] > rooms[before]:
        before = not before
    name = pen.shortened(text, max(rooms[before], pen.wide(item.spot.name)))
    return _beside(item, name, pen, before=before)


def draw_items(
    pen: Pen, items: Iterable[Item], rows: Sequence[float], scale: Scale, top: float,
    shade: Callable[[Item], RGB],
) -> None:  # fmt: skip
    """Draw the records that have a row, with their names."""
    line = heading(pen)
    for item in items:
        if item.row is None:
            continue
        colour = shade(item)
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
