"""Plain technical English: discouraged phrases are counted, and none may come back."""

from __future__ import annotations

import ast
import re
from pathlib import Path

#: How many are allowed; never raise it.
CEILING = 0
#: How a docstring should not begin: an engineer expects "Return", "Report", "Check".
OPENING = re.compile(r"(?:Give|Tell|Say|Name)\b")
#: Clauses without a head, and participles as nouns, in docstrings, comments, messages and pages.
PHRASE = re.compile(
    r"\b(?:what is none|what is given|what is told|what is asked|what is held|(?<!there )is no (?!longer)\w"
    r"|(?<!there )are no (?!longer)\w|that is none|which is none|the (?:asked|given) "
    r"|(?<!as )told\b)",
    re.IGNORECASE,
)
_WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def openings(code: str) -> list[str]:
    """Return the first words of every docstring of a module that begins in a discouraged way."""
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, _WITH_DOCSTRING)]
    texts = [ast.get_docstring(node) or "" for node in nodes]
    return [text[:40] for text in texts if OPENING.match(text)]


def discouraged(path: Path) -> list[str]:
    """Return what a module or a page says in a discouraged way."""
    text = path.read_text(encoding="utf-8")
    phrases = [match[0] for match in PHRASE.finditer(text)]
    return phrases + (openings(text) if path.suffix == ".py" else [])


def test_discouraged_english_only_becomes_rarer(root: Path, files: list[Path]) -> None:
    places = (root / "src", root / "docs")
    texts = [
        path
        for path in files
        if path.suffix in {".py", ".md"} and not {*places}.isdisjoint(path.parents)
    ]
    found = {
        path.relative_to(root).as_posix(): phrases
        for path in texts
        if (phrases := discouraged(path))
    }

    assert texts
    assert sum(map(len, found.values())) <= CEILING, found


def test_no_docstring_of_a_test_or_a_tool_opens_so_either(root: Path, files: list[Path]) -> None:
    places = {root / name for name in ("tests", "tools", "benchmarks")}
    texts = [path for path in files if path.suffix == ".py" and not places.isdisjoint(path.parents)]
    found = {path.name: openings(path.read_text(encoding="utf-8")) for path in texts}

    assert texts
    assert {name: first for name, first in found.items() if first} == {}


def test_the_rule_sees_what_it_looks_for(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        '"""Give the rows; what is none is told."""\n'
        'def f():\n    """Tell whether it is no number."""\n'
        'def g():\n    """Return what is no longer there, as there is no other. Tell nobody."""\n'
    )

    assert discouraged(module) == [
        "what is none", "told", "is no n", "Give the rows; what is none is told.",
        "Tell whether it is no number.",
    ]  # fmt: skip
