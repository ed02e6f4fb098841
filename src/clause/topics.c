/*
 * topics.c - what stands before a verb and is its subject: the noun that it follows, the noun that it goes on to tell of, a pronoun joined to the
 * particle before it.
 */
#include "clause/content.h"

static bool chunk_is_name(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_NOUN && !chunk->preposition && (chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY);
}

/* Whether several nouns joined by "and" end at the chunk: «أ وب فعلا». */
static bool is_joined(const struct parser *p, uint32_t at)
{
    return at > p->first + 1 && p->chunks[at - 1].kind == CHUNK_CONJ && p->chunks[at - 2].kind == CHUNK_NOUN
           && !p->chunks[at - 2].preposition && !p->taken[at - 2];
}

/* «الهجوم الذي نفذته أ أسفر عن», «قذيفة أطلقتها أ أصابت»: going back from a verb, the verb at `at` stands in a relative clause. Returns the chunk
 * behind its antecedent, CLAUSE_NONE where it is no such verb. */
static uint32_t relative_start(const struct parser *p, uint32_t at)
{
    const struct chunk *verb = &p->chunks[at];
    for (uint32_t i = at; i-- > p->first && i + 3 > at;)
        if (p->chunks[i].kind == CHUNK_REL)
            return i > p->first && p->chunks[i - 1].kind == CHUNK_NOUN ? i : CLAUSE_NONE;
        else if (p->chunks[i].kind == CHUNK_NOUN || p->chunks[i].kind == CHUNK_VERB)
            break;
    if (at > p->first && p->chunks[at - 1].kind == CHUNK_NOUN && !p->chunks[at - 1].definite && !(verb->clitics & (CLITIC_WA | CLITIC_FA))
        && verb->reading && verb->reading->pronoun)
        return at;
    return CLAUSE_NONE;
}

/* Whether the pronoun of the verb can stand for the noun. */
static bool pronoun_fits(const struct chunk *verb, const struct chunk *noun)
{
    bool people = noun->phrase == PHRASE_GROUP || noun->phrase == PHRASE_PERSON;
    switch ((enum pronoun)verb->reading->pronoun) {
    case PRONOUN_SHE:
        return noun->plural ? !people : noun->feminine;
    case PRONOUN_HE:
        return !noun->plural && !noun->dual && !noun->feminine && noun->number == KNOW_NONE;
    case PRONOUN_THEY:
        return people && (noun->plural || noun->number != KNOW_NONE);
    default:
        return false;
    }
}

/* «غارات | شنتها مقاتلات …»: the pronoun of a verb right behind an indefinite noun is that noun, which is no subject then. */
static bool takes_up_noun(const struct chunk *verb, const struct chunk *noun)
{
    if (!verb->reading || !verb->reading->pronoun || noun->kind != CHUNK_NOUN || noun->definite || noun->name_end > noun->name_first
        || noun->entity != KNOW_NONE || verb->clitics & (CLITIC_WA | CLITIC_FA))
        return false;
    return pronoun_fits(verb, noun);
}

static bool lemma_is_light(const struct parser *p, uint32_t number)
{
    return number != KNOW_NONE && lemma_operates(&p->know->lemmas[number], 1u << OPERATOR_LIGHT);
}

/* «كمين | استهدف فيه دورية»: an indefinite event that the verb takes up by a pronoun behind a preposition, and that is no subject then. */
static bool is_taken_up_behind(const struct parser *p, uint32_t at)
{
    const struct chunk *verb = &p->chunks[at], *noun = verb - 1;
    return at > p->first && noun->kind == CHUNK_NOUN && noun->phrase == PHRASE_EVENT && !noun->definite && noun->entity == KNOW_NONE
           && !(verb->clitics & (CLITIC_WA | CLITIC_FA | CLITIC_LA)) && verb_takes_up_behind(p, at, at - 1);
}

bool verb_carries_event(const struct parser *p, uint32_t at)
{
    return is_taken_up_behind(p, at) && lemma_is_light(p, p->chunks[at].lemma)
           && (p->chunks[at + 1].preposition == PREP_B || p->chunks[at + 1].preposition == PREP_L);
}

/* «تفجير راح ضحيته عشرون»: the subject takes the noun before the verb up again. */
static bool subject_is_victim(const struct parser *p, const struct clause *clause)
{
    uint32_t next = clause->chunk + 1;
    return next < p->end && p->chunks[next].kind == CHUNK_NOUN && !p->chunks[next].preposition && p->chunks[next].reading
           && p->chunks[next].reading->pronoun && p->chunks[next].classes & 1u << CLASS_VICTIM;
}

