"""Tell in words what changed in the data, for whoever reviews the change.

python tools/data_changes.py                    the working tree against HEAD
python tools/data_changes.py v0.1.0             the working tree against a git revision
python tools/data_changes.py old/ new/          two directories

Each line is a thing that came (+), went (-), changed (~) or was renamed (=):

+ Event diplomatic-relations: 1992-03-24 Diplomatic relations established; 6 sources, 0 primary
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).parents[1]
DATA = Path("src/bynl_relations/data")
COLLECTIONS = {
    "events": "Event",
    "visits": "Visit",
    "missions": "Mission",
    "appointments": "Appointment",
    "agreements": "Agreement",
    "measures": "Measure",
    "positions": "Position",
    "memberships": "Membership",
    "programmes": "Programme",
    "statistics": "Statistic",
}
Row = dict[str, Any]
LONG = 70
#: What a field holds where the file leaves it out.
DEFAULTS: Row = {"confidence": "medium", "scope": "core", "claimed": False, "stance": "supports"}


def in_directory(folder: Path) -> Callable[[str], str | None]:
    """Give a reader of the files in a directory; None where a file is missing."""

    def read(name: str) -> str | None:
        file = folder / name
        return file.read_text("utf-8") if file.is_file() else None

    return read


def in_revision(revision: str) -> Callable[[str], str | None]:
    """Give a reader of the data files as they stood in a git revision."""

    def read(name: str) -> str | None:
        asked = ["git", "show", f"{revision}:{(DATA / name).as_posix()}"]
        done = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
        return done.stdout.decode("utf-8") if done.returncode == 0 else None

    return read


def load(read: Callable[[str], str | None], name: str) -> dict[str, Row]:
    """Give the rows of a file by id."""
    text = read(f"{name}.json")
    return {row["id"]: row for row in json.loads(text)} if text else {}


def short(value: object) -> str:
    """Give a value in a few words."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text or "nothing"
    return text if len(text) <= LONG else f"{text[: LONG - 3]}..."


def moment(row: Row) -> str:
    """Say when, or when it was seen."""
    if "when" in row:
        return str(row["when"])
    return f"seen {', '.join(row['attested'])}" if "attested" in row else "undated"


def record_line(kind: str, row: Row, sources: dict[str, Row]) -> str:
    """Tell a record in a line, with the number of its sources."""
    cited = {one["source"] for one in row["citations"]}
    primary = sum(sources.get(name, {}).get("tier") == "primary" for name in cited)
    marks = [word for word in ("claimed",) if row.get(word)]
    if any(one.get("stance") in {"contradicts", "denies"} for one in row["citations"]):
        marks.append("disputed")
    told = (
        f"{kind} {row['id']}: {moment(row)} {row['title']}; {len(cited)} sources, {primary} primary"
    )
    return ", ".join([told, *marks])


def citations(old: Row, new: Row, renamed: dict[str, str]) -> Iterator[str]:
    """Tell which citations came, went and changed."""

    def keyed(row: Row, names: dict[str, str]) -> dict[tuple[str, str], Row]:
        found = {}
        for one in row.get("citations", []):
            name = names.get(one["source"], one["source"])
            found[name, one.get("locator", "")] = one | {"source": name}
        return found

    before, after = keyed(old, renamed), keyed(new, {})
    for key in after.keys() - before.keys():
        yield f"now cites {' '.join(key).strip()} ({after[key].get('stance', 'supports')})"
    for key in before.keys() - after.keys():
        yield f"no longer cites {' '.join(key).strip()}"
    for key in after.keys() & before.keys():
        for field in ("stance", "asserts", "says"):
            was, is_now = (one[key].get(field, DEFAULTS.get(field, "")) for one in (before, after))
            if was != is_now:
                yield f"{key[0]} {field}: {difference(was, is_now)}"


def difference(was: object, is_now: object) -> str:
    """Tell two values; of two long texts only where they differ."""
    if isinstance(was, str) and isinstance(is_now, str) and max(len(was), len(is_now)) > LONG:
        left, right = was.split(), is_now.split()
        pairs = enumerate(zip(left, right, strict=False))
        start = next((n for n, (old, new) in pairs if old != new), min(len(left), len(right)))
        return f"... {short(' '.join(left[start:]))} -> {short(' '.join(right[start:]))}"
    return f"{short(was)} -> {short(is_now)}"


def fields(old: Row, new: Row, skip: Iterable[str] = ()) -> Iterator[str]:
    """Tell which fields changed."""
    for name in (*new, *(name for name in old if name not in new)):
        was, is_now = (row.get(name, DEFAULTS.get(name, "")) for row in (old, new))
        if name not in {"id", *skip} and was != is_now:
            yield f"{name}: {difference(was, is_now)}"


def changes(
    before: Callable[[str], str | None], after: Callable[[str], str | None]
) -> Iterator[str]:
    """Tell every change between two states of the data, a line each."""
    old_sources, sources = load(before, "sources"), load(after, "sources")
    fresh = sources.keys() - old_sources.keys()
    came = {sources[name]["url"]: name for name in fresh if "url" in sources[name]}
    renamed = {
        name: came[old_sources[name]["url"]]
        for name in sorted(old_sources.keys() - sources.keys())
        if old_sources[name].get("url") in came
    }
    for collection, kind in COLLECTIONS.items():
        old, new = load(before, collection), load(after, collection)
        for name in sorted(new.keys() - old.keys()):
            yield f"+ {record_line(kind, new[name], sources)}"
        for name in sorted(old.keys() - new.keys()):
            yield f"- {record_line(kind, old[name], old_sources)}"
        for name in sorted(new.keys() & old.keys()):
            told = [*fields(old[name], new[name], ["citations"])]
            told += sorted(citations(old[name], new[name], renamed))
            if told:
                yield f"~ {kind} {name}: {'; '.join(told)}"
    for was, is_now in renamed.items():
        yield f"= source {was} -> {is_now}"
    for part, label in (("sources", "source"), ("actors", "actor")):
        old, new = load(before, part), load(after, part)
        for name in sorted(new.keys() - old.keys() - set(renamed.values())):
            yield f"+ {label} {name}: {new[name].get('title') or new[name].get('name')}"
        for name in sorted(old.keys() - new.keys() - renamed.keys()):
            yield f"- {label} {name}"
        for name in sorted(new):
            same = next((was for was, is_now in renamed.items() if is_now == name), name)
            if part == "actors":
                same = name
            if same in old and (told := [*fields(old[same], new[name])]):
                yield f"~ {label} {name}: {'; '.join(told)}"
    was, is_now = (json.loads(read("dataset.json") or "{}") for read in (before, after))
    if told := [*fields(was, is_now)]:
        yield f"~ dataset: {'; '.join(told)}"


def main() -> None:
    """Print the changes, or that there are none."""
    parser = argparse.ArgumentParser(description="Tell in words what changed in the data.")
    parser.add_argument("old", nargs="?", default="HEAD", help="a git revision or a directory")
    parser.add_argument("new", nargs="?", help="a directory; without it the working tree")
    asked = parser.parse_args()
    old = Path(asked.old)
    before = in_directory(old) if old.is_dir() else in_revision(asked.old)
    if before("dataset.json") is None:
        parser.error(f"{asked.old}: neither a directory nor a git revision with data")
    told = list(changes(before, in_directory(Path(asked.new) if asked.new else ROOT / DATA)))
    print("\n".join(told) or "No change.")


if __name__ == "__main__":
    main()
