/*
 * voices.c - who is speaking: the chain of sources of every clause, from the reporters above it, reporting expressions, and what the
 * sentences before left open.
 */
#include "clause/voices.h"

#include "clause/speakers.h"

static void voice_push(const struct parser *p, struct voice *voice, uint32_t chunk, uint32_t verb, bool is_denial)
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

static bool names_words(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_EXPRESSION || (chunk->classes & 1u << CLASS_SPEECH);
}

/* «في بيان صادر عن مكتبه»: whose the statement is, not whom he has it from. */
static bool is_issued(const struct parser *p, uint32_t at)
{
    if (at < p->first + 2)
        return false;
    return names_words(&p->chunks[at - 1]) || (p->chunks[at - 1].phrase == PHRASE_THING && names_words(&p->chunks[at - 2]));
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

static uint32_t expression_source(const struct parser *p, uint32_t at);

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
        uint32_t source = expression_source(p, i);
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
static struct voice spoken_at(const struct speaking *s, const struct clause *reporter)
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

/* «بحسب مصادر», «نقلا عن …»: the noun behind the expression. */
static uint32_t expression_source(const struct parser *p, uint32_t at)
{
    for (uint32_t i = at + 1; i < p->end && i <= at + 4; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_NOUN && is_beside_source(p, i))
            continue;
        bool place = p->know->usual_roles[chunk->preposition] == ROLE_AT && !names_words(chunk) && !(chunk->classes & 1u << CLASS_DOCUMENT);
        if (chunk->kind == CHUNK_NOUN && p->chunks[i - 1].kind == CHUNK_VERB && place)
            return CLAUSE_NONE; /* «كما ورد في بيان نشرته | في الشبكات» */
        if (chunk->kind == CHUNK_NOUN && speaker_at(p, i) != CLAUSE_NONE)
            return speaker_at(p, i);
        if (chunk->kind != CHUNK_MARK && chunk->kind != CHUNK_VERB && chunk->kind != CHUNK_LINK)
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

/* Who the sentence says its content is from, outside its reporters; count 0: nobody. */
static struct voice attribution(struct speaking *s)
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
        uint32_t source = chunk->value == EXPRESSION_SOURCE ? expression_source(p, i) : CLAUSE_NONE;
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

/* The voice of the sentence outside its reporters. */
static struct voice base_voice(struct speaking *s)
{
    const struct sentence *sentences = s->p->text->sentences.items;
    s->attributed = attribution(s);
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

#define QUOTED_MOST_SENTENCES 32u

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
        struct voice voice = reporter ? spoken_at(s, reporter) : base;
        clause->voice = voice_store(s, &voice);
        if (speaker_tells(p, clause)) {
            struct voice mine = spoken_at(s, clause);
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
