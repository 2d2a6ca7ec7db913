"""The names by which actors, sources and words of a dataset are found.

Curated names decide; similarity only suggests, in the error.
"""

from __future__ import annotations

import re

from .actors import Actor
from .errors import UnknownName, shown
from .model import COLLECTIONS, kind
from .provenance import Source
from .vocabulary import ActorType, fold, nearest, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ._dataset import Holdings

__all__ = ["Names"]


class Names:
    """Find actors, sources, topics and countries by the names of a dataset.

    The tables are made when they are first needed; two threads may both make one, and make
    the same.
    """

    def __init__(self, holdings: Holdings) -> None:
        """Hold the dataset; no table is made yet."""
        self.holdings = holdings
        self._spelled: dict[str, tuple[str, ...]] | None = None
        self._agents: dict[str, frozenset[str]] | None = None

    def actor(self, name: object, asked: str = "") -> Actor:
        """Find an actor by id, name, name in another language, alias or surname.

        Args:
            name: What somebody wrote; an `Actor` is itself.
            asked: The query and place, for the error: `missions()`.

        Raises:
            UnknownName: None has that name, or several have.
        """
        if isinstance(name, Actor):
            return name
        actors = self.holdings.actors
        if isinstance(name, str):
            if name in actors:
                return actors[name]
            found = self._spellings().get(fold(name), ())
            if len(found) == 1:
                return actors[found[0]]
            if found:
                several = words([f"{actors[one].name} ({one})" for one in found])
                raise UnknownName(f"{shown(name)} names several actors: {several}; write an id")
        raise UnknownName(self._no_actor(name, asked))

    def acting(self, name: object, exact: bool, asked: str = "") -> frozenset[str]:
        """Give the ids of an actor and, of a state or union, of whoever acts for it."""
        actor = self.actor(name, asked)
        if exact or actor.type not in (ActorType.STATE, ActorType.UNION):
            return frozenset((actor.id,))
        if self._agents is None:
            agents: dict[str, set[str]] = {}
            for one in self.holdings.actors.values():
                for other in one.acts_for:
                    agents.setdefault(other, set()).add(one.id)
            self._agents = {key: frozenset(value | {key}) for key, value in agents.items()}
        return self._agents.get(actor.id) or frozenset((actor.id,))

    def sources(self, name: object) -> frozenset[str]:
        """Give the ids of sources by id, else by voice, else by publisher.

        Raises:
            UnknownName: None fits.
        """
        if isinstance(name, Source):
            return frozenset((name.id,))
        sources = self.holdings.sources
        if isinstance(name, str):
            if name in sources:
                return frozenset((name,))
            plain = fold(name)
            for same in ("id", "voice", "publisher"):
                found = frozenset(
                    key for key, one in sources.items() if fold(getattr(one, same)) == plain
                )
                if plain and found:
                    return found
        known = {one for s in sources.values() for one in (s.id, s.voice, s.publisher) if one}
        raise UnknownName(
            f"{shown(name)} is no source of this dataset; write the id, the voice or the publisher"
            f" of a source{_guess(name, known)}"
        )

    def country(self, name: object) -> str:
        """Give the alpha-2 code of a country by code or by the name of a state."""
        if isinstance(name, str) and len(name) == 2 and name.isascii() and name.isalpha():
            return name.upper()
        actor = self.actor(name, "country=")
        if actor.type != ActorType.STATE:
            raise UnknownName(f"{shown(name)} is no country; write a code such as 'NL' or a state")
        return actor.id

    @property
    def topics(self) -> Mapping[str, str]:
        """The topics of the dataset with their definitions."""
        return dict(self.holdings.dataset.topics)

    @property
    def indicators(self) -> Mapping[str, str]:
        """The indicators of the dataset with their definitions."""
        return dict(self.holdings.dataset.indicators)

    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Map every folded name, and every folded surname that is no name, to ids."""
        if self._spelled is None:
            names: dict[str, dict[str, None]] = {}
            surnames: dict[str, dict[str, None]] = {}
            for actor in self.holdings.actors.values():
                for spelling in actor.spellings:
                    plain = fold(spelling)
                    names.setdefault(plain, {})[actor.id] = None
                    if actor.type == ActorType.PERSON:
                        parts = plain.split()
                        for start in range(1, len(parts)):
                            surnames.setdefault(" ".join(parts[start:]), {})[actor.id] = None
            self._spelled = {key: tuple(ids) for key, ids in (surnames | names).items()}
        return self._spelled

    def _no_actor(self, name: object, asked: str) -> str:
        said = f"{asked}: " if asked else ""
        start = f"{said}{shown(name)} is no actor of this dataset"
        allowed = "write the id, a name or an alias of an actor, such as 'NL' or 'Belarus'"
        return f"{start}; {allowed}{self._other_place(name) or self._like(name)}"

    def _like(self, name: object) -> str:
        if not isinstance(name, str):
            return ""
        spelled = {one: one for actor in self.holdings.actors.values() for one in actor.spellings}
        found = nearest(name, spelled)
        if not found:
            plain = fold(name)
            found = tuple(one for one in spelled if plain and plain in fold(one).split())[:3]
        return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""

    def _other_place(self, name: object) -> str:
        """Tell where else a word belongs: a date, a topic, an indicator, a kind."""
        if isinstance(name, (int, float)) or (isinstance(name, str) and re.fullmatch("[0-9]{4}(-.*)?", name)):
            return f"; did you mean since={name!r} or at={name!r}?"
        if not isinstance(name, str) or not name:
            return ""
        plain = fold(name).replace(" ", "-")
        if plain in self.topics:
            near = [one for one in self.indicators if plain in one]
            also = f" (or indicator={near[0]!r})" if near else ""
            return f"; {plain} is a topic: did you mean topic={plain!r}{also}?"
        word = plain.replace("-", "_")
        if word in self.indicators:
            return f"; {word} is an indicator: did you mean statistics(indicator={word!r})?"
        for collection in COLLECTIONS:
            for field in kind(collection).word_fields():
                if word in kind(collection).vocabulary(field):
                    return f"; {word} is a {field} of {collection}: did you mean {collection}({field}={word!r})?"
        plain_sources = {fold(one) for s in self.holdings.sources.values() for one in (s.id, s.voice)}
        if fold(name) in plain_sources:
            return f"; {name} is a source: did you mean source={name!r}?"
        return ""


def _guess(name: object, known: Iterable[str]) -> str:
    found = nearest(name, known) if isinstance(name, str) else ()
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""
