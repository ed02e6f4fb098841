/*
 * json_flat.h - the fields of a JSON object that holds nothing but texts, whole numbers, true, false and null: nearly every line of JSON
 * Lines is one, and a tree of values costs several times what it takes to read it from left to right.
 *
 *     if (!json_flat_read(bytes, names, 2, fields, room)) ...      // it is something else, or malformed: json-c has to look
 */
#ifndef INTAKE_JSON_FLAT_H
#define INTAKE_JSON_FLAT_H

#include "intake/json.h"

/* `bytes` are well-formed UTF-8; the values are put into `room`, which is as large. False where it is no such object, or holds NUL or a
 * surrogate; what stands in `fields` then says nothing. */
bool json_flat_read(struct slice bytes, const char *const *names, size_t count, struct json_field *fields, char *room);

#endif
