"""Dates as precise as their source: EDTF (ISO 8601-2, levels 0 and 1), kept as written.

A date is one happening somewhere inside it; an interval lasted from its start to its end.
"""

from __future__ import annotations

import attrs

from bynl_relations.errors import InvalidDate

__all__ = ["FOREVER", "NEVER", "Bounds", "Moment", "When"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Protocol, SupportsIndex, TypeAlias

    class Scalar(Protocol):
        """Stand for a number or day of numpy."""

        def item(self) -> object: ...


# What `When.parse` takes; only type checkers read into the text.
Moment: TypeAlias = "When | str | int | float | date | SupportsIndex | Scalar"

# The ordinals before and after those of all dates: minus and plus infinity.
NEVER, FOREVER = 0, 3652060

LONGEST_TEXT, LONGEST_SHOWN = 100, 60
ALLOWED = (
    "write EDTF such as '1994', '2008-10', '2008-10-20', '201X', '2008-12~', '2004/2009' or "
    "'2009/..'; When.parse also takes a year, a date, or words such as '24 March 1992'"
)
# What turns a near miss into EDTF, one after the other.
_MENDS = (
    (r"(?<=[0-9])[T ][0-9]{2}:.*", ""),
    (r"\s*([-/~?%]|^|$)\s*", r"\1"),
    ("[\u2010-\u2015\u2212]", "-"),
    (r"(?i)open|(?<=/)(?:now|today|present)", ".."),
    (r"(?i)unknown", ""),
    (r"(?<=[0-9XUux-])[Uux]", "X"),
    (r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3"),
    (r"-([0-9])(?![0-9])", r"-0\1"),
    (r"^([~?%])(.+)", r"\2\1"),
    (r"^([0-9]{4})-([0-9]{4})$", r"\1/\2"),
)
# What to say of a text, or a side of it; the first that fits is said.
_ADVICE = (
    (r"\s*", "leave out a date that is not known"),
    (r"(?:\.\.)?/?(?:\.\.)?|(?i:open|unknown)", "one side of an interval must be a date"),
    (r"[0-9]{4}-2[1-4][~?%]?", "a season has no fixed days: write the months, '2001-03/2001-05'"),
    (r"(?i)now|today|tomorrow|yesterday", "nothing is reckoned from today: write the date"),
    (r"[Yy+-].*|000[0X].*", "years run from 0001 to 9999"),
    (r".*[0-9](?::|T[0-9]{2}).*", "leave out the time of day and the zone"),
    (r"[0-9]{4}/[0-9]{1,2}", "write '2006-04' for a month, '2006/2009' for an interval of years"),
    (r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[~?%]?", "the calendar has no such month or day"),
    (r"(?s)(?!.*[0-9X]{3}).*", "write the year with four digits"),
    (r".*X.*", "X is the last digit or two of a year, or a whole month or day"),
)


def _months(february: int) -> dict[str, tuple[int, int]]:
    """Return, for each month as it is written, the days before it and the days in it."""
    lengths = (31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    table = {f"-{n + 1:02}": (sum(lengths[:n]), days) for n, days in enumerate(lengths)}
    return table | dict.fromkeys(("", "-XX"), (0, sum(lengths)))


_COMMON, _LEAP = _months(28), _months(29)
_DAYS = {"": 0, "-XX": 0} | {f"-{number:02}": number for number in range(1, 32)}
_STARTS = {"": (NEVER, FOREVER, False), "..": (NEVER, NEVER, False)}
_ENDS = {"": (NEVER, FOREVER, False), "..": (FOREVER, FOREVER, False)}
_set = object.__setattr__
_PRECISIONS = {2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}


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


def _side(text: str) -> tuple[int, int, bool] | None:
    """Return first day, last day, and whether it is vague, of a date with or without flag."""
    vague = text.endswith(("~", "?", "%"))
    days = _days(text[:-1] if vague else text)
    return None if days is None else (*days, vague)


def _read(text: str) -> tuple[tuple[int, int, int, int], tuple[bool, bool]] | None:
    """Return `span` and `vague` of an EDTF text, None where it is none."""
    days = _days(text)
    if days is not None:
        return days + days, (False, False)
    head, slash, tail = text.partition("/")
    if not slash:
        side = _side(text)
        return None if side is None else (side[:2] + side[:2], (side[2], side[2]))
    start = _STARTS.get(head) or _side(head)
    end = _ENDS.get(tail) or _side(tail)
    if start is None or end is None or (head in _STARTS and tail in _ENDS) or start[0] > end[1]:
        return None
    # A bound that is taken from the other side is as vague as that side.
    span = start[0], min(start[1], end[1]), max(end[0], start[0]), end[1]
    taken = end[2] and end[1] < start[1], start[2] and start[0] > end[0]
    return span, (start[2] or taken[0], end[2] or taken[1])


@attrs.frozen
class Bounds:
    """Give the first and the last day that a start or an end can be, None beyond all dates."""

    earliest: date | None
    latest: date | None


@attrs.frozen(repr=False)
class When:
    """Keep a date or interval as its source gives it, with the bounds that follow.

    Equal and hashed by its text. The order of uncertain dates is partial, so there is no `<`:
    ask `before`, `after`, `overlaps`, `within`, which compare from earliest to latest day.
    The flags `~ ? %` never move a bound, and today's date plays no part.

    Args:
        edtf: A year, month or day; with `X` for unknown digits (`201X`, `20XX`, `2004-XX`,
            `1985-04-XX`, `1985-XX-XX`); with `~`, `?` or `%` after it; or an interval of two
            of these, where `..` is an open and nothing an unknown side.

    Raises:
        InvalidDate: For anything else, with what to write instead.

    Source:
        ISO 8601-2:2019, levels 0 and 1, without seasons, times, and years beyond 0001 to 9999.

    Examples:
        >>> When("1994~").latest == When("1994").latest
        True
        >>> When("2009/").end.latest is None
        True
    """

    edtf: str
    _span: tuple[int, int, int, int] = attrs.field(init=False, eq=False)
    _vague: tuple[bool, bool] = attrs.field(init=False, eq=False)

    def __init__(self, edtf: str) -> None:
        try:
            edtf = str.__str__(edtf)
        except TypeError:
            raise _refusal(edtf, "When() reads text alone: ask When.parse()") from None
        found = _read(edtf)
        if found is None:
            raise _refusal(edtf, _advice(edtf))
        _set(self, "edtf", edtf)
        _set(self, "_span", found[0])
        _set(self, "_vague", found[1])

    @classmethod
    def parse(cls, moment: Moment) -> When:
        """Read EDTF, or a moment as a person types it or another library holds it.

        Args:
            moment: A `When`; EDTF; English words or numbers with a year of four digits
                (`"24th March 1992"`, `"13/04/2006"`); a whole number from 1000 to 9999; a
                `date`, `datetime`, `pandas.Timestamp` or `numpy.datetime64`, without its time
                of day and zone (a `datetime64` of years or months stays as coarse as that).

        Returns:
            The moment, as precise as it was given.

        Raises:
            InvalidDate: Where it is no date, or reads two ways (`"03/04/2006"`).

        Examples:
            >>> When.parse("March 2006") == When("2006-03")
            True
            >>> When.parse(1994) == When.parse("1994") == When("1994")
            True
        """
        if isinstance(moment, When):
            return moment
        return cls(_spoken(moment) if isinstance(moment, str) else _foreign(moment))

    @property
    def span(self) -> tuple[int, int, int, int]:
        """Give start.earliest, start.latest, end.earliest, end.latest as `toordinal` counts."""
        return self._span

    @property
    def vague(self) -> tuple[bool, bool]:
        """Tell of start and end whether a flag, its own or one taken over, makes it uncertain."""
        return self._vague

    @property
    def start(self) -> Bounds:
        """Give the bounds of the start; of a date, those of the date."""
        return Bounds(_date(self._span[0]), _date(self._span[1]))

    @property
    def end(self) -> Bounds:
        """Give the bounds of the end; of a date, those of the date."""
        return Bounds(_date(self._span[2]), _date(self._span[3]))

    @property
    def earliest(self) -> date | None:
        """Give the first day that it can touch, None where that is before every date."""
        return _date(self._span[0])

    @property
    def latest(self) -> date | None:
        """Give the last day that it can touch, None where that is after every date."""
        return _date(self._span[3])

    @property
    def precision(self) -> str:
        """Name what the bounds are: day, month, year, decade, century or interval."""
        if self.is_interval:
            return "interval"
        return _PRECISIONS[len(self.edtf.rstrip("~?%").replace("-XX", "").rstrip("X"))]

    @property
    def approximate(self) -> bool:
        """Tell whether it, or a side of it, carries `~` or `%`."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Tell whether it, or a side of it, carries `?` or `%`."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def is_interval(self) -> bool:
        """Tell whether it lasted from a start to an end."""
        return "/" in self.edtf

    @property
    def is_open(self) -> bool:
        """Tell whether a side is open (`..`); an unknown side is not."""
        return ".." in self.edtf

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Give the key that sorts: earliest, latest, text; open starts first, open ends last."""
        return self._span[0], self._span[3], self.edtf

    def before(self, other: Moment) -> bool:
        """Tell whether it is over before the other can begin."""
        return self._span[3] < When.parse(other).span[0]

    def after(self, other: Moment) -> bool:
        """Tell whether it can only begin after the other is over."""
        return self._span[0] > When.parse(other).span[3]

    def overlaps(self, other: Moment) -> bool:
        """Tell whether both share a day."""
        span = When.parse(other).span
        return self._span[0] <= span[3] and span[0] <= self._span[3]

    def within(self, other: Moment) -> bool:
        """Tell whether it lies wholly inside the other."""
        span = When.parse(other).span
        return span[0] <= self._span[0] and self._span[3] <= span[3]

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"When({self.edtf!r})"

    def __reduce__(self) -> tuple[type[When], tuple[str]]:
        return When, (self.edtf,)


def _date(ordinal: int) -> date | None:
    from datetime import date

    return date.fromordinal(ordinal) if NEVER < ordinal < FOREVER else None


def _refusal(value: object, advice: str) -> InvalidDate:
    """Return the error for a value: itself, what is allowed, and the nearest guess."""
    try:
        shown = repr(value[:LONGEST_TEXT] if isinstance(value, str) else value)
    except Exception:  # repr() of a foreign object, or of an int of 5,000 digits
        shown = f"<{type(value).__name__}>"
    if len(shown) > LONGEST_SHOWN:
        shown = f"{shown[: LONGEST_SHOWN - 3]}..."
    return InvalidDate(f"{shown} is no date: {ALLOWED}; {advice}")


def _advice(text: str) -> str:
    """Return what to write instead of a text that is no date."""
    import re

    text = text[:LONGEST_TEXT]
    mended = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    for pattern, better in _MENDS:
        mended = re.sub(pattern, better, mended)
    if _read(mended) is not None:
        return f"perhaps {mended!r}"
    sides = text.split("/")
    wrong = [side for side in sides if side not in _STARTS and _side(side) is None]
    for part in (text, *wrong):
        for pattern, advice in _ADVICE:
            if re.fullmatch(pattern, part):
                return advice
    if len(sides) == 2 and not wrong:
        return f"the start {sides[0]!r} is after the end {sides[1]!r}"
    return "a year has four digits, a month and a day two, an interval one '/'"


def _foreign(moment: object) -> str:
    """Return the EDTF text of a number, a date, or either from another library."""
    from datetime import date

    if isinstance(moment, date):
        text = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    elif (name := type(moment).__name__) == "datetime64":
        # Its item() is a bare number where it counts nanoseconds, and a day where it says a year.
        text = str(moment)[:10]
    else:
        try:
            kind = "__float__" if name.startswith("float") else "__index__"
            year = getattr(moment, kind, int)()
        except TypeError:
            year = 0
        text = str(int(year)) if 1000 <= year <= 9999 and not year % 1 else ""
    if _read(text) is None:
        raise _refusal(moment, "a year is a whole number from 1000 to 9999")
    return text


_WORD = (
    "(?P<Y>[0-9]{4})|(?P<n>[0-9]{1,2})|(?P<d>[0-9]{1,2}(?:st|nd|rd|th))"
    "|(?P<M>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?|september|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    "|(?P<W>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_ORDERS = "MY|YM|nY|W?(?:[nd]MY|M[nd]Y|YM[nd]|nnY|Ynn)"


def _spoken(text: str) -> str:
    """Return the EDTF text for what a person typed, with no field that was not there."""
    bare = text.strip()
    if len(text) > LONGEST_TEXT:
        raise _refusal(text, f"a date has at most {LONGEST_TEXT} characters")
    if _read(bare) is not None:
        return bare
    import re
    from datetime import date, datetime

    from dateutil.parser import parse, parserinfo

    words = [word for word in re.split("[.,]? +|[.,/-]", bare.lower()) if word != "of"]
    kinds = [found and found.lastgroup for found in (re.fullmatch(_WORD, word) for word in words)]
    order = "".join(kind or "?" for kind in kinds)
    if not re.fullmatch(_ORDERS, order) or (order == "nY" and " " in bare):
        raise _refusal(text, _advice(bare))
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
        raise _refusal(text, "the calendar has no such month or day") from None
    year = int(words[order.index("Y")])
    if any(reading[0] != year for reading in readings):
        raise _refusal(text, "write EDTF for years before 0100")
    if len(readings) > 1:
        names = [f"{day} {parserinfo.MONTHS[month - 1][-1]} {year}" for _, month, day in readings]
        raise _refusal(text, f"it reads two ways: {' and '.join(sorted(names))}")
    fields = readings.pop()
    if weekday and date(*fields).ctime()[:3].lower() != weekday[:3]:
        raise _refusal(text, "that day is another day of the week")
    return "-".join((f"{year:04}", *(f"{field:02}" for field in fields[1:])))
