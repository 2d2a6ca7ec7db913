"""The page of a result: what it carries, what it may do, and that nothing in it is markup."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from bynl_relations import (
    Actor,
    Assertion,
    Citation,
    Event,
    Participant,
    Records,
    Relations,
    Statistic,
    When,
    relations,
)
from bynl_relations.testing import make, make_citation, make_source

#: What no page may pass: the page without data, its script and its style.
MOST, MOST_SCRIPT, MOST_STYLE = 60_000, 40_000, 10_000


def block(page: str, name: str) -> Any:
    """Return the data of a page from one of its blocks."""
    found = re.search(
        rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL
    )
    assert found is not None
    return json.loads(found[1])


def data(records: Records[Any] | Relations) -> Any:
    return block(records.to_html(), "data")


def only(event: Event, **said: Any) -> Any:
    """Return what a page carries of the only record of a dataset."""
    (record,) = data(Relations.of([event], **said).all(claims=True))["records"]
    return record


@pytest.fixture(scope="module")
def page() -> str:
    return relations.to_html()


def test_the_page_is_small_beside_its_data(page: str, package: Path) -> None:
    data, document = (re.search(rf'id="{name}">(.*?)</script>', page, re.DOTALL)[1]  # type: ignore[index]
                      for name in ("data", "document"))  # fmt: skip
    script = (package / "_display" / "page" / "answer.js").stat().st_size
    script += (package / "_display" / "page" / "page.js").stat().st_size

    assert len(page.encode()) - len(data.encode()) - len(document.encode()) <= MOST
    assert script <= MOST_SCRIPT
    assert (package / "_display" / "page" / "page.css").stat().st_size <= MOST_STYLE


def test_the_policy_allows_this_style_and_this_script_alone(page: str) -> None:
    policy = re.search('Content-Security-Policy" content="(.*?)"', page)[1]  # type: ignore[index]
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]  # type: ignore[index]
    script = re.search("<script>(.*?)</script>", page, re.DOTALL)[1]  # type: ignore[index]

    def allowed(text: str) -> str:
        return f"&#x27;sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}&#x27;"

    assert policy.startswith("default-src &#x27;none&#x27;;")
    assert f"script-src {allowed(script)};" in policy
    assert f"style-src {allowed(style)};" in policy
    assert "unsafe" not in policy


def test_the_page_names_no_address_but_in_its_data(page: str, package: Path) -> None:
    own = "".join(
        path.read_text(encoding="utf-8") for path in (package / "_display" / "page").glob("page.*")
    )
    own += (package / "_display" / "page" / "answer.js").read_text(encoding="utf-8")

    assert set(re.findall(r"https?://[\w.]+", own)) == {"http://www.w3.org"}
    assert not re.search(r"\b(fetch|import|XMLHttpRequest|WebSocket|innerHTML|eval)\b\s*\(?", own)
    assert page.count("<script") == 3


def test_the_whole_dataset_is_on_its_page_claims_included(page: str) -> None:
    ids = [record["id"] for record in block(page, "data")["records"]]

    assert list(relations.all(claims=True).ids) == ids
    assert Relations.from_json(json.dumps(block(page, "document"))).all(claims=True) == (
        relations.all(claims=True)
    )


def test_a_result_is_written_to_a_file(tmp_path: Path) -> None:
    missions = relations.missions("NL")
    path = tmp_path / "page.html"

    assert missions.to_html(path) is None
    assert missions.to_html() == path.read_text(encoding="utf-8")


def test_a_page_carries_the_bounds_that_a_record_has() -> None:
    for record, plain in zip(
        relations.missions(), data(relations.missions())["records"], strict=True
    ):
        assert plain.get("began") == (None if record.began is None else list(record.began))
        assert plain["stood"] == [list(period) for period in record.periods]


def test_an_actor_is_found_under_its_state_as_in_a_query() -> None:
    every = relations.all(claims=True)
    records = data(relations)["records"]
    for who in ("NL", "BY", "EU"):
        ids = [record["id"] for record in records if who in record["actors"]]

        assert list(every.where(actor=who).ids) == ids


def test_a_group_is_no_state_and_is_found_under_its_own_name_alone() -> None:
    body = Actor("a-body", "organisation", "A body")
    agent = Actor("an-agent", "person", "An agent", acts_for=("a-body", "elsewhere"))
    event = make(Event, participants=(Participant(body), Participant(agent)))

    assert only(event)["actors"] == ["a-body", "an-agent"]


def test_the_words_of_a_record_are_those_of_its_texts_and_actors() -> None:
    found = data(Relations.of([make(Event, title="Café “Zürich”", summary="Naïve")]).events())

    assert {"cafe", "zurich", "naive"} <= found["words"].keys()
    assert found["words"]["cafe"] == [0]


def test_the_positions_of_a_word_are_counted_from_the_one_before() -> None:
    events = [make(Event, f"e-{day}", when=f"2001-01-0{day}", title=title)
              for day, title in enumerate(("alpha", "beta", "alpha", "alpha"), 1)]  # fmt: skip

    assert data(Relations.of(events).events())["words"]["alpha"] == [0, 2, 1]


def test_a_version_of_a_source_holds_what_differs() -> None:
    theirs = make_citation("theirs", asserts=(Assertion("when", When("1994")),))
    event = make(Event, when="1992-03", citations=(make_citation(), theirs), rationale="So.")
    record = only(event)
    (version,) = record["versions"].values()

    assert record["disputes"] == [["when", "March 1992", [["1994", [1]]]]]
    assert (record["when"], version["when"]) == ("March 1992", "1994")
    assert (version["disputes"], version["why"]) == (None, None)
    assert "title" not in version


def test_a_source_that_asserts_nothing_has_no_version() -> None:
    assert "versions" not in only(make(Event, citations=(make_citation(),)))


def test_what_is_only_possible_in_the_window_that_was_asked_is_marked() -> None:
    events = Relations.of([make(Event, "a", when="2001"), make(Event, "b", when="2001-06-01")])
    records = data(events.events(since="2001-06"))["records"]

    assert [record.get("maybe", False) for record in records] == [True, False]


def test_what_has_no_date_says_so() -> None:
    seen = only(make(Event, when=None, attested=("2001", "2002-03")))
    unknown = only(make(Event, when=None))

    assert (seen["when"], seen["edtf"]) == ("seen 2001, March 2002", "2001, 2002-03")
    assert (unknown["when"], unknown["edtf"], unknown["days"]) == ("date unknown", "", ["", ""])
    assert "began" not in unknown


def test_statistics_differ_by_their_indicator() -> None:
    figures = data(Relations.of([make(Statistic, indicator="a_word")]).statistics())

    assert figures["records"][0]["kind"] == "a_word"
    assert figures["labels"] == {"a_word": "a word"}


def test_a_page_has_the_gaps_that_its_result_touches() -> None:
    every = relations.all(claims=True)
    some = relations.missions()

    assert [gap.id for gap in every.gaps] == [gap["id"] for gap in data(relations)["gaps"]]
    assert [gap.id for gap in some.gaps] == [gap["id"] for gap in data(some)["gaps"]]
    assert 0 < len(some.gaps) < len(every.gaps)


def test_a_dataset_that_says_nothing_of_itself_has_a_page() -> None:
    page = Relations.of([make(Event, citations=(Citation(make_source()),))]).to_html()

    assert "<title>&lt;dataset&gt;.all(claims=True)</title>" in page
    assert block(page, "data")["checked"] is None


def test_nothing_in_the_data_is_markup() -> None:
    title = '</script><!--<script>"&amp;]]>'
    page = Relations.of([make(Event, title=title)], title="<b>&").to_html()

    assert block(page, "data")["records"][0]["title"] == title
    assert "<title>&lt;b&gt;&amp;</title>" in page
    assert page.count("<script") == 3
    assert page.count("</script") == 3
    assert "<!--" not in page


def test_an_empty_result_has_a_page() -> None:
    assert data(relations.missions(where=lambda _: False))["records"] == []
