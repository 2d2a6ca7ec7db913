"""What a docstring says reaches the schemas, also where Python drops docstrings."""

from __future__ import annotations

import subprocess
import sys

from bynl_relations import Event, When
from bynl_relations.interop.docstrings import attributes, summary

CODE = """
from bynl_relations import Event
from bynl_relations.interop.schemas import json_schema
print(Event.__doc__, json_schema(Event, "events")["properties"]["kind"]["description"])
"""


def test_a_class_is_summed_up_in_its_first_line() -> None:
    assert summary(Event).startswith("Something that happened")


def test_the_attributes_of_the_parents_are_described_too() -> None:
    said = attributes(Event)

    assert said["kind"] == "What sort of happening it is."
    assert said["attested"].startswith("Moments at which a source shows it standing")


def test_without_docstrings_the_source_is_read() -> None:
    bare = type("Event", (), {"__module__": Event.__module__, "__qualname__": "Event"})
    foreign = type("Event", (), {"__module__": "elsewhere"})
    unknown = type("Nobody", (), {"__module__": When.__module__})

    assert summary(bare) == summary(Event)
    assert attributes(bare) == {"kind": "What sort of happening it is."}
    assert (summary(foreign), summary(unknown)) == ("", "")


def test_optimised_python_describes_the_fields_as_well() -> None:
    said = subprocess.run(
        [sys.executable, "-OO", "-c", CODE], capture_output=True, text=True, check=True
    )

    assert said.stdout == "None What sort of happening it is.\n"
