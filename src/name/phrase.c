/*
 * phrase.c - one noun phrase: quantity and number, then a head: a name, a title, a noun, or words that must be a name.
 */
#include "name/phrase.h"

void phrase_take_entity(struct phrase *p, const struct name_end *end, uint32_t choices, uint32_t first, uint32_t next)
{
    const struct entity *entity = &p->c->know->entities[end->value];
    struct chunk *chunk = p->chunk;
    chunk->choices = choices;
    chunk->entity = end->value;
    chunk->rule = end->rule;
    chunk->name_first = first;
    chunk->name_end = next;
    chunk->definite = true;
    chunk->phrase = entity->kind == KIND_PERSON ? PHRASE_PERSON : entity->kind > KIND_PERSON ? PHRASE_PLACE : PHRASE_BODY;
    p->is_name = true;
    p->definite = true;
    p->open = false;
    if (entity->kind == KIND_PERSON)
        next = person_links(p->c, next);
    p->at = phrase_close(p->c, first, next);
}

/* What can go on a definite «الآلاف»: «من», or a definite noun. */
static bool phrase_continues(const struct chunker *c, uint32_t at)
{
    const struct reading *r = word_reading(chunker_word(c, at));
    return !r || chunker_lemma(c, r)->part == LEMMA_PARTICLE || (r->clitics & CLITIC_AL) || features_part(r->features) == PART_VERB;
}

/* "11", "five of the", "one of", "dozens of": before the head. Returns false when the phrase ends with it. */
static bool phrase_quantity(struct phrase *p)
{
    struct chunker *c = p->c;
    for (;;) {
        if (phrase_full(p))
            return false;
        /* «سبعة بانفجار», «278 وإصابة», «"ميركافا 4" بقذيفة»: a number alone, and what follows is no part of it */
        uint32_t behind = p->at + (word_is_mark(c, p->at, '"') && p->at + 1 < c->end);
        if (p->chunk->number != KNOW_NONE && p->at > p->chunk->first && !c->number_at[p->at]
            && phrase_front_of(c, behind).clitics & PROCLITICS)
            return false;
        const struct span *name = chunker_span(c, p->at);
        if (name && name->end - name->first > 1 && span_end(c->know, name, NAME_ENTITY))
            return true;
        const struct lemma *particle = chunker_particle(c, p->at);
        const struct span *span = chunker_span(c, p->at);
        const struct name_end *end = span ? span_end(c->know, span, NAME_PARTICLE) : NULL;
        uint32_t next = p->at + 1;
        if (end) {
            particle = &c->know->lemmas[end->value];
            next = span->end;
        }
        if (c->number_at[p->at]) {
            if (p->chunk->number == KNOW_NONE)
                p->chunk->number = c->number_at[p->at] - 1;
            next = c->out->numbers.items[c->number_at[p->at] - 1].end;
            /* «تظاهر الآلاف دعما …»: definite, they count nothing that follows */
            const struct number *number = &c->out->numbers.items[c->number_at[p->at] - 1];
            if (number->vague && number->is_definite && !number->digits && next < c->end && !phrase_continues(c, next)) {
                p->at = next;
                return false;
            }
        } else if (particle && particle->particle == PARTICLE_QUANTITY) {
            p->chunk->one_of |= particle->value == VALUE_ONE;
            const struct reading *r = word_reading(chunker_word(c, p->at));
            if (!end && r && r->back)
                return false;
        } else if (particle && particle->particle == PARTICLE_DIRECTION) {
            p->chunk->partitive = true;
        } else if (particle && particle->particle == PARTICLE_PREP
                   && slice_equal(chunker_word(c, p->at)->fold, slice_of("\xd9\x85\xd9\x86")) && p->at > p->chunk->first
                   && !p->chunk->partitive) {
            /* "five of": only after a number or quantity */
        } else if (particle && particle->particle == PARTICLE_DEM && p->at > p->chunk->first) {
            p->chunk->demonstrative = true;
        } else {
            return true;
        }
        p->at = next;
    }
}

