"""The laws of questions, and that the answers about time are those of the oracle."""

from __future__ import annotations

import importlib.util
import itertools
import pickle
from datetime import timedelta
from pathlib import Path

import oracle
from hypothesis import example, given
from hypothesis import strategies as st

from bynl_relations import Event, Record, Relations, When
from bynl_relations.errors import InvalidDate

_spec = importlib.util.spec_from_file_location("moments", Path(__file__).with_name("moments.py"))
assert _spec is not None
assert _spec.loader is not None
moments = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(moments)

ABSENT = st.none()
MOMENTS = st.one_of(ABSENT, moments.MOMENTS)
RECORDS = moments.records()


@given(
    RECORDS,
    MOMENTS,
    MOMENTS,
    MOMENTS,
    st.sampled_from(["any", "certain", "possible"]),
    st.sampled_from([None, True, False]),
    st.booleans(),
    st.one_of(ABSENT, st.sampled_from(["2003", "2005-06-01"])),
)
def test_the_answers_are_those_of_the_oracle(
    records: list[Record],
    since: object,
    until: object,
    at: object,
    match: str,
    undated: bool | None,
    claims: bool,
    checked: str | None,
) -> None:
    texts = (None if moment is None else str(moment) for moment in (since, until, at))
    asked = oracle.Asked(*texts, checked)
    mine = Relations.of(records, checked=checked)
    keywords = {"since": since, "until": until, "at": at, "undated": undated}
    try:
        found = mine.all(match=match, claims=claims, **keywords)  # type: ignore[arg-type]
    except InvalidDate:
        assert asked.nonsense
        return

    assert not asked.nonsense
    expected, _ = oracle.answer(records, asked, match, undated, claims)
    assert expected == list(found.ids)
    every = mine.all(claims=claims, **keywords)  # type: ignore[arg-type]
    assert every.certain.ids == mine.all(match="certain", claims=claims, **keywords).ids  # type: ignore[arg-type]
    assert every.possible.ids == mine.all(match="possible", claims=claims, **keywords).ids  # type: ignore[arg-type]


@given(RECORDS, MOMENTS, MOMENTS, st.sampled_from([None, True, False]))
def test_each_collection_answers_as_all_does(
    records: list[Record], since: object, at: object, undated: bool | None
) -> None:
    mine = Relations.of(records)
    keywords = {"since": since, "at": at, "undated": undated}
    for collection in ("events", "agreements", "measures", "missions"):
        found = getattr(mine, collection)(**keywords)
        assert found == mine.all(collection=collection, **keywords)  # type: ignore[arg-type]


@given(RECORDS, MOMENTS, MOMENTS, st.sampled_from(["any", "certain", "possible"]))
def test_the_length_is_that_of_the_list(
    records: list[Record], since: object, at: object, match: str
) -> None:
    keywords = {"since": since, "at": at, "match": match}
    asked = Relations.of(records).all(**keywords)  # type: ignore[arg-type]
    counted = len(asked)

    assert counted == len(list(asked)) == len(asked.ids)


@given(RECORDS, MOMENTS, MOMENTS)
def test_certain_and_possible_part_a_result(
    records: list[Record], since: object, at: object
) -> None:
    found = Relations.of(records).all(since=since, at=at)  # type: ignore[arg-type]
    certain, possible = set(found.certain.ids), set(found.possible.ids)

    assert certain.isdisjoint(possible)
    assert certain | possible == set(found.ids)
    assert found.certain + found.possible == found
    assert found.certain.certain == found.certain
    assert len(found.certain.possible) == 0


@given(RECORDS, st.integers(1998, 2008), st.integers(0, 3), st.integers(0, 3))
@example([], 2000, 0, 0)
def test_a_wider_window_finds_more_and_is_surer(
    records: list[Record], year: int, before: int, after: int
) -> None:
    mine = Relations.of(records)
    narrow = mine.all(since=year, until=year), mine.all(at=year)
    span = f"{year - before}/{year + after}"
    wide = mine.all(since=year - before, until=year + after), mine.all(at=span)
    for small, large in zip(narrow, wide, strict=True):
        assert set(small.ids) <= set(large.ids)
        assert set(small.certain.ids) <= set(large.certain.ids)


@given(RECORDS, MOMENTS, MOMENTS, st.sampled_from(["any", "certain", "possible"]))
def test_a_chain_asks_what_one_query_asks(
    records: list[Record], since: object, at: object, match: str
) -> None:
    mine = Relations.of(records)
    chained = mine.all(since=since).where(at=at, match=match)  # type: ignore[arg-type]
    whole = mine.all(since=since, at=at, match=match)  # type: ignore[arg-type]

    assert whole == chained
    assert whole.certain == chained.certain
    if match == "any":
        assert whole.undated == chained.undated


