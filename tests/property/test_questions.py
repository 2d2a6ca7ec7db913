"""The answers about time are those of a plain filter, written from the text of the contract."""

from __future__ import annotations

import importlib.util
import pickle
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from bynl_relations import Agreement, Event, Measure, Record, Relations, When
from bynl_relations.errors import InvalidDate

_spec = importlib.util.spec_from_file_location("moments", Path(__file__).with_name("moments.py"))
assert _spec is not None
assert _spec.loader is not None
moments = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(moments)

#: Before and after every date.
EARLY, LATE = 0, 10_000_000
ABSENT = st.none()
MOMENTS = st.one_of(ABSENT, moments.MOMENTS)
RECORDS = moments.records()


def low(bound: object, none: int) -> int:
    """Give a day as a number; None is before or after every date."""
    return none if bound is None else bound.toordinal()  # type: ignore[attr-defined,no-any-return]


class Known:
    """The four bounds of a When as numbers, and whether a flag makes its start, its end vague."""

    def __init__(self, when: When) -> None:
        self.opens = low(when.start.earliest, EARLY), low(when.start.latest, EARLY)
        self.closes = low(when.end.earliest, LATE), low(when.end.latest, LATE)
        self.vague = when.vague


class Plain:
    """What is asked: the window of the beginning, of the standing, and the day of the check."""

    def __init__(self, since: object, until: object, at: object, checked: When | None) -> None:
        self.began = self.stood = None
        last = LATE if checked is None else low(checked.latest, LATE)
        if since is not None or until is not None:
            first = Known(When.parse(since)) if since is not None else None  # type: ignore[arg-type]
            end = Known(When.parse(until)) if until is not None else None  # type: ignore[arg-type]
            self.began = (
                first.opens[0] if first else EARLY,
                end.closes[1] if end else LATE,
                bool(first and first.vague[0]) or bool(end and end.vague[1]),
                last,
            )
        if at is not None:
            then = Known(When.parse(at))  # type: ignore[arg-type]
            self.stood = (then.opens[0], then.closes[1], any(then.vague), last)

    @property
    def nonsense(self) -> bool:
        return self.began is not None and self.began[0] > self.began[1]

    def judge(self, record: Record) -> str:
        """Say how a record belongs: certain, possible, no, or undated."""
        said = []
        if self.began is not None:
            said.append(began(record, *self.began))
        if self.stood is not None:
            said.append(stood(record, *self.stood))
        for worst in ("no", "undated", "possible"):
            if worst in said:
                return worst
        return "certain"


def began(record: Record, first: int, last: int, vague: bool, checked: int) -> str:
    """Began: can if start.earliest <= u and start.latest >= s; must if it lies inside."""
    if bare(record):
        return "undated"
    seen = [Known(one) for one in record.attested]
    earliest, latest, surely = EARLY, LATE, LATE + 1
    if record.when is not None:
        known = Known(record.when)
        earliest, latest = known.opens
        surely = LATE + 1 if known.vague[0] else latest
    if record.when is None or record.when.start.earliest is None:
        # It began no later than the first sighting.
        latest = min([latest, *(one.closes[1] for one in seen)])
        surely = min([surely, *(one.closes[1] for one in seen if not one.vague[1])])
    if record.when is None:
        # It was signed, or adopted, no later than it was in force.
        force = [Known(one) for one in in_force_from(record)]
        latest = min([latest, *(one.opens[1] for one in force)])
        surely = min([surely, *(one.opens[1] for one in force if not one.vague[0])])
    if not (earliest <= last and latest >= first):
        return "no"
    inside = earliest >= first and surely <= min(last, checked)
    return "certain" if inside and not vague else "possible"


def in_force_from(record: Record) -> tuple[When, ...]:
    """Give what an agreement or a measure without a `when` had begun by."""
    if isinstance(record, Measure):
        return record.applies
    return (record.in_force,) if isinstance(record, Agreement) and record.in_force else ()


