"""No chain of imports is long, so that a reader gets to the bottom of any module in few steps.

Imports for types and imports inside functions count.
"""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

#: How many modules a chain may have; never raise it.
MOST = 16
Graph = dict[str, set[str]]


def imports(package: Path) -> Graph:
    """Return each module of a package with those of the package that it imports."""
    names = {
        ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__"):
        path for path in package.rglob("*.py") if path.stem.isidentifier()
    }  # fmt: skip
    found: Graph = {}
    for name, path in names.items():
        inside = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
        found[name] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = inside[: len(inside) + 1 - node.level]
                module = ".".join([*base, *([node.module] if node.module else [])])
                rooms = {f"{module}.{alias.name}" for alias in node.names}
                found[name] |= {room if room in names else module for room in rooms}
        found[name] &= names.keys() - {name}
    return found


def longest(graph: Graph) -> list[str]:
    """Return the longest chain of imports, from the top down."""
    chains: dict[str, list[str]] = {}
    for name in TopologicalSorter(graph).static_order():
        below = max((chains[other] for other in sorted(graph[name])), key=len, default=[])
        chains[name] = [name, *below]
    return max(chains.values(), key=len)


def test_no_chain_of_imports_is_long(package: Path) -> None:
    chain = longest(imports(package))

    assert 1 < len(chain) <= MOST, chain


def test_imports_of_every_sort_are_seen(tmp_path: Path) -> None:
    package = tmp_path / "house"
    (package / "wing").mkdir(parents=True)
    for name, code in {
        "__init__.py": "",
        "__main__.py": "from .roof import main",
        "roof.py": "def main():\n    from .wing import room",
        "wing/__init__.py": "",
        "wing/room.py": "if TYPE_CHECKING:\n    from ..cellar import Coal",
        "cellar.py": "import os",
    }.items():
        (package / name).write_text(code)

    chain = ["house.__main__", "house.roof", "house.wing.room", "house.cellar"]
    assert longest(imports(package)) == chain
    (package / "cellar.py").write_text("from . import roof")
    with pytest.raises(CycleError):
        longest(imports(package))
