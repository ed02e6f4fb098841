/*
 * governors.c - who governs whom: content clauses, arguments, relative clauses, adverbials.
 */
#include "clause/parser.h"

#define SCOPES 8

/* A content clause that is open: everything inside it is governed by `clause` unless something nearer governs it. */
struct scope {
    uint32_t clause;
    uint32_t relation;
};

struct governing {
    struct parser *p;
    struct scope scopes[SCOPES];
    uint32_t depth;
};

static uint32_t clause_index(const struct parser *p, const struct clause *clause)
{
    return (uint32_t)(clause - p->out->clauses.items);
}

/* «أ تعلن كذا، وب يكشف عن كذا»: subjects before their verbs, the second joined by "and". */
static bool goes_on_beside(const struct parser *p, const struct clause *clause)
{
    const struct clause *first = &p->out->clauses.items[p->first_clause];
    uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT), before = clause_argument(first, FUNCTION_SUBJECT);
    if (first == clause || first->form != CLAUSE_FINITE || subject == CLAUSE_NONE || subject <= p->first || subject >= clause->chunk
        || before == CLAUSE_NONE || before >= first->chunk)
        return false;
    uint32_t at = subject - 1;
    while (at > p->first && p->chunks[at].kind == CHUNK_MARK && (p->chunks[at].mark == '"' || p->chunks[at].mark == '<'))
        at--;
    return p->chunks[at].kind == CHUNK_CONJ;
}

/* «أ تعلن قصف كذا، وب يقرر كذا»: where the first says no more than a noun, the second is not what he tells. */
static bool goes_on_apart(const struct parser *p, const struct clause *clause)
{
    const struct clause *first = &p->out->clauses.items[p->first_clause];
    return clause->form == CLAUSE_FINITE && clause_reports(first) && !first->has_content && goes_on_beside(p, clause);
}

static bool is_speech_act(const struct clause *clause)
{
    if (!clause->frame || clause->operator)
        return false;
    uint8_t type = clause->frame->type;
    return type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_SUPPORT || type == EVENT_THREATEN;
}

/* «تقول المنظمة إن الجيش انسحب، وتدعو إلى …»: the verb goes with the reporter and not with what the clause before it tells. */
static bool agrees_with_reporter(const struct parser *p, const struct clause *reporter, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk], *said = &p->chunks[reporter->chunk];
    if (reporter->form != CLAUSE_FINITE || verb->plural || verb->dual || said->plural || said->dual
        || features_tense(verb->reading->features) != features_tense(said->reading->features) || verb->feminine != said->feminine
        || features_person(verb->reading->features) != features_person(said->reading->features))
        return false;
    for (uint32_t i = (uint32_t)(clause - p->out->clauses.items); i-- > p->first_clause;) {
        const struct clause *before = &p->out->clauses.items[i];
        if (before == reporter)
            return false;
        uint32_t subject = before->form == CLAUSE_FINITE ? clause_argument(before, FUNCTION_SUBJECT) : CLAUSE_NONE;
        if (before->form == CLAUSE_FINITE && before->relation != RELATION_RELATIVE)
            return subject != CLAUSE_NONE && !clause_agrees(p, verb, &p->chunks[subject])
                   && p->chunks[before->chunk].feminine != verb->feminine;
    }
    return false;
}

/* «دان قصف قرية | قال إنه أوقع قتلى | ودعا …»: a reporter that says something of the noun before it; who acts above it goes on. */
static bool describes_in_passing(const struct parser *p, const struct clause *reporter, const struct clause *clause)
{
    const struct clause *first = &p->out->clauses.items[p->first_clause];
    const struct chunk *said = &p->chunks[reporter->chunk];
    uint32_t subject = clause_argument(first, FUNCTION_SUBJECT);
    return reporter > first && said[-1].kind == CHUNK_NOUN && !(said->clitics & (CLITIC_WA | CLITIC_FA)) && first->form == CLAUSE_FINITE
           && clause_argument(reporter, FUNCTION_SUBJECT) == CLAUSE_NONE && clause_argument(clause, FUNCTION_SUBJECT) == CLAUSE_NONE
           && subject != CLAUSE_NONE && clause_agrees(p, &p->chunks[clause->chunk], &p->chunks[subject])
           && (p->chunks[subject].plural || !p->chunks[clause->chunk].plural);
}

