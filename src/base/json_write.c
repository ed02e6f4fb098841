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

/* Of eight bytes, the first of which begins a character: a mask whose lowest bit stands in the first byte that may not be written as it is
 * without a closer look (a control, quotation mark or backslash, a character of three bytes or more, anything malformed); 0 if all may.
 * Texts are most of the output, and to look at each letter alone costs a branch that cannot be foretold at every word's end. The tests for
 * a byte below n and for a zero byte are those of "Bit Twiddling Hacks" (S. E. Anderson), exact for the lowest byte that they find. */
static uint64_t json_odd_bytes(uint64_t w)
{
    const uint64_t low = BYTES_ALL(0x01), high = BYTES_ALL(0x80);
    uint64_t quote = w ^ BYTES_ALL('"'), slash = w ^ BYTES_ALL('\\');
    uint64_t odd = ((w - BYTES_ALL(0x20)) & ~w) | ((quote - low) & ~quote) | ((slash - low) & ~slash);
    uint64_t longer = w & w << 1 & w << 2;  /* in bit 7: 111xxxxx */
    uint64_t lead = w & w << 1 & ~(w << 2); /* 110xxxxx */
    uint64_t follows = w & ~(w << 1);       /* 10xxxxxx */
    uint64_t overlong = (w & BYTES_ALL(0xFE)) ^ BYTES_ALL(0xC0);
    return (odd | longer | ((lead << 8) ^ follows) | ((overlong - low) & ~overlong)) & high;
}

/* The end of the bytes from `at` on that are written as they are. */
static const char *json_plain(const char *at, const char *end)
{
    while (at < end) {
        if (end - at >= 8) {
            uint64_t odd = json_odd_bytes(bytes_eight_from_low(at));
            int good = odd ? __builtin_ctzll(odd) / 8 : 8;
            /* A character that begins in the last good byte goes with what follows it. */
            if (good && (unsigned char)at[good - 1] >= 0xC0)
                good--;
            at += good;
            if (good)
                continue;
        }
        unsigned len = 1;
        unsigned char c = (unsigned char)*at;
        if (c < 0x20 || c == '"' || c == '\\' || (c >= 0x80 && utf8_decode(at, end, &len) == UTF8_BAD))
            break;
        at += len;
    }
    return at;
}

/* Of eight bytes of well-formed text, those that are written with a backslash: as above, exact for the lowest. */
static uint64_t json_escaped_bytes(uint64_t w)
{
    const uint64_t low = BYTES_ALL(0x01), high = BYTES_ALL(0x80);
    uint64_t quote = w ^ BYTES_ALL('"'), slash = w ^ BYTES_ALL('\\');
    return (((w - BYTES_ALL(0x20)) & ~w) | ((quote - low) & ~quote) | ((slash - low) & ~slash)) & high;
}

/* Copies what needs no backslash from `at` on; returns where that ends. There is room for eight bytes more than the text has. */
static const char *json_copy_plain(struct buffer *out, const char *at, const char *end)
{
    char *to = out->at + out->len;
    while (end - at >= 8) {
        for (; end - at >= 16 && bytes_are_prose(bytes_eight(at)) && bytes_are_prose(bytes_eight(at + 8)); at += 16, to += 16)
            memcpy(to, at, 16);
        if (end - at < 8)
            break;
        uint64_t escaped = json_escaped_bytes(bytes_eight_from_low(at));
        size_t good = escaped ? (size_t)__builtin_ctzll(escaped) / 8 : 8;
        memcpy(to, at, 8);
        at += good;
        to += good;
        if (escaped)
            break;
    }
    for (; at < end && (unsigned char)*at >= 0x20 && *at != '"' && *at != '\\'; at++)
        *to++ = *at;
    out->len = (size_t)(to - out->at);
    return at;
}

void json_text_well_formed(struct json_writer *json, struct slice text)
{
    const char *at = text.at, *end = at ? at + text.len : at;
    json_separate(json);
    buffer_byte(&json->out, '"');
    for (;;) {
        buffer_reserve(&json->out, (size_t)(end - at) + 8);
        at = json_copy_plain(&json->out, at, end);
        if (at == end)
            break;
        json_escape(&json->out, (unsigned char)*at++);
    }
    buffer_byte(&json->out, '"');
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

void json_word(struct json_writer *json, const char *word)
{
    size_t len = strlen(word);
    buffer_reserve(&json->out, len + 3);
    char *at = json->out.at + json->out.len;
    if (json->comma)
        *at++ = ',';
    *at++ = '"';
    memcpy(at, word, len);
    at[len] = '"';
    json->out.len = (size_t)(at + len + 1 - json->out.at);
    json->comma = true;
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
