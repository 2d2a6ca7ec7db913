"""Who made a dataset, under which licences, and the key of its title."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .facts import DatasetFacts

__all__ = ["author", "licences", "slug", "spdx"]


def author(dataset: DatasetFacts) -> str:
    """Give who made a dataset: what its citation says before a colon and the title, else nobody."""
    made_by, colon, _ = dataset.citation.partition(f": {dataset.title}")
    return made_by if colon and dataset.title else ""


def licences(dataset: DatasetFacts) -> tuple[str, ...]:
    """Give the licences of the data, each once: of the part `data`, else of every part told."""
    data = [licence for part, licence in dataset.licences if part == "data"]
    return tuple(dict.fromkeys(data or [licence for _, licence in dataset.licences]))


def spdx(licence: str) -> str:
    """Give the address of a licence in the SPDX list; empty where it has not the form of its ids.

    Examples:
        >>> spdx("CC-BY-4.0"), spdx("Ask the author")
        ('https://spdx.org/licenses/CC-BY-4.0.html', '')
    """
    known = re.fullmatch("[A-Za-z0-9.+-]+", licence)
    return f"https://spdx.org/licenses/{licence}.html" if known else ""


def slug(words: str) -> str:
    """Bring a title to lowercase words joined by hyphens; `dataset` where it has none.

    Examples:
        >>> slug("My own notes, 2nd part"), slug("Заметки")
        ('my-own-notes-2nd-part', 'dataset')
    """
    return "-".join(re.findall("[a-z0-9]+", words.lower())) or "dataset"
