"""What every kind of record shares: one fact with its sources, doubts and disputes."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Self, TypeVar

from attrs import field, frozen

from .._fields.checked import Checked, Completing
from .._fields.formats import kebab
from .._fields.shape import MOST_NAME, fields, shapes
from ..actors import Actor, Participant, Place
from ..provenance import Citation
from ..vocabulary import Confidence, Scope, as_word
from ..when import FOREVER, NEVER, When
from ..when import standing as _standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .._fields.shape import Shape
    from ..interop.citations import Style
    from ..provenance import Source, Value
    from ..when.standing import Began, Period
    from .disputes import Dispute

__all__ = ["Record", "surely_before"]

#: Bookkeeping of ours, which no source can assert.
_OURS = frozenset(
    "id title summary attested topics citations rationale confidence claimed scope related"
    " notes replaced_by".split()
)
T = TypeVar("T")
_LAST = (FOREVER + 1, FOREVER + 1, "")


def _confidence(word: Confidence | str) -> Confidence:
    return as_word(Confidence, word)


def _scope(word: Scope | str) -> Scope:
    return as_word(Scope, word)


@frozen(kw_only=True, eq=False, repr=False, init=False)
class Record(Completing, Checked):
    """One fact with its sources.

    Attributes:
        id: Lowercase kebab-case, unique over all collections, permanent.
        title: Up to 80 characters.
        summary: One to three sentences, or empty.
        when: What the kind says that it is, or None where that is not known.
        attested: Moments at which a source shows it standing; dates, no intervals.
        participants: Actors that no field of the kind names, with their roles, and those that
            a field names whose capacity is known.
        place: Where, or None.
        topics: Words of the dataset's vocabulary.
        references: Numbers of the papers that it is about: `Trb. 1995, 143`.
        citations: Who says so, at least one.
        rationale: Why our value stands where sources differ.
        confidence: high, medium or low.
        claimed: True where a source says so, better sources deny it and we do not hold it.
        scope: core or context.
        related: Ids of records.
        notes: Anything that a user should know.
        replaced_by: Id of the record that took its place, or empty.
    """

    collection: ClassVar[str] = "records"
    who_fields: ClassVar[tuple[str, ...]] = ()
    to_fields: ClassVar[tuple[str, ...]] = ()
    #: Fields that hold ids of records, that hold the id of one, and that may not be empty.
    _mentions: ClassVar[tuple[str, ...]] = ("related",)
    _references: ClassVar[tuple[str, ...]] = ("replaced_by",)
    _needed: ClassVar[tuple[str, ...]] = ()
    #: Fields that tell the time of a record without `when`, beside `attested`.
    _timed: ClassVar[tuple[str, ...]] = ()

    id: str
    title: str
    summary: str = ""
    when: When | None = None
    attested: tuple[When, ...] = ()
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    topics: tuple[str, ...] = ()
    references: tuple[str, ...] = field(default=(), metadata={"most": MOST_NAME})
    citations: tuple[Citation, ...]
    rationale: str = ""
    confidence: Confidence = field(converter=_confidence, default=Confidence.MEDIUM)
    claimed: bool = False
    scope: Scope = field(converter=_scope, default=Scope.CORE)
    related: tuple[str, ...] = ()
    notes: str = ""
    replaced_by: str = ""

    def __hash__(self) -> int:
        """Hash by id, which equal records share."""
        return hash(self.id)

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Name the fields of the class, in class order."""
        return tuple(one.name for one in fields(cls))

    @classmethod
    def assertable(cls) -> dict[str, Shape]:
        """Give the fields that a source can assert, with what each may hold, in class order."""
        derived = {one.name for one in fields(cls) if not one.init}
        return {
            name: shape for name, shape in shapes(cls) if name not in _OURS and name not in derived
        }

    @classmethod
    def word_fields(cls) -> tuple[str, ...]:
        """Name the kind's own fields that hold a word of a vocabulary, in class order."""
        return tuple(
            name
            for name, shape in shapes(cls)
            if issubclass(shape.kind, StrEnum) and name not in _OURS
        )

    @classmethod
    def vocabulary(cls, name: str) -> tuple[str, ...]:
        """Give the words that a field of `word_fields` may hold.

        Examples:
            >>> from bynl_relations import Mission
            >>> "embassy" in Mission.vocabulary("kind")
            True
        """
        return tuple(word.value for word in dict(shapes(cls))[name].kind)  # type: ignore[attr-defined]

    @property
    def actors(self) -> tuple[Participant, ...]:
        """Every actor with its role: those of the kind's own fields first, each part once.

        A participant that adds a capacity to an actor of a field is joined with it.
        """
        named = [
            (name.replace("_", " "), actor)
            for name in _actor_fields(type(self))
            for actor in _many(getattr(self, name))
        ]
        known = {actor.id for _, actor in named}
        added = {one.actor.id: one.capacity for one in self.participants if one.actor.id in known}
        parts = [Participant(actor, role, added.get(actor.id)) for role, actor in named]
        others = [one for one in self.participants if one.actor.id not in known]
        return tuple(dict.fromkeys((*parts, *others)))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The id of every actor, in the order of `actors`."""
        return tuple(dict.fromkeys([actor.id for actor in self._acting()]))

    def _acting(self) -> list[Actor]:
        """Give the actor of every part, in the order of `actors`."""
        every = [
            actor for name in _actor_fields(type(self)) for actor in _many(getattr(self, name))
        ]
        every += [part.actor for part in self.participants]
        return every

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every cited source once, in the order of the citations."""
        return tuple(dict.fromkeys(citation.source for citation in self.citations))

    @property
    def voices(self) -> tuple[str, ...]:
        """Every independent voice once; a source without one is its own."""
        return tuple(dict.fromkeys(source.voice or source.id for source in self.sources))

    @property
    def disputed(self) -> bool:
        """Whether a citation contradicts or denies."""
        return any(citation.stance in ("contradicts", "denies") for citation in self.citations)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What sources say otherwise, a field each, in class order; a denial of the fact last."""
        from .disputes import Dispute

        told: dict[str, dict[Value, list[Source]]] = {}
        for citation in self.citations:
            for one in citation.asserts:
                told.setdefault(one.field, {}).setdefault(one.value, []).append(citation.source)
            if citation.stance == "denies":
                told.setdefault("fact", {}).setdefault(False, []).append(citation.source)
        return tuple(
            Dispute(
                name,
                not self.claimed if name == "fact" else getattr(self, name),
                tuple((value, tuple(sources)) for value, sources in told[name].items()),
                self.rationale,
            )
            for name in (*self.field_names(), "fact")
            if name in told
        )

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Order by `when`, else by the first sighting, else by the first day in force, else last.

        The first day in force is that of `in_force` or `applies`, where the kind has them.
        """
        if self.when is not None:
            return self.when.sort_key
        times = self.attested or self._times()
        return min((moment.sort_key for moment in times), default=_LAST)

    def _times(self) -> tuple[When, ...]:
        """Return the moments by which a record without `when` had begun, beside `attested`."""
        return tuple(moment for name in self._timed for moment in _many(getattr(self, name)))

    def _order(self) -> tuple[int, int, str, str]:
        """Give what sorts records: `sort_key`, then the id."""
        if (when := self.when) is None:
            return (*self.sort_key, self.id)
        span = when.span
        return span[0], span[3], when.edtf, self.id

    @property
    def began(self) -> Began | None:
        """Between which days it can, and by which it must, have begun; None if nothing is known.

        Without `when` it had begun by the first sighting, or by the first day in force.
        """
        return _standing.began(self.when, self.attested, () if self.when else self._times())

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods in which it can, and must, have stood; empty where nothing is known."""
        return _standing.stood(self.when, self.attested)

    def to_dict(self) -> dict[str, object]:
        """Give the record as plain JSON values, its actors and sources embedded.

        Returns:
            A new dict; fields at their default are left out.
        """
        from .._conversion.converter import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` gave.

        Args:
            data: Plain JSON values with embedded actors and sources.

        Returns:
            A record equal to the one that was written.

        Raises:
            InvalidData: Something does not fit; `.problems` lists each.
        """
        from .._conversion.converter import from_dict

        return from_dict(cls, data)

    def cite(self, style: Style = "bibtex") -> str:
        """Cite the sources of the record, each once.

        A record does not know its dataset; the `cite` of a result adds that.

        Args:
            style: `bibtex`, `csl-json` or `text`.

        Raises:
            UnknownName: There is no such style.
        """
        from ..interop.citations import cite

        return cite(self.sources, None, style)

    def __repr__(self) -> str:
        """Tell the record in one line."""
        from .._display import record_line

        return record_line(self)

    def _repr_html_(self) -> str:
        from .._display import record_html

        return record_html(self)

    def _repr_markdown_(self) -> str:
        from .._display import record_markdown

        return record_markdown(self)

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not kebab(self.id):
            yield "id", self.id, "lowercase kebab-case of up to 100 characters"
        if not 0 < len(self.title) <= 80:
            yield "title", self.title, "1 to 80 characters"
        if not self.citations:
            yield "citations", self.citations, "at least one citation"
        for name in self._needed:
            if not getattr(self, name):
                yield name, getattr(self, name), "at least one actor"
        yield from self._contradictions()
        for name in ("topics", *self._mentions):
            for number, word in enumerate(getattr(self, name)):
                if not kebab(word):
                    yield f"{name}[{number}]", word, "lowercase kebab-case"
        for name in self._references:
            if getattr(self, name) and not kebab(getattr(self, name)):
                yield name, getattr(self, name), "the id of a record"
        yield from self._wrong_assertions()

    def _wrong_assertions(self) -> Iterator[tuple[str, object, str]]:
        """Find assertions of no such field, of no such value, or of our own value."""
        for number, citation in enumerate(self.citations):
            for index, one in enumerate(citation.asserts):
                known = self.assertable()
                path = f"citations[{number}].asserts[{index}]"
                if one.field not in known:
                    yield f"{path}.field", one.field, f"one of {', '.join(known)}"
                elif found := list(known[one.field].faults(one.value, f"{path}.value")):
                    yield from found
                elif one.value == getattr(self, one.field):
                    yield f"{path}.value", one.value, "another value than the record's own"

    def _contradictions(self) -> Iterator[tuple[str, object, str]]:
        """Find fields that contradict each other."""
        fields = _actor_fields(type(self))
        known = {actor.id for name in fields for actor in _many(getattr(self, name))}
        for number, part in enumerate(self.participants):
            if part.actor.id in known and (part.role or part.capacity is None):
                expected = "an actor that no other field names, or a capacity and no role"
                yield f"participants[{number}]", str(part), expected
        if self.claimed and self.citations and not self.disputed:
            yield "claimed", True, "False, as no citation contradicts or denies the record"
        for number, moment in enumerate(self.attested):
            if moment.is_interval:
                yield f"attested[{number}]", moment, "a date; an interval belongs into when"
            elif self.when is not None and self._outside(moment, self.when):
                yield f"attested[{number}]", moment, f"a date within when, which is {self.when.edtf}"

    def _outside(self, moment: When, when: When) -> bool:
        """Return whether a sighting surely lies outside the time of the record."""
        return surely_before(moment, when) or surely_before(when, moment)


def surely_before(one: When, other: When) -> bool:
    """Return whether a moment is surely over before another can begin."""
    _, _, _, last, _, until = _standing.known(one)
    first, _, _, _, by, _ = _standing.known(other)
    return last < first and until != _standing.NOT_UNTIL and by != _standing.NOT_BY


def _actor_fields(kind: type) -> tuple[str, ...]:
    """Name the kind's own fields that hold actors."""
    found = _ACTOR_FIELDS.get(kind)
    if found is None:
        found = tuple(name for name, shape in shapes(kind) if shape.kind is Actor)
        _ACTOR_FIELDS[kind] = found
    return found


_ACTOR_FIELDS: dict[type, tuple[str, ...]] = {}


def _many(value: T | tuple[T, ...] | None) -> tuple[T, ...]:
    """Return the members of a field, which may hold one value, several or none."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
