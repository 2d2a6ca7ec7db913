"""The words of a named person."""

from __future__ import annotations

from attrs import frozen

from ._fields.checked import Checked
from ._fields.formats import is_language
from .actors import Actor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Quotation"]


@frozen
class Quotation(Checked):
    """A few words of a named person.

    Attributes:
        text: The words, short.
        language: BCP 47 tag of the words as they stand here.
        speaker: The person.
    """

    text: str
    language: str
    speaker: Actor

    def __str__(self) -> str:
        """Give the words in quotation marks, and the speaker."""
        return f"“{self.text}” — {self.speaker.name}"

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not self.text or len(self.text) > 300:
            yield "text", self.text, "up to 300 characters"
        if not is_language(self.language):
            yield "language", self.language, "a language tag (BCP 47) such as nl"
