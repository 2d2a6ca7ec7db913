"""Write the bundled data, or a directory of your own, in canonical form.

python tools/write_data.py              the bundled data
python tools/write_data.py folder/      another dataset
"""

from __future__ import annotations

import sys
from pathlib import Path

from bynl_relations import InvalidData, Relations

DATA = Path(__file__).parents[1] / "src" / "bynl_relations" / "data"


def main() -> int:
    """Read with every check, write, and say what was written."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    try:
        held = Relations.read(folder)
    except InvalidData as error:
        print(error)
        return 1
    held.write(folder)
    print(f"{len(held)} records written to {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
