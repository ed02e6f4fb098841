/*
 * skips.c - what stands inside a clause and takes no part in it: brackets, what an expression names, relative clauses, parts of a sum. Each
 * returns the last chunk of what is to be passed over that begins at `at`; `at` itself where nothing is.
 */
#include "clause/content.h"
#include "clause/parser.h"

#define ASIDE_MOST 14u /* chunks */

/* «قرى (الرشادية والحجارة)»: the brackets hold the villages themselves. */
bool brackets_list(const struct parser *p, uint32_t at)
{
    if (at == p->first || at + 1 >= p->end || p->chunks[at].mark != '(')
        return false;
    const struct chunk *places = &p->chunks[at - 1], *first = &p->chunks[at + 1];
    return places->kind == CHUNK_NOUN && places->plural && places->entity == KNOW_NONE && (places->classes & 1u << CLASS_PLACE)
           && first->kind == CHUNK_NOUN && (first->preposition == PREP_NONE || first->preposition == places->preposition)
           && (first->phrase == PHRASE_PLACE || first->phrase == PHRASE_THING);
}

/* «(جنوب تركيا)»; but in «لدى (جيش الإسلام)» the brackets are quotation marks. */
uint32_t skip_brackets(const struct parser *p, uint32_t at)
{
    if (brackets_list(p, at))
        return at;
    const struct chunk *next = at + 1 < p->end ? &p->chunks[at + 1] : NULL;
    if (next && next->kind == CHUNK_NOUN && next->preposition && next->first == p->chunks[at].end && !next->front)
        return at;
    for (uint32_t i = at + 1; i < p->end && i < at + 12; i++)
        if (p->chunks[i].kind == CHUNK_MARK && p->chunks[i].mark == ')')
            return i;
    return at;
}

/* «في تصريح لـ«سمارت»», «بحسب ما أفاد به مصدر»: whom the expression names is no argument of the verb. */
uint32_t skip_expression(const struct parser *p, uint32_t at)
{
    bool source = p->chunks[at].value == EXPRESSION_SOURCE;
    const struct reading *last = word_reading(&p->words->items[p->chunks[at].end - 1]);
    /* «في بيان مشترك | …»: behind an adjective stands no owner */
    if (!source && last && features_part(last->features) == PART_ADJECTIVE && at + 1 < p->end && !p->chunks[at + 1].preposition)
        return at;
    for (uint32_t i = at + 1; i < p->end && i <= at + 3; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (source && chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_PRONOUN)
            continue;
        if (chunk->kind == CHUNK_NOUN)
            return i;
        if (chunk->kind != CHUNK_MARK || (chunk->mark != '"' && chunk->mark != '<' && chunk->mark != '('))
            break;
    }
    return at;
}

/* «قصف "إسرائيل"», «مواجهة "جيش" الاحتلال»: somebody in quotation marks stands behind `at` like anybody without; else what comes next. */
uint32_t skip_quote(const struct parser *p, uint32_t at)
{
    uint32_t next = at + 1;
    if (next + 1 >= p->end || p->chunks[next].kind != CHUNK_MARK || (p->chunks[next].mark != '"' && p->chunks[next].mark != '<'))
        return next;
    const struct chunk *noun = &p->chunks[next + 1];
    char close = p->chunks[next].mark == '<' ? '>' : '"';
    if (noun->kind != CHUNK_NOUN || noun->preposition || (noun->phrase != PHRASE_PERSON && noun->phrase != PHRASE_BODY))
        return next;
    for (uint32_t i = noun->first; i <= noun->end && i < p->words->count; i++)
        if (p->words->items[i].mark == close)
            return next + 1;
    return next;
}

/* «مدرعاتها التي زودها بها التحالف، في زنجبار»: the comma that ends a relative clause; `at` itself where none does. */
uint32_t skip_relative(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at + 1; i < p->end && i < at + 16; i++) {
        if (p->chunks[i].kind == CHUNK_SUB || p->chunks[i].kind == CHUNK_LINK)
            return at;
        if (p->chunks[i].kind == CHUNK_MARK && p->chunks[i].mark == ',')
            return i + 1 < p->end && p->chunks[i + 1].kind == CHUNK_NOUN && p->chunks[i + 1].preposition ? i : at;
    }
    return at;
}

