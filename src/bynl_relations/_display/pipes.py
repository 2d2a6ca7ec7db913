"""The parts of Markdown: cells that no text of a record can break, and no link but ours."""

from __future__ import annotations

import re
from html import escape

from .._fields.formats import ADDRESS, ID
from .text import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["code", "link", "row", "safe", "table"]

_SPECIAL = re.compile(r"[\\`*_\[\]|~$#!]")
#: What a renderer makes a link of without being asked.
_BARE = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)


def safe(text: str) -> str:
    r"""Escape a text so that Markdown shows it as it is: no markup, cell, link or formula.

    Examples:
        >>> safe("a|b <i>[c](d)")
        'a\\|b &lt;i&gt;\\[c\\](d)'
    """
    text = _SPECIAL.sub(r"\\\g<0>", escape(line(text), quote=False))
    return _BARE.sub(lambda found: "\\" + found.group(), text).replace("@", "&#64;")


def code(text: str) -> str:
    """Write an id as code; any other text as it is."""
    return f"`{text}`" if ID.fits(text) else safe(text)


def link(url: str, text: str) -> str:
    """Write a text as a link; as it is where the address is not one of the web."""
    return f"[{safe(text)}](<{url.replace('|', '%7C')}>)" if ADDRESS.fits(url) else safe(text)


def row(cells: Iterable[str]) -> str:
    """Write a row of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def table(names: tuple[str, ...], rows: Iterable[str]) -> list[str]:
    """Write the lines of a table: the names of its columns above its rows."""
    return [row(names), f"|{' --- |' * len(names)}", *rows]
