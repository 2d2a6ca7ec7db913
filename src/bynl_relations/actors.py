"""Who acts: states, unions, organisations, persons, parties and groups."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from ._fields.checked import Checked, frozen
from ._fields.formats import ACTOR, COUNTRY, LABEL, NAME, WORD
from ._fields.shape import IN_LANGUAGES, NAMES, form
from .vocabulary import ActorType, Capacity, as_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Actor", "Participant", "Place"]


def _actor_type(word: ActorType | str) -> ActorType:
    return as_word(ActorType, word)


def _capacity(word: Capacity | str | None) -> Capacity | None:
    return None if word is None else as_word(Capacity, word)


@frozen(eq=False, repr=False)
class Place(Checked):
    """A city and its country; at least one of the two.

    Attributes:
        city: English name, or empty.
        country: ISO 3166-1 alpha-2, in capitals, or empty.

    Examples:
        >>> str(Place("The Hague", "NL"))
        'The Hague, NL'
    """

    _joint: ClassVar[dict[str, tuple[str, ...]]] = {"city": ("country",)}

    city: str = field(default="", metadata=form(NAME))
    country: str = field(default="", metadata=form(COUNTRY))

    def __str__(self) -> str:
        """Return city and country, separated by a comma."""
        return ", ".join(part for part in (self.city, self.country) if part)

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not (self.city or self.country):
            yield "city", self.city, "a city, a country or both"


def is_country(text: str) -> bool:
    """Return whether a string has the form of an ISO 3166-1 alpha-2 code.

    Examples:
        >>> is_country("NL"), is_country("nl"), is_country("EU")
        (True, False, True)
    """
    return COUNTRY.fits(text)


@frozen(eq=False, repr=False)
class Actor(Checked):
    """Somebody who acts in a record.

    Attributes:
        id: ISO 3166-1 alpha-2 for a state, `EU`, kebab-case otherwise.
        type: What sort of actor it is.
        name: English name.
        names: Pairs of a language (BCP 47) and the name in it.
        aliases: Other names under which it is found.
        identifiers: Pairs of a scheme and the identifier in it: `iso3166-1-alpha3`, `wikidata`.
        acts_for: Ids of the bodies, states or unions whose organ or agent it is; a body and
            its state are both named. Empty for private bodies, parties and exiles.
        home: Country (alpha-2) of those that act for nobody.
        description: One line.

    Examples:
        >>> Actor("NL", "state", "Netherlands").type == "state"
        True
    """

    id: str = field(metadata=form(ACTOR))
    type: ActorType = field(converter=_actor_type)
    name: str = field(metadata=form(LABEL))
    names: tuple[tuple[str, str], ...] = field(default=(), metadata=IN_LANGUAGES)
    aliases: tuple[str, ...] = field(default=(), metadata=NAMES)
    identifiers: tuple[tuple[str, str], ...] = field(default=(), metadata={**NAMES, "key": WORD})
    acts_for: tuple[str, ...] = field(default=(), metadata=form(ACTOR))
    home: str = field(default="", metadata=form(COUNTRY))
    description: str = ""

    def __hash__(self) -> int:
        """Hash by id, which equal actors share."""
        return hash(self.id)

    def __str__(self) -> str:
        """Return the English name."""
        return self.name

    def __repr__(self) -> str:
        """Return id, name and type in one line."""
        return f"<Actor {self.id}: {self.name}, {self.type}>"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every curated name: the id, the English name, the other languages, the aliases."""
        return (self.id, self.name, *(name for _, name in self.names), *self.aliases)


@frozen(eq=False, repr=False)
class Participant(Checked):
    """An actor and its part in a record.

    Attributes:
        actor: Who.
        role: The field's term: host, signatory, mediator; empty where none is known.
        capacity: The capacity in which it took part; None for a body, or where not known.
    """

    actor: Actor
    role: str = field(default="", metadata=form(NAME))
    capacity: Capacity | None = field(converter=_capacity, default=None)

    def __str__(self) -> str:
        """Return the name, and the role in brackets."""
        return f"{self.actor.name} ({self.role})" if self.role else self.actor.name
