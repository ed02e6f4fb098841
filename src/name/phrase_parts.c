/*
 * phrase_parts.c - what belongs to the head of a noun phrase, in the order in which it is looked for: among it names in quotation marks, titles
 * and the names that they introduce; and the clitics before it.
 */
#include "name/phrase.h"

/* The end of a short quotation or bracket that opens at `at`, 0 if it is none. */
static uint32_t quote_end(const struct chunker *c, uint32_t at)
{
    char open = chunker_word(c, at)->mark;
    for (uint32_t i = at + 1; i < c->end && i < at + 8; i++)
        if (word_is_mark(c, i, open == '<' ? '>' : open == '(' ? ')' : '"'))
            return i > at + 1 ? i + 1 : 0;
    return 0;
}

/* What stands in quotation marks is a name, and no clause or what stands between two quotations. */
static bool quote_names(const struct chunker *c, uint32_t first, uint32_t end)
{
    for (uint32_t at = first; at < end; at++) {
        const struct lemma *particle = chunker_particle(c, at);
        if (chunker_word(c, at)->kind == WORD_MARK && (at == first || chunker_word(c, at)->mark == ','))
            return false;
        if (particle
            && (particle->particle == PARTICLE_SUB || particle->particle == PARTICLE_REL
                || (at == first && particle->particle != PARTICLE_ADVERB)))
            return false;
    }
    return true;
}

void phrase_note_inner(struct phrase *p, uint32_t entity, uint32_t choices, uint32_t first, uint32_t next)
{
    uint8_t kind = p->c->know->entities[entity].kind;
    struct chunk *chunk = p->chunk;
    if (kind < KIND_PERSON || (kind == KIND_PERSON && chunk->phrase != PHRASE_PERSON)) {
        if (chunk->of == KNOW_NONE) {
            chunk->of = entity;
            chunk->of_next = first == chunk->head + 1;
        }
    } else if (kind == KIND_PERSON) {
        chunk->entity = entity;
        chunk->name_first = first;
        chunk->name_end = next;
    } else if (chunk->inner == KNOW_NONE) {
        chunk->inner = entity;
        chunk->inner_choices = choices;
        chunk->inner_first = first;
        chunk->inner_end = next;
    }
}

bool phrase_takes_names(const struct chunk *chunk)
{
    return chunk->title
           || chunk->classes
                  & (CLASS_BODIES | CLASS(PLACE) | CLASS(FACILITY) | CLASS(TITLE) | CLASS(SPOKESMAN) | CLASS(WEAPON) | CLASS(VEHICLE));
}

uint32_t phrase_close(const struct chunker *c, uint32_t first, uint32_t next)
{
    for (uint32_t i = first; i < next && next < c->end; i++) {
        char open = chunker_word(c, i)->kind == WORD_MARK ? chunker_word(c, i)->mark : 0;
        if ((open == '<' && word_is_mark(c, next, '>')) || (open == '(' && word_is_mark(c, next, ')'))
            || (open == '"' && word_is_mark(c, next, '"')))
            return next + 1;
    }
    return next;
}

/* «قال العمدة "الجنود قصفوا القرية"»: with a verb that tells something, it is no name. */
static bool quote_tells(const struct chunker *c, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const struct reading *r = word_reading(chunker_word(c, i));
        if (r && features_part(r->features) == PART_VERB && chunker_lemma(c, r)->frame_count)
            return true;
    }
    return false;
}

