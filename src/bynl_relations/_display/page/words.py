"""The words of a record, folded, by which a page finds it."""

from __future__ import annotations

import re

from ..._spelling import fold
from ..wording import fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..._protocols import RecordLike

__all__ = ["words_of"]

_WORD = re.compile(r"\w+")


def words_of(record: RecordLike) -> tuple[str, ...]:
    """Return every word of a record, each once, in the form in which names are compared.

    Args:
        record: Words stand in its title, its fields, the names of its actors in every language,
            what its sources are called and what they say.

    Examples:
        >>> from bynl_relations import relations
        >>> found = words_of(relations["by-embassy-the-hague"])
        >>> "hague" in found, "беларусь" in found, "Hague" in found
        (True, True, False)
    """
    found: dict[str, None] = {}
    for text in _texts(record):
        found |= dict.fromkeys(_WORD.findall(fold(text)))
    return tuple(found)


def _texts(record: RecordLike) -> Iterator[str]:
    yield record.title
    yield record.id.replace("-", " ")
    yield record.collection
    for _, texts in fields(record):
        yield from texts
    for part in record.actors:
        yield from part.actor.spellings
    for citation in record.citations:
        yield citation.source.name
        yield citation.says
