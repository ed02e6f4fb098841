/*
 * arguments.c - what stands after a predicate, and before it, fills its functions: order, agreement and prepositions decide.
 */
#include "clause/content.h"

/* What ends the stretch in which a predicate looks for its arguments. */
bool argument_stops(const struct parser *p, uint32_t at, bool is_noun)
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
bool clause_leads_verb(const struct parser *p, uint32_t at)
{
    return at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_VERB && !p->chunks[at].preposition && p->chunks[at + 1].reading
           && !(p->chunks[at + 1].clitics & (CLITIC_WA | CLITIC_FA)) && features_part(p->chunks[at + 1].reading->features) == PART_VERB
           && clause_agrees(p, &p->chunks[at + 1], &p->chunks[at]);
}

/* After "and": whether what follows goes on the argument before (a noun) and opens no clause of its own: «… والجيش أعلن», «… وأ وب يعلنان». */
bool argument_coordinates(const struct parser *p, uint32_t at)
{
    if (skip_opens_term(p, at))
        at++;
    if (at >= p->end || p->chunks[at].kind != CHUNK_NOUN)
        return false;
    bool both = at + 3 < p->end && p->chunks[at + 1].kind == CHUNK_CONJ && p->chunks[at + 2].kind == CHUNK_NOUN
                && !p->chunks[at + 2].preposition && p->chunks[at + 3].kind == CHUNK_VERB
                && (p->chunks[at + 3].dual || p->chunks[at + 3].plural);
    return !both && !clause_leads_verb(p, at);
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
    uint32_t resumed; /* first chunk behind an aside, CLAUSE_NONE */
};

static bool verb_wants_object_first(const struct reach *r)
{
    const struct chunk *verb = &r->p->chunks[r->clause->chunk];
    return verb->reading && features_part(verb->reading->features) == PART_VERB
           && (verb->plural || verb->dual || features_person(verb->reading->features) == 1);
}

/* «ضرب تفجير سوقا»: the indefinite accusative is no genitive and no subject. */
bool is_accusative(const struct chunk *chunk)
{
    return chunk->reading && chunk->number == KNOW_NONE && (chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE
           && !chunk->definite;
}

/* «عددا من …», «كلا من …»: a word of quantity with the ending of the accusative. */
static bool opens_accusative(const struct parser *p, const struct chunk *chunk)
{
    const struct word *word = &p->words->items[chunk->first];
    const struct reading *first = word_reading(word);
    return first && p->know->lemmas[first->lemma].part == LEMMA_PARTICLE && p->know->lemmas[first->lemma].particle == PARTICLE_QUANTITY
           && chunk->end > chunk->first + 1 && slice_ends(word->fold, slice_of("\xd8\xa7"));
}

static bool lemma_requests(const struct parser *p, uint32_t number)
{
    const struct lemma *lemma = number == KNOW_NONE ? NULL : &p->know->lemmas[number];
    return lemma_tells(p->know, lemma, 1u << EVENT_REQUEST, MODE_NONE);
}

/* By its ending, or because a feminine verb has no masculine subject: «غارات استهدفت المبنى». */
static bool cannot_be_subject(const struct parser *p, const struct chunk *verb, const struct chunk *noun)
{
    /* «وحمّل المسلحين مسؤولية …»: nor has one in the oblique */
    bool plain = noun->reading && noun->entity == KNOW_NONE && noun->number == KNOW_NONE && noun->head == noun->first;
    uint32_t cases = plain ? noun->reading->features & FEATURE_CASES : 0;
    if (is_accusative(noun) || opens_accusative(p, noun) || (cases && !(cases & FEATURE_NOMINATIVE)))
        return true;
    /* «ودعا المجتمع الدولي إلى …»: who is asked, whoever asks was named before */
    bool everybody = (noun->classes & (1u << CLASS_PEOPLE | 1u << CLASS_ABSTRACT)) == (1u << CLASS_PEOPLE | 1u << CLASS_ABSTRACT);
    if (everybody && noun == verb + 1 && verb > p->chunks + p->first && verb[-1].kind == CHUNK_CONJ && lemma_requests(p, verb->lemma))
        return true;
    bool feminine = verb->feminine && verb->reading && features_tense(verb->reading->features) == TENSE_PAST;
    /* «واعتقلت عشرين شابا»; but «هاجمت عناصر …» */
    bool men = noun->phrase == PHRASE_GROUP && noun->reading && (noun->number != KNOW_NONE || !noun->plural)
               && (noun->reading->features & FEATURE_GENDERS) == FEATURE_MASCULINE;
    /* «قامت بإعدام أسرى من فصيلة فلان، الشهيد البطل»; but «قالت نائب الوزير فلانة» */
    bool far =
        noun > verb + 2 && noun->phrase == PHRASE_PERSON && noun->title && !noun->feminine && !noun->plural && noun->lemma != KNOW_NONE;
    if (feminine && (men || (far && !(noun->reading && (noun->reading->features & FEATURE_GENDERS) == FEATURE_GENDERS))))
        return true;
    return feminine && (noun->phrase == PHRASE_THING || noun->phrase == PHRASE_PLACE) && !clause_agrees(p, verb, noun);
}

/* «توفي متأثرا», «دمر كليا»: an adjective or participle in the accusative, with no noun before it, says how, unless it is a noun too («مدنيا»). */
static bool is_circumstance(const struct parser *p, const struct chunk *chunk)
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
    return part == PART_ACTIVE || part == PART_ADJECTIVE;
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
    return chunk_only_describes(p, chunk);
}

