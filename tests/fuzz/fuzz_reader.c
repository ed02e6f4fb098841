/*
 * fuzz_reader.c - libFuzzer target: a whole report through isnad.h. Of the first byte, the lowest two bits choose the format (guess, plain,
 * HTML, JSON) and the third whether the caller knows the day; the rest is the report.
 *
 * Checks what isnad.h and the output contract promise: every claim and mention is a well-formed JSON object in well-formed UTF-8; spans are
 * in order and within the input; for plain UTF-8, input[start:end] is the span's text; the same report gives the same bytes, in a session
 * that has read others and in a fresh one.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "intake/charset.h"
#include "isnad.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- a reader of JSON that believes nothing --------------------------------------------------------------------------- */

struct json_check {
    const char *at, *end;
    const struct isnad_report *report;
    bool exact; /* spans can be compared with the input */
    char *scratch;
    size_t scratch_len;
};

static const char *fuzz_what = "";

static void fuzz_fail(const char *promise)
{
    fprintf(stderr, "broken promise: %s\n%s\n", promise, fuzz_what);
    abort();
}

#define fuzz_require(promise) ((promise) ? (void)0 : fuzz_fail(#promise))

static bool check_take(struct json_check *check, char c)
{
    bool is = check->at < check->end && *check->at == c;
    check->at += is;
    return is;
}

static uint32_t check_hex(struct json_check *check)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        fuzz_require(check->at < check->end);
        const char *digits = "0123456789abcdef", *digit = strchr(digits, *check->at | 32);
        fuzz_require(digit && *digit);
        value = value << 4 | (uint32_t)(digit - digits);
        check->at++;
    }
    return value;
}

/* A string, unescaped into the scratch. */
static void check_string(struct json_check *check)
{
    check->scratch_len = 0;
    fuzz_require(check_take(check, '"'));
    while (!check_take(check, '"')) {
        fuzz_require(check->at < check->end && (unsigned char)*check->at >= 0x20);
        char c = *check->at++;
        if (c == '\\') {
            static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
            fuzz_require(check->at < check->end);
            c = *check->at++;
            const char *known = c ? strchr(from, c) : NULL;
            fuzz_require(known || c == 'u');
            uint32_t code = known ? (uint32_t)to[known - from] : check_hex(check);
            fuzz_require(code < 0x80); /* there is no reason to escape more than control characters */
            c = (char)code;
        }
        check->scratch[check->scratch_len++] = c;
    }
}

static double check_number(struct json_check *check)
{
    char *end, copy[40] = "";
    size_t len = strspn(check->at, "+-.0123456789eE");
    fuzz_require(len && len < sizeof copy);
    memcpy(copy, check->at, len);
    double value = strtod(copy, &end);
    fuzz_require(!*end);
    check->at += len;
    return value;
}

static void check_span(struct json_check *check, double start, double end, const char *text, size_t len)
{
    const struct isnad_report *report = check->report;
    fuzz_require(start >= 0 && start <= end);
    /* In JSON they are bytes of the value, where a malformed byte has become three. */
    bool maybe_json = report->format == ISNAD_FORMAT_GUESS || report->format == ISNAD_FORMAT_JSON;
    fuzz_require(end <= (double)report->size * (maybe_json ? 3 : 1));
    if (check->exact)
        fuzz_require(end - start == (double)len && !memcmp(report->bytes + (size_t)start, text, len));
}

static void check_value(struct json_check *check, int depth);

static void check_object(struct json_check *check, int depth)
{
    double start = -1, end = -1;
    char *text = NULL;
    size_t text_len = 0;
    while (!check_take(check, '}')) {
        check_string(check);
        bool is_text = check->scratch_len == 4 && !memcmp(check->scratch, "text", 4);
        bool is_start = check->scratch_len == 5 && !memcmp(check->scratch, "start", 5);
        bool is_end = check->scratch_len == 3 && !memcmp(check->scratch, "end", 3);
        fuzz_require(check_take(check, ':') && check->at < check->end);
        bool is_number = *check->at == '-' || (*check->at >= '0' && *check->at <= '9');
        if (is_start && is_number) {
            start = check_number(check);
        } else if (is_end && is_number) {
            end = check_number(check);
        } else {
            bool is_string = *check->at == '"';
            check_value(check, depth + 1);
            if (is_text && is_string) {
                free(text);
                text = malloc(check->scratch_len + 1);
                fuzz_require(text);
                memcpy(text, check->scratch, text_len = check->scratch_len);
            }
        }
        if (!check_take(check, ','))
            fuzz_require(*check->at == '}');
    }
    if (start >= 0 && end >= 0 && text)
        check_span(check, start, end, text, text_len);
    free(text);
}

