/*
 * claim.h - what the reader says: an event with its participants, as put forward by one chain of sources, with one status.
 *
 * Offsets are bytes of the document's text; document_origin() leads them back to the input. Slices live as long as the arena and the
 * codebook. Definition of truth: the project's codebook of readings (docs/codebook.md); output contract: claims.schema.json.
 */
#ifndef CLAIM_CLAIM_H
#define CLAIM_CLAIM_H

#include "clause/clause.h"
#include "name/refer.h"

struct claim_span {
    uint32_t start, end; /* end 0: no mention */
};

struct claim_span_list {
    struct claim_span *items;
    uint32_t count, room;
};

/* A participant, place or link. */
struct claim_entity {
    struct slice name; /* by its fullest known name */
    struct slice id;   /* codebook id, empty if none */
    struct slice of;   /* the body that a group belongs to, empty if none */
    struct claim_span mention;
    struct slice_list aliases;
    uint32_t referent; /* KNOW_NONE if none */
    uint32_t entity;   /* KNOW_NONE if none */
    uint32_t chunk;
    uint8_t role;         /* places: enum role (ROLE_AT, ROLE_FROM, ROLE_TO) */
    uint8_t kind;         /* links: enum link_kind */
    struct slice verb;    /* links: the reporting word */
    float lat, lon;       /* places: NaN when not known */
    struct slice country; /* places: ISO code, empty if not known */
};

struct claim_entity_list {
    struct claim_entity *items;
    uint32_t count, room;
};

enum link_kind { LINK_NAMED, LINK_BODY, LINK_ANONYMOUS };

enum claim_status { CLAIM_ACTUAL, CLAIM_NEGATED, CLAIM_FUTURE, CLAIM_HYPOTHETICAL };

struct claim_count {
    uint8_t what; /* enum count_kind */
    bool has_max, approx;
    int64_t min, max;
    struct slice of;
    struct claim_span mention;
};

struct claim_count_list {
    struct claim_count *items;
    uint32_t count, room;
};

/* One step of the way to a claim, for explain. */
struct claim_reason {
    const char *step; /* "frame", "status", "merge" … */
    struct slice text;
};

struct claim_reason_list {
    struct claim_reason *items;
    uint32_t count, room;
};

struct claim {
    char id[17];
    uint8_t type, mode, status; /* enum event_type, event_mode, claim_status */
    struct claim_span trigger;
    struct claim_span_list evidence; /* sentences, in order, the trigger's first of all */
    struct claim_entity_list actors, recipients, places, chain;
    struct claim_count_list counts;
    bool has_time;
    char time_start[16], time_end[16]; /* YYYY-MM-DD */
    struct claim_span time_mention;
    double confidence;
    uint32_t clause, sentence;
    uint32_t resumes;                       /* 1 + the claim whose event it takes up, 0 if none */
    bool harm;                              /* tells deaths or injuries without the attack */
    bool dropped;                           /* merged away */
    bool joined;                            /* an attack and its toll, told apart */
    uint64_t signs[(SIGN_COUNT + 63) / 64]; /* bits of enum claim_sign */
    int32_t weight;                         /* what the signs add up to; below 0 it is no telling */
    struct claim_reason_list reasons;
};

struct claim_list {
    struct claim *items;
    uint32_t count, room;
};

/* Leaves out the claims whose signs weigh too little: what is spoken of, and not told. */
void claims_keep(struct claim_list *claims);
bool claim_has_sign(const struct claim *claim, enum claim_sign sign);

/* Claims in the order of their triggers, ids set, weighed; claims_keep() is left to the caller. */
enum isnad_status claim_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                             const struct mention_set *mentions, const struct referent_list *referents, const struct clause_set *clauses,
                             struct claim_list *out, struct isnad_error *error);

#endif
