/*
 * phrase.c - one noun phrase: quantity and number, a head, and what belongs to it: adjectives, genitives, names in quotation
 * marks, "of" a body, titles and the names that they introduce.
 */
#include "name/chunker.h"

#define PHRASE_MOST_WORDS 14u
#define CLASS(name) (1u << CLASS_##name)
#define CLASS_PERSONS (CLASS(PEOPLE) | CLASS(FIGHTER) | CLASS(VICTIM) | CLASS(WOUNDED) | CLASS(CAPTIVE) | CLASS(DISPLACED))
#define CLASS_BODIES (CLASS(BODY) | CLASS(FORCE) | CLASS(STATE) | CLASS(OUTLET))
#define PROCLITICS (CLITIC_WA | CLITIC_FA | CLITIC_BA | CLITIC_LA | CLITIC_KA)

struct phrase {
    struct chunker *c;
    struct chunk *chunk;
    uint32_t at;        /* next word */
    bool open;          /* the last noun may take a genitive */
    bool definite;      /* the last noun is definite */
    bool is_name;       /* the head is a name */
};

static bool phrase_full(const struct phrase *p)
{
    return p->at >= p->c->end || p->at - p->chunk->first >= PHRASE_MOST_WORDS || p->c->time_at[p->at];
}

static bool word_is_mark(const struct chunker *c, uint32_t at, char mark)
{
    return at < c->end && chunker_word(c, at)->kind == WORD_MARK && chunker_word(c, at)->mark == mark;
}

static bool word_opens_quote(const struct chunker *c, uint32_t at)
{
    return word_is_mark(c, at, '<') || word_is_mark(c, at, '"') || word_is_mark(c, at, '(');
}

/* The end of a short quotation or bracket that opens at `at`, 0 if it is none. */
static uint32_t quote_end(const struct chunker *c, uint32_t at)
{
    char open = chunker_word(c, at)->mark;
    for (uint32_t i = at + 1; i < c->end && i < at + 8; i++)
        if (word_is_mark(c, i, open == '<' ? '>' : open == '(' ? ')' : '"'))
            return i > at + 1 ? i + 1 : 0;
    return 0;
}

static void phrase_take_entity(struct phrase *p, const struct name_end *end, uint32_t choices, uint32_t first, uint32_t next)
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
    p->at = next;
}

/* A name inside a phrase: what the phrase belongs to. */
static void phrase_note_inner(struct phrase *p, uint32_t entity, uint32_t first, uint32_t next)
{
    uint8_t kind = p->c->know->entities[entity].kind;
    struct chunk *chunk = p->chunk;
    if (kind < KIND_PERSON || (kind == KIND_PERSON && chunk->phrase != PHRASE_PERSON)) {
        if (chunk->of == KNOW_NONE)
            chunk->of = entity;
    } else if (kind == KIND_PERSON) {
        chunk->entity = entity;
        chunk->name_first = first;
        chunk->name_end = next;
    } else if (chunk->inner == KNOW_NONE) {
        chunk->inner = entity;
    }
}

/* "11", "five of the", "one of", "dozens of": before the head. Returns false when the phrase ends with it. */
static bool phrase_quantity(struct phrase *p)
{
    struct chunker *c = p->c;
    for (;;) {
        if (phrase_full(p))
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
        } else if (particle && particle->particle == PARTICLE_QUANTITY) {
            p->chunk->one_of |= particle->value == VALUE_ONE;
            const struct reading *r = word_reading(chunker_word(c, p->at));
            if (!end && r && r->back)
                return false;
        } else if (particle && particle->particle == PARTICLE_DIRECTION) {
            p->chunk->partitive = true;
        } else if (particle && particle->particle == PARTICLE_PREP && slice_equal(chunker_word(c, p->at)->fold, slice_of("\xd9\x85\xd9\x86"))
                   && p->at > p->chunk->first && !p->chunk->partitive) {
            /* "five of": only after a number or quantity */
        } else if (particle && particle->particle == PARTICLE_DEM && p->at > p->chunk->first) {
            p->chunk->demonstrative = true;
        } else {
            return true;
        }
        p->at = next;
    }
}

