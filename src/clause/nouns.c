/*
 * nouns.c - the arguments of verbal nouns and event nouns: the genitive behind them, the names that stand for it, a second bare noun, complements.
 */
#include "clause/content.h"

static bool names_only_attacks(const struct parser *p, uint32_t number)
{
    const struct lemma *lemma = number == KNOW_NONE ? NULL : &p->know->lemmas[number];
    return lemma && lemma->frame_count && !lemma_tells(p->know, lemma, ~(1u << EVENT_ASSAULT), MODE_NONE);
}

/* «رد على الغارات بقصف القرية»: behind a definite attack the deed with "by" is what the verb is done by. */
bool means_of_verb(const struct parser *p, uint32_t event, uint32_t at)
{
    const struct chunk *noun = &p->chunks[event], *deed = &p->chunks[at];
    return deed->preposition == PREP_B && p->out->clause_at[at] && chunk_is_masdar(deed) && noun->reading
           && noun->reading->clitics & CLITIC_AL && noun->preposition && names_only_attacks(p, noun->lemma);
}

/* «وافقت الحكومة خلال اجتماع على سحب القوات»: what the verb asks for, over the head of an event that only says when. */
bool content_of_verb(const struct parser *p, uint32_t event, uint32_t at)
{
    uint8_t preposition = p->chunks[at].preposition;
    if (p->chunks[event].preposition != p->during || !preposition || !p->out->clause_at[at])
        return false;
    uint32_t verb = event;
    while (verb > p->first && p->chunks[verb].kind != CHUNK_VERB)
        verb--;
    if (p->chunks[verb].kind != CHUNK_VERB || p->chunks[verb].lemma == KNOW_NONE)
        return false;
    const struct lemma *lemma = &p->know->lemmas[p->chunks[verb].lemma];
    for (uint32_t i = 0; i < lemma->frame_count; i++) {
        const struct frame *frame = &p->know->frames[lemma->frame_first + i];
        for (uint32_t j = 0; j < frame->complement_count; j++)
            if (frame->complements[j].preposition == preposition && frame->complements[j].role == ROLE_CONTENT)
                return true;
    }
    return false;
}

/* «فشلت المفاوضات في التوصل إلى اتفاق»: what the verb behind which the event stands says did not come of it. */
bool failure_of_verb(const struct parser *p, uint32_t verb, uint32_t event, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[verb], *deed = &p->chunks[at];
    return chunk->kind == CHUNK_VERB && chunk->lemma != KNOW_NONE && event == verb + 1 && p->chunks[event].definite
           && lemma_operates(&p->know->lemmas[chunk->lemma], 1u << OPERATOR_NEGATE) && p->out->clause_at[at] && deed->preposition
           && p->know->usual_roles[deed->preposition] == ROLE_AT;
}

static bool is_name_of(const struct chunk *group, const struct chunk *name)
{
    bool one = (group->phrase == PHRASE_PERSON || group->phrase == PHRASE_GROUP) && group->name_end == group->name_first && !group->plural
               && !group->dual && name->name_first == name->first;
    return (one || (group->phrase == PHRASE_GROUP && (group->dual || group->plural))) && group->definite && name->phrase == PHRASE_PERSON
           && name->name_end > name->name_first;
}

/* «مقتل الشابين فلان وفلان»: the names come later; «حرق الرضيع الفلسطيني فلان»: the name stands for him, but «منزل المواطن فلان». */
static uint32_t take_name(struct parser *p, struct clause *clause, uint32_t last, uint32_t at)
{
    const struct chunk *group = &p->chunks[last];
    if (group->dual || group->plural || !group->reading || !(group->reading->clitics & (CLITIC_AL | CLITIC_PRONOUN)))
        return last;
    p->taken[at] = p->taken[last];
    clause->arguments.items[clause->arguments.count - 1].chunk = at;
    return at;
}

/* An adjective or participle, or a pronoun that opens what is said of the noun before. */
static bool describes(const struct chunk *chunk)
{
    enum feature_part part = chunk->reading ? features_part(chunk->reading->features) : PART_NOUN;
    return !chunk->preposition
           && (chunk->phrase == PHRASE_PRONOUN
               || (chunk->phrase == PHRASE_THING && (part == PART_ADJECTIVE || part == PART_ACTIVE || part == PART_PASSIVE)));
}

/* «اتهام "إسرائيل" موظفين», «هجمات "إسرائيل" المتواصلة على غزة», but «قوات "النجدة" التابعة للجيش» */
static uint32_t skip_description_of_quote(const struct parser *p, uint32_t at)
{
    bool described = at + 2 < p->end && describes(&p->chunks[at + 1]);
    return described && p->chunks[at + 2].preposition != PREP_L && !p->out->clause_at[at + 2] ? at + 1 : at;
}

