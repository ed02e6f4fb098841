/*
 * mode.c - the mode of an event where the predicate alone leaves it open: what is demanded, refused or threatened, whose forces move, how many
 * meet, and what an attack was made with.
 */
#include "claim/teller.h"

#define CONTENT_DEPTH 4
#define MULTILATERAL_LEAST 3u

/* What the clause is about: the first event in its content or arguments, under operators that only phase it. `stops` is set where an end of it is
 * meant. */
static const struct clause *content_event(const struct teller *t, uint32_t number, bool *stops)
{
    const struct clause_list *clauses = &t->clauses->clauses;
    uint32_t sentence = clauses->items[number].sentence;
    for (uint32_t depth = 0, i = number + 1; depth < CONTENT_DEPTH && i < clauses->count && clauses->items[i].sentence == sentence; i++) {
        const struct clause *clause = &clauses->items[i];
        if (clause->governor != number || (clause->relation != RELATION_CONTENT && clause->relation != RELATION_ARGUMENT))
            continue;
        *stops |= clause->negated || operator_of(clause) == OPERATOR_STOP || operator_of(clause) == OPERATOR_NEGATE;
        if (clause->frame && !is_operator(clause))
            return clause;
        number = i;
        depth++;
    }
    return NULL;
}

/* The mode of a demand or refusal by what is demanded or refused. */
static enum event_mode demanded_mode(const struct frame *content)
{
    switch ((enum event_type)content->type) {
    case EVENT_RETREAT:
        return content->mode == MODE_RESIGN ? MODE_CHANGE : MODE_YIELD;
    case EVENT_CONCEDE:
        return MODE_YIELD;
    case EVENT_CONSULT:
        return MODE_MEET;
    case EVENT_AID:
    case EVENT_COOPERATE:
        return MODE_ASSIST;
    default:
        return MODE_NONE;
    }
}

static enum event_mode threatened_mode(const struct frame *content)
{
    switch ((enum event_type)content->type) {
    case EVENT_ASSAULT:
        return MODE_VIOLENCE;
    case EVENT_SANCTION:
        return content->mode == MODE_EXPEL ? MODE_EXPEL : MODE_RELATIONS;
    case EVENT_COERCE:
        return content->mode == MODE_ARREST ? MODE_ARREST : content->mode == MODE_SEIZE ? MODE_TERRITORY : MODE_RESTRICT;
    default:
        return MODE_NONE;
    }
}

static uint32_t entity_behind(const struct teller *t, uint32_t referent)
{
    const struct referent *who = referent == KNOW_NONE ? NULL : &t->referents->items[referent];
    return !who ? KNOW_NONE : who->entity != KNOW_NONE ? who->entity : who->of_entity;
}

/* Whose the forces are: the body itself, the one that it belongs to («لواء تابع للجيش الحر»), or its leader's («التابع للجولاني»). */
static uint32_t forces_owner(const struct teller *t, const struct claim_entity *actor)
{
    const struct chunk *chunk = teller_chunk(t, actor->chunk);
    uint32_t entity = actor->entity;
    if (entity == KNOW_NONE && chunk->of != KNOW_NONE)
        entity = chunk->of;
    if (entity == KNOW_NONE)
        entity = entity_behind(t, chunk->of_referent);
    if (entity == KNOW_NONE)
        entity = entity_behind(t, chunk->referent);
    bool leader = entity != KNOW_NONE && t->know->entities[entity].kind == KIND_PERSON;
    return leader ? t->know->entities[entity].of : entity;
}

/* Troops are a state's, militia everybody else's. */
static enum event_mode forces_mode(const struct teller *t, const struct claim *claim)
{
    uint32_t entity = claim->actors.count ? forces_owner(t, &claim->actors.items[0]) : KNOW_NONE;
    if (entity == KNOW_NONE)
        return (enum event_mode)claim->mode;
    switch ((enum entity_kind)t->know->entities[entity].kind) {
    case KIND_GROUP:
    case KIND_PARTY:
    case KIND_TRIBE:
        return MODE_MILITIA;
    case KIND_STATE:
    case KIND_GOVERNMENT:
    case KIND_MINISTRY:
    case KIND_ARMY:
        return MODE_TROOPS;
    default:
        return (enum event_mode)claim->mode;
    }
}

/* With what: «بقذيفة», «عبر مسيرة», «باستخدام الدبابات». */
static bool says_means(const struct teller *t, uint8_t preposition)
{
    static const char *const means[] = { "\xd8\xb9\xd8\xa8\xd8\xb1", "\xd8\xa8\xd9\x88\xd8\xa7\xd8\xb3\xd8\xb7\xd8\xa9",
                                         "\xd8\xa8\xd8\xa7\xd8\xb3\xd8\xaa\xd8\xae\xd8\xaf\xd8\xa7\xd9\x85" };
    return preposition == PREP_B || preposition_among(t->know, preposition, means, sizeof means / sizeof *means);
}

#define MEANS_MOST_CHUNKS 14u

