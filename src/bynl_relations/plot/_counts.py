"""Counts: steps over time with a band of what is only possible, or a bar a value."""

from __future__ import annotations

from .._display.values import word
from .._query.counts import PERIODS
from ..when import When
from ._paper import INCH
from ._request import last_check
from ._strokes import Scale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._query.counts import Count, Counts
    from ._ink import RGB
    from ._pen import Pen
    from ._request import Request

    Step = tuple[float, float, Count]

__all__ = ["draw_counts"]

#: Points: the height for steps, that of a row of bars, and of the bar in it.
_STEPS, _ROW, _BAR = 2.4 * INCH, 17.0, 9.0
_COLOUR = "#0072B2"
#: What a row is called if the field has no value.
_NONE = "not stated"


def draw_counts(pen: Pen, table: Counts, request: Request) -> None:
    """Draw counts."""
    if not any(row.certain or row.possible for row in table):
        pen.empty(request.nothing)
        return
    request.highlights(row.period for row in table)
    if table.by in PERIODS:
        _draw_steps(pen, table, request)
    else:
        _draw_bars(pen, table, request)


def _draw_steps(pen: Pen, table: Counts, request: Request) -> None:
    """Draw a step a period, from the first row to the last."""
    notes = [f"{_what(request)} {_verb(table)} in each {table.by}.", request.source]
    foot = pen.foot + _key(pen, table, notes, 0, paint=False) + 4
    most = max(row.certain + row.possible for row in table)
    ends = [When(row.period).span for row in table]
    numbers = max(pen.wide(f"{most:,}"), 24) + 6
    pen.grow(_STEPS + foot, numbers)
    high = max(pen.height - foot, 20.0)
    part = most / (high - 6)
    pen.values(
        (-part * foot, part * (pen.height - foot)), (0, most), lambda value: f"{value:,.10g}"
    )
    last = ends[-1][3] if request.checked is None else min(ends[-1][3], request.checked)
    pen.days(ends[0][0], last, pen.height - foot)
    scale = Scale(ends[0][0], last, 0, pen.width)
    steps = [(*scale.ends((span[0], min(span[3], last))), row)
             for span, row in zip(ends, table, strict=True)]  # fmt: skip
    _bands(pen, steps, pen.height - foot, 1 / part, request)
    last_check(pen, request, last, pen.height - foot)
    _key(pen, table, notes, pen.height - foot + pen.foot, paint=True)


def _bands(pen: Pen, steps: Sequence[Step], floor: float, unit: float, request: Request) -> None:
    """Draw what is certain as filled steps with an outline, and the possible as a band above."""
    outline: list[tuple[float, float]] = []
    for left, right, row in steps:
        colour = _colour(pen, request, row)
        sure = row.certain * unit
        if row.certain:
            pen.block(left, right, floor - sure / 2, sure, colour, 0.55)
        if row.possible:
            height = row.possible * unit
            pen.block(left, right, floor - sure - height / 2, height, colour, 0.15,
                      hatch="////", hatched=colour)  # fmt: skip
        outline += [(left, floor - sure), (right, floor - sure)]
    pen.line_through(outline, pen.colour(_COLOUR) if not request.highlight else pen.colour(""),
                     width=1.4)  # fmt: skip


def _draw_bars(pen: Pen, table: Counts, request: Request) -> None:
    """Draw a bar a value of a field, with its number at its end."""
    notes = [f"{_what(request)}, by {word(table.by)}.", request.source]
    foot = _key(pen, table, notes, 0, paint=False) + 6
    rows = sorted(table, key=lambda row: -(row.certain + row.possible))
    names = [word(row.period) if row.period else _NONE for row in rows]
    room = pen.grow(min(len(rows) * _ROW, 11 * INCH) + foot, max(map(pen.wide, names)) + 8)
    shown = rows[: max(1, int((room - foot) // _ROW))]
    if len(shown) < len(rows):
        notes[0] += f" {len(rows) - len(shown):,} more values have no room."
    pen.table()
    pen.labels([(n * _ROW + _ROW / 2, name) for n, name in enumerate(names[: len(shown)])])
    most = max(row.certain + row.possible for row in rows)
    unit = (pen.width - 60) / most
    for number, row in enumerate(shown):
        y, colour = number * _ROW + _ROW / 2, _colour(pen, request, row)
        sure, whole = row.certain * unit, (row.certain + row.possible) * unit
        if row.certain:
            pen.bar(0, sure, y, _BAR, colour)
        if row.possible:
            pen.bar(sure, whole, y, _BAR, colour, share=0.15, hatch="////")
        upper = f" to {row.certain + row.possible:,}" if row.possible else ""
        pen.text(whole + 5, y, f"{row.certain:,}{upper}", "x-small")
    _key(pen, table, notes, len(shown) * _ROW + 4, paint=True)


def _colour(pen: Pen, request: Request, row: Count) -> RGB:
    return pen.colour("" if request.recedes(row.period) else _COLOUR)


def _what(request: Request) -> str:
    """Return what is counted, in words."""
    kinds = {record.collection for record in request.records}
    return kinds.pop().capitalize() if len(kinds) == 1 else "Records"


def _verb(table: Counts) -> str:
    return "that began" if table.of == "began" else "that stood"


def _key(pen: Pen, table: Counts, notes: Iterable[str], top: float, *, paint: bool) -> float:
    """Write what the bands mean, and the notes."""
    y = top + pen.line() * 0.8
    if any(row.possible for row in table):
        x = 0.0
        for hatch, words in (("", "certain"), ("////", "only possible")):
            if paint:
                share = 0.15 if hatch else 0.55
                pen.bar(x, x + 18, y, 7, pen.colour(_COLOUR), share=share, hatch=hatch, free=True)
                pen.text(x + 23, y, words, "x-small")
            x += 23 + pen.wide(words, "x-small") + 14
        y += pen.line()
    for text in pen.folded(" ".join(note for note in notes if note), pen.width, "x-small"):
        if paint:
            pen.text(0, y, text, "x-small", faint=True)
        y += pen.line()
    return y - pen.line() * 0.8 - top
