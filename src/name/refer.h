/*
 * refer.h - who is meant: every name, title, definite noun and pronoun of a report leads to a referent, a thing that the report speaks of.
 */
#ifndef NAME_REFER_H
#define NAME_REFER_H

#include "name/chunk.h"

struct referent {
    struct slice name;  /* fullest name: the codebook's, else the longest in the report */
    uint32_t entity;    /* KNOW_NONE if the codebook does not know it */
    uint32_t of;        /* referent or KNOW_NONE */
    uint32_t of_entity; /* codebook entity that it belongs to, KNOW_NONE */
    uint32_t first_chunk, last_chunk;
    uint32_t mentions;          /* how often it is named */
    uint8_t phrase;             /* enum phrase_kind */
    struct slice_list names;    /* as the report writes them */
    struct slice_list openings; /* bodies: the first word of each name, folded */
};

struct referent_list {
    struct referent *items;
    uint32_t count, room;
};

/* Sets the referents of the chunks. */
enum isnad_status refer_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                             struct mention_set *mentions, struct referent_list *out, struct isnad_error *error);

/* The text of a chunk as the report writes it, without proclitics before it. */
struct slice chunk_text(const struct text *text, const struct word_list *words, const struct chunk *chunk, uint32_t *start, uint32_t *end);
/* `source` (of the chunk) with a space where a page had glued words together: the name «مراسل الميادين» of «مراسلالميادين». In `mem` where it
 * differs. */
struct slice chunk_unglued(struct arena *mem, const struct text *text, const struct word_list *words, const struct chunk *chunk,
                           struct slice source);

#endif
