/*
 * teller.h - what the parts of the claim stage share. Used by claim/ only.
 */
#ifndef CLAIM_TELLER_H
#define CLAIM_TELLER_H

#include "base/map.h"
#include "claim/claim.h"
#include "know/features.h"

struct teller {
    struct arena *mem;
    const struct know *know;
    const struct text *text;
    const struct word_list *words;
    const struct mention_set *mentions;
    const struct referent_list *referents;
    const struct clause_set *clauses;
    struct claim_list *out;
    struct day reference;         /* the report's date; may be absent */
    uint8_t with, under, between; /* prepositions */
    uint32_t *time_owner;         /* chunk -> 1 + clause that has this time for its own, 0 if none */
    uint32_t *reporter_of;        /* chunk -> 1 + reporting clause whose first subject it is */
    uint32_t *first_chunk;        /* sentence -> its first chunk */
    struct {
        uint8_t in, of, about, on, to, exchange, upon, before, opposite, around, during;
    } prepositions;
    struct map names;       /* last words of persons\' full names, and names of places, in the report */
    bool *turns;            /* sentence -> whether it turns to another story */
    uint32_t *relative_of;  /* chunk -> 1 + relative clause whose antecedent it is: with a light verb, or of a weapon */
    uint32_t *described_by; /* chunk of a predicate -> 1 + relative clause about it that tells no other event */
};

/* Steps for one clause, in order. */
bool tell_wanted(const struct teller *t, const struct clause *clause);
void tell_participants(struct teller *t, struct claim *claim, const struct clause *clause);
/* After the rest: the actor of a verbal noun that its own words do not name. */
void tell_control(struct teller *t, struct claim *claim, const struct clause *clause);
/* The mode that only the participants or the content tell. */
void tell_mode(const struct teller *t, struct claim *claim, uint32_t number);
void tell_status(struct teller *t, struct claim *claim, const struct clause *clause);
/* What is told for a day ahead has not happened. */
void tell_ahead(const struct teller *t, struct claim *claim);
void tell_chain(struct teller *t, struct claim *claim, const struct clause *clause);
/* Adds who speaks (a chunk) by the reporting word `verb` (a chunk, CLAUSE_NONE) as the last link. */
void claim_add_link(struct teller *t, struct claim *claim, uint32_t chunk, uint32_t verb);
void tell_counts(struct teller *t, struct claim *claim, const struct clause *clause);
void tell_time(struct teller *t, struct claim *claim, const struct clause *clause);

/* All claims of the report, once told. */
void claims_join_harm(struct teller *t);
void claims_merge(struct teller *t);
void claims_promise(struct teller *t);
/* Events that a noun takes up have whom they had when they were told; before tolls are joined. */
void claims_resume(struct teller *t);
/* Releases that name nobody are by who held those that are freed. */
void claims_of_captors(struct teller *t);
/* A deal is of those who carry its terms out, where the sentence says them. */
void claims_of_terms(struct teller *t);
/* Deaths that name nobody are by who, elsewhere in the report, killed the same people. */
void claims_of_culprits(struct teller *t);
/* Attacks that are made with words become accusations. */
void claims_of_words(struct teller *t);
/* Gathers the signs of each claim and adds them up. */
void claims_weigh(struct teller *t);
/* Protests that name nobody get whose deed they deplore, or before whose house they stand. What a protest is known by is weighed before. */
void claims_of_protest(struct teller *t);

/* What is denied without being told again is put forward once more by who denies it. */
void claims_deny(struct teller *t);
/* Two who say a thing together make a claim each; last of all. */
void claims_of_each_speaker(struct teller *t);
/* Whether a sentence after `from`, up to `to`, turns to another story: «إلى ذلك», «في سياق متصل», «على صعيد آخر». */
static inline bool story_turns(const struct teller *t, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i <= to; i++)
        if (t->turns[i])
            return true;
    return false;
}

/* Whether the chunk names a place that can be found, and says that something is there. */
bool chunk_names_place(const struct teller *t, uint32_t at);
/* What the scene says for claims without a place or day of their own; after the merging. */
void claims_set_scene(struct teller *t);
/* What the story says for those that have none of their sentence either (story.c); the last step of claims_set_scene(). */
void claims_go_on(struct teller *t);
/* The day that a time expression (a chunk) gives to the claim of a clause; none where it does not resolve. */
void claim_set_time(const struct teller *t, struct claim *claim, const struct clause *clause, uint32_t chunk);
/* Whether a time expression dates an event rather than a statement. */
bool time_dates_event(const struct teller *t, uint32_t chunk);
/* Whether a time before the clause is only that of saying what it tells. */
bool time_is_of_saying(const struct teller *t, const struct claim *claim, const struct clause *clause, uint32_t time);

/* Whether it is an act in the world; what is only said has no place and no day but that of its saying. */
bool claim_happens_somewhere(const struct claim *claim);

/* Places (places.c). A named place inside the chunk is taken where the chunk itself has no name; what nobody can find is left out. */
bool chunk_stands_for_place(const struct teller *t, const struct chunk *chunk);
bool chunk_is_facility(const struct chunk *chunk);
void add_place(struct teller *t, struct claim *claim, uint32_t at, enum role role);
void add_land(struct teller *t, struct claim *claim, uint32_t at);

/* An entity for a chunk; false when the chunk stands for nothing that can be named. */
bool entity_of_chunk(const struct teller *t, uint32_t chunk, struct claim_entity *out);
void entity_from_codebook(const struct teller *t, uint32_t number, struct claim_entity *out);
void entity_list_add(struct teller *t, struct claim_entity_list *list, const struct claim_entity *entity);
bool entity_same(const struct claim_entity *a, const struct claim_entity *b);
bool entity_list_has(const struct claim_entity_list *list, const struct claim_entity *entity);
/* Whether some entity is in both lists. */
bool entity_lists_share(const struct claim_entity_list *a, const struct claim_entity_list *b);
/* The same, or one of them is empty and so says nothing against the other. */
bool entity_lists_agree(const struct claim_entity_list *a, const struct claim_entity_list *b);
void claim_reason(struct teller *t, struct claim *claim, const char *step, const char *format, ...) __attribute__((format(printf, 4, 5)));

static inline const struct chunk *teller_chunk(const struct teller *t, uint32_t at)
{
    return &t->mentions->chunks.items[at];
}

static inline const struct clause *teller_clause(const struct teller *t, uint32_t at)
{
    return at == CLAUSE_NONE ? NULL : &t->clauses->clauses.items[at];
}

static inline uint8_t operator_of(const struct clause *clause)
{
    return clause->operator? clause->operator->operator_class : (uint8_t)OPERATOR_NONE;
}

/* The operator of a clause that names no event itself, or whose operator fits better than its frame. */
static inline bool is_operator(const struct clause *clause)
{
    return clause->operator&&(!clause->frame
                              || clause->frame->need_count < clause->operator->need_count ||(
                                     operator_of(clause) != OPERATOR_LIGHT && operator_of(clause) != OPERATOR_CAUSE
                                     && operator_of(clause) != OPERATOR_RESIST
                                     && clause->frame->need_count == clause->operator->need_count && clause->frame->need_count> 0));
}

static inline bool is_verbal(uint8_t type)
{
    return type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_THREATEN || type == EVENT_ACCUSE || type == EVENT_AGREE
           || type == EVENT_SUPPORT || type == EVENT_CONCEDE;
}

#endif
