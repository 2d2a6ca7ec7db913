"""Records as GeoJSON, placed by a gazetteer.

Source: RFC 7946; a feature whose place is not known has the geometry null (section 3.2).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .._conversion.json_text import text
from .._fields.formats import plain_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .._protocols import CityLike
    from .columns import Cell, Column

__all__ = ["to_geojson"]


def to_geojson(columns: Sequence[Column], places: Iterable[CityLike]) -> str:
    """Write a table of records as a collection of features.

    Args:
        columns: The columns, with `id`, `city` and `country` among them.
        places: The gazetteer.

    Returns:
        JSON text. The properties of a feature are its cells; dates are ISO 8601.
    """
    known = {(place.city, place.country): place for place in places}
    names = [column.name for column in columns]
    features: list[object] = []
    for cells in zip(*(column.values for column in columns), strict=True):
        row = dict(zip(names, cells, strict=True))
        place = known.get((str(row["city"]), str(row["country"])))
        features.append({
            "type": "Feature",
            "id": row["id"],
            "geometry": place and _point(place),
            "properties": {name: _plain(cell) for name, cell in row.items()},
        })  # fmt: skip
    return text({"type": "FeatureCollection", "features": features}) + "\n"


def _point(place: CityLike) -> dict[str, object]:
    """Return the point of a place, longitude first."""
    north, east = map(plain_number, place.coordinates)
    return {"type": "Point", "coordinates": [east, north]}


def _plain(cell: Cell) -> object:
    if isinstance(cell, Decimal):
        return plain_number(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
