"""A dataset is written in canonical form and read from files, lines or one document."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from bynl_relations import Actor, Citation, Event, Relations, Source, Visit, When, relations
from bynl_relations._conversion.json_text import MAX_BYTES
from bynl_relations._dataset import document, reader

SOURCE = Source("s", "S", tier="news")


def event(id: str, when: str | None = None) -> Event:
    """Build an event."""
    day = None if when is None else When(when)
    return Event(id=id, title=id.upper(), kind="call", when=day, citations=(Citation(SOURCE),))


def test_one_file_a_part_and_none_for_what_is_empty(tmp_path: Path) -> None:
    Relations.of([event("b"), event("a")], title="T").write(tmp_path / "new" / "folder")

    names = sorted(file.name for file in (tmp_path / "new" / "folder").iterdir())
    data = ["dataset.json", "events.json", "sources.json"]
    assert names == sorted(["datapackage.json", "schemas", *data])


def test_records_stand_in_order_of_time_and_defaults_are_left_out(tmp_path: Path) -> None:
    made = Relations.of([event("c"), event("b", "2000"), event("a", "1994/"), event("d", "1994")])

    made.write(tmp_path)

    rows = json.loads((tmp_path / "events.json").read_text())
    assert [row["id"] for row in rows] == ["d", "a", "b", "c"]
    assert rows[3] == {"id": "c", "title": "C", "citations": [{"source": "s"}], "kind": "call"}


def test_the_layout_on_disk_is_utf_8_with_line_feeds(tmp_path: Path) -> None:
    source = Source("s", "Мінск", tier="news")
    Relations.of([Event(id="e", title="é", kind="call", citations=(Citation(source),))]).write(
        tmp_path
    )

    data = (tmp_path / "sources.json").read_bytes()
    assert "Мінск".encode() in data
    assert b"\r" not in data
    assert data.endswith(b"]\n")


def test_what_is_empty_now_is_removed_and_other_files_stay(tmp_path: Path) -> None:
    guest = Actor("NL", "state", "Netherlands")
    visit = Visit(
        id="v", title="V", level="other", visitors=(guest,), citations=(Citation(SOURCE),)
    )
    Relations.of([event("a"), visit]).write(tmp_path)
    (tmp_path / "notes.json").write_text("[]")
    assert (tmp_path / "visits.json").exists()

    Relations.of([event("a")]).write(tmp_path)

    names = {file.name for file in tmp_path.iterdir()}
    assert names == {
        "datapackage.json",
        "dataset.json",
        "events.json",
        "sources.json",
        "notes.json",
        "schemas",
    }
    assert list(Relations.read(tmp_path)) == ["a"]


def test_a_document_and_a_directory_say_the_same(tmp_path: Path) -> None:
    made = Relations.of([event("a"), event("b", "1994")], title="T", version="1", checked="2020")
    made.write(tmp_path)

    written = json.loads(made.to_json())
    for part, value in written.items():
        assert value == json.loads((tmp_path / f"{part}.json").read_text())
    assert Relations.read(tmp_path).to_json() == made.to_json()
    assert Relations.from_json(made.to_json().encode()).to_json() == made.to_json()


def test_a_collection_may_be_json_lines(tmp_path: Path) -> None:
    made = Relations.of([event("b", "1994"), event("a")])
    made.write(tmp_path)
    for part in ("events", "sources"):
        rows = json.loads((tmp_path / f"{part}.json").read_text())
        (tmp_path / f"{part}.json").unlink()
        lines = "".join(json.dumps(row) + "\r\n" for row in rows)
        (tmp_path / f"{part}.jsonl").write_text(f"\ufeff{lines}\n")

    assert Relations.read(tmp_path).to_json() == made.to_json()


def test_json_lines_are_a_stream(tmp_path: Path) -> None:
    Relations.of([event("a")]).write(tmp_path)
    row = json.dumps(json.loads((tmp_path / "events.json").read_text())[0] | {"notes": "x" * 1000})
    (tmp_path / "events.json").unlink()
    with (tmp_path / "events.jsonl").open("w") as file:
        file.write(row + "\n")
        file.writelines(" " * 9000 + "\n" for _ in range(1000))
    Relations.read(tmp_path)

    tracemalloc.start()
    Relations.read(tmp_path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 1_000_000 < (tmp_path / "events.jsonl").stat().st_size


def test_equal_parts_are_shared_objects() -> None:
    made = Relations.from_json(Relations.of([event("a"), event("b")]).to_json())

    assert made["a"].citations[0].source is made["b"].citations[0].source


def test_the_bundled_data_is_read_back_the_same() -> None:
    written = relations.to_json(None)
    held = reader.read_document(written, 4 * MAX_BYTES)

    assert written == "".join(document.document(held))


def test_a_collection_too_large_for_one_file_is_written_as_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bynl_relations._dataset.writer.MAX_BYTES", 500)
    mine = Relations.of([event(f"event-{number}") for number in range(9)])
    mine.write(tmp_path)
    assert (tmp_path / "events.jsonl").read_bytes().count(b"\n") == 9
    assert not (tmp_path / "events.json").exists()
    assert '"path": "events.jsonl"' in (tmp_path / "datapackage.json").read_text("utf-8")
    assert Relations.read(tmp_path) == mine
    monkeypatch.undo()
    mine.write(tmp_path)
    assert (tmp_path / "events.json").exists()
    assert not (tmp_path / "events.jsonl").exists()
    assert Relations.read(tmp_path) == mine
