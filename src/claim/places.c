/*
 * places.c - the places of a claim: what names one, and what a place inside a phrase stands for.
 */
#include <math.h>

#include "claim/teller.h"

#define CLASS(name) (1u << CLASS_##name)

bool chunk_stands_for_place(const struct teller *t, const struct chunk *chunk)
{
    if (chunk->entity != KNOW_NONE)
        return t->know->entities[chunk->entity].kind > KIND_PERSON;
    return chunk->phrase == PHRASE_PLACE;
}

bool chunk_is_facility(const struct chunk *chunk)
{
    return (chunk->classes & (CLASS(FACILITY) | CLASS(VEHICLE))) != 0;
}

/* «عدة قرى», «مناطق»: places that nobody can find. */
static bool is_nowhere(const struct teller *t, const struct chunk *chunk)
{
    bool named = chunk->entity != KNOW_NONE || chunk->inner != KNOW_NONE || chunk->of != KNOW_NONE || chunk->name_end > chunk->name_first
                 || (chunk->referent != KNOW_NONE && t->referents->items[chunk->referent].entity != KNOW_NONE);
    if (!named && chunk->classes & CLASS(ABSTRACT))
        return true; /* «المكان», «الأرض», «البحر» */
    if (!named && chunk->reading && chunk->reading->back && chunk->end == chunk->first + 1 && !chunk_is_facility(chunk))
        return true; /* «محيطها», «أراضيه» */
    return !named && (!chunk->definite || chunk->plural || chunk->number != KNOW_NONE) && !chunk_is_facility(chunk);
}

void add_place(struct teller *t, struct claim *claim, uint32_t at, enum role role)
{
    struct claim_entity place;
    const struct chunk *chunk = teller_chunk(t, at);
    if (is_nowhere(t, chunk))
        return;
    if (!entity_of_chunk(t, at, &place))
        return;
    /* «سكان يلدا», «ريف دمشق»: a place inside a phrase is the better name when the phrase itself is none. */
    if (chunk->entity == KNOW_NONE && chunk->inner != KNOW_NONE) {
        bool resumed = chunk->inner_choices == KNOW_NONE;
        if (resumed && claim->places.count && t->know->entities[chunk->inner].kind == KIND_COUNTRY)
            return; /* «في أصفهان وسط البلاد» */
        struct claim_entity inner = { .referent = KNOW_NONE, .chunk = at, .lat = NAN, .lon = NAN, .mention = place.mention };
        entity_from_codebook(t, chunk->inner, &inner);
        if (chunk->partitive && !resumed) {
            /* a direction: «جنوب دمشق» keeps its own name, and the place as where it is; «شرقي المدينة» is no name */
            place.role = (uint8_t)role;
            entity_list_add(t, &claim->places, &place);
        }
        place = inner;
    }
    place.role = (uint8_t)role;
    /* where it goes to or comes from is not also where it is */
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (role == ROLE_AT && entity_same(&claim->places.items[i], &place))
            return;
    entity_list_add(t, &claim->places, &place);
}

/* The country or city that a chunk names, also where it stands for its state: «زار طهران», «الحرب على اليمن»; KNOW_NONE if none. */
static uint32_t land_of_chunk(const struct teller *t, const struct chunk *chunk)
{
    if (chunk->entity == KNOW_NONE || t->know->entities[chunk->entity].kind > KIND_PERSON)
        return chunk->entity;
    uint32_t city = KNOW_NONE;
    if (t->know->entities[chunk->entity].kind == KIND_STATE && chunk->choices != KNOW_NONE)
        for (uint32_t i = chunk->choices;; i++) {
            const struct name_end *end = &t->know->name_ends[i];
            uint8_t kind = end->kind == NAME_ENTITY ? t->know->entities[end->value].kind : (uint8_t)KIND_STATE;
            if (kind == KIND_COUNTRY)
                return end->value;
            if (kind == KIND_CITY && city == KNOW_NONE)
                city = end->value;
            if (end->is_last)
                break;
        }
    return city;
}

/* Whom one visits or wages war on is also where one goes or fights, when a country is named. */
void add_land(struct teller *t, struct claim *claim, uint32_t at)
{
    uint32_t land = land_of_chunk(t, teller_chunk(t, at));
    bool visit = claim->type == EVENT_CONSULT && claim->mode == MODE_VISIT;
    if (land == KNOW_NONE || !(visit || claim->type == EVENT_ASSAULT))
        return;
    struct claim_entity place = { .referent = KNOW_NONE, .chunk = at, .role = visit ? ROLE_TO : ROLE_AT };
    chunk_text(t->text, t->words, teller_chunk(t, at), &place.mention.start, &place.mention.end);
    entity_from_codebook(t, land, &place);
    entity_list_add(t, &claim->places, &place);
}
