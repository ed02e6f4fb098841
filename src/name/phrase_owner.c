/*
 * phrase_owner.c - whose the people, forces and things of a noun phrase are: «11 عنصرا من التنظيم», «فصائل موالية لتركيا».
 */
#include "name/phrase.h"

/* «قتلى وجرحى» */
static bool chunk_is_toll(const struct chunk *chunk)
{
    return (chunk->classes & CLASS(VICTIM)) && (chunk->classes & CLASS(WOUNDED));
}

/* «مدير المكتب الإعلامي للواء «النصر»»: the body in quotation marks that an office is of, behind the word for what it is. */
static bool phrase_serves(struct phrase *p)
{
    const struct chunker *c = p->c;
    const struct chunk *chunk = p->chunk;
    const struct reading *r = word_reading(chunker_word(c, p->at));
    if (chunk->phrase != PHRASE_PERSON || !chunk->title || chunk->of != KNOW_NONE || chunk->name_end > chunk->name_first || p->open || !r
        || !(r->clitics & CLITIC_LA) || (r->clitics & CLITIC_AL) || !(chunker_lemma(c, r)->classes & CLASS_BODIES) || p->at + 1 >= c->end
        || !word_opens_quote(c, p->at + 1) || chunker_word(c, p->at + 1)->mark == '(')
        return false;
    char close = chunker_word(c, p->at + 1)->mark == '<' ? '>' : '"';
    for (uint32_t end = p->at + 2; end < c->end && end < p->at + 8; end++)
        if (word_is_mark(c, end, close)) {
            p->at = end + 1;
            return true;
        }
    return false;
}

/* «11 عنصراً من التنظيم», «قيادات في حزب الله»: whose people they are. */
bool phrase_members(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    const struct word *word = chunker_word(c, p->at);
    const struct span *to = chunker_span(c, p->at);
    const struct name_end *served = to && to->clitics == CLITIC_LA ? span_end(c->know, to, NAME_ENTITY) : NULL;
    /* «الأمين العام للأمم المتحدة» */
    if (served && chunk->phrase == PHRASE_PERSON && chunk->title && chunk->of == KNOW_NONE && chunk->name_end == chunk->name_first
        && c->know->entities[served->value].kind < KIND_PERSON) {
        chunk->of = served->value;
        p->at = to->end;
        p->open = false;
        return true;
    }
    if (!served && phrase_serves(p))
        return true;
    bool from = slice_equal(word->fold, slice_of("\xd9\x85\xd9\x86"));
    bool within = slice_equal(word->fold, slice_of("\xd9\x81\xd9\x8a"));
    bool counted = chunk->number != KNOW_NONE || p->at == chunk->head + 1 || chunk_is_toll(chunk) || chunk->phrase == PHRASE_NUMBER
                   || chunk->one_of || chunk->dual;
    bool force = chunk->classes & CLASS(FORCE) && !chunk->definite;                     /* «قوات كبيرة من الجيش» */
    if (from && ((!counted && !force) || (to && span_end(c->know, to, NAME_PARTICLE)))) /* «العشائر من جهة» */
        return false;
    if (!(from || within)
        || !(chunk->classes & CLASS_PERSONS || chunk->title || chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_NUMBER
             || (from && force))
        || chunk->of != KNOW_NONE)
        return false;
    uint32_t at = p->at + 1;
    while (at < c->end && (word_opens_quote(c, at) || (chunker_particle(c, at) && chunker_particle(c, at)->particle == PARTICLE_QUANTITY)))
        at++;
    if (at >= c->end || c->time_at[at] || c->number_at[at])
        return false;
    const struct span *span = chunker_span(c, at);
    const struct name_end *end = span ? span_end(c->know, span, NAME_ENTITY) : NULL;
    if (end && c->know->entities[end->value].kind < KIND_PERSON) {
        chunk->of = end->value;
        p->at = span->end;
        while (p->at < c->end
               && (word_is_mark(c, p->at, '>') || word_is_mark(c, p->at, ')')
                   || (word_is_mark(c, p->at, '"') && word_is_mark(c, at - 1, '"'))))
            p->at++;
        return true;
    }
    if (!from)
        return false;
    const struct reading *r = chunker_nominal(c, at);
    if (!r || (r->clitics & (CLITIC_WA | CLITIC_FA)))
        return false;
    const struct lemma *lemma = chunker_lemma(c, r);
    if (force && !(chunk->classes & CLASS_PERSONS) && !(lemma->classes & CLASS_BODIES))
        return false;
    if (!(lemma->classes & (CLASS_PERSONS | CLASS_BODIES)))
        return false;
    p->at = at + 1;
    p->definite = (r->clitics & CLITIC_AL) != 0;
    p->open = !p->definite && !r->back;
    if (!(chunk->classes & CLASS_PERSONS))
        chunk->classes |= lemma->classes;
    if (lemma->classes & CLASS_PERSONS && p->definite)
        phrase_joined(p, CLASS_PERSONS);
    return true;
}

