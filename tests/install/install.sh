#!/bin/sh
# Installs into a temporary prefix, then builds and runs examples/count_claims.c against what was installed: by pkg-config, with the
# shared library and with the static one.
set -eu
here=$ISNAD_SOURCE_DIR
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$ISNAD_BUILD_DIR" --prefix "$prefix" >"$prefix/log" || { cat "$prefix/log"; exit 1; }

fail() {
    echo "install: $*"
    (cd "$prefix" && find . -type f -o -type l)
    exit 1
}
pc=$(find "$prefix" -name isnad.pc)
[ -n "$pc" ] || fail "no isnad.pc"
lib=$(dirname "$(dirname "$pc")")
for file in "$prefix/bin/isnad" "$prefix/include/isnad.h" "$lib/libisnad.so" "$lib/libisnad.so.0" "$lib/libisnad.a"; do
    [ -e "$file" ] || fail "no $file"
done
for page in "$here"/docs/man/*.1; do
    [ ! -e "$page" ] || [ -e "$prefix/share/man/man1/$(basename "$page")" ] || fail "no page $(basename "$page")"
done
"$prefix/bin/isnad" --version >/dev/null || fail "bin/isnad --version failed"
case $(readelf -d "$lib/libisnad.so") in
*'[libisnad.so.0]'*) ;;
*) fail "the soname is not libisnad.so.0" ;;
esac

export PKG_CONFIG_PATH="$lib/pkgconfig"
config() { pkg-config "$@" isnad; }
[ "$(config --modversion)" = "$("$prefix/bin/isnad" --version | awk '{ print $2; exit }')" ] || fail "isnad.pc and the program differ in version"

example=$here/examples/count_claims.c
[ -e "$example" ] || { echo "install: examples/count_claims.c is not there yet"; exit 77; }
report=$(find "$here/samples" -type f \( -name '*.txt' -o -name '*.html' \) | LC_ALL=C sort | head -n 1)
# shellcheck disable=SC2046
gcc -std=c17 -Wall -Wextra -Werror -o "$prefix/shared" "$example" $(config --cflags --libs)
LD_LIBRARY_PATH=$lib "$prefix/shared" "$report" >"$prefix/shared.out" || fail "the example failed with the shared library"
[ -s "$prefix/shared.out" ] || fail "the example printed nothing"
# shellcheck disable=SC2046
gcc -std=c17 -o "$prefix/static" "$example" $(config --cflags) "$lib/libisnad.a" $(config --static --libs | sed 's/-lisnad//')
"$prefix/static" "$report" >"$prefix/static.out" || fail "the example failed with the static library"
cmp "$prefix/shared.out" "$prefix/static.out" || fail "the two libraries read differently"
cat "$prefix/shared.out"