def bare(record: Record) -> bool:
    """Tell whether no time of a record is known."""
    return record.when is None and not record.attested and not in_force_from(record)


def spans(record: Record) -> Iterator[tuple[int, int, int, int]]:
    """Give each period: can from, can until, must from, must until."""
    if isinstance(record, Measure):
        for one in record.applies:
            yield of_when(one, ())
    elif isinstance(record, Agreement):
        yield from in_force(record)
    elif record.when is not None:
        yield of_when(record.when, record.attested)
    elif record.attested:
        sure = [Known(one) for one in record.attested if not any(Known(one).vague)]
        yield (
            EARLY,
            LATE,
            min((one.closes[1] for one in sure), default=LATE + 1),
            max((one.opens[0] for one in sure), default=EARLY - 1),
        )


def of_when(when: When, attested: tuple[When, ...]) -> tuple[int, int, int, int]:
    """Of an interval or date: must from start.latest to end.earliest, where no flag is on them."""
    known = Known(when)
    by = LATE + 1 if known.vague[0] else known.opens[1]
    until = EARLY - 1 if known.vague[1] else known.closes[0]
    for one in map(Known, attested):
        if not any(one.vague):
            by, until = min(by, one.closes[1]), max(until, one.opens[0])
    return known.opens[0], known.closes[1], by, until


def in_force(record: Agreement) -> Iterator[tuple[int, int, int, int]]:
    """From in_force until terminated; without in_force never certainly."""
    if record.status == "never_in_force":
        return
    end = Known(record.terminated) if record.terminated else None
    latest = end.closes[1] if end else LATE
    if record.in_force is None:
        if record.when or record.terminated or record.attested:
            first = Known(record.when).opens[0] if record.when else EARLY
            yield first, max(first, latest), LATE + 1, EARLY - 1
        return
    start = Known(record.in_force)
    by = LATE + 1 if start.vague[0] or record.in_force.start.earliest is None else start.opens[1]
    if end is not None:
        until = EARLY - 1 if end.vague[1] else end.closes[0]
    else:
        until = LATE if record.status == "in_force" else EARLY - 1
    yield start.opens[0], max(start.opens[0], latest), by, until


def stood(record: Record, first: int, last: int, vague: bool, checked: int) -> str:
    """Stood: can if start.earliest <= b and end.latest >= a; must if it had begun and not ended."""
    every = list(spans(record))
    if record.when is None and not record.attested and not every:
        return "undated"
    if not any(opens <= last and closes >= first for opens, closes, _, _ in every):
        return "no"
    last = min(last, checked)
    sure = [one for one in every if one[0] <= last and one[1] >= first]
    must = any(by <= last and until >= first for _, _, by, until in sure)
    return "certain" if must and not vague and first <= last else "possible"


def plain(
    records: list[Record], asked: Plain, match: str, undated: bool | None, claims: bool
) -> list[str]:
    """Give the ids that belong, in order."""
    timely = asked.began is not None or asked.stood is not None
    kept = []
    for record in sorted(records, key=lambda one: (one.sort_key, one.id)):
        if record.claimed and not claims:
            continue
        judged = asked.judge(record)
        if not timely:
            judged = "no" if bare(record) and undated is False else "certain"
        elif judged == "undated":
            judged = "possible" if undated else "no"
        if judged == match or (match == "any" and judged != "no"):
            kept.append(record.id)
    return kept


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
def test_the_answers_are_those_of_a_plain_filter(
    records: list[Record],
    since: object,
    until: object,
    at: object,
    match: str,
    undated: bool | None,
    claims: bool,
    checked: str | None,
) -> None:
    asked = Plain(since, until, at, When(checked) if checked else None)
    mine = Relations.of(records, checked=checked)
    keywords = {"since": since, "until": until, "at": at, "undated": undated}
    try:
        found = mine.all(match=match, claims=claims, **keywords)  # type: ignore[arg-type]
    except InvalidDate:
        assert asked.nonsense
        return

    assert not asked.nonsense
    assert plain(records, asked, match, undated, claims) == list(found.ids)
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
