/*
 * person.c - names of persons that no list holds: given name, nasab, nisba.
 */
#include "name/phrase.h"

#define PERSON_MOST_WORDS 6u

/* bin, ibn, abu, al (family), umm, and the particles of foreign names. */
#define LINK_MOST_BYTES 6u

static bool person_is_link(const struct word *word)
{
    static const char *const links[] = {
        "\xd8\xa8\xd9\x86",         "\xd8\xa7\xd8\xa8\xd9\x86", "\xd8\xa7\xd8\xa8\xd9\x88", "\xd8\xa7\xd8\xa8\xd9\x8a",
        "\xd8\xa7\xd8\xa8\xd8\xa7", "\xd8\xa7\xd9\x84",         "\xd8\xb9\xd8\xa8\xd8\xaf", "\xd8\xa7\xd9\x85",
        "\xd8\xaf\xd9\x8a",         "\xd9\x81\xd8\xa7\xd9\x86", "\xd9\x81\xd9\x88\xd9\x86", "\xd8\xa8\xd9\x88",
    };
    for (size_t i = 0; word->fold.len <= LINK_MOST_BYTES && i < sizeof links / sizeof *links; i++)
        if (slice_equal(word->fold, slice_of(links[i])))
            return true;
    return false;
}

static bool person_is_kunya(const struct word *word)
{
    return slice_equal(word->fold, slice_of("\xd8\xa7\xd8\xa8\xd9\x88")) || slice_equal(word->fold, slice_of("\xd8\xa7\xd8\xa8\xd9\x8a"))
           || slice_equal(word->fold, slice_of("\xd8\xa7\xd8\xa8\xd8\xa7"));
}

/* A given or family name that the span can be, NULL if none. */
static const struct name_end *person_word(const struct chunker *c, const struct span *span)
{
    const struct name_end *given = span ? span_end(c->know, span, NAME_GIVEN) : NULL;
    return given || !span ? given : span_end(c->know, span, NAME_FAMILY);
}

/* «مسؤول طلب عدم ذكر اسمه»: what may be a name is a verb before "not to". */
static bool asks_not_to(const struct chunker *c, uint32_t at)
{
    const struct word *word = chunker_word(c, at);
    const struct reading *next = at + 1 < c->end ? word_reading(chunker_word(c, at + 1)) : NULL;
    bool verb = false;
    for (uint32_t i = 0; i < word->reading_count; i++)
        verb |= features_part(word->readings[i].features) == PART_VERB;
    return verb && next && chunker_lemma(c, next)->part == LEMMA_PARTICLE && chunker_lemma(c, next)->particle == PARTICLE_NEGATE;
}

/* Whether the word can go on a name: unknown, or definite and no verb (a family name). Behind a title (`sure`) a given name is one, though
 * it be a verb too: «الرئيس علي صالح». */
static bool person_goes_on(const struct chunker *c, uint32_t at, bool sure, bool nasab)
{
    const struct word *word = chunker_word(c, at);
    if (word->kind != WORD_ARABIC || c->number_at[at] || c->time_at[at] || word->fold.len < 4)
        return false;
    const struct span *span = chunker_span(c, at);
    if (span && span->clitics)
        return false;
    const struct name_end *known = person_word(c, span);
    if (span && (span_end(c->know, span, NAME_PARTICLE) || span_end(c->know, span, NAME_EXPRESSION)))
        return false;
    /* «طارق السيد», but «محمود السيد أحمد»'s title stays one */
    const struct name_end *title = span ? span_end(c->know, span, NAME_TITLE) : NULL;
    if (title
        && !(title->value == TITLE_HONORIFIC && known && word_has_article(word) && at + 1 < c->end
             && !person_word(c, chunker_span(c, at + 1))))
        return false;
    const struct name_end *entity = span ? span_end(c->know, span, NAME_ENTITY) : NULL;
    /* «عبد الله بن عبد العزيز الربيعة»: behind a father's name a small place is a family's name */
    if (entity && nasab && word_has_article(word) && c->know->entities[entity->value].kind > KIND_CITY)
        return true;
    if (entity && !known && chunker_trusts(c, span))
        return false;
    if (!word->reading_count)
        return true;
    const struct reading *r = word_reading(word);
    if (chunker_lemma(c, r)->part == LEMMA_PARTICLE)
        return false;
    if (asks_not_to(c, at))
        return false;
    if (known)
        return (sure && known->kind == NAME_GIVEN) || features_part(r->features) != PART_VERB || (r->clitics & CLITIC_SA)
               || features_person(r->features) != 3 || !lemma_is_predicate(chunker_lemma(c, r), PART_VERB);
    if (r->front && !(r->clitics & CLITIC_AL))
        return false;
    enum feature_part part = features_part(r->features);
    const struct lemma *lemma = chunker_lemma(c, r);
    /* «القرني», «العريفي», «الخطيب»: but not a state's adjective, nor a noun that a clause could go on with. */
    return (r->clitics & CLITIC_AL)
           && (part == PART_ADJECTIVE
                   ? lemma->body == KNOW_NONE
                   : part != PART_VERB && !lemma->frame_count && !(lemma->classes & ~(1u << CLASS_ABSTRACT | 1u << CLASS_TITLE)))
           && lemma->part != LEMMA_PARTICLE;
}

