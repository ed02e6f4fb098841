/*
 * path.h - the path from a clause to the root: what of a clause's telling the clauses above it decide. Used by claim/ only.
 */
#ifndef CLAIM_PATH_H
#define CLAIM_PATH_H

#include "claim/teller.h"

#define PATH_MOST 16

/* Relations through which an operator above does not reach: what they tell is presupposed. */
static inline bool is_presupposed(const struct clause *clause)
{
    return clause->relation == RELATION_RELATIVE || clause->relation == RELATION_WHEN || clause->relation == RELATION_CAUSE
           || clause->relation == RELATION_ROOT || clause->relation == RELATION_WITHIN;
}

/* Whether a frame needs a complement with a preposition. */
static inline bool asks_for_preposition(const struct teller *t, const struct frame *frame)
{
    for (uint32_t i = 0; i < frame->need_count; i++) {
        uint8_t kind = t->know->needs[frame->need_first + i].kind;
        if (kind == NEED_PREPOSITION || kind == NEED_COMPLEMENT || kind == NEED_COMPLEMENT_CLASS)
            return true;
    }
    return false;
}

#endif
