"""The parts of a dataset from outside, built and checked row by row; every problem is kept."""

from __future__ import annotations

from itertools import chain, islice
from operator import attrgetter
from typing import TypeVar, cast

from .._conversion.gate import UNFIT, Gate
from .._conversion.json_text import record_id, unsound
from ..actors import Actor
from ..errors import MOST_COUNTED, MOST_PROBLEMS, InvalidData, Problem, RelationsError, shown
from ..model.collections import COLLECTIONS
from ..model.gaps import Gap
from ..model.gazetteer import City
from ..model.kinds import kind
from ..provenance import Source
from .dangling import wrong_agents, wrong_gaps, wrong_references
from .holdings import InMemory
from .metadata import Metadata
from .parts import Part, Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from .._protocols import RecordLike

    #: Rows with the number that each has in its part.
    Rows: TypeAlias = Iterable[tuple[int, object]]
    Parts: TypeAlias = Callable[[str], tuple[Part, Rows]]

__all__ = ["UNREAD", "Reading"]

T = TypeVar("T")
P = TypeVar("P", Actor, Source)

#: Stands for what cannot be read, which was reported already.
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
        """Start without rows and without problems."""
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
        """Keep problems up to the limit and count the rest.

        Raises:
            InvalidData: So many are counted that the rest is not read.
        """
        found = iter(found)
        self.wrong.extend(islice(found, MOST_PROBLEMS - len(self.wrong)))
        self.more += sum(1 for _ in islice(found, MOST_COUNTED - MOST_PROBLEMS)) + more
        if len(self.wrong) + self.more >= MOST_COUNTED:
            raise InvalidData(self.wrong, MOST_COUNTED - len(self.wrong))

    def lost(self, part: Part, found: Iterable[Problem]) -> None:
        """Report why a part, or a row, cannot be read, so that not every id is known."""
        self.whole = False
        self.add(problem._replace(file=part.file) for problem in found)

    def rows(self, value: object, part: Part) -> Rows:
        """Return the rows of a list. Report a problem if the value is not a list."""
        if type(value) is list:
            return enumerate(cast("list[object]", value))
        if value is not UNREAD:
            wrong = unsound(value, part.stem)
            first = next(wrong, Problem(shown(value), "a list of objects", part.stem))
            self.lost(part, chain((first,), wrong))
        return ()

    def hold(self, said: object, part: Part, parts: Parts) -> InMemory:
        """Read the parts, and raise all that is wrong with them at once.

        Args:
            said: What the dataset says of itself, or `UNREAD`.
            part: Where that stands.
            parts: Returns a part by its name: where it is, and its rows.
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

    def _records(self, part: Part, rows: Rows) -> list[RecordLike]:
        """Read the records of a collection."""
        if not rows:
            return []
        found: list[RecordLike] = []
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
        """Report that an id is used a second time."""
        if len(self.wrong) == MOST_PROBLEMS:
            self.add((), 1)
            return
        what = "place" if part.name == "places" else "id"
        found, expected = f"the {what} {name!r} a second time", f"each {what} once"
        if name in self.places:
            expected += f"; it stands at {': '.join(filter(None, self.places.of(name)))}"
        self.add([Problem(found, expected, part.path(number), name, part.file)])

    def _built(self, cls: type[T], row: object, part: Part, number: int | None = None) -> T | None:
        """Build the object of a row. Report its problems and return None if that fails."""
        try:
            return self._gate.maker(cls)(row)  # type: ignore[arg-type]
        except UNFIT:
            return self._looked_at(cls, row, part, part.path(number))

    def _looked_at(self, cls: type[T], row: object, part: Part, path: str) -> T | None:
        """Report every problem of a row that was rejected; build the object if there is none."""
        broken = row.problems if isinstance(row, InvalidData) else ()
        within = (problem._replace(path=path + _within(problem.path)) for problem in broken)
        wrong = chain(within, unsound(row, path))
        for first in wrong:
            self.lost(part, chain((first,), wrong))
            return None
        from cattrs.errors import BaseValidationError

        try:
            return self._hook(cls)(row, cls)
        except (BaseValidationError, RelationsError) as error:
            self._refuse(error, path, part.file, record_id(row))
        return None

    def _hook(self, cls: type[T]) -> Callable[[object, type[T]], T]:
        """Return the hook of the converter for a class.

        The hook is used without `converter.structure`, which would build every message.
        """
        if cls not in self._hooks:
            from .._conversion.converter import converter

            if cls in (Metadata, Actor, Source, City):
                made = converter()
            else:
                made = converter((cls,), self._actors, self._sources, self._unread)
            self._hooks[cls] = made.get_structure_hook(cls)
        return cast("Callable[[object, type[T]], T]", self._hooks[cls])

    def _refuse(self, error: Exception, path: str, file: str, record: str) -> None:
        """Keep the problems in an error up to the limit, and count the rest."""
        from .._conversion.problems import count, problems

        every, room = count(error), MOST_PROBLEMS - len(self.wrong)
        kept = list(islice(problems(error, path, file, record), room)) if room else []
        self.add(kept, every - len(kept))


def _within(path: str) -> str:
    """Turn a place within a line into one that follows the number of that line."""
    return f", {path}" if path[0] == "b" else path.removeprefix("line 1").removeprefix("$")
