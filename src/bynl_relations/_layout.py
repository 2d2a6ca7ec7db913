"""Anybody's dataset, read as untrusted input and written in canonical form."""

from __future__ import annotations

import os
from itertools import islice

from cattrs.errors import BaseValidationError

from ._convert import converter, problems
from ._dataset import Dataset
from ._document import MAX_BYTES, lines, parse, text
from ._holdings import Held, Holdings
from ._references import wrong_references
from .actors import Actor
from .errors import MOST_PROBLEMS, InvalidData, RelationsError, shown
from .model import COLLECTIONS, Record, kind
from .problems import Problem
from .provenance import Source
from .vocabulary import nearest, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from cattrs import Converter

    T = TypeVar("T")

__all__ = ["document", "files", "read", "read_document", "write"]

#: What describes a directory to machines; it is written, never read.
PACKAGE = "datapackage.json"
_PARTS = ("dataset", "actors", "sources", *COLLECTIONS)


class _Reading:
    """Collect what is read and what is wrong with it."""

    def __init__(self) -> None:
        self.wrong: list[Problem] = []
        self.more = 0
        self.places: dict[str, tuple[str, str]] = {}

    def add(self, found: Iterable[Problem]) -> None:
        """Keep problems up to the limit and count the rest."""
        room = MOST_PROBLEMS - len(self.wrong)
        found = iter(found)
        self.wrong.extend(islice(found, room))
        self.more += sum(1 for _ in found)

    def structure(
        self, made: Converter, cls: type[T], rows: Iterable[tuple[str, object]], file: str
    ) -> Iterator[T]:
        """Give the objects that rows make; what is wrong is kept, with file and path."""
        structure = made.structure
        for path, row in rows:
            if isinstance(row, InvalidData):
                self.add(
                    Problem(one.found, one.expected, path, one.record, file) for one in row.problems
                )
                continue
            try:
                one = structure(row, cls)
            except (BaseValidationError, RelationsError) as error:
                name = row.get("id", "") if isinstance(row, dict) else ""
                self.add(problems(error, path, file, name))
                continue
            name = one.id  # type: ignore[attr-defined]
            if name in self.places:
                other = ": ".join(part for part in self.places[name] if part)
                self.add([Problem(f"the id {name!r} a second time", f"each id once; it stands at {other}", path, name, file)])
            elif isinstance(one, Record):
                self.places[name] = file, path
            yield one

    def finish(self) -> None:
        """Raise all that is wrong, if anything is."""
        if self.wrong:
            raise InvalidData(self.wrong, self.more)


def _hold(rows: Callable[[str], tuple[str, Iterable[tuple[str, object]]]], said: tuple[str, str, object]) -> Held:
    """Make holdings of rows, and raise every problem at once.

    Args:
        rows: Gives, for a part, the file's name and pairs of a JSON path and a row.
        said: File, path and value of what the dataset says of itself.
    """
    reading = _Reading()
    plain = converter()
    try:
        dataset = plain.structure(said[2], Dataset)
    except (BaseValidationError, RelationsError) as error:
        reading.add(problems(error, said[1], said[0]))
        dataset = None
    actors: dict[str, Actor] = {}
    sources: dict[str, Source] = {}
    for part, cls, table in (("actors", Actor, actors), ("sources", Source, sources)):
        file, found = rows(part)
        for number, one in enumerate(reading.structure(plain, cls, found, file)):  # type: ignore[type-var]
            if one.id in table:
                reading.add([Problem(f"two {part} with the id {one.id!r}", "each id once", f"$[{number}].id", "", file)])
            table[one.id] = one  # type: ignore[index]
    collections: dict[str, list[Record]] = {}
    for collection in COLLECTIONS:
        file, found = rows(collection)
        found = iter(found)
        first = next(found, None)
        if first is not None:
            cls = kind(collection)
            made = converter((cls,), actors, sources)
            rest = (one for part in ((first,), found) for one in part)
            collections[collection] = list(reading.structure(made, cls, rest, file))
    if dataset is not None and not reading.wrong:
        held = Held(dataset, actors, sources, collections)
        reading.add(wrong_references(held, reading.places))
    reading.finish()
    return held


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
    folder = os.fspath(directory)
    if not os.path.isdir(folder):
        raise InvalidData((Problem("no directory", "a directory with dataset.json", file=folder),))
    broken: list[InvalidData] = []

    def load(part: str) -> object:
        try:
            with open(os.path.join(folder, f"{part}.json"), "rb") as file:
                return parse(file.read(max_bytes + 1), f"{part}.json", max_bytes)
        except InvalidData as error:
            broken.append(error)
        except OSError as error:
            broken.append(InvalidData((Problem(error.strerror or str(error), "a file that can be read", file=f"{part}.json"),)))
        return None

    def rows(part: str) -> tuple[str, Iterable[tuple[str, object]]]:
        file, stream = f"{part}.json", f"{part}.jsonl"
        streamed = os.path.isfile(os.path.join(folder, stream))
        if not os.path.lexists(os.path.join(folder, file)):
            return (stream, _streamed(os.path.join(folder, stream), stream, max_bytes)) if streamed else (file, ())
        if streamed:
            broken.append(InvalidData((Problem(f"both {file} and {stream}", "one of them", file=stream),)))
        return file, _listed(load(part), file, broken)

    said = load("dataset") if os.path.lexists(os.path.join(folder, "dataset.json")) else None
    if said is None and not broken:
        broken.append(InvalidData((Problem("no file", "a dataset.json that says what the data is", file="dataset.json"),)))
    try:
        held = _hold(rows, ("dataset.json", "$", {} if said is None else said))
    except InvalidData as error:
        broken.append(error)
    if broken:
        raise InvalidData(
            [one for error in broken for one in error.problems], sum(error.more for error in broken)
        )
    return held


