"""What every kind of record shares: one fact with its sources, doubts and disputes."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Self, TypeVar, cast

from attrs import field

from .._conversion import late
from .._fields.checked import Checked, Completing, frozen
from .._fields.formats import ID, LABEL, TITLE, WORD
from .._fields.shape import fields, form, per_class, record_ids, shapes, some
from ..vocabulary import Confidence, Scope, as_word
from ..when import FOREVER, When
from ..when import standing as _standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .._fields.shape import Shape
    from ..actors import Actor, Participant
    from ..interop.citations import Style
    from ..provenance import Source, Value
    from ..when.standing import Began, Period
    from .disputes import Dispute

__all__ = ["Record", "surely_before"]

#: The shared fields that a source can assert; the others are bookkeeping of ours.
_SHARED = ("when", "participants", "place", "references")
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
    #: Whether `when` is a time of existence: a date in it is neither its beginning nor its end.
    lasts: ClassVar[bool] = False
    _joint: ClassVar[dict[str, tuple[str, ...]]] = {
        "attested": ("when",), "claimed": ("citations",)
    }  # fmt: skip
    #: Fields that tell the time of a record without `when`, beside `attested`.
    _timed: ClassVar[tuple[str, ...]] = ()

    id: str = field(metadata=form(ID))
    title: str = field(metadata=form(TITLE))
    summary: str = ""
    when: When | None = None
    attested: tuple[When, ...] = field(default=(), metadata={"dates": True})
    participants: tuple[late.Participant, ...] = ()
    place: late.Place | None = None
    topics: tuple[str, ...] = field(default=(), metadata=form(WORD))
    references: tuple[str, ...] = field(default=(), metadata=form(LABEL))
    citations: tuple[late.Citation, ...] = field(metadata=some("citation"))
    rationale: str = ""
    confidence: Confidence = field(converter=_confidence, default=Confidence.MEDIUM)
    claimed: bool = False
    scope: Scope = field(converter=_scope, default=Scope.CORE)
    related: tuple[str, ...] = field(default=(), metadata=record_ids())
    notes: str = ""
    replaced_by: str = field(default="", metadata=record_ids())

    def __hash__(self) -> int:
        """Hash by id, which equal records share."""
        return hash(self.id)

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Return the names of the fields of the class, in class order."""
        return tuple(field.name for field in fields(cls))

    @classmethod
    def own_names(cls) -> tuple[str, ...]:
        """Return the names of the fields that not every kind has, in class order.

        Examples:
            >>> from bynl_relations import Visit
            >>> Visit.own_names()
            ('visitors', 'hosts', 'level')
        """
        shared = Record.field_names()
        return tuple(name for name in cls.field_names() if name not in shared)

    @classmethod
    def assertable(cls) -> dict[str, Shape]:
        """Return the fields that a source can assert, with what each may hold, in class order."""
        derived = {field.name for field in fields(cls) if not field.init}
        known = {*_SHARED, *cls.own_names()} - derived
        return {name: shape for name, shape in shapes(cls) if name in known}

    @classmethod
    def word_fields(cls) -> tuple[str, ...]:
        """Return the names of the own fields that hold a word of a vocabulary, in class order."""
        known = dict(shapes(cls))
        return tuple(name for name in cls.own_names() if issubclass(known[name].kind, StrEnum))

    @classmethod
    def vocabulary(cls, name: str) -> tuple[str, ...]:
        """Return the words that a field of `word_fields` may hold.

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
            for actor in self._in(name)
        ]
        known = {actor.id for _, actor in named}
        added = {
            part.actor.id: part.capacity for part in self.participants if part.actor.id in known
        }
        parts = [late.Participant(actor, role, added.get(actor.id)) for role, actor in named]
        others = [part for part in self.participants if part.actor.id not in known]
        return tuple(dict.fromkeys((*parts, *others)))

    @property
    def who(self) -> tuple[Actor, ...]:
        """Whose act it is: the actors of `who_fields`, each once."""
        return self._of(self.who_fields)

    @property
    def to(self) -> tuple[Actor, ...]:
        """Towards whom it is: the actors of `to_fields`, each once."""
        return self._of(self.to_fields)

    def _of(self, names: tuple[str, ...]) -> tuple[Actor, ...]:
        """Return the actors of some fields; a participant whom a field names is left out."""
        found = [actor for name in names if name != "participants" for actor in self._in(name)]
        if "participants" in names:
            own = {actor.id for name in _actor_fields(type(self)) for actor in self._in(name)}
            found += [part.actor for part in self.participants if part.actor.id not in own]
        return tuple(dict.fromkeys(found))

    def _in(self, name: str) -> tuple[Actor, ...]:
        """Return the actors of a field of the kind."""
        return _many(getattr(self, name))

    @property
    def actor_ids(self) -> tuple[str, ...]:
        """The id of every actor, in the order of `actors`."""
        return tuple(dict.fromkeys([actor.id for actor in self._acting()]))

    def _acting(self) -> list[Actor]:
        """Return the actor of every part, in the order of `actors`."""
        every = [actor for name in _actor_fields(type(self)) for actor in self._in(name)]
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

        others: dict[str, dict[Value, list[Source]]] = {}
        for citation in self.citations:
            for asserted in citation.asserts:
                values = others.setdefault(asserted.field, {})
                values.setdefault(asserted.value, []).append(citation.source)
            if citation.stance == "denies":
                others.setdefault("fact", {}).setdefault(False, []).append(citation.source)
        return tuple(
            Dispute(
                name,
                not self.claimed if name == "fact" else getattr(self, name),
                tuple((value, tuple(sources)) for value, sources in others[name].items()),
                self.rationale,
            )
            for name in (*self.field_names(), "fact")
            if name in others
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
        """Return what sorts records: `sort_key`, then the id."""
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

    def to_dict(self, *, defaults: bool = False) -> dict[str, object]:
        """Return the record as plain JSON values: its collection, with actors and sources embedded.

        Args:
            defaults: Whether fields at their default are written too, as SQL needs.
        """
        from .plain import to_plain

        return to_plain(self, defaults=defaults)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Read what `to_dict` returned.

        Args:
            data: Plain JSON values. `Record.from_dict` reads any kind, by its `collection`.

        Raises:
            InvalidData: Something does not fit; `.problems` lists each.
        """
        from .plain import from_plain

        return from_plain(cls, data)

    def cite(self, style: Style | str = "bibtex", *, annotated: bool = False) -> str:
        """Cite the sources of the record, without the dataset, which a record does not know.

        Args:
            style: As for `Records.cite`.
            annotated: Whether to add what each source says.

        Raises:
            UnknownName: There is no such style.
        """
        from ..interop.citations import cite

        return cite(self.sources, None, style, (self,) if annotated else None)

    def __str__(self) -> str:
        """Return the record as a card of several lines, with all that it holds."""
        from .._display.card import record_text

        return record_text(self)

    def __repr__(self) -> str:
        """Return the record in one line."""
        from .._display.wording import record_line

        return record_line(self)

    def _repr_html_(self) -> str:
        from .._display.card import record_html

        return record_html(self)

    def _repr_markdown_(self) -> str:
        from .._display.card import record_markdown

        return record_markdown(self)

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        yield from self._contradictions()
        yield from self._wrong_assertions()

    def _wrong_assertions(self) -> Iterator[tuple[str, object, str]]:
        """Find assertions of no such field, of no such value, or of our own value."""
        for number, citation in enumerate(self.citations):
            for index, asserted in enumerate(citation.asserts):
                known, name, value = self.assertable(), asserted.field, asserted.value
                path = f"citations[{number}].asserts[{index}]"
                if name not in known:
                    yield f"{path}.field", name, f"one of {', '.join(known)}"
                elif found := list(known[name].faults(value, f"{path}.value")):
                    yield from found
                elif value == getattr(self, name):
                    yield f"{path}.value", value, "another value than the record's own"

    def _contradictions(self) -> Iterator[tuple[str, object, str]]:
        """Find fields that contradict each other."""
        known = {actor.id for name in _actor_fields(type(self)) for actor in self._in(name)}
        for number, part in enumerate(self.participants):
            if part.actor.id in known and (part.role or part.capacity is None):
                expected = "an actor that no other field names, or a capacity and no role"
                yield f"participants[{number}]", str(part), expected
        if self.claimed and not self.disputed:
            yield "claimed", True, "False, as no citation contradicts or denies the record"
        for number, moment in enumerate(self.attested):
            if self.when is not None and self._outside(moment, self.when):
                yield (
                    f"attested[{number}]",
                    moment,
                    f"a date within when, which is {self.when.edtf}",
                )

    def _outside(self, moment: When, when: When) -> bool:
        """Return whether a sighting surely lies outside the time of the record."""
        return surely_before(moment, when) or surely_before(when, moment)


def surely_before(one: When, other: When) -> bool:
    """Return whether a moment is surely over before another can begin."""
    _, _, _, last, _, until = _standing.known(one)
    first, _, _, _, by, _ = _standing.known(other)
    return last < first and until != _standing.NOT_UNTIL and by != _standing.NOT_BY


@per_class
def _actor_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the own fields that hold actors."""
    return tuple(name for name, shape in shapes(kind) if shape.kind is late.Actor)


def _many(value: T | tuple[T, ...] | None) -> tuple[T, ...]:
    """Return the members of a field, which may hold one value, several or none."""
    if value is None:
        return ()
    return cast("tuple[T, ...]", value) if isinstance(value, tuple) else (value,)
