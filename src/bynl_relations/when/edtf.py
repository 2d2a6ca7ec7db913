"""EDTF text to day ordinals: the grammar and its arithmetic, without any date object.

Source: ISO 8601-2:2019, levels 0 and 1; the days of the proleptic Gregorian calendar.
"""

from __future__ import annotations

__all__ = ["ENDS", "FOREVER", "NEVER", "STARTS", "read", "side"]

# The ordinals before and after those of all dates: minus and plus infinity.
NEVER, FOREVER = 0, 3652060


def _months(february: int) -> dict[str, tuple[int, int]]:
    """Return, for each month as it is written, the days before it and the days in it."""
    lengths = (31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    table = {f"-{n + 1:02}": (sum(lengths[:n]), days) for n, days in enumerate(lengths)}
    return table | dict.fromkeys(("", "-XX"), (0, sum(lengths)))


_COMMON, _LEAP = _months(28), _months(29)
_DAYS = {"": 0, "-XX": 0} | {f"-{number:02}": number for number in range(1, 32)}
STARTS = {"": (NEVER, FOREVER, False), "..": (NEVER, NEVER, False)}
ENDS = {"": (NEVER, FOREVER, False), "..": (FOREVER, FOREVER, False)}


def _days(text: str) -> tuple[int, int] | None:
    """Return the first and the last day of a date without flag, None where it is none."""
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


def side(text: str) -> tuple[int, int, bool] | None:
    """Return first day, last day, and whether it is vague, of a date with or without flag."""
    vague = text.endswith(("~", "?", "%"))
    days = _days(text[:-1] if vague else text)
    return None if days is None else (*days, vague)


def read(text: str) -> tuple[tuple[int, int, int, int], tuple[bool, bool]] | None:
    """Return `span` and `vague` of an EDTF text, None where it is none."""
    days = _days(text)
    if days is not None:
        return days + days, (False, False)
    head, slash, tail = text.partition("/")
    if not slash:
        only = side(text)
        return None if only is None else (only[:2] + only[:2], (only[2], only[2]))
    start = STARTS.get(head) or side(head)
    end = ENDS.get(tail) or side(tail)
    if start is None or end is None or (head in STARTS and tail in ENDS) or start[0] > end[1]:
        return None
    # A bound that is taken from the other side is as vague as that side.
    span = start[0], min(start[1], end[1]), max(end[0], start[0]), end[1]
    taken = end[2] and end[1] < start[1], start[2] and start[0] > end[0]
    return span, (start[2] or taken[0], end[2] or taken[1])
