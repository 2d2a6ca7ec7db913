"""Anybody's dataset, read as untrusted input and written in canonical form."""

from __future__ import annotations

import os
from stat import S_ISREG

from ._collector import uncollected
from ._document import MAX_BYTES, is_object, lines, parse
from ._package import PARTS, describe, descriptors
from ._reading import UNREAD, Reading
from ._references import Part
from ._writer import Writer, pieces
from .errors import InvalidData, shown
from .model import COLLECTIONS
from .problems import Problem
from .vocabulary import nearest, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from ._holdings import Held, Holdings
    from ._reading import Rows

__all__ = ["document", "parts", "read", "read_document", "write"]

_INDENT = "\n  "


class _Folder:
    """The files of a directory."""

    def __init__(self, path: str, reading: Reading, max_bytes: int) -> None:
        self.path, self.reading, self.max_bytes = path, reading, max_bytes
        self.names = set(os.listdir(path))

    def open(self, part: Part) -> BinaryIO | None:
        """Open a file; what is none, or cannot be opened, is told."""
        path = os.path.join(self.path, part.file)
        found = "no regular file"
        try:
            # Anything else, such as a named pipe, could keep the reader waiting.
            if S_ISREG(os.stat(path).st_mode):
                return open(path, "rb")
        except OSError as error:
            found = error.strerror or str(error)
        self.reading.lost(part, Problem(found, "a file that can be read"))
        return None

    def load(self, part: Part) -> object:
        """Give the value of a JSON file, or `UNREAD`."""
        file = self.open(part)
        if file is None:
            return UNREAD
        try:
            with file:
                # read() takes as much memory as it is allowed to read.
                most = min(os.fstat(file.fileno()).st_size, self.max_bytes) + 1
                return parse(file.read(most), part.file, self.max_bytes)
        except InvalidData as error:
            self.reading.lost(part, *error.problems)
            return UNREAD

    def stream(self, part: Part) -> Rows:
        """Give the number and the value of each line of JSON Lines."""
        file = self.open(part)
        if file is not None:
            with file:
                pieces = iter(lambda: file.readline(self.max_bytes + 1), b"")
                yield from lines(pieces, part.file, self.max_bytes)

    def part(self, name: str) -> tuple[Part, Rows]:
        """Give a part by its name: where it stands, and its rows."""
        whole, stream = Part(name, f"{name}.json"), Part(name, f"{name}.jsonl", lines=True)
        if whole.file in self.names and stream.file in self.names:
            found = f"both {whole.file} and {stream.file}"
            self.reading.lost(stream, Problem(found, "one of them"))
        if whole.file in self.names:
            return whole, self.reading.rows(self.load(whole), whole)
        return stream, self.stream(stream) if stream.file in self.names else ()

    def misnamed(self) -> Iterator[Problem]:
        """Find files whose name is that of a part but for its case or its last letter."""
        for name in sorted(self.names):
            stem, end = os.path.splitext(name)
            near = [part for part in PARTS if part.rstrip("s") == stem.lower().rstrip("s")]
            if (
                end.lower() in (".json", ".jsonl")
                and near
                and name not in (f"{near[0]}.json", f"{near[0]}.jsonl")
            ):
                yield Problem(shown(name), f"{near[0]}.json, or another name", "", "", name)


def read(directory: str | os.PathLike[str], max_bytes: int = MAX_BYTES) -> Held:
    """Read a dataset from a directory of JSON files.

    Args:
        directory: Holds `dataset.json` and a file a collection; an absent file is empty. A
            collection may be JSON Lines instead: `events.jsonl`.
        max_bytes: The most bytes of a file; of JSON Lines, of a line.

    Returns:
        The holdings.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each, nothing is half-loaded.
    """
    path = os.fspath(directory)
    reading = Reading()
    try:
        folder = _Folder(path, reading, max_bytes)
    except OSError as error:
        told = Problem(error.strerror or str(error), "a directory with dataset.json", "", "", path)
        raise InvalidData((told,)) from None
    reading.add(folder.misnamed())
    part, said = Part("dataset", "dataset.json"), UNREAD
    with uncollected():
        if part.file in folder.names:
            said = folder.load(part)
        else:
            expected = "a dataset.json that says what the data is"
            reading.add([Problem("no file", expected, file=part.file)])
        return reading.hold(said, part, folder.part)


def read_document(data: str | bytes, max_bytes: int = MAX_BYTES) -> Held:
    """Read a dataset from one JSON document: an object with the names of the files as keys.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each.
    """
    reading = Reading()
    with uncollected():
        value = parse(data, "", max_bytes)
        if not is_object(value):
            expected = f"an object with the keys {words(PARTS)}"
            raise InvalidData((Problem(shown(value), expected, "$"),))
        for key in [key for key in value if key not in PARTS]:
            guess = nearest(key, PARTS, 1)
            hint = f"; did you mean {guess[0]!r}?" if guess else ""
            reading.add(
                [Problem(f"the unknown key {shown(key)}", f"one of {words(PARTS)}{hint}", "$")]
            )

        def part(name: str) -> tuple[Part, Rows]:
            where = Part(name, "", f"$.{name}")
            return where, reading.rows(value.get(name, []), where)

        said = value.get("dataset", {})
        return reading.hold(said, Part("dataset", "", "$.dataset"), part)


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