/* «قوة للاحتلال متحصنة في مبنى»: an indefinite participle right behind a noun that is not joined describes it. */
static bool is_description(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    const struct chunk *before = at > p->first ? chunk - 1 : NULL;
    return before && before->kind == CHUNK_NOUN && before->preposition && !chunk->definite && chunk->reading && chunk->number == KNOW_NONE
           && chunk->end == chunk->first + 1 && chunk->feminine && !chunk->plural && chunk->name_end == chunk->name_first
           && chunk_only_describes(p, chunk);
}

/* «حاصرت البلدة أكثر من مرة»: a comparative that names nobody. */
static bool is_comparative(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at], *next = at + 1 < p->end ? &p->chunks[at + 1] : NULL;
    return chunk->phrase == PHRASE_THING && chunk->reading && features_part(chunk->reading->features) == PART_ADJECTIVE && !chunk->definite
           && chunk->number == KNOW_NONE && chunk->end == chunk->first + 1 && next && next->kind == CHUNK_NOUN
           && p->know->usual_roles[next->preposition] == ROLE_FROM;
}

/* «ومعه عدد من النواب»: who does it together with the subject. */
static bool is_companion(const struct parser *p, uint32_t at)
{
    return at > p->first + 1 && p->chunks[at - 1].phrase == PHRASE_PRONOUN && p->chunks[at - 1].preposition == p->with
           && p->chunks[at - 2].kind == CHUNK_CONJ;
}

/* «خطف مسلحون قبل أيام، عددا من العمال»: behind a comma the accusative is no apposition of the subject. */
static bool is_marked_object(const struct reach *r, uint32_t at)
{
    const struct chunk *chunk = &r->p->chunks[at];
    bool people = chunk->phrase == PHRASE_GROUP && (opens_accusative(r->p, chunk) || is_accusative(chunk));
    /* «، ثلاث بنايات»: nor is a number of things of a body */
    bool things = chunk->number != KNOW_NONE && chunk->phrase == PHRASE_THING && chunk->reading;
    return !r->has_object && (people || things);
}

