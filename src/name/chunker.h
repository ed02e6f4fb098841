/*
 * chunker.h - what the parts of the chunker share. Used by name/ only.
 */
#ifndef NAME_CHUNKER_H
#define NAME_CHUNKER_H

#include "know/features.h"
#include "name/chunk.h"
#include "name/scan.h"

struct chunker {
    struct arena *mem;
    const struct know *know;
    const struct text *text;
    const struct word_list *words;
    struct mention_set *out;
    const struct span *spans;
    uint32_t *span_at;   /* word -> 1 + span that starts there */
    uint32_t *number_at; /* … number */
    uint32_t *time_at;   /* … time */
    uint32_t end;        /* of the running sentence */
    uint8_t preposition; /* read, waiting for its noun */
    bool demonstrative;  /* … demonstrative */
    bool comma;
    uint32_t genitive_at; /* word at which the genitive of the phrase before begins, 0 if none */
    uint32_t list_at;     /* word at which a further place of a list can begin, 0 if none */
    bool list_sure;       /* … where whatever can be a name is one */
};

/* Reads one noun phrase that starts at word `at` and adds its chunk. Returns the word after it, `at` if there is none. */
uint32_t phrase_read(struct chunker *c, uint32_t at);
/* Reads the words of a person's name from `at`; returns the word after it. `sure`: something before says that a name follows. */
/* The end of a name that begins like that of a public figure and goes on with a family name of its own: «عبد الله بن عبد العزيز | الربيعة»;
 * the span's end where it does not. */
uint32_t person_further(const struct chunker *c, const struct span *span);
uint32_t person_read(const struct chunker *c, uint32_t at, bool sure);
/* The word behind «بن فلان …» that goes on with a name which ends before word `at`. */
uint32_t person_links(const struct chunker *c, uint32_t at);

struct chunk *chunker_add(struct chunker *c, enum chunk_kind kind, uint32_t first, uint32_t end);

static inline const struct word *chunker_word(const struct chunker *c, uint32_t at)
{
    return &c->words->items[at];
}

static inline const struct span *chunker_span(const struct chunker *c, uint32_t at)
{
    return at < c->end && c->span_at[at] ? &c->spans[c->span_at[at] - 1] : NULL;
}

static inline const struct lemma *chunker_lemma(const struct chunker *c, const struct reading *r)
{
    return &c->know->lemmas[r->lemma];
}

/* The particle that the word is, by its best reading; NULL if it is none. */
const struct lemma *chunker_particle(const struct chunker *c, uint32_t at);
/* From chunk `first` on: an office, the body that it is of, and who holds it become one phrase. */
void office_join(const struct chunker *c, uint32_t first);
/* Whether the span is a name for sure, and not a common word that is also a name. */
bool chunker_trusts(const struct chunker *c, const struct span *span);
/* Whether a lemma has frames that name events or govern them. */
bool lemma_is_predicate(const struct lemma *lemma, enum feature_part part);
/* The first reading that is a noun, adjective, participle or verbal noun; NULL if none. */
const struct reading *chunker_nominal(const struct chunker *c, uint32_t at);

#endif
