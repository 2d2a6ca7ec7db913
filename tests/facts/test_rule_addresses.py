"""Every source has an http(s) address, and no address stands under two ids."""

from __future__ import annotations

from urllib.parse import urlsplit

import attrs
import pytest

from bynl_relations import InvalidData, relations


def key(address):
    parts = urlsplit(address)
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/"), parts.query


def faults(sources):
    seen = {}
    for source in sources:
        if urlsplit(source.url).scheme not in {"http", "https"}:
            yield f"{source.id}: no http(s) address"
        if not source.url.isascii() or " " in source.url:
            yield f"{source.id}: an address with signs that want to be encoded"
        other = seen.setdefault(key(source.url), source.id)
        if other != source.id:
            yield f"{source.id}: the address of {other}"


def test_doubled_and_odd_addresses_are_found():
    page = relations.source("by-embassy-political-contacts")
    wrong = [
        page,
        attrs.evolve(page, id="copy", url=page.url.replace("http://", "https://www.").rstrip("/")),
        attrs.evolve(page, id="odd", url="https://example.org/Гаага"),
        attrs.evolve(page, id="none", url=""),
    ]

    assert list(faults(wrong)) == [
        "copy: the address of by-embassy-political-contacts",
        "odd: an address with signs that want to be encoded",
        "none: no http(s) address",
    ]


def test_another_scheme_cannot_be_built():
    with pytest.raises(InvalidData, match="http"):
        attrs.evolve(relations.source("wikipedia"), url="ftp://example.org/article")


def test_the_bundled_addresses_are_sound():
    assert list(faults(relations.sources())) == []
