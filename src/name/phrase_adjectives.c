/*
 * phrase_adjectives.c - adjectives of a noun phrase behind the first, negated ones, and those that the lexicon lacks.
 */
#include "name/phrase.h"

/* «90 فردا وكيانا»: bodies beside the persons counted; «عدد من المدنيين والجنود»: more persons behind a word of quantity. */
static bool phrase_joins_counted(struct phrase *p, const struct reading *r)
{
    const struct chunk *chunk = p->chunk;
    uint32_t at = p->at;
    if (at != chunk->head + 1 || !r || !chunk->reading || chunk->head == chunk->first || !(chunk->classes & CLASS_PERSONS))
        return false;
    if (p->definite)
        phrase_joined(p, CLASS_PERSONS);
    else if (chunk->number != KNOW_NONE && features_part(r->features) == PART_NOUN && r->clitics == CLITIC_WA && !r->back
             && features_number(r->features) == NUMBER_SINGULAR && features_number(chunk->reading->features) == NUMBER_SINGULAR
             && (chunker_lemma(p->c, r)->classes & CLASS_BODIES || (chunk->classes & chunker_lemma(p->c, r)->classes & CLASS(FIGHTER)))
             && !p->c->span_at[at] && !p->c->number_at[at])
        p->at++;
    return p->at > at;
}

/* «وفد سياسي واقتصادي», «المؤسسات الحقوقية والإنسانية», «القادة الثلاثة»: a further adjective of the same noun behind "and"; a number behind a
 * definite noun. */
bool phrase_further(struct phrase *p)
{
    const struct chunker *c = p->c;
    const struct reading *r = word_reading(chunker_word(c, p->at));
    if (c->number_at[p->at] && p->definite && p->chunk->plural && p->chunk->number == KNOW_NONE
        && word_has_article(chunker_word(c, p->at))) {
        p->at = c->out->numbers.items[c->number_at[p->at] - 1].end;
        return true;
    }
    if (phrase_joins_counted(p, r))
        return true;
    const struct reading *before = p->at > p->chunk->head + 1 ? word_reading(chunker_word(c, p->at - 1)) : NULL;
    if (!p->chunk->reading || !before || features_part(before->features) != PART_ADJECTIVE || !r
        || features_part(r->features) != PART_ADJECTIVE || (r->clitics & PROCLITICS) != CLITIC_WA || r->back || c->span_at[p->at]
        || (r->clitics & CLITIC_AL) != (before->clitics & CLITIC_AL) || chunker_lemma(c, r)->body != KNOW_NONE)
        return false;
    bool alike = features_number(r->features) == features_number(before->features)
                 && (r->features & FEATURE_GENDERS) == (before->features & FEATURE_GENDERS);
    if (!alike || features_number(r->features) == NUMBER_PLURAL)
        return false;
    p->at++;
    return true;
}

bool phrase_possessing(struct phrase *p)
{
    const struct chunker *c = p->c;
    const struct chunk *chunk = p->chunk;
    const struct lemma *particle = chunker_particle(c, p->at);
    if (!particle || particle->particle != PARTICLE_QUANTITY || particle->value != VALUE_POSSESSING || p->at + 1 >= c->end
        || p->at <= chunk->head || phrase_front_of(c, p->at).clitics)
        return false;
    const struct reading *r = chunker_nominal(c, p->at + 1);
    bool feminine = slice_ends(chunker_word(c, p->at)->fold, slice_of("\xd8\xaa"));
    bool persons = chunk->classes & CLASS_PERSONS && chunk->plural;
    if (!r || !(r->clitics & CLITIC_AL) || (r->clitics & PROCLITICS) || feminine == persons
        || (feminine && chunk->reading && !chunk->feminine && !chunk->plural && chunk->entity == KNOW_NONE))
        return false;
    p->at += 2;
    p->open = false;
    p->definite = true;
    return true;
}

/* An unknown definite word behind a definite noun is an adjective that the lexicon lacks: «الحشود الغاضبة». */
bool phrase_unknown_adjective(struct phrase *p)
{
    const struct word *word = chunker_word(p->c, p->at);
    if (word->kind != WORD_ARABIC || word->reading_count || p->c->span_at[p->at] || !word_has_article(word) || !p->definite || p->open
        || p->is_name)
        return false;
    p->at++;
    return true;
}

/* «احتجاجات غير مسبوقة», «القوات غير النظامية», «وقف فوري وغير مشروط»: an adjective with its negation. */
bool phrase_unlike(struct phrase *p)
{
    const struct lemma *particle = chunker_particle(p->c, p->at);
    if (!particle || particle->particle != PARTICLE_NEGATE || particle->value != VALUE_ADJECTIVE || !p->chunk->reading
        || p->at + 1 >= p->c->end)
        return false;
    uint8_t clitics = phrase_front_of(p->c, p->at).clitics;
    if (clitics && !(clitics == CLITIC_WA && p->chunk->closed))
        return false;
    const struct word *word = chunker_word(p->c, p->at + 1);
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        enum feature_part part = features_part(r->features);
        if ((part == PART_ADJECTIVE || part == PART_ACTIVE || part == PART_PASSIVE) && !(r->clitics & PROCLITICS) && !r->back
            && ((r->clitics & CLITIC_AL) != 0) == p->definite) {
            p->at += 2;
            p->open = false;
            p->chunk->closed = true;
            return true;
        }
    }
    return false;
}
