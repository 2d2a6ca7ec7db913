"""EDTF text in words, for people."""

from __future__ import annotations

__all__ = ["worded"]

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_FLAGS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def worded(edtf: str) -> str:
    """Write EDTF in words.

    Args:
        edtf: Valid EDTF of the forms that `When` reads.

    Examples:
        >>> worded("1992-03-24"), worded("2006~"), worded("199X"), worded("[..1984]")
        ('24 March 1992', 'about 2006', 'the 1990s', '1984 or earlier')
        >>> worded("2017-07-10/"), worded("2004/2009?")
        ('from 10 July 2017, end unknown', 'from 2004 to perhaps 2009')
    """
    if edtf.startswith("["):
        start, _, end = edtf[1:-1].partition("..")
        if not start:
            return f"{_date(end)} or earlier"
        return f"between {_date(start)} and {_date(end)}" if end else f"{_date(start)} or later"
    start, slash, end = edtf.partition("/")
    if not slash:
        return _date(edtf)
    if start in ("", ".."):
        return f"until {_date(end)}" + ("" if start else ", start unknown")
    if end == "..":
        return f"from {_date(start)} on"
    return f"from {_date(start)} to {_date(end)}" if end else f"from {_date(start)}, end unknown"


def _date(text: str) -> str:
    """Write one date, with or without a flag."""
    flag = _FLAGS.get(text[-1], "")
    plain = (text[:-1] if flag else text).replace("-XX", "")
    stem = plain.rstrip("X")
    if len(stem) == 3 and len(plain) == 4:
        said = f"the {stem}0s"
    elif len(stem) == 2:
        said = f"{stem}00–{stem}99"
    else:
        year, month, day = (*plain.split("-"), "", "")[:3]
        parts = (
            day.lstrip("0"),
            _MONTHS[int(month) - 1] if month else "",
            year if int(year) >= 1000 else f"AD {int(year)}",
        )
        said = " ".join(part for part in parts if part)
    return flag + said