/* «جنوب القطاع، شنت طائرات …»: where it is, before the clause. */
static bool is_setting(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    bool comma = at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_MARK && p->chunks[at + 1].mark == ',';
    bool opens = at == p->first || (at == p->first + 1 && p->chunks[p->first].kind == CHUNK_CONJ);
    /* «في بلدة بيت حانون شمال القطاع أطلقت …»: the second of two places that stand together */
    bool second = at > p->first && p->chunks[at - 1].kind == CHUNK_NOUN && p->chunks[at - 1].preposition
                  && chunk_is_place(p, &p->chunks[at - 1]) && !comma;
    return chunk_is_place(p, chunk) && (chunk->partitive || second || (comma && opens));
}

/* «المتمردون، المصنفون …، هاجموا»: a definite participle behind a comma says something of the noun before it. */
static bool is_aside(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    if (at < p->first + 2 || p->chunks[at - 1].kind != CHUNK_MARK || p->chunks[at - 1].mark != ',' || p->chunks[at - 2].kind != CHUNK_NOUN
        || !chunk->reading || !(chunk->reading->clitics & CLITIC_AL) || chunk->entity != KNOW_NONE)
        return false;
    return chunk_only_describes(p, chunk);
}

/* «من قبل أ وب، هاجموا»: joined to what stands behind a preposition. */
static bool joins_complement(const struct parser *p, uint32_t at)
{
    uint32_t end = at + 1;
    while (end + 1 < p->end && p->chunks[end].kind == CHUNK_CONJ && p->chunks[end + 1].kind == CHUNK_NOUN
           && !p->chunks[end + 1].preposition)
        end += 2;
    if (end >= p->end || p->chunks[end].kind != CHUNK_MARK || p->chunks[end].mark != ',')
        return false;
    while (at > p->first + 1 && p->chunks[at - 1].kind == CHUNK_CONJ && p->chunks[at - 2].kind == CHUNK_NOUN) {
        at -= 2;
        if (p->chunks[at].preposition)
            return true;
    }
    return false;
}

/* «السرايا، من جهتها، أعلنت …»: only the sentence's first noun stands before the expression. */
static bool first_noun_before(const struct parser *p, uint32_t at)
{
    if (at > p->first && p->chunks[at - 1].kind == CHUNK_MARK && p->chunks[at - 1].mark == ',')
        at--;
    return at > p->first && p->chunks[at - 1].kind == CHUNK_NOUN
           && (at - 1 == p->first || (at - 2 == p->first && p->chunks[p->first].kind == CHUNK_CONJ));
}

/* «مواطنون اختطفهم | التنظيم», «معقل الحوثيين، قصف | الطيران | منازل»: who did it stands behind the verb, and whom he did it to is a pronoun or
 * stands behind him. Between a verb with a pronoun and who did it may stand how and when («المدارس استهدفها بشكل مباشر | التنظيم»). */
static bool subject_is_behind(const struct parser *p, const struct clause *clause)
{
    uint32_t at = clause->chunk + 1;
    const struct chunk *verb = &p->chunks[clause->chunk];
    while (verb->reading && verb->reading->pronoun && at < p->end
           && (p->chunks[at].kind == CHUNK_ADVERB || p->chunks[at].kind == CHUNK_TIME))
        at++;
    const struct chunk *noun = &p->chunks[at], *object = noun + 1;
    if (at >= p->end || clause->form != CLAUSE_FINITE || noun->kind != CHUNK_NOUN || noun->preposition || noun->number != KNOW_NONE)
        return false;
    bool somebody = noun->phrase == PHRASE_BODY || noun->phrase == PHRASE_GROUP || noun->phrase == PHRASE_PERSON;
    if (!somebody || !(noun->definite || noun->entity != KNOW_NONE) || !clause_agrees(p, verb, noun))
        return false;
    if (verb->reading && verb->reading->pronoun)
        return true;
    bool comma = at >= p->first + 2 && p->chunks[at - 2].kind == CHUNK_MARK && p->chunks[at - 2].mark == ',';
    return comma && at + 1 < p->end && object->kind == CHUNK_NOUN && !object->preposition && !object->definite
           && object->entity == KNOW_NONE && object->phrase != PHRASE_PERSON && object->phrase != PHRASE_EVENT && !object->after_comma;
}

