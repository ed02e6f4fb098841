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
/* The value must follow. */
void json_key_of(struct json_writer *json, struct slice key);
static inline void json_key(struct json_writer *json, const char *key)
{
    json_key_of(json, slice_of(key)); /* inline, so that the length of a literal is known */
}

void json_text(struct json_writer *json, struct slice text);
/* null where the text is empty. */
void json_text_or_null(struct json_writer *json, struct slice text);
void json_null(struct json_writer *json);
void json_bool(struct json_writer *json, bool value);
void json_whole(struct json_writer *json, int64_t value);
/* See buffer_decimal(). */
void json_decimal(struct json_writer *json, double value, unsigned decimals, bool trim);

#endif
