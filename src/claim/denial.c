/*
 * denial.c - what is denied without being told again: «ونفى الجيش ذلك», «الأمر الذي نفته الحركة», «نفت صحة هذه الأنباء». The claim told before is put
 * forward once more, as denied, by who denies it.
 */
#include "claim/teller.h"

#define BACK_MOST 1u      /* sentences back that what is denied may stand */
#define BACK_MOST_DEED 4u /* … when the denier is said to have done it */
#define DENIED_MOST 3u    /* acts that one denial is of */

/* Whether a sentence ends behind a chunk. */
static bool ends_sentence(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at), *next = at + 1 < t->mentions->chunks.count ? teller_chunk(t, at + 1) : NULL;
    return !next || next->sentence != chunk->sentence || (next->kind == CHUNK_MARK && (next->mark == '.' || next->mark == '!'));
}

/* Whether nothing behind a chunk says more of it. */
static bool stands_alone(const struct teller *t, uint32_t at)
{
    const struct chunk *next = at + 1 < t->mentions->chunks.count ? teller_chunk(t, at + 1) : NULL;
    return ends_sentence(t, at) || next->kind == CHUNK_CONJ || next->kind == CHUNK_LINK || next->kind == CHUNK_EXPRESSION
           || next->kind == CHUNK_ADVERB || (next->kind == CHUNK_MARK && next->mark == ',');
}

/* «هذه الأنباء», «صحة الخبر», «الاتهامات», with nothing behind: a word for what was said, and not what was done. */
static bool is_saying(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at), *next = at + 1 < t->mentions->chunks.count ? teller_chunk(t, at + 1) : chunk;
    if (next->kind == CHUNK_NOUN && !next->preposition && next->classes & 1u << CLASS_SPEECH) { /* «صحة | الخبر» */
        chunk = next;
        at++;
    }
    const struct clause *noun = t->clauses->clause_at[at] ? teller_clause(t, t->clauses->clause_at[at] - 1) : NULL;
    bool charge = noun && noun->frame && noun->frame->type == EVENT_ACCUSE;
    return (charge || chunk->classes & 1u << CLASS_SPEECH) && (chunk->definite || chunk->demonstrative) && stands_alone(t, at);
}

static bool denies_by_pronoun(const struct teller *t, const struct clause *clause)
{
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    return clause->form == CLAUSE_FINITE && verb->reading && verb->reading->pronoun;
}

/* «ونفى الجيش ذلك», «الأمر الذي نفته الحركة», «والحركة تنفي», «نفي قطعي من الجيش»: a pronoun, or nothing. */
static bool names_nothing(const struct teller *t, const struct clause *clause)
{
    static const char that[] = "\xd8\xb0\xd9\x84\xd9\x83"; /* is no chunk */
    uint32_t last = clause->chunk;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_OBJECT && !(denies_by_pronoun(t, clause) && argument->origin >= ORIGIN_ANTECEDENT))
            return false;
        if (argument->origin <= ORIGIN_COORDINATE && argument->chunk > last)
            last = argument->chunk;
    }
    if (clause->form == CLAUSE_NOUN)
        return clause_argument(clause, FUNCTION_GENITIVE) == CLAUSE_NONE;
    uint32_t word = teller_chunk(t, last)->end;
    return denies_by_pronoun(t, clause) || ends_sentence(t, last)
           || (word < t->words->count && slice_equal(t->words->items[word].fold, slice_of(that)));
}

/* Whether the denial names nothing of its own that it denies. A row that asks for something is no denial without it. */
static bool points_back(const struct teller *t, uint32_t number)
{
    const struct clause *clause = teller_clause(t, number);
    if (operator_of(clause) != OPERATOR_DENY || clause->negated || clause->has_content || clause->relation == RELATION_PURPOSE)
        return false;
    for (uint32_t i = 0; i < t->out->count; i++)
        if (teller_clause(t, t->out->items[i].clause)->governor == number)
            return false;
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->form == CLAUSE_NOUN && (clause->operator->part != FRAME_VERB ||(chunk->reading && chunk->reading->pronoun)))
        return false;
    uint32_t object = clause_argument(clause, FUNCTION_OBJECT);
    if (object != CLAUSE_NONE && is_saying(t, object))
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

/* Whether a sentence, a reporter or an accuser says it, and not in passing. */
static bool is_told(const struct teller *t, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    while (above && clause->relation == RELATION_ARGUMENT
           && (operator_of(above) == OPERATOR_LIGHT || operator_of(above) == OPERATOR_ASPECT)) {
        clause = above;
        above = teller_clause(t, clause->governor);
    }
    return clause->relation == RELATION_ROOT || (above && operator_reports(operator_of(above)))
           || (above && above->frame && above->frame->type == EVENT_ACCUSE);
}

static bool may_be_denied(const struct teller *t, const struct claim *claim, const struct claim_entity *denier)
{
    const struct claim_entity *origin = claim->chain.count ? &claim->chain.items[claim->chain.count - 1] : NULL;
    return claim->status == CLAIM_ACTUAL && claim->type != EVENT_ACCUSE && !(origin && entity_same(origin, denier))
           && is_told(t, teller_clause(t, claim->clause));
}

/* The first claim of the nearest sentence before the denial that has any: one of what the denier is said to have done before any other;
 * KNOW_NONE if there is none. */
static uint32_t denied_claim(const struct teller *t, const struct clause *denial, const struct claim_entity *denier)
{
    uint32_t start = t->words->items[teller_chunk(t, denial->chunk)->head].start, best = KNOW_NONE;
    bool best_deed = false;
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *claim = &t->out->items[i];
        bool deed = is_deed_of(claim, denier);
        uint32_t most = denies_by_pronoun(t, denial) ? 0 : deed ? BACK_MOST_DEED : BACK_MOST;
        if (claim->trigger.start >= start || denial->sentence - claim->sentence > most || !may_be_denied(t, claim, denier)
            || story_turns(t, claim->sentence, denial->sentence))
            continue;
        if (best == KNOW_NONE || deed > best_deed || (deed == best_deed && claim->sentence > t->out->items[best].sentence)) {
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
    const struct claim *denied = &t->out->items[told];
    uint32_t teller = denied->chain.count ? denied->chain.items[denied->chain.count - 1].chunk : KNOW_NONE;
    for (uint32_t i = 0; i < voice->count; i++)
        if (voice->links[i].chunk != teller) /* «قال ناشطون …، وهو ما نفته أ»: they do not tell of the denial */
            claim_add_link(t, claim, voice->links[i].chunk, voice->links[i].verb);
    claim_add_link(t, claim, denier, clause->chunk);
    claim_reason(t, claim, "denial", "of the claim at byte %u", denied->trigger.start);
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
        /* what stands beside it under the same words is denied with it */
        for (uint32_t j = 0; j < count && denied < DENIED_MOST; j++) {
            const struct claim *claim = &t->out->items[j], *first = &t->out->items[told];
            bool beside = claim->sentence == first->sentence && first->chain.count && same_origin(claim, first)
                          && teller_clause(t, claim->clause)->governor == teller_clause(t, first->clause)->governor;
            if (j == told || (beside && may_be_denied(t, claim, &who) && is_deed_of(claim, &who) == is_deed_of(first, &who))) {
                deny(t, i, j, denier);
                denied++;
            }
        }
    }
}
