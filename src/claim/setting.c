/*
 * setting.c - where an event happened when its own clause does not say: a sentence sets its scene once for all that it tells.
 */
#include "claim/teller.h"

/* How many chunks away a place may stand. */
#define SETTING_WINDOW 80u
#define COST_MOST 20 /* how far off a place of the sentence may stand */
#define COST_NONE 1000

static bool is_place_entity(const struct teller *t, uint32_t entity)
{
    return entity != KNOW_NONE && t->know->entities[entity].kind > KIND_PERSON;
}

/* Kinds of event that happen somewhere; what is only said has no place of its own. */
bool claim_happens_somewhere(const struct claim *claim)
{
    switch ((enum event_type)claim->type) {
    case EVENT_ASSAULT:
    case EVENT_COERCE:
    case EVENT_RETREAT:
    case EVENT_MOBILIZE:
    case EVENT_PROTEST:
    case EVENT_CONSULT:
    case EVENT_AID:
        return true;
    case EVENT_SANCTION:
        return claim->mode == MODE_EXPEL;
    default:
        return false;
    }
}

/* Blame, demands, threats, talks and sanctions: a place beside them is where that is which they are about. */
static bool is_about_places(const struct claim *claim)
{
    return claim->type == EVENT_ACCUSE || claim->type == EVENT_REQUEST || claim->type == EVENT_REJECT || claim->type == EVENT_THREATEN
           || claim->type == EVENT_CONSULT || claim->type == EVENT_AGREE
           || (claim->type == EVENT_SANCTION && claim->mode == MODE_DISCONTINUE);
}

/* Whether the chunk names a place that can be found, and says that something is there. */
static bool names_place(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    if (chunk->kind != CHUNK_NOUN)
        return false;
    enum role usual = chunk->preposition ? (enum role)t->know->usual_roles[chunk->preposition] : ROLE_AT;
    if (usual != ROLE_AT && usual != ROLE_NONE)
        return false;
    if (is_place_entity(t, chunk->entity))
        return t->know->entities[chunk->entity].kind != KIND_COUNTRY || (chunk->preposition && usual == ROLE_AT);
    bool locates = chunk->phrase == PHRASE_PLACE || chunk->classes & 1u << CLASS_FACILITY;
    if (chunk->phrase == PHRASE_PLACE && chunk->referent != KNOW_NONE && is_place_entity(t, t->referents->items[chunk->referent].entity))
        return true;
    if (chunk->phrase == PHRASE_PLACE && chunk->typed && chunk->name_end > chunk->name_first)
        return true;
    return locates && is_place_entity(t, chunk->inner);
}

static bool is_capital(const struct teller *t, uint32_t entity)
{
    if (entity == KNOW_NONE || t->know->entities[entity].kind != KIND_CITY)
        return false;
    const char *country = t->know->entities[entity].country;
    for (uint32_t i = know_officials(t->know, country);
         i < t->know->official_count && memcmp(t->know->officials[i].country, country, 2) == 0; i++)
        if (t->know->officials[i].entity == entity)
            return true;
    return false;
}

/* Whether a place is the first thing that the clause's sentence says. */
static bool opens_with_place(const struct teller *t, const struct clause *clause, uint32_t at)
{
    uint32_t first = t->first_chunk[teller_chunk(t, clause->chunk)->sentence];
    return at == first || (at == first + 1 && teller_chunk(t, first)->kind == CHUNK_CONJ);
}

