"""A source has a kind; its title is as printed, and ours stands apart, in English."""

from __future__ import annotations

import re
from itertools import combinations

import attrs

from bynl_relations import relations

#: Copies of texts whose kind cannot be told.
UNKNOWN = re.compile(r"wordscope|yumpu")
#: Names that are the same in every language.
NAMES = re.compile(r"FAQ|blog|^(Home|Belarus|BySol)$|Stichting|syabar|Dossier", re.IGNORECASE)


def faults(sources):
    for source in sources:
        if source.kind is None and not UNKNOWN.search(source.id):
            yield f"{source.id}: no kind"
        if source.title.startswith("(") or "rendered from" in source.title:
            yield f"{source.id}: a title that we made up: {source.title!r}"
        foreign = source.language.split("-")[0] != "en"
        if foreign and not source.title_en and not NAMES.search(source.title):
            yield f"{source.id}: no English title for {source.title!r}"
        if re.search(r"\(", source.publisher):
            yield f"{source.id}: its publisher is more than a name: {source.publisher!r}"
    for first, second in combinations(sources, 2):
        same = first.title and first.title == second.title and len(first.title.split()) > 3
        if same and first.voice != second.voice and first.published == second.published:
            yield f"{first.id} and {second.id}: one text, two voices"


def test_poor_titles_are_found():
    page = relations.source("by-embassy-political-contacts")
    wrong = [
        attrs.evolve(page, id="first", kind=None),
        attrs.evolve(page, id="second", title="(Results of the visit)"),
        attrs.evolve(page, id="third", title="Betrekkingen", language="nl"),
        attrs.evolve(page, id="fourth", publisher="BelTA (mirror)"),
    ]

    assert list(faults(wrong)) == [
        "first: no kind",
        "second: a title that we made up: '(Results of the visit)'",
        "third: no English title for 'Betrekkingen'",
        "fourth: its publisher is more than a name: 'BelTA (mirror)'",
    ]


def test_one_text_with_two_voices_is_found():
    page = relations.source("nu-nl-eindhoven-hijst-rood-witte-vlag-belarus")
    other = attrs.evolve(page, id="another", voice="another")

    assert list(faults([page, other])) == [f"{page.id} and another: one text, two voices"]


def test_no_two_bundled_sources_have_one_address():
    def address(source):
        return (
            re.sub(r"^https?://(www\.|m\.)?|[?#].*$|/$", "", source.url)
            if "?" not in source.url
            else source.url
        )

    seen = [address(source) for source in relations.sources()]

    assert sorted(set(seen)) == sorted(seen)


def test_the_bundled_titles_are_told():
    assert list(faults(relations.sources())) == []
