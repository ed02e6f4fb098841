/*
 * attribution.c - who a sentence says its content is from outside its reporters: «بحسب مصادر», «…، قال شهود», «هآرتس: …».
 */
#include "clause/speakers.h"
#include "clause/voices.h"

bool chunk_names_words(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_EXPRESSION || (chunk->classes & 1u << CLASS_SPEECH);
}

/* «أفاد به | مصدر», «ذكرت للصحيفة | مصادر», «في بيان صادر | عن الوزارة»: what stands between an expression and its source. */
static bool is_beside_source(const struct parser *p, uint32_t at)
{
    const struct chunk *chunk = &p->chunks[at], *next = at + 1 < p->end ? chunk + 1 : NULL;
    if (chunk->phrase == PHRASE_PRONOUN)
        return true;
    if (!next || next->kind != CHUNK_NOUN || (!speaker_is_somebody(next) && !speaker_can(p, next)))
        return false;
    if (chunk->preposition == PREP_L)
        return !next->preposition && speaker_is_outlet(p, chunk);
    /* «وفق إحصاءات | المرصد» */
    if (chunk->phrase == PHRASE_EVENT && chunk->lemma != KNOW_NONE && !next->preposition
        && lemma_operates(&p->know->lemmas[chunk->lemma], OPERATORS_OF_SPEECH))
        return true;
    return chunk->phrase == PHRASE_THING && !chunk->definite && !chunk->preposition && chunk->end - chunk->first == 1
           && (next->preposition == PREP_L || next->preposition == p->about || p->know->usual_roles[next->preposition] == ROLE_FROM);
}

uint32_t attribution_source(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at + 1; i < p->end && i <= at + 4; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_NOUN && is_beside_source(p, i))
            continue;
        bool place =
            p->know->usual_roles[chunk->preposition] == ROLE_AT && !chunk_names_words(chunk) && !(chunk->classes & 1u << CLASS_DOCUMENT);
        if (chunk->kind == CHUNK_NOUN && p->chunks[i - 1].kind == CHUNK_VERB && place)
            return CLAUSE_NONE; /* «كما ورد في بيان نشرته | في الشبكات» */
        if (chunk->kind == CHUNK_NOUN && speaker_at(p, i) != CLAUSE_NONE)
            return speaker_at(p, i);
        if (chunk->kind != CHUNK_MARK && chunk->kind != CHUNK_VERB && chunk->kind != CHUNK_LINK)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* «المصدر», «المصادر ذاتها»: the unnamed informant who was heard last. */
static bool same_informant(struct speaking *s, uint32_t source, struct voice *base)
{
    const struct parser *p = s->p;
    const struct chunk *chunk = &p->chunks[source];
    if (!(chunk->classes & 1u << CLASS_SOURCE) || !chunk->definite || chunk->of != KNOW_NONE || chunk->name_end > chunk->name_first)
        return false;
    for (uint32_t i = p->out->voices.count; i-- > 0;) {
        const struct voice *voice = &p->out->voices.items[i];
        if (!voice->count)
            continue;
        const struct chunk *last = &p->chunks[voice->links[voice->count - 1].chunk];
        bool unnamed = last->classes & (1u << CLASS_SOURCE) || (last->phrase == PHRASE_PERSON && last->entity == KNOW_NONE);
        if (unnamed && voice->links[voice->count - 1].chunk < source && last->plural == chunk->plural) {
            *base = *voice;
            return true;
        }
    }
    return false;
}

/* The speaker of before whom an expression means again («بحسب المصدر», «وفق المتحدث»), else its source as a new one. */
static struct voice expression_voice(struct speaking *s, uint32_t source, uint32_t verb)
{
    struct voice voice = { .sentence = s->sentence };
    if (same_informant(s, source, &voice))
        return voice;
    for (uint32_t i = 0; i < s->last.count; i++)
        if (speaker_same(s->p, s->last.links[i].chunk, source)) {
            voice = s->last;
            voice.count = i + 1;
            return voice;
        }
    voice_push(s->p, &voice, source, verb, false);
    return voice;
}

