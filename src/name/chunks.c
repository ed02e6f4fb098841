#include "name/chunks.h"

#include "know/fold.h"
#include "name/phrase.h"
#include "name/refer.h"

struct chunk *chunker_add(struct chunker *c, enum chunk_kind kind, uint32_t first, uint32_t end)
{
    struct chunk *chunk = list_add(c->mem, &c->out->chunks);
    chunk->kind = (uint8_t)kind;
    chunk->first = chunk->head = chunk->name_first = chunk->name_end = first;
    chunk->end = end;
    chunk->lemma = chunk->entity = chunk->choices = chunk->of = chunk->inner = chunk->inner_choices = KNOW_NONE;
    chunk->number = chunk->time = chunk->referent = chunk->of_referent = chunk->rule = KNOW_NONE;
    chunk->stands_for.chunk = chunk->and_for.chunk = KNOW_NONE;
    chunk->sentence = c->words->items[first].sentence;
    chunk->after_comma = c->comma;
    if (kind != CHUNK_MARK)
        c->comma = false;
    return chunk;
}

const struct lemma *chunker_particle(const struct chunker *c, uint32_t at)
{
    const struct reading *r = at < c->end ? word_reading(chunker_word(c, at)) : NULL;
    return r && r->signs & READING_PARTICLE ? chunker_lemma(c, r) : NULL;
}

const struct reading *chunker_nominal(const struct chunker *c, uint32_t at)
{
    const struct word *word = chunker_word(c, at);
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        if (r->signs & READING_PARTICLE)
            return NULL;
        if (features_part(r->features) != PART_VERB)
            return r;
        if (i == 0)
            return NULL;
    }
    return NULL;
}

bool lemma_is_predicate(const struct lemma *lemma, enum feature_part part)
{
    unsigned parts = 1u << FRAME_VERB;
    parts |= part == PART_VERB ? 1u << FRAME_FINITE : part == PART_MASDAR ? 1u << FRAME_MASDAR : part == PART_NOUN ? 1u << FRAME_NOUN : 0u;
    return (lemma->predicates & parts) != 0;
}

/* "and" before a word is a chunk of its own, so that coordination is seen. */
static void chunker_conjunction(struct chunker *c, uint32_t at, uint8_t clitics)
{
    if (!(clitics & (CLITIC_WA | CLITIC_FA)))
        return;
    struct chunk *chunk = chunker_add(c, CHUNK_CONJ, at, at);
    chunk->clitics = clitics;
}

static void chunker_preposition(struct chunker *c, uint32_t at, const struct lemma *particle, const struct reading *r)
{
    c->preposition = particle->value;
    if (!r || !r->back)
        return;
    /* A preposition with a pronoun is a whole phrase. */
    struct chunk *chunk = chunker_add(c, CHUNK_NOUN, at, at + 1);
    chunk->phrase = PHRASE_PRONOUN;
    chunk->preposition = particle->value;
    chunk->reading = r;
    chunk->plural = r->pronoun == PRONOUN_THEY;
    chunk->feminine = r->pronoun == PRONOUN_SHE;
    c->preposition = PREP_NONE;
}

/* «طائرة بلا طيار»: says what kind of aircraft the phrase before names. */
static bool chunker_join_unmanned(struct chunker *c, uint32_t first, uint32_t end)
{
    struct chunk *before = c->out->chunks.count ? &c->out->chunks.items[c->out->chunks.count - 1] : NULL;
    if (!before || before->kind != CHUNK_NOUN || before->end != first || !(before->classes & 1u << CLASS_VEHICLE))
        return false;
    before->end = end;
    before->mode = MODE_DRONE;
    return true;
}

