"""Every way out gives a text, and writes it where a path is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, Relations, Source, relations
from bynl_relations._query.output import saved

SOURCE = Source("a", "A", tier="news")
EVENTS = Relations.of(
    [
        Event(id=name, title="Évènement", kind="call", citations=(Citation(SOURCE),))
        for name in ("one", "two")
    ]
).events()


def test_pieces_are_joined_or_written_as_they_are(tmp_path: Path) -> None:
    assert saved(["é", "\n"], None) == "é\n"
    assert saved(iter(["é", "\r\n"]), tmp_path / "file") is None
    assert (tmp_path / "file").read_bytes() == b"\xc3\xa9\r\n"
    saved([], str(tmp_path / "file"))
    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.parametrize("way", ["to_json", "to_jsonl", "to_csv", "to_jsonld"])
def test_a_path_takes_the_text_in_its_place(way: str, tmp_path: Path) -> None:
    write = getattr(EVENTS, way)

    assert write(tmp_path / "file") is None
    assert (tmp_path / "file").read_bytes().decode() == write()


def test_dicts_read_back_equal() -> None:
    assert [Event.from_dict(one) for one in EVENTS.to_dicts()] == list(EVENTS)


def test_json_is_a_list_of_the_dicts() -> None:
    assert json.loads(EVENTS.to_json()) == EVENTS.to_dicts()
    assert "Évènement" in EVENTS.to_json()
    assert json.loads(EVENTS[:0].to_json()) == []


def test_json_lines_is_a_record_a_line() -> None:
    lines = EVENTS.to_jsonl().splitlines()

    assert [json.loads(line) for line in lines] == EVENTS.to_dicts()
    assert EVENTS[:0].to_jsonl() == ""


def test_markdown_holds_every_record() -> None:
    for records in (EVENTS, relations.all()):
        lines = records.to_markdown().splitlines()

        assert [line for line in lines if "… " in line and " more …" in line] == []
        rows = lines[4 : 4 + len(records)]
        assert all(f"| `{one.id}` |" in line for one, line in zip(records, rows, strict=True))
        assert lines[4 + len(records) :] == (["", lines[-1]] if records.gaps else [])


@pytest.mark.parametrize("write", ["to_json", "to_jsonl"])
def test_a_path_that_cannot_be_written_is_the_error_of_the_system(
    write: str, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        getattr(EVENTS, write)(tmp_path / "absent" / "file")