/* Written with the alif of the indefinite accusative: it can be no genitive, and describes nothing but another accusative. */
static bool reading_is_accusative(const struct reading *r)
{
    return (r->features & FEATURE_CASES) == FEATURE_ACCUSATIVE && features_number(r->features) == NUMBER_SINGULAR && !(r->clitics & CLITIC_AL) && !r->back;
}

/* A sound masculine plural describes persons only; an accusative only an accusative. */
static bool adjective_agrees(const struct chunk *chunk, const struct reading *r)
{
    if (!chunk->reading)
        return true;
    bool many = features_number(r->features) == NUMBER_PLURAL && (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE;
    if (many && !(chunk->classes & (CLASS_PERSONS | CLASS_BODIES | CLASS(TITLE) | CLASS(SOURCE))) && chunk->phrase != PHRASE_PERSON && chunk->phrase != PHRASE_GROUP)
        return false;
    return !reading_is_accusative(r) || reading_is_accusative(chunk->reading) || chunk->number != KNOW_NONE;
}

static uint32_t adjective_at(const struct chunker *c, uint32_t at, bool definite, bool event, const struct reading **out)
{
    const struct word *word = chunker_word(c, at);
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        enum feature_part part = features_part(r->features);
        if (part == PART_NOUN && i == 0 && (event || chunker_lemma(c, r)->classes & (CLASS_PERSONS | CLASS_BODIES)) && !(r->clitics & CLITIC_AL))
            return 0;
        /* «اتفاق مبرم»: a passive participle beside an event describes it */
        bool fits = part == PART_ADJECTIVE || ((part == PART_ACTIVE || part == PART_PASSIVE) && (r->clitics & CLITIC_AL)) || (part == PART_PASSIVE && event);
        if (!fits || (r->clitics & PROCLITICS) || r->back || ((r->clitics & CLITIC_AL) != 0) != definite)
            continue;
        if (i > 0 && chunker_lemma(c, &word->readings[0])->part == LEMMA_PARTICLE)
            return 0;
        *out = r;
        return at + 1;
    }
    return 0;
}

/* Adjectives; they bring the state («القوات الروسية») and the manner («قصف مدفعي»). */
static bool phrase_adjective(struct phrase *p)
{
    const struct reading *r;
    const struct span *span = chunker_span(p->c, p->at);
    if (span && span->end - span->first > 1 && !span_end(p->c->know, span, NAME_TITLE))
        return false;
    uint32_t next = adjective_at(p->c, p->at, p->definite, p->chunk->phrase == PHRASE_EVENT, &r);
    if (!next && p->is_name)
        next = adjective_at(p->c, p->at, true, false, &r);
    if (!next || !adjective_agrees(p->chunk, r))
        return false;
    const struct lemma *lemma = chunker_lemma(p->c, r);
    if (lemma->body != KNOW_NONE && p->chunk->of == KNOW_NONE)
        p->chunk->of = lemma->body;
    if (lemma->mode)
        p->chunk->mode = lemma->mode;
    p->chunk->closed = true;
    p->open = false;
    p->at = next;
    return true;
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
    if (part == PART_ACTIVE || part == PART_PASSIVE)
        chunk->classes |= CLASS(PEOPLE);
    if (lemma_is_predicate(p->c->know, lemma, part) && part != PART_ACTIVE && part != PART_PASSIVE)
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

static bool word_has_article(const struct word *word)
{
    return slice_starts(word->fold, slice_of("\xd8\xa7\xd9\x84")) && word->fold.len > 8;
}

/* The head: a name, a title, a noun, or unknown words that must be a name. */
static bool phrase_head(struct phrase *p)
{
    struct chunker *c = p->c;
    uint32_t at = p->at;
    const struct span *span = chunker_span(c, at);
    const struct name_end *end = span && chunker_trusts(c, span) ? span_end(c->know, span, NAME_ENTITY) : NULL;
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
            p->chunk->reading = r;
            p->chunk->lemma = r->lemma;
            p->chunk->plural = features_number(r->features) == NUMBER_PLURAL;
            p->chunk->definite = (r->clitics & CLITIC_AL) != 0;
        }
        const struct reading *last = chunker_nominal(c, span->end - 1);
        p->at = span->end;
        p->open = !(last && last->clitics & CLITIC_AL);
        p->definite = last ? (last->clitics & CLITIC_AL) != 0 : true;
        return true;
    }
    uint32_t person = person_read(c, at, false);
    if (person > at) {
        p->chunk->phrase = PHRASE_PERSON;
        p->chunk->name_first = at;
        p->chunk->name_end = person;
        p->chunk->definite = p->definite = true;
        p->at = person;
        p->is_name = true;
        return true;
    }
    const struct word *word = chunker_word(c, at);
    const struct reading *r = chunker_nominal(c, at);
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
    while (!phrase_full(p) && chunker_word(c, p->at)->kind == word->kind && !chunker_word(c, p->at)->reading_count && !c->span_at[p->at] && !c->number_at[p->at]
           && (!slice_starts(chunker_word(c, p->at)->fold, slice_of("\xd9\x88")) || chunker_word(c, p->at)->fold.len < 6))
        p->at++;
    p->chunk->name_end = p->at;
    p->chunk->phrase = p->at - at > 1 && word->kind == WORD_ARABIC && !article ? PHRASE_PERSON : PHRASE_THING;
    p->chunk->definite = p->definite = p->is_name = true;
    return true;
}

