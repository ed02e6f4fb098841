/*
 * mention_list.c - the mentions of a report, one by one, out of its noun phrases, numbers and times.
 */
#include <stdlib.h>

#include "claim/claim_json.h"
#include "know/features.h"
#include "name/scan.h"

const char *const mention_kind_names[6] = { "person", "body", "place", "group", "number", "time" };

struct mention_finder {
    struct arena *mem;
    const struct know *know;
    const struct text *text;
    const struct word_list *words;
    const struct mention_set *mentions;
    struct span_list spans; /* every name of the codebook in the report */
    uint32_t next_span;
    uint32_t named; /* words of the phrase in hand that are part of a name, a bit each */
    struct mention_list *out;
};

/* Adds the words first..end, `front` folded bytes of proclitics left out. */
static struct mention *finder_add(struct mention_finder *f, enum mention_kind kind, uint32_t first, uint32_t end, uint8_t front)
{
    const struct word *word = &f->words->items[first];
    uint32_t start = word->start;
    const char *fold = f->text->fold.at;
    if (front && front < word->fold.len && word->fold.at >= fold && word->fold.at < fold + f->text->fold.len)
        start = f->text->back[(size_t)(word->fold.at - fold) + front];
    uint32_t past = f->words->items[end - 1].end;
    if (past <= start)
        return NULL;
    struct mention *mention = list_add(f->mem, f->out);
    *mention = (struct mention){ .kind = (uint8_t)kind,
                                 .start = start,
                                 .end = past,
                                 .chunk = KNOW_NONE,
                                 .number = KNOW_NONE,
                                 .time = KNOW_NONE,
                                 .entity = KNOW_NONE,
                                 .referent = KNOW_NONE };
    return mention;
}

static void finder_add_name(struct mention_finder *f, enum mention_kind kind, uint32_t first, uint32_t end, uint8_t front, uint32_t chunk,
                            uint32_t entity)
{
    struct mention *mention = finder_add(f, kind, first, end, front);
    if (!mention)
        return;
    const struct chunk *phrase = &f->mentions->chunks.items[chunk];
    for (uint32_t at = first; at < end && at - phrase->first < 32; at++)
        f->named |= 1u << (at - phrase->first);
    mention->chunk = chunk;
    mention->entity = entity;
    /* The phrase's referent is this name's only where the phrase stands for it. */
    bool is_whole = entity == phrase->entity && (entity != KNOW_NONE || first == phrase->name_first || first == phrase->first);
    if (is_whole)
        mention->referent = phrase->referent;
    else if (entity != KNOW_NONE && entity == phrase->of)
        mention->referent = phrase->of_referent;
}

/* A state goes by the name of its land or capital: as a name that is a place, whatever the state does in the sentence. */
static enum mention_kind mention_kind_of(const struct entity *entity, bool is_place)
{
    if (entity->kind == KIND_PERSON)
        return MENTION_PERSON;
    return entity->kind > KIND_PERSON || (entity->kind == KIND_STATE && is_place) ? MENTION_PLACE : MENTION_BODY;
}

/* Of what a span can be the entity that the phrase took it for, else the first; KNOW_NONE if it is none. */
static uint32_t span_entity(const struct know *know, const struct span *span, const struct chunk *chunk, bool *is_place)
{
    uint32_t first = KNOW_NONE, taken = KNOW_NONE;
    *is_place = false;
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &know->name_ends[i];
        if (end->kind == NAME_ENTITY) {
            first = first == KNOW_NONE ? end->value : first;
            taken = end->value == chunk->entity || end->value == chunk->of || end->value == chunk->inner ? end->value : taken;
            *is_place |= know->entities[end->value].kind > KIND_PERSON;
        }
        if (end->is_last)
            return taken != KNOW_NONE ? taken : first;
    }
}

/* The codebook's names inside a phrase; true when one of them covers the phrase's own name. */
static bool finder_nested(struct mention_finder *f, uint32_t at)
{
    const struct chunk *chunk = &f->mentions->chunks.items[at];
    bool covered = false, is_place;
    while (f->next_span < f->spans.count && f->spans.items[f->next_span].first < chunk->first)
        f->next_span++;
    for (uint32_t i = f->next_span; i < f->spans.count && f->spans.items[i].first < chunk->end; i++) {
        const struct span *span = &f->spans.items[i];
        uint32_t entity = span_entity(f->know, span, chunk, &is_place);
        if (entity == KNOW_NONE || span->end > chunk->end)
            continue;
        bool is_own = entity == chunk->entity, is_name = span->first < chunk->name_end && chunk->name_first < span->end;
        /* One word may be a common word; several are a name. Inside a person's name nothing else is named. */
        if (!is_own && entity != chunk->of && entity != chunk->inner && (span->end - span->first == 1 || is_name))
            continue;
        finder_add_name(f, mention_kind_of(&f->know->entities[entity], is_place), span->first, span->end, span->front, at, entity);
        covered |= is_own || is_name;
    }
    return covered;
}

