/*
 * joined.c - verbal nouns in a row: «على وقف القصف وتبادل الأسرى». What "and" joins to one is told as that is.
 */
#include "clause/parser.h"

static uint32_t index_of(const struct parser *p, const struct clause *clause)
{
    return (uint32_t)(clause - p->out->clauses.items);
}

static bool is_masdar(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_NOUN && chunk->reading && features_part(chunk->reading->features) == PART_MASDAR
           && (chunk->reading->features & FEATURE_CASES) != FEATURE_ACCUSATIVE;
}

/* A verbal noun, or the noun «وقف» that ends something. */
static bool is_deed(const struct parser *p, const struct clause *clause)
{
    if (clause->form != CLAUSE_NOUN)
        return false;
    bool ends = clause->frame && clause->frame->type == EVENT_RETREAT && !p->chunks[clause->chunk].definite;
    return ends || is_masdar(&p->chunks[clause->chunk]);
}

/* «في القصف», «خلال الهجوم»: where or when, and no part of a list. */
static bool is_circumstantial(const struct parser *p, const struct clause *clause)
{
    uint8_t preposition = p->chunks[clause->chunk].preposition;
    enum role role = (enum role)p->know->usual_roles[preposition];
    return clause->relation == RELATION_WHEN || clause->relation == RELATION_CAUSE
           || (preposition && (preposition == p->in || (preposition >= PREP_FIRST_FREE && (role == ROLE_NONE || role == ROLE_AT))));
}

/* «وقف | إطلاق النار», «وقف دائم | لإطلاق النار»: the verbal noun that a verbal noun completes. */
static uint32_t deed_over(const struct parser *p, uint32_t number)
{
    const struct clause *clause = &p->out->clauses.items[number];
    while (clause->governor != CLAUSE_NONE && clause->governor >= p->first_clause && clause->relation == RELATION_ARGUMENT) {
        const struct clause *above = &p->out->clauses.items[clause->governor];
        bool stopped = p->chunks[clause->chunk].preposition == PREP_L && above->frame && above->frame->type == EVENT_RETREAT;
        if (!is_deed(p, above) || (!stopped && clause_argument(above, FUNCTION_GENITIVE) != clause->chunk))
            break;
        clause = above;
    }
    return index_of(p, clause);
}

/* «على ضرورة الوقف والإفراج»: the preposition is lent by a noun of need, to which the verbal noun is not joined. */
static bool preposition_is_lent(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at; i-- > p->first;) {
        if (p->chunks[i].preposition != p->chunks[at].preposition || (i > p->first && p->chunks[i - 1].kind == CHUNK_CONJ))
            continue;
        const struct clause *before = parser_clause_at(p, i);
        return before && before->operator&& before->operator->operator_class == OPERATOR_NEED;
    }
    return false;
}

/* «على وقف القصف وتبادل الأسرى», «ستسهل دخول السفن وفتح المطار»: a verbal noun behind "and" goes on with the one before it. */
uint32_t clause_joined_to(const struct parser *p, const struct clause *clause)
{
    uint32_t at = clause->chunk;
    if (at < p->first + 2 || p->chunks[at - 1].kind != CHUNK_CONJ || !is_deed(p, clause))
        return CLAUSE_NONE;
    uint32_t nearest = CLAUSE_NONE;
    uint8_t preposition = p->chunks[at].preposition;
    bool bare = !preposition || preposition_is_lent(p, at);
    for (uint32_t i = at - 1; i-- > p->first;) {
        const struct chunk *chunk = &p->chunks[i];
        bool passed = chunk->kind == CHUNK_NOUN || chunk->kind == CHUNK_CONJ || chunk->kind == CHUNK_TIME || chunk->kind == CHUNK_ADVERB
                      || (chunk->kind == CHUNK_MARK && (chunk->mark == '"' || chunk->mark == '<' || chunk->mark == '>'))
                      /* «بالاستقالة من منصبه، وبإعادة الأسرى» */
                      || (chunk->kind == CHUNK_MARK && chunk->mark == ',' && i + 2 == at && preposition == PREP_B);
        const struct clause *before = parser_clause_at(p, i);
        if (!passed || (!before && is_masdar(chunk) && !chunk->genitive))
            break; /* a verbal noun without a clause is what it is joined to */
        if (!before || !is_deed(p, before) || is_circumstantial(p, before))
            continue;
        if (preposition == chunk->preposition)
            return deed_over(p, index_of(p, before));
        if (bare && nearest == CLAUSE_NONE)
            nearest = index_of(p, before);
        if (!preposition)
            break;
    }
    return nearest == CLAUSE_NONE ? CLAUSE_NONE : deed_over(p, nearest);
}
