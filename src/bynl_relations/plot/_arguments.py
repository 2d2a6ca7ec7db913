"""Check what a caller passes to a picture, records or counts, and build its request."""

from __future__ import annotations

from typing import cast

from attrs import evolve

from .._query.counts import Counts, tally
from .._query.output import Output
from ..errors import shown
from ..model.record import Record
from ._request import Request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._dataset.metadata import Metadata

__all__ = ["of_records", "source_line", "tallied"]


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
    if not isinstance(records, Output):
        kinds = {record.collection for record in found}
        collection = kinds.pop() if len(kinds) == 1 else "all"
        return Request(found, title, source or "", collection=collection, highlight=wanted)
    names, collection = records._names, records._collection  # noqa: SLF001
    holdings = names.holdings
    line = source_line(holdings.dataset) if source is None else source
    return Request(
        found, title, line, records.asked, collection, records.windows, holdings.dataset, holdings,
        records.gaps, wanted,
    )  # fmt: skip


def tallied(
    records: Iterable[Record] | Counts, by: str, of: str,
    title: str, source: str | None, highlight: str | Iterable[str],
) -> tuple[Counts, Request]:  # fmt: skip
    """Count records, unless they are counted already.

    Raises:
        TypeError: Something is not a record.
        UnknownName: There is no such field.
    """
    if isinstance(records, Counts):
        if source is None:
            source = f"Source: version {records.version} of the data." if records.version else ""
        request = of_records((), title, source, highlight)
        return records, evolve(request, asked=records.asked)
    request = of_records(records, title, source, highlight)
    checked = request.dataset.checked
    rows = tally(request.records, request.windows, request.collection, checked, by, of)
    return Counts(by, of, rows), request


def source_line(dataset: Metadata) -> str:
    """Return where the data come from: title, version and day of the last check.

    Examples:
        >>> from bynl_relations._dataset.metadata import Metadata
        >>> source_line(Metadata(title="Own data", version="2"))
        'Source: Own data, version 2.'
    """
    parts = [dataset.title] if dataset.title else []
    if dataset.version:
        parts.append(f"version {dataset.version}")
    if dataset.checked is not None:
        parts.append(f"last checked {dataset.checked.edtf}")
    return f"Source: {', '.join(parts)}." if parts else ""
