"""What records refer to: the actors and sources that they carry, the records that they name."""

from __future__ import annotations

from array import array
from operator import attrgetter
from typing import cast

from attrs import evolve, frozen

from ._dataset import Dataset, Indicator
from ._holdings import Held
from .actors import Actor
from .errors import InvalidData, shown
from .model import COLLECTIONS, Record, kind
from .problems import Problem
from .provenance import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ._holdings import Holdings
    from .model.gaps import Gap
    from .quotations import Quotation

__all__ = ["Part", "Places", "gather", "own", "people", "references", "unheld", "wrong_agents",
           "wrong_gaps", "wrong_references"]  # fmt: skip


@frozen
class Part:
    """Where a part of a dataset stands.

    Attributes:
        name: Its name: that of a collection, `actors`, `sources` or `dataset`.
        file: The name of its file, or empty where the data is no file.
        stem: Its JSON path.
        lines: Whether it is JSON Lines.
    """

    name: str
    file: str
    stem: str = "$"
    lines: bool = False

    def path(self, number: int | None = None) -> str:
        """Give the place of the row of a number; without one, that of the part."""
        if number is None:
            return self.stem
        return f"line {number}" if self.lines else f"{self.stem}[{number}]"


class Places:
    """Where each record of a dataset stands, by its id, in a few bytes each."""

    def __init__(self) -> None:
        """Know none yet."""
        self._parts: dict[str, Part] = {}
        #: The number of each in its part, in the order in which they came.
        self._numbers = array("l")
        self._table: dict[str, int] = {}

    def add(self, id: str, part: Part, number: int) -> None:
        """Remember where the first record of an id stands."""
        if id not in self._parts:
            self._parts[id] = part
            self._numbers.append(number)

    def __contains__(self, id: str) -> bool:
        """Tell whether a record has that id."""
        return id in self._parts

    def collection(self, id: str) -> str | None:
        """Name the collection in which a record stands; None where there is none."""
        part = self._parts.get(id)
        return None if part is None else part.name

    def of(self, id: str) -> tuple[str, str]:
        """Give the file and the JSON path of a record; only where something is wrong."""
        if len(self._table) < len(self._parts):
            self._table = dict(zip(self._parts, self._numbers, strict=True))
        part = self._parts[id]
        return part.file, part.path(self._table[id])


def gather(records: Iterable[Record], dataset: Dataset) -> Held:
    """Make holdings of records, with the actors and sources that they carry.

    Args:
        records: Of any kind.
        dataset: What to say of them; topics, indicators and ids elsewhere are added.

    Raises:
        InvalidData: An id stands for two things.
    """
    wrong: list[Problem] = []
    actors: dict[str, Actor] = {}
    sources: dict[str, Source] = {}
    held: dict[str, Record] = {}
    for record in records:
        if not isinstance(record, Record) or type(record) is Record:
            wrong.append(Problem(shown(record), "a record of one of the ten kinds"))
            continue
        for actor in people(record):
            known = actors.setdefault(actor.id, actor)
            if known is not actor and known != actor:
                wrong.append(_doubled("actors", actor.id, record))
        for citation in record.citations:
            source = citation.source
            told = sources.setdefault(source.id, source)
            if told is not source and told != source:
                wrong.append(_doubled("sources", source.id, record))
        other = held.setdefault(record.id, record)
        if other is not record and other != record:
            wrong.append(_doubled("records", record.id, record))
    if wrong:
        raise InvalidData(wrong)
    collections: dict[str, list[Record]] = {}
    for record in held.values():
        collections.setdefault(record.collection, []).append(record)
    topics = dict.fromkeys(sorted({word for one in held.values() for word in one.topics}), "")
    used = {str(one.indicator) for one in collections.get("statistics", ())}  # type: ignore[attr-defined]
    said = Dataset(
        version=dataset.version,
        checked=dataset.checked,
        title=dataset.title,
        licences=dataset.licences,
        citation=dataset.citation,
        topics=tuple((topics | dict(dataset.topics)).items()),
        indicators=tuple((dict.fromkeys(sorted(used), Indicator("")) | dict(dataset.indicators)).items()),
        elsewhere=unheld(held.values(), actors),
    )
    return Held(said, dict(sorted(actors.items())), dict(sorted(sources.items())), collections)


def _doubled(what: str, id: str, record: Record) -> Problem:
    return Problem(f"two {what} with the id {id!r}", "one", "", record.id)


def own(records: Iterable[Record], dataset: Dataset) -> Held:
    """Make holdings of records without a check, for the sake of their names.

    Args:
        records: Of any kind; two of one id may differ.
        dataset: What to say of them.
    """
    every = list(records)
    collections: dict[str, list[Record]] = {}
    for record in every:
        collections.setdefault(record.collection, []).append(record)
    actors = {one.id: one for record in every for one in people(record)}
    return Held(
        evolve(dataset, elsewhere=unheld(every, actors)),
        actors,
        {one.id: one for record in every for one in record.sources},
        collections,
    )


