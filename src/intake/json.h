/*
 * json.h - the fields of one JSON object, without a tree: values stay slices of the input until one is asked for.
 *
 * A reader of our own, since the report's name may be a number that a double cannot hold, a text may hold \u0000, and memory must
 * come from the arena (a library that allocates by itself leaks when an arena escapes). Nesting needs no recursion.
 *
 *     struct json_object object;
 *     struct json_field field;
 *     for (json_open(bytes, &object); json_next(&object, &field);)
 *         if (slice_equal(field.key, slice_of("title")))
 *             title = json_string(mem, field.value, &faults);
 *     if (object.fault) ...                                  // what is wrong, at byte object.at
 */
#ifndef INTAKE_JSON_H
#define INTAKE_JSON_H

#include "base/arena.h"

#define JSON_DEPTH 512u /* nested arrays and objects of one value */

enum json_kind {
    JSON_STRING,
    JSON_NUMBER,
    JSON_WORD, /* true, false, null */
    JSON_TREE, /* an array or object; its brackets and strings are checked, no more */
};

struct json_field {
    struct slice key; /* as written, between its quotes */
    enum json_kind kind;
    struct slice value; /* as written; a string without its quotes */
};

struct json_object {
    struct slice bytes;
    size_t at;
    const char *fault; /* NULL while all is well */
    bool first;
};

struct json_faults {
    uint32_t surrogates, malformed, nuls; /* lone surrogates and malformed UTF-8 (U+FFFD), NULs (spaces) */
};

void json_open(struct slice bytes, struct json_object *object);
/* False at the end, or with `fault` set. */
bool json_next(struct json_object *object, struct json_field *field);
/* The value of a string: escapes decoded, well-formed UTF-8. Points into `written` where nothing had to be changed. Escapes were
 * checked by json_next(). */
struct slice json_string(struct arena *mem, struct slice written, struct json_faults *faults);

#endif