/* «عشرات القذائف أطلقها | المسلحون»: what the verb is done to stands before it, and the pronoun takes it up. CLAUSE_NONE where none does. */
uint32_t topic_taken_up(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk], *noun = verb - 1;
    if (clause->chunk == p->first || !verb->reading || !verb->reading->pronoun || verb->clitics & (CLITIC_WA | CLITIC_FA)
        || !subject_is_behind(p, clause) || noun->kind != CHUNK_NOUN || noun->preposition || noun->genitive)
        return CLAUSE_NONE;
    return pronoun_fits(verb, noun) ? clause->chunk - 1 : CLAUSE_NONE;
}

/* «لحكومة الرئيس | فلان»: the name of a title behind a preposition. */
static bool names_title(const struct parser *p, uint32_t at)
{
    const struct chunk *name = &p->chunks[at], *before = name - 1;
    if (at == p->first || name->phrase != PHRASE_PERSON || name->title || before->kind != CHUNK_NOUN || !before->preposition
        || before->end != name->first || before->end < before->first + 2)
        return false;
    const struct reading *r = word_reading(&p->words->items[before->end - 1]);
    return r && p->know->lemmas[r->lemma].classes & 1u << CLASS_TITLE;
}

/* The noun before a verb that can be its subject: the nearest that agrees, or the name that it stands in apposition to. Commas are passed once
 * nothing was found behind them («المتحدث، فلان، قال»). */
uint32_t topic_before(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    bool as_for = p->chunks[p->first].value == VALUE_TOPIC && p->chunks[p->first].kind == CHUNK_CONJ;
    if ((verb->clitics & (CLITIC_WA | CLITIC_LA)) || ((verb->clitics & CLITIC_FA) && !as_for))
        return CLAUSE_NONE;
    if (clause->chunk > p->first && (takes_up_noun(verb, &p->chunks[clause->chunk - 1]) || is_taken_up_behind(p, clause->chunk)))
        return CLAUSE_NONE;
    if (subject_is_victim(p, clause) || subject_is_behind(p, clause))
        return CLAUSE_NONE;
    bool behind_relative = false, comma = false;
    for (uint32_t i = clause->chunk; i-- > p->first;) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_VERB && relative_start(p, i) != CLAUSE_NONE) {
            i = relative_start(p, i);
            behind_relative = true;
            continue;
        }
        if (chunk->kind == CHUNK_EXPRESSION && chunk->value == EXPRESSION_HEDGE && first_noun_before(p, i))
            continue;
        if (chunk->kind == CHUNK_VERB || chunk->kind == CHUNK_REL || chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_LINK
            || chunk->kind == CHUNK_WHEN || chunk->kind == CHUNK_BECAUSE || chunk->kind == CHUNK_EXPRESSION)
            return CLAUSE_NONE;
        if (chunk->kind == CHUNK_MARK
            && (chunk->mark == '.' || chunk->mark == ';' || chunk->mark == ':' || chunk->mark == '?' || chunk->mark == '!'))
            return CLAUSE_NONE;
        comma |= (chunk->kind == CHUNK_MARK && chunk->mark == ',') || chunk->kind == CHUNK_CONJ;
        bool several = (verb->plural || verb->dual) && is_joined(p, i);
        /* «… كافة، وفي وقت سابق أكد مصدر»: a clause of its own */
        bool anew = chunk->kind == CHUNK_CONJ && (p->chunks[i + 1].kind == CHUNK_ADVERB || p->chunks[i + 1].kind == CHUNK_TIME);
        if (anew || (chunk->kind == CHUNK_NOUN && chunk_is_cited(p, i)))
            return CLAUSE_NONE;
        if (chunk->kind == CHUNK_NOUN && (is_setting(p, i) || joins_complement(p, i) || is_aside(p, i)))
            continue;
        /* «ردا على العملية، قصفت …» */
        if (chunk->kind == CHUNK_NOUN && comma && i > p->first
            && (p->chunks[i - 1].kind == CHUNK_BECAUSE || p->chunks[i - 1].kind == CHUNK_WHEN))
            return CLAUSE_NONE;
        /* «تدمير دبابات والاحتلال يقر …»: joined to a genitive only in looks */
        bool leads = i > p->first && p->chunks[i - 1].kind == CHUNK_CONJ && clause_leads_verb(p, i);
        if (leads)
            p->chunks[i].genitive = false;
        if (chunk->kind != CHUNK_NOUN || chunk->preposition || chunk->genitive || names_title(p, i) || chunk_is_part(p, i) || p->taken[i]
            || !(several || clause_agrees(p, verb, chunk))) {
            if (behind_relative && chunk->kind == CHUNK_NOUN)
                return CLAUSE_NONE; /* nothing before the antecedent is nearer to the verb than what follows it */
            continue;
        }
        while (i > p->first && chunk_is_name(&p->chunks[i - 1]) && !p->taken[i - 1] && clause_agrees(p, verb, &p->chunks[i - 1]))
            i--;
        /* «أ وب يفعلان»: the first of several */
        while ((verb->plural || verb->dual) && is_joined(p, i))
            i -= 2;
        return i;
    }
    return CLAUSE_NONE;
}

