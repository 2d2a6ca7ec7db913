"""Dates in words."""

from __future__ import annotations

import pytest

from bynl_relations import When
from bynl_relations._page.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1992", "1992"),
        ("1992-03", "March 1992"),
        ("1992-03-24", "24 March 1992"),
        ("1992-03-24~", "about 24 March 1992"),
        ("1992?", "perhaps 1992"),
        ("1992%", "perhaps about 1992"),
        ("199X", "1990s"),
        ("19XX", "1900 to 1999"),
        ("199X~", "about 1990s"),
        ("2004-XX", "a month in 2004"),
        ("2004-XX-XX", "a day in 2004"),
        ("2004-02-XX", "a day in February 2004"),
        ("1994/1998-05", "1994 to May 1998"),
        ("1994?/1998", "perhaps 1994 to 1998"),
        ("1994/..", "from 1994, still so"),
        ("1994/", "from 1994, end unknown"),
        ("../1998", "until 1998"),
        ("/1998", "until 1998, start unknown"),
    ],
)
def test_a_date_is_written_in_words(edtf: str, words: str) -> None:
    assert words == in_words(When(edtf))
