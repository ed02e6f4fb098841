/*
 * arguments.c - what stands after a predicate, and before it, fills its functions: order, agreement and prepositions decide.
 */
#include "clause/content.h"

/* What ends the stretch in which a predicate looks for its arguments. */
static bool argument_stops(const struct parser *p, uint32_t at, bool is_noun)
{
    const struct chunk *chunk = &p->chunks[at];
    switch ((enum chunk_kind)chunk->kind) {
    case CHUNK_VERB:
    case CHUNK_SUB:
    case CHUNK_LINK:
    case CHUNK_BE:
    case CHUNK_CONDITION:
    case CHUNK_FUTURE:
    case CHUNK_WHEN:
    case CHUNK_BECAUSE:
    case CHUNK_NEGATE:
    case CHUNK_QAD:
    case CHUNK_REL:
        return true;
    case CHUNK_EXPRESSION:
        return is_noun;
    case CHUNK_MARK:
        return chunk->mark == ':' || chunk->mark == ';' || chunk->mark == '.' || chunk->mark == '?' || chunk->mark == '!'
               || (is_noun && (chunk->mark == ',' || chunk->mark == '-'));
    default:
        return false;
    }
}

/* A noun with its own verb right behind it opens a clause. */
static bool leads_verb(const struct parser *p, uint32_t at)
{
    return at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_VERB && !p->chunks[at].preposition && p->chunks[at + 1].reading
           && !(p->chunks[at + 1].clitics & (CLITIC_WA | CLITIC_FA)) && features_part(p->chunks[at + 1].reading->features) == PART_VERB
           && clause_agrees(p, &p->chunks[at + 1], &p->chunks[at]);
}

/* After "and": whether what follows goes on the argument before (a noun) and opens no clause of its own: «… والجيش أعلن», «… وأ وب يعلنان». */
static bool argument_coordinates(const struct parser *p, uint32_t at)
{
    if (at >= p->end || p->chunks[at].kind != CHUNK_NOUN)
        return false;
    bool both = at + 3 < p->end && p->chunks[at + 1].kind == CHUNK_CONJ && p->chunks[at + 2].kind == CHUNK_NOUN
                && !p->chunks[at + 2].preposition && p->chunks[at + 3].kind == CHUNK_VERB
                && (p->chunks[at + 3].dual || p->chunks[at + 3].plural);
    return !both && !leads_verb(p, at);
}

/* «9500 شخص، بينهم 4500 مسلح»: a part of a sum is no participant. */
static bool is_part(const struct parser *p, uint32_t at)
{
    return at > p->first && p->chunks[at - 1].kind == CHUNK_ADVERB && p->chunks[at - 1].value == VALUE_PART;
}

/* State while the chunks after a verb are read. */
struct reach {
    struct parser *p;
    struct clause *clause;
    bool has_subject, has_object;
    bool after_conjunction;
    bool in_part;  /* «بينهم أميركيون وفرنسيون»: parts of a sum go on */
    uint32_t last; /* last argument's chunk */
    uint8_t last_function;
    uint32_t blocker; /* event noun whose own arguments come first, CLAUSE_NONE */
};

static bool verb_wants_object_first(const struct reach *r)
{
    const struct chunk *verb = &r->p->chunks[r->clause->chunk];
    return verb->reading && features_part(verb->reading->features) == PART_VERB
           && (verb->plural || verb->dual || features_person(verb->reading->features) == 1);
}