/* «مواصلة الجيش قصف المدينة» */
static bool carries_deed(const struct parser *p, const struct chunk *noun)
{
    return noun->lemma != KNOW_NONE
           && lemma_operates(&p->know->lemmas[noun->lemma], 1u << OPERATOR_ASPECT | 1u << OPERATOR_ATTEMPT | 1u << OPERATOR_LIGHT);
}

/* «اعتقال المئات، من جانب الجهاز», «اشتباكات عنيفة، بين …»: behind the comma, whose deed it is; not «بالتعاون مع». */
static bool names_agent(const struct parser *p, uint32_t at)
{
    if (p->chunks[at].kind != CHUNK_MARK || p->chunks[at].mark != ',' || at + 1 >= p->end || p->chunks[at + 1].kind != CHUNK_NOUN)
        return false;
    const struct chunk *agent = &p->chunks[at + 1];
    struct slice first = p->words->items[p->chunks[at].end].fold;
    bool plain = slice_equal(first, slice_of("\xd9\x85\xd9\x86")) || slice_equal(first, slice_of("\xd8\xb9\xd9\x84\xd9\x8a"))
                 || slice_equal(first, slice_of("\xd8\xa8\xd9\x8a\xd9\x86"));
    return plain && p->know->usual_roles[agent->preposition] == ROLE_ACTOR
           && (agent->phrase == PHRASE_BODY || agent->phrase == PHRASE_GROUP || agent->phrase == PHRASE_PERSON);
}

/* The last chunk of what stands before more of the noun's arguments, CLAUSE_NONE where nothing does. */
static uint32_t pass_over(const struct parser *p, const struct chunk *predicate, uint32_t at)
{
    /* «إطلاع الرئيس على الهجوم، من قبل الوزير»: he did that */
    bool spoken_of = predicate->preposition && predicate->reading && predicate->reading->clitics & CLITIC_AL;
    uint32_t part = skip_part(p, at);
    return part > at || (!spoken_of && names_agent(p, at)) ? part : CLAUSE_NONE;
}

/* «استهداف المجاهدين، بصاروخ، | خيمة للعدو», «استهداف المجاهدين بالقذائف | تجمعا للجنود»: the object behind what the deed was done with; CLAUSE_NONE
 * where none stands at `at`. */
static uint32_t object_behind(const struct parser *p, uint32_t last, uint8_t last_function, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at], *before = &p->chunks[last];
    uint32_t weapon_end = last_function == FUNCTION_GENITIVE ? skip_weapon(p, at) : at;
    if (weapon_end > at)
        return weapon_end + 1;
    bool weapon = last_function == FUNCTION_COMPLEMENT && before->preposition == PREP_B && before->mode && before->end == chunk->first;
    return weapon && chunk->kind == CHUNK_NOUN && is_accusative(chunk) && chunk->phrase != PHRASE_EVENT
                   && features_part(chunk->reading->features) == PART_NOUN
               ? at
               : CLAUSE_NONE;
}

/* Behind "and": more of what the noun before it is to the deed, and no deed of its own. */
static bool joins_argument(const struct parser *p, uint32_t at)
{
    return at < p->end && argument_coordinates(p, at) && !(p->out->clause_at[at] && !p->chunks[at].preposition);
}

/* What the verb before the noun at `event` is done by, asks for, or what it says did not come of it. */
static bool is_of_verb(const struct parser *p, uint32_t event, uint32_t at)
{
    return means_of_verb(p, event, at) || content_of_verb(p, event, at) || (event > p->first && failure_of_verb(p, event - 1, event, at));
}

/* Takes that object, and the weapon between the commas. */
static uint32_t take_object_behind(struct parser *p, struct clause *clause, uint32_t last, uint8_t last_function, uint32_t at)
{
    uint32_t object = object_behind(p, last, last_function, at);
    if (object != CLAUSE_NONE && object > at)
        clause_add_argument(p, clause, FUNCTION_COMPLEMENT, at + 1, ORIGIN_SELF);
    if (object != CLAUSE_NONE)
        clause_add_argument(p, clause, FUNCTION_OBJECT, object, ORIGIN_SELF);
    return object;
}

/* Joins the chunk to the argument before. */
static void take_joined(struct parser *p, struct clause *clause, uint32_t last, uint8_t last_function, uint32_t at)
{
    clause_add_argument(p, clause, (enum argument_function)last_function, at, ORIGIN_COORDINATE);
    if (last_function != FUNCTION_COMPLEMENT)
        return;
    clause->arguments.items[clause->arguments.count - 1].preposition = p->chunks[last].preposition;
    p->chunks[at].preposition = p->chunks[last].preposition;
}

