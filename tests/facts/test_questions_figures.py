"""Questions on figures: trade, asylum, refugees, votes, money."""

from __future__ import annotations

from decimal import Decimal

from asking import Ask, each, figures

from bynl_relations import relations


def ask_series(indicator, **window):
    return figures(relations.statistics(indicator=indicator, **window))


QUESTIONS = [
    Ask("Dutch imports from Belarus in 2020 and 2021 by Eurostat",
        {"2020": 236_854_481, "2021": 297_701_311},
        lambda: figures(relations.statistics(
            "Eurostat", indicator="goods_by_to_nl", since=2020, until=2021))),
    Ask("Dutch exports to Belarus in 2020 and 2021 by Eurostat",
        {"2020": 255_106_739, "2021": 235_618_838},
        lambda: figures(relations.statistics(
            "Eurostat", indicator="goods_nl_to_by", since=2020, until=2021))),
    Ask("How many months of 2022 does Eurostat's sum cover?",
        ["2022-01/2022-10", "2022-01/2022-10"],
        lambda: [str(figure.when) for figure in relations.statistics("Eurostat", since=2022)]),
    Ask("In which years since 2020 did Belarus sell more than it bought, by Eurostat?",
        [2021],
        lambda: [year for year in (2020, 2021)
                 if relations.statistics("Eurostat", indicator="goods_by_to_nl", at=year).one().low
                 > relations.statistics("Eurostat", indicator="goods_nl_to_by", at=year).one().low]),
    Ask("What went each way in 2006 by the research data?",
        {"goods_by_to_nl": 3_843_972_000, "goods_nl_to_by": 263_673_000},
        lambda: {figure.indicator: figure.low for figure in relations.statistics("head-mayer-ries")}),
    Ask("The Dutch share in Belarusian exports before 2010 by the CIA",
        {"2003": Decimal("4.2"), "2004": Decimal("6.7"), "2006": Decimal("17.7"),
         "2007": Decimal("17.8"), "2008": Decimal("16.9"), "2009": Decimal("13.78")},
        lambda: figures(relations.statistics(
            "CIA", indicator="goods_by_to_nl_share", until=2009))),
    Ask("In which year was that share the highest?",
        "2007",
        lambda: str(max(relations.statistics("CIA", indicator="goods_by_to_nl_share"),
                        key=lambda figure: figure.low).when)),
    Ask("Timber sold to the Netherlands in 2021",
        {"2021": 53_000_000}, lambda: ask_series("timber_by_to_nl")),
    Ask("Asylum claims in 2011",
        {"2011": 256}, lambda: ask_series("asylum_claims_by_in_nl", at=2011)),
    Ask("Asylum claims in 2007, which UNHCR shows as 5",
        {"2007": (1, 5)}, lambda: ask_series("asylum_claims_by_in_nl", at=2007)),
    Ask("Asylum claims in 1994, for which there is no figure",
        {}, lambda: ask_series("asylum_claims_by_in_nl", at=1994)),
    Ask("Asylum claims from 2020 to 2025",
        {"2020": 84, "2021": 86, "2022": 94, "2023": 82, "2024": 51, "2025": 105},
        lambda: ask_series("asylum_claims_by_in_nl", since=2020)),
    Ask("At least and at most how many claims from 1992 to 2025, but for 1994?",
        (2277, 2281),
        lambda: tuple(sum(getattr(figure, side) for figure in relations.statistics(
            indicator="asylum_claims_by_in_nl")) for side in ("low", "high"))),
    Ask("The two years with the most claims",
        ["2011", "2018"],
        lambda: [str(figure.when) for figure in sorted(relations.statistics(
            indicator="asylum_claims_by_in_nl"), key=lambda figure: -figure.low)[:2]]),
    Ask("Decisions of 2011: all, recognised, rejected",
        {"asylum_decisions_by_in_nl": (207, 211), "asylum_decisions_by_in_nl_recognised": (10, 10),
         "asylum_decisions_by_in_nl_rejected": (196, 196)},
        lambda: {figure.indicator: (figure.low, figure.high) for figure in relations.statistics(
            "UNHCR", at=2011).where(lambda figure: "decisions" in figure.indicator)}),
    Ask("In how many years was nobody recognised?",
        10,
        lambda: sum(figure.high == 0 for figure in relations.statistics(
            indicator="asylum_decisions_by_in_nl_recognised"))),
    Ask("Refugees at the end of 2021 and of 2022",
        {"2021-12-31": 32, "2022-12-31": 121},
        lambda: ask_series("refugees_by_in_nl", since=2021, until=2022)),
    Ask("Migrants from Belarus by the UN in 2015",
        {"2015": 284}, lambda: ask_series("migrants_from_by_in_nl")),
    Ask("How often did both vote alike in sessions 46 and 74?",
        [Decimal("58.9"), Decimal("46.6")],
        lambda: [relations[f"un-votes-alike-share-{session}"].low for session in (46, 74)]),
    Ask("In which sessions did they agree in less than half of the votes?",
        ["68", "70", "71", "74"],
        lambda: [figure.id[-2:] for figure in relations.statistics(indicator="un_votes_alike_share")
                 if figure.low < 50]),
    Ask("What did ABN AMRO put Beltransgaz at, and who says otherwise?",
        (5_000_000_000, {"low": 3_500_000_000, "high": 3_500_000_000}),
        lambda: ((figure := relations.statistics(about="abn-amro-values-beltransgaz").one()).low,
                 {dispute.field: dispute.others[0][0] for dispute in figure.disputes})),
    Ask("How much was Belarus ordered to pay by a tribunal seated in the Netherlands?",
        {"2020-06-22": 20_400_000}, lambda: ask_series("arbitral_award_against_by")),
    Ask("The budgets of projects with a Dutch partner, each in its currency",
        {"NLG": 6_500_000, "EUR": 1_200_000},
        lambda: {figure.unit: figure.low
                 for figure in relations.statistics(indicator="project_budget_in_by")}),
]  # fmt: skip


@each(QUESTIONS)
def test_a_question_on_figures(question):
    assert question.answer == question.query()
