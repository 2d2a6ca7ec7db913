"""What people type, and what other libraries hold, as EDTF text; and advice on the rest."""

from __future__ import annotations

import re

from ..errors import InvalidDate, shown
from .edtf import STARTS, read, side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

__all__ = ["advice", "foreign", "refusal", "spoken"]

LONGEST_TEXT = 100
ALLOWED = (
    "use EDTF such as '1994', '2008-10', '2008-10-20', '201X', '2008-12~', '2004/2009', "
    "'2009/..' or '[2017-03-20..2017-03-25]'"
)
_SPOKEN = "; When.parse also takes a year, a date, or words such as '24 March 1992'"
# What turns a near miss into EDTF of the same meaning, one after the other.
_MENDS = (
    (r"(?<=[0-9])[T ][0-9]{2}:[^/]*", ""),
    ("[\u2010-\u2015\u2212]", "-"),
    (r"\s*([-/~?%]|\.\.|^|$)\s*", r"\1"),
    (r"(?i)(?<=/)(?:open|now|today|present)$|^open(?=/)", ".."),
    (r"(?i)(?<=/)unknown$|^unknown(?=/)", ""),
    (r"(?<=[0-9XUux-])[Uux]", "X"),
    (r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3"),
    (r"(?<=[0-9])-([0-9])(?![0-9])", r"-0\1"),
    (r"(?i)^(?:c(?:a|irca)?\.?|about|around|approx(?:\.|imately)?) ?([0-9X]{4}[0-9X-]*)$", r"\1~"),
    # A flag before a part of a date holds for that part alone; before a bare year, for all.
    (r"(?:^|(?<=/))([~?%])([0-9]{4})(?=$|/)", r"\2\1"),
    (r"(?<=[0-9X])(?:\?~|~\?)(?=$|/)", "%"),
    (r"^([0-9]{2}[1-9])0'?s$", r"\1X"),
    (r"^([0-9]{4})-([0-9]{4})$", r"\1/\2"),
)
# What to say of a text, or a side of it; the first that fits is said.
_ADVICE = (
    (r"\s*", "leave out a date that is not known"),
    (r"(?:\.\.)?/?(?:\.\.)?|(?i:open|unknown)", "one side of an interval must be a date"),
    (r"\[?\.\.\]?", "one side of a range must be a date"),
    (
        r"[0-9]{4}-2[1-4][~?%]?|(?i:spring|summer|autumn|fall|winter)\b.*",
        (
            "a season has no fixed"
            " days; one day in some months is a range such as '[2001-03..2001-05]'"
        ),
    ),
    (r"(?i)now|today|tomorrow|yesterday", "relative dates are not supported; write the date"),
    (r"[Yy+\-\u2212].*|000[0X].*|(?i:.*\bb\.?c\b.*)", "years run from 0001 to 9999"),
    (r".*[0-9](?::|T[0-9]{2}).*", "leave out the time of day and the zone"),
    (r"[0-9]{4}/[0-9]{1,2}", "write '2006-04' for a month, '2006/2009' for an interval of years"),
    (r"[0-9]{2}00'?s", "write '190X' for ten years, '19XX' for a hundred"),
    (
        r"[^\[{]*[0-9X]\.\..*|\.\.[0-9].*",
        "write '2004/2009' for an interval, '[2004..2009]' for one day out of a range",
    ),
    (
        r"[\[{].*,.*|\{.*",
        "sets of dates are not supported, only one out of a range: '[2017-03-20..2017-03-25]'",
    ),
    (r"\[.*[~?%].*|\[.*\][~?%]", "a range takes no flags"),
    (r".*\[.*/.*|.*/.*\[.*|\[[^\]]*|[^\[]*\]", "a range cannot be a side of an interval"),
    (
        r"(?:.*/)?(?:[~?%].*-|.*[0-9X][~?%]-|.*-[~?%]).*",
        "a flag stands at the end and holds for the whole date",
    ),
    (r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[~?%]?", "there is no such month or day"),
    (r"(?s)(?!.*[0-9X]{3}).*", "write the year with four digits"),
    (r".*X.*", "X is the last digit or two of a year, or a whole month or day"),
)


def refusal(value: object, hint: str, *, typed: bool = True) -> InvalidDate:
    """Return the error for a value: itself, the reason, and what is allowed.

    Args:
        value: What is not a date.
        hint: The reason, or what to write in its place.
        typed: Whether a person typed it, who could call `When.parse`; a file could not.
    """
    more = _SPOKEN if typed else ""
    return InvalidDate(f"{shown(value)} is not a valid date: {hint}; {ALLOWED}{more}")


def advice(text: str) -> str:
    """Return what to write instead of a text that is not a date; it means the same."""
    text = text[:LONGEST_TEXT]
    mended = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    for pattern, better in _MENDS:
        mended = re.sub(pattern, better, mended)
    if read(mended) is not None:
        return f"did you mean {mended!r}?"
    sides = text.split("/")
    wrong = [part for part in sides if part not in STARTS and side(part) is None]
    for part in (text, *wrong):
        for pattern, reason in _ADVICE:
            if re.fullmatch(pattern, part):
                return reason
    first, dots, last = text.strip("[]").partition("..")
    if len(sides) == 1 and dots and side(first) and side(last):
        return f"the range starts at {first!r}, after its end {last!r}"
    if len(sides) == 2 and not wrong:
        return f"the start {sides[0]!r} is after the end {sides[1]!r}"
    return "a year has four digits, a month and a day two, an interval one '/'"


def foreign(moment: object) -> str:
    """Return the EDTF text of a number, a date, or either from another library."""
    from datetime import date

    if isinstance(moment, date):
        text = _day(moment)
    elif (name := type(moment).__name__) == "datetime64":
        # Its item() is a bare number where it counts nanoseconds, and a day where it says a year.
        text = str(moment)[:10]
    elif name == "Period":
        text = _lasting(moment)
    else:
        try:
            kind = "__float__" if name.startswith("float") else "__index__"
            # numpy 1 warns where its bool is asked for an index.
            year = 0 if name.startswith("bool") else getattr(moment, kind, int)()
        except TypeError:
            year = 0
        text = str(int(year)) if 1000 <= year <= 9999 and not year % 1 else ""
    if read(text) is None:
        raise refusal(moment, "a year is a whole number from 1000 to 9999")
    return text


def _day(day: date) -> str:
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _lasting(period: object) -> str:
    """Return the day, month or year of a period of pandas; else one day out of its range."""
    from datetime import date

    start, end = getattr(period, "start_time", None), getattr(period, "end_time", None)
    if not isinstance(start, date) or not isinstance(end, date):
        return ""
    first, last = _day(start), _day(end)
    days = start.toordinal(), end.toordinal()
    for text in (first, first[:7], first[:4], f"[{first[:7]}..{last[:7]}]"):
        found = read(text)
        if found is not None and (found[0][0], found[0][3]) == days:
            return text
    return f"[{first}..{last}]"


_WORD = (
    "(?P<Y>[0-9]{4})|(?P<n>[0-9]{1,2})|(?P<d>[0-9]{1,2}(?:st|nd|rd|th))"
    "|(?P<M>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?|september|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    "|(?P<W>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_ORDERS = "MY|YM|nY|W?(?:[nd]MY|M[nd]Y|YM[nd]|nnY|Ynn)"


def spoken(text: str) -> str:
    """Return the EDTF text for what a person typed; no field is filled in."""
    bare = text.strip()
    if len(text) > LONGEST_TEXT:
        raise refusal(text, f"a date has at most {LONGEST_TEXT} characters")
    if read(bare) is not None:
        return bare
    from datetime import date, datetime

    from dateutil.parser import parse, parserinfo

    words = [word for word in re.split("[.,]? +|[.,/-]", bare.lower()) if word != "of"]
    kinds = [found and found.lastgroup for found in (re.fullmatch(_WORD, word) for word in words)]
    order = "".join(kind or "?" for kind in kinds)
    if not re.fullmatch(_ORDERS, order) or (order == "nY" and " " in bare):
        raise refusal(text, advice(bare))
    weekday = words.pop(0) if order.startswith("W") else ""
    order = order.lstrip("W")
    typed = (" " if "M" in order else "/").join(words)
    try:
        # Of a field that is not in the text, the two defaults give two readings.
        readings = {
            parse(typed, default=default, dayfirst=day_first).timetuple()[: len(order)]
            for default in (datetime(2001, 1, 10), datetime(2012, 2, 20))
            for day_first in (False, order == "nnY")
        }
    except Exception:  # dateutil promises no closed set of errors
        raise refusal(text, "there is no such month or day") from None
    year = int(words[order.index("Y")])
    if any(reading[0] != year for reading in readings):
        raise refusal(text, "write EDTF for years before 0100")
    if len(readings) > 1:
        names = [f"{day} {parserinfo.MONTHS[month - 1][-1]} {year}" for _, month, day in readings]
        raise refusal(text, f"it reads two ways: {' and '.join(sorted(names))}")
    fields = readings.pop()
    if weekday and date(*fields).ctime()[:3].lower() != weekday[:3]:
        raise refusal(text, "that day is another day of the week")
    return "-".join((f"{year:04}", *(f"{field:02}" for field in fields[1:])))
