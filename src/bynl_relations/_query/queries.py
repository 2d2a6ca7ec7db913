"""The questions that are put to a dataset: one a collection, and those across collections."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import Any, cast

from ..errors import InvalidData, shown
from ..model.collections import COLLECTIONS
from ..model.record import Record
from .conditions import COMMON, allowed, ask, check
from .lookups import Lookups
from .records import Records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from typing import Unpack

    from .._dataset.holdings import Holdings
    from ..model.agreement import Agreement, AgreementKind, AgreementStatus
    from ..model.appointment import Appointment, Function
    from ..model.event import Event, EventKind
    from ..model.gaps import Gap
    from ..model.measure import Effect, Extent, Measure, MeasureKind
    from ..model.membership import Membership, MembershipStatus
    from ..model.mission import Mission, MissionKind
    from ..model.position import Attitude, Position
    from ..model.programme import Programme, ProgrammeKind
    from ..model.statistic import Statistic
    from ..model.visit import Visit, VisitLevel
    from .index import Index
    from .keywords import AllKeywords, Common, ContactKeywords, GapKeywords, Several, Who, Word
    from .names import Names
    from .question import Question
    from .window import Window

    # What the query of each kind takes, for type checkers.

    class EventKeywords(Common, total=False):
        """What `Relations.events` takes."""

        kind: Word[EventKind] | None

    class VisitKeywords(Common, total=False):
        """What `Relations.visits` takes."""

        to: Several[Who] | None
        level: Word[VisitLevel] | None

    class MissionKeywords(Common, total=False):
        """What `Relations.missions` takes."""

        to: Several[Who] | None
        kind: Word[MissionKind] | None
        address: Several[str] | None
        resident: bool | None

    class AppointmentKeywords(Common, total=False):
        """What `Relations.appointments` takes."""

        to: Several[Who] | None
        function: Word[Function] | None
        mission: Several[str] | None

    class AgreementKeywords(Common, total=False):
        """What `Relations.agreements` takes."""

        to: Several[Who] | None
        kind: Word[AgreementKind] | None
        status: Word[AgreementStatus] | None
        multilateral: bool | None

    class MeasureKeywords(Common, total=False):
        """What `Relations.measures` takes."""

        to: Several[Who] | None
        kind: Word[MeasureKind] | None
        effect: Word[Effect] | None
        extent: Word[Extent] | None
        exceptions: Several[str] | None
        act: Several[str] | None
        changes: Several[str] | None

    class PositionKeywords(Common, total=False):
        """What `Relations.positions` takes."""

        to: Several[Who] | None
        attitude: Word[Attitude] | None
        subject: Several[str] | None
        about: Several[str] | None

    class MembershipKeywords(Common, total=False):
        """What `Relations.memberships` takes."""

        to: Several[Who] | None
        status: Word[MembershipStatus] | None

    class ProgrammeKeywords(Common, total=False):
        """What `Relations.programmes` takes."""

        to: Several[Who] | None
        kind: Word[ProgrammeKind] | None

    class StatisticKeywords(Common, total=False):
        """What `Relations.statistics` takes."""

        indicator: Several[str] | None
        low: Decimal | float | None
        high: Decimal | float | None
        stated: Several[str] | None
        unit: Several[str] | None
        reporter: Several[Who] | None
        about: Several[str] | None


__all__ = ["Queries"]


class Queries(Lookups):
    """The queries of a dataset: a method a collection, `all`, `contacts`, `disputes`, `search`.

    A query changes nothing and returns `Records` in the order of time. Its first argument says
    whose act it is; `to` towards whom.

    The keywords of every query: `since` and `until` (when it began, both ends included), `at`
    (what stood then), `match` (`any`, `certain`, `possible`), `undated`, `claims`, `actor` (in
    any part; of several any), `all_of` (several actors, all of them), `topic`, `country` and
    `city` (of the place), `reference` (number of a paper), `related` (id of a record, either
    way), `capacity` (of the actor asked for), `source`, `scope`, `confidence`, `text` (words),
    `where` (a function of a record), `exact` (a state without those who act for it), and the
    fields of one word of the kind: `kind`, `level`, `function`, `effect`, `status` ...

    A moment is a year (`since=2006`), a date, or a string (`at="2008-10"`, `at="March 2006"`).
    Names, ids and words are strings, several of them a tuple or list, as in
    `kind=("embassy", "consulate")`; `undated`, `claims` and `exact` are booleans; `where` takes a
    function, as in `where=lambda record: record.disputed`.

    An unknown keyword raises a `TypeError`, an unknown name or word an `UnknownName`, a date that
    cannot be read an `InvalidDate`; each says what is allowed. A known name that nothing fits
    gives empty Records.
    """

    def __init__(
        self, holdings: Holdings, windows: tuple[Window, ...], asked: str, names: Names | None
    ) -> None:
        """Hold a dataset; no table is made yet."""
        super().__init__(holdings, names)
        self._windows = windows
        self._asked = asked

    def events(
        self, who: Who | None = None, /, **keywords: Unpack[EventKeywords]
    ) -> Records[Event]:
        """Find what happened; `who` is any participant."""
        return cast("Records[Event]", self._ask("events", who, keywords))

    def visits(
        self, who: Who | None = None, /, **keywords: Unpack[VisitKeywords]
    ) -> Records[Visit]:
        """Find visits; `who` came, `to` received them."""
        return cast("Records[Visit]", self._ask("visits", who, keywords))

    def missions(
        self, who: Who | None = None, /, **keywords: Unpack[MissionKeywords]
    ) -> Records[Mission]:
        """Find embassies, consulates and offices; `who` sends, `to` where they are accredited."""
        return cast("Records[Mission]", self._ask("missions", who, keywords))

    def appointments(
        self, who: Who | None = None, /, **keywords: Unpack[AppointmentKeywords]
    ) -> Records[Appointment]:
        """Find who headed or served a mission; `who` sends, or is, the person."""
        return cast("Records[Appointment]", self._ask("appointments", who, keywords))

    def agreements(
        self, who: Who | None = None, /, **keywords: Unpack[AgreementKeywords]
    ) -> Records[Agreement]:
        """Find agreements by their signing (`since`) or what was in force (`at`)."""
        return cast("Records[Agreement]", self._ask("agreements", who, keywords))

    def measures(
        self, who: Who | None = None, /, **keywords: Unpack[MeasureKeywords]
    ) -> Records[Measure]:
        """Find measures by their adoption (`since`) or what applied (`at`); `who` adopted them."""
        return cast("Records[Measure]", self._ask("measures", who, keywords))

    def positions(
        self, who: Who | None = None, /, **keywords: Unpack[PositionKeywords]
    ) -> Records[Position]:
        """Find what was voiced; `who` said it, `to` are the actors concerned."""
        return cast("Records[Position]", self._ask("positions", who, keywords))

    def memberships(
        self, who: Who | None = None, /, **keywords: Unpack[MembershipKeywords]
    ) -> Records[Membership]:
        """Find memberships; `who` is the member, `to` the organisation."""
        return cast("Records[Membership]", self._ask("memberships", who, keywords))

    def programmes(
        self, who: Who | None = None, /, **keywords: Unpack[ProgrammeKeywords]
    ) -> Records[Programme]:
        """Find aid, city ties and services; `who` runs them, `to` are those they are for."""
        return cast("Records[Programme]", self._ask("programmes", who, keywords))

    def statistics(
        self, who: Who | None = None, /, **keywords: Unpack[StatisticKeywords]
    ) -> Records[Statistic]:
        """Find figures; `who` reports them."""
        return cast("Records[Statistic]", self._ask("statistics", who, keywords))

    def all(self, who: Who | None = None, /, **keywords: Unpack[AllKeywords]) -> Records[Record]:
        """Find records of every kind, or of one `collection`; `who` is that of each kind."""
        return self._ask("all", who, keywords)

    def contacts(
        self, who: Who | None = None, /, **keywords: Unpack[ContactKeywords]
    ) -> Records[Event | Visit]:
        """Find visits, meetings, calls and summonses of `who` and `to`, either way round.

        Both took part, or those who act for them; who was only concerned took no part.
        """
        return cast("Records[Event | Visit]", self._ask("contacts", who, keywords))

    def disputes(self, **keywords: Unpack[Common]) -> Records[Record]:
        """Find the records on which sources differ, claims included.

        Each record's `disputes` lists the field, our value, the other values, which sources
        assert them, and why we hold ours.
        """
        return self._ask("disputes", None, keywords)

    def search(self, text: str, /, **keywords: Unpack[Common]) -> Records[Record]:
        """Find the records that hold every word of a text, the best first.

        Args:
            text: One or more words, case and accents aside. A name of an actor is one word, found
                in any language and where the actor takes part; a word of three letters or more
                also finds longer ones that begin so.
            keywords: Those of every query.

        Raises:
            InvalidData: The text has no word.
        """
        phrase = self._names.phrase(text) if isinstance(text, str) else None
        if phrase is None or not phrase.words:
            raise InvalidData.of(shown(text), "one or more words to look for")
        question = ask("search", keywords, self._names)
        narrowed = bool(self._windows or question.given)
        question.windows = (*self._windows, *question.windows)
        index = self._held(question)
        among = index.answer(question) if narrowed else None
        found = index.texts(phrase.runs).rank(phrase.words, among)
        question.phrase = phrase.beside(question.phrase)
        asked = f"search({', '.join((repr(text), *question.wording))})"
        return Records._over(
            index, self._names, "all", question, f"{self._asked}.{asked}", found
        )  # fmt: skip

    def gaps(self, who: Who | None = None, /, **keywords: Unpack[GapKeywords]) -> tuple[Gap, ...]:
        """Return what was looked for and not found, by id.

        Args:
            who: Whom it is about, or None.
            keywords: `since`, `until`, `at`, `collection`, `topic` and `actor`; what a gap leaves
                open fits any.
        """
        check("gaps", keywords)
        return self.all(who, **keywords).gaps

    def _ask(self, query: str, who: object, keywords: Mapping[str, object]) -> Records[Record]:
        question = ask(query, keywords, self._names, who)
        question.windows = (*self._windows, *question.windows)
        collection = query if query in COLLECTIONS else "all"
        if query in COLLECTIONS:
            question.others = lambda: self._others(question, query)
        asked = f"{self._asked}.{query}({', '.join(question.wording)})"
        return Records._over(
            self._held(question, collection), self._names, collection, question, asked
        )  # fmt: skip

    def _held(self, question: Question, collection: str = "all") -> Index:
        index = self._index(collection)
        return index if question.claims else index.without_claims

    def _others(self, question: Question, query: str) -> dict[str, int]:
        """Count what fits in other collections: by `who`, `to` and the keywords that all share."""
        shared = {
            name: value for name, value in question.given.items()
            if name in COMMON and name != "where"
        }  # fmt: skip
        counts: dict[str, int] = {}
        for other in COLLECTIONS:
            mine = dict(shared)
            if "to" in question.given and "to" in allowed(other):
                mine["to"] = question.given["to"]
            asked = ask(other, mine, self._names, question.who)
            if "to" in question.given and "to" not in mine:
                # A kind without a direction: both have to be in it.
                asked.needs.append(("actor", question.wanted("to")))
            asked.windows = (*self._windows, *asked.windows)
            found = self._held(asked, other).answer(asked) if other != query else ()
            if found:
                counts[other] = len(found)
        return counts


class _Keywords(Signature):
    """The signature of a query, made when `help()` or tab completion looks at it."""

    __slots__ = ("_query",)

    def __init__(self, query: str) -> None:
        self._query = query
        self._return_annotation = Signature.empty

    @property
    def parameters(self) -> Mapping[str, Parameter]:  # type: ignore[override]
        """The parameters by name."""
        defaults: dict[str, object] = {"match": "any", "exact": False}
        defaults["claims"] = self._query == "disputes"
        first = {"disputes": (), "search": ("text",)}.get(self._query, ("who",))
        found = [Parameter("self", Parameter.POSITIONAL_ONLY)]
        for name in first:
            default: object = None if name == "who" else Parameter.empty
            found.append(Parameter(name, Parameter.POSITIONAL_ONLY, default=default))
        for name in allowed(self._query):
            # The text of a search stands first, and the keyword of that name is for more words.
            if name not in first:
                default = defaults.get(name)
                found.append(Parameter(name, Parameter.KEYWORD_ONLY, default=default))
        return {parameter.name: parameter for parameter in found}

    def replace(self, **parts: Any) -> Signature:  # type: ignore[override]
        """Return the signature with other parameters, as that of a bound method."""
        return Signature(list(self.parameters.values())).replace(**parts)


# What the class says of the keywords stands in the help of each query too; python -OO leaves none,
# and from 3.13 on the compiler strips the indent of docstrings.
_head, _, _meaning = (Queries.__doc__ or "").partition("The keywords")
_indent = _head.rpartition("\n")[2] * 2
_meaning = _meaning.replace("\n", f"\n{_indent[4:]}")
for _name in (*COLLECTIONS, "all", "contacts", "gaps", "disputes", "search"):
    _query = vars(Queries)[_name]
    _query.__signature__ = _Keywords(_name)
    if _meaning and _name != "gaps":
        _query.__doc__ = f"{_query.__doc__}\n\n{_indent}The keywords{_meaning}"
