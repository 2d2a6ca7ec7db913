"""CITATION.cff, by the validator of the format."""

from __future__ import annotations

from pathlib import Path

import pytest
from cffconvert import Citation
from jsonschema.exceptions import ValidationError

from bynl_relations import relations

TEXT = (Path(__file__).parents[3] / "CITATION.cff").read_text(encoding="utf-8")


def test_the_file_is_valid() -> None:
    Citation(TEXT).validate()


def test_the_file_that_a_directory_of_data_gets_is_valid(tmp_path: Path) -> None:
    relations.write(tmp_path)

    Citation((tmp_path / "CITATION.cff").read_text(encoding="utf-8")).validate()


def test_a_file_without_authors_is_not() -> None:
    with pytest.raises(ValidationError):
        Citation(TEXT.replace("authors:\n", "others:\n")).validate()
