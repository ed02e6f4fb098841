#include "name/refer.h"

#include "know/features.h"
#include "know/fold.h"
#include "name/homonym.h"
#include "name/anaphora.h"

struct slice chunk_text(const struct text *text, const struct word_list *words, const struct chunk *chunk, uint32_t *start, uint32_t *end)
{
    const struct word *first = &words->items[chunk->first],
                      *last = &words->items[chunk->end > chunk->first ? chunk->end - 1 : chunk->first];
    uint32_t from = first->start, to = last->end;
    if (chunk->front && first->fold.at >= text->fold.at && first->fold.at + chunk->front < text->fold.at + text->fold.len)
        from = text->back[(size_t)(first->fold.at - text->fold.at) + chunk->front];
    if (start)
        *start = from;
    if (end)
        *end = to;
    return slice_make(text->source.at + from, to > from ? to - from : 0);
}

struct slice chunk_unglued(struct arena *mem, const struct text *text, const struct word_list *words, const struct chunk *chunk,
                           struct slice source)
{
    for (uint32_t i = chunk->first + 1; i < chunk->end; i++) {
        const struct word *word = &words->items[i], *before = word - 1;
        size_t cut = text->source.at + word->start > source.at ? (size_t)(text->source.at + word->start - source.at) : 0;
        if (word->kind == WORD_ARABIC && before->kind == WORD_ARABIC && word->start == before->end && cut && cut < source.len) {
            struct slice rest = chunk_unglued(mem, text, words, &(struct chunk){ .first = i, .end = chunk->end }, slice_from(source, cut));
            return arena_print(mem, "%.*s %.*s", (int)cut, source.at, (int)rest.len, rest.at);
        }
    }
    return source;
}

struct slice name_with_article(struct arena *mem, struct slice text)
{
    struct slice rest = slice_from(text, 2);
    char *at = arena_alloc_raw(mem, rest.len + 4);
    memcpy(at, "\xd8\xa7\xd9\x84", 4);
    memcpy(at + 4, rest.at, rest.len);
    return slice_make(at, rest.len + 4);
}

/* The name as one would write it alone: with its article, without marks at its ends. */
static struct slice chunk_name(const struct referrer *r, const struct chunk *chunk)
{
    struct slice text = chunk_text(r->text, r->words, chunk, NULL, NULL);
    if (chunk->name_end > chunk->name_first && chunk->phrase == PHRASE_PERSON && chunk->name_first == chunk->first && !chunk->title)
        text = slice_make(text.at, (size_t)(r->text->source.at + r->words->items[chunk->name_end - 1].end - text.at));
    if (chunk->lost_article)
        return name_with_article(r->mem, text);
    return chunk_unglued(r->mem, r->text, r->words, chunk, text);
}

static struct slice chunk_key(const struct referrer *r, const struct chunk *chunk)
{
    uint32_t first = chunk->first, end = chunk->end;
    if (chunk->phrase == PHRASE_PERSON && chunk->name_end > chunk->name_first) {
        first = chunk->name_first;
        end = chunk->name_end;
    }
    size_t room = 0, len = 0;
    for (uint32_t i = first; i < end; i++)
        room += r->words->items[i].fold.len + 1;
    char *key = arena_alloc_raw(r->mem, room);
    for (uint32_t i = first; i < end; i++) {
        const struct word *word = &r->words->items[i];
        struct slice fold = i == chunk->first ? slice_from(word->fold, chunk->front) : word->fold;
        if (word->kind == WORD_MARK)
            continue;
        key[len++] = ' ';
        memcpy(key + len, fold.at, fold.len);
        len += fold.len;
    }
    return slice_make(len ? key : NULL, len);
}

static uint32_t referent_add(struct referrer *r, struct slice key, const struct chunk *chunk, uint32_t at)
{
    struct referent *referent = list_add(r->mem, r->out);
    *referent = (struct referent){
        .entity = KNOW_NONE, .of = KNOW_NONE, .of_entity = chunk->of, .first_chunk = at, .last_chunk = at, .phrase = chunk->phrase
    };
    if (key.at)
        map_set(r->mem, &r->by_key, key, r->out->count - 1);
    return r->out->count - 1;
}

uint32_t referent_of_entity(struct referrer *r, uint32_t entity, const struct chunk *chunk, uint32_t at)
{
    struct slice key = know_text(r->know, r->know->entities[entity].id);
    uint32_t found;
    if (map_get(&r->by_key, key, &found))
        return found;
    found = referent_add(r, key, chunk, at);
    struct referent *referent = &r->out->items[found];
    referent->entity = entity;
    referent->name = know_text(r->know, r->know->entities[entity].name);
    uint8_t kind = r->know->entities[entity].kind;
    referent->phrase = kind == KIND_PERSON ? PHRASE_PERSON : kind > KIND_PERSON ? PHRASE_PLACE : PHRASE_BODY;
    referent->of_entity = r->know->entities[entity].of;
    return found;
}

