"""Anybody's dataset, read as untrusted input and written in canonical form."""

from __future__ import annotations

import gc
import os
from itertools import chain, islice
from stat import S_ISREG
from typing import cast

from cattrs.errors import BaseValidationError

from ._collector import uncollected
from ._convert import converter
from ._dataset import Dataset
from ._document import MAX_BYTES, is_list, is_object, lines, parse, record_id, text
from ._holdings import Held, Holdings
from ._misfits import count, problems
from ._references import wrong_references
from .actors import Actor
from .errors import MOST_PROBLEMS, InvalidData, RelationsError, shown
from .model import COLLECTIONS, Record, kind
from .problems import Problem
from .provenance import Source
from .vocabulary import nearest, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from typing import BinaryIO, TypeVar

    from cattrs import Converter

    T = TypeVar("T")
    P = TypeVar("P", Actor, Source)
    #: Rows with the path at which each stands.
    Rows = Iterable[tuple[str, object]]

__all__ = ["document", "files", "read", "read_document", "write"]

#: What describes a directory to machines; it is written, never read.
PACKAGE = "datapackage.json"
_PARTS = ("dataset", "actors", "sources", *COLLECTIONS)

#: Stands for what cannot be read, which was told already.
_UNREAD = object()


class _Reading:
    """Read the parts of a dataset, and collect what is wrong with them.

    Attributes:
        wrong: The first hundred problems.
        more: How many further problems there are.
        places: The file and the JSON path of each record, by id, also of those not built.
        known: The collection of each of them.
        unread: Ids of actors and sources that are wrong.
        whole: Whether every id is known, as no file was unreadable.
    """

    def __init__(self) -> None:
        self.wrong: list[Problem] = []
        self.more = 0
        self.places: dict[str, tuple[str, str]] = {}
        self.known: dict[str, str] = {}
        self.unread: set[str] = set()
        self.whole = True

    def add(self, found: Iterable[Problem]) -> None:
        """Keep problems up to the limit and count the rest."""
        found = iter(found)
        self.wrong.extend(islice(found, MOST_PROBLEMS - len(self.wrong)))
        self.more += sum(1 for _ in found)

    def refuse(self, error: Exception, path: str, file: str, record: str = "") -> None:
        """Keep what an error tells; once enough is told it is only counted."""
        # What is wrong makes garbage of cycles, and may be most of the data.
        gc.enable()
        if len(self.wrong) < MOST_PROBLEMS:
            every = count(error)
            before = len(self.wrong)
            self.add(islice(problems(error, path, file, record), MOST_PROBLEMS - before))
            self.more += every - (len(self.wrong) - before)
        else:
            self.more += count(error)

    def lost(self, found: str, expected: str, file: str, path: str = "") -> None:
        """Tell of a part that cannot be read, so that its ids are not known."""
        self.whole = False
        self.add([Problem(found, expected, path, "", file)])

    def rows(self, value: object, file: str, path: str = "$") -> Iterator[tuple[str, object]]:
        """Give the path and the value of each row of a list."""
        if is_list(value):
            yield from ((f"{path}[{number}]", one) for number, one in enumerate(value))
        elif value is not _UNREAD:
            self.lost(shown(value), "a list of objects", file, path)

    def objects(
        self, made: Converter, cls: type[T], found: Rows, file: str
    ) -> Iterator[tuple[str, T]]:
        """Give the path and the object that each row makes; what is wrong is kept."""
        # The bare hook: `made.structure` would tell all that is wrong, where most is but counted.
        structure = made.get_structure_hook(cls)
        for path, row in found:
            if isinstance(row, InvalidData):
                self.whole = False
                self.add(
                    Problem(one.found, one.expected, path + _within(one.path), one.record, file)
                    for one in row.problems
                )
                continue
            name = record_id(row)
            try:
                one: T = structure(row, cls)
            except (BaseValidationError, RelationsError) as error:
                self.refuse(error, path, file, name)
                self.note(cls, name, file, path)
            else:
                yield path, one

    def note(self, cls: type, name: str, file: str, path: str) -> None:
        """Remember the id of what was not built, so that those who name it are not told again."""
        if issubclass(cls, Record):
            self.places.setdefault(name, (file, path))
            self.known.setdefault(name, cls.collection)
        else:
            self.unread.add(name)

    def table(self, made: Converter, cls: type[P], file: str, found: Rows) -> dict[str, P]:
        """Read actors or sources, by id."""
        table: dict[str, P] = {}
        for path, one in self.objects(made, cls, found, file):
            if one.id in table:
                self.add(
                    [
                        Problem(
                            f"the id {one.id!r} a second time", "each id once", path, one.id, file
                        )
                    ]
                )
            table[one.id] = one
        return table

    def records(
        self, made: Converter, cls: type[Record], found: Rows, file: str
    ) -> Iterator[Record]:
        """Read the records of a collection."""
        for path, one in self.objects(made, cls, found, file):
            if one.id in self.places:
                other = ": ".join(part for part in self.places[one.id] if part)
                expected = f"each id once; it stands at {other}"
                self.add(
                    [Problem(f"the id {one.id!r} a second time", expected, path, one.id, file)]
                )
            self.places[one.id] = file, path
            self.known[one.id] = cls.collection
            yield one

    def hold(
        self, said: object, place: tuple[str, str], parts: Callable[[str], tuple[str, Rows]]
    ) -> Held:
        """Read the parts, and raise all that is wrong with them at once.

        Args:
            said: What the dataset says of itself, or `_UNREAD`.
            place: File and path of it.
            parts: Gives, for a part, the name of its file and its rows.
        """
        plain = converter()
        dataset = None
        if said is not _UNREAD:
            try:
                dataset = plain.get_structure_hook(Dataset)(said, Dataset)
            except (BaseValidationError, RelationsError) as error:
                self.refuse(error, place[1], place[0])
        actors = self.table(plain, Actor, *parts("actors"))
        sources = self.table(plain, Source, *parts("sources"))
        collections: dict[str, list[Record]] = {}
        for collection in COLLECTIONS:
            file, found = parts(collection)
            found = iter(found)
            for first in islice(found, 1):
                cls = kind(collection)
                made = converter((cls,), actors, sources, self.unread)
                collections[collection] = list(
                    self.records(made, cls, chain((first,), found), file)
                )
        held = Held(dataset or Dataset(), actors, sources, collections)
        if dataset is not None:
            known = self.known if self.whole else None
            self.add(wrong_references(held, self.places, known))
        if self.wrong:
            raise InvalidData(self.wrong, self.more)
        return held


