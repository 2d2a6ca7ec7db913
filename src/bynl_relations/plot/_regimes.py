"""Regimes of measures: lanes by kind, what applied when, deeper where more acts did."""

from __future__ import annotations

from attrs import define, field

from .._display.values import word
from ..model.measure import Measure
from ..when import FOREVER, NEVER
from ._ink import EFFECTS
from ._marks import Mark, mark, window
from ._request import last_check
from ._strokes import Scale, fade

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.measure import MeasureKind
    from ._ink import RGB
    from ._marks import Stretch
    from ._pen import Pen
    from ._request import Request

__all__ = ["Lane", "draw_regimes", "lanes"]

#: Points: the height of a lane, of the bar in it, and from its top to the middle of the bar.
_LANE, _BAR, _MIDDLE = 25.0, 9.0, 15.0
#: Points: the height of the tick of an act, and of one that only extends.
_TICK, _SMALL = 7.0, 3.5
#: From how many acts on a bar is deeper, and how much of the ground each step covers.
STEPS = ((1, 0.35), (3, 0.65), (8, 1.0))
#: An act whose day is known less well than this is a stretch.
_DAYS = 45
#: The colour of bars, and that of suspensions.
_BLUE = EFFECTS["suspends"]
_RED = "#9B1C1C"


@define
class Lane:
    """The measures of one kind.

    Attributes:
        kind: The kind.
        measures: They, in the order of the records.
        sure: Runs of days with the number of acts that surely applied.
        maybe: Runs of days in which some act may have applied and none surely did.
        fades: Days from which on nobody knows until when.
        holes: The days of suspensions.
        first: The first day that is known of it.
    """

    kind: MeasureKind
    measures: list[Measure]
    sure: list[tuple[int, int, int]] = field(factory=list[tuple[int, int, int]])
    maybe: list[Stretch] = field(factory=list["Stretch"])
    fades: list[int] = field(factory=list[int])
    holes: list[Stretch] = field(factory=list["Stretch"])
    first: int = 0


def lanes(measures: Iterable[Measure], last: int | None) -> list[Lane]:
    """Part measures into lanes, in the order of the first day of each.

    Args:
        measures: The measures.
        last: The day after which nothing is known, or None.
    """
    parted: dict[MeasureKind, Lane] = {}
    for measure in measures:
        parted.setdefault(measure.kind, Lane(measure.kind, [])).measures.append(measure)
    found: list[Lane] = []
    for lane in parted.values():
        days = [day for measure in lane.measures for day in _days(measure)]
        if days:
            lane.first = min(days)
            _fill(lane, max(days) if last is None else last)
            found.append(lane)
    return sorted(found, key=lambda lane: lane.first)


def _days(measure: Measure) -> list[int]:
    spans = [*measure.periods, *([measure.when.span] if measure.when is not None else [])]
    return [day for span in spans for day in span if NEVER < day < FOREVER]


def _act(measure: Measure) -> str:
    """Return the name of the act of a measure: a decision and its regulation are one."""
    return measure.acts[0].number if measure.acts else measure.id


def _fill(lane: Lane, last: int) -> None:
    """Find the runs of days of a lane."""
    sure: dict[int, list[tuple[str, int]]] = {}
    possible: dict[int, int] = {}
    for measure in lane.measures:
        for first, end, by, until in measure.periods:
            if by <= min(until, last):
                sure.setdefault(by, []).append((_act(measure), 1))
                sure.setdefault(min(until, last) + 1, []).append((_act(measure), -1))
            known = end
            if end == FOREVER and until != FOREVER:
                # Nobody knows until when: it fades, and does not reach to the end of days.
                known = max(until, by) if by <= until else first
                lane.fades.append(known + 1)
            start = first if first != NEVER else by
            if start <= min(known, last):
                possible[start] = possible.get(start, 0) + 1
                possible[min(known, last) + 1] = possible.get(min(known, last) + 1, 0) - 1
    lane.sure = _runs(sure)
    lane.maybe = _less(_held(possible), lane.sure)
    lane.fades = sorted({day for day in lane.fades if not _inside(day, lane.sure)})
    lane.holes = _suspended(lane.measures, last)