static bool phrase_takes_names(const struct chunk *chunk)
{
    return chunk->title || chunk->classes & (CLASS_BODIES | CLASS(PLACE) | CLASS(FACILITY) | CLASS(TITLE) | CLASS(OUTLET) | CLASS(SPOKESMAN));
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
        if ((phrase_takes_names(p->chunk) && !p->chunk->title && p->chunk->phrase == PHRASE_BODY && p->open && p->chunk->entity == KNOW_NONE)) {
            p->chunk->entity = entity;
            p->chunk->phrase = c->know->entities[entity].kind < KIND_PERSON ? PHRASE_BODY : p->chunk->phrase;
        } else if (p->chunk->entity == KNOW_NONE) {
            phrase_note_inner(p, entity, p->at + 1, span->end);
        }
        p->at = end ? end : span->end;
        p->open = false;
        return true;
    }
    if (!end || chunker_word(c, p->at)->mark == '(')
        return false;
    if (!(p->open && phrase_takes_names(p->chunk)) && !(p->chunk->name_end == p->chunk->name_first && phrase_takes_names(p->chunk) && end - p->at <= 6))
        return false;
    p->chunk->name_first = p->at + 1;
    p->chunk->name_end = end - 1;
    p->chunk->quoted = true;
    p->at = end;
    p->open = false;
    p->is_name = true;
    return true;
}

/* A thing, weapon or idiom's noun: who stands behind it is an argument of its own («سراح 11 مدنيا», «رصاص الجيش»). */
static bool phrase_is_thing(const struct chunk *chunk)
{
    return chunk->phrase == PHRASE_THING && !chunk->title && !(chunk->classes & (CLASS(FACILITY) | CLASS(VEHICLE) | CLASS(DOCUMENT)));
}

