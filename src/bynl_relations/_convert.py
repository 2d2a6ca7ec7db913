"""Records to plain JSON values and back, with cattrs: strict, and every problem told at once.

Given a class this module builds its hooks from the fields; it knows no kind of record.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import EnumMeta
from functools import cache, lru_cache
from operator import attrgetter
from typing import TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ._document import record_id
from ._shape import DIGITS, Checked, broken_rules, shapes
from .actors import Actor
from .errors import InvalidData, RelationsError, shown
from .problems import Problem
from .provenance import Assertion, Citation, Source
from .vocabulary import nearest, words
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ._shape import Fault, Shape

    Hook = Callable[[object, object], object]

__all__ = ["converter", "count", "from_dict", "problems", "to_dict"]

T = TypeVar("T")
_NAMES = tuple[tuple[str, str], ...]


class _Strict(Converter):
    """A converter whose errors are ours."""

    def structure(self, obj: object, cl: type[T]) -> T:
        """Read plain values as an object of a class.

        Raises:
            InvalidData: Something does not fit; `.problems` lists each.
        """
        try:
            return super().structure(obj, cl)
        except (BaseValidationError, RelationsError) as error:
            raise InvalidData(problems(error, "$", record=record_id(obj))) from None


class _NoWord(RelationsError):
    """A value is none of those allowed; the nearest is looked for only when it is told."""

    def __init__(self, found: str, expected: str, value: object, allowed: Iterable[str]) -> None:
        super().__init__(found, expected)
        self.told = found, expected, value, allowed

    def problem(self, path: str, record: str, file: str) -> Problem:
        """Tell it with the nearest word."""
        found, expected, value, allowed = self.told
        guess = nearest(value, allowed, 1) if isinstance(value, str) else ()
        hint = f"; did you mean {guess[0]!r}?" if guess else ""
        return Problem(found, expected + hint, path, record, file)


def converter(
    kinds: Iterable[type] = (),
    actors: Mapping[str, Actor] | None = None,
    sources: Mapping[str, Source] | None = None,
    unread: Collection[object] = (),
) -> Converter:
    """Make a cattrs converter for records, strict in what it reads.

    `"false"` is no bool, None is no text, a text is no list, and an unknown key is an error.

    Args:
        kinds: The classes of records that it will meet; others are learnt when they are met.
        actors: Where given, actors are written and read as ids of these.
        sources: Where given, sources are written and read as ids of these.
        unread: Ids of actors and sources that were told as wrong: a record that names one is
            not built, and nothing more is told of that.

    Returns:
        A fresh converter; hooks that are added to it touch no other.
    """
    made = _Strict(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
    for kind, expected in ((str, "a text"), (bool, "true or false"), (int, "a whole number")):
        made.register_structure_hook(kind, _exactly(kind, expected))
    made.register_structure_hook(float, _float)
    made.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_hook(made, kind))
    made.register_unstructure_hook_factory(_is_tuple, lambda kind: _list_hook(made, kind))
    made.register_structure_hook_func(_same(_NAMES), _read_names)
    made.register_unstructure_hook_func(_same(_NAMES), dict)
    made.register_structure_hook_factory(attrs.has, lambda kind: _class_hook(made, kind))
    made.register_unstructure_hook_factory(attrs.has, lambda kind: _dict_hook(made, kind))
    made.register_structure_hook(When, _read_when)
    made.register_unstructure_hook(When, attrgetter("edtf"))
    made.register_structure_hook(Decimal, _read_number)
    made.register_unstructure_hook(Decimal, _plain_number)
    made.register_structure_hook_func(_same(Assertion), _refuse_assertion)
    made.register_unstructure_hook_func(
        _same(Assertion), lambda one: {"field": one.field, "value": _plain(made, one.value)}
    )
    for cls, table in ((Actor, actors), (Source, sources)):
        if table is not None:
            made.register_structure_hook(cls, _reference(table, cls.__name__.lower(), unread))
            made.register_unstructure_hook(cls, attrgetter("id"))
    for one in (Actor, Source, Citation, *kinds):
        _learn_words(made, one)
    return made


def _learn_words(made: Converter, kind: type) -> None:
    """Register the vocabularies of a class one by one: cattrs would take them for plain text."""
    for _, shape in shapes(kind):
        if isinstance(shape.kind, EnumMeta):
            made.register_structure_hook(shape.kind, _word)
            made.register_unstructure_hook(shape.kind, attrgetter("_value_"))


@cache
def _embedding(kind: type) -> Converter:
    return converter((kind,))


def to_dict(record: object) -> dict[str, object]:
    """Give an object as plain JSON values, everything embedded."""
    made: dict[str, object] = _embedding(type(record)).unstructure(record)
    return made


def from_dict(kind: type[T], data: object) -> T:
    """Read what `to_dict` gave.

    Raises:
        InvalidData: Something does not fit.
    """
    plain = dict(data) if isinstance(data, Mapping) else data
    return _embedding(kind).structure(plain, kind)


def count(error: BaseException) -> int:
    """Count the problems that `problems` would tell of an error."""
    if isinstance(error, BaseValidationError):
        return sum(map(count, error.exceptions))
    if isinstance(error, ForbiddenExtraKeysError):
        return len(error.extra_fields)
    return len(error.problems) + error.more if isinstance(error, InvalidData) else 1


def problems(error: BaseException, path: str, file: str = "", record: str = "") -> Iterator[Problem]:
    """Walk through what cattrs raised and tell each problem in our words.

    Args:
        error: An error of cattrs or of this library.
        path: Where the value that failed stands.
        file: Name of the file.
        record: Id of the record, if it is known.

    Returns:
        The problems, in the order of the fields; what breaks a rule of the record stands after
        what does not fit its field.
    """
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        noted, others = error.group_exceptions()
        for inner, note in noted:
            if isinstance(note, IterableValidationNote):
                yield from problems(inner, f"{path}[{note.index}]", file, record)
            elif isinstance(inner, KeyError):
                missing = f"the key {note.name!r}, which is required"
                yield Problem("nothing", missing, f"{path}.{note.name}", record, file)
            else:
                yield from problems(inner, f"{path}.{note.name}", file, record)
        for inner in others:
            yield from problems(inner, path, file, record)
    elif isinstance(error, ForbiddenExtraKeysError):
        allowed = _keys(error.cl)
        for key in sorted(error.extra_fields, key=str):
            unknown = _NoWord(f"the unknown key {shown(key)}", f"one of {words(allowed)}", key, allowed)
            yield unknown.problem(path, record, file)
    elif isinstance(error, _NoWord):
        yield error.problem(path, record, file)
    elif isinstance(error, InvalidData):
        for one in error.problems:
            step = one.path.removeprefix("$")
            whole = f"{path}.{step}" if step and step[0] not in "[." else path + step
            yield Problem(one.found, one.expected, whole, record or one.record, file)
    else:
        yield Problem(str(error), "", path, record, file)


def _keys(kind: type) -> list[str]:
    return [one.name for one in attrs.fields(kind) if one.init]


def _same(kind: object) -> Callable[[object], bool]:
    return lambda other: other == kind


def _exactly(kind: type, expected: str) -> Hook:
    def hook(value: object, _: object) -> object:
        if type(value) is not kind:
            raise InvalidData.of(shown(value), expected)
        return value

    return hook


def _float(value: object, _: object) -> float:
    if type(value) is not float and type(value) is not int:
        raise InvalidData.of(shown(value), "a number")
    return float(value)  # type: ignore[arg-type]


def _word(value: object, kind: type) -> object:
    found = kind._value2member_map_.get(value) if isinstance(value, str) else None  # type: ignore[attr-defined]
    if found is None:
        allowed = [str(word) for word in kind]  # type: ignore[attr-defined]
        raise _NoWord(shown(value), f"one of {words(allowed)}", value, allowed)
    return found


#: The same days are named again and again.
_when = lru_cache(maxsize=4096)(When)


def _read_when(value: object, _: object) -> When:
    if type(value) is str:
        return _when(value)
    if isinstance(value, When):
        return value
    raise InvalidData.of(shown(value), "a date as EDTF text")


def _read_number(value: object, _: object) -> Decimal:
    if type(value) is float:
        return Decimal(repr(value))
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    raise InvalidData.of(shown(value), "a number")


def _plain_number(value: Decimal) -> int | float:
    whole = value == value.to_integral_value() and abs(value) < 10**DIGITS
    return int(value) if whole else float(value)


def _read_names(value: object, _: object) -> tuple[tuple[str, str], ...]:
    if isinstance(value, dict):
        return tuple(value.items())
    if isinstance(value, tuple):
        return value
    raise InvalidData.of(shown(value), "an object of names and texts")


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _tuple_of(kind: type, member: Callable[[object], object]) -> Hook:
    def hook(value: object, _: object) -> object:
        if not isinstance(value, (list, tuple)):
            raise InvalidData.of(shown(value), "a list")
        read: list[object] = []
        errors: list[Exception] = []
        for index, one in enumerate(value):
            try:
                read.append(member(one))
            except Exception as error:
                error.__notes__ = [*getattr(error, "__notes__", ()), IterableValidationNote("", index, kind)]
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, tuple)
        return tuple(read)

    return hook


def _tuple_hook(made: Converter, kind: object) -> Hook:
    inner = get_args(kind)[0]
    hook = made.get_structure_hook(inner)
    return _tuple_of(inner, lambda one: hook(one, inner))


def _list_hook(made: Converter, kind: object) -> Callable[[tuple[object, ...]], list[object]]:
    inner = get_args(kind)[0]
    if inner in (str, bool):
        return list
    hook = made.get_unstructure_hook(inner)
    return lambda values: [hook(one) for one in values]


def _class_hook(made: Converter, kind: type) -> Hook:
    if hasattr(kind, "assertable"):
        asserts = _tuple_of(Assertion, _assertion_hook(made, kind.assertable()))
        citation = _object_hook(made, Citation, {"asserts": asserts})
        cited = _tuple_of(Citation, lambda one: citation(one, Citation))
        return _object_hook(made, kind, {"citations": cited})
    return _object_hook(made, kind, {})


def _object_hook(made: Converter, kind: type, own: Mapping[str, Hook]) -> Hook:
    """Read an object of a class, some of its fields by hooks of their own."""
    overrides = {name: override(struct_hook=hook) for name, hook in own.items()}
    inner = make_dict_structure_fn(kind, made, **overrides)  # type: ignore[arg-type]
    keys = words(_keys(kind))

    def hook(value: object, _: object) -> object:
        if isinstance(value, kind):
            return value
        if not isinstance(value, dict):
            raise InvalidData.of(shown(value), f"an object with the keys {keys}")
        try:
            return inner(value, kind)
        except ClassValidationError as error:
            noted, others = error.group_exceptions()
            if issubclass(kind, Checked) and (noted or not isinstance(others[0], InvalidData)):
                failed = {note.name for _, note in noted}
                more = _second_look(made, kind, own, value, failed)
                if more:
                    errors = [*error.exceptions, InvalidData(more)]
                    raise ClassValidationError("", errors, kind) from None
            raise

    return hook


def _second_look(
    made: Converter, kind: type[Checked], own: Mapping[str, Hook], value: Mapping[str, object], failed: set[str]
) -> list[Problem]:
    """Find what else is wrong with an object that was not built as some fields did not fit."""
    known: dict[str, object] = {}
    faults: list[Fault] = []
    shape_of = dict(shapes(kind))
    for one in attrs.fields(kind):
        if one.name in value and one.name not in failed and one.init:
            hook = own.get(one.name) or made.get_structure_hook(one.type)
            known[one.name] = read = hook(value[one.name], one.type)
            if found := list(shape_of[one.name].faults(read, one.name)):
                faults += found
                failed = {*failed, one.name}
        elif not isinstance(one.default, (type(attrs.NOTHING), attrs.Factory)):  # type: ignore[arg-type]
            known[one.name] = one.default
    faults += broken_rules(kind, known, failed)
    return [Problem(shown(found), expected, path) for path, found, expected in faults]


def _refuse_assertion(value: object, _: object) -> Assertion:
    raise InvalidData.of(shown(value), "a record around the assertion, which gives it its type")


def _assertion_hook(made: Converter, known: Mapping[str, Shape]) -> Callable[[object], Assertion]:
    """Read an assertion, its value by the shape of the field that it names."""
    hooks: dict[str, Callable[[object], object]] = {}

    def hook(value: object) -> Assertion:
        if isinstance(value, Assertion):
            return value
        if not isinstance(value, dict) or set(value) != {"field", "value"}:
            raise InvalidData.of(shown(value), "an object with the keys field and value, no others")
        name, told = value["field"], value["value"]
        shape = known.get(name) if isinstance(name, str) else None
        if shape is None:
            unknown = _NoWord(shown(name), f"one of {words(known)}", name, known)
            raise InvalidData((unknown.problem("field", "", ""),))
        if told is None and shape.optional:
            return Assertion(name, None)
        if name not in hooks:
            kind = tuple[shape.kind, ...] if shape.many else shape.kind  # type: ignore[name-defined]
            inner = made.get_structure_hook(kind)
            hooks[name] = lambda one: inner(one, kind)
        try:
            return Assertion(name, hooks[name](told))
        except (BaseValidationError, RelationsError) as error:
            raise InvalidData(problems(error, "value")) from None

    return hook


def _dict_hook(made: Converter, kind: type) -> Callable[[object], dict[str, object]]:
    derived = {one.name: override(omit=True) for one in attrs.fields(kind) if not one.init}
    inner = make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True, **derived)
    order = [one.name for one in attrs.fields(kind)]

    def hook(value: object) -> dict[str, object]:
        plain = inner(value)
        return {name: plain[name] for name in order if name in plain}

    return hook


def _plain(made: Converter, value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(made, one) for one in value]
    return made.unstructure(value)


def _reference(table: Mapping[str, object], what: str, unread: Collection[object]) -> Hook:
    def hook(value: object, _: object) -> object:
        found = table.get(value) if isinstance(value, str) else None
        if found is not None:
            return found
        if isinstance(value, str) and value in unread:
            raise InvalidData(())
        told = f"the unknown {what} {shown(value)}"
        raise _NoWord(told, f"the id of {what}s of the dataset", value, table)

    return hook
