"""The data package and the JSON Schemas, by validators that know nothing of us."""

from __future__ import annotations

import json
from pathlib import Path

import frictionless
import pytest
from jsonschema import Draft202012Validator

import bynl_relations
from bynl_relations import relations
from bynl_relations.model import COLLECTIONS

DATA = Path(bynl_relations.__file__).parent / "data"
PARTS = ("dataset", "actors", "sources", "gaps", "places", *COLLECTIONS)


def validator(part: str) -> Draft202012Validator:
    """Return the validator of a part, its schema checked first."""
    schema = json.loads((DATA / "schemas" / f"{part}.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def rows(part: str) -> list[dict[str, object]]:
    """Return the rows of a part on disk."""
    value = json.loads((DATA / f"{part}.json").read_bytes())
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("part", PARTS)
def test_every_row_on_disk_fits_its_schema(part: str) -> None:
    check = validator(part)

    assert rows(part)
    assert [error.message for row in rows(part) for error in check.iter_errors(row)] == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_record_with_its_parts_inside_fits_as_well(collection: str) -> None:
    check = validator(collection)
    records = relations.all(collection=collection, claims=True)

    assert [e.message for one in records for e in check.iter_errors(one.to_dict())] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "Not Kebab"),
        ("title", ""),
        ("title", "x" * 81),
        ("when", "199u"),
        ("citations", []),
        ("citations", [{"source": "a", "stance": "contradicts"}]),
        ("citations", [{"source": "a", "asserts": [{"field": "when", "value": "1994"}]}]),
        (
            "citations",
            [
                {
                    "source": "a",
                    "stance": "contradicts",
                    "asserts": [{"field": "when", "value": 1994}],
                }
            ],
        ),
        (
            "citations",
            [{"source": "a", "stance": "contradicts", "asserts": [{"field": "id", "value": "b"}]}],
        ),
        ("kind", "embasy"),
        ("accredited_to", []),
        ("claimed", "false"),
        ("unknown", 1),
        ("place", {"city": "Minsk"}),
    ],
)
def test_a_row_that_the_library_refuses_does_not_fit(name: str, value: object) -> None:
    assert list(validator("missions").iter_errors(rows("missions")[0] | {name: value}))


def test_every_row_that_is_written_fits_the_schema_beside_it(tmp_path: Path) -> None:
    relations.write(tmp_path)

    for path in (tmp_path / "schemas").iterdir():
        check = Draft202012Validator(json.loads(path.read_bytes()))
        value = json.loads((tmp_path / path.name).read_bytes())
        written = value if isinstance(value, list) else [value]
        assert written
        assert [error.message for row in written for error in check.iter_errors(row)] == []


def test_frictionless_takes_what_is_written_and_misses_what_is_gone(tmp_path: Path) -> None:
    relations.write(tmp_path)
    package = tmp_path / "datapackage.json"

    assert frictionless.validate(str(package), type="package").valid
    (tmp_path / "missions.json").unlink()
    assert not frictionless.validate(str(package), type="package").valid


def test_frictionless_takes_what_ships() -> None:
    report = frictionless.validate(str(DATA / "datapackage.json"), type="package")

    assert report.valid
    assert {task.name for task in report.tasks} == set(PARTS)