static struct slice first_word(struct arena *mem, struct slice name)
{
    struct slice word = { 0 }, folded;
    slice_cut(&name, ' ', &word);
    folded = fold_copy(mem, word);
    slice_cut(&folded, ' ', &word);
    return word;
}

static void referent_meet(struct referrer *r, uint32_t found, struct chunk *chunk, uint32_t at)
{
    struct referent *referent = &r->out->items[found];
    chunk->referent = found;
    referent->last_chunk = at;
    referent->mentions++;
    struct slice name = chunk_name(r, chunk);
    for (uint32_t i = 0; i < referent->names.count; i++)
        if (slice_equal(referent->names.items[i], name))
            return;
    if (referent->names.count < 6) {
        *(struct slice *)list_add(r->mem, &referent->names) = name;
        if (referent->phrase == PHRASE_BODY)
            *(struct slice *)list_add(r->mem, &referent->openings) = first_word(r->mem, name);
    }
    /* a title beside a name is no better name */
    const struct chunk *first = &r->mentions->chunks.items[referent->first_chunk];
    bool title_only = chunk->phrase == PHRASE_PERSON && chunk->name_end == chunk->name_first && first->name_end > first->name_first;
    if (referent->entity == KNOW_NONE && name.len > referent->name.len && name.len < 240 && !title_only)
        referent->name = name;
    if (referent->of_entity == KNOW_NONE)
        referent->of_entity = chunk->of;
}

/* «وأكدت الصحة أن …»: behind a verb of saying, what a ministry is about stands for the ministry that was named. */
static void refer_ministry(struct referrer *r, struct chunk *chunk, uint32_t at)
{
    const struct chunk *verb = at ? chunk - 1 : chunk;
    bool noun_alone = (chunk->phrase == PHRASE_THING || chunk->phrase == PHRASE_EVENT) && chunk->end - chunk->first == 1
                      && chunk->lemma != KNOW_NONE && r->know->lemmas[chunk->lemma].part == LEMMA_NOUN;
    if (!noun_alone || verb->kind != CHUNK_VERB || verb->sentence != chunk->sentence || verb->lemma == KNOW_NONE
        || !lemma_operates(&r->know->lemmas[verb->lemma], OPERATORS_OF_SPEECH))
        return;
    struct slice noun = definite_noun(r, chunk, chunk->head);
    uint32_t found = noun.len ? body_in_view(r, noun, false) : KNOW_NONE;
    if (found == KNOW_NONE)
        return;
    chunk->phrase = PHRASE_BODY;
    referent_meet(r, found, chunk, at);
}

/* «القاعدة الجوية», «المطار الدولي»: an adjective beside a noun for a site tells it from none of its kind that was named. */
static bool is_described_site(const struct referrer *r, const struct chunk *chunk)
{
    enum entity_kind kind = kind_of_noun(r, chunk->lemma);
    return chunk->end - chunk->first == 2 && chunk->definite && chunk->entity == KNOW_NONE && chunk->of == KNOW_NONE
           && chunk->inner == KNOW_NONE && chunk->name_end == chunk->name_first && chunk->head == chunk->first
           && (kind == KIND_BASE || kind == KIND_AIRPORT || kind == KIND_CROSSING || kind == KIND_PRISON);
}

/* «هاني الدالي … وأضاف الدالي»: the surname of somebody named before, though a village has that name too. */
static void refer_surname(struct referrer *r, struct chunk *chunk, uint32_t at)
{
    uint8_t kind = chunk->entity == KNOW_NONE ? (uint8_t)KIND_VILLAGE : r->know->entities[chunk->entity].kind;
    /* no city but one that is called like «الأحمدي» */
    bool city = kind == KIND_CITY && !slice_ends(r->words->items[chunk->first].fold, slice_of("\xd9\x8a"));
    if (city || chunk->phrase != PHRASE_PLACE || chunk->typed || chunk->preposition || chunk->partitive || chunk->end != chunk->first + 1
        || chunk->name_end != chunk->first + 1 || kind < KIND_DISTRICT)
        return;
    for (uint32_t i = r->out->count; i-- > 0;) {
        const struct referent *referent = &r->out->items[i];
        const struct chunk *person = &r->mentions->chunks.items[referent->first_chunk];
        if (referent->phrase != PHRASE_PERSON || person->name_end < person->name_first + 2
            || !slice_equal(noun_at(r, chunk, chunk->name_first), r->words->items[person->name_end - 1].fold))
            continue;
        chunk->phrase = PHRASE_PERSON;
        chunk->entity = chunk->choices = KNOW_NONE;
        referent_meet(r, i, chunk, at);
        return;
    }
}