/* «ضرب تفجير سوقا»: the indefinite accusative is no genitive and no subject. */
static bool is_accusative(const struct chunk *chunk)
{
    return chunk->reading && chunk->number == KNOW_NONE && (chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE
           && !chunk->definite;
}

/* By its ending, or because a feminine verb has no masculine subject: «غارات استهدفت المبنى». */
static bool cannot_be_subject(const struct parser *p, const struct chunk *verb, const struct chunk *noun)
{
    /* «وحمّل المسلحين مسؤولية …»: nor has one in the oblique */
    bool plain = noun->reading && noun->entity == KNOW_NONE && noun->number == KNOW_NONE && noun->head == noun->first;
    uint32_t cases = plain ? noun->reading->features & FEATURE_CASES : 0;
    if (is_accusative(noun) || (cases && !(cases & FEATURE_NOMINATIVE)))
        return true;
    bool feminine = verb->feminine && verb->reading && features_tense(verb->reading->features) == TENSE_PAST;
    /* «واعتقلت عشرين شابا»; but «هاجمت عناصر …» */
    bool men = noun->phrase == PHRASE_GROUP && noun->reading && (noun->number != KNOW_NONE || !noun->plural)
               && (noun->reading->features & FEATURE_GENDERS) == FEATURE_MASCULINE;
    if (feminine && men)
        return true;
    return feminine && (noun->phrase == PHRASE_THING || noun->phrase == PHRASE_PLACE) && !clause_agrees(p, verb, noun);
}

static bool acts_on_somebody(const struct parser *p, uint32_t number)
{
    for (uint32_t i = 0; number != KNOW_NONE && i < p->know->lemmas[number].frame_count; i++)
        if (p->know->frames[p->know->lemmas[number].frame_first + i].object == ROLE_RECIPIENT)
            return true;
    return false;
}

/* «توفي متأثرا», «تدور يوميا»: an adjective or participle in the accusative, with no noun before it, says how; an adjective behind a verb that acts
 * on somebody may be whom («قتل أجنبيا»). */
static bool is_circumstance(const struct parser *p, const struct chunk *verb, const struct chunk *chunk)
{
    if (!chunk->reading || !is_accusative(chunk) || chunk->phrase == PHRASE_EVENT || chunk->name_end > chunk->name_first)
        return false;
    enum feature_part part = features_part(chunk->reading->features);
    if (chunk->of != KNOW_NONE || p->know->lemmas[chunk->reading->lemma].body != KNOW_NONE)
        return false; /* «فلسطينيا» */
    const struct word *word = &p->words->items[chunk->head];
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_PASSIVE || features_part(word->readings[i].features) == PART_NOUN)
            return false; /* «مقترحا», «معلما»: also a thing or somebody */
    if (features_number(chunk->reading->features) != NUMBER_SINGULAR)
        return false;
    return part == PART_ACTIVE || (part == PART_ADJECTIVE && !acts_on_somebody(p, verb->lemma));
}

/* «المقرات، التابعة للواء», «والمتواجد في …»: a definite adjective or participle behind a noun describes it. */
static bool is_attribute(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    uint32_t before = at;
    while (before > p->first && (p->chunks[before - 1].kind == CHUNK_CONJ || p->chunks[before - 1].kind == CHUNK_MARK))
        before--;
    if (before == p->first || p->chunks[before - 1].kind != CHUNK_NOUN || !chunk->reading || !(chunk->reading->clitics & CLITIC_AL)
        || chunk->entity != KNOW_NONE || chunk->name_end > chunk->name_first || chunk->number != KNOW_NONE
        || features_number(chunk->reading->features) != NUMBER_SINGULAR || p->know->lemmas[chunk->reading->lemma].body != KNOW_NONE)
        return false;
    const struct word *word = &p->words->items[chunk->head];
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_NOUN)
            return false;
    enum feature_part part = features_part(chunk->reading->features);
    return part == PART_ADJECTIVE || part == PART_ACTIVE || part == PART_PASSIVE;
}