def _streamed(path: str, file: str, max_bytes: int) -> Iterator[tuple[str, object]]:
    with open(path, "rb") as opened:
        limited = iter(lambda: opened.readline(max_bytes + 1), b"")
        for number, value in lines(limited, file, max_bytes):
            yield f"line {number}", value


def _listed(value: object, file: str, broken: list[InvalidData], path: str = "$") -> Iterator[tuple[str, object]]:
    if isinstance(value, list):
        yield from ((f"{path}[{number}]", one) for number, one in enumerate(value))
    elif value is not None:
        broken.append(InvalidData((Problem(shown(value), "a list of objects", path, "", file),)))


def read_document(data: str | bytes, max_bytes: int = MAX_BYTES) -> Held:
    """Read a dataset from one JSON document: an object with the names of the files as keys.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each.
    """
    value = parse(data, "", max_bytes)
    if not isinstance(value, dict):
        raise InvalidData((Problem(shown(value), f"an object with the keys {words(_PARTS)}", "$"),))
    broken: list[InvalidData] = []
    for key in value.keys() - set(_PARTS):
        guess = nearest(key, _PARTS, 1)
        hint = f"; did you mean {guess[0]!r}?" if guess else ""
        broken.append(InvalidData((Problem(f"the unknown key {shown(key)}", f"one of {words(_PARTS)}{hint}", "$"),)))
    try:
        held = _hold(
            lambda part: ("", _listed(value.get(part), "", broken, f"$.{part}")),
            ("", "$.dataset", value.get("dataset", {})),
        )
    except InvalidData as error:
        broken.append(error)
    if broken:
        raise InvalidData(
            [one for error in broken for one in error.problems], sum(error.more for error in broken)
        )
    return held


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
    return text(dict(files(held))) + "\n"


def write(held: Holdings, directory: str | os.PathLike[str]) -> None:
    """Write a dataset into a directory, a file a collection, in canonical form.

    Args:
        held: The holdings.
        directory: Made where it is missing; files of collections that are empty are removed.
    """
    folder = os.fspath(directory)
    os.makedirs(folder, exist_ok=True)
    written = {name: text(value) + "\n" for name, value in files(held)}
    for part in _PARTS:
        path = os.path.join(folder, f"{part}.json")
        if part in written:
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(written[part])
        elif os.path.isfile(path):
            os.remove(path)
        if os.path.isfile(stream := path + "l"):
            os.remove(stream)
    with open(os.path.join(folder, PACKAGE), "w", encoding="utf-8", newline="\n") as file:
        file.write(package(held.dataset, written))


def package(dataset: Dataset, names: Iterable[str]) -> str:
    """Describe the directory that `write` makes as a data package.

    Args:
        dataset: What it says of itself.
        names: The parts that it holds.

    Returns:
        The text of `datapackage.json`; `read` passes it over.
    """
    from .interop.descriptors import data_package

    classes = {"dataset": Dataset, "actors": Actor, "sources": Source}
    parts = {name: classes.get(name) or kind(name) for name in names}
    return text(data_package(dataset, parts)) + "\n"
