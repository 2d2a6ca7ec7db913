"""Sources as entries of BibTeX and of biblatex.

BibTeX has year and month, where `c. 2012` marks an approximate year. biblatex has `date` in
EDTF, which it reads.

Source: the BibTeX manual (btxdoc) and the biblatex manual, section 2.
"""

from __future__ import annotations

from .attribution import author, name, stamps
from .dates import MONTHS, numbers, sides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..when import When
    from .attribution import DatasetLike
    from .entries import Entry

__all__ = ["of_dataset", "of_source"]

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
#: For each kind of source: the type of BibTeX and the field of its publisher, then both of
#: biblatex; other kinds are `misc` and `online` or `misc`.
_TYPES = {
    "legal_act": ("misc", "howpublished", "legislation", "organization"),
    "treaty": ("misc", "howpublished", "legal", "organization"),
    "parliamentary_paper": ("misc", "howpublished", "report", "institution"),
    "report": ("techreport", "institution", "report", "institution"),
    "dataset": ("misc", "howpublished", "dataset", "organization"),
    "article": ("article", "journal", "article", "journaltitle"),
    "interview": ("misc", "howpublished", "article", "journaltitle"),
    "encyclopedia": ("misc", "howpublished", "inreference", "booktitle"),
    "book": ("book", "publisher", "book", "publisher"),
    "judgment": ("misc", "howpublished", "jurisdiction", "organization"),
}


def of_source(entry: Entry, *, biblatex: bool) -> str:
    """Write the entry of a source."""
    source = entry.source
    online = "online" if source.url else "misc"
    types = _TYPES.get(entry.kind, ("misc", "howpublished", online, "organization"))
    kind, publisher = types[2:] if biblatex else types[:2]
    fields = {
        "author": _authors(source.authors),
        "title": braced(entry.title, twice=True),
        publisher: braced(source.publisher),
        **(_date(source.published, biblatex=biblatex) if source.published else {}),
        "url": f"{{{source.url.translate(_ADDRESS)}}}" if source.url else "",
        "urldate": f"{{{source.accessed.edtf}}}" if source.accessed else "",
        "language": braced(source.language),
        "note": braced(entry.translated and f"English title: {entry.translated}"),
        "annotation" if biblatex else "annote": braced(" ".join(entry.notes)),
    }
    return _entry(kind, entry.key, fields)


def of_dataset(dataset: DatasetLike, key: str, *, biblatex: bool) -> str:
    """Write the entry of the dataset, with its version and the day of its last check."""
    checked = dataset.checked
    fields = {
        "author": braced(author(dataset), twice=True),
        "title": braced(name(dataset), twice=True),
        **({} if biblatex else {"howpublished": "{Data set}"}),
        **(_date(checked, biblatex=biblatex) if checked else {}),
        **({"version": braced(dataset.version)} if biblatex else {}),
        "note": braced(". ".join(stamps(dataset)[1 if biblatex and dataset.version else 0 :])),
    }
    return _entry("dataset" if biblatex else "misc", key, fields)


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    inside = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{inside}}}\n"


def _authors(names: tuple[str, ...]) -> str:
    """Join the names as printed; one that BibTeX would take apart stays whole in braces."""
    joined = " and ".join(
        braced(one) if " " not in one or " and " in one.lower() else one.translate(_ESCAPES)
        for one in names
    )
    return f"{{{joined}}}" if joined else ""


def _date(when: When, *, biblatex: bool) -> dict[str, str]:
    """Return the fields of a date: EDTF for biblatex, where it is one that biblatex reads."""
    if biblatex and not when.edtf.startswith("["):
        return {"date": f"{{{when.edtf}}}"}
    given = sides(when)
    known = numbers(given[0][0]) if len(given) == 1 else ()
    if not known:
        return {"year": braced(when.text())}
    flag = given[0][1]
    about = "c. " if flag in ("~", "%") else ""
    fields = {"year": f"{{{about}{known[0]:04}{'?' if flag in ('?', '%') else ''}}}"}
    if len(known) > 1 and not flag:
        fields["month"] = MONTHS[known[1] - 1][:3].lower()
    return fields


def braced(words: str, *, twice: bool = False) -> str:
    """Escape a text for LaTeX and put it into braces; two of them keep its capitals."""
    if not words:
        return ""
    inside = words.translate(_ESCAPES)
    return f"{{{{{inside}}}}}" if twice else f"{{{inside}}}"
