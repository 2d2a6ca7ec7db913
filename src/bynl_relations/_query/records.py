"""The answer to a query: records in order, that cannot be changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import chain
from typing import TypeVar, cast, overload

from .._dataset.holdings import in_order
from .._spelling import words
from ..errors import UnknownRecord, shown
from .conditions import ask, function
from .index import Index
from .names import Names
from .output import Output
from .question import Question, certain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, Self, Unpack

    from .._dataset.metadata import Metadata
    from .._protocols import RecordLike
    from ..actors import Actor
    from ..model.gaps import Gap
    from ..provenance import Source, Value
    from .counts import Counts
    from .keywords import WhereKeywords
    from .window import Window

__all__ = ["Records"]

R = TypeVar("R", bound="RecordLike", covariant=True)
S = TypeVar("S", bound="RecordLike")
H = TypeVar("H", bound=Hashable)
_put = object.__setattr__
#: How many records an iteration takes out in one go.
_RUN = 1000


class Records(Output, Sequence[R]):
    """Records in the order of their time, as a query gave them.

    It is a sequence that cannot be changed: `len`, `in` (a record or an id), slices (which
    are Records too), iteration, `==`, `+`. The order is that of `Record.sort_key`, then of
    the id, unless `sort` made another.

    Examples:
        >>> from bynl_relations import relations
        >>> visits = relations.visits(since=2009, until=2020)
        >>> visits == relations.visits().where(since=2009, until=2020)
        True
        >>> len(visits.certain) + len(visits.possible) == len(visits)
        True
    """

    # People import it from the package: `help`, tracebacks and pickles name that address.
    __module__ = "bynl_relations"
    __slots__ = (
        "_asked",
        "_collection",
        "_found",
        "_gaps",
        "_index",
        "_left",
        "_members",
        "_names",
        "_parent",
        "_question",
    )

    _index: Index
    _names: Names
    _collection: str
    _question: Question
    _asked: str
    #: The positions of the records in the index, once they are looked for.
    _found: Sequence[int] | None
    #: What `where` was asked of; and how many undated were left out, where no question can tell.
    _parent: Records[R] | None
    _left: int | None
    #: The positions as a set, once an id is looked for; the gaps, where no question tells them.
    _members: frozenset[int] | None
    _gaps: tuple[Gap, ...] | None

    def __init__(self) -> None:
        """Refuse: a query makes them; `Relations.of(records)` makes a dataset of your own."""
        raise TypeError(
            "Records cannot be created directly: run a query, or use Relations.of(records).all()"
        )

    @staticmethod
    def _over(
        index: Index,
        names: Names,
        collection: str,
        question: Question,
        asked: str,
        found: Sequence[int] | None = None,
        parent: Records[S] | None = None,
        left: int | None = None,
        gaps: tuple[Gap, ...] | None = None,
    ) -> Records[S]:
        """Build the result of a question over an index; it is answered when looked at."""
        made = cast("Records[S]", object.__new__(Records))
        _put(made, "_index", index)
        _put(made, "_names", names)
        _put(made, "_collection", collection)
        _put(made, "_question", question)
        _put(made, "_asked", asked)
        _put(made, "_found", found)
        _put(made, "_parent", parent)
        _put(made, "_left", left)
        _put(made, "_members", None)
        _put(made, "_gaps", gaps)
        return made

    @property
    def _positions(self) -> Sequence[int]:
        found = self._found
        if found is None:
            found = self._index.answer(self._question)
            _put(self, "_found", found)
        return found

    def _with(self, found: Sequence[int], asked: str) -> Records[R]:
        """Return the same with other positions, the window kept."""
        return self._over(self._index, self._names, self._collection, self._question, asked, found,
                          self._parent, self._left, self._gaps)  # fmt: skip

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse."""
        raise AttributeError(f"Records cannot be changed: {name!r} stays as it is")

    def __delattr__(self, name: str) -> None:
        """Refuse."""
        raise AttributeError(f"Records cannot be changed: {name!r} stays as it is")

    def __len__(self) -> int:
        """Count the records."""
        window = self._question.lone if self._found is None else None
        return len(self._positions) if window is None else self._index.count(window)

    def _places(self, index: int | slice) -> Sequence[int]:
        """Return the positions, or the first of them where an index or a slice wants no more."""
        last: object = index
        if isinstance(index, slice):
            start, ahead = index.start, index.step is None
            ahead = ahead and (start is None or (type(start) is int and start >= 0))
            last = index.stop if ahead else None
        window = self._question.lone if self._found is None else None
        if window is None or type(last) is not int or last < 0:
            return self._positions
        return self._index.head(window, min(last, len(self._index.records)) + 1)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Records[R]: ...
    def __getitem__(self, index: int | slice) -> R | Records[R]:
        """Return one record, or the Records of a slice."""
        positions = self._places(index)
        if isinstance(index, slice):
            return self._with(positions[index], f"{self._asked}[{self._slice(index)}]")
        try:
            return self._index.records[positions[index]]  # type: ignore[return-value]
        except TypeError:
            raise TypeError(f"indices must be integers or slices, not {shown(index)}") from None
        except IndexError:
            raise IndexError(f"no record at {index}; there are {len(self)}") from None

    def __iter__(self) -> Iterator[R]:
        """Yield the records in order."""
        positions, records = self._positions, cast("tuple[R, ...]", self._index.records)
        if isinstance(positions, range) and positions.step == 1:
            return iter(records[positions.start : positions.stop])
        # A comprehension takes records out fastest; the runs keep a first look short.
        return chain.from_iterable(
            [records[place] for place in positions[start : start + _RUN]]
            for start in range(0, len(positions), _RUN)
        )

    def __contains__(self, item: object) -> bool:
        """Return whether a record, or a record with that id, is among them."""
        key = getattr(item, "id", item)
        places = self._index.posting("id").get(key, ()) if isinstance(key, str) else ()
        if self._members is None and len(places) and not isinstance(self._positions, range):
            _put(self, "_members", frozenset(self._positions))
        inside = self._members or self._positions
        return any(
            one in inside and (isinstance(item, str) or self._index.records[one] == item)
            for one in places
        )

    def __eq__(self, other: object) -> bool:
        """Compare the records and their order; how they were asked for does not count."""
        if not isinstance(other, Records):
            return NotImplemented
        theirs = cast("Records[RecordLike]", other)
        return len(self) == len(theirs) and all(
            one == two for one, two in zip(self, theirs, strict=True)
        )

    def __hash__(self) -> int:
        """Hash the ids in their order."""
        return hash(self.ids)

    def __add__(self, other: Records[S]) -> Records[R | S]:
        """Join two results: each record once, in order of time; the window is dropped."""
        if not isinstance(other, Records):
            return NotImplemented
        held: dict[tuple[str, RecordLike], RecordLike] = {}
        for record in chain(self, other):
            held.setdefault((record.id, record), record)
        ordered = sorted(held.values(), key=in_order)
        same = self._collection == other._collection
        return self._over(
            Index(tuple(ordered)),
            self._names if self._names is other._names else self._names.beside(other._names),
            self._collection if same else "all",
            Question(),
            f"{self._asked} + {other._asked}",
            gaps=tuple(dict.fromkeys((*self.gaps, *other.gaps))),
        )

    def __copy__(self) -> Self:
        """Return itself, as it cannot be changed."""
        return self

    def __deepcopy__(self, memo: object) -> Self:
        """Return itself, as all that it holds cannot be changed."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the records with their own names, and not the dataset."""
        windows = [
            (window.began, window.first, window.last, window.vague) for window in self.windows
        ]
        return Records._restore, (tuple(self), self._collection, windows, self.undated, self._asked,
                          self._names.holdings.dataset, self.gaps)  # fmt: skip

    def where(
        self, predicate: Callable[[R], object] | None = None, **keywords: Unpack[WhereKeywords]
    ) -> Records[R]:
        """Keep the records that fit.

        Args:
            predicate: A function of a record, or None.
            keywords: Those of the query that gave the records.

        Returns:
            Those that fit, in the same order; both windows count for `certain`.

        Raises:
            TypeError: A keyword is unknown.
            UnknownName: A name or word is unknown.
            InvalidDate: A date cannot be read.
        """
        question = ask(self._collection, keywords, self._names)
        if predicate is not None:
            question.tests.append(function("", predicate))
            question.wording = (getattr(predicate, "__name__", "…"), *question.wording)
        question.claims = keywords.get("claims") is not False
        match, question.match = question.match, "any"
        records, windows = self._index.records, (*self.windows, *question.windows)
        timely = [place for place in self._positions if question.timely(records[place])]
        found = self._index.fitting(question, timely)
        if match != "any":
            surely = match == "certain"
            found = [place for place in found if certain(windows, records[place]) is surely]
        asked = f"{self._asked}.where({', '.join(question.wording)})"
        return self._over(self._index, self._names, self._collection, question, asked, found, self)

    def sort(self, *fields: str, reverse: bool = False) -> Records[R]:
        """Return the records in another order.

        Args:
            fields: Names of fields or properties, the first counts most; none: by time. What
                a record lacks comes last.
            reverse: Whether to turn the order round; what is lacking stays last.

        Raises:
            UnknownName: No such field.
        """
        from .order import ordered

        found = ordered(self._index.records, self._positions, self._collection, fields, reverse)
        said = ", ".join([*map(repr, fields), *(["reverse=True"] if reverse else [])])
        return self._with(found, f"{self._asked}.sort({said})")

    @overload
    def group_by(self, field: str) -> dict[Value, Records[R]]: ...
    @overload
    def group_by(self, field: Callable[[R], H], /) -> dict[H, Records[R]]: ...
    def group_by(self, field: str | Callable[[R], H]) -> object:
        """Group the records by the value of a field or property, or of a function.

        Args:
            field: Its name; where it holds several values, a record is in the group of each. Or a
                function of a record; a record is in the group of what that returns.

        Returns:
            The groups by value, each in the order of the records, in the order in which the
            values are first met.

        Raises:
            UnknownName: No such field.
            TypeError: The function returns what cannot be a key.
        """
        from .order import groups

        records, positions = self._index.records, self._positions
        parted: dict[Hashable, list[int]] = {}
        if not callable(field):
            found = groups(records, positions, self._collection, field)
            parted.update(cast("dict[Hashable, list[int]]", found))
            said = repr(field)
        else:
            get = cast("Callable[[RecordLike], H]", function("", field))
            for one in positions:
                parted.setdefault(get(records[one]), []).append(one)
            said = getattr(field, "__name__", "…")
        return {
            value: self._with(group, f"{self._asked}.group_by({said})[{shown(value)}]")
            for value, group in parted.items()
        }

    def counts(self, by: str = "year", of: Literal["began", "stood"] = "began") -> Counts:
        """Count the records by period or by the value of a field.

        Args:
            by: `year`, `month`, `day`, or the name of a field. A record whose field holds
                several values counts for each.
            of: `began` or `stood`: what counts for a period. A field does not ask for it.

        Returns:
            A table of rows `period, certain, possible` without holes, from the earliest day
            that a record gives to the last check of the data, or over the days of the window
            that was asked. A row of the period `p` equals `where(since=p, until=p)`, or
            `where(at=p)`; of a field, each value has the split of the result itself.

        Raises:
            UnknownName: There is no such field.
        """
        from .counts import Counts, tally

        dataset = self._names.holdings.dataset
        rows = tally(list(self), self.windows, self._collection, dataset.checked, by, of)
        said = f"by={by!r}" + (f", of={of!r}" if of != "began" else "")
        return Counts(by, of, rows, f"{self._asked}.counts({said})", self.version)

    def one(self) -> R:
        """Return the only record.

        Raises:
            UnknownRecord: There is none, or there are several.
        """
        if len(self) == 1:
            return self[0]
        if not len(self):
            raise UnknownRecord(f"no record in {self._asked}; one() needs exactly one")
        several = f"{len(self)} records in {self._asked}: {words(self.ids, 5)}"
        raise UnknownRecord(f"{several}; one() needs exactly one")

    def first(self) -> R | None:
        """Return the first record, or None if there is none."""
        return self[0] if len(self) else None

    def last(self) -> R | None:
        """Return the last record, or None if there is none."""
        return self[-1] if len(self) else None

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each record, in order."""
        return tuple([record.id for record in self])

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that the records cite, once, in the order of the records."""
        return tuple(dict.fromkeys(source for record in self for source in record.sources))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor that takes part, once, in the order of the records."""
        return tuple({actor.id: actor for record in self for actor in record._acting()}.values())

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What was looked for and not found, as far as the question touches it; by id."""
        if self._gaps is not None:
            return self._gaps
        from .gaps import touched

        asked, at = [self._question], self._parent
        while at is not None:
            asked, at = [at._question, *asked], at._parent
        return touched(self._names.holdings.gaps, self._collection, asked, self.windows)

    @property
    def hints(self) -> tuple[str, ...]:
        """What an empty result says of itself: what fits elsewhere, how often each word stands."""
        if len(self):
            return ()
        question = self._question
        found: list[str] = []
        if question.phrase is not None:
            texts = self._index.texts(question.phrase.runs)
            counts = [f"{word.text!r} in {texts.count(word):,}" for word in question.phrase.words]
            found.append(f"no record holds every word: {', '.join(counts)}")
        others = question.others() if question.others is not None else None
        if others:
            each = [f"{many:,} {name if many > 1 else name[:-1]}" for name, many in others.items()]
            verb = "fits" if list(others.values()) == [1] else "fit"
            found.append(f"0 {self._collection}; {words(each)} {verb}")
        return tuple(found)

    @property
    def certain(self) -> Records[R]:
        """Those that surely belong to the window that was asked for; without one, all."""
        return self._split(True)

    @property
    def possible(self) -> Records[R]:
        """Those that only may belong to the window that was asked for; without one, none."""
        return self._split(False)

    def _split(self, surely: bool) -> Records[R]:
        windows, records = self.windows, self._index.records
        found = [place for place in self._positions if certain(windows, records[place]) is surely]
        return self._with(found, f"{self._asked}.{'certain' if surely else 'possible'}")

    @property
    def asked(self) -> str:
        """What was asked, as a call."""
        return self._asked

    @property
    def version(self) -> str:
        """The version of the data."""
        return self._names.holdings.dataset.version

    @property
    def windows(self) -> tuple[Window, ...]:
        """The windows of days that were asked for; empty where no time was asked for."""
        own = self._question.windows
        return own if self._parent is None else (*self._parent.windows, *own)

    @property
    def undated(self) -> int:
        """How many records without any time a question about time left out."""
        return len(self._left_out()) if self._left is None else self._left

    def _left_out(self) -> list[int]:
        """Find the undated that would belong, had no time been asked for."""
        question, records = self._question, self._index.records
        parent, pool = self._parent, range(self._index.dated, len(records))
        left = [] if parent is None else self._index.fitting(question, parent._left_out())
        if question.windows and not question.undated:
            unknown = [
                one
                for one in (pool if parent is None else parent._positions)
                if not all(window.knows(records[one]) for window in question.windows)
            ]
            left += self._index.fitting(question, unknown)
        return left

    @staticmethod
    def _slice(index: slice) -> str:
        parts = [index.start, index.stop] + ([index.step] if index.step is not None else [])
        return ":".join("" if part is None else str(part) for part in parts)

    @classmethod
    def _restore(
        cls, records: tuple[RecordLike, ...], collection: str,
        windows: list[tuple[bool, int, int, bool]], left: int, asked: str, dataset: Metadata,
        gaps: tuple[Gap, ...],
    ) -> Records[RecordLike]:  # fmt: skip
        """Return the Records that were pickled, with the names of their own records."""
        from .._dataset.assembly import own
        from .window import Window

        names = Names(own(records, dataset))
        question = Question()
        question.windows = tuple(Window(*window, names) for window in windows)
        question.undated = True
        return Records._over(
            Index(records), names, collection, question, asked, range(len(records)), left=left,
            gaps=gaps,
        )  # fmt: skip


# doctest looks for the examples of a class where `__module__` points; this names it here.
__test__ = {"Records": Records}
