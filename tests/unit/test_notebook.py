"""What `%load_ext bynl_relations` completes and shows in a notebook."""

from __future__ import annotations

from html import escape
from types import SimpleNamespace

import pytest

import bynl_relations
from bynl_relations import Mission, Record, relations
from bynl_relations._notebook import after, complete
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
        ('relations.missions("Nether', "Netherlands"),
        ('relations.missions("NL", to="Бел', "Беларусь"),
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


def test_cities_complete_in_every_language_of_the_gazetteer() -> None:
    held = relations._holdings.places
    assert held
    assert "Minsk" in found('relations.events(city="Mi')


class Formatter:
    """Stands in for the formatter of IPython for HTML."""

    def __init__(self) -> None:
        self.shown: dict[type, object] = {}

    def for_type(self, kind: type, show: object) -> None:
        self.shown[kind] = show


@pytest.fixture
def shell() -> SimpleNamespace:
    """Return a stand-in for a shell with the extension loaded."""
    formatter = Formatter()
    made = SimpleNamespace(
        user_ns=dict(NAMES), Completer=SimpleNamespace(custom_matchers=[]), formatter=formatter,
        display_formatter=SimpleNamespace(formatters={"text/html": formatter}),
    )  # fmt: skip
    bynl_relations.load_ipython_extension(made)
    return made


def test_a_shell_learns_what_is_replaced_and_by_what(shell: SimpleNamespace) -> None:
    words, names = shell.Completer.custom_matchers
    inside = words(SimpleNamespace(text_until_cursor='relations.missions(kind="embassy_'))
    behind = names(SimpleNamespace(text_until_cursor='relations.missions("NL").fir'))

    assert words.matcher_api_version == names.matcher_api_version == 2
    assert words.matcher_identifier != names.matcher_identifier
    assert [word.text for word in inside["completions"]] == ["embassy_office"]
    assert (inside["matched_fragment"], inside["suppress"]) == ("embassy_", True)
    assert [word.text for word in behind["completions"]] == ["first"]
    for matcher in (words, names):
        silent = matcher(SimpleNamespace(text_until_cursor="1 + "))
        assert (silent["completions"], silent["suppress"]) == ([], False)


def test_a_record_names_its_related_records_by_their_titles(shell: SimpleNamespace) -> None:
    record = next(record for record in relations.all() if record.related)
    show = shell.formatter.shown[Record]

    assert escape(relations[record.related[0]].title) in show(record)
    shell.user_ns.clear()
    assert escape(relations[record.related[0]].title) not in show(record)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("relations.events(since=2006).fi", "first"),
        ('relations.missions("NL")[0].sea', "seat"),
        ('relations.missions("NL").first().seat.ci', "city"),
        ('relations.missions("NL").first().place.ci', "city"),
        ("relations.positions()[0].quotation.spea", "speaker"),
        ('relations.missions("NL").one().sending_state.na', "name"),
        ('relations["diplomatic-relations"].ki', "kind"),
        ('relations["no-such-record"].ti', "title"),
        ("relations[record_id].ti", "title"),
        ('relations.at("2008").mis', "missions"),
        ('relations.at("2008").missions().to_pan', "to_pandas"),
        ('relations.at("2008")["diplomatic-relations"].ti', "title"),
        ("result[0:2].on", "one"),
        ("result[0].actors[0].na", ""),
        ('len(result.where(kind="embassy").certain[0].sending_state.na', "name"),
        ('relations.actor("NL").na', "name"),
        ("relations.all()[0].ti", "title"),
        ('relations.missions(  # of (\n  "NL").fir', "first"),
        ("relations.visits().where(lambda one: (one.level)).las", ""),
        ('result.cite("text").spl', "splitlines"),
    ],
)
def test_names_complete_after_a_call_or_a_subscript(text: str, name: str) -> None:
    assert name in [*after(text, NAMES)[1], ""]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "result.fi",
        "relations.missions",
        "relations.missions().fi()",
        "nobody.missions().fi",
        "other.missions().fi",
        "(1 + 2).fi",
        "f()().fi",
        "relations.nothing().fi",
        "result.nothing[0].fi",
        "result.actors.fi()[0].na",
        "other[0].fi",
        'result.ids[0].fi"',
        "'relations.missions().fi",
        "# relations.missions().fi",
        "relations.missions().9",
        "relations.missions())).fi",
        "lambda().fi",
        "relations.describe().ke",
        "result.group_by('kind').ke",
    ],
)
def test_after_anything_else_nothing_is_offered(text: str) -> None:
    assert after(text, NAMES)[1] == []


@pytest.mark.parametrize("size", [10, 20_000])
def test_a_long_cell_is_read_in_no_time(size: int) -> None:
    assert found("relations.missions(" + '"a", (' * size) == []
    assert found("relations." * size) == []
    assert found('relations.missions(kind=["a"' + ', "a"' * size) == []
    assert after("relations.missions(" + "(" * size, NAMES)[1] == []
    assert after("relations" + ".missions()" * size + ".fi", NAMES)[1] == []
