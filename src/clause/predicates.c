/*
 * predicates.c - which chunks are predicates, and the particles that stand with them.
 */
#include "clause/parser.h"
#include "name/chunker.h"

bool reading_is_passive(const struct parser *p, const struct chunk *chunk, const struct reading *reading)
{
    uint32_t f = reading->features;
    if (features_part(f) == PART_PASSIVE)
        return true;
    if (features_part(f) != PART_VERB)
        return false;
    const struct word *word = &p->words->items[chunk->head];
    bool signed_passive = (f & FEATURE_PASSIVE) && features_tense(f) == TENSE_PAST && word->damma && word->damma == 1 + reading->front / 2u;
    return signed_passive || features_passive_only(f);
}

static void predicate_add(struct parser *p, uint32_t at, enum clause_form form)
{
    const struct chunk *chunk = &p->chunks[at];
    struct clause *clause = list_add(p->mem, &p->out->clauses);
    *clause = (struct clause){ .chunk = at,
                               .sentence = chunk->sentence,
                               .lemma = chunk->lemma,
                               .end = at + 1,
                               .form = (uint8_t)form,
                               .governor = CLAUSE_NONE,
                               .joined = CLAUSE_NONE,
                               .antecedent = CLAUSE_NONE,
                               .time = CLAUSE_NONE };
    p->out->clause_at[at] = p->out->clauses.count;
    const struct reading *r = chunk->reading;
    if (!r)
        return;
    uint32_t f = r->features;
    clause->passive = reading_is_passive(p, chunk, r);
    clause->future = features_part(f) == PART_VERB && (r->clitics & CLITIC_SA);
}

/* «خشية | أن يفجر», «إذا | الجيش قصف», «إذا كان | الجيش قد قصف» */
static bool behind_condition(const struct parser *p, uint32_t at)
{
    at -= at > p->first + 1 && p->chunks[at - 1].kind == CHUNK_BE;
    return at > p->first && p->chunks[at - 1].kind == CHUNK_CONDITION;
}

#define EXCEPTION_MOST_CHUNKS 8u

/* «لم تقصف البلدة سوى مرتين»: it did. */
static bool takes_back_negation(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at + 1; i < p->end && i < at + EXCEPTION_MOST_CHUNKS; i++)
        if (p->chunks[i].kind == CHUNK_ADVERB && p->chunks[i].value == VALUE_EXCEPT)
            return true;
        else if (p->chunks[i].kind == CHUNK_VERB || p->chunks[i].kind == CHUNK_SUB || p->chunks[i].kind == CHUNK_LINK)
            return false;
    return false;
}

static bool is_present(const struct chunk *chunk)
{
    return chunk->reading && features_part(chunk->reading->features) == PART_VERB
           && features_tense(chunk->reading->features) == TENSE_PRESENT;
}

static bool may_be_present(const struct parser *p, const struct chunk *verb)
{
    const struct word *word = &p->words->items[verb->head];
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_VERB && features_tense(word->readings[i].features) == TENSE_PRESENT)
            return true;
    return false;
}

/* «لم تتدخل أو تحرك آلياتها»: what "or" joins to a negated verb in the present is negated too. */
static bool goes_on_negated(const struct parser *p, uint32_t at)
{
    if (at + 1 >= p->end || p->chunks[at].end == p->chunks[at].first || !may_be_present(p, &p->chunks[at + 1])
        || !slice_equal(p->words->items[p->chunks[at].first].fold, slice_of("\xd8\xa7\xd9\x88")))
        return false;
    for (uint32_t i = p->out->clauses.count; i-- > p->first_clause;) {
        const struct clause *before = &p->out->clauses.items[i];
        if (before->chunk < at && before->form == CLAUSE_FINITE)
            return before->negated && is_present(&p->chunks[before->chunk]);
    }
    return false;
}

/* «في حالة تأهب»: a state, and no case that may come. */
static bool is_state(const struct parser *p, const struct clause *clause)
{
    const struct lemma *lemma = clause->lemma == KNOW_NONE ? NULL : &p->know->lemmas[clause->lemma];
    return clause->form == CLAUSE_NOUN && lemma && lemma->frame_count && p->know->frames[lemma->frame_first].type == EVENT_MOBILIZE
           && !p->chunks[clause->chunk].definite;
}