/* Whether the chunk stands in what introduces the speaker: his title, where he spoke. */
static bool is_spoken_from(const struct teller *t, const struct clause *clause, uint32_t at)
{
    const struct voice *voice = &t->clauses->voices.items[clause->voice];
    for (uint32_t i = 0; i < voice->count; i++) {
        uint32_t link = voice->links[i].chunk, verb = voice->links[i].verb;
        uint32_t from = verb != CLAUSE_NONE && verb < link ? verb : link;
        if (teller_chunk(t, from)->sentence != teller_chunk(t, at)->sentence)
            continue;
        /* «وفي واشنطن، قال المتحدث إن …»; who is a source there tells of there */
        bool source = teller_chunk(t, link)->classes & 1u << CLASS_SOURCE;
        if (at < from && !source && link < clause->chunk && teller_chunk(t, at)->preposition && is_capital(t, teller_chunk(t, at)->entity)
            && opens_with_place(t, clause, at))
            return true;
        if (at < from || at >= clause->chunk || link >= clause->chunk)
            continue;
        for (uint32_t j = from; j <= at; j++)
            if (j == at)
                return true;
            else if (teller_chunk(t, j)->kind == CHUNK_SUB || (teller_chunk(t, j)->kind == CHUNK_MARK && teller_chunk(t, j)->mark == ':'))
                break;
    }
    return false;
}

static int step_cost(const struct chunk *chunk)
{
    switch ((enum chunk_kind)chunk->kind) {
    case CHUNK_VERB:
        return 6;
    case CHUNK_SUB:
    case CHUNK_LINK:
    case CHUNK_REL:
        return 4;
    case CHUNK_MARK:
        return chunk->mark == ',' ? 1 : chunk->mark == '.' || chunk->mark == ';' ? 12 : 0;
    default:
        return 1;
    }
}

/* «وفي محافظة أ التي …، قالت مصادر إن …»: a place that opens the sentence holds for all of it. */
static uint32_t place_of_opening(const struct teller *t, const struct clause *clause)
{
    uint32_t first = t->first_chunk[teller_chunk(t, clause->chunk)->sentence];
    if (first < clause->chunk && teller_chunk(t, first)->kind == CHUNK_CONJ)
        first++;
    const struct chunk *opening = teller_chunk(t, first);
    if (first < clause->chunk && names_place(t, first) && (opening->preposition == t->prepositions.in || opening->partitive)
        && !is_spoken_from(t, clause, first))
        return first;
    /* «يعاني سكان غزة …، إذ نزح …»: where the people are of whom it tells */
    for (uint32_t i = first; i < clause->chunk; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        bool people = chunk->kind == CHUNK_NOUN && (chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_PERSON) && chunk->plural
                      && chunk->classes & (1u << CLASS_PEOPLE | 1u << CLASS_SOURCE);
        if (people && chunk->name_end == chunk->name_first && is_place_entity(t, chunk->inner)
            && t->know->entities[chunk->inner].kind != KIND_COUNTRY)
            return i;
    }
    return CLAUSE_NONE;
}

/* The place of the sentence that stands nearest to the claim's predicate, places behind it before those in front of it. */
static uint32_t nearest_place(const struct teller *t, const struct clause *clause)
{
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence, best = CLAUSE_NONE;
    int cost = 0, least = COST_NONE;
    for (uint32_t i = clause->chunk + 1; i < t->mentions->chunks.count && i < clause->chunk + SETTING_WINDOW; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->sentence != sentence)
            break;
        if (names_place(t, i)) {
            best = i;
            least = cost;
            break;
        }
        cost += step_cost(chunk);
    }
    cost = 3;
    for (uint32_t i = clause->chunk; i-- > 0 && i + SETTING_WINDOW > clause->chunk;) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->sentence != sentence || (chunk->kind == CHUNK_MARK && chunk->mark == ':'))
            break;
        if (names_place(t, i) && !is_spoken_from(t, clause, i)) {
            if (cost < least) {
                best = i;
                least = cost;
            }
            break;
        }
        cost += step_cost(chunk);
    }
    return least > COST_MOST ? place_of_opening(t, clause) : best;
}

/* Regions and governorates: where, but not the finest that one says. */
static bool is_coarse(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    if (chunk->partitive || !is_place_entity(t, chunk->entity))
        return chunk->partitive || chunk->entity == KNOW_NONE;
    uint8_t kind = t->know->entities[chunk->entity].kind;
    return kind == KIND_REGION || kind == KIND_GOVERNORATE || kind == KIND_COUNTRY;
}

#define FINER_REACH 8u

