"""A dataset written in canonical form: a directory of JSON files, or one document."""

from __future__ import annotations

import os

from .._conversion.json_text import MAX_BYTES
from .._conversion.serializer import Writer, pieces
from ..model.collections import COLLECTIONS
from .descriptors import CITATION, descriptors, foreign, is_ours, removable
from .document import INDENT, parts, rows
from .files import path_text
from .journal import change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .holdings import Holdings

__all__ = ["write"]


def _file(held: Holdings, part: str) -> bytes | None:
    """Return a part as a file; None for a collection that exceeds the default limit of `read`."""
    if part == "dataset":
        return f"{Writer(linked=False).whole(held.dataset)}\n".encode()
    written: list[str] = []
    room = MAX_BYTES
    for piece in pieces("[", rows(held, part, INDENT), "]", "\n"):
        written.append(piece)
        room -= len(piece)
        if room < 0 and part in COLLECTIONS:
            return None
    data = f"{''.join(written)}\n".encode()
    return data if len(data) <= MAX_BYTES or part not in COLLECTIONS else None


def write(
    held: Holdings, directory: str | os.PathLike[str], replaced: Collection[str] = ()
) -> None:
    """Write a dataset into a directory, a file a collection, in canonical form.

    A collection whose file would exceed the default limit of `read` is written as JSON Lines.
    Descriptions for machines are written too: `datapackage.json`, a JSON Schema a part in
    `schemas`, and `CITATION.cff` if the dataset names who made it.

    All files change at once: a writer that is stopped leaves the old state or the new one.

    Args:
        held: The holdings.
        directory: Made where it is missing. Files of parts that the dataset lacks are removed,
            if its `datapackage.json` lists them.
        replaced: The names of further files that may be removed.

    Raises:
        InvalidData: The directory holds a part that would have to be removed, and that nothing
            lists.
        OSError: It cannot be written; the error names the file.
    """
    folder = os.path.realpath(path_text(directory))
    files: dict[str, Iterable[bytes]] = {}
    names: list[str] = []
    streams: list[str] = []
    for part in parts(held):
        data = _file(held, part)
        names.append(part)
        if data is None:
            streams.append(part)
            lines = rows(held, part, "")
            files[f"{part}.jsonl"] = (f"{row}\n".encode() for row in lines)
        else:
            files[f"{part}.json"] = (data,)
    for name, words in descriptors(held.dataset, names, streams).items():
        if words and not (name == CITATION and foreign(os.path.join(folder, name))):
            files[name] = (words.encode(),)
    change(folder, files, is_ours, lambda at, new: removable(at, new, replaced))
