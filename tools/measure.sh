#!/bin/sh
# Measures the reading on ../shared/bench (or $ISNAD_BENCH) and rewrites the table in docs/quality.md. `make bench` calls it.
#   tools/measure.sh [--no-write] [PROGRAM]
set -eu
cd "$(dirname "$0")/.."
bench=${ISNAD_BENCH:-../shared/bench}
if [ ! -f "$bench/score.py" ]; then
    echo "tools/measure.sh: there is no $bench (set ISNAD_BENCH to the folder of the measures); nothing was measured"
    exit 0
fi
tools/setup.sh bench
python=/usr/bin/python3
[ -x "$python" ] || python=python3
exec "$python" tools/measure.py "$bench" "$@"
