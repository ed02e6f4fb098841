# Loaded by the .bats files: $ISNAD is the program, a report of two sentences lies in $BATS_TEST_TMPDIR/r.txt.
setup() {
    ISNAD=${ISNAD:-$BATS_TEST_DIRNAME/../../build/release/isnad}
    unset COLUMNS NO_COLOR
    export LC_ALL=C.UTF-8
    cd "$BATS_TEST_TMPDIR" || return 1
    printf '%s\n' 'قال المتحدث باسم الجيش إن الطائرات الروسية قصفت أمس بلدة دوما وقتلت 11 مدنيا.' \
        'ونفى مصدر في وزارة الدفاع أن تكون القوات قد أعدمت أسرى.' >r.txt
}

# run2 STATUS COMMAND...: runs it with standard error in $err, checks the exit code.
run2() {
    local want=$1 got=0
    shift
    out=$("$@" 2>err.txt) || got=$?
    err=$(cat err.txt)
    [ "$got" -eq "$want" ] || { echo "exit code $got, wanted $want: $*"; echo "$out"; echo "$err"; return 1; }
}

has() {
    [[ $1 == *"$2"* ]] || { echo "not there: $2"; echo "in: $1"; return 1; }
}

has_not() {
    [[ $1 != *"$2"* ]] || { echo "there: $2"; echo "in: $1"; return 1; }
}