def _runs(changes: dict[int, list[tuple[str, int]]]) -> list[tuple[int, int, int]]:
    """Return runs of days, each with how many acts hold in it."""
    held: dict[str, int] = {}
    runs: list[tuple[int, int, int]] = []
    start, many = 0, 0
    for day in sorted(changes):
        if many:
            runs.append((start, day - 1, many))
        for name, step in changes[day]:
            held[name] = held.get(name, 0) + step
        start, many = day, sum(count > 0 for count in held.values())
    return runs


def _held(changes: dict[int, int]) -> list[Stretch]:
    """Return the stretches in which a count is above nought."""
    found: list[Stretch] = []
    count, start = 0, 0
    for day in sorted(changes):
        before, count = count, count + changes[day]
        if not before and count:
            start = day
        elif before and not count:
            found.append((start, day - 1))
    return found


def _less(stretches: Iterable[Stretch], runs: Sequence[tuple[int, int, int]]) -> list[Stretch]:
    """Take the days of runs out of stretches."""
    found: list[Stretch] = []
    for first, last in stretches:
        start = first
        for begin, end, _ in runs:
            if end < start or begin > last:
                continue
            if begin > start:
                found.append((start, begin - 1))
            start = end + 1
        if start <= last:
            found.append((start, last))
    return found


def _inside(day: int, runs: Iterable[tuple[int, int, int]]) -> bool:
    return any(first <= day <= last for first, last, _ in runs)


def _suspended(measures: Sequence[Measure], last: int) -> list[Stretch]:
    """Return the holes in `applies`, and the ends of it, that a suspension explains.

    A hole lasts until the measure applies again, or until an act lifts it; else to the last day.
    """
    dated = [measure for measure in measures if measure.when is not None]
    suspending = [measure for measure in dated if measure.effect == "suspends"]
    lifting = [measure for measure in dated if measure.effect == "lifts"]
    changes: dict[int, int] = {}
    for measure in measures:
        periods = sorted(measure.periods)
        for number, (first, end, _, _) in enumerate(periods):
            later = periods[number + 1][0] if number + 1 < len(periods) else FOREVER
            day = _named(measure.id, suspending, first, min(end + 40, later))
            if end >= last or day is None:
                continue
            lifted = _named(measure.id, lifting, end, later)
            stop = min(later - 1, last, FOREVER if lifted is None else lifted - 1)
            if stop > end:
                changes[end + 1] = changes.get(end + 1, 0) + 1
                changes[stop + 1] = changes.get(stop + 1, 0) - 1
    return _held(changes)


def _named(id: str, others: Iterable[Measure], first: int, last: int) -> int | None:
    """Return the first day in a stretch on which an act that alters a measure was adopted."""
    days = [other.when.span[0] for other in others if other.when and id in other.changes]
    return min((day for day in days if first <= day <= last), default=None)


