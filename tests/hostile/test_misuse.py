"""Odd arguments, odd classes and odd orders of things: each has a plain answer."""

from __future__ import annotations

import gc
import json
import numbers
import subprocess
import sys
import warnings
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from bynl_relations import (
    Actor,
    Citation,
    Event,
    InvalidData,
    Participant,
    Record,
    Relations,
    Source,
    Statistic,
    converter,
    relations,
)
from bynl_relations.model import COLLECTIONS, kind

SOURCE = Source("s", "S", tier="news")
CITED = (Citation(SOURCE),)


def event(name: str, **fields: object) -> Event:
    """Return an event."""
    return Event(**{"id": name, "title": "E", "kind": "call", "citations": CITED} | fields)  # type: ignore[arg-type]


class Float(float):
    """A float that shows itself as one of numpy does."""

    def __repr__(self) -> str:
        return f"np.float64({float(self)})"


class Single:
    """A real number that is no float, as one of numpy with half the bits."""

    def __str__(self) -> str:
        return "0.1"


numbers.Real.register(Single)


@pytest.mark.parametrize(
    ("value", "expected"), [(Float(0.5), "0.5"), (Single(), "0.1"), (5, "5"), (Decimal(5), "5")]
)
def test_a_number_of_another_library_is_a_number(value: object, expected: str) -> None:
    made = Statistic(id="f", title="F", indicator="goods", low=value, citations=CITED)  # type: ignore[arg-type]

    assert Decimal(expected) == made.low
    assert ("f",) == Relations.of([made]).statistics(low=value).ids  # type: ignore[arg-type]
    assert Decimal(expected) == converter().structure(value, Decimal)


@pytest.mark.parametrize("value", [Fraction(1, 3), "0.5", True, 1j])
def test_what_is_not_a_decimal_number_is_reported_by_its_field(value: object) -> None:
    with pytest.raises(InvalidData) as caught:
        Statistic(id="f", title="F", indicator="goods", low=value, citations=CITED)  # type: ignore[arg-type]

    assert ["low"] == [problem.path for problem in caught.value.problems]


def test_an_attribute_error_of_a_predicate_is_the_one_that_is_raised() -> None:
    asked = relations.events(where=lambda record: record.nonsense)  # type: ignore[attr-defined]

    for look in (lambda: asked.ids, lambda: asked[0], lambda: len(asked), lambda: asked.certain):
        with pytest.raises(AttributeError, match="'Event' object has no attribute 'nonsense'"):
            look()
    with pytest.raises(AttributeError, match="'Records' object has no attribute 'nonsense'"):
        _ = relations.events().nonsense  # type: ignore[attr-defined]


def test_a_slice_may_end_where_no_sequence_does() -> None:
    assert relations.events(since=2006)[: sys.maxsize] == relations.events(since=2006)
    assert relations.events()[: 10**30] == relations.events()


def test_counts_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "from bynl_relations import relations; import json; print(json.dumps(relations.describe()))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, check=True, env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert len(said) == 1


def test_a_long_chain_of_replaced_records_is_followed() -> None:
    size = 3_000
    chain = [event(f"e-{number}", replaced_by=f"e-{number + 1}") for number in range(size)]
    data = Relations.of(
        [*chain, event(f"e-{size}"), event("a", replaced_by="b"), event("b", replaced_by="a")]
    )

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert data["e-0"].id == f"e-{size}"
        assert data["a"].id == "b"
    assert len(caught) == 2


def test_nobody_can_change_a_dataset_or_a_window() -> None:
    with pytest.raises(AttributeError, match="Relations cannot be changed: 'events'"):
        relations.events = None  # type: ignore[method-assign,assignment]
    (window,) = relations.events(since=2006).windows
    for name in ("first", "nonsense"):
        with pytest.raises(AttributeError, match="a Window cannot be changed"):
            setattr(window, name, 0)