/* «لواء «ضحى الإسلام»», «(جيش الإسلام)»: a name in quotation marks. */
static bool phrase_quoted(struct phrase *p)
{
    struct chunker *c = p->c;
    if (!word_opens_quote(c, p->at))
        return false;
    uint32_t end = quote_end(c, p->at);
    const struct span *span = chunker_span(c, p->at + 1);
    bool is_name = span && span_end(c->know, span, NAME_ENTITY) && (span->end + 1 == end || !end);
    if (is_name && (p->open || p->is_name || phrase_takes_names(p->chunk))) {
        uint32_t entity = span_end(c->know, span, NAME_ENTITY)->value;
        if ((phrase_takes_names(p->chunk) && !p->chunk->title && p->chunk->phrase == PHRASE_BODY && p->open
             && p->chunk->entity == KNOW_NONE)) {
            p->chunk->entity = entity;
            p->chunk->phrase = c->know->entities[entity].kind < KIND_PERSON ? PHRASE_BODY : p->chunk->phrase;
        } else if (p->chunk->entity == KNOW_NONE) {
            phrase_note_inner(p, entity, span->end_first, p->at + 1, span->end);
        }
        p->at = end ? end : span->end;
        p->open = false;
        p->is_name = true;
        return true;
    }
    /* «قوات "جيش" الاحتلال»: the name goes on behind the marks */
    if (end && span && span->end > end && span_end(c->know, span, NAME_ENTITY) && phrase_takes_names(p->chunk)) {
        phrase_note_inner(p, span_end(c->know, span, NAME_ENTITY)->value, span->end_first, p->at + 1, span->end);
        p->at = span->end;
        p->open = false;
        p->definite = p->chunk->definite = true;
        return true;
    }
    if (!end || chunker_word(c, p->at)->mark == '(' || quote_tells(c, p->at + 1, end) || !quote_names(c, p->at + 1, end - 1))
        return false;
    if (!(p->open && phrase_takes_names(p->chunk))
        && !(p->chunk->name_end == p->chunk->name_first && phrase_takes_names(p->chunk) && end - p->at <= 6))
        return false;
    p->chunk->name_first = p->at + 1;
    p->chunk->name_end = end - 1;
    p->chunk->quoted = true;
    p->at = end;
    p->open = false;
    p->is_name = true;
    return true;
}

/* The public figure that the span can be, NULL if none. */
static const struct name_end *span_end_person(const struct know *know, const struct span *span)
{
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &know->name_ends[i];
        if (end->kind == NAME_ENTITY && know->entities[end->value].kind == KIND_PERSON)
            return end;
        if (end->is_last)
            return NULL;
    }
}

/* A name after a title, or a title after a name: «الرئيس بشار الأسد», «إسلام علوش المتحدث باسم جيش الإسلام». */
static bool phrase_person_part(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    if (chunk->phrase != PHRASE_PERSON || chunk->plural)
        return false;
    const struct span *span = chunker_span(c, p->at);
    if (span && span->clitics)
        return false;
    bool has_name = chunk->name_end > chunk->name_first;
    const struct name_end *end = span ? span_end_person(c->know, span) : NULL;
    if (end && !has_name && person_further(c, span) > span->end) {
        chunk->name_first = span->first;
        chunk->name_end = p->at = person_further(c, span);
        p->open = false;
        p->definite = true;
        return true;
    }
    if (end && !has_name) {
        phrase_note_inner(p, end->value, span->end_first, span->first, span->end);
        p->at = span->end;
        p->open = false;
        return true;
    }
    if (span && (end = span_end(c->know, span, NAME_TITLE)) != NULL && !end->clitic
        && (has_name || (chunk->title && (end->value == TITLE_RANK || end->value == TITLE_HONORIFIC)))) {
        const struct reading *last = chunker_nominal(c, span->end - 1);
        if (!chunk->title)
            chunk->title = (uint8_t)(end->value + 1);
        p->at = span->end;
        p->open = !(last && last->clitics & CLITIC_AL);
        p->definite = !p->open;
        return true;
    }
    if (has_name)
        return false;
    uint32_t next = person_read(c, p->at, true);
    if (next == p->at)
        return false;
    chunk->name_first = p->at;
    chunk->name_end = next;
    p->at = next;
    p->open = false;
    p->definite = true;
    return true;
}

/* «قتلى وجرحى», «عشرات القتلى والجرحى»: the dead and the wounded told as one group. */
static bool phrase_toll(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    const struct reading *r = chunker_nominal(c, p->at), *head = chunk->reading;
    const uint32_t tolls = CLASS(VICTIM) | CLASS(WOUNDED);
    if (chunk->phrase != PHRASE_GROUP || !r || !head || !(r->clitics & CLITIC_WA) || r->back || features_part(r->features) != PART_NOUN
        || c->number_at[p->at] || p->at != chunk->head + 1 || (r->clitics & CLITIC_AL) != (head->clitics & CLITIC_AL))
        return false;
    if (chunk->number != KNOW_NONE && !c->out->numbers.items[chunk->number].approx)
        return false; /* «ستة شهداء وجرحى»: six dead */
    uint32_t other = chunker_lemma(c, r)->classes & tolls;
    if (!other || !(chunk->classes & tolls) || (chunk->classes & tolls) == other)
        return false;
    chunk->classes |= other;
    p->at++;
    p->open = !(r->clitics & CLITIC_AL);
    return true;
}

