/*
 * subjects.c - who the subject of a verb is where it does not stand with it: what a relative clause belongs to, the subject of the verb before, what
 * a dropped subject stands for, the subject that a verb leaves to its verbal noun.
 */
#include "clause/parser.h"

static uint32_t first_subject(const struct clause *clause)
{
    return clause_argument(clause, FUNCTION_SUBJECT);
}

/* «المفاوضات التي يتوسط فيها …», «زيارة قام بها …»: the pronoun that takes the noun up stands behind a preposition. */
bool verb_takes_up_behind(const struct parser *p, uint32_t at, uint32_t taken_up)
{
    const struct chunk *chunk = at + 1 < p->end ? &p->chunks[at + 1] : NULL;
    const struct chunk *noun = &p->chunks[taken_up];
    if (!chunk || chunk->kind != CHUNK_NOUN || chunk->phrase != PHRASE_PRONOUN || !chunk->preposition || !chunk->reading)
        return false;
    switch ((enum pronoun)chunk->reading->pronoun) {
    case PRONOUN_HE:
        return !noun->feminine && !noun->dual;
    case PRONOUN_SHE:
        return !noun->dual;
    case PRONOUN_THEY:
        return noun->plural || noun->phrase == PHRASE_GROUP;
    default:
        return false;
    }
}

/* «والتي اتهم فيها المؤسسات», «القذائف التي دكت بها المواقع»: what does not agree, and what is shelled with something, is no subject. */
static bool may_act(const struct parser *p, const struct clause *clause, const struct chunk *noun)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    bool things = noun->plural && noun->phrase != PHRASE_GROUP && noun->phrase != PHRASE_PERSON;
    bool with = p->chunks[clause->chunk + 1].preposition == PREP_B && clause->frame && clause->frame->type == EVENT_ASSAULT;
    /* «التي يسيطر عليها المعارضون»: a verb before its subject is singular */
    bool men = noun->plural && noun->phrase == PHRASE_GROUP && !verb->plural && !verb->feminine;
    return (men || clause_agrees(p, verb, noun)) && !(things && !verb->feminine) && !with;
}

static void subjects_to_objects(struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_SUBJECT)
            clause->arguments.items[i].function = FUNCTION_OBJECT;
}

/* «القوات التي قتل عشرون من | أفرادها»: the pronoun that takes the antecedent up is joined to those counted. */
static bool takes_up_inside(const struct parser *p, uint32_t subject)
{
    const struct chunk *noun = &p->chunks[subject];
    for (uint32_t i = noun->first; i < noun->end && noun->number != KNOW_NONE; i++) {
        const struct reading *r = word_reading(&p->words->items[i]);
        if (r && r->pronoun && features_part(r->features) != PART_VERB)
            return true;
    }
    return false;
}

static void resolve_relative(struct parser *p, struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    if (clause->antecedent == CLAUSE_NONE)
        return;
    if (verb->reading && verb->reading->pronoun) {
        clause_add_argument(p, clause, FUNCTION_OBJECT, clause->antecedent, ORIGIN_ANTECEDENT);
        return;
    }
    uint32_t subject = first_subject(clause);
    bool elsewhere = verb_takes_up_behind(p, clause->chunk, clause->antecedent);
    /* «النظام الذي سمح له بالخروج»: whom it concerns, and not what the clause is about */
    bool to_whom = elsewhere && p->chunks[clause->chunk + 1].preposition == PREP_L;
    if (subject == CLAUSE_NONE && (!elsewhere || to_whom))
        clause_add_argument(p, clause, FUNCTION_SUBJECT, clause->antecedent, ORIGIN_ANTECEDENT);
    if (subject == CLAUSE_NONE || subject == clause->antecedent)
        return;
    if (elsewhere) {
        if (!may_act(p, clause, &p->chunks[subject]))
            subjects_to_objects(clause);
        return;
    }
    if (takes_up_inside(p, subject))
        return;
    /* «الذين قتلوا مدنيين»: the antecedent is the subject, what follows the object, when the verb agrees with the antecedent only. */
    bool fits_antecedent = clause_agrees(p, verb, &p->chunks[clause->antecedent]), fits_own = clause_agrees(p, verb, &p->chunks[subject]);
    if (fits_antecedent && (!fits_own || verb->plural || clause->antecedent + 1 < clause->chunk)) {
        subjects_to_objects(clause);
        clause_add_argument(p, clause, FUNCTION_SUBJECT, clause->antecedent, ORIGIN_ANTECEDENT);
        uint8_t whom = p->chunks[subject].phrase;
        if (!clause->frame && !clause->operator&&(whom == PHRASE_BODY || whom == PHRASE_GROUP))
            clause_refit(p, clause); /* it acts on somebody now */
    }
}