static void phrase_head_noun(struct phrase *p, const struct reading *r)
{
    struct chunk *chunk = p->chunk;
    const struct lemma *lemma = chunker_lemma(p->c, r);
    chunk->head = p->at;
    chunk->reading = r;
    chunk->lemma = r->lemma;
    chunk->classes = lemma->classes;
    chunk->mode = lemma->mode;
    chunk->definite = (r->clitics & CLITIC_AL) || r->back;
    chunk->plural = features_number(r->features) == NUMBER_PLURAL;
    chunk->dual = features_number(r->features) == NUMBER_DUAL;
    chunk->feminine = (r->features & FEATURE_GENDERS) == FEATURE_FEMININE;
    enum feature_part part = features_part(r->features);
    /* «آخرون», «اثنان آخران»: adjectives with the plural of persons stand for persons */
    bool sound = word_ends_sound(chunker_word(p->c, p->at));
    bool persons = part == PART_ADJECTIVE && !(chunk->classes & ~CLASS(PEOPLE)) && (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE
                   && ((chunk->plural && sound) || chunk->number != KNOW_NONE);
    if (part == PART_ACTIVE || part == PART_PASSIVE || persons)
        chunk->classes |= CLASS(PEOPLE);
    if (lemma_is_predicate(lemma, part) && part != PART_ACTIVE && part != PART_PASSIVE
        && !(chunk->classes & (CLASS(VICTIM) | CLASS(WOUNDED))))
        chunk->phrase = PHRASE_EVENT;
    else if (chunk->classes & (CLASS(TITLE) | CLASS(SPOKESMAN) | CLASS(SOURCE)) && !(chunk->plural && chunk->classes & CLASS_PERSONS))
        chunk->phrase = PHRASE_PERSON;
    else if (chunk->classes & CLASS_BODIES)
        chunk->phrase = PHRASE_BODY;
    else if (chunk->classes & CLASS_PERSONS)
        chunk->phrase = PHRASE_GROUP;
    else if (chunk->classes & CLASS(PLACE))
        chunk->phrase = PHRASE_PLACE;
    else
        chunk->phrase = PHRASE_THING;
    p->definite = chunk->definite;
    p->open = !chunk->definite && chunk->phrase != PHRASE_EVENT && (r->features & FEATURE_CONSTRUCT);
    chunk->closed = !(r->features & FEATURE_CONSTRUCT) && !r->back;
    p->at++;
}

/* «ستة مدنيين», «على يد مسلحين», «استهداف مدفعية الجيش»: at the head of a phrase stands a noun of persons or arms before an adjective. */
static const struct reading *phrase_person(const struct chunker *c, uint32_t at, const struct reading *best)
{
    const struct word *word = chunker_word(c, at);
    for (uint32_t i = 0; features_part(best->features) == PART_ADJECTIVE && i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_NOUN
            && chunker_lemma(c, &word->readings[i])->classes & (CLASS_PERSONS | CLASS(FORCE)) && word->readings[i].front == best->front)
            return &word->readings[i];
    return best;
}

/* A surname and nothing else. */
static bool phrase_family(const struct chunker *c, uint32_t at)
{
    const struct span *span = chunker_span(c, at);
    const struct name_end *family = span ? span_end(c->know, span, NAME_FAMILY) : NULL;
    return family && !family->value && span->end == at + 1 && !span->clitics && !span_end(c->know, span, NAME_ENTITY)
           && !span_end(c->know, span, NAME_GIVEN);
}

/* Whether an unknown word may be part of a name, by its end: no nunation, no joined pronoun. */
static bool word_may_name(const struct word *word)
{
    static const char *const pronouns[] = { "\xd9\x87\xd8\xa7", "\xd9\x87\xd9\x85", "\xd9\x87\xd9\x85\xd8\xa7" };
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (slice_ends(word->fold, slice_of(pronouns[i])) && word->fold.len >= 10)
            return false;
    return !word->nunation;
}

/* «وأكد هيرين أن»: behind a verb of speech in the singular an unknown word is who speaks. */
static bool phrase_is_spoken(const struct phrase *p)
{
    const struct chunk_list *chunks = &p->c->out->chunks;
    if (p->chunk->preposition || chunks->count < 2 || p->chunk->name_first != p->chunk->first)
        return false;
    const struct chunk *before = &chunks->items[chunks->count - 2];
    const struct word *word = chunker_word(p->c, p->chunk->name_first);
    return before->kind == CHUNK_VERB && before->end == p->chunk->first && before->reading && !before->reading->back && !before->plural
           && !word->nunation && word->fold.len >= 8 && word->fold.len <= 20
           && lemma_operates(chunker_lemma(p->c, before->reading), OPERATORS_OF_SPEECH);
}

static void phrase_take_person(struct phrase *p, uint32_t first, uint32_t end)
{
    p->chunk->phrase = PHRASE_PERSON;
    p->chunk->name_first = first;
    p->chunk->name_end = end;
    p->chunk->definite = p->definite = true;
    p->at = end;
    p->is_name = true;
}

#define MODEL_WORDS 5u

bool preposition_is_of_model(const struct know *know, uint8_t preposition)
{
    return slice_equal(know_text(know, know->prepositions[preposition]), slice_of("\xd9\x85\xd9\x86 \xd9\x86\xd9\x88\xd8\xb9"));
}

/* «دبابة من نوع "ميركافا 4"»: behind "of the type" what stands in quotation marks is a make, and so is a name with its number; false if none. */
static bool phrase_model(struct phrase *p)
{
    const struct chunker *c = p->c;
    if (!preposition_is_of_model(c->know, p->chunk->preposition))
        return false;
    bool quoted = p->at > 0 && word_opens_quote(c, p->at - 1);
    uint32_t end = p->at;
    while (end < c->end && end < p->at + MODEL_WORDS
           && (chunker_word(c, end)->kind == WORD_NUMBER || (end == p->at || quoted) || chunker_word(c, end)->kind == WORD_LATIN)
           && chunker_word(c, end)->kind != WORD_MARK)
        end++;
    if (end == p->at || (quoted && (end >= c->end || chunker_word(c, end)->kind != WORD_MARK)))
        return false;
    p->chunk->name_first = p->at;
    p->chunk->name_end = p->at = end;
    p->chunk->phrase = PHRASE_THING;
    p->chunk->definite = p->definite = p->is_name = true;
    return true;
}

/* The head: a name, a title, a noun, or unknown words that must be a name. */
static bool phrase_head(struct phrase *p)
{
    struct chunker *c = p->c;
    uint32_t at = p->at;
    const struct span *span = chunker_span(c, at);
    const struct name_end *end = span && chunker_trusts(c, span) ? span_end(c->know, span, NAME_ENTITY) : NULL;
    uint32_t further = end && c->know->entities[end->value].kind == KIND_PERSON ? person_further(c, span) : 0;
    if (end && further > span->end) {
        phrase_take_person(p, at, further);
        return true;
    }
    if (end) {
        phrase_take_entity(p, end, span->end_first, at, span->end);
        return true;
    }
    if (span && (end = span_end(c->know, span, NAME_TITLE)) != NULL) {
        p->chunk->title = (uint8_t)(end->value + 1);
        p->chunk->phrase = PHRASE_PERSON;
        p->chunk->classes |= end->value == TITLE_SOURCE ? CLASS(SOURCE) : end->value == TITLE_SPOKESMAN ? CLASS(SPOKESMAN) : CLASS(TITLE);
        const struct reading *r = chunker_nominal(c, at);
        if (r) {
            p->chunk->head = at; /* «4 ألوية»: not the number */
            p->chunk->reading = r;
            p->chunk->lemma = r->lemma;
            p->chunk->plural = features_number(r->features) == NUMBER_PLURAL;
            p->chunk->definite = (r->clitics & CLITIC_AL) != 0;
        }
        const struct reading *last = chunker_nominal(c, span->end - 1);
        p->at = span->end;
        p->open = !last || (!(last->clitics & CLITIC_AL) && (last->features & FEATURE_CONSTRUCT));
        p->definite = last ? (last->clitics & CLITIC_AL) != 0 : true;
        return true;
    }
    uint32_t person = person_read(c, at, false);
    if (person > at) {
        phrase_take_person(p, at, person);
        return true;
    }
    const struct word *word = chunker_word(c, at);
    const struct reading *r = chunker_nominal(c, at);
    if (r)
        r = phrase_person(c, at, r);
    if (r) {
        phrase_head_noun(p, r);
        return true;
    }
    if (word->kind == WORD_MARK || word->reading_count)
        return false;
    /* An unknown word: a name of something. */
    p->chunk->name_first = at;
    p->at = at + 1;
    bool article = word_has_article(word);
    while (!phrase_full(p) && chunker_word(c, p->at)->kind == word->kind && !chunker_word(c, p->at)->reading_count
           && (!c->span_at[p->at] || phrase_family(c, p->at)) && !c->number_at[p->at]
           && (!slice_starts(chunker_word(c, p->at)->fold, slice_of("\xd9\x88")) || chunker_word(c, p->at)->fold.len < 6))
        p->at++;
    p->chunk->name_end = p->at;
    bool several = p->at - at > 1;
    for (uint32_t i = at; i < p->at; i++)
        several &= word_may_name(chunker_word(c, i));
    p->chunk->phrase = word->kind == WORD_ARABIC && !article && (several || phrase_is_spoken(p)) ? PHRASE_PERSON : PHRASE_THING;
    p->chunk->definite = p->definite = p->is_name = true;
    return true;
}

/* "and" becomes a chunk, prepositions wait for the phrase. */
static void phrase_clitics(struct chunker *c, uint32_t at, uint8_t clitics)
{
    if (clitics & (CLITIC_WA | CLITIC_FA)) {
        struct chunk *chunk = chunker_add(c, CHUNK_CONJ, at, at);
        chunk->clitics = clitics;
    }
    if (clitics & CLITIC_BA)
        c->preposition = PREP_B;
    if (clitics & CLITIC_LA)
        c->preposition = PREP_L;
    if (clitics & CLITIC_KA)
        c->preposition = PREP_K;
}

uint32_t phrase_read(struct chunker *c, uint32_t at)
{
    if (word_opens_quote(c, at))
        return at;
    struct phrase_front front = phrase_front_of(c, at);
    phrase_clitics(c, at, front.clitics);
    struct chunk *chunk = chunker_add(c, CHUNK_NOUN, at, at);
    uint32_t mine = c->out->chunks.count - 1;
    struct phrase p = { .c = c, .chunk = chunk, .at = at };
    chunk->clitics = front.clitics;
    chunk->front = front.front;
    chunk->lost_article = front.lost_article;
    chunk->preposition = c->preposition;
    chunk->genitive = at > 0 && c->genitive_at == at && !chunk->preposition;
    chunk->demonstrative = c->demonstrative;
    bool model = chunk->preposition && phrase_model(&p), more = !model && phrase_quantity(&p);
    while (more && p.at > at && word_opens_quote(c, p.at) && p.at + 1 < c->end)
        p.at++;
    if (more && (p.at == at || !(chunker_word(c, p.at)->kind == WORD_MARK)) && phrase_head(&p))
        phrase_modifiers(&p);
    else if (chunk->number != KNOW_NONE && !model)
        chunk->phrase = PHRASE_NUMBER;
    if (p.at == at) {
        c->out->chunks.count = mine;
        return at;
    }
    if (chunk->phrase == PHRASE_NUMBER && !phrase_full(&p) && phrase_members(&p))
        chunk->phrase = PHRASE_GROUP;
    if (chunk->classes & CLASS_PERSONS && (chunk->phrase == PHRASE_THING || chunk->phrase == PHRASE_NUMBER))
        chunk->phrase = PHRASE_GROUP;
    if (chunk->partitive && chunk->phrase == PHRASE_BODY && chunk->entity == KNOW_NONE)
        chunk->phrase = PHRASE_PLACE; /* «شرق البلاد» */
    chunk->end = p.at;
    if (chunk->reading && chunk->number == KNOW_NONE && (chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE
        && !chunk->definite)
        chunk->genitive = false;
    /* «ضرب صاروخ مبنى» */
    if ((!chunk->definite || chunk->typed) && chunk->classes & (CLASS(FACILITY) | CLASS(VEHICLE)) && chunk->genitive
        && chunk > c->out->chunks.items && chunk[-1].classes & CLASS(WEAPON))
        chunk->genitive = false;
    /* «جثماني | الشهيدين»: a dual without its nun */
    bool construct = chunk->phrase == PHRASE_GROUP && p.at == chunk->head + 1 && chunk->reading && !chunk->reading->back
                     && features_construct_only(chunk->reading->features);
    c->list_at = place_list_opens(c, chunk) ? p.at : 0;
    c->genitive_at = p.open && (chunk->phrase == PHRASE_THING || construct) ? p.at : 0;
    c->preposition = PREP_NONE;
    c->demonstrative = false;
    return p.at;
}