/* «صواريخ 107 من طراز …», «قذيفة 120»: the calibre, where nothing stands behind that it could count. */
static bool phrase_calibre(struct phrase *p)
{
    const struct chunk *chunk = p->chunk;
    if (!(chunk->classes & CLASS(WEAPON)) || chunk->number != KNOW_NONE || p->at == chunk->head
        || chunker_word(p->c, p->at)->kind != WORD_NUMBER || (p->at + 1 < p->c->end && chunker_nominal(p->c, p->at + 1)))
        return false;
    p->at++;
    p->open = false;
    return true;
}

/* «الغارات الثلاث» */
static bool phrase_numeral(struct phrase *p)
{
    if (!p->chunk->definite || !p->chunk->plural || !p->c->number_at[p->at] || !word_has_article(chunker_word(p->c, p->at)))
        return false;
    p->at++;
    return true;
}

void phrase_modifiers(struct phrase *p)
{
    while (!phrase_full(p)) {
        const struct word *word = chunker_word(p->c, p->at);
        if (p->chunk->phrase != PHRASE_EVENT && phrase_belongs(p))
            return;
        if (phrase_toll(p) || phrase_calibre(p) || phrase_unlike(p) || phrase_possessing(p))
            continue;
        if (word->kind == WORD_MARK) {
            if (!phrase_quoted(p))
                return;
        } else if (p->chunk->phrase == PHRASE_EVENT) {
            if (!phrase_adjective(p) && !phrase_unknown_adjective(p) && !phrase_numeral(p))
                return;
        } else if (!(p->chunk->phrase == PHRASE_PERSON && !p->open && phrase_person_part(p)) && !phrase_adjective(p) && !phrase_genitive(p)
                   && !phrase_person_part(p) && !phrase_members(p) && !phrase_further(p) && !phrase_unknown_adjective(p)) {
            return;
        }
    }
}

struct phrase_front phrase_front_of(const struct chunker *c, uint32_t at)
{
    static const struct {
        uint8_t hit, clitic;
    } hits[] = { { HIT_AND, CLITIC_WA }, { HIT_SO, CLITIC_FA }, { HIT_BY, CLITIC_BA }, { HIT_TO, CLITIC_LA }, { HIT_AS, CLITIC_KA } };
    const struct span *span = chunker_span(c, at);
    const struct reading *r = word_reading(chunker_word(c, at));
    struct phrase_front out = { 0 };
    bool is_name = span
                   && (span_end(c->know, span, NAME_ENTITY) || span_end(c->know, span, NAME_TITLE) || span_end(c->know, span, NAME_GIVEN)
                       || span_end(c->know, span, NAME_FAMILY))
                   && (!r || span->end - span->first > 1 || chunker_trusts(c, span));
    if (c->number_at[at] && !is_name) {
        const struct number *number = &c->out->numbers.items[c->number_at[at] - 1];
        for (size_t i = 0; i < sizeof hits / sizeof *hits; i++)
            if (number->clitics & hits[i].hit) {
                out.clitics |= hits[i].clitic;
                out.front = (uint8_t)(out.front + 2);
            }
    } else if (is_name) {
        out.clitics = span->clitics;
        out.front = span->front;
        const struct word *word = chunker_word(c, at);
        out.lost_article = (span->clitics & CLITIC_LA) && word->fold.len > span->front + 4u
                           && slice_starts(slice_from(word->fold, span->front), slice_of("\xd9\x84"))
                           && slice_starts(slice_from(word->fold, span->front - 2u), slice_of("\xd9\x84"));
    } else if (r) {
        out.clitics = r->clitics & (uint8_t) ~(CLITIC_AL | CLITIC_PRONOUN | CLITIC_SA);
        out.front = r->front;
        if (r->clitics & CLITIC_AL) {
            out.lost_article = (r->clitics & CLITIC_LA) != 0;
            out.front = (uint8_t)(r->front - (out.lost_article ? 2 : 4));
        }
    }
    return out;
}
