/*
 * phrase_genitive.c - what stands in the genitive behind the head: «قادة جيش الإسلام», «وزارة الدفاع», «مدينة دوما».
 */
#include "name/phrase.h"

/* A thing, weapon or idiom's noun: who stands behind it is an argument of its own («سراح 11 مدنيا», «رصاص الجيش»). */
static bool phrase_is_thing(const struct chunk *chunk)
{
    return chunk->phrase == PHRASE_THING && !chunk->title && !(chunk->classes & (CLASS(FACILITY) | CLASS(VEHICLE) | CLASS(DOCUMENT)));
}

/* The outlet among the things that the name can be: «مراسل الميادين», «مصادر المدينة». */
static const struct name_end *outlet_of(const struct chunker *c, const struct span *span, const struct name_end *end)
{
    for (const struct name_end *e = &c->know->name_ends[span->end_first];; e++) {
        if (e->kind == NAME_ENTITY && c->know->entities[e->value].kind == KIND_OUTLET)
            return e;
        if (e->is_last)
            return end;
    }
}

/* Whether the noun next in the phrase can be the genitive of what stands before it, and is no argument of its own. */
static bool noun_is_genitive(const struct phrase *p, const struct reading *r)
{
    const struct chunk *chunk = p->chunk;
    const struct lemma *lemma = chunker_lemma(p->c, r);
    enum feature_part part = features_part(r->features);
    bool is_event = lemma_is_predicate(lemma, part) && part != PART_ACTIVE && part != PART_PASSIVE;
    bool definite = (r->clitics & CLITIC_AL) != 0;
    /* Events stay visible, except as part of a title, a body's name or what a vehicle or building is for: «وزير الدفاع», «لجنة المصالحة»,
     * «سيارات الإسعاف», not «أعلن طبيب مقتل …». */
    bool named_for = chunk->title || chunk->classes & (CLASS_BODIES | CLASS(TITLE) | CLASS(VEHICLE))
                     || (chunk->classes & CLASS_PERSONS && lemma_tells(p->c->know, lemma, 1u << EVENT_AID, MODE_NONE)); /* «عمال الإغاثة» */
    if (is_event && !(named_for && definite))
        return false;
    /* «دهس مستوطن طفلة»: a single person takes no indefinite genitive, but for offices: «نائب رئيس الحزب» */
    bool single = chunk->classes & CLASS_PERSONS && chunk->reading && features_number(chunk->reading->features) == NUMBER_SINGULAR
                  && p->at == chunk->head + 1;
    bool offices = chunk->classes & CLASS(TITLE) && lemma->classes & CLASS(TITLE) && !(lemma->classes & CLASS(FIGHTER)) && !r->back
                   && (r->features & FEATURE_CASES) != FEATURE_ACCUSATIVE;
    if (single && !definite && !offices && (lemma->classes & CLASS_PERSONS || r->back))
        return false;
    if (phrase_is_thing(chunk) && lemma->classes & (CLASS_PERSONS | CLASS_BODIES))
        return false;
    /* «ضرب صاروخ مبنى»: what a weapon hits is not whose it is */
    return definite || !(chunk->classes & CLASS(WEAPON)) || !(lemma->classes & (CLASS(FACILITY) | CLASS(PLACE) | CLASS(VEHICLE)));
}

bool phrase_genitive(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    const struct span *span = chunker_span(c, p->at);
    if (phrase_street_number(p))
        return true;
    if (!p->open || (span && span->clitics) || c->number_at[p->at])
        return false;
    /* «قائد إحدى الكتائب», «متحدث باسم أحد الفصائل» */
    const struct lemma *quantity = chunker_particle(c, p->at);
    if (quantity && quantity->particle == PARTICLE_QUANTITY && (chunk->title || chunk->classes & CLASS_PERSONS) && p->at + 1 < c->end) {
        p->at++;
        if (phrase_genitive(p))
            return true;
        p->at--;
        return false;
    }
    const struct name_end *end = span ? span_end(c->know, span, NAME_ENTITY) : NULL;
    bool informs = chunk->title == 1 + TITLE_CORRESPONDENT || chunk->title == 1 + TITLE_SOURCE;
    bool reports = informs || chunk->classes & (CLASS(OUTLET) | CLASS(SOURCE));
    if (end && reports)
        end = outlet_of(c, span, end);
    reports = reports && end && c->know->entities[end->value].kind == KIND_OUTLET; /* «مراسل الجزيرة» is no islander */
    if (end && c->know->entities[end->value].kind <= KIND_PERSON && phrase_is_thing(chunk))
        return false;
    if (end && (reports || chunker_trusts(c, span))) {
        uint8_t kind = c->know->entities[end->value].kind;
        /* «مدن الضفة», «شوارع عدن»: of several places the name is where they lie */
        bool site =
            chunk->phrase == PHRASE_PLACE || (chunk->phrase == PHRASE_BODY && !(chunk->classes & CLASS(FACILITY))); /* «مديرية دمت» */
        bool same = (kind > KIND_PERSON && chunk->classes & CLASS(PLACE) && site && !chunk->plural)
                    || (kind < KIND_PERSON && chunk->phrase == PHRASE_BODY && chunk->classes & CLASS(BODY) && p->at == chunk->head + 1);
        if (same && chunk->entity == KNOW_NONE) {
            chunk->entity = end->value;
            chunk->choices = span->end_first;
            chunk->typed = true;
            chunk->rule = end->rule;
            chunk->name_first = span->first;
            chunk->name_end = span->end;
            chunk->phrase = kind > KIND_PERSON ? PHRASE_PLACE : PHRASE_BODY;
            p->is_name = true;
        } else {
            phrase_note_inner(p, end->value, span->end_first, span->first, span->end);
        }
        p->at = phrase_close(c, span->first, span->end);
        p->open = false;
        p->definite = chunk->definite = true;
        return true;
    }
    const struct reading *r = chunker_nominal(c, p->at);
    if (r && reading_is_accusative(r))
        return false; /* «صفع ضابط معلما»: an object, no genitive */
    if (r && !(r->clitics & PROCLITICS) && features_part(r->features) != PART_ADJECTIVE) {
        const struct lemma *lemma = chunker_lemma(c, r);
        if (!noun_is_genitive(p, r))
            return false;
        chunk->mode = chunk->mode ? chunk->mode : lemma->mode;
        p->definite = (r->clitics & CLITIC_AL) || r->back;
        p->open = !p->definite;
        if (p->definite)
            chunk->definite = true;
        if (chunk->phrase == PHRASE_THING && lemma->classes & CLASS_PERSONS)
            chunk->classes |= lemma->classes & CLASS_PERSONS;
        p->at++;
        if (p->definite && lemma->classes & CLASS(WEAPON) && chunk->classes & CLASS(FACILITY))
            phrase_joined(p, CLASS(WEAPON));
        return true;
    }
    const struct word *word = chunker_word(c, p->at);
    if (word->kind == WORD_MARK || word->reading_count || word->kind == WORD_NUMBER)
        return false;
    /* Unknown words after a noun that takes names. */
    chunk->name_first = p->at;
    uint32_t most = p->at + (phrase_takes_names(chunk) ? 3 : 1);
    while (!phrase_full(p) && p->at < most && !chunker_word(c, p->at)->reading_count && chunker_word(c, p->at)->kind == word->kind)
        p->at++;
    chunk->name_end = p->at;
    p->open = false;
    p->definite = true;
    return true;
}
