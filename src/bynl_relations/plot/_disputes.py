"""Where sources differ: our value and the others, side by side, with who states them."""

from __future__ import annotations

from datetime import date

from attrs import define

from .._display.values import listed, value_text, word
from .._display.wording import figure
from ..when import When
from ._ink import COLOURS, HATCHES
from ._marks import mark, window
from ._paper import TALLEST
from ._strokes import DOT, FADE, Scale, draw, key, signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._protocols import DisputeLike, RecordLike
    from ..provenance import Value
    from ._marks import Mark
    from ._pen import Pen
    from ._request import Request

__all__ = ["draw_disputes"]

#: The parts of the width at which who states a value, the value, and its bar begin.
_WHO, _VALUE, _BARS = 0.34, 0.56, 0.74
#: Where each of them begins in points, at least, and the least room for bars.
_LEAST, _ROOM = 60.0, 90.0
#: How many lines titles, names and values may take.
_LINES = (2, 2, 3)
_OURS = "our value"
#: Points: between two disputes, and what the margins of a picture take of its height.
_BETWEEN, _MARGINS = 5.0, 60.0
#: What the notes say of those without room.
_LOW = " For {:,} of them there is no room."
#: The years between two numbers of the scale of dates, and the most numbers that there are.
_YEARS, _NUMBERS = (1, 2, 5, 10, 20, 50, 100, 500), 5


@define
class _Version:
    """A value: who states it, in words, and what to draw of it where it is a time."""

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
    versions: list[_Version]
    lines: tuple[str, ...] = ()

    def height(self, pen: Pen) -> float:
        """Return its height in points."""
        rows = max(len(self.lines) + 1, sum(version.rows for version in self.versions))
        return pen.line() * rows + _BETWEEN


def draw_disputes(pen: Pen, request: Request) -> None:
    """Draw disputes as a table."""
    records = request.records
    blocks = _blocks(records)
    if not blocks:
        pen.empty(f"No disputes among {len(records):,} records" if records else request.nothing)
        return
    request.highlights([name for block in blocks for name in (block.id, block.field)])
    scale = _scale(pen, blocks, request.checked)
    for block in blocks:
        _set(pen, block, scale)
    used = {
        sign for block in blocks for version in block.versions for mark in version.marks if scale
        for sign in signs(mark, scale)
    }  # fmt: skip
    notes = [f"{len(blocks):,} disputed {'field' if len(blocks) == 1 else 'fields'}.",
             request.source]  # fmt: skip
    axis = pen.foot if used else 6.0
    foot = key(pen, used, [notes[0] + _LOW, request.source], 0, paint=False) + axis
    needed = sum(block.height(pen) for block in blocks) + foot
    room = pen.grow(min(needed, TALLEST - _MARGINS)) + 0.01 - foot
    shown = _fitting(pen, blocks, room)
    if shown < len(blocks):
        notes[0] += _LOW.format(len(blocks) - shown)
    pen.grow(sum(block.height(pen) for block in blocks[:shown]) + foot)
    pen.page()
    if scale and used:
        _years(pen, scale, pen.height - foot)
    top = 0.0
    for number, block in enumerate(blocks[:shown]):
        if number % 2 == 0:
            pen.tint(top, top + block.height(pen))
        _draw(pen, block, scale, top, grey=request.recedes(block.id, block.field))
        top += block.height(pen)
    key(pen, used, notes, pen.height - foot + axis)


def _blocks(records: Iterable[RecordLike]) -> list[_Block]:
    """Return the disputes of records; the ends of one figure that differ alike are one."""
    found: list[_Block] = []
    for record in records:
        for dispute in record.disputes:
            block = _block(record, dispute)
            texts = [version.text for version in block.versions]
            before = found[-1] if found and found[-1].id == record.id else None
            same = before is not None and [version.text for version in before.versions] == texts
            if same and before is not None and dispute.field in ("low", "high"):
                before.field = "figure"
            else:
                found.append(block)
    return found


def _scale(pen: Pen, blocks: Iterable[_Block], checked: int | None) -> Scale | None:
    """Make the scale on which the dates of every dispute lie.

    Returns:
        The scale; None if there are no dates, or no room for their bars.
    """
    marks = [mark for block in blocks for version in block.versions for mark in version.marks]
    left = pen.width * _BARS
    if not marks or pen.width - left < _ROOM:
        return None
    return Scale(*window(marks, checked), left, pen.width - FADE - 4)


