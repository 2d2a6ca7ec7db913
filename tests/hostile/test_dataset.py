"""A dataset from outside is refused whole, and all that is wrong with it is told at once."""

from __future__ import annotations

import gc
import json
import os
from pathlib import Path

import pytest

from bynl_relations import InvalidData, Relations
from bynl_relations.errors import MOST_CHARACTERS, MOST_PROBLEMS

SAID = {
    "schema": 1,
    "title": "T",
    "topics": {"trade": "Goods"},
    "indicators": {"goods": {"definition": "Goods"}},
}
SOURCE = {"id": "s", "title": "S", "tier": "news"}
STATE = {"id": "NL", "type": "state", "name": "Netherlands"}
EVENT = {"id": "e", "title": "E", "kind": "call", "citations": [{"source": "s"}]}
FIGURE = {"id": "f", "title": "F", "indicator": "goods", "low": 5, "citations": [{"source": "s"}]}


def document(**parts: object) -> dict[str, object]:
    """Return a small dataset, some parts of it replaced."""
    return {"dataset": SAID, "actors": [STATE], "sources": [SOURCE], "events": [EVENT]} | parts


def refused(value: object) -> InvalidData:
    """Read a document that is wrong."""
    with pytest.raises(InvalidData) as caught:
        Relations.from_json(value if isinstance(value, (str, bytes)) else json.dumps(value))
    error = caught.value
    assert error.__cause__ is None
    assert len(str(error)) <= MOST_CHARACTERS
    tracebacks = caught.traceback
    assert not any(
        "cattrs" in str(one.path) or "json" in Path(one.path).parts for one in tracebacks
    )
    assert gc.isenabled()
    return error


def told(value: object) -> list[tuple[str, str, str]]:
    """Return path, finding and expectation of each problem."""
    return [(one.path, one.found, one.expected) for one in refused(value).problems]


def only(value: object) -> tuple[str, str, str]:
    """Return path, finding and expectation of the one problem."""
    (one,) = told(value)
    return one


def event(**fields: object) -> dict[str, object]:
    """Return a document whose event has some fields replaced."""
    return document(events=[EVENT | fields])


def folder(path: Path, **files: object) -> Path:
    """Write a small dataset into a directory, some files of it replaced, `_` for a dot."""
    parts = {f"{name}.json": value for name, value in document().items()}
    for name, value in (parts | {n.replace("_", "."): v for n, v in files.items()}).items():
        if isinstance(value, bytes):
            (path / name).write_bytes(value)
        elif value is not None:
            (path / name).write_text(json.dumps(value))
    return path


def files_told(path: Path, **limits: int) -> list[tuple[str, str, str]]:
    """Return file, path and finding of each problem of a directory."""
    with pytest.raises(InvalidData) as caught:
        Relations.read(path, **limits)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return [(one.file, one.path, one.found) for one in caught.value.problems]


def test_the_small_dataset_is_right(tmp_path: Path) -> None:
    assert list(Relations.from_json(json.dumps(document()))) == ["e"]
    assert list(Relations.read(folder(tmp_path))) == ["e"]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("claimed", "false", "true or false"),
        ("claimed", 0, "true or false"),
        ("title", None, "a string"),
        ("title", 5, "a string"),
        ("topics", "trade", "a list"),
        ("topics", {"trade": 1}, "a list"),
        ("citations", None, "a list"),
        ("when", 1994, "a date in EDTF such as"),
        ("when", ["1994"], "a date in EDTF such as"),
        ("place", "Minsk", "an object with the keys city, country"),
        ("kind", 5, "one of establishment"),
        ("kind", None, "one of establishment"),
        ("id", "Not Kebab", "lowercase kebab-case of up to 100 characters"),
        ("id", "../../etc/passwd", "lowercase kebab-case"),
        ("id", "a" * 101, "lowercase kebab-case of up to 100 characters"),
        ("title", "", "1 to 80 characters"),
        ("title", "t" * 81, "1 to 80 characters"),
        ("title", "a\u202eb", "a string without the character U+202E"),
        ("summary", "a\x00b", "a string without the character U+0000"),
        ("notes", "a longer text\x00 of the same", "a string without the character U+0000"),
        ("notes", "two\nlines", "a string without the character U+000A"),
        ("notes", "\ud800", "a string without the character U+D800"),
        ("notes", "\u2066", "a string without the character U+2066"),
        ("replaced_by", "/etc/passwd", "the id of a record"),
        ("citations", [], "at least one citation"),
    ],
)
def test_a_wrong_value_is_told(field: str, value: object, expected: str) -> None:
    path, found, wanted = only(event(**{field: value}))

    assert path == f"$.events[0].{field}"
    assert wanted.startswith(expected)
    assert found