def draw_regimes(pen: Pen, request: Request) -> None:
    """Draw measures in lanes."""
    measures = [it for it in request.records if isinstance(it, Measure) and not it.claimed]
    found = lanes(measures, request.checked)
    left_out = _left_out(request, measures, found)
    if not found:
        among = f"No measures with a date among {len(request.records):,} records"
        pen.empty(among if request.records else request.nothing)
        return
    request.highlights([*(str(lane.kind) for lane in found), *(measure.id for measure in measures)])
    names = [f"{word(lane.kind)}" for lane in found]
    notes = [*_notes(found), *([left_out] if left_out else []), request.source]
    foot = pen.foot + _key(pen, found, notes, 0, paint=False)
    room = pen.grow(_LANE * len(found) + foot + 4, max(pen.wide(name) for name in names) + 8)
    shown = found[: max(1, int((room - foot) // _LANE))]
    if len(shown) < len(found):
        notes.insert(0, f"The axes are too low for {len(found) - len(shown):,} kinds.")
    floor = len(shown) * _LANE + 4
    first, last = window(_marks(measures, request.checked), request.checked)
    pen.rows()
    pen.days(first, last, floor)
    scale = Scale(first, last, 0, pen.width)
    pen.labels([(n * _LANE + _MIDDLE, name) for n, name in enumerate(names[: len(shown)])])
    for number, lane in enumerate(shown):
        if number % 2 == 0:
            pen.tint(number * _LANE, (number + 1) * _LANE)
        _draw(pen, lane, scale, number * _LANE, request)
    last_check(pen, request, last, floor)
    _key(pen, shown, notes, floor + pen.foot, paint=True)


def _marks(measures: Sequence[Measure], last: int | None) -> list[Mark]:
    """Return what the axis of dates has to hold."""
    adopted = [measure.when for measure in measures if measure.when]
    times = [*adopted, *(time for measure in measures for time in measure.applies)]
    found = [mark(time) for time in times]
    return [cut for time in found if time is not None and (cut := time.until(last)) is not None]


def _draw(pen: Pen, lane: Lane, scale: Scale, top: float, request: Request) -> None:
    ids = [measure.id for measure in lane.measures]
    whole = not request.recedes(str(lane.kind), *ids)
    red = pen.colour(_RED) if whole else pen.colour("")
    y = top + _MIDDLE
    for stretch in lane.maybe:
        left, right = _ends(stretch, scale)
        pen.bar(left, right, y, _BAR, red, share=0.12, hatch="////")
    for day in lane.fades:
        if day <= scale.last:
            fade(pen, scale.at(day), 1, y, _BAR, red)
    for first, last, many in lane.sure:
        left, right = _ends((first, last), scale)
        pen.block(left, right, y, _BAR, red, _depth(many))
    for left, right in _outlines(lane, scale):
        if right - left > 2:
            low, high = y - _BAR / 2, y + _BAR / 2
            corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
            pen.line_through(corners, red, width=0.8)
    # What was not suspended, for whomever, stays to be seen below.
    for stretch in lane.holes:
        left, right = scale.ends(stretch)
        pen.bar(left, right, y - _BAR / 4, _BAR / 2, pen.colour(_BLUE), share=0.18)
    for measure in sorted(lane.measures, key=lambda one: one.effect != "extends"):
        _tick(pen, measure, scale, top, request, lane)


def _ends(stretch: Stretch, scale: Scale) -> tuple[float, float]:
    """Return where a stretch begins and ends, a single day wide enough to be seen."""
    left, right = scale.ends(stretch)
    right = min(max(right, left + 1.5), scale.right)
    return min(left, right - 1.5), right


def _outlines(lane: Lane, scale: Scale) -> list[tuple[float, float]]:
    """Return where the bar of what surely applied begins and ends, runs that touch joined."""
    found: list[tuple[float, float]] = []
    for first, last, _ in lane.sure:
        left, right = scale.ends((first, last))
        if found and abs(found[-1][1] - left) < 0.01:
            found[-1] = found[-1][0], right
        else:
            found.append((left, max(right, left + 1.5)))
    return found


def _depth(many: int) -> float:
    """Return how much of the ground a bar of so many acts covers."""
    return [share for least, share in STEPS if many >= least][-1]


def _tick(pen: Pen, one: Measure, scale: Scale, top: float, request: Request, lane: Lane) -> None:
    """Draw the act of a measure above the bar, on the day of its adoption."""
    if one.when is None or not scale.first <= one.when.span[0] <= scale.last:
        return
    colour = _effect(pen, str(one.effect))
    if request.recedes(one.id, str(lane.kind)):
        colour = pen.colour("")
    low = top + _MIDDLE - _BAR / 2 - 1.2
    left, right = scale.ends((one.when.span[0], one.when.span[3]))
    if one.when.span[3] - one.when.span[0] > _DAYS:
        pen.line_through([(left, low - 2), (right, low - 2)], colour, width=1.6)
        return
    x, height = (left + right) / 2, _SMALL if one.effect == "extends" else _TICK
    pen.line_through([(x, low), (x, low - height)], colour, width=_wide(str(one.effect)))


def _wide(effect: str) -> float:
    return 1.0 if effect == "extends" else 1.6


def _effect(pen: Pen, effect: str) -> RGB:
    return pen.colour(EFFECTS[effect])


def _notes(found: Sequence[Lane]) -> list[str]:
    """Return what has to be known to read the picture."""
    if not any(lane.sure for lane in found):
        return []
    return ["A bar counts acts in force, not people; a decision and its regulation are one act."]


def _left_out(request: Request, measures: Sequence[Measure], found: Iterable[Lane]) -> str:
    """Count what is not drawn."""
    drawn = sum(len(lane.measures) for lane in found)
    claimed = sum(isinstance(record, Measure) and record.claimed for record in request.records)
    parts = [f"{drawn:,} measure{'' if drawn == 1 else 's'}"]
    if claimed:
        parts.append(f"{claimed:,} claimed and not held left out")
    if len(measures) > drawn:
        parts.append(f"{len(measures) - drawn:,} of kinds without any date left out")
    return f"{'; '.join(parts)}."


#: The signs of the key: what each draws, and its words.
_WORDS = {
    "imposes": "imposed or restored", "widens": "widened", "extends": "extended",
    "eases": "eased or suspended", "lifts": "lifted", "grants": "granted",
}  # fmt: skip
_SAME = {"restores": "imposes", "suspends": "eases"}


def _key(pen: Pen, found: Sequence[Lane], notes: Iterable[str], top: float, *,
         paint: bool) -> float:  # fmt: skip
    """Write the key: the steps of the bar, its other signs, the effects, and the notes."""
    line = pen.line() * 1.15
    rows = [_bars(found), _effects(found)]
    y = top + line * 0.6
    for row in rows if pen.own or pen.height > 6 * line + len(found) * _LANE * 0.6 else ():
        x = 0.0
        for name, words in row:
            wide = 12 if name in EFFECTS else 30 if name == "fade" else 22
            if x and x + wide + pen.wide(words, "x-small") > pen.width:
                x, y = 0.0, y + line
            if paint:
                _sample(pen, name, x, y)
                pen.text(x + wide, y, words, "x-small")
            x += wide + pen.wide(words, "x-small") + 14
        y += line if row else 0
    for note in (" ".join(note for note in notes if note),):
        for text in pen.folded(note, pen.width, "x-small"):
            if paint:
                pen.text(0, y, text, "x-small", faint=True)
            y += pen.line()
    return y - top


def _bars(found: Sequence[Lane]) -> list[tuple[str, str]]:
    """Return the signs of bars that are in use, with their words."""
    most = max((many for lane in found for _, _, many in lane.sure), default=0)
    row: list[tuple[str, str]] = []
    for number, (least, _) in enumerate(STEPS):
        if most >= least:
            last = number + 1 == len(STEPS)
            end = most if last else min(most, STEPS[number + 1][0] - 1)
            acts = f"{least}–{end} acts" if end > least else f"{least} act{'s' * (least > 1)}"
            row.append((f"step {number}", acts))
    row += [("maybe", "only possible")] if any(lane.maybe for lane in found) else []
    row += [("fade", "until when is not known")] if any(lane.fades for lane in found) else []
    row += [("hole", "suspended for some or all")] if any(lane.holes for lane in found) else []
    return row


def _effects(found: Iterable[Lane]) -> list[tuple[str, str]]:
    """Return the effects that are in use, with their words."""
    measures = [measure for lane in found for measure in lane.measures]
    used = {str(measure.effect) for measure in measures if measure.when is not None}
    used = {_SAME.get(effect, effect) for effect in used}
    return [(name, words) for name, words in _WORDS.items() if name in used]


def _sample(pen: Pen, name: str, x: float, y: float) -> None:
    """Draw a sign of the key."""
    red = pen.colour(_RED)
    if name in EFFECTS:
        height = _SMALL if name == "extends" else _TICK
        pen.line_through([(x + 3, y + height / 2), (x + 3, y - height / 2)], _effect(pen, name),
                         width=_wide(name), free=True)  # fmt: skip
    elif name == "maybe":
        pen.bar(x, x + 18, y, 7, red, share=0.12, hatch="////", free=True)
    elif name == "fade":
        fade(pen, x, 1, y, 7, red, free=True)
    elif name == "hole":
        pen.bar(x, x + 18, y, 4.5, pen.colour(_BLUE), share=0.18, free=True)
    else:
        pen.bar(x, x + 18, y, 7, red, share=STEPS[int(name[-1])][1], free=True)
