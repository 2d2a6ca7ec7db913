"""Words are read, folded and guessed."""

from __future__ import annotations

import pytest

from bynl_relations import ActorType, Confidence, Scope, Stance, Tier
from bynl_relations._spelling import MANY, fold, nearest, words
from bynl_relations.vocabulary import as_word


@pytest.mark.parametrize("vocabulary", [ActorType, Confidence, Scope, Stance, Tier])
def test_a_word_equals_its_text(vocabulary: type[Scope]) -> None:
    for word in vocabulary:
        assert word == word.value == str(word)
        assert as_word(vocabulary, word.value) is word
        assert as_word(vocabulary, word) is word


def test_what_is_no_word_comes_back() -> None:
    assert as_word(Scope, "cor") == "cor"
    assert as_word(Scope, 5) == 5  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chargé", "charge"),
        ("  The   HAGUE ", "the hague"),
        ("Łukašenka", "lukasenka"),
        ("МІНСК", "мінск"),
        ("Straße", "strasse"),
        ("ŠK", "sk"),
        ("a–b", "a-b"),
    ],
)
def test_case_accents_and_blanks_fold(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(fold(one)) == fold(one)


def test_near_words_are_guessed_and_far_ones_are_not() -> None:
    assert nearest("Sinse", ["since", "until"]) == ("since",)
    assert nearest("zzz", ["since", "until"]) == ()
    assert nearest("since" * 1000, ["since"]) == ()
    assert nearest("", ["since"]) == ()


def test_among_thousands_the_nearest_is_still_found() -> None:
    every = [f"source-{number}" for number in range(5000)] + ["by-embassy-the-hague"]

    assert len(every) > MANY
    assert nearest("by-embasy-the-hague", every, 1) == ("by-embassy-the-hague",)
    assert nearest("source-4321x", every, 1) == ("source-4321",)
    assert nearest("x", every) == ()


def test_long_lists_of_words_are_counted() -> None:
    assert words(["a", "b"]) == "a, b"
    assert words(map(str, range(40))).endswith("29 and 10 more")
