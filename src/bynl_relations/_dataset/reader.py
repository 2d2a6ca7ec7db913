"""A dataset from outside, read as untrusted input: built whole, or refused with every problem."""

from __future__ import annotations

import gc
import os
from itertools import islice
from operator import attrgetter
from stat import S_ISREG
from typing import TypeVar, cast

from .._conversion.builder import UNFIT, Gate
from .._conversion.json_text import MAX_BYTES, is_object, lines, parse, record_id, unsound
from .._spelling import nearest, words
from ..actors import Actor
from ..errors import MOST_PROBLEMS, InvalidData, Problem, RelationsError, shown
from ..model import COLLECTIONS, Record, kind
from ..model.gaps import Gap
from ..model.gazetteer import City
from ..provenance import Source
from .dangling import wrong_agents, wrong_gaps, wrong_references
from .descriptors import PARTS
from .gc_pause import uncollected
from .holdings import InMemory
from .metadata import Metadata
from .parts import Part, Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    #: Rows with the number that each has in its part.
    Rows = Iterable[tuple[int, object]]
    Parts = Callable[[str], tuple[Part, Rows]]

__all__ = ["MAX_BYTES", "read", "read_document"]

T = TypeVar("T")
P = TypeVar("P", Actor, Source)

#: Stands for what cannot be read, which was told already.
UNREAD = object()


