/*
 * json.h - the fields of one JSON object that a caller asks for. What is flat is read at once (json_flat.h), all else by json-c.
 *
 * What no parser takes, or takes without a word, and the world writes all the same (malformed UTF-8, lone surrogates, NUL, whole
 * numbers beyond 64 bits) is repaired in a copy first, and counted. json-c has its memory from malloc; it is given back before the
 * arena is asked for any, since an arena may jump.
 *
 *     static const char *const names[] = { "title", "text" };
 *     struct json_field fields[2];
 *     struct json_faults faults;
 *     if (!json_read(mem, bytes, names, 2, fields, &faults)) ...             // faults.text says what is wrong, at byte faults.at
 */
#ifndef INTAKE_JSON_H
#define INTAKE_JSON_H

#include "base/arena.h"

#define JSON_DEPTH 512u     /* nested arrays and objects */
#define JSON_VALUES 200000u /* of one object, with all that is nested in it: json-c takes up to 1 KB for two bytes of input */

enum json_kind {
    JSON_FIELD_NONE, /* there is no such field, or it holds something else than text or a number */
    JSON_FIELD_TEXT,
    JSON_FIELD_NUMBER,
};

struct json_field {
    enum json_kind kind;
    struct slice value; /* well-formed UTF-8 without NUL, in the arena */
};

struct json_faults {
    const char *text; /* NULL while all is well */
    size_t at;
    /* What was repaired, and the first byte of each: malformed UTF-8 and lone surrogates (U+FFFD), NULs (spaces). */
    uint32_t malformed, nuls;
    size_t malformed_at, nul_at;
};

/* fields[i] becomes the field names[i]. False when `bytes` are no JSON object. */
bool json_read(struct arena *mem, struct slice bytes, const char *const *names, size_t count, struct json_field *fields,
               struct json_faults *faults);

/* The string that `bytes` start with, whatever follows it; empty when they start with none. */
struct slice json_leading_string(struct arena *mem, struct slice bytes);

#endif
