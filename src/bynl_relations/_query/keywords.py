"""The keywords of every query, for type checkers; nothing is imported from here at run time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal, TypeAlias, TypedDict, TypeVar

from ..actors import Actor
from ..model.record import Record
from ..provenance import Source
from ..vocabulary import Capacity, Confidence, Scope
from ..when import Moment

W = TypeVar("W")

#: Who: an actor, or a name of one.
Who: TypeAlias = Actor | str
#: One or several: any of them fits.
Several: TypeAlias = W | Iterable[W]
#: A word of a vocabulary, its text, or several.
Word: TypeAlias = W | str | Iterable[W | str]


class Common(TypedDict, total=False):
    """What every query takes."""

    since: Moment | None
    until: Moment | None
    at: Moment | None
    match: Literal["any", "certain", "possible"]
    undated: bool | None
    claims: bool
    actor: Several[Who] | None
    all_of: Several[Who] | None
    topic: Several[str] | None
    country: Several[str] | None
    city: Several[str] | None
    reference: Several[str] | None
    related: Several[str] | None
    capacity: Word[Capacity] | None
    source: Several[Source | str] | None
    scope: Word[Scope] | None
    confidence: Word[Confidence] | None
    text: str | None
    where: Callable[[Record], object] | None
    exact: bool


class AllKeywords(Common, total=False):
    """What `Relations.all` takes."""

    collection: Several[str] | None


class ContactKeywords(Common, total=False):
    """What `Relations.contacts` takes."""

    to: Several[Who] | None


class GapKeywords(TypedDict, total=False):
    """What `Relations.gaps` takes."""

    since: Moment | None
    until: Moment | None
    at: Moment | None
    collection: Several[str] | None
    topic: Several[str] | None
    actor: Several[Who] | None


class WhereKeywords(AllKeywords, total=False):
    """What `Records.where` takes: the keywords of every kind; those of another are refused."""

    to: Several[Who] | None
    kind: Word[str] | None
    level: Word[str] | None
    address: Several[str] | None
    resident: bool | None
    function: Word[str] | None
    mission: Several[str] | None
    status: Word[str] | None
    multilateral: bool | None
    effect: Word[str] | None
    extent: Word[str] | None
    exceptions: Several[str] | None
    act: Several[str] | None
    changes: Several[str] | None
    attitude: Word[str] | None
    subject: Several[str] | None
    about: Several[str] | None
    indicator: Several[str] | None
    low: Decimal | float | None
    high: Decimal | float | None
    stated: Several[str] | None
    unit: Several[str] | None
    reporter: Several[Who] | None
