#include "intake/json.h"

#include <json-c/json.h>

#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/json_flat.h"

#define NUMBER_DIGITS 18u /* a whole number of more characters may not fit into 64 bits; json-c would cut it */

/* Writes `in` to `out` as json-c takes it. Without `out` it only counts. */
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
    char *out = arena_alloc_raw(mem, repair.len + 1);
    repair = (struct json_repair){ .in = bytes, .out = out };
    repair_run(&repair, SIZE_MAX);
    *faults = repair.faults;
    return slice_make(out, repair.len);
}

static bool json_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Past the string whose content starts at `at`; past the input when it does not end. `odd`: it holds the escape of a surrogate or of
 * NUL, which repair_run() looks into. */
static size_t json_string_end(struct slice bytes, size_t at, bool *odd)
{
    size_t quote = at;
    for (;;) {
        if (quote <= at) {
            const char *found = at < bytes.len ? memchr(bytes.at + at, '"', bytes.len - at) : NULL;
            quote = found ? (size_t)(found - bytes.at) + 1 : bytes.len + 1;
        }
        const char *escape = at < bytes.len ? memchr(bytes.at + at, '\\', (quote < bytes.len ? quote : bytes.len) - at) : NULL;
        if (!escape)
            return quote;
        at = (size_t)(escape - bytes.at);
        *odd |= bytes.len - at > 3 && escape[1] == 'u' && ((escape[2] | 32) == 'd' || (escape[2] == '0' && escape[3] == '0'));
        at += 2;
    }
}

/* False when there are too many values. `odd`: something is in it that has to be repaired. */
static bool json_survey(struct slice bytes, bool *odd, struct json_faults *faults)
{
    size_t values = 0, digits = 0;
    for (size_t at = 0; at < bytes.len;) {
        char c = bytes.at[at++];
        digits = json_is_digit(c) ? digits + 1 : 0;
        *odd |= digits >= NUMBER_DIGITS;
        if (c == '"') {
            at = json_string_end(bytes, at, odd);
        } else if ((c == ',' || c == '[' || c == '{') && ++values > JSON_VALUES) {
            faults->text = "too many values";
            faults->at = at - 1;
            return false;
        }
    }
    *odd |= !charset_is_clean(bytes);
    return true;
}

static bool json_in_word(char c)
{
    return (unsigned char)c >= 0x80 || c == '_' || c == '+' || c == '-' || c == '.' || json_is_digit(c)
           || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The start of the last token that starts before `end`; `open` when that is a string that does not end. */
static size_t json_last_token(struct slice bytes, size_t end, bool *open)
{
    size_t token = 0;
    bool odd = false; /* of no interest here */
    *open = false;
    for (size_t at = 0; at < end;) {
        char c = bytes.at[at++];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            continue;
        token = at - 1;
        if (c == '"') {
            at = json_string_end(bytes, at, &odd);
            *open = at > bytes.len;
        } else if (json_in_word(c)) {
            while (at < end && json_in_word(bytes.at[at]))
                at++;
        }
    }
    return token;
}

/* json-c says where it stopped; people want to see what it stopped at. */
static void json_explain(struct slice bytes, enum json_tokener_error error, size_t stop, struct json_faults *faults)
{
    bool open;
    size_t end = error == json_tokener_continue ? bytes.len : stop < bytes.len ? stop + 1 : bytes.len;
    faults->at = json_last_token(bytes, end, &open);
    if (error == json_tokener_continue && !open)
        faults->at = bytes.len;
    while (error == json_tokener_error_parse_string && stop > faults->at && bytes.at[--stop] != '\\')
        continue;
    if (error == json_tokener_error_parse_string && stop > faults->at)
        faults->at = stop;
    faults->text = error == json_tokener_continue      ? open ? "a string that does not end" : "the object does not end"
                   : error == json_tokener_error_depth ? "nested too deep"
                                                       : json_tokener_error_desc(error);
}

/* NULL when `bytes` are no JSON; then `error` and `stop` say why and where. */
static struct json_object *json_parse(struct slice bytes, int flags, enum json_tokener_error *error, size_t *stop)
{
    struct json_tokener *tokener = json_tokener_new_ex(JSON_DEPTH);
    *error = json_tokener_error_depth;
    *stop = 0;
    if (!tokener)
        return NULL;
    json_tokener_set_flags(tokener, flags);
    struct json_object *value = json_tokener_parse_ex(tokener, bytes.at, (int)bytes.len);
    *error = json_tokener_get_error(tokener);
    *stop = json_tokener_get_parse_end(tokener);
    json_tokener_free(tokener);
    return value;
}

/* Copies the fields into `room`, which is large enough: no value is longer than it is written. */
static void json_take(const struct json_object *object, const char *const *names, size_t count, struct json_field *fields, char *room)
{
    for (size_t i = 0; i < count; i++) {
        struct json_object *value = NULL;
        json_object_object_get_ex(object, names[i], &value);
        bool text = json_object_is_type(value, json_type_string);
        if (!text && !json_object_is_type(value, json_type_int) && !json_object_is_type(value, json_type_double))
            continue;
        const char *from = json_object_get_string(value);
        size_t len = text ? (size_t)json_object_get_string_len(value) : strlen(from);
        memcpy(room, from, len);
        fields[i] = (struct json_field){ text ? JSON_FIELD_TEXT : JSON_FIELD_NUMBER, { room, len } };
        room += len;
    }
}

bool json_read(struct arena *mem, struct slice bytes, const char *const *names, size_t count, struct json_field *fields,
               struct json_faults *faults)
{
    bool odd = false;
    enum json_tokener_error error;
    size_t stop;
    *faults = (struct json_faults){ 0 };
    memset(fields, 0, count * sizeof *fields);
    if (!json_survey(bytes, &odd, faults))
        return false;
    struct slice whole = odd ? json_repair(mem, bytes, faults) : bytes;
    char *room = arena_alloc_raw(mem, whole.len + 1);
    if (json_flat_read(whole, names, count, fields, room))
        return true;
    memset(fields, 0, count * sizeof *fields);
    struct json_object *object = json_parse(whole, JSON_TOKENER_STRICT, &error, &stop);
    if (!object) {
        json_explain(whole, error, stop, faults);
        struct json_repair again = { .in = bytes };
        if (odd)
            repair_run(&again, faults->at);
        faults->at = odd ? again.at : faults->at;
        return false;
    }
    if (json_object_is_type(object, json_type_object))
        json_take(object, names, count, fields, room);
    else
        faults->text = "an object was expected";
    json_object_put(object);
    return !faults->text;
}

struct slice json_leading_string(struct arena *mem, struct slice bytes)
{
    enum json_tokener_error error;
    size_t stop;
    char *room = arena_alloc_raw(mem, bytes.len + 1);
    struct json_object *value = json_parse(bytes, JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS, &error, &stop);
    size_t len = json_object_is_type(value, json_type_string) ? (size_t)json_object_get_string_len(value) : 0;
    if (len)
        memcpy(room, json_object_get_string(value), len);
    json_object_put(value);
    return slice_make(room, len);
}
