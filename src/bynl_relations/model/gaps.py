"""What was looked for and not found."""

from __future__ import annotations

from attrs import field

from .._fields.checked import Checked, frozen
from .._fields.formats import ID, WORD, Form
from .._fields.shape import form
from ..actors import Actor
from ..when import When

__all__ = ["Gap"]


@frozen(eq=False, repr=False)
class Gap(Checked):
    """What was looked for and not found, so that silence is not mistaken for absence.

    Attributes:
        id: Lowercase kebab-case, unique among the gaps.
        question: What was looked for, in words.
        collection: The collection that would hold it; empty for all.
        actors: Whom it is about; empty for anybody.
        topics: Words of the dataset's vocabulary; empty for any.
        when: The time that it is about, or None for any.
        looked_in: Where it was looked for, in short.
        says: What came of it.

    Examples:
        >>> gap = Gap("early-heads", "Dutch heads of mission before 2015", "appointments")
        >>> str(gap)
        'Dutch heads of mission before 2015'
    """

    id: str = field(metadata=form(ID))
    question: str = field(metadata=form(Form("what was looked for, in words", least=1)))
    collection: str = field(default="", metadata=form(WORD))
    actors: tuple[Actor, ...] = ()
    topics: tuple[str, ...] = field(default=(), metadata=form(WORD))
    when: When | None = None
    looked_in: tuple[str, ...] = ()
    says: str = ""

    def __hash__(self) -> int:
        """Hash by id, which equal gaps share."""
        return hash(self.id)

    def __str__(self) -> str:
        """Return the question."""
        return self.question
