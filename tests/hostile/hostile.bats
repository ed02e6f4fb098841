#!/usr/bin/env bats
# Input that means harm or makes no sense: a clear message with file and byte, the rest is read, memory and time stay bounded
# (src/base/limits.h). All of it takes less than a minute.
load ../cli/common

good='{"doc":"good","text":"قصف الجيش بلدة دوما."}'

# bounded MEGABYTES STATUS ARGUMENT...: runs the program as run2 does, and holds it to the resident memory. The sanitizers take more.
bounded() {
    local most=$1 status=$2
    shift 2
    if ldd "$ISNAD" | grep -q asan; then most=$((most * 10)); fi
    run2 "$status" python3 -c '
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
with open("peak", "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024))
sys.exit(code if code >= 0 else 128 - code)' "$ISNAD" "$@"
    [ "$(cat peak)" -le "$most" ] || { echo "$(cat peak) MB, more than $most"; return 1; }
}

# The two good reports around what is hostile were read, and nothing else.
both_read() {
    [ "$(echo "$out" | grep -c '"doc_name":"good"')" -eq 2 ] || { echo "$out" | cut -c1-200; echo "$err"; return 1; }
    [ "$(echo "$out" | wc -l)" -eq 2 ]
}

@test "a text of 1 GB in one line: left out, in little memory" {
    bounded 160 1 read --json - < <(head -c 1G /dev/zero | tr '\0' a)
    has "$err" "isnad: -: larger than 67108864 bytes"
    [ -z "$out" ]
}

@test "a line of 1 GB between two reports of JSON Lines: both are read" {
    bounded 160 1 read --json - < <(echo "$good"; printf '{"text":"'; head -c 1G /dev/zero | tr '\0' a; echo '"}'; echo "$good")
    both_read
    has "$err" "isnad: -: byte $(echo "$good" | wc -c): a line longer than 33554432 bytes"
}

@test "bombs of gzip and zstd: left out, and the file behind them is read" {
    mkdir d
    head -c 300M /dev/zero | gzip -1 >d/a.txt.gz
    head -c 2G /dev/zero | zstd -q -1 >d/b.txt.zst
    head -c 2G /dev/zero | zstd -q -1 >d/c.jsonl.zst
    echo 'قصف الجيش بلدة دوما.' >d/d.txt
    bounded 160 1 read --json d
    has "$err" "isnad: d/a.txt.gz: larger than 67108864 bytes"
    has "$err" "isnad: d/b.txt.zst: "
    has "$err" "isnad: d/c.jsonl.zst: byte "
    has "$err" "decompresses to more than 1000 times its size"
    [ "$(echo "$out" | wc -l)" -eq 1 ]
    has "$out" '"doc_name":"d.txt"'
}

@test "a file cut short in its compression: what there is is read, with the byte where it ends" {
    for i in $(seq 2000); do echo "${good/good/good$i}"; done | gzip -c >whole.jsonl.gz
    head -c 4000 whole.jsonl.gz >cut.jsonl.gz
    run2 1 "$ISNAD" read --json cut.jsonl.gz
    has "$out" '"doc_name":"good1"'
    [[ $err =~ isnad:\ cut\.jsonl\.gz:\ .*byte\ [0-9]+ ]]
}

@test "NUL bytes are spaces, with a note" {
    printf 'قصف الجيش\0 بلدة \0\0دوما.\n' >nul.txt
    run2 0 "$ISNAD" read --json --notes nul.txt
    has "$err" "isnad: nul.txt: byte 17: note: 3 NUL bytes"
    has "$out" '"start":0,"end":6,"text":"قصف"'
}

@test "malformed UTF-8 is U+FFFD, with a note, and offsets stay those of the input" {
    printf 'abc \xff\xc0\xaf\xed\xa0\x80 قصف الجيش بلدة دوما.\n' >bad.txt
    for i in $(seq 20); do echo 'وقال سكان إن النار التهمت ثلاثة بيوت وسيارة.'; done >>bad.txt # so that it is UTF-8 and no other encoding
    run2 0 "$ISNAD" read --json --notes bad.txt
    has "$err" "isnad: bad.txt: byte 4: note: 6 malformed characters"
    has "$out" '"start":11,"end":17,"text":"قصف"'
}

@test "an empty file, blanks, lone marks of direction, a lone byte order mark: no claims, no error" {
    : >empty.txt
    printf ' \n\t\n' >blank.txt
    printf '\xe2\x80\xae' >override.txt
    printf '\xe2\x80\x8f\n\xe2\x81\xa6.\n' >marks.txt
    printf '\xef\xbb\xbf' >bom.txt
    printf '\xff\xfe' >bom16.txt
    printf '\xfe' >one.txt
    : | gzip >empty.jsonl.gz
    run2 0 "$ISNAD" read --json --notes empty.txt blank.txt override.txt marks.txt bom.txt bom16.txt one.txt empty.jsonl.gz
    [ -z "$out" ]
}

@test "a lone mark of direction inside a name does not hide it" {
    printf 'قصف الجيش مدينة دو\xe2\x80\xaeما.\n' >mark.txt
    run2 0 "$ISNAD" explain --dump claims mark.txt
    has "$out" "sy.duma"
}

@test "a page of a million open elements, JSON of a million brackets: bounded" {
    python3 -c 'print("<html><body>" + "<div><b>" * 1000000 + "<p>قصف الجيش بلدة دوما.</p>" + "</b></div>" * 1000000)' >deep.html
    bounded 1024 0 read --json --notes deep.html
    has "$err" "isnad: deep.html: note: elements nested deeper than 512"
    has "$out" '"text":"قصف"'
    { echo "$good"; python3 -c 'print("{\"more\":" + "[" * 1000000 + "]" * 1000000 + ",\"text\":\"x\"}")'; echo "$good"; } >deep.jsonl
    bounded 160 1 read --json deep.jsonl
    both_read
    [[ $err =~ isnad:\ deep\.jsonl:\ byte\ [0-9]+:\ malformed\ JSON ]]
}

@test "JSON Lines with one broken line in the middle: file, byte, exit code 1, the rest is read" {
    { echo "$good"; echo '{"doc":"b","text":"قصف'; echo "$good"; } >broken.jsonl
    run2 1 "$ISNAD" read --json broken.jsonl
    both_read
    [[ $err =~ isnad:\ broken\.jsonl:\ byte\ ([0-9]+):\ malformed\ JSON ]]
    local line
    line=$(echo "$good" | wc -c)
    [ "${BASH_REMATCH[1]}" -ge "$line" ] && [ "${BASH_REMATCH[1]}" -le $((line + 30)) ]
    [ "$(echo "$err" | wc -l)" -eq 1 ]
}

@test "an id of control characters, a text that is no string, a line that is no object: the rest is read" {
    { echo "$good"; echo '{"text":5}'; echo '[1,2]'; echo 'null'; echo '{"doc":"\u0000\u001b","text":"x"}'; echo "$good"; } >odd.jsonl
    run2 1 "$ISNAD" read --json odd.jsonl
    both_read
    [ "$(echo "$err" | grep -c 'isnad: odd.jsonl: byte ')" -ge 2 ]
}

# Sentences that no one writes: each costs its own reading and no more than that.
@test "clauses, names, quotations and numbers without end" {
    local piece
    for piece in 'قال إن قال أن ' 'قصف واعتقل وقتل ' 'الذي التي قصفه ' '«"(' 'مليون مئة وألف 5 ' 'من في على ' 'وبال' 'مقتل قصف هجوم ' 'قتلوه. ' \
        'قتل 5 مدنيين في دوما. ' 'محمد أحمد '; do
        for i in $(seq 1000); do printf '%s' "$piece"; done >long.txt
        timeout 20 "$ISNAD" read --json long.txt >out.txt 2>err.txt || { echo "$piece"; cat err.txt; return 1; }
    done
    head -c 4M /dev/zero | tr '\0' a >word.txt
    python3 -c 'print("و" * 1000000 + " " + "قتل" * 500000 + " " + "9" * 1000000)' >>word.txt
    timeout 20 "$ISNAD" read --json word.txt
}
