/*
 * anaphora.c - what a phrase takes up: a body, person or place that the report named before, or what the noun stands for in its country.
 */
#include "name/anaphora.h"

#include "know/features.h"
#include "name/homonym.h"

/* Whether the body's name begins with the noun: «الهيئة» for «هيئة تحرير الشام». */
static bool name_begins(const struct referent *referent, struct slice noun)
{
    struct slice bare = slice_from(noun, 4);
    for (uint32_t i = 0; i < referent->openings.count; i++)
        if (slice_equal(referent->openings.items[i], noun) || slice_equal(referent->openings.items[i], bare))
            return true;
    return false;
}

/* The country that the chunk's sentence is about: the report's, unless the sentence names another and not that. */
static const char *country_here(const struct referrer *r, uint32_t at)
{
    const struct chunk_list *chunks = &r->mentions->chunks;
    const char *other = r->country;
    uint32_t sentence = chunks->items[at].sentence, first = at;
    while (first > 0 && chunks->items[first - 1].sentence == sentence)
        first--;
    for (uint32_t i = first; i < chunks->count && chunks->items[i].sentence == sentence; i++) {
        const uint32_t named[] = { chunks->items[i].entity, chunks->items[i].of };
        for (size_t j = 0; chunks->items[i].kind == CHUNK_NOUN && j < sizeof named / sizeof *named; j++) {
            const char *country = homonym_country(r->know, named[j]);
            if (country[0] && !memcmp(country, r->country, 2))
                return r->country;
            if (country[0])
                other = country;
        }
    }
    return other;
}

uint32_t official_of_noun(struct referrer *r, struct slice noun, uint32_t at)
{
    const char *country = country_here(r, at);
    uint32_t known;
    if (!country[0])
        return KNOW_NONE;
    char *both = arena_alloc_raw(r->mem, noun.len + 2);
    memcpy(both, country, 2);
    memcpy(both + 2, noun.at, noun.len);
    struct slice key = slice_make(both, noun.len + 2);
    if (map_get(&r->by_noun, key, &known))
        return known ? known - 1 : KNOW_NONE;
    uint32_t found = 0, count;
    const struct official *officials = know_officials(r->know, country, &count);
    for (uint32_t i = 0; i < count && !found; i++) {
        const struct entity *entity = &r->know->entities[officials[i].entity];
        if (know_has_ref(r->know, entity->resume_first, entity->resume_count, noun))
            found = officials[i].entity + 1;
    }
    map_set(r->mem, &r->by_noun, key, found);
    return found ? found - 1 : KNOW_NONE;
}

struct slice noun_at(const struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    struct slice noun = slice_from(r->words->items[at].fold, at == chunk->first ? chunk->front : 0);
    return chunk->lost_article && at == chunk->first ? name_with_article(r->mem, noun) : noun;
}

#define CALLED_SO 60u /* chunks of nearness that it outweighs */

uint32_t body_in_view(const struct referrer *r, struct slice noun, bool described)
{
    uint32_t best = KNOW_NONE, best_points = 0;
    for (uint32_t i = 0; i < r->out->count; i++) {
        const struct referent *referent = &r->out->items[i];
        if (referent->phrase != PHRASE_BODY)
            continue;
        bool resumes = referent->entity != KNOW_NONE
                       && know_has_ref(r->know, r->know->entities[referent->entity].resume_first,
                                       r->know->entities[referent->entity].resume_count, noun);
        bool begins = name_begins(referent, noun);
        if (!resumes && (!begins || described))
            continue;
        /* what the report itself calls so comes before what might be called so */
        uint32_t points = referent->last_chunk + 1 + referent->mentions * 4 + (begins ? CALLED_SO : 0);
        if (points > best_points) {
            best = i;
            best_points = points;
        }
    }
    return best;
}

struct slice definite_noun(const struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    struct slice noun = noun_at(r, chunk, at);
    return slice_starts(noun, slice_of("\xd8\xa7\xd9\x84")) ? noun : slice_make(NULL, 0);
}

/* A definite noun alone: «التنظيم». */
uint32_t resume_body(struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    struct slice noun = definite_noun(r, chunk, chunk->head);
    if (!noun.len)
        return KNOW_NONE;
    uint32_t best = body_in_view(r, noun, false);
    if (best != KNOW_NONE)
        return best;
    uint32_t entity = official_of_noun(r, noun, at);
    return entity == KNOW_NONE ? KNOW_NONE : referent_of_entity(r, entity, chunk, at);
}

