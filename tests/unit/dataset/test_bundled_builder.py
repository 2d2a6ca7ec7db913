"""What the builder makes of the bundled data equals what the converter makes, in every way."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from bynl_relations import Record, Relations, relations
from bynl_relations._conversion.builder import Cache
from bynl_relations._dataset import bundled as _bundle
from bynl_relations._dataset import reader
from bynl_relations.model import COLLECTIONS

HELD = reader.read(Path(reader.__file__).parents[1] / "data")


def test_the_builder_gives_what_the_converter_gives() -> None:
    fresh = _bundle.Bundled()

    for collection in COLLECTIONS:
        for one, other in zip(HELD.records(collection), fresh.records(collection), strict=True):
            assert one == other
            assert one.to_dict() == other.to_dict()
            assert str(getattr(one, "low", "")) == str(getattr(other, "low", ""))
    assert HELD.dataset == fresh.dataset
    assert list(HELD.actors.items()) == list(fresh.actors.items())
    assert list(HELD.sources.items()) == list(fresh.sources.items())


def test_what_it_builds_would_pass_every_check() -> None:
    for record in _bundle.Bundled().every():
        record.__attrs_post_init__()
        for citation in record.citations:
            citation.__attrs_post_init__()


@pytest.mark.parametrize(
    "copied",
    [
        lambda record: pickle.loads(pickle.dumps(record)),
        copy.copy,
        copy.deepcopy,
        attrs.evolve,
        lambda record: type(record).from_dict(record.to_dict()),
    ],
    ids=["pickle", "copy", "deepcopy", "evolve", "from_dict"],
)
def test_a_record_that_nobody_has_looked_at_copies_whole(
    copied: Callable[[Record], Record],
) -> None:
    fresh = _bundle.Bundled()

    for collection in COLLECTIONS:
        made = [copied(record) for record in fresh.records(collection)]
        assert list(HELD.records(collection)) == made
        assert list(map(hash, HELD.records(collection))) == list(map(hash, made))


def test_a_name_that_no_record_has_is_an_attribute_error() -> None:
    record = _bundle.Bundled().records("missions")[0]

    with pytest.raises(AttributeError, match="nonsense"):
        _ = record.nonsense  # type: ignore[attr-defined]


def test_actors_and_sources_are_shared() -> None:
    fresh = _bundle.Bundled()

    for record in fresh.every():
        assert all(source is fresh.sources[source.id] for source in record.sources)
        assert all(part.actor is fresh.actors[part.actor.id] for part in record.actors)


def test_a_cache_forgets_what_is_more_than_it_may_hold() -> None:
    made: list[int] = []
    cache = Cache[int, int](lambda key: made.append(key) or key, 2)

    assert [cache[key] for key in (1, 2, 1, 3, 1)] == [1, 2, 1, 3, 1]
    assert made == [1, 2, 3, 1]


def test_an_actor_that_is_not_there_is_a_key_error() -> None:
    fresh = _bundle.Bundled()

    assert "nobody" not in fresh.actors
    with pytest.raises(KeyError):
        fresh.actors["nobody"]


def test_what_another_thread_completed_meanwhile_is_taken() -> None:
    fresh = _bundle.Bundled()
    record = fresh.records("missions")[0]
    parse, text = record._rest

    parse(record, text)
    before = record.title
    parse(record, text)
    complete, row = record._rest
    complete(record, row)
    sender = record.sending_state
    complete(record, row)
    cite, rest = record._rest
    cite(record, rest)
    citations = record.citations
    cite(record, rest)

    assert record.title is before
    assert record.sending_state is sender
    assert record.citations is citations


def test_a_question_about_time_parses_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[bytes] = []
    row = _bundle.parsed
    monkeypatch.setattr(_bundle, "parsed", lambda text: parsed.append(text) or row(text))
    fresh = Relations(_bundle.Bundled())

    assert fresh.missions(since=2006).ids == relations.missions(since=2006).ids
    assert len(fresh.missions(at=2018)) == len(relations.missions(at=2018))
    assert parsed == []
    first = fresh.missions(since=2006)[0]
    title = first.title
    assert parsed == []
    assert title == relations[first.id].title
    parsed.clear()
    assert first.topics
    assert parsed[0].startswith(first.id.encode())
    assert all(text.split(b'"')[0].decode() in relations._holdings.actors for text in parsed[1:])


def test_a_title_with_an_escape_waits_for_the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _bundle.contents("events").replace(b'"title": "', b'"title": "So-called \\"', 1)
    monkeypatch.setattr("bynl_relations._dataset.rows.contents", lambda name: whole)
    first, second, *_ = _bundle.Bundled().records("events")

    assert first.title.startswith('So-called "')
    assert second.title == relations[second.id].title


def test_an_id_is_looked_for_in_one_collection_after_another() -> None:
    fresh = Relations(_bundle.Bundled())

    assert fresh["by-embassy-the-hague"].collection == "missions"
    assert {"maker", "events", "visits", "missions"} == set(fresh._holdings._parts)
    assert "no-such-id" not in fresh
    assert set(COLLECTIONS) < set(fresh._holdings._parts)
    assert list(fresh) == list(relations)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_what_is_known_of_a_row_before_it_is_parsed_is_what_stands_there(collection: str) -> None:
    for one, other in zip(
        _bundle.Bundled().records(collection), HELD.records(collection), strict=True
    ):
        known = one.id, one.title, one.when, one.attested, one.claimed
        assert one._rest[0].__name__ == "parse"
        assert known == (other.id, other.title, other.when, other.attested, other.claimed)


def test_nothing_is_kept_in_mind_once_every_record_is_whole() -> None:
    fresh = _bundle.Bundled()
    *most, last = fresh.every()

    for record in most:
        assert record.citations
    assert any(fresh._maker._minds)
    assert last.citations
    assert not any(fresh._maker._minds)
