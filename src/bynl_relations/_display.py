"""How records, results and datasets look to people: text, HTML and Markdown."""

from __future__ import annotations

from html import escape


def when_text(record) -> str:  # type: ignore[no-untyped-def]
    if record.when is not None:
        return str(record.when)
    return "seen " + ", ".join(map(str, record.attested)) if record.attested else "–"


def dispute_line(dispute) -> str:  # type: ignore[no-untyped-def]
    others = "; ".join(f"{value} ({', '.join(s.name for s in sources)})" for value, sources in dispute.others)
    return f"{dispute.field}: {dispute.value} ≠ {others}"


def record_line(record) -> str:  # type: ignore[no-untyped-def]
    return f"<{type(record).__name__} {record.id}: {when_text(record)} {record.title}>"


def records_text(records) -> str:  # type: ignore[no-untyped-def]
    return "\n".join([f"{records.asked}: {len(records)} records", *map(record_line, records[:20])])


def relations_text(relations) -> str:  # type: ignore[no-untyped-def]
    return f"<{relations.title} {relations.version}: {len(relations)} records>"


def overview(relations, width: int = 80, *, ascii_only: bool = False) -> str:  # type: ignore[no-untyped-def]
    return relations_text(relations)


def record_html(record) -> str:  # type: ignore[no-untyped-def]
    return f"<p>{escape(record_line(record))}</p>"


def records_html(records) -> str:  # type: ignore[no-untyped-def]
    return f"<pre>{escape(records_text(records))}</pre>"


def relations_html(relations) -> str:  # type: ignore[no-untyped-def]
    return f"<pre>{escape(relations_text(relations))}</pre>"


def record_markdown(record) -> str:  # type: ignore[no-untyped-def]
    return record_line(record)


def records_markdown(records) -> str:  # type: ignore[no-untyped-def]
    return records_text(records)


def relations_markdown(relations) -> str:  # type: ignore[no-untyped-def]
    return relations_text(relations)
