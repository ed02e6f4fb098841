/*
 * phrase_agreement.c - the adjectives right behind a noun of the phrase, by number, gender, case and article: «القوات الروسية», «قصف مدفعي».
 */
#include "name/phrase.h"

bool reading_is_accusative(const struct reading *r)
{
    return (r->features & FEATURE_CASES) == FEATURE_ACCUSATIVE && features_number(r->features) == NUMBER_SINGULAR
           && !(r->clitics & CLITIC_AL) && !r->back;
}

/* Whether a noun can have the adjective: number and gender, where their forms settle them. A plural that is no people is feminine singular. */
static bool noun_takes(const struct phrase *p, const struct reading *noun, const struct reading *adjective)
{
    uint32_t classes = chunker_lemma(p->c, noun)->classes;
    enum feature_number of = features_number(noun->features), number = features_number(adjective->features);
    uint32_t its = noun->features & FEATURE_GENDERS, gender = adjective->features & FEATURE_GENDERS;
    bool people = classes & (CLASS_PERSONS | CLASS(TITLE) | CLASS(SOURCE) | CLASS(SPOKESMAN));
    if (p->chunk->number != KNOW_NONE)
        return true;
    if (of == NUMBER_DUAL || number == NUMBER_DUAL)
        return of == number;
    if (of == NUMBER_PLURAL && people)
        return number == NUMBER_PLURAL || gender == FEATURE_FEMININE;
    if (of == NUMBER_PLURAL)
        return gender != FEATURE_MASCULINE;
    if (number == NUMBER_PLURAL)
        return false; /* «المسلح | المدنيين»; «الأهالي» is its own plural */
    return its == FEATURE_GENDERS || !its || gender == FEATURE_GENDERS || !gender || its == gender;
}

static bool may_be_plural(const struct word *word)
{
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (features_number(word->readings[i].features) == NUMBER_PLURAL)
            return true;
    return false;
}

static bool is_sound_plural(const struct word *word)
{
    return (!word->reading_count || may_be_plural(word)) && word_ends_sound(word);
}

/* «هيئة الأسرى ونادي الأسير الفلسطينيين»: a dual of the two that are joined. */
static bool phrase_is_joined(const struct phrase *p)
{
    const struct chunk *chunk = p->chunk;
    return p->c->out->chunks.count > 2 && chunk[-1].kind == CHUNK_CONJ && chunk[-2].kind == CHUNK_NOUN;
}

/* A name: «الحوثيين الإرهابيين», but «التلفزيون السوري | المسلحين»: one body has no plural, nor a dual spelled like it. */
static bool name_takes(const struct phrase *p, uint32_t last, const struct reading *adjective)
{
    const struct word *word = chunker_word(p->c, last);
    enum feature_number number = features_number(adjective->features);
    if (number == NUMBER_DUAL && p->chunk->phrase == PHRASE_BODY && is_sound_plural(chunker_word(p->c, p->at)))
        return may_be_plural(word) || is_sound_plural(word) || phrase_is_joined(p);
    return number != NUMBER_PLURAL || is_sound_plural(word);
}

bool phrase_word_takes(const struct phrase *p, uint32_t at, const struct reading *adjective)
{
    const struct word *word = chunker_word(p->c, at);
    bool is_noun = false;
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        if (features_part(r->features) == PART_VERB || features_part(r->features) == PART_NONE)
            continue;
        is_noun = true;
        /* «هاجم مسلحون | دورية»: a sound plural has no feminine adjective */
        if (features_number(r->features) == NUMBER_PLURAL && features_number(adjective->features) == NUMBER_SINGULAR
            && is_sound_plural(word))
            continue;
        if (noun_takes(p, r, adjective))
            return true;
    }
    return (!is_noun || p->c->span_at[at]) && name_takes(p, at, adjective);
}

/* An adjective agrees with a noun of the phrase. An accusative describes only an accusative. */
static bool adjective_agrees(const struct phrase *p, const struct reading *r)
{
    const struct chunk *chunk = p->chunk;
    if (!chunk->reading)
        return name_takes(p, p->at - 1, r);
    /* «مبنى سكنيا», «مقر قيادة تابعا»: of some nouns the accusative is not seen */
    struct slice head = chunker_word(p->c, chunk->head)->fold;
    bool unseen = p->at > chunk->head + 1 || slice_ends(head, slice_of("\xd9\x8a"));
    if (reading_is_accusative(r) && !reading_is_accusative(chunk->reading) && chunk->number == KNOW_NONE && !unseen)
        return false;
    /* «عملية تبادل مشابهة»: what describes the noun before stands behind its genitive */
    const struct chunk *before = p->c->out->chunks.count > 1 ? chunk - 1 : NULL;
    bool follows = chunk->phrase == PHRASE_EVENT && before && before->kind == CHUNK_NOUN && before->end == chunk->first
                   && (before->phrase == PHRASE_EVENT || before->phrase == PHRASE_THING);
    for (uint32_t i = follows ? before->first : chunk->first; i < chunk->first; i++)
        if (phrase_word_takes(p, i, r))
            return true;
    /* «الرئيسان الروسي والتركي»: one for each of them */
    const struct reading *next = p->at + 1 < p->c->end ? word_reading(chunker_word(p->c, p->at + 1)) : NULL;
    if (next && features_part(next->features) == PART_ADJECTIVE && (next->clitics & CLITIC_WA) && (next->clitics & CLITIC_AL))
        return true;
    for (uint32_t i = chunk->head; i < p->at; i++)
        if (phrase_word_takes(p, i, r))
            return true;
    return false;
}

