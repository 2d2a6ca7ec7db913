"""The pages of the Python reference, which Sphinx fills from the docstrings."""

from __future__ import annotations

from enum import EnumMeta

import bynl_relations
from bynl_relations import Record

_OPTIONS = "   :members:\n   :inherited-members: Sequence, tuple, object, ValueError, LookupError\n"
KINDS = [
    name
    for name in bynl_relations.__all__
    if isinstance(found := getattr(bynl_relations, name), type) and issubclass(found, Record)
]
WORDS = [
    name for name in bynl_relations.__all__ if isinstance(getattr(bynl_relations, name), EnumMeta)
]
CLASSES = {
    "relations": ("Relations: a dataset and its queries", ["Relations"]),
    "records": ("Records and counts: what a query returns", ["Records", "Counts"]),
    "kinds": ("The ten kinds", ["Record", *(name for name in KINDS if name != "Record")]),
    "provenance": ("Who says so", [
        "Source", "Citation", "Assertion", "Quotation", "Dispute", "Gap"]),
    "actors": ("Actors, places, acts", ["Actor", "Participant", "Place", "LegalAct"]),
    "dates": ("Dates and bounds", ["When", "Bounds"]),
    "words": ("Words of the vocabularies", WORDS),
    "errors": ("Errors", [
        "RelationsError", "InvalidDate", "InvalidData", "Problem", "UnknownName",
        "UnknownRecord", "MissingExtra"]),
}  # fmt: skip
MODULES = {
    "plot": ("Pictures", "bynl_relations.plot"),
    "testing": ("Records for tests", "bynl_relations.testing"),
}


def headed(title: str) -> str:
    """Return a title of reStructuredText."""
    return f"{title}\n{'=' * len(title)}\n\n"


def documented(name: str) -> str:
    """Return the directive for a class; the members of an enum are its words."""
    if name in WORDS:
        return f".. autoclass:: bynl_relations.{name}()\n   :members:\n   :undoc-members:\n"
    own = "   :members:\n" if name in KINDS and name != "Record" else _OPTIONS
    return f".. autoclass:: bynl_relations.{name}()\n{own}"


def made() -> dict[str, str]:
    """Return every page by its path on the site."""
    found = {
        f"reference/python/{page}.rst": headed(title) + "\n".join(map(documented, names))
        for page, (title, names) in CLASSES.items()
    }
    for page, (title, module) in MODULES.items():
        found[f"reference/python/{page}.rst"] = (
            headed(title) + f".. automodule:: {module}\n   :members:\n"
        )
    names = "\n".join(f"   {name}" for name in (*CLASSES, *MODULES))
    found["reference/python/index.rst"] = (
        headed("Classes and functions") + f".. toctree::\n   :maxdepth: 1\n\n{names}\n"
    )
    return found