/* What an attack is made with, over a name in quotation marks or a comma: «استهداف دبابة من نوع "ميركافا"، بقذيفة», «بوابل من القذائف». */
static uint8_t means_behind(const struct teller *t, uint32_t from)
{
    const struct chunk_list *chunks = &t->mentions->chunks;
    bool with = false;
    for (uint32_t i = from + 1; i < chunks->count && i <= from + MEANS_MOST_CHUNKS; i++) {
        const struct chunk *chunk = &chunks->items[i];
        const struct clause *clause = t->clauses->clause_at[i] ? &t->clauses->clauses.items[t->clauses->clause_at[i] - 1] : NULL;
        bool joins = chunk->kind == CHUNK_NOUN || chunk->kind == CHUNK_TIME || chunk->kind == CHUNK_ADVERB || chunk->kind == CHUNK_CONJ
                     || (chunk->kind == CHUNK_MARK && chunk->mark != '.' && chunk->mark != ':' && chunk->mark != ';');
        if (chunk->sentence != chunks->items[from].sentence || !joins)
            return MODE_NONE;
        /* «برشقة صاروخية»; but «بصليات من الرصاص» */
        const struct chunk *next = i + 1 < chunks->count ? chunk + 1 : chunk;
        bool salvo = chunk->phrase == PHRASE_EVENT && chunk->preposition == PREP_B
                     && !(next->mode && t->know->usual_roles[next->preposition] == ROLE_FROM);
        if (chunk->kind == CHUNK_NOUN && chunk->mode && (salvo || chunk->classes & (1u << CLASS_WEAPON | 1u << CLASS_VEHICLE))
            && (says_means(t, chunk->preposition) || (with && t->know->usual_roles[chunk->preposition] == ROLE_FROM)))
            return chunk->mode;
        if (clause && clause->frame)
            return MODE_NONE;
        with = chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_EVENT && chunk->preposition == PREP_B;
    }
    return MODE_NONE;
}

/* The mode of an attack by what does it, or is done with: «العبوات استهدفت», «طائرة مسيرة أسفرت عن مقتل», «هجوم بمسيرة استهدف». */
static uint8_t weapon_mode(const struct teller *t, const struct claim *claim, const struct clause *clause)
{
    for (uint32_t i = 0; i < claim->actors.count; i++)
        if (teller_chunk(t, claim->actors.items[i].chunk)->mode)
            return teller_chunk(t, claim->actors.items[i].chunk)->mode;
    const struct clause *above = teller_clause(t, clause->governor);
    const struct clause *by = above && operator_of(above) == OPERATOR_CAUSE && !above->frame ? above : clause;
    uint32_t subject = by->form == CLAUSE_FINITE && !by->passive ? clause_argument(by, FUNCTION_SUBJECT) : CLAUSE_NONE;
    if (subject != CLAUSE_NONE && teller_chunk(t, subject)->mode)
        return teller_chunk(t, subject)->mode;
    bool attack = subject != CLAUSE_NONE && subject < by->chunk && teller_chunk(t, subject)->phrase == PHRASE_EVENT;
    uint8_t mode = attack ? means_behind(t, subject) : MODE_NONE;
    if (mode)
        return mode;
    mode = means_behind(t, clause->chunk);
    if (!mode && clause->relation == RELATION_RELATIVE && clause->antecedent != CLAUSE_NONE)
        mode = teller_chunk(t, clause->antecedent)->phrase == PHRASE_EVENT || clause->antecedent + 1 == clause->chunk
                   ? teller_chunk(t, clause->antecedent)->mode
                   : MODE_NONE;
    return mode;
}

/* «لتوجيهات الملك، بتقديم مساعدات»: what a directive asks for, behind whose it is. */
static const struct clause *directed(const struct teller *t, const struct clause *clause)
{
    for (uint32_t i = clause->chunk + 1; i < t->mentions->chunks.count && i < clause->chunk + MEANS_MOST_CHUNKS; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        bool joins = chunk->kind == CHUNK_NOUN || chunk->kind == CHUNK_CONJ || (chunk->kind == CHUNK_MARK && chunk->mark != '.');
        if (chunk->sentence != clause->sentence || !joins)
            return NULL;
        const struct clause *content = t->clauses->clause_at[i] ? teller_clause(t, t->clauses->clause_at[i] - 1) : NULL;
        if (content && content->frame)
            return chunk->preposition == PREP_B ? content : NULL;
    }
    return NULL;
}

void tell_mode(const struct teller *t, struct claim *claim, uint32_t number)
{
    bool stops = false;
    if (claim->type == EVENT_MOBILIZE && (claim->mode == MODE_TROOPS || claim->mode == MODE_MILITIA))
        claim->mode = forces_mode(t, claim);
    /* «بالأسلحة الصاروخية» */
    if (claim->type == EVENT_ASSAULT && claim->mode == MODE_FIREARMS
        && means_behind(t, teller_clause(t, number)->chunk) == MODE_HEAVY_WEAPONS)
        claim->mode = MODE_HEAVY_WEAPONS;
    if (claim->mode)
        return;
    if (claim->type == EVENT_ASSAULT)
        claim->mode = weapon_mode(t, claim, teller_clause(t, number));
    if (claim->type == EVENT_CONSULT && claim->actors.count >= MULTILATERAL_LEAST)
        claim->mode = MODE_MULTILATERAL;
    if (claim->type != EVENT_REQUEST && claim->type != EVENT_REJECT && claim->type != EVENT_THREATEN)
        return;
    const struct clause *content = content_event(t, number, &stops), *clause = teller_clause(t, number);
    if (!content && claim->type == EVENT_REQUEST && clause->form == CLAUSE_NOUN)
        content = directed(t, clause);
    if (claim->type == EVENT_THREATEN)
        claim->mode = content ? threatened_mode(content->frame) : MODE_NONE;
    else
        claim->mode = stops ? MODE_YIELD : content ? demanded_mode(content->frame) : MODE_NONE;
}
