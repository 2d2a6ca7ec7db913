"""No public signature says `Any`, and each says something."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bynl_relations

PACKAGE = Path(bynl_relations.__file__).parent


def bodies(node: ast.AST, path: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Return every public function below a module or class, with its dotted name."""
    for one in ast.iter_child_nodes(node):
        if isinstance(one, ast.If):
            yield from bodies(one, path)
        elif isinstance(one, ast.ClassDef | ast.FunctionDef):
            if one.name.startswith("_") and not one.name.endswith("__"):
                continue
            if isinstance(one, ast.ClassDef):
                yield from bodies(one, f"{path}.{one.name}")
            else:
                yield f"{path}.{one.name}", one


def vague(code: str, path: str) -> Iterator[str]:
    """Return every public function with a part that has no type, or the type `Any`."""
    for name, function in bodies(ast.parse(code), path):
        arguments = function.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        every += [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
        types = [one.annotation for one in every if one.arg not in {"self", "cls"}]
        for said in (*types, function.returns):
            words = set() if said is None else {ast.unparse(one) for one in ast.walk(said)}
            if said is None or words & {"Any", "typing.Any"}:
                yield name


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.stem)
def test_every_part_of_a_public_signature_has_a_type(file: Path) -> None:
    assert list(vague(file.read_text(encoding="utf-8"), file.stem)) == []


def test_the_rule_sees_any_and_nothing() -> None:
    assert list(vague("def f(a: Any) -> int: ...", "m")) == ["m.f"]
    assert list(vague("class C:\n    def f(self, a: list[Any]) -> int: ...", "m")) == ["m.C.f"]
    assert list(vague("def f(a) -> int: ...", "m")) == ["m.f"]
    assert list(vague("def f(a: int): ...", "m")) == ["m.f"]
    assert list(vague("def _f(a): ...\ndef f(a: int) -> str: ...", "m")) == []
