"""Results look well in a notebook, in the light and in the dark theme of JupyterLab.

The notebook is written by nbconvert with the template `lab`, which carries the style sheets of
JupyterLab; an output stands in it as it stands in JupyterLab itself.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page

from bynl_relations import relations

ID = "diplomatic-relations"
SHOWN = {
    f"relations[{ID!r}]": relations[ID],
    "relations.visits(since=2009)": relations.visits(since=2009),
    "relations.all(at=2008)": relations.all(at=2008),
    "relations.missions(where=nobody)": relations.missions(where=lambda _: False),
    "relations": relations,
    "relations.all().counts(by='topics')": relations.all().counts(by="topics"),
}


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    """Make a notebook that has been run: a cell for each thing that is shown."""
    cells = []
    for code, shown in SHOWN.items():
        output = nbformat.v4.new_output(
            "execute_result", {"text/html": shown._repr_html_(), "text/plain": repr(shown)},
            execution_count=1,
        )  # fmt: skip
        cells.append(nbformat.v4.new_code_cell(code, outputs=[output], execution_count=1))
    language = {"language_info": {"name": "python", "pygments_lexer": "python3"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=language)


def lab(browser: Browser, notebook: nbformat.NotebookNode, theme: str, folder: Path) -> Page:
    path = folder / f"{theme}.html"
    body, _ = HTMLExporter(template_name="lab", theme=theme).from_notebook_node(notebook)
    path.write_text(body, encoding="utf-8")
    context = browser.new_context(color_scheme=theme, viewport={"width": 1000, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    # The template asks for MathJax and RequireJS, which outputs of ours have no need of.
    page.route("http*://**", lambda asked: asked.abort())
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_results_can_be_read_in_both_themes(
    browser: Browser, notebook: nbformat.NotebookNode, theme: str, tmp_path: Path
) -> None:
    page = lab(browser, notebook, theme, tmp_path)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    outputs = page.locator(".jp-OutputArea-output")
    rules = {
        "runOnly": ["color-contrast", "list", "td-headers-attr", "th-has-data-cells", "link-name"]
    }
    found = Axe().run(page, context={"include": [".jp-OutputArea-output"]}, options=rules)

    assert outputs.count() == len(SHOWN)
    assert [
        (one["id"], node["html"][:150])
        for one in found.response["violations"]
        for node in one["nodes"]
    ] == []
    page.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_wide_can_be_scrolled_to_and_words_stand_left(
    browser: Browser, notebook: nbformat.NotebookNode, theme: str, tmp_path: Path
) -> None:
    page = lab(browser, notebook, theme, tmp_path)
    cut = page.evaluate(
        """() => [...document.querySelectorAll('.jp-OutputArea-output')].filter(
             output => output.scrollWidth > output.clientWidth
               && getComputedStyle(output).overflowX !== 'auto').length"""
    )
    aligned = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('.jp-OutputArea-output td')].filter(
             cell => !/^[0-9,]*$/.test(cell.textContent.trim())).map(
             cell => getComputedStyle(cell).textAlign))]"""
    )

    assert cut == 0
    assert aligned == ["left"]
    page.context.close()
