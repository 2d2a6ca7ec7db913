"""HTML and Markdown: what people see, and that no text of a record can break out."""

from __future__ import annotations

from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from bynl_relations import (
    Actor,
    Assertion,
    Citation,
    Event,
    Measure,
    Place,
    Position,
    Relations,
    Source,
    Visit,
    When,
    relations,
)
from bynl_relations._display.card import record_html, record_markdown
from bynl_relations._display.pipes import safe
from bynl_relations._display.summary import relations_html, relations_markdown
from bynl_relations._display.table_markup import records_html, records_markdown
from bynl_relations.provenance import Quotation

HOSTILE = (
    "<script>alert(1)</script>|`x`*b*_c_[d](https://e.org)![f](g)\\|$1$ www.h.org i@j.org '\"&"
)
NL = Actor("NL", "state", "Netherlands")
WIKI = Source("wiki", "Artikel", tier="encyclopedia", url="https://example.org/a?b=1&c=2", publisher="Wikipedia",
              language="nl", archived_url="https://archive.example/x")  # fmt: skip
BOOK = Source("book", "A book", tier="secondary")


def event(number=1, **fields):
    given = {"id": f"event-{number}", "title": f"Event {number}", "kind": "meeting"}
    return Event(**{**given, "citations": (Citation(WIKI),), "confidence": "high", **fields})


def disputed(**fields):
    contra = Citation(WIKI, "contradicts", "Says 1994.", "lead.1.1",
                      (Assertion("when", When("1994")), Assertion("place", Place("Vienna"))))  # fmt: skip
    return event(
        when=When("1992-03-24"), place=Place("Prague"), citations=(contra, Citation(BOOK)),
        rationale="The act says so.", **fields,
    )  # fmt: skip


def hostile(**fields):
    """A record as no constructor would build it."""
    source = SimpleNamespace(
        id=HOSTILE, title=HOSTILE, label=HOSTILE, publisher=HOSTILE, name=HOSTILE, language='x" onclick="y',
        url="javascript:alert(1)", archived_url="javascript:alert(2)", published=HOSTILE, tier=HOSTILE,
    )  # fmt: skip
    citation = SimpleNamespace(
        source=source, stance=HOSTILE, says=HOSTILE, locator=HOSTILE, asserts=()
    )
    given = dict.fromkeys(("id", "title", "summary", "notes", "collection", "confidence"), HOSTILE)
    given |= dict.fromkeys(("scope", "when", "place", "kind", "own"), HOSTILE)
    given |= {"attested": (HOSTILE,), "topics": (HOSTILE,), "related": (HOSTILE,),
              "participants": (HOSTILE,), "citations": (citation,), "claimed": True, "disputed": True,
              "disputes": (SimpleNamespace(field="own", value=HOSTILE, rationale=HOSTILE,
                                           others=((HOSTILE + "2", (source,)),)),),
              "sort_key": (1, 1, ""), "field_names": lambda: ("id", "own"),
              "own_names": lambda: ("own",)}  # fmt: skip
    return SimpleNamespace(**{**given, **fields})


class Result(tuple):
    hints, gaps = (), ()

    """A result as no query would give it."""

    __slots__ = ()
    asked = version = HOSTILE
    windows = ()
    certain = ()
    undated = 0


class Page(HTMLParser):
    """Reads HTML and insists that every element is closed in its turn."""

    VOID = ("br",)

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.links, self.text, self.attributes = [], [], [], "", []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


SHOWN = {
    "record": lambda: record_html(hostile()),
    "result": lambda: records_html(Result([hostile(), hostile()])),
    "nothing": lambda: records_html(Result()),
    "dataset": lambda: relations_html(dataset()),
}


def dataset():
    return SimpleNamespace(
        title=HOSTILE, version=HOSTILE, checked=HOSTILE, sources=tuple,
        all=lambda *, claims: Result([hostile()] * claims), disputes=lambda: Result([hostile()]),
    )  # fmt: skip


