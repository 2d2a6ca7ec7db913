"""Where sources differ: our value and the others, side by side, with who tells them."""

from __future__ import annotations

from attrs import define

from .._display.row import figure, listed, value_text, word
from ..when import When
from ._ink import COLOURS, HATCHES
from ._marks import mark, window
from ._paper import LINE, TALLEST
from ._strokes import DOT, Scale, draw, extent, key, signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Record
    from ..model.disputes import Dispute
    from ..provenance import Value
    from ._ink import RGB
    from ._marks import Mark
    from ._pen import Pen
    from ._request import Request

__all__ = ["draw_disputes"]

#: The part of the width that says who tells a value, and the least of it in points.
_TELLER, _LEAST = 0.3, 80.0
#: How many lines names and values may take in axes of a user.
_LINES = (2, 3)
_OURS = "our value"
#: Points: between two disputes, between a mark and its date, and the least line of dates.
_BETWEEN, _GAP, _LINE = 8.0, 6.0, 40.0
#: What the notes say of those that the axes have no room for.
_LOW = " For {:,} of them there is no room."
_OWN_SCALES = "Each line of dates has a scale of its own."
#: What the margins of a picture take of its height, in points.
_MARGINS = 60.0


@define
class _Told:
    """A value: who tells it, in words, and what to draw of it where it is a time."""

    who: str
    text: str
    marks: tuple[Mark, ...] = ()
    names: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many lines of text it takes."""
        return max(len(self.names), len(self.lines))


@define
class _Block:
    """A disputed field: whose and which, then our value and the others."""

    id: str
    title: str
    field: str
    values: list[_Told]

    def height(self, pen: Pen) -> float:
        """Return its height in points."""
        line = pen.size("small") * LINE
        return line * (1 + sum(told.rows for told in self.values)) + _BETWEEN


def draw_disputes(pen: Pen, request: Request) -> None:
    """Draw disputes."""
    records = request.records
    blocks = [_block(record, dispute) for record in records for dispute in record.disputes]
    if not blocks:
        pen.empty(f"No disputes among {len(records):,} records" if records else request.nothing)
        return
    request.highlights([name for block in blocks for name in (block.id, block.field)])
    scales = _scales(pen, blocks)
    for block, scale in zip(blocks, scales, strict=True):
        for told in block.values:
            told.marks = told.marks if scale else ()
            lines = (
                [told.text] if told.marks else _folded(pen, told.text, pen.width - _left(pen), 1)
            )
            told.lines = tuple(lines)
            told.names = tuple(_folded(pen, told.who, _left(pen) - 26, 0))
    used = {
        sign for block, scale in zip(blocks, scales, strict=True) if scale
        for told in block.values for mark in told.marks for sign in signs(mark, scale)
    }  # fmt: skip
    notes = [f"{len(blocks):,} disputed {'field' if len(blocks) == 1 else 'fields'}."]
    if used:
        common = len({id(scale) for scale in scales if scale}) == 1
        notes[0] += " All dates are on one scale." if common else f" {_OWN_SCALES}"
    notes.append(request.source)
    foot = key(pen, used, [notes[0] + _LOW, request.source], 0, paint=False) + 4
    needed = sum(block.height(pen) for block in blocks) + foot
    room = pen.grow(min(needed, TALLEST - _MARGINS)) + 0.01 - foot
    shown = _fitting(pen, blocks, room)
    if shown < len(blocks):
        notes[0] += _LOW.format(len(blocks) - shown)
    pen.grow(sum(block.height(pen) for block in blocks[:shown]) + foot)
    pen.page()
    top = 0.0
    for number, (block, scale) in enumerate(zip(blocks[:shown], scales, strict=False)):
        if number % 2 == 0:
            pen.tint(top, top + block.height(pen))
        _draw(pen, block, scale, top, grey=request.recedes(block.id, block.field))
        top += block.height(pen)
    key(pen, used, notes, pen.height - foot + 4)


def _scales(pen: Pen, blocks: Sequence[_Block]) -> list[Scale | None]:
    """Return the scale of the dates of each dispute: one for all of them, if that can be read.

    A dispute whose dates would lie on each other on the common scale has one of its own.
    """
    whole = _scale(pen, [told for block in blocks for told in block.values])
    if whole is None or all(_apart(block, whole) for block in blocks):
        return [whole if any(told.marks for told in block.values) else None for block in blocks]
    return [_scale(pen, block.values) for block in blocks]


def _apart(block: _Block, scale: Scale) -> bool:
    """Return whether the dates of a dispute can be told apart on a scale."""
    places = {scale.ends(mark.reach) for told in block.values for mark in told.marks}
    days = {mark.reach for told in block.values for mark in told.marks}
    middles = sorted(sum(ends) / 2 for ends in places)
    close = any(right - left < 1.5 for left, right in zip(middles, middles[1:], strict=False))
    return len(days) < 2 or not close


def _left(pen: Pen) -> float:
    """Return where values begin."""
    return max(pen.width * _TELLER, min(_LEAST, pen.width / 2))


def _folded(pen: Pen, text: str, width: float, which: int) -> list[str]:
    """Break a text into lines; in axes of a user only so many, the last cut."""
    lines = pen.folded(text, width)
    most = len(lines) if pen.own else _LINES[which]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], pen.shortened(" ".join(lines[most - 1 :]), width)]


def _fitting(pen: Pen, blocks: Sequence[_Block], room: float) -> int:
    """Count the disputes that there is room for."""
    for number, block in enumerate(blocks):
        room -= block.height(pen)
        if room < 0:
            return number
    return len(blocks)


def _block(record: Record, dispute: Dispute) -> _Block:
    if dispute.field == "fact":
        return _denied(record, dispute)
    # The three fields of a figure are one value.
    own = figure(record) if dispute.field in ("low", "high", "stated") else ""
    values = [_Told(_OURS, own) if own else _told(_OURS, dispute.value)]
    for value, sources in dispute.others:
        values.append(_told(listed([source.name for source in sources]), value))
    return _Block(record.id, record.title, word(dispute.field), values)


def _denied(record: Record, dispute: Dispute) -> _Block:
    """Return of a fact that a source denies who tells it and who does not."""
    tellers = [one.source.name for one in record.citations if one.stance != "denies"]
    deniers = listed([source.name for source in dispute.sources])
    values = [_Told(_OURS, "no" if record.claimed else "yes")]
    if tellers and record.claimed:
        values.append(_Told(listed(tellers), "yes"))
    values.append(_Told(deniers, "no"))
    return _Block(record.id, record.title, "is it so?", values)


def _told(who: str, value: Value) -> _Told:
    times = value if isinstance(value, tuple) else (value,)
    marks = [mark(one) for one in times if isinstance(one, When)]
    known = tuple(one for one in marks if one is not None and one.days)
    return _Told(who, value_text(value), known if len(known) == len(times) else ())


def _scale(pen: Pen, values: Sequence[_Told]) -> Scale | None:
    """Make a line of dates, at whose right the longest date keeps room.

    Returns:
        The scale; None if there are no dates, or no room for a line of them.
    """
    marks = [mark for told in values for mark in told.marks]
    if not marks:
        return None
    first, last = window(marks)
    dates = max(pen.wide(told.text) for told in values if told.marks)
    left = _left(pen) + 12
    right = pen.width - min(dates, pen.width * 0.3) - 40
    if right < left + _LINE:
        return None
    return Scale(first, last, left, right)


def _draw(pen: Pen, block: _Block, scale: Scale | None, top: float, *, grey: bool) -> None:
    line = pen.size("small") * LINE
    left = _left(pen)
    room = pen.width - 8 - pen.wide(f": {block.field}", bold=True)
    title = pen.shortened(block.title, max(room, pen.width / 2), bold=True)
    pen.text(4, top + line * 0.6, f"{title}: {block.field}", bold=True, faint=grey)
    y = top + line
    for number, told in enumerate(block.values):
        colour = pen.colour("" if grey else COLOURS[number % len(COLOURS)])
        for row, text in enumerate(told.names):
            pen.text(16, y + (row + 0.5) * line, text, faint=grey)
        if told.marks and scale:
            _draw_dates(pen, told, scale, y + line * 0.5, colour, HATCHES[number % len(HATCHES)])
        else:
            for row, text in enumerate(told.lines):
                pen.text(left, y + (row + 0.5) * line, text, faint=grey)
        y += line * told.rows


def _draw_dates(pen: Pen, told: _Told, scale: Scale, y: float, colour: RGB, hatch: str) -> None:
    """Draw the times of one value on the line of dates, and write them out."""
    end = max(extent(one, scale)[1] for one in told.marks)
    pen.line_through([(scale.left, y), (end, y)], pen.faint, width=0.4)
    for one in told.marks:
        draw(pen, one, scale, y, DOT + 1, colour, hatch=hatch)
    room = pen.width - end - _GAP - 8
    pen.text(end + _GAP + 8, y, pen.shortened(told.text, room))
