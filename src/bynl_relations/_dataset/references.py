"""What records refer to: the actors and sources that they carry, the records that they name."""

from __future__ import annotations

from array import array
from operator import attrgetter
from typing import cast

from attrs import evolve, frozen

from ..actors import Actor
from ..errors import InvalidData, shown
from ..model import COLLECTIONS, Record, kind
from ..problems import Problem
from ..provenance import Source
from .holdings import Held
from .metadata import Dataset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..quotations import Quotation
    from .holdings import Holdings

__all__ = ["Part", "Places", "gather", "own", "people", "references", "wrong_references"]


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
    elsewhere = sorted(
        {other for one in held.values() for _, other in references(one)} - held.keys()
    )
    said = Dataset(
        version=dataset.version,
        checked=dataset.checked,
        title=dataset.title,
        licences=dataset.licences,
        citation=dataset.citation,
        topics=tuple((topics | dict(dataset.topics)).items()),
        indicators=tuple((dict.fromkeys(sorted(used), "") | dict(dataset.indicators)).items()),
        elsewhere=tuple(elsewhere),
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
    elsewhere = {other for record in every for _, other in references(record)}
    return Held(
        evolve(dataset, elsewhere=tuple(sorted(elsewhere))),
        {one.id: one for record in every for one in people(record)},
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
                expected = "a topic that dataset.json declares"
                yield told(record, f"topics[{number}]", word, expected)
    for record in held.records("statistics"):
        word = cast("str", attrgetter("indicator")(record))
        if word not in indicators:
            yield told(record, "indicator", word, "an indicator that dataset.json declares")
