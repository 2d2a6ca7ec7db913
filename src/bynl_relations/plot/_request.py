"""What a picture is asked to show: the records, what their dataset says, the words around them."""

from __future__ import annotations

from typing import cast

from attrs import field, frozen

from .._dataset.metadata import Metadata
from .._query.records import Records
from .._spelling import hint
from ..errors import UnknownName, shown
from ..model import Record
from ..when import FOREVER, NEVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._dataset.holdings import Holdings
    from ..model.gaps import Gap

__all__ = ["Request", "of_records", "source_line"]


@frozen
class Request:
    """What a picture is asked to show.

    Attributes:
        records: The records.
        title: The headline, or empty.
        source: The source line, or empty.
        asked: The call that gave the records, or empty.
        dataset: What the dataset says of itself; of a list of records it is empty.
        holdings: What the dataset holds; None of a list of records.
        gaps: What was looked for and not found, as far as the question touches it.
        highlight: What stands out, by id or word; empty where everything does.
    """

    records: list[Record]
    title: str = ""
    source: str = ""
    asked: str = ""
    dataset: Metadata = field(factory=Metadata)
    holdings: Holdings | None = None
    gaps: tuple[Gap, ...] = ()
    highlight: frozenset[str] = frozenset()

    @property
    def checked(self) -> int | None:
        """The day of the last check, after which nothing is drawn; None where not known."""
        day = self.dataset.checked.span[3] if self.dataset.checked is not None else FOREVER
        return day if NEVER < day < FOREVER else None

    @property
    def nothing(self) -> str:
        """That there is nothing to draw, and what was asked."""
        return f"No records: {self.asked}" if self.asked else "No records"

    def recedes(self, *names: str) -> bool:
        """Return whether others stand out, and what bears these names does not."""
        return bool(self.highlight) and self.highlight.isdisjoint(names)

    def highlights(self, allowed: Iterable[str]) -> None:
        """Refuse a highlight that is in no part of the picture.

        Raises:
            UnknownName: It is not one of the names in the picture.
        """
        known = set(allowed)
        for name in sorted(self.highlight - known):
            near = hint(name, known)
            raise UnknownName(f"highlight={name!r} is in no part of this picture{near}")


def of_records(
    records: Iterable[Record], title: str, source: str | None, highlight: str | Iterable[str]
) -> Request:
    """Read what a picture is asked to show.

    Raises:
        TypeError: Something is not a record.
    """
    found: list[Record] = []
    for record in cast("Iterable[object]", records):
        if not isinstance(record, Record):
            raise TypeError(f"{shown(record)} is not a record; pass records, as those of "
                            "relations.all()")  # fmt: skip
        found.append(record)
    wanted = frozenset([highlight] if isinstance(highlight, str) and highlight else highlight)
    if not isinstance(records, Records):
        return Request(found, title, source or "", highlight=wanted)
    holdings = records._names.holdings  # noqa: SLF001
    line = source_line(holdings.dataset) if source is None else source
    return Request(
        found, title, line, records.asked, holdings.dataset, holdings, records.gaps, wanted
    )


def source_line(dataset: Metadata) -> str:
    """Return where the data come from: title, version and day of the last check.

    Examples:
        >>> source_line(Metadata(title="Own data", version="2"))
        'Source: Own data, version 2.'
    """
    parts = [dataset.title] if dataset.title else []
    if dataset.version:
        parts.append(f"version {dataset.version}")
    if dataset.checked is not None:
        parts.append(f"last checked {dataset.checked.edtf}")
    return f"Source: {', '.join(parts)}." if parts else ""
