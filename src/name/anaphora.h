/*
 * anaphora.h - a phrase that takes up what the report named before: «التنظيم», «المدينة», a surname. Used by name/ only.
 */
#ifndef NAME_ANAPHORA_H
#define NAME_ANAPHORA_H

#include "base/map.h"
#include "name/refer.h"

struct referrer {
    struct arena *mem;
    const struct know *know;
    const struct text *text;
    const struct word_list *words;
    struct mention_set *mentions;
    struct referent_list *out;
    struct map by_key;  /* folded words with a space before each, or an entity's id -> referent */
    struct map by_noun; /* country and definite noun -> 1 + entity of it, or 0 */
    char country[3];
};

/* refer.c: the referent of an entity of the codebook, added at chunk `at` where the report has not named it yet. */
uint32_t referent_of_entity(struct referrer *r, uint32_t entity, const struct chunk *chunk, uint32_t at);
/* The article in the place of the lam that "lil-" left of it. */
struct slice name_with_article(struct arena *mem, struct slice text);

/* A word of the chunk without proclitics; the same, empty if it has no article. */
struct slice noun_at(const struct referrer *r, const struct chunk *chunk, uint32_t at);
struct slice definite_noun(const struct referrer *r, const struct chunk *chunk, uint32_t at);
/* The body spoken of before that the definite noun may resume: the one in view most; KNOW_NONE if none. */
uint32_t body_in_view(const struct referrer *r, struct slice noun, bool described);
/* What the noun stands for in a report about this country: «الجيش», «العاصمة»; an entity, KNOW_NONE if nothing. */
uint32_t official_of_noun(struct referrer *r, struct slice noun, uint32_t at);
/* The kind of place that the noun is the word for, KIND_COUNT if none. */
enum entity_kind kind_of_noun(const struct referrer *r, uint32_t lemma);

/* The referent that the phrase takes up, KNOW_NONE if none: a definite noun alone («التنظيم»), with adjectives that say of no state («التنظيم
 * المتطرف»), what a named body is of another («كتائب القسام، الجناح العسكري لحماس»), a person, a place. */
uint32_t resume_body(struct referrer *r, const struct chunk *chunk, uint32_t at);
uint32_t resume_described(struct referrer *r, const struct chunk *chunk);
uint32_t resume_named(const struct referrer *r, const struct chunk *chunk, uint32_t at);
uint32_t resume_person(const struct referrer *r, const struct chunk *chunk, uint32_t at);
uint32_t resume_place(struct referrer *r, const struct chunk *chunk, uint32_t at, uint32_t word, uint32_t lemma);

#endif