def _within(path: str) -> str:
    """Turn a place within a line into one that follows the number of that line."""
    return f", {path}" if path[0] == "b" else path.removeprefix("line 1").removeprefix("$")


class _Folder:
    """The files of a directory."""

    def __init__(self, path: str, reading: _Reading, max_bytes: int) -> None:
        self.path, self.reading, self.max_bytes = path, reading, max_bytes
        self.names = set(os.listdir(path))

    def open(self, name: str) -> BinaryIO | None:
        """Open a file; what is none, or cannot be opened, is told."""
        path = os.path.join(self.path, name)
        try:
            # Anything else, such as a named pipe, could keep the reader waiting.
            if not S_ISREG(os.stat(path).st_mode):
                self.reading.lost("no regular file", "a file that can be read", name)
                return None
            return open(path, "rb")
        except OSError as error:
            self.reading.lost(error.strerror or str(error), "a file that can be read", name)
        return None

    def load(self, name: str) -> object:
        """Give the value of a JSON file, or `_UNREAD`."""
        file = self.open(name)
        if file is None:
            return _UNREAD
        try:
            with file:
                # read() takes as much memory as it is allowed to read.
                most = min(os.fstat(file.fileno()).st_size, self.max_bytes) + 1
                return parse(file.read(most), name, self.max_bytes)
        except InvalidData as error:
            self.reading.whole = False
            self.reading.add(error.problems)
            self.reading.more += error.more
            return _UNREAD

    def stream(self, name: str) -> Iterator[tuple[str, object]]:
        """Give the line and the value of each row of JSON Lines."""
        file = self.open(name)
        if file is not None:
            with file:
                pieces = iter(lambda: file.readline(self.max_bytes + 1), b"")
                for number, value in lines(pieces, name, self.max_bytes):
                    yield f"line {number}", value

    def part(self, part: str) -> tuple[str, Rows]:
        """Give the name of a part's file and its rows."""
        whole, stream = f"{part}.json", f"{part}.jsonl"
        if whole in self.names and stream in self.names:
            self.reading.lost(f"both {whole} and {stream}", "one of them", stream)
        if whole in self.names:
            return whole, self.reading.rows(self.load(whole), whole)
        return stream, self.stream(stream) if stream in self.names else ()

    def misnamed(self) -> Iterator[Problem]:
        """Find files whose name is that of a part but for its case or its last letter."""
        for name in sorted(self.names):
            stem, end = os.path.splitext(name)
            near = [part for part in _PARTS if part.rstrip("s") == stem.lower().rstrip("s")]
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
    reading = _Reading()
    try:
        folder = _Folder(path, reading, max_bytes)
    except OSError as error:
        told = Problem(error.strerror or str(error), "a directory with dataset.json", "", "", path)
        raise InvalidData((told,)) from None
    reading.add(folder.misnamed())
    said = _UNREAD
    if "dataset.json" in folder.names:
        said = folder.load("dataset.json")
    else:
        expected = "a dataset.json that says what the data is"
        reading.add([Problem("no file", expected, "", "", "dataset.json")])
    with uncollected():
        return reading.hold(said, ("dataset.json", "$"), folder.part)


