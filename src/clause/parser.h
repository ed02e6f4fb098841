/*
 * parser.h - what the parts of the clause stage share. Used by clause/ only.
 */
#ifndef CLAUSE_PARSER_H
#define CLAUSE_PARSER_H

#include "clause/clause.h"
#include "know/features.h"

struct parser {
    struct arena *mem;
    const struct know *know;
    const struct text *text;
    const struct word_list *words;
    const struct mention_set *mentions;
    struct chunk *chunks;
    struct clause_set *out;
    uint32_t *taken;       /* chunk -> 1 + clause that has it as argument */
    uint32_t first, end;   /* chunks of the running sentence */
    uint32_t first_clause; /* of the running sentence */
    struct {
        uint32_t lemma;
        const struct frame *frame;
    } told[16]; /* events told so far, for nouns that point back to them */
    uint32_t told_count;
    uint8_t in, about, with, on, around, before, during; /* numbers of the prepositions «في», «عن», «مع», «على», «حول», «أمام», «خلال» */
};

/* Steps, in order. */
void parse_predicates(struct parser *p); /* clauses of the sentence, without arguments */
void parse_arguments(struct parser *p);  /* their arguments */
void parse_governors(struct parser *p);  /* who governs whom; particles */
void parse_frames(struct parser *p);     /* the frame that fits */
void parse_subjects(struct parser *p);   /* dropped subjects, antecedents of relative clauses */
void parse_pronouns(struct parser *p);   /* what pronouns stand for */
void parse_control(struct parser *p);    /* subjects that a verb leaves to its verbal noun */

void clause_add_argument(struct parser *p, struct clause *clause, enum argument_function function, uint32_t chunk,
                         enum argument_origin origin);
/* Whether the reading of a chunk's head is passive by its form or by a vowel sign. */
bool reading_is_passive(const struct parser *p, const struct chunk *chunk, const struct reading *reading);
void clause_add_antecedent(struct parser *p, struct clause *clause, enum argument_function function, struct antecedent antecedent);
/* What the subject stands for that a finite verb or participle leaves out. */
struct antecedent dropped_subject(const struct parser *p, const struct clause *clause);
/* topics.c: the noun before a finite verb that is its subject; the one that it goes on to tell of; CLAUSE_NONE if there is none. Whether a pronoun
 * joined to the particle before it is its subject. */
uint32_t topic_before(const struct parser *p, const struct clause *clause);
uint32_t topic_taken_up(const struct parser *p, const struct clause *clause);
uint32_t topic_described(const struct parser *p, const struct clause *clause);
bool topic_is_pronoun(const struct parser *p, const struct clause *clause);
bool topic_is_fact(const struct parser *p, const struct clause *clause);
/* subjects.c: whether the pronoun that takes a noun up stands behind a preposition right behind the verb at `at`. */
bool verb_takes_up_behind(const struct parser *p, uint32_t at, uint32_t taken_up);
/* topics.c: «زيارة | قام بها وفد», «هجوم | تعرض له موقع»: the same of a light verb behind an indefinite event. */
bool verb_carries_event(const struct parser *p, uint32_t at);
/* joined.c: the verbal noun that "and" joins a verbal noun to, CLAUSE_NONE if none. */
uint32_t clause_joined_to(const struct parser *p, const struct clause *clause);
/* A noun with its own verb right behind it opens a clause. */
bool clause_leads_verb(const struct parser *p, uint32_t at);
/* arguments.c: what ends the stretch of a predicate's arguments; whether what follows "and" goes on the argument before; by its ending no genitive;
 * a verb that joins a toll to its subject; one deed told by a verbal noun. */
bool argument_stops(const struct parser *p, uint32_t at, bool is_noun);
bool argument_coordinates(const struct parser *p, uint32_t at);
bool is_accusative(const struct chunk *chunk);
bool verb_causes(const struct parser *p, uint32_t at);
bool chunk_is_masdar(const struct chunk *chunk);
/* nouns.c: a deed that the verb and not the noun before is done by, or that it says did not come of it; the arguments of a verbal noun or event noun, and those that several share. */
bool means_of_verb(const struct parser *p, uint32_t event, uint32_t at);
bool content_of_verb(const struct parser *p, uint32_t event, uint32_t at);
bool failure_of_verb(const struct parser *p, uint32_t verb, uint32_t event, uint32_t at);
void reach_noun(struct parser *p, struct clause *clause);
void share_genitive(struct parser *p, struct clause *clause);
/* Whether a finite verb can have the chunk as subject that stands before it. */
bool clause_agrees(const struct parser *p, const struct chunk *verb, const struct chunk *noun);
/* Whether a frame of the lemma asks for the chunk as object. */
bool frame_asks_for(const struct parser *p, uint32_t number, uint32_t at);
/* Chooses the clause's frame again, after it got further arguments. */
void clause_refit(struct parser *p, struct clause *clause);
bool chunk_is_place(const struct parser *p, const struct chunk *chunk);

/* Whether the clause has an operator that adds a link to the chain. */
static inline bool clause_reports(const struct clause *clause)
{
    return clause->operator&& operator_reports(clause->operator->operator_class);
}

/* The last chunk of what is to be passed over that begins at `at`, `at` itself where nothing is (skips.c). */
bool chunk_is_cited(const struct parser *p, uint32_t chunk);
uint32_t skip_brackets(const struct parser *p, uint32_t at);
uint32_t skip_expression(const struct parser *p, uint32_t at);
uint32_t skip_quote(const struct parser *p, uint32_t at);
bool brackets_list(const struct parser *p, uint32_t at);
uint32_t skip_relative(const struct parser *p, uint32_t at);
uint32_t skip_occurrence(const struct parser *p, uint32_t at);
uint32_t skip_aside(const struct parser *p, uint32_t at, bool lacks);
uint32_t skip_weapon(const struct parser *p, uint32_t at);
uint32_t skip_occasion(const struct parser *p, uint32_t at);
uint32_t skip_description(const struct parser *p, uint32_t at);
/* Whether a name alone stands there in quotation marks or brackets. */
bool skip_opens_term(const struct parser *p, uint32_t at);
uint32_t skip_part(const struct parser *p, uint32_t at);

/* An adjective or participle by its chosen reading, and no noun by any other. The chunk has a reading. */
static inline bool chunk_only_describes(const struct parser *p, const struct chunk *chunk)
{
    const struct word *word = &p->words->items[chunk->head];
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_NOUN)
            return false;
    enum feature_part part = features_part(chunk->reading->features);
    return part == PART_ADJECTIVE || part == PART_ACTIVE || part == PART_PASSIVE;
}

/* «9500 شخص، بينهم 4500 مسلح»: a part of a sum is no participant. */
static inline bool chunk_is_part(const struct parser *p, uint32_t at)
{
    return at > p->first && p->chunks[at - 1].kind == CHUNK_ADVERB && p->chunks[at - 1].value == VALUE_PART;
}

static inline struct clause *parser_clause_at(const struct parser *p, uint32_t chunk)
{
    return p->out->clause_at[chunk] ? &p->out->clauses.items[p->out->clause_at[chunk] - 1] : NULL;
}

#endif