static void refer_chunk(struct referrer *r, struct chunk *chunk, uint32_t at)
{
    refer_ministry(r, chunk, at);
    refer_surname(r, chunk, at);
    if (chunk->referent != KNOW_NONE)
        return;
    if (chunk->phrase == PHRASE_PRONOUN || chunk->phrase == PHRASE_EVENT || chunk->phrase == PHRASE_NUMBER || chunk->phrase == PHRASE_THING)
        return;
    uint32_t found = KNOW_NONE;
    bool lone = chunk->end - chunk->first == 1 && chunk->definite && chunk->entity == KNOW_NONE && chunk->of == KNOW_NONE
                && chunk->name_end == chunk->name_first;
    if (chunk->entity != KNOW_NONE)
        found = referent_of_entity(r, chunk->entity, chunk, at);
    else if (chunk->phrase == PHRASE_BODY && (found = resume_named(r, chunk, at)) != KNOW_NONE)
        ;
    else if (chunk->phrase == PHRASE_BODY && lone)
        found = resume_body(r, chunk, at);
    else if (chunk->phrase == PHRASE_BODY && chunk->of == KNOW_NONE && chunk->name_end == chunk->name_first)
        found = resume_described(r, chunk);
    else if (chunk->phrase == PHRASE_PERSON)
        found = resume_person(r, chunk, at);
    else if (chunk->phrase == PHRASE_PLACE && (lone || is_described_site(r, chunk)))
        found = resume_place(r, chunk, at, chunk->head, chunk->lemma);
    if (found == KNOW_NONE) {
        struct slice key = chunk_key(r, chunk);
        if (!map_get(&r->by_key, key, &found))
            found = referent_add(r, key, chunk, at);
    }
    referent_meet(r, found, chunk, at);
}

#define OWNING_CLASSES (1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_STATE)

/* «عناصر التنظيم», «المتحدث باسم الحكومة»: the body that a definite noun inside the phrase resumes. */
static uint32_t resume_owner(struct referrer *r, const struct chunk *chunk, uint32_t at)
{
    for (uint32_t i = chunk->head + 1; i < chunk->end; i++) {
        const struct reading *reading = word_reading(&r->words->items[i]);
        if (!reading || !(reading->clitics & CLITIC_AL))
            continue;
        if (r->know->lemmas[reading->lemma].part != LEMMA_NOUN || !(r->know->lemmas[reading->lemma].classes & OWNING_CLASSES))
            return KNOW_NONE;
        struct slice noun = definite_noun(r, chunk, i);
        uint32_t found = noun.len ? body_in_view(r, noun, false) : KNOW_NONE;
        uint32_t entity = noun.len && found == KNOW_NONE ? official_of_noun(r, noun, at) : KNOW_NONE;
        return entity == KNOW_NONE ? found : referent_of_entity(r, entity, chunk, at);
    }
    return KNOW_NONE;
}

/* «شرقي المدينة», «مداخل البلدة», «سكان المخيم»: the place that a definite noun inside the phrase resumes. */
static void refer_inner(struct referrer *r, struct chunk *chunk)
{
    bool facility = chunk->classes & 1u << CLASS_FACILITY, people = chunk->plural && chunk->classes & 1u << CLASS_PEOPLE;
    bool located = chunk->phrase == PHRASE_PLACE || facility || people || chunk->classes & 1u << CLASS_PLACE;
    if (!located || chunk->entity != KNOW_NONE || chunk->of != KNOW_NONE || chunk->inner != KNOW_NONE
        || chunk->name_end > chunk->name_first)
        return;
    for (uint32_t i = chunk->partitive ? chunk->head : chunk->head + 1; i < chunk->end; i++) {
        const struct reading *reading = word_reading(&r->words->items[i]);
        if (!reading || !(reading->clitics & CLITIC_AL))
            continue;
        enum entity_kind kind = kind_of_noun(r, reading->lemma);
        bool alone = i + 1 == chunk->end && kind != KIND_REGION && (kind != KIND_COUNT || chunk->partitive)
                     && features_number(reading->features) == NUMBER_SINGULAR && !(facility && kind == KIND_GOVERNORATE);
        uint32_t found = alone ? resume_place(r, chunk, (uint32_t)(chunk - r->mentions->chunks.items), i, reading->lemma) : KNOW_NONE;
        uint32_t entity = found != KNOW_NONE ? r->out->items[found].entity : KNOW_NONE;
        if (entity != KNOW_NONE && r->know->entities[entity].kind > KIND_PERSON)
            chunk->inner = entity;
        return;
    }
}

