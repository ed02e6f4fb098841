#!/bin/sh
# Under valgrind the program reads the samples and the text of every case: nothing it decides on may be a value that nobody has set.
# The sanitizers do not see such a value unless it happens to be an impossible one.
set -eu
cd "$ISNAD_SOURCE_DIR"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for command in read mentions; do
    if ! valgrind -q --error-exitcode=9 --track-origins=yes --log-file="$log" "$ISNAD" "$command" --json samples tests/cases >"$log.out"; then
        cat "$log"
        rm -f "$log.out"
        exit 1
    fi
    echo "$command: $(wc -l <"$log.out") lines"
    rm -f "$log.out"
done
