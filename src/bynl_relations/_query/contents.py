"""What the page of a result shows: its records, what each source says of them, and gaps."""

from __future__ import annotations

from .._dataset.assembly import own
from .._dataset.document import document
from .._display.page.contents import Contents, Entry
from .question import certain
from .views import as_stated_by

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    from .._dataset.metadata import Metadata
    from .._protocols import RecordLike
    from ..model.gaps import Gap
    from .names import Names
    from .window import Window

    class Result(Protocol):
        """A result, as far as its page looks at it."""

        _names: Names

        def __iter__(self) -> Iterator[RecordLike]: ...
        @property
        def asked(self) -> str: ...
        @property
        def gaps(self) -> tuple[Gap, ...]: ...
        @property
        def windows(self) -> tuple[Window, ...]: ...


__all__ = ["contents"]


def contents(result: Result) -> Contents:
    """Gather what the page of a result shows.

    Args:
        result: Records, in the order in which the page lists them.
    """
    holdings, records = result._names.holdings, tuple(result)
    dataset, windows = holdings.dataset, result.windows
    versions = _versions(records, dataset)
    return Contents(
        title=dataset.title,
        version=dataset.version,
        checked=dataset.checked,
        citation=dataset.citation,
        asked=result.asked,
        topics=dataset.topics,
        actors=holdings.actors,
        entries=[
            Entry(record, versions.get(record.id, {}), certain(windows, record))
            for record in records
        ],
        gaps=result.gaps,
        document="".join(document(own(records, dataset))),
    )


def _versions(records: Sequence[RecordLike], dataset: Metadata) -> dict[str, dict[str, RecordLike]]:
    """Return, by id, each record as those sources have it that assert a value."""
    asserting: dict[str, list[RecordLike]] = {}
    for record in records:
        for citation in record.citations:
            if citation.asserts:
                asserting.setdefault(citation.source.id, []).append(record)
    found: dict[str, dict[str, RecordLike]] = {}
    for source, several in asserting.items():
        for version in as_stated_by(own(several, dataset), frozenset((source,))).every():
            found.setdefault(version.id, {})[source] = version
    return found
