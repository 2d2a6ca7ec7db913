"""Who was represented where, and when: a row a mission, those of a state together."""

from __future__ import annotations

from typing import cast

from attrs import define, field

from .._display.values import word
from ..model.appointment import Appointment
from ..model.mission import Mission
from ._ink import COLOURS, HATCHES
from ._items import FOOT, Item, called, draw_items, heading, items_of, pack, place, widen
from ._marks import mark, window
from ._request import last_check
from ._strokes import Scale, draw, gap, key, signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._protocols import RecordLike
    from ..model.gaps import Gap
    from ._ink import RGB
    from ._pen import Pen
    from ._request import Request

__all__ = ["draw_missions"]

#: The height of the bar of a mission, and the room below it, in points.
_BAR, _BELOW = 7.0, 5.0
#: The height of a row of what was not researched, in points.
_GAP = 25.0
#: What the notes say of those that the axes have no room for.
_LOW = " For {:,} of them the axes are too low."


@define
class _Row:
    """A mission and who worked there; or people whose mission is not among the records.

    Attributes:
        mission: The mission, or None.
        name: What such people stand below.
        people: The appointments to it.
        rows: The height of each row of people, in points.
    """

    mission: Item | None
    name: str = ""
    people: list[Item] = field(factory=list[Item])
    rows: list[float] = field(factory=list[float])

    def height(self, pen: Pen) -> float:
        """Return its height in points."""
        own = pen.size("small") * 1.45 + (_BAR + _BELOW if self.mission else 0)
        return own + sum(self.rows) + (_BELOW if self.rows else 0)


def draw_missions(pen: Pen, request: Request) -> None:
    """Draw missions, and the appointments to them."""
    wanted = [record for record in request.records if isinstance(record, Mission | Appointment)]
    items, late = items_of(wanted, request.checked, _called)
    if not items:
        among = f"No missions with a date among {len(request.records):,} records"
        pen.empty(among if request.records else request.nothing)
        return
    request.highlights([name for item in items for name in _names(item)])
    first, last = window([item.mark for item in items], request.checked)
    scale = Scale(first, last, 0, pen.width)
    states, gaps = _states(items), _gaps(request, scale)
    for row in (row for rows in states.values() for row in rows):
        for item in (*([row.mission] if row.mission else []), *row.people):
            place(item, pen, scale)
        row.rows = pack(row.people, pen)
        widen(row.people, pen, scale)
    used = {sign for item in items for sign in signs(item.mark, scale)}
    used |= {"gap"} if gaps else set()
    notes = [_note(wanted, items, late), request.source]
    low = [notes[0] + ("" if pen.own else _LOW), *notes[1:]]
    foot = pen.foot + key(pen, used, low, 0, paint=False)
    strips = len(gaps) * _GAP
    if (
        not pen.own
        and sum(_tall(rows, pen) for rows in states.values()) + foot + strips > pen.height
    ):
        strips = 0
        notes[0] += f" For {len(gaps):,} times not researched there is no room." if gaps else ""
    left = _fit(states, pen, foot + strips)
    if left:
        notes[0] += _LOW.format(left)
    floor = pen.height - foot
    pen.rows()
    pen.days(first, last, floor)
    top = 0.0
    for number, (state, rows) in enumerate(states.items()):
        tall = _tall(rows, pen)
        if number % 2 == 0:
            pen.tint(top, top + tall)
        name = pen.shortened(f"sent by: {state}", pen.width - 8, bold=True)
        pen.text(4, top + heading(pen) * 0.55, name, bold=True)
        _draw(pen, rows, scale, top + heading(pen), number, request)
        top += tall
    if strips:
        _draw_gaps(pen, gaps, scale, floor - strips)
    last_check(pen, request, last, floor)
    key(pen, used, notes, floor + pen.foot)


def _names(item: Item) -> list[str]:
    """Return the names by which a mission or appointment can be highlighted."""
    sender = cast("Mission | Appointment", item.record).sending_state
    return [item.record.id, *([sender.id] if sender is not None else [])]


def _gaps(request: Request, scale: Scale) -> list[tuple[Gap, int, int]]:
    """Return what was looked for and not found in the time of the picture, with its days."""
    found: list[tuple[Gap, int, int]] = []
    for one in request.gaps:
        time = mark(one.when) if one.collection in ("missions", "appointments") else None
        if time is not None:
            first, last = max(time.reach[0], scale.first), min(time.reach[1], scale.last)
            if first <= last:
                found.append((one, first, last))
    return sorted(found, key=lambda gap: gap[1:])


