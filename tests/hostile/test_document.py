"""JSON text that is broken, or meant to break the reader, is refused by name."""

from __future__ import annotations

import pytest

from bynl_relations import InvalidData
from bynl_relations._conversion.json_text import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_SIGNIFICANT,
    lines,
    parse,
    record_id,
    unsound,
)
from bynl_relations.errors import MOST_COUNTED, MOST_PROBLEMS


def refused(data: bytes | str, **limits: int) -> list[tuple[str, str, str]]:
    """Return the place, the finding and the expectation of each problem of a document."""
    try:
        found = tuple(unsound(parse(data, "a.json", **limits), file="a.json"))
    except InvalidData as error:
        assert error.__cause__ is None
        found = error.problems
    assert found
    assert all(one.file == "a.json" for one in found)
    return [(one.path, one.found, one.expected) for one in found]


def test_the_limits_have_names() -> None:
    assert (16 * 1024 * 1024, 16, 20, 15) == (MAX_BYTES, MAX_DEPTH, MAX_DIGITS, MAX_SIGNIFICANT)


def test_a_document_beyond_the_limit_is_refused_and_an_argument_raises_it() -> None:
    data = b'"' + b"a" * 20 + b'"'

    assert parse(data, max_bytes=22) == "a" * 20
    assert refused(data, max_bytes=21) == [
        ("$", "more than 21 bytes", "less, or max_bytes= raised")
    ]
    assert "characters" in refused(data.decode(), max_bytes=21)[0][1]


def test_one_byte_order_mark_is_tolerated_and_two_are_not() -> None:
    assert parse(b"\xef\xbb\xbf[1]") == [1]
    assert parse("\ufeff[1]") == [1]
    assert refused(b"\xef\xbb\xbf\xef\xbb\xbf[1]") == [
        ("line 1, column 1", "invalid JSON: expecting value", "a JSON document")
    ]


@pytest.mark.parametrize("data", [b"\xff\xfe[\x00", b'"caf\xe9"', b'"\xed\xa0\x80"', b'"\xc0\xaf"'])
def test_other_encodings_than_utf_8_are_refused(data: bytes) -> None:
    ((where, found, _),) = refused(data)

    assert where.startswith("byte ")
    assert found == "bytes that are not UTF-8"


@pytest.mark.parametrize(
    "data", ["", "  ", "{", "[1,]", "{'a': 1}", '{"a" 1}', "[1] [2]", "nul", "01"]
)
def test_what_is_no_json_is_refused_with_line_and_column(data: str) -> None:
    ((where, found, expected),) = refused(data)

    assert where.startswith("line 1, column ")
    assert found.startswith("invalid JSON: ")
    assert expected == "a JSON document"


def test_nesting_has_a_limit() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert parse(deep)
    ((where, found, _),) = refused(f"[{deep}]")
    assert where == "$" + "[0]" * MAX_DEPTH
    assert found == "more than 16 levels"


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_a_hundred_thousand_brackets_do_no_harm(opening: str) -> None:
    assert "nesting" in refused(opening * 100_000)[0][2]


def test_a_key_twice_is_told_with_its_place() -> None:
    assert refused('[{"id": "a", "x": {"y": 1, "z": 2, "y": 3}}]') == [
        ("$[0].x.y", "the key 'y' twice in one object", "each key once")
    ]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_are_told(word: str) -> None:
    assert refused(f'{{"a": {word}}}') == [("$.a", word, "a finite number")]


def test_whole_numbers_have_a_limit_of_digits() -> None:
    assert parse("9" * 20) == 10**20 - 1
    assert parse("-" + "9" * 20) == 1 - 10**20
    assert refused("9" * 21)[0][1] == "a number of 21 digits"
    assert refused("-" + "9" * 21)[0][1] == "a number of 21 digits"
    assert refused("9" * 10_000)[0][1] == "a number of 10000 digits"


@pytest.mark.parametrize(
    "digits", ["0.1234567890123456", "1234567890.123456", "0.10000000000000000001"]
)
def test_other_numbers_have_fifteen_significant_digits(digits: str) -> None:
    assert refused(digits) == [("$", repr(digits), "at most 15 significant digits")]


@pytest.mark.parametrize("digits", ["1e999", "-1E999", "1e-999"])
def test_numbers_outside_the_range_are_refused(digits: str) -> None:
    assert "range" in refused(digits)[0][2]


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("0.123456789012345", 0.123456789012345),
        ("1.500000000000000000", 1.5),
        ("0e999", 0.0),
        ("-0.0", 0.0),
    ],
)
def test_numbers_within_the_limits_are_read(digits: str, value: float) -> None:
    assert value == parse(digits)


def test_everything_is_told_at_once_with_the_record() -> None:
    text = '[{"id": "a", "b": [NaN, 1e999]}, {"id": 5, "c d": -Infinity}, {"id": "%s", "x": NaN}]'

    found = unsound(parse(text % ("long" * 30)))

    assert [(one.path, one.record) for one in found] == [
        ("$[0].b[0]", "a"),
        ("$[0].b[1]", "a"),
        ("$[1]['c d']", ""),
        ("$[2].x", ""),
    ]


def test_a_hundred_are_listed_and_the_rest_counted() -> None:
    error = InvalidData(unsound(parse("[" + "NaN," * 4999 + "NaN]")))

    assert len(error.problems) == 100
    assert error.more == MOST_COUNTED - MOST_PROBLEMS
    assert str(error).startswith("at least 2000 problems\n")
    assert str(error).endswith("… and at least 1900 more")


def test_lines_are_read_one_by_one_and_each_failure_stands_alone() -> None:
    text = [b'\xef\xbb\xbf{"a": 1}\n', b"\r\n", b"{broken\n", b"\xef\xbb\xbf3\n", b"4"]

    read = list(lines(iter(text), "a.jsonl", 100))

    assert [number for number, _ in read] == [1, 3, 4, 5]
    assert read[0][1] == {"a": 1}
    assert isinstance(read[1][1], InvalidData)
    assert "byte order mark" in str(read[2][1])
    assert read[3][1] == 4


def test_a_line_that_is_too_long_is_one_problem() -> None:
    pieces = [b"[1,1,1,1,", b"1,1,1,1,1", b"]\n", b"2\n"]

    read = list(lines(iter(pieces), "a.jsonl", 8))

    assert [number for number, _ in read] == [1, 2]
    assert "more than 8 bytes" in str(read[0][1])
    assert read[1][1] == 2


@pytest.mark.parametrize(
    "value", [None, [], {}, {"id": 5}, {"id": "a\nb"}, {"id": "a\u202eb"}, {"id": "a" * 101}]
)
def test_an_id_that_is_unfit_to_be_shown_is_not(value: object) -> None:
    assert record_id(value) == ""
