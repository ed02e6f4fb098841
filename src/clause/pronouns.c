/*
 * pronouns.c - pronouns and dropped subjects get what they stand for: as arguments where they belong to a predicate, as owner where they are
 * joined to another noun.
 */
#include "clause/antecedents.h"

static const enum antecedent_form forms_of[] = {
    [PRONOUN_HE] = FORM_HE, [PRONOUN_SHE] = FORM_SHE, [PRONOUN_THEY] = FORM_THEY, [PRONOUN_THEY_TWO] = FORM_TWO
};

static enum antecedent_form form_of_pronoun(const struct chunk *chunk)
{
    uint8_t pronoun = chunk->reading ? chunk->reading->pronoun : (uint8_t)PRONOUN_NONE;
    return pronoun < sizeof forms_of / sizeof *forms_of ? forms_of[pronoun] : FORM_NONE;
}

static enum antecedent_form form_of_verb(const struct chunk *verb)
{
    if (!verb->reading)
        return FORM_NONE;
    uint32_t f = verb->reading->features;
    if (features_part(f) == PART_VERB && features_person(f) != 3)
        return FORM_NONE;
    if (verb->plural)
        return FORM_THEY;
    return verb->dual ? FORM_TWO : verb->feminine ? FORM_SHE : FORM_HE;
}

static bool reports(const struct clause *clause)
{
    return clause->operator&& operator_reports(clause->operator->operator_class);
}

static bool is_verbal(const struct clause *clause)
{
    if (!clause->frame)
        return reports(clause);
    uint8_t type = clause->frame->type;
    return type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_THREATEN || type == EVENT_ACCUSE || type == EVENT_AGREE
           || type == EVENT_SUPPORT || type == EVENT_CONCEDE || type == EVENT_CONSULT;
}

/* The finite clause before this one in the sentence that it is joined to: of a relative clause where the verbs are alike. */
static const struct clause *clause_joined(const struct parser *p, const struct clause *clause)
{
    enum antecedent_form form = form_of_verb(&p->chunks[clause->chunk]);
    for (const struct clause *before = clause; before-- > p->out->clauses.items + p->first_clause;) {
        if (before->form != CLAUSE_FINITE)
            continue;
        if (before->relation != RELATION_RELATIVE)
            return before->governor == clause->governor ? before : NULL;
        if (form_of_verb(&p->chunks[before->chunk]) == form && p->chunks[clause->chunk].clitics & CLITIC_WA)
            return before;
    }
    return NULL;
}

/* «قال إنه قتل»: who speaks may speak of himself where a pronoun stands at the opening of what he says, and only there. */
static bool speaks_of_himself(const struct parser *p, const struct clause *clause, bool *opens)
{
    *opens = false;
    for (uint32_t i = clause->chunk; i-- > p->first && i + 4 > clause->chunk && !p->out->clause_at[i];)
        if (p->chunks[i].kind == CHUNK_SUB) {
            *opens = true;
            const struct reading *r = p->chunks[i].reading;
            /* «أنه في حين تم فرض …» is nobody's */
            return form_of_pronoun(&p->chunks[i]) != FORM_NONE && (!r || r->pronoun != PRONOUN_HE || topic_is_pronoun(p, clause));
        }
    return false;
}

/* The nearest clause before it in the sentence that reports. */
static const struct clause *reporter_before(const struct parser *p, const struct clause *clause)
{
    for (const struct clause *before = clause; before-- > p->out->clauses.items + p->first_clause;)
        if (before->form != CLAUSE_NOUN && reports(before))
            return before;
    return NULL;
}

/* Whether a verb before it in the sentence has a subject of its own: then nobody of another sentence is meant. */
static bool follows_subject(const struct parser *p, const struct clause *clause)
{
    for (const struct clause *before = clause; before-- > p->out->clauses.items + p->first_clause;)
        for (uint32_t i = 0; before->form == CLAUSE_FINITE && i < before->arguments.count; i++)
            if (before->arguments.items[i].function == FUNCTION_SUBJECT && before->arguments.items[i].origin <= ORIGIN_COORDINATE
                && p->chunks[before->arguments.items[i].chunk].phrase != PHRASE_EVENT)
                return true;
    return false;
}

