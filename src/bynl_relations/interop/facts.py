# ruff: noqa: D102 - the record says what each of its properties is.
"""What the ways out ask of a record and of a dataset, and how one asks for a missing library."""

from __future__ import annotations

import re
from importlib import import_module
from typing import ClassVar, Protocol

from ..errors import MissingExtra, UnknownName, shown
from ..vocabulary import nearest, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from ..actors import Participant, Place
    from ..provenance import Citation, Source
    from ..when import When

__all__ = ["DatasetFacts", "Fact", "author", "chosen", "library", "licences", "slug", "spdx"]


class Fact(Protocol):
    """A record, as far as the ways out look at it."""

    collection: ClassVar[str]
    who_fields: ClassVar[tuple[str, ...]]
    to_fields: ClassVar[tuple[str, ...]]

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def when(self) -> When | None: ...
    @property
    def attested(self) -> tuple[When, ...]: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def topics(self) -> tuple[str, ...]: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...
    @property
    def rationale(self) -> str: ...
    @property
    def claimed(self) -> bool: ...
    @property
    def related(self) -> tuple[str, ...]: ...
    @property
    def notes(self) -> str: ...
    @property
    def replaced_by(self) -> str: ...
    @property
    def actors(self) -> tuple[Participant, ...]: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def voices(self) -> tuple[str, ...]: ...
    @property
    def disputed(self) -> bool: ...


class DatasetFacts(Protocol):
    """What a dataset says of itself, as far as the ways out look at it."""

    @property
    def title(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def checked(self) -> When | None: ...
    @property
    def citation(self) -> str: ...
    @property
    def licences(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def topics(self) -> tuple[tuple[str, str], ...]: ...


def library(name: str, extra: str, asked: str) -> ModuleType:
    """Import an optional library when it is asked for.

    Args:
        name: Its module.
        extra: The extra of this package that installs it.
        asked: What needs it, for the message.

    Raises:
        MissingExtra: It is not installed; the message names the pip command.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
    raise MissingExtra(
        f'{asked} needs {name}, which is not installed: pip install "bynl-relations[{extra}]"',
        name=name,
    )


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


def chosen(name: str, word: object, allowed: Iterable[str]) -> None:
    """Refuse a word that is not one of those allowed.

    Raises:
        UnknownName: It is none of them; the near one is named.

    Examples:
        >>> chosen("style", "bibtex", ("bibtex", "text"))
    """
    every = tuple(allowed)
    if word not in every:
        near = nearest(word, every, 1) if isinstance(word, str) else ()
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownName(f"{name}={shown(word)}; write one of {words(every)}{hint}")
