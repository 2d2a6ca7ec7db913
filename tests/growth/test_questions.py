"""What a question costs does not grow with the dataset: calls and records are counted, not time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bynl_relations import Relations

Task = Callable[[Relations], object]
Count = Callable[[Relations, Task], int]

LENGTHS: dict[str, Task] = {
    "everything": lambda data: len(data.all()),
    "what began": lambda data: len(data.all(since="1003", until="1004")),
    "what stood": lambda data: len(data.all(at="1003-05")),
}
#: Each has the same answer in both datasets.
ANSWERS: dict[str, Callable[[Relations], list[str]]] = {
    "what began": lambda data: list(data.all(since="1003", until="1004").ids),
    "what stood": lambda data: list(data.all(at="1003-05").ids),
    "two conditions": lambda data: list(
        data.all(topic="trade", since="1003-02", until="1003-03").ids
    ),
    "three conditions": lambda data: list(
        data.all(actor="actor-7", topic="trade", since="1003", until="1004").ids
    ),
}


@pytest.mark.parametrize("name", LENGTHS)
def test_a_length_touches_no_record(name: str, large: Relations, touched: Count) -> None:
    assert touched(large, LENGTHS[name]) == 0


@pytest.mark.parametrize("name", LENGTHS)
def test_a_length_takes_as_many_calls_at_any_size(
    name: str, small: Relations, large: Relations, calls: Count
) -> None:
    assert calls(small, LENGTHS[name]) == calls(large, LENGTHS[name])


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_touches_the_records_that_it_gives_alone(
    name: str, small: Relations, large: Relations, touched: Count
) -> None:
    hits = ANSWERS[name](small)

    assert hits
    assert hits == ANSWERS[name](large)
    assert touched(small, ANSWERS[name]) == touched(large, ANSWERS[name]) == len(hits)


@pytest.mark.parametrize("name", ["what began", "what stood"])
def test_an_answer_takes_about_as_many_calls_at_any_size(
    name: str, small: Relations, large: Relations, calls: Count
) -> None:
    # Eight times the records may fill a further bucket or two.
    assert calls(large, ANSWERS[name]) <= 1.5 * calls(small, ANSWERS[name])


def test_the_first_and_a_slice_touch_but_their_records(large: Relations, touched: Count) -> None:
    assert touched(large, lambda data: data.all(since="1003").first()) == 1
    assert touched(large, lambda data: list(data.all(since="1003")[10:15])) == 5


@pytest.mark.parametrize("window", [{"since": "1003"}, {"until": "1009"}, {"at": "1008"}])
def test_the_first_and_a_slice_take_as_many_calls_at_any_size(
    window: dict[str, str], small: Relations, large: Relations, calls: Count
) -> None:
    for look in (
        lambda data: data.all(**window).first(),
        lambda data: list(data.all(**window)[10:15]),
    ):
        # Eight times the records may fill a further bucket or two.
        assert 0 < calls(large, look) <= 1.5 * calls(small, look)


@pytest.mark.parametrize("window", [{"since": "1003"}, {"until": "1009"}, {"at": "1008"}])
def test_the_first_positions_are_those_of_all(window: dict[str, str], large: Relations) -> None:
    whole = large.all(**window).ids  # type: ignore[arg-type]

    for most in (0, 1, 2, 7, 100, len(whole), len(whole) + 1):
        assert whole[:most] == large.all(**window)[:most].ids  # type: ignore[arg-type]
        assert whole[3:most] == large.all(**window)[3:most].ids  # type: ignore[arg-type]
    assert whole[5] == large.all(**window)[5].id  # type: ignore[arg-type]
    with pytest.raises(IndexError, match=f"there are {len(whole)}"):
        large.all(**window)[len(whole)]  # type: ignore[arg-type]


def test_a_record_is_found_by_its_id_without_a_look_at_others(
    large: Relations, touched: Count
) -> None:
    assert touched(large, lambda data: data["event-77"]) == 0


def test_the_counts_see_a_plain_pass(
    small: Relations, large: Relations, touched: Count, calls: Count
) -> None:
    def passed(data: Relations) -> object:
        return [one for one in data.all() if one.when is not None and one.when.span]

    assert touched(large, passed) == 8 * touched(small, passed) == len(large)
    assert calls(large, passed) > 7 * calls(small, passed)