def people(record: Record) -> Iterator[Actor]:
    """Give every actor that a record carries, also in quotations and assertions."""
    yield from record._acting()
    if hasattr(type(record), "quotation"):
        quotation: Quotation | None = attrgetter("quotation")(record)
        if quotation is not None:
            yield quotation.speaker
    for citation in record.citations:
        for told in citation.asserts:
            for value in told.value if isinstance(told.value, tuple) else (told.value,):
                found = getattr(value, "actor", getattr(value, "speaker", value))
                if isinstance(found, Actor):
                    yield found


def references(record: Record) -> Iterator[tuple[str, str]]:
    """Give every id of another record that a record names, with where it stands."""
    for name in record._mentions:
        for number, other in enumerate(getattr(record, name)):
            yield f"{name}[{number}]", other
    for name in record._references:
        if other := getattr(record, name):
            yield name, other


def unheld(records: Collection[Record], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Return the sorted ids that records and actors name and that are not among them."""
    named = {other for record in records for _, other in references(record)}
    agents = {other for actor in actors.values() for other in actor.acts_for}
    return tuple(sorted((named - {record.id for record in records}) | (agents - actors.keys())))


def wrong_agents(held: Holdings, places: Places, *, whole: bool) -> Iterator[Problem]:
    """Find ids in `acts_for` that the dataset does not know, and circles of them.

    Args:
        held: The holdings.
        places: Where each actor stands, also those that were not built.
        whole: Whether every id is known; else none is reported as unknown.

    Returns:
        A problem for each, in the order of the actors; a circle is reported once.
    """
    elsewhere = set(held.dataset.elsewhere)
    circles = dict(_circles(held.actors))
    for actor in held.actors.values():
        for number, other in enumerate(actor.acts_for):
            expected = ""
            if whole and other not in places and other not in elsewhere:
                expected = "the id of an actor of the dataset, or one listed in elsewhere"
            elif (actor.id, number) in circles:
                expected = f"an actor that does not act for {actor.id!r} in turn"
            if expected:
                file, path = places.of(actor.id)
                at = f"{path}.acts_for[{number}]"
                yield Problem(shown(other), expected, at, actor.id, file)


def _circles(actors: Mapping[str, Actor]) -> Iterator[tuple[tuple[str, int], str]]:
    """Find each `acts_for` that closes a circle: the actor, the number, and whom it names."""
    done: set[str] = set()
    for first in actors:
        path: dict[str, Iterator[tuple[int, str]]] = {}
        rest = [first] if first not in done else []
        while rest:
            at = rest[-1]
            if at not in path:
                path[at] = iter(enumerate(actors[at].acts_for))
            for number, other in path[at]:
                if other in path:
                    yield (at, number), other
                elif other in actors and other not in done:
                    rest.append(other)
                    break
            else:
                done.add(at)
                del path[rest.pop()]


def wrong_gaps(
    dataset: Dataset, gaps: Iterable[tuple[int, Gap]], part: Part
) -> Iterator[Problem]:
    """Find topics of gaps that the dataset does not declare."""
    topics = dict(dataset.topics)
    for row, gap in gaps:
        for number, word in enumerate(gap.topics):
            if word not in topics:
                at = f"{part.path(row)}.topics[{number}]"
                yield Problem(shown(word), _TOPIC, at, gap.id, part.file)


_TOPIC = "a topic that dataset.json declares"


def wrong_references(held: Holdings, places: Places, *, whole: bool) -> Iterator[Problem]:
    """Find ids, topics and indicators that the dataset does not know.

    Args:
        held: The holdings.
        places: Where each record stands, also those that were not built.
        whole: Whether every id is known; else none is told as unknown.

    Returns:
        A problem for each, in the order of the records.
    """
    elsewhere = set(held.dataset.elsewhere)
    topics, indicators = dict(held.dataset.topics), dict(held.dataset.indicators)
    any_kind = tuple(COLLECTIONS)
    wanted = {"mission": ("missions",), "changes": ("measures", "agreements")}

    def told(record: Record, at: str, found: str, expected: str) -> Problem:
        file, path = places.of(record.id)
        return Problem(shown(found), expected, f"{path}.{at}", record.id, file)

    for record in held.every():
        for name, other in references(record) if whole else ():
            allowed = wanted.get(name.partition("[")[0], any_kind)
            if places.collection(other) not in allowed and other not in elsewhere:
                kinds = [kind(one).__name__ for one in allowed] if len(allowed) < 3 else ["record"]
                named = f"the id of a {' or '.join(kinds)} of the dataset"
                yield told(record, name, other, f"{named}, or one listed in elsewhere")
        for number, word in enumerate(record.topics):
            if word not in topics:
                yield told(record, f"topics[{number}]", word, _TOPIC)
    for record in held.records("statistics"):
        word = cast("str", attrgetter("indicator")(record))
        if word not in indicators:
            yield told(record, "indicator", word, "an indicator that dataset.json declares")
