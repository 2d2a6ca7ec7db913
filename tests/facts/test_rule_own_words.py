"""The data shares no run of eight words with the encyclopedia article that it answers.

The article itself is not kept here: `article_runs.txt` holds a hash of each of its runs.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

LENGTH = 8
#: A proper name that is as long as a run.
NAME = "organization for security and co operation in europe"
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def runs(text):
    words = " ".join(re.findall("[a-z0-9]+", text.lower())).replace(NAME, "osce").split()
    for start in range(len(words) - LENGTH + 1):
        run = " ".join(words[start : start + LENGTH])
        yield blake2b(run.encode(), digest_size=6).hexdigest(), run


def faults(name, text, known):
    for found, run in runs(text):
        if found in known:
            yield f"{name}: {run!r}"


def article_runs():
    return frozenset((HERE / "article_runs.txt").read_text("ascii").split())


def test_a_shared_run_of_eight_words_is_found():
    known = {found for found, _ in runs("The quick brown fox jumps over the lazy dog")}

    assert list(faults("x", "Here, the quick brown FOX jumps: over the lazy cat", known)) == [
        "x: 'the quick brown fox jumps over the lazy'"
    ]
    assert list(faults("x", "a quick brown fox jumps over a lazy dog", known)) == []


def test_the_bundled_texts_are_in_our_own_words(strings):
    known = article_runs()

    assert len(known) > 500
    assert [fault for path, value in strings for fault in faults(path, value, known)] == []


def test_the_pages_are_in_our_own_words():
    known = article_runs()
    pages = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("src/bynl_relations/data/*.md"),
    ]

    assert [
        fault for page in pages for fault in faults(page.name, page.read_text("utf-8"), known)
    ] == []
