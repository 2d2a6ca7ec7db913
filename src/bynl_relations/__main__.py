"""`python -m bynl_relations`: the same as the command `bynl-relations`."""

from __future__ import annotations

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
