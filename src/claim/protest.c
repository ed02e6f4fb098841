/*
 * protest.c - whom a protest is against: whom its words blame or ask, whose deed it deplores, before whose house it stands.
 */
#include "claim/participants.h"

#define CLASS(name) (1u << CLASS_##name)

/* Whether the words belong to the protest: they stand in its arguments, tell of the march that it is, or are a participle of who protests. */
static bool words_of(const struct clause_list *clauses, uint32_t protest, const struct clause *words)
{
    const struct clause *clause = &clauses->items[protest];
    uint32_t who = clause_argument(clause, FUNCTION_SUBJECT);
    if (words->form == CLAUSE_PARTICIPLE && who != CLAUSE_NONE && clause_argument(words, FUNCTION_SUBJECT) == who)
        return true;
    /* «خرجوا في مسيرة للتنديد بـ …»: also through a noun */
    uint32_t above = words->governor;
    while (above != CLAUSE_NONE && above != protest && clauses->items[above].form == CLAUSE_NOUN && !clauses->items[above].frame)
        above = clauses->items[above].governor;
    if (above == protest && (words->relation == RELATION_ARGUMENT || words->relation == RELATION_PURPOSE))
        return true;
    uint32_t subject = clause_argument(words, FUNCTION_SUBJECT);
    for (uint32_t i = 0; words->relation == RELATION_RELATIVE && i < clause->arguments.count; i++)
        if (clause->arguments.items[i].chunk == subject)
            return true;
    return words->relation == RELATION_RELATIVE && subject == clause->chunk;
}

/* «تظاهروا للمطالبة باستقالة الحكومة», «مسيرة تندد بزيارة الوزير», «احتجاجا على رفض الوزارة …»: a protest is against whom its words are. */
static void tell_words(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause_list *clauses = &t->clauses->clauses;
    uint32_t number = (uint32_t)(clause - clauses->items);
    for (uint32_t i = number + 1; i < clauses->count && clauses->items[i].sentence == clause->sentence && !claim->recipients.count; i++) {
        const struct clause *words = &clauses->items[i];
        if (!words->frame || !words_of(clauses, number, words))
            continue;
        struct claim said = { .type = words->frame->type, .mode = words->frame->mode, .clause = i, .sentence = clause->sentence };
        bool demand = said.type == EVENT_REQUEST || said.type == EVENT_ACCUSE || said.type == EVENT_PROTEST;
        const struct chunk *chunk = teller_chunk(t, words->chunk);
        bool deplored = !demand && clause->form == CLAUSE_NOUN && (chunk->preposition == t->prepositions.on);
        if (!demand && !deplored)
            continue;
        tell_participants(t, &said, words);
        const struct claim_entity_list *whom = demand ? &said.recipients : &said.actors;
        for (uint32_t j = 0; j < whom->count; j++)
            entity_list_add(t, &claim->recipients, &whom->items[j]);
    }
}

static bool is_somebody(const struct chunk *chunk)
{
    bool known = chunk->entity != KNOW_NONE || chunk->of != KNOW_NONE || chunk->classes & (CLASS(STATE) | CLASS(FORCE));
    return chunk->definite && (chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_GROUP || (chunk->phrase == PHRASE_BODY && known));
}

/* «ضد الغارات الإسرائيلية», «على سياسات الحكومة», «على حملة الحزب»: whose the deed or thing is. */
static void tell_deplored(struct teller *t, struct claim *claim, const struct argument *argument)
{
    uint32_t at = argument->chunk, number = t->clauses->clause_at[at];
    const struct chunk *chunk = teller_chunk(t, at);
    const struct clause *deed = number ? &t->clauses->clauses.items[number - 1] : NULL;
    uint32_t whose = deed ? clause_argument(deed, FUNCTION_GENITIVE) : CLAUSE_NONE;
    if (chunk->classes & (CLASS(FACILITY) | CLASS(VEHICLE) | CLASS(PLACE) | CLASS(WEAPON) | CLASS(FORCE)))
        return; /* «التشويش على الطائرات الإسرائيلية»: no deed */
    bool behind = at + 1 < t->mentions->chunks.count && teller_chunk(t, at + 1)->genitive;
    if (chunk->of != KNOW_NONE)
        participant_add_body(t, claim, &claim->recipients, chunk->of, at);
    else if (whose == CLAUSE_NONE && behind)
        whose = at + 1;
    if (whose != CLAUSE_NONE && (!deed || !deed->frame) && is_somebody(teller_chunk(t, whose)))
        participant_add(t, claim, whose, ROLE_RECIPIENT);
}

/* «أمام السفارة الصينية», «أمام مقر الحكومة», «قبالة البرلمان»: whose house it is. */
static void tell_house(struct teller *t, struct claim *claim, uint32_t at)
{
    const struct chunk *house = teller_chunk(t, at);
    if (house->of != KNOW_NONE)
        participant_add_body(t, claim, &claim->recipients, house->of, at);
    else if (house->phrase == PHRASE_BODY && house->definite && !(house->classes & CLASS(PLACE)))
        participant_add(t, claim, at, ROLE_RECIPIENT);
    else if (house->inner != KNOW_NONE && t->know->entities[house->inner].kind <= KIND_PERSON)
        participant_add_body(t, claim, &claim->recipients, house->inner, at);
    else if (house->classes & CLASS(FACILITY))
        participant_add_genitive(t, claim, at, ROLE_RECIPIENT);
}

void tell_protest(struct teller *t, struct claim *claim, const struct clause *clause)
{
    if (claim->type != EVENT_PROTEST || claim->recipients.count)
        return;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_COMPLEMENT && argument->preposition == t->prepositions.before
            && teller_chunk(t, argument->chunk)->of != KNOW_NONE)
            tell_house(t, claim, argument->chunk);
    }
    tell_words(t, claim, clause);
}

/* What the clause's own complements say. */
static void tell_against(struct teller *t, struct claim *claim, const struct clause *clause, bool house)
{
    for (uint32_t i = 0; i < clause->arguments.count && !claim->recipients.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        uint8_t preposition = argument->preposition;
        bool before = preposition && (preposition == t->prepositions.before || preposition == t->prepositions.opposite);
        bool against = preposition == t->prepositions.on || t->know->usual_roles[preposition] == ROLE_RECIPIENT;
        if (argument->function != FUNCTION_COMPLEMENT || argument->origin > ORIGIN_COORDINATE)
            continue;
        if (house && before)
            tell_house(t, claim, argument->chunk);
        else if (!house && against)
            tell_deplored(t, claim, argument);
    }
}

void claims_of_protest(struct teller *t)
{
    const struct clause_list *clauses = &t->clauses->clauses;
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        if (claim->type != EVENT_PROTEST)
            continue;
        uint32_t number = claim->clause, sentence = clauses->items[number].sentence;
        /* «تظاهروا أمام … احتجاجا على …» */
        for (uint32_t j = number; j < clauses->count && clauses->items[j].sentence == sentence; j++)
            if (j == number
                || (clauses->items[j].governor == number && clauses->items[j].frame && clauses->items[j].frame->type == EVENT_PROTEST))
                tell_against(t, claim, &clauses->items[j], false);
        tell_against(t, claim, &clauses->items[number], true);
        participants_untangle(claim);
    }
}