/* «… وتعهدت الوزارة في بيان …»: a statement of its own. */
static bool states(const struct parser *p, const struct clause *clause)
{
    uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT), next = subject + 1;
    return subject == clause->chunk + 1 && next < p->end && p->chunks[subject].phrase != PHRASE_PRONOUN
           && p->chunks[next].kind == CHUNK_EXPRESSION && p->chunks[next].value == EXPRESSION_CHANNEL;
}

/* «نفى أن يكون …، واتهم …»: who denies goes on to accuse. */
static bool is_further_act(const struct governing *g, const struct clause *clause)
{
    const struct parser *p = g->p;
    const struct chunk *verb = &p->chunks[clause->chunk];
    if (!g->depth || clause->form != CLAUSE_FINITE || !clause->frame || clause->operator|| !(verb->clitics & CLITIC_WA) || !verb->reading
        || g->scopes[g->depth - 1].relation == RELATION_QUOTE)
        return false;
    bool past = features_tense(verb->reading->features) == TENSE_PAST;
    if (past && (is_speech_act(clause) || clause->frame->type == EVENT_AGREE) && states(p, clause))
        return true;
    if (!is_speech_act(clause))
        return false;
    const struct clause *reporter = &p->out->clauses.items[g->scopes[0].clause];
    if (past && describes_in_passing(p, reporter, clause))
        return true;
    bool denies = reporter->operator&& reporter->operator->operator_class == OPERATOR_DENY;
    return (denies && clause->frame->type == EVENT_ACCUSE && features_tense(verb->reading->features) == TENSE_PAST)
           || (p->chunks[reporter->chunk].reading && clause_reports(reporter) && agrees_with_reporter(p, reporter, clause));
}

/* «… أن قال», «… أن | عضو الفريق | قال»: the verb, or the subject before it, follows "that". */
static bool stands_behind_sub(const struct parser *p, const struct clause *clause)
{
    uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT), at = clause->chunk;
    if (clause->form == CLAUSE_FINITE && subject != CLAUSE_NONE && subject < at && subject >= p->first)
        at = subject;
    while (at > p->first && p->chunks[at - 1].kind == CHUNK_MARK && (p->chunks[at - 1].mark == '"' || p->chunks[at - 1].mark == '<'))
        at--;
    return at > p->first && p->chunks[at - 1].kind == CHUNK_SUB;
}

/* A report verb in the past (or a participle of one) that is not itself told by somebody opens a new main clause. */
static bool opens_main_clause(const struct parser *p, const struct clause *clause, uint32_t depth)
{
    if (!clause_reports(clause) || clause->form == CLAUSE_NOUN)
        return false;
    if (depth == 0)
        return true;
    const struct chunk *chunk = &p->chunks[clause->chunk];
    bool after_sub = stands_behind_sub(p, clause);
    bool present = chunk->reading && features_tense(chunk->reading->features) == TENSE_PRESENT;
    return !after_sub && (!present || clause->form == CLAUSE_PARTICIPLE || goes_on_beside(p, clause));
}

/* The clause whose argument a noun predicate is; CLAUSE_NONE if none. */
static uint32_t argument_owner(const struct parser *p, const struct clause *clause, enum clause_relation *relation)
{
    for (uint32_t i = clause_index(p, clause); i-- > p->first_clause;) {
        const struct clause *other = &p->out->clauses.items[i];
        for (uint32_t j = other->arguments.count; j-- > 0;)
            if (other->arguments.items[j].chunk == clause->chunk && other->arguments.items[j].origin <= ORIGIN_COORDINATE) {
                *relation = RELATION_ARGUMENT;
                return i;
            }
    }
    /* «… أن هجوما وقع»: the verb comes behind its subject */
    for (uint32_t i = clause_index(p, clause) + 1; i < p->out->clauses.count; i++) {
        const struct clause *other = &p->out->clauses.items[i];
        if (other->form == CLAUSE_FINITE && clause_argument(other, FUNCTION_SUBJECT) == clause->chunk) {
            *relation = RELATION_ARGUMENT;
            return i;
        }
    }
    /* A genitive behind an argument stands for it: «خطر اندلاع الحرب». */
    if (p->chunks[clause->chunk].genitive && clause->chunk > p->first && p->taken[clause->chunk - 1]) {
        *relation = RELATION_ARGUMENT;
        return p->taken[clause->chunk - 1] - 1;
    }
    return CLAUSE_NONE;
}

