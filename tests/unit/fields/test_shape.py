"""A class that is checked refuses what its annotations do not allow, all of it at once."""

from __future__ import annotations

from decimal import Decimal, localcontext
from enum import StrEnum
from typing import Any

import pytest

from bynl_relations import (
    Actor,
    Assertion,
    Citation,
    Event,
    EventKind,
    InvalidData,
    MissionKind,
    Participant,
    Place,
    Source,
    Statistic,
    When,
)
from bynl_relations._fields.formats import ADDRESS, ID, LANGUAGE, is_number, text_fault
from bynl_relations._fields.shape import Shape, shapes

SOURCE = Source("s", "S", tier="news")
CITATION = Citation(SOURCE)
ACTOR = Actor("NL", "state", "Netherlands")


def told(make: Any, *args: Any, **fields: Any) -> list[tuple[str, str, str]]:
    """Return path, finding and expectation of each problem of an object that is not built."""
    with pytest.raises(InvalidData) as caught:
        make(*args, **fields)
    return [(one.path, one.found, one.expected) for one in caught.value.problems]


def event(**fields: Any) -> Event:
    """Build an event, some fields of it replaced."""
    return Event(**{"id": "e", "title": "E", "kind": "call", "citations": (CITATION,)} | fields)


@pytest.mark.parametrize("text", ["a", "1", "a-b", "by-embassy-the-hague", "a" * 100])
def test_kebab_case(text: str) -> None:
    assert ID.fits(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "-a", "a-", "a--b", "a b", "é", "a\n", "a" * 101, "../a"]
)
def test_what_is_no_kebab_case(text: str) -> None:
    assert not ID.fits(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://a",
        "http://[::1]/",
        "https://[2001:db8::1]:80",
        "HTTPS://Example.org",
        "https://a.nl:8080/b?c#d",
        "http://a?b@c",
    ],
)
def test_addresses(text: str) -> None:
    assert ADDRESS.fits(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "ftp://a",
        "http://",
        "http:///a",
        "http://u@a",
        "http://a\\b",
        "http://a/<b",
        "http://a b",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not ADDRESS.fits(text)


def test_language_tags_have_the_form_of_bcp_47() -> None:
    assert LANGUAGE.fits("nl")
    assert LANGUAGE.fits("be-tarask")
    assert not LANGUAGE.fits("Dutch")
    assert not LANGUAGE.fits("nl-" + "a-" * 100)


@pytest.mark.parametrize(
    "letter",
    [
        "\x00",
        "\n",
        "\t",
        "\x7f",
        "\x85",
        "\u2028",
        "\u202a",
        "\u202e",
        "\u2066",
        "\u2069",
        "\ud800",
        chr(0xDFFF),
        "\uffff",
    ],
)
def test_letters_that_no_text_may_hold(letter: str) -> None:
    assert text_fault(f"a{letter}b") == f"U+{ord(letter):04X}"
    assert told(Place, f"a{letter}b") == [
        ("city", repr(f"a{letter}b"), f"a string without the character U+{ord(letter):04X}")
    ]


@pytest.mark.parametrize("text", ["plain", "a\u00a0b", "a\u200db", "e\u0301", "Мінск", "👍"])
def test_other_letters_are_welcome(text: str) -> None:
    assert text_fault(text) == ""
    assert Place(text).city == text


def test_numbers_keep_fifteen_digits_and_the_range_of_json() -> None:
    good = (
        "0",
        "-0",
        "1",
        "1E+20",
        "123456789012345",
        "1.23456789012345E-9",
        "1000000000000000000000",
    )
    bad = (
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "1234567890123456",
        "1E+400",
        "1E-400",
        "1E+999999",
    )

    assert all(is_number(Decimal(text)) for text in good)
    assert not any(is_number(Decimal(text)) for text in bad)


def test_a_figure_does_not_hang_on_the_decimal_context() -> None:
    with localcontext() as context:
        context.prec = 3
        figure = Statistic(id="f", title="F", indicator="x", low=123456.5, citations=(CITATION,))

    assert str(figure.low) == "123456.5"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (5, "5"),
        (5.0, "5"),
        (1500.50, "1500.5"),
        (Decimal("-0"), "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E+20"), "1E+20"),
        (10**15, "1E+15"),
        (Decimal("-0.00120"), "-0.0012"),
    ],
)
def test_a_figure_is_normalised(given: Any, kept: str) -> None:
    assert (
        str(Statistic(id="f", title="F", indicator="x", high=given, citations=(CITATION,)).high)
        == kept
    )


@pytest.mark.parametrize("given", [True, "5", [5], 10**20 + 1, float("nan"), float("inf")])
def test_what_is_no_figure_is_told(given: Any) -> None:
    wrong = told(Statistic, id="f", title="F", indicator="x", high=given, citations=(CITATION,))

    assert [path for path, _, _ in wrong] == ["high"]


def test_shapes_say_what_fits_in_words() -> None:
    words = {name: shape.words for name, shape in shapes(Event)}

    assert words["id"] == "a string"
    assert words["claimed"] == "True or False"
    assert words["when"] == "a When, or None"
    assert words["attested"] == "a tuple, each member a When"
    assert words["citations"] == "a tuple, each member a Citation"
    assert words["confidence"] == "one of high, medium, low"
    assert dict(shapes(Actor))["names"].words == "a tuple, each member a pair of a key and a string"
    assert dict(shapes(Statistic))["low"].words == "a number, or None"


