"""Who acts: states, unions, organisations, persons, parties and groups."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from ._fields.checked import Checked
from ._fields.formats import is_language, kebab
from .vocabulary import ActorType, as_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Actor", "Participant", "Place"]


def _actor_type(word: ActorType | str) -> ActorType:
    return as_word(ActorType, word)


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

    city: str = ""
    country: str = ""

    def __str__(self) -> str:
        """Give city and country, parted by a comma."""
        return ", ".join(part for part in (self.city, self.country) if part)

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not (self.city or self.country):
            yield "city", self.city, "a city, a country or both"
        if self.country and not is_country(self.country):
            yield "country", self.country, "two capital letters (ISO 3166-1 alpha-2)"


def is_country(text: str) -> bool:
    """Tell whether a text has the form of an ISO 3166-1 alpha-2 code.

    Examples:
        >>> is_country("NL"), is_country("nl"), is_country("EU")
        (True, False, True)
    """
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


@frozen(eq=False, repr=False)
class Actor(Checked):
    """Somebody who acts in a record.

    Attributes:
        id: ISO 3166-1 alpha-2 for a state, `EU`, kebab-case otherwise.
        type: What sort of actor it is.
        name: English name.
        names: Pairs of a language (BCP 47) and the name in it.
        aliases: Other names under which it is found.
        acts_for: Ids of the states, unions or organisations whose organ or agent it is;
            empty for private bodies, parties and exiles.
        home: Country (alpha-2) of those that act for nobody.
        description: One line.

    Examples:
        >>> Actor("NL", "state", "Netherlands").type == "state"
        True
    """

    id: str
    type: ActorType = field(converter=_actor_type)
    name: str
    names: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()
    acts_for: tuple[str, ...] = ()
    home: str = ""
    description: str = ""

    def __hash__(self) -> int:
        """Hash by id, which equal actors share."""
        return hash(self.id)

    def __str__(self) -> str:
        """Give the English name."""
        return self.name

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not (is_country(self.id) or kebab(self.id)):
            yield "id", self.id, "two capital letters, or kebab-case of up to 100 characters"
        if not self.name:
            yield "name", self.name, "an English name"
        for language, _ in self.names:
            if not is_language(language):
                yield "names", language, "language tags (BCP 47) such as nl or be-tarask as keys"
        for number, other in enumerate(self.acts_for):
            if not (is_country(other) or kebab(other)):
                yield f"acts_for[{number}]", other, "the id of an actor"
        if self.home and not is_country(self.home):
            yield "home", self.home, "two capital letters (ISO 3166-1 alpha-2)"

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every curated name: the id, the English name, the other languages, the aliases."""
        return (self.id, self.name, *(name for _, name in self.names), *self.aliases)


@frozen(eq=False, repr=False)
class Participant(Checked):
    """An actor and its part in a record.

    Attributes:
        actor: Who.
        role: The field's term: host, signatory, mediator; empty where none is told.
    """

    actor: Actor
    role: str = ""

    def __str__(self) -> str:
        """Give the name, and the role in brackets."""
        return f"{self.actor.name} ({self.role})" if self.role else self.actor.name
