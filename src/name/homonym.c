/*
 * homonym.c - which of several things a name means here: by the preposition, the type word before it, the country of the report, and what
 * else the report names.
 */
#include "know/features.h"
#include "name/homonym.h"

/* Kinds that a type word goes with: the word's lemma text is the kind's label in the ontology. */
static bool type_fits(const struct know *know, const struct chunk *chunk, const struct entity *entity)
{
    if (!chunk->typed || chunk->lemma == KNOW_NONE)
        return false;
    return slice_equal(know_text(know, know->lemmas[chunk->lemma].text), slice_of(entity_kind_labels[entity->kind]));
}

/* The type word names another kind than the entity's, and both are fine-grained. */
static bool type_differs(const struct know *know, const struct chunk *chunk, const struct entity *entity)
{
    if (!chunk->typed || chunk->lemma == KNOW_NONE || entity->kind <= KIND_PERSON || type_fits(know, chunk, entity))
        return false;
    struct slice word = know_text(know, know->lemmas[chunk->lemma].text);
    for (int kind = KIND_QUARTER; kind < KIND_COUNT; kind++)
        if (slice_equal(word, slice_of(entity_kind_labels[kind])))
            return true;
    return false;
}

static bool entity_within(const struct know *know, uint32_t entity, uint32_t outer)
{
    for (int i = 0; entity != KNOW_NONE && i < 8; i++, entity = know->entities[entity].in)
        if (entity == outer)
            return true;
    return false;
}

static int homonym_points(const struct homonyms *h, const struct chunk *chunk, uint32_t number)
{
    const struct entity *entity = &h->know->entities[number];
    bool place = entity->kind > KIND_PERSON;
    enum role usual = (enum role)h->know->usual_roles[chunk->preposition];
    bool locates = chunk->preposition && (usual == ROLE_AT || usual == ROLE_FROM || usual == ROLE_TO);
    int points = 0;
    if (place)
        points += locates || chunk->typed ? 8 : -2;
    else
        points += locates ? -2 : 6;
    if (type_fits(h->know, chunk, entity))
        points += 6;
    if (type_differs(h->know, chunk, entity))
        points -= 8;
    if (entity->country[0])
        for (uint32_t i = 0; i < h->country_count; i++)
            if (memcmp(h->countries[i].code, entity->country, 2) == 0)
                points += h->countries[i].share;
    /* a hospital or street is named with its type word */
    if (place && !chunk->typed
        && (entity->kind == KIND_HOSPITAL || entity->kind == KIND_MOSQUE || entity->kind == KIND_PRISON || entity->kind == KIND_STREET
            || entity->kind == KIND_SITE))
        points -= 8;
    /* Towns before quarters and villages, when nothing else decides. */
    points += entity->kind == KIND_COUNTRY       ? 5
              : entity->kind == KIND_CITY        ? 4
              : entity->kind == KIND_GOVERNORATE ? 3
              : entity->kind == KIND_TOWN        ? 2
              : entity->kind == KIND_REGION      ? 1
                                                 : 0;
    for (uint32_t i = 0; place && i < h->place_count; i++)
        if (h->places[i] != number && entity_within(h->know, number, h->places[i]))
            points += 2;
    return points;
}

uint32_t homonym_choose(const struct homonyms *h, const struct chunk *chunk, uint32_t *rule)
{
    uint32_t best = KNOW_NONE;
    int best_points = -1000;
    for (uint32_t i = chunk->choices;; i++) {
        const struct name_end *end = &h->know->name_ends[i];
        if (end->kind == NAME_ENTITY) {
            int points = homonym_points(h, chunk, end->value);
            if (points > best_points || (points == best_points && end->value < best)) {
                best = end->value;
                best_points = points;
                *rule = end->rule;
            }
        }
        if (end->is_last)
            break;
    }
    /* «حاجز العروبة» is no quarter of that name in a country that the report is not about. */
    if (best != KNOW_NONE && best_points < 4 && type_differs(h->know, chunk, &h->know->entities[best]))
        return KNOW_NONE;
    return best;
}

static void country_add(struct homonyms *h, const char *code)
{
    if (!code[0])
        return;
    for (uint32_t i = 0; i < h->country_count; i++)
        if (memcmp(h->countries[i].code, code, 2) == 0) {
            h->countries[i].count++;
            return;
        }
    if (h->country_count < HOMONYM_COUNTRIES) {
        memcpy(h->countries[h->country_count].code, code, 2);
        h->countries[h->country_count++].count = 1;
    }
}

/* Names that can be one thing only say which countries the report is about. */
void homonyms_gather(struct homonyms *h, const struct know *know, const struct chunk_list *chunks)
{
    *h = (struct homonyms){ .know = know };
    uint32_t most = 0;
    for (uint32_t i = 0; i < chunks->count; i++) {
        const struct chunk *chunk = &chunks->items[i];
        if (chunk->kind != CHUNK_NOUN)
            continue;
        bool sure = chunk->choices != KNOW_NONE && know->name_ends[chunk->choices].is_last;
        if (sure && chunk->entity != KNOW_NONE) {
            country_add(h, know->entities[chunk->entity].country);
            if (know->entities[chunk->entity].kind > KIND_PERSON && h->place_count < HOMONYM_PLACES)
                h->places[h->place_count++] = chunk->entity;
        }
        if (chunk->of != KNOW_NONE)
            country_add(h, know->entities[chunk->of].country);
        if (chunk->inner != KNOW_NONE)
            country_add(h, know->entities[chunk->inner].country);
    }
    for (uint32_t i = 0; i < h->country_count; i++)
        most = h->countries[i].count > most ? h->countries[i].count : most;
    for (uint32_t i = 0; most && i < h->country_count; i++) {
        h->countries[i].share = (int)(10 * h->countries[i].count / most);
        if (h->countries[i].count == most && !h->main_country[0])
            memcpy(h->main_country, h->countries[i].code, 2);
    }
}
