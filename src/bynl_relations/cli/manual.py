"""The manual of the command line: what each command and option does, with examples."""

from __future__ import annotations

import re

from .._query.conditions import own_fields
from .._query.queries import Queries
from .._spelling import words
from ..model.collections import COLLECTIONS
from ..model.kinds import kind
from .terminal import PROGRAM

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ABOUT",
    "COMMANDS",
    "FORMATS",
    "KEYWORDS",
    "OTHER_FORMATS",
    "PICTURES",
    "notes",
    "overview",
]

#: The ways to write records.
FORMATS = ("table", "json", "jsonl", "csv", "markdown", "jsonld", "geojson", "bibtex", "biblatex",
           "ris")  # fmt: skip
#: The ways to write what is not records.
OTHER_FORMATS = {
    **dict.fromkeys(("actors", "sources", "describe", "gaps"), ("table", "json", "jsonl")),
    "counts": ("table", "json", "jsonl", "csv", "markdown"),
}
#: Each picture with the query that finds its records.
PICTURES = {
    "regimes": "measures",
    "counts": "all",
    "timeline": "all",
    "missions": "missions",
    "statistics": "statistics",
    "disputes": "disputes",
}


def _summary(collection: str) -> str:
    """Return what the query of a collection does, in the words of its docstring."""
    said = (getattr(Queries, collection).__doc__ or "").partition("\n")[0]
    said = said.removeprefix("Find ").rstrip(".")
    return re.sub("`([a-z]+)`", r"--\1", said.replace("`who`", "WHO"))


#: Each command with what it does; the collections first.
COMMANDS = {
    **{name: _summary(name) for name in COLLECTIONS},
    "all": "records of every kind, in order of time",
    "contacts": "visits, meetings, calls and summonses of WHO and --to, either way round",
    "gaps": "what was looked for and not found",
    "counts": "how many records began, or stood, in each year, month or day",
    "show": "everything about a record: values, doubts, who says so",
    "search": "records that hold all of some words, the best first",
    "disputes": "records on which sources differ, claims included",
    "according-to": "the story as one source tells it",
    "at": "what stood on a day or in a span",
    "actors": "who takes part: states, ministries, persons",
    "sources": "who says so",
    "describe": "counts by kind, tier, voice and confidence",
    "check": "report every problem of a dataset; exit 1 if there is any",
    "canonical": "write a dataset back in canonical form, or compare only",
    "write": "write the dataset into a directory",
    "plot": "draw a picture into an SVG or PNG file",
    "page": "write records as one HTML page that searches and filters; claims included",
}

#: The keywords of queries: how the value is called, and what it does.
KEYWORDS = {
    "to": ("WHO", "towards whom"),
    "since": ("MOMENT", "began then or later"),
    "until": ("MOMENT", "began then or earlier"),
    "at": ("MOMENT", "stood then"),
    "match": ("HOW", "any (default), certain or possible: how sure the time has to be"),
    "undated": ("", "with, or without, records of which no time is known"),
    "claims": ("", "also what a source claims and better sources deny"),
    "actor": ("WHO", "somebody in any part; may be repeated, any of them fits"),
    "all_of": ("WHO", "somebody in any part; may be repeated, all of them take part"),
    "topic": ("WORD", "a topic; may be repeated, any of them fits"),
    "country": ("NAME", "country of the place; may be repeated"),
    "city": ("NAME", "city of the place, in any language; may be repeated"),
    "reference": ("TEXT", "number of a paper that it is about"),
    "related": ("ID", "id of a record that it names, or that names it"),
    "capacity": ("WORD", "capacity in which somebody took part, such as minister"),
    "source": ("NAME", "cites this source: its id, else its voice, else its publisher"),
    "scope": ("WORD", "core or context"),
    "confidence": ("WORD", "high, medium or low; may be repeated"),
    "text": ("WORDS", "holds these words"),
    "exact": ("", "a state only itself, without those who act for it"),
    "collection": ("NAME", "one of the ten collections; may be repeated"),
    "address": ("TEXT", "street and number"),
    "resident": ("", "seat lies, or does not lie, where it is accredited"),
    "multilateral": ("", "has, or has not, parties beside those that it names"),
    "mission": ("ID", "id of the mission"),
    "exceptions": ("TEXT", "the exceptions, in full"),
    "act": ("NUMBER", "number of a legal act, however it is written, or its CELEX number"),
    "changes": ("ID", "id of a measure or agreement that it alters"),
    "reporter": ("WHO", "who reports the figure"),
    "subject": ("TEXT", "the subject, in full"),
    "about": ("ID", "id of the record that it is about"),
    "indicator": ("WORD", "what is counted; may be repeated"),
    "low": ("NUMBER", "lower bound, exactly"),
    "high": ("NUMBER", "upper bound, exactly"),
    "stated": ("TEXT", "the words, where no number is given"),
    "unit": ("TEXT", "the unit"),
}
_MOMENTS = """\
a MOMENT:
  2006, 2006-03, 2006-03-24, 2004/2009, 2009/.., 2008-12~ (EDTF), or "24 March 2006"
WHO:
  an id, a name or an alias: NL, Nederland, "European Union", Verhagen"""

