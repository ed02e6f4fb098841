/*
 * reporters.c - the chain of sources at a reporter («نقلت الوكالة عن ضابط قوله إن …»): whom he names, the reporters above him, and who was heard
 * before.
 */
#include "clause/speakers.h"
#include "clause/voices.h"

void voice_push(const struct parser *p, struct voice *voice, uint32_t chunk, uint32_t verb, bool is_denial)
{
    chunk = speaker_named(p, speaker_behind(p, chunk));
    for (uint32_t i = 0; i < voice->count; i++)
        if (voice->links[i].chunk == chunk)
            return;
    if (voice->count < VOICE_MOST_LINKS)
        voice->links[voice->count++] = (struct voice_link){ chunk, verb, is_denial };
}

/* «نقل مراسل … عن … قوله إن», «… أن»: what is handed on is told, so the complement with "an" is where it comes from, not what it is about. */
static bool passes_on(const struct parser *p, const struct clause *clause)
{
    if (clause->has_content)
        return true;
    for (uint32_t i = clause->chunk + 1; i < p->end; i++) {
        if (p->chunks[i].kind == CHUNK_SUB || (p->chunks[i].kind == CHUNK_MARK && p->chunks[i].mark == ':'))
            return true;
        const struct clause *other = parser_clause_at(p, i);
        if (other && other->form == CLAUSE_FINITE && other->relation != RELATION_RELATIVE && clause_reports(other))
            return false; /* its content, not what is handed on */
        const struct clause *noun = parser_clause_at(p, i);
        if (noun && noun->operator&& noun->operator->operator_class == OPERATOR_REPORT)
            return true;
    }
    return false;
}

/* «في بيان صادر عن مكتبه»: whose the statement is, not whom he has it from. */
static bool is_issued(const struct parser *p, uint32_t at)
{
    if (at < p->first + 2)
        return false;
    return chunk_names_words(&p->chunks[at - 1]) || (p->chunks[at - 1].phrase == PHRASE_THING && chunk_names_words(&p->chunks[at - 2]));
}

/* The speakers that a reporter names itself: its subject, then who stands after "an" (from). */
static void reporter_links(const struct speaking *s, const struct clause *clause, struct voice *out)
{
    const struct parser *p = s->p;
    bool denial = clause->operator->operator_class == OPERATOR_DENY;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        bool subject = argument->function == (clause->form == CLAUSE_NOUN ? FUNCTION_GENITIVE : FUNCTION_SUBJECT);
        if (argument->origin == ORIGIN_ANTECEDENT && speaker_is_topic(p, clause))
            continue;
        if (subject
            && (argument->origin <= ORIGIN_ANTECEDENT && (clause->form != CLAUSE_PARTICIPLE || argument->origin == ORIGIN_ANTECEDENT))
            && out->count == 0 && !(s->last.count && speaker_is_back(p, argument->chunk))
            && (clause->form != CLAUSE_NOUN || speaker_is_somebody(&p->chunks[argument->chunk]))) {
            uint32_t speaker = speaker_at(p, argument->chunk);
            if (speaker != CLAUSE_NONE)
                voice_push(p, out, speaker, clause->chunk, denial);
        }
    }
    /* «وأكد تلك الأنباء القيادي …»: the object came first */
    if (out->count == 1 && !speaker_is_somebody(&p->chunks[out->links[0].chunk])) {
        uint32_t object = clause_argument(clause, FUNCTION_OBJECT);
        if (object != CLAUSE_NONE && speaker_is_somebody(&p->chunks[object]) && p->chunks[out->links[0].chunk].demonstrative)
            out->links[0].chunk = object;
    }
    /* «نفي قطعي من جيش الإسلام»: a noun of speech from somebody */
    for (uint32_t i = 0; clause->form == CLAUSE_NOUN && out->count == 0 && i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        uint8_t role = p->know->usual_roles[argument->preposition];
        if (argument->function == FUNCTION_COMPLEMENT && (role == ROLE_FROM || role == ROLE_ACTOR)
            && speaker_is_somebody(&p->chunks[argument->chunk]))
            voice_push(p, out, argument->chunk, clause->chunk, denial);
    }
    /* «توجه الوزير إليهم بالقول إن …» */
    const struct clause *above = clause->governor != CLAUSE_NONE ? &p->out->clauses.items[clause->governor] : NULL;
    if (clause->form == CLAUSE_NOUN && out->count == 0 && clause->has_content && p->chunks[clause->chunk].preposition == PREP_B && above
        && above->form != CLAUSE_NOUN && !clause_reports(above)) {
        uint32_t subject = clause_argument(above, FUNCTION_SUBJECT),
                 speaker = subject != CLAUSE_NONE ? speaker_at(p, subject) : CLAUSE_NONE;
        if (speaker != CLAUSE_NONE && speaker_is_somebody(&p->chunks[speaker]))
            voice_push(p, out, speaker, clause->chunk, denial);
    }
    if (clause->form == CLAUSE_NOUN)
        return;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        const struct chunk *chunk = &p->chunks[argument->chunk];
        bool origin = chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_GROUP;
        bool informs = (chunk->classes & 1u << CLASS_SOURCE) && p->know->usual_roles[argument->preposition] == ROLE_FROM;
        if (argument->function == FUNCTION_COMPLEMENT && out->count
            && ((argument->preposition == p->about && origin && !is_issued(p, argument->chunk)) || informs) && passes_on(p, clause))
            voice_push(p, out, argument->chunk, clause->chunk, denial);
    }
}

