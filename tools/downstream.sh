#!/usr/bin/env bash
# Build the package of tests/downstream, and test it beside a built wheel in a fresh environment.
# Usage: tools/downstream.sh WHEEL [PYTHON]
set -euo pipefail
wheel=$(realpath "${1:?usage: tools/downstream.sh WHEEL [PYTHON]}")
python=${2:-python3}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A copy, so that neither the build nor the tests see the tree around it.
cp -R "$(dirname "$0")/../tests/downstream" "$work/visit-ledger"
"$python" -m venv "$work/venv"
"$work/venv/bin/pip" install -qq "$wheel" "$work/visit-ledger[test]"

cd "$work/visit-ledger"
rm -r src
"$work/venv/bin/python" -m pytest -q
"$work/venv/bin/python" -m mypy -p visit_ledger
"$work/venv/bin/python" -m mypy tests
