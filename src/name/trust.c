/*
 * trust.c - whether a name is a name where it stands: many names of places are common words too. What stands around it says so: a word for
 * what it is («بلدة السلام»), a preposition, the places it is listed with, the place behind that it lies in; or the report did so before.
 */
#include "name/chunker.h"

#include <string.h>

/* A one-word name that is also a noun or verb needs a type word before it («بلدة السلام»); one that could be an adjective or verbal noun
 * only, a preposition or direction at least. */
static bool chunker_licenses(const struct chunker *c, uint32_t at, bool is_noun)
{
    if (!is_noun && (c->preposition == PREP_B || c->preposition >= PREP_FIRST_FREE))
        return true;
    if (at == 0)
        return false;
    const struct lemma *before = chunker_particle(c, at - 1);
    if (before && before->particle == PARTICLE_DIRECTION)
        return !is_noun;
    const struct reading *r = word_reading(chunker_word(c, at - 1));
    if (!r || (r->clitics & CLITIC_AL) || !(chunker_lemma(c, r)->classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY)))
        return false;
    struct slice type = fold_copy(c->mem, know_text(c->know, chunker_lemma(c, r)->text));
    for (int kind = KIND_REGION; kind < KIND_COUNT; kind++)
        if (slice_equal(type, fold_copy(c->mem, slice_of(entity_kind_labels[kind]))))
            return true;
    return false;
}

/* Bodies, countries and large places are themselves wherever their name stands. */
static bool entity_is_known(const struct entity *entity)
{
    return !entity->is_common
           && (entity->kind < KIND_PERSON || entity->kind == KIND_COUNTRY || entity->kind == KIND_GOVERNORATE || entity->kind == KIND_CITY);
}

/* Towns, quarters, hospitals and camps that bear a person's name: the name means the person where no type word says otherwise. */
static bool span_is_namesake(const struct chunker *c, const struct span *span)
{
    bool is_given = span->end - span->first == 1 || span_end(c->know, span, NAME_GIVEN);
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &c->know->name_ends[i];
        if (end->kind == NAME_PARTICLE || end->kind == NAME_EXPRESSION)
            return false;
        uint8_t kind = end->kind == NAME_ENTITY ? c->know->entities[end->value].kind : KIND_STREET;
        bool bears =
            is_given ? kind > KIND_CITY : kind == KIND_QUARTER || kind == KIND_STREET || (kind >= KIND_AIRPORT && kind <= KIND_MOSQUE);
        if (!bears)
            return false;
        if (end->is_last)
            return word_names_person(c->know, chunker_word(c, span->first), span->front, PERSON_TITLE);
    }
}

/* A word for a place without article right before: what follows is its genitive. */
static bool chunker_opens_construct(const struct chunker *c, uint32_t at)
{
    const struct reading *r = at > 0 ? word_reading(chunker_word(c, at - 1)) : NULL;
    return r && features_part(r->features) == PART_NOUN && !(r->clitics & CLITIC_AL) && !r->back
           && chunker_lemma(c, r)->classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY);
}

/* Whether the span can be a place, of a kind up to `last`, in the country of the `other` place. */
static bool span_lies_near(const struct chunker *c, const struct span *span, uint32_t other, enum entity_kind last)
{
    if (other == KNOW_NONE || c->know->entities[other].kind < KIND_COUNTRY)
        return false;
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &c->know->name_ends[i];
        const struct entity *entity = &c->know->entities[end->value];
        if (end->kind == NAME_ENTITY && entity->kind > KIND_COUNTRY && entity->kind <= last
            && memcmp(entity->country, c->know->entities[other].country, 2) == 0)
            return true;
        if (end->is_last)
            return false;
    }
}

/* «ذي قار والبصرة وبابل»: the town or province listed behind others of its country. */
static bool span_is_listed(const struct chunker *c, const struct span *span)
{
    uint32_t count = c->out->chunks.count;
    while (count && c->out->chunks.items[count - 1].first >= span->first)
        count--; /* the "and" of this very word, the phrase that is being read */
    const struct chunk *before = count ? &c->out->chunks.items[count - 1] : NULL;
    if (!(span->clitics & CLITIC_WA) || !before || before->kind != CHUNK_NOUN || before->phrase != PHRASE_PLACE
        || before->end != span->first)
        return false;
    return span_lies_near(c, span, before->entity, KIND_CITY);
}

/* «في العمارة جنوب العراق», «في نوى بريف درعا»: what stands behind tells where the town is. */
static bool span_is_set(const struct chunker *c, const struct span *span)
{
    if (c->preposition < PREP_FIRST_FREE && c->preposition != PREP_B)
        return false;
    for (uint32_t at = span->end; at < c->end && at <= span->end + 1; at++) {
        const struct span *behind = chunker_span(c, at);
        const struct name_end *end = behind ? span_end(c->know, behind, NAME_ENTITY) : NULL;
        if (end)
            return span_lies_near(c, span, end->value, KIND_CITY);
    }
    return false;
}

