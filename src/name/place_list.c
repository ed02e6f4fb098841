/*
 * place_list.c - several places behind one word for them: «بلدتي شقرا وطبريخا», «مديريات النادرة والسدة والرضمة». What else the words
 * behind "and" can mean, there they are names. And a street by its number.
 */
#include "know/features.h"
#include "name/phrase.h"

#define FRONT_AND 2u /* folded bytes of "and" */

/* The kind that the noun is the word for, KIND_COUNT if none. */
static int kind_of_noun(const struct chunker *c, const struct chunk *chunk)
{
    struct slice noun = know_text(c->know, c->know->lemmas[chunk->lemma].text);
    for (int kind = KIND_REGION; kind < KIND_COUNT; kind++)
        if (slice_equal(noun, slice_of(entity_kind_labels[kind])))
            return kind;
    return KIND_COUNT;
}

static const struct name_end *span_place(const struct know *know, const struct span *span)
{
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &know->name_ends[i];
        if (end->kind == NAME_ENTITY && know->entities[end->value].kind > KIND_PERSON)
            return end;
        if (end->is_last)
            return NULL;
    }
}

/* «قرى (أ وب)» */
static bool opens_brackets(const struct chunker *c, uint32_t at)
{
    return at < c->end && chunker_word(c, at)->kind == WORD_MARK && chunker_word(c, at)->mark == '(';
}

bool place_list_opens(struct chunker *c, const struct chunk *chunk)
{
    const struct reading *r = chunk->reading;
    if (!r || !(chunk->plural || chunk->dual) || r->clitics & CLITIC_AL || r->back || !(chunk->classes & (CLASS(PLACE) | CLASS(FACILITY))))
        return false;
    int kind = kind_of_noun(c, chunk);
    if (chunk->end == chunk->head + 1)
        return c->list_sure = kind != KIND_COUNT && kind != KIND_REGION && opens_brackets(c, chunk->end);
    const struct span *span = chunker_span(c, chunk->head + 1);
    const struct name_end *place = span ? span_place(c->know, span) : NULL;
    if (kind == KIND_COUNT || (!place && !(chunk->name_first == chunk->head + 1 && chunk->name_end > chunk->name_first)))
        return false;
    /* «مدن الضفة», «مناطق العراق»: where the places lie, none of them */
    uint8_t first = place ? c->know->entities[place->value].kind : KIND_VILLAGE;
    c->list_sure = chunk->dual || (kind != KIND_REGION && first != KIND_REGION && first != KIND_COUNTRY);
    return true;
}

/* A word with article that is no name otherwise: «والسلام» at the end of a phrase. */
static bool noun_is_member(const struct chunker *c, uint32_t at)
{
    const struct word *word = chunker_word(c, at);
    const struct reading *r = chunker_nominal(c, at);
    if (!c->list_sure || !r || !(r->clitics & CLITIC_AL) || r->clitics & (CLITIC_BA | CLITIC_LA | CLITIC_KA) || r->back
        || r->front != FRONT_AND + 4u || word_reading(word) != r)
        return false;
    const struct lemma *lemma = chunker_lemma(c, r);
    if (lemma->classes & (CLASS_PERSONS | CLASS_BODIES | CLASS(PLACE) | CLASS(FACILITY) | CLASS(TITLE) | CLASS(VEHICLE) | CLASS(WEAPON))
        || lemma_is_predicate(lemma, features_part(r->features)))
        return false;
    if (at + 1 >= c->end || chunker_word(c, at + 1)->kind == WORD_MARK || c->time_at[at + 1] || chunker_particle(c, at + 1))
        return true;
    const struct reading *next = word_reading(chunker_word(c, at + 1));
    return next ? (next->clitics & (CLITIC_WA | CLITIC_BA)) != 0 : slice_starts(chunker_word(c, at + 1)->fold, slice_of("\xd9\x88"));
}

static bool word_is_unknown(const struct chunker *c, uint32_t at)
{
    if (at >= c->end || c->span_at[at] || c->number_at[at] || c->time_at[at])
        return false;
    const struct word *word = chunker_word(c, at);
    return word->kind == WORD_ARABIC && !word->reading_count && !slice_starts(word->fold, slice_of("\xd9\x88"));
}

/* The word behind the member's name; `at` if none stands here. */
static uint32_t member_end(const struct chunker *c, uint32_t at, const struct name_end **place)
{
    const struct word *word = chunker_word(c, at);
    bool joined = slice_starts(word->fold, slice_of("\xd9\x88")) && word->fold.len > FRONT_AND + 4u;
    bool first = opens_brackets(c, at - 1);
    const struct span *span = chunker_span(c, at);
    if (word->kind != WORD_ARABIC || c->number_at[at] || c->time_at[at])
        return at;
    *place = span ? span_place(c->know, span) : NULL;
    /* «وعين الكروم»: a longer name than the known one */
    bool longer = *place && joined && span->end == at + 1 && !chunker_trusts(c, span) && word_is_unknown(c, at + 1);
    if (longer) {
        *place = NULL;
        return at + 2;
    }
    if (*place && (chunker_trusts(c, span) || c->list_sure) && span->front == (joined ? FRONT_AND : 0u))
        return span->end;
    *place = NULL;
    if (first && !word->reading_count && !span)
        return at + 1;
    if (!joined || (span && (span_end(c->know, span, NAME_ENTITY) || span_end(c->know, span, NAME_GIVEN))))
        return at;
    if (word->reading_count)
        return noun_is_member(c, at) ? at + 1 : at;
    uint32_t next = at + 1;
    while (next < at + 3 && word_is_unknown(c, next))
        next++;
    return next;
}

uint32_t place_list_read(struct chunker *c, uint32_t at)
{
    const struct name_end *place = NULL;
    uint32_t end = member_end(c, at, &place);
    if (end == at)
        return at;
    bool joined = slice_starts(chunker_word(c, at)->fold, slice_of("\xd9\x88"));
    if (place)
        joined = chunker_span(c, at)->front != 0;
    if (joined)
        chunker_add(c, CHUNK_CONJ, at, at)->clitics = CLITIC_WA;
    struct chunk *chunk = chunker_add(c, CHUNK_NOUN, at, end);
    struct phrase p = { .c = c, .chunk = chunk, .at = end, .is_name = true, .definite = true };
    chunk->clitics = joined ? CLITIC_WA : 0;
    chunk->front = joined ? FRONT_AND : 0;
    if (place)
        phrase_take_entity(&p, place, chunker_span(c, at)->end_first, at, end);
    chunk->phrase = PHRASE_PLACE;
    chunk->name_first = at;
    chunk->name_end = end;
    chunk->definite = chunk->typed = true;
    phrase_modifiers(&p);
    chunk->end = p.at;
    c->genitive_at = 0;
    c->preposition = PREP_NONE;
    c->list_at = p.at;
    return p.at;
}

bool phrase_street_number(struct phrase *p)
{
    struct chunk *chunk = p->chunk;
    const struct word *word = chunker_word(p->c, p->at);
    if (!p->open || word->kind != WORD_NUMBER || word->fold.len > 3 || p->at != chunk->head + 1 || chunk->plural || chunk->dual
        || chunk->lemma == KNOW_NONE
        || !slice_equal(know_text(p->c->know, p->c->know->lemmas[chunk->lemma].text), slice_of(entity_kind_labels[KIND_STREET])))
        return false;
    chunk->name_first = p->at;
    chunk->name_end = ++p->at;
    chunk->typed = true;
    p->definite = true;
    p->open = false;
    return true;
}
