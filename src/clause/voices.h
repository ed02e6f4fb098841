/*
 * voices.h - the running state of who speaks, from sentence to sentence. Used by clause/ only.
 */
#ifndef CLAUSE_VOICES_H
#define CLAUSE_VOICES_H

#include "clause/parser.h"

struct speaking {
    struct parser *p;
    struct voice last;       /* who spoke last: «وأضاف» goes on with it */
    struct voice attributed; /* whom the running sentence has it from outside its reporters: «بحسب …», «… قال شهود» */
    struct voice base;       /* of the running sentence outside its reporters */
    uint32_t attributed_at;  /* chunk of the expression that says so */
    char quote_open;         /* the mark of a quotation that is open over the sentence's end, 0: none */
    uint32_t sentence;
    uint32_t previous_clause; /* first clause of the sentence before */
    uint32_t main_subject;    /* chunk: subject of the sentence's first main clause */
};

void speaking_start(struct speaking *s, struct parser *p);
/* Sets the voices of the clauses of the parser's running sentence. */
void speaking_sentence(struct speaking *s, uint32_t sentence);

/* Adds a link behind the others: the chunk that speaks, and the verb or expression that says so. */
void voice_push(const struct parser *p, struct voice *voice, uint32_t chunk, uint32_t verb, bool is_denial);
/* reporters.c: the voice of what a reporter tells, behind what its sentence is attributed to. */
struct voice reporter_spoken(const struct speaking *s, const struct clause *reporter);
/* attribution.c: who the running sentence says its content is from, outside its reporters; count 0: nobody. Notes where the sentence says so. */
struct voice attribution_of(struct speaking *s);
/* «بحسب مصادر», «نقلا عن …»: the chunk that speaks behind the expression at `at`; CLAUSE_NONE if none. */
uint32_t attribution_source(const struct parser *p, uint32_t at);
/* Whether the chunk is of words: «بيان», «تصريح», an expression. */
bool chunk_names_words(const struct chunk *chunk);

#endif