/* Verbs that leave their verbal noun's subject to their own: «يستعد للخروج», «رفض الانسحاب», «وافق على تسليم». */
static bool controls_subject(const struct clause *clause)
{
    if (clause->form == CLAUSE_NOUN)
        return false;
    if (clause->frame && clause->frame->need_count >= (clause->operator ? clause->operator->need_count : 0))
        return clause->frame->type == EVENT_REJECT || clause->frame->type == EVENT_AGREE || clause->frame->type == EVENT_CONCEDE
               || clause->frame->type == EVENT_THREATEN;
    if (!clause->operator)
        return !clause->frame && !clause->passive;
    uint8_t class = clause->operator->operator_class;
    return class == OPERATOR_PLAN || class == OPERATOR_ASPECT || class == OPERATOR_ATTEMPT || class == OPERATOR_LIGHT
           || class == OPERATOR_STOP || class == OPERATOR_NEGATE;
}

/* «مكنهم من السيطرة», «أجبر المسلحين على الانسحاب», «دفع القصف السكان إلى النزوح»: whom the verb acts on does it. */
static bool controls_object(const struct parser *p, const struct clause *above, const struct clause *clause)
{
    const struct chunk *noun = &p->chunks[clause->chunk];
    uint32_t object = clause_argument(above, FUNCTION_OBJECT);
    bool causes = above->operator&& above->operator->operator_class == OPERATOR_CAUSE; /* «دفع المدنيين إلى النزوح» */
    if (above->form == CLAUSE_NOUN || above->frame || (above->operator&& !causes) || !noun->preposition || noun->preposition == PREP_B
        || object == CLAUSE_NONE
        || (causes && (&p->chunks[object] > noun || (noun->preposition != PREP_L && p->know->usual_roles[noun->preposition] != ROLE_TO))))
        return false;
    uint8_t phrase = p->chunks[object].phrase;
    return phrase == PHRASE_BODY || phrase == PHRASE_PERSON || phrase == PHRASE_GROUP || (causes && phrase == PHRASE_NUMBER);
}

/* «قيام الجيش بهدم المنزل», «مواصلة الجيش قصف المدينة»: the noun above has its subject behind it. */
static uint32_t subject_of_noun(const struct parser *p, const struct clause *above)
{
    const uint32_t passing =
        1u << OPERATOR_PLAN | 1u << OPERATOR_ASPECT | 1u << OPERATOR_ATTEMPT | 1u << OPERATOR_LIGHT | 1u << OPERATOR_STOP;
    if (above->form != CLAUSE_NOUN || above->frame || !above->operator|| !(passing & 1u << above->operator->operator_class))
        return CLAUSE_NONE;
    uint32_t genitive = clause_argument(above, FUNCTION_GENITIVE);
    uint8_t phrase = genitive == CLAUSE_NONE ? (uint8_t)PHRASE_THING : p->chunks[genitive].phrase;
    return phrase == PHRASE_BODY || phrase == PHRASE_PERSON || phrase == PHRASE_GROUP ? genitive : CLAUSE_NONE;
}

/* «كتبت رسالة بشأن العدوان», «صمت أمام الحصار», «شاهدوا القصف الإسرائيلي»: what somebody faces by a verb of which the codebook knows nothing, or
 * what is another's, he did not do. */
static bool faces_deed(const struct parser *p, const struct clause *above, const struct chunk *noun)
{
    if (noun->of != KNOW_NONE)
        return true;
    return !above->frame && !above->operator&& preposition_is_faced(p->know, noun->preposition, p->about, p->around, p->before);
}

