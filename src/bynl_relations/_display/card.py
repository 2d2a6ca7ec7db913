"""A record as a card: all that it holds, its doubts, and who says so; as text, HTML, Markdown."""

from __future__ import annotations

from html import escape
from typing import cast

from .._fields.formats import ADDRESS
from . import pipes, tags
from .text import WIDTH, line, wrapped
from .values import value_text, word
from .wording import fields, mentioned, sort_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Protocol

    from .._protocols import RecordLike
    from ..provenance import Citation, Quotation

    class Quoting(Protocol):
        """A record with a quotation."""

        @property
        def quotation(self) -> Quotation: ...


__all__ = ["record_html", "record_markdown", "record_text"]

#: The column in which values begin, and the narrowest that they may be.
_INDENT, _NARROWEST = 16, 30


def record_text(
    record: RecordLike, width: int | None = WIDTH, titles: Mapping[str, str] | None = None
) -> str:
    """Write all that a record holds: values, doubts, who says so.

    Args:
        record: The record.
        width: The columns of the terminal; None breaks no line.
        titles: Titles of records by id, to name the related ones with.

    Returns:
        Lines without a newline at the end.

    Examples:
        >>> from bynl_relations import relations
        >>> print(record_text(relations["diplomatic-relations"]).splitlines()[0])
        Diplomatic relations established
    """
    lines = list(_lines(record.title, width, ""))
    for label, texts in fields(record):
        first = f"{label.lower():<{_INDENT}}"
        ids = () if label == "Id" else mentioned(record, label)
        for text in _named(ids, titles or {}) or texts:
            lines += _lines(text, width, first)
            first = " " * _INDENT
    lines += ["", "who says so"]
    for citation in record.citations:
        lines += _source_lines(citation, width)
    return "\n".join(lines)


def _named(ids: tuple[str, ...], titles: Mapping[str, str]) -> list[str]:
    """Write ids with their titles, if any title is known."""
    return [f"{name} ({titles[name]})" if name in titles else name for name in ids]


def _source_lines(citation: Citation, width: int | None) -> Iterator[str]:
    source = citation.source
    description = f"{source.label} ({_about(citation, stance=False)}, {source.id})"
    yield from _lines(description, width, f"  {citation.stance:<{_INDENT - 2}}")
    for text in (_says(citation), source.url, source.archived_url):
        yield from _lines(text, width, " " * _INDENT)


def _lines(text: str, width: int | None, indent: str) -> Iterator[str]:
    """Break a text into lines, the further ones below the first; yield nothing for no text."""
    text = line(text)
    room = None if width is None else max(width - len(indent), _NARROWEST)
    # An address is of no use in pieces.
    lines = [text] if "://" in text and " " not in text else wrapped(text, room)
    for number, part in enumerate(lines if text else []):
        yield (" " * len(indent) if number else indent) + part


def record_html(record: RecordLike, titles: Mapping[str, str] | None = None) -> str:
    """Write a record as a table of its fields, with its sources and what they say.

    Args:
        record: The record.
        titles: Titles of records by id, to name the related ones with.
    """
    rows = [
        tags.head(escape(label), tags.NAME) + tags.cell(_html(record, label, texts, titles or {}))
        for label, texts in fields(record)
    ]
    sources = tags.bullets(map(_html_source, record.citations))
    rows.insert(len(rows) - 1, tags.head("Sources", tags.NAME) + tags.cell(sources))
    caption = f"<strong>{escape(record.title)}</strong> ({escape(sort_of(record))})"
    return tags.table(caption, "", rows)


def _html(record: RecordLike, label: str, texts: tuple[str, ...], titles: Mapping[str, str]) -> str:
    ids = mentioned(record, label)
    if label != "Id" and any(name in titles for name in ids):
        return tags.bullets(
            tags.record_id(name) + escape(f" {titles.get(name, '')}".rstrip()) for name in ids
        )
    if ids:
        return ", ".join(map(tags.record_id, ids))
    if label == "Quotation":
        words = cast("Quoting", record).quotation
        quoted = f"<q{tags.lang(words.language)}>{escape(words.text)}</q>"
        return f"{quoted} — {escape(words.speaker.name)}"
    return tags.bullets(map(escape, texts)) if len(texts) > 1 else escape("".join(texts))


def _html_source(citation: Citation) -> str:
    source = citation.source
    lang = tags.lang(source.language) if source.title else ""
    title = f"<cite{lang}>{escape(source.label)}</cite>"
    text = f"{tags.link(source.url, title)} ({escape(_about(citation))})"
    if ADDRESS.fits(source.archived_url):
        text += f", {tags.link(source.archived_url, 'archived copy')}"
    words = _says(citation)
    return f"{text}<br>{escape(words)}" if words else text


def record_markdown(record: RecordLike) -> str:
    """Write a record as a pipe table of its fields, and its sources as a list below."""
    rows = (pipes.row((label, _markdown(record, label, texts))) for label, texts in fields(record))
    head = f"**{pipes.safe(record.title)}** ({pipes.safe(sort_of(record))})"
    sources = (f"- {_markdown_source(citation)}" for citation in record.citations)
    table = pipes.table(("Field", "Value"), rows)
    return "\n".join([head, "", *table, "", "Sources:", "", *sources])


def _markdown(record: RecordLike, label: str, texts: tuple[str, ...]) -> str:
    ids = mentioned(record, label)
    return ", ".join(map(pipes.code, ids)) if ids else pipes.safe("; ".join(texts))


def _markdown_source(citation: Citation) -> str:
    source = citation.source
    text = f"{pipes.link(source.url, source.label)} ({pipes.safe(_about(citation))})"
    words = _says(citation)
    return f"{text}: {pipes.safe(words)}" if words else text


def _about(citation: Citation, *, stance: bool = True) -> str:
    """Describe a source: publisher, date, tier, language, stance (unless False), where in it."""
    source = citation.source
    language = source.language if source.language != "en" else ""
    where = f"at {citation.locator}" if citation.locator else ""
    parts = [source.publisher, str(source.published or ""), str(source.tier), language]
    parts += [str(citation.stance) if stance else "", where]
    return ", ".join(part for part in parts if part)


def _says(citation: Citation) -> str:
    """Write what a source says, and the values that it has instead of ours."""
    values = "; ".join(f"{word(given.field)}: {value_text(given.value)}"
                       for given in citation.asserts)  # fmt: skip
    if citation.says and values:
        return f"{citation.says} ({values})"
    return citation.says or values
