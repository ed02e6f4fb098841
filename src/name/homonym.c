/*
 * homonym.c - which of several things a name means here: by the preposition, the type word before it, the country of the report, and what
 * else the report names.
 */
#include "know/features.h"
#include "name/homonym.h"

#define MOST_CONTAINERS 8u /* of a place within a place … */
#define STANDING_REGION 10 /* of a region, and less than that of all larger */
#define STANDING_LARGE 14  /* of a governorate, and less than that of a city or country */

/* Kinds that a type word goes with: the word's lemma text is the kind's label in the ontology. */
static bool type_fits(const struct know *know, const struct chunk *chunk, const struct entity *entity)
{
    if (!chunk->typed || chunk->lemma == KNOW_NONE)
        return false;
    return slice_equal(know_text(know, know->lemmas[chunk->lemma].text), slice_of(entity_kind_labels[entity->kind]));
}

/* The type word names another kind than the entity's, and both are fine-grained; a town may be called a city. */
static bool type_differs(const struct know *know, const struct chunk *chunk, const struct entity *entity)
{
    if (!chunk->typed || chunk->lemma == KNOW_NONE || entity->kind <= KIND_PERSON || type_fits(know, chunk, entity))
        return false;
    struct slice word = know_text(know, know->lemmas[chunk->lemma].text);
    for (int kind = KIND_GOVERNORATE; kind < KIND_COUNT; kind++)
        if (slice_equal(word, slice_of(entity_kind_labels[kind])))
            return !(kind_is_settlement(kind) && kind_is_settlement(entity->kind))
                   && !(kind == KIND_GOVERNORATE && entity->kind == KIND_CITY); /* «محافظة ماردين»: called after its town */
    return false;
}

static bool name_means(const struct know *know, uint32_t choices, uint32_t entity)
{
    for (uint32_t i = choices;; i++) {
        const struct name_end *end = &know->name_ends[i];
        if (end->kind == NAME_ENTITY && end->value == entity)
            return true;
        if (end->is_last)
            return false;
    }
}

/* Places around it, less than a country, that the report names otherwise, most of all in the same sentence; and the state that the phrase
 * says it is of. */
static int surroundings_points(const struct homonyms *h, const struct chunk *chunk, uint32_t number)
{
    const char *country = h->know->entities[number].country;
    int points = 0;
    for (uint32_t step = 0, outer = number; outer != KNOW_NONE && step < MOST_CONTAINERS; step++, outer = h->know->entities[outer].in)
        for (uint32_t i = 0; h->know->entities[outer].kind != KIND_COUNTRY && i < h->place_count; i++)
            if (h->places[i].entity == outer && !name_means(h->know, chunk->choices, outer))
                points += h->places[i].sentence == chunk->sentence ? 8 : 2;
    const uint32_t owners[] = { chunk->of, chunk->inner };
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
        if (owners[i] != KNOW_NONE && country[0] && memcmp(h->know->entities[owners[i]].country, country, 2) == 0)
            points += 15;
    return points;
}

#define SHARE_HALF 4          /* half as much as of the country that most is said of */
#define SHARE_NONE (-6)       /* nothing else is said of the country */
#define SHARE_ELSEWHERE (-10) /* … and much of another */

/* States, capitals, and what the codebook says is itself wherever it is named. */
static bool is_famous(const struct entity *entity)
{
    return entity->kind <= KIND_COUNTRY || entity->is_known || (entity->kind == KIND_CITY && entity->resume_count);
}

#define SURE_COUNTRY 3u /* mentions of a country that a report is surely about */

/* How much of the report is about the entity's country. A name does not speak for itself where the report is surely about another. */
static int country_share(const struct homonyms *h, const struct entity *entity, uint32_t name)
{
    int share = SHARE_NONE;
    bool alone = false, elsewhere = false;
    for (uint32_t i = 0; i < h->country_count; i++)
        if (memcmp(h->countries[i].code, entity->country, 2) == 0) {
            share = h->countries[i].share;
            alone = name != KNOW_NONE && h->countries[i].name == name;
        } else {
            elsewhere |= h->countries[i].count >= SURE_COUNTRY;
        }
    return elsewhere && !is_famous(entity) && (alone || share == SHARE_NONE) ? SHARE_ELSEWHERE : share;
}

/* How readily a bare name is that of such a place. Cities come before the villages called like them even in a report about the village's
 * country; a hospital, street or airport is named with its type word. */
