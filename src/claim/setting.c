/*
 * setting.c - where an event happened when its own clause does not say: a sentence sets its scene once for all that it tells.
 */
#include "claim/teller.h"

/* How many chunks away a place may stand. */
#define SETTING_WINDOW 80u
#define COST_MOST 20        /* how far off a place of the sentence may stand */
#define COST_OTHER_CLAUSE 8 /* … and in the clause of another verb */
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

/* «تظاهروا دعما لغزة», «إسنادا لغزة», «تضامنا مع أهالي حلب»: whom it is for, not where. */
static bool is_supported(const struct teller *t, uint32_t at)
{
    const struct chunk *noun = at > 0 ? teller_chunk(t, at - 1) : NULL;
    if (noun && teller_chunk(t, at)->preposition == PREP_L && noun->sentence == teller_chunk(t, at)->sentence && noun->lemma != KNOW_NONE) {
        bool bare = !noun->definite && (!noun->preposition || noun->clitics & CLITIC_WA);
        bool thing = noun->kind == CHUNK_NOUN && noun->phrase == PHRASE_THING && bare;
        if (thing || lemma_tells(t->know, &t->know->lemmas[noun->lemma], 1u << EVENT_SUPPORT, MODE_NONE))
            return true;
    }
    const struct clause *before =
        at > 0 && t->clauses->clause_at[at - 1] ? &t->clauses->clauses.items[t->clauses->clause_at[at - 1] - 1] : NULL;
    return before && before->frame && before->frame->type == EVENT_SUPPORT && teller_chunk(t, at)->preposition;
}

