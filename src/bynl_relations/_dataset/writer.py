"""A dataset written in canonical form: a directory of JSON files, or one document."""

from __future__ import annotations

import os

from .._conversion.json_text import MAX_BYTES
from .._conversion.serializer import Writer, pieces
from ..model import COLLECTIONS
from .descriptors import PARTS, describe, descriptors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .holdings import Holdings

__all__ = ["document", "parts", "write"]

_INDENT = "\n  "


def parts(held: Holdings) -> tuple[str, ...]:
    """Name the parts of a dataset that are not empty, in the order of a document."""
    tables = {
        "actors": held.actors, "sources": held.sources, "gaps": held.gaps, "places": held.places
    }  # fmt: skip
    return (
        "dataset",
        *(name for name, table in tables.items() if table),
        *(collection for collection in COLLECTIONS if held.records(collection)),
    )


def _rows(held: Holdings, part: str, pad: str) -> Iterator[str]:
    """Write the rows of a part, each as it stands at an indent."""
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
    """Write a dataset as one JSON document in canonical form, bit by bit."""
    yield f'{{{_INDENT}"dataset": {Writer(linked=False).whole(held.dataset, _INDENT)}'
    for part in parts(held)[1:]:
        yield f',{_INDENT}"{part}": '
        yield from pieces("[", _rows(held, part, f"{_INDENT}  "), "]", _INDENT)
    yield "\n}\n"


def _file(held: Holdings, part: str) -> bytes | None:
    """Write a part as a file; None for a collection that passes what `read` takes unasked."""
    if part == "dataset":
        return f"{Writer(linked=False).whole(held.dataset)}\n".encode()
    told: list[str] = []
    room = MAX_BYTES
    for one in pieces("[", _rows(held, part, _INDENT), "]", "\n"):
        told.append(one)
        room -= len(one)
        if room < 0 and part in COLLECTIONS:
            return None
    data = f"{''.join(told)}\n".encode()
    return data if len(data) <= MAX_BYTES or part not in COLLECTIONS else None


def write(held: Holdings, directory: str | os.PathLike[str]) -> None:
    """Write a dataset into a directory, a file a collection, in canonical form.

    A collection whose file would pass what `read` takes unasked is written as JSON Lines. What
    describes the directory to machines is written too: `datapackage.json`, a JSON Schema a part
    in `schemas`, and `CITATION.cff` where the dataset says who made it.

    Args:
        held: The holdings.
        directory: Made where it is missing; files of collections that are empty are removed.
    """
    folder = os.fspath(directory)
    os.makedirs(folder, exist_ok=True)
    names: dict[str, str] = {}
    for part in parts(held):
        data = _file(held, part)
        names[part] = f"{part}.json" if data is not None else f"{part}.jsonl"
        with open(os.path.join(folder, names[part]), "wb") as file:
            if data is not None:
                file.write(data)
            else:
                file.writelines(f"{row}\n".encode() for row in _rows(held, part, ""))
    for name in (f"{part}.{ending}" for part in PARTS for ending in ("json", "jsonl")):
        if name not in names.values() and os.path.isfile(path := os.path.join(folder, name)):
            os.remove(path)
    streams = [part for part, name in names.items() if name.endswith("l")]
    describe(folder, descriptors(held.dataset, names, streams))
