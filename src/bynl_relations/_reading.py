"""The parts of a dataset from outside: every row is built, or what is wrong with it is told."""

from __future__ import annotations

import gc
from itertools import islice
from operator import attrgetter
from typing import TypeVar, cast

from ._dataset import Dataset
from ._document import record_id, unsound
from ._gate import UNFIT, Gate
from ._holdings import Held
from ._references import Places, wrong_agents, wrong_gaps, wrong_references
from .actors import Actor
from .errors import MOST_PROBLEMS, InvalidData, RelationsError, shown
from .model import COLLECTIONS, Record, kind
from .model.gaps import Gap
from .model.gazetteer import City
from .problems import Problem
from .provenance import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ._references import Part

    #: Rows with the number that each has in its part.
    Rows = Iterable[tuple[int, object]]
    Parts = Callable[[str], tuple[Part, Rows]]

__all__ = ["UNREAD", "Reading"]

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

    def hold(self, said: object, part: Part, parts: Parts) -> Held:
        """Read the parts, and raise all that is wrong with them at once.

        Args:
            said: What the dataset says of itself, or `UNREAD`.
            part: Where that stands.
            parts: Gives a part by its name: where it stands, and its rows.
        """
        dataset = None if said is UNREAD else self._built(Dataset, said, part)
        self._table(Actor, self._actors, *parts("actors"))
        self._table(Source, self._sources, *parts("sources"))
        gaps_part, gap_rows = parts("gaps")
        gaps = self._listed(Gap, attrgetter("id"), gaps_part, gap_rows)
        places = self._listed(City, str, *parts("places"))
        collections = {name: self._records(*parts(name)) for name in COLLECTIONS}
        held = Held(
            dataset or Dataset(), self._actors, self._sources, collections,
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
            from ._convert import converter

            if issubclass(cls, (Record, Gap)):
                made = converter((cls,), self._actors, self._sources, self._unread)
            else:
                made = converter()
            self._hooks[cls] = made.get_structure_hook(cls)
        return cast("Callable[[object, type[T]], T]", self._hooks[cls])

    def _refuse(self, error: Exception, path: str, file: str, record: str) -> None:
        """Keep what an error tells; once enough is told it is only counted."""
        from ._misfits import count, problems

        every, room = count(error), MOST_PROBLEMS - len(self.wrong)
        told = list(islice(problems(error, path, file, record), room)) if room else []
        self.add(told, every - len(told))


def _within(path: str) -> str:
    """Turn a place within a line into one that follows the number of that line."""
    return f", {path}" if path[0] == "b" else path.removeprefix("line 1").removeprefix("$")
