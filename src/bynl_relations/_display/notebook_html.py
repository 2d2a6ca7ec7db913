"""HTML for notebooks: plain tables that take the page's colours, every text escaped."""

from __future__ import annotations

from html import escape

from .._fields.formats import ADDRESS
from .card import about, fields, mentioned, says, sort_of
from .excerpt import Excerpt, advice, counted, silence
from .overview import Summary, dispute_lines, span_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .._protocols import RecordLike, RecordsLike, RelationsLike
    from ..provenance import Citation, Quotation
    from .excerpt import Row

__all__ = ["record_html", "records_html", "relations_html"]

# Notebooks align cells to the right; the classes keep `$` from being read as a formula.
_ROOT = 'lang="en" class="tex2jax_ignore mathjax_ignore"'
_LEFT = 'style="margin-left:0;margin-right:auto"'
_CELL = 'style="text-align:left;vertical-align:top"'
_HEAD = 'style="text-align:left;vertical-align:top;font-weight:normal"'
_NAME = 'style="text-align:left;vertical-align:top;white-space:nowrap"'
#: The title is what is read: ids and times leave it this much.
_TITLE = 'style="text-align:left;vertical-align:top;min-width:min(22em,25vw)"'
_CAPTION = 'style="text-align:left;caption-side:top"'
_LIST = 'style="margin:0;padding-left:1.2em"'
#: The longest time, and the longest id, that is kept on one line.
_SHORT, _SHORT_ID = 30, 36
#: How many of the rows between the first and the last can be opened, and how many sources of a
#: row are shown at once.
_MOST_MORE, _MOST_SOURCES = 100, 3
#: The narrowest that a table is: a caption is as narrow as its table.
_WIDE = 'style="margin-left:0;margin-right:auto;min-width:min(100%,38em)"'


def _link(url: str, inner: str) -> str:
    return f'<a href="{escape(url)}" rel="noopener">{inner}</a>' if ADDRESS.fits(url) else inner


def _lang(language: str) -> str:
    return f' lang="{escape(language)}"' if language and language != "en" else ""


def _cell(inner: str) -> str:
    return f"<td {_CELL}>{inner}</td>"


def _name(inner: str, style: str = _HEAD) -> str:
    return f'<th scope="row" {style}>{inner}</th>'


def _columns(names: Iterable[str]) -> str:
    heads = "".join(
        f'<th scope="col" {_TITLE if name == "Title" else _CELL}>{escape(name)}</th>'
        for name in names
    )
    return f"<thead><tr>{heads}</tr></thead>\n"


def _table(caption: str, columns: str, rows: Iterable[str], style: str = _LEFT) -> str:
    body = "\n".join(f"<tr>{row}</tr>" for row in rows)
    return (
        f"<table {_ROOT} {style}>\n<caption {_CAPTION}>{caption}</caption>\n"
        f"{columns}<tbody>\n{body}\n</tbody>\n</table>"
    )


def _list(items: Iterable[str]) -> str:
    return f"<ul {_LIST}>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def records_html(records: RecordsLike[RecordLike]) -> str:
    """Write a result as a table; its caption shows what was asked and the counts."""
    texts = (counted(records), *records.hints, silence(records))
    caption = "<br>".join([_code(records.asked), *map(escape, filter(None, texts))])
    if not len(records):
        return f"<p {_ROOT}>{caption}<br>{escape(advice(records))}</p>"
    excerpt = Excerpt(records)
    plain = not any(row.confidence for row in excerpt.rows)
    names = ["When", "Certain", excerpt.what.capitalize(), "Title", "Sources", "Confidence", "Id"]
    if plain:
        names.remove("Confidence")
    rows = [_row(row, plain=plain) for row in excerpt.head]
    if excerpt.left:
        rows.append(f'<td colspan="{len(names)}" {_CELL}>{_more(excerpt, names, plain=plain)}</td>')
    rows += [_row(row, plain=plain) for row in excerpt.tail]
    return _table(caption, _columns(names), rows)


def _more(excerpt: Excerpt, names: list[str], *, plain: bool) -> str:
    """Write the rows that an excerpt leaves out, folded."""
    rows = [_row(row, plain=plain) for row in excerpt.more(_MOST_MORE)]
    left = excerpt.left - len(rows)
    table = _table(f"{len(rows):,} of the rows between", _columns(names), rows)
    rest = f"<p>… {left:,} more: ask for them with a slice …</p>" if left else ""
    return f"<details><summary>… {excerpt.left:,} more …</summary>{table}{rest}</details>"


