"""EDTF in words and numbers, no more precise than it is."""

from __future__ import annotations

import pytest

from bynl_relations import When
from bynl_relations.interop.dates import numbers, said, sides


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2017-07-10", "10 July 2017"),
        ("2017-07", "July 2017"),
        ("2017", "2017"),
        ("2017-07-XX", "July 2017"),
        ("2017-XX-XX", "2017"),
        ("199X", "1990s"),
        ("19XX", "1900 to 1999"),
        ("2012?", "2012?"),
        ("2012-03~", "about March 2012"),
        ("2012%", "about 2012?"),
        ("2004/2009-03", "2004 to March 2009"),
        ("2004/..", "2004 to date"),
        ("2004/", "from 2004"),
        ("../2009", "until 2009"),
        ("/2009~", "until about 2009"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(edtf: str, words: str) -> None:
    assert said(When(edtf)) == words


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
