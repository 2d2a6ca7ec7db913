"""Records as linked data: JSON-LD that carries its context, so that readers fetch nothing.

Terms: schema.org for what happened, who and where; PROV for who says so; the EDTF datatype
of the Library of Congress for dates; a vocabulary of our own for the rest.

Source: W3C JSON-LD 1.1, W3C PROV-O, schema.org, http://id.loc.gov/datatypes/edtf.html.
"""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from .._conversion.json_text import text
from .._fields.shape import shapes
from ..actors import Actor, Participant, Place
from ..provenance import Quotation
from ..when import When
from .attribution import author, licences, spdx
from .dates import numbers, sides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .._protocols import CityLike, RecordLike
    from ..provenance import Citation, Source
    from .attribution import DatasetLike

    Node = dict[str, object]

__all__ = ["to_jsonld"]

_BASE = "urn:bynl-relations:"
CONTEXT: dict[str, object] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "bynl": f"{_BASE}term:",
}
#: For each collection: the type, the property of the beginning and of the end of its `when`
#: (the end only of what lasts), and those of who acts and towards whom.
_TERMS: Mapping[str, tuple[str, str, str, str, str]] = {
    "events": ("Event", "startDate", "endDate", "contributor", ""),
    "visits": ("Event", "startDate", "endDate", "attendee", "organizer"),
    "missions": ("GovernmentOrganization", "foundingDate", "dissolutionDate",
                 "parentOrganization", "areaServed"),
    "appointments": ("OrganizationRole", "startDate", "endDate", "", ""),
    "agreements": ("Legislation", "legislationDate", "", "legislationPassedBy", ""),
    "measures": ("Action", "startTime", "", "agent", "object"),
    "positions": ("Statement", "dateCreated", "", "creator", "mentions"),
    "memberships": ("OrganizationRole", "startDate", "endDate", "member", "memberOf"),
    "programmes": ("Project", "foundingDate", "dissolutionDate", "sponsor", ""),
    "statistics": ("Observation", "observationDate", "", "", ""),
}  # fmt: skip
_ACTORS = {
    "state": "Country",
    "union": "Organization",
    "organisation": "Organization",
    "person": "Person",
    "party": "PoliticalParty",
    "group": "Organization",
}
#: Schemes of identifiers that have an address, and its start.
_SAME_AS = {"wikidata": "http://www.wikidata.org/entity/", "geonames": "https://sws.geonames.org/"}
#: Characters that an address on the web may hold and an IRI may not.
_ESCAPES = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "{}|^`"})
_XSD = {1: "xsd:gYear", 2: "xsd:gYearMonth", 3: "xsd:date"}
#: Fields with a term of their own below; the others are written under their own names.
_WRITTEN = frozenset("id title summary when participants place citations related".split())


def to_jsonld(
    records: Iterable[RecordLike],
    dataset: DatasetLike,
    places: Iterable[CityLike] = (),
    actors: Mapping[str, Actor] | None = None,
) -> str:
    """Write records as one JSON-LD document.

    Every record is an `@id` of its own, derived (`prov:wasDerivedFrom`) from each source that
    it cites; `prov:qualifiedDerivation` keeps the stance, the words and what is asserted.
    `dcterms:date` is `when` with the EDTF datatype; the property of schema.org stands beside
    it only where the date is as certain as that property takes it for.

    Args:
        records: Records of any kinds.
        dataset: What they are part of.
        places: The gazetteer, for coordinates.
        actors: The actors of the dataset by id, for those on whose behalf others act.

    Returns:
        JSON text: the context, then the dataset, the records, the actors that any of these
        nodes names, and the sources.
    """
    every = list(records)
    cities = {(place.city, place.country): place for place in places}
    named: dict[str, Actor] = {}
    sources: dict[str, Source] = {}
    graph = [_dataset(dataset)]
    for record in every:
        graph.append(_record(record, cities))
        sources.update((source.id, source) for source in record.sources)
        named.update((actor.id, actor) for actor in _people(record))
    _add_principals(named, actors or {})
    graph.extend(_actor(named[key]) for key in sorted(named))
    graph.extend(_source(sources[key]) for key in sorted(sources))
    # Within a string of JSON it says the same, and ends no `script` of an HTML page.
    return text({"@context": CONTEXT, "@graph": graph}).replace("</", "<\\/") + "\n"


