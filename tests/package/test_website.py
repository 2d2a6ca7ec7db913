"""The links of a built site are followed, and no page loads anything from elsewhere."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def links(root: Path) -> ModuleType:
    """Load the tool that follows the links."""
    path = root / "tools" / "website" / "check_links.py"
    spec = importlib.util.spec_from_file_location("check_links", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def site(folder: Path, body: str) -> Path:
    """Write a site of two pages, one of which has an anchor."""
    (folder / "a.html").write_text(body, encoding="utf-8")
    (folder / "b.html").write_text('<p id="there">', encoding="utf-8")
    return folder


def test_links_to_pages_and_anchors_that_exist_are_fine(links: ModuleType, tmp_path: Path) -> None:
    body = '<a href="b.html#there"></a><a href="#own" id="own"></a><a href="https://example.org">'

    assert links.broken(site(tmp_path, body)) == []


@pytest.mark.parametrize("link", ["c.html", "b.html#nowhere", "#nowhere"])
def test_a_link_that_leads_nowhere_is_found(links: ModuleType, tmp_path: Path, link: str) -> None:
    assert links.broken(site(tmp_path, f'<a href="{link}"></a>')) == [f"a.html: {link}"]


@pytest.mark.parametrize("body", ['<img src="{}">', '<script src="{}">', '<link href="{}">'])
def test_a_page_that_loads_from_elsewhere_is_found(
    links: ModuleType, tmp_path: Path, body: str
) -> None:
    address = "https://example.org/x"

    assert links.broken(site(tmp_path, body.format(address))) == [f"a.html: loads {address}"]
