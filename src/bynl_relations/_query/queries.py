"""The queries of a dataset, one a collection."""

from __future__ import annotations

from inspect import Parameter, Signature, cleandoc
from typing import cast

from .._spelling import fold, nearest, words
from ..errors import InvalidData, UnknownName, UnknownRecord, shown
from ..model import COLLECTIONS, Record
from .index import Index
from .names import Names
from .question import Question, allowed, ask
from .records import Records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum
    from typing import TypeVar, Unpack

    from .._dataset.holdings import Holdings
    from ..actors import Actor
    from ..model import (
        Agreement,
        Appointment,
        Event,
        Measure,
        Membership,
        Mission,
        Position,
        Programme,
        Statistic,
        Visit,
    )
    from ..provenance import Source
    from . import keywords as k
    from .window import Window

    T = TypeVar("T")

__all__ = ["Queries"]


class Queries:
    """The queries of a dataset: a method a collection, `all`, `disputes` and `search`.

    A query mutates nothing and gives `Records` in the order of time. Its first argument says
    whose act it is; `to` towards whom.

    The keywords of every query: `since` and `until` (when it began, both ends included), `at`
    (what stood then), `match` (`any`, `certain`, `possible`), `undated`, `claims`, `actor` (in
    any part), `topic`, `country` (of the place), `source`, `scope`, `confidence`, `text`,
    `where` (a function of a record), `exact` (a state without those who act for it), and the
    fields of one word of the kind: `kind`, `level`, `function`, `effect`, `status` ...

    An unknown keyword is a `TypeError`, an unknown name or word an `UnknownName`, a date that
    cannot be read an `InvalidDate`; each says what is allowed. A known name that nothing fits
    gives empty Records.
    """

    def __init__(self, holdings: Holdings, windows: tuple[Window, ...], asked: str) -> None:
        """Hold a dataset; no table is made yet."""
        self._holdings = holdings
        self._names = Names(holdings)
        self._windows = windows
        self._asked = asked
        self._indexes: dict[str, Index] = {}
        self._by_id: dict[str, Record] | None = None

    def events(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.EventKeywords]
    ) -> Records[Event]:
        """Find what happened; `who` is any participant."""
        return cast("Records[Event]", self._ask("events", who, keywords))

    def visits(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.VisitKeywords]
    ) -> Records[Visit]:
        """Find visits; `who` came, `to` received them."""
        return cast("Records[Visit]", self._ask("visits", who, keywords))

    def missions(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.MissionKeywords]
    ) -> Records[Mission]:
        """Find embassies, consulates and offices; `who` sends, `to` where they are accredited."""
        return cast("Records[Mission]", self._ask("missions", who, keywords))

    def appointments(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.AppointmentKeywords]
    ) -> Records[Appointment]:
        """Find who headed or served a mission; `who` sends, or is, the person."""
        return cast("Records[Appointment]", self._ask("appointments", who, keywords))

    def agreements(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.AgreementKeywords]
    ) -> Records[Agreement]:
        """Find agreements by their signing (`since`) or what was in force (`at`)."""
        return cast("Records[Agreement]", self._ask("agreements", who, keywords))

    def measures(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.MeasureKeywords]
    ) -> Records[Measure]:
        """Find measures by their adoption (`since`) or what applied (`at`); `who` adopted them."""
        return cast("Records[Measure]", self._ask("measures", who, keywords))

    def positions(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.PositionKeywords]
    ) -> Records[Position]:
        """Find what was voiced; `who` said it, `to` are the actors concerned."""
        return cast("Records[Position]", self._ask("positions", who, keywords))

    def memberships(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.MembershipKeywords]
    ) -> Records[Membership]:
        """Find memberships; `who` is the member, `to` the organisation."""
        return cast("Records[Membership]", self._ask("memberships", who, keywords))

    def programmes(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.ProgrammeKeywords]
    ) -> Records[Programme]:
        """Find aid, city ties and services; `who` runs them, `to` are those they are for."""
        return cast("Records[Programme]", self._ask("programmes", who, keywords))

    def statistics(
        self, who: k.Who | None = None, /, **keywords: Unpack[k.StatisticKeywords]
    ) -> Records[Statistic]:
        """Find figures; `who` reports them."""
        return cast("Records[Statistic]", self._ask("statistics", who, keywords))

    def all(self, **keywords: Unpack[k.AllKeywords]) -> Records[Record]:
        """Find records of every kind, or of one `collection`, by the keywords of every query."""
        return self._ask("all", None, keywords)

    def disputes(self) -> Records[Record]:
        """Find the records on which sources differ, claims included.

        Each record's `disputes` lists the field, our value, the other values, who tells them,
        and why we hold ours.
        """
        question = Question()
        question.claims = True
        question.tests.append(lambda record: record.disputed)
        return self._view("all", question, "disputes()")

    def search(self, text: str) -> Records[Record]:
        """Find the records that hold some words, the best first.

        Args:
            text: One or more words, case and accents aside; each may be the start of one.

        Raises:
            InvalidData: The text is empty.
        """
        from .search import rank, tokens

        if not isinstance(text, str) or not tokens(text):
            raise InvalidData.of(shown(text), "one or more words to look for")
        index = self._index("all").without_claims
        question = Question()
        question.windows = self._windows
        return Records._over(
            index,
            self._names,
            "all",
            question,
            f"{self._asked}.search({text!r})",
            rank(index.records, text, index.beginning(tokens(text))),
        )

    # One record.

    def __getitem__(self, id: str) -> Record:
        """Give a record by its id, claims included.

        Raises:
            UnknownRecord: There is none; near ids are named.
        """
        found = self._ids().get(id) if isinstance(id, str) else None
        if found is None:
            near = nearest(id, self._ids()) if isinstance(id, str) else ()
            if isinstance(id, str) and not near:
                near = tuple(one for one in self._ids() if id and id in one)[:3]
            hint = (
                f"; did you mean {' or '.join(map(repr, near))}?"
                if near
                else "; search() finds records by words"
            )
            raise UnknownRecord(f"{shown(id)} is the id of no record{hint}")
        return self._current(found)

    def get(self, id: str, default: Record | None = None) -> Record | None:
        """Give a record by its id, or the default."""
        found = self._ids().get(id) if isinstance(id, str) else None
        return default if found is None else self._current(found)

    def _current(self, record: Record) -> Record:
        """Follow `replaced_by` to its end, with a warning."""
        ids, passed = self._ids(), [record.id]
        while (then := ids.get(passed[-1], record).replaced_by) in ids and then not in passed:
            passed.append(then)
        if len(passed) > 1:
            import warnings

            said = f"{record.id!r} was replaced by {passed[-1]!r}"
            warnings.warn(said, DeprecationWarning, stacklevel=3)
        return ids[passed[-1]]

    def __contains__(self, id: object) -> bool:
        """Tell whether there is a record with that id."""
        return isinstance(id, str) and id in self._ids()

    def __iter__(self) -> Iterator[str]:
        """Give the id of every record, in order of time."""
        return iter(self._ids())

    def __len__(self) -> int:
        """Count every record."""
        return len(self._ids())

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._ids())

    def _ids(self) -> dict[str, Record]:
        if self._by_id is None:
            self._by_id = {record.id: record for record in self._index("all").records}
        return self._by_id

    # Who acts, and who says so.

    def actors(self, *, type: str | None = None) -> tuple[Actor, ...]:
        """Give every actor, by id; `type` narrows."""
        from ..vocabulary import ActorType

        return _narrowed(self._holdings.actors, "type", type, ActorType)

    def actor(self, name: str) -> Actor:
        """Find an actor by id, name, alias or surname.

        Raises:
            UnknownName: None has that name, or several have.
        """
        return self._names.actor(name, "actor()")

    def sources(self, *, tier: str | None = None) -> tuple[Source, ...]:
        """Give every source, by id; `tier` narrows."""
        from ..vocabulary import Tier

        return _narrowed(self._holdings.sources, "tier", tier, Tier)

    def source(self, id: str) -> Source:
        """Give a source by its id.

        Raises:
            UnknownName: There is none.
        """
        found = self._holdings.sources.get(id) if isinstance(id, str) else None
        if found is None:
            near = nearest(id, self._holdings.sources) if isinstance(id, str) else ()
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
            raise UnknownName(f"{shown(id)} is the id of no source{hint}")
        return found

    def _index(self, collection: str) -> Index:
        found = self._indexes.get(collection)
        if found is None:
            if collection == "all":
                every = sorted(self._holdings.every(), key=Record._order)
                found = Index(tuple(every))
            else:
                found = Index(self._holdings.records(collection))
            found = self._indexes.setdefault(collection, found)
        return found

    def _ask(self, collection: str, who: object, keywords: Mapping[str, object]) -> Records[Record]:
        question = ask(collection, keywords, self._names, who)
        return self._view(collection, question, f"{collection}({', '.join(question.told)})")

    def _view(self, collection: str, question: Question, asked: str) -> Records[Record]:
        question.windows = (*self._windows, *question.windows)
        index = self._index(collection)
        index = index if question.claims else index.without_claims
        return Records._over(index, self._names, collection, question, f"{self._asked}.{asked}")


