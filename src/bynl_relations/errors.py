"""Every error of the library; each is also a child of the built-in error that it is.

A message names the offending value, then what is allowed, then the nearest guess.
"""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple, cast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sized

__all__ = [
    "InvalidData",
    "InvalidDate",
    "MissingExtra",
    "Problem",
    "RelationsError",
    "UnknownName",
    "UnknownRecord",
    "shown",
]

#: How many problems one error lists, how many are counted before the search for more stops, and
#: how long its text may grow.
MOST_PROBLEMS = 100
MOST_COUNTED = 2_000
MOST_CHARACTERS = 20_000


_LONG: tuple[type, ...] = (list, tuple, dict, set, frozenset)


def shown(value: object, most: int = 60) -> str:
    """Show a value in a message: its `repr`, cut where it is long.

    Examples:
        >>> shown("1994")
        "'1994'"
    """
    if isinstance(value, (str, bytes)):
        value = value[: most + 1]
    try:
        size = len(cast("Sized", value)) if isinstance(value, _LONG) else 0
        if size > most:
            return f"a {type(value).__name__} of {size}"
        text = repr(value)
    except Exception:
        name = type(value).__name__
        text = f"an {name}" if name[0] in "aeiou" else f"a {name}"
    return text if len(text) <= most else f"{text[: most - 1]}…"


class RelationsError(Exception):
    """The parent of every error that this library raises on purpose."""


class InvalidDate(RelationsError, ValueError):
    """A string or value is not a date, or span of dates, that this library reads."""


class UnknownName(RelationsError, LookupError):
    """No actor, source, topic or word of that name is known."""


class UnknownRecord(RelationsError, KeyError):
    """No record has that id."""

    def __str__(self) -> str:
        """Return the message as it is; a plain `KeyError` would quote it."""
        return str(self.args[0]) if self.args else ""


class MissingExtra(RelationsError, ImportError):
    """An optional library is not installed; the message names the pip command."""


class Problem(NamedTuple):
    """One thing that is wrong with data.

    Attributes:
        found: What stands there.
        expected: What should stand there.
        path: Where, as a JSON path from the top of the file: `$[3].citations[0].source`.
        record: The id of the record, or empty where it is not known.
        file: The name of the file, or empty if the data is not a file.
    """

    found: str
    expected: str
    path: str = ""
    record: str = ""
    file: str = ""

    def __str__(self) -> str:
        """Return the problem in one line."""
        file = self.file if self.file.isprintable() else shown(self.file, 200)
        where = ": ".join(part for part in (file, self.path, self.record) if part)
        text = f"{self.found}; expected {self.expected}" if self.expected else self.found
        return f"{where}: {text}" if where else text


class InvalidData(RelationsError, ValueError):
    """Data breaks the rules; every problem is reported at once.

    Attributes:
        problems: The first hundred problems, in the order of the data.
        more: How many further problems there are; from two thousand in all on, at least so many.
    """

    def __init__(self, problems: Iterable[Problem], more: int = 0) -> None:
        """Keep the first hundred problems, and count the rest up to a limit."""
        rest = iter(problems)
        self.problems: tuple[Problem, ...] = tuple(islice(rest, MOST_PROBLEMS))
        self.more: int = more + sum(1 for _ in islice(rest, MOST_COUNTED - MOST_PROBLEMS))
        super().__init__(self.problems, self.more)

    @classmethod
    def of(cls, found: str, expected: str) -> InvalidData:
        """Make an error of a single problem."""
        return cls((Problem(found, expected),))

    def __str__(self) -> str:
        """Return every problem, a line each, within the limit of length."""
        if len(self.problems) == 1 and not self.more:
            return str(self.problems[0])[:MOST_CHARACTERS]
        found = len(self.problems) + self.more
        lines = [f"{'' if found < MOST_COUNTED else 'at least '}{found} problems"]
        room = MOST_CHARACTERS - len(lines[0]) - 60
        left = self.more
        for number, problem in enumerate(self.problems):
            line = f"  {str(problem)[:1000]}"
            room -= len(line) + 1
            if room < 0:
                left += len(self.problems) - number
                break
            lines.append(line)
        if left:
            lines.append(f"  … and {'' if found < MOST_COUNTED else 'at least '}{left} more")
        return "\n".join(lines)