/* Particles that become a chunk as they are. */
static uint32_t chunker_take_particle(struct chunker *c, uint32_t first, uint32_t end, const struct lemma *particle,
                                      const struct reading *r)
{
    static const uint8_t kinds[PARTICLE_COUNT] = {
        [PARTICLE_WHEN] = CHUNK_WHEN,     [PARTICLE_BECAUSE] = CHUNK_BECAUSE,     [PARTICLE_NEGATE] = CHUNK_NEGATE,
        [PARTICLE_SUB] = CHUNK_SUB,       [PARTICLE_LINK] = CHUNK_LINK,           [PARTICLE_REL] = CHUNK_REL,
        [PARTICLE_FUTURE] = CHUNK_FUTURE, [PARTICLE_CONDITION] = CHUNK_CONDITION, [PARTICLE_QAD] = CHUNK_QAD,
        [PARTICLE_BE] = CHUNK_BE,         [PARTICLE_CONJ] = CHUNK_CONJ,           [PARTICLE_ADVERB] = CHUNK_ADVERB,
    };
    uint8_t clitics = r ? r->clitics : 0;
    if (particle->particle != PARTICLE_CONJ)
        chunker_conjunction(c, first, clitics);
    if (particle->particle == PARTICLE_PREP) {
        chunker_preposition(c, first, particle, r);
        return end;
    }
    if (particle->particle == PARTICLE_DEM) {
        c->demonstrative = true;
        if (clitics & CLITIC_BA)
            c->preposition = PREP_B;
        if (clitics & CLITIC_LA)
            c->preposition = PREP_L;
        return end;
    }
    if (particle->particle == PARTICLE_DIRECTION) {
        if (clitics & (CLITIC_BA | CLITIC_LA))
            c->preposition = clitics & CLITIC_BA ? PREP_B : PREP_L;
        uint32_t next = phrase_read(c, first);
        return next > first ? next : end;
    }
    if (particle->particle == PARTICLE_QUANTITY) {
        uint32_t next = phrase_read(c, first);
        return next > first ? next : end;
    }
    if (particle->particle == PARTICLE_PRON) {
        struct chunk *chunk = chunker_add(c, CHUNK_NOUN, first, end);
        chunk->phrase = PHRASE_PRONOUN;
        return end;
    }
    if (particle->value == VALUE_UNMANNED && chunker_join_unmanned(c, first, end))
        return end;
    struct chunk *chunk = chunker_add(c, kinds[particle->particle] ? (enum chunk_kind)kinds[particle->particle] : CHUNK_OTHER, first, end);
    chunk->value = particle->value;
    if (chunk->kind == CHUNK_SUB)
        chunk->preposition = c->preposition;
    chunk->clitics = clitics;
    chunk->reading = r;
    chunk->lemma = (uint32_t)(particle - c->know->lemmas);
    if (particle->value == VALUE_ADJECTIVE && particle->particle == PARTICLE_ADVERB && end < c->end
        && chunker_word(c, end)->kind == WORD_ARABIC) {
        chunk->end = ++end;
    }
    if (particle->particle == PARTICLE_CONDITION && particle->value == VALUE_QAD) {
        /* qad: with a present verb possible, with a past one certain */
        const struct reading *next = end < c->end ? word_reading(chunker_word(c, end)) : NULL;
        bool possible = next && features_part(next->features) == PART_VERB && features_tense(next->features) == TENSE_PRESENT;
        chunk->kind = possible ? CHUNK_CONDITION : CHUNK_QAD;
    }
    c->preposition = PREP_NONE;
    return end;
}

/* «بين الفصائل من جهة وداعش …»: the other side follows; «من جهة الشرق» is a direction. */
static bool chunker_marks_side(const struct chunker *c, uint32_t at)
{
    if (at >= c->end)
        return false;
    const struct word *word = chunker_word(c, at);
    return word->kind == WORD_MARK || slice_starts(word->fold, slice_of("\xd9\x88"));
}

/* «جاء في بيان | مشترك للبلدين»: an adjective behind the words that an expression ends in is theirs, and nobody who says them. */
static uint32_t expression_end(const struct chunker *c, const struct span *span)
{
    uint32_t last = span->end - 1;
    const struct reading *words = word_reading(chunker_word(c, last));
    while (words && features_part(words->features) == PART_ADJECTIVE && last > span->first)
        words = word_reading(chunker_word(c, --last)); /* «في مؤتمر صحفي | مشترك» */
    enum feature_part part = words ? features_part(words->features) : PART_NONE;
    if ((part != PART_NOUN && part != PART_MASDAR) || (words->clitics & CLITIC_AL) || words->pronoun || span->end >= c->end)
        return span->end;
    const struct reading *next = word_reading(chunker_word(c, span->end));
    bool describes = next && features_part(next->features) == PART_ADJECTIVE && !next->clitics && !next->pronoun
                     && features_number(next->features) == NUMBER_SINGULAR && (next->features & FEATURE_GENDERS & words->features);
    return describes ? span->end + 1 : span->end;
}

/* Whether no mark parts the word from the one before in its sentence; one that closes a quotation or a bracket does not. */
static bool goes_on_inside(const struct chunker *c, uint32_t at)
{
    const struct word *before = at ? chunker_word(c, at - 1) : NULL;
    if (!before || before->sentence != chunker_word(c, at)->sentence)
        return false;
    return before->kind != WORD_MARK || before->mark == '>' || before->mark == '"' || before->mark == ')';
}

