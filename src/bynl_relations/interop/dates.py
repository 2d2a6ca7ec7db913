"""EDTF as English words, and as the numbers that are certain.

No date becomes more precise than it is: a decade has no year, a month no day.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..when import When

__all__ = ["MONTHS", "numbers", "said", "sides"]

MONTHS = (
    "January February March April May June July August September October November December"
).split()


def sides(when: When) -> tuple[tuple[str, str], ...]:
    """Split a date into its sides: of each the text without its flag, and the flag.

    Returns:
        One side for a date, two for an interval; `..` and the empty string stand for no date.

    Examples:
        >>> from bynl_relations import When
        >>> sides(When("1994~")), sides(When("2008-10/.."))
        ((('1994', '~'),), (('2008-10', ''), ('..', '')))
    """
    return tuple(
        (side[:-1], side[-1]) if side.endswith(("~", "?", "%")) else (side, "")
        for side in when.edtf.split("/")
    )


def numbers(side: str) -> tuple[int, ...]:
    """Return year, month and day of a side, as many of them as it has.

    Examples:
        >>> numbers("2008-10"), numbers("2004-XX"), numbers("201X"), numbers("..")
        ((2008, 10), (2004,), (), ())
    """
    found: list[int] = []
    for part in side.split("-"):
        if not part.isdigit():
            break
        found.append(int(part))
    return tuple(found)


def said(when: When) -> str:
    """Write a date in English.

    Examples:
        >>> from bynl_relations import When
        >>> said(When("2017-07-10")), said(When("2008-12~")), said(When("199X"))
        ('10 July 2017', 'about December 2008', '1990s')
        >>> said(When("2004/.."))
        '2004 to date'
    """
    if when.edtf.startswith("["):
        return f"some day in {when.edtf}"
    words = [_side(*side) for side in sides(when)]
    if len(words) == 1:
        return words[0]
    start, end = words
    if not start:
        return f"until {end}" if end else ""
    if when.edtf.endswith("/.."):
        return f"{start} to date"
    return f"{start} to {end}" if end else f"from {start}"


def _side(text: str, flag: str) -> str:
    if text in ("", ".."):
        return ""
    *rest, year = reversed(numbers(text)) if numbers(text) else (_span_of_years(text),)
    if rest:
        rest[-1] = MONTHS[rest[-1] - 1]  # type: ignore[call-overload]
    words = " ".join(map(str, (*rest, year)))
    return f"{'about ' if flag in ('~', '%') else ''}{words}{'?' if flag in ('?', '%') else ''}"


def _span_of_years(text: str) -> str:
    years = text.replace("X", "0")
    return f"{years}s" if text.count("X") == 1 else f"{years} to {years[:2]}99"
