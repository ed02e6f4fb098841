/*
 * voices.c - who is speaking: the chain of sources of every clause, from the reporters above it, reporting expressions, and what the
 * sentences before left open.
 */
#include "clause/parser.h"
#include "clause/voices.h"

static bool is_report(const struct clause *clause)
{
    return clause->operator&& operator_reports(clause->operator->operator_class)
           && (!clause->frame || clause->frame->need_count <= clause->operator->need_count);
}

static void voice_push(struct voice *voice, uint32_t chunk, uint32_t verb, bool is_denial)
{
    for (uint32_t i = 0; i < voice->count; i++)
        if (voice->links[i].chunk == chunk)
            return;
    if (voice->count < VOICE_MOST_LINKS)
        voice->links[voice->count++] = (struct voice_link){ chunk, verb, is_denial };
}

/* «التقرير», «تسريبات», «بيان»: nouns of speech can be who says it. */
static bool lemma_speaks(const struct know *know, uint32_t lemma)
{
    for (uint32_t i = 0; lemma != KNOW_NONE && i < know->lemmas[lemma].frame_count; i++)
        if (operator_reports(know->frames[know->lemmas[lemma].frame_first + i].operator_class) && know->lemmas[lemma].part == LEMMA_NOUN)
            return true;
    return false;
}

/* Persons, bodies, groups, and things that stand for words («التقرير», «البيان»); never an event or a place that is no country. */
static bool can_speak(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->phrase == PHRASE_PLACE)
        return chunk->entity != KNOW_NONE && p->know->entities[chunk->entity].kind == KIND_COUNTRY;
    if (chunk->lemma != KNOW_NONE && p->know->lemmas[chunk->lemma].part == LEMMA_ADJECTIVE && chunk->entity == KNOW_NONE)
        return false;
    if (chunk->end - chunk->first == 1 && p->words->items[chunk->first].fold.len <= 2)
        return false;
    if (chunk->phrase == PHRASE_EVENT)
        return lemma_speaks(p->know, chunk->lemma);
    return chunk->phrase != PHRASE_PRONOUN && chunk->phrase != PHRASE_NUMBER && !chunk->genitive;
}

static bool is_somebody(const struct chunk *chunk)
{
    return chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_GROUP;
}

/* «نقل مراسل … عن … قوله إن», «… أن»: what is handed on is told, so the complement with "an" is where it comes from, not what it is about. */
static bool passes_on(const struct parser *p, const struct clause *clause)
{
    if (clause->has_content)
        return true;
    for (uint32_t i = clause->chunk + 1; i < p->end; i++) {
        if (p->chunks[i].kind == CHUNK_SUB || (p->chunks[i].kind == CHUNK_MARK && p->chunks[i].mark == ':'))
            return true;
        const struct clause *noun = parser_clause_at(p, i);
        if (noun && noun->operator&& noun->operator->operator_class == OPERATOR_REPORT)
            return true;
    }
    return false;
}

/* The speakers that a reporter names itself: its subject, then who stands after "an" (from). */
static void reporter_links(const struct speaking *s, const struct clause *clause, struct voice *out)
{
    const struct parser *p = s->p;
    bool denial = clause->operator->operator_class == OPERATOR_DENY;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        bool subject = argument->function == (clause->form == CLAUSE_NOUN ? FUNCTION_GENITIVE : FUNCTION_SUBJECT);
        if (subject
            && (argument->origin <= ORIGIN_ANTECEDENT && (clause->form != CLAUSE_PARTICIPLE || argument->origin == ORIGIN_ANTECEDENT))
            && can_speak(p, &p->chunks[argument->chunk]) && out->count == 0
            && (clause->form != CLAUSE_NOUN || is_somebody(&p->chunks[argument->chunk])))
            voice_push(out, argument->chunk, clause->chunk, denial);
    }
    /* «وأكد تلك الأنباء القيادي …»: the object came first */
    if (out->count == 1 && !is_somebody(&p->chunks[out->links[0].chunk])) {
        uint32_t object = clause_argument(clause, FUNCTION_OBJECT);
        if (object != CLAUSE_NONE && is_somebody(&p->chunks[object]) && p->chunks[out->links[0].chunk].demonstrative)
            out->links[0].chunk = object;
    }
    /* «نفي قطعي من جيش الإسلام»: a noun of speech from somebody */
    for (uint32_t i = 0; clause->form == CLAUSE_NOUN && out->count == 0 && i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        uint8_t role = p->know->usual_roles[argument->preposition];
        if (argument->function == FUNCTION_COMPLEMENT && (role == ROLE_FROM || role == ROLE_ACTOR)
            && is_somebody(&p->chunks[argument->chunk]))
            voice_push(out, argument->chunk, clause->chunk, denial);
    }
    if (clause->form == CLAUSE_NOUN)
        return;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        const struct chunk *chunk = &p->chunks[argument->chunk];
        bool origin = chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_GROUP;
        if (argument->function == FUNCTION_COMPLEMENT && argument->preposition == s->about && origin && out->count && passes_on(p, clause))
            voice_push(out, argument->chunk, clause->chunk, denial);
    }
}