@pytest.mark.parametrize("enabled", [True, False])
def test_a_refused_document_leaves_the_collector_as_it_was(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        with pytest.raises(InvalidData):
            Relations.from_json('{"events": [{"id": 5}]}')
        assert gc.isenabled() is enabled
    finally:
        gc.enable()


@pytest.mark.parametrize("text", [None, 5, ["{}"], {}])
def test_only_text_is_a_document(text: object) -> None:
    with pytest.raises(TypeError, match="is not a JSON document; pass its text"):
        Relations.from_json(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("most", ["5", 5.0, True, None])
def test_a_limit_is_a_whole_number(tmp_path: Path, most: object) -> None:
    if most is None:
        with pytest.raises(InvalidData):
            Relations.read(tmp_path, max_bytes=most)
    else:
        with pytest.raises(TypeError, match=r"max_bytes=.*; pass a number of bytes"):
            Relations.read(tmp_path, max_bytes=most)  # type: ignore[arg-type]


@pytest.mark.parametrize("most", [10**40, sys.maxsize, 2**63])
def test_a_limit_may_be_larger_than_any_file(tmp_path: Path, most: int) -> None:
    data = Relations.of([event("e")])
    data.write(tmp_path)

    assert Relations.read(tmp_path, max_bytes=most) == data
    assert Relations.from_json(data.to_json(), max_bytes=most) == data
    with pytest.raises(ValueError, match="max_bytes=0; pass a number of bytes, at least 1"):
        Relations.read(tmp_path, max_bytes=0)


def test_a_byte_order_mark_on_a_later_line_is_told(tmp_path: Path) -> None:
    row = {"id": "e", "title": "E", "kind": "call", "citations": [{"source": "s"}]}
    (tmp_path / "dataset.json").write_text("{}")
    (tmp_path / "sources.json").write_text('[{"id": "s", "title": "S", "tier": "news"}]')
    (tmp_path / "events.jsonl").write_text(
        f"{json.dumps(row)}\n\ufeff{json.dumps(row | {'id': 'f'})}\n"
    )

    with pytest.raises(
        InvalidData, match=r"^events\.jsonl: line 2: a byte order mark; expected none"
    ):
        Relations.read(tmp_path)


def test_an_unknown_keyword_of_a_megabyte_gives_a_short_message() -> None:
    with pytest.raises(TypeError) as caught:
        relations.events(**{"x" * 10**6: 1})  # type: ignore[arg-type]

    assert len(str(caught.value)) < 1_000


def test_what_shows_nothing_is_seen_in_a_repr() -> None:
    shown = repr(event("e", title="a\u200bb\u00adc"))

    assert r"a\u200bb\xadc" in shown
    assert shown.isprintable()


def test_a_path_reaches_the_terminal_without_its_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mb"

    with pytest.raises(InvalidData) as caught:
        Relations.read(path)
    assert str(caught.value).isprintable()


def test_json_ld_ends_no_script() -> None:
    notes = "</script><script>alert(1)</script>"
    data = Relations.of([event("e", title=notes)])

    for text in (data.to_jsonld(), data.events().to_jsonld()):
        assert "</" not in text
        assert notes in json.dumps(json.loads(text))


@attrs.frozen
class Foreign:
    """A class that is not of this library."""

    names: list[str]
    numbers: dict[str, int] = attrs.Factory(dict)
    days: frozenset[int] = frozenset()


def test_a_class_of_somebody_else_is_read_as_strictly() -> None:
    read = converter().structure({"names": ["a"], "numbers": {"b": 1}, "days": [1]}, Foreign)

    assert Foreign(["a"], {"b": 1}, frozenset({1})) == read
    with pytest.raises(InvalidData) as caught:
        converter().structure({"names": "abc", "numbers": ["b"], "days": ["x"]}, Foreign)
    assert ["$.names", "$.numbers", "$.days[0]"] == [one.path for one in caught.value.problems]
    with pytest.raises(InvalidData, match=r"^\$\.b: 'x'; expected"):
        converter().structure({"b": "x"}, dict[str, int])


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_list_in_a_constructor_is_reported_by_its_field(collection: str) -> None:
    record = relations._holdings.records(collection)[0]
    known = {
        one.name: getattr(record, one.name) for one in attrs.fields(kind(collection)) if one.init
    }

    for name, value in known.items():
        wrong = list(value) if isinstance(value, tuple) else [1]
        with pytest.raises(InvalidData) as caught:
            kind(collection)(**known | {name: wrong})
        assert name in [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("cls", "fields"),
    [
        (Actor, {"id": "a", "type": [1], "name": "A"}),
        (Source, {"id": "s", "title": "S", "tier": [1]}),
        (Source, {"id": "s", "title": "S", "tier": "news", "kind": [1]}),
        (Citation, {"source": SOURCE, "stance": [1]}),
        (Participant, {"actor": Actor("a", "person", "A"), "capacity": [1]}),
    ],
)
def test_a_list_for_a_word_is_reported_by_its_field(
    cls: type[Record], fields: dict[str, object]
) -> None:
    (wrong,) = [name for name, value in fields.items() if value == [1]]

    with pytest.raises(InvalidData) as caught:
        cls(**fields)
    assert wrong in [problem.path for problem in caught.value.problems]
