"""What a dataset says of itself, and what it holds."""

from __future__ import annotations

from attrs import frozen

from ._shape import Checked, kebab
from .actors import Actor
from .errors import InvalidData, Problem, shown
from .model import COLLECTIONS, Record, kind
from .provenance import Source
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Dataset", "Held", "Holdings", "gather", "wrong_references"]

#: The version of the layout on disk.
SCHEMA = 1


@frozen(kw_only=True)
class Dataset(Checked):
    """What a dataset says of itself: the file `dataset.json`.

    Attributes:
        schema: Version of the layout on disk.
        version: Version of the data, or empty.
        checked: Day of the last check; nothing is certain after it. None where not known.
        title: What it is called, or empty.
        licences: Pairs of a part and its SPDX licence.
        citation: How to cite it, or empty.
        topics: Pairs of a topic and its definition.
        indicators: Pairs of an indicator and its definition.
        elsewhere: Ids that the records name and the dataset does not hold.
    """

    schema: int = SCHEMA
    version: str = ""
    checked: When | None = None
    title: str = ""
    licences: tuple[tuple[str, str], ...] = ()
    citation: str = ""
    topics: tuple[tuple[str, str], ...] = ()
    indicators: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[str, ...] = ()

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if self.schema != SCHEMA:
            yield "schema", self.schema, f"{SCHEMA}, the layout that this version reads"
        for word, _ in self.topics:
            if not kebab(word):
                yield "topics", word, "lowercase kebab-case"


class Holdings:
    """What a dataset holds; the parent of what is read at once and what is read when asked."""

    dataset: Dataset
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]

    def records(self, collection: str) -> tuple[Record, ...]:
        """Give the records of a collection, by `sort_key` and id."""
        raise NotImplementedError

    def every(self) -> Iterator[Record]:
        """Give every record, collection by collection."""
        for collection in COLLECTIONS:
            yield from self.records(collection)


class Held(Holdings):
    """Holdings that are wholly in memory."""

    def __init__(
        self,
        dataset: Dataset,
        actors: Mapping[str, Actor],
        sources: Mapping[str, Source],
        collections: Mapping[str, Iterable[Record]],
    ) -> None:
        """Sort the records of each collection; the checks are the caller's."""
        self.dataset = dataset
        self.actors = actors
        self.sources = sources
        self._collections = {
            name: tuple(sorted(found, key=lambda record: (record.sort_key, record.id)))
            for name, found in collections.items()
        }

    def records(self, collection: str) -> tuple[Record, ...]:
        """Give the records of a collection, by `sort_key` and id."""
        return self._collections.get(collection, ())


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
        one: Actor | Source | Record
        for one in people(record):
            if actors.setdefault(one.id, one) != one:
                wrong.append(Problem(f"two actors with the id {one.id!r}", "one", "", record.id))
        for one in record.sources:
            if sources.setdefault(one.id, one) != one:
                wrong.append(Problem(f"two sources with the id {one.id!r}", "one", "", record.id))
        if held.setdefault(record.id, record) != record:
            wrong.append(Problem(f"two records with the id {record.id!r}", "one", "", record.id))
    if wrong:
        raise InvalidData(wrong)
    collections: dict[str, list[Record]] = {}
    for record in held.values():
        collections.setdefault(record.collection, []).append(record)
    topics = dict.fromkeys(sorted({word for one in held.values() for word in one.topics}), "")
    used = {str(one.indicator) for one in collections.get("statistics", ())}  # type: ignore[attr-defined]
    elsewhere = sorted({other for one in held.values() for _, other in references(one)} - held.keys())
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


def people(record: Record) -> Iterator[Actor]:
    """Give every actor that a record carries, also in quotations and assertions."""
    for part in record.actors:
        yield part.actor
    quotation = getattr(record, "quotation", None)
    if quotation is not None:
        yield quotation.speaker
    for citation in record.citations:
        for told in citation.asserts:
            for value in told.value if isinstance(told.value, tuple) else (told.value,):
                found = getattr(value, "actor", value)
                if isinstance(found, Actor):
                    yield found


def references(record: Record) -> Iterator[tuple[str, str]]:
    """Give every id of another record that a record names, with where it stands."""
    for name in ("related", "changes"):
        for number, other in enumerate(getattr(record, name, ())):
            yield f"{name}[{number}]", other
    for name in record._references:
        if other := getattr(record, name):
            yield name, other


def wrong_references(held: Holdings, places: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """Find ids, topics and indicators that the dataset does not know.

    Args:
        held: The holdings.
        places: The file and JSON path of each record, by id.

    Returns:
        A problem for each, in the order of the records.
    """
    known = {record.id: record.collection for record in held.every()}
    elsewhere = set(held.dataset.elsewhere)
    topics, indicators = dict(held.dataset.topics), dict(held.dataset.indicators)
    wanted = {"mission": ("missions",), "changes": ("measures", "agreements")}
    for record in held.every():
        file, path = places.get(record.id, ("", ""))
        for name, other in references(record):
            allowed = wanted.get(name.partition("[")[0], tuple(COLLECTIONS))
            if other not in elsewhere and known.get(other) not in allowed:
                said = "or ".join(kind(one).__name__ + " " for one in allowed) if len(allowed) < 3 else "record "
                expected = f"the id of a {said}of the dataset, or one listed in elsewhere"
                yield Problem(shown(other), expected, f"{path}.{name}", record.id, file)
        for number, word in enumerate(record.topics):
            if word not in topics:
                yield Problem(shown(word), "a topic that dataset.json declares", f"{path}.topics[{number}]", record.id, file)
        indicator = getattr(record, "indicator", None)
        if indicator is not None and indicator not in indicators:
            yield Problem(shown(indicator), "an indicator that dataset.json declares", f"{path}.indicator", record.id, file)