/* «أوضحت الأناضول، وفقا للفرنسية، أن …»: the outlet that is named so stands nearer than who says it. */
static bool cites_outlet(const struct parser *p, const struct chunk *expression, uint32_t source)
{
    static const char *const words[] = { "\xd9\x88\xd9\x81\xd9\x82", "\xd8\xad\xd8\xb3\xd8\xa8", "\xd8\xa8\xd8\xad\xd8\xb3\xd8\xa8",
                                         "\xd8\xb7\xd8\xa8\xd9\x82" };
    struct slice fold = p->words->items[expression->first].fold;
    bool cites = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        cites |= slice_starts(fold, slice_of(words[i]));
    return cites && speaker_is_outlet(p, &p->chunks[source]);
}

/* «ذكرت الإذاعة نقلا عن ضابط أن …»: an expression between the reporter and his words names whom he has it from. */
static void reporter_expression(const struct parser *p, const struct clause *clause, struct voice *out)
{
    for (uint32_t i = clause->chunk + 1; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_VERB
            || (chunk->kind == CHUNK_MARK && (chunk->mark == ':' || chunk->mark == '.')))
            return;
        if (chunk->kind != CHUNK_EXPRESSION || chunk->value != EXPRESSION_SOURCE)
            continue;
        uint32_t source = attribution_source(p, i);
        /* «قالت الحركة على لسان ناطقها»: a body and its spokesman are one link */
        bool own = source != CLAUSE_NONE && p->chunks[source].title == 1 + TITLE_SPOKESMAN && p->chunks[source].of == KNOW_NONE;
        if (source != CLAUSE_NONE && out->count && !own && !cites_outlet(p, chunk, source))
            voice_push(p, out, source, i, false);
        return;
    }
}

/* «كما قلت»: whoever speaks goes on. */
static bool is_first_person(const struct parser *p, const struct clause *clause)
{
    const struct reading *r = p->chunks[clause->chunk].reading;
    return r && features_part(r->features) == PART_VERB && features_person(r->features) == 1;
}