static void share_subject(struct parser *p, struct clause *clause)
{
    if (clause->form != CLAUSE_NOUN || clause->governor == CLAUSE_NONE || clause->relation != RELATION_ARGUMENT)
        return;
    const struct clause *above = &p->out->clauses.items[clause->governor];
    const struct chunk *noun = &p->chunks[clause->chunk];
    bool of_object = controls_object(p, above, clause);
    /* «التعامل مع الاعتداءات», «الدفاع ضد الهجوم»: what stands with others is theirs */
    uint8_t usual = p->know->usual_roles[noun->preposition];
    bool of_others = noun->preposition && (usual == ROLE_ACTOR || usual == ROLE_RECIPIENT || usual == ROLE_FROM);
    uint32_t of_noun = of_others ? CLAUSE_NONE : subject_of_noun(p, above);
    uint32_t subject = of_object ? clause_argument(above, FUNCTION_OBJECT) : of_noun != CLAUSE_NONE ? of_noun : first_subject(above);
    if ((!of_object && of_noun == CLAUSE_NONE && !controls_subject(above)) || subject == CLAUSE_NONE || subject == clause->chunk
        || (noun->reading && noun->reading->pronoun) || (!of_object && of_noun == CLAUSE_NONE && faces_deed(p, above, noun)))
        return;
    /* «تعرض لقصف»: suffers it */
    if (above->operator&& above->operator->operator_class == OPERATOR_LIGHT && noun->preposition == PREP_L)
        return;
    enum argument_function function = of_object ? FUNCTION_OBJECT : of_noun != CLAUSE_NONE ? FUNCTION_GENITIVE : FUNCTION_SUBJECT;
    for (uint32_t i = 0; i < above->arguments.count; i++) {
        const struct argument *argument = &above->arguments.items[i];
        bool joined = argument->origin == ORIGIN_COORDINATE && argument->chunk != clause->chunk;
        if (argument->function != function || (argument->chunk != subject && !joined))
            continue;
        bool owner = argument->owner;
        clause_add_argument(p, clause, FUNCTION_SUBJECT, argument->chunk, ORIGIN_SHARED);
        clause->arguments.items[clause->arguments.count - 1].owner = owner;
    }
    /* «واجه المتظاهرين بالقمع»: whom the verb acts on suffers it */
    uint32_t object = clause_argument(above, FUNCTION_OBJECT);
    if (noun->preposition == PREP_B
        && !above->operator&& above->form == CLAUSE_FINITE && object != CLAUSE_NONE && object<clause->chunk && clause_argument(
               clause, FUNCTION_GENITIVE)
               == CLAUSE_NONE
        && clause_argument(clause, FUNCTION_OBJECT) == CLAUSE_NONE)
        clause_add_argument(p, clause, FUNCTION_OBJECT, object, ORIGIN_SHARED);
    clause_refit(p, clause);
}

static bool acts(const struct clause *clause)
{
    return clause->frame ? clause->frame->subject == ROLE_ACTOR : clause->operator&& clause->operator->operator_class == OPERATOR_LIGHT;
}

/* «قصف الجيش البلدة واعتقل عشرة مسلحين»: a verb joined to one whose subject is a body goes on with that subject; the people behind it are
 * whom it is done to. */
static void go_on_with_subject(struct parser *p, struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    uint32_t number = (uint32_t)(clause - p->out->clauses.items), subject = first_subject(clause);
    if (!(verb->clitics & CLITIC_WA) || number == p->first_clause || subject == CLAUSE_NONE
        || (p->chunks[subject].phrase != PHRASE_GROUP && p->chunks[subject].phrase != PHRASE_NUMBER)
        || clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE || !clause->frame || clause->frame->subject != ROLE_ACTOR
        || clause->frame->object != ROLE_RECIPIENT)
        return;
    for (uint32_t i = number; i-- > p->first_clause;) {
        const struct clause *before = &p->out->clauses.items[i];
        uint32_t other = first_subject(before);
        if (before->form != CLAUSE_FINITE)
            continue;
        if (clause_reports(before) || before->governor != clause->governor || other == CLAUSE_NONE || p->chunks[other].phrase != PHRASE_BODY
            || p->chunks[other].plural || !acts(before) || p->chunks[before->chunk].feminine != verb->feminine)
            return;
        subjects_to_objects(clause);
        clause_add_argument(p, clause, FUNCTION_SUBJECT, other, ORIGIN_DROPPED);
        return;
    }
}

/* «…، واتهمت الجيش بـ», «ودعا الأطراف إلى»: a noun that a verb of that gender cannot have for its subject. */
static bool never_agrees(const struct chunk *verb, const struct chunk *noun)
{
    if (!verb->reading || features_part(verb->reading->features) != PART_VERB || verb->plural || verb->dual || !noun->reading
        || noun->entity != KNOW_NONE || noun->name_end > noun->name_first || noun->number != KNOW_NONE || noun->one_of)
        return false;
    uint32_t gender = noun->reading->features & FEATURE_GENDERS;
    if (verb->feminine)
        return features_tense(verb->reading->features) == TENSE_PAST && noun->phrase == PHRASE_BODY && !noun->plural
               && gender == FEATURE_MASCULINE && !noun->dual;
    return noun->plural && noun->phrase == PHRASE_BODY;
}

