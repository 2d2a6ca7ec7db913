"""The legal acts that a measure cites."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from .._fields.checked import Checked
from .._fields.formats import pattern
from .._fields.shape import NAME
from ..vocabulary import as_word
from ..when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CELEX", "ActType", "LegalAct"]

#: Sector, year, type and number, then the parts of a corrigendum or a consolidated text.
CELEX = r"[0-9CE][0-9]{4}[A-Z]{1,2}[0-9]{4}(R?\([0-9]{2}\))*(-[0-9]{8})?"


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

    An act whose number no text showed is no LegalAct but a gap; conclusions bear their day as
    number.

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

    number: str = field(metadata=NAME)
    type: ActType = field(converter=_act_type)
    celex: str = ""
    adopted: When | None = None
    published: When | None = None
    in_force: When | None = None

    def __str__(self) -> str:
        """Return the number."""
        return self.number

    def _faults(self) -> Iterator[tuple[str, object, str]]:
        if not self.number:
            yield "number", self.number, "the number of the act"
        if self.celex and not pattern(CELEX).fullmatch(self.celex):
            yield "celex", self.celex, "a CELEX number such as 32008E0844"
