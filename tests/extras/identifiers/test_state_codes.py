"""The codes of the states, by tables that know nothing of us."""

from __future__ import annotations

import pycountry
import pytest
from countrycode import countrycode

from bynl_relations import relations

#: The Soviet Union is no more: Russia goes on with its codes.
STATES = [actor for actor in relations.actors() if actor.type == "state" and actor.id != "SU"]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_the_iso_codes_are_those_of_the_standard(state) -> None:
    country = pycountry.countries.get(alpha_2=state.id)
    codes = dict(state.identifiers)

    assert country.alpha_3 == codes["iso3166-1-alpha3"]
    assert country.numeric == codes["iso3166-1-numeric"]


@pytest.mark.parametrize(("scheme", "table"), [("cow", "cown"), ("gw", "gwn")])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_the_codes_of_political_science_are_those_of_the_tables(state, scheme, table) -> None:
    codes = dict(state.identifiers)
    (number,) = countrycode([codes["iso3166-1-alpha3"]], "iso3c", table)

    assert str(int(number)) == codes[scheme]


def test_a_wrong_code_is_found() -> None:
    assert countrycode(["BLR"], "iso3c", "cown") != [369]
    assert pycountry.countries.get(alpha_2="BY").numeric != "528"
