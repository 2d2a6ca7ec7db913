"""The page itself: template, style and script of the package around the data."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256
from html import escape

from .payload import escaped, payload

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .contents import Contents

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
        "data": payload(contents),
        "document": escaped(contents.document),
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
