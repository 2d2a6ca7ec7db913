"""The spans of days that a question asks about.

Source: the library's own rules of time in questions (docs/reference/time.md).
"""

from __future__ import annotations

from ..errors import InvalidDate, shown
from ..when import FOREVER, NEVER, When, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from .._protocols import RecordLike

    class Dated(Protocol):
        """A dataset, asked for the day of its last check."""

        @property
        def checked(self) -> When | None: ...


__all__ = ["Window", "windows"]


class Window:
    """A span of days that a question asks about.

    Attributes:
        began: Whether it asks when something began; else it asks what stood.
        first: Its first day.
        last: Its last day.
        vague: Whether one of its bounds carries a flag, so that nothing is certain.
    """

    __slots__ = ("_dated", "_sure", "began", "first", "last", "vague")

    began: bool
    first: int
    last: int
    vague: bool
    _dated: Dated
    _sure: int | None

    def __init__(self, began: bool, first: int, last: int, vague: bool, dated: Dated) -> None:
        """Hold the days as ordinals, and the dataset that has the day of the last check."""
        put = object.__setattr__
        put(self, "began", began)
        put(self, "first", first)
        put(self, "last", last)
        put(self, "vague", vague)
        put(self, "_dated", dated)
        put(self, "_sure", None)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse."""
        raise AttributeError(f"a Window cannot be changed: {name!r} stays as it is")

    @property
    def sure(self) -> int:
        """The last day up to which something can be certain; before `first` where nothing is."""
        if self._sure is None:
            checked = None if self.vague else self._dated.checked
            last = self.last if checked is None else min(self.last, checked.span[3])
            sure = self.first - 1 if self.vague else last
            object.__setattr__(self, "_sure", sure)
            return sure
        return self._sure

    def can(self, record: RecordLike) -> bool:
        """Return whether the record can belong."""
        if self.began:
            known = record.began
            return known is not None and known[0] <= self.last and known[1] >= self.first
        return standing.can(record.periods, self.first, self.last)

    def must(self, record: RecordLike) -> bool:
        """Return whether the record must belong."""
        sure = self.sure
        if sure < self.first:
            return False
        if self.began:
            known = record.began
            return known is not None and known[0] >= self.first and known[2] <= sure
        return standing.must(record.periods, self.first, sure)

    def knows(self, record: RecordLike) -> bool:
        """Return whether the record has a time: `when`, a sighting, or a day in force."""
        return record.when is not None or record.began is not None


def windows(given: Mapping[str, object], dated: Dated) -> tuple[Window, ...]:
    """Read `since`, `until` and `at`: a window of when it began, and one of what stood.

    A flag of theirs widens nothing and makes nothing certain.

    Args:
        given: The keywords as they were given.
        dated: The dataset that is asked, for the day of its last check.

    Raises:
        InvalidDate: A value is not a date, or since is after until.
    """
    found: list[Window] = []
    if "since" in given or "until" in given:
        first, last, vague = NEVER, FOREVER, False
        if "since" in given:
            since = _moment("since", given["since"])
            first, vague = since.span[0], since.flagged[0]
        if "until" in given:
            until = _moment("until", given["until"])
            last, vague = until.span[3], vague or until.flagged[1]
        if first > last:
            raise InvalidDate(
                f"since={shown(given['since'])} is after until={shown(given['until'])};"
                " since takes the earlier moment"
            )
        found.append(Window(True, first, last, vague, dated))
    if "at" in given:
        at = _moment("at", given["at"])
        found.append(Window(False, at.span[0], at.span[3], any(at.flagged), dated))
    return tuple(found)


def _moment(name: str, value: object) -> When:
    try:
        return When.parse(value)  # type: ignore[arg-type]
    except InvalidDate as error:
        raise InvalidDate(f"{name}={error}") from None