/* The chain of reporters at a reporter. */
static struct voice reporter_voice(const struct speaking *s, const struct clause *clause, int depth)
{
    struct voice own = { .sentence = clause->sentence };
    const struct parser *p = s->p;
    reporter_links(s, clause, &own);
    if (clause->form != CLAUSE_NOUN)
        reporter_expression(p, clause, &own);
    for (uint32_t g = clause->governor; g != CLAUSE_NONE && depth < 8; g = p->out->clauses.items[g].governor) {
        const struct clause *above = &p->out->clauses.items[g];
        if (!speaker_tells(p, above))
            continue;
        struct voice full = reporter_voice(s, above, depth + 1);
        for (uint32_t i = 0; i < own.count; i++)
            voice_push(s->p, &full, own.links[i].chunk, own.links[i].verb, own.links[i].is_denial);
        return full;
    }
    const struct voice *last = &s->last;
    /* «يشار إلى أنه …»: nobody's words; but «وصف ما قيل عن … بأنه …» */
    bool inner = clause->relation == RELATION_RELATIVE || (clause->chunk > p->first && p->chunks[clause->chunk - 1].kind == CHUNK_LINK);
    if (own.count == 0 && clause->form == CLAUSE_FINITE && clause->passive && !inner)
        return s->base;
    /* «وفق المركز فإن …، لافتا إلى أن …» */
    if (own.count == 0 && clause->form == CLAUSE_PARTICIPLE && s->attributed.count && last->sentence != clause->sentence
        && (s->main_subject == CLAUSE_NONE || !clause_agrees(p, &p->chunks[clause->chunk], &p->chunks[s->main_subject])))
        return s->attributed;
    /* «أدانت النقابة … وقالت إن»: who acted just before goes on */
    if (own.count == 0 && clause->form != CLAUSE_NOUN && s->main_subject != CLAUSE_NONE && last->sentence != clause->sentence
        && (clause->form == CLAUSE_PARTICIPLE || clause_agrees(p, &p->chunks[clause->chunk], &p->chunks[s->main_subject]))) {
        voice_push(p, &own, s->main_subject, clause->chunk, clause->operator->operator_class == OPERATOR_DENY);
        return own;
    }
    /* «كان قائد العملية، العقيد فلان، قد تحدث قائلا إن»: the participle's own subject, named in the sentence */
    uint32_t named = own.count == 0 && clause->form == CLAUSE_PARTICIPLE && last->sentence != clause->sentence
                         ? clause_argument(clause, FUNCTION_SUBJECT)
                         : CLAUSE_NONE;
    if (named != CLAUSE_NONE && named >= p->first && p->chunks[named].phrase == PHRASE_PERSON && !p->chunks[named].preposition
        && p->chunks[named].title && speaker_can(p, &p->chunks[named])) {
        voice_push(p, &own, named, clause->chunk, false);
        return own;
    }
    /* «رغم الإعلان عن اتفاق»: nobody's words */
    if (own.count == 0 && clause->form == CLAUSE_NOUN && !(p->chunks[clause->chunk].reading && p->chunks[clause->chunk].reading->pronoun))
        return s->base;
    if (own.count == 0 && is_first_person(p, clause))
        return s->base;
    if (own.count == 0) {
        if (last->count) {
            own = *last;
            own.links[own.count - 1].is_denial = clause->operator->operator_class == OPERATOR_DENY;
            return own;
        }
        uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
        if (subject != CLAUSE_NONE && speaker_can(p, &p->chunks[subject]))
            voice_push(p, &own, subject, clause->chunk, clause->operator->operator_class == OPERATOR_DENY);
        return own;
    }
    /* A speaker who has been heard keeps the way he was heard. */
    for (uint32_t i = 0; i < last->count; i++)
        if (speaker_same(p, last->links[i].chunk, own.links[0].chunk)) {
            struct voice full = *last;
            full.count = i + 1;
            full.links[i].verb = own.links[0].verb;
            full.links[i].is_denial = own.links[0].is_denial;
            for (uint32_t j = 1; j < own.count; j++)
                voice_push(s->p, &full, own.links[j].chunk, own.links[j].verb, own.links[j].is_denial);
            return full;
        }
    return own;
}

/* «…، وفق مصدر أمني»: somebody named behind all that the sentence tells. */
static bool names_informant(const struct speaking *s)
{
    const struct parser *p = s->p;
    const struct chunk *informant = &p->chunks[s->attributed.links[s->attributed.count - 1].chunk];
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        if (p->out->clauses.items[i].chunk > s->attributed_at)
            return false;
    return informant->phrase == PHRASE_PERSON || (informant->classes & 1u << CLASS_SOURCE);
}

/* … behind the outlet that the sentence has it all from: «قال ساعر إنه …، وفق ما ذكرت القناة». */
struct voice reporter_spoken(const struct speaking *s, const struct clause *reporter)
{
    const struct parser *p = s->p;
    struct voice own = reporter_voice(s, reporter, 0);
    bool over = s->attributed_at > reporter->chunk || s->attributed_at <= p->first + 2;
    if (s->attributed.count == 0 || own.count == 0 || !over)
        return own;
    for (uint32_t i = 0; i < own.count; i++)
        if (speaker_same(s->p, own.links[i].chunk, s->attributed.links[0].chunk))
            return own;
    bool outlet = speaker_is_outlet(p, &p->chunks[s->attributed.links[s->attributed.count - 1].chunk]);
    /* «ذكرت الصحيفة أن …، وفق مصدر»: whom an outlet has it from */
    if (!outlet && (!speaker_is_outlet(p, &p->chunks[own.links[own.count - 1].chunk]) || !names_informant(s)))
        return own;
    struct voice full = outlet ? s->attributed : own;
    const struct voice *behind = outlet ? &own : &s->attributed;
    for (uint32_t i = 0; i < behind->count; i++)
        voice_push(s->p, &full, behind->links[i].chunk, behind->links[i].verb, behind->links[i].is_denial);
    return full;
}