/* The noun that stands right before the phrase's own name, inside or outside quotation marks; NULL if none does. */
static const struct reading *noun_before_name(const struct mention_finder *f, const struct chunk *chunk)
{
    uint32_t at = chunk->name_first;
    while (at > chunk->first && f->words->items[at - 1].kind == WORD_MARK)
        at--;
    return at > chunk->first ? word_reading(&f->words->items[at - 1]) : NULL;
}

/* «المحكمة العليا», «لجنة شؤون اللاعبين»: whether a noun that opens the names of bodies stands at a word of the phrase, with what makes it one. */
static bool word_opens_body(const struct mention_finder *f, const struct chunk *chunk, uint32_t at)
{
    const struct reading *r = at == chunk->head ? chunk->reading : word_reading(&f->words->items[at]);
    if (!r || at + 1 >= chunk->end || features_part(r->features) != PART_NOUN || r->back || chunk->demonstrative
        || features_number(r->features) == NUMBER_PLURAL || features_number(r->features) == NUMBER_DUAL)
        return false;
    uint32_t classes = f->know->lemmas[r->lemma].classes;
    if (!(classes & 1u << CLASS_INSTITUTION))
        return false;
    const struct word *word = &f->words->items[at + 1];
    const struct reading *next = word_reading(word);
    if (word->kind != WORD_MARK && !next)
        return true; /* «شركة كذا» */
    if (word->kind == WORD_MARK)
        return chunk->quoted && chunk->name_first == at + 2;
    /* «مركز المحافظة» is a place, «الصحيفة الفرنسية» resumes one that was named, «لجنة خاصة» is any. */
    bool has_article = r->clitics & CLITIC_AL, is_definite = has_article;
    for (uint32_t i = at + 1; i < chunk->end && !is_definite; i++) {
        const struct reading *other = word_reading(&f->words->items[i]);
        is_definite = other ? other->clitics & CLITIC_AL || other->back : f->words->items[i].kind == WORD_ARABIC;
    }
    return is_definite && !(classes & 1u << CLASS_PLACE && f->know->lemmas[next->lemma].classes & 1u << CLASS_PLACE)
           && !(has_article && classes & 1u << CLASS_OUTLET);
}

/* «رئيس حزب "كذا"»: a name is of the kind of the noun that it stands with. */
static enum mention_kind phrase_name_kind(const struct mention_finder *f, const struct chunk *chunk)
{
    const struct reading *noun = noun_before_name(f, chunk);
    const struct lemma *lemma = noun ? &f->know->lemmas[noun->lemma] : NULL;
    if (chunk->phrase == PHRASE_PERSON && lemma && lemma->part == LEMMA_NOUN && !(noun->clitics & CLITIC_AL)
        && !word_names_person(f->know, &f->words->items[chunk->name_first], 0, PERSON_NAME)) {
        if (lemma->classes & (1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_OUTLET | 1u << CLASS_INSTITUTION))
            return MENTION_BODY;
        if (lemma->classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY))
            return MENTION_PLACE;
    }
    return chunk->phrase == PHRASE_PERSON ? MENTION_PERSON : chunk->phrase == PHRASE_BODY ? MENTION_BODY : MENTION_PLACE;
}

/* «وزير الخارجية الروسية» is the title's part, «الإمام علي» a person before it is a quarter, and «الأمن القومي» a prison behind its type word only. */
static bool name_is_shadowed(const struct mention_finder *f, const struct chunk *chunk, uint32_t at, const struct entity *entity)
{
    const struct reading *before = at > chunk->first ? word_reading(&f->words->items[at - 1]) : NULL;
    uint32_t classes = before ? f->know->lemmas[before->lemma].classes : 0;
    if (entity->kind == KIND_MINISTRY)
        return classes & 1u << CLASS_TITLE;
    return entity->kind >= KIND_QUARTER && entity->kind <= KIND_MOSQUE && !(classes & (1u << CLASS_PLACE | 1u << CLASS_FACILITY));
}

/* «(الفرنسية)»: the agency that a picture or line is from, by the word that resumes it; KNOW_NONE if it is none. */
static uint32_t credit_of(const struct mention_finder *f, const struct chunk *chunk)
{
    const struct word *words = f->words->items;
    if (chunk->end - chunk->first != 1 || chunk->first == 0 || chunk->end >= f->words->count || chunk->entity != KNOW_NONE
        || !chunk->definite || words[chunk->first - 1].kind != WORD_MARK || words[chunk->first - 1].mark != '('
        || words[chunk->end].kind != WORD_MARK)
        return KNOW_NONE;
    const struct reading *r = word_reading(&words[chunk->first]);
    if (!r || f->know->lemmas[r->lemma].body == KNOW_NONE)
        return KNOW_NONE;
    for (uint32_t i = 0; i < f->know->entity_count; i++) {
        const struct entity *entity = &f->know->entities[i];
        if (entity->kind == KIND_OUTLET && know_has_ref(f->know, entity->resume_first, entity->resume_count, words[chunk->first].fold))
            return i;
    }
    return KNOW_NONE;
}

/* Names that the phrase is not about: in a title («الأمين العام للأمم المتحدة»), in a reporting expression, behind a thing («قرار المحكمة
 * العليا», «خطة عنان»). */
