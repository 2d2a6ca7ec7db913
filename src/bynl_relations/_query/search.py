"""Words in records: an index of folded words, each with what it is worth where it stands.

A run of words that is a name of an actor is one word, found where any of its names stands, in any
script; the names of those who take part in a record are among its texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import chain, pairwise
from math import log
from typing import cast

from .._spelling import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from .._protocols import RecordLike
    from ..actors import Actor

__all__ = ["SHORTEST", "Phrase", "Runs", "Texts", "Word"]

#: What a word is worth in each part of a record: title, then who, where and what, then the
#: summary, then the rest. A word that is only the beginning of what stands there is worth less.
_TITLE, _NAMED, _SUMMARY, _REST = 8, 4, 3, 1
_WHOLE, _BEGUN = 5, 3
#: How many letters a word or name has at least that stands for more than itself.
SHORTEST = 3
#: Stands between two texts, so that no name runs from one into the next.
_BREAK = " _ "
#: The texts of a kind that count as much as the summary.
_OWN = ("subject", "exceptions", "stated", "address", "acts")
#: The weight of a word in a record fills the lower bits of a number, the position the upper.
_BITS, _MASK = 8, 255


class Word:
    """A word that is looked for.

    Attributes:
        text: Its folded letters; of a name, its words with one blank between them.
        ids: The actors whose name it is; empty for any other word.
    """

    __slots__ = ("ids", "text")

    def __init__(self, text: str, ids: frozenset[str] = frozenset()) -> None:
        """Hold the letters, and the actors."""
        self.text = text
        self.ids = ids


class Runs:
    """The names of actors, as runs of folded words.

    Names of fewer than three letters are left out: `BY` is a word of English too.
    """

    def __init__(self, spelled: Mapping[str, Iterable[str]]) -> None:
        """Read the ids of actors by their names and surnames."""
        runs: dict[str, set[str]] = {}
        for name, ids in spelled.items():
            run = " ".join(words_of(name))
            if len(run) >= SHORTEST:
                runs.setdefault(run, set()).update(ids)
        self.ids = {run: frozenset(ids) for run, ids in runs.items()}
        self._longest = max((run.count(" ") + 1 for run in runs), default=1)
        #: The keys of the runs of one word; of longer runs, and how long those are that begin so.
        self._single: dict[str, str] = {}
        self._longer: dict[tuple[str, ...], str] = {}
        self._lengths: dict[tuple[str, ...], set[int]] = {}
        #: The keys of an actor's names, with all who bear each.
        self._keys: dict[str, dict[str, frozenset[str]]] = {}
        for run, bearers in self.ids.items():
            key = "@" + "|".join(sorted(bearers))
            parts = tuple(run.split(" "))
            if len(parts) > 1:
                self._longer[parts] = key
                self._lengths.setdefault(parts[:2], set()).add(len(parts))
            else:
                self._single[run] = key
            for bearer in bearers:
                self._keys.setdefault(bearer, {})[key] = bearers
        self._words = frozenset(self._single)

    def split(self, text: str) -> tuple[Word, ...]:
        """Split a text into words, each once; of names the longest that fits.

        Examples:
            >>> [word.text for word in Runs({"Wit-Rusland": ["BY"]}).split("wit rusland Wit")]
            ['wit rusland', 'wit']
        """
        parts, at = words_of(text), 0
        found: dict[str, Word] = {}
        while at < len(parts):
            length = min(self._longest, len(parts) - at)
            while length > 1 and " ".join(parts[at : at + length]) not in self.ids:
                length -= 1
            run = " ".join(parts[at : at + length])
            found.setdefault(run, Word(run, self.ids.get(run, frozenset())))
            at += length
        return tuple(found.values())

    def keys(self, ids: frozenset[str]) -> set[str]:
        """Return the keys of the names that nobody but some actors bears."""
        known = chain.from_iterable(self._keys.get(key, {}).items() for key in ids)
        return {key for key, bearers in known if bearers <= ids}

    def words(self, text: str) -> set[str]:
        """Return the words of a text, and the keys of the names that stand in it."""
        parts = words_of(text)
        found = set(parts)
        named = [self._single[word] for word in found & self._words]
        for at, pair in enumerate(pairwise(parts)):
            for length in self._lengths.get(pair, ()):
                key = self._longer.get(tuple(parts[at : at + length]))
                if key is not None:
                    named.append(key)
        found.update(named)
        found.discard("_")
        return found


class Phrase:
    """What is looked for: words that have to be there all."""

    __slots__ = ("runs", "words")

    def __init__(self, text: str, runs: Runs) -> None:
        """Split the text; one without words has none."""
        self.runs = runs
        self.words = runs.split(text)

    def beside(self, other: Phrase | None) -> Phrase:
        """Return the words of this and of another."""
        both = Phrase("", self.runs)
        both.words = self.words if other is None else (*self.words, *other.words)
        return both


class Texts:
    """The words of records, each with the records that hold it and what it is worth there."""

    def __init__(self, records: Sequence[RecordLike], runs: Runs) -> None:
        """Read every text of the records."""
        from array import array
        from functools import partial

        self._count = len(records)
        self._runs = runs
        postings: dict[str, array[int]] = defaultdict(partial(array, "I"))
        actors: dict[str, tuple[set[str], set[str]]] = {}
        for position, record in enumerate(records):
            place = position << _BITS
            for word, weight in self._weights(record, actors).items():
                postings[word].append(place | weight)
        self._postings = dict(postings)
        self._vocabulary = sorted(postings)

    def _weights(
        self, record: RecordLike, actors: dict[str, tuple[set[str], set[str]]]
    ) -> dict[str, int]:
        """Return what each word of a record is worth: each part counts it once."""
        words = self._runs.words
        parts = [(_TITLE, words(record.title)), (_NAMED, words(_named(record)))]
        parts += [(_SUMMARY, words(_summary(record))), (_REST, words(_rest(record)))]
        for actor in record._acting():
            names = actors.get(actor.id)
            if names is None:
                names = actors[actor.id] = self._names(actor)
            parts[1 if actor.type == "person" else 2][1].update(names[0])
            parts[3][1].update(names[1])
        weights = dict.fromkeys(parts[3][1], _REST)
        for weight, found in parts[:3]:
            for word in found:
                weights[word] = weights.get(word, 0) + weight
        return weights

    def _names(self, actor: Actor) -> tuple[set[str], set[str]]:
        """Return the words of an actor's English name, and of its other names."""
        first = self._runs.words(actor.name)
        # Who takes part is found by any of its names, as if that stood in the English one.
        first |= self._runs.keys(frozenset((actor.id,)))
        return first, self._runs.words(_BREAK.join(actor.spellings[2:]))

    def count(self, word: Word) -> int:
        """Count the records that hold a word."""
        return len(self._held(word))

    def matching(self, words: Sequence[Word]) -> Sequence[int]:
        """Return the positions of the records that hold every word, in order."""
        lists = [self._held(word) for word in words]
        if len(lists) == 1:
            return sorted(lists[0])
        lists.sort(key=len)
        return sorted(set(lists[0]).intersection(*lists[1:]))

    def rank(self, words: Sequence[Word], among: Collection[int] | None = None) -> list[int]:
        """Find the records that hold every word, the best first.

        Args:
            words: What is looked for. What is rare counts more than what is common.
            among: The positions that may be found; None for all.

        Returns:
            Positions; what is worth the same stays in the order of the records.
        """
        alone = self._alone(words[0]) if len(words) == 1 and among is None else None
        if alone is not None:
            best = sorted(alone, key=_MASK.__and__, reverse=True)
            return [number >> _BITS for number in best]
        values = [self._values(word) for word in words]
        rare = [self._rarity(len(found)) for found in values]
        least = min(values, key=len)
        positions = set(least).intersection(*(found for found in values if found is not least))
        if among is not None:
            positions.intersection_update(among)
        worth: dict[int, float] = dict.fromkeys(sorted(positions), 0.0)
        for found, rarity in zip(values, rare, strict=True):
            for position in worth:
                worth[position] += found[position] * rarity
        return sorted(worth, key=worth.__getitem__, reverse=True)

    def _rarity(self, many: int) -> float:
        """Return how much a word counts that so many records hold; next to nothing for all."""
        return log(1 + (self._count - many + 0.5) / (many + 0.5))

    def _alone(self, word: Word) -> array[int] | None:
        """Return the list of a word that has but one; None where there are several."""
        lists = list(self._lists(word))
        return lists[0][0] if len(lists) == 1 else None

    def _held(self, word: Word) -> Collection[int]:
        """Return the positions of the records that hold a word, each once."""
        alone = self._alone(word)
        if alone is not None:
            return [number >> _BITS for number in alone]
        return {number >> _BITS for posting, _ in self._lists(word) for number in posting}

    def _values(self, word: Word) -> dict[int, int]:
        """Return what a word is worth, by position: the best of what it stands for."""
        values: dict[int, int] = {}
        get = values.get
        for posting, factor in self._lists(word):
            if not values:
                values.update({number >> _BITS: (number & _MASK) * factor for number in posting})
                continue
            for number in posting:
                position, worth = number >> _BITS, (number & _MASK) * factor
                if worth > get(position, 0):
                    values[position] = worth
        return values

    def _lists(self, word: Word) -> Iterator[tuple[array[int], int]]:
        """Yield the lists of a word: itself, its names, and what it begins, with their factor."""
        postings, text = self._postings, word.text
        exact = self._runs.keys(word.ids) if word.ids else {text}
        for key in sorted(exact):
            if key in postings:
                yield postings[key], _WHOLE
        if len(text) < SHORTEST or " " in text:
            return
        first = bisect_left(self._vocabulary, text)
        for begun in self._vocabulary[first : bisect_left(self._vocabulary, f"{text}\U0010ffff")]:
            if begun != text:
                yield postings[begun], _BEGUN


def _named(record: RecordLike) -> str:
    place = "" if record.place is None else str(record.place)
    return _BREAK.join((record.id, *record.topics, place))


def _summary(record: RecordLike) -> str:
    texts = [record.summary]
    for name in _OWN:
        value: object = getattr(record, name, "")
        texts += map(str, cast("tuple[object, ...]", value) if name == "acts" else (value,))
    return _BREAK.join(texts)


def _rest(record: RecordLike) -> str:
    says = [citation.says for citation in record.citations]
    return _BREAK.join((*record.references, record.notes, record.rationale, *says))
