"""JSON-LD: what each node says, and that nothing is said more exactly than it is known."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from bynl_relations import (
    Actor,
    Appointment,
    Assertion,
    Citation,
    Event,
    Measure,
    Mission,
    Participant,
    Place,
    Position,
    Record,
    Relations,
    Source,
    Statistic,
    Visit,
    When,
    relations,
)
from bynl_relations._dataset.metadata import Metadata
from bynl_relations.interop.linked import to_jsonld
from bynl_relations.model.gazetteer import City
from bynl_relations.provenance import Quotation

NL = Actor("NL", "state", "Netherlands", names=(("nl", "Nederland"),), aliases=("NLD",))
BY = Actor("BY", "state", "Belarus")
MINISTRY = Actor("ministry", "organisation", "Ministry", acts_for=("NL",))
PERSON = Actor("person", "person", "Person", home="NL")
SOURCE = Source(
    "letter", "Brief", tier="primary", url="https://example.org/a|{b}", publisher="Ministry",
    published=When("2012-03~"), language="nl", accessed=When("2020"),
    archived_url="https://archive.example.org/a",
)  # fmt: skip
OTHER = Source("other", "Other", tier="news")
CITED = (Citation(SOURCE),)


def graph(*records: Record) -> dict[str, dict[str, object]]:
    """Return the nodes of some records by the last part of their id."""
    text = to_jsonld(records, Metadata(title="Mine"))
    return {
        node["@id"].removeprefix("urn:bynl-relations:"): node for node in json.loads(text)["@graph"]
    }


def node(record: Record) -> dict[str, object]:
    """Return the node of a record."""
    return graph(record)[f"record:{record.id}"]


def event(when: str) -> dict[str, object]:
    """Return the dates of an event."""
    found = node(Event(id="one", title="One", kind="meeting", when=When(when), citations=CITED))
    return {key: value for key, value in found.items() if "date" in key.lower()}


def test_the_context_names_no_other_document() -> None:
    context = json.loads(relations.to_jsonld())["@context"]

    assert all(isinstance(value, str) and value[-1] in "/#:" for value in context.values())


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        ("1992-03-24", {"schema:startDate": {"@value": "1992-03-24", "@type": "xsd:date"}}),
        ("1992-03", {"schema:startDate": {"@value": "1992-03", "@type": "xsd:gYearMonth"}}),
        ("1992", {"schema:startDate": {"@value": "1992", "@type": "xsd:gYear"}}),
        ("1992~", {}),
        ("199X", {}),
        ("1992-XX", {}),
        (
            "1992/1994-05",
            {
                "schema:startDate": {"@value": "1992", "@type": "xsd:gYear"},
                "schema:endDate": {"@value": "1994-05", "@type": "xsd:gYearMonth"},
            },
        ),
        ("1992?/..", {}),
    ],
)
def test_a_date_is_edtf_and_schema_org_only_where_certain(
    when: str, dates: dict[str, object]
) -> None:
    assert event(when) == {"dcterms:date": {"@value": when, "@type": "edtf:EDTF"}} | dates


def test_a_day_inside_what_lasts_is_no_beginning() -> None:
    record = Mission(id="one", title="One", sending_state=NL, accredited_to=(BY,), kind="embassy",
                     when=When("2010"), citations=CITED)  # fmt: skip

    assert "dcterms:date" in node(record)
    assert "schema:foundingDate" not in node(record)


def test_what_happens_at_once_has_no_end() -> None:
    record = Measure(id="one", title="One", imposed_by=(NL,), kind="visa_rule", effect="imposes",
                     when=When("2010/2011"), citations=CITED)  # fmt: skip

    assert "schema:startTime" not in node(record)


def test_without_a_date_there_is_none() -> None:
    assert "dcterms:date" not in node(Event(id="a", title="A", kind="other", citations=CITED))


def test_who_and_to_have_the_terms_of_their_kind() -> None:
    found = node(
        Visit(
            id="visit", title="Visit", visitors=(PERSON, MINISTRY), hosts=(BY,), level="minister",
            place=Place("Minsk", "BY"), participants=(Participant(NL, "guest"),), citations=CITED,
            related=("other-visit",), summary="They came.",
        )
    )  # fmt: skip

    assert found["@type"] == ["schema:Event", "prov:Entity", "bynl:Visit"]
    assert found["schema:attendee"] == [
        {"@id": "urn:bynl-relations:actor:person"},
        {"@id": "urn:bynl-relations:actor:ministry"},
    ]
    assert found["schema:organizer"] == {"@id": "urn:bynl-relations:actor:BY"}
    assert found["schema:location"] == {
        "@type": "schema:Place",
        "schema:address": {
            "@type": "schema:PostalAddress",
            "schema:addressLocality": "Minsk",
            "schema:addressCountry": "BY",
        },
    }
    assert found["dcterms:relation"] == {"@id": "urn:bynl-relations:record:other-visit"}
    assert {"bynl:actor": {"@id": "urn:bynl-relations:actor:NL"}, "bynl:role": "guest"} in found[
        "bynl:participant"
    ]  # type: ignore[operator]
    assert found["bynl:claimed"] is False


def test_the_stance_of_every_source_is_kept() -> None:
    record = Event(
        id="one", title="One", kind="meeting", when=When("1992"), place=Place("Prague"),
        citations=(
            Citation(SOURCE, says="So it was.", locator="p. 1"),
            Citation(OTHER, "contradicts", asserts=(
                Assertion("when", When("1994")), Assertion("participants", (Participant(PERSON),)),
                Assertion("place", None),
            )),
        ),
    )  # fmt: skip
    found = graph(record)

    assert found["record:one"]["prov:wasDerivedFrom"] == [
        {"@id": "urn:bynl-relations:source:letter"},
        {"@id": "urn:bynl-relations:source:other"},
    ]
    assert found["record:one"]["prov:qualifiedDerivation"] == [
        {
            "@type": "prov:Derivation",
            "prov:entity": {"@id": "urn:bynl-relations:source:letter"},
            "bynl:stance": "supports",
            "bynl:says": "So it was.",
            "bynl:locator": "p. 1",
        },
        {
            "@type": "prov:Derivation",
            "prov:entity": {"@id": "urn:bynl-relations:source:other"},
            "bynl:stance": "contradicts",
            "bynl:asserts": [
                {"bynl:field": "when", "bynl:value": {"@value": "1994", "@type": "edtf:EDTF"}},
                {
                    "bynl:field": "participants",
                    "bynl:value": {"bynl:actor": {"@id": "urn:bynl-relations:actor:person"}},
                },
                {"bynl:field": "place"},
            ],
        },
    ]
    assert "actor:person" in found


def test_a_source_is_a_work_with_an_address_that_is_an_iri() -> None:
    found = graph(Event(id="one", title="One", kind="meeting", citations=CITED))

    assert found["source:letter"] == {
        "@id": "urn:bynl-relations:source:letter",
        "@type": ["schema:CreativeWork", "prov:Entity"],
        "schema:name": {"@value": "Brief", "@language": "nl"},
        "schema:url": {"@id": "https://example.org/a%7C%7Bb%7D"},
        "schema:publisher": {"@type": "schema:Organization", "schema:name": "Ministry"},
        "schema:datePublished": {"@value": "2012-03~", "@type": "edtf:EDTF"},
        "schema:inLanguage": "nl",
        "schema:archivedAt": {"@id": "https://archive.example.org/a"},
        "bynl:accessed": {"@value": "2020", "@type": "edtf:EDTF"},
        "bynl:tier": "primary",
        "bynl:voice": "letter",
    }


def test_an_actor_has_its_names_in_their_languages() -> None:
    found = graph(
        Appointment(id="one", title="One", person=PERSON, function="ambassador",
                    sending_state=NL, participants=(Participant(MINISTRY),), citations=CITED)
    )  # fmt: skip

    assert found["actor:NL"] == {
        "@id": "urn:bynl-relations:actor:NL",
        "@type": ["schema:Country", "prov:Agent"],
        "schema:name": {"@value": "Netherlands", "@language": "en"},
        "schema:alternateName": [{"@value": "Nederland", "@language": "nl"}, "NLD"],
    }
    assert found["actor:ministry"]["@type"] == ["schema:GovernmentOrganization", "prov:Agent"]
    assert found["actor:ministry"]["prov:actedOnBehalfOf"] == {"@id": "urn:bynl-relations:actor:NL"}
    assert found["actor:person"]["bynl:home"] == "NL"


def test_a_quotation_keeps_language_and_speaker() -> None:
    found = graph(
        Position(id="one", title="One", holders=(NL,), attitude="urges",
                 quotation=Quotation("Stop", "nl", PERSON), citations=CITED)
    )  # fmt: skip

    assert found["record:one"]["bynl:quotation"] == {
        "@type": "schema:Quotation",
        "schema:text": {"@value": "Stop", "@language": "nl"},
        "schema:creator": {"@id": "urn:bynl-relations:actor:person"},
    }
    assert "actor:person" in found


def test_a_number_is_an_exact_decimal() -> None:
    record = Statistic(
        id="one", title="One", indicator="goods", low=Decimal("1.5"), citations=CITED
    )

    assert node(record)["bynl:low"] == {"@value": "1.5", "@type": "xsd:decimal"}


def test_the_dataset_tells_its_maker_version_and_the_licence_of_the_data() -> None:
    found = json.loads(relations.missions("NL").to_jsonld())["@graph"][0]

    assert found["@type"] == ["schema:Dataset", "prov:Collection"]
    assert found["schema:version"] == relations.version
    assert found["schema:creator"]["schema:name"]
    assert found["schema:license"] == {"@id": "https://spdx.org/licenses/CC-BY-4.0.html"}


def test_a_licence_that_has_no_address_is_told_in_words() -> None:
    own = Metadata(title="Mine", licences=(("data", "Ask <the author>"),))
    found = json.loads(to_jsonld([], own))["@graph"][0]

    assert found["schema:license"] == "Ask <the author>"


def test_every_id_that_is_named_for_actors_and_sources_has_a_node(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonld"
    text = relations.to_jsonld()
    relations.to_jsonld(path)
    nodes = {one["@id"] for one in json.loads(text)["@graph"]}
    named = set(_ids(json.loads(text)["@graph"]))

    assert path.read_bytes().decode() == text
    acting = {one for one in named if ":actor:" in one or ":source:" in one}
    held = {f"urn:bynl-relations:actor:{one.id}" for one in relations.actors()}
    assert acting - nodes - held == set()
    assert {f"urn:bynl-relations:record:{one}" for one in relations} <= nodes


def _ids(value: object) -> list[str]:
    if isinstance(value, list):
        return [found for one in value for found in _ids(one)]
    if isinstance(value, dict):
        return [*([value["@id"]] if "@id" in value else []), *_ids(list(value.values()))]
    return []


def test_own_data_is_told_as_well() -> None:
    record = Event(id="one", title="One", kind="meeting", citations=CITED)
    found = json.loads(Relations.of([record], title="Mine").to_jsonld())["@graph"]

    assert [one["@id"].rpartition(":")[2] for one in found] == ["dataset", "one", "letter"]


def test_everyone_on_whose_behalf_an_actor_acts_has_a_node() -> None:
    deputy = Actor("deputy", "person", "Deputy", acts_for=("ministry", "absent"))
    record = Event(id="one", title="One", kind="meeting", citations=CITED,
                   participants=(Participant(deputy, "host"),))  # fmt: skip
    known = {actor.id: actor for actor in (deputy, MINISTRY, NL)}
    text = to_jsonld([record], Metadata(title="Mine"), actors=known)

    named = [node["@id"] for node in json.loads(text)["@graph"] if ":actor:" in node["@id"]]
    assert [name.rpartition(":")[2] for name in named] == ["NL", "deputy", "ministry"]


def test_every_actor_and_source_that_the_whole_names_has_a_node() -> None:
    text = relations.to_jsonld()
    made = {node["@id"] for node in json.loads(text)["@graph"]}

    assert set(re.findall(r"urn:bynl-relations:(?:actor|source):[\w-]+", text)) <= made


def test_identifiers_are_told_and_those_of_the_web_are_the_same_thing() -> None:
    state = Actor("HR", "state", "Croatia",
                  identifiers=(("iso3166-1-alpha3", "HRV"), ("wikidata", "Q224")))  # fmt: skip
    record = Event(id="one", title="One", kind="meeting", citations=CITED,
                   participants=(Participant(state, "host"),))  # fmt: skip
    found = graph(record)["actor:HR"]

    assert found["schema:sameAs"] == {"@id": "http://www.wikidata.org/entity/Q224"}
    assert [one["schema:value"] for one in found["schema:identifier"]] == ["HRV", "Q224"]


def test_a_place_has_the_coordinates_of_the_gazetteer() -> None:
    record = Event(id="one", title="One", kind="meeting", citations=CITED,
                   place=Place("Minsk", "BY"))  # fmt: skip
    place = {"city": "Minsk", "country": "BY", "latitude": Decimal("53.9"),
             "longitude": Decimal("27.56667")}  # fmt: skip
    for geonames, same in (("625144", True), ("", False)):
        text = to_jsonld([record], Metadata(), [City(**place, geonames=geonames)])
        found = json.loads(text)["@graph"][1]["schema:location"]
        assert found["schema:geo"]["schema:latitude"]["@value"] == "53.9"
        assert ("schema:sameAs" in found) is same


def test_a_capacity_authors_and_an_english_title_are_told() -> None:
    source = Source("s", title_en="A letter", authors=("A", "B"), kind="statement", tier="primary")
    record = Event(id="one", title="One", kind="meeting", citations=(Citation(source),),
                   participants=(Participant(PERSON, "host", "minister"),))  # fmt: skip
    found = graph(record)

    assert found["record:one"]["bynl:participant"]["bynl:capacity"] == "minister"
    assert found["source:s"]["schema:name"] == {"@value": "A letter", "@language": "en"}
    assert found["source:s"]["schema:author"] == ["A", "B"]
    assert found["source:s"]["bynl:kind"] == "statement"
