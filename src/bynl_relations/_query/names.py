"""The names by which actors, sources and words of a dataset are found.

Curated names decide; similarity only suggests, in the error.
"""

from __future__ import annotations

from .._spelling import fold, nearest, words
from ..actors import Actor
from ..errors import InvalidDate, UnknownName, UnknownRecord, shown
from ..model import COLLECTIONS, kind
from ..provenance import Source
from ..vocabulary import ActorType, Confidence, Scope
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .._dataset.holdings import Holdings
    from .._dataset.metadata import Indicator

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
            asked: The query or keyword, for the error: `missions()`, `to=`.

        Raises:
            UnknownName: None has that name, or several have.
        """
        actors = self.holdings.actors
        if isinstance(name, Actor) and name.id in actors:
            return name
        if isinstance(name, str):
            if name in actors:
                return actors[name]
            found = self._spellings().get(fold(name), ())
            if len(found) == 1:
                return actors[found[0]]
            if found:
                several = words([f"{actors[one].name} ({one})" for one in found])
                said = f"{_said(name, asked)} names several actors: {several}"
                raise UnknownName(f"{said}; write an id")
        raise UnknownName(
            f"{_said(name, asked)} is no actor of this dataset; write the id, a name or an alias"
            f" of an actor, such as 'NL' or 'Belarus'{self.elsewhere(name) or self._like(name)}"
        )

    def acting(self, name: object, exact: bool, asked: str = "") -> frozenset[str]:
        """Give the ids of an actor and, of a state or union, of whoever acts for it."""
        actor = self.actor(name, asked)
        if exact or actor.type not in (ActorType.STATE, ActorType.UNION):
            return frozenset((actor.id,))
        if self._agents is None:
            agents: dict[str, set[str]] = {}
            for agent, others in self.holdings.agents():
                for other in others:
                    agents.setdefault(other, set()).add(agent)
            self._agents = {key: frozenset(value | {key}) for key, value in agents.items()}
        return self._agents.get(actor.id) or frozenset((actor.id,))

    def sources(self, name: object) -> frozenset[str]:
        """Give the ids of sources by id, else by voice, else by publisher.

        Raises:
            UnknownName: None fits.
        """
        sources = self.holdings.sources
        if isinstance(name, Source) and name.id in sources:
            return frozenset((name.id,))
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
        every = list(sources.values())
        known = [*sources, *(one.voice for one in every), *(one.publisher for one in every)]
        raise UnknownName(
            f"{shown(name)} is no source of this dataset; write the id, the voice or the publisher"
            f" of a source{_guess(name, filter(None, known)) or self.elsewhere(name)}"
        )

    def country(self, name: object) -> str:
        """Give the alpha-2 code of a country by code or by the name of a state."""
        if isinstance(name, str) and len(name) == 2 and name.isascii() and name.isalpha():
            return name.upper()
        actors = self.holdings.actors
        found = self._spellings().get(fold(name), ()) if isinstance(name, str) else ()
        states = [one for one in found if actors[one].type == ActorType.STATE]
        if states:
            return states[0]
        raise UnknownName(
            f"country={shown(name)}; write a code such as 'NL', or the name of a state"
            f"{self.elsewhere(name) or self._like(name)}"
        )

    def record(self, name: str, asked: str) -> str:
        """Give the id of a record that the dataset holds, or names without holding it.

        Raises:
            UnknownRecord: There is none; near ids are named.
        """
        known = {record.id for record in self.holdings.every()}
        known.update(self.holdings.dataset.elsewhere)
        if name in known or not name:
            return name
        raise UnknownRecord(
            f"{asked}{shown(name)} is the id of no record{_guess(name, sorted(known))}"
        )

    def beside(self, other: Names) -> Names:
        """Give the names of this dataset and of another; where they differ, this one's hold."""
        from .._dataset.holdings import InMemory

        mine, theirs = self.holdings, other.holdings
        collections = {name: (*mine.records(name), *theirs.records(name)) for name in COLLECTIONS}
        actors = {**theirs.actors, **mine.actors}
        sources = {**theirs.sources, **mine.sources}
        return Names(InMemory(mine.dataset.beside(theirs.dataset), actors, sources, collections))

    @property
    def topics(self) -> Mapping[str, str]:
        """The topics of the dataset with their definitions."""
        return dict(self.holdings.dataset.topics)

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the dataset with what their figures count."""
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

    def _like(self, name: object) -> str:
        if not isinstance(name, str):
            return ""
        spelled = {one: one for actor in self.holdings.actors.values() for one in actor.spellings}
        found = nearest(name, spelled)
        if not found:
            plain = fold(name)
            found = tuple(one for one in spelled if plain and plain in fold(one).split())[:3]
        return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""

    def elsewhere(self, name: object) -> str:
        """Tell where else a word belongs: a date, a word of a vocabulary, an actor, a source."""
        if not isinstance(name, (bool, Actor, Source)):
            try:
                When.parse(name)  # type: ignore[arg-type]
            except InvalidDate:
                pass
            else:
                return f"; did you mean since={shown(name)} or at={shown(name)}?"
        plain = fold(name) if isinstance(name, str) else ""
        if not plain:
            return ""
        dashed, word = plain.replace(" ", "-"), plain.replace("-", "_").replace(" ", "_")
        if dashed in self.topics:
            near = [one for one in self.indicators if dashed in one.split("_")]
            also = f" or statistics(indicator={near[0]!r})" if near else ""
            return f"; {dashed} is a topic: did you mean topic={dashed!r}{also}?"
        if word in self.indicators:
            return f"; {word} is an indicator: did you mean statistics(indicator={word!r})?"
        for collection in COLLECTIONS:
            for field in kind(collection).word_fields():
                if word in kind(collection).vocabulary(field):
                    call = f"{collection}({field}={word!r})"
                    return f"; {word} is a {field} of {collection}: did you mean {call}?"
        if plain in self._spellings():
            return f"; did you mean actor={name!r}?"
        return _keyword(plain, self.holdings.sources.values())


def _said(name: object, asked: str) -> str:
    """Say what was asked for: `to='x'`, `missions(): 'x'`."""
    return f"{asked}{': ' if asked and not asked.endswith('=') else ''}{shown(name)}"


def _keyword(plain: str, sources: Iterable[Source]) -> str:
    """Tell the keyword that a word belongs to: confidence, scope, collection, source."""
    closed: dict[str, Iterable[str]] = {
        "confidence": Confidence,
        "scope": Scope,
        "collection": COLLECTIONS,
    }
    for name, known in closed.items():
        if plain in tuple(known):
            return f"; did you mean {name}={plain!r}?"
    for one in sources:
        if plain in (fold(one.id), fold(one.voice), fold(one.publisher)):
            return f"; did you mean source={plain!r}?"
    return ""


def _guess(name: object, known: Iterable[str]) -> str:
    found = nearest(name, known) if isinstance(name, str) else ()
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""
