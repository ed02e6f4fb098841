#!/bin/sh
# Configures (once, and again when the packages of the tests came since) and builds a preset of CMakePresets.json:
#   tools/build.sh PRESET [TARGET...]
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
if [ ! -f "build/$preset/build.ninja" ] || { [ ! -d "build/$preset/tests" ] && pkg-config --exists cmocka; }; then
    log=$(mktemp)
    if ! cmake --preset "$preset" --log-level=WARNING >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log" "build/$preset/CMakeCache.txt"
        exit 1
    fi
    rm -f "$log"
fi
quiet=--quiet
[ -t 1 ] && quiet=
# shellcheck disable=SC2086
exec ninja $quiet -C "build/$preset" "$@"
