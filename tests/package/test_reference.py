"""The reference lists what there is: fields, words and keywords."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bynl_relations import Record, relations
from bynl_relations._query.conditions import COMMON
from bynl_relations.model import COLLECTIONS, kind

KINDS = [kind(collection) for collection in COLLECTIONS]


def section(root: Path, page: str, heading: str) -> str:
    """Return the text of a page under a heading."""
    text = (root / "docs" / "reference" / page).read_text(encoding="utf-8")
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def first_column(text: str) -> list[str]:
    """Return the names in the first column of the tables of a text."""
    cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


def test_the_fields_that_every_kind_has_are_listed(root: Path) -> None:
    assert list(Record.field_names()) == first_column(section(root, "model.md", "Record"))


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_the_fields_and_words_of_each_kind_are_listed(root: Path, cls: type[Record]) -> None:
    text = section(root, "model.md", cls.__name__)
    own = [name for name in cls.field_names() if name not in Record.field_names()]
    words = [word for field in cls.word_fields() for word in cls.vocabulary(field)]

    assert own == first_column(text)
    assert [word for word in words if f"`{word}`" not in text] == []
    assert f"`{cls.collection}`" in text


def test_the_keywords_of_every_query_are_listed(root: Path) -> None:
    listed = first_column(section(root, "api.md", "Queries"))

    assert {"to", *COMMON} == set(listed)


def test_every_collection_has_its_query(root: Path) -> None:
    text = section(root, "api.md", "Queries")

    assert [name for name in COLLECTIONS if not re.search(rf"\b{name}\b", text)] == []
    assert all(hasattr(relations, name) for name in COLLECTIONS)


@pytest.mark.parametrize("heading", ["Relations", "Records"])
def test_the_calls_of_the_reference_exist(root: Path, heading: str) -> None:
    thing = relations if heading == "Relations" else relations.missions()
    cells = re.findall(r"^\| (`.*?) \| ", section(root, "api.md", heading), re.MULTILINE)
    names = {name for cell in cells for name in re.findall(r"(?:elations\.|`)([a-z_]+)\b", cell)}

    missing = {
        name
        for name in names - {"relations", "len", "iter", "id", "mine"}
        if not hasattr(thing, name)
    }
    assert missing == set()
