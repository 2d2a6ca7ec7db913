"""Who made a dataset, under which licences, and the key of its title."""

from __future__ import annotations

import re
from typing import Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..when import When

__all__ = ["DatasetLike", "author", "licences", "name", "slug", "spdx", "stamps"]


class DatasetLike(Protocol):
    """The metadata of a dataset that exports use."""

    @property
    def title(self) -> str:
        """What the dataset is called, or an empty string."""
        ...

    @property
    def version(self) -> str:
        """The version of the data, or an empty string."""
        ...

    @property
    def checked(self) -> When | None:
        """The day of the last check, or None."""
        ...

    @property
    def citation(self) -> str:
        """How to cite the dataset, or an empty string."""
        ...

    @property
    def licences(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a part, `data` among them, and its licence."""
        ...

    @property
    def topics(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a topic and its definition."""
        ...


def author(dataset: DatasetLike) -> str:
    """Return the author: the citation's text before ": <title>", or an empty string."""
    made_by, colon, _ = dataset.citation.partition(f": {dataset.title}")
    return made_by if colon and dataset.title else ""


def name(dataset: DatasetLike) -> str:
    """Return the title of a dataset, or words that stand for it."""
    return dataset.title or "Data set without a title"


def licences(dataset: DatasetLike) -> tuple[str, ...]:
    """Return the licences of the part `data`, each once; those of every part if it has none."""
    data = [licence for part, licence in dataset.licences if part == "data"]
    return tuple(dict.fromkeys(data or [licence for _, licence in dataset.licences]))


def stamps(dataset: DatasetLike) -> list[str]:
    """Return version, day of the last check and licence in words, as far as they are known."""
    return [
        *([f"Version {dataset.version}"] if dataset.version else []),
        *([f"Last checked {dataset.checked.text()}"] if dataset.checked else []),
        *([f"Licence {', '.join(licences(dataset))}"] if dataset.licences else []),
    ]


def spdx(licence: str) -> str:
    """Return the address of a licence in the SPDX list; empty if it does not look like an SPDX id.

    Examples:
        >>> spdx("CC-BY-4.0"), spdx("Ask the author")
        ('https://spdx.org/licenses/CC-BY-4.0.html', '')
    """
    known = re.fullmatch("[A-Za-z0-9.+-]+", licence)
    return f"https://spdx.org/licenses/{licence}.html" if known else ""


def slug(words: str) -> str:
    """Convert a title to lowercase words joined by hyphens; `dataset` if none are left.

    Examples:
        >>> slug("My own notes, 2nd part"), slug("Заметки")
        ('my-own-notes-2nd-part', 'dataset')
    """
    return "-".join(re.findall("[a-z0-9]+", words.lower())) or "dataset"