static bool may_be_light(const struct parser *p, const struct chunk *verb)
{
    const struct word *word = &p->words->items[verb->head];
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (lemma_operates(&p->know->lemmas[word->readings[i].lemma], 1u << OPERATOR_LIGHT))
            return true;
    return false;
}

/* «قتل في المعارك التي دارت بين أ وب | ثلاثة»: the last chunk of a relative clause with a light verb, which has no object, before the people that
 * the verb above still lacks; `at` itself where none stand there. */
uint32_t skip_occurrence(const struct parser *p, uint32_t at)
{
    const struct chunk *verb = at + 1 < p->end ? &p->chunks[at + 1] : NULL;
    if (!verb || verb->kind != CHUNK_VERB || !verb->reading || verb->reading->pronoun || verb->plural || !may_be_light(p, verb))
        return at;
    bool joined = false;
    for (uint32_t i = at + 2; i < p->end && i < at + ASIDE_MOST; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_NOUN && !chunk->preposition && !chunk->genitive && !joined && i > at + 2)
            return chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_NUMBER || chunk->phrase == PHRASE_PERSON ? i - 1 : at;
        if (chunk->kind != CHUNK_NOUN && chunk->kind != CHUNK_CONJ && chunk->kind != CHUNK_TIME)
            return at;
        joined = chunk->kind == CHUNK_CONJ;
    }
    return at;
}

static bool may_be_speech(const struct parser *p, const struct chunk *verb)
{
    const struct word *word = &p->words->items[verb->head];
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (content_lemma_reports(p->know, word->readings[i].lemma))
            return true;
    return false;
}

/* «قال الوزير الذي اعتقلته الشرطة إن …»: the content behind the relative clause at `at`; `at` itself where none follows. */
uint32_t skip_description(const struct parser *p, uint32_t at)
{
    if (at + 3 >= p->end || p->chunks[at + 1].kind != CHUNK_VERB || may_be_speech(p, &p->chunks[at + 1]))
        return at;
    for (uint32_t i = at + 2; i < p->end && i < at + ASIDE_MOST; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_SUB) /* «طلب منهم أن يغادروا» */
            return i > at + 2 && i + 1 < p->end && p->chunks[i + 1].kind != CHUNK_VERB ? i : at;
        if (chunk->kind == CHUNK_MARK && chunk->mark == ':')
            return i;
        if (chunk->kind != CHUNK_NOUN && chunk->kind != CHUNK_CONJ && chunk->kind != CHUNK_TIME && chunk->kind != CHUNK_NEGATE)
            return at;
    }
    return at;
}

/* «أعلنت البلدية بعد هجوم على السوق أن …»: the content behind the occasion on which it is told; `at` itself where none follows. */
uint32_t skip_occasion(const struct parser *p, uint32_t at)
{
    uint32_t i = at + 1;
    while (i < p->end
           && (p->chunks[i].kind == CHUNK_NOUN || p->chunks[i].kind == CHUNK_TIME || p->chunks[i].kind == CHUNK_CONJ
               || (p->chunks[i].kind == CHUNK_MARK && p->chunks[i].mark == ',')))
        i++;
    return i < p->end && p->chunks[i].kind == CHUNK_SUB ? i : at;
}

/* «أحرار الشام» و| «داعش»: a quotation mark or bracket before a name alone. */
bool skip_opens_term(const struct parser *p, uint32_t at)
{
    if (at + 2 >= p->end || p->chunks[at].kind != CHUNK_MARK || p->chunks[at + 1].kind != CHUNK_NOUN
        || p->chunks[at + 2].kind != CHUNK_MARK)
        return false;
    char open = p->chunks[at].mark, close = p->chunks[at + 2].mark;
    return (open == '<' && close == '>') || (open == '"' && close == '"') || (open == '(' && close == ')');
}