/* The finest of a row stands first: «قرية أ بمحافظة ب», «بلدة أ وعلى محطة المياه على أطرافها في ريف ب», «في أ وب». */
static uint32_t first_of_row(const struct teller *t, uint32_t at)
{
    uint32_t first = t->first_chunk[teller_chunk(t, at)->sentence];
    bool coarse = is_coarse(t, at);
    for (uint32_t i = at, gap = 0; i-- > first && gap < (coarse ? FINER_REACH : 2u); gap++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->kind == CHUNK_NOUN && names_place(t, i)) {
            if (gap && coarse && is_coarse(t, i))
                break;
            at = i;
            gap = 0;
        } else if (chunk->kind != CHUNK_CONJ && !(coarse && chunk->kind == CHUNK_NOUN)) {
            break;
        }
    }
    return at;
}

static void set_place(struct teller *t, struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    uint32_t at = nearest_place(t, clause);
    if (at == CLAUSE_NONE)
        return;
    uint32_t sentence = teller_chunk(t, at)->sentence;
    at = first_of_row(t, at);
    /* talks are about countries as often as in them */
    if (claim->type == EVENT_CONSULT && teller_chunk(t, at)->entity != KNOW_NONE
        && t->know->entities[teller_chunk(t, at)->entity].kind == KIND_COUNTRY)
        return;
    add_place(t, claim, at, ROLE_AT);
    /* its containers: «في مدينة أ بمحافظة ب» */
    for (uint32_t i = at + 1, gap = 0; i < t->mentions->chunks.count && gap < 2 && teller_chunk(t, i)->sentence == sentence; i++, gap++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->kind == CHUNK_VERB || chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_REL || chunk->kind == CHUNK_LINK)
            break;
        if (!names_place(t, i))
            continue;
        add_place(t, claim, i, ROLE_AT);
        gap = 0;
    }
    claim_reason(t, claim, "setting", "place of the sentence");
}

/* A place by its own name, or by that of the place that it stands in. */
static bool is_named(const struct teller *t, const struct claim_entity *place)
{
    const struct chunk *chunk = teller_chunk(t, place->chunk);
    return place->entity != KNOW_NONE || chunk->name_end > chunk->name_first || is_place_entity(t, chunk->inner);
}

/* «منزل الرئيس», «مدرسة للأونروا»: no name, but it can be told which one. */
static bool is_owned(const struct teller *t, const struct claim_entity *place)
{
    const struct chunk *chunk = teller_chunk(t, place->chunk);
    bool behind = place->chunk + 1 < t->mentions->chunks.count && teller_chunk(t, place->chunk + 1)->genitive;
    bool told = chunk->definite ? chunk->end - chunk->first > 1 || behind || chunk->phrase == PHRASE_PLACE
                                : behind || chunk->of != KNOW_NONE || chunk->of_referent != KNOW_NONE;
    return told && !chunk->plural && !chunk->one_of && chunk->number == KNOW_NONE;
}

/* «أمام منزل الرئيس»: where it was, not what was hit. */
static bool stands_by(const struct teller *t, const struct claim_entity *place)
{
    const struct chunk *chunk = teller_chunk(t, place->chunk);
    return chunk->preposition && chunk->preposition != t->prepositions.on && t->know->usual_roles[chunk->preposition] == ROLE_AT;
}

/* Vehicles, bodies by their name, and «المنطقة», which may be any. */
static bool is_no_place(const struct teller *t, const struct claim_entity *place)
{
    const struct chunk *chunk = teller_chunk(t, place->chunk);
    if (place->entity != KNOW_NONE)
        return t->know->entities[place->entity].kind <= KIND_PERSON;
    bool lone = chunk->end - chunk->first == 1 && chunk->lemma != KNOW_NONE;
    return (chunk->classes & 1u << CLASS_VEHICLE) != 0
           || (lone && slice_equal(know_text(t->know, t->know->lemmas[chunk->lemma].text), slice_of(entity_kind_labels[KIND_REGION])));
}