EXAMPLES = {
    "events": ("events --since 2006 --kind protest", "events NL --topic elections --format csv"),
    "visits": ("visits NL --to BY", "visits --since 2009 --level minister"),
    "missions": ("missions NL --to BY --kind embassy --at 2018", "missions BY --claims"),
    "appointments": ("appointments NL --function ambassador", "appointments BY --at 2015"),
    "agreements": ("agreements --at 2010", "agreements --since 2010 --format bibtex"),
    "measures": ("measures EU --at 2008-11-01", "measures EU --since 2008-10 --until 2009-03"),
    "positions": ("positions Verhagen", "positions NL --attitude condemns"),
    "memberships": ("memberships BY", "memberships --status partner"),
    "programmes": ("programmes --to BY --kind recuperation", "programmes --at 2005"),
    "statistics": ("statistics --topic trade", "statistics --indicator children_hosted"),
    "all": ("all NL --since 1997 --topic sanctions", "all --collection visits --format geojson"),
    "contacts": ("contacts NL --to BY --since 2008", "contacts NL --capacity foreign_minister"),
    "gaps": ("gaps", "gaps --collection missions --format json"),
    "counts": ("counts measures EU --by month --of stood", "counts visits --by level"),
    "show": ("show by-embassy-the-hague", "show nl-embassy-warsaw --format json"),
    "search": ("search Chernobyl children", "search embassy --collection missions"),
    "disputes": ("disputes", "disputes --collection events --format jsonl"),
    "according-to": ("according-to wikipedia", "according-to wikipedia missions visits"),
    "at": ("at 2008-10-20", 'at "October 2008" measures --match certain'),
    "actors": ("actors --type person", "actors Nederland --format json"),
    "sources": ("sources --tier primary", "sources wikipedia"),
    "describe": ("describe", "describe --data mine --format json"),
    "check": ("check mine", "check mine.json --max-bytes 100000000"),
    "canonical": ("canonical mine --check", "canonical mine"),
    "write": ("write copy", "--data mine write copy"),
    "page": ("page relations.html", "page sanctions.html --topic sanctions --since 1997"),
    "plot": ("plot regimes regimes.svg EU", "plot counts visits.png --collection visits --by year"),
}

ABOUT = """\
The relations between Belarus and the Netherlands since 1991, each fact with its sources.
Without a command: an overview."""


def overview() -> str:
    """List the commands, for the help of the program."""
    from textwrap import wrap

    lines = ["commands:"]
    for name, said in COMMANDS.items():
        lines += wrap(said, _columns(), initial_indent=f"  {name:<13}", subsequent_indent=" " * 15)
    lines += ["", f"each says more: {PROGRAM} missions --help"]
    return "\n".join(lines)


def notes(command: str, query: str, data: Queries) -> str:
    """Write the end of the help of a command.

    Args:
        command: Its name.
        query: The query that it asks, or empty.
        data: The dataset whose topics and indicators it lists.

    Returns:
        The words of its vocabularies, how moments and names are written, and examples.
    """
    parts = [_vocabularies(query, data), _MOMENTS] if query else []
    examples = "\n".join(f"  {PROGRAM} {example}" for example in EXAMPLES.get(command, (command,)))
    return "\n\n".join([*parts, f"examples:\n{examples}"])


def _vocabularies(query: str, data: Queries) -> str:
    from textwrap import wrap

    from ..vocabulary import Capacity, Confidence, Scope

    known: dict[str, Iterable[str]] = {}
    if query in COLLECTIONS:
        cls = kind(query)
        worded = [name for name in own_fields(query) if name in cls.word_fields()]
        known |= {name: cls.vocabulary(name) for name in worded}
        if query == "statistics":
            known["indicator"] = data.indicators
    else:
        known["collection"] = COLLECTIONS
    known |= {"scope": list(Scope), "confidence": list(Confidence), "capacity": list(Capacity)}
    known["topic"] = data.topics
    lines = ["words (topics and indicators are those of the data that ships):"]
    for name, found in known.items():
        option = f"--{name.replace('_', '-')}"
        lines += wrap(words(found, 1000), _columns(), break_on_hyphens=False,
                      initial_indent=f"  {option:<13}", subsequent_indent=" " * 15)  # fmt: skip
    return "\n".join(lines)


def _columns() -> int:
    from shutil import get_terminal_size

    return max(get_terminal_size().columns - 2, 40)
