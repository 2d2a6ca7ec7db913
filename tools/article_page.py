"""Write docs/reference/article.md: the encyclopedia article, sentence by sentence, from the data.

python tools/article_page.py            write the page
python tools/article_page.py --check    exit 1 if the page is out of date
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pages import written

from bynl_relations import Statistic, relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bynl_relations import Citation, Record, Source

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "article.md"
#: What each sentence is about, in our words.
SENTENCES = {
    "lead.1.1": "The year in which relations began.",
    "lead.1.2": "The missions of Belarus in The Hague.",
    "lead.1.3": "The missions by which the Netherlands deals with Belarus.",
    "lead.1.4": "Both in the OSCE.",
    "lead.2.1": "No dealings of governments since a decision of the EU, and why.",
    "lead.2.2": "The easing of October 2008, at whose wish; what stayed; the Dutch line.",
    "lead.3.1": "The Dutch against an invitation of Lukashenko, with Verhagen's words.",
    "lead.4.1": "No dealings of governments, little culture, no Dutch aid; other ties.",
    "children.1.1": "How many Chernobyl children came each year.",
    "children.1.2": "Why Belarus kept the children at home in 2008.",
    "children.1.3": "The foundation that housed them, and what it did.",
    "children.1.4": "The respite over Christmas 2008 and its end.",
    "election.1.1": "The election of 2006, its critics and the strain that it brought.",
    "election.1.2": "Dutch would-be observers without visas, at the border.",
    "election.2.1": "What befell the students who protested.",
    "election.2.2": "A party's wish for the students and the minister's answer.",
    "election.2.3": "Who brought about the boycott of Interpol in Minsk.",
    "election.2.4": "Protest in the Netherlands.",
}
VERDICTS = {
    "confirmed": "another source tells the same",
    "refined": "the article is right in part; others tell more, or it more exactly",
    "contradicted": "better sources give another value, or deny it",
    "not found elsewhere": "nobody else was found to tell it, and nobody denies it",
}
HEAD = """# The encyclopedia article, sentence by sentence

This dataset began with one text: the article on these relations in the English Wikipedia. Each of
its eighteen sentences is cited by its locator (part, paragraph, sentence), and each was held
against what else could be found. This page is made from the data by `tools/article_page.py`; the
sentences are not repeated here, only what they are about.

```python
>>> from bynl_relations import relations
>>> story = relations.according_to("wikipedia")  # as that article tells it
>>> differing = relations.disputes()  # where sources differ

```

The verdicts, for each record that answers a sentence:
"""
MOST = 3
ORDER = ("primary", "official", "news", "secondary", "encyclopedia")


def verdict(record: Record, citation: Citation) -> str:
    """Return how a citation of the article compares with the other sources of a record."""
    if citation.stance in {"contradicts", "denies"} or record.claimed:
        return "contradicted"
    if not deciding(record, citation):
        return "refined" if counters(record) else "not found elsewhere"
    return "confirmed" if citation.stance == "supports" else "refined"


def deciding(record: Record, citation: Citation) -> list[Source]:
    """Return one source per voice: those that deny a claim, else those that support the fact."""
    stance = "denies" if record.claimed else "supports"
    told = [one.source for one in record.citations if one.stance == stance]
    told = [one for one in told if one.voice != citation.source.voice]
    better = [one for one in told if one.tier != "encyclopedia"]
    if not better and citation.stance in {"supports", "partly"}:
        return []
    voices: dict[str, Source] = {}
    for one in sorted(better or told, key=lambda one: ORDER.index(one.tier)):
        voices.setdefault(one.voice, one)
    return list(voices.values())


def counters(record: Record) -> list[str]:
    """Return the names of others who counted what a statistic counts."""
    if not isinstance(record, Statistic):
        return []
    rivals = [one for name in record.related if isinstance(one := relations[name], Statistic)]
    same = [one for one in rivals if one.indicator == record.indicator and one.reporter]
    return [one.reporter.name for one in same if one.reporter]


def rows() -> Iterator[tuple[str, Record, str, str]]:
    """Yield locator, record, verdict and who decides it, in the order of the sentences."""
    for locator in SENTENCES:
        for name in relations:
            record = relations[name]
            for one in record.citations:
                if one.source.id == "wikipedia" and one.locator == locator:
                    told = [source.publisher for source in deciding(record, one)]
                    names = list(dict.fromkeys(told or counters(record)))
                    rest = f" and {len(names) - MOST} more" if len(names) > MOST else ""
                    by = ", ".join(names[:MOST]) + rest
                    yield locator, record, verdict(record, one), by or "nobody"


def page() -> str:
    """Return the text of the page."""
    found = list(rows())
    reasons: dict[str, str] = {}
    shown: set[str] = set()
    lines = [HEAD, *(f"- **{word}**: {meaning}." for word, meaning in VERDICTS.items())]
    lines += ["", "| sentence | about | verdict |", "| --- | --- | --- |"]
    for locator, about in SENTENCES.items():
        words = {word for at, _, word, _ in found if at == locator}
        told = ", ".join(word for word in VERDICTS if word in words)
        anchor = locator.replace(".", "")
        lines.append(f"| [{locator}](#{anchor}) | {about} | {told} |")
    for locator, about in SENTENCES.items():
        lines += ["", f"## {locator}", "", about, ""]
        lines += ["| record | what it is | verdict | by |", "| --- | --- | --- | --- |"]
        for at, record, word, by in found:
            if at == locator:
                lines.append(f"| `{record.id}` | {record.title} | {word} | {by} |")
        for at, record, word, _ in found:
            if at == locator and word == "contradicted" and record.rationale:
                seen = reasons.setdefault(record.rationale, record.id)
                told = record.rationale if seen == record.id else f"as `{seen}`."
                if record.id not in shown:
                    lines += ["", f"`{record.id}`: {told}"]
                shown.add(record.id)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(written(PAGE, page(), check="--check" in sys.argv[1:]))
