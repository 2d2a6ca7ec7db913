"""The page itself: template, style and script of the package around the data of a result."""

from __future__ import annotations

import json
import os
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import cast

from ...when import FOREVER, NEVER
from ..values import word
from .facts import Facts
from .words import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .contents import Contents, Entry
    from .facts import Plain

__all__ = ["page"]

_FOLDER = os.path.dirname(__file__)
#: What the page may do: run this script, use this style, and nothing else.
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none';"
    " form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def page(contents: Contents) -> Iterator[str]:
    """Write a page, piece by piece.

    Args:
        contents: What it shows.
    """
    style, script = _read("page.css"), _read("answer.js") + _read("page.js")
    parts = {
        "policy": escape(_POLICY.format(script=_digest(script), style=_digest(style))),
        "title": escape(contents.title or contents.asked),
        "style": style,
        "data": _data(contents),
        "document": _escaped(contents.document),
        "script": script,
    }
    for number, piece in enumerate(_read("page.html").split("@@")):
        yield parts[piece] if number % 2 else piece


def _digest(text: str) -> str:
    """Return the hash by which a policy allows a text."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _read(name: str) -> str:
    """Read a file of the package through its loader, so that a zip works as well."""
    load = __spec__.loader.get_data  # type: ignore[union-attr]
    data: bytes = load(os.path.join(_FOLDER, name))
    return data.decode()


def _data(contents: Contents) -> str:
    """Write the data of a page as JSON, in which no `<` stands.

    Args:
        contents: What the page shows.
    """
    every = [source for entry in contents.entries for source in entry.record.sources]
    sources = list(dict.fromkeys(every))
    facts = Facts({source.id: number for number, source in enumerate(sources)}, contents.actors)
    records = [facts.record(entry) for entry in contents.entries]
    checked = contents.checked
    plain: dict[str, Plain] = {
        "title": contents.title,
        "version": contents.version,
        "asked": contents.asked,
        "citation": contents.citation,
        "checked": None if checked is None else checked.span[3],
        "checkedText": "" if checked is None else format(checked),
        "never": NEVER,
        "forever": FOREVER,
        "topics": dict(contents.topics),
        "actors": _names(contents, records),
        "labels": _labels(records),
        "sources": [facts.source(source) for source in sources],
        "records": [*records],
        "gaps": [facts.gap(gap) for gap in contents.gaps],
        "words": _words(contents.entries),
    }
    return _escaped(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))


def _escaped(text: str) -> str:
    """Write JSON so that no browser finds a tag or a comment in it."""
    return text.replace("<", "\\u003c")


def _names(contents: Contents, records: Sequence[dict[str, Plain]]) -> dict[str, Plain]:
    """Return the names of the actors by which records and gaps are found."""
    ids = {str(key) for record in records for key in cast("list[Plain]", record["actors"])}
    ids.update(actor.id for gap in contents.gaps for actor in gap.actors)
    return {key: contents.actors[key].name for key in sorted(ids) if key in contents.actors}


def _labels(records: Sequence[dict[str, Plain]]) -> dict[str, Plain]:
    """Return how people write the kinds that do not look like it."""
    kinds = {str(record["kind"]) for record in records}
    return {kind: word(kind) for kind in sorted(kinds) if word(kind) != kind}


def _words(entries: Sequence[Entry]) -> dict[str, Plain]:
    """Return of every word the positions of the records that have it, each from the one before."""
    found: dict[str, list[Plain]] = {}
    last: dict[str, int] = {}
    for position, entry in enumerate(entries):
        for text in words_of(entry.record):
            found.setdefault(text, []).append(position - last.get(text, 0))
            last[text] = position
    return {text: list(steps) for text, steps in found.items()}
