"""The public names are those that the reference lists, and each can be reached."""

from __future__ import annotations

import re
from pathlib import Path

import bynl_relations


def test_all_lists_the_names_of_the_reference(root: Path) -> None:
    page = (root / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", page.split("\n## ")[0], re.MULTILINE)

    assert sorted(listed) == sorted(bynl_relations.__all__)


def test_every_public_name_can_be_reached() -> None:
    reached = {name for name in bynl_relations.__all__ if hasattr(bynl_relations, name)}

    assert set(bynl_relations.__all__) == reached
    assert sorted(bynl_relations.__all__) == dir(bynl_relations)


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(bynl_relations, "relation")


def test_star_import_gives_the_public_names() -> None:
    space: dict[str, object] = {}
    exec("from bynl_relations import *", space)

    assert set(bynl_relations.__all__) == space.keys() - {"__builtins__"}
