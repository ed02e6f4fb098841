/*
 * homonym.h - names that several things bear. Used by name/ only.
 */
#ifndef NAME_HOMONYM_H
#define NAME_HOMONYM_H

#include "name/chunk.h"

#define HOMONYM_COUNTRIES 24
#define HOMONYM_PLACES 64

/* What a report is about, as far as its unambiguous names tell. */
struct homonyms {
    const struct know *know;
    struct {
        char code[2];
        uint32_t count;
        int share;
    } countries[HOMONYM_COUNTRIES];
    uint32_t country_count;
    struct {
        uint32_t entity, sentence;
    } places[HOMONYM_PLACES];
    uint32_t place_count;
    char main_country[3];
};

void homonyms_gather(struct homonyms *h, const struct know *know, const struct chunk_list *chunks);
/* The entity that the chunk's name means here, KNOW_NONE if none of them; `*rule` is where the codebook names it. */
uint32_t homonym_choose(const struct homonyms *h, const struct chunk *chunk, uint32_t *rule);

#endif
