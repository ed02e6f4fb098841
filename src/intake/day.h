/*
 * day.h - publication days as the world writes them -> YYYY-MM-DD.
 */
#ifndef INTAKE_DAY_H
#define INTAKE_DAY_H

#include "intake/page.h"
#include "know/page_words.h"

/* Writes "YYYY-MM-DD" to `out`; false when there is no such day. */
bool day_write(uint32_t year, uint32_t month, uint32_t day, char out[11]);

/* A full date at words[at]: day, month name, year; month name, day, year; a month by two names; 2015-08-10; 10/8/2015 (day first). */
bool day_match(const struct page_rules *rules, const struct page_words *words, uint32_t at, uint32_t *past, char out[11]);

/* The day of a metadata field: ISO 8601 with or without time, seconds or milliseconds since 1970, or text with a date in it. */
bool day_of_field(struct arena *mem, const struct page_rules *rules, struct slice field, char out[11]);

#endif
