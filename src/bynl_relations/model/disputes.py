"""What sources say otherwise, and why a record holds what it holds."""

from __future__ import annotations

from attrs import frozen

from ..provenance import Source, Value

__all__ = ["Dispute"]


@frozen(repr=False)
class Dispute:
    """One field of a record on which its sources differ.

    Attributes:
        field: Name of the field, or `fact` where a source denies the whole.
        value: What the record holds.
        others: Each other value with the sources that assert it, in the order of the citations.
        rationale: Why the record holds its value.
    """

    field: str
    value: Value
    others: tuple[tuple[Value, tuple[Source, ...]], ...]
    rationale: str = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that says otherwise, once."""
        return tuple(dict.fromkeys(source for _, sources in self.others for source in sources))

    def __repr__(self) -> str:
        """Return it in one line, in angle brackets."""
        return f"<Dispute {self}>"

    def __str__(self) -> str:
        """Return one line: our value, then the others with their publishers."""
        from .._display.wording import dispute_line

        return dispute_line(self)
