"""Write docs/reference/eu-measures.md: the measures of the EU on Belarus, from the data.

python tools/eu_measures_page.py            write the page
python tools/eu_measures_page.py --check    fail where the page is not what would be written
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pages import written

from bynl_relations import Measure, relations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bynl_relations import LegalAct, When

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "eu-measures.md"
GAPS = ROOT / "src" / "bynl_relations" / "data" / "gaps.json"
#: The kinds that make the chain, and how a reader calls them.
KINDS = {
    "travel_ban": "entry ban",
    "asset_freeze": "asset freeze",
    "arms_embargo": "arms embargo",
    "sectoral": "economic sanctions",
    "flight_ban": "flight ban",
}
DAYS = (
    "2005-01-01", "2007-01-01", "2008-11-01", "2010-06-01", "2012-06-01", "2014-01-01",
    "2015-12-01", "2017-06-01", "2020-09-01", "2021-07-01", "2022-07-01", "2023-09-01",
    "2024-09-01", "2025-09-01", "2026-06-01",
)  # fmt: skip
HEAD = """# EU measures on Belarus, act by act

What the European Union did about Belarus since 1997, made from the data by
`tools/eu_measures_page.py`. One effect of one act on one kind of restriction is one record, so an
act may fill several rows. A restriction applies from the day on which its act was in force (else
from the day of the act) to the day before an act that suspends or lifts it was in force (else to
the day of that act). Single people and firms may have come off a list earlier than the round of
listing to which they belonged. The same from Python:

```python
>>> from bynl_relations import relations
>>> for measure in relations.measures("EU", kind="travel_ban", at="2008-11-01"):
...     print(measure.id)
eu-travel-ban-2004
eu-travel-ban-2004-widened
eu-travel-ban-2006
eu-travel-ban-2006-10
>>> [str(act) for act in relations["eu-travel-ban-suspended-2008"].acts]
['2008/844/CFSP']

```
"""
TABLE = """
## What applied on a day

Each cell names the acts whose restrictions applied on that day, and the act that carried them with
the last day that it set. An act whose number is not known is named by its day; a `?` marks an end
that no text prints, a `~` one that is approximate.
"""
ACTS = """
## Act by act

Acts are linked by their CELEX numbers. An act of the EU whose number no text showed has only its
day; the gaps at the end tell where it was looked for.
"""
EURLEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
MOST = 3


def measures() -> list[Measure]:
    """Return the measures of the EU in order; claims stay out."""
    return list(relations.measures("EU"))


def name(measure: Measure) -> str:
    """Return the act on which a measure rests first, or its day."""
    if measure.acts:
        return str(measure.acts[0])
    return f"act of {measure.when.edtf}" if measure.when else "act not known"


def carrier(kind: str, day: str, standing: Sequence[Measure]) -> Measure | None:
    """Return the last act before a day that set or moved the end of what applied on it."""
    ids = {measure.id for measure in standing}
    found = [
        measure
        for measure in relations.measures("EU", kind=kind, until=day)
        if measure.effect == "extends" or (measure.until and measure.effect != "suspends")
        if ids & {measure.id, *measure.changes}
    ]
    return found[-1] if found else None


def cell(kind: str, day: str) -> str:
    """Return what applied of a kind on a day: acts, doubt and the act that carried them."""
    certain = list(relations.measures("EU", kind=kind, at=day, match="certain"))
    possible = list(relations.measures("EU", kind=kind, at=day, match="possible"))
    if not certain and not possible:
        return "–"
    parts = [listed(certain)] if certain else []
    if possible:
        parts.append(f"possibly {listed(possible)}")
    last = carrier(kind, day, [*certain, *possible])
    if last is not None:
        end = f" to {last.until.edtf}" if last.until else ""
        parts.append(f"carried by {name(last)}{end}")
    return "; ".join(parts)


def listed(found: Sequence[Measure]) -> str:
    """Return the first acts of some measures, and how many more there are."""
    names = list(dict.fromkeys(name(measure) for measure in found))
    rest = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + rest


def linked(act: LegalAct) -> str:
    """Return an act as a link to its text, where it has a CELEX number."""
    return f"[{act.number}]({EURLEX}{act.celex})" if act.celex else act.number


def acts(measure: Measure) -> str:
    """Return the acts of a measure, those adopted on another day with their day."""
    texts = []
    for act in measure.acts:
        if act.type == "conclusions":
            texts.append("Council conclusions")
            continue
        other = act.adopted and measure.when and act.adopted != measure.when
        texts.append(linked(act) + (f" of {act.adopted.edtf}" if other else ""))
    return ", ".join(texts) or "number not known"


def period(measure: Measure) -> str:
    """Return when a restriction applied, or to when an act prolongs or suspends."""
    if measure.applies:
        return "; ".join(span(when) for when in measure.applies)
    return f"to {measure.until.edtf}" if measure.until else ""


def span(when: When) -> str:
    """Return a period in words, its dates as the data has them."""
    start, _, end = str(when).partition("/")
    return f"{start} to {end}" if end else f"from {start}, end not known"


def years() -> dict[str, list[Measure]]:
    """Return the measures by the year of their act; those without an act by their first period."""
    found: dict[str, list[Measure]] = {}
    for measure in measures():
        moment = measure.when or measure.applies[0]
        found.setdefault(str(moment.earliest.year), []).append(measure)
    return dict(sorted(found.items()))


def row(measure: Measure) -> str:
    """Return the row of one measure."""
    day = str(measure.when) if measure.when else "not known"
    what = f"{measure.effect} {KINDS.get(measure.kind, measure.kind.replace('_', ' '))}"
    deal = f" (announced {measure.announced.edtf})" if measure.announced else ""
    cells = (day + deal, acts(measure), what, period(measure), f"{measure.title} (`{measure.id}`)")
    return "| " + " | ".join(cells) + " |"


def page() -> str:
    """Return the text of the page."""
    lines = [HEAD + TABLE]
    lines.append("| day | " + " | ".join(KINDS.values()) + " |")
    lines.append("| --- " * (len(KINDS) + 1) + "|")
    lines += [f"| {day} | " + " | ".join(cell(kind, day) for kind in KINDS) + " |" for day in DAYS]
    lines.append(ACTS.rstrip())
    for year, found in years().items():
        lines += ["", f"### {year}", "", "| day | acts | effect | period | record |"]
        lines += ["| --- | --- | --- | --- | --- |", *map(row, found)]
    lines += ["", "## Not found", ""]
    lines += [
        f"- **{gap['question']}.** {gap['says']} Looked in: {', '.join(gap['looked_in'])}."
        for gap in json.loads(GAPS.read_text("utf-8"))
        if gap["id"].startswith("eu-")
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(written(PAGE, page(), check="--check" in sys.argv[1:]))