def _add_principals(named: dict[str, Actor], actors: Mapping[str, Actor]) -> None:
    """Add those for whom the named actors act, and those for whom these act in turn."""
    waiting = list(named.values())
    while waiting:
        for key in waiting.pop().acts_for:
            if key not in named and key in actors:
                named[key] = actors[key]
                waiting.append(actors[key])


def _iri(what: str, name: str) -> Node:
    return {"@id": f"{_BASE}{what}:{name}"}


def _edtf(when: When) -> Node:
    return {"@value": when.edtf, "@type": "edtf:EDTF"}


def _dataset(dataset: DatasetLike) -> Node:
    node: Node = {"@id": f"{_BASE}dataset", "@type": ["schema:Dataset", "prov:Collection"]}
    node["schema:name"] = dataset.title
    if author(dataset):
        node["schema:creator"] = {"@type": "schema:Organization", "schema:name": author(dataset)}
    node["schema:version"] = dataset.version
    node["schema:creditText"] = dataset.citation
    node["schema:license"] = [
        {"@id": spdx(licence)} if spdx(licence) else licence for licence in licences(dataset)
    ]
    node["schema:dateModified"] = _edtf(dataset.checked) if dataset.checked else None
    return _filled(node)


def _record(record: RecordLike, cities: Mapping[tuple[str, str], CityLike]) -> Node:
    kind, _, _, who, to = _TERMS.get(record.collection, ("Thing", "", "", "", ""))
    node = _iri("record", record.id)
    node["@type"] = [f"schema:{kind}", "prov:Entity", f"bynl:{type(record).__name__}"]
    node["dcterms:isPartOf"] = {"@id": f"{_BASE}dataset"}
    node["schema:name"] = record.title
    node["schema:description"] = record.summary
    node.update(_dates(record))
    for term, actors in ((who, record.who), (to, record.to)):
        if term:
            node[f"schema:{term}"] = [_value(actor) for actor in actors]
    node["bynl:participant"] = [_value(part) for part in record.actors]
    if record.place:
        node["schema:location"] = _located(record.place, cities)
    node["dcterms:relation"] = [_iri("record", other) for other in record.related]
    for name, _ in shapes(type(record)):
        if name not in _WRITTEN:
            node[f"bynl:{_camel(name)}"] = [
                _value(member) for member in _each(getattr(record, name))
            ]
    node["bynl:disputed"] = record.disputed
    node["prov:wasDerivedFrom"] = [_iri("source", source.id) for source in record.sources]
    node["prov:qualifiedDerivation"] = [_derivation(citation) for citation in record.citations]
    return _filled(node)


def _dates(record: RecordLike) -> Node:
    """Return `when` as EDTF, and what of it schema.org can express without inventing."""
    when = record.when
    if when is None:
        return {}
    node: Node = {"dcterms:date": _edtf(when)}
    _, begins, ends, _, _ = _TERMS.get(record.collection, ("", "", "", "", ""))
    given = sides(when)
    if len(given) == 1 and record.lasts:
        return node
    if len(given) == 2 and not ends:
        return node
    for term, (side, flag) in zip((begins, ends), given, strict=False):
        known = numbers(side)
        if term and known and not flag and "X" not in side:
            node[f"schema:{term}"] = {"@value": side, "@type": _XSD[len(known)]}
    return node


def _derivation(citation: Citation) -> Node:
    node: Node = {"@type": "prov:Derivation", "prov:entity": _iri("source", citation.source.id)}
    node["bynl:stance"] = citation.stance.value
    node["bynl:says"] = citation.says
    node["bynl:locator"] = citation.locator
    node["bynl:asserts"] = [
        _filled({
            "bynl:field": given.field,
            "bynl:value": [_value(member) for member in _each(given.value)],
        })
        for given in citation.asserts
    ]  # fmt: skip
    return _filled(node)


def _people(record: RecordLike) -> Iterator[Actor]:
    """Yield every actor that the node of a record names, also in what sources assert."""
    for part in record.actors:
        yield part.actor
    own = (getattr(record, name) for name, _ in shapes(type(record)))
    asserted = (given.value for citation in record.citations for given in citation.asserts)
    for value in (*own, *asserted):
        for member in _each(value):
            found = getattr(member, "actor", getattr(member, "speaker", member))
            if isinstance(found, Actor):
                yield found


