"""What is known of when something began, and of when it stood.

Days are proleptic ordinals, as `When.span` has them; `NEVER` lies before every day,
`FOREVER` after every day. `~` reaches one unit of its own precision further on each side, and a
side that carries `?` makes nothing certain.

Source: the library's own rules of time (docs/reference/time.md).
"""

from __future__ import annotations

from .edtf import NOT_BY, NOT_UNTIL
from .moment import FOREVER, NEVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .edtf import Reach
    from .moment import When

    #: The first and the last day on which it can have begun, and the day by which it surely had.
    Began = tuple[int, int, int]
    #: The first and the last day on which it can have stood, then the day by which it surely
    #: had come to stand, and the day up to which it surely did.
    Period = tuple[int, int, int, int]

__all__ = ["NOT_BY", "NOT_UNTIL", "began", "can", "known", "must", "period", "stood"]


def known(when: When) -> Reach:
    """Return how far questions reach, and the days by which and until which it is certain."""
    reach = when.reach
    if reach is None:
        span = when.span
        return (*span, span[1], span[2])
    return reach


def began(
    when: When | None, attested: tuple[When, ...], standing: tuple[When, ...] = ()
) -> Began | None:
    """Return when something began, from its time and the moments at which it stood.

    Args:
        when: Its time, or None.
        attested: The moments at which a source shows it standing; they count where the start
            is not known.
        standing: Times by whose start it had begun, which count where there is no `when`.

    Returns:
        The first and the last day on which it can have begun, and the day by which it surely
        had; None if nothing is known.
    """
    last = by = NOT_BY
    if when is not None:
        first, last, _, _, by, _ = known(when)
        if first != NEVER:
            return first, last, by
    elif not attested and not standing:
        return None
    else:
        for moment in standing:
            _, start, _, _, sure, _ = known(moment)
            last, by = min(last, start), min(by, sure)
    for moment in attested:
        _, seen, _, _, sure, _ = known(moment)
        last, by = min(last, seen), min(by, sure)
    return NEVER, last, by


def period(start: When, end: When | None = None, *, runs_on: bool = False) -> Period:
    """Return the period from one moment to another.

    Args:
        start: When it began (of an interval: its start).
        end: When it ended (of an interval: its end); None if that is unknown.
        runs_on: Without an end: whether it surely has not ended.

    Returns:
        The period.
    """
    first, _, _, _, by, _ = known(start)
    last, until = FOREVER, FOREVER if runs_on else NOT_UNTIL
    if end is not None:
        _, _, _, last, _, until = known(end)
    return first, max(first, last), by, until


def stood(when: When | None, attested: tuple[When, ...]) -> tuple[Period, ...]:
    """Return when something stood, from its time and the moments at which it was seen.

    Args:
        when: Its time, or None.
        attested: The moments at which a source shows it standing.

    Returns:
        One period; empty if nothing is known.
    """
    if when is not None:
        first, _, _, last, by, until = known(when)
    elif attested:
        first, last, by, until = NEVER, FOREVER, NOT_BY, NOT_UNTIL
    else:
        return ()
    for moment in attested:
        _, _, _, _, seen_by, seen_until = known(moment)
        by, until = min(by, seen_by), max(until, seen_until)
    return ((first, last, by, until),)


def can(periods: tuple[Period, ...], first: int, last: int) -> bool:
    """Return whether something can have stood at some time in a window of days."""
    return any(low <= last and high >= first for low, high, _, _ in periods)


def must(periods: tuple[Period, ...], first: int, last: int) -> bool:
    """Return whether something must have stood at some time in a window of days."""
    return any(
        low <= last and high >= first and by <= last and until >= first
        for low, high, by, until in periods
    )
