#include "intake/json.h"

#include <jansson.h>

#include "base/utf8.h"
#include "intake/charset.h"

#define NUMBER_ROOM 32u    /* a number as jansson writes it */
#define NUMBER_DIGITS 18u /* a whole number of more characters may not fit into 64 bits */

/* Writes `in` to `out` such that jansson takes it. Without `out` it only counts. */
struct json_repair {
    struct slice in;
    size_t at;
    char *out;
    size_t len;
    bool string; /* within one */
    struct json_faults faults;
};

static void repair_put(struct json_repair *repair, const char *s, size_t len)
{
    if (repair->out)
        memcpy(repair->out + repair->len, s, len);
    repair->len += len;
}

static void repair_take(struct json_repair *repair, size_t len)
{
    repair_put(repair, repair->in.at + repair->at, len);
    repair->at += len;
}

static void repair_replace(struct json_repair *repair, size_t len, const char *with, uint32_t *faults, size_t *first)
{
    if (!(*faults)++)
        *first = repair->at;
    repair_put(repair, with, strlen(with));
    repair->at += len;
}

/* The number of the \u escape at `at`, or UTF8_BAD. */
static uint32_t repair_code(struct slice in, size_t at)
{
    uint32_t code = 0;
    if (in.len < 6 || at > in.len - 6 || in.at[at] != '\\' || in.at[at + 1] != 'u')
        return UTF8_BAD;
    for (size_t i = at + 2; i < at + 6; i++) {
        char c = in.at[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (digit < 0)
            return UTF8_BAD;
        code = code << 4 | (uint32_t)digit;
    }
    return code;
}

static void repair_escape(struct json_repair *repair)
{
    uint32_t code = repair_code(repair->in, repair->at);
    if (code == UTF8_BAD) {
        repair_take(repair, repair->in.len - repair->at > 1 && (unsigned char)repair->in.at[repair->at + 1] < 0x80 ? 2 : 1);
    } else if (!code) {
        repair_replace(repair, 6, "\\u0020", &repair->faults.nuls, &repair->faults.nul_at);
    } else if (code < 0xD800 || code > 0xDFFF) {
        repair_take(repair, 6);
    } else {
        uint32_t second = code < 0xDC00 ? repair_code(repair->in, repair->at + 6) : UTF8_BAD;
        if (second >= 0xDC00 && second <= 0xDFFF)
            repair_take(repair, 12);
        else
            repair_replace(repair, 6, "\\uFFFD", &repair->faults.malformed, &repair->faults.malformed_at);
    }
}

/* A number outside of strings. One that 64 bits may not hold becomes a string: nobody adds up names of reports. */
static void repair_number(struct json_repair *repair)
{
    size_t end = repair->at + 1;
    while (end < repair->in.len && repair->in.at[end] >= '0' && repair->in.at[end] <= '9')
        end++;
    bool whole = end == repair->in.len || !strchr(".eE", repair->in.at[end]);
    bool quote = whole && end - repair->at > NUMBER_DIGITS;
    if (quote)
        repair_put(repair, "\"", 1);
    repair_take(repair, end - repair->at);
    if (quote)
        repair_put(repair, "\"", 1);
}

/* Goes on until the input ends or `stop` bytes are written. */
static void repair_run(struct json_repair *repair, size_t stop)
{
    struct slice in = repair->in;
    while (repair->at < in.len && repair->len < stop) {
        unsigned char c = (unsigned char)in.at[repair->at];
        unsigned len = 1;
        if (c >= 0x80 && utf8_decode(in.at + repair->at, in.at + in.len, &len) == UTF8_BAD) {
            repair_replace(repair, 1, "\xEF\xBF\xBD", &repair->faults.malformed, &repair->faults.malformed_at);
        } else if (repair->string && c == '\\') {
            repair_escape(repair);
        } else if (repair->string && !c) {
            repair_replace(repair, 1, " ", &repair->faults.nuls, &repair->faults.nul_at);
        } else if (repair->string && c < 0x20) {
            const char escape[6] = { '\\', 'u', '0', '0', (char)('0' + (c >> 4)), "0123456789abcdef"[c & 15] };
            repair_put(repair, escape, sizeof escape);
            repair->at++;
        } else if (!repair->string && (c == '-' || (c >= '0' && c <= '9'))) {
            repair_number(repair);
        } else {
            repair->string ^= c == '"';
            repair_take(repair, len);
        }
    }
}

static struct slice json_repair(struct arena *mem, struct slice bytes, struct json_faults *faults)
{
    struct json_repair repair = { .in = bytes };
    repair_run(&repair, SIZE_MAX);
    char *out = arena_alloc(mem, repair.len + 1);
    repair = (struct json_repair){ .in = bytes, .out = out };
    repair_run(&repair, SIZE_MAX);
    *faults = repair.faults;
    return slice_make(out, repair.len);
}

/* Where the text between two quotes that starts behind `at` ends: behind the second. */
static size_t json_string_end(struct slice bytes, size_t at)
{
    while (at < bytes.len && bytes.at[at] != '"')
        at += bytes.at[at] == '\\' && at + 1 < bytes.len ? 2 : 1;
    return at < bytes.len ? at + 1 : at;
}

static bool json_in_token(char c)
{
    return (unsigned char)c >= 0x80 || c == '_' || c == '+' || c == '-' || c == '.' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The start of the last token before `end`. */
static size_t json_last_token(struct slice bytes, size_t end)
{
    size_t token = 0;
    for (size_t at = 0; at < end;) {
        char c = bytes.at[at];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            token = at;
        if (c == '"')
            at = json_string_end(bytes, at + 1);
        else if (json_in_token(c))
            while (at < end && json_in_token(bytes.at[at]))
                at++;
        else
            at++;
    }
    return token;
}

/* jansson says where it stopped; people want to see what it stopped at. */
static void json_explain(struct slice bytes, const json_error_t *error, struct json_faults *faults)
{
    static const struct {
        enum json_error_code code;
        const char *text;
    } texts[] = {
        { json_error_stack_overflow, "nested too deep" },
        { json_error_out_of_memory, "out of memory" },
        { json_error_premature_end_of_input, "the object does not end" },
        { json_error_end_of_input_expected, "more after the end of the object" },
        { json_error_numeric_overflow, "a number that is too large" },
        { json_error_null_character, "a NUL byte" },
    };
    size_t end = error->position < 0 ? 0 : (size_t)error->position < bytes.len ? (size_t)error->position : bytes.len;
    bool escape = strncmp(error->text, "invalid escape", 14) == 0;
    faults->text = escape ? "an unknown escape in a string" : "a value, a name or a mark is missing or wrong";
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (json_error_code(error) == texts[i].code)
            faults->text = texts[i].text;
    if (strstr(error->text, "near end of file")) {
        faults->at = bytes.len;
    } else {
        faults->at = json_last_token(bytes, end);
        for (size_t i = end; escape && end < bytes.len && i > faults->at; i--)
            if (bytes.at[i - 1] == '\\') {
                faults->at = i - 1;
                break;
            }
    }
}

/* jansson takes 100 to 300 bytes for a value, however short it is written. */
static bool json_is_bounded(struct slice bytes, struct json_faults *faults)
{
    size_t values = 0;
    for (size_t at = 0; at < bytes.len;) {
        char c = bytes.at[at++];
        if (c == '"')
            at = json_string_end(bytes, at);
        else if ((c == ',' || c == '[' || c == '{') && ++values > JSON_VALUES) {
            faults->text = "too many values";
            faults->at = at - 1;
            return false;
        }
    }
    return true;
}

/* Copies the fields into `room`, which is large enough. */
static void json_take(const json_t *object, const char *const *names, size_t count, struct json_field *fields, char *room)
{
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_object_get(object, names[i]);
        size_t len;
        if (json_is_string(value)) {
            len = json_string_length(value);
            memcpy(room, json_string_value(value), len);
        } else if (json_is_number(value)) {
            len = json_dumpb(value, room, NUMBER_ROOM, JSON_ENCODE_ANY);
            len = len < NUMBER_ROOM ? len : 0;
        } else {
            continue;
        }
        fields[i] = (struct json_field){ json_is_string(value) ? JSON_FIELD_TEXT : JSON_FIELD_NUMBER, { room, len } };
        room += len + 1;
    }
}

bool json_read(struct arena *mem, struct slice bytes, const char *const *names, size_t count, struct json_field *fields,
               struct json_faults *faults)
{
    *faults = (struct json_faults){ 0 };
    memset(fields, 0, count * sizeof *fields);
    if (!json_is_bounded(bytes, faults))
        return false;
    json_error_t error;
    char *room = arena_alloc(mem, bytes.len + count * (NUMBER_ROOM + 1)); /* no value is longer than it is written */
    json_t *object = json_loadb(bytes.at ? bytes.at : "", bytes.len, 0, &error);
    if (!object) {
        struct slice repaired = json_repair(mem, bytes, faults);
        object = json_loadb(repaired.at, repaired.len, 0, &error);
        if (!object) {
            json_explain(repaired, &error, faults);
            struct json_repair again = { .in = bytes };
            repair_run(&again, faults->at);
            faults->at = again.at;
            return false;
        }
    }
    if (json_is_object(object))
        json_take(object, names, count, fields, room);
    else
        faults->text = "an object was expected";
    json_decref(object);
    return !faults->text;
}

struct slice json_leading_string(struct arena *mem, struct slice bytes)
{
    char *room = arena_alloc(mem, bytes.len + 1);
    json_error_t error;
    json_t *value = json_loadb(bytes.at ? bytes.at : "", bytes.len, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &error);
    size_t len = json_string_length(value);
    if (len)
        memcpy(room, json_string_value(value), len);
    json_decref(value);
    return slice_make(room, len);
}