/* Whether the chunk names a place that can be found, and says that something is there. */
bool chunk_names_place(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    if (chunk->kind != CHUNK_NOUN || is_supported(t, at))
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
    return entity != KNOW_NONE && t->know->entities[entity].kind == KIND_CITY && know_is_official(t->know, entity);
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
    while (first < clause->chunk && teller_chunk(t, first)->kind == CHUNK_CONJ)
        first++;
    const struct chunk *opening = teller_chunk(t, first);
    if (first < clause->chunk && chunk_names_place(t, first)
        && (t->know->usual_roles[opening->preposition] == ROLE_AT || opening->partitive) && !is_spoken_from(t, clause, first))
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

/* «تظاهروا رفضا للحرب على …», «احتجاجات داعمة لغزة»: what a protest is for or against, and no more where it is. */
static bool is_message(const struct teller *t, const struct clause *clause, uint32_t at)
{
    if (!clause->frame || clause->frame->type != EVENT_PROTEST)
        return false;
    const struct clause *words = t->clauses->clause_at[at] ? &t->clauses->clauses.items[t->clauses->clause_at[at] - 1] : NULL;
    uint8_t type = words && words->frame ? words->frame->type : (uint8_t)EVENT_NONE;
    return teller_chunk(t, at)->preposition == PREP_L || type == EVENT_SUPPORT || type == EVENT_ACCUSE || type == EVENT_REJECT
           || type == EVENT_REQUEST;
}

/* The place of the sentence that stands nearest to the claim's predicate, places behind it before those in front of it. */
static uint32_t nearest_place(const struct teller *t, const struct clause *clause)
{
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence, best = CLAUSE_NONE;
    int cost = 0, least = COST_NONE;
    bool talks = clause->frame && clause->frame->type == EVENT_CONSULT;
    for (uint32_t i = clause->chunk + 1; i < t->mentions->chunks.count && i < clause->chunk + SETTING_WINDOW; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        /* «بعد لقائه الوزير إن … في أ»: what was said there is about other places */
        if (chunk->sentence != sentence || (talks && chunk->kind == CHUNK_SUB) || is_message(t, clause, i))
            break;
        if (chunk_names_place(t, i)) {
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
        if (chunk_names_place(t, i) && !is_spoken_from(t, clause, i)) {
            if (cost < least) {
                best = i;
                least = cost;
            }
            break;
        }
        cost += step_cost(chunk);
    }
    /* «في تعز توقفت المستشفيات …، وظل مستشفى أ …»: what the sentence opens with comes before what stands in another clause */
    uint32_t opening =
        least > COST_MOST || (best > clause->chunk && least >= COST_OTHER_CLAUSE) ? place_of_opening(t, clause) : CLAUSE_NONE;
    return opening != CLAUSE_NONE || least > COST_MOST ? opening : best;
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

static bool same_country(const struct teller *t, uint32_t a, uint32_t b)
{
    uint32_t one = teller_chunk(t, a)->entity, other = teller_chunk(t, b)->entity;
    return one == KNOW_NONE || other == KNOW_NONE || !memcmp(t->know->entities[one].country, t->know->entities[other].country, 2);
}

/* The finest of a row stands first: «قرية أ بمحافظة ب», «بلدة أ وعلى محطة المياه على أطرافها في ريف ب», «في أ وب». */
static uint32_t first_of_row(const struct teller *t, uint32_t at)
{
    uint32_t first = t->first_chunk[teller_chunk(t, at)->sentence];
    bool coarse = is_coarse(t, at), comma = false;
    for (uint32_t i = at, gap = 0; i-- > first && gap < (coarse ? FINER_REACH : 2u); gap++) {
        const struct chunk *chunk = teller_chunk(t, i);
        bool passes =
            chunk->kind == CHUNK_CONJ || (coarse && (chunk->kind == CHUNK_NOUN || (chunk->kind == CHUNK_MARK && chunk->mark == ',')));
        comma |= chunk->kind == CHUNK_MARK;
        if (chunk->kind == CHUNK_NOUN && chunk_names_place(t, i)) {
            if (gap && ((coarse && is_coarse(t, i)) || (comma && !same_country(t, i, at))))
                break;
            at = i;
            gap = 0;
        } else if (!passes) {
            break;
        }
    }
    return at;
}

/* «في مدينة أ بمحافظة ب»: the places that stand right behind one. */
static void add_containers(struct teller *t, struct claim *claim, uint32_t at)
{
    uint32_t sentence = teller_chunk(t, at)->sentence;
    for (uint32_t i = at + 1, gap = 0; i < t->mentions->chunks.count && gap < 2 && teller_chunk(t, i)->sentence == sentence; i++, gap++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->kind == CHUNK_VERB || chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_REL || chunk->kind == CHUNK_LINK)
            break;
        if (!chunk_names_place(t, i))
            continue;
        add_place(t, claim, i, ROLE_AT);
        gap = 0;
    }
}

/* «قصف حامية الموقع», «اعتدوا على أهالي البلدة»: those whom it is done to are where the place is that their phrase names. */
static uint32_t place_of_recipients(const struct teller *t, const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->recipients.count; i++) {
        uint32_t at = claim->recipients.items[i].chunk;
        const struct chunk *chunk = at == KNOW_NONE ? NULL : teller_chunk(t, at);
        if (chunk && chunk->kind == CHUNK_NOUN && chunk->sentence == claim->sentence && chunk->entity == KNOW_NONE
            && chunk->name_end == chunk->name_first && is_place_entity(t, chunk->inner)
            && t->know->entities[chunk->inner].kind != KIND_COUNTRY)
            return at;
    }
    return CLAUSE_NONE;
}

static void set_place(struct teller *t, struct claim *claim)
{
    const struct clause *clause = teller_clause(t, claim->clause);
    uint32_t at = nearest_place(t, clause);
    if (at == CLAUSE_NONE && (claim->type == EVENT_ASSAULT || claim->type == EVENT_COERCE || claim->type == EVENT_SANCTION))
        at = place_of_recipients(t, claim);
    if (at == CLAUSE_NONE)
        return;
    at = first_of_row(t, at);
    /* talks are about countries as often as in them */
    if (claim->type == EVENT_CONSULT && teller_chunk(t, at)->entity != KNOW_NONE
        && t->know->entities[teller_chunk(t, at)->entity].kind == KIND_COUNTRY)
        return;
    add_place(t, claim, at, ROLE_AT);
    add_containers(t, claim, at);
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

/* «في منطقة القياعة، شرقي مدينة صيدا»: what nobody knows is told by where it lies. */
static void locate_unknown(struct teller *t, struct claim *claim)
{
    uint32_t last = CLAUSE_NONE;
    for (uint32_t i = 0; i < claim->places.count; i++) {
        const struct claim_entity *place = &claim->places.items[i];
        if (place->entity != KNOW_NONE || place->role != ROLE_AT || teller_chunk(t, place->chunk)->inner != KNOW_NONE)
            return;
        if (last == CLAUSE_NONE || place->chunk > last)
            last = place->chunk;
    }
    if (last != CLAUSE_NONE)
        add_containers(t, claim, last);
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

/* «9 أغسطس 1990: أعلن …», «1990 - استقالة …»: the time that a sentence opens with as a label, CLAUSE_NONE if none. */
static uint32_t label_of(const struct teller *t, uint32_t sentence)
{
    uint32_t at = t->first_chunk[sentence], end = t->mentions->chunks.count;
    while (at < end && teller_chunk(t, at)->sentence == sentence && teller_chunk(t, at)->kind == CHUNK_MARK)
        at++;
    if (at + 1 >= end || teller_chunk(t, at)->sentence != sentence || !time_dates_event(t, at))
        return CLAUSE_NONE;
    const struct chunk *mark = teller_chunk(t, at + 1);
    return mark->kind == CHUNK_MARK && (mark->mark == ':' || mark->mark == '-') ? at : CLAUSE_NONE;
}

/* How many sentences an entry of a chronicle may have. */
#define ITEM_SENTENCES 4u

/* The label of the entry that the clause stands in: its sentence's, or an earlier one's of the same line. */
static uint32_t time_of_item(const struct teller *t, const struct clause *clause)
{
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence;
    const struct sentence *sentences = t->text->sentences.items;
    for (uint32_t i = 0; i < ITEM_SENTENCES && i <= sentence && sentences[sentence - i].paragraph == sentences[sentence].paragraph; i++) {
        uint32_t label = label_of(t, sentence - i);
        if (label != CLAUSE_NONE)
            return label;
    }
    return CLAUSE_NONE;
}

/* The time that the sentence gave before it came to the claim's predicate. */
static uint32_t time_before(const struct teller *t, const struct clause *clause)
{
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence;
    bool linked = false, closed = false;
    for (uint32_t i = clause->chunk; i-- > 0 && i + SETTING_WINDOW > clause->chunk;) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->sentence != sentence || (chunk->kind == CHUNK_MARK && chunk->mark == ':'))
            break;
        bool links =
            chunk->value == VALUE_NONE || chunk->value == VALUE_MOMENT || chunk->value == VALUE_FACT || chunk->value == VALUE_NOMINAL;
        linked |= chunk->kind == CHUNK_LINK && links && !closed;
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
    if (at != CLAUSE_NONE && !time_is_of_saying(t, claim, clause, at))
        claim_set_time(t, claim, clause, at);
    uint32_t label =
        claim->has_time || claim->status != CLAIM_ACTUAL || clause->relation == RELATION_RELATIVE ? CLAUSE_NONE : time_of_item(t, clause);
    if (label != CLAUSE_NONE)
        claim_set_time(t, claim, clause, label);
    if (claim->has_time)
        claim_reason(t, claim, "setting", label == CLAUSE_NONE ? "time of the sentence" : "time of the entry");
}

void claims_set_scene(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        if (claim_happens_somewhere(claim) && !has_named_place(t, claim))
            set_place(t, claim);
        else if (claim_happens_somewhere(claim))
            locate_unknown(t, claim);
        drop_things(t, claim);
        if (is_about_places(claim))
            drop_topics(t, claim);
        if (!claim->has_time)
            set_time(t, claim);
    }
    claims_go_on(t);
}
