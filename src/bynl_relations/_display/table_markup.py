"""A result as a table of HTML or of Markdown, what was asked and the counts above it."""

from __future__ import annotations

from html import escape

from . import pipes, tags
from .excerpt import MOST_ROWS, Excerpt, advice, counted, silence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._protocols import RecordLike, RecordsLike
    from ..provenance import Citation
    from .excerpt import Row

__all__ = ["records_html", "records_markdown"]

#: The longest time that is kept on one line.
_SHORT = 30
#: How many of the rows between the first and the last can be opened, and how many sources of a
#: row are shown at once.
_MOST_MORE, _MOST_SOURCES = 100, 3


def _names(excerpt: Excerpt) -> tuple[str, ...]:
    """Return the names of the columns."""
    what = excerpt.what.capitalize()
    return ("When", "Certain", what, "Title", "Sources", "Confidence", "Id")


def records_html(records: RecordsLike[RecordLike]) -> str:
    """Write a result as a table; its caption shows what was asked and the counts."""
    texts = (counted(records), *records.hints, silence(records))
    caption = "<br>".join([tags.code(records.asked), *map(escape, filter(None, texts))])
    if not len(records):
        return f"<p {tags.ROOT}>{caption}<br>{escape(advice(records))}</p>"
    excerpt = Excerpt(records)
    plain = not any(row.confidence for row in excerpt.rows)
    names = [name for name in _names(excerpt) if name != "Confidence" or not plain]
    rows = [_html_row(row, plain=plain) for row in excerpt.head]
    if excerpt.left:
        more = _more(excerpt, names, plain=plain)
        rows.append(f'<td colspan="{len(names)}" {tags.CELL}>{more}</td>')
    rows += [_html_row(row, plain=plain) for row in excerpt.tail]
    return tags.table(caption, tags.columns(names), rows)


def _more(excerpt: Excerpt, names: list[str], *, plain: bool) -> str:
    """Write the rows that an excerpt leaves out, folded."""
    rows = [_html_row(row, plain=plain) for row in excerpt.more(_MOST_MORE)]
    left = excerpt.left - len(rows)
    table = tags.table(f"{len(rows):,} of the rows between", tags.columns(names), rows)
    rest = f"<p>… {left:,} more: ask for them with a slice …</p>" if left else ""
    return f"<details><summary>… {excerpt.left:,} more …</summary>{table}{rest}</details>"


def _html_row(row: Row, *, plain: bool) -> str:
    below = (row.parties, *row.notes)
    notes = "".join(f"<div>{escape(note)}</div>" for note in below if note)
    confidence = "" if plain else tags.cell(escape(row.confidence))
    return "".join((
        tags.cell(_when(row.when)),
        tags.cell(row.certain if row.sure else f"<em>{row.certain}</em>"),
        tags.cell(escape(row.what)),
        tags.head(escape(row.title) + notes),
        tags.cell(_sources(row.record.citations)),
        confidence,
        tags.cell(tags.record_id(row.record.id)),
    ))  # fmt: skip


def _when(text: str) -> str:
    """Keep a short time on one line, where a browser would break it after a hyphen."""
    short = len(text) <= _SHORT
    return f'<span style="white-space:nowrap">{escape(text)}</span>' if short else escape(text)


def _sources(citations: tuple[Citation, ...]) -> str:
    """Write every source as a link with its language, those that support the record first."""
    ranked = sorted(citations, key=lambda citation: citation.stance != "supports")
    sources = {citation.source.id: citation.source for citation in ranked}
    links = [
        tags.link(source.url, f"<cite>{escape(source.name)}</cite>") + _language(source.language)
        for source in sources.values()
    ]
    text = "; ".join(links[:_MOST_SOURCES])
    more = links[_MOST_SOURCES:]
    if not more:
        return text
    return f"{text}<details><summary>and {len(more)} more</summary>{'; '.join(more)}</details>"


def _language(language: str) -> str:
    """Write the language of a source in brackets, unless it is English or not known."""
    return f" ({escape(language)})" if language and language != "en" else ""


def records_markdown(records: RecordsLike[RecordLike], most: int | None = MOST_ROWS) -> str:
    """Write a result as a pipe table, what was asked and the counts above it.

    Args:
        records: The result.
        most: The most rows; of more records the first and last are shown. None for all.
    """
    lines = [f"{pipes.safe(records.asked)}: {pipes.safe(counted(records))}", ""]
    note = silence(records)
    last = ["", pipes.safe(note)] if note else []
    if not len(records):
        hints = [line for text in records.hints for line in (pipes.safe(text), "")]
        return "\n".join([*lines, *hints, pipes.safe(advice(records)), *last])
    excerpt = Excerpt(records, len(records) if most is None else most)
    names = _names(excerpt)
    rows = list(map(_markdown_row, excerpt.head))
    if excerpt.left:
        rows.append(pipes.row([f"… {excerpt.left:,} more …", *[""] * (len(names) - 1)]))
    rows += map(_markdown_row, excerpt.tail)
    return "\n".join([*lines, *pipes.table(names, rows), *last])


def _markdown_row(row: Row) -> str:
    title = "; ".join(text for text in (row.title, row.parties, *row.notes) if text)
    sources = {citation.source.id: citation.source for citation in row.record.citations}
    links = "; ".join(pipes.link(source.url, source.name) for source in sources.values())
    when, what, confidence = map(pipes.safe, (row.when, row.what, row.confidence))
    cells = (when, row.certain, what, pipes.safe(title), links, confidence)
    return pipes.row((*cells, pipes.code(row.record.id)))