@pytest.mark.parametrize("shown", SHOWN)
def test_no_text_becomes_html(shown):
    page = Page(SHOWN[shown]())
    assert "script" not in page.tags
    assert page.links == []
    assert HOSTILE in page.text
    assert not [name for name, _ in page.attributes if name.startswith("on")]


def test_only_http_addresses_become_links():
    links = Page(record_html(event())).links
    assert links == [
        {"href": "https://example.org/a?b=1&c=2", "rel": "noopener"},
        {"href": "https://archive.example/x", "rel": "noopener"},
    ]


def test_a_result_is_a_table_with_a_caption_and_named_columns():
    made = Relations.of([disputed(), event(2)], title="Mine", version="7").all(since=1990)
    text = made._repr_html_()
    assert Page(text).tags[:3] == ["table", "caption", "code"]
    assert "1 record: 1 certain, 0 possible; 1 undated left out; data 7</caption>" in text
    assert text.count('<th scope="col"') == 6
    assert text.count('<th scope="row"') == 1
    assert "1992-03-24 ≠ 1994 (Wikipedia)" in text
    assert "<div>place: Prague ≠ Vienna (Wikipedia)</div>" in text


def test_a_row_links_all_sources_with_their_language_those_that_support_it_first():
    text = records_html(Relations.of([disputed()]).all())
    assert [link["href"] for link in Page(text).links] == [WIKI.url]
    assert "><cite>A book</cite>; <a " in text
    assert "<cite>Wikipedia</cite></a> (nl)</td>" in text


def test_of_many_sources_the_further_ones_can_be_opened():
    many = tuple(Citation(Source(f"s{n}", f"S{n}", tier="news")) for n in range(5))
    text = records_html(Relations.of([event(citations=many)]).all())
    assert "<cite>S2</cite><details><summary>and 2 more</summary><cite>S3</cite>; " in text


def test_a_row_says_in_a_word_whether_it_is_certain():
    made = Relations.of([event(1, when=When("2006")), event(2, when=When("2006-05"))])
    asked = made.all(since="2006-03")
    assert records_html(asked).count("<em>possible</em>") == 1
    assert [row.split(" | ")[1] for row in asked.to_markdown().splitlines()[2:]] == [
        "Certain", "---", "possible", "yes"]  # fmt: skip


def test_a_visit_shows_who_and_whom():
    record = Visit(id="v", title="V", level="other", visitors=(NL,), hosts=(NL,),
                 citations=(Citation(WIKI),))  # fmt: skip
    assert "<div>Netherlands → Netherlands</div>" in records_html(Relations.of([record]).all())


def test_related_records_are_named_by_their_titles_where_these_are_known():
    record = event(related=("first-event", "second-event"))
    text = record_html(record, {"first-event": "The <first>"})
    assert ">first-event</code> The &lt;first&gt;</li><li><code" in text
    assert ">second-event</code></li>" in text


def test_the_confidence_has_a_column_where_it_is_not_high():
    assert ">Confidence</th>" not in records_html(Relations.of([event()]).all())
    assert ">Confidence</th>" in records_html(Relations.of([event(confidence="low")]).all())


def test_the_title_keeps_room_beside_long_ids():
    text = records_html(Relations.of([event()]).all())
    assert 'min-width:min(22em,25vw)">Title</th>' in text
    assert text.count("min-width") == 1


def test_ids_of_other_records_are_shown_as_ids():
    fields = {"holders": (NL,), "attitude": "urges", "subject": "visas", "about": "a-ban"}
    record = Position(id="p", title="P", citations=(Citation(WIKI),), **fields)
    assert '<code style="white-space:nowrap">a-ban</code>' in record._repr_html_()
    assert "| About | `a-ban` |" in record._repr_markdown_()
    change = Measure(id="m", title="M", kind="tax", effect="lifts", imposed_by=(NL,),
                     changes=("one-tax", "two-tax"), citations=(Citation(WIKI),))  # fmt: skip
    assert "| Changes | `one-tax`, `two-tax` |" in change._repr_markdown_()


