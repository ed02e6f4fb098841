/*
 * oppose.c - who it was, when an attack is told by its victims only: whoever else in the report fights the side that they belong to, or the one
 * attacker of a report that knows one only.
 */
#include "claim/teller.h"

#define OPPOSE_WINDOW 64u
/* So many attacks by one and the same make him the attacker of the report. */
#define LEAST_ATTACKS 2u

/* The side that somebody is on: the body that a group belongs to, else the body itself. */
static struct slice side_of(const struct claim_entity *entity)
{
    return entity->of.len ? entity->of : entity->entity != KNOW_NONE ? entity->name : slice_make(NULL, 0);
}

static bool on_side(const struct claim_entity_list *list, struct slice side)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (slice_equal(list->items[i].name, side) || slice_equal(side_of(&list->items[i]), side))
            return true;
    return false;
}

static bool is_attack(const struct claim *claim)
{
    return claim->type == EVENT_ASSAULT && !claim->dropped && claim->weight >= 0 && claim->status == CLAIM_ACTUAL;
}

/* The one of the attack's actors that is not on the side; NULL if there is none, or several. */
static const struct claim_entity *enemy_in(const struct claim *attack, struct slice side)
{
    const struct claim_entity *enemy = NULL;
    bool fights = on_side(&attack->recipients, side) || on_side(&attack->actors, side);
    for (uint32_t i = 0; fights && i < attack->actors.count; i++) {
        const struct claim_entity *actor = &attack->actors.items[i];
        if (slice_equal(actor->name, side) || slice_equal(side_of(actor), side))
            continue;
        if (enemy && !entity_same(enemy, actor))
            return NULL;
        enemy = actor;
    }
    return enemy;
}

static const struct claim_entity *enemy_of(const struct teller *t, uint32_t number, struct slice side)
{
    const struct claim *claim = &t->out->items[number];
    const struct claim_entity *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = number > OPPOSE_WINDOW ? number - OPPOSE_WINDOW : 0; i < t->out->count && i < number + OPPOSE_WINDOW; i++) {
        const struct claim *attack = &t->out->items[i];
        const struct claim_entity *enemy = i != number && is_attack(attack) ? enemy_in(attack, side) : NULL;
        uint32_t distance = attack->sentence > claim->sentence ? attack->sentence - claim->sentence : claim->sentence - attack->sentence;
        if (enemy && distance < least) {
            best = enemy;
            least = distance;
        }
    }
    return best;
}

/* The known body that is the actor of all attacks of the report, NULL where there are others or too few. */
static const struct claim_entity *only_attacker(const struct teller *t)
{
    const struct claim_entity *only = NULL;
    uint32_t attacks = 0;
    for (uint32_t i = 0; i < t->out->count; i++) {
        const struct claim *attack = &t->out->items[i];
        if (!is_attack(attack) || !attack->actors.count)
            continue;
        if (attack->actors.count > 1 || attack->actors.items[0].entity == KNOW_NONE
            || (only && !entity_same(only, &attack->actors.items[0])))
            return NULL;
        only = &attack->actors.items[0];
        attacks++;
    }
    return attacks >= LEAST_ATTACKS ? only : NULL;
}

void claims_oppose(struct teller *t)
{
    const struct claim_entity *only = only_attacker(t);
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        if (!is_attack(claim) || claim->actors.count || !claim->recipients.count || claim->mode == MODE_EXPLOSIVES)
            continue;
        const struct claim_entity *enemy = NULL;
        for (uint32_t j = 0; j < claim->recipients.count && !enemy; j++) {
            struct slice side = side_of(&claim->recipients.items[j]);
            enemy = side.len ? enemy_of(t, i, side) : NULL;
        }
        if (!enemy && only && !on_side(&claim->recipients, only->name))
            enemy = only;
        if (!enemy)
            continue;
        struct claim_entity actor = *enemy;
        entity_list_add(t, &claim->actors, &actor);
        claim_reason(t, claim, "oppose", "who fights them elsewhere in the report");
    }
}
