/*
 * chunks.h - words to chunks: names, numbers and times found, noun phrases read.
 */
#ifndef NAME_CHUNKS_H
#define NAME_CHUNKS_H

#include "name/chunk.h"

/* Fills `out` for a whole report. `text` and `words` must outlive it. */
enum isnad_status name_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                            struct mention_set *out, struct isnad_error *error);

#endif
