/*
 * captor.c - who frees captives is who held them, where nothing else is said: «الإفراج عن عشرة كانوا محبوسين لدى الجيش», «تسلم التنظيم ستة كان
 * الجيش قد أسرهم».
 */
#include "claim/teller.h"

static bool is_capture(const struct claim *claim)
{
    return (claim->type == EVENT_COERCE && claim->mode == MODE_ARREST) || (claim->type == EVENT_ASSAULT && claim->mode == MODE_ABDUCT);
}

/* «تحرير الرهائن»: from the captor, by another. */
static bool is_by_force(const struct teller *t, const struct claim *claim)
{
    const struct chunk *chunk = teller_chunk(t, teller_clause(t, claim->clause)->chunk);
    const struct lemma *lemma = chunk->lemma == KNOW_NONE ? NULL : &t->know->lemmas[chunk->lemma];
    return lemma_tells(t->know, lemma, 1u << EVENT_COERCE | 1u << EVENT_ASSAULT, MODE_NONE);
}

/* The capture of the very people that the claim frees, told in the same sentence. */
static const struct claim *capture_of(const struct teller *t, const struct claim *release)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *claim = &t->out->items[i];
        if (claim->dropped || !is_capture(claim) || claim->sentence != release->sentence || claim->actors.count != 1)
            continue;
        for (uint32_t j = 0; j < claim->recipients.count; j++)
            for (uint32_t k = 0; k < release->recipients.count; k++)
                if (claim->recipients.items[j].chunk == release->recipients.items[k].chunk)
                    return claim;
    }
    return NULL;
}

void claims_of_captors(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        if (claim->dropped || claim->type != EVENT_RETREAT || claim->mode != MODE_RELEASE || claim->actors.count || is_by_force(t, claim))
            continue;
        const struct claim *capture = capture_of(t, claim);
        if (!capture)
            continue;
        entity_list_add(t, &claim->actors, &capture->actors.items[0]);
        claim_reason(t, claim, "actor", "who held them frees them");
    }
}
