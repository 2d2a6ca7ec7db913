"""A dataset from outside, read as untrusted input: built whole, or refused with every problem."""

from __future__ import annotations

import os
import sys
from itertools import chain
from stat import S_ISREG

from .._conversion.json_text import MAX_BYTES, is_object, lines, parse, unsound
from .._spelling import hint, words
from ..errors import MOST_PROBLEMS, InvalidData, Problem, shown
from .descriptors import PARTS, is_ours
from .files import lock, path_text
from .gc_pause import uncollected
from .holdings import InMemory
from .journal import journal_of, state_of
from .parts import Part
from .reading import UNREAD, Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from .reading import Rows

__all__ = ["MAX_BYTES", "read", "read_document"]

#: How often a directory that changes is read before its writers are asked to wait.
_TRIES = 5


class _Folder:
    """The files of a directory, in the state that its journal names, if there is one."""

    def __init__(self, path: str, reading: Reading, max_bytes: int) -> None:
        self.path, self.reading, self.max_bytes = path, reading, max_bytes
        self.journal = journal_of(path, is_ours)
        self.names = set(os.listdir(path))
        if self.journal is not None:
            self.names = self.journal.names(self.names)

    def open(self, part: Part) -> BinaryIO | None:
        """Open a regular file. Report a problem and return None if that fails."""
        found = "not a regular file"
        for path in self.paths(part.file):
            try:
                # Anything else, such as a named pipe, could keep the reader waiting.
                if S_ISREG(os.stat(path).st_mode):
                    return open(path, "rb")
            except OSError as error:
                found = error.strerror or str(error)
        self.reading.lost(part, [Problem(found, "a file that can be read")])
        return None

    def paths(self, name: str) -> Iterable[str]:
        """Return where a file can be, the most likely place first."""
        if self.journal is not None:
            return self.journal.paths(self.path, name)
        return (os.path.join(self.path, name),)

    def load(self, part: Part) -> object:
        """Return the value of a JSON file, or `UNREAD`."""
        file = self.open(part)
        if file is None:
            return UNREAD
        try:
            with file:
                # read() takes as much memory as it is allowed to read.
                most = min(os.fstat(file.fileno()).st_size, self.max_bytes) + 1
                return parse(file.read(most), part.file, self.max_bytes)
        except InvalidData as error:
            self.reading.lost(part, error.problems)
        except (OSError, MemoryError) as error:
            found = getattr(error, "strerror", None) or "more than the memory holds"
            self.reading.lost(part, [Problem(found, "a file that can be read")])
        return UNREAD

    def stream(self, part: Part) -> Rows:
        """Yield the number and the value of each line of JSON Lines."""
        file = self.open(part)
        if file is not None:
            with file:
                pieces = iter(lambda: file.readline(self.max_bytes + 1), b"")
                yield from lines(pieces, part.file, self.max_bytes)

    def part(self, name: str) -> tuple[Part, Rows]:
        """Return a part by its name: where it is, and its rows."""
        whole, stream = Part(name, f"{name}.json"), Part(name, f"{name}.jsonl", lines=True)
        if whole.file in self.names and stream.file in self.names:
            found = f"both {whole.file} and {stream.file}"
            self.reading.lost(stream, [Problem(found, "one of them")])
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


def read(directory: str | os.PathLike[str], max_bytes: int = MAX_BYTES) -> InMemory:
    """Read a dataset from a directory of JSON files.

    If another process writes into the directory meanwhile, it is read again: what is returned is
    one state of it, as a whole.

    Args:
        directory: Holds `dataset.json` and a file a collection; an absent file is empty. A
            collection may be JSON Lines instead: `events.jsonl`.
        max_bytes: The most bytes of a file; of JSON Lines, of a line.

    Returns:
        The holdings.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each, nothing is half-loaded.
    """
    path, most = path_text(directory), _limit(max_bytes)
    try:
        for _ in range(_TRIES):
            if (held := _unchanged(path, most)) is not None:
                return held
        with lock(path, shared=True):
            if (held := _unchanged(path, most)) is not None:
                return held
    except OSError as error:
        expected = "a directory with dataset.json"
        problem = Problem(error.strerror or str(error), expected, "", "", path)
        raise InvalidData((problem,)) from None
    found = "a directory that changes while it is read"
    raise InvalidData((Problem(found, "that nobody writes into it", "", "", path),))


def _limit(most: object) -> int:
    """Return a number of bytes; it is bounded, so that one more is a number of bytes too."""
    if type(most) is not int or most < 1:
        kind_of_error = TypeError if type(most) is not int else ValueError
        raise kind_of_error(f"max_bytes={shown(most)}; pass a number of bytes, at least 1")
    return min(most, sys.maxsize - 1)


def _unchanged(path: str, max_bytes: int) -> InMemory | None:
    """Read a directory; None if it changed meanwhile, so that what was read is a mixture."""
    before = state_of(path)
    try:
        held = _read(path, max_bytes)
    except InvalidData:
        if before == state_of(path):
            raise
        return None
    return held if before == state_of(path) else None


def _read(path: str, max_bytes: int) -> InMemory:
    reading = Reading()
    folder = _Folder(path, reading, max_bytes)
    reading.add(folder.misnamed())
    return uncollected(_held, reading, folder)


def _held(reading: Reading, folder: _Folder) -> InMemory:
    """Return the holdings of a directory."""
    part, said = Part("dataset", "dataset.json"), UNREAD
    if part.file in folder.names:
        said = folder.load(part)
    else:
        expected = "a dataset.json that says what the data is"
        reading.add([Problem("no file", expected, file=part.file)])
    return reading.hold(said, part, folder.part)


def read_document(data: str | bytes, max_bytes: int = MAX_BYTES) -> InMemory:
    """Read a dataset from one JSON document: an object with the names of the files as keys.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each.
    """
    if not isinstance(data, (str, bytes)):
        raise TypeError(f"{shown(data)} is not a JSON document; pass its text, a str or bytes")
    return uncollected(_held_document, data, _limit(max_bytes))


def _held_document(data: str | bytes, limit: int) -> InMemory:
    """Return the holdings of a document."""
    reading = Reading()
    value = parse(data, "", limit)
    if not is_object(value):
        expected = f"an object with the keys {words(PARTS)}"
        first = next(wrong := unsound(value), Problem(shown(value), expected, "$"))
        raise InvalidData(chain((first,), wrong))
    unknown = [key for key in value if key not in PARTS]
    reading.add(map(_unknown, unknown[:MOST_PROBLEMS]), len(unknown[MOST_PROBLEMS:]))

    def part(name: str) -> tuple[Part, Rows]:
        where = Part(name, "", f"$.{name}")
        return where, reading.rows(value.get(name, []), where)

    said = value.get("dataset", {})
    return reading.hold(said, Part("dataset", "", "$.dataset"), part)


def _unknown(key: str) -> Problem:
    expected = f"one of {words(PARTS)}{hint(key, PARTS)}"
    return Problem(f"the unknown key {shown(key)}", expected, "$")
