"""A question in words, how it is asked here, and the answer that the sources give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


class Ask(NamedTuple):
    """A question, its answer, and the query that has to give this answer."""

    text: str
    answer: object
    query: Callable[[], object]


def each(questions: list[Ask]) -> pytest.MarkDecorator:
    """Make one test of each question; none is asked twice."""
    assert len({question.text for question in questions}) == len(questions)
    return pytest.mark.parametrize("question", questions, ids=lambda question: question.text)


def figures(records: object) -> dict[str, object]:
    """Return the period and the number of each statistic; a range as a pair."""
    return {
        str(figure.when): figure.low if figure.low == figure.high else (figure.low, figure.high)
        for figure in records
    }


def roles(record: object) -> dict[str, str]:
    """Return the role of each participant by the id of the actor."""
    return {part.actor.id: part.role for part in record.participants}
