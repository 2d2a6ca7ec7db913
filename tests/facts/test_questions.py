"""Sixty plain questions of a reader, each answered by one query, exactly, with its source."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from bynl_relations import LegalAct, Place, When, relations


class Question(NamedTuple):
    """A question, the query that answers it, the ids that it gives, a field of the first and a source."""

    text: str
    query: Any
    ids: str
    field: str
    answer: object
    source: str


def ask(text, query, ids, field, answer, source):
    return Question(text, query, ids, field, answer, source)


EMBASSY_PAGE = "by-embassy-political-contacts"
FIRST_ACT = LegalAct(
    "2004/661/CFSP", "common_position", "32004E0661", When("2004-09-24"), When("2004-09-28")
)
HAGUE, MINSK = Place("The Hague", "NL"), Place("Minsk", "BY")
QUESTIONS = [
    # Missions and posts.
    ask("Since when do the two states have diplomatic relations?",
        lambda: relations.events(kind="establishment", topic="diplomatic-relations"),
        "diplomatic-relations", "when", When("1992-03-24"), EMBASSY_PAGE),
    ask("Which year does the encyclopedia article give?",
        lambda: relations.according_to("wikipedia").events(kind="establishment"),
        "diplomatic-relations", "when", When("1994"), "wikipedia"),
    ask("When did the consulate general of Belarus open in The Hague?",
        lambda: relations.missions("BY", kind="consulate_general"),
        "by-consulate-general-the-hague", "when", When("1993-07-06/1996-03-20"), EMBASSY_PAGE),
    ask("When did it become an embassy?",
        lambda: relations.missions("BY", kind="embassy"),
        "by-embassy-the-hague", "when", When("1996-03-20/.."), EMBASSY_PAGE),
    ask("On which street did the Belarusian embassy stand in July 2023?",
        lambda: relations.missions("BY", kind="embassy", at="2023-07", match="certain"),
        "by-embassy-the-hague", "address", "Groot Hertoginnelaan", "rtl-nieuws-ambassade-belarus-vernield-en-beklad"),
    ask("Where does Belarus have honorary consuls in the Netherlands?",
        lambda: relations.missions("BY", to="NL", kind="honorary_consulate"),
        "by-honorary-consulate-amsterdam by-honorary-consulate-eindhoven by-honorary-consulate-hoogeveen",
        "seat", Place("Amsterdam", "NL"), EMBASSY_PAGE),
    ask("And who says that there is one in The Hague?",
        lambda: relations.missions("BY", kind="honorary_consulate", claims=True, source="wikipedia"),
        "by-honorary-consulate-the-hague", "claimed", True, "wikipedia"),
    ask("Which Dutch embassy covered Belarus in 2018?",
        lambda: relations.missions("NL", to="BY", kind="embassy", at=2018),
        "nl-embassy-warsaw", "seat", Place("Warsaw", "PL"), "rijksoverheid-betrekkingen-nederland-wit-rusland"),
    ask("When did the Dutch office in Minsk open?",
        lambda: relations.missions("NL", kind="embassy_office"),
        "nl-embassy-office-minsk", "when", When("2017-07-10/"), "belta-johanna-brandt-belarus-spielt-wichtige-rolle-fur"),
    ask("Which Dutch missions have their seat in Belarus?",
        lambda: relations.missions("Nederland", resident=True).where(lambda one: one.seat.country == "BY"),
        "nl-honorary-consulate-minsk nl-embassy-office-minsk", "seat", MINSK, EMBASSY_PAGE),
    ask("When was it decided to open an office in Minsk?",
        lambda: relations.events("NL", kind="decision", topic="missions", since=2010),
        "nl-office-minsk-decision", "when", When("2015"), "belsat-backstage-of-thaw"),
    ask("Did the Netherlands think of an embassy in Minsk before?",
        lambda: relations.positions("NL", topic="missions", until=1999),
        "nl-considers-embassy-in-minsk-1992", "attitude", "supports", "nrc-handelsblad-nederland-consul-in-st-petersburg"),
    ask("Who was the first Belarusian ambassador in The Hague?",
        lambda: relations.appointments("BY", function="ambassador", until=2001, match="certain"),
        "gerasimovich-ambassador-to-nl", "when", When("2001-02/2008-09"), EMBASSY_PAGE),
    ask("Who was Belarusian ambassador in 2015?",
        lambda: relations.appointments("BY", to="NL", at="2015-06-01", match="certain"),
        "barysevich-ambassador-to-nl", "credentials", When("2014-07-02"), EMBASSY_PAGE),
    ask("Who was Belarusian ambassador in March 2012?",
        lambda: relations.appointments("BY", to="NL", function="ambassador", at="2012-03-01", match="certain"),
        "gritsenko-ambassador-to-nl", "when", When("2008/2014"), EMBASSY_PAGE),
    ask("Who was named ambassador in The Hague in the summer of 2020?",
        lambda: relations.appointments("BY", since="2020-06", until="2020-08"),
        "yeudachenka-ambassador-to-nl", "when", When("2020-07-20/"), "obzor-city-ambassador-to-us-2020"),
    ask("Who certainly represented the Netherlands in Minsk on 11 September 2020?",
        lambda: relations.appointments("NL", to="BY", at="2020-09-11", match="certain"),
        "van-oosterhout-charge-minsk", "function", "charge_d_affaires", "nh-nieuws-westerse-diplomaten-waken-bij-schrijfster-wit"),
    ask("And who possibly?",
        lambda: relations.appointments("NL", to="BY", at="2020-09-11", match="possible"),
        "van-dartel-ambassador-for-belarus van-oostvein-charge-minsk bergsma-ambassador-for-belarus", "mission", "nl-embassy-warsaw", EMBASSY_PAGE),
    ask("Since when was Van Dartel accredited to Belarus?",
        lambda: relations.appointments("Van Dartel"),
        "van-dartel-ambassador-for-belarus", "when", When("2017-05/"), EMBASSY_PAGE),
    ask("Who was the first honorary consul of Belarus?",
        lambda: relations.appointments("BY", function="honorary_consul"),
        "koops-honorary-consul", "when", When("2001/"), "srk-kinderhulp-tsjernobylkinderen-bloeien-op-in-gezonde"),
    # Agreements.
    ask("Under which number stands the tax convention?",
        lambda: relations.agreements("BY", to="NL", topic="taxation"),
        "double-taxation-convention", "references", ("Trb. 1996, 119", "Trb. 1997, 255"), "ministry-of-foreign-tractatenblad-1996-119"),
    ask("When did the investment agreement enter into force?",
        lambda: relations.agreements("BY", to="NL", topic="investment"),
        "investment-protection-agreement", "in_force", When("1996-08-01"), "wetten-overheid-nl-verdrag-inzake-de-bevordering"),
    ask("Where was the customs agreement signed?",
        lambda: relations.agreements("BY", to="NL", since=2010),
        "customs-agreement", "place", MINSK, "ministry-of-foreign-tractatenblad-2018-81"),
    ask("Which agreements of the two alone certainly stood in 2010?",
        lambda: relations.agreements(at="2010", match="certain", scope="core").where(lambda one: len(one.parties) == 2),
        "road-transport-agreement investment-protection-agreement double-taxation-convention",
        "signed", When("1995-04-10"), "levonevski-road-agreement"),
    ask("Since when does the Apostille Convention bind Belarus, and who says otherwise?",
        lambda: relations.disputes().where(lambda one: one.collection == "agreements"),
        "apostille-convention", "in_force", When("1992-05-31"), "ministry-of-foreign-tractatenblad-2012-56"),
    ask("Did the partnership agreement with the EU ever take effect?",
        lambda: relations.agreements(status="never_in_force"),
        "eu-belarus-partnership-agreement", "when", When("1995-03-06"), "european-commission-commission-approves-proposal"),
    ask("When was an accord on children's stays reached?",
        lambda: relations.agreements("BY", to="NL", topic="chernobyl-children"),
        "children-recuperation-accord-2009", "when", When("2009-04~"), "fok-kinderen-tsjernobyl-mogen-naar-nederland"),
    ask("When did Belarus ratify the customs agreement?",
        lambda: relations.events(kind="ratification", topic="trade", actor="BY", since="2018-12"),
        "customs-agreement-by-ratification", "when", When("2018-12-18"), "alta-soft-customs-12-06-2018"),
    # Visits and talks.
    ask("Which Dutch minister came to Minsk in 1993?",
        lambda: relations.visits("NL", to="BY", level="minister"),
        "kooijmans-minsk-visit-1993", "when", When("1993-04"), "nrc-handelsblad-democratie-gekeurd-in-de-ex-sovjet-unie"),
    ask("When did Kosto hand over his report?",
        lambda: relations.visits("Kosto", since="1997-02"),
        "kosto-report-to-lukashenko", "when", When("1997-03-03"), "rferl-belarus-eu-postpones-report-critical-of-president"),
    ask("On which level did the ministries talk in The Hague in 2018?",
        lambda: relations.visits("BY", to="NL", at="2018-04", topic="diplomatic-relations"),
        "political-consultations-2018", "level", "deputy_minister", "belta-belarus-netherlands-to-expand-political-dialogue"),
    ask("When were Dutch members of parliament in Belarus?",
        lambda: relations.visits("NL", level="parliament", since=2018),
        "tweede-kamer-committee-belarus-2019", "when", When("2019-03-23/2019-03-25"), "tweede-kamer-verslag-van-een-werkbezoek-aan-wit-rusland"),
    ask("How often did Dutch prime ministers receive Tsikhanouskaya?",
        lambda: relations.visits("Tsikhanouskaya").where(
            lambda one: {"mark-rutte", "dick-schoof"} & {host.id for host in one.hosts}),
        "tsikhanouskaya-visit-2020 tsikhanouskaya-visit-2021 tsikhanouskaya-visit-2022 tsikhanouskaya-visit-2025-january",
        "when", When("2020-11-19/2020-11-20"), "office-of-sviatlana-meeting-with-the-prime-minister"),
    ask("Whom did foreign minister Blok telephone?",
        lambda: relations.events("Blok", kind="call"),
        "blok-phones-belarusian-minister", "when", When("2020-09"), "anp-via-zeelandnet-blok-westerse-diplomaten-bewaken-wit"),
    ask("When was the Belarusian ambassador summoned?",
        lambda: relations.events("NL", kind="summons"),
        "rosenthal-summons-by-ambassador hoekstra-summons-by-ambassador", "when", When("2012-03-01~"),
        "government-rosenthal-summons-belarusian-ambassador"),
    # Measures.
    ask("What did the EU suspend in November 2008, as agreed in October?",
        lambda: relations.measures("EU", effect="suspends", since="2008-10", until="2008-11"),
        "eu-travel-ban-suspended-2008", "announced", When("2008-10-13"),
        "eur-lex-gemeenschappelijk-standpunt-2008-844-gbvb-van-de-raad"),
    ask("What had it lifted on the day of the deal?",
        lambda: relations.measures("EU", effect="lifts", since="2008-10-13", until="2008-10-13"),
        "eu-contact-limits-2004-lifted", "kind", "contact_restriction", "uk-house-of-commons-annex-1-council-conclusions-of-13-october"),
    ask("What EU measures certainly applied on 1 November 2008?",
        lambda: relations.at("2008-11-01").measures("EU", match="certain"),
        "eu-travel-ban-2004 eu-travel-ban-2004-widened eu-travel-ban-2006 eu-asset-freeze-2006 "
        "eu-asset-freeze-2006-10 eu-travel-ban-2006-10 eu-asset-freeze-disappearances",
        "acts", (FIRST_ACT,), "official-journal-council-common-position-2004-661-cfsp-of-24"),
    ask("And which possibly?",
        lambda: relations.at("2008-11-01").measures("EU", match="possible"),
        "eu-aid-freeze-1997 eu-pca-freeze-1997 eu-gsp-withdrawal-belarus-2007", "when", When("1997-09-15"), "european-external-relations-between-belarus-and-the-eu-an"),
    ask("What remained of the EU's measures in the summer of 2016?",
        lambda: relations.at("2016-07-01").measures("EU", match="certain"),
        "eu-travel-ban-2004 eu-asset-freeze-disappearances eu-arms-embargo-2011",
        "acts", (FIRST_ACT,), "official-journal-council-common-position-2004-661-cfsp-of-24"),
    ask("By which act was the ban of 1998 imposed?",
        lambda: relations.measures("EU", kind="travel_ban", effect="imposes", since=1998, until=1998),
        "eu-travel-ban-1998", "acts",
        (LegalAct("98/448/CFSP", "common_position", "31998E0448", When("1998-07-09"), When("1998-07-11")),), "eur-lex-98-448-gasp-gemeinsamer-standpunkt-vom-9-juli-1998"),
    ask("Since when is there an arms embargo?",
        lambda: relations.measures("EU", kind="arms_embargo", effect="imposes"),
        "eu-arms-embargo-2011", "when", When("2011-06-20"), "council-stronger-sanctions-2011"),
    ask("Since when are Belarusian airlines shut out?",
        lambda: relations.measures("EU", kind="flight_ban", effect="imposes"),
        "eu-flight-ban-2021", "applies", (When("2021-06-05/2027-02-28"),), "official-journal-l-council-decision-cfsp-2021-908-of-4-june"),
    ask("Which parts of the tax treaty did Belarus suspend, and until when?",
        lambda: relations.measures("BY", to="NL", kind="treaty_suspension"),
        "by-tax-convention-suspension", "applies", (When("2024-06-01/2026-12-31"),), "pwc-mindlink-latvia-belarus-partially-suspends-tax-treaties"),
    ask("Which Dutch member of the European Parliament did Belarus bar?",
        lambda: relations.measures("BY", to="jan-marinus-wiersma", effect="imposes"),
        "by-entry-ban-wiersma", "applies", (When("2004/2009-03"),), "pvda-delegation-belarus-schrapt-persona-non-grata"),
    ask("Since when may the Dutch enter by road without a visa?",
        lambda: relations.measures("BY", to="NL", kind="visa_rule", effect="grants", since=2020),
        "by-visa-free-land-entry-2024", "when", When("2024-07"), "pozirk-visa-free-for-35-european-states"),
    ask("What stopped the children's trips in 2008?",
        lambda: relations.measures("BY", kind="exit_ban", effect="imposes", until=2010),
        "by-children-exit-ban-2008 by-children-trip-limits-2009", "acts",
        (LegalAct("No. 555", "edict", adopted=When("2008-10-13")),), "21-by-edict-555"),
    # Positions.
    ask("What did Verhagen say of Lukashenko's coming in March 2009?",
        lambda: relations.positions("Verhagen", since="2009-03-27", until="2009-03-27"),
        "nl-against-inviting-lukashenko-2009", "attitude", "opposes", "dpa-dutch-oppose-eu-invitation-to-lukashenko"),
    ask("Did the Dutch ask for the easing of October 2008?",
        lambda: relations.positions("NL", at="2008-10", claims=True, exact=True, topic="visas-and-travel"),
        "eu-easing-on-dutch-request-claim nl-reluctant-on-travel-ban-suspension-2008", "claimed", True, "wikipedia"),
    ask("Does the Netherlands recognise Lukashenko?",
        lambda: relations.positions("NL", topic="recognition", attitude="declines", since=2020),
        "nl-does-not-recognise-lukashenko", "when", When("2020-09-23"), "nieuws-nl-rutte-wij-erkennen-loekasjenko-niet-als-president"),
    ask("Where was the Eastern Partnership founded?",
        lambda: relations.events(text="Eastern Partnership", kind="conference", since="2009-05", until="2009-05"),
        "eastern-partnership-founding-summit", "place", Place("Prague", "CZ"), "european-voice-eu-launches-eastern-partnership"),
    # Figures.
    ask("How many children came in 2004?",
        lambda: relations.statistics(indicator="children_hosted", since=2004, until=2004, match="certain"),
        "children-hosted-2004-srk", "low", 2000, "rd-stichting-vreest-voor-toekomst-kinderhulp-wit-rusland"),
    ask("And in 2007, by the Belarusian count?",
        lambda: relations.statistics("BY", indicator="children_hosted"),
        "children-hosted-2007-by", "low", 1100, "loev-district-over-44-000-belarusian-children-enjoy"),
    ask("What range does the article give?",
        lambda: relations.statistics(source="wikipedia", indicator="children_hosted"),
        "children-hosted-wikipedia", "high", 2000, "wikipedia"),
    ask("What do the two reporters say of trade in 2011?",
        lambda: relations.statistics(indicator="goods_by_to_nl", at=2011),
        "goods-by-to-nl-2011-by goods-by-to-nl-2011-nl", "low", 6_000_000_000, "euobserver-eu-belarus-trade-hands-in-the-cookie-jar"),
    ask("How much Dutch capital was in Belarus in 2018?",
        lambda: relations.statistics(indicator="investment_nl_in_by", at="2018-10-01"),
        "investment-nl-in-by-2018", "unit", "USD", "belta-niederlandisches-business-an-gemeinschaftsunternehmen"),
    ask("How many people did the EU list in December 2020?",
        lambda: relations.statistics(indicator="persons_listed", at="2020-12-17"),
        "eu-persons-listed-2020-12", "low", 88, "council-third-round-of-sanctions-on-belarus"),
    ask("How many work in the Dutch office in Minsk?",
        lambda: relations.statistics(indicator="nl_office_minsk_staff"),
        "nl-office-minsk-staff-2021", "low", 3, "rijksoverheid-wat-in-belarus-gebeurt-heeft-direct-gevolgen"),
    # Memberships and programmes.
    ask("Since when is Belarus in the OSCE?",
        lambda: relations.memberships("BY", to="osce"),
        "osce-belarus", "when", When("1992-01-30/.."), "osce-expansion-of-the-csce-osce"),
    ask("Which Dutch and Belarusian cities were twins?",
        lambda: relations.programmes(kind="twinning"),
        "eindhoven-minsk-city-tie coevorden-brest-city-tie", "when", When("1995/2012-12-31"), "pvda-eindhoven-sakkers-niet-naar-minsk"),
]  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.text)
def test_a_question_is_answered_exactly_and_with_its_source(question):
    found = question.query()

    assert found.ids == tuple(question.ids.split())
    assert getattr(found[0], question.field) == question.answer
    assert question.source in {source.id for record in found for source in record.sources}


def test_there_are_sixty_questions_and_none_twice():
    assert len({question.text for question in QUESTIONS}) == len(QUESTIONS) == 60