def test_wrong_words_and_unknown_keys_bring_a_suggestion() -> None:
    assert only(event(kind="cal"))[2].endswith("; did you mean 'call'?")
    assert only(event(kind="zzzzzz"))[2].endswith("other")
    assert only(event(titel="x"))[1:] == (
        "the unknown key 'titel'",
        (
            "one of id, title, summary, when, attested, participants, place, topics, "
            "references, citations, rationale, confidence, claimed, scope, related, notes, replaced_by, kind; "
            "did you mean 'title'?"
        ),
    )
    assert only(document(evants=[]))[2].endswith("; did you mean 'events'?")
    assert only(document(**{"\u202e": []}))[1] == "the unknown key '\\u202e'"


def test_a_missing_key_is_told() -> None:
    row = {key: value for key, value in EVENT.items() if key != "kind"}

    assert only(document(events=[row])) == (
        "$.events[0].kind",
        "nothing",
        "the key 'kind', which is required",
    )


def test_a_wrong_date_is_told_with_what_to_write() -> None:
    path, found, expected = only(event(when="June 2006"))

    assert (path, found) == ("$.events[0].when", "'June 2006'")
    assert expected.startswith("a date in EDTF such as '1994'")
    assert "When.parse" not in expected


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.org/",
        "http://",
        "http://[::1",
        "http://::1/",
        "http://example.org:http/",
        "https://user:secret@example.org/",
        "https://user@example.org/",
        "http://a b/",
        'https://example.org/"><script>',
        "https:example.org",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_addresses_are_http_with_a_host_and_without_credentials(url: str) -> None:
    path, _, expected = only(document(sources=[SOURCE | {"url": url}]))

    assert path == "$.sources[0].url"
    assert expected == "an http(s) address of up to 2,000 characters, without credentials"


def test_references_must_lead_somewhere() -> None:
    assert only(event(related=["nowhere"])) == (
        "$.events[0].related[0]",
        "'nowhere'",
        "the id of a record of the dataset, or one listed in elsewhere",
    )
    assert only(event(citations=[{"source": "ss"}]))[1:] == (
        "the unknown source 'ss'",
        "the id of one of the sources of the dataset; did you mean 's'?",
    )
    assert only(event(participants=[{"actor": "DE"}]))[1] == "the unknown actor 'DE'"
    assert only(event(participants=[{"actor": 7}]))[1] == "the unknown actor 7"
    assert only(event(topics=["trads"]))[2] == "a topic that dataset.json declares"
    assert only(document(statistics=[FIGURE | {"indicator": "other"}]))[2].startswith(
        "an indicator"
    )


def test_a_reference_must_be_of_the_right_kind() -> None:
    measure = EVENT | {
        "id": "m",
        "kind": "tax",
        "effect": "lifts",
        "imposed_by": ["NL"],
        "changes": ["e"],
    }
    person = {
        "id": "p",
        "title": "P",
        "person": "NL",
        "function": "consul",
        "mission": "e",
        "citations": [{"source": "s"}],
    }

    wrong = told(document(measures=[measure], appointments=[person]))

    assert [("$.appointments[0].mission", "'e'"), ("$.measures[0].changes[0]", "'e'")] == [
        one[:2] for one in wrong
    ]
    assert "a Mission of" in wrong[0][2]
    assert "a Measure or Agreement of" in wrong[1][2]


def test_what_is_elsewhere_may_be_named() -> None:
    said = SAID | {"elsewhere": ["nowhere"]}
    row = EVENT | {"related": ["nowhere"]}

    assert Relations.from_json(json.dumps(document(dataset=said, events=[row])))["e"].related


def test_an_id_stands_once_in_one_collection_and_across_all() -> None:
    figure = FIGURE | {"id": "e"}

    wrong = told(
        document(
            events=[EVENT, EVENT],
            statistics=[figure],
            actors=[STATE, STATE],
            sources=[SOURCE, SOURCE],
        )
    )

    assert [one[0] for one in wrong] == [
        "$.actors[1]",
        "$.sources[1]",
        "$.events[1]",
        "$.statistics[0]",
    ]
    assert all("a second time" in one[1] for one in wrong)
    assert wrong[2][2] == "each id once; it stands at $.events[0]"


