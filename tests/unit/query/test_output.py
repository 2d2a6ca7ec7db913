"""Every way out gives a text, and writes it where a path is given."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from bynl_relations import Citation, Event, InvalidData, Record, Relations, Source, relations
from bynl_relations._dataset.files import saved
from bynl_relations.interop.columns import Column
from bynl_relations.interop.geojson import to_geojson
from bynl_relations.model import COLLECTIONS, kind
from bynl_relations.model.gazetteer import City

SOURCE = Source("a", "A", tier="news")
EVENTS = Relations.of(
    [
        Event(id=name, title="Évènement", kind="call", citations=(Citation(SOURCE),))
        for name in ("one", "two")
    ]
).events()


def test_pieces_are_joined_or_written_as_they_are(tmp_path: Path) -> None:
    assert saved(["é", "\n"], None) == "é\n"
    assert saved(iter(["é", "\r\n"]), tmp_path / "file") is None
    assert (tmp_path / "file").read_bytes() == b"\xc3\xa9\r\n"
    saved([], str(tmp_path / "file"))
    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.parametrize("way", ["to_json", "to_jsonl", "to_csv", "to_jsonld", "to_geojson"])
def test_a_path_takes_the_text_in_its_place(way: str, tmp_path: Path) -> None:
    write = getattr(EVENTS, way)

    assert write(tmp_path / "file") is None
    assert (tmp_path / "file").read_bytes().decode() == write()


def test_dicts_read_back_equal() -> None:
    assert [Event.from_dict(one) for one in EVENTS.to_dicts()] == list(EVENTS)


def test_the_collection_is_named_and_any_kind_is_read_by_it() -> None:
    for record in relations.all(claims=True)[::20]:
        plain = record.to_dict()
        assert next(iter(plain.items())) == ("collection", record.collection)
        assert Record.from_dict(plain) == record
        assert type(record).from_dict(plain) == record


@pytest.mark.parametrize(
    ("cls", "collection", "message"),
    [
        (Event, "visits", "collection: .*'visits'; expected 'events'"),
        (Record, "evnts", "collection: 'evnts'; expected the name of a collection"),
        (Record, 3, "collection: 3; expected the name of a collection"),
        (Record, None, "collection: None; expected the name"),
    ],
)
def test_another_collection_is_refused(cls: type[Record], collection: object, message: str) -> None:
    plain = {**EVENTS[0].to_dict(), "collection": collection}
    if collection is None:
        del plain["collection"]
    with pytest.raises(InvalidData, match=message):
        cls.from_dict(plain)
    with pytest.raises(InvalidData):
        cls.from_dict([])  # type: ignore[arg-type]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_defaults_give_every_record_of_a_kind_the_same_keys(collection: str) -> None:
    records = relations.all(collection=collection)
    rows = [json.loads(line) for line in records.to_jsonl(defaults=True).splitlines()]

    assert {tuple(row) for row in rows} == {("collection", *(
        name for name in kind(collection).field_names()
        if collection != "missions" or name != "place"))}  # fmt: skip
    assert rows == records.to_dicts(defaults=True)
    assert rows == json.loads(records.to_json(defaults=True))
    assert [Record.from_dict(row) for row in rows] == list(records)


def test_geojson_places_what_the_gazetteer_knows() -> None:
    made = json.loads(relations.missions("NL", to="BY").to_geojson())
    names = {(place.city, place.country) for place in relations._holdings.places}

    assert made["type"] == "FeatureCollection"
    assert [one["id"] for one in made["features"]] == list(relations.missions("NL", to="BY").ids)
    for feature, record in zip(made["features"], relations.missions("NL", to="BY"), strict=True):
        known = record.place is not None and (record.place.city, record.place.country) in names
        assert (feature["geometry"] is not None) is known
        assert feature["properties"]["certain"] is True
    numbers = json.loads(relations.statistics(indicator="children_hosted").to_geojson())
    assert all(isinstance(one["properties"]["low"], int | float | None)
               for one in numbers["features"])  # fmt: skip


def test_a_point_has_its_longitude_first() -> None:
    place = City(city="Minsk", country="BY", latitude=Decimal("53.9"), longitude=Decimal("27.5"))
    columns = [Column(name, "text", [value]) for name, value in
               (("id", "one"), ("city", "Minsk"), ("country", "BY"))]  # fmt: skip

    (feature,) = json.loads(to_geojson(columns, [place]))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [27.5, 53.9]}


def test_json_is_a_list_of_the_dicts() -> None:
    assert json.loads(EVENTS.to_json()) == EVENTS.to_dicts()
    assert "Évènement" in EVENTS.to_json()
    assert json.loads(EVENTS[:0].to_json()) == []


def test_json_lines_is_a_record_a_line() -> None:
    lines = EVENTS.to_jsonl().splitlines()

    assert [json.loads(line) for line in lines] == EVENTS.to_dicts()
    assert EVENTS[:0].to_jsonl() == ""


def test_markdown_holds_every_record() -> None:
    for records in (EVENTS, relations.all()):
        lines = records.to_markdown().splitlines()

        assert [line for line in lines if "… " in line and " more …" in line] == []
        rows = lines[4 : 4 + len(records)]
        assert all(f"| `{one.id}` |" in line for one, line in zip(records, rows, strict=True))
        assert lines[4 + len(records) :] == (["", lines[-1]] if records.gaps else [])


@pytest.mark.parametrize("write", ["to_json", "to_jsonl"])
def test_a_path_that_cannot_be_written_is_the_error_of_the_system(
    write: str, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        getattr(EVENTS, write)(tmp_path / "absent" / "file")