/* «في مدينة العمارة … في العمارة»: the report said before what it is; villages have names that are all too common. */
static bool span_is_introduced(const struct chunker *c, const struct span *span)
{
    bool town = false;
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &c->know->name_ends[i];
        town |= end->kind == NAME_ENTITY && c->know->entities[end->value].kind == KIND_CITY;
        if (end->is_last)
            break;
    }
    if (!c->preposition || !town)
        return false;
    for (uint32_t i = c->out->chunks.count; i-- > 0;) {
        const struct chunk *chunk = &c->out->chunks.items[i];
        for (uint32_t j = span->end_first; chunk->phrase == PHRASE_PLACE && chunk->entity != KNOW_NONE; j++) {
            const struct name_end *end = &c->know->name_ends[j];
            if (end->kind == NAME_ENTITY && end->value == chunk->entity)
                return c->know->entities[chunk->entity].kind == KIND_CITY;
            if (end->is_last)
                break;
        }
    }
    return false;
}

/* «هاني الدالي»: a small place's name right behind a given name is of the person. */
static bool span_is_surname(const struct chunker *c, const struct span *span)
{
    const struct span *before = span->first > 0 && !span->front ? chunker_span(c, span->first - 1) : NULL;
    if (c->preposition || !before || before->end != span->first || !span_end(c->know, before, NAME_GIVEN)
        || span_end(c->know, before, NAME_ENTITY))
        return false;
    struct slice name = chunker_word(c, span->first)->fold;
    bool relative = slice_starts(name, slice_of("\xd8\xa7\xd9\x84")) && slice_ends(name, slice_of("\xd9\x8a")); /* «علي الأحمدي» */
    /* «كمين الشجاعية», «وادي شبعا» */
    const struct word *given = chunker_word(c, before->first);
    for (uint32_t i = 0; i < given->reading_count; i++)
        if (chunker_lemma(c, &given->readings[i])->frame_count
            || chunker_lemma(c, &given->readings[i])->classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY))
            return false;
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &c->know->name_ends[i];
        uint8_t kind = end->kind == NAME_ENTITY ? c->know->entities[end->value].kind : (uint8_t)KIND_VILLAGE;
        if (kind != KIND_VILLAGE && kind != KIND_TOWN && kind != KIND_QUARTER && kind != KIND_DISTRICT && !(kind == KIND_CITY && relative))
            return false;
        if (end->is_last)
            return true;
    }
}

bool chunker_trusts(const struct chunker *c, const struct span *span)
{
    const struct name_end *end = span_end(c->know, span, NAME_ENTITY);
    if (!end || (span->end - span->first == 1 && span_is_surname(c, span)))
        return false;
    bool is_common = span_is_namesake(c, span);
    if (span->end - span->first > 1)
        return !is_common || chunker_licenses(c, span->first, true);
    const struct word *word = chunker_word(c, span->first);
    bool is_word = false, is_noun = false, is_small = true;
    /* «في درعا», «ريف درعا»: no shield, that would be an accusative */
    bool opens = chunker_opens_construct(c, span->first), genitive = c->preposition || opens;
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        if (r->front < span->front || r->back || r->features & FEATURE_VARIANT)
            continue;
        if (genitive && features_part(r->features) != PART_VERB && (r->features & FEATURE_CASES)
            && !(r->features & FEATURE_CASES & FEATURE_GENITIVE))
            continue;
        is_word = true;
        is_noun |= features_part(r->features) == PART_NOUN || chunker_lemma(c, r)->part == LEMMA_PARTICLE
                   || (features_part(r->features) == PART_MASDAR && lemma_is_predicate(chunker_lemma(c, r), PART_MASDAR));
    }
    /* «أفاد» is a verb before it is an agency. */
    const struct reading *best = word_reading(word);
    bool common = best && features_part(best->features) == PART_VERB && features_tense(best->features) != TENSE_IMPERATIVE
                  && features_number(best->features) == NUMBER_SINGULAR && features_person(best->features) == 3;
    /* «اشتباكات تعز»: without lam the verb would not be short */
    common = common && (features_tense(best->features) != TENSE_PRESENT || (best->features & FEATURE_MOODS) != FEATURE_JUSSIVE);
    bool is_deed = best && features_part(best->features) == PART_MASDAR; /* «تتقدم بالتعزية» */
    if (!c->preposition && common && chunker_lemma(c, best)->part == LEMMA_VERB && chunker_lemma(c, best)->frame_count
        && best->front >= span->front)
        return false;
    for (uint32_t i = span->end_first;; i++) {
        const struct entity *entity = &c->know->entities[c->know->name_ends[i].value];
        if (c->know->name_ends[i].kind == NAME_ENTITY) {
            /* «إقليم ماردين»: behind a word for a place the town, whatever else its name can be */
            bool named = !is_noun || entity->kind <= KIND_PERSON || (entity->kind == KIND_CITY && opens);
            if (entity->is_known || (entity_is_known(entity) && named))
                return true;
            is_common |= entity->is_common;
            is_small &=
                entity->kind == KIND_VILLAGE || entity->kind == KIND_QUARTER || entity->kind == KIND_SITE || entity->kind == KIND_BASE;
        }
        if (c->know->name_ends[i].is_last)
            break;
    }
    /* «على الرغم من بدأ المفاوضات»: nor does a preposition alone make a village of a common word */
    return !(is_word || is_common) || chunker_licenses(c, span->first, is_noun || (is_word && is_common && is_small))
           || span_is_listed(c, span) || (!is_deed && (span_is_set(c, span) || span_is_introduced(c, span)));
}
