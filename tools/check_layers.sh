#!/bin/sh
# A folder of src includes only folders above it in src/LAYERS; file names are unique; includes name the folder.
cd "$(dirname "$0")/.." || exit 1
failed=0
for folder in src/*/; do
    name=$(basename "$folder")
    grep -qx "$name" src/LAYERS || { echo "src/LAYERS: does not name the folder $name"; failed=1; }
done
# shellcheck disable=SC2046
awk '
    NR == FNR { order[$1] = FNR; next }
    /^[ \t]*#[ \t]*include[ \t]*"/ {
        split(FILENAME, path, "/")
        match($0, /"[^"]*"/)
        header = substr($0, RSTART + 1, RLENGTH - 2)
        if (header == "isnad.h" || header == "ontology.h")
            next
        if (split(header, part, "/") != 2 || !(part[1] in order)) {
            printf "%s:%d: \"%s\" is not FOLDER/FILE.h of a layer\n", FILENAME, FNR, header
            failed = 1
        } else if (order[part[1]] > order[path[2]]) {
            printf "%s:%d: %s includes %s, which src/LAYERS puts below it\n", FILENAME, FNR, path[2], header
            failed = 1
        }
    }
    END { exit failed }
' src/LAYERS $(find src -name '*.[ch]' | LC_ALL=C sort) || failed=1
twice=$(find src -name '*.[ch]' | sed 's,.*/,,' | sort | uniq -d)
for name in $twice; do
    echo "file names are unique, but there are:" $(find src -name "$name")
    failed=1
done
exit $failed
