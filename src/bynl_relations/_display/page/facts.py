"""A record as the plain values that a page carries: bounds, texts, keys of its facets."""

from __future__ import annotations

from ...vocabulary import ActorType
from ...when import When
from ..values import listed, value_text, word
from ..wording import detail, fields, mentioned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from ..._protocols import GapLike, RecordLike
    from ...actors import Actor
    from ...provenance import Citation, Source
    from .contents import Entry

    #: What JSON can hold.
    Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"

__all__ = ["Facts"]

#: What a card calls the fields that the page shows in a way of its own.
_ELSEWHERE = frozenset(
    ("When", "Held", "Kind", "Figure", "Summary", "Notes", "Disputed", "Why ours", "Id")
)
#: The keys that a version of a record may lack.
_OPTIONAL = ("began", "disputes", "why")


class Facts:
    """Write records, sources and gaps as plain values."""

    def __init__(self, sources: Mapping[str, int], actors: Mapping[str, Actor]) -> None:
        """Hold the position of each source by its id, and every actor by its id."""
        self._sources = sources
        self._actors = actors

    def record(self, entry: Entry) -> dict[str, Plain]:
        """Return our version of a record, its citations, and what differs in other versions."""
        record = entry.record
        made = self._version(record)
        versions: dict[str, Plain] = {
            str(self._sources[source]): self._changes(made, version)
            for source, version in entry.versions.items()
        }
        made |= {"id": record.id, "cites": [self._cited(citation) for citation in record.citations]}
        more: dict[str, Plain] = {
            "summary": record.summary,
            "notes": record.notes,
            "claimed": record.claimed,
            "disputed": record.disputed,
            "maybe": not entry.certain,
            "versions": versions,
        }
        return made | {key: value for key, value in more.items() if value}

    def _changes(self, ours: Mapping[str, Plain], theirs: RecordLike) -> dict[str, Plain]:
        """Return what a version has otherwise; None for what it lacks."""
        version = self._version(theirs)
        changes = {key: value for key, value in version.items() if value != ours.get(key)}
        return changes | {key: None for key in _OPTIONAL if key in ours and key not in version}

    def _version(self, record: RecordLike) -> dict[str, Plain]:
        """Return what can differ between our version of a record and that of a source."""
        when = record.when
        rows: list[Plain] = []
        for name, texts in fields(record):
            if name not in _ELSEWHERE:
                ids = mentioned(record, name)
                rows.append([name, list(texts), list(ids)] if ids else [name, list(texts)])
        made: dict[str, Plain] = {
            "collection": record.collection,
            "kind": _kind(record),
            "title": record.title,
            "what": detail(record),
            "when": _time(record),
            "edtf": str(when or ", ".join(map(str, record.attested))),
            "who": listed([part.actor.name for part in record.actors]),
            "actors": [*self._keys(record)],
            "topics": list(record.topics),
            "confidence": str(record.confidence),
            "place": str(record.place or ""),
            "days": [_day(when, "earliest"), _day(when, "latest")],
            "stood": [list(period) for period in record.periods],
            "fields": rows,
        }
        if record.began is not None:
            made["began"] = list(record.began)
        if record.disputed:
            made["disputes"] = self._disputes(record)
            made["why"] = next((dispute.rationale for dispute in record.disputes), "")
        return made

    def _keys(self, record: RecordLike) -> dict[str, None]:
        """Return the ids under which the actors are found: of themselves, of their states."""
        found: dict[str, None] = {}
        for part in record.actors:
            found[part.actor.id] = None
            for whom in part.actor.acts_for:
                state = self._actors.get(whom)
                if state is not None and state.type in (ActorType.STATE, ActorType.UNION):
                    found[whom] = None
        return found

    def _disputes(self, record: RecordLike) -> list[Plain]:
        """Return each field on which sources differ: its name, our value, those of others."""
        return [
            [
                word(dispute.field),
                _said(dispute.value),
                [[_said(value), self._numbers(sources)] for value, sources in dispute.others],
            ]
            for dispute in record.disputes
        ]

    def _numbers(self, sources: tuple[Source, ...]) -> list[Plain]:
        return [self._sources[source.id] for source in sources]

    def _cited(self, citation: Citation) -> list[Plain]:
        """Return a citation: source, stance, what it says, where, the values that it gives."""
        return [
            self._sources[citation.source.id],
            str(citation.stance),
            citation.says,
            citation.locator,
            [[word(other.field), _said(other.value)] for other in citation.asserts],
        ]

    def source(self, source: Source) -> dict[str, Plain]:
        """Return a source, without what is empty."""
        plain = {
            "id": source.id,
            "name": source.name,
            "title": source.title or source.title_en,
            "english": source.title_en if source.title else "",
            "language": source.language,
            "url": source.url,
            "archived": source.archived_url,
            "published": "" if source.published is None else format(source.published),
            "tier": str(source.tier),
            "kind": word(source.kind or ""),
        }
        return {key: value for key, value in plain.items() if value}

    def gap(self, gap: GapLike) -> dict[str, Plain]:
        """Return a gap, with the first and the last day of its time."""
        span = None if gap.when is None else gap.when.span
        return {
            "id": gap.id,
            "question": gap.question,
            "says": gap.says,
            "looked": list(gap.looked_in),
            "collection": gap.collection,
            "topics": list(gap.topics),
            "actors": [actor.id for actor in gap.actors],
            "days": None if span is None else [span[0], span[3]],
        }


def _said(value: object) -> str:
    """Write a value that a record or a source has; a date in words."""
    return format(value) if isinstance(value, When) else value_text(value)


def _kind(record: RecordLike) -> str:
    """Return the word that tells the records of a collection apart."""
    names = record.word_fields() or ("indicator",)
    return str(getattr(record, names[0], ""))


def _time(record: RecordLike) -> str:
    """Write when it was, in words; of what is known from sightings alone, the sightings."""
    if record.when is not None:
        return format(record.when)
    seen = [format(moment) for moment in record.attested]
    return f"seen {listed(seen)}" if seen else "date unknown"


def _day(when: When | None, name: str) -> str:
    """Return a bound of a date as an ISO date; empty where there is none."""
    return str(getattr(when, name, None) or "")