/* Arguments of a verbal noun or event noun: the genitive behind it, a second bare noun, complements. */
void reach_noun(struct parser *p, struct clause *clause)
{
    uint32_t behind = skip_quote(p, clause->chunk), at = behind, last = CLAUSE_NONE, next = behind;
    bool conjunction = false, genitive = false;
    uint8_t last_function = FUNCTION_GENITIVE;
    const struct chunk *predicate = &p->chunks[clause->chunk];
    bool result = clause->chunk > p->first && verb_causes(p, clause->chunk - 1);
    bool joined = predicate->reading && predicate->reading->pronoun;
    bool open = (!predicate->definite || (predicate->reading && predicate->reading->back)) && !predicate->closed;
    for (; at < p->end; at++) {
        const struct chunk *chunk = &p->chunks[at];
        uint32_t passed = pass_over(p, predicate, at);
        if (passed != CLAUSE_NONE) {
            at = passed;
            continue;
        }
        uint32_t object = genitive ? take_object_behind(p, clause, last, last_function, at) : CLAUSE_NONE;
        if (object != CLAUSE_NONE) {
            last_function = FUNCTION_OBJECT;
            last = at = object;
            continue;
        }
        if (argument_stops(p, at, true))
            break;
        if (chunk->kind == CHUNK_MARK && chunk->mark == '(') {
            at = skip_brackets(p, at);
            continue;
        }
        if (chunk->kind == CHUNK_MARK && at == next && behind > clause->chunk + 1 && (chunk->mark == '"' || chunk->mark == '>')) {
            next = at + 1 < p->end && describes(&p->chunks[at + 1]) ? at : at + 1;
            at = skip_description_of_quote(p, at);
            continue;
        }
        if (chunk->kind == CHUNK_CONJ) {
            if (last == CLAUSE_NONE || !joins_argument(p, at + 1))
                break;
            conjunction = true;
            continue;
        }
        if (chunk->kind == CHUNK_TIME) {
            if (clause->time == CLAUSE_NONE)
                clause->time = at;
        } else if (chunk->kind == CHUNK_NOUN) {
            if ((chunk->preposition && result && p->out->clause_at[at]) || is_of_verb(p, clause->chunk, at))
                break; /* «أدى القصف إلى مقتل …»: the verb's, not the noun's */
            if (chunk->preposition) {
                clause_add_argument(p, clause, FUNCTION_COMPLEMENT, at, ORIGIN_SELF);
                last_function = FUNCTION_COMPLEMENT;
                last = at;
            } else if (conjunction && last != CLAUSE_NONE) {
                take_joined(p, clause, last, last_function, at);
                last = at;
            } else if (!genitive && open && at == behind && (!is_accusative(chunk) || joined)) {
                /* «مواجهته التنظيم»: behind a pronoun stands the object */
                last_function = joined ? FUNCTION_OBJECT : FUNCTION_GENITIVE;
                clause_add_argument(p, clause, (enum argument_function)last_function, at, ORIGIN_SELF);
                genitive = true;
                last = at;
            } else if (genitive && at == next && chunk->genitive && !p->out->clause_at[at] && last_function == FUNCTION_GENITIVE
                       && p->chunks[last].classes & 1u << CLASS_WEAPON) {
                last = at; /* «قصف مدفعية | الجيش | البلدة»: whose weapon it is */
            } else if (genitive && at == next && is_name_of(&p->chunks[last], chunk)) {
                last = take_name(p, clause, last, at);
            } else if (genitive && at == next && (!p->out->clause_at[at] || (carries_deed(p, predicate) && chunk_is_masdar(chunk)))
                       && last_function == FUNCTION_GENITIVE && (last != behind + 1 || p->chunks[last].genitive)
                       && !clause_leads_verb(p, at)) {
                clause_add_argument(p, clause, FUNCTION_OBJECT, at, ORIGIN_SELF);
                last_function = FUNCTION_OBJECT;
                last = at;
            } else {
                break;
            }
            next = last + 1;
            if (p->out->clause_at[at])
                break;
        }
        conjunction = false;
    }
    clause->end = at;
    if (at < p->end && p->chunks[at].kind == CHUNK_SUB)
        content_open(p, clause, at);
}

/* «مقتل وإصابة العشرات»: the genitive of the last of several verbal nouns is that of each. */
void share_genitive(struct parser *p, struct clause *clause)
{
    uint32_t next = clause->chunk + 2;
    if (clause->form != CLAUSE_NOUN || clause->arguments.count || next >= p->end || p->chunks[next - 1].kind != CHUNK_CONJ
        || !p->out->clause_at[next] || p->chunks[next].preposition)
        return;
    const struct chunk *noun = &p->chunks[clause->chunk];
    const struct clause *last = parser_clause_at(p, next);
    uint32_t genitive = clause_argument(last, FUNCTION_GENITIVE);
    if (!chunk_is_masdar(noun) || !chunk_is_masdar(&p->chunks[next]) || noun->definite || noun->closed || genitive == CLAUSE_NONE)
        return;
    clause_add_argument(p, clause, FUNCTION_GENITIVE, genitive, ORIGIN_SHARED);
}
