/*
 * resume.c - an event that was told before and is taken up: «القصف», «في الهجوم», «عملية التبادل». It has whom it had then, and where the same
 * speaker goes on it is the same claim.
 */
#include "claim/teller.h"

/* How many sentences back the event may stand that a noun takes up: by its own word, or by any word for an attack. */
#define RESUME_SENTENCES 8u
#define RESUME_NEAR 1u
#define RESUME_WINDOW 64u

/* With the article or a demonstrative, and neither counted nor owned. */
static bool takes_up(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    bool definite = chunk->demonstrative || (chunk->reading && chunk->reading->clitics & CLITIC_AL);
    return definite && chunk->phrase == PHRASE_EVENT && chunk->number == KNOW_NONE && chunk->of == KNOW_NONE;
}

/* The noun by which the claim takes up an event: its own, or of a toll the attack that it stands in. */
static const struct clause *taken_up(const struct teller *t, const struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    if (clause->form == CLAUSE_NOUN && takes_up(t, clause->chunk))
        return clause;
    for (uint32_t i = 0; claim->harm && i < clause->arguments.count; i++) {
        uint32_t at = clause->arguments.items[i].chunk;
        const struct clause *noun = t->clauses->clause_at[at] ? &t->clauses->clauses.items[t->clauses->clause_at[at] - 1] : NULL;
        if (noun && noun->frame && noun->frame->type == EVENT_ASSAULT && takes_up(t, at))
            return noun;
    }
    return NULL;
}

/* The sentence turns on the attack: a verb tells it, by itself or with its noun. */
static bool is_main(const struct teller *t, const struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause), *above = teller_clause(t, clause->governor);
    if (clause->form == CLAUSE_NOUN)
        return above && operator_of(above) == OPERATOR_LIGHT && above->form == CLAUSE_FINITE && above->relation != RELATION_RELATIVE;
    return clause->relation == RELATION_ROOT || clause->relation == RELATION_CONTENT || clause->relation == RELATION_WITHIN;
}

static bool is_told_by(const struct claim *told, const struct claim *claim)
{
    return told->type == claim->type && told->status == claim->status && !told->dropped && (told->actors.count || told->recipients.count)
           && (!told->mode || !claim->mode || told->mode == claim->mode) && entity_lists_agree(&told->places, &claim->places)
           && entity_lists_agree(&told->actors, &claim->actors)
           && (claim->harm || entity_lists_agree(&told->recipients, &claim->recipients));
}

/* One for one, several for several. */
static bool numbers_agree(const struct teller *t, const struct clause *noun, const struct clause *told)
{
    const struct chunk *chunk = teller_chunk(t, told->chunk);
    bool several = told->form == CLAUSE_NOUN && (chunk->plural || chunk->number != KNOW_NONE);
    return told->form != CLAUSE_NOUN || several == teller_chunk(t, noun->chunk)->plural;
}

static bool is_killing(const struct frame *frame)
{
    for (uint32_t i = 0; i < frame->count_count; i++)
        if (frame->counts[i].role == ROLE_RECIPIENT)
            return true;
    return false;
}

/* «الهجوم», «القصف» right behind an attack of another word; but a clash takes up no strike, and a strike no killing. */
static bool may_mean(const struct teller *t, const struct clause *noun, const struct claim *told)
{
    const struct clause *clause = teller_clause(t, told->clause);
    return !teller_chunk(t, noun->chunk)->plural && is_main(t, told) && told->actors.count && !is_killing(clause->frame)
           && (noun->frame->object == ROLE_NONE) == (clause->frame->object == ROLE_NONE);
}

/* The claim that told the event. */
static struct claim *told_before(const struct teller *t, uint32_t number, const struct clause *noun)
{
    const struct claim *claim = &t->out->items[number];
    for (uint32_t i = number; i-- > 0 && i + RESUME_WINDOW > number;) {
        struct claim *told = &t->out->items[i];
        const struct clause *clause = teller_clause(t, told->clause);
        uint32_t back = claim->sentence - told->sentence;
        if (back > RESUME_SENTENCES || story_turns(t, told->sentence, claim->sentence))
            return NULL;
        if (!is_told_by(told, claim))
            continue;
        if (clause->lemma == noun->lemma
                ? numbers_agree(t, noun, clause)
                : claim->type == EVENT_ASSAULT && back == RESUME_NEAR && !claim->actors.count && may_mean(t, noun, told))
            return told;
    }
    return NULL;
}

