#!/usr/bin/env bats
# What is printed: the same whatever the number of threads, plain where it is no terminal, in English or Arabic.
load common

# Runs a command on a terminal of its own.
on_terminal() {
    script -qec "$*" /dev/null </dev/null
}

@test "JSON: one object a line, valid, with exact offsets" {
    run2 0 "$ISNAD" read --json --date 2018-03-12 r.txt
    [ -n "$out" ]
    echo "$out" | python3 -c '
import json, sys
text = open("r.txt", "rb").read()
for line in sys.stdin:
    claim = json.loads(line)
    assert claim["schema"] == "isnad.claim/1"
    for span in claim["evidence"] + [claim["trigger"]]:
        assert text[span["start"]:span["end"]].decode() == span["text"]
'
}

@test "--jobs does not change a byte, messages included" {
    for i in $(seq 200); do
        printf '{"doc":"d%d","date":"2018-03-12","text":"قال المتحدث باسم الجيش إن الطائرات قصفت أمس بلدة دوما وقتلت %d مدنيا."}\n' "$i" "$i"
        [ $((i % 50)) -ne 0 ] || echo '{"doc":"broken","text":'
    done >many.jsonl
    run2 1 "$ISNAD" read --json --jobs 1 many.jsonl
    one=$out one_err=$err
    run2 1 "$ISNAD" read --json --jobs 4 many.jsonl
    [ "$out" = "$one" ]
    [ "$err" = "$one_err" ]
    run2 1 "$ISNAD" read --jobs 1 many.jsonl
    one=$out
    run2 1 "$ISNAD" read --jobs 7 many.jsonl
    [ "$out" = "$one" ]
    run2 1 "$ISNAD" mentions --json --jobs 1 many.jsonl
    one=$out
    run2 1 "$ISNAD" mentions --json --jobs 3 many.jsonl
    [ "$out" = "$one" ]
}

@test "for people: a block a claim, labels, evidence quoted, no colour in a pipe" {
    run2 0 "$ISNAD" read --date 2018-03-12 r.txt
    has "$out" "== r.txt"
    has "$out" "[1] ASSAULT"
    has "$out" "    evidence   «"
    has "$out" "    source     "
    has_not "$out" $'\033'
}

@test "colour on a terminal; none with NO_COLOR or TERM=dumb" {
    command -v script >/dev/null || skip "no script(1)"
    has "$(TERM=xterm on_terminal "$ISNAD" read r.txt)" $'\033[1m'
    has_not "$(TERM=xterm NO_COLOR=1 on_terminal "$ISNAD" read r.txt)" $'\033'
    has_not "$(TERM=dumb on_terminal "$ISNAD" read r.txt)" $'\033'
}

@test "lines are not wider than COLUMNS" {
    COLUMNS=50 run2 0 "$ISNAD" read r.txt
    echo "$out" | grep -v '^\[' | python3 -c '
import sys, unicodedata
for line in sys.stdin:
    columns = sum(not unicodedata.combining(c) for c in line.rstrip("\n"))
    assert columns <= 50, (columns, line)
'
}

@test "LANG=ar: Arabic labels; the data stays the same" {
    LC_ALL= LANG=ar_SY.UTF-8 run2 0 "$ISNAD" read r.txt
    has "$out" "المصدر"
    has_not "$out" "evidence"
    LC_ALL= LANG=ar_SY.UTF-8 run2 0 "$ISNAD" read --json r.txt
    one=$out
    run2 0 "$ISNAD" read --json r.txt
    [ "$out" = "$one" ]
}

@test "--date and --outlet fill what the report does not say" {
    run2 0 "$ISNAD" read --json --date 2018-03-12 r.txt
    has "$out" '"start":"2018-03-11"'
    run2 0 "$ISNAD" read --outlet 'SANA' r.txt
    has "$out" "SANA"
}

@test "mentions: names inside titles, reporting expressions and behind things" {
    echo 'رحب الأمين العام للأمم المتحدة بقرار المحكمة العليا أمام مجلس الأمن، ونوقشت خطة فيرغسون.' > hidden.txt
    run2 0 "$ISNAD" mentions --json hidden.txt
    has "$out" '"kind":"body","start":33,"end":56'
    has "$out" '"text":"المحكمة العليا"'
    has "$out" '"text":"مجلس الأمن"'
    has "$out" '"kind":"person","start":147,"end":161,"text":"فيرغسون"'
}

@test "mentions: the agency that a picture is from" {
    echo 'دخان فوق المدينة ( الفرنسية ) بعد القصف. القوات ( الفرنسيون ) بعيدة.' > credit.txt
    run2 0 "$ISNAD" mentions --json credit.txt
    has "$out" '"text":"الفرنسية","name":"فرانس برس"'
    has_not "$out" '"text":"الفرنسيون","name":"فرانس برس"'
}

@test "mentions: bodies by the noun that opens their name" {
    echo 'أعلن مجلس شؤون الحدود قراره. زار رئيس حزب "الوفاق الجديد" مركز المدينة.' > bodies.txt
    run2 0 "$ISNAD" mentions --json bodies.txt
    has "$out" '"kind":"body","start":9,"end":39,"text":"مجلس شؤون الحدود"'
    has "$out" '"text":"الوفاق الجديد"'
    has_not "$out" '"kind":"person"'
    has_not "$out" 'مركز المدينة'
}

@test "mentions: persons, bodies, places, numbers, times" {
    run2 0 "$ISNAD" mentions --json --date 2018-03-12 r.txt
    has "$out" '"kind":"place"'
    has "$out" '"text":"دوما"'
    has "$out" '"kind":"number"'
    has "$out" '"min":11,"max":11,"approx":false'
    has "$out" '"start_date":"2018-03-11","end_date":"2018-03-11"'
    run2 0 "$ISNAD" mentions r.txt
    has "$out" "    place "
}

@test "explain: rule with file and line, one claim by number or id" {
    run2 0 "$ISNAD" explain r.txt
    has "$out" "@frames/events"
    has "$out" "    trigger    w"
    run2 0 "$ISNAD" explain --claim 1 r.txt
    has "$out" "[1] "
    has_not "$out" "[2] "
    id=$("$ISNAD" read --json r.txt | python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())["claim"])')
    run2 0 "$ISNAD" explain --claim "$id" r.txt
    has "$out" "$id"
    has_not "$out" "[2] "
}

@test "explain: everything that a place's name can be, with what speaks for each" {
    printf 'قصفت المدفعية حي الصالحية في دمشق.\n' >homonym.txt
    run2 0 "$ISNAD" explain homonym.txt
    has "$out" "    chosen     sy.damascus.salihiyah "
    has "$out" "    not        iq.baghdad.salhiya "
    has "$out" " places/sy.tsv:"
}

@test "explain --dump: every stage, ASCII first" {
    for stage in words chunks clauses claims signs; do
        run2 0 "$ISNAD" explain --dump "$stage" r.txt
        [ -n "$out" ]
        [ -z "$(echo "$out" | grep -v '^[a-z]\{0,1\}[0-9]')" ]
    done
}
