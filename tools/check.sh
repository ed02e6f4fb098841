#!/bin/sh
# All static checks. Ends with `N passed, N failed`.
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0
run() {
    if "$@"; then
        passed=$((passed + 1))
        echo "ok      $*"
    else
        failed=$((failed + 1))
        echo "FAILED  $*"
    fi
}
run tools/build.sh release
run tools/check_layers.sh
run tools/check_source.sh
run tools/check_headers.sh build/release
run tools/check_format.sh
run tools/check_symbols.sh build/release
run tools/build.sh clang
run tools/check_tidy.sh
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
