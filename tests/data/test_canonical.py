"""The bundled files are, byte for byte, what the library itself would write."""

from __future__ import annotations

from pathlib import Path

import pytest

import bynl_relations
from bynl_relations import _layout
from bynl_relations._document import text

DATA = Path(bynl_relations.__file__).parent / "data"


@pytest.fixture(scope="module")
def canonical() -> dict[str, str]:
    """Give the canonical text of each file of the bundled data."""
    held = _layout.read(DATA)
    return {f"{name}.json": text(value) + "\n" for name, value in _layout.files(held)}


def test_every_file_is_in_canonical_form(canonical: dict[str, str]) -> None:
    found = {name: (DATA / name).read_bytes().decode() for name in canonical}

    assert [name for name in canonical if found[name] != canonical[name]] == []


def test_the_form_of_a_file_counts_to_the_byte(canonical: dict[str, str]) -> None:
    name = "missions.json"

    assert canonical[name] != canonical[name].replace("\n  ", "\n ", 1)
    assert canonical[name] != canonical[name].rstrip("\n")


def test_data_written_again_is_the_same(canonical: dict[str, str], tmp_path: Path) -> None:
    _layout.write(_layout.read(DATA), tmp_path)

    written = {file.name: file.read_bytes().decode() for file in tmp_path.glob("*.json")}
    assert canonical.items() <= written.items()
