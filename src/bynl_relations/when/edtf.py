"""EDTF text to day ordinals: the grammar and its arithmetic, without any date object.

Source: ISO 8601-2:2019, levels 0 and 1, and of level 2 one of a range of dates; the days of the
proleptic Gregorian calendar.
"""

from __future__ import annotations

__all__ = ["ENDS", "FOREVER", "NEVER", "NOT_BY", "NOT_UNTIL", "STARTS", "read", "side"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    #: start.earliest, start.latest, end.earliest, end.latest.
    Span = tuple[int, int, int, int]
    #: The same as far as a question reaches, then the day by which it surely had started, and
    #: the day up to which it surely had not ended.
    Reach = tuple[int, int, int, int, int, int]
    #: First day, last day, both as far as a question reaches, and whether the side is doubted.
    Side = tuple[int, int, int, int, bool]

# The ordinals before and after those of all dates: minus and plus infinity.
NEVER, FOREVER = 0, 3652060
# Days that no question reaches: nothing is certain.
NOT_BY, NOT_UNTIL = FOREVER + 1, NEVER - 1


def _months(february: int) -> dict[str, tuple[int, int]]:
    """Return, for each month as it is written, the days before it and the days in it."""
    lengths = (31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    table = {f"-{n + 1:02}": (sum(lengths[:n]), days) for n, days in enumerate(lengths)}
    return table | dict.fromkeys(("", "-XX"), (0, sum(lengths)))


_COMMON, _LEAP = _months(28), _months(29)
_DAYS = {"": 0, "-XX": 0} | {f"-{number:02}": number for number in range(1, 32)}
_UNKNOWN = (NEVER, FOREVER, NEVER, FOREVER, False)
STARTS: dict[str, Side] = {"": _UNKNOWN, "..": (NEVER, NEVER, NEVER, NEVER, False)}
ENDS: dict[str, Side] = {"": _UNKNOWN, "..": (FOREVER, FOREVER, FOREVER, FOREVER, False)}


def _days(text: str) -> tuple[int, int] | None:
    """Return the first and the last day of a date without flag, None if it is not one."""
    if len(text) < 4 or not text.isascii():
        return None
    if not text[:4].isdigit():
        stem = text.rstrip("X")
        if len(text) != 4 or len(stem) not in (2, 3) or not stem.isdigit():
            return None
        first, last = _days(stem.ljust(4, "0")), _days(stem.ljust(4, "9"))
        return (first[0], last[1]) if first and last else None
    year, day = int(text[:4]), _DAYS.get(text[7:])
    leap = not year % 4 and (year % 100 != 0 or not year % 400)
    month = (_LEAP if leap else _COMMON).get(text[4:7])
    if not year or month is None or day is None:
        return None
    past = year - 1
    eve = past * 365 + past // 4 - past // 100 + past // 400 + month[0]
    if not day:
        return eve + 1, eve + month[1]
    return (eve + day, eve + day) if day <= month[1] <= 31 else None


def _neighbours(text: str, first: int, last: int) -> tuple[int, int]:
    """Return the days of a date and of the calendar units of its precision on either side."""
    text = text.replace("-XX", "")
    if len(text) == 10:
        return max(first - 1, NEVER + 1), min(last + 1, FOREVER - 1)
    if len(text) == 7:
        month = int(text[:4]) * 12 + int(text[5:]) - 1
        low, high = (f"{one // 12:04}-{one % 12 + 1:02}"
                     for one in (max(month - 1, 12), min(month + 1, 119_999)))  # fmt: skip
    else:
        stem = text.rstrip("X")
        years = 10 ** (4 - len(stem))
        year = int(stem) * years
        low = f"{max(year - years, 1):04}"
        high = f"{min(year + 2 * years - 1, 9999):04}"
    before, after = _days(low), _days(high)
    return (before[0], after[1]) if before and after else (first, last)


def side(text: str) -> Side | None:
    """Return the days of a date with or without flag, None if it is not one."""
    flag = text[-1:] if text.endswith(("~", "?", "%")) else ""
    plain = text[:-1] if flag else text
    days = _days(plain)
    if days is None:
        return None
    near = _neighbours(plain, *days) if flag in ("~", "%") else days
    return (*days, *near, flag in ("?", "%"))


def _one_of(text: str) -> tuple[Span, None] | None:
    """Read one out of a range: `[1984..2004]`, `[..1984]` or `[1984..]`."""
    start, dots, end = text[1:-1].partition("..")
    low = _days(start) if start else (NEVER, NEVER)
    high = _days(end) if end else (FOREVER, FOREVER)
    if text[-1:] != "]" or not dots or not (start or end) or low is None or high is None:
        return None
    return None if low[0] > high[1] else ((low[0], high[1], low[0], high[1]), None)


def read(text: str) -> tuple[Span, Reach | None] | None:
    """Read an EDTF text.

    Returns:
        The span, and how far questions reach where a flag says more than the span does; None
        if the text is not EDTF.
    """
    days = _days(text)
    if days is not None:
        return days + days, None
    if text.startswith("["):
        return _one_of(text)
    head, slash, tail = text.partition("/")
    if not slash:
        only = side(text)
        if only is None:
            return None
        by, until = (NOT_BY, NOT_UNTIL) if only[4] else (only[3], only[2])
        return only[:2] + only[:2], only[2:4] + only[2:4] + (by, until)
    start = STARTS.get(head) or side(head)
    end = ENDS.get(tail) or side(tail)
    if start is None or end is None or (head in STARTS and tail in ENDS) or start[0] > end[1]:
        return None
    span = start[0], min(start[1], end[1]), max(end[0], start[0]), end[1]
    flagged = head.endswith(("~", "?", "%")) or tail.endswith(("~", "?", "%"))
    return span, _reach(start, end) if flagged else None


def _reach(start: Side, end: Side) -> Reach:
    """Return how far questions reach into an interval of which a side carries a flag."""
    _, _, first, started, start_doubted = start
    _, _, ending, last, end_doubted = end
    # A bound taken from the other side counts for what must only if that side is not doubted.
    by = started if end_doubted else min(started, last)
    until = ending if start_doubted else max(ending, first)
    return (
        first,
        min(started, last),
        max(ending, first),
        last,
        NOT_BY if start_doubted or by == FOREVER else by,
        NOT_UNTIL if end_doubted or until == NEVER else until,
    )
