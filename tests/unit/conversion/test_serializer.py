"""What the writer makes of objects is, to the letter, the text of what the converter makes."""

from __future__ import annotations

import json

import pytest

from bynl_relations import Actor, Citation, Event, Source, Statistic, converter, relations
from bynl_relations._conversion.converter import converter as converter_for
from bynl_relations._conversion.converter import to_dict
from bynl_relations._conversion.json_text import text
from bynl_relations._conversion.serializer import Writer, joined, pieces
from bynl_relations.model import COLLECTIONS, kind

HELD = relations._holdings
LINKED = converter_for(map(kind, COLLECTIONS), HELD.actors, HELD.sources)
PLAIN = converter()
CITED = (Citation(Source("s", "S", tier="news")),)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_record_is_written_as_the_converter_has_it(collection: str) -> None:
    linked, embedding = Writer(linked=True), Writer(linked=False)

    for record in HELD.records(collection):
        assert text(LINKED.unstructure(record)) == linked.whole(record)
        assert text(LINKED.unstructure(record), None) == linked.whole(record, "")
        plain = to_dict(record)
        assert text(plain) == embedding.whole(record)
        assert text(plain, None) == embedding.whole(record, "")


def test_actors_and_sources_are_written_whole_where_they_are_asked_for() -> None:
    for one in (*relations.actors(), *relations.sources()):
        for linked in (True, False):
            assert text(PLAIN.unstructure(one)) == Writer(linked=linked).whole(one)


def test_what_a_dataset_says_of_itself_begins_with_its_schema() -> None:
    written = Writer(linked=True).whole(HELD.dataset)

    assert text(PLAIN.unstructure(HELD.dataset)) == written
    assert next(iter(json.loads(written))) == "schema"


def test_quotes_and_backslashes_are_escaped_and_letters_kept() -> None:
    title = 'a "quote", a \\ and é, Мінск'
    source = Source("s", title, tier="news")

    assert json.loads(Writer(linked=True).whole(source))["title"] == title
    assert text(PLAIN.unstructure(source)) == Writer(linked=True).whole(source)


def test_a_text_of_a_class_of_its_own_is_a_text() -> None:
    class Text(str):
        __slots__ = ()

    source = Source(
        "s", Text("A title"), tier="news", url=Text("https://a.org/"), publisher=Text("")
    )

    assert text(PLAIN.unstructure(source)) == Writer(linked=True).whole(source)


def test_a_figure_of_nothing_is_no_figure_left_out() -> None:
    none = Statistic(id="x", title="X", indicator="x", low=0, citations=CITED)

    assert json.loads(Writer(linked=True).whole(none))["low"] == 0


def test_an_event_without_anything_else_has_its_four_keys() -> None:
    bare = Event(id="e", title="E", kind="call", citations=CITED)

    assert Writer(linked=True).whole(bare, "") == (
        '{"id": "e", "title": "E", "citations": [{"source": "s"}], "kind": "call"}'
    )


def test_names_are_an_object() -> None:
    actor = Actor("NL", "state", "Netherlands", names=(("nl", "Nederland"), ("ru", "Нидерланды")))

    assert json.loads(Writer(linked=False).whole(actor))["names"] == dict(actor.names)


@pytest.mark.parametrize("rows", [[], ["1"], ["1", "2", "3"]])
def test_pieces_give_bit_by_bit_what_is_joined_at_once(rows: list[str]) -> None:
    for pad in ("\n", "\n  "):
        assert joined("[", rows, "]", pad) == "".join(pieces("[", iter(rows), "]", pad))
    assert [json.loads(joined("[", rows, "]", pad)) for pad in ("", "\n")] == [
        list(map(int, rows))
    ] * 2
