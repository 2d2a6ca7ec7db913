"""Questions on states, their people and their votes."""

from __future__ import annotations

from asking import Ask, each, roles

from bynl_relations import When, relations


def referring(reference):
    """Return the ids of the records that are about a paper."""
    return relations.all(where=lambda record: reference in record.references, claims=True).ids


def capacities(record):
    return {part.actor.id: part.capacity for part in record.participants if part.capacity}


QUESTIONS = [
    Ask("How did both vote on A/RES/62/169?",
        {"NL": "voted for", "BY": "voted against"},
        lambda: {name: role for name, role in roles(relations[referring("A/RES/62/169")[0]]).items()
                 if name in {"NL", "BY"}}),
    Ask("How did both vote on A/RES/61/175?",
        ("un-vote-on-belarus-2006",), lambda: referring("A/RES/61/175")),
    Ask("Which votes on Belarus did the Netherlands sponsor?",
        ["un-commission-vote-on-belarus-2005", "un-rapporteur-on-belarus-vote-2012"],
        lambda: [record.id for record in relations.events("NL", kind="vote")
                 if roles(record)["NL"] == "sponsor"]),
    Ask("On which day did the Commission vote in 2005, and who says otherwise?",
        (When("2005-04-14"), When("2005-04-12")),
        lambda: ((record := relations["un-commission-vote-on-belarus-2005"]).when,
                 record.disputes[0].others[0][0])),
    Ask("Which votes were there in New York?",
        ("un-vote-on-belarus-2006", "un-vote-on-belarus-2007"),
        lambda: relations.events(kind="vote", country="US").ids),
    Ask("Which mechanisms of the OSCE did the Netherlands help to invoke after 2020?",
        ("vienna-mechanism-on-belarus-2021", "moscow-mechanism-on-belarus-2023"),
        lambda: relations.events("NL", kind="decision", topic="international-organisations",
                                 since=2021).where(actor="osce").ids),
    Ask("Since when does the Adoption Convention bind both?",
        When("2003-11-01"), lambda: relations["intercountry-adoption-convention"].in_force),
    Ask("Did it bind both in 2001?",
        False, lambda: "intercountry-adoption-convention" in relations.agreements(
            at=2001, match="certain").ids),
    Ask("Which treaties of 1992 with other parties are there?",
        ["open-skies-treaty"],
        lambda: [record.id for record in relations.agreements(since=1992, until=1992)
                 if record.multilateral]),
    Ask("What is the oldest accord between the two alone that is signed here?",
        "gomel-clinic-accord",
        lambda: relations.agreements("BY", to="NL", since=1991).where(
            lambda record: not record.multilateral).first().id),
    Ask("Under which number did the government halt the approval of the agreement of 1995?",
        ("dutch-halt-of-pca-approval",), lambda: referring("Kamerstuk 25086-8")),
    Ask("Who surely represented Belarus in The Hague on 1 December 2019?",
        ("vassilevsky-charge-the-hague",),
        lambda: relations.appointments(
            "BY", to="NL", at="2019-12-01", match="certain").where(actor="BY").ids[-1:]),
    Ask("Who represented the Netherlands in Minsk on 10 November 2018?",
        ("van-oostvein-charge-minsk",),
        lambda: relations.appointments(
            "NL", to="BY", function="charge_d_affaires", at="2018-11-10", match="certain").ids),
    Ask("And who a day later, as far as the data surely knows?",
        (), lambda: relations.appointments(
            "NL", to="BY", function="charge_d_affaires", at="2018-11-11", match="certain").ids),
    Ask("Which ministers met Tsikhanouskaya or Milinkevich outside The Hague?",
        ["maxime-verhagen", "stef-blok", "wopke-hoekstra"],
        lambda: sorted({host.id for record in relations.visits(level="opposition")
                        if record.place is None or record.place.city != "The Hague"
                        for host in record.hosts if host.id != "mark-rutte"
                        and host.type == "person" and "minister" in host.description})),
    Ask("Whom did the foreign affairs committee receive in October 2013?",
        ["andrei-dzmitryeu", "uladzimir-neklyaeu", "yury-hubarevich"],
        lambda: sorted(guest.id for guest in relations.visits(at="2013-10-18").one().visitors)),
    Ask("In which capacity did those present in 2013 take part?",
        {"member_of_parliament", "opposition"},
        lambda: set(map(str, capacities(relations["ten-broeke-receives-opposition"]).values()))),
    Ask("Which members asked about the crackdown of March 2017?",
        5, lambda: sum(part.capacity == "member_of_parliament" for part in
                       relations["mps-question-crackdown-of-march-2017"].participants)),
    Ask("What answered those questions?",
        ["koenders-answers-on-crackdown-of-2017"],
        lambda: [record.id for record in relations.positions("Koenders")
                 if record.about == "mps-question-crackdown-of-march-2017"]),
    Ask("What did the cabinet write on nuclear arms in Belarus, and where?",
        ("nl-cabinet-on-nuclear-arms-in-belarus",), lambda: referring("Kamerstuk 35373-33")),
    Ask("Which messages did Lukashenko send to the Dutch?",
        ("lukashenko-condolences-mh17", "lukashenko-message-kings-day-2023",
         "lukashenko-message-kings-day-2024"),
        lambda: relations.events("Lukashenko", kind="message").ids),
    Ask("Who welcomed the release of prisoners in December 2025?",
        ("van-weel-on-release-of-prisoners-2025",),
        lambda: relations.positions(attitude="welcomes", since="2025-12").ids),
]  # fmt: skip


@each(QUESTIONS)
def test_a_question_on_states(question):
    assert question.answer == question.query()
