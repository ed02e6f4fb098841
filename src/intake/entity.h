/*
 * entity.h - character references of HTML: named (those of HTML 4, all that news pages use), decimal and hexadecimal.
 *
 *     unsigned used;
 *     uint32_t c = entity_decode(slice_of("&amp;x"), &used);     // '&', used 5
 */
#ifndef INTAKE_ENTITY_H
#define INTAKE_ENTITY_H

#include "base/slice.h"

/* The character of the reference that `text` starts with, and its length in bytes; 0 when it starts with none. */
uint32_t entity_decode(struct slice text, unsigned *used);
/* Decodes a whole value (an attribute) into `out`, which has room for text.len + 1 bytes. Returns the length. */
size_t entity_decode_all(struct slice text, char *out);

#endif
