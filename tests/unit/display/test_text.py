"""What records, results and datasets show to people: rows, text and the overview."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

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
    Relations,
    Source,
    Statistic,
    Visit,
    When,
    relations,
)
from bynl_relations._display.overview import overview
from bynl_relations._display.summary import relations_text
from bynl_relations._display.table import records_text
from bynl_relations._display.text import ascii_text, clipped, cut, line, pad, width_of, wrapped
from bynl_relations._display.values import listed, value_text
from bynl_relations._display.wording import (
    detail,
    dispute_line,
    figure,
    parties,
    record_line,
    when_text,
)

BY, NL = Actor("BY", "state", "Belarus"), Actor("NL", "state", "Netherlands")
BOOK = Source("book", "A book", tier="secondary", publisher="Press")
WIKI = Source("wiki", "An article", tier="encyclopedia", publisher="Wikipedia")
SAID = (Citation(BOOK),)


def event(number=1, **fields):
    given = {"id": f"event-{number}", "title": f"Event {number}", "kind": "meeting"}
    return Event(**{**given, "citations": SAID, "confidence": "high", **fields})


def contradicting(field, value, source=WIKI):
    return (*SAID, Citation(source, "contradicts", asserts=(Assertion(field, value),)))


def found(*records, **keywords):
    made = Relations.of(records, title="Mine", version="7", checked="2026-01-01")
    return made.all(**keywords)


# Time.


def test_a_row_shows_the_time_as_its_source_gives_it():
    assert when_text(event(when=When("2008-12~"))) == "2008-12~"


def test_sightings_stand_in_where_there_is_no_time():
    assert when_text(event(attested=(When("2015~"), When("2021-04")))) == "seen 2015~, 2021-04"


def test_of_many_sightings_the_first_and_the_last_are_shown():
    seen = tuple(When(str(year)) for year in range(2011, 2016))
    assert when_text(event(attested=seen)) == "seen 2011 … 2015 (5 times)"


def test_a_dash_says_that_no_time_is_known():
    assert when_text(event()) == "–"


def test_a_disputed_time_shows_both():
    record = event(when=When("1992-03-24"), citations=contradicting("when", When("1994")))
    assert when_text(record) == "1992-03-24 ≠ 1994 (Wikipedia)"


def test_the_bundled_dispute_shows_as_promised():
    assert when_text(relations["diplomatic-relations"]) == "1992-03-24 ≠ 1994 (Wikipedia)"


def test_another_disputed_field_follows_the_time():
    record = event(
        when=When("2009"),
        place=Place("Prague", "CZ"),
        citations=contradicting("place", Place("Vienna", "AT")),
    )
    assert when_text(record) == "2009; place: Prague ≠ Vienna (Wikipedia)"


def test_a_denied_fact_names_who_denies_it():
    record = event(when=When("2009"), citations=(*SAID, Citation(WIKI, "denies")))
    assert when_text(record) == "2009; ≠ denied by Wikipedia"
    assert dispute_line(record.disputes[0]) == "held ≠ denied by Wikipedia"


def test_a_claim_says_that_it_is_one():
    record = event(when=When("2009"), claimed=True, citations=(*SAID, Citation(WIKI, "denies")))
    assert when_text(record) == "2009 claimed; denied by Wikipedia"
    assert dispute_line(record.disputes[0]) == "claimed, denied by Wikipedia"


# Disputes.


def test_a_dispute_names_its_field_in_words():
    record = event(when=When("1992"), citations=contradicting("when", When("1994")))
    assert str(record.disputes[0]) == "when: 1992 ≠ 1994 (Wikipedia)"


def test_places_of_one_city_name_differ_by_their_country():
    record = event(
        place=Place("Brest", "BY"), citations=contradicting("place", Place("Brest", "FR"))
    )
    assert str(record.disputes[0]) == "place: Brest, BY ≠ Brest, FR (Wikipedia)"


def test_a_place_without_a_city_is_its_country():
    record = event(place=Place("Minsk"), citations=contradicting("place", Place("", "PL")))
    assert str(record.disputes[0]) == "place: Minsk ≠ PL (Wikipedia)"


def test_a_long_value_is_cut_in_a_dispute_and_whole_elsewhere():
    text = "word " * 30
    dispute = SimpleNamespace(field="exceptions", value="", others=((text, (WIKI,)),))
    assert dispute_line(dispute).startswith("exceptions: – ≠ word word")
    assert dispute_line(dispute).endswith("word… (Wikipedia)")
    assert value_text(text) == text


def test_participants_are_named_without_their_roles_in_a_dispute():
    record = event(
        participants=(Participant(BY, "host"),),
        citations=contradicting("participants", (Participant(NL, "host of the talks"),)),
    )
    assert str(record.disputes[0]) == "participants: Belarus ≠ Netherlands (Wikipedia)"


def test_a_disputed_figure_is_shown_as_one_figure():
    record = Statistic(
        id="s", title="T", indicator="children", low=5, high=5, unit="children",
        citations=contradicting("stated", "hundreds"),
    )  # fmt: skip
    assert when_text(record) == "–; figure: 5 children ≠ hundreds (Wikipedia)"


def test_a_disputed_number_has_thousands():
    record = Statistic(
        id="s", title="T", indicator="children", low=5, high=5,
        citations=contradicting("high", Decimal(7000)),
    )  # fmt: skip
    assert when_text(record) == "–; figure: 5 ≠ 7,000 (Wikipedia)"


def test_truth_values_are_words():
    assert [value_text(True), value_text(False)] == ["yes", "no"]


def test_many_sources_are_counted():
    assert listed(["a", "b", "c", "d"]) == "a, b and 2 more"


# What a row says of each kind.


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"low": 1500, "high": 2000, "unit": "children a year"}, "1,500–2,000 children a year"),
        ({"low": 8, "high": 8, "unit": "persons"}, "8 persons"),
        ({"low": 3, "high": 3, "unit": "rank"}, "rank 3"),
        ({"low": 130, "unit": "persons"}, "at least 130 persons"),
        ({"high": Decimal("13.4"), "unit": "percent"}, "up to 13.4 percent"),
        ({"low": 40_700_000, "high": 40_700_000}, "40,700,000"),
        ({"low": 0, "high": 0}, "0"),
        ({"stated": "hundreds"}, "hundreds"),
    ],
)
def test_a_figure_has_its_range_its_unit_and_thousands(fields, text):
    record = Statistic(id="s", title="T", citations=SAID, indicator="children", **fields)
    assert figure(record) == detail(record) == text


def test_a_number_of_a_million_digits_is_not_written_out():
    huge = Decimal("1E+999999")
    record = SimpleNamespace(low=huge, high=huge, stated="", unit="")
    assert figure(record) == "1E+999999"


def test_an_appointment_shows_the_person_unless_the_title_does():
    ana = Actor("ana", "person", "Ana Bel")
    record = Appointment(
        id="a", title="Envoy", citations=SAID, person=ana, function="charge_d_affaires"
    )
    assert detail(record) == "Ana Bel, chargé d’affaires"
    named = Appointment(
        id="a", title="Ana Bel, envoy", citations=SAID, person=ana, function="ambassador"
    )
    assert detail(named) == "ambassador"


def test_a_mission_shows_its_kind_and_seat():
    record = Mission(
        id="m", title="T", citations=SAID, sending_state=NL, accredited_to=(BY,),
        kind="honorary_consulate", seat=Place("Minsk", "BY"),
    )  # fmt: skip
    assert detail(record) == "honorary consulate, Minsk"


def test_a_measure_shows_its_effect_and_kind():
    record = Measure(
        id="m", title="T", citations=SAID, kind="travel_ban", effect="lifts", imposed_by=(NL,)
    )
    assert detail(record) == "lifts travel ban"


def test_a_visit_shows_its_level():
    record = Visit(id="v", title="T", citations=SAID, visitors=(BY,), level="head_of_state")
    assert detail(record) == "head of state"


def test_actors_sources_and_disputes_read_well_alone_and_in_tuples():
    assert repr((BY, NL)) == "(<Actor BY: Belarus, state>, <Actor NL: Netherlands, state>)"
    assert repr(BOOK) == "<Source book: A book · Press · secondary>"
    letter = Source("l", title_en="Letter", tier="primary", published=When("1994"))
    assert repr(letter) == "<Source l: Letter · 1994 · primary>"
    record = event(when=When("1992"), citations=contradicting("when", When("1994")))
    assert repr(record.disputes) == "(<Dispute when: 1992 ≠ 1994 (Wikipedia)>,)"


def test_a_figure_of_two_bounds_is_disputed_once():
    record = Statistic(
        id="s", title="T", indicator="children", low=5, high=5,
        citations=(*SAID, Citation(WIKI, "contradicts",
                                   asserts=(Assertion("low", Decimal(7)),
                                            Assertion("high", Decimal(7))))),
    )  # fmt: skip
    assert when_text(record) == "–; figure: 5 ≠ 7 (Wikipedia)"


def test_a_record_tells_itself_in_one_line():
    record = event(when=When("1992"), confidence="low")
    assert repr(record) == "<Event event-1: 1992 · meeting · Event 1 · low confidence>"
    assert "confidence" not in record_line(event())


# Results.


def test_a_result_says_what_was_asked_and_counts():
    result = found(
        event(1, when=When("2006-05")), event(2, when=When("2006~")), event(3), since="2006"
    )
    assert repr(result).splitlines() == [
        "<Mine>.all(since='2006')",
        "2 records: 1 certain, 1 possible (marked ?); 1 undated left out; data 7",
        "  when     kind     title    id",
        "? 2006~    meeting  Event 2  event-2",
        "  2006-05  meeting  Event 1  event-1",
    ]


def test_one_record_is_counted_in_the_singular():
    assert "\n1 record; data 7\n" in repr(found(event()))


def test_a_result_without_a_version_names_none():
    assert repr(Relations.of([event()]).all()).splitlines()[1] == "1 record"


def test_the_confidence_is_shown_where_it_is_not_high():
    lines = repr(found(event(1), event(2, confidence="low"))).splitlines()
    assert lines[2:] == [
        "when  kind     title    conf.  id",
        "–     meeting  Event 1         event-1",
        "–     meeting  Event 2  low    event-2",
    ]


def test_an_empty_result_says_what_could_be_tried():
    lines = repr(found(event(), since=1990)).splitlines()
    assert lines[:2] == [
        "<Mine>.all(since=1990)",
        "no records; 1 undated left out; data 7",
    ]
    for word in ("since, until or at", "undated=True", "claims=True", "search()"):
        assert word in " ".join(lines[2:])
    assert all(width_of(line) <= 100 for line in lines)


def test_the_advice_names_only_what_is_left_to_try():
    advice = repr(found(event(), claims=True, scope="context")).splitlines()[-1]
    assert advice == "Nothing fits. Try fewer keywords or search() for words in any text."


def test_of_many_records_in_the_order_of_time_the_first_and_the_last_are_shown():
    many = found(*(event(n, when=When(str(1990 + n))) for n in range(1, 31)))
    lines = repr(many).splitlines()
    assert len(lines) == 3 + 20 + 1
    assert lines[13] == "… 10 more …"
    assert (lines[12].split()[0], lines[14].split()[0]) == ("2000", "2011")


def test_of_many_records_in_another_order_the_first_are_shown():
    many = found(*(event(n, when=When(str(1990 + n))) for n in range(1, 31)))
    lines = repr(many.sort("when", reverse=True)).splitlines()
    assert lines[-1] == "… 10 more …"
    assert (lines[3].split()[0], lines[22].split()[0]) == ("2020", "2001")


def test_twenty_records_are_all_shown():
    assert "more" not in repr(found(*(event(n) for n in range(20))))


def test_every_row_can_be_asked_for():
    many = found(*(event(n, when=When("1994")) for n in range(30)))
    assert len(records_text(many, most=None).splitlines()) == 3 + 30


def test_a_mixed_result_names_the_collection_and_puts_the_figure_before_the_title():
    number = Statistic(
        id="s", title="Children", citations=SAID, indicator="children", low=5, high=5,
        unit="children", confidence="high",
    )  # fmt: skip
    assert [line.split()[1:] for line in repr(found(event(), number)).splitlines()[3:]] == [
        ["event", "Event", "1", "event-1"],
        ["statistic", "5", "children:", "Children", "s"],
    ]
    assert "figure" in repr(found(number)).splitlines()[2]


def test_a_disputed_time_is_broken_inside_its_column():
    record = event(0, when=When("1992-03-24"), citations=contradicting("when", When("1994")))
    rest = [event(n, when=When("1995"), title="A title " * 9) for n in range(1, 9)]
    lines = repr(found(record, *rest)).splitlines()
    assert [text.split("  ")[0] for text in lines[2:5]] == [
        "when", "1992-03-24 ≠ 1994", "(Wikipedia)",
    ]  # fmt: skip
    assert lines[3].index("meeting") == lines[2].index("kind")
    assert lines[3].index("Event 0") == lines[2].index("title")


def starts(text):
    """Return the columns at which the cells of a line begin."""
    return {number for number in range(2, len(text)) if text[number - 2 : number] == "  "
            and text[number] != " "}  # fmt: skip


@pytest.mark.parametrize("width", [72, 80, 100, 120, 160, 200])
@pytest.mark.parametrize("ask", [relations.missions, relations.statistics, relations.visits])
def test_columns_stay_in_line_whatever_a_cell_holds(ask, width):
    lines = records_text(ask(), width, None).splitlines()
    heads = next(text for text in lines if text.startswith("when "))
    ids, alone = set(ask().ids), set()
    for text in lines[lines.index(heads) + 1 :]:
        # Disputes, and ids with no room beside the title, have a line of their own.
        alone |= {text} if "≠" in text or len(text.split()) <= 2 or not text[0].strip() else set()
        if text not in alone:
            assert starts(text) & starts(heads) == starts(text), text
    assert ids <= {word for text in lines for word in text.split()}


def test_a_long_title_is_broken_and_not_cut():
    record = event(0, when=When("1992-03-24"), title="A title that can be read to its very end")
    assert records_text(found(record), 60).splitlines()[3:] == [
        "1992-03-24  meeting  A title that can be read to     event-0",
        "                     its very end",
    ]


def test_a_figure_is_never_cut_whatever_its_unit():
    record = Statistic(
        id="s", title="A title " * 8, citations=SAID, indicator="children",
        low=123456789012345, high=123456789012345, unit="kilograms of potatoes a year",
    )  # fmt: skip
    for width in (60, 80, 100):
        assert "123,456,789,012,345" in records_text(found(record), width)
        assert "potatoes" in records_text(found(record), width)


def test_a_visit_shows_who_and_whom():
    record = Visit(id="v", title="V", citations=SAID, visitors=(NL,), hosts=(BY,), level="other")
    assert repr(found(record)).splitlines()[-1].strip() == "Netherlands → Belarus"
    alone = Visit(id="v", title="V", citations=SAID, visitors=(NL,), level="other")
    assert "  Netherlands\n" in f"{found(alone)!r}\n"
    assert parties(event()) == ""


def test_other_disputes_stand_below_their_row():
    record = event(
        when=When("2009"), place=Place("Prague"), citations=contradicting("place", Place("Vienna"))
    )
    assert repr(found(record)).splitlines()[4] == "      place: Prague ≠ Vienna (Wikipedia)"


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize(
    "ask", [relations.disputes, relations.all, relations.missions, relations.statistics]
)
def test_no_line_is_wider_than_asked(ask, width):
    lines = records_text(ask(), width).splitlines()
    # An id is not broken, whatever the width.
    assert all(width_of(line) <= width or " " not in line.strip() for line in lines)


def test_where_there_is_little_room_the_id_has_a_line_of_its_own():
    record = event(1, confidence="low", title="A title of some words", id=f"an-{'x' * 40}")
    assert records_text(found(record), 72).splitlines()[2:] == [
        "when  kind     title",
        "–     meeting  A title of some words",
        f"               {record.id} (low)",
    ]
    longer = event(1, title="A title of some words", id=f"an-{'x' * 60}")
    assert records_text(found(longer), 72).splitlines()[-1] == f"{longer.id:>72}"


def test_where_there_is_hardly_any_room_a_row_is_a_block_that_is_not_cut():
    record = event(
        1, when=When("2009"), title="A title of more than forty columns, the last of it",
        confidence="low", place=Place("Prague"), citations=contradicting("place", Place("Vienna")),
    )  # fmt: skip
    lines = records_text(found(record), 40).splitlines()
    assert lines[2:] == [
        "2009, meeting",
        "  A title of more than forty columns,",
        "  the last of it",
        "  event-1 (low)",
        "  place: Prague ≠ Vienna (Wikipedia)",
    ]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_an_id_is_never_cut(width):
    words = set(records_text(relations.all(), width, None).split())
    assert set(relations.all().ids) <= words


def test_a_long_dispute_is_broken_into_lines():
    places = contradicting("place", Place("A town of quite some letters"))
    record = event(
        when=When("2009"), place=Place("Another town of quite some letters"), citations=places
    )
    lines = records_text(found(record), 80).splitlines()
    assert [line.strip() for line in lines[4:]] == [
        "place: Another town of quite some letters ≠ A town of quite some letters",
        "(Wikipedia)",
    ]
    assert {len(line) - len(line.lstrip()) for line in lines[4:]} == {6}


def test_without_a_width_nothing_is_cut():
    record = event(title="word " * 15 + "end", id="a-" * 40 + "b")
    text = records_text(found(record), None)
    assert record.title in text
    assert record.id in text
    assert "…" not in text
    assert records_text(found(record, until=1900), None).count("\n") == 2


def test_wide_characters_take_two_columns():
    lines = repr(found(event(1, title="明斯克"), event(2, title="Minsk 2"))).splitlines()
    assert [width_of(line) for line in lines[3:]] == [31, 31]
    assert all(width_of(one) == 5 for one in (cut("明斯克", 5), pad("M", 5)))


def test_a_mark_above_a_letter_takes_no_column():
    assert width_of("Vítaǔ́") == width_of("Vita") + 1


def test_a_text_is_broken_at_its_blanks_and_inside_a_word_that_is_too_long():
    assert wrapped("one two " + "x" * 9, 7) == ["one two", "xxxxxxx", "xx"]
    assert wrapped("明斯克", 4) == ["明斯", "克"]
    assert wrapped("明", 1) == ["明"]
    assert wrapped("one two", None) == ["one two"]


def test_a_cut_line_keeps_its_indent():
    assert clipped("  some words", 8) == "  some…"


def test_a_cut_line_keeps_its_columns():
    assert clipped("when   kind   title", 12) == "when   kind…"
    assert clipped("when \x1b[1m", 20) == "when  [1m"


def test_a_terminal_is_given_no_control_characters():
    dataset = SimpleNamespace(
        title="a\x1b[31m\nb\u202e", version="", checked=None, sources=tuple,
        all=lambda *, claims: found(claims=claims), disputes=found,
    )  # fmt: skip
    assert relations_text(dataset).splitlines()[0] == "a [31m b"
    assert line("a\u200db") == "a\u200db"


class Some:
    """A slice of it, of which nothing is certain."""

    ids = ()

    @property
    def certain(self):
        return self


class Many:
    hints, gaps = (), ()

    """A result of a million records that forbids to look at each."""

    asked, version, windows = "much", "1", (object(),)

    def __len__(self):
        return 1_000_000

    def __getitem__(self, index):
        if isinstance(index, slice):
            assert index.stop - index.start <= 20
            return Some()
        return event(index, when=When(f"{1000 + index // 1000}"))

    @property
    def certain(self):
        raise AssertionError

    undated = certain


def test_of_a_million_records_nothing_slow_is_counted():
    lines = records_text(Many()).splitlines()
    assert lines[1] == "1,000,000 records; data 1"
    assert [text[:6] for text in (lines[3], lines[-1])] == ["? 1000", "? 1999"]


# Datasets.


def mine(*records):
    return Relations.of(records, title="Mine", version="7", checked="2026-01-01")


def test_a_dataset_tells_its_state_and_a_row_a_collection():
    dataset = mine(
        event(1, when=When("1992")),
        event(2, when=When("2020")),
        event(3, attested=(When("2001"),), claimed=True, citations=(Citation(BOOK, "denies"),)),
        Visit(id="v", title="V", citations=SAID, visitors=(BY,), level="other"),
    )
    assert repr(dataset).splitlines() == [
        "Mine",
        "data 7, checked 2026-01-01",
        "4 records; 1 claim among them; 1 source; 1 disputed fact",
        "  events                3  1992–2020",
        "  visits                1  –",
    ]


def test_a_dataset_without_a_title_says_so():
    assert relations_text(Relations.of([event(when=When("1992"))])).splitlines() == [
        "A dataset without a title",
        "1 record; 1 source; no disputed facts",
        "  events                1  1992",
    ]


def test_a_view_says_what_was_asked():
    lines = repr(relations.at("2018-05")).splitlines()
    assert lines[2] == "relations.at('2018-05')"
    assert " certain, " in lines[3]
    sources = relations.at("2018-05").all(claims=True).sources
    assert f"; {len(sources):,} sources; " in lines[3]
    both = Relations.of([event(1)], title="A") | Relations.of([event(2)], title="B")
    assert repr(both).splitlines()[1] == "<A> | <B>"


def test_the_overview_draws_a_sign_a_year():
    dataset = mine(*(event(n, when=When(year)) for n, year in enumerate(
        ["1991", "1992", "1992", "1993", "1993", "1993", *["1995"] * 70, "1980", "../1996"])),
        event(99))  # fmt: skip
    lines = overview(dataset, 60).splitlines()
    assert lines[4] == " " * 34 + "1991"
    assert lines[5] == "events" + " " * 13 + "79  1980–1996  ▁▁▂▂▃▃  ██▁▁"
    assert lines[8].startswith("Begun a year: ▁ 1 ▂ 2 ▃ 3–4")
    assert lines[9] == "Not drawn: 1 before 1991, 1 of unknown year"


def test_many_years_share_a_sign():
    dataset = mine(event(1, when=When("1800")), event(2, when=When("1990")))
    lines = overview(dataset, 80).splitlines()
    assert lines[4].split() == ["1800", "1850", "1900", "1950"]
    assert "Begun in 5 years: ▁ 1" in lines[8]
    assert "Not drawn" not in overview(dataset, 80)


def test_an_overview_without_any_year_draws_nothing():
    assert overview(mine(event())).splitlines()[-1].startswith("1 record;")
    assert overview(mine()).splitlines()[-1].startswith("no records;")


def test_the_overview_names_some_disputed_facts_and_counts_the_others():
    lines = overview(relations).splitlines()
    assert "  diplomatic-relations: 1992-03-24 ≠ 1994 (Wikipedia)" in lines
    assert lines[-1] == f"  … {len(relations.disputes()) - 5} more"
    assert all(width_of(line) <= 80 for line in lines)
    assert len(lines) <= 29


def test_the_overview_names_all_disputed_facts_where_they_are_few():
    dataset = mine(event(when=When("2009"), citations=(*SAID, Citation(WIKI, "denies"))))
    assert overview(dataset).splitlines()[-1] == "  event-1: held ≠ denied by Wikipedia"


def test_an_overview_without_disputes_speaks_of_none():
    assert "differ" not in overview(mine(event(when=When("1992"))))


def test_the_overview_suggests_what_to_try():
    lines = overview(relations, program="bynl-relations").splitlines()
    assert len(lines) < 34
    assert lines[-6].endswith(" more: bynl-relations disputes")
    assert lines[-4:-2] == ["Try", "  bynl-relations missions NL --to BY --at 2018"]


def test_the_overview_can_be_ascii_alone():
    text = overview(relations, 80, ascii_only=True)
    assert text.isascii()
    assert "  diplomatic-relations: 1992-03-24 != 1994 (Wikipedia)" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_ascii_keeps_letters_and_marks_what_it_cannot_write():
    assert ascii_text("Škoda – Мінск") == "Skoda - ?????"
