"""The pages hang together: links resolve, code runs, every page can be reached."""

from __future__ import annotations

import re
from doctest import DocTestParser
from pathlib import Path

import pytest

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def slug(heading: str) -> str:
    """Return the anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def anchors(page: str) -> set[str]:
    """Return the anchors of a page."""
    return {slug(line.lstrip("# ")) for line in page.splitlines() if line.startswith("#")}


def broken(page: Path, text: str) -> list[str]:
    """Return the links of a page that lead nowhere in the tree."""
    found = []
    for link in _LINK.findall(text):
        if re.match("https?://|mailto:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        known = target.exists() and (
            not anchor or anchor in anchors(target.read_text(encoding="utf-8"))
        )
        if not known:
            found.append(link)
    return found


@pytest.fixture(scope="module")
def pages(root: Path, files: list[Path]) -> dict[Path, str]:
    """Return every page with its text."""
    found = [path for path in files if path.suffix == ".md" and
             (path.parent == root or root / "docs" in path.parents)]  # fmt: skip
    return {path.resolve(): path.read_text(encoding="utf-8") for path in found}


def test_every_link_between_pages_resolves(pages: dict[Path, str]) -> None:
    assert {page.name: found for page, text in pages.items() if (found := broken(page, text))} == {}


def test_a_link_that_leads_nowhere_is_found(root: Path) -> None:
    page = root / "README.md"

    assert broken(page, "[a](no-such-page.md)") == ["no-such-page.md"]
    assert broken(page, "[a](README.md#no-such-heading)") == ["README.md#no-such-heading"]
    assert broken(page, "[a](README.md)") == []


def test_every_page_can_be_reached_from_the_first(root: Path, pages: dict[Path, str]) -> None:
    first = (root / "docs" / "index.md").resolve()
    seen: set[Path] = set()
    waiting = [first]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        links = {
            (page.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(pages[page])
        }
        waiting.extend(link for link in links if link in pages and link not in seen)

    assert {page.name for page in pages if "docs" in page.parts} - {
        one.name for one in seen
    } == set()


def test_every_block_of_python_runs_as_a_doctest(pages: dict[Path, str]) -> None:
    blocks = [
        (page.name, language, code)
        for page, text in pages.items()
        for language, code in _FENCE.findall(text)
    ]

    assert [one for one in blocks if one[1] == "python" and ">>> " not in one[2]] == []
    assert {one[1] for one in blocks} <= {"python", "sh", "json", "bibtex"}


def test_no_example_is_skipped(pages: dict[Path, str]) -> None:
    assert [page.name for page, text in pages.items() if "+SKIP" in text] == []


def mute(text: str) -> list[str]:
    """Return the examples of a page that show a reader nothing but truth values or emptiness."""
    shown = [one for one in DocTestParser().get_examples(text) if one.want and not one.exc_msg]
    empty = re.compile(r"(?:[\s(),\[\]{}]|True|False|\bset\b|'')*")
    return [one.source.strip() for one in shown if empty.fullmatch(one.want)]


def test_every_example_shows_a_value(pages: dict[Path, str]) -> None:
    assert {page.name: found for page, text in pages.items() if (found := mute(text))} == {}


def test_an_example_without_a_value_is_found() -> None:
    text = ">>> 1 == 1\nTrue\n>>> ()\n()\n>>> (True, False)\n(True, False)\n>>> 1\n1\n"

    assert mute(text) == ["1 == 1", "()", "(True, False)"]


def test_every_page_has_one_title(pages: dict[Path, str]) -> None:
    bare = {page: _FENCE.sub("", text) for page, text in pages.items()}

    assert [
        p.name for p, text in bare.items() if len(re.findall("^# ", text, re.MULTILINE)) != 1
    ] == []


def test_the_glossary_defines_each_word_once(root: Path) -> None:
    page = (root / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
    parts = [re.findall(r"^\*\*(.+?)\*\*", part, re.MULTILINE) for part in page.split("\n## ")[1:]]
    words = [word for part in parts for word in part]

    assert all(parts)
    assert len(words) == len(set(words))
    assert [sorted(part) for part in parts] == parts