def read_document(data: str | bytes, max_bytes: int = MAX_BYTES) -> Held:
    """Read a dataset from one JSON document: an object with the names of the files as keys.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each.
    """
    reading = _Reading()
    with uncollected():
        value = parse(data, "", max_bytes)
        if not is_object(value):
            expected = f"an object with the keys {words(_PARTS)}"
            raise InvalidData((Problem(shown(value), expected, "$"),))
        for key in [key for key in value if key not in _PARTS]:
            guess = nearest(key, _PARTS, 1)
            hint = f"; did you mean {guess[0]!r}?" if guess else ""
            reading.add(
                [Problem(f"the unknown key {shown(key)}", f"one of {words(_PARTS)}{hint}", "$")]
            )
        return reading.hold(
            value.get("dataset", {}),
            ("", "$.dataset"),
            lambda part: ("", reading.rows(value.get(part, []), "", f"$.{part}")),
        )


def files(held: Holdings) -> Iterator[tuple[str, object]]:
    """Give the name and the plain value of each part of a dataset; empty parts are left out."""
    every = [kind(collection) for collection in COLLECTIONS]
    plain = converter(every)
    linked = converter(every, held.actors, held.sources)
    yield "dataset", {"schema": held.dataset.schema} | plain.unstructure(held.dataset)
    for part, table in (("actors", held.actors), ("sources", held.sources)):
        if table:
            yield part, [plain.unstructure(table[key]) for key in sorted(table)]
    for collection in COLLECTIONS:
        if found := held.records(collection):
            yield collection, [linked.unstructure(record) for record in found]


def document(held: Holdings) -> str:
    """Write a dataset as one JSON document in canonical form."""
    with uncollected():
        return text(dict(files(held))) + "\n"


def write(held: Holdings, directory: str | os.PathLike[str]) -> None:
    """Write a dataset into a directory, a file a collection, in canonical form.

    A collection whose file would pass what `read` takes unasked is written as JSON Lines.

    Args:
        held: The holdings.
        directory: Made where it is missing; files of collections that are empty are removed.
    """
    folder = os.fspath(directory)
    os.makedirs(folder, exist_ok=True)
    written: dict[str, bytes] = {}
    streams: set[str] = set()
    for part, value in files(held):
        written[part] = f"{text(value)}\n".encode()
        if part in COLLECTIONS and len(written[part]) > MAX_BYTES:
            streams.add(part)
            rows = cast("list[object]", value)
            written[part] = "".join([f"{text(row, None)}\n" for row in rows]).encode()
    names = {part: f"{part}.jsonl" if part in streams else f"{part}.json" for part in written}
    for part, name in names.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(written[part])
    for name in (f"{part}.{ending}" for part in _PARTS for ending in ("json", "jsonl")):
        if name not in names.values() and os.path.isfile(path := os.path.join(folder, name)):
            os.remove(path)
    with open(os.path.join(folder, PACKAGE), "w", encoding="utf-8", newline="\n") as file:
        file.write(package(held.dataset, written, streams))


def package(dataset: Dataset, names: Iterable[str], streams: Collection[str] = ()) -> str:
    """Describe the directory that `write` makes as a data package.

    Args:
        dataset: What it says of itself.
        names: The parts that it holds.
        streams: Those of them that are JSON Lines.

    Returns:
        The text of `datapackage.json`; `read` passes it over.
    """
    from .interop.descriptors import data_package

    classes = {"dataset": Dataset, "actors": Actor, "sources": Source}
    parts = {name: classes.get(name) or kind(name) for name in names}
    return text(data_package(dataset, parts, streams)) + "\n"
