"""The bundled files are, byte for byte, what the library itself would write."""

from __future__ import annotations

from pathlib import Path

import pytest

import bynl_relations
from bynl_relations._dataset import reader, writer

DATA = Path(bynl_relations.__file__).parent / "data"


@pytest.fixture(scope="module")
def canonical(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the canonical text of each file of the bundled data."""
    folder = tmp_path_factory.mktemp("canonical")
    writer.write(reader.read(DATA), folder)
    return {file.name: file.read_bytes().decode() for file in folder.glob("*.json")}


def test_every_file_is_in_canonical_form(canonical: dict[str, str]) -> None:
    found = {name: (DATA / name).read_bytes().decode() for name in canonical}

    assert [name for name in canonical if found[name] != canonical[name]] == []


def test_the_form_of_a_file_counts_to_the_byte(canonical: dict[str, str]) -> None:
    name = "missions.json"

    assert canonical[name] != canonical[name].replace("\n  ", "\n ", 1)
    assert canonical[name] != canonical[name].rstrip("\n")
