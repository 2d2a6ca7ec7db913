"""Who says so: sources, citations, and what they assert."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypeAlias

from attrs import field

from ._fields.checked import Checked, Compared, frozen
from ._fields.formats import ADDRESS, ID, LANGUAGE, NAME, Form
from ._fields.shape import NAMES, form
from .actors import Actor, Participant, Place
from .vocabulary import SourceKind, Stance, Tier, as_word
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Assertion", "Citation", "Quotation", "Source"]


def _tier(word: Tier | str) -> Tier:
    return as_word(Tier, word)


def _source_kind(word: SourceKind | str | None) -> SourceKind | None:
    return None if word is None else as_word(SourceKind, word)


def _stance(word: Stance | str) -> Stance:
    return as_word(Stance, word)


@frozen(eq=False, repr=False)
class Source(Checked):
    """A text that somebody published.

    Attributes:
        id: Kebab-case.
        title: Its title as printed; may be empty where `title_en` is not.
        title_en: Our English title, where the title is not English or there is none.
        authors: The names of the authors as printed.
        kind: What sort of text it is, or None where that is not known.
        tier: How near it is to what it tells.
        url: Its address (http or https), or empty.
        publisher: Whose text it is, never who copies it.
        published: When, or None where that is not known.
        language: BCP 47 tag of the text, or empty.
        voice: Key of the independent voice; every mirror of one text shares one.
        archived_url: Address of an archived copy, or empty.
        accessed: When it was looked at; None where not known.
    """

    _joint: ClassVar[dict[str, tuple[str, ...]]] = {"title": ("title_en",)}

    id: str = field(metadata=form(ID))
    title: str = ""
    title_en: str = field(default="", kw_only=True)
    authors: tuple[str, ...] = field(default=(), kw_only=True, metadata=NAMES)
    kind: SourceKind | None = field(converter=_source_kind, default=None, kw_only=True)
    tier: Tier = field(converter=_tier, kw_only=True)
    url: str = field(default="", kw_only=True, metadata=form(ADDRESS))
    publisher: str = field(default="", kw_only=True, metadata=form(NAME))
    published: When | None = field(default=None, kw_only=True)
    language: str = field(default="", kw_only=True, metadata=form(LANGUAGE))
    voice: str = field(default="", kw_only=True, metadata=form(ID))
    archived_url: str = field(default="", kw_only=True, metadata=form(ADDRESS))
    accessed: When | None = field(default=None, kw_only=True)

    def __hash__(self) -> int:
        """Hash by id, which equal sources share."""
        return hash(self.id)

    def __str__(self) -> str:
        """Return the title and the publisher."""
        return f"{self.label} ({self.publisher})" if self.publisher else self.label

    def __repr__(self) -> str:
        """Return id, title, publisher, date and tier in one line."""
        parts = (self.label, self.publisher, self.published and str(self.published), self.tier)
        return f"<Source {self.id}: {' · '.join(part for part in parts if part)}>"

    @property
    def label(self) -> str:
        """The title as printed, or our English title where there is none."""
        return self.title or self.title_en

    @property
    def name(self) -> str:
        """What a row calls it: the publisher, else the title."""
        return self.publisher or self.label

    @property
    def archive_lookup(self) -> str:
        """An address that looks the page up in a public web archive; empty without a `url`.

        Examples:
            >>> Source("a", "A", tier="news", url="https://example.org/a").archive_lookup
            'https://web.archive.org/web/*/https://example.org/a'
        """
        return f"https://web.archive.org/web/*/{self.url}" if self.url else ""

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not (self.title or self.title_en):
            yield "title", self.title, "a title, or title_en"


@frozen(eq=False, repr=False)
class Assertion(Compared):
    """The value that a source gives to a field, where it is not ours.

    Attributes:
        field: Name of a field of the record.
        value: The whole value as that source has it, of that field's type.

    Examples:
        >>> Assertion("when", When("1994")).value
        When('1994')
    """

    field: str
    value: Value


@frozen(eq=False, repr=False)
class Citation(Checked):
    """What one source says of a record.

    Attributes:
        source: The source.
        stance: supports, partly, contradicts (then it asserts a value) or denies.
        says: Our paraphrase.
        locator: Where in the source; for the article of the seed its sentence, `lead.1.1`.
        asserts: The values that it gives to fields, where they are not ours.
    """

    _joint: ClassVar[dict[str, tuple[str, ...]]] = {
        "asserts": ("stance",),
        "stance": ("asserts",),
    }

    source: Source
    stance: Stance = field(converter=_stance, default=Stance.SUPPORTS)
    says: str = ""
    locator: str = ""
    asserts: tuple[Assertion, ...] = ()

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        for number, one in enumerate(self.asserts):
            if not isinstance(one.field, str):
                yield f"asserts[{number}].field", one.field, "the name of a field"
        if self.stance == "contradicts" and not self.asserts:
            yield "asserts", self.asserts, "at least one assertion, as the stance is contradicts"
        if self.stance != "contradicts" and self.asserts:
            yield "stance", str(self.stance), "contradicts, as the citation asserts a value"


@frozen(eq=False, repr=False)
class Quotation(Checked):
    """A few words of a named person.

    Attributes:
        text: The words, short.
        language: BCP 47 tag of the words as they stand here.
        speaker: The person.
    """

    text: str = field(metadata=form(Form("1 to 300 characters", most=300, least=1)))
    language: str = field(metadata=form(LANGUAGE))
    speaker: Actor

    def __str__(self) -> str:
        """Return the words in quotation marks, and the speaker."""
        return f"“{self.text}” — {self.speaker.name}"


#: What a field of a record can hold, and so what a source can assert of it.
Value: TypeAlias = (
    str | bool | Decimal | When | Place | Actor
    | tuple[str, ...] | tuple[When, ...] | tuple[Actor, ...] | tuple[Participant, ...]
    | tuple[Checked, ...] | Quotation | None
)  # fmt: skip
