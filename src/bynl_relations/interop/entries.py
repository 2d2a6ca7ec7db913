"""The entry of a source in a bibliography of any format: key, kind, title, notes."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..provenance import Source

__all__ = ["LONGEST", "Entry", "key_of"]

#: The longest id that is a key as it is, and how much of a longer one a key keeps.
LONGEST, _KEPT = 40, 33
#: The kind of a source whose kind is not known, by its tier.
_BY_TIER = {"news": "article", "encyclopedia": "encyclopedia"}


class Entry:
    """One source in a bibliography.

    Attributes:
        source: The source.
        key: A short key that depends on the id of the source alone.
        kind: The word of its kind; guessed from tier and address where it is not known.
        title: The title as printed; our English title in square brackets where there is none.
        translated: Our English title of a source in another language, or empty.
        notes: What the source says, where that is asked for.
    """

    __slots__ = ("key", "kind", "notes", "source", "title", "translated")

    def __init__(self, source: Source, says: Iterable[str] = ()) -> None:
        """Describe a source."""
        self.source: Source = source
        self.key: str = key_of(source.id)
        known = source.kind.value if source.kind is not None else _BY_TIER.get(source.tier.value)
        self.kind: str = known or ("web_page" if source.url else "document")
        self.title: str = source.title or f"[{source.title_en}]"
        self.translated: str = source.title_en if source.title else ""
        self.notes: tuple[str, ...] = tuple(says)

    @property
    def by(self) -> str:
        """The first author, else the publisher, else the title: what a bibliography sorts by."""
        return (self.source.authors or (self.source.publisher or self.title,))[0]


def key_of(name: str) -> str:
    """Return the key of a source: its id, the end of a long one replaced by a digest.

    Examples:
        >>> key_of("wikipedia")
        'wikipedia'
        >>> len(key_of("a-very-long-id-of-a-source-that-nobody-wants-to-type"))
        40
    """
    if len(name) <= LONGEST:
        return name
    from zlib import crc32

    start = re.sub("-[^-]*$", "", name[: _KEPT - 1]) if "-" in name[:_KEPT] else name[: _KEPT - 1]
    digest = f"{crc32(name.encode()):08x}"
    return f"{start}-{digest}"[:LONGEST]
