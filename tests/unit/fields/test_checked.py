"""Classes whose constructor is compiled when it is first asked for."""

from __future__ import annotations

import inspect
from typing import Any

from attrs import Factory, evolve, field, fields

from bynl_relations._fields.checked import Checked, frozen


def pair() -> Any:
    """Build a class that nobody has constructed yet."""

    @frozen(eq=False, repr=False)
    class Pair(Checked):
        first: str
        second: str = field(default="", converter=lambda value: str(value).strip())
        both: str = field(init=False, default=Factory(lambda it: it.first + it.second, True))
        last: str = field(default="", kw_only=True)

        def __attrs_post_init__(self) -> None:
            """Check nothing: the annotations name nothing that a module holds."""

    return Pair


def test_a_constructor_is_compiled_for_the_first_object() -> None:
    cls = pair()
    assert not inspect.isfunction(vars(cls)["__init__"])

    made = cls("a", " b ")

    assert ("a", "b", "ab", "") == (made.first, made.second, made.both, made.last)
    assert inspect.isfunction(vars(cls)["__init__"])
    assert made == cls("a", "b") != evolve(made, last="c")


def test_a_signature_is_that_of_the_fields() -> None:
    cls = pair()

    assert ["first", "second", "last"] == list(inspect.signature(cls).parameters)
    assert cls.__init__.__qualname__.endswith("Pair.__init__")
    assert cls.__match_args__ == ("first", "second")
    assert [True, True, False, True] == [one.init for one in fields(cls)]


def test_a_child_has_the_fields_of_its_parent() -> None:
    @frozen(eq=False, repr=False, kw_only=True)
    class Child(pair()):  # type: ignore[misc]
        more: str = ""

    # Whether a child makes the fields of its parent keywords too depends on the version of attrs.
    made = Child(first="a", last="z", more="m")

    assert ("a", "a", "z", "m") == (made.first, made.both, made.last, made.more)
