"""Parsers of BibTeX and a processor of CSL read what is cited."""

from __future__ import annotations

import json
import warnings

import bibtexparser
import pybtex.database
import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from bynl_relations import Citation as Cited
from bynl_relations import Event, Relations, Source, UnknownName, When, relations
from bynl_relations.interop.entries import key_of

HOSTILE = Source(
    "hostile", 'A "quoted" {brace} & 100% $5 #1 a_b ~^\\ @misc{x, title}',
    tier="news", url="https://example.org/{a}?b=1%20&c=~d_e#f", publisher="Brace } & Co.",
    published=When("2012-03~"),
)  # fmt: skip
OWN = Relations.of(
    [Event(id="one", title="One", kind="meeting", citations=(Cited(HOSTILE),))], title="{Mine}"
)


@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
@pytest.mark.parametrize("data", [relations, OWN], ids=["bundled", "hostile"])
def test_two_parsers_read_every_entry(data: Relations, style: str) -> None:
    text = data.cite(style, annotated=True)
    keys = {key_of(source.id) for source in data.all(claims=True).sources}

    assert set(list(pybtex.database.parse_string(text, "bibtex").entries)[1:]) == keys
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert {entry.key for entry in library.entries[1:]} == keys


def test_a_title_comes_back_as_it_was() -> None:
    entries = pybtex.database.parse_string(relations.cite(), "bibtex").entries
    plain = [source for source in relations.sources() if source.title and source.id in entries
             and not set(source.title) & set("\\{}$&#%_^~\"'")]  # fmt: skip

    assert plain
    for source in plain:
        assert entries[source.id].fields["title"] == f"{{{source.title}}}"
        assert entries[source.id].fields.get("url", "") == source.url.replace("{", "%7B").replace(
            "}", "%7D"
        )


def test_the_macros_of_months_are_known() -> None:
    entries = pybtex.database.parse_string(relations.cite(), "bibtex").entries
    checked = next(iter(entries.values()))

    assert checked.fields["month"] == f"{relations.checked.earliest:%B}"  # type: ignore[union-attr]


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "ieee"])
def test_a_style_of_csl_is_a_line_a_work(style: str) -> None:
    answer = relations.missions("NL", to="BY")
    lines = answer.cite(style).splitlines()

    assert len(lines) == 1 + len(answer.sources)
    assert relations.title.casefold() in " ".join(lines).casefold()


def test_a_style_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownName, match="or the name of a CSL style"):
        relations.missions().cite("qqqq-wwww")


@pytest.mark.parametrize("data", [relations, OWN], ids=["bundled", "hostile"])
def test_a_processor_of_csl_sets_every_item(data: Relations) -> None:
    items = json.loads(data.cite("csl-json"))
    with warnings.catch_warnings():
        # citeproc-py speaks of fields that it does not know, and of its own dependencies.
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        lines = [str(line) for line in bibliography.bibliography()]

    assert len(lines) == len(items)
    assert items[0]["title"] in " ".join(lines).replace("  ", " ")
