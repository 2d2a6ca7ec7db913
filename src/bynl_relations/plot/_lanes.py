"""Room on a timeline: which record gets a name, and in which row; nothing is drawn here."""

from __future__ import annotations

from attrs import define, field

from ._items import FOOT, Item, fill, heading, pack, place, widen
from ._strokes import extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._pen import Pen
    from ._strokes import Scale

__all__ = ["STRIP", "Lane", "arrange"]

#: The height of a strip of marks, in points.
STRIP = 7.0
#: How many rows the marks without a name may take.
_STRIPS = 4
#: How many records of a picture have a name, at the most.
NAMES = 40
#: How many nameless marks are set apart; what is more lies on top of others.
_APART = 2_000


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
        fill(found[low:], found[:low], lane.rows, pen)
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
    """Return a key that sorts by weight: held, about the two states, with many sources."""
    record = item.record
    return record.claimed, record.scope != "core", -len(record.citations), record.id


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
