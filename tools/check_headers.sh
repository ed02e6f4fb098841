#!/bin/sh
# Every header compiles on its own: tools/check_headers.sh BUILD-DIR (for the generated ontology.h).
cd "$(dirname "$0")/.." || exit 1
gen=${1:-build/release}/gen
flags="-std=c17 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Werror -Wno-unused-function -fsyntax-only -Iinclude -Isrc -I$gen"
find include src -name '*.h' | LC_ALL=C sort | xargs -P 2 -I '{}' sh -c '
    inner=$(echo "$1" | sed "s,^src/,,; s,^include/,,")
    printf "#include \"%s\"\n#include \"%s\"\nextern int unused;\n" "$inner" "$inner" | gcc '"$flags"' -x c -' sh '{}' || exit 1
