"""What a dataset says of itself."""

from __future__ import annotations

from attrs import evolve, field, frozen

from .._fields.checked import Checked
from .._fields.formats import ACTOR, INDICATOR, WORD
from .._fields.shape import form
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SCHEMA", "Indicator", "Metadata"]

#: The version of the layout on disk.
SCHEMA = 1


@frozen(eq=False, repr=False)
class Indicator(Checked):
    """What the figures of an indicator count.

    Attributes:
        definition: What is counted, in words.
        stock: Whether a figure holds until the next one; otherwise it belongs to its period.
    """

    definition: str
    stock: bool = False


@frozen(kw_only=True)
class Metadata(Checked):
    """What a dataset says of itself: the file `dataset.json`.

    Attributes:
        schema: Version of the layout on disk.
        version: Version of the data, or empty.
        checked: Day of the last check; nothing is certain after it. None where not known.
        title: What it is called, or empty.
        licences: Pairs of a part and its SPDX licence.
        citation: How to cite it, or empty.
        topics: Pairs of a topic and its definition.
        indicators: Pairs of an indicator and what its figures count.
        elsewhere: Ids that records and actors name and the dataset does not hold.
    """

    schema: int = field(default=SCHEMA, metadata={"written": True})
    version: str = ""
    checked: When | None = None
    title: str = ""
    licences: tuple[tuple[str, str], ...] = ()
    citation: str = ""
    topics: tuple[tuple[str, str], ...] = field(default=(), metadata={"key": WORD, "most": 0})
    indicators: tuple[tuple[str, Indicator], ...] = field(
        default=(), metadata={"key": INDICATOR, "most": 0}
    )
    elsewhere: tuple[str, ...] = field(default=(), metadata={**form(ACTOR), "most": 0})

    def beside(self, other: Metadata) -> Metadata:
        """Merge the metadata of two datasets: the earlier `checked`, the words of both."""
        days = [data.checked for data in (self, other) if data.checked is not None]
        return evolve(
            self,
            checked=min(days, key=lambda day: day.sort_key, default=None),
            topics=tuple((dict(other.topics) | dict(self.topics)).items()),
            indicators=tuple((dict(other.indicators) | dict(self.indicators)).items()),
            elsewhere=tuple(sorted({*self.elsewhere, *other.elsewhere})),
        )

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if self.schema != SCHEMA:
            yield "schema", self.schema, f"{SCHEMA}, the layout that this version reads"
