"""The page as people use it: with a mouse, with the keyboard alone, by links and on paper."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bynl_relations import Event, Relations, relations
from bynl_relations.testing import make

from .conftest import Open

ROWS = "#rows > li > details"
ID = "diplomatic-relations"


def titles(page: Page) -> list[str]:
    return page.locator(f"{ROWS} > summary .title").all_inner_texts()


def count(page: Page) -> str:
    return page.locator("#count").inner_text()


def tick(page: Page, facet: str, text: str) -> None:
    box = page.locator("#facets > details").filter(
        has=page.locator("summary", has_text=re.compile(f"^{facet}$"))
    )
    box.evaluate("box => { box.open = true }")
    box.locator("label").filter(has_text=re.compile(f"^{text}")).click()


@pytest.fixture
def page(opened: Open) -> Page:
    return opened()


def test_it_begins_with_everything(page: Page) -> None:
    claims = len(relations.all(claims=True).where(lambda one: one.claimed))

    assert page.title() == relations.title
    assert page.locator("h1").inner_text() == relations.title
    assert count(page) == f"{len(relations):,} records, {claims} claimed and not held"
    assert titles(page) == [record.title for record in relations.all(claims=True)[:100]]


def test_a_search_narrows_and_stands_in_the_address(page: Page) -> None:
    page.locator("#q").fill("Chernobyl children")
    page.wait_for_url("**#?q=Chernobyl+children")
    found = page.evaluate("bynl.answer(bynl.stateOf(location.hash)).found.length")

    assert 0 < found < len(relations)
    assert count(page).startswith(f"{found} of ")


def test_facets_narrow_and_widen(page: Page) -> None:
    tick(page, "collection", "missions")
    assert count(page).startswith(f"{len(relations.missions(claims=True))} of ")
    tick(page, "collection", "visits")
    both = len(relations.all(claims=True, collection=["missions", "visits"]))
    assert count(page).startswith(f"{both} of ")
    assert page.url.endswith("#?collection=missions&collection=visits")
    page.go_back()
    assert count(page).startswith(f"{len(relations.missions(claims=True))} of ")
    page.get_by_role("button", name="Clear all filters").click()
    assert count(page).startswith(f"{len(relations):,} records")


def test_a_long_facet_opens(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("^all .*: topic"))
    shown = page.locator("#facets > details:has(> .long) li:visible")
    button.click()

    assert shown.count() == len(
        {topic for one in relations.all(claims=True) for topic in one.topics}
    )


def test_dragging_on_the_strip_filters(page: Page) -> None:
    box = page.locator("#strip svg").bounding_box()
    assert box is not None
    years = page.evaluate("bynl.years.map(({since}) => since)")
    width = box["width"] / len(years)
    page.mouse.move(box["x"] + width * 5.5, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + width * 3.5, box["y"] + 40)
    page.mouse.up()
    found = relations.all(claims=True, since=years[3], until=years[5])

    assert page.locator("#since").input_value() == years[3]
    assert page.locator("#until").input_value() == years[5]
    assert count(page).startswith(f"{len(found)} of ")
    assert f"{len(found.possible)} only possible" in count(page)
    page.get_by_role("button", name="all years").click()
    assert count(page).startswith(f"{len(relations):,} records")


def test_the_strip_can_be_read_as_a_table(page: Page) -> None:
    page.locator("#figures > summary").click()
    row = page.locator("#figures tr").filter(has=page.locator("th", has_text=re.compile("^2006$")))
    year = relations.all(claims=True, since=2006, until=2006)

    assert row.locator("td").all_inner_texts() == [str(len(year.certain)), str(len(year.possible))]


def test_a_year_that_is_none_changes_nothing(page: Page) -> None:
    page.locator("#since").fill("soon")
    page.wait_for_timeout(200)

    assert "#" not in page.url
    assert page.locator("#since").evaluate("field => field.matches(':invalid')")


def test_a_row_opens_a_card_with_the_dispute_and_the_sources(opened: Open) -> None:
    page = opened(hash=f"#{ID}")
    record = relations[ID]
    card = page.locator(f"{ROWS}[open] .card")
    (dispute,) = record.disputes
    cells = card.locator(".dispute tbody tr").locator("th, td").all_inner_texts()

    assert page.locator(f"{ROWS}[open] > summary").evaluate("row => row === document.activeElement")
    assert card.locator(".lead").inner_text() == record.summary
    assert cells[0] == dispute.field
    assert "(Wikipedia)" in cells[2]
    assert record.rationale in card.locator(".dispute").inner_text()
    assert card.locator(".cites > li").count() == len(record.citations)
    assert card.locator(".cites a").first.get_attribute("href") == record.citations[0].source.url
    assert card.locator(".cites .mark").all_inner_texts() == [
        str(one.stance) for one in record.citations
    ]


def test_related_records_are_links_by_title(opened: Open) -> None:
    page = opened(hash=f"#{ID}")
    other = relations[relations[ID].related[0]]
    page.get_by_role("link", name=other.title).first.click()

    assert page.url.endswith(f"#{other.id}")
    expect(page.locator("summary:focus .title")).to_have_text(other.title)


def test_a_link_to_a_record_that_is_filtered_out_shows_it(opened: Open) -> None:
    page = opened(hash="#?collection=missions")
    page.evaluate(f"location.hash = '{ID}'")
    expect(page.locator(f"{ROWS}[open] .title")).to_have_text(relations[ID].title)


def test_an_unknown_id_shows_everything(opened: Open) -> None:
    assert count(opened(hash="#no-such-record")).startswith(f"{len(relations):,} records")
    assert count(opened(hash="#%E0%A4%A")).startswith(f"{len(relations):,} records")


def test_a_state_is_read_from_the_address(opened: Open) -> None:
    page = opened(hash="#?collection=missions&of=stood&since=2018&until=2018&sort=newest")
    found = relations.missions(claims=True, at="2018")

    assert page.locator("#of").input_value() == "stood"
    assert set(titles(page)) == {record.title for record in found}


def test_a_source_tells_its_version_and_what_it_denies_is_struck_through(opened: Open) -> None:
    denied, source = next(
        (record, one.source) for record in relations.disputes() for one in record.citations
        if one.stance == "denies"
    )  # fmt: skip
    page = opened(hash=f"#?told={source.id}")

    assert denied.title in page.locator("#rows s").all_inner_texts()
    assert page.locator("#told").input_value() == source.id
    assert source.name in page.locator("#version").inner_text()
    assert "denied" in count(page)


def test_wikipedia_tells_another_year(opened: Open) -> None:
    page = opened()
    wikipedia = next(one for one in relations[ID].sources if one.publisher == "Wikipedia")
    page.locator("#told").select_option(wikipedia.id)
    row = page.locator(ROWS).filter(has_text=relations[ID].title).first
    (theirs,) = (told.value for one in relations[ID].citations for told in one.asserts)

    assert row.locator(".date").inner_text() == format(theirs)


def test_more_rows_are_shown_on_demand(page: Page) -> None:
    assert page.locator(ROWS).count() == 100
    page.locator("#more").click()
    assert page.locator(ROWS).count() == 200
    assert page.evaluate(
        "document.activeElement === document.querySelectorAll('#rows summary')[100]"
    )


def test_sorting(opened: Open) -> None:
    page = opened(hash="#?collection=missions")
    page.locator("#sort").select_option("title")

    assert titles(page) == sorted(titles(page), key=str.casefold)


def test_an_empty_result_names_the_gap_that_it_touches(opened: Open) -> None:
    page = opened(hash="#?collection=appointments&q=ambassador+no-such-word")
    gaps = {gap.question for gap in relations.all(claims=True).gaps}
    named = set(page.locator("#empty li strong").all_inner_texts())

    assert "No record fits." in page.locator("#empty").inner_text()
    assert named
    assert named <= gaps
    page.locator("#empty button").click()
    assert count(page).startswith(f"{len(relations):,} records")


def test_an_empty_result_that_touches_no_gap_says_so(opened: Open) -> None:
    page = opened(hash="#?q=xyzzy")

    assert "No known gap explains it" in page.locator("#empty").inner_text()


def test_csv_holds_what_is_filtered(opened: Open) -> None:
    page = opened(hash="#?collection=measures&since=2020")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    found = relations.measures(since="2020", claims=True)

    assert list(found.ids) == [row["id"] for row in rows]
    assert [str(record in found.certain).lower() for record in found] == [
        row["certain"] for row in rows
    ]
    assert [record.title for record in found] == [row["title"].removeprefix("'") for row in rows]


def test_json_is_a_dataset_that_the_library_reads(opened: Open) -> None:
    page = opened(hash="#?actor=NL&since=2010")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSON").click()
    read = Relations.from_json(Path(waiting.value.path()).read_text(encoding="utf-8"))

    assert read.all(claims=True) == relations.all(claims=True, actor="NL", since="2010")
    assert (read.version, read.checked) == (relations.version, relations.checked)


def test_a_spreadsheet_runs_nothing(opened: Open) -> None:
    page = opened(Relations.of([make(Event, title="=cmd|' /C calc'!A0", summary='+1, "quoted"')]))
    text = page.evaluate("bynl.csv(bynl.answer(bynl.blank()))")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))

    assert (row["title"], row["summary"]) == ("'=cmd|' /C calc'!A0", '\'+1, "quoted"')


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("embassy")
    page.wait_for_url("**q=embassy")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = titles(page)[1]
    assert page.evaluate("document.activeElement.querySelector('.title').textContent") == second
    page.keyboard.press("Enter")
    assert page.locator(f"{ROWS}[open] .title").all_inner_texts() == [second]
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(f"{ROWS}[open]").count() == 0
    assert page.evaluate("document.activeElement.querySelector('.title').textContent") == second
    page.keyboard.press("ArrowUp")
    assert (
        page.evaluate("document.activeElement.querySelector('.title').textContent")
        == titles(page)[0]
    )
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    page.wait_for_url(re.compile("html$"))
    assert count(page).startswith(f"{len(relations):,} records")


def test_typing_a_slash_into_a_field_is_no_command(page: Page) -> None:
    page.locator("#since").focus()
    page.keyboard.type("20/")

    assert page.locator("#since").input_value() == "20/"


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_is_wider_than_the_window(opened: Open, width: int) -> None:
    page = opened(hash=f"#{ID}", viewport={"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_shows_every_record_with_its_sources(opened: Open) -> None:
    page = opened(hash="#?topic=sanctions")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    found = relations.all(claims=True, topic="sanctions")
    lines = page.locator(".printed")

    assert lines.count() == len(found) > 100
    assert lines.first.is_visible()
    assert found[0].sources[0].name in lines.first.inner_text()
    assert not page.locator("#filters").is_visible()


def test_the_scheme_of_the_reader_decides(opened: Open) -> None:
    def ground(scheme: str) -> str:
        return opened(color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )

    assert ground("light") == "rgb(255, 255, 255)"
    assert ground("dark") != ground("light")


def test_a_reader_without_script_is_told(opened: Open) -> None:
    page = opened(java_script_enabled=False)

    assert "needs JavaScript" in page.locator("noscript").inner_text()


def test_gaps_are_listed(page: Page) -> None:
    page.locator("#gaps > summary").click()
    gaps = relations.all(claims=True).gaps

    assert [gap.question for gap in gaps] == page.locator("#gaps li strong").all_inner_texts()


def test_an_empty_dataset_has_a_page(opened: Open) -> None:
    page = opened(Relations.of([]))

    assert count(page) == "0 records"
    assert page.locator("#strip svg").count() == 0