@pytest.mark.parametrize(
    ("asserts", "path", "expected"),
    [
        ("1994", "", "a list"),
        (["1994"], "[0]", "an object with the keys field and value, no others"),
        ([{"field": "when"}], "[0]", "an object with the keys field and value"),
        (
            [{"field": "wen", "value": 1}],
            "[0].field",
            "one of when, participants, place, references, kind; did you mean 'when'?",
        ),
        ([{"field": ["when"], "value": 1}], "[0].field", "one of when"),
        ([{"field": "title", "value": "x"}], "[0].field", "one of when"),
        ([{"field": "when", "value": 1994}], "[0].value", "a date in EDTF such as"),
        ([{"field": "kind", "value": "cal"}], "[0].value", "one of establishment"),
        ([{"field": "kind", "value": None}], "[0].value", "one of establishment"),
        (
            [{"field": "participants", "value": [{"actor": "XX"}]}],
            "[0].value[0].actor",
            "the id of one of the actors",
        ),
        ([{"field": "place", "value": {}}], "[0].value.city", "a city, a country or both"),
        ([], "", "at least one assertion, as the stance is contradicts"),
    ],
)
def test_assertions_are_typed_by_the_field_that_they_name(
    asserts: object, path: str, expected: str
) -> None:
    where, _, wanted = only(
        event(citations=[{"source": "s", "stance": "contradicts", "asserts": asserts}])
    )

    assert where == f"$.events[0].citations[0].asserts{path}"
    assert wanted.startswith(expected)


def test_only_who_contradicts_asserts() -> None:
    asserts = [{"field": "when", "value": "1994"}]

    path, found, expected = only(event(citations=[{"source": "s", "asserts": asserts}]))

    assert path.endswith("citations[0].stance")
    assert found == "'supports'"
    assert expected.startswith("contradicts")


def test_an_assertion_of_nothing_is_allowed_where_the_field_is() -> None:
    asserts = [{"field": "when", "value": None}]
    citation = {"source": "s", "stance": "contradicts", "asserts": asserts}

    read = Relations.from_json(json.dumps(event(when="1992", citations=[citation])))

    assert read["e"].citations[0].asserts[0].value is None


@pytest.mark.parametrize("number", [True, "5", [5]])
def test_figures_are_numbers(number: object) -> None:
    path, _, expected = only(document(statistics=[FIGURE | {"low": number}]))

    assert (path, expected) == ("$.statistics[0].low", "a number")


def test_figures_keep_their_limits_and_their_order() -> None:
    assert only(document(statistics=[FIGURE | {"low": 12345678901234567}]))[2] == (
        "a finite number of up to 15 significant digits"
    )
    assert (
        only(document(statistics=[FIGURE | {"low": 5, "high": 4}]))[2] == "at most high, which is 4"
    )
    assert only(document(statistics=[{k: v for k, v in FIGURE.items() if k != "low"}]))[0].endswith(
        "stated"
    )


def test_everything_wrong_with_a_record_is_told_at_once() -> None:
    row = {
        "id": "Bad Id",
        "title": "",
        "when": "June 2006",
        "kind": "cal",
        "unknown": 1,
        "notes": "a\tb",
        "topics": ["No"],
        "citations": [
            {"source": "s", "stance": "suports", "says": "a\tb"},
            {"source": "s", "stance": "contradicts"},
        ],
        "place": {"country": "nl", "city": 5},
    }

    error = refused(document(events=[row]))

    assert {one.record for one in error.problems} == {"Bad Id"}
    assert [one.path.removeprefix("$.events[0]") for one in error.problems] == [
        ".when",
        ".place.city",
        ".place.country",
        ".citations[0].stance",
        ".citations[0].says",
        ".citations[1].asserts",
        ".kind",
        "",
        ".id",
        ".title",
        ".topics[0]",
        ".notes",
    ]


