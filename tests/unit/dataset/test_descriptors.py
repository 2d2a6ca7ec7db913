"""What describes a directory of data is written beside it, and kept in step with it."""

from __future__ import annotations

import json
from pathlib import Path

from bynl_relations import Citation, Event, Relations, Source, relations
from bynl_relations._dataset import writer
from bynl_relations._dataset.descriptors import descriptors
from bynl_relations._dataset.holdings import InMemory
from bynl_relations._dataset.metadata import Metadata

DATA = Path(writer.__file__).parents[1] / "data"
MINE = Relations.of(
    [Event(id="e", title="E", kind="call", citations=(Citation(Source("s", "S", tier="news")),))]
)


def schemas(folder: Path) -> set[str]:
    """Return the names of the parts whose schema lies in a directory."""
    return {path.stem for path in (folder / "schemas").iterdir()}


def said(dataset: Metadata) -> InMemory:
    """Return holdings that hold nothing."""
    return InMemory(dataset, {}, {}, {})


def test_each_part_that_is_there_has_its_schema(tmp_path: Path) -> None:
    relations.write(tmp_path)
    assert schemas(tmp_path) == set(writer.parts(relations._holdings))

    MINE.write(tmp_path)
    assert schemas(tmp_path) == {"dataset", "sources", "events"}
    assert Relations.read(tmp_path) == MINE


def test_what_is_written_is_what_ships(tmp_path: Path) -> None:
    relations.write(tmp_path)

    for path in tmp_path.rglob("*.*"):
        assert path.read_bytes() == (DATA / path.relative_to(tmp_path)).read_bytes()


def test_a_schema_lets_a_source_assert_what_a_reader_takes() -> None:
    made = descriptors(Metadata(), ["missions"])
    schema = json.loads(made["schemas/missions.json"])

    known = schema["$defs"]["Assertion"]["properties"]["field"]["enum"]
    assert "seat" in known
    assert "place" not in known


def test_a_citation_file_is_written_where_the_author_is_known(tmp_path: Path) -> None:
    MINE.write(tmp_path)
    assert not (tmp_path / "CITATION.cff").exists()

    for citation in ("A. Author: Notes", "B. Author: Notes"):
        writer.write(said(Metadata(title="Notes", citation=citation)), tmp_path)
        assert citation.partition(":")[0] in (tmp_path / "CITATION.cff").read_text("utf-8")


def test_the_citation_file_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "CITATION.cff").write_text("cff-version: 1.2.0\ntype: software\n")

    relations.write(tmp_path)

    assert (tmp_path / "CITATION.cff").read_text() == "cff-version: 1.2.0\ntype: software\n"