static int place_standing(enum entity_kind kind, bool typed)
{
    switch (kind) {
    case KIND_COUNTRY:
        return 16;
    case KIND_CITY:
        return 15;
    case KIND_GOVERNORATE:
        return STANDING_LARGE;
    case KIND_SEA:
    case KIND_RIVER:
        return 12;
    case KIND_REGION:
        return STANDING_REGION;
    case KIND_TOWN:
        return 6;
    case KIND_DISTRICT:
        return 5;
    case KIND_CAMP:
        return 3;
    case KIND_VILLAGE:
    case KIND_QUARTER:
        return 2;
    case KIND_HOSPITAL:
        return typed ? 0 : -4;
    case KIND_MOSQUE:
    case KIND_PRISON:
    case KIND_STREET:
    case KIND_ROAD:
    case KIND_AIRPORT:
    case KIND_BASE:
    case KIND_CHECKPOINT:
    case KIND_SITE:
        return typed ? 0 : -8;
    default:
        return 0;
    }
}

struct homonym_points homonym_weigh(const struct homonyms *h, const struct chunk *chunk, uint32_t number)
{
    const struct entity *entity = &h->know->entities[number];
    enum role usual = (enum role)h->know->usual_roles[chunk->preposition];
    bool locates = chunk->partitive || (chunk->preposition && (usual == ROLE_AT || usual == ROLE_FROM || usual == ROLE_TO));
    struct homonym_points points = { 0 };
    if (type_fits(h->know, chunk, entity))
        points.type = 10;
    else if (type_differs(h->know, chunk, entity))
        points.type = -14;
    if (entity->country[0] && h->country_count && entity->kind != KIND_OUTLET) /* an outlet reports from everywhere */
        points.country = country_share(h, entity, chunk->choices);
    if (entity->kind > KIND_PERSON) {
        points.use = locates || chunk->typed ? 8 : -2;
        points.standing = points.type < 0 ? 0 : place_standing((enum entity_kind)entity->kind, chunk->typed);
        points.around = surroundings_points(h, chunk, number);
    } else {
        points.use = locates ? -2 : 6;
        if (entity->kind == KIND_OUTLET && chunk->preposition == PREP_L) /* «قال مصدر للميادين» */
            points.use = 16;
        points.standing = 12;
    }
    return points;
}

int homonym_total(struct homonym_points points)
{
    return points.use + points.type + points.country + points.standing + points.around;
}

/* A place named by one common word without its type: «الجنوب» alone is hardly the governorate. */
static bool is_vague(const struct know *know, const struct chunk *chunk, uint32_t number)
{
    const struct entity *entity = &know->entities[number];
    return entity->is_common && entity->kind > KIND_COUNTRY && entity->kind != KIND_CITY && chunk->name_end == chunk->name_first + 1
           && !type_fits(know, chunk, entity);
}

struct chunk homonym_inside(const struct chunk *chunk)
{
    struct chunk alone = *chunk;
    alone.choices = chunk->inner_choices;
    alone.entity = chunk->inner;
    alone.name_first = chunk->inner_first;
    alone.name_end = chunk->inner_end;
    alone.of = alone.inner = alone.lemma = KNOW_NONE;
    alone.typed = false;
    alone.partitive = true;
    return alone;
}

/* «أور» in a report on Palestine, «الأمن القومي»: a small place, or one called by a common word, in a country of which nothing else is
 * said. */
static bool is_out_of_place(const struct homonyms *h, const struct chunk *chunk, uint32_t number)
{
    const struct entity *entity = &h->know->entities[number];
    if (!entity->country[0] || h->most < SURE_COUNTRY || is_famous(entity) || type_fits(h->know, chunk, entity)
        || country_share(h, entity, chunk->choices) >= 0)
        return false;
    bool common = entity->is_common && chunk->name_end == chunk->name_first + 1;
    return common || (entity->kind != KIND_CITY && place_standing((enum entity_kind)entity->kind, true) < STANDING_REGION);
}

/* The one of all that the name can be with the most points. */
static uint32_t choose_best(const struct homonyms *h, const struct chunk *chunk, bool in_place, uint32_t *rule, int *most)
{
    uint32_t best = KNOW_NONE;
    *most = -1000;
    for (uint32_t i = chunk->choices;; i++) {
        const struct name_end *end = &h->know->name_ends[i];
        if (end->kind == NAME_ENTITY && !(in_place && is_out_of_place(h, chunk, end->value))) {
            int points = homonym_total(homonym_weigh(h, chunk, end->value));
            if (points > *most || (points == *most && end->value < best)) {
                best = end->value;
                *most = points;
                *rule = end->rule;
            }
        }
        if (end->is_last)
            return best;
    }
}

uint32_t homonym_choose(const struct homonyms *h, const struct chunk *chunk, uint32_t *rule)
{
    int best_points;
    uint32_t best = choose_best(h, chunk, false, rule, &best_points);
    if (best != KNOW_NONE && is_out_of_place(h, chunk, best) && !is_vague(h->know, chunk, best))
        best = choose_best(h, chunk, true, rule, &best_points);
    if (best == KNOW_NONE)
        return best;
    /* Nor is «حاجز العروبة» a quarter of that name in a country that the report is not about, nor «الجنوب» its governorate. */
    const struct entity *entity = &h->know->entities[best];
    bool introduced = !chunk->plural && chunk->classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY); /* «معبر الوليد», «مستعمرة المطلة» */
    bool foreign = entity->country[0] && h->country_count && country_share(h, entity, chunk->choices) < (introduced ? 0 : SHARE_HALF);
    if ((best_points < 4 && type_differs(h->know, chunk, entity)) || (foreign && is_vague(h->know, chunk, best)))
        return KNOW_NONE;
    return best;
}

