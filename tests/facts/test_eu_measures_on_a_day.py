"""What the EU held against Belarus on fifteen days: the acts that applied, and what carried them.

For each day and kind: the acts of what certainly applied, those of what possibly applied, and the
act that had last set the end, with that end. Where no text shows a number, the day of the act
stands for it. A kind that is not named did not apply.
"""

from __future__ import annotations

import pytest

from bynl_relations import relations

DAYS = (
    "2005-01-01", "2007-01-01", "2008-11-01", "2010-06-01", "2012-06-01", "2014-01-01",
    "2015-12-01", "2017-06-01", "2020-09-01", "2021-07-01", "2022-07-01", "2023-09-01",
    "2024-09-01", "2025-09-01", "2026-06-01",
)  # fmt: skip
KINDS = ("travel_ban", "asset_freeze", "arms_embargo", "sectoral", "flight_ban")
APPLIED = {
    ("2005-01-01", "travel_ban"): (
        "2004/661/CFSP, 2004/848/CFSP",
        "",
        "",
    ),
    ("2007-01-01", "travel_ban"): (
        "2004/661/CFSP, 2004/848/CFSP, 2006/276/CFSP, act of 2006-10-23",
        "",
        "2006/276/CFSP to 2007-04-10?",
    ),
    ("2007-01-01", "asset_freeze"): (
        "2006/362/CFSP, (EC) No 1587/2006",
        "act not known",
        "",
    ),
    ("2008-11-01", "travel_ban"): (
        "2004/661/CFSP, 2004/848/CFSP, 2006/276/CFSP, act of 2006-10-23",
        "",
        "2008/288/CFSP to 2009-04-10",
    ),
    ("2008-11-01", "asset_freeze"): (
        "2006/362/CFSP, (EC) No 1587/2006, act not known",
        "",
        "2008/288/CFSP to 2009-04-10",
    ),
    ("2010-06-01", "travel_ban"): (
        "2004/661/CFSP, 2004/848/CFSP",
        "",
        "2009/969/CFSP to 2010-10-31",
    ),
    ("2010-06-01", "asset_freeze"): (
        "2006/362/CFSP, (EC) No 1587/2006, act not known",
        "",
        "2009/969/CFSP to 2010-10-31",
    ),
    ("2012-06-01", "travel_ban"): (
        ("2004/661/CFSP, 2004/848/CFSP, 2006/276/CFSP, act of 2006-10-23, "
        "2011/69/CFSP, 2011/174/CFSP, 2011/301/CFSP, 2011/357/CFSP, "
        "2011/666/CFSP, 2011/847/CFSP, 2012/126/CFSP, 2012/171/CFSP"),
        "",
        "2011/666/CFSP to 2012-10-31",
    ),
    ("2012-06-01", "asset_freeze"): (
        ("2006/362/CFSP, (EC) No 1587/2006, act not known, 2011/69/CFSP, "
        "2011/174/CFSP, 2011/301/CFSP, 2011/357/CFSP, 2011/666/CFSP, "
        "2011/847/CFSP, 2012/126/CFSP, 2012/171/CFSP"),
        "",
        "2011/666/CFSP to 2012-10-31",
    ),
    ("2012-06-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "2011/666/CFSP to 2012-10-31",
    ),
    ("2014-01-01", "travel_ban"): (
        ("2004/661/CFSP, 2004/848/CFSP, 2006/276/CFSP, act of 2006-10-23, "
        "2011/69/CFSP, 2011/174/CFSP, 2011/301/CFSP, 2011/357/CFSP, "
        "2011/666/CFSP, 2011/847/CFSP, 2012/126/CFSP, 2012/171/CFSP, "
        "2013/534/CFSP"),
        "",
        "2013/534/CFSP to 2014-10-31",
    ),
    ("2014-01-01", "asset_freeze"): (
        ("2006/362/CFSP, (EC) No 1587/2006, act not known, 2011/69/CFSP, "
        "2011/174/CFSP, 2011/301/CFSP, 2011/357/CFSP, 2011/666/CFSP, "
        "2011/847/CFSP, 2012/126/CFSP, 2012/171/CFSP, 2013/534/CFSP"),
        "",
        "2013/534/CFSP to 2014-10-31",
    ),
    ("2014-01-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "2013/534/CFSP to 2014-10-31",
    ),
    ("2015-12-01", "travel_ban"): (
        "2004/661/CFSP",
        "",
        "(CFSP) 2015/1957 to 2016-02-29",
    ),
    ("2015-12-01", "asset_freeze"): (
        "act not known",
        "",
        "(CFSP) 2015/1957 to 2016-02-29",
    ),
    ("2015-12-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2015/1957 to 2016-02-29",
    ),
    ("2017-06-01", "travel_ban"): (
        "2004/661/CFSP",
        "",
        "(CFSP) 2017/350 to 2018-02-28",
    ),
    ("2017-06-01", "asset_freeze"): (
        "act not known",
        "",
        "(CFSP) 2017/350 to 2018-02-28",
    ),
    ("2017-06-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2017/350 to 2018-02-28",
    ),
    ("2020-09-01", "travel_ban"): (
        "2004/661/CFSP",
        "",
        "(CFSP) 2020/214 to 2021-02-28",
    ),
    ("2020-09-01", "asset_freeze"): (
        "act not known",
        "",
        "(CFSP) 2020/214 to 2021-02-28",
    ),
    ("2020-09-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2020/214 to 2021-02-28",
    ),
    ("2021-07-01", "travel_ban"): (
        ("2004/661/CFSP, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002"),
        "",
        "(CFSP) 2021/353 to 2022-02-28",
    ),
    ("2021-07-01", "asset_freeze"): (
        ("act not known, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002"),
        "",
        "(CFSP) 2021/353 to 2022-02-28",
    ),
    ("2021-07-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2021/353 to 2022-02-28",
    ),
    ("2021-07-01", "sectoral"): (
        "(CFSP) 2021/1031",
        "",
        "",
    ),
    ("2021-07-01", "flight_ban"): (
        "(CFSP) 2021/908",
        "",
        "",
    ),
    ("2022-07-01", "travel_ban"): (
        ("2004/661/CFSP, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2022/307 to 2023-02-28",
    ),
    ("2022-07-01", "asset_freeze"): (
        ("act not known, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2022/307 to 2023-02-28",
    ),
    ("2022-07-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2022/307 to 2023-02-28",
    ),
    ("2022-07-01", "sectoral"): (
        ("(CFSP) 2021/1031, (CFSP) 2022/356, (CFSP) 2022/399, (CFSP) 2022/579, "
        "(EU) 2022/877"),
        "",
        "(CFSP) 2022/307 to 2023-02-28",
    ),
    ("2022-07-01", "flight_ban"): (
        "(CFSP) 2021/908",
        "",
        "(CFSP) 2022/307 to 2023-02-28",
    ),
    ("2023-09-01", "travel_ban"): (
        ("2004/661/CFSP, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, act of 2023-08-03"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2023/421 to 2024-02-28",
    ),
    ("2023-09-01", "asset_freeze"): (
        ("act not known, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, (EU) 2023/1591"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2023/421 to 2024-02-28",
    ),
    ("2023-09-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2023/421 to 2024-02-28",
    ),
    ("2023-09-01", "sectoral"): (
        ("(CFSP) 2021/1031, (CFSP) 2022/356, (CFSP) 2022/399, (CFSP) 2022/579, "
        "(EU) 2022/877, (CFSP) 2023/1601"),
        "",
        "(CFSP) 2023/421 to 2024-02-28",
    ),
    ("2023-09-01", "flight_ban"): (
        "(CFSP) 2021/908",
        "",
        "(CFSP) 2023/421 to 2024-02-28",
    ),
    ("2024-09-01", "travel_ban"): (
        ("2004/661/CFSP, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, act of "
        "2023-08-03, (CFSP) 2024/2116"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2024/769 to 2025-02-28",
    ),
    ("2024-09-01", "asset_freeze"): (
        ("act not known, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, (EU) 2023/1591, "
        "(CFSP) 2024/2116"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2024/769 to 2025-02-28",
    ),
    ("2024-09-01", "arms_embargo"): (
        "2011/357/CFSP",
        "",
        "(CFSP) 2024/769 to 2025-02-28",
    ),
    ("2024-09-01", "sectoral"): (
        ("(CFSP) 2021/1031, (CFSP) 2022/356, (CFSP) 2022/399, (CFSP) 2022/579, "
        "(EU) 2022/877, (CFSP) 2023/1601, (CFSP) 2024/1864"),
        "",
        "(CFSP) 2024/769 to 2025-02-28",
    ),
    ("2024-09-01", "flight_ban"): (
        "(CFSP) 2021/908",
        "",
        "(CFSP) 2024/769 to 2025-02-28",
    ),
    ("2025-09-01", "travel_ban"): (
        ("2004/661/CFSP, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, act of "
        "2023-08-03, (CFSP) 2024/2116, act of 2024-12-16, act of 2025-03-27"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2025/385 to 2026-02-28?",
    ),
    ("2025-09-01", "asset_freeze"): (
        ("act not known, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, (EU) 2023/1591, "
        "(CFSP) 2024/2116, act of 2024-12-16, act of 2025-03-27, act of "
        "2025-07-18"),
        "act of 2022-02-25, act of 2022-03-02",
        "(CFSP) 2025/385 to 2026-02-28?",
    ),
    ("2025-09-01", "arms_embargo"): (
        "2011/357/CFSP, (CFSP) 2025/1471",
        "",
        "(CFSP) 2025/385 to 2026-02-28?",
    ),
    ("2025-09-01", "sectoral"): (
        ("(CFSP) 2021/1031, (CFSP) 2022/356, (CFSP) 2022/399, (CFSP) 2022/579, "
        "(EU) 2022/877, (CFSP) 2023/1601, (CFSP) 2024/1864, (CFSP) 2025/391, "
        "(CFSP) 2025/1471"),
        "",
        "(CFSP) 2025/385 to 2026-02-28?",
    ),
    ("2025-09-01", "flight_ban"): (
        "(CFSP) 2021/908",
        "",
        "(CFSP) 2025/385 to 2026-02-28?",
    ),
    ("2026-06-01", "travel_ban"): (
        ("2004/661/CFSP, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, act of "
        "2023-08-03, (CFSP) 2024/2116, act of 2024-12-16, act of 2025-03-27, "
        "act of 2025-10-23"),
        "act of 2022-02-25, act of 2022-03-02",
        "act of 2026-02-26 to 2027-02-28",
    ),
    ("2026-06-01", "asset_freeze"): (
        ("act not known, (CFSP) 2020/1388, (CFSP) 2020/1650, (CFSP) 2020/2130, "
        "(CFSP) 2021/1002, (CFSP) 2021/2125, (CFSP) 2022/881, (EU) 2023/1591, "
        "(CFSP) 2024/2116, act of 2024-12-16, act of 2025-03-27, act of "
        "2025-07-18, act of 2025-10-23, act of 2026-04-23"),
        "act of 2022-02-25, act of 2022-03-02",
        "act of 2026-02-26 to 2027-02-28",
    ),
    ("2026-06-01", "arms_embargo"): (
        "2011/357/CFSP, (CFSP) 2025/1471",
        "",
        "act of 2026-02-26 to 2027-02-28",
    ),
    ("2026-06-01", "sectoral"): (
        ("(CFSP) 2021/1031, (CFSP) 2022/356, (CFSP) 2022/399, (CFSP) 2022/579, "
        "(EU) 2022/877, (CFSP) 2023/1601, (CFSP) 2024/1864, (CFSP) 2025/391, "
        "(CFSP) 2025/1471, (CFSP) 2025/2040, (CFSP) 2026/512"),
        "",
        "act of 2026-02-26 to 2027-02-28",
    ),
    ("2026-06-01", "flight_ban"): (
        "(CFSP) 2021/908",
        "",
        "act of 2026-02-26 to 2027-02-28",
    ),
}  # fmt: skip


def name(measure):
    if measure.acts:
        return str(measure.acts[0])
    return f"act of {measure.when.edtf}" if measure.when else "act not known"


def names(found):
    return ", ".join(name(measure) for measure in found)


def carried(kind, day, ids):
    """Return the last act of a kind that set or moved the end of some measures, with that end."""
    found = [
        measure
        for measure in relations.measures("EU", kind=kind, until=day)
        if measure.effect == "extends" or (measure.until and measure.effect != "suspends")
        if ids & {measure.id, *measure.changes}
    ]
    return f"{name(found[-1])} to {found[-1].until.edtf}" if found else ""


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_applied_on_a_day_is_what_the_acts_say(day, kind):
    measures = relations.at(day).measures("EU", kind=kind)
    expected = APPLIED.get((day, kind), ("", "", ""))

    assert names(measures.certain) == expected[0]
    assert names(measure for measure in measures if measure not in measures.certain) == expected[1]
    assert carried(kind, day, set(measures.ids)) == expected[2]


def test_the_table_is_of_these_days_and_kinds():
    assert {day for day, _ in APPLIED} == set(DAYS)
    assert {kind for _, kind in APPLIED} == set(KINDS)


def test_the_story_of_october_2008_is_told_by_its_act():
    acts = [
        measure for measure in relations.measures("EU") if "2008/844/CFSP" in map(str, measure.acts)
    ]

    assert [measure.id for measure in acts] == [
        "eu-asset-freeze-extended-2008-11",
        "eu-travel-ban-extended-2008-11",
        "eu-travel-ban-suspended-2008",
    ]
    assert {str(measure.announced) for measure in acts} == {"2008-10-13"}


def test_the_story_of_the_ban_of_2006_is_told_by_what_changed_it():
    changed = [
        measure for measure in relations.measures("EU") if "eu-travel-ban-2006" in measure.changes
    ]

    assert [f"{measure.when.edtf} {measure.effect}" for measure in changed] == [
        "2006-10-23 widens",
        "2007-03-19 extends",
        "2008-04-07 extends",
        "2008-11-10 extends",
        "2008-11-10 suspends",
        "2009-04-06 extends",
        "2009-04-06 suspends",
        "2009-12-15 extends",
        "2009-12-15 suspends",
        "2010-10-25 extends",
        "2010-10-25 suspends",
        "2011-01-31 widens",
        "2011-01-31 restores",
        "2011-10-10 extends",
        "2012-10-15 extends",
        "2013-10-29 eases",
        "2013-10-29 extends",
        "2014-10-30 eases",
        "2014-10-30 extends",
        "2015-10-29 extends",
        "2015-10-29 suspends",
        "2016-02-25 lifts",
    ]
