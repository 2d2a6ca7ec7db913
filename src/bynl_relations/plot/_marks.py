"""What a picture shows of a time: what is sure, what is only possible, what is not known.

Days are proleptic ordinals, as `When.span` has them; `NEVER` lies before every day,
`FOREVER` after every day.
"""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve, frozen

from ..when import FOREVER, NEVER
from ..when import standing as _standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._protocols import RecordLike
    from ..when import When
    from ..when.standing import Period

    #: A first and a last day, both inclusive.
    Stretch = tuple[int, int]

__all__ = ["FIRST", "LAST", "Mark", "applied", "mark", "of_record", "window"]

#: The first and the last day that a calendar of Python holds.
FIRST, LAST = 1, 3_652_059


@frozen
class Mark:
    """What is drawn of one time.

    Attributes:
        sure: The stretch in which it surely stood, or the day on which it surely happened.
        maybe: The stretches in which it may have stood or happened.
        before: Whether it may have begun long before, nobody knows when.
        after: Whether it may have gone on long after, nobody knows until when.
        seen: The moments at which a source shows it standing.
        instant: Whether it happened at one moment somewhere inside.
    """

    sure: Stretch | None = None
    maybe: tuple[Stretch, ...] = ()
    before: bool = False
    after: bool = False
    seen: tuple[Stretch, ...] = ()
    instant: bool = False

    @property
    def days(self) -> tuple[int, ...]:
        """Every day that is a bound, in order; days beyond every date left out."""
        stretches = (*self.maybe, *self.seen, *((self.sure,) if self.sure else ()))
        return tuple(sorted({day for ends in stretches for day in ends if NEVER < day < FOREVER}))

    @property
    def reach(self) -> Stretch:
        """The first and the last day of what is drawn, beyond every date where it runs on."""
        stretches = (*self.maybe, *self.seen, *((self.sure,) if self.sure else ()))
        return min(ends[0] for ends in stretches), max(ends[1] for ends in stretches)

    def until(self, last: int | None) -> Mark | None:
        """Cut off what lies after a day; None if nothing is left.

        Examples:
            >>> from bynl_relations import When
            >>> day = When("2026-11-22").span[3]
            >>> mark(When("1996/..")).until(day).reach[1] == day
            True
            >>> mark(When("2027")).until(day) is None
            True
        """
        if last is None or self.reach[1] <= last:
            return self
        if self.reach[0] > last:
            return None
        sure = _cut_off(self.sure, last) if self.sure else None
        maybe, seen = (
            tuple([cut for ends in stretches if (cut := _cut_off(ends, last))])
            for stretches in (self.maybe, self.seen)
        )  # fmt: skip
        return evolve(self, sure=sure, maybe=maybe, after=False, seen=seen)


def _cut_off(ends: Stretch, last: int) -> Stretch | None:
    return (ends[0], min(ends[1], last)) if ends[0] <= last else None


def mark(when: When | None, attested: tuple[When, ...] = ()) -> Mark | None:
    """Return what to draw of a time.

    Args:
        when: The time, or None.
        attested: The moments at which a source shows it standing.

    Returns:
        The mark; None where nothing is known.

    Examples:
        >>> from bynl_relations import When
        >>> mark(When("2008-10-13")).sure == mark(When("2008-10-13")).reach
        True
        >>> mark(When("1994")).sure is None, mark(When("2009/")).after
        (True, True)
    """
    if when is None and not attested:
        return None
    seen = tuple([(seen.span[0], seen.span[3]) for seen in attested])
    if when is not None and not when.is_interval:
        first, last = when.span[0], when.span[3]
        exact = first == last and not when.flagged[0]
        day = (first, last)
        return Mark(day if exact else None, () if exact else (day,), seen=seen, instant=True)
    if when is None:
        # Every moment has a bound that is a day.
        known = [day for ends in seen for day in ends if NEVER < day < FOREVER]
        return Mark(None, ((min(known), max(known)),), before=True, after=True, seen=seen)
    (period,) = _standing.stood(when, attested)
    return _lasting(period, (*when.span, *(day for ends in seen for day in ends)), seen)


def _lasting(period: Period, known: Iterable[int], seen: tuple[Stretch, ...] = ()) -> Mark:
    first, last, by, until = period
    before = first == NEVER and by != NEVER
    after = last == FOREVER and until != FOREVER
    if by <= until:
        flanks: list[Stretch] = []
        if NEVER < first < by:
            flanks.append((first, by - 1))
        if until < last < FOREVER:
            flanks.append((until + 1, last))
        return Mark((by, until), tuple(flanks), before, after, seen)
    days = [day for day in (*known, first, last) if NEVER < day < FOREVER]
    low = min(days) if before else first
    high = max(days) if after else last
    return Mark(None, ((low, high),), before, after, seen)


def of_record(record: RecordLike) -> Mark | None:
    """Return what to draw of a record: its `when`, or the sightings of it."""
    return mark(record.when, record.attested)


def applied(record: RecordLike) -> tuple[Mark, ...]:
    """Return when a record stood, where its `when` is another matter: measures, agreements."""
    periods = record.periods
    if periods == _standing.stood(record.when, record.attested):
        return ()
    return tuple([
        _lasting(period, period) for period in periods
        if any(NEVER < day < FOREVER for day in period)
    ])  # fmt: skip


def window(marks: Sequence[Mark], checked: int | None = None) -> Stretch:
    """Choose the days that a picture spans: all of them, with a margin, up to the last check.

    The few that began long before everything else do not stretch the picture: they are drawn
    at its edge, with an arrow.

    Examples:
        >>> from bynl_relations import When
        >>> old, new, late = map(mark, map(When, ("1945/..", "2001-02-03", "2004/2009")))
        >>> window([old, new, late])[0] > 725_000
        True
    """
    known = sorted((mark.days[0], mark.reach[1]) for mark in marks if mark.days)
    if not known:
        return FIRST, LAST
    left, right = known[0][0], max(mark.days[-1] for mark in marks if mark.days)
    left = _cut(known, left, right)
    margin = max((right - left) // 40, 20 if right - left > 40 else 3)
    if left == right:
        margin = 183
    last = LAST if checked is None else max(checked, right)
    return max(FIRST, left - margin), min(last, right + margin)


def _cut(known: Sequence[Stretch], left: int, right: int) -> int:
    """Find a later left edge, where that saves a third of the width and costs few."""
    whole, on, found = right - left, 0, left
    for number, ((early, end), (start, _)) in enumerate(pairwise(known), 1):
        on += end > known[-1][0]
        if number - on > len(known) // 33 or on > max(1, len(known) // 10):
            break
        if start - early > 0.03 * whole:
            found = start
    return found if found - left > 0.35 * whole else left
