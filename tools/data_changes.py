"""Report in words what changed in the data, for whoever reviews the change.

python tools/data_changes.py                    the working tree against HEAD
python tools/data_changes.py v0.1.0             the working tree against a git revision
python tools/data_changes.py old/ new/          two directories

Each line is a thing that was added (+), removed (-), changed (~) or renamed (=):

+ Event diplomatic-relations: 1992-03-24 Diplomatic relations established; 6 sources, 0 primary
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bynl_relations.model import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parents[1]
DATA = Path("src/bynl_relations/data")
#: What the data holds beside records: the file, and what a row of it is called.
PARTS = {"sources": "source", "actors": "actor", "gaps": "gap", "places": "place"}
Row = dict[str, Any]
LONG = 70
#: The value of a field that the file leaves out.
DEFAULTS: Row = {"confidence": "medium", "scope": "core", "claimed": False, "stance": "supports"}


def in_directory(folder: Path) -> Callable[[str], str | None]:
    """Return a function that reads a file of a directory, or returns None if it is missing."""

    def read(name: str) -> str | None:
        file = folder / name
        return file.read_text("utf-8") if file.is_file() else None

    return read


def in_revision(revision: str) -> Callable[[str], str | None]:
    """Return a function that reads a data file as it was in a git revision."""

    def read(name: str) -> str | None:
        asked = ["git", "show", f"{revision}:{(DATA / name).as_posix()}"]
        done = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
        return done.stdout.decode("utf-8") if done.returncode == 0 else None

    return read


def load(read: Callable[[str], str | None], name: str) -> dict[str, Row]:
    """Return the rows of a file by id; those of places, which have none, by name."""
    text = read(f"{name}.json")
    return {key(row): row for row in json.loads(text)} if text else {}


def key(row: Row) -> str:
    return row["id"] if "id" in row else f"{row['city']}, {row['country']}"


def short(value: object) -> str:
    """Return a value in a few words."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text or "nothing"
    return text if len(text) <= LONG else f"{text[: LONG - 3]}..."


def moment(row: Row) -> str:
    """Return when it was, or when it was seen."""
    if "when" in row:
        return str(row["when"])
    return f"seen {', '.join(row['attested'])}" if "attested" in row else "undated"


def record_line(kind: str, row: Row, sources: dict[str, Row]) -> str:
    """Describe a record in a line, with the number of its sources."""
    cited = {citation["source"] for citation in row["citations"]}
    primary = sum(sources.get(name, {}).get("tier") == "primary" for name in cited)
    marks = [word for word in ("claimed",) if row.get(word)]
    if any(citation.get("stance") in {"contradicts", "denies"} for citation in row["citations"]):
        marks.append("disputed")
    line = (
        f"{kind} {row['id']}: {moment(row)} {row['title']}; {len(cited)} sources, {primary} primary"
    )
    return ", ".join([line, *marks])


def citations(old: Row, new: Row, renamed: dict[str, str]) -> Iterator[str]:
    """Yield which citations were added, removed and changed."""

    def keyed(row: Row, names: dict[str, str]) -> dict[tuple[str, str], Row]:
        found = {}
        for citation in row.get("citations", []):
            name = names.get(citation["source"], citation["source"])
            found[name, citation.get("locator", "")] = citation | {"source": name}
        return found

    before, after = keyed(old, renamed), keyed(new, {})
    for key in after.keys() - before.keys():
        yield f"now cites {' '.join(key).strip()} ({after[key].get('stance', 'supports')})"
    for key in before.keys() - after.keys():
        yield f"no longer cites {' '.join(key).strip()}"
    for key in after.keys() & before.keys():
        for field in ("stance", "asserts", "says"):
            was, is_now = (
                side[key].get(field, DEFAULTS.get(field, "")) for side in (before, after)
            )
            if was != is_now:
                yield f"{key[0]} {field}: {difference(was, is_now)}"


