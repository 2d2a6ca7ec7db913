"""A text never becomes markup: not on the page, and not in a notebook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bynl_relations import Citation, Event, Relations
from bynl_relations.model import COLLECTIONS, kind
from bynl_relations.testing import make, make_actor, make_source

from . import hostile

#: What the texts call; where a page cannot be reached, its title tells.
SPY = "window.hits = []; window.pwn = (...said) => { window.hits.push(said) }"


def spied(browser: Browser, path: Path) -> Page:
    context = browser.new_context()
    context.add_init_script(SPY)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(path.as_uri())
    return page


def hits(page: Page) -> int:
    page.wait_for_timeout(300)
    return page.evaluate("window.hits.length")


@pytest.fixture(scope="module")
def data() -> Relations:
    return hostile.relations()


def bare(folder: Path, body: str) -> Path:
    """Write a page without any policy, as a notebook shows what it is given."""
    path = folder / "bare.html"
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body>{body}</body>', encoding="utf-8")
    return path


def test_there_are_forty_texts_in_every_field_that_takes_them() -> None:
    text = hostile.TEXTS[0]
    shared = {"title", "summary", "rationale", "notes", "references"}

    assert len(set(hostile.TEXTS)) == len(hostile.TEXTS) == 40
    for cls in map(kind, COLLECTIONS):
        assert shared <= hostile.filled_fields(hostile.filled(make(cls), text), text)
    source = hostile.filled(make_source("a"), text)
    assert {"title", "title_en", "publisher", "authors"} <= hostile.filled_fields(source, text)
    actor = hostile.filled(make_actor("a"), text)
    assert {"name", "names", "aliases", "description"} <= hostile.filled_fields(actor, text)
    citation = hostile.filled(Citation(make_source()), text)
    assert {"says", "locator"} <= hostile.filled_fields(citation, text)
    nested = [record for record in hostile.records() if record.id.endswith("-0")]
    assert all(record.disputed for record in nested)
    assert any(text in str(getattr(record, "place", "")) for record in nested)
    assert any(text in str(getattr(record, "seat", "")) for record in nested)
    assert any(text in str(getattr(record, "quotation", "")) for record in nested)
    assert any(text in str(getattr(record, "acts", "")) for record in nested)


def test_the_control_runs_what_is_taken_for_markup(browser: Browser, tmp_path: Path) -> None:
    ran = []
    page = spied(browser, bare(tmp_path, ""))
    for text in hostile.TEXTS:
        page.goto(bare(tmp_path, f"<p>{text}</p>").as_uri())
        page.wait_for_timeout(30)
        if page.evaluate("window.hits.length"):
            ran.append(text)
    page.context.close()

    assert len(ran) >= 20, ran


def test_the_page_runs_none_of_them(browser: Browser, data: Relations, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    data.to_html(path)
    page = spied(browser, path)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    page.locator("#q").fill(hostile.TEXTS[6])
    page.wait_for_timeout(200)
    page.locator("#q").fill("")
    page.wait_for_timeout(200)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    page.locator("#told").select_option("source-3")

    assert hits(page) == 0
    assert page.locator("script").count() == 3
    assert (
        page.locator(
            "main img, main iframe, main object, main video, main form, main style"
        ).count()
        == 0
    )
    titles = page.evaluate("bynl.data.records.map(({title}) => title)")
    assert set(titles) == set(hostile.TEXTS)
    page.context.close()


def test_a_hostile_address_runs_nothing(browser: Browser, data: Relations, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    data.to_html(path)
    page = spied(browser, path)
    for text in hostile.TEXTS:
        page.evaluate(
            "text => { location.hash = '?' + new URLSearchParams({q: text, told: text, since: text, topic: text, sort: text}) }",
            text,
        )
    page.wait_for_timeout(200)

    assert hits(page) == 0
    page.context.close()


def test_the_policy_stops_what_slips_through(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    page_text = Relations.of([make(Event)]).to_html()
    path.write_text(
        page_text.replace("</main>", "<img src=x onerror=pwn()><script>pwn()</script></main>")
    )
    page = spied(browser, path)

    assert hits(page) == 0
    refused = page.evaluate(
        "() => { try { document.body.innerHTML = '<b>x</b>'; return ''; } catch (error) { return error.name; } }"
    )
    assert refused == "TypeError"
    # The control: without its policy the same page runs it.
    path.write_text(re.sub("<meta http-equiv.*?>", "", path.read_text(), count=1))
    assert hits(spied(browser, path)) == 2


def test_notebooks_run_none_of_them(browser: Browser, data: Relations, tmp_path: Path) -> None:
    every = data.all(claims=True)
    shown: list[str] = [data._repr_html_(), every._repr_html_(), every[:0]._repr_html_()]
    shown += [every.where(collection=name)._repr_html_() for name in COLLECTIONS]
    shown += [record._repr_html_() for record in every]
    shown += [every.counts(by=field)._repr_html_() for field in ("title", "place", "topics")]
    page = spied(browser, bare(tmp_path, "\n".join(shown)))
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")

    assert hits(page) == 0
    assert page.locator("script, img, iframe, svg, object, video, form, input").count() == 0
    assert page.get_by_text(hostile.TEXTS[0], exact=False).count() > 0
    page.context.close()
