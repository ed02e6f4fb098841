#!/bin/sh
# Configures (once, and again when the packages of the tests came since) and builds a preset of CMakePresets.json:
#   tools/build.sh PRESET [TARGET...]
# The first build of the release is made twice: once to count which ways the reading of samples/ takes, then for these. That makes it some
# percent faster. Counts are of one thread and so always the same.
set -eu
cd "$(dirname "$0")/.."
preset=$1
shift
quiet=--quiet
[ -t 1 ] && quiet=

configure() {
    log=$(mktemp)
    if ! cmake --preset "$preset" --log-level=WARNING "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log" "build/$preset/CMakeCache.txt"
        exit 1
    fi
    rm -f "$log"
}

# shellcheck disable=SC2086
count() {
    configure -DISNAD_PROFILE=GENERATE
    ninja $quiet -C "build/$preset" isnad
    "build/$preset/isnad" read --json --jobs 1 samples >/dev/null
}

if [ ! -f "build/$preset/build.ninja" ]; then
    if [ "$preset" = release ]; then
        count
        configure -DISNAD_PROFILE=USE
    else
        configure
    fi
elif [ ! -d "build/$preset/tests" ] && pkg-config --exists cmocka; then
    configure
fi
# shellcheck disable=SC2086
exec ninja $quiet -C "build/$preset" "$@"
