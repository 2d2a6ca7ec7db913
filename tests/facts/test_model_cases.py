"""The cases by which the model was made, field by field as the sources tell them."""

from __future__ import annotations

from bynl_relations import Place, When, relations


def stances(record, stance):
    return {one.source.id for one in record.citations if one.stance == stance}


def asserted(record):
    """Return what sources assert: (source, field, value)."""
    return {
        (cite.source.id, one.field, one.value) for cite in record.citations for one in cite.asserts
    }


def ids(actors):
    return {actor.id for actor in actors}


def parts(record):
    return {one.actor.id for one in record.actors}


def test_relations_were_established_in_1992_and_the_article_says_1994():
    record = relations["diplomatic-relations"]

    assert (record.kind, record.when) == ("establishment", When("1992-03-24"))
    assert parts(record) == {"BY", "NL"}
    assert asserted(record) == {("wikipedia", "when", When("1994"))}
    assert "1992" in record.rationale
    assert relations.according_to("wikipedia")[record.id].when == When("1994")


def test_the_embassy_in_warsaw_was_seen_and_has_no_beginning():
    record = relations["nl-embassy-warsaw"]

    assert record.when is None
    assert record.attested == tuple(map(When, ("2015-12~", "2017-05", "2017-07-10", "2021-04")))
    assert (record.sending_state.id, ids(record.accredited_to)) == ("NL", {"BY", "PL"})
    assert (record.kind, record.seat, record.resident) == ("embassy", Place("Warsaw", "PL"), False)
    assert ids(record.resident_in) == {"PL"}
    assert record in relations.missions("NL", to="BY", kind="embassy", at="2018")


def test_three_honorary_consuls_are_listed_and_none_in_the_hague():
    listed = [
        relations[f"by-honorary-consulate-{town}"]
        for town in ("hoogeveen", "amsterdam", "eindhoven")
    ]
    claim = relations["by-honorary-consulate-the-hague"]

    for record in listed:
        assert (record.when, record.attested, record.claimed) == (None, (When("2017~"),), False)
    assert (claim.claimed, claim.seat) == (True, Place("The Hague", "NL"))
    assert "wikipedia" in stances(claim, "supports")
    assert stances(claim, "denies") == {"by-embassy-political-contacts"}
    assert claim not in relations.missions("BY")
    assert claim in relations.missions("BY", claims=True)


def test_barysevich_began_with_his_credentials_and_his_end_is_unknown():
    record = relations["barysevich-ambassador-to-nl"]

    assert (record.person.id, record.function) == ("mikalai-barysevich", "ambassador")
    assert record.when == When("2014-07-02/")
    assert record.credentials == When("2014-07-02")
    assert not record.when.is_open
    assert record.attested == (When("2015-03-17"), When("2019-03-13"))
    assert record.mission == "by-embassy-the-hague"


def test_bergsma_was_seen_in_one_month():
    record = relations["bergsma-ambassador-for-belarus"]

    assert (record.when, record.attested) == (None, (When("2021-04"),))
    assert (record.person.id, record.mission, ids(record.accredited_to)) == (
        "daphne-bergsma", "nl-embassy-warsaw", {"BY"},
    )  # fmt: skip


def test_van_oosterhout_was_a_charge_whom_one_paper_called_ambassador():
    record = relations["van-oosterhout-charge-minsk"]

    assert (record.function, record.when) == ("charge_d_affaires", When("2020-01/"))
    assert record.attested[0] == When("2020-03-05")
    assert record.attested[-1] == When("2021-04")
    assert {field: value for _, field, value in asserted(record)} == {"function": "ambassador"}


def test_the_travel_ban_was_suspended_in_november_2008_but_for_five_people():
    record = relations["eu-travel-ban-suspended-2008"]

    assert (record.kind, record.effect, record.extent) == ("travel_ban", "suspends", "partial")
    assert (record.announced, record.when) == (When("2008-10-13"), When("2008-11-10"))
    assert (record.until, record.place) == (When("2009-04-13"), None)
    assert record.changes == (
        "eu-travel-ban-2006", "eu-travel-ban-2004-widened", "eu-travel-ban-2006-10",
    )  # fmt: skip
    assert record.applies == ()
    assert [(act.number, act.type, act.celex) for act in record.acts] == [
        ("2008/844/CFSP", "common_position", "32008E0844")
    ]
    assert {value for _, field, value in asserted(record) if field == "exceptions"} > {"six people"}
    assert relations["eu-persons-listed-2008-afp"].low == 41
    assert relations["eu-persons-still-barred-2008-afp"].high == 5
    assert relations["eu-persons-still-barred-2008-dpa"].high == 6
    lifted = relations["eu-contact-limits-2004-lifted"]
    assert (lifted.when, lifted.effect) == (record.announced, "lifts")