/* «التنظيم المتطرف», «المجموعة المسلحة»: with adjectives that say of no state. «القوات المشتركة» are not the forces of before. */
uint32_t resume_described(struct referrer *r, const struct chunk *chunk)
{
    struct slice noun = definite_noun(r, chunk, chunk->head);
    if (chunk->plural)
        return KNOW_NONE;
    for (uint32_t i = chunk->head + 1; noun.len && i < chunk->end; i++) {
        const struct reading *reading = word_reading(&r->words->items[i]);
        if (!reading || !(reading->clitics & CLITIC_AL) || r->know->lemmas[reading->lemma].body != KNOW_NONE
            || r->know->lemmas[reading->lemma].part == LEMMA_NOUN)
            return KNOW_NONE;
    }
    uint32_t found = noun.len ? body_in_view(r, noun, true) : KNOW_NONE;
    bool armed = chunk->classes & 1u << CLASS_FORCE;
    return found != KNOW_NONE && armed && r->know->entities[r->out->items[found].entity].kind != KIND_GROUP ? KNOW_NONE : found;
}

/* A source of trouble («مصدر قلق») informs nobody. */
static bool is_source_of_thing(const struct referrer *r, const struct chunk *chunk)
{
    const struct reading *behind = chunk->head + 1 < chunk->end ? word_reading(&r->words->items[chunk->head + 1]) : NULL;
    enum feature_part part = behind ? features_part(behind->features) : PART_ADJECTIVE;
    bool person = behind && r->know->lemmas[behind->lemma].classes & (1u << CLASS_TITLE | 1u << CLASS_PEOPLE | 1u << CLASS_BODY);
    return chunk->classes & 1u << CLASS_SOURCE && (part == PART_NOUN || part == PART_MASDAR) && !person;
}

static struct slice name_word(const struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    return slice_from(r->words->items[at].fold, at == chunk->first ? chunk->front : 0);
}

/* «مصطفى عابد» is «مصطفى سلطان عابد»: the names between the first and the last may be left out. */
static bool names_meet(const struct referrer *r, const struct chunk *a, const struct chunk *b)
{
    uint32_t mine = a->name_end - a->name_first, its = b->name_end - b->name_first;
    return mine >= 2 && its >= 2 && mine != its && slice_equal(name_word(r, a, a->name_first), name_word(r, b, b->name_first))
           && slice_equal(name_word(r, a, a->name_end - 1), name_word(r, b, b->name_end - 1));
}

static const struct chunk *noun_before(const struct referrer *r, uint32_t at)
{
    const struct chunk *chunk = &r->mentions->chunks.items[at];
    for (uint32_t i = at; i-- > 0 && i + 3 >= at && chunk->sentence == r->mentions->chunks.items[i].sentence;)
        if (r->mentions->chunks.items[i].kind != CHUNK_MARK)
            return r->mentions->chunks.items[i].kind == CHUNK_NOUN ? &r->mentions->chunks.items[i] : NULL;
    return NULL;
}

/* A person by the last part of an earlier name, or by the title alone. */
uint32_t resume_person(const struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    bool named = chunk->name_end > chunk->name_first;
    /* «“أبو مجاهد” المسؤول الأمني», «علوش، القيادي في …»: a title beside a name */
    const struct chunk *before =
        named || !chunk->title || !chunk->definite || chunk->clitics || chunk->preposition ? NULL : noun_before(r, at);
    if (before && before->phrase == PHRASE_PERSON && before->name_end > before->name_first && !before->title && before->end < chunk->first
        && before->referent != KNOW_NONE)
        return before->referent;
    for (uint32_t i = r->out->count; i-- > 0;) {
        const struct referent *referent = &r->out->items[i];
        if (referent->phrase != PHRASE_PERSON)
            continue;
        const struct chunk *first = &r->mentions->chunks.items[referent->first_chunk];
        if (named && chunk->name_end - chunk->name_first == 1 && first->name_end > first->name_first + 1) {
            struct slice mine = name_word(r, chunk, chunk->name_first);
            if (slice_equal(mine, r->words->items[first->name_end - 1].fold) || slice_equal(mine, r->words->items[first->name_first].fold))
                return i;
        }
        if (named && names_meet(r, chunk, first))
            return i;
        if (!named && chunk->definite && chunk->lemma != KNOW_NONE && chunk->end - chunk->first <= 1 && first->lemma == chunk->lemma
            && !is_source_of_thing(r, first))
            return i;
        if (!named && chunk->title == 1 + TITLE_SPOKESMAN && chunk->of != KNOW_NONE && first->of == chunk->of
            && first->title == chunk->title)
            return i;
    }
    return KNOW_NONE;
}