static void finder_hidden(struct mention_finder *f, uint32_t at)
{
    const struct chunk *chunk = &f->mentions->chunks.items[at];
    bool is_expression = chunk->kind == CHUNK_EXPRESSION, is_place;
    for (uint32_t i = chunk->first; i < chunk->end && i - chunk->first < 32; i++) {
        struct span span;
        if (f->named & 1u << (i - chunk->first) || f->words->items[i].kind != WORD_ARABIC)
            continue;
        bool is_known = span_read(f->know, f->words, i, &span) && span.end <= chunk->end && (is_expression || span.end - i > 1);
        uint32_t entity = is_known ? span_entity(f->know, &span, chunk, &is_place) : KNOW_NONE;
        if (entity != KNOW_NONE && is_expression && span.end - i == 1 && f->know->entities[entity].kind > KIND_PERSON)
            continue; /* «في كلمة» is no village */
        if (entity != KNOW_NONE && !name_is_shadowed(f, chunk, i, &f->know->entities[entity])) {
            finder_add_name(f, mention_kind_of(&f->know->entities[entity], is_place), i, span.end, span.front, at, entity);
        } else if (!is_expression && !(chunk->quoted && f->named) && word_opens_body(f, chunk, i)) {
            uint32_t end = chunk->phrase == PHRASE_PERSON && chunk->name_first > i + 1 && !chunk->quoted ? chunk->name_first : chunk->end;
            finder_add_name(f, MENTION_BODY, i, end, i == chunk->first ? chunk->front : 0, at, KNOW_NONE);
        } else if (i == chunk->name_first && chunk->name_end > i && word_names_person(f->know, &f->words->items[i], 0, PERSON_SURE)) {
            finder_add_name(f, MENTION_PERSON, i, chunk->name_end, 0, at, KNOW_NONE);
        }
    }
}

static void finder_phrase(struct mention_finder *f, uint32_t at)
{
    const struct chunk *chunk = &f->mentions->chunks.items[at];
    f->named = 0;
    bool covered = finder_nested(f, at), is_named = chunk->name_end > chunk->name_first;
    uint8_t front = is_named && chunk->name_first != chunk->first ? 0 : chunk->front;
    bool opens = !covered && chunk->entity == KNOW_NONE && word_opens_body(f, chunk, chunk->head);
    if (opens && (chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_THING || chunk->phrase == PHRASE_PLACE))
        finder_add_name(f, MENTION_BODY, chunk->first, chunk->end, chunk->front, at, KNOW_NONE);
    else if (!covered && is_named && (chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_PLACE))
        finder_add_name(f, phrase_name_kind(f, chunk), chunk->name_first, chunk->name_end, front, at, chunk->entity);
    finder_hidden(f, at);
    uint32_t credit = credit_of(f, chunk);
    if (credit != KNOW_NONE)
        finder_add_name(f, MENTION_BODY, chunk->first, chunk->end, 0, at, credit);
    if (chunk->phrase == PHRASE_GROUP && chunk->end > chunk->first)
        finder_add_name(f, MENTION_GROUP, chunk->first, chunk->end, chunk->front, at, chunk->entity);
}

static void finder_numbers(struct mention_finder *f)
{
    const struct number_list *numbers = &f->mentions->numbers;
    const struct time_list *times = &f->mentions->times;
    uint32_t time = 0;
    for (uint32_t i = 0; i < numbers->count; i++) {
        const struct number *number = &numbers->items[i];
        while (time < times->count && times->items[time].end <= number->first)
            time++;
        /* how long is a number too, when is none */
        bool in_time = time < times->count && times->items[time].first < number->end && times->items[time].kind != TIME_SPAN;
        if (in_time || number->is_ordinal || number->end <= number->first)
            continue;
        struct mention *mention = finder_add(f, MENTION_NUMBER, number->first, number->end, 0);
        if (mention)
            mention->number = i;
    }
}

static int mention_order(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

void mention_list_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                       const struct mention_set *mentions, struct mention_list *out)
{
    struct mention_finder f = { .mem = mem, .know = know, .text = text, .words = words, .mentions = mentions, .out = out };
    span_find(mem, know, words, &f.spans);
    for (uint32_t i = 0; i < mentions->chunks.count; i++)
        if (mentions->chunks.items[i].kind == CHUNK_NOUN) {
            finder_phrase(&f, i);
        } else if (mentions->chunks.items[i].kind == CHUNK_EXPRESSION) {
            f.named = 0;
            finder_hidden(&f, i);
        }
    finder_numbers(&f);
    for (uint32_t i = 0; i < mentions->times.count; i++) {
        const struct time_mention *time = &mentions->times.items[i];
        struct mention *mention = time->end > time->first ? finder_add(&f, MENTION_TIME, time->first, time->end, 0) : NULL;
        if (mention)
            mention->time = i;
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, mention_order);
}

struct slice mention_name(const struct know *know, const struct referent_list *referents, const struct mention *mention)
{
    if (mention->entity != KNOW_NONE)
        return know_text(know, know->entities[mention->entity].name);
    if (mention->referent != KNOW_NONE)
        return referents->items[mention->referent].name;
    return slice_make(NULL, 0);
}