/* «…، قال شهود», «… كما أفاد مراسلنا»: a reporter behind what he tells, with nothing of his own to tell. */
static uint32_t trailing_reporter(const struct parser *p, const struct clause *clause)
{
    const struct chunk *verb = &p->chunks[clause->chunk];
    uint32_t subject = clause_own_subject(clause);
    if (clause->form != CLAUSE_FINITE || clause->has_content || (verb->clitics & (CLITIC_WA | CLITIC_FA)) || clause->chunk < p->first + 3
        || !speaker_tells(p, clause)
        || clause->operator->operator_class == OPERATOR_DENY || subject == CLAUSE_NONE || subject<clause->chunk || !speaker_is_somebody(
            &p->chunks[subject])
        || !speaker_can(p, &p->chunks[subject]) || clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE)
        return CLAUSE_NONE;
    enum chunk_kind before = (enum chunk_kind)p->chunks[clause->chunk - 1].kind;
    if (before != CHUNK_MARK && before != CHUNK_LINK)
        return CLAUSE_NONE;
    for (uint32_t i = clause->chunk + 1; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (p->out->clause_at[i] || chunk->kind == CHUNK_SUB)
            return CLAUSE_NONE;
        if (chunk->kind == CHUNK_MARK && (chunk->mark == ',' || chunk->mark == '.'))
            break;
    }
    return subject;
}

/* Who can stand before a headline's colon: «هآرتس: …», «مصادر للميادين: …». A country there is where it happens; its capital speaks. */
static bool heads_line(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->entity != KNOW_NONE
        && (p->know->entities[chunk->entity].kind == KIND_STATE || p->know->entities[chunk->entity].kind == KIND_COUNTRY))
        return false;
    return chunk->kind == CHUNK_NOUN && !chunk->preposition && speaker_can(p, chunk)
           && (speaker_is_somebody(chunk) || chunk->phrase == PHRASE_PLACE || chunk->lemma == KNOW_NONE
               || (chunk->classes & (1u << CLASS_SOURCE | 1u << CLASS_OUTLET | 1u << CLASS_SPEECH)));
}

/* The speaker before the colon of a line that begins with him, CLAUSE_NONE if none. */
static uint32_t headline_speaker(const struct parser *p, uint32_t *colon)
{
    uint32_t speaker = CLAUSE_NONE;
    for (uint32_t i = p->first; i < p->end && i < p->first + 8; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (p->out->clause_at[i])
            return CLAUSE_NONE;
        if (chunk->kind == CHUNK_MARK && chunk->mark == ':') {
            *colon = i;
            return speaker;
        }
        if (chunk->kind == CHUNK_NOUN && speaker == CLAUSE_NONE) {
            if (!heads_line(p, chunk))
                return CLAUSE_NONE;
            speaker = i;
        } else if (chunk->kind == CHUNK_NOUN && p->chunks[speaker].phrase == PHRASE_PLACE && speaker_is_outlet(p, chunk)) {
            return CLAUSE_NONE; /* «بغداد (رويترز):» */
        } else if (chunk->kind != CHUNK_MARK && chunk->kind != CHUNK_NOUN && chunk->kind != CHUNK_TIME) {
            return CLAUSE_NONE;
        }
    }
    return CLAUSE_NONE;
}

/* «وفق ما نقلت الوكالة | عن مصدر»: whom an outlet has it from. */
static uint32_t handed_on(const struct parser *p, uint32_t outlet)
{
    uint32_t next = outlet + 1;
    while (next < p->end && p->chunks[next].kind == CHUNK_MARK && p->chunks[next].mark == '"')
        next++;
    if (!speaker_is_outlet(p, &p->chunks[outlet]) || next >= p->end || p->chunks[next].kind != CHUNK_NOUN
        || p->chunks[next].preposition != p->about)
        return CLAUSE_NONE;
    return speaker_is_somebody(&p->chunks[next]) || (p->chunks[next].classes & 1u << CLASS_SOURCE) ? next : CLAUSE_NONE;
}

struct voice attribution_of(struct speaking *s)
{
    const struct parser *p = s->p;
    struct voice voice = { .sentence = s->sentence };
    uint32_t colon = CLAUSE_NONE;
    s->attributed_at = p->first;
    for (uint32_t i = p->first; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind != CHUNK_EXPRESSION)
            continue;
        s->attributed_at = i;
        uint32_t source = chunk->value == EXPRESSION_SOURCE ? attribution_source(p, i) : CLAUSE_NONE;
        if (source != CLAUSE_NONE) {
            voice = expression_voice(s, source, i);
            uint32_t origin = handed_on(p, source);
            if (origin != CLAUSE_NONE)
                voice_push(p, &voice, origin, i, false);
        } else if (chunk->value == EXPRESSION_BACK && voice.count == 0 && !speaker_before(p, i))
            voice = s->last;
    }
    for (uint32_t i = p->first_clause + 1; voice.count == 0 && i < p->out->clauses.count; i++) {
        uint32_t source = trailing_reporter(p, &p->out->clauses.items[i]);
        if (source != CLAUSE_NONE)
            voice = expression_voice(s, source, p->out->clauses.items[i].chunk);
    }
    uint32_t speaker = voice.count ? CLAUSE_NONE : headline_speaker(p, &colon);
    if (speaker != CLAUSE_NONE)
        voice_push(p, &voice, speaker, colon, false);
    return voice;
}