/* «قال الناطق في تصريحات نشرتها صحف إن …», «قال قيادي، طلب عدم ذكر اسمه، إن …», «قال الوزير الذي اعتقلته الشرطة إن …»: the reporter that
 * still lacks its words, over what is said between. */
static uint32_t reporter_waiting(const struct parser *p, uint32_t at)
{
    bool comma = at > p->first && p->chunks[at - 1].kind == CHUNK_MARK && p->chunks[at - 1].mark == ',';
    bool channel = false, described = false, stop = p->chunks[at].kind == CHUNK_MARK;
    for (uint32_t i = p->out->clauses.count; i-- > p->first_clause;) {
        const struct clause *clause = &p->out->clauses.items[i];
        if (clause->chunk >= at || clause->form == CLAUSE_NOUN)
            continue;
        const struct chunk *verb = &p->chunks[clause->chunk], *before = verb - 1;
        if (clause->form == CLAUSE_FINITE && clause_reports(clause) && !(clause->has_content && clause->end != at)
            && (comma || channel || described) && !(channel && clause->end == at))
            return i;
        bool words = clause->chunk > p->first
                     && ((before->kind == CHUNK_EXPRESSION && before->value == EXPRESSION_CHANNEL)
                         || (before->kind == CHUNK_NOUN && !before->definite
                             && (before->classes & 1u << CLASS_SPEECH
                                 || (before->lemma != KNOW_NONE && lemma_operates(&p->know->lemmas[before->lemma], OPERATORS_OF_SPEECH)))));
        if (words && verb->reading && verb->reading->pronoun && !(verb->clitics & CLITIC_WA))
            channel = true;
        else if (clause->relation == RELATION_RELATIVE && !clause_reports(clause) && clause->chunk + 1 < at
                 && (stop || (!is_speech_act(clause) && at + 1 < p->end && p->chunks[at + 1].kind != CHUNK_VERB)))
            described = true;
        else if (!comma || (verb->clitics & CLITIC_WA) || clause->has_content != (clause->has_content && clause->end == at))
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* «قال مسؤول طلب عدم الكشف عن هويته | إن …»: behind «إن», written so, stand the words of who «says» and has said none yet. */
static uint32_t sayer_waiting(const struct parser *p, uint32_t at)
{
    static const char qala[] = "\xd9\x82\xd8\xa7\xd9\x84", kasra[] = "\xd8\xa5";
    const struct word *word = &p->words->items[p->chunks[at].first];
    if (p->chunks[at].kind != CHUNK_SUB || memcmp(p->text->source.at + word->start, kasra, sizeof kasra - 1) != 0)
        return CLAUSE_NONE;
    for (uint32_t i = p->out->clauses.count; i-- > p->first_clause;) {
        const struct clause *clause = &p->out->clauses.items[i];
        if (clause->chunk < at && clause->lemma != KNOW_NONE && !(clause->has_content && clause->end != at)
            && slice_equal(know_text(p->know, p->know->lemmas[clause->lemma].text), slice_of(qala)))
            return i;
    }
    return CLAUSE_NONE;
}

/* «طلب عدم الكشف عن هويته»: what is not to be told has its object already, and no content. */
static bool is_withheld(const struct parser *p, const struct clause *clause)
{
    const struct chunk *before = &p->chunks[clause->chunk] - 1;
    return clause->form == CLAUSE_NOUN && clause->chunk > p->first && before->kind == CHUNK_NEGATE && before->value == VALUE_WITHOUT
           && clause_reports(clause)
           && (clause_argument(clause, FUNCTION_GENITIVE) != CLAUSE_NONE || clause_argument(clause, FUNCTION_COMPLEMENT) != CLAUSE_NONE);
}

/* Whose content opens at chunk `at`: the nearest predicate before it that may have some, but no noun over the head of the verb that reaches up to
 * there («أكد خلال اجتماع أن …»). */
static uint32_t content_owner(const struct parser *p, uint32_t at)
{
    bool opens = p->chunks[at].kind == CHUNK_SUB || (p->chunks[at].kind == CHUNK_MARK && p->chunks[at].mark == ':');
    uint32_t nearest = opens ? reporter_waiting(p, at) : CLAUSE_NONE;
    if (nearest == CLAUSE_NONE)
        nearest = sayer_waiting(p, at);
    if (nearest != CLAUSE_NONE) {
        p->out->clauses.items[nearest].has_content = true;
        return nearest;
    }
    uint32_t withheld = CLAUSE_NONE; /* the "not" of what is not to be told; nor has who asks for that other words */
    for (uint32_t i = p->out->clauses.count; i-- > p->first_clause;) {
        const struct clause *clause = &p->out->clauses.items[i];
        if (clause->chunk >= at || (!clause->frame && !clause->operator) || clause->chunk + 1 == withheld)
            continue;
        if (is_withheld(p, clause)) {
            withheld = clause->chunk - 1;
            continue;
        }
        /* «أعلنت إثر الهجوم | أن …»: when it is told has no content */
        if (nearest == CLAUSE_NONE && (clause->form != CLAUSE_NOUN || (clause->chunk + 1 == at && clause->relation != RELATION_WHEN)))
            return i;
        if (nearest != CLAUSE_NONE && clause->form != CLAUSE_NOUN)
            return clause->has_content && clause->end == at ? i : nearest;
        if (nearest == CLAUSE_NONE)
            nearest = i;
    }
    return nearest;
}

static void scope_open(struct governing *g, uint32_t clause, enum clause_relation relation)
{
    if (g->depth && g->scopes[g->depth - 1].clause == clause) {
        g->scopes[g->depth - 1].relation = (uint32_t)relation;
        return;
    }
    if (clause == CLAUSE_NONE || g->depth == SCOPES)
        return;
    g->scopes[g->depth++] = (struct scope){ clause, (uint32_t)relation };
}

/* What stands right before a predicate's clause: the particle that opened it. */
static enum chunk_kind opener_of(const struct parser *p, const struct clause *clause, uint32_t *at)
{
    for (uint32_t i = clause->chunk; i-- > p->first;) {
        enum chunk_kind kind = (enum chunk_kind)p->chunks[i].kind;
        if (kind == CHUNK_REL || kind == CHUNK_WHEN || kind == CHUNK_BECAUSE || kind == CHUNK_SUB || kind == CHUNK_LINK
            || kind == CHUNK_VERB) {
            *at = i;
            return kind;
        }
        if (kind == CHUNK_MARK && (p->chunks[i].mark == ',' || p->chunks[i].mark == ';'))
            break;
        if (kind == CHUNK_NOUN && (p->out->clause_at[i] || clause->form == CLAUSE_NOUN))
            break;
    }
    *at = CLAUSE_NONE;
    return CHUNK_OTHER;
}

static uint32_t antecedent_before(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at; i-- > p->first && i + 4 > at;)
        if (p->chunks[i].kind == CHUNK_NOUN && p->chunks[i].phrase != PHRASE_PRONOUN)
            return i;
    return CLAUSE_NONE;
}

static void govern(struct governing *g, struct clause *clause)
{
    struct parser *p = g->p;
    uint32_t at;
    enum chunk_kind opener = opener_of(p, clause, &at);
    enum clause_relation relation = RELATION_ROOT;
    const struct chunk *chunk = &p->chunks[clause->chunk];
    if (clause->antecedent != CLAUSE_NONE) {
        clause->relation = RELATION_RELATIVE;
        clause->governor = g->depth ? g->scopes[g->depth - 1].clause : CLAUSE_NONE;
        return;
    }
    if (opener == CHUNK_REL && clause->form != CLAUSE_NOUN && clause->chunk - at <= 4) {
        clause->relation = RELATION_RELATIVE;
        clause->antecedent = antecedent_before(p, at);
        clause->governor = g->depth ? g->scopes[g->depth - 1].clause : CLAUSE_NONE;
        return;
    }
    if (clause->form == CLAUSE_NOUN) {
        clause->joined = clause_joined_to(p, clause);
        const struct clause *first = clause->joined == CLAUSE_NONE ? NULL : &p->out->clauses.items[clause->joined];
        clause->governor = first ? first->governor : argument_owner(p, clause, &relation);
        clause->relation = first ? first->relation : (uint8_t)relation;
        if (opener == CHUNK_WHEN && clause->chunk - at <= 2)
            clause->relation = RELATION_WHEN;
        if (opener == CHUNK_BECAUSE && clause->chunk - at <= 2)
            clause->relation = RELATION_CAUSE;
    } else if (chunk->clitics & CLITIC_LA) {
        clause->governor = content_owner(p, clause->chunk);
        clause->relation = RELATION_PURPOSE;
        return;
    } else if ((chunk->reading && chunk->reading->pronoun && clause->chunk > p->first && p->chunks[clause->chunk - 1].kind == CHUNK_NOUN
                && !p->chunks[clause->chunk - 1].definite && !(chunk->clitics & CLITIC_WA))
               || (clause->form == CLAUSE_FINITE && verb_carries_event(p, clause->chunk))) {
        /* «عمليات إعدام نفذها …», «أشخاص اعتقلهم التنظيم»: a relative clause without a pronoun, after an indefinite noun */
        clause->relation = RELATION_RELATIVE;
        clause->antecedent = clause->chunk - 1;
        clause->governor = g->depth ? g->scopes[g->depth - 1].clause : CLAUSE_NONE;
        return;
    }
    if (clause->governor == CLAUSE_NONE && g->depth) {
        clause->governor = g->scopes[g->depth - 1].clause;
        if (clause->relation == RELATION_ROOT)
            clause->relation = (uint8_t)g->scopes[g->depth - 1].relation;
    }
}

static void open_scopes(struct governing *g, uint32_t at)
{
    struct parser *p = g->p;
    const struct chunk *chunk = &p->chunks[at];
    if (chunk->kind == CHUNK_SUB) {
        scope_open(g, content_owner(p, at), RELATION_CONTENT);
    } else if (chunk->kind == CHUNK_MARK && chunk->mark == ':') {
        uint32_t owner = content_owner(p, at);
        if (owner != CLAUSE_NONE && clause_reports(&p->out->clauses.items[owner]))
            scope_open(g, owner, RELATION_QUOTE);
    } else if (chunk->kind == CHUNK_MARK && (chunk->mark == '<' || chunk->mark == '"')) {
        /* a quotation right behind a reporter, or behind "an": its words */
        uint32_t owner = content_owner(p, at);
        const struct clause *clause = owner != CLAUSE_NONE ? &p->out->clauses.items[owner] : NULL;
        bool said = clause && clause->has_content && clause->end == at;
        if (clause && clause_reports(clause) && (said || (p->chunks[at - 1].kind != CHUNK_NOUN && at - clause->chunk <= 2)))
            scope_open(g, owner, RELATION_QUOTE);
    } else if (chunk->kind == CHUNK_LINK && chunk->value == VALUE_NARRATOR) {
        g->depth = 0;
    } else if (chunk->kind == CHUNK_BE && g->depth == 1 && g->scopes[0].relation == RELATION_WITHIN && at > p->first
               && p->chunks[at - 1].kind == CHUNK_CONJ) {
        g->depth = 0; /* «…، وكان …»: the narrator goes on */
    }
}

void parse_governors(struct parser *p)
{
    struct governing g = { .p = p };
    for (uint32_t at = p->first; at < p->end; at++) {
        open_scopes(&g, at);
        struct clause *clause = parser_clause_at(p, at);
        if (!clause)
            continue;
        if (opens_main_clause(p, clause, g.depth) || is_further_act(&g, clause) || goes_on_apart(p, clause))
            g.depth = 0;
        govern(&g, clause);
        /* What stands behind a reporter in his sentence is told by him, whether or not a content clause opens. */
        if (g.depth == 0 && clause_reports(clause) && clause->form != CLAUSE_NOUN)
            scope_open(&g, clause_index(p, clause), RELATION_WITHIN);
    }
}
