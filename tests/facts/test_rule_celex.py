"""The CELEX number of an act follows from its type and number.

Sector 3 (legal acts), the year in four digits, a letter for the type (E common position, D
decision, R regulation), and the number padded to four digits.
"""

from __future__ import annotations

import re

import attrs

from bynl_relations import When

LETTERS = {
    "common_position": "E",
    "decision": "D",
    "implementing_decision": "D",
    "regulation": "R",
    "implementing_regulation": "R",
}
#: How acts of the Union are numbered: the year stands first or second.
FORMS = (
    re.compile(r"(?P<year>\d{2}|\d{4})/(?P<number>\d+)/CFSP"),
    re.compile(r"\((CFSP|EU)\) (?P<year>\d{4})/(?P<number>\d+)"),
    re.compile(r"\((EC|EU)\) No (?P<number>\d+)/(?P<year>\d{4})"),
)


def celex(act):
    """Return the CELEX number that the rule gives, or an empty string for acts of others."""
    for form in FORMS:
        found = form.fullmatch(act.number)
        if found and act.type in LETTERS:
            year = found["year"] if len(found["year"]) == 4 else f"19{found['year']}"
            return f"3{year}{LETTERS[act.type]}{int(found['number']):04}"
    return ""


def faults(measures):
    acts = {}
    for record in measures:
        for act in record.acts:
            if act.celex != celex(act):
                yield f"{record.id}: {act.number} has {act.celex!r}, the rule {celex(act)!r}"
            if acts.setdefault((act.number, act.type, act.adopted), act) != act:
                yield f"{record.id}: {act.number} differs from what another record says of it"


def test_the_rule_reads_each_form_of_number(records):
    by_number = {
        act.number: celex(act)
        for record in records
        if record.collection == "measures"
        for act in record.acts
    }

    assert by_number["98/448/CFSP"] == "31998E0448"
    assert by_number["2008/844/CFSP"] == "32008E0844"
    assert by_number["2012/642/CFSP"] == "32012D0642"
    assert by_number["(CFSP) 2021/908"] == "32021D0908"
    assert by_number["(EC) No 765/2006"] == "32006R0765"
    assert by_number["(EU) No 84/2011"] == "32011R0084"
    assert by_number["(EU) 2021/1030"] == "32021R1030"
    assert by_number["No. 555"] == ""


def test_wrong_numbers_are_found(broken):
    good = broken("eu-travel-ban-suspended-2008")
    act = good.acts[0]
    wrong = broken("eu-travel-ban-extended-2008-11", acts=(attrs.evolve(act, celex="32008D0844"),))
    late = attrs.evolve(wrong, acts=(attrs.evolve(act, published=When("2009")),))

    assert list(faults([good, wrong])) == [
        "eu-travel-ban-extended-2008-11: 2008/844/CFSP has '32008D0844', the rule '32008E0844'",
        "eu-travel-ban-extended-2008-11: 2008/844/CFSP differs from what another record says of it",
    ]
    assert list(faults([good, late])) == [
        "eu-travel-ban-extended-2008-11: 2008/844/CFSP differs from what another record says of it"
    ]


def test_the_bundled_acts_follow_the_rule(records):
    assert list(faults(record for record in records if record.collection == "measures")) == []
