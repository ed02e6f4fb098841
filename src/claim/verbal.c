/*
 * verbal.c - attacks with words: «شن هجوما لاذعا» is told by its frame, «هاجم الوزير نائبه قائلا …» by who attacks whom, and by the words beside it.
 */
#include "claim/teller.h"

#define WORDS_MOST_CHUNKS 24u

static bool is_official(const struct teller *t, const struct claim_entity *who)
{
    const struct chunk *chunk = teller_chunk(t, who->chunk);
    if (who->entity != KNOW_NONE && t->know->entities[who->entity].kind == KIND_PERSON)
        return true;
    return chunk->phrase == PHRASE_PERSON && !chunk->plural && (chunk->title == 1 + TITLE_OFFICE || chunk->title == 1 + TITLE_SPOKESMAN);
}

/* Who attacks with words as a rule: officials, governments, parties, papers. */
static bool is_speaker(const struct teller *t, const struct claim_entity *who)
{
    if (is_official(t, who))
        return true;
    uint8_t kind = who->entity != KNOW_NONE ? t->know->entities[who->entity].kind : (uint8_t)KIND_GROUP;
    return kind == KIND_OUTLET || kind == KIND_PARTY || kind == KIND_MINISTRY || kind == KIND_IGO || kind == KIND_NGO;
}

/* Somebody who can be spoken against, and no site, crowd or fighters. */
static bool is_spoken_against(const struct teller *t, const struct claim_entity *whom)
{
    const struct chunk *chunk = teller_chunk(t, whom->chunk);
    return is_official(t, whom)
           || (chunk->phrase == PHRASE_BODY && !(chunk->classes & (1u << CLASS_FACILITY | 1u << CLASS_VEHICLE | 1u << CLASS_FORCE)));
}

/* «…، قائلا», «… في تغريدة», «… بسبب تصريحاته»: words stand behind the attack in its sentence. */
static bool has_words(const struct teller *t, const struct claim *claim)
{
    uint32_t from = teller_clause(t, claim->clause)->chunk;
    for (uint32_t i = from + 1; i < t->mentions->chunks.count && i < from + WORDS_MOST_CHUNKS; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->sentence != claim->sentence)
            return false;
        if (chunk->kind == CHUNK_EXPRESSION && chunk->value == EXPRESSION_CHANNEL)
            return true;
        const struct clause *clause = t->clauses->clause_at[i] ? teller_clause(t, t->clauses->clause_at[i] - 1) : NULL;
        if (clause && clause->form == CLAUSE_PARTICIPLE
            && (operator_reports(operator_of(clause)) || (clause->frame && clause->frame->type == EVENT_ACCUSE)))
            return true;
    }
    return false;
}

void claims_of_words(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        const struct clause *clause = teller_clause(t, claim->clause);
        if (claim->type != EVENT_ASSAULT || claim->mode || claim->harm || claim->counts.count || claim->actors.count != 1
            || claim->recipients.count == 0 || clause->lemma == KNOW_NONE
            || !lemma_tells(t->know, &t->know->lemmas[clause->lemma], 1u << EVENT_ACCUSE, MODE_DISAPPROVE)
            || !is_speaker(t, &claim->actors.items[0]) || !is_spoken_against(t, &claim->recipients.items[0]))
            continue;
        bool officials = is_official(t, &claim->actors.items[0]) && is_official(t, &claim->recipients.items[0]);
        if (!officials && !has_words(t, claim))
            continue;
        claim->type = EVENT_ACCUSE;
        claim->mode = MODE_DISAPPROVE;
        claim_reason(t, claim, "words", "attacks with words");
    }
}
