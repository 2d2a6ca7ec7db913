"""A class that is named late is the class itself, and is found by whoever asks for its name."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import get_type_hints

import pytest

import bynl_relations
from bynl_relations import Citation, Participant, Place, Record
from bynl_relations._conversion import late
from bynl_relations.model import COLLECTIONS, kind

HINTS = """
import sys, typing
from bynl_relations import Record
assert "bynl_relations.actors" not in sys.modules
print(typing.get_type_hints(Record)["citations"])
"""


@pytest.mark.parametrize("name", sorted({*late.__all__} - {"LOCK"}))
def test_it_is_the_public_class(name: str) -> None:
    assert getattr(late, name) is getattr(bynl_relations, name)


def test_it_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Event'"):
        _ = late.Event  # type: ignore[attr-defined]


def test_the_hints_of_a_record_name_the_classes() -> None:
    hints = get_type_hints(Record)

    assert hints["participants"] == tuple[Participant, ...]
    assert hints["place"] == Place | None
    assert hints["citations"] == tuple[Citation, ...]


def test_a_fresh_process_resolves_the_hints_of_a_record() -> None:
    ran = subprocess.run([sys.executable, "-c", HINTS], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "tuple[bynl_relations.provenance.Citation, ...]"


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_hints_of_every_kind_resolve(collection: str) -> None:
    cls = kind(collection)

    assert set(cls.field_names()) <= get_type_hints(cls).keys()


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_signature_names_a_class_and_not_where_it_comes_from(collection: str) -> None:
    parameters = inspect.signature(kind(collection)).parameters

    # cattrs may have resolved the annotations by now.
    assert "Citation, ...]" in str(parameters["citations"])
    assert "late." not in str(parameters)
