"""Check that every link inside a built site leads somewhere, anchors included.

python tools/website/check_links.py FOLDER
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The anchors and the links of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: set[str] = set()
        self.requests: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag is called and where it leads."""
        values = {name: value for name, value in attrs if value}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        loaded = values.get("src") if tag in {"img", "script", "iframe"} else None
        if tag == "link" and values.get("rel") != "canonical":
            loaded = values.get("href")
        if tag == "a" and "href" in values:
            self.links.add(values["href"])
        if loaded:
            self.links.add(loaded)
            self.requests |= {loaded} if urlsplit(loaded).netloc else set()


def broken(folder: Path) -> list[str]:
    """Return the links of a site that lead nowhere, and what a page would load from elsewhere."""
    files = {path: Page(path.read_text("utf-8")) for path in folder.resolve().rglob("*.html")}
    found = []
    for path, page in files.items():
        name = path.relative_to(folder.resolve())
        found += [f"{name}: loads {link}" for link in page.requests]
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or path.name == "relations.html":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchor = unquote(parts.fragment)
            known = target.is_file() and (
                not anchor or target not in files or anchor in files[target].anchors
            )
            found += [] if known else [f"{name}: {link}"]
    return sorted(found)


if __name__ == "__main__":
    lines = broken(Path(sys.argv[1]))
    print("\n".join(lines) or "every link leads somewhere")
    sys.exit(bool(lines))