static void country_add(struct homonyms *h, const char *code, uint32_t name)
{
    if (!code[0])
        return;
    for (uint32_t i = 0; i < h->country_count; i++)
        if (memcmp(h->countries[i].code, code, 2) == 0) {
            h->countries[i].count++;
            if (h->countries[i].name != name)
                h->countries[i].name = KNOW_NONE;
            return;
        }
    if (h->country_count < HOMONYM_COUNTRIES) {
        memcpy(h->countries[h->country_count].code, code, 2);
        h->countries[h->country_count].name = name;
        h->countries[h->country_count++].count = 1;
    }
}

/* The one country where everything lies that the name can be, or failing that every city, governorate and state among it; NULL if there are
 * several. */
static const char *choices_country(const struct know *know, uint32_t choices, bool large)
{
    const char *country = NULL;
    for (uint32_t i = choices; choices != KNOW_NONE; i++) {
        const struct name_end *end = &know->name_ends[i];
        const struct entity *entity = end->kind == NAME_ENTITY ? &know->entities[end->value] : NULL;
        bool counts =
            entity && (!large || (entity->kind > KIND_PERSON && place_standing((enum entity_kind)entity->kind, true) >= STANDING_LARGE));
        if (counts && country && memcmp(entity->country, country, 2) != 0)
            return NULL;
        country = counts ? entity->country : country;
        if (end->is_last)
            break;
    }
    return country && country[0] ? country : NULL;
}

static void place_add(struct homonyms *h, uint32_t entity, uint32_t sentence)
{
    for (uint32_t i = h->place_count; i-- > 0;)
        if (h->places[i].entity == entity && h->places[i].sentence == sentence)
            return;
    if (h->place_count < HOMONYM_PLACES) {
        h->places[h->place_count].entity = entity;
        h->places[h->place_count++].sentence = sentence;
    }
}

/* All that the name can be: a city and its governorate bear one name, and both hold the quarter that is named with them. */
static void places_add(struct homonyms *h, const struct chunk *chunk)
{
    for (uint32_t i = chunk->choices;; i++) {
        const struct name_end *end = &h->know->name_ends[i];
        if (end->kind == NAME_ENTITY && h->know->entities[end->value].kind > KIND_PERSON)
            place_add(h, end->value, chunk->sentence);
        if (end->is_last)
            break;
    }
}

const char *homonym_country(const struct know *know, uint32_t entity)
{
    if (entity == KNOW_NONE)
        return "";
    enum entity_kind kind = (enum entity_kind)know->entities[entity].kind;
    bool watches = kind == KIND_OUTLET || kind == KIND_NGO || kind == KIND_IGO || kind == KIND_COMPANY;
    return watches ? "" : know->entities[entity].country;
}

/* Names that are sure to be of one country say which countries the report is about. */
void homonyms_gather(struct homonyms *h, const struct know *know, const struct chunk_list *chunks)
{
    *h = (struct homonyms){ .know = know };
    for (uint32_t i = 0; i < chunks->count; i++) {
        const struct chunk *chunk = &chunks->items[i];
        if (chunk->kind != CHUNK_NOUN)
            continue;
        bool common = chunk->entity != KNOW_NONE && is_vague(know, chunk, chunk->entity);
        const char *country = common || chunk->entity == KNOW_NONE ? NULL : choices_country(know, chunk->choices, false);
        if (country)
            places_add(h, chunk);
        else if (chunk->entity != KNOW_NONE && !common)
            country = choices_country(know, chunk->choices, true);
        if (country && homonym_country(know, chunk->entity)[0])
            country_add(h, country, chunk->choices);
        country_add(h, homonym_country(know, chunk->of), KNOW_NONE);
        struct chunk inside = homonym_inside(chunk);
        if (chunk->inner != KNOW_NONE && !is_vague(know, &inside, chunk->inner))
            country_add(h, homonym_country(know, chunk->inner), chunk->inner_choices);
    }
    for (uint32_t i = 0; i < h->country_count; i++)
        h->most = h->countries[i].count > h->most ? h->countries[i].count : h->most;
    for (uint32_t i = 0; h->most && i < h->country_count; i++) {
        h->countries[i].share = (int)(8 * h->countries[i].count / h->most);
        if (h->countries[i].count == h->most && !h->main_country[0])
            memcpy(h->main_country, h->countries[i].code, 2);
    }
}
