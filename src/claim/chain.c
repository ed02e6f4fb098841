/*
 * chain.c - whom a claim is from: the voice that its clause stands in, accusers, and who announces what he does.
 */
#include "claim/path.h"
#include "clause/speakers.h"

static enum link_kind link_kind_of(const struct teller *t, const struct chunk *chunk)
{
    if (chunk->phrase == PHRASE_BODY || (chunk->entity != KNOW_NONE && t->know->entities[chunk->entity].kind != KIND_PERSON))
        return LINK_BODY;
    if (chunk->phrase == PHRASE_PERSON && (chunk->name_end > chunk->name_first || chunk->entity != KNOW_NONE) && !chunk->quoted)
        return LINK_NAMED;
    if (chunk->title == 1 + TITLE_SPOKESMAN || (chunk->title == 1 + TITLE_OFFICE && chunk->definite && !chunk->one_of))
        return LINK_NAMED;
    return LINK_ANONYMOUS;
}

void claim_add_link(struct teller *t, struct claim *claim, uint32_t chunk, uint32_t verb)
{
    struct claim_entity link;
    if (!entity_of_chunk(t, chunk, &link))
        return;
    link.kind = (uint8_t)link_kind_of(t, teller_chunk(t, chunk));
    if (verb != CLAUSE_NONE && teller_chunk(t, verb)->end > teller_chunk(t, verb)->first)
        link.verb = chunk_text(t->text, t->words, teller_chunk(t, verb), NULL, NULL);
    entity_list_add(t, &claim->chain, &link);
}

/* «اتهام أ ب»: the genitive accuses; «اتهام ب»: it is accused. */
static bool genitive_accuses(const struct clause *clause)
{
    uint8_t role = clause->frame ? clause->frame->genitive : (uint8_t)ROLE_NONE;
    if (role != ROLE_SELF && role != ROLE_OBJECT)
        return role == ROLE_ACTOR;
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_OBJECT || clause->arguments.items[i].preposition == PREP_L)
            return true;
    return false;
}

/* Who does what the clause tells, CLAUSE_NONE if it does not say. */
static uint32_t somebody_in(const struct teller *t, const struct clause *clause)
{
    bool noun = clause->form == CLAUSE_NOUN;
    uint32_t at = noun && !genitive_accuses(clause) ? CLAUSE_NONE : clause_argument(clause, noun ? FUNCTION_GENITIVE : FUNCTION_SUBJECT);
    uint8_t phrase = at == CLAUSE_NONE ? (uint8_t)PHRASE_THING : teller_chunk(t, at)->phrase;
    return phrase == PHRASE_PERSON || phrase == PHRASE_BODY || phrase == PHRASE_GROUP ? at : CLAUSE_NONE;
}

/* An accusation makes its accuser the origin of what is alleged; one that names none («بتهمة …») is made by whoever acts on it. */
static void chain_add_accuser(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *step = clause;
    for (int i = 0; i < PATH_MOST; i++) {
        const struct clause *above = teller_clause(t, step->governor);
        if (!above || step->relation == RELATION_RELATIVE)
            return;
        if (above->frame && above->frame->type == EVENT_ACCUSE && above->frame->mode == MODE_ALLEGE && !is_operator(above)) {
            const struct clause *by = above;
            uint32_t accuser = somebody_in(t, by);
            while (accuser == CLAUSE_NONE && i++ < PATH_MOST && (by = teller_clause(t, by->governor)))
                accuser = by->form == CLAUSE_NOUN ? accuser : somebody_in(t, by);
            if (accuser != CLAUSE_NONE)
                claim_add_link(t, claim, accuser, by->chunk);
            return;
        }
        step = above;
    }
}