/* «على الجيش | أن ينسحب»: who ought to do it, at the head of a clause. */
static bool behind_duty(const struct parser *p, uint32_t sub)
{
    if (sub == p->first || p->chunks[sub - 1].kind != CHUNK_NOUN || p->chunks[sub - 1].preposition != p->on)
        return false;
    if (sub - 1 == p->first)
        return true;
    const struct chunk *before = &p->chunks[sub - 2];
    return before->kind == CHUNK_MARK || before->kind == CHUNK_CONJ || before->kind == CHUNK_SUB || before->kind == CHUNK_LINK;
}

/* Particles right before a predicate: negation, sawfa, qad, law. */
static void predicate_particles(struct parser *p, struct clause *clause)
{
    for (uint32_t i = clause->chunk; i-- > p->first;) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_NEGATE) {
            bool some = clause->form == CLAUSE_FINITE && takes_back_negation(p, clause->chunk);
            clause->negated = !some;
            clause->conditional |= some && chunk->value == VALUE_FUTURE;
        } else if (chunk->kind == CHUNK_FUTURE) {
            clause->future = true;
        } else if (chunk->kind == CHUNK_CONDITION) {
            clause->conditional = !is_state(p, clause);
        } else if (chunk->kind == CHUNK_BE && is_present(&p->chunks[clause->chunk])) {
            clause->was = true;
        } else if (chunk->kind == CHUNK_BE || chunk->kind == CHUNK_QAD || chunk->kind == CHUNK_ADVERB
                   || (chunk->kind == CHUNK_MARK && (chunk->mark == '"' || chunk->mark == '<'))) {
            continue;
        } else if (chunk->kind == CHUNK_SUB && i > p->first && p->chunks[i - 1].kind == CHUNK_NEGATE
                   && p->chunks[i - 1].value == VALUE_WITHOUT) {
            clause->negated = true; /* «دون أن يسلم …» */
            return;
        } else if (chunk->kind == CHUNK_SUB && clause->form == CLAUSE_FINITE && behind_duty(p, i)) {
            clause->conditional = true;
            return;
        } else if (chunk->kind == CHUNK_CONJ && i + 1 == clause->chunk && goes_on_negated(p, i)) {
            clause->negated = true;
            return;
        } else if ((chunk->kind == CHUNK_SUB || (chunk->kind == CHUNK_NOUN && clause->form != CLAUSE_NOUN)) && behind_condition(p, i)) {
            continue;
        } else {
            return;
        }
    }
}

/* «أربعة شهداء في قصف على رفح», «…: قتلى وجرحى»: people named by what befell them, at the head of a stretch without a verb of its own, tell it. */
static bool tells_victims(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    bool several = chunk->number != KNOW_NONE || chunk->plural || chunk->dual;
    /* «شهيد برصاص الاحتلال»: one victim, and behind it how or where */
    bool alone = !several && chunk->name_end == chunk->name_first && at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_NOUN
                 && p->chunks[at + 1].preposition;
    bool counted = several ? chunk->phrase == PHRASE_GROUP : alone && (chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_PERSON);
    if (chunk->kind != CHUNK_NOUN || !(chunk->classes & (1u << CLASS_VICTIM | 1u << CLASS_WOUNDED)) || !counted || chunk->definite
        || chunk->preposition || chunk->genitive || chunk->lemma == KNOW_NONE)
        return false;
    uint32_t next = at + 1;
    if (next < p->end && p->chunks[next].kind == CHUNK_VERB && !(p->chunks[next].clitics & (CLITIC_WA | CLITIC_FA)))
        return false;
    if (at == p->first)
        return true;
    const struct chunk *before = &p->chunks[at - 1];
    if (before->kind == CHUNK_CONJ && at > p->first + 1)
        return p->out->clause_at[at - 2] && p->chunks[at - 2].phrase == PHRASE_GROUP;
    return before->kind == CHUNK_MARK && before->mark != '(' && before->mark != '"' && before->mark != '<';
}

void parse_predicates(struct parser *p)
{
    p->first_clause = p->out->clauses.count;
    for (uint32_t i = p->first; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_VERB)
            predicate_add(p, i, chunk->reading && features_part(chunk->reading->features) == PART_VERB ? CLAUSE_FINITE : CLAUSE_PARTICIPLE);
        else if ((chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_EVENT) || tells_victims(p, i))
            predicate_add(p, i, CLAUSE_NOUN);
    }
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        predicate_particles(p, &p->out->clauses.items[i]);
}
