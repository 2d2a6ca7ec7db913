"""The parts of HTML for notebooks: plain tables that take the page's colours."""

from __future__ import annotations

from html import escape

from .._fields.formats import ADDRESS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CAPTION",
    "CELL",
    "HEAD",
    "NAME",
    "ROOT",
    "WIDE",
    "bullets",
    "cell",
    "code",
    "columns",
    "head",
    "lang",
    "link",
    "record_id",
    "table",
]

# Notebooks align cells to the right; the classes keep `$` from being read as a formula.
ROOT = 'lang="en" class="tex2jax_ignore mathjax_ignore"'
CELL = 'style="text-align:left;vertical-align:top"'
CAPTION = 'style="text-align:left;caption-side:top"'
#: The heads of a row: a title or a name that may break, and a label that does not.
HEAD = 'style="text-align:left;vertical-align:top;font-weight:normal"'
NAME = 'style="text-align:left;vertical-align:top;white-space:nowrap"'
#: The narrowest that a table is: a caption is as narrow as its table.
WIDE = 'style="margin-left:0;margin-right:auto;min-width:min(100%,38em)"'
_LEFT = 'style="margin-left:0;margin-right:auto"'
#: The title is what is read: ids and times leave it this much.
_TITLE = 'style="text-align:left;vertical-align:top;min-width:min(22em,25vw)"'
_LIST = 'style="margin:0;padding-left:1.2em"'
#: The longest id that is kept on one line.
_SHORT_ID = 36


def link(url: str, inner: str) -> str:
    """Write HTML as a link; as it is where the address is not one of the web."""
    return f'<a href="{escape(url)}" rel="noopener">{inner}</a>' if ADDRESS.fits(url) else inner


def lang(language: str) -> str:
    """Write the attribute for a language; empty for English and for one that is not known."""
    return f' lang="{escape(language)}"' if language and language != "en" else ""


def code(text: str) -> str:
    """Write a text as code."""
    return f"<code>{escape(text)}</code>"


def record_id(text: str) -> str:
    """Keep a short id on one line; notebooks let code wrap, so the style stands on the code."""
    if len(text) > _SHORT_ID:
        return code(text)
    return f'<code style="white-space:nowrap">{escape(text)}</code>'


def bullets(items: Iterable[str]) -> str:
    """Write a list; the items are HTML already."""
    return f"<ul {_LIST}>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def cell(inner: str) -> str:
    """Write a cell."""
    return f"<td {CELL}>{inner}</td>"


def head(inner: str, style: str = HEAD) -> str:
    """Write the cell that names its row."""
    return f'<th scope="row" {style}>{inner}</th>'


def columns(names: Iterable[str]) -> str:
    """Write the heads of the columns."""
    heads = "".join(
        f'<th scope="col" {_TITLE if name == "Title" else CELL}>{escape(name)}</th>'
        for name in names
    )
    return f"<thead><tr>{heads}</tr></thead>\n"


def table(caption: str, heads: str, rows: Iterable[str], style: str = _LEFT) -> str:
    """Write a table; each row is its cells."""
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f"<table {ROOT} {style}>\n<caption {CAPTION}>{caption}</caption>\n"
        f"{heads}<tbody>\n{body}\n</tbody>\n</table>"
    )
