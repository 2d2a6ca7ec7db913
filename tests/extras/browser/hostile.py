"""Texts that try to run a script, and a dataset that has them in every field that takes a text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeVar

import attrs

from bynl_relations import (
    Assertion,
    Citation,
    InvalidData,
    LegalAct,
    Participant,
    Place,
    Quotation,
    Record,
    Relations,
)
from bynl_relations.model import COLLECTIONS, kind
from bynl_relations.testing import make, make_actor, make_source

T = TypeVar("T")

#: Each calls `pwn()` where it is taken for markup, code or an address.
TEXTS = (
    "<script>pwn()</script>",
    "</script><script>pwn()</script>",
    "</ScRiPt ><script >pwn()</script >",
    "<!--<script>pwn()//--></script>",
    "<!-- --!><img src=x onerror=pwn()>",
    "]]><img src=x onerror=pwn()>",
    "<img src=x onerror=pwn()>",
    "<img src=x onerror='pwn()'",
    "<IMG SRC=x ONERROR=pwn()>",
    "<img/src=x/onerror=pwn()>",
    "<image src=x onerror=pwn()>",
    '"><img src=x onerror=pwn()>',
    "'><img src=x onerror=pwn()>",
    "`><img src=x onerror=pwn()>",
    '" onmouseover="pwn()" autofocus onfocus="pwn()',
    "' autofocus onfocus='pwn()",
    "<svg onload=pwn()>",
    "<svg/onload=pwn()>",
    "<svg><script>pwn()</script></svg>",
    "<svg><animate onbegin=pwn() attributeName=x dur=1s>",
    "<math><mtext></form><img src=x onerror=pwn()>",
    "<body onload=pwn()>",
    "<input autofocus onfocus=pwn()>",
    "<select autofocus onfocus=pwn()>",
    "<details open ontoggle=pwn()>",
    "<video><source onerror=pwn()></video>",
    "<audio src=x onerror=pwn()>",
    "<iframe srcdoc='<script>parent.pwn()</script>'></iframe>",
    "<iframe src=javascript:parent.pwn()></iframe>",
    "<object data=javascript:pwn()>",
    "<a href=javascript:pwn() autofocus>x</a>",
    "javascript:pwn()",
    "</title><script>pwn()</script>",
    "</style><script>pwn()</script>",
    "</textarea><img src=x onerror=pwn()>",
    "</noscript><img src=x onerror=pwn()>",
    "<style>@import 'javascript:pwn()';</style>",
    "&lt;img src=x onerror=pwn()&gt;&#60;script&#62;pwn()",
    "\\u003cscript\\u003epwn()\\u003c/script\\u003e",
    "${pwn()}{{pwn()}}<%=pwn()%> $\\href{javascript:pwn()}{x}$",
)


def filled(made: T, text: str) -> T:
    """Put a text into every field of an object that takes it, alone or in a list."""
    for field in attrs.fields(type(made)):
        if field.init and isinstance(getattr(made, field.name), str | tuple):
            for value in (text, (text,), (("en", text),)):
                try:
                    made = attrs.evolve(made, **{field.name: value})
                except InvalidData:
                    continue
                break
    return made


def filled_fields(made: Any, text: str) -> set[str]:
    """Return the fields of an object in which a text stands."""
    return {name for name, value in attrs.asdict(made, recurse=False).items() if text in str(value)}


def records() -> Iterator[Record]:
    """Make a record of every kind for every text, with it in its actors, sources and citations."""
    for number, text in enumerate(TEXTS):
        actor = filled(make_actor(f"actor-{number}"), text)
        source = filled(make_source(f"source-{number}"), text)
        theirs = Citation(source, "contradicts", asserts=(Assertion("references", (text, "A")),))
        citations = (filled(Citation(source), text), filled(theirs, text))
        for collection in COLLECTIONS:
            cls = kind(collection)
            names = ("participants",) if collection == "events" else cls.who_fields
            many = {name: isinstance(getattr(make(cls), name), tuple) for name in names}
            who: dict[str, Any] = {
                name: (actor,) if several else actor for name, several in many.items()
            }
            if "participants" in who:
                who["participants"] = (filled(Participant(actor), text),)
            if collection == "positions":
                who["quotation"] = filled(Quotation("A", "en", actor), text)
            if collection == "measures":
                who["acts"] = (filled(LegalAct("1", "law"), text),)
            made = make(cls, f"{collection}-{number}", citations=citations, **who)
            where = {name: filled(Place("A", "NL"), text) for name in ("place", "seat")}
            known = {field.name for field in attrs.fields(cls) if field.init}
            where = {name: place for name, place in where.items() if name in known}
            yield filled(attrs.evolve(made, **where), text)


def relations(number: int = 0) -> Relations:
    """Make a dataset of them, in the title, the citation, the words and the gaps of which one stands."""
    text = TEXTS[number]
    document = json.loads(Relations.of(records()).to_json())
    document["dataset"] |= {"title": text, "citation": text, "version": text}
    document["dataset"]["topics"] = {"a-topic": text}
    document["gaps"] = [
        {"id": f"gap-{at}", "question": text, "says": text, "looked_in": [text]}
        for at, text in enumerate(TEXTS)
    ]
    return Relations.from_json(json.dumps(document))