static bool owns(const struct claim_entity *body, const struct claim_entity_list *members)
{
    for (uint32_t i = 0; i < members->count; i++)
        if (entity_same(body, &members->items[i]) || (members->items[i].of.len && slice_equal(members->items[i].of, body->name)))
            return true;
    return false;
}

static void take_over(struct teller *t, struct claim *claim, const struct claim *told)
{
    claim->resumes = (uint32_t)(told - t->out->items) + 1;
    bool acts = claim->actors.count == 0, suffers = claim->recipients.count == 0;
    for (uint32_t i = 0; acts && i < told->actors.count; i++)
        if (!owns(&told->actors.items[i], &claim->recipients))
            entity_list_add(t, &claim->actors, &told->actors.items[i]);
    for (uint32_t i = 0; suffers && i < told->recipients.count; i++)
        entity_list_add(t, &claim->recipients, &told->recipients.items[i]);
    claim_reason(t, claim, "resume", "the event told at byte %u", told->trigger.start);
}

/* Whether the sentence of one names a place that the sentence of the other does not. */
static bool goes_elsewhere(const struct teller *t, const struct claim *claim, const struct claim *from)
{
    const struct chunk_list *chunks = &t->mentions->chunks;
    for (uint32_t i = t->first_chunk[claim->sentence]; i < chunks->count && chunks->items[i].sentence == claim->sentence; i++) {
        const struct chunk *place = &chunks->items[i];
        if (place->kind != CHUNK_NOUN || place->phrase != PHRASE_PLACE || place->referent == KNOW_NONE)
            continue;
        uint32_t j = t->first_chunk[from->sentence];
        while (j < chunks->count && chunks->items[j].sentence == from->sentence && chunks->items[j].referent != place->referent)
            j++;
        if (j == chunks->count || chunks->items[j].sentence != from->sentence)
            return true;
    }
    return false;
}

/* «قصفت أ البلدة. وقتل ثلاثة مدنيين.»: a toll behind an attack that has none is its toll (codebook, section 2, rule 2). */
static struct claim *attack_before(const struct teller *t, uint32_t number)
{
    const struct claim *claim = &t->out->items[number];
    for (uint32_t i = number; i-- > 0 && i + RESUME_WINDOW > number;) {
        struct claim *attack = &t->out->items[i];
        if (attack->sentence == claim->sentence && attack->type == EVENT_ASSAULT)
            return NULL;
        if (attack->sentence + RESUME_NEAR < claim->sentence)
            return NULL;
        if (attack->type != EVENT_ASSAULT)
            continue;
        bool goes_on = is_main(t, attack) && !is_killing(teller_clause(t, attack->clause)->frame) && !claim->has_time
                       && !goes_elsewhere(t, claim, attack);
        /* who counts the dead of a war does not say who shelled yesterday */
        bool others = attack->chain.count && claim->chain.count
                      && !entity_same(&attack->chain.items[attack->chain.count - 1], &claim->chain.items[claim->chain.count - 1]);
        return goes_on && !others && !attack->harm && !attack->counts.count && is_told_by(attack, claim) ? attack : NULL;
    }
    return NULL;
}

/* «خرجت مظاهرات … وردد المتظاهرون»: who demonstrates, where the report calls them so. */
static void add_protesters(struct teller *t, struct claim *claim)
{
    const struct chunk_list *chunks = &t->mentions->chunks;
    uint32_t best = CLAUSE_NONE;
    for (uint32_t i = t->first_chunk[claim->sentence > RESUME_SENTENCES ? claim->sentence - RESUME_SENTENCES : 0];
         i < chunks->count && chunks->items[i].sentence <= claim->sentence + RESUME_SENTENCES; i++) {
        const struct chunk *chunk = &chunks->items[i];
        if (chunk->kind != CHUNK_NOUN || chunk->phrase != PHRASE_GROUP || !(chunk->classes & 1u << CLASS_PROTESTER) || !chunk->plural)
            continue;
        bool after = chunk->sentence >= claim->sentence;
        if (story_turns(t, after ? claim->sentence : chunk->sentence, after ? chunk->sentence : claim->sentence))
            continue;
        best = i;
        if (after)
            break;
    }
    struct claim_entity protesters;
    if (best != CLAUSE_NONE && entity_of_chunk(t, best, &protesters)) {
        entity_list_add(t, &claim->actors, &protesters);
        claim_reason(t, claim, "resume", "who demonstrated, by their name at byte %u", protesters.mention.start);
    }
}