/* A genitive: «قادة جيش الإسلام», «وزارة الدفاع», «مدينة دوما». */
static bool phrase_genitive(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    const struct span *span = chunker_span(c, p->at);
    if (!p->open || (span && span->clitics) || c->number_at[p->at])
        return false;
    const struct name_end *end = span ? span_end(c->know, span, NAME_ENTITY) : NULL;
    if (end && c->know->entities[end->value].kind <= KIND_PERSON && phrase_is_thing(chunk))
        return false;
    if (end && chunker_trusts(c, span)) {
        uint8_t kind = c->know->entities[end->value].kind;
        bool same = (kind > KIND_PERSON && chunk->classes & CLASS(PLACE) && chunk->phrase == PHRASE_PLACE)
                    || (kind < KIND_PERSON && chunk->phrase == PHRASE_BODY && chunk->classes & CLASS(BODY) && p->at == chunk->head + 1);
        if (same && chunk->entity == KNOW_NONE) {
            chunk->entity = end->value;
            chunk->choices = span->end_first;
            chunk->typed = true;
            chunk->rule = end->rule;
            chunk->name_first = span->first;
            chunk->name_end = span->end;
            p->is_name = true;
        } else {
            phrase_note_inner(p, end->value, span->first, span->end);
        }
        p->at = span->end;
        p->open = false;
        p->definite = chunk->definite = true;
        return true;
    }
    const struct reading *r = chunker_nominal(c, p->at);
    if (r && reading_is_accusative(r))
        return false; /* «صفع ضابط معلما»: an object, no genitive */
    if (r && !(r->clitics & PROCLITICS) && features_part(r->features) != PART_ADJECTIVE) {
        const struct lemma *lemma = chunker_lemma(c, r);
        enum feature_part part = features_part(r->features);
        bool is_event = lemma_is_predicate(c->know, lemma, part) && part != PART_ACTIVE && part != PART_PASSIVE;
        /* Events stay visible, except as part of a title or a body's name: «وزير الدفاع», «لجنة المصالحة». */
        if (is_event && !(chunk->title || (chunk->classes & (CLASS_BODIES | CLASS(TITLE)) && (r->clitics & CLITIC_AL))))
            return false;
        /* «دهس مستوطن طفلة»: a single person takes no indefinite genitive */
        bool single = chunk->classes & CLASS_PERSONS && chunk->reading && features_number(chunk->reading->features) == NUMBER_SINGULAR && p->at == chunk->head + 1;
        if (single && !(r->clitics & CLITIC_AL) && (lemma->classes & CLASS_PERSONS || r->back))
            return false;
        if (phrase_is_thing(chunk) && lemma->classes & (CLASS_PERSONS | CLASS_BODIES))
            return false;
        chunk->mode = chunk->mode ? chunk->mode : lemma->mode;
        p->definite = (r->clitics & CLITIC_AL) || r->back;
        p->open = !p->definite;
        if (p->definite)
            chunk->definite = true;
        if (chunk->phrase == PHRASE_THING && lemma->classes & CLASS_PERSONS)
            chunk->classes |= lemma->classes & CLASS_PERSONS;
        p->at++;
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

/* «11 عنصراً من التنظيم», «قيادات في حزب الله»: whose people they are. */
static bool phrase_members(struct phrase *p)
{
    struct chunker *c = p->c;
    struct chunk *chunk = p->chunk;
    const struct word *word = chunker_word(c, p->at);
    const struct span *to = chunker_span(c, p->at);
    const struct name_end *served = to && to->clitics == CLITIC_LA ? span_end(c->know, to, NAME_ENTITY) : NULL;
    /* «الأمين العام للأمم المتحدة» */
    if (served && chunk->phrase == PHRASE_PERSON && chunk->title && chunk->of == KNOW_NONE && chunk->name_end == chunk->name_first && c->know->entities[served->value].kind < KIND_PERSON) {
        chunk->of = served->value;
        p->at = to->end;
        p->open = false;
        return true;
    }
    bool from = slice_equal(word->fold, slice_of("\xd9\x85\xd9\x86"));
    bool within = slice_equal(word->fold, slice_of("\xd9\x81\xd9\x8a"));
    bool counted = chunk->number != KNOW_NONE || p->at == chunk->head + 1 || chunk->phrase == PHRASE_NUMBER || chunk->one_of || chunk->dual;
    if (from && !counted)
        return false;
    if (!(from || within) || !(chunk->classes & CLASS_PERSONS || chunk->title || chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_NUMBER) || chunk->of != KNOW_NONE)
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
        while (p->at < c->end && (word_is_mark(c, p->at, '>') || word_is_mark(c, p->at, ')') || (word_is_mark(c, p->at, '"') && word_is_mark(c, at - 1, '"'))))
            p->at++;
        return true;
    }
    if (!from)
        return false;
    const struct reading *r = chunker_nominal(c, at);
    if (!r || (r->clitics & (CLITIC_WA | CLITIC_FA)))
        return false;
    const struct lemma *lemma = chunker_lemma(c, r);
    if (!(lemma->classes & (CLASS_PERSONS | CLASS_BODIES)))
        return false;
    p->at = at + 1;
    p->definite = (r->clitics & CLITIC_AL) != 0;
    p->open = !p->definite && !r->back;
    if (!(chunk->classes & CLASS_PERSONS))
        chunk->classes |= lemma->classes;
    return true;
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
    const struct name_end *end = span ? span_end(c->know, span, NAME_ENTITY) : NULL;
    if (end && c->know->entities[end->value].kind == KIND_PERSON && !has_name) {
        phrase_note_inner(p, end->value, span->first, span->end);
        p->at = span->end;
        p->open = false;
        return true;
    }
    if (span && (end = span_end(c->know, span, NAME_TITLE)) != NULL && !end->clitic && (has_name || (chunk->title && (end->value == TITLE_RANK || end->value == TITLE_HONORIFIC)))) {
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

/* An unknown definite word behind a definite noun is an adjective that the lexicon lacks: «الحشود الغاضبة». */
static bool phrase_unknown_adjective(struct phrase *p)
{
    const struct word *word = chunker_word(p->c, p->at);
    if (word->kind != WORD_ARABIC || word->reading_count || p->c->span_at[p->at] || !word_has_article(word) || !p->definite || p->open || p->is_name)
        return false;
    p->at++;
    return true;
}

static void phrase_modifiers(struct phrase *p)
{
    while (!phrase_full(p)) {
        const struct word *word = chunker_word(p->c, p->at);
        if (word->kind == WORD_MARK) {
            if (!phrase_quoted(p))
                return;
        } else if (p->chunk->phrase == PHRASE_EVENT) {
            if (!phrase_adjective(p) && !phrase_unknown_adjective(p))
                return;
        } else if (!(p->chunk->phrase == PHRASE_PERSON && !p->open && phrase_person_part(p)) && !phrase_adjective(p) && !phrase_genitive(p) && !phrase_person_part(p)
                   && !phrase_members(p) && !phrase_unknown_adjective(p)) {
            return;
        }
    }
}

/* What stands before the phrase in its first word. */
struct phrase_front {
    uint8_t clitics, front;
    bool lost_article;
};

static struct phrase_front phrase_front_of(const struct chunker *c, uint32_t at)
{
    static const struct { uint8_t hit, clitic; } hits[] = { { HIT_AND, CLITIC_WA }, { HIT_SO, CLITIC_FA }, { HIT_BY, CLITIC_BA }, { HIT_TO, CLITIC_LA }, { HIT_AS, CLITIC_KA } };
    const struct span *span = chunker_span(c, at);
    const struct reading *r = word_reading(chunker_word(c, at));
    struct phrase_front out = { 0 };
    bool is_name = span && (span_end(c->know, span, NAME_ENTITY) || span_end(c->know, span, NAME_TITLE) || span_end(c->know, span, NAME_GIVEN))
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
                           && slice_starts(slice_from(word->fold, span->front), slice_of("\xd9\x84")) && slice_starts(slice_from(word->fold, span->front - 2u), slice_of("\xd9\x84"));
    } else if (r) {
        out.clitics = r->clitics & (uint8_t)~(CLITIC_AL | CLITIC_PRONOUN | CLITIC_SA);
        out.front = r->front;
        if (r->clitics & CLITIC_AL) {
            out.lost_article = (r->clitics & CLITIC_LA) != 0;
            out.front = (uint8_t)(r->front - (out.lost_article ? 2 : 4));
        }
    }
    return out;
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
    bool more = phrase_quantity(&p);
    while (more && p.at > at && word_opens_quote(c, p.at) && p.at + 1 < c->end)
        p.at++;
    if (more && (p.at == at || !(chunker_word(c, p.at)->kind == WORD_MARK)) && phrase_head(&p))
        phrase_modifiers(&p);
    else if (chunk->number != KNOW_NONE)
        chunk->phrase = PHRASE_NUMBER;
    if (p.at == at) {
        c->out->chunks.count = mine;
        return at;
    }
    if (chunk->phrase == PHRASE_NUMBER && !phrase_full(&p) && phrase_members(&p))
        chunk->phrase = PHRASE_GROUP;
    if (chunk->classes & CLASS_PERSONS && (chunk->phrase == PHRASE_THING || chunk->phrase == PHRASE_NUMBER))
        chunk->phrase = PHRASE_GROUP;
    chunk->end = p.at;
    c->genitive_at = p.open && chunk->phrase == PHRASE_THING ? p.at : 0;
    c->preposition = PREP_NONE;
    c->demonstrative = false;
    return p.at;
}
