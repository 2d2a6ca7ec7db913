"""The names by which actors, sources, places and words of a dataset are found.

Curated names decide; similarity only suggests, in the error.
"""

from __future__ import annotations

from .._conversion import late
from .._spelling import fold, hint, words
from ..errors import InvalidDate, UnknownName, UnknownRecord, shown
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from ..vocabulary import ActorType, Capacity, Confidence, Scope
from ..when import When
from .facets import act_key, city_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .._dataset.holdings import Holdings
    from .._dataset.metadata import Indicator
    from .._protocols import RecordLike
    from ..actors import Actor
    from ..provenance import Source
    from .search import Phrase, Runs

__all__ = ["Names"]

#: How many words a surname has at most; of a name of n words all ends together have n squared.
_SURNAME = 8
#: A CELEX number, but for the parts of a corrigendum; the model has the whole form.
_CELEX = r"[0-9ce][0-9]{4}[a-z]{1,2}[0-9]{4}.*"


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
        self._runs: Runs | None = None
        self._places: dict[str, frozenset[str]] | None = None
        self._by_id: dict[str, RecordLike] | None = None

    def actor(self, name: object, asked: str = "") -> Actor:
        """Find an actor by id, name, name in another language, alias or surname.

        Args:
            name: What somebody wrote; an `Actor` is itself.
            asked: The query or keyword, for the error: `missions()`, `to=`.

        Raises:
            UnknownName: None has that name, or several have.
        """
        actors = self.holdings.actors
        head = f"{asked.rstrip('=')}: " if asked else ""
        if isinstance(name, late.Actor) and name.id in actors:
            return name
        if isinstance(name, str):
            if name in actors:
                return actors[name]
            found = self._spellings().get(fold(name), ())
            if len(found) == 1:
                return actors[found[0]]
            if found:
                several = words([f"{actors[key].name} ({key})" for key in found])
                raise UnknownName(f"{head}{shown(name)} names several actors: {several}; use an id")
        raise UnknownName(
            f"{head}no actor {shown(name)} in this dataset; use an id, name or alias such as 'NL'"
            f" or 'Belarus'{self.elsewhere(name) or self._like(name)}"
        )

    def acting(self, name: object, exact: bool, asked: str = "") -> frozenset[str]:
        """Return the ids of an actor and, of a state or union, of whoever acts for it."""
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
        """Return the ids of sources by id, else by voice, else by publisher.

        Raises:
            UnknownName: None fits.
        """
        sources = self.holdings.sources
        if isinstance(name, late.Source) and name.id in sources:
            return frozenset((name.id,))
        if isinstance(name, str):
            if name in sources:
                return frozenset((name,))
            plain = fold(name)
            for same in ("id", "voice", "publisher"):
                found = frozenset(
                    key for key, source in sources.items() if fold(getattr(source, same)) == plain
                )
                if plain and found:
                    return found
        every = list(sources.values())
        known = [
            *sources,
            *(source.voice for source in every),
            *(source.publisher for source in every),
        ]
        raise UnknownName(
            f"no source {shown(name)} in this dataset; use the id, the voice or the publisher of"
            f" a source{hint(name, filter(None, known), 3) or self.elsewhere(name)}"
        )

    def country(self, name: object) -> str:
        """Return the alpha-2 code of a country by code or by the name of a state."""
        if isinstance(name, str) and len(name) == 2 and name.isascii() and name.isalpha():
            return name.upper()
        actors = self.holdings.actors
        found = self._spellings().get(fold(name), ()) if isinstance(name, str) else ()
        states = [key for key in found if actors[key].type == ActorType.STATE]
        if states:
            return states[0]
        raise UnknownName(
            f"country: no state {shown(name)} in this dataset; use a code such as 'NL', or the name"
            f" of a state{self.elsewhere(name) or self._like(name)}"
        )

    def cities(self, name: object) -> frozenset[str]:
        """Return the keys of the places of a city: `Minsk`, `Минск`, or `Minsk, BY`.

        Raises:
            UnknownName: Neither the gazetteer nor a record has such a city.
        """
        if self._places is None:
            found: dict[str, set[str]] = {}
            for city in self.holdings.places:
                key = city_key(city.city, city.country)
                for spelling in (*city.spellings, str(city)):
                    found.setdefault(fold(spelling), set()).add(key)
            for place in {record.place for record in self.holdings.every()}:
                if place is not None and place.city:
                    key = city_key(place.city, place.country)
                    for spelling in (place.city, str(place)):
                        found.setdefault(fold(spelling), set()).add(key)
            self._places = {name: frozenset(keys) for name, keys in found.items()}
        places = self._places
        if isinstance(name, str) and fold(name) in places:
            return places[fold(name)]
        known = [place for place in places if ", " not in place]
        raise UnknownName(
            f"city: no city {shown(name)} in this dataset; use a name in any language of the"
            f" gazetteer{hint(name, known) or self.elsewhere(name)}"
        )

    def record(self, name: object, asked: str) -> str:
        """Return the id of a record that the dataset holds, or names without holding it.

        An empty string asks for what names none.

        Raises:
            UnknownRecord: There is none; near ids are named.
        """
        known = self._records()
        elsewhere = self.holdings.dataset.elsewhere
        if isinstance(name, str) and (not name or name in known or name in elsewhere):
            return name
        every, keyword = [*known, *elsewhere], asked.rstrip("=")
        raise UnknownRecord(
            f"{keyword}: no record with id {shown(name)}{hint(name, sorted(every), 3)}"
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every record of the dataset."""
        return tuple(self._records())

    def related(self, name: object) -> Iterable[str]:
        """Yield the keys of the records that name a record as related, or that it names."""
        key = self.record(name, "related=")
        yield key
        if key in self._records():
            for other in self._records()[key].related:
                yield f"={other}"

    def _records(self) -> dict[str, RecordLike]:
        if self._by_id is None:
            self._by_id = {record.id: record for record in self.holdings.every()}
        return self._by_id

    @staticmethod
    def act(name: object) -> str:
        """Return the key of a legal act by its numbers, in any order, or its CELEX number.

        Raises:
            UnknownName: The text holds no number.
        """
        import re

        plain = fold(name) if isinstance(name, str) else ""
        found = plain if re.fullmatch(_CELEX, plain) else act_key(plain)
        if not found:
            raise UnknownName(
                f"act={shown(name)} has no number; use the numbers of an act, such as '2008/844',"
                " or its CELEX number"
            )
        return found

    def phrase(self, text: str) -> Phrase:
        """Split a text into words that are looked for; names of actors are words of their own."""
        from .search import Phrase, Runs

        if self._runs is None:
            self._runs = Runs(self._spellings())
        return Phrase(text, self._runs)

    def beside(self, other: Names) -> Names:
        """Return the names of this dataset and of another; where they differ, this one's hold."""
        from .._dataset.holdings import InMemory

        mine, theirs = self.holdings, other.holdings
        collections = {name: (*mine.records(name), *theirs.records(name)) for name in COLLECTIONS}
        actors = {**theirs.actors, **mine.actors}
        sources = {**theirs.sources, **mine.sources}
        gaps = {gap.id: gap for gap in (*theirs.gaps, *mine.gaps)}.values()
        places = {str(place): place for place in (*theirs.places, *mine.places)}.values()
        dataset = mine.dataset.beside(theirs.dataset)
        return Names(InMemory(dataset, actors, sources, collections, gaps, places))

    @property
    def checked(self) -> When | None:
        """The day of the last check of the dataset, or None."""
        return self.holdings.dataset.checked

    @property
    def topics(self) -> Mapping[str, str]:
        """The topics of the dataset with their definitions."""
        return dict(self.holdings.dataset.topics)

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the dataset with what their figures count."""
        return dict(self.holdings.dataset.indicators)

    def _spellings(self) -> Mapping[str, tuple[str, ...]]:
        """Map each folded name, and each surname that is not also a full name, to actor ids."""
        if self._spelled is None:
            names: dict[str, dict[str, None]] = {}
            surnames: dict[str, dict[str, None]] = {}
            for actor in self.holdings.actors.values():
                for spelling in actor.spellings:
                    plain = fold(spelling)
                    names.setdefault(plain, {})[actor.id] = None
                    if actor.type == ActorType.PERSON:
                        parts = plain.split()
                        # A surname of more words than these is found as part of the name.
                        for start in range(max(1, len(parts) - _SURNAME), len(parts)):
                            surnames.setdefault(" ".join(parts[start:]), {})[actor.id] = None
            self._spelled = {key: tuple(ids) for key, ids in (surnames | names).items()}
        return self._spelled

    def _like(self, name: object) -> str:
        if not isinstance(name, str):
            return ""
        spelled = [name for actor in self.holdings.actors.values() for name in actor.spellings]
        near = hint(name, spelled, 3)
        plain = fold(name)
        found = [repr(name) for name in spelled if plain and plain in fold(name).split()][:3]
        return near or (f"; did you mean {' or '.join(found)}?" if found else "")

    def elsewhere(self, name: object) -> str:
        """Return a hint at where else a word belongs: a date, a vocabulary, an actor, a source."""
        if not isinstance(name, (bool, late.Actor, late.Source)):
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
            near = [name for name in self.indicators if dashed in name.split("_")]
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
        if word in tuple(Capacity):
            return f"; did you mean capacity={word!r}?"
        if self._places and plain in self._places:
            return f"; did you mean city={name!r}?"
        return _keyword(plain, self.holdings.sources.values())


def _keyword(plain: str, sources: Iterable[Source]) -> str:
    """Return a hint at the keyword of a word: confidence, scope, collection, source."""
    closed: dict[str, Iterable[str]] = {
        "confidence": Confidence,
        "scope": Scope,
    }
    if plain in COLLECTIONS:
        return f"; did you mean the query {plain}()?"
    for name, known in closed.items():
        if plain in tuple(known):
            return f"; did you mean {name}={plain!r}?"
    for source in sources:
        if plain in (fold(source.id), fold(source.voice), fold(source.publisher)):
            return f"; did you mean source={plain!r}?"
    return ""