class Reading:
    """Read the parts of a dataset, and collect what is wrong with them.

    Attributes:
        wrong: The first hundred problems.
        more: How many further problems there are.
        places: Where each record stands, also those that were not built.
        whole: Whether every id is known, as no file was unreadable.
    """

    def __init__(self) -> None:
        """Know nothing, good or bad, yet."""
        self.wrong: list[Problem] = []
        self.more = 0
        self.places = Places()
        self._people = Places()
        self._unread: set[str] = set()
        self.whole = True
        self._actors: dict[str, Actor] = {}
        self._sources: dict[str, Source] = {}
        self._gate = Gate(self._actors, self._sources)
        self._hooks: dict[type, Callable[[object, type], object]] = {}

    def add(self, found: Iterable[Problem], more: int = 0) -> None:
        """Keep problems up to the limit and count the rest."""
        found = iter(found)
        self.wrong.extend(islice(found, MOST_PROBLEMS - len(self.wrong)))
        self.more += sum(1 for _ in found) + more

    def lost(self, part: Part, *found: Problem) -> None:
        """Tell why a part, or a row, cannot be read, so that not every id is known."""
        self.whole = False
        self.add(one._replace(file=part.file) for one in found)

    def rows(self, value: object, part: Part) -> Rows:
        """Give the rows of a list; what is none is told."""
        if type(value) is list:
            return enumerate(cast("list[object]", value))
        if value is not UNREAD:
            wrong = list(unsound(value, part.stem))
            self.lost(part, *(wrong or [Problem(shown(value), "a list of objects", part.stem)]))
        return ()

    def hold(self, said: object, part: Part, parts: Parts) -> InMemory:
        """Read the parts, and raise all that is wrong with them at once.

        Args:
            said: What the dataset says of itself, or `UNREAD`.
            part: Where that stands.
            parts: Gives a part by its name: where it stands, and its rows.
        """
        dataset = None if said is UNREAD else self._built(Metadata, said, part)
        self._table(Actor, self._actors, *parts("actors"))
        self._table(Source, self._sources, *parts("sources"))
        gaps_part, gap_rows = parts("gaps")
        gaps = self._listed(Gap, attrgetter("id"), gaps_part, gap_rows)
        places = self._listed(City, str, *parts("places"))
        collections = {name: self._records(*parts(name)) for name in COLLECTIONS}
        held = InMemory(
            dataset or Metadata(), self._actors, self._sources, collections,
            (gap for _, gap in gaps.values()), (place for _, place in places.values()),
        )  # fmt: skip
        if dataset is not None:
            self.add(wrong_references(held, self.places, whole=self.whole))
            self.add(wrong_agents(held, self._people, whole=self.whole))
            self.add(wrong_gaps(held.dataset, gaps.values(), gaps_part))
        if self.wrong:
            raise InvalidData(self.wrong, self.more)
        return held

    def _table(self, cls: type[P], table: dict[str, P], part: Part, rows: Rows) -> None:
        """Read actors or sources, by id."""
        for number, row in rows:
            one = self._built(cls, row, part, number)
            name = record_id(row) if one is None else one.id
            if cls is Actor:
                self._people.add(name, part, number)
            if one is None:
                self._unread.add(name)
            else:
                if name in table:
                    self._twice(name, part, number)
                table[name] = one

    def _listed(
        self, cls: type[T], key: Callable[[T], str], part: Part, rows: Rows
    ) -> dict[str, tuple[int, T]]:
        """Read gaps or places, each with its number, by what may stand once."""
        found: dict[str, tuple[int, T]] = {}
        for number, row in rows:
            one = self._built(cls, row, part, number)
            if one is not None:
                if key(one) in found:
                    self._twice(key(one), part, number)
                found[key(one)] = number, one
        return found

    def _records(self, part: Part, rows: Rows) -> list[Record]:
        """Read the records of a collection."""
        if not rows:
            return []
        found: list[Record] = []
        places, cls = self.places, kind(part.name)
        for number, row in rows:
            one = self._built(cls, row, part, number)
            if one is None:
                places.add(record_id(row), part, number)
                continue
            if one.id in places:
                self._twice(one.id, part, number)
            places.add(one.id, part, number)
            found.append(one)
        return found

    def _twice(self, name: str, part: Part, number: int) -> None:
        """Tell that an id stands a second time; once enough is told it is only counted."""
        if len(self.wrong) == MOST_PROBLEMS:
            self.more += 1
            return
        what = "place" if part.name == "places" else "id"
        found, expected = f"the {what} {name!r} a second time", f"each {what} once"
        if name in self.places:
            expected += f"; it stands at {': '.join(filter(None, self.places.of(name)))}"
        self.add([Problem(found, expected, part.path(number), name, part.file)])

    def _built(self, cls: type[T], row: object, part: Part, number: int | None = None) -> T | None:
        """Build the object of a row, or tell what is wrong with it."""
        try:
            return self._gate.maker(cls)(row)  # type: ignore[arg-type]
        except UNFIT:
            return self._looked_at(cls, row, part, part.path(number))

    def _looked_at(self, cls: type[T], row: object, part: Part, path: str) -> T | None:
        """Tell what is wrong with a row that was turned away; build it if nothing is."""
        # What is wrong makes garbage of cycles, and may be most of the data.
        gc.enable()
        broken = row.problems if isinstance(row, InvalidData) else ()
        wrong = [one._replace(path=path + _within(one.path)) for one in broken]
        wrong += unsound(row, path)
        if wrong:
            self.lost(part, *wrong)
            return None
        from cattrs.errors import BaseValidationError

        try:
            return self._hook(cls)(row, cls)
        except (BaseValidationError, RelationsError) as error:
            self._refuse(error, path, part.file, record_id(row))
        return None

    def _hook(self, cls: type[T]) -> Callable[[object, type[T]], T]:
        """Give what the converter builds objects of a class with, and tells of what is wrong.

        It is the bare hook: `converter.structure` would tell all, where most is but counted.
        """
        if cls not in self._hooks:
            from .._conversion.converter import converter

            if issubclass(cls, (Record, Gap)):
                made = converter((cls,), self._actors, self._sources, self._unread)
            else:
                made = converter()
            self._hooks[cls] = made.get_structure_hook(cls)
        return cast("Callable[[object, type[T]], T]", self._hooks[cls])

    def _refuse(self, error: Exception, path: str, file: str, record: str) -> None:
        """Keep what an error tells; once enough is told it is only counted."""
        from .._conversion.problems import count, problems

        every, room = count(error), MOST_PROBLEMS - len(self.wrong)
        told = list(islice(problems(error, path, file, record), room)) if room else []
        self.add(told, every - len(told))


def _within(path: str) -> str:
    """Turn a place within a line into one that follows the number of that line."""
    return f", {path}" if path[0] == "b" else path.removeprefix("line 1").removeprefix("$")


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


def read(directory: str | os.PathLike[str], max_bytes: int = MAX_BYTES) -> InMemory:
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


def read_document(data: str | bytes, max_bytes: int = MAX_BYTES) -> InMemory:
    """Read a dataset from one JSON document: an object with the names of the files as keys.

    Raises:
        InvalidData: Something is wrong; `.problems` lists each.
    """
    reading = Reading()
    with uncollected():
        value = parse(data, "", max_bytes)
        if not is_object(value):
            expected = f"an object with the keys {words(PARTS)}"
            wrong = tuple(unsound(value))
            raise InvalidData(wrong or (Problem(shown(value), expected, "$"),))
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
