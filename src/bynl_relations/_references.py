"""What records refer to: the actors and sources that they carry, the records that they name."""

from __future__ import annotations

from attrs import evolve

from ._dataset import Dataset
from ._holdings import Held
from .actors import Actor
from .errors import InvalidData, shown
from .model import COLLECTIONS, Record, kind
from .problems import Problem
from .provenance import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ._holdings import Holdings

__all__ = ["gather", "own", "people", "references", "wrong_references"]


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
    for part in record.actors:
        yield part.actor
    quotation = getattr(record, "quotation", None)
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
    for name in ("related", "changes"):
        for number, other in enumerate(getattr(record, name, ())):
            yield f"{name}[{number}]", other
    for name in record._references:
        if other := getattr(record, name):
            yield name, other


def wrong_references(
    held: Holdings, places: Mapping[str, tuple[str, str]], known: Mapping[str, str] | None
) -> Iterator[Problem]:
    """Find ids, topics and indicators that the dataset does not know.

    Args:
        held: The holdings.
        places: The file and JSON path of each record, by id.
        known: The collection of each id; None where not every id is known.

    Returns:
        A problem for each, in the order of the records.
    """
    elsewhere = set(held.dataset.elsewhere)
    topics, indicators = dict(held.dataset.topics), dict(held.dataset.indicators)
    any_kind = tuple(COLLECTIONS)
    wanted = {"mission": ("missions",), "changes": ("measures", "agreements")}
    for record in held.every():
        file, path = places.get(record.id, ("", ""))
        for name, other in references(record) if known is not None else ():
            allowed = wanted.get(name.partition("[")[0], any_kind)
            if other not in elsewhere and (known or {}).get(other) not in allowed:
                said = (
                    "or ".join(kind(one).__name__ + " " for one in allowed)
                    if len(allowed) < 3
                    else "record "
                )
                expected = f"the id of a {said}of the dataset, or one listed in elsewhere"
                yield Problem(shown(other), expected, f"{path}.{name}", record.id, file)
        for number, word in enumerate(record.topics):
            if word not in topics:
                yield Problem(
                    shown(word),
                    "a topic that dataset.json declares",
                    f"{path}.topics[{number}]",
                    record.id,
                    file,
                )
        indicator = getattr(record, "indicator", None)
        if indicator is not None and indicator not in indicators:
            yield Problem(
                shown(indicator),
                "an indicator that dataset.json declares",
                f"{path}.indicator",
                record.id,
                file,
            )
