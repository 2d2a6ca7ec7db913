# ruff: noqa: D102 - the classes themselves document these properties.
"""What the ways out need of a record and of a dataset."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from ..actors import Actor, Participant, Place
    from ..provenance import Citation, Source, Value
    from ..when import When
    from ..when.standing import Period

__all__ = ["Coordinates", "DatasetFacts", "DisputeFacts", "Fact"]


class DisputeFacts(Protocol):
    """One field on which sources differ."""

    @property
    def field(self) -> str: ...
    @property
    def value(self) -> Value: ...
    @property
    def others(self) -> tuple[tuple[Value, tuple[Source, ...]], ...]: ...
    @property
    def rationale(self) -> str: ...


class Coordinates(NamedTuple):
    """Where a city lies: degrees north and east, and its number in GeoNames."""

    city: str
    country: str
    latitude: Decimal
    longitude: Decimal
    geonames: str = ""


class Fact(Protocol):
    """A record, as far as the ways out look at it."""

    collection: ClassVar[str]
    lasts: ClassVar[bool]

    @classmethod
    def own_names(cls) -> tuple[str, ...]: ...

    @property
    def who(self) -> tuple[Actor, ...]: ...
    @property
    def to(self) -> tuple[Actor, ...]: ...
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def when(self) -> When | None: ...
    @property
    def attested(self) -> tuple[When, ...]: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def topics(self) -> tuple[str, ...]: ...
    @property
    def citations(self) -> tuple[Citation, ...]: ...
    @property
    def rationale(self) -> str: ...
    @property
    def claimed(self) -> bool: ...
    @property
    def related(self) -> tuple[str, ...]: ...
    @property
    def notes(self) -> str: ...
    @property
    def replaced_by(self) -> str: ...
    @property
    def actors(self) -> tuple[Participant, ...]: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...
    @property
    def voices(self) -> tuple[str, ...]: ...
    @property
    def disputed(self) -> bool: ...
    @property
    def disputes(self) -> Sequence[DisputeFacts]: ...
    @property
    def periods(self) -> tuple[Period, ...]: ...


class DatasetFacts(Protocol):
    """The metadata of a dataset, as far as the ways out look at it."""

    @property
    def title(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def checked(self) -> When | None: ...
    @property
    def citation(self) -> str: ...
    @property
    def licences(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def topics(self) -> tuple[tuple[str, str], ...]: ...
