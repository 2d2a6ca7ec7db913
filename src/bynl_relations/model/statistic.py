"""A figure, with its unit, its period and who reports it."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, cast

from attrs import field, frozen

from .._fields.formats import DIGITS, is_number, kebab
from ..actors import Actor
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Statistic"]


def _number(value: Decimal | float | None) -> Decimal | None:
    """Normalise a number; what is none comes back as it is, for the check to tell.

    The context of `decimal` plays no part: its precision belongs to the user.
    """
    if isinstance(value, bool):
        return cast("Decimal", value)
    if isinstance(value, float):
        value = Decimal(repr(value))
    elif isinstance(value, int):
        value = Decimal(value)
    if not isinstance(value, Decimal) or not is_number(value):
        return value
    sign, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits)).strip("0")
    if not text:
        return Decimal(0)
    shift = int(exponent) + len(digits) - len("".join(map(str, digits)).rstrip("0"))
    if 0 < shift <= DIGITS - len(text):
        text, shift = text + "0" * shift, 0
    return Decimal(f"{'-' if sign else ''}{text}E{shift}")


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
    _joint: ClassVar[dict[str, tuple[str, ...]]] = {
        "low": ("high",),
        "stated": ("low", "high"),
    }

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
        if self.low is not None and self.high is not None and self.low > self.high:
            yield "low", self.low, f"at most high, which is {self.high}"
        if self.low is None and self.high is None and not self.stated:
            yield "stated", self.stated, "the words of the figure, as no number is given"
