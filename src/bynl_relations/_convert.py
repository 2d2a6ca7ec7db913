"""Records to plain JSON values and back, with cattrs: strict, and every problem told at once.

Given a class this module builds its hooks from the fields; it knows no kind of record.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, EnumMeta
from functools import cache
from typing import TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ._shape import shapes
from .actors import Actor
from .errors import InvalidData, Problem, RelationsError, shown
from .provenance import Assertion, Citation, Source
from .vocabulary import nearest, words
from .when import When

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ._shape import Shape

    Hook = Callable[[object, object], object]

__all__ = ["converter", "from_dict", "problems", "to_dict"]

T = TypeVar("T")
_NAMES = tuple[tuple[str, str], ...]


def converter(
    kinds: Iterable[type] = (),
    actors: Mapping[str, Actor] | None = None,
    sources: Mapping[str, Source] | None = None,
) -> Converter:
    """Make a cattrs converter for records, strict in what it reads.

    `"false"` is no bool, None is no text, a text is no list, and an unknown key is an error.

    Args:
        kinds: The classes of records that it will meet; others are learnt when they are met.
        actors: Where given, actors are written and read as ids of these.
        sources: Where given, sources are written and read as ids of these.

    Returns:
        A fresh converter; hooks that are added to it touch no other.
    """
    made = Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
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
    made.register_unstructure_hook(When, str)
    made.register_structure_hook(Decimal, _read_number)
    made.register_unstructure_hook(Decimal, _plain_number)
    made.register_structure_hook_func(_same(Assertion), _refuse_assertion)
    made.register_unstructure_hook_func(
        _same(Assertion), lambda one: {"field": one.field, "value": _plain(made, one.value)}
    )
    if actors is not None:
        made.register_structure_hook(Actor, _reference(actors, "actor"))
        made.register_unstructure_hook(Actor, lambda actor: actor.id)
    if sources is not None:
        made.register_structure_hook(Source, _reference(sources, "source"))
        made.register_unstructure_hook(Source, lambda source: source.id)
    for one in (Actor, Source, Citation, *kinds):
        _learn_words(made, one)
    return made


def _learn_words(made: Converter, kind: type) -> None:
    """Register the vocabularies of a class one by one: cattrs would take them for plain text."""
    for _, shape in shapes(kind):
        if isinstance(shape.kind, EnumMeta):
            made.register_structure_hook(shape.kind, _word)
            made.register_unstructure_hook(shape.kind, _text)


def _text(word: Enum) -> object:
    return word.value


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
    try:
        return _embedding(kind).structure(data, kind)
    except (BaseValidationError, RelationsError) as error:
        record = data.get("id", "") if isinstance(data, dict) else ""
        raise InvalidData(problems(error, "$", record=record)) from None


def problems(error: Exception, path: str, file: str = "", record: object = "") -> Iterator[Problem]:
    """Walk through what cattrs raised and tell each problem in our words.

    Args:
        error: An error of cattrs or of this library.
        path: Where the value that failed stands.
        file: Name of the file.
        record: Id of the record, if it is known.

    Returns:
        The problems, in the order of the fields.
    """
    name = record if isinstance(record, str) else ""
    if isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        for inner, note in noted:
            inner_path = f"{path}.{note.name}"
            if isinstance(inner, KeyError) and not isinstance(inner, RelationsError):
                yield Problem("nothing", f"the key {note.name!r}, which is required", inner_path, name, file)
            else:
                yield from problems(inner, inner_path, file, name)
        for inner in others:
            yield from problems(inner, path, file, name)
    elif isinstance(error, IterableValidationError):
        noted_items, others = error.group_exceptions()
        for inner, item in noted_items:
            yield from problems(inner, f"{path}[{item.index}]", file, name)
        for inner in others:
            yield from problems(inner, path, file, name)
    elif isinstance(error, ForbiddenExtraKeysError):
        allowed = [one.name for one in attrs.fields(error.cl) if one.init]
        for key in sorted(error.extra_fields, key=str):
            guess = nearest(str(key), allowed, 1)
            hint = f"; did you mean {guess[0]!r}?" if guess else ""
            yield Problem(f"the unknown key {shown(key)}", f"one of {words(allowed)}{hint}", path, name, file)
    elif isinstance(error, InvalidData):
        for one in error.problems:
            whole = f"{path}.{one.path}" if one.path and one.path[0] != "[" else path + one.path
            yield Problem(one.found, one.expected, whole, name or one.record, file)
    else:
        yield Problem(str(error), "", path, name, file)


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
        guess = nearest(value, allowed, 1) if isinstance(value, str) else ()
        hint = f"; did you mean {guess[0]!r}?" if guess else ""
        raise InvalidData.of(shown(value), f"one of {words(allowed)}{hint}")
    return found


def _read_when(value: object, _: object) -> When:
    if isinstance(value, When):
        return value
    if type(value) is not str:
        raise InvalidData.of(shown(value), "a date as EDTF text")
    return When(value)


def _read_number(value: object, _: object) -> Decimal:
    if type(value) is float:
        return Decimal(repr(value))
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return Decimal(value)
    raise InvalidData.of(shown(value), "a number")


def _plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _read_names(value: object, _: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise InvalidData.of(shown(value), "an object of languages and names")
    return tuple(value.items())


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _tuple_of(kind: object, member: Callable[[object], object]) -> Hook:
    def hook(value: object, _: object) -> object:
        if not isinstance(value, (list, tuple)):
            raise InvalidData.of(shown(value), "a list")
        read, errors = [], []
        for index, one in enumerate(value):
            try:
                read.append(member(one))
            except Exception as error:
                error.__notes__ = [*getattr(error, "__notes__", ()), _item(index, kind)]
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, tuple)
        return tuple(read)

    return hook


def _item(index: int, kind: object) -> str:
    from cattrs.errors import IterableValidationNote

    return IterableValidationNote("", index, kind)


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
    hints = dict(shapes(kind)) if hasattr(kind, "collection") else {}
    if "citations" in hints:
        citation = make_dict_structure_fn(
            Citation,
            made,
            asserts=override(struct_hook=_tuple_of(Assertion, _assertion_hook(made, hints))),
        )
        guarded = _object_hook(Citation, citation)
        cited = _tuple_of(Citation, lambda one: guarded(one, Citation))
        return _object_hook(kind, make_dict_structure_fn(kind, made, citations=override(struct_hook=cited)))
    return _object_hook(kind, make_dict_structure_fn(kind, made))


def _object_hook(kind: type, inner: Hook) -> Hook:
    keys = words([one.name for one in attrs.fields(kind) if one.init])

    def hook(value: object, _: object) -> object:
        if isinstance(value, kind):
            return value
        if not isinstance(value, dict):
            raise InvalidData.of(shown(value), f"an object with the keys {keys}")
        return inner(value, kind)

    return hook


def _refuse_assertion(value: object, _: object) -> Assertion:
    raise InvalidData.of(shown(value), "a record around the assertion, which gives it its type")


def _assertion_hook(made: Converter, known: dict[str, Shape]) -> Callable[[object], Assertion]:
    """Read an assertion, its value by the shape of the field that it names."""

    def hook(value: object) -> Assertion:
        if not isinstance(value, dict) or set(value) != {"field", "value"}:
            raise InvalidData.of(shown(value), "an object with the keys field and value, no others")
        name, told = value["field"], value["value"]
        shape = known.get(name) if isinstance(name, str) else None
        if shape is None:
            raise InvalidData((Problem(shown(name), f"one of {words(known)}", "field"),))
        if told is None and shape.optional:
            return Assertion(name, None)
        kind = tuple[shape.kind, ...] if shape.many else shape.kind  # type: ignore[name-defined]
        try:
            return Assertion(name, made.structure(told, kind))
        except (BaseValidationError, RelationsError) as error:
            found = problems(error, "")
            raise InvalidData(
                Problem(one.found, one.expected, f"value{one.path}") for one in found
            ) from None

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


def _reference(table: Mapping[str, T], what: str) -> Hook:
    def hook(value: object, _: object) -> object:
        found = table.get(value) if isinstance(value, str) else None
        if found is None:
            guess = nearest(value, table, 1) if isinstance(value, str) else ()
            hint = f"; did you mean {guess[0]!r}?" if guess else ""
            raise InvalidData.of(f"the unknown {what} {shown(value)}", f"the id of {what}s of the dataset{hint}")
        return found

    return hook


