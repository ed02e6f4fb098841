#!/bin/sh
# The libraries show the functions that include/isnad.h declares, and nothing else: tools/check_symbols.sh BUILD-DIR
cd "$(dirname "$0")/.." || exit 1
build=${1:-build/release}
wanted=$(mktemp)
trap 'rm -f "$wanted" "$wanted.is"' EXIT
gcc -fsyntax-only -x c -aux-info "$wanted.is" -D_POSIX_C_SOURCE=200809L include/isnad.h || exit 1
sed -n '/isnad\.h:/s/.*[ *]\(isnad_[a-z0-9_]*\) (.*/\1/p' "$wanted.is" | LC_ALL=C sort -u >"$wanted"
failed=0
compare() {
    LC_ALL=C sort -u >"$wanted.is"
    if ! cmp -s "$wanted" "$wanted.is"; then
        echo "$1: shows other names than include/isnad.h declares (<: only declared, >: only shown)"
        diff "$wanted" "$wanted.is" | grep '^[<>]'
        failed=1
    fi
}
nm -D --defined-only "$build/libisnad.so" | awk '$2 != "A" { print $3 }' >"$wanted.so"
compare "$build/libisnad.so" <"$wanted.so"
nm -g --defined-only "$build/libisnad.a" | awk 'NF == 3 { print $3 }' >"$wanted.so"
compare "$build/libisnad.a" <"$wanted.so"
rm -f "$wanted.so"
exit $failed
