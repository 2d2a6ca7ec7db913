"""What every rule on the data shares: the records, and how one is broken on purpose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from bynl_relations import relations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bynl_relations import Record

DATA = Path(__file__).parents[2] / "src" / "bynl_relations" / "data"


@pytest.fixture(scope="session")
def records() -> tuple[Record, ...]:
    """Return every bundled record, claims included."""
    return tuple(relations[name] for name in relations)


@pytest.fixture(scope="session")
def broken() -> Callable[..., Record]:
    """Return a function that takes a bundled record by id and breaks some of its fields."""

    def make(name: str, **changes: object) -> Record:
        return attrs.evolve(relations[name], **changes)  # type: ignore[no-any-return]

    return make


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Return the text of each bundled file by its name."""
    return {file.name: file.read_text("utf-8") for file in sorted(DATA.glob("*.json"))}


@pytest.fixture(scope="session")
def strings(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Return every string value of the bundled files, with its file and path."""
    return [pair for name, text in texts.items() for pair in walk(json.loads(text), name)]


def walk(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Return the strings inside plain JSON values, each with its path."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from walk(one, f"{path}.{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from walk(one, f"{path}[{number}]")
    elif isinstance(value, str):
        yield path, value