/* A span of several words that is a particle or a reporting expression. */
static uint32_t chunker_take_span(struct chunker *c, const struct span *span)
{
    const struct name_end *end = span_end(c->know, span, NAME_EXPRESSION);
    if (end) {
        chunker_conjunction(c, span->first, span->clitics);
        struct chunk *chunk = chunker_add(c, CHUNK_EXPRESSION, span->first, expression_end(c, span));
        chunk->value = (uint8_t)end->value;
        chunk->rule = end->rule;
        c->preposition = PREP_NONE;
        return chunk->end;
    }
    end = span_end(c->know, span, NAME_PARTICLE);
    if (!end)
        return 0;
    const struct lemma *particle = &c->know->lemmas[end->value];
    /* «حرب من نوع آخر» names no make */
    if (particle->particle == PARTICLE_PREP && preposition_is_of_model(c->know, particle->value)
        && (span->end >= c->end || (chunker_word(c, span->end)->kind == WORD_ARABIC && chunker_word(c, span->end)->reading_count)))
        return 0;
    bool inside = goes_on_inside(c, span->first);
    if (particle->particle == PARTICLE_ADVERB && particle->value == VALUE_SIDE && !chunker_marks_side(c, span->end))
        return 0;
    /* «أصيبت في المواجهة على رأسها»: a part of a sum is told behind a comma, or "and" */
    if (particle->value == VALUE_PART && particle->particle == PARTICLE_ADVERB && span->end - span->first > 1 && inside && !span->clitics
        && slice_equal(chunker_word(c, span->first)->fold, slice_of("\xd8\xb9\xd9\x84\xd9\x8a")))
        return 0;
    chunker_conjunction(c, span->first, span->clitics);
    /* «… وداعش من جهة أخرى»: turns to nothing */
    if (particle->particle == PARTICLE_LINK && particle->value == VALUE_NARRATOR && inside && !span->clitics) {
        struct chunk *chunk = chunker_add(c, CHUNK_ADVERB, span->first, span->end);
        chunk->lemma = end->value;
        return span->end;
    }
    return chunker_take_particle(c, span->first, span->end, particle, NULL);
}

static uint32_t chunker_take_verb(struct chunker *c, uint32_t at, const struct reading *r)
{
    chunker_conjunction(c, at, r->clitics);
    struct chunk *chunk = chunker_add(c, CHUNK_VERB, at, at + 1);
    chunk->reading = r;
    chunk->lemma = r->lemma;
    chunk->clitics = r->clitics;
    chunk->feminine = (r->features & FEATURE_GENDERS) == FEATURE_FEMININE;
    chunk->plural = features_number(r->features) == NUMBER_PLURAL;
    chunk->dual = features_number(r->features) == NUMBER_DUAL;
    c->preposition = PREP_NONE;
    return at + 1;
}

/* "mu'akkidan", "muttahiman": an indefinite participle of a predicate that opens a clause like a verb. */
static bool chunker_is_clausal(const struct chunker *c, uint32_t at, const struct reading *r)
{
    enum feature_part part = features_part(r->features);
    if ((part != PART_ACTIVE && part != PART_PASSIVE) || (r->clitics & (CLITIC_AL | CLITIC_BA | CLITIC_LA | CLITIC_KA)) || c->preposition)
        return false;
    if (!lemma_is_predicate(chunker_lemma(c, r), part == PART_ACTIVE ? PART_VERB : part))
        return false;
    const struct chunk_list *chunks = &c->out->chunks;
    const struct chunk *before = chunks->count ? &chunks->items[chunks->count - 1] : NULL;
    if (before && before->sentence != chunker_word(c, at)->sentence)
        before = NULL;
    if (part == PART_PASSIVE)
        return before
               && (before->kind == CHUNK_BE || (before->kind == CHUNK_NOUN && before->definite)
                   || (chunks->count > 1 && chunks->items[chunks->count - 2].kind == CHUNK_BE));
    return before != NULL || (r->clitics & CLITIC_WA) || (r->features & FEATURE_CASES) == FEATURE_ACCUSATIVE;
}