@pytest.mark.parametrize(
    ("field", "value", "path", "expected"),
    [
        ("id", None, "id", "a string"),
        ("id", 5, "id", "a string"),
        ("title", MissionKind.EMBASSY, "title", "a string"),
        ("claimed", 1, "claimed", "True or False"),
        ("when", "1994", "when", "a When; write When('1994')"),
        ("place", "Minsk", "place", "a Place"),
        ("topics", ["trade"], "topics", "a tuple, each member a string"),
        ("topics", "trade", "topics", "a tuple, each member a string"),
        ("topics", ("trade", 5), "topics[1]", "a string"),
        ("attested", ("1994",), "attested[0]", "a When; write When('1994')"),
        ("citations", (SOURCE,), "citations[0]", "a Citation"),
        ("participants", (5,), "participants[0]", "a Participant"),
        ("participants", None, "participants", "a tuple, each member a Participant"),
        ("kind", "cal", "kind", "did you mean 'call'?"),
        ("kind", 5, "kind", "one of establishment"),
        ("kind", "zzzzz", "kind", "other"),
        ("citations", (), "citations", "at least one citation"),
        ("replaced_by", "No", "replaced_by", "the id of a record"),
    ],
)
def test_a_value_that_does_not_fit_is_told(
    field: str, value: Any, path: str, expected: str
) -> None:
    ((where, found, wanted),) = told(event, **{field: value})

    assert path == where
    assert expected in wanted
    assert found


def test_a_subclass_fits_where_its_parent_does() -> None:
    class Town(Place):
        pass

    class Text(str):
        __slots__ = ()

    assert event(place=Town("Minsk")).place == Town("Minsk")
    assert event(title=Text("A title")).title == "A title"


def test_all_is_told_at_once_with_the_rules_for_what_fits() -> None:
    wrong = told(event, id="No", title="", when="1994", topics=("No",), citations=())

    assert [path for path, _, _ in wrong] == ["id", "title", "when", "topics[0]", "citations"]


def test_what_hangs_on_a_field_that_does_not_fit_is_not_told() -> None:
    assert [one[0] for one in told(Place, "", 5)] == ["country"]
    assert [one[0] for one in told(Citation, SOURCE, "contradicts", asserts=5)] == ["asserts"]
    assert [
        one[0] for one in told(Citation, SOURCE, "denise", asserts=(Assertion("when", None),))
    ] == ["stance"]
    figure = {"id": "f", "title": "F", "indicator": "x", "citations": (CITATION,)}
    assert [one[0] for one in told(Statistic, **figure, low="5")] == ["low"]
    assert [one[0] for one in told(Statistic, **figure, low=5, high="6")] == ["high"]


def test_a_record_id_that_is_unfit_to_be_shown_is_not() -> None:
    for name in (5, "a\nb", "a" * 101):
        with pytest.raises(InvalidData) as caught:
            event(id=name)
        assert {one.record for one in caught.value.problems} == {""}


def test_a_key_stands_once_among_pairs() -> None:
    assert told(Actor, "x", "person", "X", names=(("nl", "A"), ("nl", "B"))) == [
        ("names", "'nl'", "each key once")
    ]
    assert (
        told(Actor, "x", "person", "X", names=(("nl",), 5, ("ru", 5)))[0][2]
        == "a pair of a key and a string"
    )


def test_assertions_are_checked_by_the_record() -> None:
    def assertion(field: Any, value: Any) -> Any:
        cited = Citation(SOURCE, "contradicts", asserts=(Assertion(field, value),))
        return event(citations=(cited,))

    assert assertion("kind", EventKind.PROTEST).disputed
    path = "citations[0].asserts[0]"
    assert told(assertion, "wen", 1) == [
        (f"{path}.field", "'wen'", "one of when, participants, place, references, kind")
    ]
    assert told(assertion, "title", "x")[0][0] == f"{path}.field"
    assert told(assertion, "when", "1994") == [
        (f"{path}.value", "'1994'", "a When; write When('1994')")
    ]
    assert "write EventKind('call')" in told(assertion, "kind", "call")[0][2]
    assert told(assertion, ["when"], When("1994")) == [
        ("asserts[0].field", "['when']", "the name of a field")
    ]


def test_equal_means_same_class_and_same_fields() -> None:
    class Town(Place):
        pass

    assert Place("Minsk", "BY") == Place("Minsk", "BY")
    assert Place("Minsk", "BY") != Place("Minsk")
    assert Place("Minsk") != Town("Minsk")
    assert Place("Minsk") != "Minsk"
    assert hash(Place("Minsk", "BY")) == hash(Place("Minsk", "BY"))
    assert repr(Place("Minsk", "BY")) == "Place(city='Minsk', country='BY')"
    assert repr(Participant(ACTOR, "host")).endswith("role='host', capacity=None)")


def test_a_class_without_rules_of_its_own() -> None:
    assert Participant(ACTOR, "host").role == "host"
    assert told(Participant, ACTOR, 5) == [("role", "5", "a string")]


def test_a_shape_of_a_vocabulary_hints() -> None:
    class Word(StrEnum):
        ONE = "one"

    assert [one[2] for one in Shape(Word).faults("onee", "x")] == [
        "one of one; did you mean 'one'?"
    ]
    assert [one[2] for one in Shape(Word).faults("one", "x")] == ["one of one; write Word('one')"]
    assert [one[2] for one in Shape(Word).faults(5, "x")] == ["one of one"]