/* «وعقد اجتماع للفصائل»: as an object it would end in the alif of the accusative. */
static bool lacks_accusative(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at], *next = at + 1 < p->end ? chunk + 1 : NULL;
    const struct reading *r = chunk->reading;
    struct slice word = p->words->items[chunk->head].fold;
    if (!r || chunk->definite || chunk->feminine || chunk->plural || chunk->dual || chunk->number != KNOW_NONE || r->back
        || features_number(r->features) != NUMBER_SINGULAR || slice_ends(word, slice_of("\xd8\xa7"))
        || slice_ends(word, slice_of("\xd8\xa1")) || slice_ends(word, slice_of("\xd9\x8a")))
        return false;
    /* «وعقد اجتماع اللجنة»: in the construct state nothing shows */
    bool name = next && next->kind == CHUNK_MARK && (next->mark == '"' || next->mark == '<' || next->mark == '(');
    return !name && (!next || next->kind != CHUNK_NOUN || next->preposition);
}

/* «وشنت غارات»، «كما فرضت عقوبات»: what a verb that goes on carries is no subject; the verb has that of the one before. */
static bool goes_on_with(const struct parser *p, const struct clause *clause, uint32_t at)
{
    const struct chunk *verb = &p->chunks[clause->chunk], *deed = &p->chunks[at];
    uint32_t before = clause->chunk > p->first ? clause->chunk - 1 : clause->chunk;
    bool goes_on = verb->clitics & (CLITIC_WA | CLITIC_FA) || p->chunks[before].kind == CHUNK_LINK;
    if (!goes_on || deed->phrase != PHRASE_EVENT || deed->definite || !verb->reading || !(verb->reading->features & FEATURE_PASSIVE)
        || features_person(verb->reading->features) != 3 || clause == &p->out->clauses.items[0]
        || (!verb->feminine && lacks_accusative(p, at)))
        return false;
    return lemma_operates(&p->know->lemmas[verb->lemma], 1u << OPERATOR_LIGHT) || frame_asks_for(p, clause->lemma, at);
}

/* «وأشار إلى وجود 13 صحفيا بعضهم | مختفون»: an indefinite participle behind what a reporter tells of says what became of somebody. */
static bool says_what_of(const struct reach *r, uint32_t at)
{
    const struct chunk *chunk = &r->p->chunks[at];
    return r->last != CLAUSE_NONE && r->last_function == FUNCTION_COMPLEMENT && !chunk->definite && chunk->number == KNOW_NONE
           && chunk->lemma != KNOW_NONE && r->p->know->lemmas[chunk->lemma].part == LEMMA_VERB && chunk->phrase != PHRASE_EVENT
           && content_lemma_reports(r->p->know, r->clause->lemma);
}

/* «مسؤولين أميركيين و| إسرائيليين», «مسؤولين حاليين و| سابقين»: an adjective joined to the adjective of persons describes them too. */
static bool is_joined_adjective(const struct reach *r, uint32_t at)
{
    const struct parser *p = r->p;
    const struct chunk *adjective = &p->chunks[at], *persons = at >= p->first + 2 && r->after_conjunction ? adjective - 2 : NULL;
    if (!persons || persons->kind != CHUNK_NOUN || persons->end - persons->first < 2 || adjective->end - adjective->first != 1
        || adjective->definite != persons->definite || !adjective->plural || !persons->plural || !adjective->reading
        || adjective->number != KNOW_NONE)
        return false;
    const struct reading *last = word_reading(&p->words->items[persons->end - 1]), *own = adjective->reading;
    return last && p->know->lemmas[own->lemma].part == LEMMA_ADJECTIVE && p->know->lemmas[last->lemma].part == LEMMA_ADJECTIVE
           && (own->features & FEATURE_CASES) == (last->features & FEATURE_CASES);
}

/* «قال فلان وزير الدفاع و| قائد الجيش»: behind a named person with his office, an office that nobody is named for is his too. */
static bool is_further_office(const struct parser *p, uint32_t at)
{
    const struct chunk *office = &p->chunks[at], *person = at >= p->first + 2 ? office - 2 : NULL;
    return person && office[-1].kind == CHUNK_CONJ && person->kind == CHUNK_NOUN && person->phrase == PHRASE_PERSON
           && person->name_end > person->name_first && person->end > person->name_end && office->phrase == PHRASE_PERSON && office->title
           && office->name_end == office->name_first && !office->plural && !office->dual && !office->preposition
           && office->number == KNOW_NONE;
}