/* The verb that the sentence, or the last of those joined in it, turns on. */
static const struct clause *main_clause(const struct parser *p, const struct clause *clause)
{
    for (const struct clause *before = clause; before-- > p->out->clauses.items + p->first_clause;)
        if (before->form == CLAUSE_FINITE && before->governor == CLAUSE_NONE && before->relation != RELATION_RELATIVE)
            return before;
    return NULL;
}

/* «خروج تظاهرات في إدلب، تطالب بإسقاط …»: an indefinite protest that the verb behind the comma goes on to describe; CLAUSE_NONE if there is none. */
static uint32_t protest_described(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    if (clause->form != CLAUSE_FINITE || !verb->feminine || clause->chunk <= p->first + 1 || !is_verbal(clause)
        || verb[-1].kind != CHUNK_MARK || verb[-1].mark != ',')
        return CLAUSE_NONE;
    for (uint32_t i = clause->chunk - 1; i-- > p->first;) {
        uint32_t number = p->out->clause_at[i];
        const struct frame *frame = number ? p->out->clauses.items[number - 1].frame : NULL;
        if (p->chunks[i].kind == CHUNK_NOUN && frame && frame->type == EVENT_PROTEST && p->chunks[i].phrase == PHRASE_EVENT)
            return p->chunks[i].definite ? CLAUSE_NONE : i;
        if (p->chunks[i].kind == CHUNK_VERB || p->chunks[i].kind == CHUNK_SUB || p->chunks[i].kind == CHUNK_REL)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

struct antecedent dropped_subject(const struct parser *p, const struct clause *clause)
{
    uint32_t protest = protest_described(p, clause);
    if (protest != CLAUSE_NONE)
        return (struct antecedent){ .chunk = protest };
    const struct chunk *verb = &p->chunks[clause->chunk];
    const struct clause *reporter = reporter_before(p, clause);
    bool opens, himself = speaks_of_himself(p, clause, &opens), says = is_verbal(clause);
    /* «أكد الوزير أن الجيش انسحب، مطالبا بـ»: a participle of speech goes on with who spoke */
    bool goes_on = clause->form == CLAUSE_PARTICIPLE && says;
    struct sought sought = { .form = form_of_verb(verb),
                             .least = LEAST_POINTS_SUBJECT,
                             .kinds = SEEK_SOMEBODY,
                             .other_than = CLAUSE_NONE,
                             .parallel = goes_on ? main_clause(p, clause) : clause_joined(p, clause),
                             .reporter = himself ? reporter : NULL,
                             .teller = opens && !himself ? reporter : NULL,
                             .here = follows_subject(p, clause),
                             .speakers = says };
    return antecedent_find(p, clause->chunk, &sought);
}

/* «سيطرته على المدينة», «قتاله التنظيم»: the pronoun of a verbal noun acts when what is acted on stands elsewhere, else suffers. */
static bool pronoun_acts(const struct parser *p, const struct clause *clause)
{
    const struct frame *frame = clause->frame;
    if (!frame || frame->genitive == ROLE_ACTOR || (frame->object == ROLE_NONE && frame->genitive != ROLE_OBJECT)
        || clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE || clause_argument(clause, FUNCTION_GENITIVE) != CLAUSE_NONE)
        return true;
    /* «دعوته إلى الحوار», «رفضها العرض» are his and hers; «اتهامه بالقتل» is of him */
    if (is_verbal(clause) && frame->type != EVENT_ACCUSE)
        return true;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        enum role role = (enum role)p->know->usual_roles[argument->preposition];
        for (uint32_t j = 0; j < frame->complement_count; j++)
            if (frame->complements[j].preposition == argument->preposition)
                role = (enum role)frame->complements[j].role;
        if (argument->function == FUNCTION_COMPLEMENT
            && (role == ROLE_RECIPIENT || (argument->preposition == p->with && frame->type == EVENT_ASSAULT)
                || (argument->preposition == PREP_L && i == 0)))
            return true;
    }
    return false;
}

/* «إعدامهم للأسرى»: whom the deed of a verbal noun is done to, and who therefore does not do it. */
static uint32_t done_to(const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_COMPLEMENT && clause->arguments.items[i].preposition == PREP_L)
            return clause->arguments.items[i].chunk;
    return CLAUSE_NONE;
}

