/*
 * culprit.c - deaths told without who did it, where the report tells elsewhere who killed or wounded the same people: «استشهد الشابان … برصاص الجيش.
 * وأكدت المصادر استشهاد الشابين».
 * «اقتحمت القوات المخيم، واندلعت اشتباكات مع المقاومين»: fighting of which one side is told, where the other acted just before; and verbs that lost
 * their subject, where one force acts in the sentences before.
 */
#include "claim/participants.h"

/* A death or wound of the story that somebody did, or may have done. */
static bool tells_deed(const struct claim *claim)
{
    return !claim->dropped && claim->type == EVENT_ASSAULT && claim->status == CLAIM_ACTUAL && claim->recipients.count;
}

static uint32_t killed_in(const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->counts.count; i++)
        if (claim->counts.items[i].what == COUNTED_KILLED && claim->counts.items[i].min == claim->counts.items[i].max)
            return (uint32_t)claim->counts.items[i].min;
    return 0;
}

#define KILLED_TELLING 3u /* so many dead are a figure that tells two events apart */

/* «قتل 14 مقاتلا», «14 مقاتلا متمردا»: as many of the same. */
static bool same_group(const struct teller *t, const struct claim *a, const struct claim *b)
{
    uint32_t killed = killed_in(a);
    if (killed < KILLED_TELLING || killed_in(b) != killed)
        return false;
    for (uint32_t i = 0; i < a->recipients.count; i++)
        for (uint32_t j = 0; j < b->recipients.count; j++) {
            const struct chunk *x = teller_chunk(t, a->recipients.items[i].chunk), *y = teller_chunk(t, b->recipients.items[j].chunk);
            if (x->number != KNOW_NONE && y->number != KNOW_NONE && x->lemma == y->lemma)
                return true;
        }
    return false;
}

/* A person by name befalls nothing twice. */
static bool same_person(const struct teller *t, const struct claim *a, const struct claim *b)
{
    for (uint32_t i = 0; i < a->recipients.count; i++) {
        const struct claim_entity *victim = &a->recipients.items[i];
        const struct chunk *chunk = teller_chunk(t, victim->chunk);
        if (chunk->phrase != PHRASE_PERSON || chunk->name_end == chunk->name_first || victim->referent == KNOW_NONE)
            continue;
        for (uint32_t j = 0; j < b->recipients.count; j++)
            if (b->recipients.items[j].referent == victim->referent)
                return true;
    }
    return false;
}

/* A body or group: a person told of beside a death mourns or denies it more often. */
static bool acts_together(const struct teller *t, const struct claim *deed)
{
    for (uint32_t i = 0; i < deed->actors.count; i++) {
        const struct claim_entity *actor = &deed->actors.items[i];
        if (actor->entity != KNOW_NONE ? t->know->entities[actor->entity].kind >= KIND_PERSON
                                       : teller_chunk(t, actor->chunk)->phrase == PHRASE_PERSON)
            return false;
    }
    return deed->actors.count > 0;
}

/* The nearest claim of the same victims that says who did it; NULL if none, or if two say different things. */
static const struct claim *deed_of(const struct teller *t, const struct claim *claim)
{
    const struct claim *found = NULL;
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *deed = &t->out->items[i];
        if (deed == claim || !tells_deed(deed) || !acts_together(t, deed) || (claim->mode && deed->mode && claim->mode != deed->mode)
            || (!same_person(t, claim, deed) && !same_group(t, claim, deed)))
            continue;
        if (found && !entity_lists_share(&found->actors, &deed->actors))
            return NULL;
        found = found ? found : deed;
    }
    return found;
}

static bool is_force(const struct teller *t, const struct claim_entity *entity)
{
    const struct chunk *chunk = teller_chunk(t, entity->chunk);
    return chunk_is_force(t, chunk)
           || (chunk->phrase == PHRASE_GROUP && chunk->classes & 1u << CLASS_FIGHTER && chunk->number == KNOW_NONE
               && chunk->head == chunk->first);
}

