/*
 * denial.c - what is denied without being told again: «ونفى الجيش ذلك», «الأمر الذي نفته الحركة», «نفت صحة هذه الأنباء». The claim told before is put
 * forward once more, as denied, by who denies it.
 */
#include "claim/teller.h"

#define DENIAL_SENTENCES 2u /* how far back the claim may stand */
#define DENIED_MOST 3u      /* acts that one denial is of */

/* Whether the clause's words end at a chunk: what follows opens something new. */
static bool ends_behind(const struct teller *t, const struct clause *clause, uint32_t at)
{
    const struct chunk *next = at + 1 < t->mentions->chunks.count ? teller_chunk(t, at + 1) : NULL;
    if (!next || next->sentence != clause->sentence)
        return true;
    if (next->kind == CHUNK_MARK && next->mark == ',')
        next = at + 2 < t->mentions->chunks.count ? teller_chunk(t, at + 2) : next;
    else if (next->kind == CHUNK_MARK)
        return next->mark != '"' && next->mark != '<' && next->mark != ':' && next->mark != '(';
    return next->kind == CHUNK_CONJ || next->kind == CHUNK_LINK || next->kind == CHUNK_EXPRESSION || next->kind == CHUNK_VERB
           || next->kind == CHUNK_ADVERB;
}

/* «هذه الأنباء», «صحة الخبر», «الاتهامات», with nothing behind: a word for what was said, and not what was done. */
static bool is_saying(const struct teller *t, const struct clause *clause, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at), *next = at + 1 < t->mentions->chunks.count ? teller_chunk(t, at + 1) : chunk;
    if (next->kind == CHUNK_NOUN && !next->preposition && next->classes & 1u << CLASS_SPEECH) { /* «صحة | الخبر» */
        chunk = next;
        at++;
    }
    const struct clause *noun = t->clauses->clause_at[at] ? teller_clause(t, t->clauses->clause_at[at] - 1) : NULL;
    bool charge = noun && noun->frame && noun->frame->type == EVENT_ACCUSE;
    return (charge || chunk->classes & 1u << CLASS_SPEECH) && (chunk->definite || chunk->demonstrative) && ends_behind(t, clause, at);
}

/* «ونفى الجيش ذلك», «الأمر الذي نفته الحركة», «والحركة تنفي»: nothing is named, or a pronoun. */
static bool names_nothing(const struct teller *t, const struct clause *clause)
{
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    uint32_t last = clause->chunk;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_OBJECT && !(verb->reading && verb->reading->pronoun && argument->origin >= ORIGIN_ANTECEDENT))
            return false;
        if (argument->origin <= ORIGIN_COORDINATE && argument->chunk > last)
            last = argument->chunk;
    }
    uint32_t next = last + 1 < t->mentions->chunks.count ? teller_chunk(t, last + 1)->first : 0;
    bool that = next > teller_chunk(t, last)->end; /* «ذلك» is no chunk */
    return that || ends_behind(t, clause, last);
}

/* Whether the denial names nothing of its own that it denies. A row that asks for something is no denial without it. */
static bool points_back(const struct teller *t, uint32_t number)
{
    const struct clause *clause = teller_clause(t, number);
    if (operator_of(clause) != OPERATOR_DENY || clause->negated || clause->has_content)
        return false;
    for (uint32_t i = 0; i < t->out->count; i++)
        if (teller_clause(t, t->out->items[i].clause)->governor == number)
            return false;
    if (clause->form == CLAUSE_NOUN)
        return clause->operator->part == FRAME_VERB && clause->operator->need_count == 0 && names_nothing(t, clause);
    uint32_t object = clause_argument(clause, FUNCTION_OBJECT);
    if (object != CLAUSE_NONE && is_saying(t, clause, object))
        return true;
    return clause->operator->need_count == 0 && names_nothing(t, clause);
}

/* Who denies: the subject, or with a noun whom it comes from («نفي قطعي من أ»). CLAUSE_NONE if nobody is named. */
static uint32_t denier_of(const struct teller *t, const struct clause *clause)
{
    uint32_t at = clause->form == CLAUSE_NOUN ? CLAUSE_NONE : clause_argument(clause, FUNCTION_SUBJECT);
    for (uint32_t i = 0; clause->form == CLAUSE_NOUN && i < clause->arguments.count; i++)
        if (clause->arguments.items[i].preposition == t->prepositions.of)
            at = clause->arguments.items[i].chunk;
    if (at == CLAUSE_NONE)
        return at;
    const struct chunk *chunk = teller_chunk(t, at);
    bool state = chunk->entity != KNOW_NONE && t->know->entities[chunk->entity].kind == KIND_COUNTRY;
    return state || chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_GROUP ? at : CLAUSE_NONE;
}