def difference(was: object, is_now: object) -> str:
    """Describe two values; of two long strings only where they differ."""
    if isinstance(was, str) and isinstance(is_now, str) and max(len(was), len(is_now)) > LONG:
        left, right = was.split(), is_now.split()
        pairs = enumerate(zip(left, right, strict=False))
        start = next((n for n, (old, new) in pairs if old != new), min(len(left), len(right)))
        return f"... {short(' '.join(left[start:]))} -> {short(' '.join(right[start:]))}"
    return f"{short(was)} -> {short(is_now)}"


def fields(old: Row, new: Row, skip: Iterable[str] = ()) -> Iterator[str]:
    """Yield which fields changed."""
    for name in (*new, *(name for name in old if name not in new)):
        was, is_now = (row.get(name, DEFAULTS.get(name, "")) for row in (old, new))
        if name not in {"id", *skip} and was != is_now:
            yield f"{name}: {difference(was, is_now)}"


def changes(
    before: Callable[[str], str | None], after: Callable[[str], str | None]
) -> Iterator[str]:
    """Yield every change between two states of the data, a line each."""
    old_sources, sources = load(before, "sources"), load(after, "sources")
    renamed = renamed_sources(old_sources, sources)
    for collection, (_, kind, *_) in COLLECTIONS.items():
        old, new = load(before, collection), load(after, collection)
        for name in sorted(new.keys() - old.keys()):
            yield f"+ {record_line(kind, new[name], sources)}"
        for name in sorted(old.keys() - new.keys()):
            yield f"- {record_line(kind, old[name], old_sources)}"
        for name in sorted(new.keys() & old.keys()):
            changed = [*fields(old[name], new[name], ["citations"])]
            changed += sorted(citations(old[name], new[name], renamed))
            if changed:
                yield f"~ {kind} {name}: {'; '.join(changed)}"
    for was, is_now in renamed.items():
        yield f"= source {was} -> {is_now}"
    for part, label in PARTS.items():
        old, new = load(before, part), load(after, part)
        yield from part_changes(label, old, new, renamed if part == "sources" else {})
    was, is_now = (json.loads(read("dataset.json") or "{}") for read in (before, after))
    if changed := [*fields(was, is_now)]:
        yield f"~ dataset: {'; '.join(changed)}"


def renamed_sources(old: dict[str, Row], new: dict[str, Row]) -> dict[str, str]:
    """Return the new id of each source that is gone while its address stands under another id."""
    new_ids = {new[name]["url"]: name for name in new.keys() - old.keys() if "url" in new[name]}
    return {
        name: new_ids[old[name]["url"]]
        for name in sorted(old.keys() - new.keys())
        if old[name].get("url") in new_ids
    }


def part_changes(
    label: str, old: dict[str, Row], new: dict[str, Row], renamed: dict[str, str]
) -> Iterator[str]:
    """Yield what changed among the rows of a part that holds no records."""
    old = {renamed.get(name, name): row for name, row in old.items()}
    for name in sorted(new.keys() - old.keys()):
        words = (new[name].get(field) for field in ("title", "title_en", "name", "question"))
        yield ": ".join(filter(None, [f"+ {label} {name}", next(filter(None, words), "")]))
    for name in sorted(old.keys() - new.keys()):
        yield f"- {label} {name}"
    for name in sorted(new.keys() & old.keys()):
        if changed := [*fields(old[name], new[name])]:
            yield f"~ {label} {name}: {'; '.join(changed)}"


def main() -> None:
    """Print the changes, or that there are none."""
    parser = argparse.ArgumentParser(description="Report in words what changed in the data.")
    parser.add_argument("old", nargs="?", default="HEAD", help="a git revision or a directory")
    parser.add_argument("new", nargs="?", help="a directory; without it the working tree")
    asked = parser.parse_args()
    old = Path(asked.old)
    before = in_directory(old) if old.is_dir() else in_revision(asked.old)
    if before("dataset.json") is None:
        parser.error(f"{asked.old}: neither a directory nor a git revision with data")
    after = in_directory(Path(asked.new) if asked.new else ROOT / DATA)
    print("\n".join(changes(before, after)) or "No change.")


if __name__ == "__main__":
    main()
