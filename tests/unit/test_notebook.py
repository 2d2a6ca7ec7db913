"""Inside quotes a notebook completes words that the query takes."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import bynl_relations
from bynl_relations import Mission, relations
from bynl_relations._notebook import complete
from bynl_relations.testing import make, make_relations

NAMES = {"relations": relations, "result": relations.missions(), "other": object()}


def found(text: str) -> list[str]:
    return complete(text, NAMES)[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('relations.missions(kind="emb', "embassy_office"),
        ("relations.missions(kind='emb", "embassy_office"),
        ('relations.missions("NL", to="BY", kind="', "honorary_consulate"),
        ('relations.missions(kind=["embassy", "', "consulate"),
        ('x = relations.measures(\n    "EU",\n    effect="', "suspends"),
        ("relations.missions(  # it's of\n  kind='emb", "embassy"),
        ('relations.missions(kind=("embassy", ("', "consulate"),
        ('len(relations.visits(level="m', "minister"),
        ('relations.all(topic="tr', "trade"),
        ('relations.all(collection="m', "measures"),
        ('relations.statistics(indicator="goods_', "goods_by_to_nl"),
        ('relations.missions("', "NL"),
        ('relations.visits(to="maxime-v', "maxime-verhagen"),
        ('relations.actor("maxime-v', "maxime-verhagen"),
        ('relations.events(source="wiki', "wikipedia"),
        ('relations.according_to("wiki', "wikipedia"),
        ('relations.kinds("mis', "missions"),
        ('relations.events(match="c', "certain"),
        ('relations.sources(tier="p', "primary"),
        ('relations.actors(type="u', "union"),
        ('result.where(kind="emb', "embassy"),
        ('result.where(lambda one: bool(one), confidence="h', "high"),
        ('relations.cite("csl', "csl-json"),
        ('result.cite("csl', "csl-json"),
        ('result.cite(style="te', "text"),
        ('result.to_pandas("ci', "citations"),
        ('result.to_arrow(table="rec', "records"),
        ('result.group_by("se', "sending_state"),
        ('result.sort("res', "resident"),
        ('relations.events(capacity="foreign_min', "foreign_minister"),
        ('relations.events(city="Mins', "Minsk"),
        ('relations.events(related="by-embassy-the', "by-embassy-the-hague"),
        ('relations.measures(changes="eu-travel-ban-20', "eu-travel-ban-2006"),
        ('relations.statistics(reporter="N', "NL"),
        ('relations.events(all_of=["NL", "B', "BY"),
    ],
)
def test_words_of_the_query_complete(text: str, word: str) -> None:
    assert word in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "relations",
        "relations.missions(",
        "relations.missions(kind=",
        'relations.missions(kind="embassy")',
        'relations.missions(kind="embassy", ',
        'relations.missions(text="emb',
        'nobody.missions(kind="emb',
        'other.missions(kind="emb',
        'other.cite("te',
        'result.group_by("emb',
        'result.to_csv("rec',
        'result.where(table="rec',
        'relations.missions(style="te',
        'relations.missions(kind="zzz',
        'print("relations',
        'relations.missions(text=str("emb',
        'relations.missions("NL", "',
        '["NL", "',
        'relations.missions(  # of "NL',
        'relations.missions("NL")) + ("',
    ],
)
def test_elsewhere_nothing_is_offered(text: str) -> None:
    assert found(text) == []


def test_the_words_are_those_of_the_dataset() -> None:
    mine = make_relations(make(Mission, topics=("own-topic",)))

    assert complete('mine.all(topic="', {"mine": mine}) == ("", ["own-topic"])


def test_a_shell_is_told_once_what_is_replaced_and_by_what() -> None:
    shell = SimpleNamespace(user_ns=NAMES, Completer=SimpleNamespace(custom_matchers=[]))
    bynl_relations.load_ipython_extension(shell)
    (matcher,) = shell.Completer.custom_matchers
    told = matcher(SimpleNamespace(text_until_cursor='relations.missions(kind="embassy_'))
    silent = matcher(SimpleNamespace(text_until_cursor="1 + "))

    assert matcher.matcher_api_version == 2
    assert [one.text for one in told["completions"]] == ["embassy_office"]
    assert (told["matched_fragment"], told["suppress"]) == ("embassy_", True)
    assert (silent["completions"], silent["suppress"]) == ([], False)


@pytest.mark.parametrize("size", [10, 20_000])
def test_a_long_cell_is_read_in_no_time(size: int) -> None:
    assert found("relations.missions(" + '"a", (' * size) == []
    assert found("relations." * size) == []
    assert found('relations.missions(kind=["a"' + ', "a"' * size) == []