/* The body that is named inside the phrase. */
static void refer_owner(struct referrer *r, struct chunk *chunk)
{
    uint32_t at = (uint32_t)(chunk - r->mentions->chunks.items);
    bool member = (chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY)
                  && chunk->entity == KNOW_NONE
                  && !(chunk->reading && chunk->reading->clitics & CLITIC_AL && chunk->phrase != PHRASE_PERSON);
    if (chunk->of != KNOW_NONE)
        chunk->of_referent = referent_of_entity(r, chunk->of, chunk, at);
    else if (member)
        chunk->of_referent = resume_owner(r, chunk, at);
    if (chunk->of == KNOW_NONE && chunk->of_referent != KNOW_NONE)
        chunk->of = r->out->items[chunk->of_referent].entity;
}

/* The place inside a phrase. A vague name whose country is not the report's is none («مدن الجنوب»); one that is no known place here is still
 * the name («مسجد النور»). */
static void settle_inner(const struct know *know, const struct homonyms *h, struct chunk *chunk)
{
    struct chunk alone = homonym_inside(chunk);
    uint32_t rule, best = homonym_choose(h, &alone, &rule);
    if (best == KNOW_NONE || know->entities[best].kind > KIND_PERSON)
        chunk->inner = best;
    if (chunk->inner == KNOW_NONE && !chunk->plural && !(chunk->classes & 1u << CLASS_FORCE) && chunk->name_end == chunk->name_first
        && chunk->classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY)) {
        chunk->name_first = chunk->inner_first;
        chunk->name_end = chunk->inner_end;
    }
}

/* What is no known place here: common words are such again («في الصمود», «لجنة الأمن القومي»), any other name that of a place that nobody
 * knows («شارع السكة»). */
static void lose_name(const struct referrer *r, struct chunk *chunk)
{
    const struct reading *first = word_reading(&r->words->items[chunk->name_first]);
    if (chunk->phrase != PHRASE_PLACE || chunk->typed || !first || chunk->name_end == chunk->name_first)
        return;
    if (r->know->lemmas[first->lemma].classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY))
        chunk->typed = chunk->name_end > chunk->name_first + 1;
    else if (features_part(first->features) != PART_ADJECTIVE)
        chunk->phrase = PHRASE_THING;
}

/* Names with several meanings get the one that fits the report. */
static void refer_homonyms(struct referrer *r)
{
    struct homonyms *h = arena_new(r->mem, struct homonyms);
    homonyms_gather(h, r->know, &r->mentions->chunks);
    memcpy(r->country, h->main_country, sizeof r->country);
    for (uint32_t i = 0; i < r->mentions->chunks.count; i++) {
        struct chunk *chunk = &r->mentions->chunks.items[i];
        if (chunk->kind == CHUNK_NOUN && chunk->inner_choices != KNOW_NONE)
            settle_inner(r->know, h, chunk);
        if (chunk->kind != CHUNK_NOUN || chunk->choices == KNOW_NONE || chunk->entity == KNOW_NONE)
            continue;
        chunk->entity = homonym_choose(h, chunk, &chunk->rule);
        if (chunk->entity == KNOW_NONE) {
            lose_name(r, chunk);
            continue;
        }
        uint8_t kind = r->know->entities[chunk->entity].kind;
        if (!chunk->typed)
            chunk->phrase = kind == KIND_PERSON ? PHRASE_PERSON : kind > KIND_PERSON ? PHRASE_PLACE : PHRASE_BODY;
    }
}

enum isnad_status refer_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                             struct mention_set *mentions, struct referent_list *out, struct isnad_error *error)
{
    (void)error;
    struct referrer *r = arena_new(mem, struct referrer);
    *r = (struct referrer){ .mem = mem, .know = know, .text = text, .words = words, .mentions = mentions, .out = out };
    refer_homonyms(r);
    for (uint32_t i = 0; i < mentions->chunks.count; i++) {
        struct chunk *chunk = &mentions->chunks.items[i];
        if (chunk->kind != CHUNK_NOUN)
            continue;
        refer_owner(r, chunk);
        refer_inner(r, chunk);
        refer_chunk(r, chunk, i);
    }
    return ISNAD_OK;
}
