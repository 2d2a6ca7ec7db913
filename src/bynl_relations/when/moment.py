"""Dates as precise as their source: EDTF (ISO 8601-2, levels 0 and 1), kept as written.

A date is one happening somewhere inside it; an interval lasted from its start to its end.
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

    Found = tuple[tuple[int, int, int, int], tuple[bool, bool]]

    class Scalar(Protocol):
        """Stand for a number or day of numpy."""

        def item(self) -> object: ...


# What `When.parse` takes; only type checkers read into the text.
Moment: TypeAlias = "When | str | int | float | date | SupportsIndex | Scalar"

_set = object.__setattr__
_PRECISIONS = {2: "century", 3: "decade", 4: "year", 7: "month", 10: "day"}


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
            from .parsing import refusal

            raise refusal(edtf, "When() reads text alone: ask When.parse()") from None
        found = read(edtf)
        if found is None:
            from .parsing import advice, refusal

            raise refusal(edtf, advice(edtf))
        _set(self, "edtf", edtf)
        _keep(self, found)

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
        """Keep a text that is known to be EDTF; it is read when its bounds are first asked for."""
        made = cls.__new__(cls)
        _set(made, "edtf", edtf)
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Read the text that `trusted` kept."""
            if name not in ("_span", "_vague"):
                raise AttributeError(f"'When' object has no attribute {name!r}")
            _keep(self, read(self.edtf))
            return getattr(self, name)

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
        from .bounds import Bounds

        return Bounds(_date(self._span[0]), _date(self._span[1]))

    @property
    def end(self) -> Bounds:
        """Give the bounds of the end; of a date, those of the date."""
        from .bounds import Bounds

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


def _keep(made: When, found: Found) -> None:
    _set(made, "_span", found[0])
    _set(made, "_vague", found[1])


def _date(ordinal: int) -> date | None:
    from datetime import date

    return date.fromordinal(ordinal) if NEVER < ordinal < FOREVER else None
