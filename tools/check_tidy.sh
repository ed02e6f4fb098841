#!/bin/sh
# clang-tidy over src and tools, with the compile database of the preset `clang`.
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! find src tools -name '*.c' | LC_ALL=C sort | xargs -P 2 -n 4 clang-tidy --quiet -p build/clang >"$log" 2>/dev/null; then
    cat "$log"
    exit 1
fi
