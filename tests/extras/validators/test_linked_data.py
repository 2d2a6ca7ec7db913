"""rdflib reads the JSON-LD offline, and SPARQL finds the facts in it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import PROV

from bynl_relations import relations

# rdflib warns of its own reader of JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
PREFIXES = """
prefix schema: <https://schema.org/>
prefix prov: <http://www.w3.org/ns/prov#>
prefix dcterms: <http://purl.org/dc/terms/>
prefix bynl: <urn:bynl-relations:term:>
"""
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


@pytest.fixture(scope="module")
def graph() -> Iterator[Graph]:
    """Return the whole dataset as a graph, read with every socket barred."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "create_connection", refuse)
        yield Graph().parse(data=relations.to_jsonld(), format="json-ld")


def ask(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a query as texts."""
    return sorted(tuple(map(str, row)) for row in graph.query(PREFIXES + query))  # type: ignore[union-attr]


def test_every_record_is_an_entity_of_the_dataset(graph: Graph) -> None:
    rows = ask(graph, "select ?one where { ?one a prov:Entity ; dcterms:isPartOf ?data }")

    assert [one for (one,) in rows] == sorted(
        f"urn:bynl-relations:record:{name}" for name in relations
    )


def test_the_day_of_the_establishment_is_edtf(graph: Graph) -> None:
    date = URIRef("http://purl.org/dc/terms/date")
    subject = URIRef("urn:bynl-relations:record:diplomatic-relations")

    assert list(graph.objects(subject, date)) == [Literal("1992-03-24", datatype=EDTF)]


def test_who_says_otherwise_keeps_stance_and_value(graph: Graph) -> None:
    rows = ask(
        graph,
        """
        select ?source ?value where {
          <urn:bynl-relations:record:diplomatic-relations> prov:qualifiedDerivation ?told .
          ?told prov:entity ?source ; bynl:stance "contradicts" ; bynl:asserts ?one .
          ?one bynl:field "when" ; bynl:value ?value .
        }
        """,
    )

    assert ("urn:bynl-relations:source:wikipedia", "1994") in rows


def test_the_missions_of_a_state_are_found_by_terms_of_schema_org(graph: Graph) -> None:
    rows = ask(
        graph,
        """
        select ?one where {
          ?one a schema:GovernmentOrganization ; a bynl:Mission ;
               schema:parentOrganization <urn:bynl-relations:actor:NL> ; bynl:claimed false .
        }
        """,
    )

    assert [one.rpartition(":")[2] for (one,) in rows] == sorted(relations.missions("NL").ids)


def test_every_source_that_is_derived_from_is_described(graph: Graph) -> None:
    sources = set(graph.objects(None, PROV.wasDerivedFrom))

    assert len(sources) == len(relations.all(claims=True).sources)
    assert [one for one in sources if not list(graph.predicate_objects(one))] == []


def test_every_date_of_a_record_is_there_once(graph: Graph) -> None:
    rows = ask(graph, "select ?one ?date where { ?one dcterms:isPartOf ?d ; dcterms:date ?date }")

    assert [(one.rpartition(":")[2], date) for one, date in rows] == sorted(
        (record.id, str(record.when)) for record in relations.all(claims=True) if record.when
    )


def test_every_address_is_an_iri_that_can_be_written(graph: Graph) -> None:
    assert len(Graph().parse(data=graph.serialize(format="nt"), format="nt")) == len(graph)
