"""HTML for notebooks: plain tables that take the page's colours, every text escaped."""

from __future__ import annotations

from html import escape

from .._fields.formats import ADDRESS
from .card import about, fields, named, says, sort_of
from .excerpt import Excerpt, advice, counted, silence
from .overview import Summary, dispute_lines, span_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..provenance import Citation, Quotation
    from .excerpt import Row
    from .protocols import RecordLike, RecordsLike, RelationsLike

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
#: How wide a table is at least: a caption is as narrow as its table.
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
    """Write a result as a table: its caption says what was asked and counts."""
    said = "<br>".join(map(escape, filter(None, (
        counted(records), *records.hints, silence(records)
    ))))  # fmt: skip
    caption = f"{_code(records.asked)}<br>{said}"
    if not len(records):
        return f"<p {_ROOT}>{caption}<br>{escape(advice(records))}</p>"
    excerpt = Excerpt(records)
    sure = not any(row.confidence for row in excerpt.rows)
    names = ["When", excerpt.what.capitalize(), "Title", "Sources", "Confidence", "Id"]
    if sure:
        names.remove("Confidence")
    rows = [_row(row, sure=sure) for row in excerpt.head]
    if excerpt.left:
        rows.append(f'<td colspan="{len(names)}" {_CELL}>… {excerpt.left:,} more …</td>')
    rows += [_row(row, sure=sure) for row in excerpt.tail]
    return _table(caption, _columns(names), rows)


def _row(row: Row, *, sure: bool) -> str:
    notes = "".join(f"<div>{escape(note)}</div>" for note in row.notes)
    confidence = "" if sure else _cell(escape(row.confidence))
    return "".join((
        _cell(_when(row.when)),
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
    """Keep a short id on one line; notebooks let code wrap, so it is the code that is told."""
    if len(text) > _SHORT_ID:
        return _code(text)
    return f'<code style="white-space:nowrap">{escape(text)}</code>'


def _sources(citations: tuple[Citation, ...]) -> str:
    """Name the first source that stands for the record, as a link, and count the others."""
    first = next((one.source for one in citations if one.stance == "supports"), citations[0].source)
    others = len({one.source.id for one in citations}) - 1
    return _link(first.url, escape(first.name)) + (f" and {others} more" if others else "")


def record_html(record: RecordLike) -> str:
    """Write a record as a table of its fields, with its sources and what they say."""
    rows = [_name(escape(name), _NAME) + _cell(_value(record, name, texts))
            for name, texts in fields(record)]  # fmt: skip
    sources = _list(map(_citation, record.citations))
    rows.insert(len(rows) - 1, _name("Sources", _NAME) + _cell(sources))
    caption = f"<strong>{escape(record.title)}</strong> ({escape(sort_of(record))})"
    return _table(caption, "", rows)


def _value(record: RecordLike, name: str, texts: tuple[str, ...]) -> str:
    ids = named(record, name)
    if ids:
        return ", ".join(map(_id, ids))
    if name == "Quotation":
        words: Quotation = getattr(record, "quotation")  # noqa: B009
        return f"<q{_lang(words.language)}>{escape(words.text)}</q> — {escape(words.speaker.name)}"
    return _list(map(escape, texts)) if len(texts) > 1 else escape("".join(texts))


def _citation(citation: Citation) -> str:
    source = citation.source
    title = f"<cite{_lang(source.language)}>{escape(source.title)}</cite>"
    text = f"{_link(source.url, title)} ({escape(about(citation))})"
    if ADDRESS.fits(source.archived_url):
        text += f", {_link(source.archived_url, 'archived copy')}"
    told = says(citation)
    return f"{text}<br>{escape(told)}" if told else text


def relations_html(relations: RelationsLike) -> str:
    """Write what a dataset holds as a table, a row a collection, and its disputed facts."""
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
    told = dispute_lines(summary.disputed)
    if not told:
        return table
    items = _list(f"{_code(record.id)}: {escape(text)}" for record, text in told)
    label = "Where sources differ (ours ≠ theirs)"
    return f"{table}\n<details {_ROOT}><summary>{label}</summary>{items}</details>"
