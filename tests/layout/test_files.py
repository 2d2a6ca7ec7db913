"""The files of the project: their names, their length, and what they may not hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LINES = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python -m bynl_relations",
    'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/python -m pytest',
)
FORBIDDEN = {"utils", "util", "helpers", "common", "core", "misc"}
LONGEST = 400
#: So that no class is cut by length instead of by idea.
LONGEST_CLASS = 500
#: Directories that tools make and git does not hold.
MADE = re.compile(r"\.(?!ci$)|__pycache__$|(dist|build|node_modules|htmlcov)$|.*\.egg-info$")
#: Parts of machine paths and registry hosts; in brackets, so that this file does not hold them.
PRIVATE = re.compile(
    r"(?<![\w.:/~-])/(?:[w]ork|[r]oot|[h]ome|[U]sers|[t]mp|[o]pt)/\w"
    r"|[p]ypi\.org|[p]ythonhosted\.org|[r]egistry\.npmjs|deb\.[d]ebian\.org"
)


def tracked(folder: Path) -> Iterator[Path]:
    """Give every file below a folder but those that tools make."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if not MADE.match(path.name):
                yield from tracked(path)
        # In a worktree of git, `.git` is a file that names where the repository lies.
        elif path.name not in (".coverage", ".git"):
            yield path


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """Give every file of the project."""
    return list(tracked(root))


def wall(code: str) -> int:
    """Return how long a module may be: one class and nothing else may be longer."""
    defined = [
        node
        for node in ast.parse(code).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    alone = len(defined) == 1 and isinstance(defined[0], ast.ClassDef)
    return LONGEST_CLASS if alone else LONGEST


def test_no_module_is_longer_than_the_wall(package: Path) -> None:
    codes = {path: path.read_text(encoding="utf-8") for path in package.rglob("*.py")}

    assert [path for path, code in codes.items() if len(code.splitlines()) > wall(code)] == []


def test_only_one_class_and_nothing_else_may_be_longer() -> None:
    assert wall("class A: ...") == LONGEST_CLASS
    assert wall("class A: ...\ndef f(): ...") == LONGEST
    assert wall("class A: ...\nclass B: ...") == LONGEST


def test_every_module_is_named_after_something(package: Path) -> None:
    names = {path.stem.strip("_") for path in package.rglob("*.py")}
    names |= {path.parent.name for path in package.rglob("*.py")}

    assert names.isdisjoint(FORBIDDEN)
    # At the top level it would hide the object `bynl_relations.relations` once imported.
    assert not (package / "relations.py").exists()
    assert not (package / "relations").exists()


def test_the_first_screen_of_the_readme_has_the_two_lines(root: Path) -> None:
    first_screen = (root / "README.md").read_text(encoding="utf-8").splitlines()[:40]

    assert [line for line in first_screen if line in LINES] == list(LINES)


def test_no_file_names_a_machine_or_a_registry(files: list[Path]) -> None:
    found = {
        path.name: hit[0]
        for path in files
        if (hit := PRIVATE.search(path.read_text(encoding="utf-8")))
    }

    assert found == {}


def test_the_rule_sees_machines_and_registries() -> None:
    home, host = "/ho" + "me/someone", "https://py" + "pi.org/simple"

    assert PRIVATE.search(f'open("{home}")')
    assert PRIVATE.search(host)
    assert not PRIVATE.search("https://example.org" + home)


def test_every_file_is_text_that_ends_in_one_newline(files: list[Path]) -> None:
    endings = {path.name: path.read_bytes()[-2:] for path in files if path.stat().st_size}

    assert [name for name, end in endings.items() if end[-1:] != b"\n" or end == b"\n\n"] == []


def test_the_licences_are_whole(root: Path) -> None:
    code = (root / "LICENSE").read_text(encoding="utf-8")
    data = (root / "LICENSE-DATA").read_text(encoding="utf-8")

    assert code.startswith("MIT License")
    assert data.startswith("Attribution 4.0 International")
    assert [f"Section {number} -- " in data for number in range(1, 9)] == [True] * 8