/* «وحمّل الحكومة مسؤولية …»: who blames must stand beside who is blamed, and is not the blame. */
static bool lacks_blamer(const struct parser *p, const struct clause *clause, uint32_t subject)
{
    const struct frame *frame = clause->frame;
    uint32_t objects = 0;
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        objects += clause->arguments.items[i].function == FUNCTION_OBJECT && clause->arguments.items[i].origin == ORIGIN_SELF;
    bool blame = p->chunks[subject].phrase == PHRASE_THING && p->chunks[subject].classes & 1u << CLASS_ABSTRACT;
    return frame->need_count && p->know->needs[frame->need_first].kind == NEED_OBJECT && frame->type == EVENT_ACCUSE
           && (objects == 1 || blame);
}

/* What only looks like the subject of a verb that acts on it; who does it was named before. */
static void subject_to_object(struct parser *p, struct clause *clause)
{
    uint32_t subject = first_subject(clause);
    const struct chunk *verb = &p->chunks[clause->chunk];
    if (clause->form != CLAUSE_FINITE || clause->passive || !clause->frame || clause->frame->object != ROLE_RECIPIENT
        || subject == CLAUSE_NONE || subject < clause->chunk || !(verb->clitics & CLITIC_WA))
        return;
    bool object = clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE;
    if (!(object ? lacks_blamer(p, clause, subject) : never_agrees(verb, &p->chunks[subject])))
        return;
    struct antecedent doer = dropped_subject(p, clause);
    if (doer.chunk == KNOW_NONE || doer.chunk == subject)
        return;
    subjects_to_objects(clause);
    clause_add_antecedent(p, clause, FUNCTION_SUBJECT, doer);
}

/* «وقصفت مواقع …»: a site does nothing to anybody; who does it was named before. */
static void site_to_object(struct parser *p, struct clause *clause)
{
    const uint32_t acting = 1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_WEAPON | 1u << CLASS_VEHICLE;
    uint32_t subject = first_subject(clause);
    if (clause->form != CLAUSE_FINITE || clause->passive || !clause->frame
        || (clause->frame->type != EVENT_ASSAULT && clause->frame->type != EVENT_COERCE) || clause->frame->object == ROLE_NONE
        || clause->frame->subject != ROLE_ACTOR || subject == CLAUSE_NONE || subject < clause->chunk
        || clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE)
        return;
    const struct chunk *site = &p->chunks[subject];
    bool place = chunk_is_place(p, site) && (site->entity == KNOW_NONE || p->know->entities[site->entity].kind != KIND_COUNTRY);
    bool facility = site->entity == KNOW_NONE && site->classes & 1u << CLASS_FACILITY && !(site->classes & acting);
    if (!place && !facility)
        return;
    struct antecedent doer = dropped_subject(p, clause);
    if (doer.chunk == KNOW_NONE)
        return;
    subjects_to_objects(clause);
    clause_add_antecedent(p, clause, FUNCTION_SUBJECT, doer);
}

void parse_subjects(struct parser *p)
{
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        struct clause *clause = &p->out->clauses.items[i];
        if (clause->form == CLAUSE_NOUN)
            continue;
        if (clause->relation == RELATION_RELATIVE)
            resolve_relative(p, clause);
        else
            go_on_with_subject(p, clause);
        /* «…، ما يهدد بتوقف العمل»: no fact threatens, helps or calls upon anybody */
        if (topic_is_fact(p, clause) && clause->frame && clause->frame->type != EVENT_ASSAULT && clause->frame->subject == ROLE_ACTOR)
            clause->frame = NULL;
        site_to_object(p, clause);
        subject_to_object(p, clause);
        /* «… وأدت إلى مقتل …»: what leads to it is no one */
        bool causes = clause->operator&& clause->operator->operator_class == OPERATOR_CAUSE && !clause->frame;
        if (first_subject(clause) == CLAUSE_NONE && !causes && !topic_is_fact(p, clause)) {
            clause_add_antecedent(p, clause, FUNCTION_SUBJECT, dropped_subject(p, clause));
            uint32_t subject = first_subject(clause);
            bool protests = subject != CLAUSE_NONE && p->chunks[subject].classes & 1u << CLASS_PROTESTER;
            if (protests || (subject != CLAUSE_NONE && !clause->frame && !clause->operator)) {
                clause_refit(p, clause);
                /* that people spoken of before come together, or carry something, makes no demonstration, unless they are known to protest */
                if (clause->frame && clause->frame->type == EVENT_PROTEST && !protests)
                    clause->frame = NULL;
            }
        }
    }
}

void parse_control(struct parser *p)
{
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        share_subject(p, &p->out->clauses.items[i]);
}
