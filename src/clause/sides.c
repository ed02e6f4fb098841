/*
 * sides.c - «الطرفان», «بينهما», «البلدان»: the two that fight, meet or agree in what was told before.
 */
#include "clause/antecedents.h"

#define SIDES_SENTENCES 6u

struct sides {
    struct antecedent one, other;
};

static bool chunk_is_side(const struct parser *p, const struct chunk *chunk, uint8_t type)
{
    if (chunk->dual || chunk->kind != CHUNK_NOUN)
        return false;
    if (chunk->entity != KNOW_NONE)
        return p->know->entities[chunk->entity].kind <= KIND_PERSON && p->know->entities[chunk->entity].kind != KIND_OUTLET;
    if (chunk->phrase == PHRASE_GROUP)
        return type == EVENT_ASSAULT && chunk->classes & 1u << CLASS_FIGHTER && (chunk->plural || chunk->of != KNOW_NONE);
    return chunk->phrase == PHRASE_BODY && (chunk->definite || chunk->of != KNOW_NONE);
}

/* «قتل ثلاثة من عناصر الجيش»: the side is the army. */
static struct antecedent side_of(const struct parser *p, uint32_t at)
{
    return (struct antecedent){ at, p->chunks[at].phrase == PHRASE_GROUP && p->chunks[at].of != KNOW_NONE };
}

/* The two sides of one clause: «بين أ وب», «أ … مع ب», «أ … ب». */
static bool sides_of_clause(const struct parser *p, const struct clause *clause, struct sides *out)
{
    const struct argument *found[2];
    uint32_t count = 0;
    bool carries = clause->operator&& clause->operator->operator_class == OPERATOR_LIGHT;
    if ((!clause->frame && !carries) || clause->relation == RELATION_RELATIVE)
        return false;
    uint8_t type = clause->frame ? clause->frame->type : (uint8_t)EVENT_NONE;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        const struct chunk *chunk = &p->chunks[argument->chunk];
        enum role usual = (enum role)p->know->usual_roles[argument->preposition];
        bool takes_part = argument->function != FUNCTION_COMPLEMENT || usual == ROLE_ACTOR || usual == ROLE_RECIPIENT;
        if (!takes_part || argument->owner || !chunk_is_side(p, chunk, type))
            continue;
        if (count && chunk->referent != KNOW_NONE && chunk->referent == p->chunks[found[0]->chunk].referent)
            continue;
        /* «بين أ وحلفائها من جهة وب من جهة أخرى»: the first and the last */
        count -= count == 2;
        found[count++] = argument;
    }
    /* «ضد أ وب»: two on one side */
    if (count < 2)
        return false;
    bool between = found[0]->preposition == found[1]->preposition && p->know->usual_roles[found[0]->preposition] == ROLE_ACTOR;
    if (found[0]->function == found[1]->function && !between)
        return false;
    *out = (struct sides){ side_of(p, found[0]->chunk), side_of(p, found[1]->chunk) };
    return true;
}

/* The state that a chunk names or belongs to, KNOW_NONE if none. */
static uint32_t state_of(const struct parser *p, const struct chunk *chunk, bool *owner)
{
    *owner = chunk->entity == KNOW_NONE;
    uint32_t entity = *owner ? chunk->of : chunk->entity;
    if (entity != KNOW_NONE && p->know->entities[entity].kind == KIND_COUNTRY)
        entity = p->know->entities[entity].of;
    return entity != KNOW_NONE && p->know->entities[entity].kind == KIND_STATE ? entity : KNOW_NONE;
}

#define SIDES_STATES 8u

/* Near mentions before many. */
static uint32_t mention_weight(uint32_t back)
{
    return back == 0 ? 1000 : back == 1 ? 100 : back < 5 ? 10 : 1;
}

/* The two states that were named nearest and most. */
static bool sides_by_state(const struct parser *p, uint32_t at, struct sides *out)
{
    struct {
        uint32_t entity, count;
        struct antecedent last;
    } states[SIDES_STATES] = { 0 };
    uint32_t known = 0, best[2] = { SIDES_STATES, SIDES_STATES };
    for (uint32_t i = 0; i < at; i++) {
        bool owner;
        uint32_t entity = p->chunks[i].kind == CHUNK_NOUN ? state_of(p, &p->chunks[i], &owner) : KNOW_NONE, j = 0;
        if (entity == KNOW_NONE)
            continue;
        while (j < known && states[j].entity != entity)
            j++;
        if (j == SIDES_STATES)
            continue;
        known += j == known;
        states[j].entity = entity;
        if (!owner || states[j].last.owner || !states[j].count)
            states[j].last = (struct antecedent){ i, owner };
        states[j].count += mention_weight(p->chunks[at].sentence - p->chunks[i].sentence);
    }
    for (uint32_t j = 0; j < known; j++)
        if (best[0] == SIDES_STATES || states[j].count > states[best[0]].count) {
            best[1] = best[0];
            best[0] = j;
        } else if (best[1] == SIDES_STATES || states[j].count > states[best[1]].count) {
            best[1] = j;
        }
    if (best[1] == SIDES_STATES)
        return false;
    *out = (struct sides){ states[best[0]].last, states[best[1]].last };
    return true;
}

static bool sides_find(const struct parser *p, uint32_t at, bool states, struct sides *out)
{
    if (states)
        return sides_by_state(p, at, out);
    for (uint32_t i = p->out->clauses.count; i-- > 0;) {
        const struct clause *clause = &p->out->clauses.items[i];
        if (clause->chunk >= at)
            continue;
        if (clause->sentence + SIDES_SENTENCES <= p->chunks[at].sentence)
            return false;
        if (sides_of_clause(p, clause, out))
            return true;
    }
    return false;
}

/* «البلدان» is also a plural, but hardly ever alone. */
static bool may_be_dual(const struct parser *p, const struct chunk *chunk)
{
    const struct word *word = &p->words->items[chunk->head];
    for (uint32_t i = 0; i < word->reading_count && chunk->plural && chunk->classes & 1u << CLASS_STATE; i++)
        if (word->readings[i].lemma == chunk->lemma && features_number(word->readings[i].features) == NUMBER_DUAL)
            return true;
    return chunk->dual;
}

/* «مجموعتين … المجموعتان»: the two were told of as such. */
static bool named_before(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    for (uint32_t i = at; i-- > 0 && p->chunks[i].sentence + SIDES_SENTENCES > chunk->sentence;)
        if (p->chunks[i].kind == CHUNK_NOUN && p->chunks[i].lemma == chunk->lemma && p->chunks[i].dual && !p->chunks[i].definite)
            return true;
    return false;
}

void sides_resolve(const struct parser *p, uint32_t at)
{
    struct chunk *chunk = &p->chunks[at];
    bool lone = chunk->definite && chunk->entity == KNOW_NONE && chunk->of == KNOW_NONE && chunk->end == chunk->head + 1
                && chunk->name_end == chunk->name_first && may_be_dual(p, chunk);
    bool states = lone && chunk->classes & 1u << CLASS_STATE;
    bool bodies = lone && chunk->phrase == PHRASE_BODY && !named_before(p, at);
    bool pronoun = chunk->phrase == PHRASE_PRONOUN && chunk->reading && chunk->reading->pronoun == PRONOUN_THEY_TWO;
    struct sides sides;
    if ((!states && !bodies && !pronoun) || !sides_find(p, at, states, &sides))
        return;
    chunk->stands_for = sides.one;
    chunk->and_for = sides.other;
}
