"""The page on the architecture shows the floors and the stairs that the contracts list."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

#: The modules of each floor, from the top down; the floors by the package that they are in.
Floors = dict[str, list[set[str]]]
HOUSE = "bynl_relations"


def contracts(root: Path) -> Floors:
    """Return the layers of every contract by the name of its container."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layered = {
        container: contract["layers"]
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
        for container in contract["containers"]
    }
    return {
        container.removeprefix(f"{HOUSE}."): [
            {name.strip() for name in layer.split("|")} for layer in layers
        ]
        for container, layers in layered.items()
    }


def named(cell: str) -> set[str]:
    """Return the names in the code spans of a cell."""
    return set(re.findall(r"`(\w+)`", cell))


def shown(page: str) -> Floors:
    """Return the floors that the tables of a page show, in the form of `contracts`."""
    house, stairs = page.split("\n## The floors\n")[1].split("\n## The stairs inside a wing\n")
    rows = re.findall(r"^\| (`.*?) \| (.*) \|$", house, re.MULTILINE)
    wings = re.findall(r"^\| `([\w.]+)` \| (.*) \|$", stairs.split("\n## ")[0], re.MULTILINE)
    floors = {wing: [named(layer) for layer in cell.split(" over ")] for wing, cell in wings}
    return {HOUSE: [named(cell) for cell, _ in rows], **floors}


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """Return the text of the page."""
    return (root / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")


def test_the_page_shows_what_the_contracts_list(root: Path, page: str) -> None:
    assert contracts(root) == shown(page)


def test_the_house_has_twelve_floors(root: Path) -> None:
    assert len(contracts(root)[HOUSE]) == 12


def test_a_page_that_swaps_two_floors_is_seen(page: str) -> None:
    lines = page.splitlines()
    (at,) = (number for number, line in enumerate(lines) if line.startswith("| `actors` |"))
    lines[at - 1], lines[at] = lines[at], lines[at - 1]

    assert shown("\n".join(lines)) != shown(page)


def test_every_module_that_the_page_names_exists(page: str, package: Path) -> None:
    paths = set(re.findall(r"`([\w/]+(?:\.py|/))`", page))

    assert paths
    assert [path for path in paths if path != "data/" and not (package / path).exists()] == []
