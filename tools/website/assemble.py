"""Write the source of the site: the pages of `docs`, and the pages that are made from the data.

python tools/website/assemble.py FOLDER

The pages of `docs` hold no directives, so that they read well anywhere; what Sphinx needs besides
is added to the copies: a table of contents, and links from the ids of records to their cards.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import collection_pages
import examples
import python_pages

from bynl_relations import relations

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
#: Pages from outside `docs`, and where they stand on the site.
OUTSIDE = {
    "CONTRIBUTING.md": "project/contributing.md",
    "CHANGELOG.md": "project/changelog.md",
    "DATA_CHANGELOG.md": "project/data-changelog.md",
    "SECURITY.md": "project/security.md",
    "CODE_OF_CONDUCT.md": "project/code-of-conduct.md",
    "src/bynl_relations/data/README.md": "project/data.md",
    "tests/extras/README.md": "project/further-tests.md",
    "LICENSE": "project/license.md",
    "LICENSE-DATA": "project/license-data.md",
}
LICENCES = {"LICENSE": "The MIT licence of the code", "LICENSE-DATA": "CC BY 4.0, for the data"}
#: What the first page of the site lists besides, under "Look up".
FURTHER = """
- [Classes and functions](reference/python/index.rst), from their docstrings
- [Every record](reference/collections/index.md), kind by kind, at an address that stays
- [Coverage and gaps](reference/gaps.md): what was looked for and not found

"""
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
FENCE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"^(!\[.*\]\(\S+)-light\.svg\)$", re.MULTILINE)
CODE = re.compile(r"(?<![\[`])`([a-z0-9-]+)`(?![\]`])")


def pages() -> dict[str, str]:
    """Return where each file of the repository stands on the site, by its path in it."""
    docs = ROOT / "docs"
    found = [path for path in docs.rglob("*") if path.suffix in {".md", ".ipynb", ".svg"}]
    kept = {
        path.relative_to(ROOT).as_posix(): path.relative_to(docs).as_posix()
        for path in sorted(found)
        if ".ipynb_checkpoints" not in path.parts
    }
    return {**kept, **{old: new for old, new in OUTSIDE.items() if (ROOT / old).is_file()}}


def relinked(text: str, old: str, places: dict[str, str]) -> str:
    """Return a page whose links lead to where their targets stand on the site."""
    here = Path(places[old]).parent

    def link(match: re.Match[str]) -> str:
        target = os.path.normpath(os.path.join(Path(old).parent, match[1]))
        if target not in places:
            message = f"{old}: the link {match[1]!r} leads to no page of the site"
            raise SystemExit(message)
        return f"]({os.path.relpath(places[target], here)}"

    return LINK.sub(link, text)


def with_cards(text: str, place: str) -> str:
    """Return a page on which the id of a record, as code, is a link to its card."""

    def link(match: re.Match[str]) -> str:
        record = relations.get(match[1])
        if record is None or "-" not in match[1]:
            return match[0]
        page = f"reference/collections/{record.collection}.html"
        page = os.path.relpath(page, Path(place).parent)
        return f'<a href="{page}#{record.id}"><code>{record.id}</code></a>'

    parts = FENCE.split(text)
    return "".join(part if part.startswith("```") else CODE.sub(link, part) for part in parts)


def contents(index: str) -> str:
    """Return the first page with a hidden table of contents a section, made from its links."""
    index = PICTURE.sub(r"\1-light.svg){.only-light}\n\1-dark.svg){.only-dark}", index)
    head, *sections = index.split("\n## ")
    sections = [
        section.rstrip("\n") + FURTHER if section.startswith("Look up\n") else section
        for section in sections
    ]
    trees = {
        section.partition("\n")[0]: [
            name.rpartition(".")[0] for name in dict.fromkeys(LINK.findall(section))
        ]
        for section in sections
    }
    trees["Project"] = [new.removesuffix(".md") for new in sorted(OUTSIDE.values())]
    hidden = "".join(
        f"\n```{{toctree}}\n:hidden:\n:caption: {title}\n\n" + "\n".join(names) + "\n```\n"
        for title, names in trees.items()
    )
    way = (
        '<p class="way"><a class="button" href="relations.html">Open the data</a> '
        "<span>Every record, to search, filter and read. No Python needed.</span></p>\n"
    )
    lead, picture, rest = head.partition("\n![")
    head = f"{lead}\n{way}{picture}{rest}"
    return head + "\n\n" + "".join(f"\n## {section}" for section in sections) + hidden


def write(folder: Path) -> None:
    """Write everything that Sphinx reads into a folder, which is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("_static", "_extra"):
        (folder / name).mkdir(parents=True)
    places = pages()
    for old, new in places.items():
        target = folder / new
        target.parent.mkdir(parents=True, exist_ok=True)
        if not new.endswith(".md"):
            shutil.copyfile(ROOT / old, target)
            continue
        text = (ROOT / old).read_text("utf-8")
        if old in LICENCES:
            text = f"# {LICENCES[old]}\n\n```text\n{text.strip()}\n```\n"
        else:
            text = with_cards(relinked(text, old, places), new)
        if old.startswith("docs/"):
            text = examples.shown(text, target)
        target.write_text(contents(text) if new == "index.md" else text, "utf-8")
    for name, text in {**collection_pages.made(), **python_pages.made()}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    relations.to_html(folder / "_extra" / "relations.html")
    shutil.copyfile(HERE / "site.css", folder / "_static" / "site.css")
    shutil.copyfile(HERE / "conf.py", folder / "conf.py")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
