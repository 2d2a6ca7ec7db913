"""Settings and places that every test shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from checkout import project_files
from hypothesis import settings

ROOT = Path(__file__).parents[1]

settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the directory that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def package() -> Path:
    """Return the directory of the sources."""
    return ROOT / "src" / "bynl_relations"


@pytest.fixture(scope="session")
def files(root: Path) -> list[Path]:
    """Return every file of the project; what else lies in the checkout does not count."""
    return project_files(root)


@pytest.fixture(scope="session")
def modules(files: list[Path], package: Path) -> list[Path]:
    """Return every module of the package."""
    return [path for path in files if path.suffix == ".py" and package in path.parents]