/* The same, a body and its people, or two groups of one country: they fight on one side more often than each other. */
static bool of_one_side(const struct teller *t, const struct claim_entity *a, const struct claim_entity *b)
{
    if (a->entity != KNOW_NONE && b->entity != KNOW_NONE && t->know->entities[a->entity].kind == KIND_GROUP
        && t->know->entities[b->entity].kind == KIND_GROUP && slice_equal(a->country, b->country))
        return true;
    return entity_same(a, b) || (a->of.len && (slice_equal(a->of, b->name) || slice_equal(a->of, b->of)))
           || (b->of.len && slice_equal(b->of, a->name));
}

#define SIDES_SENTENCES 1u /* how far back the other side may have acted */

/* The force that acted last before a fight that names only its enemy; NULL if none. */
static const struct claim_entity *other_side(const struct teller *t, uint32_t number)
{
    const struct claim *fight = &t->out->items[number];
    const struct claim_entity *enemy = &fight->actors.items[0], *best = NULL;
    uint32_t at = 0;
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *claim = &t->out->items[i];
        bool force =
            claim->type == EVENT_ASSAULT || claim->type == EVENT_MOBILIZE || (claim->type == EVENT_COERCE && claim->mode == MODE_SEIZE);
        if (i == number || claim->dropped || !force || claim->status != fight->status || claim->trigger.start >= fight->trigger.start
            || claim->sentence + SIDES_SENTENCES < fight->sentence || story_turns(t, claim->sentence, fight->sentence)
            || claim->trigger.start < at)
            continue;
        for (uint32_t j = 0; j < claim->actors.count; j++)
            if (is_force(t, &claim->actors.items[j]) && !of_one_side(t, &claim->actors.items[j], enemy)) {
                best = &claim->actors.items[j];
                at = claim->trigger.start;
            }
    }
    return best;
}

/* «اشتباكات مع …», and nobody else. */
static bool names_enemy_only(const struct teller *t, const struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    return !claim->dropped && claim->type == EVENT_ASSAULT && claim->actors.count == 1 && !claim->recipients.count && clause->frame
           && clause->frame->object == ROLE_NONE && clause_is_with(t, clause) && is_force(t, &claim->actors.items[0]);
}

/* «كذلك، استهدفت مبنى …»: a verb whose subject was dropped, and not found. */
static bool lost_its_subject(const struct teller *t, const struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    return tells_deed(claim) && !claim->actors.count && clause->form == CLAUSE_FINITE && !clause->passive && clause->frame
           && clause->frame->subject == ROLE_ACTOR && clause_argument(clause, FUNCTION_SUBJECT) == CLAUSE_NONE
           && clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE && clause->relation == RELATION_ROOT;
}

/* Who goes on: the only force that acted in the sentence before. */
static const struct claim_entity *who_goes_on(const struct teller *t, uint32_t number)
{
    const struct claim *lost = &t->out->items[number];
    const struct claim_entity *best = NULL;
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *claim = &t->out->items[i];
        if (i == number || !tells_deed(claim) || claim->trigger.start >= lost->trigger.start || claim->sentence + 2 < lost->sentence
            || claim->actors.count != 1 || story_turns(t, claim->sentence, lost->sentence))
            continue;
        if (!is_force(t, &claim->actors.items[0]) || (best && !entity_same(best, &claim->actors.items[0])))
            return NULL;
        best = &claim->actors.items[0];
    }
    return best;
}

static void add_force(struct teller *t, struct claim *claim, const struct claim_entity *force, const char *why)
{
    entity_list_add(t, &claim->actors, force);
    claim_reason(t, claim, "culprit", "%s byte %u", why, force->mention.start);
}

void claims_of_culprits(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        const struct claim_entity *who = lost_its_subject(t, claim) ? who_goes_on(t, i) : NULL;
        if (who && !entity_list_has(&claim->recipients, who))
            add_force(t, claim, who, "who acted before goes on, from");
    }
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        const struct claim_entity *side = names_enemy_only(t, claim) ? other_side(t, i) : NULL;
        if (side)
            add_force(t, claim, side, "the other side, who acted before at");
    }
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        const struct claim *deed = tells_deed(claim) && !claim->actors.count ? deed_of(t, claim) : NULL;
        for (uint32_t j = 0; deed && j < deed->actors.count; j++)
            entity_list_add(t, &claim->actors, &deed->actors.items[j]);
        if (deed)
            claim_reason(t, claim, "culprit", "who did it, told of the same people at byte %u", deed->trigger.start);
    }
}
