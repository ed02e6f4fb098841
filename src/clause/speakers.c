/*
 * speakers.c - who can be a source, and which of the report's reporters tell something.
 */
#include "clause/speakers.h"

/* «التقرير», «تسريبات», «بيان»: nouns of speech can be who says it. */
static bool lemma_speaks(const struct know *know, uint32_t lemma)
{
    return lemma != KNOW_NONE && know->lemmas[lemma].part == LEMMA_NOUN && lemma_operates(&know->lemmas[lemma], OPERATORS_OF_SPEECH);
}

/* Classes of nouns that somebody speaks behind, or that are words themselves. */
#define SPEAKING                                                                                                                        \
    (1u << CLASS_PEOPLE | 1u << CLASS_FIGHTER | 1u << CLASS_CAPTIVE | 1u << CLASS_DISPLACED | 1u << CLASS_TITLE | 1u << CLASS_SPOKESMAN \
     | 1u << CLASS_SOURCE | 1u << CLASS_OUTLET | 1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_STATE | 1u << CLASS_FACILITY        \
     | 1u << CLASS_SPEECH | 1u << CLASS_DOCUMENT)

/* Persons, bodies, groups, countries and cities that stand for their government, and things that stand for words («التقرير», «البيان»);
 * never an event, and no other thing. An adjective with the article is a surname. */
bool speaker_can(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->phrase == PHRASE_PRONOUN || chunk->phrase == PHRASE_NUMBER || chunk->genitive
        || (chunk->end - chunk->first == 1 && p->words->items[chunk->first].fold.len <= 2))
        return false;
    if (chunk->phrase == PHRASE_PLACE)
        return chunk->entity != KNOW_NONE
               && (p->know->entities[chunk->entity].kind == KIND_COUNTRY || p->know->entities[chunk->entity].kind == KIND_CITY);
    if (chunk->phrase == PHRASE_EVENT)
        return lemma_speaks(p->know, chunk->lemma);
    if (chunk->phrase != PHRASE_THING || chunk->entity != KNOW_NONE || chunk->of != KNOW_NONE || chunk->lemma == KNOW_NONE)
        return true;
    if (p->know->lemmas[chunk->lemma].part == LEMMA_ADJECTIVE)
        return chunk->definite && !chunk->plural;
    return (chunk->classes & SPEAKING) != 0 || lemma_speaks(p->know, chunk->lemma);
}

/* «وقال القدرة»: a word that is the last of a name that the report gave in full before; CLAUSE_NONE where it is none. */
static uint32_t surname_of(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    if (chunk->end - chunk->first != 1 || chunk->genitive || chunk->phrase == PHRASE_PRONOUN || chunk->phrase == PHRASE_NUMBER)
        return CLAUSE_NONE;
    struct slice fold = slice_from(p->words->items[chunk->first].fold, chunk->front);
    for (uint32_t i = at; i-- > 0;) {
        const struct chunk *name = &p->chunks[i];
        if (name->kind == CHUNK_NOUN && name->phrase == PHRASE_PERSON && name->name_end > name->name_first + 1
            && slice_equal(p->words->items[name->name_end - 1].fold, fold))
            return i;
    }
    return CLAUSE_NONE;
}

/* «تحقيق لصحيفة»: an inquiry speaks for the outlet that made it. */
static uint32_t inquirer_behind(const struct parser *p, uint32_t at)
{
    if (p->chunks[at].phrase != PHRASE_EVENT || at + 1 >= p->end || p->chunks[at + 1].kind != CHUNK_NOUN
        || !speaker_is_outlet(p, &p->chunks[at + 1]) || (p->chunks[at + 1].preposition && p->chunks[at + 1].preposition != PREP_L))
        return CLAUSE_NONE;
    return at + 1;
}

uint32_t speaker_at(const struct parser *p, uint32_t at)
{
    if (speaker_can(p, &p->chunks[at]))
        return at;
    uint32_t name = surname_of(p, at);
    return name != CLAUSE_NONE ? name : inquirer_behind(p, at);
}

bool speaker_is_somebody(const struct chunk *chunk)
{
    return chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_GROUP;
}

/* The subject that stands with the verb itself. */
uint32_t clause_own_subject(const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_SUBJECT && clause->arguments.items[i].origin <= ORIGIN_COORDINATE)
            return clause->arguments.items[i].chunk;
    return CLAUSE_NONE;
}