/* «مقتل 11 مدنيا، بينهم طفلان وامرأة، في قصف»: the last chunk of the part that is told between the sum and what follows; `at` where none is. */
uint32_t skip_part(const struct parser *p, uint32_t at)
{
    uint32_t i = p->chunks[at].kind == CHUNK_MARK && p->chunks[at].mark == ',' ? at + 1 : at;
    if (i >= p->end || p->chunks[i].kind != CHUNK_ADVERB || p->chunks[i].value != VALUE_PART)
        return at;
    while (++i < p->end) {
        const struct chunk *chunk = &p->chunks[i];
        if (skip_opens_term(p, i)) { /* «رئيسا «الموساد» و«الشاباك»» */
            i += 2;
            continue;
        }
        if (chunk->kind == CHUNK_MARK && chunk->mark == ',')
            return i + 1 < p->end && p->chunks[i + 1].kind == CHUNK_NOUN && p->chunks[i + 1].preposition ? i : at;
        if (chunk->kind != CHUNK_CONJ && (chunk->kind != CHUNK_NOUN || chunk->preposition))
            break;
    }
    return i - 1;
}

/* «اتفقا، بعد مفاوضات في سويسرا، على الإفراج», «أسرت، بعد معارك، عشرة»: the comma that ends what is put in; `at` itself where nothing is. Behind
 * it stands a complement, or people whom the verb `lacks`. */
uint32_t skip_aside(const struct parser *p, uint32_t at, bool lacks)
{
    if (p->chunks[at].kind != CHUNK_MARK || p->chunks[at].mark != ',' || at + 1 >= p->end
        || (p->chunks[at + 1].kind != CHUNK_WHEN && p->chunks[at + 1].kind != CHUNK_BECAUSE))
        return at;
    for (uint32_t i = at + 2; i < p->end && i < at + ASIDE_MOST; i++) {
        const struct chunk *chunk = &p->chunks[i];
        const struct chunk *next = chunk->kind == CHUNK_MARK && chunk->mark == ',' && i + 1 < p->end ? chunk + 1 : NULL;
        if (next && next->kind == CHUNK_NOUN && !next->preposition)
            return lacks && next->phrase == PHRASE_GROUP && !clause_leads_verb(p, i + 1) ? i : at;
        if (chunk->kind == CHUNK_MARK && chunk->mark == ',')
            return next && next->kind == CHUNK_NOUN ? i : at;
        if (chunk->kind != CHUNK_NOUN && chunk->kind != CHUNK_CONJ && chunk->kind != CHUNK_TIME)
            return at;
    }
    return at;
}

/* «بحسب قناة محلية، قال …»: whom an expression names says nothing else. */
bool chunk_is_cited(const struct parser *p, uint32_t at)
{
    while (at > p->first && p->chunks[at - 1].kind == CHUNK_MARK && (p->chunks[at - 1].mark == '"' || p->chunks[at - 1].mark == '<'))
        at--;
    return at > p->first && p->chunks[at - 1].kind == CHUNK_EXPRESSION
           && (p->chunks[at - 1].value == EXPRESSION_SOURCE || p->chunks[at - 1].value == EXPRESSION_CHANNEL);
}

/* «استهداف مجاهدي المقاومة، بصاروخ موجه، | خيمة»: the comma that ends what the deed was done with, before what it was done to; `at` itself where
 * no such thing is put in. */
uint32_t skip_weapon(const struct parser *p, uint32_t at)
{
    bool comma = p->chunks[at].kind == CHUNK_MARK && p->chunks[at].mark == ',';
    if (!comma || at + 3 >= p->end || p->chunks[at + 1].kind != CHUNK_NOUN || p->chunks[at + 1].preposition != PREP_B
        || !p->chunks[at + 1].mode)
        return at;
    for (uint32_t i = at + 2; i + 1 < p->end && i < at + ASIDE_MOST; i++) {
        const struct chunk *chunk = &p->chunks[i], *next = chunk + 1;
        if (chunk->kind == CHUNK_MARK && chunk->mark == ',')
            return next->kind == CHUNK_NOUN && !next->preposition && next->phrase != PHRASE_EVENT && next->phrase != PHRASE_PRONOUN
                           && !next->partitive && !clause_leads_verb(p, i + 1)
                       ? i
                       : at;
        if (chunk->kind != CHUNK_CONJ && chunk->kind != CHUNK_TIME && (chunk->kind != CHUNK_NOUN || !chunk->preposition))
            return at;
    }
    return at;
}
