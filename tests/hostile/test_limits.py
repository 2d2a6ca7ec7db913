"""What is too much is refused by a named limit, in little time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bynl_relations import Actor, Citation, Event, InvalidData, Relations, Source, converter
from bynl_relations._conversion import json_text
from bynl_relations._conversion.json_text import BYTES_A_KEY, MAX_CONTAINERS, parse
from bynl_relations._fields.shape import MOST_MEMBERS
from bynl_relations.errors import MOST_COUNTED, MOST_PROBLEMS

SOURCE = {"id": "s", "title": "S", "tier": "news"}
EVENT = {"id": "e", "title": "E", "kind": "call", "citations": [{"source": "s"}]}
HEAD = '{"sources": [{"id": "s", "title": "S", "tier": "news"}], "events": ['
ROW = json.dumps(EVENT)[:-1]


def refused(text: str | bytes, **limits: int) -> InvalidData:
    """Read a document that has too much of something."""
    with pytest.raises(InvalidData) as caught:
        Relations.from_json(text, **limits)
    return caught.value


def test_lists_and_objects_are_counted_before_anything_is_parsed() -> None:
    text = "[" + "{}," * MAX_CONTAINERS + "{}]"

    problem = refused(text, max_bytes=10**9).problems[0]

    assert problem.found == "2,000,002 lists and objects"
    assert problem.expected.startswith("at most 2,000,000 in one document")


def test_keys_are_counted_before_anything_is_parsed() -> None:
    text = json.dumps({str(number): ":" for number in range(100)})

    assert parse(text, "", 100 * BYTES_A_KEY) == json.loads(text)
    with pytest.raises(InvalidData, match=r"100 keys; expected at most 99, or max_bytes= raised"):
        parse(text, "", 99 * BYTES_A_KEY)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '["]",' * 100_000,
        r'["\"]", ' * 100_000,
        r'["\\", ' * 100_000,
        '{"a": {"}": ' * 100_000,
    ],
)
def test_what_nests_endlessly_does_not_reach_the_parser(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for data in (text, text.encode()):
        assert refused(data).problems[0].found in ("endless nesting", "invalid JSON: extra data")
    for name in ("_CAREFUL", "_QUICK"):
        monkeypatch.setattr(json_text, name, None)
    monkeypatch.setattr(json_text, "_USUAL_LIMIT", 10)
    for data in (text, text.encode()):
        assert refused(data).problems[0].found == "endless nesting"


def test_what_nests_endlessly_is_refused_on_a_small_stack_too() -> None:
    found: list[InvalidData] = []
    before = threading.stack_size(256 * 1024)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(10**6)
    try:
        thread = threading.Thread(target=lambda: found.append(refused("[" * 100_000)))
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
        sys.setrecursionlimit(limit)

    assert [error.problems[0].found for error in found] == ["endless nesting"]


@pytest.mark.parametrize("text", [r'{"a": "\\"}', r'{"a\"[": "\\\"{"}', '"[["', "[[]]"])
def test_signs_inside_strings_are_not_counted(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "_USUAL_LIMIT", 10)
    monkeypatch.setattr(json_text, "MAX_CONTAINERS", 2)

    assert parse(text) == json.loads(text)


@pytest.mark.parametrize(
    "number", ["1234567890123456", "1e3", "0.5", "12", "1E-2", "0.1234567890123456"]
)
def test_numbers_mean_the_same_in_a_document_of_many(
    number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"[{number}, {number}]".ljust(600)
    careful = parse(text)
    monkeypatch.setattr(json_text, "_MANY", 0)

    assert repr(careful) == repr(parse(text))


def test_after_two_thousand_problems_nobody_reads_on(tmp_path: Path) -> None:
    error = refused(HEAD + ROW.replace('"call"', '"cal"') + "}," + "{}," * 100_000 + "{}]}")
    (tmp_path / "dataset.json").write_text("{}")
    (tmp_path / "events.jsonl").write_text("x\n" * 100_000)

    assert len(error.problems) == MOST_PROBLEMS
    assert error.more == MOST_COUNTED - MOST_PROBLEMS
    assert str(error).startswith("at least 2000 problems")
    with pytest.raises(InvalidData, match="at least 2000 problems"):
        Relations.read(tmp_path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("topics", ["trade"]),
        ("citations", [{"source": "s"}]),
        ("attested", ["2001"]),
        ("participants", [{"actor": "NL"}]),
    ],
)
def test_a_list_has_at_most_ten_thousand_members(field: str, value: list[object]) -> None:
    row = EVENT | {field: value * (MOST_MEMBERS + 1)}
    problem = refused(json.dumps({"sources": [SOURCE], "events": [row]})).problems[0]

    assert problem.path == f"$.events[0].{field}"
    assert "at most 10,000" in problem.expected


def test_a_tuple_is_held_to_the_same_limit() -> None:
    cited = Citation(Source("s", "S", tier="news"))

    with pytest.raises(InvalidData, match="at most 10,000"):
        Event(id="e", title="E", kind="call", citations=(cited,) * (MOST_MEMBERS + 1))


def test_wrong_members_are_counted_up_to_the_limit() -> None:
    wrong = {"kind": 5}

    for kind, value in (
        (tuple[int, ...], ["x"] * 9_000),
        (dict[str, int], dict.fromkeys(map(str, range(9_000)), "x")),
    ):
        with pytest.raises(InvalidData) as caught:
            converter().structure(value, kind)
        assert caught.value.more == MOST_COUNTED - MOST_PROBLEMS
    assert refused(json.dumps({"indicators": wrong})).problems


def test_wrong_values_of_a_table_are_counted_up_to_the_limit() -> None:
    indicators = {f"goods_{number}": 5 for number in range(MOST_COUNTED + 1)}

    error = refused(json.dumps({"dataset": {"indicators": indicators}}))

    assert error.more == MOST_COUNTED - MOST_PROBLEMS


def test_what_is_kept_in_mind_of_texts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("builder", "gate"):
        monkeypatch.setattr(f"bynl_relations._conversion.{module}.MOST_KEPT", 1)
    said = {"topics": {"trade": "", "sport": ""}}
    rows = [EVENT | {"id": f"e-{number}", "topics": topics} for number, topics in
            enumerate((["trade"], ["sport"], ["trade", "sport"]))]  # fmt: skip

    read = Relations.from_json(json.dumps({"dataset": said, "sources": [SOURCE], "events": rows}))

    assert [("trade",), ("sport",), ("trade", "sport")] == [record.topics for record in read.all()]


def test_an_object_of_a_thousand_unknown_keys_is_one_problem() -> None:
    row = EVENT | {f"key {number:04}": 0 for number in range(1_000)}

    (problem,) = refused(json.dumps({"sources": [SOURCE], "events": [row]})).problems

    assert problem.found == "a dict of 1004"


def test_unknown_keys_of_a_document_are_counted_beyond_the_hundredth() -> None:
    error = refused(json.dumps({f"key {number:04}": 0 for number in range(300)}))

    assert (len(error.problems), error.more) == (100, 200)


def test_a_name_of_many_words_is_refused() -> None:
    with pytest.raises(InvalidData, match="name"):
        Actor("somebody", "person", "word " * 20_000)


def test_a_key_that_stands_often_is_reported_once() -> None:
    doubled = "{" + '"a": 1, "b": 2, ' * 5_000 + '"c": 3}'

    error = refused('{"events": [' + doubled + "]}")

    assert [problem.path for problem in error.problems] == ["$.events[0].a", "$.events[0].b"]
    many = "{" + ", ".join(f'"a{number}": 1, "a{number}": 2' for number in range(500)) + "}"
    assert len(refused('{"events": [' + many + "]}").problems) == 100


#: Documents of 16 MiB, as bad as can be; each is refused.
WORST = {
    "objects": 'HEAD + "{}," * 1_900_000 + "{}]}"',
    "numbers": 'HEAD + "1," * 8_380_000 + "1]}"',
    "decimals": 'HEAD + "0.5," * 4_190_000 + "1]}"',
    "exponents": 'HEAD + "1e5," * 4_190_000 + "1]}"',
    "strings": """HEAD + '"ab",' * 3_350_000 + '1]}'""",
    "topics": """HEAD + ROW + ', "topics": [' + '"a",' * 4_190_000 + '"a"]}]}'""",
    "numbers for topics": """HEAD + ROW + ', "topics": [' + '1,' * 8_300_000 + '1]}]}'""",
    "lists for topics": """HEAD + ROW + ', "topics": [' + '[],' * 1_900_000 + '1]}]}'""",
    "a key twice": """HEAD + '{' + '"abcdef":1234567,' * 980_000 + '"a":1}]}'""",
    "keys": """HEAD + '{' + ''.join(f'"{n:07x}":12345,' for n in range(1_040_000)) + '"a":1}]}'""",
    "closed in strings": """'["]",' * 3_350_000""",
    "rows": """HEAD + ','.join(ROW.replace('"e"', f'"e-{n}"').replace('}]', ', "says": "' + 'a' * 20 + '"}]')
        + ', "notes": "\\u200b", "related": ["x"]}' for n in range(90_000)) + ']}'""",
}
MEASURE = """
import resource, time
from bynl_relations import InvalidData, Relations
HEAD, ROW = {head!r}, {row!r}
text = ({document}).encode()
assert len(text) <= 16 * 2**20, len(text)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
begun = time.process_time()
try:
    Relations.from_json(text)
except InvalidData:
    seconds = time.process_time() - begun
    print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


@pytest.mark.long
@pytest.mark.parametrize("document", WORST.values(), ids=WORST)
def test_the_worst_of_16_mib_is_refused_in_3_s_and_300_mib(document: str) -> None:
    code = MEASURE.format(head=HEAD, row=ROW, document=document)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    seconds, mebibytes = map(float, ran.stdout.split())
    assert seconds < 3
    assert mebibytes < 300