static void reach_bare_noun(struct reach *r, uint32_t at)
{
    struct parser *p = r->p;
    const struct chunk *chunk = &p->chunks[at], *verb = &p->chunks[r->clause->chunk];
    r->in_part = is_part(p, at) || (r->in_part && r->after_conjunction);
    if (r->in_part || is_circumstance(p, verb, chunk) || is_attribute(p, at))
        return;
    /* «زار الأمير سلمان ولي العهد»: a title behind a named person that has its function */
    if (at > p->first && p->chunks[at - 1].phrase == PHRASE_PERSON && p->chunks[at - 1].name_end > p->chunks[at - 1].name_first
        && r->last == at - 1 && r->last_function != FUNCTION_SUBJECT && chunk->phrase == PHRASE_PERSON && chunk->title
        && chunk->name_end == chunk->name_first)
        return;
    if (r->after_conjunction && r->last != CLAUSE_NONE && p->chunks[r->last].preposition == PREP_NONE) {
        clause_add_argument(p, r->clause, (enum argument_function)r->last_function, at, ORIGIN_COORDINATE);
        r->last = at;
        return;
    }
    if (r->after_conjunction && r->last != CLAUSE_NONE) {
        struct argument *argument;
        clause_add_argument(p, r->clause, FUNCTION_COMPLEMENT, at, ORIGIN_COORDINATE);
        argument = &r->clause->arguments.items[r->clause->arguments.count - 1];
        argument->preposition = p->chunks[r->last].preposition;
        p->chunks[at].preposition = argument->preposition;
        r->last = at;
        return;
    }
    if (chunk->after_comma && r->has_subject && chunk->phrase != PHRASE_EVENT)
        return; /* apposition */
    bool is_participle = verb->reading && features_part(verb->reading->features) != PART_VERB;
    if (!r->has_subject && !is_participle && !verb_wants_object_first(r) && !cannot_be_subject(p, verb, chunk)) {
        clause_add_argument(p, r->clause, FUNCTION_SUBJECT, at, ORIGIN_SELF);
        r->has_subject = true;
        r->last_function = FUNCTION_SUBJECT;
    } else {
        clause_add_argument(p, r->clause, FUNCTION_OBJECT, at, ORIGIN_SELF);
        r->has_object = true;
        r->last_function = FUNCTION_OBJECT;
    }
    r->last = at;
}

/* Whether a relative pronoun opens the verb's clause. */
static bool in_relative(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at; i-- > p->first && i + 4 > at;)
        if (p->chunks[i].kind == CHUNK_REL)
            return true;
        else if (p->chunks[i].kind == CHUNK_MARK || p->chunks[i].kind == CHUNK_VERB)
            return false;
    return false;
}

/* «أدى», «أسفر»: a verb that joins a toll to its subject. */
static bool verb_causes(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    return chunk->kind == CHUNK_VERB && chunk->lemma != KNOW_NONE && lemma_operates(&p->know->lemmas[chunk->lemma], 1u << OPERATOR_CAUSE);
}

/* Walks the chunks after a predicate. An event noun takes the bare nouns and complements behind it first. */
static void reach_forward(struct parser *p, struct clause *clause, bool has_topic)
{
    struct reach r = { .p = p, .clause = clause, .has_subject = has_topic, .last = CLAUSE_NONE, .blocker = CLAUSE_NONE };
    uint32_t at = clause->chunk + 1;
    bool relative = in_relative(p, clause->chunk);
    for (; at < p->end; at++) {
        const struct chunk *chunk = &p->chunks[at];
        if (relative && chunk->kind == CHUNK_MARK && chunk->mark == ',' && r.has_subject)
            break;
        if (chunk->kind == CHUNK_REL && !relative && skip_relative(p, at) > at) {
            at = skip_relative(p, at);
            continue;
        }
        if (skip_aside(p, at) > at) {
            at = skip_aside(p, at);
            continue;
        }
        if (argument_stops(p, at, false))
            break;
        if (chunk->kind == CHUNK_MARK && content_quotation(p, clause, at)) {
            content_open(p, clause, at);
            break;
        }
        if (chunk->kind == CHUNK_MARK && chunk->mark == '(') {
            at = skip_brackets(p, at);
        } else if (chunk->kind == CHUNK_EXPRESSION) {
            at = skip_expression(p, at);
        } else if (chunk->kind == CHUNK_CONJ) {
            if (at + 1 < p->end && !argument_coordinates(p, at + 1))
                break;
            r.after_conjunction = true;
            continue;
        } else if (chunk->kind == CHUNK_TIME) {
            if (clause->time == CLAUSE_NONE && r.blocker == CLAUSE_NONE)
                clause->time = at;
        } else if (chunk->kind == CHUNK_NOUN) {
            if (chunk->preposition && !(r.after_conjunction && !chunk->preposition)) {
                clause_add_argument(p, clause, FUNCTION_COMPLEMENT, at, r.blocker == CLAUSE_NONE ? ORIGIN_SELF : ORIGIN_SHARED);
                r.last = at;
                r.last_function = FUNCTION_COMPLEMENT;
            } else if ((!p->taken[at] || r.blocker == CLAUSE_NONE) && !(chunk->genitive && !p->out->clause_at[at])) {
                reach_bare_noun(&r, at);
            }
            if (p->out->clause_at[at] && !verb_causes(p, clause->chunk))
                r.blocker = at;
        }
        r.after_conjunction = false;
    }
    if (at < p->end && p->chunks[at].kind == CHUNK_WHEN && content_lemma_reports(p->know, clause->lemma))
        at = skip_occasion(p, at);
    clause->end = at;
    if (at < p->end && (p->chunks[at].kind == CHUNK_SUB || (p->chunks[at].kind == CHUNK_MARK && p->chunks[at].mark == ':')))
        content_open(p, clause, at);
}