/* «أظهرت العملية أن …»: a thing that lets something be seen. */
static bool thing_shows(const struct parser *p, const struct clause *clause)
{
    uint32_t subject = clause_own_subject(clause);
    return clause->form == CLAUSE_FINITE && clause->has_content && subject != CLAUSE_NONE && p->chunks[subject].definite
           && !speaker_can(p, &p->chunks[subject]) && clause_agrees(p, &p->chunks[clause->chunk], &p->chunks[subject]);
}

/* «طائرات يعتقد أنها …»: a relative clause whose antecedent does not say it. */
static bool nobody_tells(const struct parser *p, const struct clause *clause)
{
    if (clause->relation != RELATION_RELATIVE || clause->form != CLAUSE_FINITE || clause_own_subject(clause) != CLAUSE_NONE
        || speaker_is_topic(p, clause))
        return false;
    return clause->antecedent == CLAUSE_NONE || !speaker_can(p, &p->chunks[clause->antecedent])
           || !clause_agrees(p, &p->chunks[clause->chunk], &p->chunks[clause->antecedent]);
}

/* «الدول التي قال إنها …»: the antecedent stands in the content, and somebody else says it. */
bool speaker_is_topic(const struct parser *p, const struct clause *clause)
{
    uint32_t next = clause->chunk + 1;
    return clause->relation == RELATION_RELATIVE && next < p->end && p->chunks[next].kind == CHUNK_SUB && p->chunks[next].reading
           && p->chunks[next].reading->pronoun;
}

/* Whether the clause has its content from somebody. «لم يوضح المصدر …»: who does not say it is nobody's source. */
bool speaker_tells(const struct parser *p, const struct clause *clause)
{
    return clause_reports(clause) && !clause->negated && (!clause->frame || clause->frame->need_count <= clause->operator->need_count)
           && !thing_shows(p, clause) && !nobody_tells(p, clause);
}

#define TITLE_MOST_CHUNKS 6u

/* «الخبير في شؤون الجماعات، …»: the last chunk of what a title is said to be for, where a comma follows; `at` itself where nothing is. */
static uint32_t title_end(const struct parser *p, uint32_t at)
{
    uint32_t i = at + 1;
    if (!p->chunks[at].definite || p->chunks[at].phrase != PHRASE_PERSON || p->chunks[at].name_end > p->chunks[at].name_first)
        return at;
    while (i < p->mentions->chunks.count && i < at + TITLE_MOST_CHUNKS && p->chunks[i].kind == CHUNK_NOUN
           && p->chunks[i].sentence == p->chunks[at].sentence
           && (p->chunks[i].phrase != PHRASE_PERSON || (p->chunks[i].name_end == p->chunks[i].name_first && p->chunks[at].of == KNOW_NONE))
           && (p->chunks[i].preposition || p->chunks[i].genitive))
        i++;
    bool comma = i < p->mentions->chunks.count && p->chunks[i].kind == CHUNK_MARK && p->chunks[i].mark == ',';
    return comma ? i - 1 : at;
}

/* The chunk of the name that stands in apposition behind a title: «المتحدث، فلان، …», «الشاهد "ق.م"». */
static const struct chunk *named(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at];
    at = title_end(p, at);
    for (uint32_t i = at + 1; i < p->mentions->chunks.count && i <= at + 2 && p->chunks[i].sentence == chunk->sentence; i++) {
        const struct chunk *next = &p->chunks[i];
        if (next->kind == CHUNK_NOUN)
            return next->phrase == PHRASE_PERSON && !next->preposition && !next->title && next->name_end > next->name_first ? next : chunk;
        if (next->kind != CHUNK_MARK || (next->mark != ',' && next->mark != '<' && next->mark != '"'))
            break;
    }
    return chunk;
}

/* «المتحدث», «القائد»: a title with nothing but its article. */
static bool is_bare(const struct chunk *chunk)
{
    return chunk->definite && chunk->end - chunk->first == 1 && chunk->of == KNOW_NONE && chunk->name_end == chunk->name_first;
}

bool speaker_same(const struct parser *p, uint32_t a, uint32_t b)
{
    const struct chunk *x = &p->chunks[a], *y = &p->chunks[b];
    if (x->referent != KNOW_NONE && x->referent == y->referent)
        return true;
    const struct chunk *name = named(p, a);
    if (name->referent != KNOW_NONE && (name->referent == y->referent || name->referent == named(p, b)->referent))
        return true;
    /* a body and its spokesman are one link */
    bool x_speaks = x->title == 1 + TITLE_SPOKESMAN && x->of_referent != KNOW_NONE;
    bool y_speaks = y->title == 1 + TITLE_SPOKESMAN && y->of_referent != KNOW_NONE;
    if ((x_speaks && (x->of_referent == y->referent || (y->title && x->of_referent == y->of_referent)))
        || (y_speaks && (y->of_referent == x->referent || (x->title && x->of_referent == y->of_referent))))
        return true;
    bool person = x->phrase == PHRASE_PERSON || x->one_of;
    /* who is named without an article is somebody new */
    return x->lemma != KNOW_NONE && x->lemma == y->lemma && person && is_bare(a < b ? y : x);
}

