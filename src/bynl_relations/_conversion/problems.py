"""Errors of the conversion from plain values to objects, as problems with a path.

cattrs raises errors in groups; here each becomes a `Problem` in our words. Messages are built
lazily: beyond the first hundred, problems are only counted.
"""

from __future__ import annotations

from heapq import nsmallest

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from .._spelling import hint, words
from ..errors import MOST_PROBLEMS, InvalidData, Problem, RelationsError, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Misfit", "count", "keys", "misfit", "no_word", "noted", "problems", "stands_at"]


class Misfit(RelationsError):
    """A value does not fit; the message is built when it is needed."""

    def __init__(self, explain: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        self.explain = explain


def misfit(value: object, expected: str) -> Misfit:
    """Return the error for a value, with what is expected in its place."""
    return Misfit(lambda: (shown(value), expected))


def no_word(value: object, found: str, expected: str, allowed: Iterable[str]) -> Misfit:
    """Return the error for a value that is not among the allowed words, with the nearest one."""

    def explain() -> tuple[str, str]:
        every = list(allowed)
        listed = expected or f"one of {words(every)}"
        return f"{found}{shown(value)}", listed + hint(value, every)

    return Misfit(explain)


def noted(name: str, error: Exception) -> Exception:
    """Return an error with a note of the key at which it stands, as cattrs reads it."""
    error.__notes__ = [AttributeValidationNote("", name, object)]
    return error


def stands_at(name: str, error: Exception) -> ClassValidationError:
    """Return an error as cattrs raises it for a key."""
    return ClassValidationError("", [noted(name, error)], object)  # pyright: ignore[reportCallIssue]


def keys(kind: type) -> list[str]:
    """Return the keys of the JSON object of a class."""
    return [field.name for field in attrs.fields(kind) if field.init]


def count(error: BaseException) -> int:
    """Count the problems in an error."""
    if isinstance(error, BaseValidationError):
        return sum(map(count, error.exceptions))
    if isinstance(error, ForbiddenExtraKeysError):
        return len(error.extra_fields)
    return len(error.problems) + error.more if isinstance(error, InvalidData) else 1


def problems(
    error: BaseException, path: str, file: str = "", record: str = ""
) -> Iterator[Problem]:
    """Yield each problem in an error that cattrs raised.

    Args:
        error: An error of cattrs or of this library.
        path: Where the value that failed stands.
        file: Name of the file.
        record: Id of the record, if it is known.

    Yields:
        The problems, in the order of the fields; broken rules of the record come after values
        that do not fit their field.
    """
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        noted, others = error.group_exceptions()
        for inner, note in noted:
            if isinstance(note, IterableValidationNote):
                yield from problems(inner, f"{path}[{note.index}]", file, record)
            elif isinstance(inner, KeyError):
                missing = f"the key {note.name!r}, which is required"
                yield Problem("nothing", missing, f"{path}.{note.name}", record, file)
            else:
                yield from problems(inner, f"{path}.{note.name}", file, record)
        for inner in others:
            yield from problems(inner, path, file, record)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in nsmallest(MOST_PROBLEMS, error.extra_fields, key=str):
            found, expected = no_word(key, "the unknown key ", "", keys(error.cl)).explain()
            yield Problem(found, expected, path, record, file)
    elif isinstance(error, Misfit):
        found, expected = error.explain()
        yield Problem(found, expected, path, record, file)
    elif isinstance(error, InvalidData):
        for problem in error.problems:
            step = problem.path.removeprefix("$")
            whole = f"{path}.{step}" if step and step[0] not in "[." else path + step
            yield Problem(problem.found, problem.expected, whole, record or problem.record, file)
    else:
        yield Problem(str(error), "", path, record, file)
