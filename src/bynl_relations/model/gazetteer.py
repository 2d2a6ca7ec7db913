"""Where places lie."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from attrs import field

from .._fields.checked import Checked, frozen
from .._fields.formats import COUNTRY, GEONAMES, LABEL, normalised
from .._fields.shape import IN_LANGUAGES, form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DECIMALS", "City"]

#: The most decimals of a coordinate: five are about a metre.
DECIMALS = 5


def _degrees(value: Decimal | float) -> Decimal:
    return cast("Decimal", normalised(value))


@frozen(kw_only=True, eq=False, repr=False)
class City(Checked):
    """A city of the gazetteer.

    Attributes:
        city: English name.
        country: ISO 3166-1 alpha-2, in capitals.
        latitude: Degrees north, from -90 to 90, up to five decimals.
        longitude: Degrees east, from -180 to 180, up to five decimals.
        geonames: Number of the place in GeoNames, as digits, or empty.
        names: Pairs of a language (BCP 47) and the name in it.

    Examples:
        >>> minsk = City(city="Minsk", country="BY", latitude=53.9, longitude=27.56667)
        >>> minsk.latitude
        Decimal('53.9')
    """

    city: str = field(metadata=form(LABEL))
    country: str = field(metadata=form(COUNTRY))
    latitude: Decimal = field(converter=_degrees)
    longitude: Decimal = field(converter=_degrees)
    geonames: str = field(default="", metadata=form(GEONAMES))
    names: tuple[tuple[str, str], ...] = field(default=(), metadata=IN_LANGUAGES)

    def __str__(self) -> str:
        """Return city and country, separated by a comma."""
        return f"{self.city}, {self.country}"

    @property
    def coordinates(self) -> tuple[Decimal, Decimal]:
        """Degrees north and east."""
        return self.latitude, self.longitude

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name: the English one, then those in other languages."""
        return (self.city, *(name for _, name in self.names))

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        for name, most in (("latitude", 90), ("longitude", 180)):
            degrees: Decimal | None = getattr(self, name)
            if degrees is None or (
                abs(degrees) <= most and -int(degrees.as_tuple().exponent) <= DECIMALS
            ):
                continue
            yield name, degrees, f"degrees from -{most} to {most}, up to {DECIMALS} decimals"