static uint32_t expression_source(const struct parser *p, uint32_t at);

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
        uint32_t source = expression_source(p, i);
        if (source != CLAUSE_NONE && out->count)
            voice_push(out, source, i, false);
        return;
    }
}

static bool same_speaker(const struct parser *p, uint32_t a, uint32_t b)
{
    const struct chunk *x = &p->chunks[a], *y = &p->chunks[b];
    if (x->referent != KNOW_NONE && x->referent == y->referent)
        return true;
    /* a body and its spokesman are one link */
    if (x->of_referent != KNOW_NONE && x->of_referent == y->of_referent && x->title && y->title)
        return true;
    return x->lemma != KNOW_NONE && x->lemma == y->lemma && x->phrase == PHRASE_PERSON && (y->definite || x->definite);
}

/* The whole chain at a reporter. */
static struct voice reporter_voice(const struct speaking *s, const struct clause *clause, int depth)
{
    struct voice own = { .sentence = clause->sentence };
    const struct parser *p = s->p;
    reporter_links(s, clause, &own);
    if (clause->form != CLAUSE_NOUN)
        reporter_expression(p, clause, &own);
    for (uint32_t g = clause->governor; g != CLAUSE_NONE && depth < 8; g = p->out->clauses.items[g].governor) {
        const struct clause *above = &p->out->clauses.items[g];
        if (!is_report(above))
            continue;
        struct voice full = reporter_voice(s, above, depth + 1);
        for (uint32_t i = 0; i < own.count; i++)
            voice_push(&full, own.links[i].chunk, own.links[i].verb, own.links[i].is_denial);
        return full;
    }
    const struct voice *last = &s->last;
    if (own.count == 0 && clause->form == CLAUSE_PARTICIPLE && s->main_subject != CLAUSE_NONE && last->sentence != clause->sentence) {
        voice_push(&own, s->main_subject, clause->chunk, clause->operator->operator_class == OPERATOR_DENY);
        return own;
    }
    if (own.count == 0) {
        if (last->count) {
            own = *last;
            own.links[own.count - 1].is_denial = clause->operator->operator_class == OPERATOR_DENY;
            return own;
        }
        uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
        if (subject != CLAUSE_NONE && can_speak(p, &p->chunks[subject]))
            voice_push(&own, subject, clause->chunk, clause->operator->operator_class == OPERATOR_DENY);
        return own;
    }
    /* A speaker who has been heard keeps the way he was heard. */
    for (uint32_t i = 0; i < last->count; i++)
        if (same_speaker(p, last->links[i].chunk, own.links[0].chunk)) {
            struct voice full = *last;
            full.count = i + 1;
            full.links[i].verb = own.links[0].verb;
            full.links[i].is_denial = own.links[0].is_denial;
            for (uint32_t j = 1; j < own.count; j++)
                voice_push(&full, own.links[j].chunk, own.links[j].verb, own.links[j].is_denial);
            return full;
        }
    return own;
}

static uint32_t voice_store(struct speaking *s, const struct voice *voice)
{
    struct voice_list *voices = &s->p->out->voices;
    for (uint32_t i = voices->count; i-- > 0 && i + 8 > voices->count;)
        if (voices->items[i].count == voice->count
            && memcmp(voices->items[i].links, voice->links, voice->count * sizeof *voice->links) == 0)
            return i;
    *(struct voice *)list_add(s->p->mem, voices) = *voice;
    return voices->count - 1;
}

