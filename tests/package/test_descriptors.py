"""What describes the data to machines fits the classes and the data as they are."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def tool(root: Path) -> ModuleType:
    """Load the tool that writes the descriptors."""
    spec = importlib.util.spec_from_file_location("descriptors", root / "tools" / "descriptors.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_descriptors_are_those_that_the_tool_writes(tool: ModuleType) -> None:
    stale = [
        path.name
        for path, words in tool.descriptors().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != words
    ]

    assert stale == []  # python tools/descriptors.py writes them


def test_no_schema_is_left_over(tool: ModuleType, files: list[Path]) -> None:
    folder = tool.DATA / "schemas"
    there = {path for path in files if path.parent == folder}

    assert {path for path in tool.descriptors() if path.parent == folder} == there