def test_everything_wrong_with_a_dataset_is_told_at_once() -> None:
    paths = [
        one[0]
        for one in told(
            document(
                dataset=SAID | {"schema": 2, "checked": "soon"},
                actors=[STATE | {"type": "country"}],
                events=[EVENT | {"title": ""}, EVENT | {"id": "x", "kind": "cal"}],
                visits={},
                nonsense=1,
            )
        )
    ]

    assert paths == [
        "$",
        "$.dataset.checked",
        "$.dataset.schema",
        "$.actors[0].type",
        "$.events[0].title",
        "$.events[1].kind",
        "$.visits",
    ]


def test_what_hangs_on_something_wrong_is_not_told_again() -> None:
    wrong = told(
        document(
            sources=[SOURCE | {"tier": "best"}],
            events=[EVENT, EVENT | {"id": "x", "related": ["e"]}],
        )
    )

    assert [one[0] for one in wrong] == ["$.sources[0].tier"]


def test_references_are_looked_at_where_other_records_are_wrong() -> None:
    wrong = told(
        document(
            events=[
                EVENT | {"title": ""},
                EVENT | {"id": "x", "related": ["e", "nowhere"], "topics": ["no"]},
            ]
        )
    )

    assert [one[0] for one in wrong] == [
        "$.events[0].title",
        "$.events[1].related[1]",
        "$.events[1].topics[0]",
    ]


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_a_constant_that_is_not_json_is_reported_as_itself(text: str) -> None:
    assert told(text) == [("$", text, "a finite number")]
    assert told(f'{{"dataset": {text}}}') == [("$.dataset", text, "a finite number")]


@pytest.mark.parametrize("value", [None, 5, [], True])
def test_a_document_is_an_object(value: object) -> None:
    assert only(value)[2].startswith(
        "an object with the keys dataset, actors, sources, gaps, places, events"
    )


@pytest.mark.parametrize("rows", [None, 5, "text", {"a": 1}, True])
def test_a_part_is_a_list(rows: object) -> None:
    assert only(document(events=rows))[::2] == ("$.events", "a list of objects")


@pytest.mark.parametrize("row", [None, 5, "text", [], True])
def test_a_row_is_an_object(row: object) -> None:
    assert only(document(events=[row]))[0] == "$.events[0]"
    assert only(document(actors=[STATE, row]))[0] == "$.actors[1]"


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {"title": 5},
        {"schema": True},
        {"schema": 1.0},
        {"schema": "1"},
        {"topics": ["trade"]},
        {"topics": {"No": ""}},
        {"indicators": {"No": {"definition": ""}}},
        {"elsewhere": ["No"]},
        {"licences": {"data": None}},
    ],
)
def test_what_a_dataset_says_of_itself_is_checked(said: object) -> None:
    assert told(document(dataset=said))[0][0].startswith("$.dataset")


def test_hostile_ids_do_not_reach_the_terminal() -> None:
    for name in ("a\n\x1b[31mb", "a\u202eb", "x" * 5000):
        error = refused(document(events=[EVENT | {"id": name}]))

        assert str(error).isprintable()
        assert len(str(error)) < 500


def test_a_hundred_problems_are_listed_and_the_rest_counted() -> None:
    rows = [EVENT | {"id": f"e-{number}", "kind": "cal"} for number in range(1234)]

    error = refused(document(events=rows))

    assert (len(error.problems), error.more) == (MOST_PROBLEMS, 1134)
    assert str(error).startswith("1234 problems\n")


def test_one_record_of_many_problems_is_counted_to_the_last() -> None:
    citations = [{"source": "nobody", "stance": "suports"}] * 80

    error = refused(event(citations=citations, kind="cal"))

    assert (len(error.problems), error.more) == (MOST_PROBLEMS, 61)


def test_deep_values_inside_a_record_are_refused() -> None:
    deep: object = []
    for _ in range(20):
        deep = [deep]

    assert only(event(topics=deep))[2] == "at most 16 levels of nesting"


# Directories.


def test_no_directory(tmp_path: Path) -> None:
    ((file, _, found),) = files_told(tmp_path / "absent")
    assert file.endswith("absent")
    assert found == "No such file or directory"

    (tmp_path / "file").write_text("x")
    assert files_told(tmp_path / "file")[0][2] == "Not a directory"


def test_an_empty_directory_lacks_dataset_json(tmp_path: Path) -> None:
    assert [("dataset.json", "", "no file")] == files_told(tmp_path)


