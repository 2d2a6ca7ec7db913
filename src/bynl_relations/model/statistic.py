"""A figure, with its unit, its period and who reports it."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from .._fields.formats import INDICATOR, normalised
from .._fields.shape import form, record_ids
from ..actors import Actor
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Statistic"]


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
    _joint: ClassVar[dict[str, tuple[str, ...]]] = {
        "low": ("high",),
        "stated": ("low", "high"),
    }

    indicator: str = field(metadata=form(INDICATOR))
    low: Decimal | None = field(converter=normalised, default=None)
    high: Decimal | None = field(converter=normalised, default=None)
    stated: str = ""
    unit: str = ""
    reporter: Actor | None = None
    about: str = field(default="", metadata=record_ids())

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        yield from super()._faults()
        if self.low is not None and self.high is not None and self.low > self.high:
            yield "low", self.low, f"at most high, which is {self.high}"
        if self.low is None and self.high is None and not self.stated:
            yield "stated", self.stated, "the words of the figure, as no number is given"