static bool lemma_is_operator(const struct parser *p, uint32_t number)
{
    return number != KNOW_NONE && (p->know->lemmas[number].operators & ~(1u << OPERATOR_PLAIN));
}

/* Chunks between a noun and the verb that tells of it. */
#define DESCRIBED 4u
#define DESCRIBED_BEHIND_COMMA 9u

/* «في غارة نفذتها | طائرات التحالف | استهدفت موكبه»: a verb that takes the noun up, and who does it. */
static bool describes_too(const struct parser *p, uint32_t at)
{
    const struct chunk *verb = p->chunks[at].kind == CHUNK_VERB ? &p->chunks[at] : &p->chunks[at] - 1;
    return verb > p->chunks + p->first && verb->kind == CHUNK_VERB && verb->reading && verb->reading->pronoun
           && !(verb->clitics & (CLITIC_WA | CLITIC_FA)) && verb[-1].kind == CHUNK_NOUN && verb[-1].phrase == PHRASE_EVENT
           && !verb[-1].definite && verb[-1].lemma != KNOW_NONE
           && lemma_tells(p->know, &p->know->lemmas[verb[-1].lemma], 1u << EVENT_ASSAULT, MODE_NONE);
}

/* «في هجوم استهدف دورية», «بسيارة مفخخة انفجرت قرب …»: a verb right behind an indefinite noun that already has its function tells of that
 * noun. Between them there may be what else is said of it, and behind an event a comma: «غارات على حماة، استهدفت مشفى». */
uint32_t topic_described(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    if (!verb->reading || features_person(verb->reading->features) != 3 || verb->reading->pronoun
        || (verb->clitics & (CLITIC_WA | CLITIC_FA | CLITIC_LA)) || features_passive_only(verb->reading->features)
        || is_taken_up_behind(p, clause->chunk))
        return CLAUSE_NONE;
    /* «تفجير راح ضحيته عشرون»: the subject itself takes the noun up again */
    uint32_t next = clause->chunk + 1;
    if (next < p->end && p->chunks[next].kind == CHUNK_NOUN && p->chunks[next].reading && p->chunks[next].reading->pronoun)
        return CLAUSE_NONE;
    uint32_t behind = clause->chunk;
    if (behind > p->first && p->chunks[behind - 1].kind == CHUNK_BE && !(p->chunks[behind - 1].clitics & CLITIC_WA) && !verb->plural)
        behind--; /* «شبكة كانت تخطط …» */
    bool comma = behind > p->first && p->chunks[behind - 1].kind == CHUNK_MARK && p->chunks[behind - 1].mark == ',';
    if (comma && lemma_is_operator(p, verb->lemma))
        return CLAUSE_NONE; /* «في قصف، قال شهود» */
    behind -= comma;
    uint32_t reach = comma ? DESCRIBED_BEHIND_COMMA : DESCRIBED;
    for (uint32_t i = behind; i-- > p->first && i + reach > behind;) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_TIME || (chunk->kind == CHUNK_CONJ && comma) || (!comma && describes_too(p, i)))
            continue;
        if (chunk->kind != CHUNK_NOUN)
            return CLAUSE_NONE;
        bool named = chunk->definite || chunk->entity != KNOW_NONE || chunk->name_end > chunk->name_first;
        bool event = chunk->phrase == PHRASE_EVENT, near = i + 1 == behind && !comma;
        bool things = event || chunk->phrase == PHRASE_THING;
        bool agrees = verb->dual                ? event && chunk->dual
                      : things && chunk->plural ? verb->feminine
                      : verb->plural            ? chunk->phrase == PHRASE_GROUP && chunk->plural && near
                                                : !chunk->plural && chunk->feminine == verb->feminine;
        /* «بطائرات مسيرة، استهدفت مركزا»: what an attack was made with goes on */
        bool means = comma && chunk->mode && chunk->preposition == PREP_B && chunk->plural;
        if (!named && (near || event || means) && agrees && p->taken[i] && chunk->reading && (event || chunk->number == KNOW_NONE)
            && chunk->phrase != PHRASE_PRONOUN && chunk->phrase != PHRASE_PERSON)
            return i;
        bool joined = comma && i > p->first && p->chunks[i - 1].kind == CHUNK_CONJ;
        if (!chunk->preposition && !chunk->genitive && !joined)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* «…، الأمر الذي يشير إلى …», «…، ما دفع الحكومة إلى …»: all that was told is the verb's subject; but «ما أعلنه الوزير». */
