#!/usr/bin/env bats
# The codebook commands, and a user's own files over the built-in ones.
load common

# A folder with one more verb and an event that it names.
own_codebook() {
    mkdir -p own/lexicon own/frames
    printf 'id\tlemma\troot\tform\tpresent\tmasdar\tnote\n%s\n' $'own.zalzala\tزلزل\tز-ل-ز-ل\tq1\tيزلزل\tزلزلة\t' >own/lexicon/verbs_own.tsv
    printf 'id\tpredicate\tpart\tneeds\ttype\tmode\tsubject\tobject\tcomplements\tgenitive\tcount\texample\tactor\trecipient\n%s\n' \
        $'own.zalzala\town.zalzala\tverb\t\tASSAULT\theavy-weapons\tactor\trecipient\t\tboth\t\tزلزل الجيش الميليشيا في البلدة.\tالجيش\tالميليشيا' >own/frames/events_own.tsv
}

@test "check: the built-in codebook, and a folder over it" {
    own_codebook
    run2 0 "$ISNAD" codebook check own
    has "$out" "2 files, 0 faults"
}

@test "check: every fault as file:line: message, 1" {
    own_codebook
    printf '%s\n' $'own.broken\tno.such.verb\tverb\t\tASSAULT\t\tactor\trecipient\t\tboth\t\tمثال.\t-\t-' $'own.short\tx' >>own/frames/events_own.tsv
    run2 1 "$ISNAD" codebook check own
    has "$out" "own/frames/events_own.tsv:3: "
    has "$out" "own/frames/events_own.tsv:4: "
    run2 1 "$ISNAD" read --codebook own r.txt
    has "$err" "isnad codebook check"
    [ -z "$out" ]
}

@test "check: a folder that is not there is 3, an empty one too" {
    run2 3 "$ISNAD" codebook check nowhere
    has "$err" "nowhere"
    mkdir void
    run2 3 "$ISNAD" codebook check void
}

@test "test: reads the examples of the folder" {
    own_codebook
    run2 0 "$ISNAD" codebook test own
    [ "$(echo "$out" | tail -n 1)" = "1 passed, 0 failed" ]
    sed -i 's/heavy-weapons/aerial/; s/\tالجيش\tالميليشيا/\tالشرطة\tالميليشيا/' own/frames/events_own.tsv
    run2 1 "$ISNAD" codebook test own
    has "$out" "own/frames/events_own.tsv:2: "
    [ "$(echo "$out" | tail -n 1)" = "0 passed, 1 failed" ]
}

@test "read --codebook: a new verb is a line of data" {
    own_codebook
    echo 'زلزل الجيش الميليشيا في البلدة.' >new.txt
    run2 0 "$ISNAD" read --json new.txt
    has_not "$out" '"text":"زلزل"'
    run2 0 "$ISNAD" read --json --codebook own new.txt
    has "$out" '"type":"ASSAULT","mode":"heavy-weapons"'
}

@test "show: sizes, and what is known of a word or name" {
    run2 0 "$ISNAD" codebook show
    has "$out" "ASSAULT"
    has "$out" "verbs"
    run2 0 "$ISNAD" codebook show قصف
    has "$out" "lexicon/verbs"
    has "$out" "frames/events"
    run2 0 "$ISNAD" codebook show هيئة تحرير الشام
    has "$out" "names/bodies"
    run2 1 "$ISNAD" codebook show ززززز
    has "$err" "does not know"
    own_codebook
    run2 0 "$ISNAD" codebook show --codebook own زلزل
    has "$out" "own.zalzala"
}

@test "weights: signs that weigh nothing leave nothing out, an unknown sign is a fault" {
    echo 'وقال القاضي إن قضية اغتيال الوزير عام 2005 ما زالت أمام المحكمة.' >q.txt
    mkdir -p own/weights
    sed '2,$s/\t-\{0,1\}[0-9]*\t-\{0,1\}[0-9]*$/\t0\t0/' "$BATS_TEST_DIRNAME/../../codebook/weights/signs.tsv" >own/weights/signs.tsv
    run2 0 "$ISNAD" explain --dump claims q.txt
    has_not "$out" "ASSAULT"
    run2 0 "$ISNAD" explain --codebook own --dump claims q.txt
    has "$out" "ASSAULT"
    printf 'id\tASSAULT\n%s\n' $'no_such_sign\t1' >own/weights/signs.tsv
    run2 1 "$ISNAD" codebook check own
    has "$out" "own/weights/signs.tsv:2: "
}