def test_lukashenko_is_barred_until_the_act_and_not_until_the_deal():
    ban = relations["eu-travel-ban-2006"]

    assert ban in relations.at("2008-11-09").measures("EU").certain
    assert ban in relations.at("2008-11-10").measures("EU").certain
    assert ban not in relations.at("2008-11-11").measures("EU")


def test_the_suspension_of_2009_prolongs_the_measures_as_well():
    suspended = relations["eu-travel-ban-suspended-2009-03"]
    extended = [relations[f"eu-{one}-extended-2009-03"] for one in ("travel-ban", "asset-freeze")]

    for record in (suspended, *extended):
        assert (record.announced, record.when) == (When("2009-03-16"), When("2009-04-06"))
        assert [str(act) for act in record.acts] == ["2009/314/CFSP"]
    assert (suspended.effect, suspended.until) == ("suspends", When("2009-12-15"))
    assert [(one.effect, one.until) for one in extended] == [("extends", When("2010-03-15"))] * 2


def test_the_suspension_of_2015_left_four_people_and_the_arms_embargo():
    ban, freeze = (relations[f"eu-{one}-suspended-2015"] for one in ("travel-ban", "asset-freeze"))

    assert (ban.when, ban.effect, freeze.effect) == (When("2015-10-29"), "suspends", "suspends")
    counts = {
        name: int(relations[f"eu-{name}"].low)
        for name in (
            "persons-suspended-2015",
            "entities-suspended-2015",
            "persons-still-barred-2015",
        )
    }
    assert counts == {
        "persons-suspended-2015": 170, "entities-suspended-2015": 3, "persons-still-barred-2015": 4,
    }  # fmt: skip
    assert relations["eu-persons-suspended-2015-belapan"].low == 171
    stood = relations.at("2015-12-01").measures("EU").certain.ids
    assert "eu-arms-embargo-2011" in stood
    assert "eu-travel-ban-2004" in stood
    assert "eu-travel-ban-2011" not in stood


def test_the_stop_on_trips_was_suspended_over_christmas():
    record = relations["by-children-exit-ban-suspended-2008"]
    ban = relations["by-children-exit-ban-2008"]

    assert (record.effect, record.when, record.changes) == ("suspends", When("2008-12~"), (ban.id,))
    assert [str(one) for one in ban.applies] == [
        "2008-10-13/2008-12-19",
        "2009-01-21/2009-02-12",
        "2009-02-13/2009-04-26~",
    ]
    assert {"esther-de-lange", "maxime-verhagen", "pieter-omtzigt"} <= parts(record)
    assert ban not in relations.at("2008-12-25").measures("BY")
    assert ban in relations.at("2009-02-01").measures("BY").certain


def test_the_tax_convention_stands_and_parts_of_it_are_suspended():
    treaty = relations["double-taxation-convention"]
    stopped = relations["by-tax-convention-suspension"]

    assert (treaty.signed, treaty.place) == (When("1996-03-26"), Place("The Hague", "NL"))
    assert (treaty.in_force, treaty.terminated, treaty.status) == (
        When("1997-12-31"),
        None,
        "in_force",
    )
    assert treaty.references == ("Trb. 1996, 119", "Trb. 1997, 255")
    assert (stopped.kind, stopped.extent, stopped.changes) == (
        "treaty_suspension",
        "partial",
        (treaty.id,),
    )
    assert (stopped.adopted, stopped.applies) == (
        When("2024-03-07"),
        (When("2024-06-01/2026-12-31"),),
    )
    assert ids(stopped.targets) == {"NL"}


def test_the_partnership_agreement_never_took_effect():
    record = relations["eu-belarus-partnership-agreement"]

    assert (record.when, record.status, record.in_force) == (
        When("1995-03-06"),
        "never_in_force",
        None,
    )
    assert ids(record.parties) == {"european-community", "NL", "BY"}
    assert record not in relations.agreements(at="2010")


def test_the_treaty_series_contradicts_itself_on_the_apostille():
    record = relations["apostille-convention"]

    assert (record.in_force, record.when) == (When("1992-05-31"), When("1961-10-05"))
    assert asserted(record) == {
        ("koninkrijk-tractatenblad-2006-139-apostille-convention", "in_force", When("1991-08-25"))
    }


def test_eindhoven_and_minsk_were_twins_from_1995_or_1994():
    record = relations["eindhoven-minsk-city-tie"]

    assert (record.kind, record.when) == ("twinning", When("1995/2012-12-31"))
    assert ids(record.organisers) == {"eindhoven", "minsk"}
    assert {(field, value) for _, field, value in asserted(record)} == {("when", When("1994/"))}


