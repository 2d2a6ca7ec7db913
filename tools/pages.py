"""What the tools share that write a page of the docs from the data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def written(page: Path, text: str, *, check: bool) -> int:
    """Write a page, or compare it with what would be written.

    Args:
        page: Where it stands.
        text: What it holds.
        check: Whether to write nothing.

    Returns:
        The exit status: 1 for a page that is out of date.
    """
    if check:
        same = page.is_file() and page.read_text("utf-8") == text
        print("The page is up to date." if same else f"Run: python {sys.argv[0]}")
        return 0 if same else 1
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, "utf-8")
    print(f"written: {page}")
    return 0