static bool is_name_of(const struct chunk *group, const struct chunk *name)
{
    return group->phrase == PHRASE_GROUP && group->definite && (group->dual || group->plural) && name->phrase == PHRASE_PERSON
           && name->name_end > name->name_first;
}

/* Arguments of a verbal noun or event noun: the genitive behind it, a second bare noun, complements. */
static void reach_noun(struct parser *p, struct clause *clause)
{
    uint32_t at = clause->chunk + 1, last = CLAUSE_NONE;
    bool conjunction = false, genitive = false;
    uint8_t last_function = FUNCTION_GENITIVE;
    const struct chunk *predicate = &p->chunks[clause->chunk];
    bool result = clause->chunk > p->first && verb_causes(p, clause->chunk - 1);
    bool joined = predicate->reading && predicate->reading->pronoun;
    bool open = (!predicate->definite || (predicate->reading && predicate->reading->back)) && !predicate->closed;
    for (; at < p->end; at++) {
        const struct chunk *chunk = &p->chunks[at];
        if (skip_part(p, at) > at) {
            at = skip_part(p, at);
            continue;
        }
        if (argument_stops(p, at, true))
            break;
        if (chunk->kind == CHUNK_MARK && chunk->mark == '(') {
            at = skip_brackets(p, at);
            continue;
        }
        if (chunk->kind == CHUNK_CONJ) {
            if (at + 1 >= p->end || !argument_coordinates(p, at + 1) || last == CLAUSE_NONE
                || (p->out->clause_at[at + 1] && !p->chunks[at + 1].preposition))
                break;
            conjunction = true;
            continue;
        }
        if (chunk->kind == CHUNK_TIME) {
            if (clause->time == CLAUSE_NONE)
                clause->time = at;
        } else if (chunk->kind == CHUNK_NOUN) {
            if (chunk->preposition && result && p->out->clause_at[at])
                break; /* «أدى القصف إلى مقتل …»: the verb's, not the noun's */
            if (chunk->preposition) {
                clause_add_argument(p, clause, FUNCTION_COMPLEMENT, at, ORIGIN_SELF);
                last_function = FUNCTION_COMPLEMENT;
                last = at;
            } else if (conjunction && last != CLAUSE_NONE) {
                clause_add_argument(p, clause, (enum argument_function)last_function, at, ORIGIN_COORDINATE);
                if (last_function == FUNCTION_COMPLEMENT) {
                    clause->arguments.items[clause->arguments.count - 1].preposition = p->chunks[last].preposition;
                    p->chunks[at].preposition = p->chunks[last].preposition;
                }
                last = at;
            } else if (!genitive && open && at == clause->chunk + 1 && (!is_accusative(chunk) || joined)) {
                /* «مواجهته التنظيم»: behind a pronoun stands the object */
                last_function = joined ? FUNCTION_OBJECT : FUNCTION_GENITIVE;
                clause_add_argument(p, clause, (enum argument_function)last_function, at, ORIGIN_SELF);
                genitive = true;
                last = at;
            } else if (genitive && last == at - 1 && is_name_of(&p->chunks[last], chunk)) {
                /* «مقتل الشابين فلان وفلان»: the names of the group */
            } else if (genitive && last == at - 1 && !p->out->clause_at[at] && last_function == FUNCTION_GENITIVE && !leads_verb(p, at)) {
                clause_add_argument(p, clause, FUNCTION_OBJECT, at, ORIGIN_SELF);
                last_function = FUNCTION_OBJECT;
                last = at;
            } else {
                break;
            }
            if (p->out->clause_at[at])
                break;
        }
        conjunction = false;
    }
    clause->end = at;
    if (at < p->end && p->chunks[at].kind == CHUNK_SUB)
        content_open(p, clause, at);
}

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

