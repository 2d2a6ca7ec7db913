"""Room on a timeline: which record gets a name, and in which row; nothing is drawn here."""

from __future__ import annotations

from datetime import date
from typing import cast

from attrs import define, field, frozen

from ..when import NEVER
from ._marks import Mark
from ._strokes import extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Record
    from ._pen import Pen
    from ._strokes import Scale

    #: From where to where, in points.
    Stretch = tuple[float, float]

__all__ = ["Item", "Lane", "arrange", "heading", "pack", "place", "widen"]

#: Points: between a marker and its name; the height of a strip of marks; below each lane.
GAP = 4.0
STRIP = 7.0
FOOT = 7.0
#: A mark that is wider than this has its name above it.
_INLINE = 30.0
#: The longest name, in points and as a part of the width.
_NAME, _SHARE = 220.0, 0.5
#: How many rows the marks without a name may take.
_STRIPS = 4
#: How many records of a picture have a name, at the most.
NAMES = 40
#: How many nameless marks are set apart; what is more lies on top of others.
_APART = 2_000


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

    record: Record
    mark: Mark
    text: str
    applied: tuple[Mark, ...] = ()
    reach: Stretch = (0.0, 0.0)
    above: bool = False
    spots: tuple[Spot, ...] = ()
    spot: Spot = Spot("", 0, 0, 0)
    row: int | None = None


@define
class Lane:
    """A lane of a timeline.

    Attributes:
        name: What it is called.
        items: Its records in the order of time.
        rows: The height of each row with names, in points.
        strips: How many rows without names.
        strip: The nameless items, each with its row.
    """

    name: str
    items: list[Item]
    rows: list[float] = field(factory=list[float])
    strips: int = 0
    strip: list[tuple[Item, int]] = field(factory=list[tuple[Item, int]])

    @property
    def heading(self) -> str:
        """Its name, with how many records it holds and how many of them have a name."""
        named = sum(item.row is not None for item in self.items)
        if named == len(self.items):
            return f"{self.name} ({named:,})"
        return f"{self.name} ({len(self.items):,}, {named:,} named)"

    def height(self, pen: Pen) -> float:
        """Return its height in points, the heading in it."""
        return heading(pen) + sum(self.rows) + self.strips * STRIP + FOOT


def heading(pen: Pen) -> float:
    """Return the height of a heading, and of a row where a name stands above its mark."""
    return pen.size("small") * 2.1


def arrange(lanes: list[Lane], pen: Pen, scale: Scale, most: float) -> list[Lane]:
    """Set each record into a row.

    Args:
        lanes: The lanes, changed in place.
        pen: What measures names.
        scale: Where days lie.
        most: The height that there is.

    Returns:
        The lanes without room; they are taken away.
    """
    gone: list[Lane] = []
    every = sum(len(lane.items) for lane in lanes) <= NAMES
    if every:
        for lane in lanes:
            for item in lane.items:
                place(item, pen, scale)
            lane.rows, lane.strip, lane.strips = pack(lane.items, pen), [], 0
        every = sum(lane.height(pen) for lane in lanes) <= most
    if not every:
        gone = _choose(lanes, pen, scale, most)
    for lane in lanes:
        widen(lane.items, pen, scale)
    return gone


def _choose(lanes: list[Lane], pen: Pen, scale: Scale, most: float) -> list[Lane]:
    """Set names for as many as there is room for, the weightiest first."""
    for lane in lanes:
        lane.rows = []
        for item in lane.items:
            item.applied, item.row = (), None
    gone = _squeeze(lanes, pen, scale, most)
    tried = _tried(lanes)
    for item in (item for found in tried for item in found):
        place(item, pen, scale)
    room = most - sum(lane.height(pen) for lane in lanes)
    shares = _shared(room, [sum(pack(found, pen)) for found in tried], heading(pen))
    for lane, found, share in zip(lanes, tried, shares, strict=True):
        low, high = 0, len(found)
        while low < high:
            middle = (low + high + 1) // 2
            fits = sum(pack(found[:middle], pen)) <= share
            low, high = (middle, high) if fits else (low, middle - 1)
        for item in lane.items:
            item.row = None
        lane.rows = pack(found[:low], pen)
        _fill(found[low:], found[:low], lane.rows, pen)
        _strip(lane, scale, max(lane.strips, 1))
    return gone


def _tried(lanes: Sequence[Lane]) -> list[list[Item]]:
    """Share the names out: each lane names its weightiest, in turn, until there are enough."""
    waiting = [sorted(lane.items, key=_weight) for lane in lanes]
    counts = [0] * len(lanes)
    left = min(NAMES, sum(map(len, waiting)))
    while left:
        for number, items in enumerate(waiting):
            if left and counts[number] < len(items):
                counts[number] += 1
                left -= 1
    return [items[:count] for items, count in zip(waiting, counts, strict=True)]


def _weight(item: Item) -> tuple[bool, bool, int, str]:
    """Return a key that sorts by weight: held, about the two states, told by many."""
    record = item.record
    return record.claimed, record.scope != "core", -len(record.citations), record.id


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


def _fill(others: Iterable[Item], placed: Iterable[Item], rows: list[float], pen: Pen) -> None:
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


def _shared(total: float, wanted: Sequence[float], least: float) -> list[float]:
    """Share room out: those that want little get all of it, the others as much as each other."""
    given = [0.0 for _ in wanted]
    waiting = sorted(range(len(wanted)), key=wanted.__getitem__)
    while waiting and total >= least:
        number = waiting.pop(0)
        given[number] = min(wanted[number], max(total / (len(waiting) + 1), least))
        total -= given[number]
    return given


def _squeeze(lanes: list[Lane], pen: Pen, scale: Scale, most: float) -> list[Lane]:
    """Lower the strips until they fit, then take lanes away, the smallest first."""
    for deepest in range(_STRIPS, 0, -1):
        for lane in lanes:
            _strip(lane, scale, deepest)
        if sum(lane.height(pen) for lane in lanes) <= most:
            break
    gone: list[Lane] = []
    while lanes and sum(lane.height(pen) for lane in lanes) > most:
        gone.append(min(lanes, key=lambda lane: len(lane.items)))
        lanes.remove(gone[-1])
    return gone


def _strip(lane: Lane, scale: Scale, deepest: int) -> None:
    """Set the marks without a name close together."""
    ends: list[float] = []
    lane.strip = []
    for count, item in enumerate(item for item in lane.items if item.row is None):
        left, right = extent(item.mark, scale)
        free = [number for number, end in enumerate(ends) if end + 1 <= left]
        if free:
            number = free[0]
            ends[number] = right
        elif len(ends) < deepest and count < _APART:
            number = len(ends)
            ends.append(right)
        else:
            number = min(range(len(ends)), key=ends.__getitem__) if ends else 0
            ends[number] = max(ends[number], right)
        lane.strip.append((item, number))
    lane.strips = len(ends)
