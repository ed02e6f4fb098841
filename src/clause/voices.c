/*
 * voices.c - who is speaking: the voice of every clause, from the reporter above it, what its sentence is attributed to, and what the sentences
 * before left open.
 */
#include "clause/voices.h"

#include "clause/speakers.h"

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

/* The voice of the sentence outside its reporters. */
static struct voice base_voice(struct speaking *s)
{
    const struct sentence *sentences = s->p->text->sentences.items;
    s->attributed = attribution_of(s);
    if (s->attributed.count)
        return s->attributed;
    if (s->sentence == 0 || sentences[s->sentence].paragraph != sentences[s->sentence - 1].paragraph)
        s->quote_open = 0;
    return s->quote_open || points_back(s) ? s->last : (struct voice){ .sentence = s->sentence };
}

/* «قال الوزير خلال لقائه السفير إن …»: between a reporter and his words, when or where he speaks, and who he is, is the narrator's. */
static bool stands_beside(const struct speaking *s, const struct clause *reporter, const struct clause *clause)
{
    if (clause->chunk < reporter->chunk)
        return false;
    /* «قال الوزير الذي اعتقلته الشرطة إن …» */
    if (clause->form != CLAUSE_NOUN)
        return clause->relation == RELATION_RELATIVE && reporter->has_content && clause->chunk < reporter->end;
    /* «أعلنت تركيا بعد انتقادات | استراتيجية جديدة» */
    uint32_t object = clause_argument(reporter, FUNCTION_OBJECT);
    if (!reporter->has_content && clause->relation == RELATION_WHEN && object != CLAUSE_NONE && clause->chunk < object)
        return true;
    if (!reporter->has_content || clause->chunk >= reporter->end)
        return false;
    uint8_t preposition = s->p->chunks[clause->chunk].preposition, role = s->p->know->usual_roles[preposition];
    /* «وصف الوزير الهجوم بأنه …»: what he speaks about */
    if (!preposition && reporter->content_preposition == PREP_B && clause_argument(reporter, FUNCTION_OBJECT) == clause->chunk)
        return true;
    return clause->relation == RELATION_WHEN
           || (preposition >= PREP_FIRST_FREE && preposition != s->p->about && (role == ROLE_NONE || role == ROLE_AT));
}

static const struct clause *reporter_above(const struct speaking *s, const struct clause *clause)
{
    const struct parser *p = s->p;
    uint32_t steps = 0;
    const struct clause *step = clause;
    for (uint32_t g = clause->governor; g != CLAUSE_NONE && steps < 16; g = p->out->clauses.items[g].governor, steps++) {
        const struct clause *above = &p->out->clauses.items[g];
        if (speaker_tells(p, above) && !stands_beside(s, above, step))
            return above;
        step = above;
    }
    return NULL;
}

/* Whether the running paragraph has the closing mark behind the sentence; one that never closes is a slip of the pen. */
static bool closes_later(const struct speaking *s, char close)
{
    const struct sentence_list *sentences = &s->p->text->sentences;
    for (uint32_t i = s->sentence + 1; i < sentences->count && sentences->items[i].paragraph == sentences->items[s->sentence].paragraph;
         i++)
        for (uint32_t at = sentences->items[i].word_first; at < sentences->items[i].word_end; at++)
            if (s->p->words->items[at].kind == WORD_MARK && s->p->words->items[at].mark == close)
                return true;
    return false;
}

/* Quotations that the sentence leaves open go on in the next. */
static void note_quotes(struct speaking *s)
{
    const struct parser *p = s->p;
    const struct sentence *sentence = &p->text->sentences.items[s->sentence];
    int depth = s->quote_open == '<' ? 1 : 0;
    bool straight = s->quote_open == '"';
    for (uint32_t i = sentence->word_first; i < sentence->word_end; i++) {
        const struct word *word = &p->words->items[i];
        if (word->kind != WORD_MARK)
            continue;
        if (word->mark == '<')
            depth++;
        else if (word->mark == '>' && depth)
            depth--;
        else if (word->mark == '"')
            straight = !straight;
    }
    char open = depth ? '<' : straight ? '"' : 0;
    s->quote_open = s->last.count && open && closes_later(s, open == '<' ? '>' : open) ? open : 0;
}

void speaking_start(struct speaking *s, struct parser *p)
{
    *s = (struct speaking){ .p = p, .main_subject = CLAUSE_NONE };
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

/* «انهار الجيش بسبب ضعفه، حسب الأسد، ورفض المتحدث …»: a source named between the sentence's clauses does not keep the word. */
static bool in_passing(const struct speaking *s)
{
    const struct parser *p = s->p;
    if (s->attributed_at <= p->first + 2)
        return false;
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++)
        if (p->out->clauses.items[i].form == CLAUSE_FINITE && p->out->clauses.items[i].governor == CLAUSE_NONE
            && p->out->clauses.items[i].chunk > s->attributed_at)
            return true;
    return false;
}

void speaking_sentence(struct speaking *s, uint32_t sentence)
{
    struct parser *p = s->p;
    s->sentence = sentence;
    s->main_subject = CLAUSE_NONE;
    bool spoke = false;
    struct voice base = s->base = base_voice(s);
    if (base.count && is_afterthought(p))
        for (uint32_t i = s->previous_clause; i < p->first_clause; i++)
            if (p->out->voices.items[p->out->clauses.items[i].voice].count == 0)
                p->out->clauses.items[i].voice = voice_store(s, &base);
    s->previous_clause = p->first_clause;
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        struct clause *clause = &p->out->clauses.items[i];
        const struct clause *reporter = reporter_above(s, clause);
        struct voice voice = reporter ? reporter_spoken(s, reporter) : base;
        clause->voice = voice_store(s, &voice);
        if (speaker_tells(p, clause)) {
            struct voice mine = reporter_spoken(s, clause);
            mine.sentence = sentence;
            (void)voice_store(s, &mine);
            if (mine.count && !reporter) {
                s->last = mine;
                spoke = true;
            }
        }
        uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
        if (clause->form == CLAUSE_FINITE && clause->governor == CLAUSE_NONE && subject != CLAUSE_NONE && s->main_subject == CLAUSE_NONE
            && speaker_is_somebody(&p->chunks[subject]))
            s->main_subject = subject;
    }
    if (base.count && !spoke && !(s->attributed.count && in_passing(s))) {
        s->last = base;
        s->last.sentence = sentence;
    }
    note_quotes(s);
}
