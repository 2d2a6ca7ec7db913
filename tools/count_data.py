"""Print how many records, sources and citations the bundled data holds, by every heading.

python tools/count_data.py
"""

from __future__ import annotations

from bynl_relations import relations

MOST = 12


def main() -> None:
    """Print a line a heading, the largest counts first."""
    print(f"{relations.title}, data version {relations.version}: {len(relations)} records")
    print(f"{len(relations.sources())} sources, {len(relations.actors())} actors")
    for heading, counts in relations.describe().items():
        told = [f"{word} {count}" for word, count in counts.items()]
        rest = f", and {len(told) - MOST} more" if len(told) > MOST else ""
        print(f"{heading}: {', '.join(told[:MOST])}{rest}")


if __name__ == "__main__":
    main()
