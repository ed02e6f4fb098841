#!/usr/bin/env bats
# Help, version, wrong usage: exit code 2, and a message that names the way out.
load common

@test "--version: name and number" {
    run2 0 "$ISNAD" --version
    [[ $out =~ ^isnad\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "--help lists every command, on standard output" {
    run2 0 "$ISNAD" --help
    for command in read mentions explain codebook; do has "$out" "isnad $command"; done
    [ -z "$err" ]
}

@test "every command has --help with an example" {
    for command in read mentions explain codebook; do
        run2 0 "$ISNAD" "$command" --help
        has "$out" "isnad $command"
        has "$out" "    isnad $command"
        has "$out" "--help"
        run2 0 "$ISNAD" help "$command"
    done
}

@test "no command: usage on standard error, 2" {
    run2 2 "$ISNAD"
    [ -z "$out" ]
    has "$err" "isnad read"
}

@test "unknown command, option, value: 2 and where to look" {
    run2 2 "$ISNAD" reed r.txt
    has "$err" "isnad: there is no command \`reed\`"
    has "$err" "isnad --help"
    run2 2 "$ISNAD" read --jsn r.txt
    has "$err" "isnad read --help"
    run2 2 "$ISNAD" mentions --claim 3 r.txt
    run2 2 "$ISNAD" read --json=yes r.txt
    run2 2 "$ISNAD" read r.txt --date
    run2 2 "$ISNAD" read --date yesterday r.txt
    has "$err" "YYYY-MM-DD"
    run2 2 "$ISNAD" read --date 2018-02-30 r.txt
    run2 2 "$ISNAD" read --jobs 0 r.txt
    run2 2 "$ISNAD" read --jobs many r.txt
    run2 2 "$ISNAD" explain --dump letters r.txt
    run2 2 "$ISNAD" codebook
    run2 2 "$ISNAD" codebook mend
    [ -z "$out" ]
}

@test "a value may follow = or stand alone; -- ends the options" {
    run2 0 "$ISNAD" read --json --date=2018-03-12 r.txt
    one=$out
    run2 0 "$ISNAD" read --json --date 2018-03-12 -- r.txt
    [ "$out" = "$one" ]
    cp r.txt ./--json
    run2 0 "$ISNAD" read --date 2018-03-12 -- --json
    has "$out" "== --json"
}
