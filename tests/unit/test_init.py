"""The shop window: every public name, resolved when it is first asked for."""

from __future__ import annotations

from importlib.metadata import version
from typing import get_type_hints

import attrs
import pytest

import bynl_relations


def test_every_public_name_is_there() -> None:
    for name in bynl_relations.__all__:
        assert getattr(bynl_relations, name) is not None
    assert dir(bynl_relations) == sorted(bynl_relations.__all__)


def test_a_name_is_resolved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in set(bynl_relations.__all__) - {"__version__"}:
        before = getattr(bynl_relations, name)
        monkeypatch.delitem(vars(bynl_relations), name)
        assert getattr(bynl_relations, name) == before
        assert name in vars(bynl_relations)


def test_the_version_is_that_of_the_distribution() -> None:
    assert bynl_relations.__version__ == version("bynl-relations")


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'relation'"):
        bynl_relations.relation  # type: ignore[attr-defined]  # noqa: B018


def test_the_hints_of_every_public_class_of_fields_resolve() -> None:
    every = [getattr(bynl_relations, name) for name in bynl_relations.__all__]
    # `Counts` names the package as its module, so that pickles do.
    classes = [one for one in every if attrs.has(one) and one is not bynl_relations.Counts]

    assert bynl_relations.Dispute in classes
    for cls in classes:
        assert {field.name for field in attrs.fields(cls)} <= get_type_hints(cls).keys()