def _actor(actor: Actor) -> Node:
    node = _iri("actor", actor.id)
    kind = (
        "GovernmentOrganization"
        if actor.type == "organisation" and actor.acts_for
        else _ACTORS[actor.type]
    )
    node["@type"] = [f"schema:{kind}", "prov:Agent"]
    node["schema:name"] = {"@value": actor.name, "@language": "en"}
    node["schema:alternateName"] = [
        *({"@value": name, "@language": language} for language, name in actor.names),
        *actor.aliases,
    ]
    node["schema:sameAs"] = [
        {"@id": _SAME_AS[scheme] + identifier}
        for scheme, identifier in actor.identifiers
        if scheme in _SAME_AS
    ]
    node["schema:identifier"] = [
        {"@type": "schema:PropertyValue", "schema:propertyID": scheme, "schema:value": identifier}
        for scheme, identifier in actor.identifiers
    ]
    node["schema:description"] = actor.description
    node["prov:actedOnBehalfOf"] = [_iri("actor", other) for other in actor.acts_for]
    node["bynl:home"] = actor.home
    return _filled(node)


def _source(source: Source) -> Node:
    node = _iri("source", source.id)
    node["@type"] = ["schema:CreativeWork", "prov:Entity"]
    language = {"@language": source.language} if source.language else {}
    node["schema:name"] = [
        *([{"@value": source.title, **language} if language else source.title]
          if source.title else []),
        *([{"@value": source.title_en, "@language": "en"}] if source.title_en else []),
    ]  # fmt: skip
    node["schema:author"] = list(source.authors)
    node["bynl:kind"] = source.kind.value if source.kind is not None else None
    node["schema:url"] = {"@id": source.url.translate(_ESCAPES)} if source.url else None
    node["schema:publisher"] = _filled({
        "@type": "schema:Organization",
        "schema:name": source.publisher,
    }) if source.publisher else None  # fmt: skip
    node["schema:datePublished"] = _edtf(source.published) if source.published else None
    node["schema:inLanguage"] = source.language
    node["schema:archivedAt"] = (
        {"@id": source.archived_url.translate(_ESCAPES)} if source.archived_url else None
    )
    node["bynl:accessed"] = _edtf(source.accessed) if source.accessed else None
    node["bynl:tier"] = source.tier.value
    node["bynl:voice"] = source.voice or source.id
    return _filled(node)


def _value(value: object) -> object:
    """Convert a value of a field to JSON-LD."""
    if isinstance(value, When):
        return _edtf(value)
    if isinstance(value, Actor):
        return _iri("actor", value.id)
    if isinstance(value, Participant):
        part: Node = {"bynl:actor": _iri("actor", value.actor.id), "bynl:role": value.role}
        part["bynl:capacity"] = value.capacity.value if value.capacity is not None else None
        return _filled(part)
    if isinstance(value, Place):
        return _located(value, {})
    if isinstance(value, Decimal):
        return {"@value": format(value, "f"), "@type": "xsd:decimal"}
    if isinstance(value, Quotation):
        words = {"@value": value.text, "@language": value.language}
        return {
            "@type": "schema:Quotation",
            "schema:text": words,
            "schema:creator": _value(value.speaker),
        }
    return value if isinstance(value, bool) else str(value)


def _located(place: Place, cities: Mapping[tuple[str, str], CityLike]) -> Node:
    """Convert a place to JSON-LD, with its coordinates where the gazetteer has it."""
    address = {"schema:addressLocality": place.city, "schema:addressCountry": place.country}
    node: Node = {
        "@type": "schema:Place",
        "schema:address": _filled({"@type": "schema:PostalAddress", **address}),
    }
    if city := cities.get((place.city, place.country)):
        north, east = map(_value, city.coordinates)
        node["schema:geo"] = {
            "@type": "schema:GeoCoordinates",
            "schema:latitude": north,
            "schema:longitude": east,
        }
        if city.geonames:
            node["schema:sameAs"] = {"@id": f"{_SAME_AS['geonames']}{city.geonames}/"}
    return node


def _each(value: object) -> tuple[object, ...]:
    if value is None or value == "":
        return ()
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)


def _filled(node: Node) -> Node:
    """Leave out empty values; a list with one member becomes that member."""
    filled: Node = {}
    for key, value in node.items():
        if isinstance(value, list):
            several = cast("list[object]", value)
            if several:
                filled[key] = several[0] if len(several) == 1 else several
        elif value is not None and value != "":
            filled[key] = value
    return filled


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
