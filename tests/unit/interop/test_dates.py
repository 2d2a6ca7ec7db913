"""The numbers of EDTF, no more precise than it is."""

from __future__ import annotations

from bynl_relations import When
from bynl_relations.interop.dates import numbers, sides


def test_an_unknown_digit_gives_no_number() -> None:
    assert [numbers(side) for side in ("2008-10-20", "2008-XX", "200X", "20XX", "", "..")] == [
        (2008, 10, 20),
        (2008,),
        (),
        (),
        (),
        (),
    ]


def test_a_flag_stands_apart() -> None:
    assert sides(When("2008-12~/2009?")) == (("2008-12", "~"), ("2009", "?"))


def test_one_out_of_a_range_has_no_sides() -> None:
    assert sides(When("[2017-03-20..2017-03-25]")) == ()
