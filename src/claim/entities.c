/*
 * entities.c - who a chunk stands for: the referent's name and other names, the state of a country or capital, the body whose members act, the
 * army of a state, somebody's homeland.
 */
#include <math.h>

#include "claim/participants.h"

#define CLASS(name) (1u << CLASS_##name)

bool entity_same(const struct claim_entity *a, const struct claim_entity *b)
{
    if (a->referent != KNOW_NONE && a->referent == b->referent)
        return true;
    if (a->entity != KNOW_NONE && a->entity == b->entity)
        return true;
    return slice_equal(a->name, b->name);
}

bool entity_list_has(const struct claim_entity_list *list, const struct claim_entity *entity)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (entity_same(&list->items[i], entity))
            return true;
    return false;
}

bool entity_lists_share(const struct claim_entity_list *a, const struct claim_entity_list *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        if (entity_list_has(b, &a->items[i]))
            return true;
    return false;
}

bool entity_lists_agree(const struct claim_entity_list *a, const struct claim_entity_list *b)
{
    return a->count == 0 || b->count == 0 || entity_lists_share(a, b);
}

/* «قاعدة "الأسد"» and «قاعدة الأسد»: a site told by its kind with its name inside, and by its name. */
static bool names_inside(const struct teller *t, const struct claim_entity *site, const struct claim_entity *name)
{
    return site->entity == KNOW_NONE && name->entity != KNOW_NONE && site->chunk < t->mentions->chunks.count
           && teller_chunk(t, site->chunk)->inner == name->entity && t->know->entities[name->entity].kind > KIND_STREET;
}

void entity_list_add(struct teller *t, struct claim_entity_list *list, const struct claim_entity *entity)
{
    for (uint32_t i = 0; i < list->count; i++)
        if ((entity_same(&list->items[i], entity) || names_inside(t, &list->items[i], entity)) && list->items[i].role == entity->role)
            return;
    *(struct claim_entity *)list_add(t->mem, list) = *entity;
}

static struct slice entity_text(const struct teller *t, const struct chunk *chunk, struct claim_span *span)
{
    struct slice text = chunk_text(t->text, t->words, chunk, &span->start, &span->end);
    if (chunk->lost_article && text.len > 2)
        return arena_print(t->mem, "\xd8\xa7\xd9\x84%.*s", (int)text.len - 2, text.at + 2);
    return chunk_unglued(t->mem, t->text, t->words, chunk, text);
}

void entity_from_codebook(const struct teller *t, uint32_t number, struct claim_entity *out)
{
    const struct entity *entity = &t->know->entities[number];
    out->entity = number;
    out->name = know_text(t->know, entity->name);
    out->id = know_text(t->know, entity->id);
    out->lat = entity->lat;
    out->lon = entity->lon;
    out->country = slice_make(entity->country, entity->country[0] ? 2 : 0);
    if (entity->of != KNOW_NONE && entity->kind < KIND_PERSON)
        out->of = know_text(t->know, t->know->entities[entity->of].name);
}

/* «15 شخصا», «عدد من المتظاهرين»: the count goes to the counts, and the group is also called by its noun alone. */
static void entity_alias_uncounted(const struct teller *t, const struct chunk *chunk, struct claim_entity *out)
{
    if (chunk->phrase != PHRASE_GROUP || chunk->head <= chunk->first || chunk->head >= chunk->end)
        return;
    uint32_t from = t->words->items[chunk->head].start;
    if (from > out->mention.start && from < out->mention.end)
        *(struct slice *)list_add(t->mem, &out->aliases) = slice_make(t->text->source.at + from, out->mention.end - from);
}

bool entity_of_chunk(const struct teller *t, uint32_t at, struct claim_entity *out)
{
    const struct chunk *chunk = teller_chunk(t, at);
    *out = (struct claim_entity){ .referent = chunk->referent, .entity = KNOW_NONE, .chunk = at, .lat = NAN, .lon = NAN };
    struct slice text = entity_text(t, chunk, &out->mention);
    out->name = text;
    if (!text.len)
        return false;
    if (chunk->referent != KNOW_NONE) {
        const struct referent *referent = &t->referents->items[chunk->referent];
        if (referent->entity != KNOW_NONE)
            entity_from_codebook(t, referent->entity, out);
        else if (referent->phrase != PHRASE_GROUP && referent->name.len)
            out->name = referent->name;
        for (uint32_t i = 0; i < referent->names.count; i++)
            if (!slice_equal(referent->names.items[i], out->name))
                *(struct slice *)list_add(t->mem, &out->aliases) = referent->names.items[i];
        if (!out->of.len && referent->of_entity != KNOW_NONE)
            out->of = know_text(t->know, t->know->entities[referent->of_entity].name);
    }
    entity_alias_uncounted(t, chunk, out);
    if (chunk->of_referent != KNOW_NONE)
        out->of = t->referents->items[chunk->of_referent].name;
    else if (chunk->of != KNOW_NONE && !out->of.len)
        out->of = know_text(t->know, t->know->entities[chunk->of].name);
    return true;
}

