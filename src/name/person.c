/*
 * person.c - names of persons that no list holds: given name, nasab, nisba.
 */
#include "name/chunker.h"

#define PERSON_MOST_WORDS 6u

/* bin, ibn, abu, al (family), umm, and the particles of foreign names. */
static bool person_is_link(const struct word *word)
{
    static const char *const links[] = {
        "\xd8\xa8\xd9\x86",         "\xd8\xa7\xd8\xa8\xd9\x86", "\xd8\xa7\xd8\xa8\xd9\x88", "\xd8\xa7\xd8\xa8\xd9\x8a",
        "\xd8\xa7\xd8\xa8\xd8\xa7", "\xd8\xa7\xd9\x84",         "\xd8\xb9\xd8\xa8\xd8\xaf", "\xd8\xa7\xd9\x85",
        "\xd8\xaf\xd9\x8a",         "\xd9\x81\xd8\xa7\xd9\x86", "\xd9\x81\xd9\x88\xd9\x86", "\xd8\xa8\xd9\x88",
    };
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (slice_equal(word->fold, slice_of(links[i])))
            return true;
    return false;
}

static bool person_is_kunya(const struct word *word)
{
    return slice_equal(word->fold, slice_of("\xd8\xa7\xd8\xa8\xd9\x88")) || slice_equal(word->fold, slice_of("\xd8\xa7\xd8\xa8\xd9\x8a"))
           || slice_equal(word->fold, slice_of("\xd8\xa7\xd8\xa8\xd8\xa7"));
}

/* Whether the word can go on a name: unknown, or definite and no verb (a family name). Behind a title (`sure`) a given name is one, though
 * it be a verb too: «الرئيس علي صالح». */
static bool person_goes_on(const struct chunker *c, uint32_t at, bool sure)
{
    const struct word *word = chunker_word(c, at);
    if (word->kind != WORD_ARABIC || c->number_at[at] || c->time_at[at] || word->fold.len < 4)
        return false;
    const struct span *span = chunker_span(c, at);
    if (span && span->clitics)
        return false;
    if (span && (span_end(c->know, span, NAME_PARTICLE) || span_end(c->know, span, NAME_EXPRESSION) || span_end(c->know, span, NAME_TITLE)))
        return false;
    if (span && span_end(c->know, span, NAME_ENTITY) && !span_end(c->know, span, NAME_GIVEN) && chunker_trusts(c, span))
        return false;
    if (!word->reading_count)
        return true;
    const struct reading *r = word_reading(word);
    if (chunker_lemma(c, r)->part == LEMMA_PARTICLE)
        return false;
    if (span && span_end(c->know, span, NAME_GIVEN))
        return sure || features_part(r->features) != PART_VERB || !lemma_is_predicate(c->know, chunker_lemma(c, r), PART_VERB);
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
    while (i + 1 < c->end && chunker_word(c, i)->kind == WORD_ARABIC && chunker_word(c, i)->fold.len == 2
           && chunker_word(c, i + 1)->kind == WORD_MARK && chunker_word(c, i + 1)->mark == '.' && !chunker_word(c, i + 1)->spaced)
        i += 2;
    if (i == at)
        return at;
    if (i < c->end && chunker_word(c, i)->kind == WORD_ARABIC && chunker_word(c, i)->fold.len == 2 && !chunker_word(c, i)->spaced)
        return i + 1;
    return i > at + 2 ? i : at;
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
    if (span && span_end(c->know, span, NAME_ENTITY) && !span_end(c->know, span, NAME_GIVEN))
        return at;
    const struct name_end *given = span && !(sure && span->clitics) ? span_end(c->know, span, NAME_GIVEN) : NULL;
    bool is_given = given != NULL, is_common = given && given->value;
    bool kunya = person_is_kunya(word) && at + 1 < c->end && chunker_word(c, at + 1)->kind == WORD_ARABIC;
    if (!is_given && !kunya && !(sure && !word->reading_count && word->fold.len >= 4))
        return at;
    uint32_t end = is_given ? span->end : at + 1, known = is_given && !is_common;
    while (end < c->end && end - at < PERSON_MOST_WORDS) {
        if (person_is_link(chunker_word(c, end)) && end + 1 < c->end && chunker_word(c, end + 1)->kind == WORD_ARABIC) {
            end += 2;
            known++;
        } else if (kunya && end == at + 1) {
            end++;
        } else if (person_goes_on(c, end, sure)) {
            const struct span *next = chunker_span(c, end);
            known += next && span_end(c->know, next, NAME_GIVEN) != NULL;
            end++;
        } else {
            break;
        }
    }
    if (sure || kunya)
        return end;
    /* A given name alone is a person only when it is nothing else. */
    if (end - at == 1)
        return is_given && !is_common && !word->reading_count && !span->clitics ? end : at;
    if (is_common && word->reading_count && !known)
        return at;
    return end;
}
