#include "base/json_write.h"

#include "base/utf8.h"

static void json_separate(struct json_writer *json)
{
    if (json->comma)
        buffer_byte(&json->out, ',');
    json->comma = true;
}

void json_object_begin(struct json_writer *json)
{
    json_separate(json);
    buffer_byte(&json->out, '{');
    json->comma = false;
}

void json_object_end(struct json_writer *json)
{
    buffer_byte(&json->out, '}');
    json->comma = true;
}

void json_array_begin(struct json_writer *json)
{
    json_separate(json);
    buffer_byte(&json->out, '[');
    json->comma = false;
}

void json_array_end(struct json_writer *json)
{
    buffer_byte(&json->out, ']');
    json->comma = true;
}

void json_key_of(struct json_writer *json, struct slice key)
{
    buffer_reserve(&json->out, key.len + 4);
    char *at = json->out.at + json->out.len;
    if (json->comma)
        *at++ = ',';
    *at++ = '"';
    memcpy(at, key.at, key.len);
    memcpy(at + key.len, "\":", 2);
    json->out.len = (size_t)(at + key.len + 2 - json->out.at);
    json->comma = false;
}

static void json_escape(struct buffer *out, unsigned char c)
{
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    const char *found = c ? memchr(named, c, sizeof named - 1) : NULL;
    /* Letters stand in `named` too, at odd places; no letter comes here. */
    if (found) {
        buffer_byte(out, '\\');
        buffer_byte(out, found[1]);
    } else {
        buffer_print(out, "\\u%04x", c);
    }
}

/* Four Arabic letters of two bytes at once: D8 to DB, then 80 to BF. The masks are the same in either byte order. */
static bool json_four_letters(const char *at)
{
    static const char mask[] = "\xfc\xc0\xfc\xc0\xfc\xc0\xfc\xc0", letters[] = "\xd8\x80\xd8\x80\xd8\x80\xd8\x80";
    return (bytes_eight(at) & bytes_eight(mask)) == bytes_eight(letters);
}

/* The end of the bytes from `at` on that are written as they are. */
static const char *json_plain(const char *at, const char *end)
{
    while (at < end) {
        while (end - at >= 8 && json_four_letters(at))
            at += 8;
        if (at == end)
            break;
        unsigned char c = (unsigned char)*at;
        if (c < 0x80) {
            if (c < 0x20 || c == '"' || c == '\\')
                break;
            at++;
        } else if (c >= 0xC2 && c <= 0xDF && end - at > 1 && ((unsigned char)at[1] & 0xC0) == 0x80) {
            at += 2; /* Arabic */
        } else {
            unsigned len;
            if (utf8_decode(at, end, &len) == UTF8_BAD)
                break;
            at += len;
        }
    }
    return at;
}

void json_text(struct json_writer *json, struct slice text)
{
    const char *at = text.at, *end = at ? at + text.len : at;
    json_separate(json);
    buffer_reserve(&json->out, text.len + 2);
    buffer_byte(&json->out, '"');
    while (at < end) {
        const char *stop = json_plain(at, end);
        buffer_add(&json->out, slice_make(at, (size_t)(stop - at)));
        if (stop < end && (unsigned char)*stop < 0x80)
            json_escape(&json->out, (unsigned char)*stop);
        else if (stop < end)
            buffer_add(&json->out, slice_make("\xef\xbf\xbd", 3));
        at = stop + 1;
    }
    buffer_byte(&json->out, '"');
}

void json_text_or_null(struct json_writer *json, struct slice text)
{
    if (text.len)
        json_text(json, text);
    else
        json_null(json);
}

void json_null(struct json_writer *json)
{
    json_separate(json);
    buffer_add(&json->out, slice_make("null", 4));
}

void json_bool(struct json_writer *json, bool value)
{
    json_separate(json);
    buffer_text(&json->out, value ? "true" : "false");
}

void json_whole(struct json_writer *json, int64_t value)
{
    json_separate(json);
    buffer_signed(&json->out, value);
}

void json_decimal(struct json_writer *json, double value, unsigned decimals, bool trim)
{
    json_separate(json);
    buffer_decimal(&json->out, value, decimals, trim);
}
