"""Records for the tests of packages that build on this one: valid, small, always the same.

`make` builds a record of any kind that passes every check. A test writes down only what it is
about; the rest is filled in with invented states and an invented source.

>>> from bynl_relations import Event, Mission
>>> make(Event, "a-call", kind="call", when="2009-03").when
When('2009-03')
>>> make_relations(make(Mission, "an-embassy")).missions("AA", to="ZZ").ids
('an-embassy',)

What is filled in is done by the state AA towards the state ZZ. ISO 3166-1 leaves both codes to
users, so neither is ever a real state. The same arguments give an equal record in every run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, Unpack, cast, overload

import attrs

from .._fields.shape import Shape, shapes
from .._query.relations import Relations
from ..actors import Actor, Participant, is_country
from ..errors import shown
from ..model import COLLECTIONS
from ..model import kind as class_of
from ..model.agreement import Agreement
from ..model.appointment import Appointment
from ..model.event import Event
from ..model.measure import Measure
from ..model.membership import Membership
from ..model.mission import Mission
from ..model.position import Position
from ..model.programme import Programme
from ..model.record import Record
from ..model.statistic import Statistic
from ..model.visit import Visit
from ..provenance import Assertion, Citation, Source
from ..vocabulary import ActorType, SourceKind, Stance, Tier
from ..when import Moment, When
from .changes import (
    AgreementChanges,
    AppointmentChanges,
    Date,
    EventChanges,
    MeasureChanges,
    MembershipChanges,
    MissionChanges,
    PositionChanges,
    ProgrammeChanges,
    StatisticChanges,
    VisitChanges,
)

__all__ = ["make", "make_actor", "make_citation", "make_relations", "make_source"]

R = TypeVar("R", bound=Record)

#: What differs from `_filled`, for the kinds that need it.
_FILLED: dict[type[Record], dict[str, object]] = {
    Event: {"participants": ("AA", "ZZ")},
    Appointment: {
        "person": Actor("a-person", "person", "A person", acts_for=("AA",)),
        "function": "ambassador",
        "sending_state": "AA",
        "accredited_to": ("ZZ",),
    },
    Agreement: {"kind": "treaty", "parties": ("AA", "ZZ")},
    Position: {"participants": ("ZZ",)},
    Membership: {"organisation": "an-organisation"},
    Statistic: {"indicator": "an_indicator", "stated": "some"},
}


def _filled(cls: type[Record]) -> dict[str, object]:
    """Return the fields that a kind gets if the test does not set them, as `make` takes them.

    Who acts is AA, towards whom ZZ; a word that is needed is `other`, or the first of its
    vocabulary.
    """
    kind: type = cls
    known = dict(shapes(kind))
    found: dict[str, object] = {}
    for fields, state in ((cls.who_fields, "AA"), (cls.to_fields, "ZZ")):
        own = [name for name in fields if name != "participants"]
        found |= {name: (state,) if known[name].many else state for name in own}
    needed = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}
    for name in needed.intersection(cls.word_fields()):
        words = cls.vocabulary(name)
        found[name] = "other" if "other" in words else words[0]
    return found | _FILLED.get(cls, {})


@overload
def make(cls: type[Event], /, id: str = "", **changes: Unpack[EventChanges]) -> Event: ...
@overload
def make(cls: type[Visit], /, id: str = "", **changes: Unpack[VisitChanges]) -> Visit: ...
@overload
def make(cls: type[Mission], /, id: str = "", **changes: Unpack[MissionChanges]) -> Mission: ...
@overload
def make(
    cls: type[Appointment], /, id: str = "", **changes: Unpack[AppointmentChanges]
) -> Appointment: ...
@overload
def make(
    cls: type[Agreement], /, id: str = "", **changes: Unpack[AgreementChanges]
) -> Agreement: ...
@overload
def make(cls: type[Measure], /, id: str = "", **changes: Unpack[MeasureChanges]) -> Measure: ...
@overload
def make(cls: type[Position], /, id: str = "", **changes: Unpack[PositionChanges]) -> Position: ...
@overload
def make(
    cls: type[Membership], /, id: str = "", **changes: Unpack[MembershipChanges]
) -> Membership: ...
@overload
def make(
    cls: type[Programme], /, id: str = "", **changes: Unpack[ProgrammeChanges]
) -> Programme: ...
@overload
def make(
    cls: type[Statistic], /, id: str = "", **changes: Unpack[StatisticChanges]
) -> Statistic: ...
@overload
def make(cls: type[R], /, id: str = "") -> R: ...
def make(cls: type[R], /, id: str = "", **changes: object) -> R:
    """Make a valid record of a kind.

    Args:
        cls: The class of the kind: `Event`.
        id: Its id; empty for the name of the class in lower case. Two records of one dataset
            need two ids.
        **changes: Fields that the test is about. A date may be its EDTF text, an actor the id
            of one that `make_actor` makes; all else is as the class takes it.

    Returns:
        A record that passes every check, done by AA towards ZZ where nothing else is said.

    Raises:
        InvalidData: A change breaks a rule of the record.
        TypeError: The kind has no such field, or the class is not one of the ten.

    Examples:
        >>> from bynl_relations import Visit
        >>> visit = make(Visit, "a-visit", visitors=("NL",), level="minister")
        >>> visit.visitors[0].id, visit.hosts[0].id, visit.title
        ('NL', 'ZZ', 'A visit')
        >>> visit == make(Visit, "a-visit", visitors=("NL",), level="minister")
        True
    """
    kinds = [class_of(collection) for collection in COLLECTIONS]
    if cls not in kinds:
        names = ", ".join(kind.__name__ for kind in kinds)
        raise TypeError(f"{shown(cls)} is not a kind of record; use one of {names}")
    given: dict[str, object] = _filled(cls) | changes
    if changes.keys() & {"low", "high"} and "stated" not in changes:
        del given["stated"]
    kind: type = cls
    known = dict(shapes(kind))
    fields = {name: _built(known.get(name), value) for name, value in given.items()}
    name = id or cls.__name__.lower()
    build: Callable[..., R] = cls
    return build(**{"id": name, "title": _title(name), "citations": (make_citation(),)} | fields)


def make_actor(
    id: str = "AA",
    *,
    type: ActorType | str = "",
    name: str = "",
    names: tuple[tuple[str, str], ...] = (),
    aliases: tuple[str, ...] = (),
    identifiers: tuple[tuple[str, str], ...] = (),
    acts_for: tuple[str, ...] = (),
    home: str = "",
    description: str = "",
) -> Actor:
    """Make a valid actor.

    Args:
        id: Two capitals for a state, kebab-case for others.
        type: Empty to derive it from the id: a state, `EU` a union, others an organisation.
        name: Empty for one made of the id.
        names: Pairs of a language and the name in it.
        aliases: Other names.
        identifiers: Pairs of a scheme and the identifier in it.
        acts_for: Ids of those whose organ or agent it is.
        home: Country of those that act for nobody.
        description: One line.

    Raises:
        InvalidData: A value breaks a rule.

    Examples:
        >>> make_actor().name, make_actor("a-ministry", acts_for=("AA",)).name
        ('State AA', 'A ministry')
    """
    state = is_country(id)
    sort = type or ("union" if id == "EU" else "state" if state else "organisation")
    name = name or (f"{sort.capitalize()} {id}" if state else _title(id))
    return Actor(
        id, sort, name, names, aliases, identifiers, acts_for, home, description
    )  # fmt: skip


def make_source(
    id: str = "a-source",
    *,
    title: str = "",
    title_en: str = "",
    authors: tuple[str, ...] = (),
    kind: SourceKind | str | None = None,
    tier: Tier | str = "news",
    url: str = "",
    publisher: str = "",
    published: Date | None = None,
    language: str = "",
    voice: str = "",
    archived_url: str = "",
    accessed: Date | None = None,
) -> Source:
    """Make a valid source.

    Args:
        id: Kebab-case.
        title: Empty for one made of the id, unless `title_en` is given.
        title_en: English title, or empty.
        authors: Names of the authors.
        kind: What sort of text it is, or None.
        tier: How close it is to what it reports.
        url: Its address, or empty.
        publisher: Who published it.
        published: When; EDTF text will do.
        language: BCP 47 tag, or empty.
        voice: Key of the independent voice.
        archived_url: Address of an archived copy, or empty.
        accessed: When it was looked at; EDTF text will do.

    Raises:
        InvalidData: A value breaks a rule.

    Examples:
        >>> str(make_source("a-letter", tier="primary", published="1992-03"))
        'A letter'
    """
    return Source(
        id,
        title or ("" if title_en else _title(id)),
        title_en=title_en,
        authors=authors,
        kind=kind,
        tier=tier,
        url=url,
        publisher=publisher,
        published=_date(published),
        language=language,
        voice=voice,
        archived_url=archived_url,
        accessed=_date(accessed),
    )


def make_citation(
    source: Source | str = "a-source",
    *,
    stance: Stance | str = "",
    says: str = "",
    locator: str = "",
    asserts: tuple[Assertion, ...] = (),
) -> Citation:
    """Make a valid citation.

    Args:
        source: A source, or the id of one that `make_source` makes.
        stance: Empty for `contradicts` where it asserts a value, else `supports`.
        says: Our paraphrase.
        locator: Where in the source.
        asserts: The values that it gives to fields.

    Raises:
        InvalidData: A value breaks a rule.

    Examples:
        >>> from bynl_relations import Assertion, Event
        >>> other = make_citation("an-article", asserts=(Assertion("when", When("1994")),))
        >>> make(Event, when="1992-03-24", citations=(make_citation(), other)).disputed
        True
    """
    if isinstance(source, str):
        source = make_source(source)
    return Citation(
        source, stance or ("contradicts" if asserts else "supports"), says, locator, asserts
    )


def make_relations(
    *records: Record, title: str = "", version: str = "", checked: Moment | None = None
) -> Relations:
    """Make a dataset.

    Args:
        *records: What it holds; none for one record of each kind, with the name of its class in
            lower case as id.
        title: What it is called.
        version: Its version.
        checked: Day of the last check, or None.

    Raises:
        InvalidData: An id stands for two things.

    Examples:
        >>> make_relations() == make_relations()
        True
    """
    every = records or [make(class_of(collection)) for collection in COLLECTIONS]
    return Relations.of(every, title=title, version=version, checked=checked)


def _title(id: str) -> str:
    """Make a title from an id."""
    return id.replace("-", " ").capitalize()[:80]


def _date(value: Date | None) -> When | None:
    return When(value) if isinstance(value, str) else value


def _built(shape: Shape | None, value: object) -> object:
    """Make a date or an actor from its text; leave all else to the checks of the class."""
    if shape is None:
        return value
    if shape.many and isinstance(value, tuple):
        return tuple(_part(shape.kind, member) for member in cast("tuple[object, ...]", value))
    return _part(shape.kind, value)


def _part(kind: type, value: object) -> object:
    if kind is When and isinstance(value, str):
        return When(value)
    if kind in (Actor, Participant) and isinstance(value, str):
        value = make_actor(value)
    return Participant(value) if kind is Participant and isinstance(value, Actor) else value