/* «مجموعة من الفتية والأطفال», «مخازن الأسلحة والذخائر»: a second definite noun of the same classes behind "and". */
void phrase_joined(struct phrase *p, uint32_t classes)
{
    const struct chunker *c = p->c;
    const struct reading *r = p->at < c->end ? chunker_nominal(c, p->at) : NULL;
    if (!r || r != word_reading(chunker_word(c, p->at)) || (r->clitics & PROCLITICS) != CLITIC_WA || !(r->clitics & CLITIC_AL) || r->back
        || features_part(r->features) != PART_NOUN || features_number(r->features) != NUMBER_PLURAL || c->span_at[p->at]
        || c->number_at[p->at] || !(chunker_lemma(c, r)->classes & classes))
        return;
    /* «… والجنود أعلنوا»: a clause of its own */
    const struct reading *next = p->at + 1 < c->end ? word_reading(chunker_word(c, p->at + 1)) : NULL;
    if (!next || features_part(next->features) != PART_VERB)
        p->at++;
}

/* «التابعة», «الموالي» */
static bool word_belongs(const struct chunker *c, uint32_t at)
{
    const struct word *word = chunker_word(c, at);
    for (uint32_t i = 0; i < word->reading_count; i++) {
        if (features_part(word->readings[i].features) != PART_ADJECTIVE)
            continue;
        struct slice text = know_text(c->know, chunker_lemma(c, &word->readings[i])->text);
        if (slice_equal(text, slice_of("\xd8\xaa\xd8\xa7\xd8\xa8\xd8\xb9"))
            || slice_equal(text, slice_of("\xd9\x85\xd9\x88\xd8\xa7\xd9\x84"))
            || slice_equal(text, slice_of("\xd9\x85\xd9\x88\xd8\xa7\xd9\x84\xd9\x8a")))
            return true;
    }
    return false;
}

/* «دورية للشرطة», «فصائل موالية لتركيا», «مدرسة تابعة لـ«الأونروا»»: whose it is, behind "of". Without an adjective that says so only for things
 * and forces that are not definite: «سلم أسيرين للصليب الأحمر». */
bool phrase_belongs(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    bool says = p->at > chunk->head && word_belongs(c, p->at - 1);
    if (!says && (chunk->definite || chunk->number != KNOW_NONE || !(chunk->classes & (CLASS(FACILITY) | CLASS(VEHICLE) | CLASS(FORCE)))))
        return false;
    uint32_t at = p->at;
    bool letter = chunker_word(c, at)->kind == WORD_ARABIC && slice_equal(chunker_word(c, at)->fold, slice_of("\xd9\x84"));
    if (letter)
        at++;
    while (letter && at < c->end && word_opens_quote(c, at))
        at++;
    if (at >= c->end)
        return false;
    const struct span *span = chunker_span(c, at);
    const struct name_end *end = span && (letter || span->clitics == CLITIC_LA) ? span_end(c->know, span, NAME_ENTITY) : NULL;
    if (end && c->know->entities[end->value].kind <= KIND_PERSON) {
        if (chunk->of == KNOW_NONE)
            chunk->of = end->value;
        p->at = phrase_close(c, p->at, span->end);
        p->open = false;
        return true;
    }
    const struct reading *r = word_reading(chunker_word(c, at));
    if (!r || !(letter || (r->clitics & CLITIC_LA)))
        return false;
    const struct lemma *lemma = chunker_lemma(c, r);
    bool pronoun = says && lemma->part == LEMMA_PARTICLE && lemma->particle == PARTICLE_PREP && r->back;
    if (!pronoun && (!(r->clitics & CLITIC_AL) || !(lemma->classes & (CLASS_BODIES | CLASS_PERSONS))))
        return false;
    uint32_t next = phrase_close(c, p->at, at + 1);
    /* «للقوات الأمريكية»: its own adjectives, and none of what stands before it */
    for (; !pronoun && next < c->end && next == at + 1; at++, next++) {
        const struct reading *adjective = chunker_nominal(c, next);
        if (!adjective || features_part(adjective->features) != PART_ADJECTIVE || !(adjective->clitics & CLITIC_AL)
            || (adjective->clitics & PROCLITICS) || !phrase_word_takes(p, at, adjective))
            break;
        if (chunk->of == KNOW_NONE)
            chunk->of = chunker_lemma(c, adjective)->body;
    }
    p->at = next;
    p->open = false;
    return true;
}