static void check_value(struct json_check *check, int depth)
{
    fuzz_require(depth < 16 && check->at < check->end);
    if (check_take(check, '{')) {
        check_object(check, depth);
    } else if (check_take(check, '[')) {
        while (!check_take(check, ']')) {
            check_value(check, depth + 1);
            if (!check_take(check, ','))
                fuzz_require(*check->at == ']');
        }
    } else if (*check->at == '"') {
        check_string(check);
    } else if (!strncmp(check->at, "null", 4) || !strncmp(check->at, "true", 4)) {
        check->at += 4;
    } else if (!strncmp(check->at, "false", 5)) {
        check->at += 5;
    } else {
        check_number(check);
    }
}

static void check_json(const struct isnad_report *report, bool exact, const char *json)
{
    fuzz_require(json);
    fuzz_what = json;
    struct json_check check = { .at = json, .end = json + strlen(json), .report = report, .exact = exact };
    fuzz_require(charset_is_clean(slice_of(json)) && *json == '{');
    check.scratch = malloc(strlen(json) + 1);
    fuzz_require(check.scratch);
    check_value(&check, 0);
    fuzz_require(check.at == check.end);
    free(check.scratch);
    fuzz_what = "";
}

/* ---- the target ------------------------------------------------------------------------------------------------------- */

/* Everything that a session says of its report, one a line. */
struct told {
    char *text;
    size_t len, room;
};

static void told_add(struct told *told, const char *line)
{
    size_t len = strlen(line);
    if (told->room - told->len < len + 2) {
        told->room = (told->len + len + 2) * 2;
        told->text = realloc(told->text, told->room);
        fuzz_require(told->text);
    }
    memcpy(told->text + told->len, line, len);
    told->len += len + 1;
    told->text[told->len - 1] = '\n';
    told->text[told->len] = 0;
}

static struct told fuzz_read(struct isnad_session *session, const struct isnad_report *report, bool exact)
{
    struct told told = { 0 };
    struct isnad_error error = { 0 };
    enum isnad_status status = isnad_session_read(session, report, &error);
    fuzz_require(status == ISNAD_OK || (status == ISNAD_INPUT && error.text[0]));
    told_add(&told, status == ISNAD_OK ? "ok" : error.text);
    for (size_t i = 0; i < isnad_session_claim_count(session); i++) {
        check_json(report, exact, isnad_session_claim_json(session, i));
        told_add(&told, isnad_session_claim_json(session, i));
    }
    for (size_t i = 0; i < isnad_session_mention_count(session); i++) {
        check_json(report, exact, isnad_session_mention_json(session, i));
        told_add(&told, isnad_session_mention_json(session, i));
    }
    for (size_t i = 0; i < isnad_session_note_count(session); i++) {
        uint64_t byte;
        told_add(&told, isnad_session_note(session, i, &byte));
        fuzz_require(byte <= report->size);
    }
    return told;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct isnad_reader *reader;
    static struct isnad_session *session;
    static unsigned count;
    struct isnad_error error;
    if (!reader) {
        reader = isnad_reader_open(NULL, &error);
        fuzz_require(reader);
        session = isnad_session_open(reader, &error);
        fuzz_require(session);
    }
    if (!size)
        return 0;
    char *bytes = malloc(size); /* of its own, so that a step too far is seen */
    fuzz_require(bytes);
    memcpy(bytes, data + 1, size - 1);
    struct isnad_report report = { .name = "fuzz", .bytes = bytes, .size = size - 1, .format = (enum isnad_format)(data[0] & 3) };
    report.date = data[0] & 4 ? "2018-03-12" : NULL;
    bool exact = report.format == ISNAD_FORMAT_PLAIN && charset_is_clean(slice_make(bytes, size - 1));

    struct told first = fuzz_read(session, &report, exact), second;
    if (count++ % 16 == 0) { /* a fresh session is dear, so not every time */
        struct isnad_session *fresh = isnad_session_open(reader, &error);
        fuzz_require(fresh);
        second = fuzz_read(fresh, &report, exact);
        isnad_session_close(fresh);
    } else {
        second = fuzz_read(session, &report, exact);
    }
    fuzz_require(first.len == second.len && !memcmp(first.text, second.text, first.len));
    free(first.text);
    free(second.text);
    free(bytes);
    return 0;
}