/* «كانوا محبوسين»: after "to be" a passive participle of a predicate is told, although it is also a noun. */
static const struct reading *chunker_predicative(const struct chunker *c, uint32_t at)
{
    const struct chunk_list *chunks = &c->out->chunks;
    const struct word *word = chunker_word(c, at);
    if (!chunks->count || chunks->items[chunks->count - 1].kind != CHUNK_BE || chunks->items[chunks->count - 1].sentence != word->sentence)
        return NULL;
    /* «وكانت مصادر قد أكدت»: sources, and not "confiscated" */
    const struct reading *first = word_reading(word);
    if (first && features_part(first->features) == PART_NOUN && chunker_lemma(c, first)->classes & CLASS(SOURCE))
        return NULL;
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_PASSIVE && !features_construct_only(word->readings[i].features)
            && chunker_is_clausal(c, at, &word->readings[i]))
            return &word->readings[i];
    return NULL;
}

static bool chunker_is_letter(const struct word *word, const char *letter)
{
    return word->kind == WORD_ARABIC && word->fold.len == 2 && word->fold.at[0] == letter[0] && word->fold.at[1] == letter[1];
}

static uint32_t chunker_take_mark(struct chunker *c, uint32_t at)
{
    const struct word *word = chunker_word(c, at);
    struct chunk *chunk = chunker_add(c, CHUNK_MARK, at, at + 1);
    chunk->mark = word->mark;
    if (word->mark == ',' || word->mark == ';' || word->mark == '-' || word->mark == ':')
        c->comma = true;
    if ((word->mark == ',' || word->mark == '(') && c->list_at == at)
        c->list_at = at + 1;
    if (word->mark != '<' && word->mark != '"' && word->mark != '(')
        c->preposition = PREP_NONE;
    return at + 1;
}

/* An unknown word in the shape of a present verb: «سيتصدون», «يستميتون». It ends clauses although nothing is known of it. */
static bool chunker_looks_like_verb(const struct word *word)
{
    struct slice fold = word->fold;
    if (word->kind != WORD_ARABIC)
        return false;
    if (slice_starts(fold, slice_of("\xd9\x88")) && fold.len > 10)
        fold = slice_from(fold, 2);
    if ((slice_starts(fold, slice_of("\xd8\xb3\xd9\x8a")) || slice_starts(fold, slice_of("\xd8\xb3\xd8\xaa"))) && fold.len >= 10)
        return true;
    bool plural = slice_ends(fold, slice_of("\xd9\x88\xd9\x86")) || slice_ends(fold, slice_of("\xd8\xa7\xd9\x86"));
    return slice_starts(fold, slice_of("\xd9\x8a")) && fold.len >= 8
           && (plural || slice_starts(fold, slice_of("\xd9\x8a\xd8\xaa")) || slice_starts(fold, slice_of("\xd9\x8a\xd8\xb3\xd8\xaa")));
}

/* «وياسر محمد …», «صالح علي …»: a given name before another name is no verb. */
static bool chunker_is_person(const struct chunker *c, uint32_t at, const struct reading *r)
{
    const struct span *span = chunker_span(c, at);
    /* «رفعت واشنطن …»: a known body or place does not go on a name */
    const struct span *next = at + 1 < c->end ? chunker_span(c, at + 1) : NULL;
    if (next && span_end(c->know, next, NAME_ENTITY) && !span_end(c->know, next, NAME_GIVEN) && chunker_trusts(c, next))
        return false;
    return span && span->end == at + 1 && chunker_word(c, at)->fold.len > r->front + 6u && span_end(c->know, span, NAME_GIVEN)
           && r->front <= span->front && person_read(c, at, false) > at;
}

/* «الأراضي المحتلة عام 1948»: the year of a passive participle that describes the noun before; it dates nothing else. */
static bool chunker_describes(const struct chunker *c, uint32_t at, const struct time_mention *time)
{
    const struct chunk *before = c->out->chunks.count ? &c->out->chunks.items[c->out->chunks.count - 1] : NULL;
    if (!before || before->kind != CHUNK_NOUN || before->phrase == PHRASE_EVENT || before->phrase == PHRASE_BODY || before->end != at
        || before->end - before->first < 2 || time->kind != TIME_DATE || time->precision != TIME_YEAR || c->preposition)
        return false;
    const struct word *word = chunker_word(c, at - 1);
    const struct reading *first = word_reading(word);
    for (uint32_t i = 0; first && features_part(first->features) != PART_NOUN && i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_PASSIVE && (word->readings[i].clitics & CLITIC_AL))
            return true;
    return false;
}

