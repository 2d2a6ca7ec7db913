"""What a page shows: records with what each source says of them, and gaps."""

from __future__ import annotations

from typing import Protocol

from attrs import field, frozen

from .._display.protocols import RecordLike
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..actors import Actor, Participant
    from ..provenance import Source
    from ..when.standing import Began, Period

__all__ = ["Contents", "Entry", "GapLike", "Shown"]


class Shown(RecordLike, Protocol):
    """A record, as far as the page looks at it."""

    @property
    def actors(self) -> tuple[Participant, ...]: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def began(self) -> Began | None: ...
    @property
    def periods(self) -> tuple[Period, ...]: ...
    @classmethod
    def word_fields(cls) -> tuple[str, ...]: ...


class GapLike(Protocol):
    """What was looked for and not found."""

    @property
    def id(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def collection(self) -> str: ...
    @property
    def actors(self) -> tuple[Actor, ...]: ...
    @property
    def topics(self) -> tuple[str, ...]: ...
    @property
    def when(self) -> When | None: ...
    @property
    def looked_in(self) -> tuple[str, ...]: ...
    @property
    def says(self) -> str: ...


@frozen
class Entry:
    """A record of a page.

    Attributes:
        record: The record.
        told: The record as a source has it, by the id of the source; only of those sources that
            have another value than ours.
        certain: Whether it surely belongs to the window that was asked for.
    """

    record: Shown
    told: Mapping[str, Shown] = field(factory=dict[str, Shown])
    certain: bool = True


@frozen(kw_only=True)
class Contents:
    """What a page shows.

    Attributes:
        title: Title of the dataset, or empty.
        version: Version of the data, or empty.
        checked: Day of the last check, or None.
        citation: How to cite the dataset, or empty.
        asked: What was asked, as a call.
        topics: Pairs of a topic and its definition.
        actors: Every actor of the dataset by id.
        entries: The records, in order.
        gaps: What was looked for and not found.
        document: The records as a dataset of one JSON document.
    """

    title: str
    version: str
    checked: When | None
    citation: str
    asked: str
    topics: tuple[tuple[str, str], ...]
    actors: Mapping[str, Actor]
    entries: Sequence[Entry]
    gaps: Sequence[GapLike]
    document: str