/* «بحسب مصادر», «نقلا عن …»: the noun behind the expression. */
static uint32_t expression_source(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at + 1; i < p->end && i <= at + 3; i++) {
        if (p->chunks[i].kind == CHUNK_NOUN && can_speak(p, &p->chunks[i]))
            return i;
        if (p->chunks[i].kind != CHUNK_MARK && p->chunks[i].kind != CHUNK_VERB && p->chunks[i].kind != CHUNK_LINK)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* «وتسلم أ خلالها …»: an adverbial pronoun near the start ties the sentence to what the speaker said just before. */
static bool points_back(const struct speaking *s)
{
    const struct parser *p = s->p;
    const struct sentence *sentences = p->text->sentences.items;
    if (s->sentence == 0 || s->last.sentence + 1 != s->sentence || sentences[s->sentence].paragraph != sentences[s->sentence - 1].paragraph)
        return false;
    for (uint32_t i = p->first; i < p->end && i < p->first + 8; i++)
        if (p->chunks[i].kind == CHUNK_NOUN && p->chunks[i].phrase == PHRASE_PRONOUN && p->chunks[i].preposition >= PREP_FIRST_FREE
            && p->know->usual_roles[p->chunks[i].preposition] == ROLE_NONE && p->chunks[i].end - p->chunks[i].first == 1)
            return true;
    return false;
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

/* The voice of the sentence outside its reporters. */
static struct voice base_voice(struct speaking *s)
{
    const struct parser *p = s->p;
    struct voice base = { .sentence = s->sentence };
    const struct sentence *sentences = p->text->sentences.items;
    if (s->sentence == 0 || sentences[s->sentence].paragraph != sentences[s->sentence - 1].paragraph)
        s->quote_open = false;
    if (s->quote_open || points_back(s))
        base = s->last;
    for (uint32_t i = p->first; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_EXPRESSION && chunk->value == EXPRESSION_SOURCE) {
            uint32_t source = expression_source(p, i);
            if (source != CLAUSE_NONE) {
                base.count = 0;
                /* «بحسب المصدر», «وفق المتحدث»: the speaker of before */
                bool heard = same_informant(s, source, &base);
                for (uint32_t j = 0; j < s->last.count && !heard; j++)
                    if (same_speaker(p, s->last.links[j].chunk, source)) {
                        base = s->last;
                        base.count = j + 1;
                        heard = true;
                    }
                if (!heard)
                    voice_push(&base, source, i, false);
            }
        } else if (chunk->kind == CHUNK_EXPRESSION && chunk->value == EXPRESSION_BACK && base.count == 0) {
            base = s->last;
        }
    }
    /* «الأمم المتحدة: …» */
    if (base.count == 0 && p->end > p->first + 1 && p->chunks[p->first].kind == CHUNK_NOUN && p->chunks[p->first + 1].kind == CHUNK_MARK
        && p->chunks[p->first + 1].mark == ':' && (p->chunks[p->first].phrase == PHRASE_PERSON || p->chunks[p->first].phrase == PHRASE_BODY)
        && (p->chunks[p->first].entity != KNOW_NONE || p->chunks[p->first].of != KNOW_NONE || p->chunks[p->first].title))
        voice_push(&base, p->first, p->first + 1, false);
    return base;
}

static const struct clause *reporter_above(const struct parser *p, const struct clause *clause)
{
    uint32_t steps = 0;
    for (uint32_t g = clause->governor; g != CLAUSE_NONE && steps < 16; g = p->out->clauses.items[g].governor, steps++)
        if (is_report(&p->out->clauses.items[g]))
            return &p->out->clauses.items[g];
    return NULL;
}

static void note_quotes(struct speaking *s)
{
    const struct parser *p = s->p;
    int depth = s->quote_open ? 1 : 0;
    for (uint32_t i = p->text->sentences.items[s->sentence].word_first; i < p->text->sentences.items[s->sentence].word_end; i++) {
        const struct word *word = &p->words->items[i];
        if (word->kind != WORD_MARK)
            continue;
        if (word->mark == '<')
            depth++;
        else if (word->mark == '>' && depth)
            depth--;
    }
    s->quote_open = depth > 0 && s->last.count > 0;
}

void speaking_start(struct speaking *s, struct parser *p)
{
    *s = (struct speaking){ .p = p, .main_subject = CLAUSE_NONE };
    s->about = know_preposition(p->know, slice_of("\xd8\xb9\xd9\x86"));
}

/* «… على أفعاله. بحسب ما ذكره المصدر.»: a sentence that only names the source of the one before. */
static bool is_afterthought(const struct parser *p)
{
    if (p->chunks[p->first].kind != CHUNK_EXPRESSION || p->end - p->first > 8)
        return false;
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        if (p->out->clauses.items[i].frame)
            return false;
    return true;
}

void speaking_sentence(struct speaking *s, uint32_t sentence)
{
    struct parser *p = s->p;
    s->sentence = sentence;
    s->main_subject = CLAUSE_NONE;
    struct voice base = base_voice(s);
    if (base.count && is_afterthought(p))
        for (uint32_t i = s->previous_clause; i < p->first_clause; i++)
            if (p->out->voices.items[p->out->clauses.items[i].voice].count == 0)
                p->out->clauses.items[i].voice = voice_store(s, &base);
    s->previous_clause = p->first_clause;
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        struct clause *clause = &p->out->clauses.items[i];
        const struct clause *reporter = reporter_above(p, clause);
        struct voice voice = reporter ? reporter_voice(s, reporter, 0) : base;
        clause->voice = voice_store(s, &voice);
        if (is_report(clause)) {
            struct voice mine = reporter_voice(s, clause, 0);
            mine.sentence = sentence;
            (void)voice_store(s, &mine);
            if (mine.count && !reporter)
                s->last = mine;
        }
        uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
        if (clause->form == CLAUSE_FINITE && clause->governor == CLAUSE_NONE && subject != CLAUSE_NONE && s->main_subject == CLAUSE_NONE
            && is_somebody(&p->chunks[subject]))
            s->main_subject = subject;
    }
    if (base.count) {
        s->last = base;
        s->last.sentence = sentence;
    }
    note_quotes(s);
}
