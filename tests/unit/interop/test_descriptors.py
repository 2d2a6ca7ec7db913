"""Descriptors: what follows from a class, and from what a dataset says of itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bynl_relations import Actor, Event, Mission, Record, Relations, Source, When, relations
from bynl_relations._dataset.metadata import Metadata
from bynl_relations.interop.descriptors import citation_file, data_package
from bynl_relations.interop.schemas import json_schema
from bynl_relations.model import COLLECTIONS, kind

MISSION = json_schema(Mission, "missions", ("when", "seat"))


def part(schema: object, *path: str | int) -> object:
    """Return what stands at a place in a schema."""
    for one in path:
        schema = schema[one]  # type: ignore[index]
    return schema


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_schema_has_the_fields_that_stand_on_disk(collection: str) -> None:
    cls = kind(collection)
    schema = json_schema(cls, collection)
    derived = {one.name for one in cls.__attrs_attrs__ if not one.init}  # type: ignore[attr-defined]

    assert list(part(schema, "properties")) == [  # type: ignore[call-overload]
        "collection",
        *(name for name in cls.field_names() if name not in derived),
    ]
    assert {"id", "title", "citations"} <= set(part(schema, "required"))  # type: ignore[call-overload]
    assert part(schema, "additionalProperties") is False


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_is_described(collection: str) -> None:
    schema = json_schema(kind(collection), collection)
    objects = [schema, *part(schema, "$defs").values()]  # type: ignore[attr-defined]
    fields = {
        f"{name}.{field}": told
        for name, one in ((one.get("title", ""), one) for one in objects)
        for field, told in one.get("properties", {}).items()
    }

    assert [name for name, told in fields.items() if "description" not in told] in (
        [],
        [".field", ".value"],
    )


def test_references_lead_to_parts_of_the_schema() -> None:
    text = json.dumps(MISSION)
    named = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', text))

    assert named == set(part(MISSION, "$defs"))  # type: ignore[call-overload]
    assert text.count("$ref") == text.count('"#/$defs/')


def test_an_actor_is_an_id_or_the_whole() -> None:
    assert part(MISSION, "properties", "sending_state", "anyOf", 1) == {"$ref": "#/$defs/Actor"}
    assert part(MISSION, "properties", "accredited_to", "minItems") == 1


def test_an_assertion_has_the_type_of_its_field() -> None:
    rules = part(MISSION, "$defs", "Assertion", "allOf")

    assert part(MISSION, "$defs", "Assertion", "properties", "field") == {"enum": ["when", "seat"]}
    assert rules == [
        {
            "if": {"required": ["field"], "properties": {"field": {"enum": [name]}}},
            "then": {
                "properties": {"value": {"anyOf": [{"$ref": f"#/$defs/{of}"}, {"type": "null"}]}}
            },
        }
        for name, of in (("when", "When"), ("seat", "Place"))
    ]


@pytest.mark.parametrize(
    "edtf", ["1994", "201X", "19XX", "2008-10-20~", "1985-XX-XX", "2004/..", "/2009?", "2009/"]
)
def test_the_pattern_of_dates_takes_what_the_library_takes(edtf: str) -> None:
    pattern = str(part(MISSION, "$defs", "When", "pattern"))

    assert When(edtf).edtf == edtf
    assert re.search(pattern, edtf)


@pytest.mark.parametrize("edtf", ["", "/", "..", "94", "199u", "1994-1", "../..", "1994/1995/1996"])
def test_the_pattern_of_dates_refuses_what_has_not_its_form(edtf: str) -> None:
    assert not re.search(str(part(MISSION, "$defs", "When", "pattern")), edtf)


def test_the_title_of_a_source_may_be_long() -> None:
    assert "maxLength" not in part(json_schema(Source, "sources"), "properties", "title")  # type: ignore[operator]
    assert part(json_schema(Event, "events"), "properties", "title", "maxLength") == 80


def test_a_class_that_holds_no_other_has_texts_alone() -> None:
    assert set(part(json_schema(Metadata, "dataset"), "$defs")) == {"Indicator", "Text", "When"}  # type: ignore[call-overload]
    assert set(part(json_schema(Actor, "actors"), "$defs")) == {"Text"}  # type: ignore[call-overload]


def test_a_package_lists_what_a_directory_holds(tmp_path: Path) -> None:
    relations.write(tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_bytes())
    files = {path.name for path in tmp_path.glob("*.json")} - {"datapackage.json"}

    assert {one["path"] for one in package["resources"]} == files
    assert package["version"] == relations.version
    assert [one["name"] for one in package["licenses"]] == ["CC-BY-4.0"]
    assert Relations.read(tmp_path) == relations


def test_a_package_of_a_dataset_that_says_little_says_little() -> None:
    assert data_package(Metadata(), {"events": Event}) == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "dataset",
        "resources": [
            {
                "name": "events",
                "path": "events.json",
                "title": "Events",
                "description": str(Event.__doc__).partition("\n")[0],
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
            }
        ],
    }


def test_a_licence_outside_the_list_has_a_name_that_a_package_allows() -> None:
    own = Metadata(title="Mine", licences=(("data", "Ask the author, v1"),))

    assert data_package(own, {})["licenses"] == [
        {"name": "ask-the-author-v1", "title": "Ask the author, v1"}
    ]


def test_a_citation_file_leaves_out_what_is_not_known() -> None:
    said = Metadata(title="Notes: first", citation="A. Author: Notes: first", version="1",
                   checked=When("2024-05-06"), licences=(("data", "CC0-1.0"),))  # fmt: skip

    assert citation_file(said, "All of it.", ["cats"]).splitlines()[3:] == [
        'title: "Notes: first"',
        'abstract: "All of it."',
        "authors:",
        '  - name: "A. Author"',
        'version: "1"',
        'date-released: "2024-05-06"',
        "license: CC0-1.0",
        "keywords:",
        '  - "cats"',
    ]
    little = Metadata(title="Notes", citation="A: Notes", checked=When("2024"),
                     licences=(("data", "Ask the author"),))  # fmt: skip
    assert citation_file(little).splitlines()[3:] == ['title: "Notes"', "authors:", '  - name: "A"']


def test_a_citation_file_needs_to_know_who_made_the_data() -> None:
    assert citation_file(Metadata(title="Notes", citation="Notes"), "All.", ["cats"]) == ""


def test_the_parent_of_the_kinds_has_a_schema_too() -> None:
    assert part(json_schema(Record, "records"), "title") == "Record"
