"""A browser, and the page of the bundled data in it.

Every page is watched: a request that leaves the file, an error of the script or a message on the
console fails the test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bynl_relations import Records, Relations, relations

#: How the browser is started where it may not make a sandbox, and so that it asks nobody anything.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-dev-shm-usage"
).split()

Open = Callable[..., Page]


class Watch:
    """What a page did that no page may do."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []

    def over(self, page: Page) -> None:
        page.on("request", lambda asked: self.requests.append(asked.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, whose path is in CHROMIUM."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the bundled data."""
    path = tmp_path_factory.mktemp("bundled") / "page.html"
    relations.to_html(path)
    return path


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def opened(browser: Browser, bundled: Path, watch: Watch, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a page: of records, of a file, or of the bundled data."""
    contexts = []

    def open_page(
        what: Records | Relations | Path | None = None, hash: str = "", **options: object
    ) -> Page:
        path = bundled if what is None else what
        if not isinstance(path, Path):
            path = tmp_path / f"page-{len(contexts)}.html"
            what.to_html(path)
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        watch.over(page)
        page.goto(f"{path.as_uri()}{hash}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    outside = [url for url in watch.requests if not url.startswith(("file:", "blob:", "data:"))]
    assert outside == []
    assert watch.errors == []


@pytest.fixture(scope="module")
def engine(browser: Browser, bundled: Path) -> Iterator[Page]:
    """Open the page once, for tests that only call its functions."""
    page = browser.new_page()
    page.goto(bundled.as_uri())
    yield page
    page.close()