def test_a_long_result_says_how_many_it_leaves_out():
    many = Relations.of([event(n, when=When(str(1990 + n))) for n in range(30)]).all()
    assert "| … 10 more … |  |  |  |  |  |  |" in records_markdown(many).splitlines()
    assert len(records_markdown(many).splitlines()) == 2 + 2 + 21


def test_the_rows_between_can_be_opened_up_to_a_hundred():
    few = Relations.of([event(n, when=When(str(1800 + n))) for n in range(30)]).all()
    page = Page(records_html(few))
    assert page.tags.count("details") == 1
    assert all(f"Event {number}" in page.text for number in range(30))
    assert "slice" not in page.text
    many = Relations.of([event(n, when=When(str(1800 + n))) for n in range(150)]).all()
    assert "… 130 more …</summary>" in records_html(many)
    assert "<p>… 30 more: ask for them with a slice …</p>" in records_html(many)


def test_an_empty_result_says_what_could_be_tried():
    nothing = Relations.of([event()], title="Mine").all(scope="context")
    assert Page(nothing._repr_html_()).tags == ["p", "code", "br", "br"]
    assert "&lt;Mine&gt;.all(scope=&#x27;context&#x27;)" in nothing._repr_html_()
    assert nothing._repr_markdown_().splitlines()[2].startswith("Nothing fits. Try claims=True")


def test_no_colour_is_set_and_every_cell_is_aligned_left():
    for shown in (relations, relations.events(), relations["diplomatic-relations"]):
        text = shown._repr_html_()
        assert "color" not in text
        assert "background" not in text
        assert text.count("<td ") + text.count("<th ") <= text.count('style="text-align:left')
        assert "<td>" not in text


def test_a_record_tells_who_says_what_in_which_language():
    text = disputed(related=("other-event",))._repr_html_()
    assert '<cite lang="nl">Artikel</cite>' in text
    assert "<cite>A book</cite>" in text
    assert "contradicts, at lead.1.1" in text
    assert "Says 1994. (when: 1994; place: Vienna)" in text
    assert "<li>when: 1992-03-24 ≠ 1994 (Wikipedia)</li>" in text
    assert "The act says so." in text
    assert "other-event</code>" in text
    assert "event-1</code>" in text


def test_a_quotation_keeps_its_language_and_speaker():
    record = Position(
        id="p", title="P", citations=(Citation(WIKI),), holders=(NL,), attitude="urges",
        quotation=Quotation("Nee", "nl", Actor("jan", "person", "Jan")),
    )  # fmt: skip
    assert '<q lang="nl">Nee</q> — Jan' in record._repr_html_()
    assert "| Quotation | “Nee” — Jan |" in record._repr_markdown_()


def test_a_dataset_is_a_row_a_collection_and_its_disputes():
    text = Relations.of([disputed()], title="Mine", version="7")._repr_html_()
    assert "<strong>Mine</strong><br>data 7<br>1 record; 2 sources; 1 disputed fact" in text
    assert (
        "<li><code>event-1</code>: 1992-03-24 ≠ 1994 (Wikipedia); "
        "place: Prague ≠ Vienna (Wikipedia)</li>" in text
    )
    assert "<details" not in Relations.of([event()])._repr_html_()
    assert "<code>relations.at(&#x27;2018&#x27;)</code>" in relations.at("2018")._repr_html_()