/* A thing that was hit is where it happened only when nothing better is named (codebook, section 7, targets). */
static void drop_things(struct teller *t, struct claim *claim)
{
    bool named = false;
    for (uint32_t i = 0; i < claim->places.count; i++)
        named |= is_named(t, &claim->places.items[i]);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < claim->places.count; i++) {
        const struct claim_entity *place = &claim->places.items[i];
        if (is_no_place(t, place))
            continue;
        if (is_named(t, place) || (is_owned(t, place) && (!named || stands_by(t, place))))
            claim->places.items[kept++] = claim->places.items[i];
    }
    claim->places.count = kept;
}

/* «تتهم أ بهجوم في ب», «جلسة حول ب»: the place of what it is about; whom it is addressed to stays. */
static void drop_topics(const struct teller *t, struct claim *claim)
{
    bool talks = claim->type == EVENT_CONSULT || claim->type == EVENT_AGREE;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < claim->places.count; i++) {
        uint8_t preposition = teller_chunk(t, claim->places.items[i].chunk)->preposition;
        if (preposition != t->prepositions.around && (talks || (preposition != t->prepositions.in && preposition != PREP_B)))
            claim->places.items[kept++] = claim->places.items[i];
    }
    claim->places.count = kept;
}

static bool has_named_place(const struct teller *t, const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (is_named(t, &claim->places.items[i]))
            return true;
    return false;
}

/* Whether the clause stands among the arguments of the other, or goes on from it («قتل أمس … وجرح»). */
static bool goes_with(const struct teller *t, const struct clause *clause, const struct clause *owner)
{
    const struct clause *step = clause;
    /* «نفذت أمس عملية استهدفت …»: what describes an argument of the clause */
    for (uint32_t i = 0; clause->relation == RELATION_RELATIVE && i < owner->arguments.count; i++)
        if (owner->arguments.items[i].chunk == clause->antecedent && !teller_chunk(t, clause->antecedent)->definite)
            return true;
    for (int i = 0; i < 6; i++) {
        const struct clause *above = teller_clause(t, step->governor);
        if (above == owner && (step->relation == RELATION_ARGUMENT || step->relation == RELATION_CAUSE))
            return true;
        if (!above || operator_reports(operator_of(above)) || (step->relation != RELATION_ARGUMENT && step->relation != RELATION_CAUSE))
            break;
        step = above;
    }
    return step->form == CLAUSE_FINITE && owner->form == CLAUSE_FINITE && step->governor == owner->governor
           && step->relation == owner->relation && step->chunk > owner->chunk
           && teller_chunk(t, step->chunk)->clitics & (CLITIC_WA | CLITIC_FA);
}

static bool sentence_opens_with(const struct teller *t, uint32_t at)
{
    for (uint32_t i = t->first_chunk[teller_chunk(t, at)->sentence]; i < at; i++)
        if (teller_chunk(t, i)->kind == CHUNK_VERB || teller_chunk(t, i)->kind == CHUNK_NOUN)
            return false;
    return true;
}

/* «أدان أمس الهجوم»: the day of the words, not of what they are about. */
static bool is_about_events(const struct clause *clause)
{
    uint8_t type = clause->frame && !is_operator(clause) ? clause->frame->type : (uint8_t)EVENT_NONE;
    return type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_THREATEN;
}

/* «9 أغسطس 1990: أعلن …»: a day before a colon is that of all that follows. */
static bool is_label(const struct teller *t, uint32_t colon)
{
    return colon > 0 && teller_chunk(t, colon - 1)->kind == CHUNK_TIME && sentence_opens_with(t, colon - 1);
}

