"""Records from the bundled data, by a small builder made from the fields of each class.

The bundled data is checked before it ships, so nothing is checked again here; a test proves
that the result equals, record by record, what the converter builds.
"""

from __future__ import annotations

import sys
from operator import attrgetter

from attrs import NOTHING, Factory

from .actors import Actor, Participant, Place
from .provenance import Assertion, Citation, Source
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Protocol, TypeVar

    from .model import Record

    R = TypeVar("R", bound=Record)
    Row = Mapping[str, object]
    Read = Callable[[object], object]

    class Rows(Protocol):
        """Rows by id."""

        def __getitem__(self, key: str, /) -> Row: ...
        def __iter__(self) -> Iterator[str]: ...


__all__ = ["Builder"]

_MISSING = object()


class Builder:
    """Build objects out of plain JSON values that are known to be right.

    Actors and sources are built when a record first names them, and shared from then on.
    """

    def __init__(self, actors: Rows, sources: Rows) -> None:
        """Hold the rows of actors and sources, by id."""
        self._plans: dict[type, list[tuple[str, Callable[[object, object], None], Read | None, object]]] = {}
        self._whens: dict[str, When] = {}
        self._actors = _Made(actors, lambda row: self.build(Actor, row))
        self._sources = _Made(sources, lambda row: self.build(Source, row))
        self._places: dict[tuple[object, object], Place] = {}
        #: How each annotation is read; `T | None` like `T`, `tuple[T, ...]` member by member.
        self._reads: dict[str, Read | None] = {
            "str": None,
            "bool": None,
            "int": None,
            "Assertion": None,
            "When": self._when,
            "Decimal": _decimal,
            "Place": self._place,
            "Actor": self._actors.__getitem__,
            "Source": self._sources.__getitem__,
            "Participant": lambda row: self.build(Participant, row),
            "tuple[tuple[str, str], ...]": lambda row: tuple(row.items()),  # type: ignore[attr-defined]
        }

    def build(self, kind: type[R], row: Row) -> R:
        """Build one object.

        Args:
            kind: Its class.
            row: Its values.

        Returns:
            The object, built without its checks.
        """
        plan = self._plans.get(kind)
        if plan is None:
            plan = self._plans[kind] = self._plan(kind)
        made = kind.__new__(kind)
        get = row.get
        for name, put, read, default in plan:
            value = get(name, _MISSING)
            if value is _MISSING:
                put(made, default(made) if isinstance(default, attrgetter) else default)
            else:
                put(made, value if read is None else read(value))
        return made

    def all_actors(self) -> Mapping[str, Actor]:
        """Build every actor, by id."""
        return {key: self._actors[key] for key in self._actors.rows}

    def all_sources(self) -> Mapping[str, Source]:
        """Build every source, by id."""
        return {key: self._sources[key] for key in self._sources.rows}

    def _plan(self, kind: type) -> list[tuple[str, Callable[[object, object], None], Read | None, object]]:
        plan = []
        types = _annotations(kind)
        for one in kind.__attrs_attrs__:  # type: ignore[attr-defined]
            default = one.default
            if isinstance(default, Factory):  # type: ignore[arg-type]
                default = attrgetter("seat")
            read = self._citations(kind) if one.name == "citations" else self._read(kind, types[one.name])
            put = getattr(kind, one.name).__set__
            plan.append((one.name, put, read, None if default is NOTHING else default))
        return plan

    def _read(self, kind: type, annotation: str) -> Read | None:
        """Find how values of an annotation are read."""
        annotation = annotation.removesuffix(" | None")
        if annotation in self._reads:
            return self._reads[annotation]
        if annotation.startswith("tuple["):
            member = self._read(kind, annotation[6:-6])
            return tuple if member is None else lambda values: tuple(map(member, values))  # type: ignore[call-overload]
        for home in kind.__mro__:
            found = vars(sys.modules[home.__module__]).get(annotation)
            if found is not None:
                if hasattr(found, "__attrs_attrs__"):
                    return lambda row: self.build(found, row)
                read: Read = found._value2member_map_.__getitem__
                return read
        raise TypeError(f"{kind.__name__}: no way to read {annotation}")

    def _when(self, text: object) -> When:
        found = self._whens.get(text)  # type: ignore[call-overload]
        if found is None:
            found = self._whens[text] = When(text)  # type: ignore[arg-type,index]
        return found

    def _place(self, row: object) -> Place:
        key = row.get("city", ""), row.get("country", "")  # type: ignore[attr-defined]
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = self.build(Place, row)  # type: ignore[type-var,arg-type]
        return found

    def _citations(self, kind: type) -> Read:
        """Read citations, whose assertions have the types of the record's fields."""
        types = _annotations(kind)

        def citation(row: Row) -> Citation:
            asserts = row.get("asserts")
            if asserts is None:
                return self.build(Citation, row)
            told = []
            for one in asserts:
                name, value = one["field"], one["value"]
                read = self._read(kind, types[name])
                told.append(Assertion(name, value if read is None or value is None else read(value)))
            bare = {key: value for key, value in row.items() if key != "asserts"}
            made = self.build(Citation, bare)
            Citation.asserts.__set__(made, tuple(told))  # type: ignore[attr-defined]
            return made

        return lambda rows: tuple(map(citation, rows))  # type: ignore[call-overload]


class _Made(dict):  # type: ignore[type-arg]
    """A table that builds an entry from its row when it is first asked for."""

    def __init__(self, rows: Rows, build: Callable[[Row], object]) -> None:
        super().__init__()
        self.rows = rows
        self._build = build

    def __missing__(self, key: str) -> object:
        found = self[key] = self._build(self.rows[key])
        return found


def _decimal(value: object) -> object:
    from decimal import Decimal

    return Decimal(repr(value))


def _annotations(kind: type) -> dict[str, str]:
    """Give the annotations of a class as text; attrs' own are classes once cattrs has seen it."""
    types: dict[str, str] = {}
    for home in reversed(kind.__mro__):
        types |= getattr(home, "__annotations__", {})
    return types
