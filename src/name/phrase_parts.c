/*
 * phrase_parts.c - what belongs to the head of a noun phrase: adjectives, genitives, names in quotation marks, "of" a body, titles and the
 * names that they introduce; and the clitics before it.
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
        if (chunk->of == KNOW_NONE)
            chunk->of = entity;
    } else if (kind == KIND_PERSON) {
        chunk->entity = entity;
        chunk->name_first = first;
        chunk->name_end = next;
    } else if (chunk->inner == KNOW_NONE) {
        chunk->inner = entity;
        chunk->inner_choices = choices;
    }
}

/* Written with the alif of the indefinite accusative: it can be no genitive, and describes nothing but another accusative. */
static bool reading_is_accusative(const struct reading *r)
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

/* Adjectives; they bring the state («القوات الروسية») and the manner («قصف مدفعي»). */
static bool phrase_adjective(struct phrase *p)
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

static bool phrase_takes_names(const struct chunk *chunk)
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

/* «لواء «ضحى الإسلام»», «(جيش الإسلام)»: a name in quotation marks. */
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

static bool lemma_helps(const struct know *know, const struct lemma *lemma)
{
    for (uint32_t i = 0; i < lemma->frame_count; i++)
        if (know->frames[lemma->frame_first + i].type == EVENT_AID)
            return true;
    return false;
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
                     || (chunk->classes & CLASS_PERSONS && lemma_helps(p->c->know, lemma)); /* «عمال الإغاثة» */
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

/* A genitive: «قادة جيش الإسلام», «وزارة الدفاع», «مدينة دوما». */
static bool phrase_genitive(struct phrase *p)
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
        bool same = (kind > KIND_PERSON && chunk->classes & CLASS(PLACE) && chunk->phrase == PHRASE_PLACE && !chunk->plural)
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
        if (phrase_toll(p) || phrase_unlike(p) || phrase_possessing(p))
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