bool speaker_is_outlet(const struct parser *p, const struct chunk *chunk)
{
    return (chunk->entity != KNOW_NONE && p->know->entities[chunk->entity].kind == KIND_OUTLET) || (chunk->classes & 1u << CLASS_OUTLET);
}

/* «بيان الوزارة», «بيان للمنظمة», «بيان صادر عن الجيش»: words speak for whose they are. */
uint32_t speaker_behind(const struct parser *p, uint32_t at)
{
    const struct chunk *words = &p->chunks[at];
    if (words->phrase == PHRASE_PERSON || words->phrase == PHRASE_BODY || !(words->classes & (1u << CLASS_SPEECH | 1u << CLASS_DOCUMENT)))
        return at;
    uint32_t next = at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_MARK ? at + 2 : at + 1;
    /* «بيان صادر | عن الوزارة» */
    if (next + 1 < p->end && p->chunks[next].kind == CHUNK_NOUN && p->chunks[next].phrase == PHRASE_THING && !p->chunks[next].preposition
        && !p->chunks[next].definite && p->chunks[next + 1].preposition == p->about)
        next++;
    if (next >= p->end || p->chunks[next].kind != CHUNK_NOUN || p->chunks[next].after_comma || !speaker_is_somebody(&p->chunks[next]))
        return at;
    const struct chunk *owner = &p->chunks[next];
    const struct clause *clause = parser_clause_at(p, at);
    bool of = owner->genitive || (clause && clause_argument(clause, FUNCTION_GENITIVE) == next);
    /* «مقطع مصور»: one of whom nothing else is said describes the words */
    if (of && owner->phrase == PHRASE_PERSON && !owner->definite && !owner->plural && owner->end - owner->first == 1
        && owner->name_end == owner->name_first)
        return at;
    return of || owner->preposition == PREP_L || (next > at + 1 && owner->preposition == p->about)
                   || p->know->usual_roles[owner->preposition] == ROLE_FROM
               ? next
               : at;
}

uint32_t speaker_named(const struct parser *p, uint32_t at)
{
    return is_bare(&p->chunks[at]) || title_end(p, at) > at ? (uint32_t)(named(p, at) - p->chunks) : at;
}

/* «وأكد المصدر»: where no source was told of, whoever spoke before. */
static bool is_source_of_before(const struct parser *p, uint32_t at)
{
    const struct chunk *source = &p->chunks[at];
    struct slice fold = slice_from(p->words->items[source->first].fold, source->front);
    if (!(source->classes & 1u << CLASS_SOURCE) || !is_bare(source)
        || !slice_equal(fold, slice_of("\xd8\xa7\xd9\x84\xd9\x85\xd8\xb5\xd8\xaf\xd8\xb1")))
        return false;
    for (uint32_t i = at; i-- > 0;)
        if (p->chunks[i].lemma == source->lemma && p->chunks[i].kind == CHUNK_NOUN)
            return false;
    return true;
}

/* «وأضاف البيان», «وجاء في التقرير»: the words of whoever spoke before. */
bool speaker_is_back(const struct parser *p, uint32_t at)
{
    const struct chunk *words = &p->chunks[at];
    if (is_source_of_before(p, at))
        return true;
    return lemma_speaks(p->know, words->lemma) && words->phrase != PHRASE_PERSON && words->definite && !words->plural
           && words->end - words->first == 1 && words->reading && (words->reading->clitics & CLITIC_AL) && speaker_behind(p, at) == at;
}

/* «أعلن نتنياهو أنه …، بحسب زعمه», «اتهمت الوزارة …، وفق تعبيرها»: whose words they are stands in the sentence itself. */
bool speaker_before(const struct parser *p, uint32_t end)
{
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        const struct clause *clause = &p->out->clauses.items[i];
        uint8_t type = clause->frame && !clause->operator? clause->frame->type : EVENT_NONE;
        bool speaks =
            clause_reports(clause) || type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_THREATEN;
        uint32_t subject = clause->chunk < end && speaks && clause->form == CLAUSE_FINITE ? clause_own_subject(clause) : CLAUSE_NONE;
        if (subject != CLAUSE_NONE && clause->relation != RELATION_CONTENT && speaker_is_somebody(&p->chunks[subject]))
            return true;
    }
    return false;
}