/* «جنوب القطاع، شنت طائرات …»: where it is, before the clause. */
static bool is_setting(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    bool comma = at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_MARK && p->chunks[at + 1].mark == ',';
    return chunk_is_place(p, chunk) && (chunk->partitive || (comma && at == p->first));
}

/* «من قبل أ وب، هاجموا»: joined to what stands behind a preposition. */
static bool joins_complement(const struct parser *p, uint32_t at)
{
    if (at + 1 >= p->end || p->chunks[at + 1].kind != CHUNK_MARK || p->chunks[at + 1].mark != ',')
        return false;
    while (at > p->first + 1 && p->chunks[at - 1].kind == CHUNK_CONJ && p->chunks[at - 2].kind == CHUNK_NOUN) {
        at -= 2;
        if (p->chunks[at].preposition)
            return true;
    }
    return false;
}

/* The noun before a verb that can be its subject: the nearest that agrees, or the name that it stands in apposition to. Commas are passed once
 * nothing was found behind them («المتحدث، فلان، قال»). */
static uint32_t reach_topic(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    bool as_for = p->chunks[p->first].value == VALUE_TOPIC && p->chunks[p->first].kind == CHUNK_CONJ;
    if ((verb->clitics & (CLITIC_WA | CLITIC_LA)) || ((verb->clitics & CLITIC_FA) && !as_for))
        return CLAUSE_NONE;
    bool behind_relative = false;
    for (uint32_t i = clause->chunk; i-- > p->first;) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_VERB && relative_start(p, i) != CLAUSE_NONE) {
            i = relative_start(p, i);
            behind_relative = true;
            continue;
        }
        if (chunk->kind == CHUNK_VERB || chunk->kind == CHUNK_REL || chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_LINK
            || chunk->kind == CHUNK_WHEN || chunk->kind == CHUNK_BECAUSE || chunk->kind == CHUNK_EXPRESSION)
            return CLAUSE_NONE;
        if (chunk->kind == CHUNK_MARK
            && (chunk->mark == '.' || chunk->mark == ';' || chunk->mark == ':' || chunk->mark == '?' || chunk->mark == '!'))
            return CLAUSE_NONE;
        bool several = (verb->plural || verb->dual) && is_joined(p, i);
        /* «… كافة، وفي وقت سابق أكد مصدر»: a clause of its own */
        bool anew = chunk->kind == CHUNK_CONJ && (p->chunks[i + 1].kind == CHUNK_ADVERB || p->chunks[i + 1].kind == CHUNK_TIME);
        if (anew || (chunk->kind == CHUNK_NOUN && chunk_is_cited(p, i)))
            return CLAUSE_NONE;
        if (chunk->kind == CHUNK_NOUN && (is_setting(p, i) || joins_complement(p, i)))
            continue;
        /* «تدمير دبابات والاحتلال يقر …»: joined to a genitive only in looks */
        bool leads = i > p->first && p->chunks[i - 1].kind == CHUNK_CONJ && leads_verb(p, i);
        if (leads)
            p->chunks[i].genitive = false;
        if (chunk->kind != CHUNK_NOUN || chunk->preposition || chunk->genitive || is_part(p, i) || p->taken[i]
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

/* «في هجوم استهدف دورية», «بسيارة مفخخة انفجرت قرب …»: a verb right behind an indefinite noun that already has its function tells of that
 * noun. Between them there may be what else is said of it, and behind an event a comma: «غارات على حماة، استهدفت مشفى». */
static uint32_t reach_antecedent(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    if (!verb->reading || features_person(verb->reading->features) != 3 || verb->reading->pronoun || verb->plural || verb->dual
        || (verb->clitics & (CLITIC_WA | CLITIC_FA | CLITIC_LA)) || features_passive_only(verb->reading->features))
        return CLAUSE_NONE;
    /* «تفجير راح ضحيته عشرون»: the subject itself takes the noun up again */
    uint32_t next = clause->chunk + 1;
    if (next < p->end && p->chunks[next].kind == CHUNK_NOUN && p->chunks[next].reading && p->chunks[next].reading->pronoun)
        return CLAUSE_NONE;
    uint32_t behind = clause->chunk;
    bool comma = behind > p->first && p->chunks[behind - 1].kind == CHUNK_MARK && p->chunks[behind - 1].mark == ',';
    if (comma && lemma_is_operator(p, verb->lemma))
        return CLAUSE_NONE; /* «في قصف، قال شهود» */
    behind -= comma;
    for (uint32_t i = behind; i-- > p->first && i + 4 > behind;) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind != CHUNK_NOUN)
            return CLAUSE_NONE;
        bool named = chunk->definite || chunk->entity != KNOW_NONE || chunk->name_end > chunk->name_first;
        bool event = chunk->phrase == PHRASE_EVENT, near = i + 1 == behind && !comma;
        bool agrees = event && chunk->plural ? verb->feminine : !chunk->plural && chunk->feminine == verb->feminine;
        if (!named && (near || event) && agrees && p->taken[i] && chunk->reading && (event || chunk->number == KNOW_NONE)
            && chunk->phrase != PHRASE_PRONOUN && chunk->phrase != PHRASE_PERSON)
            return i;
        if (!chunk->preposition && !chunk->genitive)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

static bool lemma_is_light(const struct parser *p, uint32_t number)
{
    return number != KNOW_NONE && lemma_operates(&p->know->lemmas[number], 1u << OPERATOR_LIGHT);
}

/* «قالت الشرطة إنها قتلت مسلحا»: a pronoun joined to the particle is the verb's subject. «إنه تم …» has a pronoun that stands for nobody. */
static bool has_pronoun_subject(const struct parser *p, const struct clause *clause)
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
        return !verb->feminine && !verb->plural && !verb->dual && !lemma_is_light(p, verb->lemma);
    case PRONOUN_THEY:
        return verb->plural;
    case PRONOUN_THEY_TWO:
        return verb->dual;
    default:
        return false;
    }
}

