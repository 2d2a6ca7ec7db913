"""A state, or a body, in an organisation."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from attrs import field

from .._fields.checked import frozen
from ..actors import Actor
from ..vocabulary import as_word
from .record import Record

__all__ = ["Membership", "MembershipStatus"]


class MembershipStatus(StrEnum):
    """What standing the member has."""

    FULL = "full"
    PARTNER = "partner"
    OBSERVER = "observer"
    APPLICANT = "applicant"
    SUSPENDED = "suspended"


def _membership_status(word: MembershipStatus | str) -> MembershipStatus:
    return as_word(MembershipStatus, word)


@frozen(kw_only=True, eq=False, repr=False)
class Membership(Record):
    """A state, or a body, in an organisation.

    `when` is the term.

    Attributes:
        member: Who belongs to it.
        organisation: What it belongs to.
        status: What standing the member has.
    """

    collection: ClassVar[str] = "memberships"
    who_fields: ClassVar[tuple[str, ...]] = ("member",)
    to_fields: ClassVar[tuple[str, ...]] = ("organisation",)
    lasts: ClassVar[bool] = True

    member: Actor
    organisation: Actor
    status: MembershipStatus = field(converter=_membership_status, default=MembershipStatus.FULL)