/* «ق.م»: initials. */
static uint32_t person_initials(const struct chunker *c, uint32_t at)
{
    uint32_t i = at;
    /* «1500 ق.م.»: an era */
    if (at > 0 && chunker_word(c, at - 1)->kind == WORD_NUMBER)
        return at;
    while (i + 1 < c->end && chunker_word(c, i)->kind == WORD_ARABIC && chunker_word(c, i)->fold.len == 2
           && chunker_word(c, i + 1)->kind == WORD_MARK && chunker_word(c, i + 1)->mark == '.' && !chunker_word(c, i + 1)->spaced)
        i += 2;
    if (i == at)
        return at;
    if (i < c->end && chunker_word(c, i)->kind == WORD_ARABIC && chunker_word(c, i)->fold.len == 2 && !chunker_word(c, i)->spaced)
        return i + 1;
    return i > at + 2 ? i : at;
}

static bool word_is_name(const struct chunker *c, const struct word *word, uint8_t kind)
{
    for (uint32_t i = 0; i < word->key_count; i++) {
        uint32_t end = word->keys[i].state && !word->keys[i].clitics ? c->know->name_states[word->keys[i].state].end_first : KNOW_NONE;
        for (; end != KNOW_NONE; end++) {
            if (c->know->name_ends[end].kind == kind)
                return true;
            if (c->know->name_ends[end].is_last)
                break;
        }
    }
    return false;
}

uint32_t person_further(const struct chunker *c, const struct span *span)
{
    uint32_t end = span->end;
    const struct word *next = end < c->end ? chunker_word(c, end) : NULL;
    if (!next || end - span->first < 2 || !word_has_article(next) || !word_is_name(c, chunker_word(c, end - 1), NAME_GIVEN)
        || (next->reading_count && !word_is_name(c, next, NAME_FAMILY)))
        return end;
    const struct span *behind = chunker_span(c, end);
    const struct name_end *entity = behind ? span_end(c->know, behind, NAME_ENTITY) : NULL;
    bool known = (entity && c->know->entities[entity->value].kind <= KIND_CITY) || (behind && span_end(c->know, behind, NAME_TITLE));
    return !known && person_goes_on(c, end, false, true) ? end + 1 : end;
}

uint32_t person_links(const struct chunker *c, uint32_t at)
{
    while (at + 1 < c->end && person_is_link(chunker_word(c, at)) && chunker_word(c, at + 1)->kind == WORD_ARABIC)
        at += 2;
    return at;
}

uint32_t person_read(const struct chunker *c, uint32_t at, bool sure)
{
    uint32_t initials = person_initials(c, at);
    if (initials > at)
        return initials;
    const struct word *word = chunker_word(c, at);
    if (word->kind != WORD_ARABIC)
        return at;
    const struct span *span = chunker_span(c, at);
    /* «أن», «بان» are names too, but not where a particle can stand. */
    if (chunker_particle(c, at) || (span && (span_end(c->know, span, NAME_PARTICLE) || span_end(c->know, span, NAME_EXPRESSION))))
        return at;
    const struct name_end *first = person_word(c, span);
    if (span && span_end(c->know, span, NAME_ENTITY) && (!first || (first->kind == NAME_FAMILY && chunker_trusts(c, span))))
        return at;
    if (first && ((sure && span->clitics) || (first->kind == NAME_FAMILY && first->value && word->reading_count)))
        first = NULL; /* «الفلسطيني», «الكبير»: a family name behind a given name only */
    if (first && asks_not_to(c, at))
        return at;
    bool is_known = first != NULL, is_common = first && first->value, is_family = first && first->kind == NAME_FAMILY;
    /* «السعودي طلب معاهدة»: a verb before it is a name */
    const struct reading *best = word_reading(word);
    bool is_verb = best && features_part(best->features) == PART_VERB;
    /* «بن جامع»: without the given name */
    bool kunya = (person_is_kunya(word) || (!word->reading_count && slice_equal(word->fold, slice_of("\xd8\xa8\xd9\x86"))))
                 && at + 1 < c->end && chunker_word(c, at + 1)->kind == WORD_ARABIC && !chunker_particle(c, at + 1);
    if (!is_known && !kunya && !(sure && !word->reading_count && word->fold.len >= 4))
        return at;
    uint32_t end = is_known ? span->end : at + 1, known = is_known && !is_common;
    bool nasab = false;
    while (end < c->end && end - at < PERSON_MOST_WORDS) {
        if (person_is_link(chunker_word(c, end)) && end + 1 < c->end && chunker_word(c, end + 1)->kind == WORD_ARABIC) {
            nasab |= slice_equal(chunker_word(c, end)->fold, slice_of("\xd8\xa8\xd9\x86"));
            end += 2;
            known++;
        } else if (kunya && end == at + 1) {
            end++;
        } else if (person_goes_on(c, end, sure, nasab)) {
            const struct name_end *next = person_word(c, chunker_span(c, end));
            if (is_family && next && next->kind == NAME_GIVEN)
                break; /* «التقى بوش محمود عباس»: two persons */
            known += next && (next->kind == NAME_GIVEN || !next->value || word_has_article(chunker_word(c, end)));
            end++;
        } else {
            break;
        }
    }
    if (kunya)
        return end;
    if (sure)
        return is_common && is_verb && end - at == 1 ? at : end;
    /* A name alone is a person only when it is nothing else, or what a relative pronoun describes. */
    const struct lemma *behind = end < c->end ? chunker_particle(c, end) : NULL;
    if (is_known && end - at == 1 && !is_family && behind && behind->particle == PARTICLE_REL)
        return end;
    if (is_known && end == span->end && (is_family || end - at == 1))
        return !is_common && (!word->reading_count || (is_family && !span->clitics)) ? end : at;
    if (is_common && word->reading_count && !known)
        return at;
    return end;
}