@given(RECORDS, MOMENTS, st.slices(8))
def test_slices_are_those_of_a_list_and_keep_the_window(
    records: list[Record], at: object, cut: slice
) -> None:
    mine = Relations.of(records)
    for keyword in ("at", "since", "until"):
        found = mine.all(**{keyword: at})  # type: ignore[arg-type]
        part, first = found[cut], found.first()

        assert list(found)[cut] == list(part)
        assert next(iter(found), None) == first
        assert [one for one in part if one in found.certain] == list(part.certain)
        assert list(reversed(found)) == list(found[::-1])


@given(RECORDS, MOMENTS, MOMENTS)
def test_a_sum_holds_each_record_once_in_order_and_drops_the_window(
    records: list[Record], since: object, at: object
) -> None:
    mine = Relations.of(records)
    one, other = mine.all(since=since), mine.all(at=at)  # type: ignore[arg-type]
    both = one + other

    assert [r.id for r in mine.all() if r in one or r in other] == list(both.ids)
    assert both == other + one
    assert both.certain == both
    assert both.windows == ()


@given(RECORDS, st.one_of(moments.MOMENTS), MOMENTS)
def test_a_view_holds_what_can_have_stood_and_splits_by_it(
    records: list[Record], at: object, since: object
) -> None:
    standing = [one for one in records if not isinstance(one, Event)]
    mine = Relations.of(standing)
    view = mine.at(at)  # type: ignore[arg-type]
    kinds = ("missions", "appointments", "memberships", "agreements", "measures", "programmes")
    asked = mine.all(at=at, claims=True, collection=kinds)  # type: ignore[arg-type]

    assert asked.ids == tuple(view)
    assert asked == view.all(claims=True)
    assert asked.certain == view.all(claims=True).certain == view.all(claims=True, match="certain")
    both = mine.all(at=at, since=since, collection=kinds)  # type: ignore[arg-type]
    assert both == view.all(since=since)  # type: ignore[arg-type]
    assert both.certain == view.all(since=since).certain  # type: ignore[arg-type]


@given(RECORDS, MOMENTS, MOMENTS, st.sampled_from([None, True]), st.integers(0, 5))
def test_a_pickle_answers_as_the_result_does(
    records: list[Record], since: object, at: object, undated: bool | None, protocol: int
) -> None:
    found = Relations.of(records).all(since=since, at=at, undated=undated)  # type: ignore[arg-type]
    again = pickle.loads(pickle.dumps(found, protocol))

    assert found == again
    assert found.asked == again.asked
    assert found.certain == again.certain
    assert found.undated == again.undated
    assert found.where(at="2002") == again.where(at="2002")


@given(
    RECORDS,
    MOMENTS,
    MOMENTS,
    st.sampled_from(["year", "month"]),
    st.sampled_from(["began", "stood"]),
    st.one_of(ABSENT, st.sampled_from(["2003", "2005-06-01", "2004~"])),
)
def test_a_row_of_counts_is_a_query_for_its_period(
    records: list[Record], since: object, at: object, by: str, of: str, checked: str | None
) -> None:
    found = Relations.of(records, checked=checked).all(since=since, at=at)  # type: ignore[arg-type]
    counts = found.counts(by, of)  # type: ignore[arg-type]
    periods = [row.period for row in counts]
    # A century of months would take too long.
    for row in {*counts[:60], *counts[-60:]}:
        window = {"since": row.period, "until": row.period} if of == "began" else {"at": row.period}
        queried = found.where(**window)  # type: ignore[arg-type]
        assert (len(queried.certain), len(queried.possible)) == row[1:], row
    for one, other in itertools.pairwise(periods):
        last = When(one).latest
        assert last is not None
        assert When(other).earliest == last + timedelta(days=1)


@given(RECORDS, MOMENTS, st.sampled_from(["collection", "topics", "confidence", "claimed", "when"]))
def test_a_row_of_counts_by_a_field_has_the_split_of_the_result(
    records: list[Record], since: object, field: str
) -> None:
    found = Relations.of(records).all(since=since, claims=True)  # type: ignore[arg-type]

    assert [
        ("" if value is None else str(value), len(group.certain), len(group.possible))
        for value, group in found.group_by(field).items()
    ] == [tuple(row) for row in found.counts(by=field)]
