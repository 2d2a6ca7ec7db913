"""What a page shows: records with what each source says of them, and gaps."""

from __future__ import annotations

from attrs import field, frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..._protocols import GapLike, RecordLike
    from ...actors import Actor
    from ...when import When

__all__ = ["Contents", "Entry"]


@frozen
class Entry:
    """A record of a page.

    Attributes:
        record: The record.
        versions: The record as a source has it, by the id of the source; only of those that
            have another value than ours.
        certain: Whether it surely belongs to the window that was asked for.
    """

    record: RecordLike
    versions: Mapping[str, RecordLike] = field(factory=dict[str, "RecordLike"])
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
