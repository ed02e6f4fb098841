#!/bin/sh
# Runs every fuzz target of build/fuzz: tools/fuzz.sh [SECONDS]. Starts from tests/fuzz/corpus/NAME, keeps what it learns in
# build/fuzz/corpus/NAME and findings in build/fuzz/findings. Two targets at a time. Ends with `N passed, N failed`.
cd "$(dirname "$0")/.." || exit 1
seconds=${1:-60}
found=build/fuzz/findings
mkdir -p "$found"
rm -f build/fuzz/fuzz.passed build/fuzz/fuzz.failed
export ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
find build/fuzz/tests -maxdepth 1 -name 'fuzz_*' -type f -perm -u+x | LC_ALL=C sort | xargs -P 2 -I '{}' sh -c '
    target=$1 seconds=$2 found=$3
    name=$(basename "$target" | sed s/^fuzz_//)
    mkdir -p "build/fuzz/corpus/$name"
    set -- "build/fuzz/corpus/$name"
    [ -d "tests/fuzz/corpus/$name" ] && set -- "$@" "tests/fuzz/corpus/$name"
    [ -f "tests/fuzz/$name.dict" ] && set -- "$@" "-dict=tests/fuzz/$name.dict"
    if "$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2560 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$found/$name-" "$@" >"build/fuzz/$name.log" 2>&1 </dev/null; then
        echo "ok      fuzz $name: $(sed -n "s/^stat::number_of_executed_units: *//p" "build/fuzz/$name.log") inputs in $seconds s"
        echo >>build/fuzz/fuzz.passed
    else
        tail -n 60 "build/fuzz/$name.log"
        echo "FAILED  fuzz $name: see build/fuzz/$name.log; the input is in $found"
        echo >>build/fuzz/fuzz.failed
    fi' sh '{}' "$seconds" "$found"
count() { if [ -f "$1" ]; then grep -c '' "$1"; else echo 0; fi; }
passed=$(count build/fuzz/fuzz.passed) failed=$(count build/fuzz/fuzz.failed)
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
