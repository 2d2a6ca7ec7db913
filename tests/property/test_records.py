"""Laws that hold for every record of every kind, and for every dataset."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import ACTORS, NUMBERS, QUOTATIONS, RECORDS, SOURCES

from bynl_relations import (
    Citation,
    InvalidData,
    Record,
    Relations,
    Source,
    Statistic,
    converter,
    relations,
)
from bynl_relations._conversion.converter import converter as converter_for
from bynl_relations._conversion.json_text import parse, text
from bynl_relations._dataset.document import document, parts
from bynl_relations._dataset.holdings import Holdings
from bynl_relations._dataset.reader import read, read_document
from bynl_relations._dataset.writer import write
from bynl_relations.model import COLLECTIONS, kind

CONVERTER = converter()
CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]
SLOW = settings(suppress_health_check=CALM, max_examples=30)
FEW = settings(suppress_health_check=CALM, max_examples=10)


def apart(records: list[Record]) -> list[Record]:
    """Return every record ids of its own, and its actors and sources too."""
    for number, record in enumerate(records):
        plain = record.to_dict()
        set_apart(plain, str(number))
        records[number] = type(record).from_dict(plain)
    return records


def set_apart(plain: object, end: str) -> None:
    """Set apart the ids of everything inside a plain value."""
    count = [0]

    def visit(value: object) -> None:
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, (dict, list)):
                visit(inner)
        if isinstance(value, dict) and "id" in value:
            value["id"] = f"x{end}-{count[0]}"
            count[0] += 1

    visit(plain)


@SLOW
@given(RECORDS)
def test_to_dict_then_from_dict_is_the_identity(record: Record) -> None:
    plain = record.to_dict()
    back = type(record).from_dict(parse(text(plain)))

    assert record == back == CONVERTER.structure(plain, type(record))
    assert plain == back.to_dict()
    assert plain == {"collection": record.collection, **CONVERTER.unstructure(record)}
    assert list(plain) == ["collection", *(n for n in record.field_names() if n in plain)]


@SLOW
@given(RECORDS, st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_a_copy_is_equal(record: Record, protocol: int) -> None:
    copies = (
        pickle.loads(pickle.dumps(record, protocol)),
        copy.copy(record),
        copy.deepcopy(record),
        attrs.evolve(record),
    )

    for other in copies:
        assert record == other
        assert type(record) is type(other)
        assert hash(record) == hash(other)


@SLOW
@given(RECORDS, RECORDS)
def test_equality_is_that_of_all_fields(one: Record, other: Record) -> None:
    same = type(one) is type(other) and one.to_dict() == other.to_dict()

    assert same == (one == other)
    assert (one != other) is not same
    if one == other:
        assert hash(one) == hash(other)


@SLOW
@given(st.one_of(ACTORS, SOURCES, QUOTATIONS))
def test_parts_survive_the_converter_and_pickle(part: object) -> None:
    assert part == CONVERTER.structure(CONVERTER.unstructure(part), type(part))
    assert part == pickle.loads(pickle.dumps(part))
    assert hash(part) == hash(pickle.loads(pickle.dumps(part)))


@FEW
@given(st.lists(RECORDS, max_size=4).map(apart))
def test_a_dataset_that_is_written_reads_back_the_same(records: list[Record]) -> None:
    made = Relations.of(records, title="Any", version="1")
    held = made._holdings
    with TemporaryDirectory() as folder:
        write(held, folder)
        first = {file.name: file.read_bytes() for file in Path(folder).rglob("*.*")}
        back = read(folder)
        write(back, folder)
        second = {file.name: file.read_bytes() for file in Path(folder).rglob("*.*")}

    assert first == second
    assert list(held.every()) == list(back.every())
    assert (held.dataset, held.actors, held.sources) == (back.dataset, back.actors, back.sources)


@FEW
@given(st.lists(RECORDS, max_size=4).map(apart))
def test_a_document_is_canonical(records: list[Record]) -> None:
    held = Relations.of(records)._holdings
    written = "".join(document(held))

    assert written == "".join(document(read_document(written)))
    assert written == json.dumps(plain(held), ensure_ascii=False, indent=2) + "\n"


def plain(held: Holdings) -> dict[str, object]:
    """Return a dataset as the plain values that the converter makes of it."""
    whole = converter_for()
    linked = converter_for(map(kind, COLLECTIONS), held.actors, held.sources)
    made: dict[str, object] = {}
    for part in parts(held):
        if part in COLLECTIONS:
            made[part] = [linked.unstructure(one) for one in held.records(part)]
        elif part == "dataset":
            made[part] = whole.unstructure(held.dataset)
        else:
            made[part] = [whole.unstructure(one) for _, one in sorted(getattr(held, part).items())]
    return made


@given(NUMBERS)
def test_a_number_is_kept_normalised(number: object) -> None:
    figure = Statistic(id="x", title="X", indicator="x", low=number, citations=(any_citation(),))

    assert number == figure.low
    assert figure.low == Statistic.from_dict(figure.to_dict()).low
    assert str(figure.low) == str(Statistic.from_dict(figure.to_dict()).low)


def any_citation() -> object:
    """Return any citation."""
    return Citation(Source("s", "S", tier="news"))


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20) + 1, 10**20 - 1)
    | st.integers(-(10**6), 10**6).map(lambda number: number / 1000)
    | st.text(st.characters(exclude_categories=("Cs",)), max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_text_is_written_as_json_writes_it_and_read_back(value: object) -> None:
    assert json.dumps(value, ensure_ascii=False, indent=2) == text(value)
    assert json.dumps(value, ensure_ascii=False) == text(value, None)
    assert value == parse(text(value))


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_that_is_spoilt_is_told(collection: str) -> None:
    record = max(relations.all(collection=collection), key=lambda one: len(one.to_dict()))
    plain = record.to_dict()
    spoilt = {name: {"no": "value"} for name in plain}

    with pytest.raises(InvalidData) as caught:
        type(record).from_dict(spoilt)

    assert set(plain) == {one.path.split(".")[1].partition("[")[0] for one in caught.value.problems}
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