static uint32_t chunker_step(struct chunker *c, uint32_t at)
{
    const struct word *word = chunker_word(c, at);
    if (c->time_at[at]) {
        const struct time_mention *time = &c->out->times.items[c->time_at[at] - 1];
        if (chunker_describes(c, at, time)) {
            c->out->chunks.items[c->out->chunks.count - 1].end = time->end;
            return time->end;
        }
        struct chunk *chunk = chunker_add(c, CHUNK_TIME, at, time->end);
        chunk->time = c->time_at[at] - 1;
        chunk->preposition = c->preposition;
        c->preposition = PREP_NONE;
        return time->end;
    }
    if (c->list_at == at && at) {
        uint32_t next = place_list_read(c, at);
        if (next > at)
            return next;
    }
    const struct span *span = chunker_span(c, at);
    if (span) {
        uint32_t next = chunker_take_span(c, span);
        if (next)
            return next;
        if (chunker_trusts(c, span) || (span_end(c->know, span, NAME_TITLE) && span->end - span->first > 1))
            if ((next = phrase_read(c, at)) > at)
                return next;
    }
    if (word->kind == WORD_MARK)
        return chunker_take_mark(c, at);
    if (chunker_is_letter(word, "\xd9\x84") || chunker_is_letter(word, "\xd8\xa8")) {
        c->preposition = chunker_is_letter(word, "\xd9\x84") ? PREP_L : PREP_B;
        return at + 1;
    }
    const struct reading *r = word_reading(word);
    if (r && !c->number_at[at]) {
        const struct lemma *lemma = chunker_lemma(c, r);
        if (lemma->part == LEMMA_PARTICLE)
            return chunker_take_particle(c, at, at + 1, lemma, r);
        if (features_part(r->features) == PART_VERB || chunker_is_clausal(c, at, r)) {
            uint32_t named = chunker_is_person(c, at, r) ? phrase_read(c, at) : at;
            return named > at ? named : chunker_take_verb(c, at, r);
        }
        const struct reading *predicative = chunker_predicative(c, at);
        if (predicative)
            return chunker_take_verb(c, at, predicative);
    }
    if (!r && !c->number_at[at] && chunker_looks_like_verb(word)) {
        struct chunk *chunk = chunker_add(c, CHUNK_VERB, at, at + 1);
        chunk->plural = slice_ends(word->fold, slice_of("\xd9\x88\xd9\x86")) || slice_ends(word->fold, slice_of("\xd9\x88\xd8\xa7"));
        c->preposition = PREP_NONE;
        return at + 1;
    }
    uint32_t next = phrase_read(c, at);
    if (next > at)
        return next;
    chunker_add(c, CHUNK_OTHER, at, at + 1);
    return at + 1;
}

/* Where numbers, times and spans start. A number inside a time is none of its own. */
static void chunker_index(struct chunker *c, const struct span_list *spans)
{
    uint32_t count = c->words->count + 1;
    c->span_at = arena_array(c->mem, uint32_t, count);
    c->number_at = arena_array(c->mem, uint32_t, count);
    c->time_at = arena_array(c->mem, uint32_t, count);
    c->spans = spans->items;
    for (uint32_t i = 0; i < spans->count; i++)
        c->span_at[spans->items[i].first] = i + 1;
    for (uint32_t i = 0; i < c->out->numbers.count; i++)
        if (!c->out->numbers.items[i].is_ordinal)
            c->number_at[c->out->numbers.items[i].first] = i + 1;
    for (uint32_t i = 0; i < c->out->times.count; i++) {
        c->time_at[c->out->times.items[i].first] = i + 1;
        for (uint32_t at = c->out->times.items[i].first; at < c->out->times.items[i].end; at++)
            c->number_at[at] = 0;
    }
}

enum isnad_status name_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                            struct mention_set *out, struct isnad_error *error)
{
    (void)error;
    struct chunker *c = arena_new(mem, struct chunker);
    *c = (struct chunker){ .mem = mem, .know = know, .text = text, .words = words, .out = out };
    struct span_list spans = { 0 };
    list_reserve(mem, &out->chunks, words->count + 1); /* about as many as words, with the conjunctions before some */
    number_find(mem, &know->terms, words, &out->numbers);
    struct day reference = day_parse(text->document->date);
    time_find(mem, &know->terms, words, &out->numbers, reference, &out->times);
    span_find(mem, know, words, &spans);
    chunker_index(c, &spans);
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        const struct sentence *sentence = &text->sentences.items[i];
        c->end = sentence->word_end;
        c->preposition = PREP_NONE;
        c->demonstrative = c->comma = false;
        c->list_at = 0;
        uint32_t first = out->chunks.count;
        for (uint32_t at = sentence->word_first; at < c->end;)
            at = chunker_step(c, at);
        office_join(c, first);
    }
    return ISNAD_OK;
}
