#!/usr/bin/env bats
# What is read, and what is told of what cannot be read: the rest is read, exit code 1.
load common

@test "standard input: with - and without a file" {
    run2 0 "$ISNAD" read --json - <r.txt
    one=$out
    has "$one" '"doc_name":"stdin"'
    run2 0 "$ISNAD" read --json <r.txt
    [ "$out" = "$one" ]
}

@test "a file that is not there: named, 1, the rest is read" {
    run2 1 "$ISNAD" read --json nowhere.txt r.txt
    has "$err" "isnad: nowhere.txt: "
    has "$out" '"doc_name":"r.txt"'
}

@test "a malformed line of JSON Lines: file and byte, the others are read" {
    printf '%s\n' '{"doc":"a","text":"قصف الجيش البلدة."}' '{"doc":"b","text":' '{"doc":"c","text":"قصف الجيش البلدة."}' >n.jsonl
    run2 1 "$ISNAD" read --json n.jsonl
    has "$out" '"doc_name":"a"'
    has "$out" '"doc_name":"c"'
    [[ $err =~ isnad:\ n\.jsonl:\ byte\ [0-9]+:\  ]]
}

@test "an empty file is a report without claims" {
    : >empty.txt
    run2 0 "$ISNAD" read --json empty.txt
    [ -z "$out" ]
    run2 0 "$ISNAD" read empty.txt
    has "$out" "no claims"
}

@test "odd bytes are notes: their number, and with --notes each with file and byte" {
    printf 'قصف الجيش \xff البلدة.\n' >odd.txt
    run2 0 "$ISNAD" read --json odd.txt
    has "$err" "--notes shows them"
    run2 0 "$ISNAD" read --json --notes odd.txt
    has "$err" "isnad: odd.txt: "
    has "$err" "note: "
    has_not "$err" "--notes shows them"
}

@test "control characters of a name do not reach the terminal" {
    printf '{"doc":"a\\u001b[31mb","title":"\\u001b]0;x\\u0007","text":"قصف الجيش البلدة."}\n' >e.jsonl
    run2 0 "$ISNAD" read e.jsonl
    has_not "$out" $'\033'
    has_not "$out" $'\a'
    run2 1 "$ISNAD" read $'no\033[31mfile'
    has_not "$err" $'\033'
}

@test "gzip, zstd, folders" {
    mkdir d
    gzip -c r.txt >d/a.txt.gz
    zstd -q r.txt -o d/b.txt.zst
    run2 0 "$ISNAD" read --json d
    has "$out" '"doc_name":"a.txt.gz"'
    has "$out" '"doc_name":"b.txt.zst"'
}

@test "a full disk is exit code 3" {
    [ -w /dev/full ] || skip "no /dev/full"
    got=0
    "$ISNAD" read --json r.txt >/dev/full 2>err.txt || got=$?
    [ "$got" -eq 3 ]
    has "$(cat err.txt)" "standard output"
}

@test "a reader that goes away ends it quietly" {
    for i in $(seq 300); do cat r.txt; done >many.txt
    "$ISNAD" read --json many.txt 2>err.txt | head -n 1 >/dev/null
    [ ! -s err.txt ]
}