/* «قصف الجيش بلدة شمالي حلب»: a direction behind a noun says where, without a preposition. */
static void place_directions(struct parser *p)
{
    for (uint32_t i = p->first + 1; i < p->end; i++) {
        struct chunk *chunk = &p->chunks[i];
        const struct chunk *before = &p->chunks[i - 1];
        if (chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_PLACE && chunk->partitive && !chunk->preposition
            && ((before->kind == CHUNK_NOUN && !p->out->clause_at[i - 1]) || before->kind == CHUNK_TIME))
            chunk->preposition = p->in;
    }
}

void parse_arguments(struct parser *p)
{
    place_directions(p);
    /* Nouns first: what they take is no topic of a verb. */
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        if (p->out->clauses.items[i].form == CLAUSE_NOUN)
            reach_noun(p, &p->out->clauses.items[i]);
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        struct clause *clause = &p->out->clauses.items[i];
        if (clause->form == CLAUSE_NOUN)
            continue;
        uint32_t topic = clause->form == CLAUSE_FINITE ? reach_topic(p, clause) : CLAUSE_NONE;
        if (topic != CLAUSE_NONE) {
            clause_add_argument(p, clause, FUNCTION_SUBJECT, topic, ORIGIN_SELF);
            for (uint32_t j = topic + 1; j + 1 < clause->chunk && p->chunks[j].kind == CHUNK_CONJ && p->chunks[j + 1].kind == CHUNK_NOUN
                                         && !p->chunks[j + 1].preposition;
                 j += 2)
                clause_add_argument(p, clause, FUNCTION_SUBJECT, j + 1, ORIGIN_COORDINATE);
            for (uint32_t j = topic + 1; j < clause->chunk; j++)
                if (p->chunks[j].kind == CHUNK_NOUN && p->chunks[j].preposition && !p->taken[j])
                    clause_add_argument(p, clause, FUNCTION_COMPLEMENT, j, ORIGIN_SHARED);
                else if (p->chunks[j].kind == CHUNK_TIME && clause->time == CLAUSE_NONE)
                    clause->time = j;
        }
        uint32_t told = CLAUSE_NONE; /* the noun that the verb goes on to tell of */
        if (topic == CLAUSE_NONE && clause->form == CLAUSE_FINITE) {
            told = clause->antecedent = reach_antecedent(p, clause);
        }
        if (told != CLAUSE_NONE)
            clause_add_argument(p, clause, FUNCTION_SUBJECT, told, ORIGIN_ANTECEDENT);
        reach_forward(p, clause, topic != CLAUSE_NONE || told != CLAUSE_NONE || has_pronoun_subject(p, clause));
    }
}