/* «ثلاثة متمردين أكراد», «14 مقاتلا متمردا»: a second noun of persons right behind a counted one describes it. */
static bool describes_counted(const struct phrase *p, const struct reading *r)
{
    const struct reading *head = p->chunk->reading;
    return p->chunk->number != KNOW_NONE && head && p->at == p->chunk->head + 1 && p->chunk->classes & CLASS_PERSONS && !p->definite
           && !(r->clitics & (CLITIC_AL | PROCLITICS)) && !head->back && !r->back && chunker_lemma(p->c, r)->classes & CLASS_PERSONS
           && (features_number(r->features) == features_number(head->features) || !(r->features & FEATURE_FEMININE))
           && reading_is_accusative(r) == reading_is_accusative(head);
}

static uint32_t adjective_at(const struct phrase *p, bool definite, const struct reading **out)
{
    const struct chunker *c = p->c;
    uint32_t at = p->at;
    bool event = p->chunk->phrase == PHRASE_EVENT;
    const struct word *word = chunker_word(c, at);
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        enum feature_part part = features_part(r->features);
        if (part == PART_NOUN && i == 0 && describes_counted(p, r)) {
            *out = r;
            return at + 1;
        }
        if (part == PART_NOUN && i == 0
            && (event || chunker_lemma(c, r)->classes & (CLASS_PERSONS | CLASS_BODIES | CLASS(FACILITY) | CLASS(VEHICLE)))
            && !(r->clitics & CLITIC_AL))
            return 0;
        /* «اتفاق مبرم»: a passive participle beside an event describes it */
        bool participle = part == PART_ACTIVE || part == PART_PASSIVE;
        bool fits = part == PART_ADJECTIVE || (participle && (r->clitics & CLITIC_AL)) || (part == PART_PASSIVE && event);
        if (!fits || (r->clitics & PROCLITICS) || r->back || ((r->clitics & CLITIC_AL) != 0) != definite || !adjective_agrees(p, r))
            continue;
        const struct lemma *best = chunker_lemma(c, &word->readings[0]);
        /* «حاصرت القوات | المدينة»: a noun of places before it is a participle */
        if (i > 0 && (best->part == LEMMA_PARTICLE || (part != PART_ADJECTIVE && best->part == LEMMA_NOUN && best->classes & CLASS(PLACE))))
            return 0;
        *out = r;
        return at + 1;
    }
    return 0;
}

/* «الهجوم الأكثر دموية»: in what it is more. */
static void phrase_measure(struct phrase *p, const struct reading *elative)
{
    const struct reading *r = p->at < p->c->end ? chunker_nominal(p->c, p->at) : NULL;
    struct slice text = know_text(p->c->know, chunker_lemma(p->c, elative)->text);
    bool more = text.len <= 8 && slice_starts(text, slice_of("\xd8\xa7")) && !slice_ends(text, slice_of("\xd9\x8a"))
                && (elative->features & FEATURE_GENDERS) != FEATURE_FEMININE && elative->clitics & CLITIC_AL;
    if (more && r && !r->clitics && !r->back && (r->features & FEATURE_FEMININE) && !p->c->span_at[p->at])
        p->at++;
}

/* «مقتل فلسطيني», «اعتقال إسرائيلي»: behind what befalls people an indefinite adjective of a state is one of its people. */
static bool names_victim(const struct phrase *p, const struct reading *r)
{
    const struct chunk *chunk = p->chunk;
    const struct lemma *adjective = chunker_lemma(p->c, r);
    if (r->features & FEATURE_FEMININE && !(chunk->reading && chunk->reading->features & FEATURE_FEMININE))
        return false; /* «مذكرة توقيف فرنسية» */
    return chunk->phrase == PHRASE_EVENT && adjective->body != KNOW_NONE && !p->definite && p->at == chunk->head + 1 && chunk->reading
           && features_number(chunk->reading->features) == NUMBER_SINGULAR
           && lemma_befalls_people(p->c->know, chunker_lemma(p->c, chunk->reading));
}

bool phrase_adjective(struct phrase *p)
{
    const struct reading *r;
    const struct span *span = chunker_span(p->c, p->at);
    if (span && span->end - span->first > 1 && !span_end(p->c->know, span, NAME_TITLE))
        return false;
    /* «بلدة دوما»: a name behind its type word */
    if (span && p->open && p->chunk->classes & CLASS(PLACE) && span_end(p->c->know, span, NAME_ENTITY) && chunker_trusts(p->c, span))
        return false;
    uint32_t next = adjective_at(p, p->definite, &r);
    if (!next && p->is_name)
        next = adjective_at(p, true, &r);
    if (!next)
        return false;
    /* «جنود الاحتلال المتظاهرين»: persons behind a closed phrase of persons are not its adjective */
    const struct reading *first = word_reading(chunker_word(p->c, p->at));
    if (p->at > p->chunk->head + 1 && p->chunk->classes & CLASS_PERSONS && first && features_part(first->features) == PART_NOUN
        && chunker_lemma(p->c, first)->classes & CLASS_PERSONS)
        return false;
    const struct lemma *lemma = chunker_lemma(p->c, r);
    if (names_victim(p, r))
        return false;
    if (lemma->body != KNOW_NONE && p->chunk->of == KNOW_NONE)
        p->chunk->of = lemma->body;
    if (lemma->mode)
        p->chunk->mode = lemma->mode;
    p->chunk->closed = true;
    p->open = false;
    p->at = next;
    phrase_measure(p, r);
    return true;
}