static void add_other_side(struct teller *t, struct claim *claim, const struct claim_entity *entity)
{
    for (uint32_t i = 0; i < claim->actors.count; i++)
        if (entity_same(&claim->actors.items[i], entity))
            return;
    entity_list_add(t, &claim->recipients, entity);
}

/* «رفض هذا الطلب», «تجاهل مطالبهم»: whoever demanded it is refused. */
static void add_refused(struct teller *t, uint32_t number)
{
    struct claim *claim = &t->out->items[number];
    const struct clause *clause = teller_clause(t, claim->clause);
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        uint32_t at = clause->arguments.items[i].chunk;
        const struct chunk *chunk = teller_chunk(t, at);
        struct claim_entity owner;
        if (clause->arguments.items[i].function != FUNCTION_OBJECT && clause->arguments.items[i].function != FUNCTION_GENITIVE)
            continue;
        const struct clause *noun = t->clauses->clause_at[at] ? &t->clauses->clauses.items[t->clauses->clause_at[at] - 1] : NULL;
        bool demand = noun && noun->frame && noun->frame->type == EVENT_REQUEST;
        if (chunk->stands_for.chunk != KNOW_NONE && !chunk->stands_for.owner && (demand || chunk->phrase == PHRASE_THING)
            && entity_of_chunk(t, chunk->stands_for.chunk, &owner))
            add_other_side(t, claim, &owner);
        for (uint32_t j = number; demand && takes_up(t, at) && !claim->recipients.count && j-- > 0;) {
            const struct claim *told = &t->out->items[j];
            if (claim->sentence - told->sentence > RESUME_SENTENCES)
                break;
            for (uint32_t k = 0; told->type == EVENT_REQUEST && k < told->actors.count; k++)
                add_other_side(t, claim, &told->actors.items[k]);
        }
    }
}

void claims_resume(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        if (claim->dropped)
            continue;
        const struct clause *noun = taken_up(t, claim);
        const struct claim *told = noun ? told_before(t, i, noun) : claim->harm ? attack_before(t, i) : NULL;
        if (told)
            take_over(t, claim, told);
        if (claim->type == EVENT_REJECT && !claim->recipients.count)
            add_refused(t, i);
        if (claim->type == EVENT_PROTEST && !claim->actors.count)
            add_protesters(t, claim);
    }
}

/* «الاتفاق تضمن الإفراج عن … مقابل إطلاق التنظيم …»: where a verb says what a deal holds, those who carry its terms out made it, and not the sides
 * of another deal that was told before. */
void claims_of_terms(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *deal = &t->out->items[i];
        const struct clause *noun = teller_clause(t, deal->clause), *verb = teller_clause(t, noun->governor);
        if (deal->dropped || deal->type != EVENT_AGREE || !takes_up(t, noun->chunk) || !verb || operator_of(verb) != OPERATOR_PLAN
            || clause_argument(verb, FUNCTION_SUBJECT) != noun->chunk)
            continue;
        struct claim_entity_list sides = { 0 };
        for (uint32_t j = 0; j < t->out->count; j++) {
            const struct claim *term = &t->out->items[j];
            if (!term->dropped && term->type == EVENT_RETREAT && term->sentence == deal->sentence
                && teller_clause(t, term->clause)->chunk > verb->chunk)
                for (uint32_t k = 0; k < term->actors.count; k++)
                    entity_list_add(t, &sides, &term->actors.items[k]);
        }
        if (sides.count < 2)
            continue;
        deal->actors = sides;
        claim_reason(t, deal, "resume", "those who carry out what it holds");
    }
}
