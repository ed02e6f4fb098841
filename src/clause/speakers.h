/*
 * speakers.h - who can be a source. Used by clause/ only.
 */
#ifndef CLAUSE_SPEAKERS_H
#define CLAUSE_SPEAKERS_H

#include "clause/parser.h"

/* Whether the chunk can say something. */
bool speaker_can(const struct parser *p, const struct chunk *chunk);
/* The chunk that speaks where `at` stands: itself, the name of which it is the last word, or an outlet; CLAUSE_NONE if none. */
uint32_t speaker_at(const struct parser *p, uint32_t at);
bool speaker_is_somebody(const struct chunk *chunk);
bool speaker_is_outlet(const struct parser *p, const struct chunk *chunk);
/* Whether two chunks are one link of a chain. */
bool speaker_same(const struct parser *p, uint32_t a, uint32_t b);
/* The chunk of the one whose words the chunk names; `at` itself where it names none. */
uint32_t speaker_behind(const struct parser *p, uint32_t at);
/* The chunk of the name that stands behind a bare title; `at` itself where none does. */
uint32_t speaker_named(const struct parser *p, uint32_t at);
/* Whether the chunk names words that only the text before says whose they are. */
bool speaker_is_back(const struct parser *p, uint32_t at);
/* Whether a relative clause's antecedent is spoken of in its content. */
bool speaker_is_topic(const struct parser *p, const struct clause *clause);
/* Whether the clause has its content from somebody. */
bool speaker_tells(const struct parser *p, const struct clause *clause);
/* The subject that stands with the verb itself, CLAUSE_NONE if none. */
uint32_t clause_own_subject(const struct clause *clause);
/* Whether somebody speaks in the sentence before chunk `end`. */
bool speaker_before(const struct parser *p, uint32_t end);

#endif
