"""JSON in and out, beside what else reads and writes it."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gc import collect
from importlib.util import find_spec
from tracemalloc import get_traced_memory, reset_peak, start, stop

from bynl_relations import Relations, relations

from . import generated
from .stopwatch import turns
from .table import Row, missing

__all__ = ["rows"]

MIB = 1024 * 1024


def rows(size: int) -> Iterator[Row]:
    """Measure one document: the bundled dataset, and so many invented records."""
    yield from _document("bundled dataset", relations)
    yield from _document(f"{size:,} records", generated.relations(size))
    yield from missing("msgspec", "pydantic")
    yield from _stream(size)


def _document(what: str, data: Relations) -> Iterator[Row]:
    text = data.to_json()
    plain = json.loads(text)
    most = 1 << 33
    assert Relations.from_json(text, max_bytes=most).to_json() == text
    tasks: dict[str, Callable[[], object]] = {
        "loads": lambda: json.loads(text),
        "dumps": lambda: json.dumps(plain),
        "dumps alike": lambda: json.dumps(plain, ensure_ascii=False, indent=2),
        "from_json": lambda: Relations.from_json(text, max_bytes=most),
        "to_json": data.to_json,
    } | _rivals(text, plain)
    times = turns(tasks, 5)
    count = len(data)

    def note(name: str) -> str:
        return f"{times.of(name) / count * 1e6:.1f} us a record"

    yield Row(f"{what}: `from_json`", times.ratio("from_json", "loads"), "x `json.loads`", 7,
              note("from_json"))  # fmt: skip
    yield Row(f"{what}: `to_json`", times.ratio("to_json", "dumps"), "x `json.dumps`", 3,
              note("to_json"))  # fmt: skip
    yield Row(f"{what}: `to_json`", times.ratio("to_json", "dumps alike"),
              "x `json.dumps` of the same text")  # fmt: skip
    for name in tasks:
        if name.startswith(("msgspec", "pydantic")):
            base = "dumps" if "out" in name else "loads"
            yield Row(f"{what}: {name}", times.ratio(name, base), f"x `json.{base}`", None,
                      note(name))  # fmt: skip


def _rivals(text: str, plain: object) -> dict[str, Callable[[], object]]:
    """Return what msgspec and pydantic do with the text: typed events and sources, out again."""
    found: dict[str, Callable[[], object]] = {}
    if find_spec("msgspec"):
        import msgspec

        bare = msgspec.json.Decoder()
        write = msgspec.json.Encoder().encode
        found["msgspec into dicts"] = lambda: bare.decode(text)
        found["msgspec out"] = lambda: write(plain)
        typed = msgspec.json.Decoder(Document)
        found["msgspec into dataclasses"] = lambda: typed.decode(text)
    if find_spec("pydantic"):
        from pydantic import TypeAdapter

        adapter = TypeAdapter(Document)
        found["pydantic into dataclasses"] = lambda: adapter.validate_json(text)
        model = adapter.validate_json(text)
        found["pydantic out"] = lambda: adapter.dump_json(model)
    return found


@dataclass
class Said:
    """A citation as the file has it."""

    source: str
    stance: str = "supports"
    says: str = ""
    locator: str = ""
    asserts: list[dict[str, object]] | None = None


@dataclass
class Fact:
    """A record as the file has it, its common fields typed and no reference resolved."""

    id: str
    title: str
    citations: list[Said]
    summary: str = ""
    when: str | None = None
    attested: list[str] | None = None
    participants: list[dict[str, str]] | None = None
    place: dict[str, str] | None = None
    topics: list[str] | None = None
    confidence: str = "medium"
    claimed: bool = False
    scope: str = "core"
    notes: str = ""


@dataclass
class Document:
    """The collections of a file."""

    actors: list[dict[str, object]]
    sources: list[dict[str, object]]
    events: list[Fact] | None = None
    visits: list[Fact] | None = None
    missions: list[Fact] | None = None
    appointments: list[Fact] | None = None
    agreements: list[Fact] | None = None
    measures: list[Fact] | None = None
    positions: list[Fact] | None = None
    memberships: list[Fact] | None = None
    programmes: list[Fact] | None = None
    statistics: list[Fact] | None = None


def _stream(size: int) -> Iterator[Row]:
    """Measure how much JSON Lines take beyond the records that they give."""
    with tempfile.TemporaryDirectory() as folder:
        data = generated.relations(size)
        data.write(folder)
        bulk = _lines(folder)
        del data
        collect()
        start()
        held = Relations.read(folder, max_bytes=1 << 33)
        now, peak = get_traced_memory()
        yield Row(f"reading {bulk / MIB:.0f} MiB of JSON Lines", (peak - now) / MIB,
                  "MiB above the records", 10, f"the records: {now / MIB:.0f} MiB")  # fmt: skip
        path = os.path.join(folder, "out.jsonl")
        every = held.all(claims=True)
        len(list(every))
        before = get_traced_memory()[0]
        reset_peak()
        every.to_jsonl(path)
        peak = get_traced_memory()[1]
        stop()
        yield Row("writing them with `to_jsonl(path)`", (peak - before) / MIB,
                  "MiB above the records", 10)  # fmt: skip


def _lines(folder: str) -> int:
    """Make JSON Lines of the collections of a directory; give their size."""
    bulk = 0
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        stem = name.removesuffix(".json")
        if name.endswith(".jsonl"):
            bulk += os.path.getsize(path)
        if stem in ("events", "visits", "appointments"):
            with open(path, encoding="utf-8") as file:
                every = json.load(file)
            with open(path + "l", "w", encoding="utf-8") as file:
                file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in every)
            bulk += os.path.getsize(path + "l")
            os.remove(path)
    return bulk