def _narrowed(
    table: Mapping[str, T], name: str, word: object, known: type[StrEnum]
) -> tuple[T, ...]:
    """Give the values of a table in the order of its keys, those of a word where one is given."""
    every = tuple(table[key] for key in sorted(table))
    if word is None:
        return every
    plain = fold(word) if isinstance(word, str) else word
    if plain not in tuple(known):
        near = nearest(word, known, 1) if isinstance(word, str) else ()
        hint = f"; did you mean {str(near[0])!r}?" if near else ""
        raise UnknownName(f"{name}={shown(word)}; write one of {words(known)}{hint}")
    return tuple(one for one in every if getattr(one, name) == plain)


def _show_keywords() -> None:
    """Let `help()` and tab completion show the keywords, which the type checkers know."""
    defaults: dict[str, object] = {"match": "any", "claims": False, "exact": False}
    made: dict[str, Parameter] = {}
    _, start, rest = cleandoc(Queries.__doc__ or "").partition("\n\nThe keywords")
    own, who = (
        Parameter("self", Parameter.POSITIONAL_ONLY),
        Parameter("who", Parameter.POSITIONAL_ONLY, default=None),
    )
    for collection in (*COLLECTIONS, "all"):
        first = [own] if collection == "all" else [own, who]
        for name in allowed(collection):
            if name not in made:
                made[name] = Parameter(name, Parameter.KEYWORD_ONLY, default=defaults.get(name))
        keywords = [made[name] for name in allowed(collection)]
        query = vars(Queries)[collection]
        query.__signature__ = Signature([*first, *keywords], __validate_parameters__=False)
        # What the class says of all queries; python -OO leaves no text to add to.
        query.__doc__ = cleandoc(query.__doc__ or "") + start + rest


_show_keywords()