void entity_as_state(const struct teller *t, struct claim_entity *entity)
{
    if (entity->entity == KNOW_NONE)
        return;
    const struct entity *place = &t->know->entities[entity->entity];
    if (place->kind == KIND_COUNTRY && place->of != KNOW_NONE) {
        entity_from_codebook(t, place->of, entity);
        entity->referent = KNOW_NONE;
        entity->of = slice_make(NULL, 0);
    }
}

/* The first body or state of that kind among the officials of a country, and of that other (of any for KNOW_NONE); KNOW_NONE if there is none. */
static uint32_t official_of(const struct teller *t, const char *country, int kind, uint32_t of)
{
    uint32_t count;
    const struct official *officials = know_officials(t->know, country, &count);
    for (uint32_t i = 0; i < count; i++) {
        const struct entity *entity = &t->know->entities[officials[i].entity];
        if (entity->kind == kind && (of == KNOW_NONE || entity->of == of))
            return officials[i].entity;
    }
    return KNOW_NONE;
}

/* The state of a country, KNOW_NONE if the codebook has none. */
static uint32_t state_of(const struct teller *t, const char *country)
{
    return official_of(t, country, KIND_STATE, KNOW_NONE);
}

/* A body of the codebook, also by the names that the report has for it. */
static void entity_is_body(const struct teller *t, uint32_t body, struct claim_entity *entity)
{
    entity->of = slice_make(NULL, 0);
    entity->referent = KNOW_NONE;
    entity_from_codebook(t, body, entity);
    for (uint32_t i = 0; i < t->referents->count; i++) {
        const struct referent *referent = &t->referents->items[i];
        if (referent->entity != body)
            continue;
        entity->referent = i;
        for (uint32_t j = 0; j < referent->names.count; j++)
            *(struct slice *)list_add(t->mem, &entity->aliases) = referent->names.items[j];
        return;
    }
}

/* «جنود الاحتلال», «قواته»: of a state it is the army. */
static void as_army(const struct teller *t, const struct chunk *chunk, uint32_t state, struct claim_entity *entity)
{
    bool its = chunk->reading && chunk->reading->pronoun && chunk->end - chunk->first == 1;
    uint32_t army = chunk->of_next || its ? official_of(t, t->know->entities[state].country, KIND_ARMY, state) : KNOW_NONE;
    if (army != KNOW_NONE)
        entity_is_body(t, army, entity);
}

/* «مقاتلو الحركة هاجموا»: where members of a body act, the body does; «عشرة من مقاتلي الحركة» are a group. */
void entity_as_body(const struct teller *t, const struct chunk *chunk, struct claim_entity *entity)
{
    bool member = (chunk->phrase == PHRASE_GROUP && chunk->classes & CLASS(FIGHTER))
                  || (chunk->phrase == PHRASE_BODY && chunk->classes & CLASS(FORCE));
    bool plain = chunk->entity == KNOW_NONE && chunk->number == KNOW_NONE && !chunk->one_of && chunk->name_end == chunk->name_first;
    uint32_t owner = chunk->of_referent;
    if (!member || !plain || owner == KNOW_NONE || owner == chunk->referent)
        return;
    const struct referent *body = &t->referents->items[owner];
    if (body->phrase != PHRASE_BODY)
        return;
    if (body->entity == KNOW_NONE) {
        entity->referent = owner;
        entity->name = body->name;
        entity->of = slice_make(NULL, 0);
    } else if (t->know->entities[body->entity].kind == KIND_STATE) {
        as_army(t, chunk, body->entity, entity);
    } else {
        entity_is_body(t, body->entity, entity);
    }
}

uint32_t capital_state(const struct teller *t, uint32_t city)
{
    return know_is_official(t->know, city) ? state_of(t, t->know->entities[city].country) : KNOW_NONE;
}

uint32_t homeland_of_chunk(const struct teller *t, const struct chunk *chunk)
{
    const uint32_t land = CLASS(PLACE) | CLASS(STATE);
    if (chunk->phrase != PHRASE_BODY || chunk->entity != KNOW_NONE || (chunk->classes & land) != land || !chunk->plural || !chunk->reading
        || !chunk->reading->pronoun || chunk->of_referent == KNOW_NONE)
        return KNOW_NONE;
    const struct referent *owner = &t->referents->items[chunk->of_referent];
    uint32_t of = owner->entity != KNOW_NONE ? owner->entity : owner->of_entity, last = of;
    for (; of != KNOW_NONE; of = t->know->entities[of].of) {
        if (t->know->entities[of].kind == KIND_STATE)
            return of;
        last = of;
    }
    return last == KNOW_NONE ? KNOW_NONE : state_of(t, t->know->entities[last].country);
}

uint32_t state_of_capital(const struct teller *t, const struct chunk *chunk)
{
    if (chunk->entity == KNOW_NONE || t->know->entities[chunk->entity].kind != KIND_CITY || chunk->typed
        || chunk->name_end != chunk->name_first + 1
        || (chunk->preposition && chunk->preposition != t->between && chunk->preposition != t->with))
        return KNOW_NONE;
    return capital_state(t, chunk->entity);
}
