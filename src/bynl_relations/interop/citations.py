"""A dataset, and the sources behind some of its records, as a bibliography.

Each source stands once, in the order of the records; its key is its id. Dates are as precise
as they are known: `date` carries EDTF, which biblatex reads, `year` says `c. 2012` of an
approximate year, and a decade has no year at all.

Source: the BibTeX and biblatex manuals; CSL-JSON 1.0.2 (csl-data.json).
"""

from __future__ import annotations

from .._conversion.json_text import text
from .._spelling import chosen
from .attribution import author, licences, slug
from .dates import MONTHS, numbers, said, sides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal, TypeAlias

    from ..provenance import Source
    from ..when import When
    from .facts import DatasetFacts

    Style: TypeAlias = Literal["bibtex", "csl-json", "text"]

__all__ = ["STYLES", "cite"]

STYLES = ("bibtex", "csl-json", "text")
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
_ESCAPES = str.maketrans(_LATEX)
#: What would break the braces of an entry, in an address.
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D"})
_CSL_TYPES = {"news": "article-newspaper", "encyclopedia": "entry-encyclopedia"}


def cite(sources: Iterable[Source], dataset: DatasetFacts | None, style: str) -> str:
    """Cite a dataset and some sources.

    Args:
        sources: In order; one that comes twice is cited once.
        dataset: What the records are part of, or None to cite the sources alone.
        style: `bibtex`, `csl-json` or `text`.

    Returns:
        A text: the dataset first, with its version and the day of its last check.

    Raises:
        UnknownName: There is no such style.
    """
    chosen("style", style, STYLES)
    every = list(dict.fromkeys(sources))
    if style == "text":
        return _text(every, dataset)
    if style == "csl-json":
        items = [_csl_source(source) for source in every]
        if dataset is not None:
            items.insert(0, _csl_dataset(dataset, _key(dataset, every)))
        return text(items) + "\n"
    entries = [_entry(source.id, _bibtex_source(source)) for source in every]
    if dataset is not None:
        entries.insert(0, _entry(_key(dataset, every), _bibtex_dataset(dataset)))
    return "\n".join(entries)


def _key(dataset: DatasetFacts, sources: Sequence[Source]) -> str:
    """Give the key of a dataset: its title, unless a source has that key."""
    key = slug(dataset.title)
    taken = {source.id for source in sources}
    while key in taken:
        key += "-data"
    return key


def _name(dataset: DatasetFacts) -> str:
    return dataset.title or "Data set without a title"


# BibTeX.


def _entry(key: str, fields: dict[str, str]) -> str:
    inside = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{inside}}}\n"


def _bibtex_source(source: Source) -> dict[str, str]:
    return {
        "title": _braced(source.title, twice=True),
        "howpublished": _braced(source.publisher),
        **(_bibtex_date(source.published) if source.published else {}),
        "url": f"{{{source.url.translate(_ADDRESS)}}}" if source.url else "",
        "urldate": f"{{{source.accessed.edtf}}}" if source.accessed else "",
        "language": _braced(source.language),
    }


def _bibtex_dataset(dataset: DatasetFacts) -> dict[str, str]:
    return {
        "author": _braced(author(dataset), twice=True),
        "title": _braced(_name(dataset), twice=True),
        "howpublished": "{Data set}",
        **(_bibtex_date(dataset.checked) if dataset.checked else {}),
        "note": _braced(". ".join(_stamps(dataset))),
    }


def _stamps(dataset: DatasetFacts) -> list[str]:
    """Tell version, day of the last check and licence, as far as they are known."""
    return [
        *([f"Version {dataset.version}"] if dataset.version else []),
        *([f"Last checked {said(dataset.checked)}"] if dataset.checked else []),
        *([f"Licence {', '.join(licences(dataset))}"] if dataset.licences else []),
    ]


def _bibtex_date(when: When) -> dict[str, str]:
    """Give `date` as it is, and `year` and `month` for those who read no EDTF."""
    fields = {"date": f"{{{when.edtf}}}"}
    (side, flag), *others = sides(when)
    known = numbers(side)
    if known and not others:
        about = "c. " if flag in ("~", "%") else ""
        fields["year"] = f"{{{about}{known[0]:04}{'?' if flag in ('?', '%') else ''}}}"
        if len(known) > 1 and not flag:
            fields["month"] = MONTHS[known[1] - 1][:3].lower()
    return fields


def _braced(words: str, *, twice: bool = False) -> str:
    """Escape a text for LaTeX and put it into braces; two of them keep its capitals."""
    if not words:
        return ""
    inside = words.translate(_ESCAPES)
    return f"{{{{{inside}}}}}" if twice else f"{{{inside}}}"


# CSL-JSON.


def _csl_source(source: Source) -> dict[str, object]:
    kind = _CSL_TYPES.get(source.tier.value, "webpage" if source.url else "document")
    item: dict[str, object] = {
        "id": source.id,
        "type": kind,
        "title": source.title,
        "container-title" if kind in _CSL_TYPES.values() else "publisher": source.publisher,
        "issued": _csl_date(source.published) if source.published else "",
        "URL": source.url,
        "accessed": _csl_date(source.accessed) if source.accessed else "",
        "language": source.language,
    }
    return {key: value for key, value in item.items() if value != ""}


def _csl_dataset(dataset: DatasetFacts, key: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": key,
        "type": "dataset",
        "author": [{"literal": author(dataset)}] if author(dataset) else "",
        "title": _name(dataset),
        "version": dataset.version,
        "issued": _csl_date(dataset.checked) if dataset.checked else "",
        "note": ". ".join(_stamps(dataset)),
    }
    return {key: value for key, value in item.items() if value != ""}


def _csl_date(when: When) -> dict[str, object]:
    """Give the numbers that are known; words where a side has none."""
    told = sides(when)
    known = [list(numbers(side)) for side, _ in told]
    if not all(known):
        return {"literal": said(when)}
    date: dict[str, object] = {"date-parts": known}
    if any(flag for _, flag in told):
        date["circa"] = True
    return date


# Text.


def _text(sources: Sequence[Source], dataset: DatasetFacts | None) -> str:
    lines: list[str] = []
    if dataset is not None:
        lines += [_sentence(author(dataset), _name(dataset), "Data set", *_stamps(dataset)), ""]
    lines += [
        _sentence(
            f"{source.publisher} ({_day(source.published)})".lstrip(),
            f"“{source.title}”",
            source.url,
            f"Accessed {said(source.accessed)}" if source.accessed else "",
        )
        for source in sources
    ]
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _day(when: When | None) -> str:
    return said(when) if when else "no date"


def _sentence(*parts: str) -> str:
    """Join what is not empty into a line, an address without a dot after it."""
    told = ". ".join(part.rstrip(".") for part in parts if part)
    return told if "://" in told.rpartition(". ")[2] else f"{told}."
