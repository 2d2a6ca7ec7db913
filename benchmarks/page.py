"""The page in a browser: opening it and filtering, beside `JSON.parse` of the same data."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bynl_relations import Relations, relations

from . import generated
from .table import Row, missing

__all__ = ["rows"]

ROUNDS = 7
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
#: A search, two facets and a window: what a person asks one after the other.
STATES = ("#?q=embassy", "#?collection=events&confidence=high", "#?since=2006&until=2010", "")
#: What is measured beside `JSON.parse`, and how often that it may take at most.
LIMITS = {"opening": 20, "an answer": 1, "an answer, shown": 5}
#: Milliseconds of `JSON.parse`, of an answer, and of an answer that is shown, all in one page.
MEASURE = """states => {
  const text = document.getElementById("data").textContent;
  const time = (task, times) => {
    const begun = performance.now();
    for (let round = 0; round < times; round += 1) task();
    return (performance.now() - begun) / times;
  };
  const parse = time(() => JSON.parse(text), 3);
  const answers = states.map(state => time(() => bynl.answer(bynl.stateOf(state)), 3));
  const shown = states.map(state => {
    history.replaceState(null, "", state || location.pathname);
    return time(() => window.dispatchEvent(new Event("hashchange")), 1);
  });
  const mean = many => many.reduce((one, two) => one + two) / many.length;
  return [parse, bynl.milliseconds, mean(answers), mean(shown)];
}"""


def rows(size: int) -> Iterator[Row]:
    """Measure the page of the bundled data, and one of so many invented records."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if find_spec("playwright") is None or path is None:
        yield from missing("playwright")
        yield Row("the page", None, "", note="needs playwright and chromium")
        return
    yield from _page("bundled dataset", relations, path)
    yield from _page(f"{size:,} records", generated.relations(size), path)


def _page(what: str, data: Relations, chromium: str) -> Iterator[Row]:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        data.to_html(file)
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        rounds: list[list[float]] = []
        for _ in range(ROUNDS):
            page = browser.new_page()
            page.set_default_timeout(120_000)
            page.goto(file.as_uri())
            rounds.append(page.evaluate(MEASURE, list(STATES)))
            page.close()
        browser.close()
        bulk = f"a file of {file.stat().st_size / 1e6:.1f} MB"
    yield Row(f"{what}: `JSON.parse`", 1, "x itself", None,
              f"{median(one[0] for one in rounds):.1f} ms, {bulk}")  # fmt: skip
    for place, (name, limit) in enumerate(LIMITS.items(), 1):
        ratio = median(one[place] / one[0] for one in rounds)
        note = f"{median(one[place] for one in rounds):.1f} ms"
        yield Row(f"{what}: {name}", ratio, "x `JSON.parse`", limit, note)
