"""Records to plain JSON values and back, with cattrs: strict, and every problem reported at once.

Given a class this module builds its hooks from the fields; it knows no kind of record.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import EnumMeta
from functools import partial
from operator import attrgetter
from typing import TypeVar, cast

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, ClassValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from .._fields.checked import Checked, broken_rules
from .._fields.formats import plain_number
from .._fields.shape import per_class, shapes
from .._spelling import words
from ..actors import Actor, Participant
from ..errors import InvalidData, Problem, RelationsError, shown
from ..provenance import Assertion, Citation, Source
from ..when import When
from .json_text import is_object, record_id
from .problems import keys, misfit, no_word, noted, problems, stands_at
from .values import (
    collection_hook,
    exactly,
    is_collection,
    is_object_of,
    is_table,
    is_tuple,
    list_hook,
    object_hook,
    object_of,
    read_float,
    read_names,
    read_number,
    read_when,
    read_word,
    table_hook,
    tuple_hook,
    tuple_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from .._fields.shape import Fault, Shape
    from ..provenance import Value

    Hook = Callable[[object, object], object]

__all__ = ["converter", "from_dict", "to_dict"]

T = TypeVar("T")
_NAMES = tuple[tuple[str, str], ...]
#: An object with more keys than this has nothing to do with any class.
_MOST_KEYS = 1_000


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


def converter(
    kinds: Iterable[type] = (),
    actors: Mapping[str, Actor] | None = None,
    sources: Mapping[str, Source] | None = None,
    unread: Collection[object] = (),
) -> Converter:
    """Make a cattrs converter for records, strict in what it reads.

    It refuses `"false"` for a boolean, None for a string, a string for a list, and unknown keys,
    in classes of any origin.

    Args:
        kinds: The classes of records that it will meet; others are added on first use.
        actors: A table by id; if it is given, actors are written and read as ids.
        sources: The same of sources.
        unread: Ids of actors and sources that were reported as wrong: a record that names one
            is not built, and that is not reported again.

    Returns:
        A fresh converter; hooks that are added to it touch no other.
    """
    made = _Strict(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
    for kind, expected in ((str, "a string"), (bool, "true or false"), (int, "a whole number")):
        made.register_structure_hook(kind, exactly(kind, expected))
    made.register_structure_hook(float, read_float)
    made.register_structure_hook_factory(is_object_of, partial(object_hook, made))
    made.register_structure_hook_factory(is_collection, partial(collection_hook, made))
    made.register_structure_hook_factory(is_tuple, partial(tuple_hook, made))
    made.register_unstructure_hook_factory(is_tuple, partial(list_hook, made))
    made.register_structure_hook_func(_same(_NAMES), read_names)
    made.register_unstructure_hook_func(_same(_NAMES), dict)
    made.register_structure_hook_factory(is_table, partial(table_hook, made))
    made.register_unstructure_hook_factory(is_table, partial(object_of, made))
    made.register_structure_hook_factory(attrs.has, partial(_class_hook, made))
    made.register_unstructure_hook_factory(attrs.has, partial(_dict_hook, made))
    made.register_structure_hook(When, read_when)
    made.register_unstructure_hook(When, attrgetter("edtf"))
    made.register_structure_hook(Decimal, read_number)
    made.register_unstructure_hook(Decimal, plain_number)
    made.register_structure_hook_func(_same(Assertion), _refuse_assertion)
    made.register_unstructure_hook_func(
        _same(Assertion), lambda said: {"field": said.field, "value": _plain(made, said.value)}
    )
    for cls, table in ((Actor, actors), (Source, sources)):
        if table is not None:
            made.register_structure_hook(cls, _reference(table, cls.__name__.lower(), unread))
            made.register_unstructure_hook(cls, attrgetter("id"))
    for vocabulary in _vocabularies((Actor, Participant, Source, Citation, *kinds)):
        made.register_structure_hook(vocabulary, read_word)
        made.register_unstructure_hook(vocabulary, attrgetter("_value_"))
    return made


def _vocabularies(kinds: Iterable[type]) -> set[EnumMeta]:
    """Find the vocabularies of classes and their parts; cattrs takes them for plain strings."""
    found: set[EnumMeta] = set()
    rest, seen = list(kinds), set[type]()
    while rest:
        kind = rest.pop()
        if isinstance(kind, EnumMeta):
            found.add(kind)
        elif attrs.has(kind) and kind not in seen and kind not in (When, Assertion):
            seen.add(kind)
            rest += [shape.kind for _, shape in shapes(kind)]
    return found


@per_class
def _embedding(kind: type) -> Converter:
    return converter((kind,))


def to_dict(record: object) -> dict[str, object]:
    """Return an object as plain JSON values, with actors and sources embedded."""
    made: dict[str, object] = _embedding(type(record)).unstructure(record)
    return made


def from_dict(kind: type[T], data: object) -> T:
    """Build an object from what `to_dict` returned.

    Raises:
        InvalidData: Something does not fit.
    """
    plain = dict(cast("Mapping[str, object]", data)) if isinstance(data, Mapping) else data
    return _embedding(kind).structure(plain, kind)


def _same(kind: object) -> Callable[[object], bool]:
    return lambda other: other == kind


def _class_hook(made: Converter, kind: type) -> Hook:
    assertable: Callable[[], Mapping[str, Shape]] | None = getattr(kind, "assertable", None)
    if assertable is not None:
        asserts = tuple_of(Assertion, _assertion_hook(made, assertable()))
        citation = _object_hook(made, Citation, {"asserts": asserts})
        cited = tuple_of(Citation, lambda value: citation(value, Citation))
        return _object_hook(made, kind, {"citations": cited})
    return _object_hook(made, kind, {})


def _fields(kind: type) -> tuple[attrs.Attribute[object], ...]:
    found: tuple[attrs.Attribute[object], ...] = attrs.fields(kind)
    return found


def _object_hook(made: Converter, kind: type, own: Mapping[str, Hook]) -> Hook:
    """Return the hook of a class; `own` are hooks of single fields."""
    overrides = {name: override(struct_hook=hook) for name, hook in own.items()}
    made_hook: object = make_dict_structure_fn(kind, made, **overrides)  # type: ignore[arg-type]
    inner = cast("Hook", made_hook)
    named = words(keys(kind))
    # Of a record the class names it; the same word is a field of a gap.
    collection: object = getattr(kind, "collection", "") if hasattr(kind, "assertable") else ""

    def hook(value: object, _: object) -> object:
        if isinstance(value, kind):
            return value
        if not is_object(value) or len(value) > _MOST_KEYS:
            raise misfit(value, f"an object with the keys {named}")
        wrong: list[Exception] = []
        if collection and "collection" in value:
            # A record that stands alone names its collection, which is not a field.
            value = dict(value)
            if (found := value.pop("collection")) != collection:
                wrong = [noted("collection", misfit(found, repr(collection)))]
        try:
            made_of = inner(value, kind)
        except ClassValidationError as error:
            if wrong:
                raise ClassValidationError("", [*wrong, *error.exceptions], kind) from None  # pyright: ignore[reportCallIssue]
            notes, others = error.group_exceptions()
            if issubclass(kind, Checked) and (notes or not isinstance(others[0], InvalidData)):
                failed = {note.name for _, note in notes}
                more = _second_look(made, kind, own, value, failed)
                if more:
                    errors = [*error.exceptions, InvalidData(more)]
                    whole = ClassValidationError("", errors, kind)  # pyright: ignore[reportCallIssue]
                    raise whole from None
            raise
        if wrong:
            raise ClassValidationError("", wrong, kind)  # pyright: ignore[reportCallIssue]
        return made_of

    return hook


def _second_look(
    made: Converter,
    kind: type[Checked],
    own: Mapping[str, Hook],
    value: Mapping[str, object],
    failed: set[str],
) -> list[Problem]:
    """Return the further problems of an object of which some fields did not fit."""
    known: dict[str, object] = {}
    faults: list[Fault] = []
    for field, (_, shape) in zip(_fields(kind), shapes(kind), strict=True):
        name = field.name
        if name in value and name not in failed and field.init:
            hook = own.get(name) or made.get_structure_hook(field.type)
            known[name] = read = hook(value[name], field.type)
            if found := list(shape.faults(read, name)):
                faults += found
                failed = {*failed, name}
        elif field.init and field.default is not attrs.NOTHING:
            known[name] = field.default
    faults += broken_rules(kind, known, failed)
    return [Problem(shown(found), expected, path) for path, found, expected in faults]


def _refuse_assertion(value: object, _: object) -> Assertion:
    raise misfit(value, "a record around the assertion, which gives it its type")


def _assertion_hook(made: Converter, known: Mapping[str, Shape]) -> Callable[[object], Assertion]:
    """Return the hook of an assertion, whose value has the type of the field that it names."""
    hooks: dict[str, Callable[[object], object]] = {}

    def hook(value: object) -> Assertion:
        if isinstance(value, Assertion):
            return value
        if not is_object(value) or set(value) != {"field", "value"}:
            raise misfit(value, "an object with the keys field and value, no others")
        name, plain = value["field"], value["value"]
        shape = known.get(name) if isinstance(name, str) else None
        if shape is None or not isinstance(name, str):
            raise stands_at("field", no_word(name, "", "", known))
        if plain is None and shape.optional:
            return Assertion(name, None)
        if name not in hooks:
            kind = tuple[shape.kind, ...] if shape.many else shape.kind  # type: ignore[name-defined]
            inner = made.get_structure_hook(kind)
            hooks[name] = lambda member: inner(member, kind)
        try:
            return Assertion(name, cast("Value", hooks[name](plain)))
        except (BaseValidationError, RelationsError) as error:
            raise stands_at("value", error) from None

    return hook


def _dict_hook(made: Converter, kind: type) -> Callable[[object], dict[str, object]]:
    own = {field.name: override(omit=True) for field in _fields(kind) if not field.init}
    own |= {
        field.name: override(omit_if_default=False)
        for field in _fields(kind)
        if field.metadata.get("written")
    }
    unstructure: object = make_dict_unstructure_fn(  # pyright: ignore[reportUnknownVariableType]
        kind, made, _cattrs_omit_if_default=True, **own  # type: ignore[arg-type]
    )  # fmt: skip
    inner = cast("Callable[[object], dict[str, object]]", unstructure)
    order = [field.name for field in _fields(kind)]
    required = [field.name for field in _fields(kind) if field.default is attrs.NOTHING]
    if required == order[: len(required)]:
        return inner

    def hook(value: object) -> dict[str, object]:
        # cattrs writes what is required first; we write in class order.
        plain = inner(value)
        return {name: plain[name] for name in order if name in plain}

    return hook


def _plain(made: Converter, value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(made, member) for member in cast("tuple[object, ...]", value)]
    plain: object = made.unstructure(value)
    return plain


def _reference(table: Mapping[str, object], what: str, unread: Collection[object]) -> Hook:
    def hook(value: object, _: object) -> object:
        found = table.get(value) if isinstance(value, str) else None
        if found is not None:
            return found
        if isinstance(value, str) and value in unread:
            raise InvalidData(())
        raise no_word(
            value, f"the unknown {what} ", f"the id of one of the {what}s of the dataset", table
        )

    return hook