def test_an_absent_collection_is_empty(tmp_path: Path) -> None:
    folder(tmp_path, events_json=None)

    (tmp_path / "events.json").unlink(missing_ok=True)
    assert len(Relations.read(tmp_path)) == 0


def test_every_file_is_looked_at(tmp_path: Path) -> None:
    folder(
        tmp_path,
        actors_json=b"{",
        sources_json=b"null",
        events_json=b"[NaN, 1e999]",
        visits_json={},
        dataset_json=b"\xff",
    )

    assert files_told(tmp_path) == [
        ("dataset.json", "byte 0", "bytes that are not UTF-8"),
        (
            "actors.json",
            "line 1, column 2",
            "invalid JSON: expecting property name enclosed in double quotes",
        ),
        ("sources.json", "$", "None"),
        ("events.json", "$[0]", "NaN"),
        ("events.json", "$[1]", "'1e999'"),
        ("visits.json", "$", "{}"),
    ]


def test_a_file_beyond_the_limit(tmp_path: Path) -> None:
    folder(tmp_path, events_json=b" " * 1000 + b"[]")

    assert files_told(tmp_path, max_bytes=1000) == [("events.json", "$", "more than 1,000 bytes")]
    assert len(Relations.read(tmp_path, max_bytes=1002)) == 0


def test_a_collection_has_one_file(tmp_path: Path) -> None:
    folder(tmp_path, events_jsonl=b"")

    assert files_told(tmp_path) == [("events.jsonl", "", "both events.json and events.jsonl")]


def test_json_lines_are_read_and_a_broken_line_is_told(tmp_path: Path) -> None:
    rows = [json.dumps(EVENT), "", "{broken", json.dumps(EVENT | {"id": "f", "kind": "cal"})]
    (folder(tmp_path) / "events.json").unlink()
    (tmp_path / "events.jsonl").write_text("\n".join(rows))

    assert files_told(tmp_path) == [
        (
            "events.jsonl",
            "line 3, column 2",
            "invalid JSON: expecting property name enclosed in double quotes",
        ),
        ("events.jsonl", "line 4.kind", "'cal'"),
    ]

    (tmp_path / "events.jsonl").write_text(rows[0])
    assert list(Relations.read(tmp_path)) == ["e"]


def test_a_file_that_is_none_is_not_opened(tmp_path: Path) -> None:
    folder(tmp_path)
    for name in ("events.json", "actors.json", "sources.json"):
        (tmp_path / name).unlink()
    (tmp_path / "events.json").mkdir()
    (tmp_path / "visits.jsonl").mkdir()
    os.symlink("actors.json", tmp_path / "actors.json")
    os.symlink("nowhere", tmp_path / "sources.json")
    os.mkfifo(tmp_path / "missions.json")

    assert [(file, found) for file, _, found in files_told(tmp_path)] == [
        ("actors.json", "Too many levels of symbolic links"),
        ("sources.json", "No such file or directory"),
        ("events.json", "not a regular file"),
        ("visits.jsonl", "not a regular file"),
        ("missions.json", "not a regular file"),
    ]


def test_a_file_with_nearly_the_name_of_a_part_is_told(tmp_path: Path) -> None:
    folder(tmp_path, event_json=[], Missions_json=[], other_json=[], visit_txt=b"")

    assert [
        ("Missions.json", "", "'Missions.json'"),
        ("event.json", "", "'event.json'"),
    ] == files_told(tmp_path)


def test_nothing_is_written_where_a_dataset_is_refused(tmp_path: Path) -> None:
    folder(tmp_path, events_json=[5])
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    files_told(tmp_path)

    assert before == {file.name: file.read_bytes() for file in tmp_path.iterdir()}


def test_ids_that_come_twice_among_many_are_told_and_counted() -> None:
    rows = [EVENT | {"id": f"e-{number // 2}"} for number in range(600)]

    error = refused(document(events=rows))

    assert (len(error.problems), error.more) == (MOST_PROBLEMS, 200)
    assert error.problems[7].path == "$.events[15]"
    assert error.problems[7].expected == "each id once; it stands at $.events[14]"


def test_a_row_may_name_its_collection_but_no_other() -> None:
    path, found, expected = only(event(collection="visits"))

    assert (path, found, expected) == ("$.events[0].collection", "'visits'", "'events'")
    named = Relations.from_json(json.dumps(event(collection="events")))
    assert Relations.from_json(json.dumps(event())) == named
