#!/bin/sh
# Lists the C files of the project, for the checks.
cd "$(dirname "$0")/.." || exit 1
for folder in include src tools tests examples; do
    [ -d "$folder" ] && find "$folder" -name '*.[ch]' -not -path '*/corpus/*'
done | LC_ALL=C sort
