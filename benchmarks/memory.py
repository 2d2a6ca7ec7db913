"""What the bundled dataset holds in memory, beside the same data as plain dicts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from .startup import environment
from .table import Row

__all__ = ["rows"]

#: In a process of its own. Each is made twice and the second is measured, so that modules and
#: the tables of classes are made before.
MEASURE = """
import gc, json, tracemalloc
from importlib.resources import files
from bynl_relations._dataset.bundled import Bundled
from bynl_relations.model import COLLECTIONS

def ours():
    holdings = Bundled()
    for record in holdings.every():
        record.citations, record.actors
    return holdings, holdings.dataset, holdings.actors, holdings.sources

def rows():
    folder = files("bynl_relations") / "data"
    parts = ("dataset", "actors", "sources", *COLLECTIONS)
    return [json.loads((folder / f"{name}.json").read_bytes()) for name in parts]

def records():
    return json.loads(json.dumps([one.to_dict() for one in held.every()]))

def grown(make):
    make()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    made = make()
    gc.collect()
    return tracemalloc.get_traced_memory()[0] - before

held = ours()[0]
tracemalloc.start()
print(json.dumps([grown(ours), grown(rows), grown(records)]))
"""


def rows() -> Iterator[Row]:
    """Measure by tracemalloc; every part that is built lazily is made to be built."""
    ran = subprocess.run([sys.executable, "-c", MEASURE], check=True, capture_output=True,
                         text=True, env=environment())  # fmt: skip
    ours, plain, whole = json.loads(ran.stdout)
    note = f"{ours / 1e6:.2f} MB against"
    yield Row("the bundled dataset, loaded", ours / plain, "x its files as dicts", 0.6,
              f"{note} {plain / 1e6:.2f} MB")  # fmt: skip
    yield Row("the bundled dataset, loaded", ours / whole, "x its records as dicts", 0.6,
              f"{note} {whole / 1e6:.2f} MB")  # fmt: skip