/* Towns and cities, villages and towns: one report's town is another's city. */
static bool kinds_meet(enum entity_kind word, enum entity_kind kind)
{
    if (word == kind)
        return word != KIND_REGION; /* «المنطقة» may be any */
    switch (word) {
    case KIND_CITY:
        return kind == KIND_TOWN;
    case KIND_TOWN:
        return kind == KIND_VILLAGE || kind == KIND_CITY;
    case KIND_VILLAGE:
        return kind == KIND_TOWN;
    default:
        return false;
    }
}

enum entity_kind kind_of_noun(const struct referrer *r, uint32_t lemma)
{
    if (lemma != KNOW_NONE)
        for (int kind = KIND_PERSON + 1; kind < KIND_COUNT; kind++)
            if (slice_equal(know_text(r->know, r->know->lemmas[lemma].text), slice_of(entity_kind_labels[kind])))
                return (enum entity_kind)kind;
    return KIND_COUNT;
}

/* The entity of that kind that the place lies in, KNOW_NONE if none. */
static uint32_t place_around(const struct know *know, uint32_t entity, enum entity_kind kind)
{
    for (int i = 0; i < 4 && entity != KNOW_NONE; i++) {
        entity = know->entities[entity].in;
        if (entity != KNOW_NONE && know->entities[entity].kind == kind)
            return entity;
    }
    return KNOW_NONE;
}

/* A definite noun alone, the word at `word`: the place of that type that was named last; «المحافظة», «المديرية» also the one that the last
 * place lies in. */
uint32_t resume_place(struct referrer *r, const struct chunk *chunk, uint32_t at, uint32_t word, uint32_t lemma)
{
    enum entity_kind kind = kind_of_noun(r, lemma);
    uint32_t entity = official_of_noun(r, noun_at(r, chunk, word), at), best = KNOW_NONE, around = KNOW_NONE, last = 0;
    if (entity != KNOW_NONE)
        return referent_of_entity(r, entity, chunk, at);
    if (kind == KIND_COUNTRY)
        return KNOW_NONE; /* «البلد»: which one is open */
    for (uint32_t i = 0; i < r->out->count; i++) {
        const struct referent *referent = &r->out->items[i];
        if (referent->phrase != PHRASE_PLACE)
            continue;
        const struct chunk *first = &r->mentions->chunks.items[referent->first_chunk];
        bool named = referent->entity != KNOW_NONE || first->name_end > first->name_first;
        bool fits = named && first->lemma == lemma;
        uint32_t outer = KNOW_NONE;
        if (referent->entity != KNOW_NONE) {
            fits |= kinds_meet(kind, (enum entity_kind)r->know->entities[referent->entity].kind);
            outer = place_around(r->know, referent->entity, kind);
        }
        bool divides = kind == KIND_GOVERNORATE || kind == KIND_DISTRICT;
        if (!(fits || (outer != KNOW_NONE && (divides || best == KNOW_NONE))) || referent->last_chunk < last)
            continue;
        best = fits ? i : KNOW_NONE;
        around = fits ? KNOW_NONE : outer;
        last = referent->last_chunk;
    }
    return around != KNOW_NONE ? referent_of_entity(r, around, chunk, at) : best;
}

/* «كتائب القسام، الجناح العسكري لحماس»: what a named body is of another stands beside its name; KNOW_NONE if it is none. */
uint32_t resume_named(const struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    const struct chunk *name = noun_before(r, at), *next = at + 1 < r->mentions->chunks.count ? chunk + 1 : chunk;
    bool whose =
        next->kind == CHUNK_NOUN && next->sentence == chunk->sentence && next->preposition == PREP_L && next->phrase == PHRASE_BODY;
    if (!name || name->phrase != PHRASE_BODY || name->entity == KNOW_NONE || !whose || chunk->clitics || chunk->preposition
        || !chunk->definite || chunk->name_end > chunk->name_first || next->referent == name->referent)
        return KNOW_NONE;
    return name->referent;
}