def _row(row: Row, *, plain: bool) -> str:
    below = (row.parties, *row.notes)
    notes = "".join(f"<div>{escape(note)}</div>" for note in below if note)
    confidence = "" if plain else _cell(escape(row.confidence))
    return "".join((
        _cell(_when(row.when)),
        _cell(row.certain if row.sure else f"<em>{row.certain}</em>"),
        _cell(escape(row.what)),
        _name(escape(row.title) + notes),
        _cell(_sources(row.record.citations)),
        confidence,
        _cell(_id(row.record.id)),
    ))  # fmt: skip


def _when(text: str) -> str:
    """Keep a short time on one line, where a browser would break it after a hyphen."""
    short = len(text) <= _SHORT
    return f'<span style="white-space:nowrap">{escape(text)}</span>' if short else escape(text)


def _id(text: str) -> str:
    """Keep a short id on one line; notebooks let code wrap, so the style stands on the code."""
    if len(text) > _SHORT_ID:
        return _code(text)
    return f'<code style="white-space:nowrap">{escape(text)}</code>'


def _sources(citations: tuple[Citation, ...]) -> str:
    """Write every source as a link with its language, those that support the record first."""
    ranked = sorted(citations, key=lambda citation: citation.stance != "supports")
    sources = {citation.source.id: citation.source for citation in ranked}
    links = [_link(source.url, f"<cite>{escape(source.name)}</cite>") + _language(source.language)
             for source in sources.values()]  # fmt: skip
    text = "; ".join(links[:_MOST_SOURCES])
    more = links[_MOST_SOURCES:]
    if not more:
        return text
    return f"{text}<details><summary>and {len(more)} more</summary>{'; '.join(more)}</details>"


def _language(language: str) -> str:
    """Write the language of a source in brackets, unless it is English or not known."""
    return f" ({escape(language)})" if language and language != "en" else ""


def record_html(record: RecordLike, titles: Mapping[str, str] | None = None) -> str:
    """Write a record as a table of its fields, with its sources and what they say.

    Args:
        record: The record.
        titles: Titles of records by id, to name the related ones with.
    """
    rows = [_name(escape(label), _NAME) + _cell(_value(record, label, texts, titles or {}))
            for label, texts in fields(record)]  # fmt: skip
    sources = _list(map(_citation, record.citations))
    rows.insert(len(rows) - 1, _name("Sources", _NAME) + _cell(sources))
    caption = f"<strong>{escape(record.title)}</strong> ({escape(sort_of(record))})"
    return _table(caption, "", rows)


def _value(
    record: RecordLike, label: str, texts: tuple[str, ...], titles: Mapping[str, str]
) -> str:
    ids = mentioned(record, label)
    if label != "Id" and any(name in titles for name in ids):
        return _list(_id(name) + escape(f" {titles.get(name, '')}".rstrip()) for name in ids)
    if ids:
        return ", ".join(map(_id, ids))
    if label == "Quotation":
        words: Quotation = getattr(record, "quotation")  # noqa: B009
        return f"<q{_lang(words.language)}>{escape(words.text)}</q> — {escape(words.speaker.name)}"
    return _list(map(escape, texts)) if len(texts) > 1 else escape("".join(texts))


def _citation(citation: Citation) -> str:
    source = citation.source
    title = f"<cite{_lang(source.language) if source.title else ''}>{escape(source.label)}</cite>"
    text = f"{_link(source.url, title)} ({escape(about(citation))})"
    if ADDRESS.fits(source.archived_url):
        text += f", {_link(source.archived_url, 'archived copy')}"
    words = says(citation)
    return f"{text}<br>{escape(words)}" if words else text


def relations_html(relations: RelationsLike) -> str:
    """Write what a dataset holds: a row for each collection, and its disputed facts."""
    summary = Summary(relations)
    parts = [f"<strong>{escape(summary.title)}</strong>", escape(summary.state)]
    parts += [_code(summary.asked)] if summary.asked else []
    parts.append(escape(summary.counts))
    rows = (
        _name(escape(name)) + _cell(f"{years.total():,}") + _cell(escape(span_text(years)))
        for name, years in summary.rows
    )
    caption = "<br>".join(part for part in parts if part)
    table = _table(caption, _columns(("Collection", "Records", "Years")), rows, _WIDE)
    disputed = dispute_lines(summary.disputed)
    if not disputed:
        return table
    items = _list(f"{_code(record.id)}: {escape(text)}" for record, text in disputed)
    label = "Where sources differ (ours ≠ theirs)"
    return f"{table}\n<details {_ROOT}><summary>{label}</summary>{items}</details>"