/* «اقتحمها», «تحريرها»: what is stormed or taken is a place. */
static bool takes_place(const struct frame *frame)
{
    return frame->type == EVENT_COERCE && frame->mode == MODE_SEIZE;
}

/* Who did it where the sentence told the same deed before: «إعدام الأسرى من قبل الجيش … قبيل إعدامهم للأسرى»; CLAUSE_NONE if it says nobody. */
static uint32_t done_by(const struct parser *p, const struct clause *clause)
{
    for (const struct clause *before = clause; before-- > p->out->clauses.items + p->first_clause;) {
        if (before->lemma != clause->lemma || before->lemma == KNOW_NONE)
            continue;
        for (uint32_t i = 0; i < before->arguments.count; i++) {
            const struct argument *argument = &before->arguments.items[i];
            /* «بين أ وب» are two, and «مع» names the other */
            bool agent = argument->function == FUNCTION_COMPLEMENT && argument->preposition != p->with
                         && p->know->usual_roles[argument->preposition] == ROLE_ACTOR
                         && p->chunks[argument->chunk].and_for.chunk == KNOW_NONE;
            bool subject = argument->function == FUNCTION_SUBJECT && before->form == CLAUSE_FINITE && !before->passive
                           && argument->origin <= ORIGIN_COORDINATE;
            if ((agent || subject) && p->chunks[argument->chunk].kind == CHUNK_NOUN
                && (p->chunks[argument->chunk].phrase == PHRASE_BODY || p->chunks[argument->chunk].phrase == PHRASE_GROUP))
                return argument->chunk;
        }
    }
    return CLAUSE_NONE;
}

/* A pronoun joined to a predicate: its object, or the subject of a verbal noun. */
static void predicate_pronoun(struct parser *p, struct clause *clause)
{
    struct chunk *chunk = &p->chunks[clause->chunk];
    bool noun = clause->form == CLAUSE_NOUN, acts = noun && pronoun_acts(p, clause);
    bool aside = clause->relation == RELATION_WHEN || clause->relation == RELATION_CAUSE; /* not what is reported */
    struct sought sought = { .form = form_of_pronoun(chunk),
                             .least = LEAST_POINTS,
                             .kinds = SEEK_SOMEBODY | (!acts && clause->frame && frame_befalls_people(clause->frame) ? SEEK_PEOPLE : 0u)
                                      | (!acts && clause->frame && takes_place(clause->frame) ? SEEK_PLACE : 0u),
                             .again = acts ? NULL : clause,
                             .here = noun && follows_subject(p, clause),
                             .other_than = acts   ? done_to(clause)
                                           : noun ? CLAUSE_NONE
                                                  : clause_argument(clause, FUNCTION_SUBJECT),
                             .reporter = clause->governor == CLAUSE_NONE || aside ? NULL : &p->out->clauses.items[clause->governor],
                             .speakers = is_verbal(clause) };
    uint32_t again = acts && chunk->reading && chunk->reading->pronoun == PRONOUN_THEY ? done_by(p, clause) : CLAUSE_NONE;
    chunk->stands_for = again != CLAUSE_NONE ? (struct antecedent){ .chunk = again } : antecedent_find(p, clause->chunk, &sought);
    if (chunk->stands_for.chunk != KNOW_NONE)
        clause_add_antecedent(p, clause, acts ? FUNCTION_SUBJECT : FUNCTION_OBJECT, chunk->stands_for);
}

/* «عنهم», «معه», «منها». */
static void free_pronoun(struct parser *p, uint32_t at)
{
    struct chunk *chunk = &p->chunks[at];
    uint8_t role = p->know->usual_roles[chunk->preposition];
    const struct clause *clause = p->taken[at] ? &p->out->clauses.items[p->taken[at] - 1] : NULL;
    struct sought sought = { .form = form_of_pronoun(chunk),
                             .least = LEAST_POINTS,
                             .kinds = role == ROLE_AT ? SEEK_PLACE : SEEK_PLACE | SEEK_SOMEBODY,
                             .other_than = clause ? clause_argument(clause, FUNCTION_SUBJECT) : CLAUSE_NONE };
    if (chunk->preposition)
        chunk->stands_for = antecedent_find(p, at, &sought);
}

