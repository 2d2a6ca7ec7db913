"""A dataset, and the sources behind some of its records, as a bibliography.

The dataset comes first, then each source once, by author or publisher, date and title. Dates are
as precise as they are known.
"""

from __future__ import annotations

from .._conversion.json_text import text
from . import bibtex, csl, ris
from .attribution import author, name, slug, stamps
from .entries import LONGEST, Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal, TypeAlias

    from .._protocols import RecordLike
    from ..provenance import Source
    from ..when import When
    from .attribution import DatasetLike

    Style: TypeAlias = Literal["bibtex", "biblatex", "csl-json", "ris", "text"]

__all__ = ["STYLES", "cite"]

STYLES = ("bibtex", "biblatex", "csl-json", "ris", "text")


def cite(
    sources: Iterable[Source],
    dataset: DatasetLike | None,
    style: str,
    records: Iterable[RecordLike] | None = None,
) -> str:
    """Cite a dataset and some sources.

    Args:
        sources: The sources; one that comes twice is cited once.
        dataset: What the records are part of, or None to cite the sources alone.
        style: `bibtex`, `biblatex`, `csl-json`, `ris` or `text`, or the name of a style of the
            Citation Style Language.
        records: The records of which to add what a source says; None adds nothing.

    Raises:
        UnknownName: There is no such style.
        MissingExtra: The style needs citeproc-py, which is not installed.
    """
    every = _entries(sources, records)
    key = "" if dataset is None else _key(dataset, every)
    if style == "text":
        return _text(every, dataset)
    if style in ("bibtex", "biblatex"):
        modern = style == "biblatex"
        first = [] if dataset is None else [bibtex.of_dataset(dataset, key, biblatex=modern)]
        return "\n".join([*first, *(bibtex.of_source(entry, biblatex=modern) for entry in every)])
    if style == "ris":
        first = [] if dataset is None else [ris.of_dataset(dataset, key)]
        return "\n".join([*first, *map(ris.of_source, every)])
    items = [] if dataset is None else [csl.of_dataset(dataset, key)]
    items += map(csl.of_source, every)
    if style == "csl-json":
        return text(items) + "\n"
    return "".join(f"{line}\n" for line in csl.styled(items, style, STYLES))


def _entries(sources: Iterable[Source], records: Iterable[RecordLike] | None = None) -> list[Entry]:
    """Return the entries of some sources, each once, by author or publisher, date and title.

    Args:
        sources: The sources.
        records: The records of which the notes quote what a source says; None for no notes.
    """
    says: dict[str, list[str]] = {}
    for record in records or ():
        for citation in record.citations:
            if citation.says:
                stance = "" if citation.stance == "supports" else f" ({citation.stance})"
                text = f"{record.title}{stance}: {citation.says}"
                says.setdefault(citation.source.id, []).append(text)
    every = [Entry(source, says.get(source.id, ())) for source in dict.fromkeys(sources)]
    return sorted(every, key=_order)


def _order(entry: Entry) -> tuple[str, str, str, str]:
    published = entry.source.published
    when = published.edtf if published is not None else "~"
    return entry.by.casefold(), when, entry.title.casefold(), entry.source.id


def _key(dataset: DatasetLike, every: Sequence[Entry]) -> str:
    """Return the key of a dataset: the first words of its title, unless a source has that key."""
    words = slug(dataset.title).split("-")
    while len("-".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    key = "-".join(words)
    taken = {entry.key for entry in every}
    while key in taken:
        key += "-data"
    return key


def _text(every: Sequence[Entry], dataset: DatasetLike | None) -> str:
    lines: list[str] = []
    if dataset is not None:
        lines += [_sentence(author(dataset), name(dataset), "Data set", *stamps(dataset)), ""]
    for entry in every:
        source = entry.source
        by = ", ".join(source.authors) or source.publisher
        lines.append(
            _sentence(
                f"{by} ({_day(source.published)})".lstrip(),
                f"“{entry.title}”" + (f" [{entry.translated}]" if entry.translated else ""),
                source.publisher if source.authors else "",
                source.url,
                f"Accessed {source.accessed.text()}" if source.accessed else "",
            )
        )
        lines += [f"  {note}" for note in entry.notes]
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _day(when: When | None) -> str:
    return when.text() if when else "no date"


def _sentence(*parts: str) -> str:
    """Join the parts that are not empty into a line, an address without a dot after it."""
    line = ". ".join(part.rstrip(".") for part in parts if part)
    return line if "://" in line.rpartition(". ")[2] else f"{line}."
