"""Errors tell the value, where it stands, and what is allowed, within limits."""

from __future__ import annotations

import pickle

import pytest

from bynl_relations import (
    InvalidData,
    InvalidDate,
    MissingExtra,
    RelationsError,
    UnknownName,
    UnknownRecord,
)
from bynl_relations.errors import MOST_CHARACTERS, MOST_PROBLEMS, Problem, shown


@pytest.mark.parametrize(
    ("error", "parent"),
    [
        (InvalidDate, ValueError),
        (InvalidData, ValueError),
        (UnknownRecord, KeyError),
        (UnknownName, LookupError),
        (MissingExtra, ImportError),
    ],
)
def test_each_error_is_also_the_built_in_one(error: type, parent: type) -> None:
    assert issubclass(error, RelationsError)
    assert issubclass(error, parent)


def test_an_unknown_record_is_not_quoted() -> None:
    assert str(UnknownRecord("no 'x'")) == "no 'x'"
    assert str(UnknownRecord()) == ""


def test_values_are_shown_by_repr_and_cut() -> None:
    assert shown("1994") == "'1994'"
    assert shown("\u202e") == "'\\u202e'"
    assert len(shown("a" * 10**6)) == 60
    assert shown([0] * 61) == "a list of 61"
    assert shown(b"a" * 100).startswith("b'aaa")
    assert shown({"a": ["b" * 100]}).endswith("…")


def test_values_that_cannot_be_shown_are_named() -> None:
    class Odd:
        def __repr__(self) -> str:
            raise RuntimeError

    assert shown(Odd()) == "a Odd"
    assert shown(10**5000) == "an int"


def test_a_problem_is_told_in_a_line() -> None:
    assert str(Problem("'x'", "a string")) == "'x'; expected a string"
    assert str(Problem("'x' is wrong", "")) == "'x' is wrong"
    assert (
        str(Problem("'x'", "a string", "$[0]", "id", "a.json"))
        == "a.json: $[0]: id: 'x'; expected a string"
    )


def test_one_problem_is_told_alone_and_several_in_lines() -> None:
    one, other = Problem("1", "2"), Problem("3", "4")

    assert str(InvalidData((one,))) == "1; expected 2"
    assert str(InvalidData.of("1", "2")) == "1; expected 2"
    assert str(InvalidData((one, other))) == "2 problems\n  1; expected 2\n  3; expected 4"


def test_a_hundred_problems_are_held_and_the_rest_counted() -> None:
    error = InvalidData((Problem(str(number), "x") for number in range(1000)), more=5)

    assert (len(error.problems), error.more) == (MOST_PROBLEMS, 905)
    assert str(error).startswith("1005 problems\n  0; expected x\n")
    assert str(error).endswith("\n  … and 905 more")


@pytest.mark.parametrize("length", [10, 300, 5000])
def test_the_text_has_a_limit(length: int) -> None:
    error = InvalidData([Problem("x" * length, "y" * length)] * 100)
    lines = str(error).splitlines()

    assert len(str(error)) <= MOST_CHARACTERS
    listed = len(lines) - 1 - lines[-1].startswith("  …")
    assert listed == 100 or lines[-1] == f"  … and {100 - listed} more"
    assert len(str(InvalidData((Problem("x" * 10**6, ""),)))) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    "error", [InvalidData([Problem("a", "b")] * 150), UnknownRecord("x"), InvalidDate("y")]
)
def test_errors_survive_pickle(error: Exception) -> None:
    again = pickle.loads(pickle.dumps(error))

    assert type(error) is type(again)
    assert str(error) == str(again)
