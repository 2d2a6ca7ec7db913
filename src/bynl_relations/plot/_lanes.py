"""Room on a timeline: which record gets a name, and in which row; nothing is drawn here."""

from __future__ import annotations

from datetime import date
from typing import cast

from attrs import define, field

from ..when import NEVER
from ._marks import Mark
from ._strokes import extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Record
    from ._pen import Pen
    from ._strokes import Scale

__all__ = ["Item", "Lane", "arrange", "heading", "name", "pack", "widen"]

#: Points: between a marker and its name; the height of a strip of marks; below each lane.
GAP = 4.0
STRIP = 7.0
FOOT = 7.0
#: A mark that is wider than this has its name above it.
_INLINE = 30.0
#: The longest name, in points and as a part of the width.
_NAME, _SHARE = 220.0, 0.5
#: How many rows the marks without a name may take.
_STRIPS = 6
#: How many records of a lane are tried for a name where there is not room for all.
_TRIED = 400
#: How many nameless marks are set apart; what is more lies on top of others.
_APART = 2_000


@define
class Item:
    """A record on its lane.

    Attributes:
        record: The record.
        mark: When it was.
        text: What it is called.
        applied: When it stood, where that is another matter.
        name: Its name, cut to the room there is.
        name_at: Where the name begins, in points.
        before: Whether the name stands at the left of the mark.
        above: Whether the name stands above the mark.
        left: Where mark and name begin.
        right: Where they end.
        row: Its row, or None while it has none.
    """

    record: Record
    mark: Mark
    text: str
    applied: tuple[Mark, ...] = ()
    name: str = ""
    name_at: float = 0.0
    before: bool = False
    above: bool = False
    left: float = 0.0
    right: float = 0.0
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

    def height(self, pen: Pen) -> float:
        """Give its height in points, the heading in it."""
        return heading(pen) + sum(self.rows) + self.strips * STRIP + FOOT


def heading(pen: Pen) -> float:
    """Give the height of a heading, and of a row where a name stands above its mark."""
    return pen.size("small") * 1.95


def arrange(lanes: list[Lane], pen: Pen, scale: Scale, most: float) -> list[Lane]:
    """Give each record its row.

    Args:
        lanes: The lanes, changed in place.
        pen: What measures names.
        scale: Where days lie.
        most: The height that there is.

    Returns:
        The lanes that there is no room for; they are taken away.
    """
    gone: list[Lane] = []
    every = all(len(lane.items) <= _TRIED for lane in lanes)
    if every:
        for lane in lanes:
            for item in lane.items:
                name(item, pen, scale)
            lane.rows, lane.strip, lane.strips = pack(lane.items, pen), [], 0
        every = sum(lane.height(pen) for lane in lanes) <= most
    if not every:
        gone = _choose(lanes, pen, scale, most)
    for lane in lanes:
        widen(lane.items, pen, scale)
    return gone


def _choose(lanes: list[Lane], pen: Pen, scale: Scale, most: float) -> list[Lane]:
    """Give names to as many as there is room for, the weightiest first."""
    for lane in lanes:
        lane.rows = []
        for item in lane.items:
            item.applied, item.row = (), None
    gone = _squeeze(lanes, pen, scale, most)
    tried = [sorted(lane.items, key=_weight)[:_TRIED] for lane in lanes]
    for item in (one for found in tried for one in found):
        name(item, pen, scale)
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


def _weight(item: Item) -> tuple[bool, bool, int, str]:
    """Sort what is worth a name first: what is held, about the two states, and often told."""
    record = item.record
    return record.claimed, record.scope != "core", -len(record.citations), record.id


def name(item: Item, pen: Pen, scale: Scale) -> None:
    """Find where the name of a record goes: beside a short mark, above a long one."""
    reaches = [extent(one, scale) for one in (item.mark, *item.applied)]
    left, right = min(one[0] for one in reaches), max(one[1] for one in reaches)
    text = _text(item, scale)
    longest = min(_NAME, scale.right * _SHARE)
    item.above = right - left > _INLINE or bool(item.applied)
    item.name = pen.shortened(text, longest)
    wide = pen.wide(item.name)
    if item.above:
        item.name_at = max(min(max(left, 0.0), scale.right - wide), 0.0)
    else:
        after, before = scale.right - right - GAP, left - GAP
        item.before = wide > after and before > after
        item.name = pen.shortened(item.name, before if item.before else after)
        item.name_at = left - GAP - pen.wide(item.name) if item.before else right + GAP
    item.left = min(left, item.name_at)
    item.right = max(right, item.name_at + pen.wide(item.name))


def _text(item: Item, scale: Scale) -> str:
    """Call a record by its name, with its year where that lies beyond the edge."""
    first = item.mark.reach[0]
    if first == NEVER or first >= scale.first:
        return item.text
    since = "" if item.mark.instant else "since "
    return f"{since}{date.fromordinal(first).year}: {item.text}"


def pack(items: Sequence[Item], pen: Pen) -> list[float]:
    """Set items into rows, each in the first that is free; give the heights of the rows."""
    ends: list[float] = []
    heights: list[float] = []
    for item in sorted(items, key=lambda one: (one.left, one.right)):
        free = [number for number, end in enumerate(ends) if end <= item.left]
        item.row = free[0] if free else len(ends)
        if not free:
            ends.append(0.0)
            heights.append(0.0)
        ends[item.row] = item.right + 2 * GAP
        height = heading(pen) if item.above else pen.size("small") * 1.45
        heights[item.row] = max(heights[item.row], height)
    return heights


def _fill(others: Iterable[Item], placed: Iterable[Item], rows: Sequence[float], pen: Pen) -> None:
    """Set further items where a row is free and high enough."""
    taken: list[list[tuple[float, float]]] = [[] for _ in rows]
    for item in placed:
        taken[cast("int", item.row)].append((item.left, item.right))
    for item in others:
        left, right = item.left - 2 * GAP, item.right + 2 * GAP
        for number, spans in enumerate(taken):
            high = rows[number] >= heading(pen) or not item.above
            if high and all(right <= one or left >= two for one, two in spans):
                item.row = number
                spans.append((item.left, item.right))
                break


def widen(items: Sequence[Item], pen: Pen, scale: Scale) -> None:
    """Let names that were cut take the room that their row has left."""
    rows: dict[int, list[Item]] = {}
    for item in items:
        if item.row is not None:
            rows.setdefault(item.row, []).append(item)
    for row in rows.values():
        row.sort(key=lambda one: one.left)
        edges = [-2 * GAP, *(one.right for one in row), scale.right + 2 * GAP]
        for number, item in enumerate(row):
            follower = row[number + 1].left if number + 1 < len(row) else edges[-1]
            end = item.name_at + pen.wide(item.name)
            room = end - edges[number] if item.before else follower - item.name_at
            item.name = pen.shortened(_text(item, scale), max(room - 2 * GAP, pen.wide(item.name)))
            if item.before:
                item.name_at = end - pen.wide(item.name)
                item.left = min(item.left, item.name_at)
            item.right = max(item.right, item.name_at + pen.wide(item.name))
            edges[number + 1] = item.right


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
    for count, item in enumerate(one for one in lane.items if one.row is None):
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
