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

/* Longest matches, left to right, without overlap; sorted. */
void span_find(struct arena *mem, const struct know *know, const struct word_list *words, struct span_list *out);

/* The first thing of `kind` that the span can be, NULL if none. */
const struct name_end *span_end(const struct know *know, const struct span *span, enum name_end_kind kind);

/* Whether the word, without `front` bytes of proclitics, is by itself a given name, a family name or a title. */
bool word_names_person(const struct know *know, const struct word *word, uint8_t front);

#endif
