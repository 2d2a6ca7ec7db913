"""Objects that refuse wrong values when they are built, and report all of them at once."""

from __future__ import annotations

from operator import attrgetter
from typing import ClassVar, cast

import attrs

from ..errors import InvalidData, Problem, shown
from .shape import Shape, fields, per_class, shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from typing import TypeVar

    from attrs import frozen

    from .shape import Fault, Members

    T = TypeVar("T")
else:

    def frozen(*, init: bool = True, **options: bool) -> Callable[[type[T]], type[T]]:
        """Build a class as `attrs.frozen` does; compile its `__init__` when that is first needed.

        Compiling is what a class costs most at import, and bundled records are built without it.
        """

        def build(cls: type[T]) -> type[T]:
            known: list[tuple[bool, object]] = []

            def hide(_: type, every: list[attrs.Attribute[object]]) -> object:
                # What is not set by `__init__` and has no default takes no line of it.
                for field in every:
                    known.append((field.init, field.default))
                    _put(field, "init", False)
                    _put(field, "default", attrs.NOTHING)
                return every

            made = attrs.frozen(init=False, field_transformer=hide, **options)(cls)
            # Older versions of attrs copy the fields after that, in the same order.
            for field, (set_by_init, default) in zip(fields(made), known, strict=True):
                _put(field, "init", set_by_init)
                _put(field, "default", default)
            del made.__attrs_init__
            made.__match_args__ = tuple(
                one.name for one in fields(made) if one.init and not one.kw_only
            )
            if init:
                made.__init__ = _Constructor(made)
            return made

        return build


__all__ = ["LATE", "Checked", "Compared", "Completing", "broken_rules", "frozen"]

#: How an annotation names a class that is imported when it is first used; signatures leave it out.
LATE = "late."

_put = object.__setattr__


class _Constructor:
    """Stands for the `__init__` of a class until somebody asks for it."""

    __slots__ = ("_cls",)

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, made: object, owner: type) -> object:
        """Compile the `__init__` of the class, put it in its place, and return it."""
        cls = self._cls
        body = {name: getattr(cls, name) for name in _NAMED if hasattr(cls, name)}

        def same(_: type, __: list[attrs.Attribute[object]]) -> list[attrs.Attribute[object]]:
            return list(fields(cls))

        made_alike = attrs.frozen(eq=False, repr=False, field_transformer=same)
        twin = made_alike(type(cls.__name__, (), body))
        init = vars(twin)["__init__"]
        init.__annotations__ = {
            name: of.replace(LATE, "") if isinstance(of, str) else of
            for name, of in init.__annotations__.items()
        }
        type.__setattr__(cls, "__init__", init)
        return init if made is None else init.__get__(made, owner)


#: What the `__init__` of a class bears and calls.
_NAMED = ("__module__", "__qualname__", "__doc__", "__attrs_post_init__")


@per_class
def _plan(cls: type) -> tuple[tuple[str, Shape, object], ...]:
    """Return the name, the shape and the default of every field of a class, in class order."""
    return tuple(
        (name, shape, one.default)
        for (name, shape), one in zip(shapes(cls), fields(cls), strict=True)
    )


@per_class
def _values(cls: type) -> attrgetter[tuple[object, ...]]:
    """Return the function that reads all fields of an object as one tuple."""
    return attrgetter(*(field.name for field in fields(cls)))


class Compared:
    """Compare, hash and show by every field.

    Defined once, because attrs would generate these methods for every class at import time.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Compare by class and by every field."""
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        values = _values(type(self))
        return values(self) == values(other)

    def __hash__(self) -> int:
        """Hash every field."""
        return hash(_values(type(self))(self))

    def __repr__(self) -> str:
        """Show every field, as the constructor takes it."""
        parts = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(type(self)))
        shown_fields = ", ".join(parts)
        return f"{type(self).__name__}({shown_fields})"


class Completing:
    """Let an object be built in part; it completes itself when the rest is first asked for.

    The slot `_rest` holds the function that completes it, or a part of it, and what that needs;
    it is empty in an object that is whole.
    """

    __slots__ = ("_rest",)

    if not TYPE_CHECKING:  # pragma: no branch

        def __getattr__(self, name: str) -> object:
            """Complete the object, if a part is missing, and try once more."""
            try:
                complete, rest = object.__getattribute__(self, "_rest")
            except AttributeError:
                return object.__getattribute__(self, name)
            complete(self, rest)
            return getattr(self, name)


class Checked(Compared):
    """Refuse wrong values when an object is built, all of them at once."""

    __slots__ = ()

    #: Fields whose rules also look at other fields, with those fields; the parents' hold too.
    _joint: ClassVar[dict[str, tuple[str, ...]]] = {}

    def __attrs_post_init__(self) -> None:
        """Check every field against its annotation, then the class's own rules.

        Raises:
            InvalidData: A value does not fit; `.problems` lists each.
        """
        faults: list[Fault] = []
        for value, (name, shape, default) in zip(
            _values(type(self))(self), _plan(type(self)), strict=True
        ):
            if value is default:
                continue
            if type(value) is not shape.plain:
                faults.extend(shape.faults(value, name))
            elif shape.plain is str:
                text = cast("str", value)
                if not (text.isprintable() and shape.form.fits(text)):
                    faults.extend(shape.faults(value, name))
            elif shape.plain is tuple and (
                len(members := cast("Members", value)) > shape.most
                or not {*map(type, members)} <= {shape.kind}
            ):
                faults.extend(shape.faults(value, name))
        if faults:
            values = {name: getattr(self, name) for name, _ in shapes(type(self))}
            faults.extend(broken_rules(type(self), values, {_root(path) for path, _, _ in faults}))
        else:
            faults.extend(self._faults())
        if faults:
            record = getattr(self, "id", "")
            if not (isinstance(record, str) and len(record) <= 100 and record.isprintable()):
                record = ""
            raise InvalidData(
                Problem(shown(found), expected, path, record) for path, found, expected in faults
            )

    def _faults(self) -> Iterator[Fault]:
        """Find what breaks the rules of the class, once the types fit."""
        return iter(())


def _root(path: str) -> str:
    """Return the field at which a path begins."""
    return path.partition(".")[0].partition("[")[0]


@per_class
def _puts(cls: type) -> tuple[tuple[str, Callable[[object, object], None], object], ...]:
    """Return of every field its name, its setter, and the value that stands in for a wrong one."""
    return tuple((name, getattr(cls, name).__set__, shape.empty) for name, shape in shapes(cls))


@per_class
def _joint(cls: type) -> dict[str, tuple[str, ...]]:
    """Return the fields whose rules look at others, those of the parents included."""
    joint: dict[str, tuple[str, ...]] = {}
    for home in reversed(cls.__mro__):
        joint |= vars(home).get("_joint", {})
    return joint


def broken_rules(
    cls: type[Checked], values: Mapping[str, object], failed: AbstractSet[str]
) -> Iterator[Fault]:
    """Check the rules of a class on values of which some do not fit.

    Args:
        cls: The class.
        values: What is known of the fields, by name.
        failed: Names of the fields that do not fit.

    Returns:
        What is wrong beside the fields that failed and does not depend on them.
    """
    standing = object.__new__(cls)
    for name, put, empty in _puts(cls):
        put(standing, values[name] if name in values and name not in failed else empty)
    for path, found, expected in standing._faults():
        name = _root(path)
        if failed.isdisjoint((name, *_joint(cls).get(name, ()))):
            yield path, found, expected