/* «أعلن الحالة», «أعلنت روسيا تعبئة»: announcing does it, so the announcer acts and is no informant. «تبنت أ هجوما»: who claims it did it. */
static void chain_performer(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    if (!above || clause->relation != RELATION_ARGUMENT || claim->actors.count || clause->frame->subject != ROLE_ACTOR
        || !claim->chain.count)
        return;
    bool performs = operator_of(above) == OPERATOR_ANNOUNCE
                    && (claim->type == EVENT_MOBILIZE || claim->type == EVENT_SANCTION || claim->type == EVENT_CONCEDE
                        || (claim->type == EVENT_COERCE
                            && (claim->mode == MODE_MARTIAL_LAW || claim->mode == MODE_CURFEW || claim->mode == MODE_RESTRICT)));
    if (!performs && operator_of(above) != OPERATOR_CLAIM)
        return;
    struct claim_entity actor = claim->chain.items[claim->chain.count - 1];
    actor.verb = slice_make(NULL, 0);
    entity_list_add(t, &claim->actors, &actor);
    if (performs)
        claim->chain.count--;
}

static bool is_speech_act(uint8_t type)
{
    return type == EVENT_REQUEST || type == EVENT_ACCUSE || type == EVENT_REJECT || type == EVENT_THREATEN || type == EVENT_SUPPORT
           || type == EVENT_AGREE;
}

static bool in_quotation(const struct teller *t, uint32_t first, uint32_t end)
{
    int depth = 0;
    bool straight = false;
    for (uint32_t i = first; i < end; i++)
        if (teller_chunk(t, i)->kind == CHUNK_MARK) {
            char mark = teller_chunk(t, i)->mark;
            depth += (mark == '<') - (mark == '>');
            straight ^= mark == '"';
        }
    return depth > 0 || straight;
}

static bool is_same(const struct claim_entity *a, const struct teller *t, uint32_t chunk)
{
    return a->chunk == chunk || (a->referent != KNOW_NONE && a->referent == teller_chunk(t, chunk)->referent);
}

/* Whether something that the reporter says before the clause has the speaker himself as its subject: «أكدت أنها وافقت ورحبت». */
static bool speaks_of_himself(const struct teller *t, uint32_t reporter, const struct clause *clause, const struct claim_entity *speaker)
{
    for (const struct clause *c = &t->clauses->clauses.items[reporter + 1]; c < clause; c++) {
        uint32_t subject = c->form == CLAUSE_FINITE ? clause_argument(c, FUNCTION_SUBJECT) : CLAUSE_NONE;
        if (c->governor == reporter && subject != CLAUSE_NONE && is_same(speaker, t, subject))
            return true;
    }
    return false;
}

/* «…، وحذرت من», «…، داعيا إلى»: joined to what the reporter does, and not to what he says. */
static bool goes_on_acting(const struct teller *t, const struct clause *clause)
{
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    if (!verb->reading || (clause->relation != RELATION_CONTENT && clause->relation != RELATION_WITHIN))
        return false;
    uint32_t features = verb->reading->features;
    if (clause->form == CLAUSE_PARTICIPLE)
        return (features & FEATURE_CASES) == FEATURE_ACCUSATIVE;
    return clause->form == CLAUSE_FINITE && verb->clitics & CLITIC_WA && features_person(features) == 3
           && (features_tense(features) == TENSE_PAST || clause->relation == RELATION_WITHIN);
}

/* «أكدت النقابة أن الجيش قتل مدنيين، وحذرت من …»: a speaker who goes on to act does so in the narrator's words. */
static void chain_own_act(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *reporter = teller_clause(t, clause->governor);
    if (!reporter || reporter->form != CLAUSE_FINITE || !operator_reports(operator_of(reporter)) || claim->chain.count == 0
        || claim->actors.count != 1 || !is_speech_act(claim->type) || !goes_on_acting(t, clause))
        return;
    const struct claim_entity *actor = &claim->actors.items[0], *link = &claim->chain.items[claim->chain.count - 1];
    uint32_t speaker = clause_argument(reporter, FUNCTION_SUBJECT);
    if (speaker == CLAUSE_NONE || !is_same(actor, t, speaker) || !is_same(link, t, speaker) || clause_own_subject(clause) != CLAUSE_NONE
        || in_quotation(t, reporter->chunk, clause->chunk)
        || (clause->form == CLAUSE_FINITE && speaks_of_himself(t, clause->governor, clause, actor)))
        return;
    claim->chain.count--;
    /* «نفى أن …، متهما …»: what he denies is something else */
    claim->status = clause->negated       ? CLAIM_NEGATED
                    : clause->conditional ? CLAIM_HYPOTHETICAL
                    : clause->future      ? CLAIM_FUTURE
                                          : CLAIM_ACTUAL;
    claim_reason(t, claim, "speaker", "acts himself");
}

