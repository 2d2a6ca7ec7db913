"""What a record refers to: the actors that it carries and the records that it names."""

from __future__ import annotations

from operator import attrgetter

from .._fields.formats import RECORD
from .._fields.shape import per_class, shapes
from ..actors import Actor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from .._protocols import RecordLike
    from ..provenance import Quotation

__all__ = ["people", "references", "unheld"]


def people(record: RecordLike) -> Iterator[Actor]:
    """Yield every actor that a record carries, also in quotations and assertions."""
    yield from record._acting()
    if hasattr(type(record), "quotation"):
        quotation: Quotation | None = attrgetter("quotation")(record)
        if quotation is not None:
            yield quotation.speaker
    for citation in record.citations:
        for asserted in citation.asserts:
            values = asserted.value
            for value in values if isinstance(values, tuple) else (values,):
                found = getattr(value, "actor", getattr(value, "speaker", value))
                if isinstance(found, Actor):
                    yield found


def references(record: RecordLike) -> Iterator[tuple[str, str]]:
    """Yield where a record names another, and the id of that."""
    for name, many in _record_ids(type(record)):
        value = getattr(record, name)
        if many:
            yield from ((f"{name}[{number}]", other) for number, other in enumerate(value))
        elif value:
            yield name, value


@per_class
def _record_ids(kind: type) -> tuple[tuple[str, bool], ...]:
    """Return the fields that hold ids of records, and whether each holds several."""
    return tuple((name, shape.many) for name, shape in shapes(kind) if shape.form is RECORD)


def unheld(records: Collection[RecordLike], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Return the sorted ids that records and actors refer to and that are not among them."""
    named = {other for record in records for _, other in references(record)}
    agents = {other for actor in actors.values() for other in actor.acts_for}
    return tuple(sorted((named - {record.id for record in records}) | (agents - actors.keys())))
