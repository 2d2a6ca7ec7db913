"""The files of the project: their names, their length, and what they may not hold."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from checkout import git, project_files

LINES = (
    "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python -m bynl_relations",
    'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" && .venv/bin/python -m pytest',
)
FORBIDDEN = {"utils", "util", "helpers", "common", "core", "misc"}
LONGEST = 400
#: So that no class is cut by length instead of by idea.
LONGEST_CLASS = 500
#: Wings, modules and doors at the top of the package, beside the data.
MOST_ENTRIES = 20
#: Parts of machine paths and registry hosts; in brackets, so that this file does not hold them.
PRIVATE = re.compile(
    r"(?<![\w.:/~-])/(?:[w]ork|[r]oot|[h]ome|[U]sers|[t]mp|[o]pt)/\w"
    r"|[p]ypi\.org|[p]ythonhosted\.org|[r]egistry\.npmjs|deb\.[d]ebian\.org"
)


def wall(code: str) -> int:
    """Return how many lines a module may have: more if it is one class and nothing else."""
    tree = ast.parse(code)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return LONGEST_CLASS if len(classes) == 1 and not functions else LONGEST


def test_no_module_is_longer_than_the_wall(modules: list[Path]) -> None:
    codes = {path.name: path.read_text(encoding="utf-8") for path in modules}

    assert codes
    assert [name for name, code in codes.items() if len(code.splitlines()) > wall(code)] == []


def test_the_wall_is_further_for_one_class_and_nothing_else() -> None:
    assert wall("import a\nclass A: ...\nX = 1") == LONGEST_CLASS
    assert wall("class A: ...\nclass B: ...") == LONGEST
    assert wall("class A: ...\ndef f(): ...") == LONGEST


def test_every_module_is_named_after_something(modules: list[Path], package: Path) -> None:
    names = {path.stem.strip("_") for path in modules} | {path.parent.name for path in modules}

    assert names.isdisjoint(FORBIDDEN)
    # At the top level it would hide the object `bynl_relations.relations` once imported.
    assert not (package / "relations.py").exists()
    assert not (package / "relations").exists()


def test_the_front_of_the_house_is_looked_over_at_a_glance(
    files: list[Path], package: Path
) -> None:
    entries = {path.relative_to(package).parts[0] for path in files if package in path.parents}

    assert {"__init__.py", "data", "py.typed"} <= entries
    assert len(entries - {"data", "py.typed"}) <= MOST_ENTRIES


def test_the_unit_tests_stand_in_the_wings_of_what_they_test(
    files: list[Path], root: Path, package: Path
) -> None:
    units = root / "tests" / "unit"
    folders = {path.parent.name for path in files if units in path.parents and path.parent != units}
    wings = {path.parent.name.strip("_") for path in files if package in path.parents}

    assert folders
    assert folders - wings == set()


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


def repository(folder: Path) -> Path:
    """Make a repository that tracks one file, and leave another beside it."""
    (folder / "kept.txt").write_text("kept\n")
    git(folder, "init", "-q")
    git(folder, "add", "kept.txt")
    (folder / "out.txt").write_text("left by somebody")
    return folder


def test_a_file_that_git_does_not_track_is_not_of_the_project(tmp_path: Path) -> None:
    assert project_files(repository(tmp_path)) == [tmp_path / "kept.txt"]


def test_a_tracked_file_that_is_gone_is_skipped(tmp_path: Path) -> None:
    (repository(tmp_path) / "kept.txt").unlink()

    assert project_files(tmp_path) == []


def test_every_file_counts_where_there_is_no_git(tmp_path: Path) -> None:
    made = repository(tmp_path) / "sdist"
    for name in ("a.txt", ".ci/run", ".venv/b", "__pycache__/c.pyc"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("")

    assert project_files(made) == [made / ".ci" / "run", made / "a.txt"]
