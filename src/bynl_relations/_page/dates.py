"""Dates in words, for readers who do not know EDTF."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..when import When

__all__ = ["in_words"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: What a flag says before a date.
_FLAGS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_DATE = re.compile(r"(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)")


def in_words(when: When) -> str:
    """Write a date or an interval in words.

    Examples:
        >>> from bynl_relations import When
        >>> in_words(When("1992-03-24")), in_words(When("2006-03~")), in_words(When("201X"))
        ('24 March 1992', 'about March 2006', '2010s')
        >>> in_words(When("1994/2009-05")), in_words(When("2009/..")), in_words(When("2009/"))
        ('1994 to May 2009', 'from 2009, still so', 'from 2009, end unknown')
        >>> in_words(When("2004-XX")), in_words(When("../1998"))
        ('a month in 2004', 'until 1998')
    """
    start, slash, end = when.edtf.partition("/")
    if not slash:
        return _date(start)
    if end in ("", ".."):
        return f"from {_date(start)}, {'still so' if end else 'end unknown'}"
    if start in ("", ".."):
        unknown = "" if start else ", start unknown"
        return f"until {_date(end)}{unknown}"
    return f"{_date(start)} to {_date(end)}"


def _date(text: str) -> str:
    found = _DATE.fullmatch(text)
    if found is None:
        return _digits(text)
    year, month, day, flag = found.groups()
    if month == "XX":
        text = f"{'a day' if day else 'a month'} in {year}"
    elif month is None:
        text = year
    else:
        name = f"{_MONTHS[int(month) - 1]} {year}"
        text = name if day is None else f"a day in {name}" if day == "XX" else f"{int(day)} {name}"
    return _FLAGS[flag] + text


def _digits(text: str) -> str:
    """Write a decade or a century: a year of which the last digits are unknown."""
    stem = text[:4].rstrip("X")
    years = f"{stem}0s" if len(stem) == 3 else f"{stem}00 to {stem}99"
    return _FLAGS[text[4:]] + years
