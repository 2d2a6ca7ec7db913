"""Bibliographies: the dataset and the sources, each once, dates no finer than known."""

from __future__ import annotations

import json
import re

import pytest

from bynl_relations import Citation, Event, Relations, Source, UnknownName, When, relations
from bynl_relations._dataset.metadata import Metadata
from bynl_relations.interop.citations import cite

DATA = Metadata(
    title="Notes on cats",
    version="3",
    checked=When("2024-05-06"),
    licences=(("code", "MIT"), ("data", "CC0-1.0")),
    citation="A. Author: Notes on cats. Version 3.",
)
PAPER = Source(
    "paper", "Cats & {dogs}: 100% $5 #1 a_b ~^\\", tier="news", url="https://example.org/{a}_%20#x",
    publisher="The Paper & Co.", published=When("2012-03~"), language="en",
    accessed=When("2020-01-02"),
)  # fmt: skip
BARE = Source("bare", "Bare", tier="primary")


def dated(edtf: str) -> Source:
    """Give a source of a date."""
    return Source("one", "One", tier="primary", published=When(edtf))


def bibtex_date(edtf: str) -> dict[str, str]:
    """Give the fields of BibTeX that tell a date."""
    entry = cite([dated(edtf)], None, "bibtex")
    return dict(re.findall(r"^  (date|year|month) = (.*),$", entry, re.MULTILINE))


def csl_date(edtf: str) -> object:
    """Give the date of a source in CSL-JSON."""
    return json.loads(cite([dated(edtf)], None, "csl-json"))[0]["issued"]


def test_bibtex_tells_the_dataset_then_the_sources() -> None:
    assert cite([BARE], DATA, "bibtex") == (
        "@misc{notes-on-cats,\n"
        "  author = {{A. Author}},\n"
        "  title = {{Notes on cats}},\n"
        "  howpublished = {Data set},\n"
        "  date = {2024-05-06},\n"
        "  year = {2024},\n"
        "  month = may,\n"
        "  note = {Version 3. Last checked 6 May 2024. Licence CC0-1.0},\n"
        "}\n"
        "\n"
        "@misc{bare,\n"
        "  title = {{Bare}},\n"
        "}\n"
    )


def test_the_signs_of_latex_are_escaped_and_addresses_stay_whole() -> None:
    entry = cite([PAPER], None, "bibtex")

    assert (
        r"title = {{Cats \& \textbraceleft{}dogs\textbraceright{}: 100\% \$5 \#1 a\_b "
        r"\textasciitilde{}\textasciicircum{}\textbackslash{}}}," in entry
    )
    assert "url = {https://example.org/%7Ba%7D_%20#x}," in entry
    assert r"howpublished = {The Paper \& Co.}," in entry
    assert "urldate = {2020-01-02}," in entry
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(
    ("edtf", "fields"),
    [
        ("2012-03-04", {"date": "{2012-03-04}", "year": "{2012}", "month": "mar"}),
        ("2012", {"date": "{2012}", "year": "{2012}"}),
        ("2012-03~", {"date": "{2012-03~}", "year": "{c. 2012}"}),
        ("2012-03?", {"date": "{2012-03?}", "year": "{2012?}"}),
        ("2012%", {"date": "{2012%}", "year": "{c. 2012?}"}),
        ("201X", {"date": "{201X}"}),
        ("2012/2014", {"date": "{2012/2014}"}),
        ("2012/..", {"date": "{2012/..}"}),
    ],
)
def test_bibtex_invents_no_precision(edtf: str, fields: dict[str, str]) -> None:
    assert bibtex_date(edtf) == fields


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2012-03-04", {"date-parts": [[2012, 3, 4]]}),
        ("2012", {"date-parts": [[2012]]}),
        ("2012-XX", {"date-parts": [[2012]]}),
        ("2012-03~", {"date-parts": [[2012, 3]], "circa": True}),
        ("2012/2014-05", {"date-parts": [[2012], [2014, 5]]}),
        ("201X", {"literal": "2010s"}),
        ("2012/..", {"literal": "2012 to date"}),
    ],
)
def test_csl_invents_no_precision(edtf: str, date: dict[str, object]) -> None:
    assert csl_date(edtf) == date