def _set(pen: Pen, block: _Block, scale: Scale | None) -> None:
    """Break the texts of a dispute into the lines of their columns."""
    who, value = (max(pen.width * part, _LEAST) for part in (_WHO, _VALUE))
    block.lines = tuple(_folded(pen, block.title, who - 12, 0))
    for number, version in enumerate(block.versions):
        version.marks = version.marks if scale else ()
        end = pen.width * _BARS if version.marks else pen.width
        version.names = tuple(_folded(pen, version.who, value - who - 8, 1))
        version.lines = tuple(_folded(pen, version.text, end - value - 8, 2, bold=number == 0))


def _years(pen: Pen, scale: Scale, floor: float) -> None:
    """Write years below the bars."""
    first, last = (date.fromordinal(day).year for day in (scale.first, scale.last))
    step = next((step for step in _YEARS if (last - first) / step <= _NUMBERS), 1000)
    for year in range(-(-first // step) * step, last + 1, step):
        if year and scale.first <= (day := date(year, 1, 1).toordinal()):
            x = scale.at(day)
            pen.line_through([(x, 0), (x, floor)], pen.pale, width=0.5)
            pen.text(x, floor + pen.foot * 0.45, str(year), "x-small", side="center")


def _folded(pen: Pen, text: str, width: float, which: int, *, bold: bool = False) -> list[str]:
    """Break a text into the lines of a column; the last is cut where there are too many."""
    lines, most = pen.folded(text, width, "x-small", bold=bold), _LINES[which]
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return [*lines[: most - 1], pen.shortened(rest, width, "x-small", bold=bold)]


def _fitting(pen: Pen, blocks: Sequence[_Block], room: float) -> int:
    """Count the disputes that there is room for."""
    for number, block in enumerate(blocks):
        room -= block.height(pen)
        if room < 0:
            return number
    return len(blocks)


def _block(record: RecordLike, dispute: DisputeLike) -> _Block:
    if dispute.field == "fact":
        return _denied(record, dispute)
    # The three fields of a figure are one value.
    own = figure(record) if dispute.field in ("low", "high", "stated") else ""
    versions = [_Version(_OURS, own) if own else _version(_OURS, dispute.value)]
    for value, sources in dispute.others:
        versions.append(_version(listed([source.name for source in sources]), value))
    return _Block(record.id, record.title, word(dispute.field), versions)


def _denied(record: RecordLike, dispute: DisputeLike) -> _Block:
    """For a fact that a source denies, return who states it and who denies it."""
    tellers = [citation.source.name for citation in record.citations if citation.stance != "denies"]
    deniers = listed([source.name for source in dispute.sources])
    versions = [_Version(_OURS, "no" if record.claimed else "yes")]
    if tellers and record.claimed:
        versions.append(_Version(listed(tellers), "yes"))
    versions.append(_Version(deniers, "no"))
    return _Block(record.id, record.title, "is it so?", versions)


def _version(who: str, value: Value) -> _Version:
    times = value if isinstance(value, tuple) else (value,)
    marks = [mark(time) for time in times if isinstance(time, When)]
    known = tuple(dated for dated in marks if dated is not None and dated.days)
    return _Version(who, value_text(value), known if len(known) == len(times) else ())


def _draw(pen: Pen, block: _Block, scale: Scale | None, top: float, *, grey: bool) -> None:
    line = pen.line()
    who, value = (max(pen.width * part, _LEAST) for part in (_WHO, _VALUE))
    y = top + _BETWEEN / 2 + line / 2
    for row, text in enumerate(block.lines):
        pen.text(4, y + row * line, text, "x-small", bold=False, faint=grey)
    field = pen.shortened(block.field, who - 12, "x-small")
    pen.text(4, y + len(block.lines) * line, field, "x-small", faint=True)
    for number, version in enumerate(block.versions):
        colour = pen.colour("" if grey else COLOURS[number % len(COLOURS)])
        bold = number == 0
        for row, text in enumerate(version.names):
            pen.text(who, y + row * line, text, "x-small", faint=grey)
        for row, text in enumerate(version.lines):
            pen.text(value, y + row * line, text, "x-small", bold=bold, faint=grey)
        if scale:
            for mark in version.marks:
                draw(pen, mark, scale, y, DOT + 1, colour, hatch=HATCHES[number % len(HATCHES)])
        y += line * version.rows
