"""A figure, with its unit, its period and who reports it."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from attrs import field, frozen

from .._shape import kebab
from ..actors import Actor
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Statistic"]

#: The most significant digits that a number may have, so that every reader of JSON keeps it.
DIGITS = 15


def _number(value: Decimal | float | None) -> Decimal | None:
    """Normalise a number; what is none comes back as it is, for the check to tell."""
    if isinstance(value, float):
        value = Decimal(repr(value))
    elif isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if not isinstance(value, Decimal) or not value.is_finite() or len(value.as_tuple().digits) > 40:
        return value  # type: ignore[return-value]
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole and abs(value) < 10**DIGITS else value.normalize()


@frozen(kw_only=True, eq=False, repr=False)
class Statistic(Record):
    """A figure, with its unit, its period and who reports it.

    `when` is the period.

    Attributes:
        indicator: Word of the dataset's vocabulary; it names the direction of the flow.
        low: Lower end of the figure, or None where none is given.
        high: Upper end, or None where none is given (`more than 40`); equal to `low` for a point.
        stated: The words, where a source gives no number.
        unit: What is counted: `USD`, `children`.
        reporter: Whose figure it is, or None.
        about: Id of the record that it is about, or empty.
    """

    collection: ClassVar[str] = "statistics"
    who_fields: ClassVar[tuple[str, ...]] = ("reporter",)
    _references: ClassVar[tuple[str, ...]] = ("replaced_by", "about")

    indicator: str
    low: Decimal | None = field(converter=_number, default=None)
    high: Decimal | None = field(converter=_number, default=None)
    stated: str = ""
    unit: str = ""
    reporter: Actor | None = None
    about: str = ""

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        yield from super()._faults()
        if not kebab(self.indicator.replace("_", "-")):
            yield "indicator", self.indicator, "lowercase words joined by underscores"
        for name in ("low", "high"):
            number: Decimal | None = getattr(self, name)
            if number is not None and not (
                number.is_finite() and len(number.normalize().as_tuple().digits) <= DIGITS
            ):
                yield name, number, f"a finite number of up to {DIGITS} significant digits"
                return
        if self.low is not None and self.high is not None and self.low > self.high:
            yield "low", self.low, f"at most high, which is {self.high}"
        if self.low is None and self.high is None and not self.stated:
            yield "stated", self.stated, "the words of the figure, as no number is given"
