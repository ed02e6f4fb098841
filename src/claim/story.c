/*
 * story.c - the day and place of the story: what the report gave for one event goes on for the events that follow.
 */
#include "claim/teller.h"

/* How many claims away the one may stand whose day or place goes on. */
#define STORY_WINDOW 24u

/* «أكد مقتل …», «شنت غارات»: a noun that something is said of in the past, not one that is only spoken about («بعد المعارك», «جهود لوقف …»). */
static bool noun_is_asserted(const struct teller *t, const struct clause *clause)
{
    for (int i = 0; i < 4 && clause->form == CLAUSE_NOUN; i++) {
        const struct clause *above = teller_clause(t, clause->governor);
        uint8_t class = above ? operator_of(above) : (uint8_t)OPERATOR_NONE;
        if (!above)
            return clause->relation == RELATION_ROOT;
        if (clause->relation != RELATION_ARGUMENT)
            return false;
        if (operator_reports(class))
            return true;
        if (class != OPERATOR_LIGHT && class != OPERATOR_CAUSE && class != OPERATOR_ASPECT)
            return false;
        const struct reading *r = teller_chunk(t, above->chunk)->reading;
        if (above->form == CLAUSE_FINITE)
            return r && features_tense(r->features) == TENSE_PAST;
        if (class == OPERATOR_ASPECT)
            return false; /* «استمرار القصف» */
        clause = above;
    }
    return clause->form != CLAUSE_NOUN;
}

/* «… كان الجيش قد أسرهم» */
static bool is_pluperfect(const struct teller *t, uint32_t verb)
{
    if (verb == 0 || teller_chunk(t, verb - 1)->kind != CHUNK_QAD)
        return false;
    for (uint32_t i = verb - 1; i-- > 0 && i + 8 > verb && teller_chunk(t, i)->sentence == teller_chunk(t, verb)->sentence;)
        if (teller_chunk(t, i)->kind == CHUNK_BE)
            return true;
    return false;
}

/* Told of the story itself, not of what was before it or is always so. */
static bool is_of_story(const struct teller *t, const struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    if (!claim_happens_somewhere(claim) || claim->status != CLAIM_ACTUAL || clause->relation == RELATION_RELATIVE)
        return false;
    if (clause->form == CLAUSE_FINITE && claim->sentence > 1 && verb->reading && features_tense(verb->reading->features) == TENSE_PRESENT)
        return false;
    if (claim->sentence > 1 && !noun_is_asserted(t, clause))
        return false;
    if (is_pluperfect(t, clause->chunk))
        return false;
    for (uint32_t i = clause->chunk; i-- > 0 && teller_chunk(t, i)->sentence == verb->sentence;)
        if (teller_chunk(t, i)->kind == CHUNK_BE
            && (i == 0 || teller_chunk(t, i - 1)->sentence != verb->sentence || teller_chunk(t, i)->clitics & CLITIC_WA
                || teller_chunk(t, i - 1)->kind == CHUNK_CONJ))
            return false;
    return true;
}

/* Two events of one story have somebody or some place in common. */
static bool same_story(const struct claim *a, const struct claim *b)
{
    return entity_lists_share(&a->actors, &b->actors) || entity_lists_share(&a->recipients, &b->recipients)
           || entity_lists_share(&a->actors, &b->recipients) || entity_lists_share(&a->recipients, &b->actors)
           || entity_lists_share(&a->places, &b->places);
}

static bool sentence_has_time(const struct teller *t, uint32_t at)
{
    uint32_t sentence = teller_chunk(t, at)->sentence, first = at;
    while (first > 0 && teller_chunk(t, first - 1)->sentence == sentence)
        first--;
    for (uint32_t i = first; i < t->mentions->chunks.count && teller_chunk(t, i)->sentence == sentence; i++)
        if (time_dates_event(t, i))
            return true;
    return false;
}

#define STORY_DAYS 7

/* From the first day of a claim's time to the last. */
static int32_t days_long(const struct claim *claim)
{
    return day_number(day_parse(slice_make(claim->time_end, 10))) - day_number(day_parse(slice_make(claim->time_start, 10)));
}

/* A claim's own day, or a week at most: the day of a story. */
static bool dates_story(const struct claim *claim)
{
    if (!claim->has_time || !claim->time_mention.end || claim->status != CLAIM_ACTUAL || !claim_happens_somewhere(claim))
        return false;
    return days_long(claim) < STORY_DAYS;
}

/* How many days before the report the day of its news may lie. */
#define NEWS_DAYS 5

