/*
 * json_write.h - JSON written from left to right into a buffer; the same input gives the same bytes, whatever the locale.
 *
 *     struct json_writer json = { .out = { .mem = mem } };
 *     json_object_begin(&json);
 *     json_key(&json, "name");
 *     json_text(&json, name);
 *     json_object_end(&json);             // {"name":"..."}
 *
 * Commas are put where they belong. In texts the quotation mark, the backslash and the controls U+0000 to U+001F are escaped, malformed
 * UTF-8 becomes U+FFFD, everything else stays as it is. Keys are ASCII without anything to escape. Nothing checks that the calls balance.
 */
#ifndef BASE_JSON_WRITE_H
#define BASE_JSON_WRITE_H

#include "base/buffer.h"

struct json_writer {
    struct buffer out;
    bool comma; /* the next value or key stands behind another one */
};

void json_object_begin(struct json_writer *json);
void json_object_end(struct json_writer *json);
void json_array_begin(struct json_writer *json);
void json_array_end(struct json_writer *json);
/* The value must follow. Inline, so that the length of a literal is known. */
static inline void json_key(struct json_writer *json, const char *key)
{
    size_t len = strlen(key);
    buffer_reserve(&json->out, len + 4);
    char *at = json->out.at + json->out.len;
    if (json->comma)
        *at++ = ',';
    *at++ = '"';
    memcpy(at, key, len);
    memcpy(at + len, "\":", 2);
    json->out.len = (size_t)(at + len + 2 - json->out.at);
    json->comma = false;
}

/* What is malformed is written as U+FFFD. */
void json_text(struct json_writer *json, struct slice text);
/* For text that is known to be well-formed, which is most of the output: it need not be decoded. */
void json_text_well_formed(struct json_writer *json, struct slice text);
/* For a word of the program's own, in which nothing is to be escaped: a closed list's, a day, a hash. */
void json_word(struct json_writer *json, const char *word);
/* null where the text is empty. */
void json_text_or_null(struct json_writer *json, struct slice text);
void json_null(struct json_writer *json);
void json_bool(struct json_writer *json, bool value);
void json_whole(struct json_writer *json, int64_t value);
/* See buffer_decimal(). */
void json_decimal(struct json_writer *json, double value, unsigned decimals, bool trim);

#endif
