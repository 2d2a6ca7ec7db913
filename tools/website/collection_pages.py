"""The pages of the data: a page a collection, with its records as cards, and one of the gaps."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from bynl_relations import relations
from bynl_relations.model import COLLECTIONS, kind

if TYPE_CHECKING:
    from bynl_relations import Gap, Record

STYLE = re.compile(r' style="[^"]*"')
CAPTION = re.compile(r"<caption>.*?</caption>\n?", re.DOTALL)
CODE = re.compile(r"<code>([a-z0-9-]+)</code>")
HEAD = """# {title}

{count} records, in the order of time{claims}. The address of a card is for ever: it is this page
with `#` and the id of the record. The same from Python: `relations.{name}()`.

"""


def plain(html: str) -> str:
    """Return HTML of the library without its styles, which are made for notebooks."""
    return STYLE.sub("", html)


def linked(html: str, page: str, own: str) -> str:
    """Return HTML in which the id of another record is a link to its card, by its title."""

    def link(match: re.Match[str]) -> str:
        other = relations.get(match[1])
        if other is None or other.id == own:
            return match[0]
        return f'<a href="{address(other, page)}">{escape(other.title)}</a>'

    return CODE.sub(link, html)


def address(record: Record, page: str) -> str:
    """Return a link to the card of a record, as seen from the page of a collection."""
    file = "" if record.collection == page else f"{record.collection}.html"
    return f"{file}#{record.id}"


def card(record: Record, page: str) -> str:
    """Return the card of a record in HTML, with its id as its anchor."""

    table = linked(CAPTION.sub("", plain(record._repr_html_())), page, record.id)
    table = table.replace("<table", '<table class="card"', 1)
    mark = ' <span class="mark">claimed, and denied</span>' if record.claimed else ""
    mark += ' <span class="mark">disputed</span>' if record.disputed else ""
    anchor = f'<a class="headerlink" href="#{record.id}" title="Link to this record">#</a>'
    return (
        f'<article class="record" id="{record.id}">\n'
        f"<h3>{escape(record.title)}{mark}{anchor}</h3>\n{table}</article>\n"
    )


def decade(record: Record) -> str:
    """Return the heading under which a record stands: the decade of its first day."""
    day = record.first_day if hasattr(record, "first_day") else None
    if day is None:
        moment = next(iter([record.when] if record.when else record.attested), None)
        day = moment and (moment.start.earliest or moment.start.latest)
    return f"{day.year // 10 * 10}s" if day else "Without a date of their own"


def page(name: str) -> str:
    """Return the page of a collection in MyST."""
    records = relations.all(collection=name, claims=True)
    claims = sum(record.claimed for record in records)
    told = f"; {claims} of them claimed by a source and denied by better ones" if claims else ""
    text = HEAD.format(title=name.capitalize(), count=len(records), claims=told, name=name)
    text += (kind(name).__doc__ or "").partition("\n")[0] + "\n"
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(decade(record), []).append(record)
    for heading, members in groups.items():
        cards = "\n".join(card(record, name) for record in members)
        text += f"\n## {heading}\n\n````{{raw}} html\n{cards}````\n"
    return text


def index() -> str:
    """Return the page that lists the collections."""
    counts = {name: len(relations.all(collection=name, claims=True)) for name in COLLECTIONS}
    rows = "".join(
        f"| [{name.capitalize()}]({name}.md) | {count} |\n" for name, count in counts.items()
    )
    return (
        "# Every record\n\nA page a collection, with its records as cards: what is held, who says "
        f"so, and who disagrees.\n\n| Collection | Records |\n|---|--:|\n{rows}\n"
        "```{toctree}\n:hidden:\n\n" + "\n".join(COLLECTIONS) + "\n```\n"
    )


def gap_row(gap: Gap) -> str:
    """Return a gap as an item of a list."""
    where = f"<br>Looked in: {escape('; '.join(gap.looked_in))}." if gap.looked_in else ""
    told = f"<strong>{escape(gap.question)}.</strong> {escape(gap.says)}{where}"
    return f'<li id="{gap.id}">{told}</li>'


def gaps_page() -> str:
    """Return the page of what was looked for and not found."""
    readme = files("bynl_relations").joinpath("data/README.md").read_text("utf-8")
    table = readme.partition("\n| kind |")[2].partition("\n\n")[0]
    text = (
        f"# Coverage and gaps\n\nRecords by kind, and by the decade of their first day.\n\n"
        f"| kind |{table}\n\nBelow is what was looked for and not found, so that silence is not "
        "taken for proof that\nnothing happened. From Python: `relations.gaps()`.\n"
    )
    groups: dict[str, list[Gap]] = {}
    for gap in relations.gaps():
        groups.setdefault(str(gap.collection or "Everything").capitalize(), []).append(gap)
    for heading, members in groups.items():
        rows = "\n".join(map(gap_row, members))
        text += f'\n## {heading}\n\n````{{raw}} html\n<ul class="gaps">\n{rows}\n</ul>\n````\n'
    return text


def made() -> dict[str, str]:
    """Return every page by its path on the site."""
    found = {f"reference/collections/{name}.md": page(name) for name in COLLECTIONS}
    found["reference/collections/index.md"] = index()
    return {**found, "reference/gaps.md": gaps_page()}