bool topic_is_fact(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk], *before = verb - 1;
    if (clause->chunk < p->first + 2 || before->kind != CHUNK_LINK || before->value != VALUE_FACT || before[-1].kind != CHUNK_MARK
        || before[-1].end != before->first) /* «…، في ما …» */
        return false;
    bool taken_up = clause->chunk + 1 < p->end && verb[1].kind == CHUNK_NOUN && verb[1].phrase == PHRASE_PRONOUN; /* «ما تعهد به» */
    return verb->reading && !verb->reading->pronoun && !verb->feminine && !verb->plural && !verb->dual && !clause->passive && !taken_up
           && features_person(verb->reading->features) == 3;
}

/* Whether who speaks last before the clause bears arms, so that he may tell of what he did himself. */
static bool speaker_is_armed(const struct parser *p, const struct clause *clause)
{
    const struct clause *reporter = clause;
    while (reporter > p->out->clauses.items + p->first_clause && !content_lemma_reports(p->know, (--reporter)->lemma))
        ;
    uint32_t subject = reporter < clause ? clause_argument(reporter, FUNCTION_SUBJECT) : CLAUSE_NONE;
    if (subject == CLAUSE_NONE)
        return false;
    const struct chunk *speaker = &p->chunks[subject];
    if (speaker->entity == KNOW_NONE)
        return speaker->classes & (1u << CLASS_FORCE | 1u << CLASS_FIGHTER | 1u << CLASS_STATE);
    return kind_has_force(p->know->entities[speaker->entity].kind);
}

/* «إنه يمكن …», «إنه أصيب جنديان»: a pronoun that stands for nobody, before a verb that nobody does or whose subject follows. */
static bool stands_for_nobody(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk], *next = clause->chunk + 1 < p->end ? verb + 1 : NULL;
    const struct lemma *lemma = clause->lemma == KNOW_NONE ? NULL : &p->know->lemmas[clause->lemma];
    if (lemma && lemma_operates(lemma, 1u << OPERATOR_NEED | 1u << OPERATOR_CONDITION))
        return true;
    if (!next || next->kind != CHUNK_NOUN || next->preposition)
        return false;
    if (next->phrase == PHRASE_EVENT)
        return lemma && !lemma->frame_count; /* «إنه تأكد مقتل …» */
    bool people = next->phrase == PHRASE_GROUP || next->phrase == PHRASE_PERSON || next->phrase == PHRASE_NUMBER;
    if (!people || !verb->reading || !(clause->passive || verb->reading->features & FEATURE_PASSIVE) || is_accusative(next))
        return false;
    bool nominative = next->reading && (next->reading->features & FEATURE_CASES) == FEATURE_NOMINATIVE;
    return nominative || !speaker_is_armed(p, clause);
}

/* «قالت الشرطة إنها قتلت مسلحا»: a pronoun joined to the particle is the verb's subject. «إنه تم …» has a pronoun that stands for nobody. */
bool topic_is_pronoun(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    uint32_t at = clause->chunk;
    while (at > p->first
           && (p->chunks[at - 1].kind == CHUNK_QAD || p->chunks[at - 1].kind == CHUNK_BE || p->chunks[at - 1].kind == CHUNK_NEGATE
               || p->chunks[at - 1].kind == CHUNK_FUTURE || p->chunks[at - 1].kind == CHUNK_ADVERB))
        at--;
    if (at == p->first || p->chunks[at - 1].kind != CHUNK_SUB || !p->chunks[at - 1].reading)
        return false;
    switch ((enum pronoun)p->chunks[at - 1].reading->pronoun) {
    case PRONOUN_SHE:
        return verb->feminine && !verb->plural;
    case PRONOUN_HE:
        return !verb->feminine && !verb->plural && !verb->dual && !lemma_is_light(p, verb->lemma) && !stands_for_nobody(p, clause);
    case PRONOUN_THEY:
        return verb->plural;
    case PRONOUN_THEY_TWO:
        return verb->dual;
    default:
        return false;
    }
}
