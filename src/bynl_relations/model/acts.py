"""The legal acts that a measure cites."""

from __future__ import annotations

from enum import StrEnum

from attrs import field

from .._fields.checked import Checked, frozen
from .._fields.formats import CELEX, LABEL
from .._fields.shape import form
from ..vocabulary import as_word
from ..when import When

__all__ = ["ActType", "LegalAct"]


class ActType(StrEnum):
    """What form a legal act has.

    Source: Treaty on the Functioning of the European Union, article 288; Treaty on European
    Union (1992 to 2009), article 15, for common positions.
    """

    COMMON_POSITION = "common_position"
    DECISION = "decision"
    IMPLEMENTING_DECISION = "implementing_decision"
    REGULATION = "regulation"
    IMPLEMENTING_REGULATION = "implementing_regulation"
    CONCLUSIONS = "conclusions"
    RESOLUTION = "resolution"
    LAW = "law"
    DECREE = "decree"
    EDICT = "edict"
    ORDER = "order"
    CIRCULAR = "circular"


def _act_type(word: ActType | str) -> ActType:
    return as_word(ActType, word)


@frozen(eq=False, repr=False)
class LegalAct(Checked):
    """A legal act, as it is numbered in the field.

    An act of which no text showed the number is a gap instead of a LegalAct; conclusions have
    their day as number.

    Attributes:
        number: As the field writes it: `2008/844/CFSP`, `(CFSP) 2021/1031`, `(EU) No 588/2011`.
        type: What form it has.
        celex: CELEX number of an act of the European Union: `32008E0844`; empty for others.
        adopted: Day of adoption, or None.
        published: Day of publication, or None.
        in_force: Day on which it entered into force, or None.

    Examples:
        >>> str(LegalAct("2008/844/CFSP", "common_position"))
        '2008/844/CFSP'
    """

    number: str = field(metadata=form(LABEL))
    type: ActType = field(converter=_act_type)
    celex: str = field(default="", metadata=form(CELEX))
    adopted: When | None = None
    published: When | None = None
    in_force: When | None = None

    def __str__(self) -> str:
        """Return the number."""
        return self.number