/* «أحد المقاتلين وهو يطلق النار»: a pronoun that is the subject of a verb has its form. */
static bool pronoun_is_subject(struct parser *p, uint32_t at)
{
    struct chunk *chunk = &p->chunks[at];
    const struct clause *clause = p->taken[at] ? &p->out->clauses.items[p->taken[at] - 1] : NULL;
    if (chunk->phrase != PHRASE_PRONOUN || chunk->preposition || !clause || clause->form != CLAUSE_FINITE
        || clause_argument(clause, FUNCTION_SUBJECT) != at)
        return false;
    struct sought sought = { .form = form_of_verb(&p->chunks[clause->chunk]),
                             .least = LEAST_POINTS_SUBJECT,
                             .kinds = SEEK_SOMEBODY,
                             .other_than = CLAUSE_NONE,
                             .speakers = is_verbal(clause) };
    chunk->stands_for = antecedent_find(p, at, &sought);
    return true;
}

/* The pronoun of the head, or of a noun behind it: «جنديين من عناصره». */
static enum antecedent_form form_inside(const struct parser *p, const struct chunk *chunk)
{
    enum antecedent_form form = form_of_pronoun(chunk);
    for (uint32_t i = chunk->head + 1; !form && chunk->phrase == PHRASE_GROUP && chunk->of == KNOW_NONE && i < chunk->end; i++) {
        const struct reading *r = word_reading(&p->words->items[i]);
        if (r && r->pronoun && r->pronoun < PRONOUN_SPEAKER && features_part(r->features) == PART_NOUN)
            form = forms_of[r->pronoun];
    }
    return form;
}

/* «الجيش وحلفاؤه», «رجل وزوجته», «نقاط الجيش وحلفائه»: the pronoun of a noun joined by "and" is of what it is joined to, or of whose that is. */
static struct antecedent owner_joined(const struct parser *p, uint32_t at, enum antecedent_form form)
{
    struct antecedent nobody = { KNOW_NONE, false };
    if (at < p->first + 2 || p->chunks[at - 1].kind != CHUNK_CONJ || p->chunks[at - 2].kind != CHUNK_NOUN || p->out->clause_at[at - 2])
        return nobody;
    bool owner;
    return antecedent_fits(p, at - 2, form, &owner) ? (struct antecedent){ at - 2, owner } : nobody;
}

/* «عناصره», «قواتها»: whose they are. */
static void owner_pronoun(struct parser *p, uint32_t at)
{
    struct chunk *chunk = &p->chunks[at];
    bool armed = chunk->classes & (1u << CLASS_FIGHTER | 1u << CLASS_FORCE); /* no outlet has fighters */
    struct sought sought = { .form = form_inside(p, chunk),
                             .least = LEAST_POINTS,
                             .kinds = SEEK_SOMEBODY | (armed || chunk->phrase == PHRASE_GROUP ? 0u : SEEK_PLACE),
                             .other_than = at,
                             .speakers = !armed };
    chunk->stands_for = owner_joined(p, at, sought.form);
    if (chunk->stands_for.chunk == KNOW_NONE)
        chunk->stands_for = antecedent_find(p, at, &sought);
    if (chunk->stands_for.chunk == KNOW_NONE)
        return;
    const struct chunk *owner = &p->chunks[chunk->stands_for.chunk];
    if (!chunk->stands_for.owner)
        chunk->of_referent = owner->referent;
    else if (owner->of_referent != KNOW_NONE)
        chunk->of_referent = owner->of_referent;
    else
        chunk->of = owner->of;
}

void parse_pronouns(struct parser *p)
{
    for (uint32_t i = p->first; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        struct clause *clause = parser_clause_at(p, i);
        if (chunk->kind == CHUNK_NOUN && !clause)
            sides_resolve(p, i);
        if (chunk->and_for.chunk != KNOW_NONE || (chunk->kind == CHUNK_NOUN && pronoun_is_subject(p, i)))
            continue;
        if ((chunk->kind == CHUNK_NOUN && !clause ? form_inside(p, chunk) : form_of_pronoun(chunk)) == FORM_NONE)
            continue;
        if (clause && clause->relation != RELATION_RELATIVE)
            predicate_pronoun(p, clause);
        else if (!clause && chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_PRONOUN)
            free_pronoun(p, i);
        else if (!clause && chunk->kind == CHUNK_NOUN)
            owner_pronoun(p, i);
    }
}