def test_the_two_sides_count_the_goods_of_2011_differently():
    by, nl = relations["goods-by-to-nl-2011-by"], relations["goods-by-to-nl-2011-nl"]

    assert (by.low, by.high, by.unit, by.reporter.id) == (6_000_000_000, 6_000_000_000, "USD", "BY")
    assert (nl.low, nl.high, nl.unit, nl.reporter.id) == (109_000_000, 109_000_000, "USD", "NL")
    assert by.when == nl.when == When("2011")
    assert (nl.id in by.related, by.id in nl.related) == (True, True)
    assert (
        relations["goods-by-to-nl-share-2011-by"].low
        == relations["goods-by-to-nl-share-2011-by"].high
    )
    assert float(relations["goods-by-to-nl-share-2011-by"].low) == 20.3
    assert float(relations["goods-by-to-nl-share-2011-cia"].low) == 15.1


def test_the_march_of_august_2020_has_two_head_counts_and_holds_neither():
    record = relations["hague-embassy-march-2020"]

    assert (record.kind, record.when) == ("protest", When("2020-08-16~"))
    assert record.when.approximate
    assert "400" in record.summary
    assert "dozens" in record.summary
    assert "400" not in record.title


def test_verhagen_was_against_a_platform_for_lukashenko():
    record = relations["nl-against-inviting-lukashenko-2009"]

    assert (record.when, record.attitude) == (When("2009-03-27"), "opposes")
    assert record.place == Place("Hluboká nad Vltavou", "CZ")
    assert record.about == "eastern-partnership-founding-summit"
    assert record.quotation.speaker.id == "maxime-verhagen"
    summit = relations[record.about]
    assert (summit.place, asserted(summit)) == (
        Place("Prague", "CZ"),
        {
            ("wikipedia", "place", Place("Vienna", "AT")),
            ("wikipedia-mirror-belarusian-dutch-relations", "place", Place("Vienna", "AT")),
        },
    )


def test_the_meeting_in_new_york_is_held_with_little_trust():
    record = relations["foreign-ministries-new-york-2009"]

    assert (record.kind, record.when, record.confidence) == ("meeting", When("2009-09"), "low")
    assert record.place == Place("New York", "US")
    assert not record.claimed
    assert "Nothing else was found" in record.notes
    assert relations["kooijmans-minsk-visit-1993"].when == When("1993-04")


def test_seventeen_states_invoked_the_moscow_mechanism():
    record = relations["moscow-mechanism-on-belarus-2020"]

    assert (record.when, record.place) == (When("2020-09-17"), Place("Vienna", "AT"))
    assert {"NL", "DK", "osce", "BY"} == parts(record)
    assert "seventeen" in record.summary
    assert "37" in record.summary


def test_the_exile_mission_is_accredited_to_the_union_and_not_to_belgium():
    mission = relations["democratic-belarus-mission-brussels"]
    head = relations["astapenka-head-of-brussels-mission"]

    assert (mission.when, mission.seat) == (When("2022-10-13/"), Place("Brussels", "BE"))
    assert (mission.sending_state.id, ids(mission.accredited_to)) == (
        "office-of-sviatlana-tsikhanouskaya",
        {"EU"},
    )
    assert (mission.scope, mission.resident) == ("context", False)
    assert mission not in relations.missions("BY")
    assert (head.mission, head.function) == (mission.id, "head_of_office")


def test_a_rule_that_gives_by_itself_stands_on_a_day():
    rule = relations["by-visa-free-minsk-airport-2017"]
    asylum = relations["nl-asylum-policy-belarus-2022"]

    assert (rule.effect, asylum.effect) == ("grants", "grants")
    assert rule in relations.measures("BY", kind="visa_rule", at="2019-01-01").certain
    assert rule not in relations.measures("BY", kind="visa_rule", at="2017-02-11")
    assert rule in relations.measures("BY", to="NL", kind="visa_rule", at="2026-01-01").possible
    assert asylum in relations.measures("NL", at="2024")


def test_the_limits_of_the_accord_on_children_were_lifted_in_2010():
    limits = relations["by-children-trip-limits-2009"]
    lifted = relations["by-children-exit-ban-eased-2010"]

    assert lifted.changes == (limits.id,)
    assert (lifted.effect, lifted.when) == ("lifts", When("2010-01-28"))
    assert limits in relations.at("2009-12-01").measures("BY", to="NL").certain
    assert limits not in relations.at("2010-02-01").measures("BY")


def test_belarus_order_of_2006_makes_the_sanctions_enforceable():
    order = relations["nl-sanctieregeling-belarus-2006"]

    assert (order.kind, order.effect) == ("enforcement", "imposes")
    assert order in relations.at("2024-01-01").measures("NL").certain
    assert relations["nl-sanctieregeling-belarus-2022"].changes == (order.id,)
