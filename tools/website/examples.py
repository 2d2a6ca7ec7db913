"""The examples of a page as a reader of the site sees them: tables as tables, pictures as pictures.

The pages of `docs` show what Python prints, and run as doctests. On the site the same examples are
run once more, and a result that a notebook would show as a table, or a figure, is shown as one.
"""

from __future__ import annotations

import contextlib
import io
import re
from doctest import DocTestParser, Example
from typing import TYPE_CHECKING

import matplotlib as mpl
from collection_pages import plain

from bynl_relations import relations

if TYPE_CHECKING:
    from pathlib import Path

FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def run(example: Example, names: dict[str, object]) -> object:
    """Run an example and return its value; None where it is no expression or raises."""
    source = example.source.strip()
    try:
        code, evaluate = compile(source, "<example>", "eval"), True
    except SyntaxError:
        code, evaluate = compile(example.source, "<example>", "exec"), False
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            value = eval(code, names)
    except Exception:
        if not example.exc_msg:
            raise
        return None
    return value if evaluate else None


def written(example: Example, want: bool) -> str:
    """Return an example as it is typed, with or without what it prints."""
    first, *rest = example.source.rstrip("\n").split("\n")
    lines = [f">>> {first}", *(f"... {line}" for line in rest)]
    return "\n".join(lines) + "\n" + (example.want if want else "")


def tables(html: str, page: Path) -> str:
    """Return the tables of a result without the styles of a notebook, ids as links to cards."""

    def link(match: re.Match[str]) -> str:
        record = relations.get(match[1])
        if record is None:
            return match[0]
        up = "" if page.name == "index.md" else "../"
        file = f"{up}reference/collections/{record.collection}.html"
        return f'<a href="{file}#{record.id}"><code>{record.id}</code></a>'

    return re.sub("<code>([a-z0-9-]+)</code>", link, plain(html))


def pictures(page: Path) -> str:
    """Save the figures that are open beside a page, and return them in MyST."""
    import matplotlib.pyplot as plt

    text = ""
    for number in plt.get_fignums():
        folder = page.parent / "pictures"
        folder.mkdir(exist_ok=True)
        file = folder / f"{page.stem}-{len(list(folder.iterdir()))}.svg"
        plt.figure(number).savefig(file, bbox_inches="tight")
        text += f"\n![What the example draws](pictures/{file.name}){{.drawn}}\n"
    plt.close("all")
    return text


def shown(text: str, page: Path) -> str:
    """Return a page with tables and pictures after the examples that make them."""
    mpl.use("agg")
    names: dict[str, object] = {"__name__": "__main__"}

    def block(match: re.Match[str]) -> str:
        made, code = "", ""
        for example in DocTestParser().get_examples(match[1]):
            value = run(example, names)
            html = getattr(value, "_repr_html_", None) if example.want else None
            code += written(example, want=html is None)
            if callable(html):
                made += f"```pycon\n{code}```\n\n````{{raw}} html\n"
                made += f'<div class="shown">{tables(html(), page)}</div>\n````\n\n'
                code = ""
        made += f"```pycon\n{code}```\n" if code else ""
        return made + pictures(page)

    return FENCE.sub(block, text)
