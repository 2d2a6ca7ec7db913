"""What is known of when something began, and of when it stood.

Days are proleptic ordinals, as `When.span` has them; `NEVER` lies before every day,
`FOREVER` after every day.

Source: the library's own rules of time (docs/reference/time.md).
"""

from __future__ import annotations

from .moment import FOREVER, NEVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .moment import When

    #: The first and the last day on which it can have begun, and the day by which it surely had.
    Began = tuple[int, int, int]
    #: The first and the last day on which it can have stood, then the day by which it surely
    #: had come to stand, and the day up to which it surely did.
    Period = tuple[int, int, int, int]

__all__ = ["began", "can", "must", "period", "stood"]

#: Days that no question reaches: nothing is sure.
_NOT_BY = FOREVER + 1
_NOT_UNTIL = NEVER - 1


def began(when: When | None, attested: tuple[When, ...]) -> Began | None:
    """Say when something began, from its time and the moments at which it was seen.

    Args:
        when: Its time, or None.
        attested: The moments at which a source shows it standing.

    Returns:
        The first and the last day on which it can have begun, and the day by which it surely
        had; None where nothing is known.
    """
    if when is not None:
        first, last, _, _ = when.span
        by = _NOT_BY if when.vague[0] else last
        if first != NEVER:
            return first, last, by
    elif attested:
        last = by = _NOT_BY
    else:
        return None
    for moment in attested:
        seen = moment.span[3]
        last = min(last, seen)
        if not moment.vague[1]:
            by = min(by, seen)
    return NEVER, last, by


def period(start: When, end: When | None = None, *, runs_on: bool = False) -> Period:
    """Make the period from one moment to another.

    Args:
        start: When it began (of an interval: its start).
        end: When it ended (of an interval: its end); None where that is unknown.
        runs_on: With no end: whether it surely has not ended.

    Returns:
        The period.
    """
    first, by, _, _ = start.span
    last, until, sure = FOREVER, FOREVER, runs_on
    if end is not None:
        _, _, until, last = end.span
        sure = not end.vague[1]
    if start.vague[0] or first == NEVER:
        by = _NOT_BY
    return first, max(first, last), by, until if sure else _NOT_UNTIL


def stood(when: When | None, attested: tuple[When, ...]) -> tuple[Period, ...]:
    """Say when something stood, from its time and the moments at which it was seen.

    Args:
        when: Its time, or None.
        attested: The moments at which a source shows it standing.

    Returns:
        One period; none where nothing is known.
    """
    if when is None:
        if not attested:
            return ()
        first, last, by, until = NEVER, FOREVER, _NOT_BY, _NOT_UNTIL
    else:
        first, by, until, last = when.span
        start_vague, end_vague = when.vague
        if start_vague:
            by = _NOT_BY
        if end_vague:
            until = _NOT_UNTIL
    for moment in attested:
        if not (moment.vague[0] or moment.vague[1]):
            by = min(by, moment.span[3])
            until = max(until, moment.span[0])
    return ((first, last, by, until),)


def can(periods: tuple[Period, ...], first: int, last: int) -> bool:
    """Tell whether something can have stood at some time in a window of days."""
    return any(low <= last and high >= first for low, high, _, _ in periods)


def must(periods: tuple[Period, ...], first: int, last: int) -> bool:
    """Tell whether something must have stood at some time in a window of days."""
    return any(
        low <= last and high >= first and by <= last and until >= first
        for low, high, by, until in periods
    )
