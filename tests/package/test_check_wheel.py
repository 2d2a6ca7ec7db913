"""The tool that checks the wheel and the sdist sees what is missing and what is too much."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

PACKAGE = ["__init__.py", "model/event.py", "data/events.json"]
SDIST = ["src/bynl_relations/when.py", "tests/conftest.py", "docs/index.md", "tools/a.py",
         ".ci/run", "noxfile.py", "README.md", "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-DATA",
         "pyproject.toml", "PKG-INFO", ".gitignore"]  # fmt: skip


@pytest.fixture(scope="module")
def tool(root: Path) -> ModuleType:
    """Load the tool."""
    spec = importlib.util.spec_from_file_location("check_wheel", root / "tools" / "check_wheel.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def wheel(tool: ModuleType) -> list[str]:
    """Return the names in a wheel without faults."""
    about = [f"bynl_relations-1.dist-info/{name}" for name in tool.ABOUT | tool.LICENCES]
    return [*(f"bynl_relations/{name}" for name in [*PACKAGE, *tool.WANTED]), *about]


def test_a_whole_wheel_has_no_fault(tool: ModuleType, wheel: list[str]) -> None:
    assert list(tool.wheel_faults(wheel, [*PACKAGE, *tool.WANTED], "1")) == []


@pytest.mark.parametrize(
    "name",
    [
        "bynl_relations/py.typed",
        "bynl_relations/data/events.json",
        "bynl_relations/data/dataset.json",
        "bynl_relations-1.dist-info/licenses/LICENSE-DATA",
        "bynl_relations-1.dist-info/entry_points.txt",
    ],
)
def test_what_a_wheel_lacks_is_told(tool: ModuleType, wheel: list[str], name: str) -> None:
    wheel.remove(name)

    assert list(tool.wheel_faults(wheel, PACKAGE, "1")) == [f"the wheel lacks {name}"]


@pytest.mark.parametrize("name", ["tests/conftest.py", "bynl_relations/__pycache__/when.pyc"])
def test_what_a_wheel_should_not_hold_is_told(
    tool: ModuleType, wheel: list[str], name: str
) -> None:
    assert list(tool.wheel_faults([*wheel, name], PACKAGE, "1")) == [f"the wheel holds {name}"]


def test_an_sdist_is_looked_through(tool: ModuleType) -> None:
    whole = [f"bynl_relations-1/{name}" for name in SDIST]

    assert list(tool.sdist_faults(whole, "1")) == []
    for name in SDIST[:-1]:
        part = [one for one in whole if not one.endswith(f"1/{name}")]
        assert len(list(tool.sdist_faults(part, "1"))) == 1, name
    for name in ("tests/.hypothesis/a", "src/__pycache__/a.pyc", ".venv/bin/python"):
        told = list(tool.sdist_faults([*whole, f"bynl_relations-1/{name}"], "1"))
        assert told == [f"the sdist holds bynl_relations-1/{name}"]