# Markdown.


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("a\\|b", r"a\\\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("`a` *b* _c_ ~d~ $e$", r"\`a\` \*b\* \_c\_ \~d\~ \$e\$"),
        ("![a](b)", r"\!\[a\](b)"),
        ("https://a.org", r"https:\//a.org"),
        ("WWW.a.org", r"WWW\.a.org"),
        ("a@b.org", "a&#64;b.org"),
        ("a\r\n| b", r"a \| b"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text, written):
    assert safe(text) == written


def test_no_text_breaks_a_markdown_table():
    for text in (record_markdown(hostile()), records_markdown(Result([hostile()]))):
        rows = [line for line in text.splitlines() if line.startswith("| ")]
        assert len({line.replace("\\\\", "").replace("\\|", "").count("|") for line in rows}) == 1
        assert "<" not in text
        assert "](" not in text.replace("\\](", "")


def test_a_dataset_in_markdown_is_safe_too():
    text = relations_markdown(dataset())
    assert "<" not in text
    assert text.splitlines()[-3:-1] == ["| Collection | Records | Years |", "| --- | --- | --- |"]


def test_a_result_in_markdown_is_a_pipe_table():
    made = Relations.of([disputed()], title="Mine", version="7").all()
    assert made.to_markdown().splitlines() == [
        "&lt;Mine&gt;.all(): 1 record; data 7",
        "",
        "| When | Certain | Kind | Title | Sources | Confidence | Id |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        (
            "| 1992-03-24 ≠ 1994 (Wikipedia) | yes | meeting | "
            "Event 1; place: Prague ≠ Vienna (Wikipedia) | "
            "[Wikipedia](<https://example.org/a?b=1&c=2>); A book |  | `event-1` |"
        ),
    ]


def test_a_record_in_markdown_lists_its_sources():
    lines = disputed(related=("other-event",))._repr_markdown_().splitlines()
    assert lines[0] == "**Event 1** (event)"
    assert "| Related | `other-event` |" in lines
    assert lines[-2:] == [
        (
            "- [Artikel](<https://example.org/a?b=1&c=2>) (Wikipedia, encyclopedia, "
            "nl, contradicts, at lead.1.1): Says 1994. (when: 1994; place: Vienna)"
        ),
        "- A book (secondary, supports)",
    ]


def test_a_pipe_in_an_address_does_not_part_a_cell():
    record = event(
        citations=(Citation(Source("s", "S", tier="news", url="https://example.org/a|b")),)
    )
    assert "(<https://example.org/a%7Cb>)" in record._repr_markdown_()


def test_a_record_has_no_empty_field():
    rows = event()._repr_markdown_().splitlines()[4:-4]
    assert [row.split(" | ")[0] for row in rows] == ["| When", "| Kind", "| Confidence", "| Scope",
                                                     "| Id"]  # fmt: skip


def test_sightings_beside_a_time_are_shown():
    record = event(when=When("2009/"), attested=(When("2011"), When("2013")))
    assert "| Seen | 2011, 2013 |" in record._repr_markdown_()


def test_a_claim_is_marked_in_full():
    record = event(claimed=True, citations=(Citation(BOOK), Citation(WIKI, "denies")))
    assert "| Held | no: a source claims it, better sources deny it |" in record._repr_markdown_()
    assert "better sources deny it" in record._repr_html_()


def test_the_fields_of_a_kind_are_shown_in_words():
    record = Measure(
        id="m", title="T", citations=(Citation(BOOK),), kind="travel_ban", effect="widens",
        imposed_by=(NL,), applies=(When("2008/2009"),),
    )  # fmt: skip
    rows = record._repr_markdown_().splitlines()
    assert "| Kind | widens travel ban |" in rows
    assert "| Imposed by | Netherlands |" in rows
    assert "| Applies | 2008/2009 |" in rows
    assert not [row for row in rows if row.startswith("| Effect")]


def test_a_source_that_only_has_other_values_is_shown_with_them():
    other = Citation(BOOK, "contradicts", asserts=(Assertion("place", Place("Vienna")),))
    record = event(place=Place("Prague"), citations=(Citation(WIKI), other))
    assert record._repr_markdown_().endswith("- A book (secondary, contradicts): place: Vienna")
