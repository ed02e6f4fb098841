#include "intake/json_flat.h"

#include "base/utf8.h"

#define NUMBER_DIGITS 17u /* so many always fit into 64 bits */

struct flat {
    const char *at, *end; /* what is left to read */
    char *room;
};

static void flat_space(struct flat *flat)
{
    while (flat->at < flat->end && (*flat->at == ' ' || *flat->at == '\t' || *flat->at == '\n' || *flat->at == '\r'))
        flat->at++;
}

static bool flat_take(struct flat *flat, char mark)
{
    flat_space(flat);
    if (flat->at == flat->end || *flat->at != mark)
        return false;
    flat->at++;
    return true;
}

/* The four digits of a character that is no half of a pair, and not NUL. */
static bool flat_code(struct flat *flat, uint32_t *code)
{
    *code = 0;
    if (flat->end - flat->at < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        char c = *flat->at++;
        int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
        if (digit < 0)
            return false;
        *code = *code << 4 | (uint32_t)digit;
    }
    return *code && (*code < 0xD800 || *code > 0xDFFF);
}

/* What stands behind a backslash. */
static bool flat_escape(struct flat *flat)
{
    static const char escapes[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    if (flat->at == flat->end)
        return false;
    char c = *flat->at++;
    if (c == 'u') {
        uint32_t code;
        if (!flat_code(flat, &code))
            return false;
        flat->room += utf8_encode(code, flat->room);
        return true;
    }
    const char *found = c ? strchr(escapes, c) : NULL;
    if (!found)
        return false;
    *flat->room++ = meanings[found - escapes];
    return true;
}

/* Of eight bytes, bits whose lowest stands in the first that is no plain content of a string: a control, quotation mark or backslash. */
static uint64_t flat_marks(uint64_t w)
{
    const uint64_t low = BYTES_ALL(0x01);
    uint64_t quote = w ^ BYTES_ALL('"'), slash = w ^ BYTES_ALL('\\');
    return (((w - BYTES_ALL(0x20)) & ~w) | ((quote - low) & ~quote) | ((slash - low) & ~slash)) & BYTES_ALL(0x80);
}

/* Copies what stands as it is. */
static void flat_copy(struct flat *flat)
{
    while (flat->end - flat->at >= 8) {
        while (flat->end - flat->at >= 8 && bytes_are_prose(bytes_eight(flat->at))) {
            memcpy(flat->room, flat->at, 8);
            flat->at += 8;
            flat->room += 8;
        }
        if (flat->end - flat->at < 8)
            break;
        uint64_t marks = flat_marks(bytes_eight_from_low(flat->at));
        size_t plain = marks ? (size_t)__builtin_ctzll(marks) / 8 : 8;
        memcpy(flat->room, flat->at, 8); /* there is room: nothing becomes longer than it is written */
        flat->at += plain;
        flat->room += plain;
        if (marks)
            return;
    }
    while (flat->at < flat->end && (unsigned char)*flat->at >= 0x20 && *flat->at != '"' && *flat->at != '\\')
        *flat->room++ = *flat->at++;
}

static bool flat_string(struct flat *flat, struct slice *value)
{
    char *start = flat->room;
    if (!flat_take(flat, '"'))
        return false;
    for (;;) {
        flat_copy(flat);
        if (flat->at == flat->end)
            return false;
        char c = *flat->at++;
        if (c == '"')
            break;
        if (c != '\\' || !flat_escape(flat))
            return false;
    }
    *value = slice_make(start, (size_t)(flat->room - start));
    return true;
}

static bool flat_word(struct flat *flat, const char *word)
{
    if (!slice_starts(slice_make(flat->at, (size_t)(flat->end - flat->at)), slice_of(word)))
        return false;
    flat->at += strlen(word);
    return true;
}

/* A whole number without sign, fraction and exponent, as json-c would print it. */
static bool flat_number(struct flat *flat, struct slice *value)
{
    const char *start = flat->at;
    while (flat->at < flat->end && *flat->at >= '0' && *flat->at <= '9')
        flat->at++;
    size_t len = (size_t)(flat->at - start);
    if (!len || len > NUMBER_DIGITS || (*start == '0' && len > 1))
        return false;
    memcpy(flat->room, start, len);
    *value = slice_make(flat->room, len);
    flat->room += len;
    return true;
}

/* The values of other kinds are no fields; what follows them is checked by the caller. */
static bool flat_value(struct flat *flat, struct json_field *field)
{
    *field = (struct json_field){ JSON_FIELD_NONE, { 0 } };
    flat_space(flat);
    if (flat->at == flat->end)
        return false;
    if (*flat->at == '"') {
        field->kind = JSON_FIELD_TEXT;
        return flat_string(flat, &field->value);
    }
    if (*flat->at >= '0' && *flat->at <= '9') {
        field->kind = JSON_FIELD_NUMBER;
        return flat_number(flat, &field->value);
    }
    return flat_word(flat, "null") || flat_word(flat, "true") || flat_word(flat, "false");
}

bool json_flat_read(struct slice bytes, const char *const *names, size_t count, struct json_field *fields, char *room)
{
    struct flat flat = { bytes.at, bytes.at + bytes.len, room };
    if (!flat_take(&flat, '{'))
        return false;
    do {
        char *before = flat.room;
        struct slice key;
        struct json_field field;
        if (!flat_string(&flat, &key) || !flat_take(&flat, ':'))
            return false;
        size_t i = 0;
        while (i < count && !slice_equal(key, slice_of(names[i])))
            i++;
        flat.room = before; /* the key is forgotten */
        if (!flat_value(&flat, &field))
            return false;
        if (i < count)
            fields[i] = field; /* of several with one name the last counts */
    } while (flat_take(&flat, ','));
    return flat_take(&flat, '}') && flat.at == flat.end;
}