/* The time that the sentence gave before it came to the claim's predicate. */
static uint32_t time_before(const struct teller *t, const struct clause *clause)
{
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence;
    bool linked = false, closed = false;
    for (uint32_t i = clause->chunk; i-- > 0 && i + SETTING_WINDOW > clause->chunk;) {
        const struct chunk *chunk = teller_chunk(t, i);
        bool colon = chunk->kind == CHUNK_MARK && chunk->mark == ':';
        if (chunk->sentence != sentence || (colon && !is_label(t, i)))
            break;
        linked |= chunk->kind == CHUNK_LINK && chunk->value == VALUE_NONE && !closed;
        closed |= chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_REL;
        if (chunk->kind != CHUNK_TIME || (clause->form != CLAUSE_NOUN && t->mentions->times.items[chunk->time].kind != TIME_DATE))
            continue;
        /* «وفي شباط الماضي، بدأ …»: for all of the sentence */
        bool opens = sentence_opens_with(t, i) && clause->relation != RELATION_RELATIVE;
        const struct clause *owner = t->time_owner[i] ? &t->clauses->clauses.items[t->time_owner[i] - 1] : NULL;
        bool owned = owner && !is_about_events(owner) && goes_with(t, clause, owner);
        /* «قتل أمس …، حيث أطلق …»: of one day with what it goes on from */
        bool along = linked && owner && !operator_reports(operator_of(owner)) && !is_about_events(owner) && clause->form == CLAUSE_FINITE;
        return time_dates_event(t, i) && (opens || owned || along) ? i : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

static void set_time(struct teller *t, struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    uint32_t at = time_before(t, clause);
    if (at == CLAUSE_NONE || time_is_of_saying(t, claim, clause, at))
        return;
    claim_set_time(t, claim, clause, at);
    if (claim->has_time)
        claim_reason(t, claim, "setting", "time of the sentence");
}

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

/* A claim's own day, or a week at most: the day of a story. */
static bool dates_story(const struct claim *claim)
{
    if (!claim->has_time || !claim->time_mention.end || claim->status != CLAIM_ACTUAL || !claim_happens_somewhere(claim))
        return false;
    return day_number(day_parse(slice_make(claim->time_end, 10))) - day_number(day_parse(slice_make(claim->time_start, 10))) < 7;
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
    claim->has_time = true;
    memcpy(claim->time_start, best->time_start, sizeof claim->time_start);
    memcpy(claim->time_end, best->time_end, sizeof claim->time_end);
    claim_reason(t, claim, "setting", "day of the story, from byte %u", best->trigger.start);
}

/* Something finer than a country: that is where the story is in general, and no place to go on with. */
static bool has_fine_place(const struct teller *t, const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (claim->places.items[i].entity == KNOW_NONE || t->know->entities[claim->places.items[i].entity].kind != KIND_COUNTRY)
            return true;
    return false;
}

/* Goes on with the place of the nearest claim of the same story. */
static void go_on_with_place(struct teller *t, uint32_t number)
{
    struct claim *claim = &t->out->items[number];
    if (!is_of_story(t, claim))
        return;
    const struct claim *best = NULL;
    for (uint32_t i = number > STORY_WINDOW ? number - STORY_WINDOW : 0; i < t->out->count && i < number + STORY_WINDOW; i++) {
        const struct claim *other = &t->out->items[i];
        if (i == number || !has_fine_place(t, other) || !claim_happens_somewhere(other)
            || !(claim->type == EVENT_ASSAULT && other->type == EVENT_ASSAULT && goes_on_from(t, claim, other)))
            continue;
        if (!best || (other->sentence <= claim->sentence && other->sentence >= best->sentence))
            best = other;
    }
    if (!best)
        return;
    for (uint32_t i = 0; i < best->places.count; i++)
        if (best->places.items[i].role == ROLE_AT)
            entity_list_add(t, &claim->places, &best->places.items[i]);
    if (claim->places.count)
        claim_reason(t, claim, "setting", "place of the story, from byte %u", best->trigger.start);
}

void claims_set_scene(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        if (claim_happens_somewhere(claim) && !has_named_place(t, claim))
            set_place(t, claim);
        drop_things(t, claim);
        if (is_about_places(claim))
            drop_topics(t, claim);
        if (!claim->has_time)
            set_time(t, claim);
    }
    for (uint32_t i = 0; i < t->out->count; i++)
        if (!t->out->items[i].has_time)
            go_on_with_day(t, i);
    for (uint32_t i = 0; i < t->out->count; i++)
        if (!t->out->items[i].places.count)
            go_on_with_place(t, i);
}
