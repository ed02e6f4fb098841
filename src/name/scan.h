/*
 * scan.h - the longest names of the codebook over the words of a report.
 */
#ifndef NAME_SCAN_H
#define NAME_SCAN_H

#include "word/word.h"

/* A stretch of words that the name automaton knows. */
struct span {
    uint32_t first, end;
    uint32_t end_first; /* name_ends: everything that it can be */
    uint8_t front;      /* bytes of proclitics before it */
    uint8_t clitics;
};

struct span_list {
    struct span *items;
    uint32_t count, room;
};

/* The longest match that starts at word `at`; false if none does. */
bool span_read(const struct know *know, const struct word_list *words, uint32_t at, struct span *out);

/* Longest matches, left to right, without overlap; sorted. */
void span_find(struct arena *mem, const struct know *know, const struct word_list *words, struct span_list *out);

/* The first thing of `kind` that the span can be, NULL if none. */
const struct name_end *span_end(const struct know *know, const struct span *span, enum name_end_kind kind);

enum person_sign {
    PERSON_TITLE, /* given name, family name or title */
    PERSON_NAME,  /* given or family name */
    PERSON_SURE,  /* … and no common word */
};

/* Whether the word, without `front` bytes of proclitics, is by itself a sign of a person's name, at least as strong as `sign`. */
bool word_names_person(const struct know *know, const struct word *word, uint8_t front, enum person_sign sign);

#endif
