"""The tree of the project, as the tests of its layout see it."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the directory that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def package() -> Path:
    """Give the directory of the sources."""
    return ROOT / "src" / "bynl_relations"
