"""What type checkers know of the keywords agrees with what the queries take."""

from __future__ import annotations

import ast
import inspect
from typing import is_typeddict

import pytest

from bynl_relations._query import keywords as _keywords
from bynl_relations._query import queries as _queries
from bynl_relations._query.conditions import COMMON, allowed, own_fields
from bynl_relations.model import COLLECTIONS, kind


def known(name: str) -> set[str]:
    """Return the keys of a TypedDict."""
    table = getattr(_keywords, name)
    assert is_typeddict(table)
    assert not table.__required_keys__
    return set(table.__annotations__) | set(table.__optional_keys__)


def test_the_common_keywords_are_those_of_every_query() -> None:
    assert known("Common") == set(COMMON)
    assert known("AllKeywords") == set(allowed("all"))
    assert known("ContactKeywords") == set(allowed("contacts"))
    assert known("GapKeywords") == set(allowed("gaps"))
    assert set(COMMON) == set(allowed("search")) == set(allowed("disputes"))


def of_kinds() -> dict[str, set[str]]:
    """Return the keys of the tables that only type checkers see, beside the common ones."""
    tree = ast.parse(inspect.getsource(_queries))
    tables = [
        node for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Keywords")
        and ast.unparse(node.bases[0]) == "Common" and ast.unparse(node.keywords[0].value) == "False"
    ]  # fmt: skip
    return {
        node.name: {
            ast.unparse(line.target) for line in node.body if isinstance(line, ast.AnnAssign)
        }
        for node in tables
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_keywords_of_a_kind_are_those_of_its_query(collection: str) -> None:
    own = of_kinds()[f"{kind(collection).__name__}Keywords"]

    assert own.isdisjoint(COMMON)
    assert own | set(COMMON) == set(allowed(collection))


def test_where_knows_the_keywords_of_every_query() -> None:
    every = {
        "to",
        "collection",
        *COMMON,
        *(one for name in COLLECTIONS for one in own_fields(name)),
    }
    assert known("WhereKeywords") == every


def test_each_query_is_typed_by_the_keywords_of_its_kind() -> None:
    tree = ast.parse(inspect.getsource(_queries.Queries))
    typed = {
        one.name: ast.unparse(one.args.kwarg.annotation)
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef) and one.args.kwarg and one.args.kwarg.annotation
    }
    expected = {name: f"Unpack[{kind(name).__name__}Keywords]" for name in COLLECTIONS}
    assert typed == expected | {
        "all": "Unpack[AllKeywords]",
        "contacts": "Unpack[ContactKeywords]",
        "disputes": "Unpack[Common]",
        "search": "Unpack[Common]",
        "gaps": "Unpack[GapKeywords]",
    }
