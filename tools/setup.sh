#!/bin/sh
# Installs what the build or the tests need and this machine does not have: Debian packages, by apt, with sudo when not root.
# Says what and why before it does. Silent when nothing is missing.
#
#   tools/setup.sh build      what `make build` and `make run` need
#   tools/setup.sh test       that, and what `make test`, `make check`, `make sanitize` and `make fuzz` need
#   tools/setup.sh bench      that of build, and what `make bench` needs
set -eu

# group  package               why
packages='
build    gcc                   compiles the program
build    libc6-dev             headers of the C library
build    cmake                 configures the build
build    ninja-build           runs the build
build    pkg-config            finds the libraries below
build    libutf8proc-dev       Unicode data
build    nettle-dev            SHA-256
build    zlib1g-dev            reads .gz
build    libzstd-dev           reads .zst
build    libjson-c-dev         reads JSON
build    libgumbo-dev          reads HTML
test     libcmocka-dev         unit tests
test     bats                  tests of the command line
test     jq                    reads JSON in those tests
test     python3               checks and scorers
test     python3-jsonschema    checks the output against its schema
test     clang                 the second compiler, and libFuzzer
test     libclang-rt-14-dev    sanitizers and libFuzzer of clang
test     clang-format          checks the layout of the code
test     clang-tidy            static analysis
test     valgrind              finds reads of what was never set
bench    libicu-dev            the yardstick that speed is measured against
bench    python3               the scorers
bench    time                  peak memory
'

group=${1:-build}
case $group in
build | test | bench) wanted=$(echo "$packages" | awk -v group="$group" '$1 == "build" || $1 == group { print $2 }') ;;
*)
    echo "usage: tools/setup.sh build|test|bench" >&2
    exit 2
    ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    # Not Debian: the build itself will name what it lacks.
    command -v cmake >/dev/null 2>&1 && command -v ninja >/dev/null 2>&1 && exit 0
    echo "This is no Debian system, so nothing can be installed for you. Isnad needs (names of Debian's packages):" >&2
    echo "$packages" | awk -v group="$group" '$1 == "build" || $1 == group { sub(/^[a-z]+ +/, "  "); print }' >&2
    exit 1
fi

# One call tells all that are there. shellcheck disable=SC2086
have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $wanted 2>/dev/null | awk '$2 == "installed" { print $1 }' || true)
missing=''
for package in $wanted; do
    case "
$have
" in
    *"
$package
"*) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -z "$missing" ] && exit 0

as_root=''
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "Packages are missing, and there is neither root nor sudo to install them. As root, run:" >&2
        echo "  apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing Debian packages that are missing${as_root:+ (with sudo)}:" >&2
for package in $missing; do
    echo "$packages" | awk -v package="$package" '$2 == package { sub(/^[a-z]+ +/, "  "); print; exit }' >&2
done

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o Acquire::Retries=3 "$@" >"$log" 2>&1 </dev/null
}
# shellcheck disable=SC2086
if ! { apt update && apt install --no-install-recommends $missing; }; then
    cat "$log" >&2
    echo "tools/setup.sh: apt could not install:$missing" >&2
    exit 1
fi
