"""The keys under which a record is found: ids, words of vocabularies, numbers of acts."""

from __future__ import annotations

from itertools import combinations
from typing import cast

from .._conversion import late
from .._spelling import fold, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Protocol

    from .._protocols import RecordLike
    from ..model.acts import LegalAct

    class Legal(Protocol):
        """A record that rests on legal acts."""

        @property
        def acts(self) -> tuple[LegalAct, ...]: ...


__all__ = ["act_key", "city_key", "is_contact", "keys", "reference_key"]

#: The kinds of events in which two sides deal with each other.
_CONTACTS = ("meeting", "call", "summons")
#: Roles of those whom a record is only about.
_CONCERNED = ("country concerned", "person concerned")
#: Words that stand beside the number of an act and belong to no number.
_PLAIN = frozenset(
    "no nr number of the on and act common position council commission implementing delegated"
    " decision regulation conclusions resolution law decree edict order circular joint"
    " action".split()
)


def keys(record: RecordLike, facet: str) -> tuple[str, ...]:
    """Return the keys of a record under a facet.

    Args:
        record: The record.
        facet: `actor`, `who`, `to`, `side`, `topic`, `source`, `country`, `city`, `collection`,
            `capacity`, `reference`, `related`, `act`, or the name of a field.
    """
    special = _SPECIAL.get(facet)
    if special is not None:
        return special(record)
    value: object = getattr(record, facet, None)
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(map(_key, cast("tuple[object, ...]", value)))
    return (_key(value),)


def _key(value: object) -> str:
    if isinstance(value, late.Actor):
        return value.id
    plain = str(value)
    return plain if plain.isascii() and plain.islower() and " " not in plain else fold(plain)


def _sides(record: RecordLike) -> tuple[str, ...]:
    """Return the ids of those who took part in a contact; of any other record none."""
    if not is_contact(record):
        return ()
    return tuple(part.actor.id for part in record.actors if part.role not in _CONCERNED)


def is_contact(record: RecordLike) -> bool:
    """Return whether two sides met or spoke: a visit, a meeting, a call, a summons."""
    if record.collection == "events":
        return keys(record, "kind")[0] in _CONTACTS
    return record.collection == "visits"


def _capacities(record: RecordLike) -> tuple[str, ...]:
    return tuple(part.capacity.value for part in record.participants if part.capacity is not None)


def city_key(city: str, country: str) -> str:
    """Return the key of a city; that of a place without one is empty.

    Examples:
        >>> city_key("Görlitz", "DE")
        'gorlitz, DE'
    """
    return f"{fold(city)}, {country}" if city else ""


def reference_key(number: str) -> str:
    """Return the key of a number of a paper: its words, whatever stands between them.

    Examples:
        >>> reference_key("Trb. 1995, 143") == reference_key("trb 1995 143")
        True
    """
    return " ".join(words_of(number))


def act_key(number: str) -> str:
    """Return the key of a legal act: its numbers in order of size, then its letters.

    Args:
        number: As anybody writes it; words such as `No` and `Regulation` do not count.

    Returns:
        The key; empty where the text holds no number.

    Examples:
        >>> act_key("2008/844/CFSP"), act_key("Regulation (EU) No 588/2011"), act_key("844/2008")
        ('844 2008 cfsp', '588 2011 eu', '844 2008')
    """
    parts = words_of(number)
    numbers = sorted(int(part) for part in parts if part.isdecimal())
    letters = sorted({part for part in parts if not part.isdecimal()} - _PLAIN)
    return " ".join([*map(str, numbers), *letters]) if numbers else ""


def _acts(record: RecordLike) -> Iterator[str]:
    """Yield the CELEX number of each act, and its numbers with any of its letters."""
    for act in cast("Legal", record).acts if record.collection == "measures" else ():
        yield from _act_keys(act)


def _act_keys(act: LegalAct) -> Iterator[str]:
    if act.celex:
        yield fold(act.celex)
    parts = act_key(act.number).split()
    numbers = [part for part in parts if part.isdecimal()]
    letters = parts[len(numbers) :]
    for many in range(len(letters) + 1):
        for some in combinations(letters, many):
            yield " ".join([*numbers, *some])


def _city(record: RecordLike) -> tuple[str, ...]:
    place = record.place
    return (city_key(place.city, place.country),) if place is not None else ()


_SPECIAL: dict[str, Callable[[RecordLike], tuple[str, ...]]] = {
    "actor": lambda record: record.actor_ids,
    "who": lambda record: tuple(actor.id for actor in record.who),
    "to": lambda record: tuple(actor.id for actor in record.to),
    "side": _sides,
    "topic": lambda record: record.topics,
    "source": lambda record: tuple(citation.source.id for citation in record.citations),
    "country": lambda record: (record.place.country,) if record.place else (),
    "city": _city,
    "collection": lambda record: (record.collection,),
    "capacity": _capacities,
    "reference": lambda record: tuple(map(reference_key, record.references)),
    "related": lambda record: (f"={record.id}", *record.related),
    "act": lambda record: tuple(_acts(record)),
}