def test_csl_names_container_or_publisher() -> None:
    data, paper, bare = json.loads(cite([PAPER, BARE], DATA, "csl-json"))

    assert data == {
        "id": "notes-on-cats",
        "type": "dataset",
        "author": [{"literal": "A. Author"}],
        "title": "Notes on cats",
        "version": "3",
        "issued": {"date-parts": [[2024, 5, 6]]},
        "note": "Version 3. Last checked 6 May 2024. Licence CC0-1.0",
    }
    assert (paper["type"], paper["container-title"]) == ("article-newspaper", "The Paper & Co.")
    assert paper["URL"] == PAPER.url
    assert paper["accessed"] == {"date-parts": [[2020, 1, 2]]}
    assert bare == {"id": "bare", "type": "document", "title": "Bare"}


def test_text_is_a_line_a_work() -> None:
    assert cite([PAPER, BARE], DATA, "text").splitlines() == [
        "A. Author. Notes on cats. Data set. Version 3. Last checked 6 May 2024. Licence CC0-1.0.",
        "",
        (
            "The Paper & Co. (about March 2012). “Cats & {dogs}: 100% $5 #1 a_b ~^\\”. "
            "https://example.org/{a}_%20#x. Accessed 2 January 2020."
        ),
        "(no date). “Bare”.",
    ]
    assert cite([], None, "text") == ""


def test_a_dataset_that_says_nothing_of_itself_is_still_cited() -> None:
    assert cite([], Metadata(), "text") == "Data set without a title. Data set.\n"
    assert "@misc{dataset,\n  title = {{Data set without a title}}," in cite(
        [], Metadata(), "bibtex"
    )
    assert json.loads(cite([], Metadata(), "csl-json")) == [
        {"id": "dataset", "type": "dataset", "title": "Data set without a title"}
    ]


def test_a_licence_of_no_part_called_data_is_told() -> None:
    assert "Licence MIT." in cite([], Metadata(title="A", licences=(("all", "MIT"),)), "text")


def test_a_source_with_the_key_of_the_dataset_keeps_it() -> None:
    clash = Source("notes-on-cats", "Other", tier="primary")

    assert re.findall(r"^@misc{(.*),$", cite([clash], DATA, "bibtex"), re.MULTILINE) == [
        "notes-on-cats-data",
        "notes-on-cats",
    ]


@pytest.mark.parametrize("style", ["bibtex", "csl-json", "text"])
def test_each_source_is_cited_once_and_the_same_each_time(style: str) -> None:
    records = relations.missions("NL")
    told = cite(records.sources * 2, None, style)

    assert told == cite(records.sources, None, style)


def test_a_result_cites_exactly_its_sources() -> None:
    records = relations.missions("NL")
    first, *keys = re.findall(r"^@misc{(.*),$", records.cite(), re.MULTILINE)

    assert first == "relations-between-belarus-and-the-netherlands-since-1991"
    assert keys == [source.id for source in records.sources]
    assert f"Version {relations.version}" in records.cite("text").splitlines()[0]


def test_a_record_cites_its_sources_alone() -> None:
    record = relations["diplomatic-relations"]

    assert [one["id"] for one in json.loads(record.cite("csl-json"))] == [
        source.id for source in record.sources
    ]


def test_the_dataset_cites_every_source_that_a_record_names() -> None:
    denied = (Citation(BARE), Citation(BARE, "denies"))
    event = Event(id="one", title="One", kind="meeting", claimed=True, citations=denied)
    own = Relations.of([event], title="Mine", version="1")

    assert own.cite("text") == "Mine. Data set. Version 1.\n\n(no date). “Bare”.\n"


def test_another_style_is_refused() -> None:
    with pytest.raises(UnknownName, match=r"style='bibtext'; write one of bibtex, csl-json, text"):
        relations.missions().cite("bibtext")  # type: ignore[arg-type]