static bool is_news(const struct teller *t, const struct claim *claim)
{
    int32_t day = day_number(day_parse(slice_make(claim->time_start, 10)));
    return !day_is_set(t->reference) || (day <= day_number(t->reference) && day_number(t->reference) - day <= NEWS_DAYS);
}

/* How many sentences away an event of the same type counts as the same story though nothing else ties them. */
#define STORY_REACH 4u

/* Headline, summary and first sentence: the last sentence that may take its day from what follows. */
#define LEAD_SENTENCES 2u

static bool goes_on_from(const struct teller *t, const struct claim *claim, const struct claim *other)
{
    bool before = other->sentence < claim->sentence;
    if (!before && (claim->sentence > LEAD_SENTENCES || (other->has_time && !is_news(t, other))))
        return false;                                   /* only a headline and lead take the day from what follows */
    uint32_t reach = other->sentence + STORY_REACH * 4; /* so far on, a turn no longer counts */
    if (before && story_turns(t, other->sentence, reach < claim->sentence ? reach : claim->sentence))
        return false;
    if (claim->has_time && other->has_time && memcmp(claim->time_start, other->time_start, 10) != 0)
        return false;
    uint32_t distance = before ? claim->sentence - other->sentence : other->sentence - claim->sentence;
    return same_story(claim, other) || (other->type == claim->type && distance <= STORY_REACH && is_news(t, other));
}

static void take_day(struct teller *t, struct claim *claim, const struct claim *from, const char *why)
{
    claim->has_time = true;
    memcpy(claim->time_start, from->time_start, sizeof claim->time_start);
    memcpy(claim->time_end, from->time_end, sizeof claim->time_end);
    claim_reason(t, claim, "setting", "day of %s, from byte %u", why, from->trigger.start);
}

/* Goes on with the day of the nearest claim of the same story (codebook, section 7, time). */
static void go_on_with_day(struct teller *t, uint32_t number)
{
    struct claim *claim = &t->out->items[number];
    if (!is_of_story(t, claim) || sentence_has_time(t, teller_clause(t, claim->clause)->chunk))
        return;
    const struct claim *best = NULL;
    for (uint32_t i = number > STORY_WINDOW ? number - STORY_WINDOW : 0; i < t->out->count && i < number + STORY_WINDOW; i++) {
        const struct claim *other = &t->out->items[i];
        if (i == number || !dates_story(other) || !goes_on_from(t, claim, other))
            continue;
        bool nearer = other->sentence <= claim->sentence
                          ? !best || other->sentence >= best->sentence
                          : !best || (best->sentence > claim->sentence && memcmp(other->time_start, best->time_start, 10) > 0);
        if (nearer)
            best = other;
    }
    if (!best)
        return;
    take_day(t, claim, best, "the story");
}

/* Something finer than a country: that is where the story is in general, and no place to go on with. */
static bool has_fine_place(const struct teller *t, const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (claim->places.items[i].entity == KNOW_NONE || t->know->entities[claim->places.items[i].entity].kind != KIND_COUNTRY)
            return true;
    return false;
}

/* Its own sentence names a place, though none that is surely its own. */
static bool sentence_has_place(const struct teller *t, uint32_t at)
{
    uint32_t sentence = teller_chunk(t, at)->sentence;
    for (uint32_t i = t->first_chunk[sentence]; i < t->mentions->chunks.count && teller_chunk(t, i)->sentence == sentence; i++)
        if (chunk_names_place(t, i))
            return true;
    return false;
}

static void take_places(struct teller *t, struct claim *claim, const struct claim *from, const char *why)
{
    for (uint32_t i = 0; i < from->places.count; i++)
        if (from->places.items[i].role == ROLE_AT)
            entity_list_add(t, &claim->places, &from->places.items[i]);
    if (claim->places.count)
        claim_reason(t, claim, "setting", "place of %s, from byte %u", why, from->trigger.start);
}

/* «ارتفعت الحصيلة منذ …»: what has lasted longer than a story was in more places than the last one named. */
static bool sums_up(const struct claim *claim)
{
    return claim->has_time && days_long(claim) >= STORY_DAYS;
}

static bool is_wide(const struct teller *t, const struct claim *claim)
{
    uint32_t entity = claim->places.count ? claim->places.items[0].entity : KNOW_NONE;
    return entity != KNOW_NONE && (t->know->entities[entity].kind == KIND_REGION || t->know->entities[entity].kind == KIND_GOVERNORATE);
}

