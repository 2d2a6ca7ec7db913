"""Words are folded, and found through the index, as a plain look at every text would."""

from __future__ import annotations

from itertools import pairwise
from math import isclose, log
from unicodedata import combining, normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from bynl_relations import Record, relations
from bynl_relations._spelling import _PLAIN, fold, words_of

RECORDS = list(relations.all())
#: The names of each actor, and the surnames of persons that are nobody's name.
NAMES = {
    actor.id: {tuple(words_of(name)) for name in actor.spellings} for actor in relations.actors()
}
EVERY = {name for names in NAMES.values() for name in names}
SURNAMES = {
    actor.id: {name[at:] for name in NAMES[actor.id] for at in range(1, len(name))} - EVERY
    if actor.type == "person"
    else set()
    for actor in relations.actors()
}


def letters(name: tuple[str, ...]) -> bool:
    """Return whether a name is long enough to stand for an actor."""
    return len(" ".join(name)) >= 3


def bearers(name: tuple[str, ...]) -> set[str]:
    """Return whose name or surname a run of words is."""
    return {one for one in NAMES if name in NAMES[one] | SURNAMES[one]} if letters(name) else set()


def texts(record: Record) -> list[tuple[int, list[list[str]]]]:
    """Return the words of every text of a record, by what they are worth."""
    actors = [part.actor for part in record.actors]
    people = [one for one in actors if one.type == "person"]
    others = [one for one in actors if one.type != "person"]
    own = [
        str(getattr(record, name, "")) for name in ("subject", "exceptions", "stated", "address")
    ]
    acts = [act.number for act in getattr(record, "acts", ())]
    parts = {
        8: [record.title],
        4: [record.id, *record.topics, str(record.place or ""), *(one.name for one in people)],
        3: [record.summary, *own, *acts, *(one.name for one in others)],
        1: [record.notes, record.rationale, *record.references,
            *(citation.says for citation in record.citations),
            *(name for one in actors for name in one.spellings[2:])],
    }  # fmt: skip
    return [(weight, list(map(words_of, said))) for weight, said in parts.items()]


def stands(name: tuple[str, ...], said: list[list[str]]) -> bool:
    """Return whether a run of words stands in one of some texts."""
    return any(
        tuple(words[at : at + len(name)]) == name for words in said for at in range(len(words))
    )


def split(text: str) -> list[tuple[str, ...]]:
    """Split a text into words and names, the longest first."""
    words, found = words_of(text), []
    while words:
        length = max(
            (many for many in range(1, len(words) + 1) if bearers(tuple(words[:many]))), default=1
        )
        found.append(tuple(words[:length]))
        words = words[length:]
    return list(dict.fromkeys(found))


def worth(record: Record, word: tuple[str, ...]) -> int:
    """Return what a word, or a name, is worth in a record; 0 where it is not found."""
    ids, parts = bearers(word), texts(record)
    taking = {part.actor.id: part.actor.type for part in record.actors}
    if ids:
        known = {name for one in ids for name in NAMES[one] | SURNAMES[one] if letters(name)}
        by_bearers: dict[frozenset[str], set[tuple[str, ...]]] = {}
        for name in known:
            if bearers(name) <= ids:
                by_bearers.setdefault(frozenset(bearers(name)), set()).add(name)
        best = 0
        for some, names in by_bearers.items():
            total = 0
            for weight, said in parts:
                present = any(stands(name, said) for name in names)
                own = weight == 4 if "person" in {taking.get(one) for one in some} else weight == 3
                if len(some) == 1 and some & taking.keys() and own:
                    present = True
                total += weight * present
            best = max(best, 5 * total)
    else:
        best = 5 * sum(weight for weight, said in parts if stands(word, said))
    if len(word) == 1 and len(word[0]) >= 3:
        longer = {
            one for _, said in parts for words in said for one in words
            if one.startswith(word[0]) and one != word[0]
        }  # fmt: skip
        for one in longer:
            best = max(best, 3 * sum(weight for weight, said in parts if stands((one,), said)))
    return best


PIECES = st.one_of(
    st.sampled_from(RECORDS).map(lambda record: record.title),
    st.sampled_from(list(relations.actors())).flatmap(
        lambda actor: st.sampled_from(actor.spellings)
    ),
    st.sampled_from(RECORDS).map(lambda record: record.summary[:60]),
    st.sampled_from(["zzz", "й", "a", "é", "ministers", "embass", "by", "visa", "2008/844"]),
)
QUERIES = st.one_of(
    PIECES.map(lambda text: " ".join(text.split()[:2])),
    PIECES.map(lambda text: text[: 1 + len(text) // 4]),
    st.tuples(PIECES, PIECES).map(lambda two: f"{two[0].split()[-1]} {two[1]}"[:40]),
    st.sampled_from(["visa minister", "Lukashenko", "the Netherlands", "Wit-Rusland Nederland"]),
).filter(words_of)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_a_text_is_folded_word_by_word_as_it_is_at_once(text: str) -> None:
    parts = normalize("NFKD", text.casefold().translate(_PLAIN))
    plain = "".join(one for one in parts if not combining(one)).casefold()

    assert " ".join(plain.split()) == fold(text)


@settings(max_examples=8, deadline=None)
@given(QUERIES)
def test_a_search_through_the_index_is_a_search_through_all(text: str) -> None:
    words = split(text)
    table = {record.id: [worth(record, word) for word in words] for record in RECORDS}
    hits = {one: values for one, values in table.items() if all(values)}
    found = relations.search(text)

    assert set(hits) == set(found.ids)
    assert relations.all(text=text).ids == tuple(one for one in table if one in hits)
    counts = [sum(bool(values[at]) for values in table.values()) for at in range(len(words))]
    rare = [log(1 + (len(table) - many + 0.5) / (many + 0.5)) for many in counts]
    scores = [sum(map(float.__mul__, map(float, hits[one]), rare)) for one in found.ids]
    for one, two in pairwise(scores):
        assert one > two or isclose(one, two)
    if not hits:
        told = ", ".join(
            f"{' '.join(w)!r} in {many:,}" for w, many in zip(words, counts, strict=True)
        )
        assert found.hints == (f"no record holds every word: {told}",)
