"""Questions on unions, firms, teams, artists and those who help."""

from __future__ import annotations

from asking import Ask, each

from bynl_relations import relations

MATCHES = "football-by-nl football-nl-by".split()


def football():
    """Return the matches of the men's teams by date."""
    return [record for record in relations.events(actor="belarus-national-football-team")
            if record.id.startswith(tuple(MATCHES))]  # fmt: skip


QUESTIONS = [
    Ask("How many matches of the two football teams are recorded?",
        10, lambda: len(football())),
    Ask("Which of them did Belarus win?",
        ["football-by-nl-minsk-1995", "football-by-nl-minsk-2007"],
        lambda: [match.id for match in football() if "Belarus beat" in match.title]),
    Ask("In which Belarusian towns did they play?",
        ["Borisov", "Minsk"],
        lambda: sorted({match.place.city for match in football() if match.place.country == "BY"})),
    Ask("Which sports unions turned Belarus away in February 2022?",
        ("knsb-bars-belarusian-skaters", "knvb-boycott-of-belarus"),
        lambda: relations.events(kind="decision", topic="culture-and-sport",
                                 since="2022-02-28", until="2022-02-28").ids),
    Ask("When did the football association give in?",
        "2022-05-06", lambda: str(relations["knvb-drops-boycott-of-belarus"].when)),
    Ask("Which matches of women's handball are recorded?",
        3, lambda: len(relations.events(actor="belarus-womens-handball-team"))),
    Ask("Which Dutch unions work with the Belarusian congress?",
        {"fnv", "tie-netherlands"},
        lambda: {organiser.id for record in relations.programmes(to="bkdp")
                 for organiser in record.organisers}),
    Ask("Since when does TIE-Netherlands?",
        "1997/", lambda: str(relations["tie-netherlands-bkdp"].when)),
    Ask("Where were those of FNV seen together?",
        ["2024-09-21", "2025-09-19"],
        lambda: list(map(str, relations["fnv-bkdp-cooperation"].attested))),
    Ask("What did Dutch firms do in Belarus's energy?",
        ("abn-amro-values-beltransgaz",),
        lambda: relations.events("abn-amro", topic="energy").ids),
    Ask("What became of Heineken's business?",
        ("heineken-hands-belarus-to-oasis",),
        lambda: relations.events("Heineken", since=2010).ids),
    Ask("What did Dutch bodies do at the Belarusian embassy in 2022, by day?",
        ["2022-11-25", "2022-12-20"],
        lambda: [str(record.when) for record in relations.events(
            "Embassy of Belarus in The Hague", kind="protest", since=2022)]),
    Ask("Which prize of the Dutch state went to Belarusians in 2022?",
        ("human-rights-tulip-for-viasna",),
        lambda: relations.events("ministry-of-foreign-affairs-nl", kind="award").ids),
    Ask("Which Dutch foundations surely began children's stays in 1993?",
        {"landelijk-platform-hulp-tsjernobylkinderen", "stichting-rusland-kinderhulp"},
        lambda: {organiser.id for record in relations.programmes(
            kind="recuperation", since=1993, until=1993, match="certain")
            for organiser in record.organisers}),
    Ask("Who brought the cadastral experts of Belarus to the Netherlands?",
        {"kadaster", "kees-de-zeeuw"},
        lambda: {host.id for record in relations.visits("national-cadastral-agency-by")
                 for host in record.hosts}),
]  # fmt: skip


@each(QUESTIONS)
def test_a_question_on_society(question):
    assert question.answer == question.query()