def _draw_gaps(pen: Pen, gaps: Iterable[tuple[Gap, int, int]], scale: Scale, top: float) -> None:
    """Hatch a row for each time that was looked into without a result."""
    for one, first, last in gaps:
        left, right = scale.ends((first, last))
        gap(pen, left, right, top + _GAP - 5, 6)
        text = pen.shortened(f"not researched: {one.question}", pen.width)
        at = max(min(left, pen.width - pen.wide(text)), 0.0)
        pen.text(at, top + pen.size("small") * 0.75, text, faint=True)
        top += _GAP


def _called(record: RecordLike) -> str:
    """Return name and function of a person; the title of a mission, and its seat."""
    if isinstance(record, Appointment):
        return f"{record.person.name}, {word(record.function)}{' ≠' if record.disputed else ''}"
    city = record.place.city if record.place else ""
    text = called(record)
    return text if not city or city in text else f"{text}, {city}"


def _states(items: Iterable[Item]) -> dict[str, list[_Row]]:
    """Part missions by the state that sends them, and put people to their missions."""
    states: dict[str, list[_Row]] = {}
    rows: dict[str, _Row] = {}
    people: list[tuple[Item, Appointment]] = []
    for item in items:
        record = item.record
        if isinstance(record, Mission):
            rows[record.id] = _Row(item)
            states.setdefault(record.sending_state.name, []).append(rows[record.id])
        else:
            people.append((item, cast("Appointment", record)))
    for item, record in people:
        sender = record.sending_state.name if record.sending_state else "nobody named"
        where = record.mission if record.mission in rows else f"{record.mission} {sender}"
        if where not in rows:
            name = f"at: {record.mission}" if record.mission else "at: no mission named"
            rows[where] = _Row(None, name)
            states.setdefault(sender, []).append(rows[where])
        rows[where].people.append(item)
    return states


def _tall(rows: Iterable[_Row], pen: Pen) -> float:
    return heading(pen) + sum(row.height(pen) for row in rows) + FOOT


def _fit(states: dict[str, list[_Row]], pen: Pen, foot: float) -> int:
    """Leave out what axes of a given height have no room for, people first, and count it."""
    room = pen.grow(sum(_tall(rows, pen) for rows in states.values()) + foot) + 0.01
    flat = [row for rows in states.values() for row in rows]
    left = 0
    while flat and sum(_tall(rows, pen) for rows in states.values()) + foot > room:
        crowded = max(flat, key=lambda row: len(row.rows))
        if crowded.rows:
            last = len(crowded.rows) - 1
            left += sum(item.row == last for item in crowded.people)
            crowded.people = [item for item in crowded.people if item.row != last]
            del crowded.rows[last]
            continue
        state = max(reversed(states), key=lambda key: len(states[key]))
        gone = states[state].pop()
        flat.remove(gone)
        left += len(gone.people) + (gone.mission is not None)
        if not states[state]:
            del states[state]
    return left


def _note(wanted: Sequence[RecordLike], items: Sequence[Item], late: int) -> str:
    """Count what is drawn, and what has no date or lies after the last check."""
    missions = sum(isinstance(item.record, Mission) for item in items)
    people, undated = len(items) - missions, len(wanted) - len(items) - late
    drawn = [f"{missions:,} mission{'' if missions == 1 else 's'}"] if missions else []
    drawn += [f"{people:,} appointment{'' if people == 1 else 's'}"] if people else []
    text = " and ".join(drawn)
    if undated:
        text += f"; {undated:,} more without a date {'is' if undated == 1 else 'are'} not drawn"
    if late:
        text += f"; {late:,} more after the last check {'is' if late == 1 else 'are'} not drawn"
    return text + "." + (" ≠ sources differ." if any(i.record.disputed for i in items) else "")


def _draw(
    pen: Pen, rows: Iterable[_Row], scale: Scale, top: float, number: int, request: Request
) -> None:
    colour, hatch = COLOURS[number % len(COLOURS)], HATCHES[number % len(HATCHES)]
    line = pen.size("small") * 1.45

    def shade(item: Item) -> RGB:
        return pen.colour("" if request.recedes(*_names(item)) else colour)

    for row in rows:
        y = top
        if row.mission:
            own = row.mission
            text = pen.shortened(own.text, pen.width)
            x = max(min(own.reach[0], pen.width - pen.wide(text)), 0.0)
            pen.text(x, y + line * 0.45, text)
            draw(pen, own.mark, scale, y + line + _BAR / 2, _BAR, shade(own), hatch=hatch)
            y += line + _BAR + _BELOW
        else:
            at = min((item.spot.left for item in row.people), default=0.0)
            pen.text(at, y + line * 0.45, pen.shortened(row.name, pen.width - at), faint=True)
            y += line
        draw_items(pen, row.people, row.rows, scale, y, shade)
        top += row.height(pen)
