"""Markdown: pipe tables that no text of a record can break, and that hold no link but ours."""

from __future__ import annotations

import re
from html import escape

from .._fields.formats import ADDRESS, ID
from .card import about, fields, mentioned, says, sort_of
from .excerpt import MOST_ROWS, Excerpt, advice, counted, silence
from .overview import Summary, span_text
from .text import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .._protocols import RecordLike, RecordsLike, RelationsLike
    from ..provenance import Citation
    from .excerpt import Row

__all__ = ["record_markdown", "records_markdown", "relations_markdown", "safe"]

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


def _code(text: str) -> str:
    return f"`{text}`" if ID.fits(text) else safe(text)


def _link(url: str, text: str) -> str:
    return f"[{safe(text)}](<{url.replace('|', '%7C')}>)" if ADDRESS.fits(url) else safe(text)


def _pipes(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(names: Iterable[str], rows: Iterable[str]) -> list[str]:
    heads = list(names)
    return [_pipes(heads), f"|{' --- |' * len(heads)}", *rows]


_COLUMNS = ("When", "Certain", "Title", "Sources", "Confidence", "Id")


def records_markdown(records: RecordsLike[RecordLike], most: int | None = MOST_ROWS) -> str:
    """Write a result as a pipe table, what was asked and the counts above it.

    Args:
        records: The result.
        most: The most rows; of more records the first and last are shown. None for all.
    """
    lines = [f"{safe(records.asked)}: {safe(counted(records))}", ""]
    note = silence(records)
    last = ["", safe(note)] if note else []
    if not len(records):
        hints = [line for text in records.hints for line in (safe(text), "")]
        return "\n".join([*lines, *hints, safe(advice(records)), *last])
    excerpt = Excerpt(records, len(records) if most is None else most)
    names = (*_COLUMNS[:2], excerpt.what.capitalize(), *_COLUMNS[2:])
    rows = list(map(_record_row, excerpt.head))
    if excerpt.left:
        rows.append(_pipes([f"… {excerpt.left:,} more …", *[""] * (len(names) - 1)]))
    rows += map(_record_row, excerpt.tail)
    return "\n".join([*lines, *_table(names, rows), *last])


def _record_row(row: Row) -> str:
    title = "; ".join(text for text in (row.title, row.parties, *row.notes) if text)
    sources = {citation.source.id: citation.source for citation in row.record.citations}
    links = "; ".join(_link(source.url, source.name) for source in sources.values())
    cells = (safe(row.when), row.certain, safe(row.what), safe(title), links, safe(row.confidence))
    return _pipes((*cells, _code(row.record.id)))


def record_markdown(record: RecordLike) -> str:
    """Write a record as a pipe table of its fields, and its sources as a list below."""
    rows = [_pipes((label, _value(record, label, texts))) for label, texts in fields(record)]
    head = f"**{safe(record.title)}** ({safe(sort_of(record))})"
    sources = (f"- {_citation(citation)}" for citation in record.citations)
    return "\n".join([head, "", *_table(("Field", "Value"), rows), "", "Sources:", "", *sources])


def _value(record: RecordLike, label: str, texts: tuple[str, ...]) -> str:
    ids = mentioned(record, label)
    return ", ".join(map(_code, ids)) if ids else safe("; ".join(texts))


def _citation(citation: Citation) -> str:
    source = citation.source
    text = f"{_link(source.url, source.label)} ({safe(about(citation))})"
    words = says(citation)
    return f"{text}: {safe(words)}" if words else text


def relations_markdown(relations: RelationsLike) -> str:
    """Write what a dataset holds as a pipe table with a row for each collection."""
    summary = Summary(relations)
    lines = map(safe, (summary.title, summary.state, summary.asked, summary.counts))
    rows = (
        _pipes((safe(name), f"{years.total():,}", span_text(years))) for name, years in summary.rows
    )
    head = [text for line in lines if line for text in (line, "")]
    return "\n".join([*head, *_table(("Collection", "Records", "Years"), rows)])
