#!/bin/sh
# Rules that a line of awk can hold: files below 600 lines, functions below 80, ASCII outside comments, nothing but src/cli and tools prints or
# exits, header guards after the file's name, no tabs, no trailing blanks.
cd "$(dirname "$0")/.." || exit 1
failed=0
files=$(tools/sources.sh)
# shellcheck disable=SC2086
awk '
    function tell(line, text) { printf "%s:%d: %s\n", FILENAME, line, text; failed = 1 }
    FNR == 1 { start = 0 }
    FNR == 600 { tell(FNR, "the file has 600 lines or more") }
    /\t/ { tell(FNR, "a tab") }
    /[ \t]$/ { tell(FNR, "blanks at the end of the line") }
    /^\{$/ { start = FNR }
    /^\}/ && start {
        if (FNR - start > 80)
            tell(start, "a function of " (FNR - start) " lines; 80 is the most")
        start = 0
    }
    END { exit failed }
' $files || failed=1
# Comments may quote Arabic, code may not: there it is written as escapes, and the codebook holds the rest.
# shellcheck disable=SC2086
LC_ALL=C grep -nP '[^\x00-\x7F]' $(echo "$files" | grep -v '^tests/') | LC_ALL=C grep -vP ':\s*(/?\*|//)|/\*|//' &&
    { echo "^ not ASCII outside a comment"; failed=1; }
find src -name '*.[ch]' -not -path 'src/cli/*' -print0 | LC_ALL=C sort -z | xargs -0 grep -nE \
    '(^|[^_[:alnum:]>.])(printf|puts|putchar|vprintf|perror|exit|_exit|quick_exit)[[:space:]]*\(|[^_[:alnum:]](stdout|stderr)[^_[:alnum:]]' |
    grep -vE ':[0-9]+:[[:space:]]*(/?\*|//)' && { echo "^ only src/cli and tools print or exit"; failed=1; }
for header in $(find include src -name '*.h' | LC_ALL=C sort); do
    guard=$(echo "$header" | sed 's,^src/,,; s,^include/,,' | tr 'a-z/.-' 'A-Z___')
    grep -qx "#ifndef $guard" "$header" && grep -qx "#define $guard" "$header" || { echo "$header:1: the guard is not $guard"; failed=1; }
done
exit $failed
