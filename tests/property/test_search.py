"""Words are folded, and found through the index, as a plain look at every text would."""

from __future__ import annotations

from unicodedata import combining, normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from bynl_relations import relations
from bynl_relations._query.search import rank, spoken, tokens
from bynl_relations._spelling import _PLAIN, fold

INDEX = relations._index("all").without_claims
WORDS = sorted({word for record in INDEX.records for word in spoken(record)})
QUERIES = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(lambda word: word[: 1 + len(word) // 2]),
        st.sampled_from(["zzz", "й", "a", "é", "ministers"]),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_a_text_is_folded_word_by_word_as_it_is_at_once(text: str) -> None:
    parts = normalize("NFKD", text.casefold().translate(_PLAIN))
    plain = "".join(one for one in parts if not combining(one)).casefold()

    assert " ".join(plain.split()) == fold(text)


@settings(max_examples=25, deadline=None)
@given(QUERIES)
def test_a_search_through_the_index_is_a_search_through_all(text: str) -> None:
    assert rank(INDEX.records, text) == rank(INDEX.records, text, INDEX.beginning(tokens(text)))
