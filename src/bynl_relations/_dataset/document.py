"""A dataset as the rows of its parts, in canonical form, and as one JSON document."""

from __future__ import annotations

from .._conversion.serializer import Writer, pieces
from ..model.collections import COLLECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .holdings import Holdings

__all__ = ["INDENT", "document", "parts", "rows"]

#: What stands before a part of a document: a line break and its indent.
INDENT = "\n  "


def parts(held: Holdings) -> tuple[str, ...]:
    """Return the names of the parts that are not empty, in the order of a document."""
    tables = {
        "actors": held.actors, "sources": held.sources, "gaps": held.gaps, "places": held.places
    }  # fmt: skip
    return (
        "dataset",
        *(name for name, table in tables.items() if table),
        *(collection for collection in COLLECTIONS if held.records(collection)),
    )


def rows(held: Holdings, part: str, pad: str) -> Iterator[str]:
    """Return the rows of a part as JSON, each indented by `pad`."""
    if part in COLLECTIONS:
        whole = Writer(linked=True).whole
        return (whole(record, pad) for record in held.records(part))
    if part in ("gaps", "places"):
        whole = Writer(linked=True).whole
        return (whole(row, pad) for row in (held.gaps if part == "gaps" else held.places))
    table = held.actors if part == "actors" else held.sources
    whole = Writer(linked=False).whole
    return (whole(table[key], pad) for key in sorted(table))


def document(held: Holdings) -> Iterator[str]:
    """Yield a dataset as one JSON document in canonical form, piece by piece."""
    yield f'{{{INDENT}"dataset": {Writer(linked=False).whole(held.dataset, INDENT)}'
    for part in parts(held)[1:]:
        yield f',{INDENT}"{part}": '
        yield from pieces("[", rows(held, part, f"{INDENT}  "), "]", INDENT)
    yield "\n}\n"
