/*
 * homonym.h - names that several things bear. Used by name/, and by explain.
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
        uint32_t name; /* name_ends of the one name that tells of it, KNOW_NONE if there are several */
        int share;
    } countries[HOMONYM_COUNTRIES];
    uint32_t country_count, most; /* … mentions of the country that has most of them */
    struct {
        uint32_t entity, sentence;
    } places[HOMONYM_PLACES];
    uint32_t place_count;
    char main_country[3];
};

/* What speaks for one of the things that a name can be. */
struct homonym_points {
    int use;      /* the preposition and type word go with a place, or with somebody who acts */
    int type;     /* the type word is its type, or another */
    int country;  /* how much of the report is about its country */
    int standing; /* how readily the bare name is that of such a thing */
    int around;   /* the report names what it lies in */
};

void homonyms_gather(struct homonyms *h, const struct know *know, const struct chunk_list *chunks);
/* The country that a report which names the entity is about, as far as that tells: an observatory in London tells nothing of Britain. Empty for
 * those and for KNOW_NONE. */
const char *homonym_country(const struct know *know, uint32_t entity);
struct homonym_points homonym_weigh(const struct homonyms *h, const struct chunk *chunk, uint32_t entity);
int homonym_total(struct homonym_points points);
/* «سكان دوما», «مدن الضفة»: the place inside the phrase as if it stood alone behind a preposition. */
struct chunk homonym_inside(const struct chunk *chunk);
/* The entity that the chunk's name means here, KNOW_NONE if none of them; `*rule` is where the codebook names it. */
uint32_t homonym_choose(const struct homonyms *h, const struct chunk *chunk, uint32_t *rule);

#endif
