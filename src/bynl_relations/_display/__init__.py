"""How records, results and datasets look to people: text, HTML and Markdown.

Everything here works over protocols and knows no kind of record by name.
"""

from __future__ import annotations

from .markdown import record_markdown, records_markdown, relations_markdown
from .notebook_html import record_html, records_html, relations_html
from .overview import overview, relations_text
from .record_text import record_text
from .row import dispute_line, record_line, when_text
from .table import records_text
from .text import ascii_text

__all__ = [
    "ascii_text",
    "dispute_line",
    "overview",
    "record_html",
    "record_line",
    "record_markdown",
    "record_text",
    "records_html",
    "records_markdown",
    "records_text",
    "relations_html",
    "relations_markdown",
    "relations_text",
    "when_text",
]