static bool is_deed_of(const struct claim *claim, const struct claim_entity *denier)
{
    for (uint32_t i = 0; i < claim->actors.count; i++)
        if (entity_same(&claim->actors.items[i], denier) || (denier->of.len && slice_equal(denier->of, claim->actors.items[i].name)))
            return true;
    return false;
}

/* What somebody else told as having happened; of what the denier has not done only what a sentence turns on, no aside. */
static bool may_be_denied(const struct teller *t, const struct claim *claim, const struct claim_entity *denier)
{
    const struct claim_entity *origin = claim->chain.count ? &claim->chain.items[claim->chain.count - 1] : NULL;
    if (claim->status != CLAIM_ACTUAL || claim->type == EVENT_ACCUSE || (origin && entity_same(origin, denier)))
        return false;
    const struct clause *clause = teller_clause(t, claim->clause), *above = teller_clause(t, clause->governor);
    return is_deed_of(claim, denier) || clause->relation == RELATION_ROOT || (above && operator_of(above) != OPERATOR_NONE);
}

/* The nearest claim before the denial: one of what the denier is said to have done before any other; KNOW_NONE if none. */
static uint32_t denied_claim(const struct teller *t, const struct clause *denial, const struct claim_entity *denier)
{
    uint32_t start = t->words->items[teller_chunk(t, denial->chunk)->head].start, best = KNOW_NONE;
    bool best_deed = false;
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *claim = &t->out->items[i];
        if (claim->trigger.start >= start || denial->sentence - claim->sentence > DENIAL_SENTENCES || !may_be_denied(t, claim, denier)
            || story_turns(t, claim->sentence, denial->sentence))
            continue;
        bool deed = is_deed_of(claim, denier);
        if (best == KNOW_NONE || deed > best_deed || (deed == best_deed && claim->trigger.start > t->out->items[best].trigger.start)) {
            best = i;
            best_deed = deed;
        }
    }
    return best;
}

static bool same_origin(const struct claim *a, const struct claim *b)
{
    if (!a->chain.count || !b->chain.count)
        return a->chain.count == b->chain.count;
    return entity_same(&a->chain.items[a->chain.count - 1], &b->chain.items[b->chain.count - 1]);
}

static void deny(struct teller *t, uint32_t number, uint32_t told, uint32_t denier)
{
    const struct clause *clause = teller_clause(t, number);
    const struct voice *voice = &t->clauses->voices.items[clause->voice];
    const struct sentence *sentence = &t->text->sentences.items[clause->sentence];
    const struct word *head = &t->words->items[teller_chunk(t, clause->chunk)->head];
    struct claim *claim = list_add(t->mem, t->out);
    *claim = t->out->items[told];
    claim->status = CLAIM_NEGATED;
    claim->sentence = clause->sentence;
    claim->trigger = (struct claim_span){ head->start, head->end };
    claim->evidence = (struct claim_span_list){ 0 };
    claim->chain = (struct claim_entity_list){ 0 };
    claim->counts = (struct claim_count_list){ 0 };
    claim->reasons = (struct claim_reason_list){ 0 };
    *(struct claim_span *)list_add(t->mem, &claim->evidence) = (struct claim_span){ sentence->start, sentence->end };
    for (uint32_t i = 0; i < voice->count; i++)
        claim_add_link(t, claim, voice->links[i].chunk, voice->links[i].verb);
    claim_add_link(t, claim, denier, clause->chunk);
    claim_reason(t, claim, "denial", "of the claim at byte %u", t->out->items[told].trigger.start);
}

void claims_deny(struct teller *t)
{
    for (uint32_t i = 0; i < t->clauses->clauses.count; i++) {
        uint32_t denier = points_back(t, i) ? denier_of(t, teller_clause(t, i)) : CLAUSE_NONE;
        struct claim_entity who;
        if (denier == CLAUSE_NONE || !entity_of_chunk(t, denier, &who))
            continue;
        uint32_t told = denied_claim(t, teller_clause(t, i), &who), count = t->out->count, denied = 0;
        if (told == KNOW_NONE)
            continue;
        /* what the same speaker said in one sentence is denied as a whole */
        for (uint32_t j = 0; j < count && denied < DENIED_MOST; j++) {
            const struct claim *claim = &t->out->items[j], *nearest = &t->out->items[told];
            if (claim->sentence == nearest->sentence && claim->trigger.start <= nearest->trigger.start && may_be_denied(t, claim, &who)
                && same_origin(claim, nearest) && is_deed_of(claim, &who) == is_deed_of(nearest, &who)) {
                deny(t, i, j, denier);
                denied++;
            }
        }
    }
}
