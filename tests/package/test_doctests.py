"""No example in a docstring is passed over: what is written is what a run of doctests finds."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from doctest import DocTestFinder, DocTestParser
from pathlib import Path
from types import ModuleType

_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def written(code: str) -> Iterator[str]:
    """Yield the first line of every docstring of a module that holds examples."""
    for node in ast.walk(ast.parse(code)):
        text = (ast.get_docstring(node) or "") if isinstance(node, _DOCUMENTED) else ""
        if DocTestParser().get_examples(text):
            yield text.splitlines()[0]


def found(module: ModuleType) -> set[str]:
    """Return the first line of every docstring whose examples a run of doctests finds."""
    tests = DocTestFinder().find(module)
    return {test.docstring.strip().splitlines()[0] for test in tests if test.docstring}


def name(path: Path, package: Path) -> str:
    """Return the name under which a file of the package is imported."""
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_every_example_of_the_source_is_run(modules: list[Path], package: Path) -> None:
    texts = {path: list(written(path.read_text(encoding="utf-8"))) for path in modules}
    passed_over = {
        path.name: sorted({*lines} - found(importlib.import_module(name(path, package))))
        for path, lines in texts.items()
        if lines
    }

    assert passed_over
    assert {file: lines for file, lines in passed_over.items() if lines} == {}


def test_an_example_of_a_class_that_bears_another_address_is_seen_to_be_passed_over() -> None:
    code = 'class Moved:\n    """Move.\n\n    >>> 1\n    1\n    """\n    __module__ = "elsewhere"\n'
    module = ModuleType("moved")
    exec(code, vars(module))

    assert list(written(code)) == ["Move."]
    assert found(module) == set()