/* Goes on with the place of the nearest claim of the same story. */
static void go_on_with_place(struct teller *t, uint32_t number)
{
    struct claim *claim = &t->out->items[number];
    if (!is_of_story(t, claim) || sentence_has_place(t, teller_clause(t, claim->clause)->chunk))
        return;
    const struct claim *best = NULL;
    for (uint32_t i = number > STORY_WINDOW ? number - STORY_WINDOW : 0; i < t->out->count && i < number + STORY_WINDOW; i++) {
        const struct claim *other = &t->out->items[i];
        if (i == number || !has_fine_place(t, other) || !claim_happens_somewhere(other)
            || !(claim->type == EVENT_ASSAULT && other->type == EVENT_ASSAULT && goes_on_from(t, claim, other))
            || (sums_up(claim) && !is_wide(t, other)))
            continue;
        if (!best || (other->sentence <= claim->sentence && other->sentence >= best->sentence))
            best = other;
    }
    if (!best)
        return;
    take_places(t, claim, best, "the story");
}

/* «قتل جندي عندما انفجر لغم في …»: the deaths come first, and what led to them behind a word that says so. */
static bool leads_behind(const struct teller *t, uint32_t from, uint32_t to)
{
    bool leads = false;
    for (uint32_t i = from + 1; i < to; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        bool after =
            chunk->kind == CHUNK_BECAUSE
            || ((chunk->kind == CHUNK_WHEN || chunk->kind == CHUNK_LINK) && (chunk->value == VALUE_AFTER || chunk->value == VALUE_MOMENT));
        if (!after && (chunk->kind == CHUNK_WHEN || chunk->kind == CHUNK_LINK))
            return false;
        leads |= after;
    }
    return leads;
}

/* Whether one of two attacks of a sentence led to the other: «هاجموا الثكنة، ما تسبب بمقتل …», «سقط قتلى جراء غارات استهدفت …». */
static bool led_to(const struct teller *t, const struct claim *first, const struct claim *second)
{
    const struct clause *clause = teller_clause(t, second->clause), *above = teller_clause(t, clause->governor);
    if (above && clause->relation == RELATION_ARGUMENT && operator_of(above) == OPERATOR_CAUSE)
        return true;
    return (first->harm || first->joined) && leads_behind(t, teller_clause(t, first->clause)->chunk, clause->chunk);
}

static bool is_attack(const struct claim *claim)
{
    return claim->type == EVENT_ASSAULT && claim->status == CLAIM_ACTUAL;
}

static bool tells(const struct claim *claim, bool place)
{
    return is_attack(claim) && (place ? claim->places.count > 0 : dates_story(claim));
}

static bool names_place(const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (claim->places.items[i].role == ROLE_AT && claim->places.items[i].entity != KNOW_NONE)
            return true;
    return false;
}

/* The nearest attack of the sentence that tells its place (or its day), when that is this claim's too. */
static const struct claim *bound_claim(const struct teller *t, uint32_t number, bool place)
{
    const struct claim *all = t->out->items, *claim = &all[number];
    if (!is_attack(claim))
        return NULL;
    for (uint32_t i = number; i-- > 0 && all[i].sentence == claim->sentence;)
        if (tells(&all[i], place)) {
            bool along = place && same_story(claim, &all[i]) && noun_is_asserted(t, teller_clause(t, claim->clause));
            return along || led_to(t, &all[i], claim) ? &all[i] : NULL;
        }
    for (uint32_t i = number + 1; i < t->out->count && all[i].sentence == claim->sentence; i++)
        if (tells(&all[i], place))
            return (!place || names_place(&all[i])) && led_to(t, claim, &all[i]) ? &all[i] : NULL;
    return NULL;
}

/* What an attack led to was where that was, on that day. */
static void share_setting(struct teller *t, uint32_t number)
{
    struct claim *claim = &t->out->items[number];
    const struct claim *from = claim->places.count ? NULL : bound_claim(t, number, true);
    if (from)
        take_places(t, claim, from, "what is told with it");
    from = claim->has_time ? NULL : bound_claim(t, number, false);
    if (from)
        take_day(t, claim, from, "what is told with it");
}

void claims_go_on(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++)
        share_setting(t, i);
    for (uint32_t i = 0; i < t->out->count; i++)
        if (!t->out->items[i].has_time)
            go_on_with_day(t, i);
    for (uint32_t i = 0; i < t->out->count; i++)
        if (!t->out->items[i].places.count)
            go_on_with_place(t, i);
}
