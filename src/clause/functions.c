/*
 * functions.c - the functions of a clause as a list of arguments, and what can be the subject of a verb.
 */
#include "clause/parser.h"

void clause_add_argument(struct parser *p, struct clause *clause, enum argument_function function, uint32_t chunk,
                         enum argument_origin origin)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].chunk == chunk && clause->arguments.items[i].function == function)
            return;
    struct argument *argument = list_add(p->mem, &clause->arguments);
    *argument = (struct argument){ chunk, (uint8_t)function, p->chunks[chunk].preposition, (uint8_t)origin, false };
    if (origin <= ORIGIN_COORDINATE)
        p->taken[chunk] = (uint32_t)(clause - p->out->clauses.items) + 1;
}

void clause_add_antecedent(struct parser *p, struct clause *clause, enum argument_function function, struct antecedent antecedent)
{
    if (antecedent.chunk == KNOW_NONE)
        return;
    uint32_t count = clause->arguments.count;
    clause_add_argument(p, clause, function, antecedent.chunk, ORIGIN_DROPPED);
    if (clause->arguments.count > count)
        clause->arguments.items[count].owner = antecedent.owner;
}

uint32_t clause_argument(const struct clause *clause, enum argument_function function)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == function)
            return clause->arguments.items[i].chunk;
    return CLAUSE_NONE;
}

bool chunk_is_place(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->entity != KNOW_NONE)
        return p->know->entities[chunk->entity].kind > KIND_PERSON;
    return chunk->phrase == PHRASE_PLACE;
}

bool clause_agrees(const struct parser *p, const struct chunk *verb, const struct chunk *noun)
{
    (void)p;
    if (noun->phrase == PHRASE_NUMBER || noun->phrase == PHRASE_PRONOUN || !verb->reading)
        return true;
    uint32_t f = verb->reading->features;
    if (features_person(f) != 3 && features_part(f) == PART_VERB)
        return false;
    bool people =
        noun->phrase == PHRASE_GROUP || noun->phrase == PHRASE_PERSON || (noun->classes & (1u << CLASS_PEOPLE | 1u << CLASS_FIGHTER));
    if (verb->plural)
        return noun->plural || noun->number != KNOW_NONE || people || noun->entity != KNOW_NONE;
    if (verb->dual)
        return noun->dual || noun->number != KNOW_NONE;
    if (noun->entity != KNOW_NONE || !noun->reading)
        return true;
    if (noun->plural && !noun->one_of && people && noun->number == KNOW_NONE && !verb->feminine)
        return false; /* «المدنيون قتل»: a verb after its plural subject is plural */
    bool noun_feminine = noun->feminine || (noun->plural && !people);
    bool open_gender = (noun->reading->features & FEATURE_GENDERS) == FEATURE_GENDERS || noun->plural || noun->number != KNOW_NONE;
    return open_gender || verb->feminine == noun_feminine || (f & FEATURE_GENDERS) == FEATURE_GENDERS;
}
