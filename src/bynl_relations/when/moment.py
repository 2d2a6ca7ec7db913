"""Dates as precise as their source: EDTF (ISO 8601-2, levels 0 and 1), kept as written.

A date is one happening somewhere inside it; an interval lasted from its start to its end.
Of level 2, one happening out of a range of days is read too.
"""

from __future__ import annotations

import attrs

from .edtf import FOREVER, NEVER, read

__all__ = ["FOREVER", "NEVER", "Moment", "When"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Protocol, SupportsIndex, TypeAlias

    from .bounds import Bounds
    from .edtf import Reach, Span

    class Scalar(Protocol):
        """A number or day of numpy."""

        def item(self) -> object: ...

    class Lasting(Protocol):
        """A period of pandas."""

        @property
        def start_time(self) -> date: ...
        @property
        def end_time(self) -> date: ...


# What `When.parse` takes; only type checkers read into the text.
Moment: TypeAlias = "When | str | int | float | date | SupportsIndex | Scalar | Lasting"

_set = object.__setattr__
_PRECISIONS = {2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}


@attrs.frozen(eq=False, repr=False)
class When:
    """A date or interval as its source gives it, with the bounds that follow.

    Equal and hashed by its text. The order of uncertain dates is partial, so there is no `<`:
    ask `before`, `after`, `overlaps`, `within`, which compare from earliest to latest day.
    The flags `~ ? %` never move a bound; they count in questions. Today's date plays no part.

    `str` returns the EDTF text, `format` and f-strings the text in words.

    Args:
        edtf: A year, month or day; with `X` for unknown digits (`201X`, `20XX`, `2004-XX`,
            `1985-04-XX`, `1985-XX-XX`); with `~`, `?` or `%` after it; an interval of two
            of these, where `..` is an open and an empty side an unknown one; or one day out
            of a range without flags (`[2017-03-20..2017-03-25]`, `[..1984]`, `[1984..]`).

    Raises:
        InvalidDate: For anything else, with what to write instead.

    Source:
        ISO 8601-2:2019, levels 0 and 1, without seasons, times, and years beyond 0001 to 9999;
        of level 2, one out of a range.

    Examples:
        >>> When("1994~").latest == When("1994").latest
        True
        >>> When("2009/").end.latest is None
        True
        >>> f"It opened {When('2006~')}."
        'It opened about 2006.'
    """

    edtf: str
    _span: tuple[int, int, int, int] = attrs.field(init=False)
    _reach: tuple[int, int, int, int, int, int] | None = attrs.field(init=False)

    def __init__(self, edtf: str) -> None:
        try:
            edtf = str.__str__(edtf)
        except TypeError:
            from .parsing import refusal

            raise refusal(
                edtf, "When() reads strings only; When.parse() reads other values"
            ) from None
        found = read(edtf)
        if found is None:
            from .parsing import advice, refusal

            raise refusal(edtf, advice(edtf))
        _set(self, "edtf", edtf)
        _keep(self, found)

    # By hand, as attrs would compile both for every first answer.
    def __eq__(self, other: object) -> bool:
        return self.edtf == other.edtf if type(other) is When else NotImplemented

    def __hash__(self) -> int:
        return hash((When, self.edtf))

    @classmethod
    def parse(cls, moment: Moment) -> When:
        """Read EDTF, or a moment as a person types it or another library holds it.

        Args:
            moment: A `When`; EDTF; English words or numbers with a year of four digits
                (`"24th March 1992"`, `"13/04/2006"`); a whole number from 1000 to 9999; a
                `date`, `datetime`, `pandas.Timestamp` or `numpy.datetime64`, without its time
                of day and zone (a `datetime64` of years or months stays as coarse as that); a
                `pandas.Period` (of a quarter or a week: one day out of that range).

        Returns:
            The moment, as precise as it was given.

        Raises:
            InvalidDate: It is not a date, or reads two ways (`"03/04/2006"`).

        Examples:
            >>> When.parse("March 2006") == When("2006-03")
            True
            >>> When.parse(1994) == When.parse("1994") == When("1994")
            True
        """
        if isinstance(moment, When):
            return moment
        if type(moment) is int and 1000 <= moment <= 9999:
            return cls(str(moment))
        if type(moment) is str and (found := read(moment)) is not None:
            made = cls.trusted(moment)
            _keep(made, found)
            return made
        from .parsing import foreign, spoken

        return cls(spoken(moment) if isinstance(moment, str) else foreign(moment))

    @classmethod
    def trusted(cls, edtf: str) -> When:
        """Make a date of a text that is known to be EDTF; it is read when a bound is needed."""
        made = cls.__new__(cls)
        _set(made, "edtf", edtf)
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Read the text that `trusted` kept."""
            if name not in ("_span", "_reach"):
                raise AttributeError(f"'When' object has no attribute {name!r}")
            _keep(self, read(self.edtf))
            return getattr(self, name)

    @property
    def span(self) -> Span:
        """start.earliest, start.latest, end.earliest, end.latest as `toordinal` counts."""
        return self._span

    @property
    def reach(self) -> Reach | None:
        """How far questions reach, where a flag says more than `span` does; else None.

        The four bounds with `~` reached one unit further, then the day by which it surely had
        started, and the day up to which it surely had not ended.
        """
        return self._reach

    @property
    def start(self) -> Bounds:
        """The bounds of the start; of a date, those of the date."""
        from .bounds import Bounds

        return Bounds(_date(self._span[0]), _date(self._span[1]))

    @property
    def end(self) -> Bounds:
        """The bounds of the end; of a date, those of the date."""
        from .bounds import Bounds

        return Bounds(_date(self._span[2]), _date(self._span[3]))

    @property
    def earliest(self) -> date | None:
        """The first day that it can touch, None if that lies before every date."""
        return _date(self._span[0])

    @property
    def latest(self) -> date | None:
        """The last day that it can touch, None if that lies after every date."""
        return _date(self._span[3])

    @property
    def year(self) -> int | None:
        """The year in which it wholly lies, None if there is no single one."""
        first, last = self.earliest, self.latest
        return first.year if first and last and first.year == last.year else None

    @property
    def precision(self) -> str:
        """What the bounds are: day, month, year, decade, century, range or interval."""
        if self.is_interval:
            return "interval"
        if self.edtf.startswith("["):
            return "range"
        return _PRECISIONS[len(self.edtf.rstrip("~?%").replace("-XX", "").rstrip("X"))]

    @property
    def approximate(self) -> bool:
        """Whether it, or a side of it, carries `~` or `%`."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether it, or a side of it, carries `?` or `%`."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def flagged(self) -> tuple[bool, bool]:
        """Whether the start, and whether the end, carries a flag; of a date both are the same."""
        start, slash, end = self.edtf.partition("/")
        first = start.endswith(("~", "?", "%"))
        return first, end.endswith(("~", "?", "%")) if slash else first

    @property
    def is_interval(self) -> bool:
        """Whether it lasted from a start to an end."""
        return "/" in self.edtf

    @property
    def is_open(self) -> bool:
        """Whether a side is open (`..`); an unknown side is not."""
        return self.edtf.startswith(("../", "[..")) or self.edtf.endswith(("/..", "..]"))

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """What sorts dates: earliest, latest, text; open starts first, open ends last."""
        return self._span[0], self._span[3], self.edtf

    def before(self, other: Moment) -> bool:
        """Return whether it is over before the other can begin."""
        return self._span[3] < When.parse(other).span[0]

    def after(self, other: Moment) -> bool:
        """Return whether it can only begin after the other is over."""
        return self._span[0] > When.parse(other).span[3]

    def overlaps(self, other: Moment) -> bool:
        """Return whether both share a day."""
        span = When.parse(other).span
        return self._span[0] <= span[3] and span[0] <= self._span[3]

    def within(self, other: Moment) -> bool:
        """Return whether it lies wholly inside the other."""
        span = When.parse(other).span
        return span[0] <= self._span[0] and self._span[3] <= span[3]

    def text(self) -> str:
        """Return it in words, for people.

        Examples:
            >>> When("1992-03-24").text(), When("2006~").text()
            ('24 March 1992', 'about 2006')
        """
        from .wording import worded

        return worded(self.edtf)

    if not TYPE_CHECKING:

        def __lt__(self, other: object) -> bool:
            """Refuse: the order of uncertain dates is partial."""
            raise TypeError(
                f"{self!r} and {other!r} cannot be compared by <, <=, > or >=, because uncertain"
                " dates may overlap; use before(), after(), overlaps() or within(), and sort by"
                " key=lambda when: when.sort_key"
            )

        __le__ = __gt__ = __ge__ = __lt__

    def __str__(self) -> str:
        return self.edtf

    def __format__(self, spec: str) -> str:
        return format(self.text(), spec)

    def __repr__(self) -> str:
        return f"When({self.edtf!r})"

    def __reduce__(self) -> tuple[type[When], tuple[str]]:
        return When, (self.edtf,)


def _keep(made: When, found: tuple[Span, Reach | None]) -> None:
    _set(made, "_span", found[0])
    _set(made, "_reach", found[1])


def _date(ordinal: int) -> date | None:
    from datetime import date

    return date.fromordinal(ordinal) if NEVER < ordinal < FOREVER else None