static void reach_bare_noun(struct reach *r, uint32_t at)
{
    struct parser *p = r->p;
    const struct chunk *chunk = &p->chunks[at], *verb = &p->chunks[r->clause->chunk];
    r->in_part = chunk_is_part(p, at) || (r->in_part && r->after_conjunction);
    if (r->in_part || is_circumstance(p, chunk) || is_attribute(p, at) || is_comparative(p, at) || is_description(p, at)
        || is_further_office(p, at) || is_joined_adjective(r, at))
        return;
    /* «تنظيم الدولة الإسلامية داعش»: its other name */
    if (at > p->first && p->chunks[at - 1].kind == CHUNK_NOUN && chunk->entity != KNOW_NONE && p->chunks[at - 1].entity == chunk->entity)
        return;
    /* «في مدينة الرمادي مركز محافظة الأنبار»: what the place is */
    const struct chunk *place = at > p->first ? &p->chunks[at - 1] : chunk;
    if (r->has_object && place->kind == CHUNK_NOUN && place->phrase == PHRASE_PLACE && place->preposition && place->entity != KNOW_NONE
        && chunk->inner != KNOW_NONE && chunk->number == KNOW_NONE && !r->after_conjunction)
        return;
    /* «زار الأمير سلمان ولي العهد»: a title behind a named person that has its function */
    if (at > p->first && p->chunks[at - 1].phrase == PHRASE_PERSON && p->chunks[at - 1].name_end > p->chunks[at - 1].name_first
        && r->last == at - 1 && r->last_function != FUNCTION_SUBJECT && chunk->phrase == PHRASE_PERSON && chunk->title
        && chunk->name_end == chunk->name_first)
        return;
    /* «قتل “أبو مجاهد” المسؤول الأمني»: the same once more */
    if (r->last != CLAUSE_NONE && !r->after_conjunction && chunk->referent != KNOW_NONE && p->chunks[r->last].referent == chunk->referent
        && chunk->phrase == PHRASE_PERSON)
        return;
    if (is_companion(p, at) && r->has_subject) {
        clause_add_argument(p, r->clause, FUNCTION_SUBJECT, at, ORIGIN_COORDINATE);
        return;
    }
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
    if (chunk->after_comma && r->has_subject && chunk->phrase != PHRASE_EVENT && at != r->resumed && !is_marked_object(r, at))
        return; /* apposition */
    bool is_participle = verb->reading && features_part(verb->reading->features) != PART_VERB;
    bool of_another = p->taken[at] && &p->out->clauses.items[p->taken[at] - 1] != r->clause; /* «أدت إلى حرق منزل وإصابة | عدد …» */
    if (!r->has_subject && !is_participle && !verb_wants_object_first(r) && !cannot_be_subject(p, verb, chunk) && !of_another
        && !goes_on_with(p, r->clause, at) && !says_what_of(r, at)) {
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
bool verb_causes(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    return chunk->kind == CHUNK_VERB && chunk->lemma != KNOW_NONE && lemma_operates(&p->know->lemmas[chunk->lemma], 1u << OPERATOR_CAUSE);
}

bool chunk_is_masdar(const struct chunk *chunk)
{
    return chunk->reading && features_part(chunk->reading->features) == PART_MASDAR && !chunk->plural && !chunk->dual;
}

/* «بين الفصائل جنوب دمشق من جهة و| داعش»: the other side is joined to the first, and not to what stands behind that. */
static void reach_side(struct reach *r)
{
    for (uint32_t i = r->clause->arguments.count; i-- > 0;) {
        const struct argument *argument = &r->clause->arguments.items[i];
        if (argument->function != FUNCTION_COMPLEMENT || r->p->know->usual_roles[argument->preposition] != ROLE_ACTOR)
            continue;
        r->last = argument->chunk;
        r->last_function = FUNCTION_COMPLEMENT;
        return;
    }
}

/* «أكدت في بيان | الوزارة أن …»: who says it, and whose statement it is, stands between the channel and the words. */
static bool speaks_through(const struct reach *r, uint32_t channel, uint32_t at)
{
    const struct parser *p = r->p;
    const struct chunk *noun = &p->chunks[at];
    return at == channel + 1 && !r->has_subject && p->chunks[channel].value == EXPRESSION_CHANNEL && !noun->preposition
           && (noun->phrase == PHRASE_PERSON || noun->phrase == PHRASE_BODY) && at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_SUB
           && clause_agrees(p, &p->chunks[r->clause->chunk], noun);
}

/* Whether the mark at `at` is the comma that ends the verb's relative clause. */
static bool relative_closes(const struct reach *r, bool relative, uint32_t at)
{
    if (r->p->chunks[at].kind != CHUNK_MARK || r->p->chunks[at].mark != ',')
        return false;
    /* «زيارة قام بها، أمس، وفد» */
    return verb_carries_event(r->p, r->clause->chunk) ? at > r->clause->chunk + 2 : relative && r->has_subject;
}

/* A complement that no event before it has: the verb asks for it, or is done by it. */
static bool is_its_own(const struct reach *r, uint32_t at)
{
    const struct parser *p = r->p;
    return r->blocker == CLAUSE_NONE
           || ((means_of_verb(p, r->blocker, at) || content_of_verb(p, r->blocker, at)
                || failure_of_verb(p, r->clause->chunk, r->blocker, at))
               && !p->taken[at]);
}

/* Walks the chunks after a predicate. An event noun takes the bare nouns and complements behind it first. */
static void reach_forward(struct parser *p, struct clause *clause, bool has_topic)
{
    struct reach r = {
        .p = p, .clause = clause, .has_subject = has_topic, .last = CLAUSE_NONE, .blocker = CLAUSE_NONE, .resumed = CLAUSE_NONE
    };
    uint32_t at = clause->chunk + 1;
    bool relative = in_relative(p, clause->chunk);
    for (; at < p->end; at++) {
        const struct chunk *chunk = &p->chunks[at];
        if (relative_closes(&r, relative, at))
            break;
        if (chunk->kind == CHUNK_REL && !relative && !r.has_subject && skip_occurrence(p, at) > at) {
            at = skip_occurrence(p, at);
            continue;
        }
        if (relative && at > clause->chunk + 1 && skip_occurrence(p, clause->chunk - 1) + 1 == at)
            break; /* whom the verb above lacks */
        if (chunk->kind == CHUNK_REL && !relative && skip_relative(p, at) > at) {
            at = skip_relative(p, at);
            continue;
        }
        uint32_t aside = skip_aside(p, at, r.has_subject && !r.has_object);
        if (r.has_subject && !r.has_object && skip_weapon(p, at) > at)
            r.resumed = skip_weapon(p, at) + 1;
        if (aside > at) {
            at = aside;
            r.resumed = at + 1;
            continue;
        }
        if (r.after_conjunction && skip_opens_term(p, at))
            continue;
        if (argument_stops(p, at, false))
            break;
        if (chunk->kind == CHUNK_MARK && content_quotation(p, clause, at)) {
            content_open(p, clause, at);
            break;
        }
        if (chunk->kind == CHUNK_MARK && chunk->mark == '(') {
            at = skip_brackets(p, at);
        } else if (chunk->kind == CHUNK_EXPRESSION) {
            uint32_t channel = at;
            at = skip_expression(p, at);
            if (speaks_through(&r, channel, at))
                reach_bare_noun(&r, at);
        } else if (chunk->kind == CHUNK_CONJ) {
            if (at + 1 < p->end && !argument_coordinates(p, at + 1))
                break;
            r.after_conjunction = true;
            continue;
        } else if (chunk->kind == CHUNK_ADVERB && chunk->value == VALUE_SIDE) {
            reach_side(&r);
        } else if (chunk->kind == CHUNK_TIME) {
            if (clause->time == CLAUSE_NONE && r.blocker == CLAUSE_NONE)
                clause->time = at;
        } else if (chunk->kind == CHUNK_NOUN) {
            if (chunk->preposition && !(r.after_conjunction && !chunk->preposition)) {
                clause_add_argument(p, clause, FUNCTION_COMPLEMENT, at, is_its_own(&r, at) ? ORIGIN_SELF : ORIGIN_SHARED);
                r.last = at;
                r.last_function = FUNCTION_COMPLEMENT;
            } else if (r.has_subject && chunk->entity != KNOW_NONE && clause_leads_verb(p, at)) {
                break; /* «يتجدد التوتر صربيا تتهم …»: a headline behind another */
            } else if ((!p->taken[at] || r.blocker == CLAUSE_NONE) && !(chunk->genitive && !p->out->clause_at[at])) {
                reach_bare_noun(&r, at);
            }
            /* «104 شهداء و160 إصابة»: those who are counted with others are no event of their own */
            bool counted = r.after_conjunction && chunk->number != KNOW_NONE;
            if (p->out->clause_at[at] && !counted && !verb_causes(p, clause->chunk))
                r.blocker = at;
        }
        r.after_conjunction = false;
    }
    if (at < p->end && p->chunks[at].kind == CHUNK_WHEN && content_lemma_reports(p->know, clause->lemma))
        at = skip_occasion(p, at);
    if (at < p->end && p->chunks[at].kind == CHUNK_REL && content_lemma_reports(p->know, clause->lemma))
        at = skip_description(p, at);
    clause->end = at;
    if (at < p->end && (p->chunks[at].kind == CHUNK_SUB || (p->chunks[at].kind == CHUNK_MARK && p->chunks[at].mark == ':')))
        content_open(p, clause, at);
}

/* «جنوب بغداد» as the name of a region. */
static bool names_direction(const struct parser *p, const struct chunk *chunk)
{
    const struct word *word = &p->words->items[chunk->first];
    for (uint32_t i = 0; chunk->entity != KNOW_NONE && p->know->entities[chunk->entity].kind == KIND_REGION && i < word->reading_count; i++)
        if (p->know->lemmas[word->readings[i].lemma].part == LEMMA_PARTICLE
            && p->know->lemmas[word->readings[i].lemma].particle == PARTICLE_DIRECTION)
            return true;
    return false;
}

static bool closes_quotation(const struct chunk *mark)
{
    return mark->mark == '>' || mark->mark == '"' || mark->mark == ')';
}

/* «قصف الجيش بلدة شمالي حلب»: a direction behind a noun says where, without a preposition. */
static void place_directions(struct parser *p)
{
    for (uint32_t i = p->first + 1; i < p->end; i++) {
        struct chunk *chunk = &p->chunks[i];
        /* «… و«جيش الإسلام» جنوب دمشق» */
        uint32_t at = i - 1 - (p->chunks[i - 1].kind == CHUNK_MARK && closes_quotation(&p->chunks[i - 1]) && i - 1 > p->first);
        const struct chunk *before = &p->chunks[at];
        if (chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_PLACE && (chunk->partitive || names_direction(p, chunk))
            && !chunk->preposition && ((before->kind == CHUNK_NOUN && !p->out->clause_at[at]) || before->kind == CHUNK_TIME))
            chunk->preposition = p->in;
    }
}

/* «على قرى (الرشادية والحجارة)»: what is listed stands where the villages stand, and is villages too. */
static void place_lists(struct parser *p)
{
    for (uint32_t at = p->first + 1; at < p->end; at++) {
        if (p->chunks[at].kind != CHUNK_MARK || !brackets_list(p, at))
            continue;
        for (uint32_t i = at + 1; i < p->end && (p->chunks[i].kind == CHUNK_NOUN || p->chunks[i].kind == CHUNK_CONJ); i++)
            if (p->chunks[i].kind == CHUNK_NOUN && (p->chunks[i].phrase == PHRASE_PLACE || p->chunks[i].phrase == PHRASE_THING)) {
                p->chunks[i].phrase = PHRASE_PLACE;
                p->chunks[i].preposition = p->chunks[at - 1].preposition;
                /* an unknown name keeps its "and" */
                if (!p->chunks[i].front && slice_starts(p->words->items[p->chunks[i].first].fold, slice_of("\xd9\x88\xd8\xa7\xd9\x84")))
                    p->chunks[i].front = 2;
            }
    }
}

/* «الحوثيون المدعومون | من إيران»: what stands behind completes the participle, and not the verb. */
static bool is_described_by(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    const struct word *last = &p->words->items[chunk->end - 1];
    for (uint32_t i = 0; chunk->end > chunk->first + 1 && i < last->reading_count; i++)
        if (last->readings[i].clitics & CLITIC_AL && features_part(last->readings[i].features) == PART_PASSIVE)
            return true;
    return false;
}

void parse_arguments(struct parser *p)
{
    place_lists(p);
    place_directions(p);
    /* Nouns first: what they take is no topic of a verb. */
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        if (p->out->clauses.items[i].form == CLAUSE_NOUN)
            reach_noun(p, &p->out->clauses.items[i]);
    for (uint32_t i = p->out->clauses.count; i-- > p->first_clause;)
        share_genitive(p, &p->out->clauses.items[i]);
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        struct clause *clause = &p->out->clauses.items[i];
        if (clause->form == CLAUSE_NOUN)
            continue;
        uint32_t topic = clause->form == CLAUSE_FINITE ? topic_before(p, clause) : CLAUSE_NONE;
        if (topic != CLAUSE_NONE) {
            clause_add_argument(p, clause, FUNCTION_SUBJECT, topic, ORIGIN_SELF);
            for (uint32_t j = topic + 1; j + 1 < clause->chunk && p->chunks[j].kind == CHUNK_CONJ && p->chunks[j + 1].kind == CHUNK_NOUN
                                         && !p->chunks[j + 1].preposition;
                 j += 2)
                if (!is_further_office(p, j + 1))
                    clause_add_argument(p, clause, FUNCTION_SUBJECT, j + 1, ORIGIN_COORDINATE);
            /* «أ، المصنف إرهابيا من قبل ب، هاجم»: what stands between commas is said of the subject */
            bool aside = topic + 1 < clause->chunk && p->chunks[topic + 1].kind == CHUNK_MARK && p->chunks[topic + 1].mark == ','
                         && p->chunks[clause->chunk - 1].kind == CHUNK_MARK && p->chunks[clause->chunk - 1].mark == ',';
            for (uint32_t j = topic + 1; j < clause->chunk && !aside; j++)
                if (p->chunks[j].kind == CHUNK_NOUN && p->chunks[j].preposition && !p->taken[j]
                    && !(j == topic + 1 && is_described_by(p, topic)))
                    clause_add_argument(p, clause, FUNCTION_COMPLEMENT, j, ORIGIN_SHARED);
                else if (p->chunks[j].kind == CHUNK_TIME && clause->time == CLAUSE_NONE)
                    clause->time = j;
        }
        uint32_t told = CLAUSE_NONE; /* the noun that the verb goes on to tell of */
        uint32_t taken_up = topic == CLAUSE_NONE && clause->antecedent == CLAUSE_NONE ? topic_taken_up(p, clause) : CLAUSE_NONE;
        if (taken_up != CLAUSE_NONE)
            clause_add_argument(p, clause, FUNCTION_OBJECT, taken_up, ORIGIN_SELF);
        else if (topic == CLAUSE_NONE && clause->form == CLAUSE_FINITE)
            told = clause->antecedent = topic_described(p, clause);
        if (told != CLAUSE_NONE)
            clause_add_argument(p, clause, FUNCTION_SUBJECT, told, ORIGIN_ANTECEDENT);
        reach_forward(p, clause, topic != CLAUSE_NONE || told != CLAUSE_NONE || topic_is_pronoun(p, clause) || topic_is_fact(p, clause));
    }
}