void tell_chain(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct voice *voice = &t->clauses->voices.items[clause->voice];
    for (uint32_t i = 0; i < voice->count; i++)
        claim_add_link(t, claim, voice->links[i].chunk, voice->links[i].verb);
    chain_add_accuser(t, claim, clause);
    chain_performer(t, claim, clause);
    chain_own_act(t, claim, clause);
}

/* «تؤكد القسام وسرايا القدس أن …»: the claim once more, from who speaks beside its last link. */
static void tell_beside(struct teller *t, uint32_t number, uint32_t speaker)
{
    struct claim *claim = list_add(t->mem, t->out);
    *claim = t->out->items[number];
    claim->chain = (struct claim_entity_list){ 0 };
    struct claim_entity_list *chain = &t->out->items[number].chain;
    for (uint32_t i = 0; i + 1 < chain->count; i++)
        entity_list_add(t, &claim->chain, &chain->items[i]);
    uint32_t before = claim->chain.count;
    claim_add_link(t, claim, speaker, CLAUSE_NONE);
    if (claim->chain.count == before) { /* already a link, or nobody */
        t->out->count--;
        return;
    }
    claim->chain.items[before].verb = chain->items[chain->count - 1].verb;
    claim->reasons = (struct claim_reason_list){ 0 };
    claim_reason(t, claim, "speaker", "says so together with another");
}

void claims_of_each_speaker(struct teller *t)
{
    uint32_t count = t->out->count;
    for (uint32_t i = 0; i < count; i++) {
        const struct claim *claim = &t->out->items[i];
        uint32_t last = claim->chain.count ? claim->chain.items[claim->chain.count - 1].chunk : CLAUSE_NONE;
        if (claim->dropped || last >= t->mentions->chunks.count || !t->reporter_of[last])
            continue;
        const struct clause *reporter = &t->clauses->clauses.items[t->reporter_of[last] - 1];
        for (uint32_t j = 0; j < reporter->arguments.count; j++) {
            const struct argument *argument = &reporter->arguments.items[j];
            uint8_t phrase = teller_chunk(t, argument->chunk)->phrase;
            if (argument->function == FUNCTION_SUBJECT && argument->origin == ORIGIN_COORDINATE && argument->chunk != last
                && (phrase == PHRASE_PERSON || phrase == PHRASE_BODY))
                tell_beside(t, i, argument->chunk);
        }
    }
}

/* Whether who says it last is who does it, or speaks for him. */
static bool speaks_of_own_act(const struct claim *claim)
{
    const struct claim_entity *speaker = claim->chain.count ? &claim->chain.items[claim->chain.count - 1] : NULL;
    for (uint32_t i = 0; speaker && i < claim->actors.count; i++)
        if (entity_same(speaker, &claim->actors.items[i]) || slice_equal(speaker->of, claim->actors.items[i].name))
            return true;
    return false;
}

/* «قالت الحركة إنها ستنسحب», «أعلنت قطر أنها سترسل مساعدات»: to announce one's own giving way is to concede, to promise a good deed is to agree
 * (codebook, section 2, rule 11). */
void claims_promise(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        const struct clause *clause = teller_clause(t, claim->clause);
        bool good =
            claim->type == EVENT_CONSULT || claim->type == EVENT_SUPPORT || claim->type == EVENT_COOPERATE || claim->type == EVENT_AID;
        if ((!good && claim->type != EVENT_RETREAT) || claim->status != CLAIM_FUTURE || !clause->future || clause->form != CLAUSE_FINITE
            || !speaks_of_own_act(claim))
            continue;
        claim->type = good ? EVENT_AGREE : EVENT_CONCEDE;
        claim->mode = MODE_NONE;
        claim->status = CLAIM_ACTUAL;
        claim_reason(t, claim, "promise", "who says it will do it");
    }
}
