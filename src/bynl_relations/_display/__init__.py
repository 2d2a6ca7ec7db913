"""How records, results and datasets look to people: text, HTML and Markdown.

Everything here works over protocols and knows no kind of record by name.
"""

from __future__ import annotations

from .markdown import record_markdown, records_markdown, relations_markdown
from .overview import overview, relations_text
from .page import record_html, records_html, relations_html
from .row import dispute_line, record_line, when_text
from .text import ascii_text, records_text

__all__ = [
    "ascii_text",
    "dispute_line",
    "overview",
    "record_html",
    "record_line",
    "record_markdown",
    "records_html",
    "records_markdown",
    "records_text",
    "relations_html",
    "relations_markdown",
    "relations_text",
    "when_text",
]
