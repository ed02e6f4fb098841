/*
 * merge.c - one event is one claim: tolls join the attack that caused them, repetitions become further evidence.
 */
#include "claim/teller.h"

/* How many claims apart two tellings of one event may stand; no real report has as many claims. */
#define MERGE_WINDOW 500u
#define HARM_WINDOW 64u

static bool spans_equal(struct claim_span a, struct claim_span b)
{
    return a.start == b.start && a.end == b.end;
}

static void add_evidence(struct teller *t, struct claim *claim, const struct claim *from)
{
    for (uint32_t i = 0; i < from->evidence.count; i++) {
        bool known = false;
        for (uint32_t j = 0; j < claim->evidence.count; j++)
            known |= spans_equal(claim->evidence.items[j], from->evidence.items[i]);
        if (!known)
            *(struct claim_span *)list_add(t->mem, &claim->evidence) = from->evidence.items[i];
    }
}

static void join_lists(struct teller *t, struct claim_entity_list *into, const struct claim_entity_list *from)
{
    for (uint32_t i = 0; i < from->count; i++)
        entity_list_add(t, into, &from->items[i]);
}

static void join_counts(struct teller *t, struct claim *into, const struct claim *from)
{
    for (uint32_t i = 0; i < from->counts.count; i++) {
        bool known = false;
        for (uint32_t j = 0; j < into->counts.count; j++)
            known |= into->counts.items[j].what == from->counts.items[i].what;
        if (!known)
            *(struct claim_count *)list_add(t->mem, &into->counts) = from->counts.items[i];
    }
}

static bool same_chain(const struct claim *a, const struct claim *b)
{
    if (a->chain.count != b->chain.count)
        return false;
    for (uint32_t i = 0; i < a->chain.count; i++)
        if (!entity_same(&a->chain.items[i], &b->chain.items[i]))
            return false;
    return true;
}

/* «قتلت القوات التركية 48 مسلحا، وقتل ثلاثة جنود أتراك»: those of the attacker's own side he did not kill. */
static bool is_own_loss(const struct claim *harm, const struct claim *attack)
{
    if (attack->actors.count != 1)
        return false;
    const struct claim_entity *actor = &attack->actors.items[0];
    for (uint32_t i = 0; i < harm->recipients.count; i++) {
        struct slice of = harm->recipients.items[i].of;
        if (!of.len || (!slice_equal(of, actor->name) && !slice_equal(of, actor->of)))
            return false;
    }
    return harm->recipients.count > 0;
}

/* Whether the toll belongs to the attack: in its phrase («مقتل … في قصف»), as its result («أسفر القصف عن مقتل …»), or beside it. */
static bool harm_of(const struct teller *t, const struct claim *harm, const struct claim *attack)
{
    const struct clause *h = teller_clause(t, harm->clause), *a = teller_clause(t, attack->clause);
    if (harm->sentence != attack->sentence || harm->status != attack->status || !same_chain(harm, attack))
        return false;
    if (a->governor == harm->clause || h->governor == attack->clause)
        return true;
    if (h->governor == a->governor && h->governor != CLAUSE_NONE && operator_of(teller_clause(t, h->governor)) == OPERATOR_CAUSE)
        return true;
    if (is_own_loss(harm, attack))
        return false;
    /* an actor of its own makes it another event */
    if (harm->actors.count && attack->actors.count)
        return entity_same(&harm->actors.items[0], &attack->actors.items[0]);
    return true;
}

static void join_claim(struct teller *t, struct claim *into, struct claim *from)
{
    join_lists(t, &into->actors, &from->actors);
    join_lists(t, &into->recipients, &from->recipients);
    join_lists(t, &into->places, &from->places);
    join_counts(t, into, from);
    add_evidence(t, into, from);
    if (!into->mode || (into->mode == MODE_AERIAL && from->mode == MODE_DRONE))
        into->mode = from->mode;
    if (!into->has_time && from->has_time) {
        into->has_time = true;
        memcpy(into->time_start, from->time_start, sizeof into->time_start);
        memcpy(into->time_end, from->time_end, sizeof into->time_end);
        into->time_mention = from->time_mention;
    }
    claim_reason(t, into, "merge", "the claim at byte %u tells the same event", from->trigger.start);
    from->dropped = true;
}

#define INSTRUMENT_DEPTH 3

/* «قصفت القرية بغارات جوية»: an attack behind "with" says how the attack above it was made. */
static bool is_instrument(const struct teller *t, const struct claim *attack, const struct claim *means)
{
    const struct clause *clause = teller_clause(t, means->clause);
    const struct chunk *noun = teller_chunk(t, clause->chunk);
    bool others = !entity_lists_agree(&means->actors, &attack->actors) || !entity_lists_agree(&means->recipients, &attack->recipients);
    if (attack->type != EVENT_ASSAULT || attack->harm || clause->form != CLAUSE_NOUN || noun->preposition != PREP_B || noun->definite
        || clause->relation != RELATION_ARGUMENT || others)
        return false;
    for (int i = 0; i < INSTRUMENT_DEPTH && clause->governor != CLAUSE_NONE; i++) {
        if (clause->governor == attack->clause)
            return true;
        clause = teller_clause(t, clause->governor);
        if (clause->form != CLAUSE_NOUN || clause->frame || clause->operator)
            return false;
    }
    return false;
}

/* «استعادت السيطرة», «نفذت هجوما»: a predicate and the noun that it governs name one act; what it is given in exchange for is another. */
static void join_governed(struct teller *t)
{
    struct claim_list *claims = t->out;
    bool *governs = arena_array(t->mem, bool, t->clauses->clauses.count + 1); /* clauses above some claim's */
    for (uint32_t i = 0; i < claims->count; i++) {
        uint32_t above = claims->items[i].clause;
        for (int step = 0; step < INSTRUMENT_DEPTH && (above = teller_clause(t, above)->governor) != CLAUSE_NONE; step++)
            governs[above] = true;
    }
    for (uint32_t i = 0; i < claims->count; i++) {
        struct claim *above = &claims->items[i];
        for (uint32_t j = i > HARM_WINDOW ? i - HARM_WINDOW : 0; governs[above->clause] && j < claims->count && j < i + HARM_WINDOW; j++) {
            struct claim *below = &claims->items[j];
            const struct clause *clause = teller_clause(t, below->clause);
            if (i == j || above->dropped || below->dropped || above->type != below->type || above->status != below->status)
                continue;
            bool governed = clause->governor == above->clause && clause->relation == RELATION_ARGUMENT && above->type != EVENT_ASSAULT
                            && teller_chunk(t, clause->chunk)->preposition != t->prepositions.exchange;
            if (governed || is_instrument(t, above, below))
                join_claim(t, above, below);
        }
    }
}

/* «غارة استهدفت …», «الهجوم الذي أوقع …»: what an attack does is the attack. */
static void join_subjects(struct teller *t)
{
    struct claim_list *claims = t->out;
    for (uint32_t i = 0; i < claims->count; i++) {
        struct claim *verb = &claims->items[i];
        const struct clause *clause = teller_clause(t, verb->clause);
        uint32_t subject = clause->form == CLAUSE_NOUN ? CLAUSE_NONE : clause_argument(clause, FUNCTION_SUBJECT);
        if (verb->type != EVENT_ASSAULT || subject == CLAUSE_NONE || !t->clauses->clause_at[subject])
            continue;
        for (uint32_t j = i > HARM_WINDOW ? i - HARM_WINDOW : 0; j < claims->count && j < i + HARM_WINDOW; j++) {
            struct claim *noun = &claims->items[j];
            if (j != i && !noun->dropped && !verb->dropped && noun->type == EVENT_ASSAULT && noun->status == verb->status
                && noun->clause == t->clauses->clause_at[subject] - 1)
                join_claim(t, verb, noun);
        }
    }
}

/* How much of the sentence turns on a clause. */
static int clause_rank(const struct teller *t, const struct clause *clause)
{
    if (clause->relation == RELATION_RELATIVE)
        return 0;
    if (clause->form != CLAUSE_NOUN)
        return clause->relation == RELATION_WHEN || clause->relation == RELATION_CAUSE ? 1 : 3;
    const struct clause *above = teller_clause(t, clause->governor);
    return above && operator_of(above) != OPERATOR_NONE ? 2 : 1;
}

static bool fights_both_ways(const struct teller *t, const struct clause *attack)
{
    for (uint32_t i = 0; i < attack->arguments.count; i++)
        if (attack->arguments.items[i].function == FUNCTION_COMPLEMENT && attack->arguments.items[i].preposition == t->between)
            return true;
    return false;
}

/* «قتل ثلاثة في هجوم استهدف …»: one claim, and its trigger is what the sentence turns on. */
static void join_toll(struct teller *t, struct claim *attack, struct claim *harm)
{
    const struct clause *a = teller_clause(t, attack->clause), *h = teller_clause(t, harm->clause);
    int more = clause_rank(t, h) - clause_rank(t, a);
    bool earlier = harm->trigger.start < attack->trigger.start;
    if ((a->governor == harm->clause || more > 0 || (more == 0 && earlier)) && (!attack->joined || earlier)) {
        attack->clause = harm->clause;
        attack->trigger = harm->trigger;
    }
    /* who suffers is not who does it: «قتل شاب تحت التعذيب» */
    uint32_t kept = 0;
    for (uint32_t i = 0; i < attack->actors.count; i++) {
        bool suffers = false;
        for (uint32_t j = 0; a->form == CLAUSE_NOUN && j < harm->recipients.count; j++)
            suffers |= entity_same(&attack->actors.items[i], &harm->recipients.items[j]);
        if (!suffers)
            attack->actors.items[kept++] = attack->actors.items[i];
    }
    attack->actors.count = kept;
    if (attack->actors.count > 1 && fights_both_ways(t, a))
        harm->recipients.count = 0; /* of fighting between two the dead are its toll */
    join_claim(t, attack, harm);
    attack->joined = true;
}

/* «قتلى», «إصابات»: nobody in particular. */
static bool suffers_nobody(const struct teller *t, const struct claim *harm)
{
    for (uint32_t i = 0; i < harm->recipients.count; i++) {
        const struct claim_entity *victim = &harm->recipients.items[i];
        if (victim->of.len || victim->entity != KNOW_NONE || teller_chunk(t, victim->chunk)->definite
            || teller_chunk(t, victim->chunk)->phrase == PHRASE_PERSON)
            return false;
    }
    return true;
}

/* «قصفت البلدة، ولم تقع إصابات»: that nobody was hurt is no event beside the attack. */
static void drop_unhurt(struct teller *t)
{
    struct claim_list *claims = t->out;
    for (uint32_t i = 0; i < claims->count; i++) {
        struct claim *harm = &claims->items[i];
        const struct clause *above = teller_clause(t, teller_clause(t, harm->clause)->governor);
        if (!harm->harm || harm->status != CLAIM_NEGATED || (above && operator_reports(operator_of(above))) || !suffers_nobody(t, harm))
            continue;
        for (uint32_t j = i > HARM_WINDOW ? i - HARM_WINDOW : 0; j < i; j++)
            if (claims->items[j].type == EVENT_ASSAULT && claims->items[j].status != CLAIM_NEGATED
                && claims->items[j].sentence + 1 >= harm->sentence)
                harm->dropped = true;
    }
}

void claims_join_harm(struct teller *t)
{
    struct claim_list *claims = t->out;
    drop_unhurt(t);
    join_governed(t);
    join_subjects(t);
    for (uint32_t i = 0; i < claims->count; i++) {
        struct claim *harm = &claims->items[i];
        if (!harm->harm || harm->dropped)
            continue;
        struct claim *best = NULL;
        for (uint32_t j = i > HARM_WINDOW ? i - HARM_WINDOW : 0; j < claims->count && j < i + HARM_WINDOW; j++) {
            struct claim *attack = &claims->items[j];
            if (j == i || attack->type != EVENT_ASSAULT || attack->dropped || (attack->harm && j > i) || !harm_of(t, harm, attack))
                continue;
            uint32_t d1 = best ? (uint32_t)(best->trigger.start > harm->trigger.start ? best->trigger.start - harm->trigger.start
                                                                                      : harm->trigger.start - best->trigger.start)
                               : UINT32_MAX;
            uint32_t d2 = attack->trigger.start > harm->trigger.start ? attack->trigger.start - harm->trigger.start
                                                                      : harm->trigger.start - attack->trigger.start;
            if (d2 < d1)
                best = attack;
        }
        if (best)
            join_toll(t, best, harm);
    }
}

static bool lists_meet(const struct claim_entity_list *a, const struct claim_entity_list *b, bool *both_empty)
{
    *both_empty = a->count == 0 && b->count == 0;
    return entity_lists_agree(a, b);
}

/* Whether every entity of the shorter list is in the longer. */
static bool lists_nest(const struct claim_entity_list *a, const struct claim_entity_list *b)
{
    const struct claim_entity_list *small = a->count <= b->count ? a : b, *large = small == a ? b : a;
    for (uint32_t i = 0; i < small->count; i++)
        if (!entity_list_has(large, &small->items[i]))
            return false;
    return true;
}

static bool counts_agree(const struct claim *a, const struct claim *b)
{
    for (uint32_t i = 0; i < a->counts.count; i++)
        for (uint32_t j = 0; j < b->counts.count; j++)
            if (a->counts.items[i].what == b->counts.items[j].what && a->counts.items[i].what != COUNTED_OTHER
                && a->counts.items[i].min != b->counts.items[j].min)
                return false;
    return true;
}

/* What two tellings have in common: who, whom, where, and the word that tells it. */
static int shared_parts(const struct teller *t, const struct claim *a, const struct claim *b)
{
    const struct clause *x = teller_clause(t, a->clause), *y = teller_clause(t, b->clause);
    return (a->actors.count && b->actors.count) + (a->recipients.count && b->recipients.count) + (a->places.count && b->places.count)
           + (x->lemma == y->lemma);
}

/* Two tellings of one event: nothing contradicts, and something telling is shared. */
static bool same_event(const struct teller *t, const struct claim *a, const struct claim *b, int needed)
{
    bool no_actors, no_recipients, no_places;
    if (a->type != b->type || a->status != b->status || (a->mode != b->mode && a->mode && b->mode))
        return false;
    if (!lists_meet(&a->actors, &b->actors, &no_actors) || !lists_meet(&a->recipients, &b->recipients, &no_recipients)
        || !lists_meet(&a->places, &b->places, &no_places))
        return false;
    if (!counts_agree(a, b) || (needed == 1 && !lists_nest(&a->actors, &b->actors)))
        return false;
    if (a->has_time && b->has_time && memcmp(a->time_start, b->time_start, 10) != 0)
        return false;
    bool recipients = a->recipients.count && b->recipients.count, places = a->places.count && b->places.count;
    const struct clause *x = teller_clause(t, a->clause), *y = teller_clause(t, b->clause);
    /* who did it and how it is called do not make it one event: armies shell every day */
    int shared = shared_parts(t, a, b);
    return shared >= needed && (needed == 1 || shared >= 3 || (recipients && (places || x->lemma == y->lemma)));
}

#define HEADLINE_MOST_WORDS 18u

/* A line of its own, short, without a full stop: scraped pages have headlines at their end too. */
static bool is_headline(const struct teller *t, uint32_t at)
{
    const struct sentence *sentence = &t->text->sentences.items[at];
    bool alone = (at == 0 || sentence[-1].paragraph != sentence->paragraph || t->text->source.at[sentence[-1].end - 1] == '.')
                 && (at + 1 == t->text->sentences.count || sentence[1].paragraph != sentence->paragraph
                     || t->text->source.at[sentence->end - 1] == '.');
    bool stopped =
        sentence->end - sentence->start > 1 && t->text->source.at[sentence->end - 1] == '.' && t->text->source.at[sentence->end - 2] != '.';
    return alone && !stopped && sentence->word_end - sentence->word_first <= HEADLINE_MOST_WORDS;
}

/* A headline or lead in the narrator's voice that the body attributes is evidence of the attributed claim. */
static bool is_lead_of(const struct teller *t, const struct claim *lead, const struct claim *body)
{
    if (lead->chain.count || !body->chain.count)
        return false;
    return (t->text->sentences.items[lead->sentence].paragraph == 0 && body->sentence > lead->sentence) || is_headline(t, lead->sentence);
}

/* The claim in which the body's narrator tells the act of words himself, NULL if none: who else speaks of it is not where the headline has it from. */
static struct claim *narrated(const struct teller *t, const struct claim *lead, uint32_t from)
{
    bool finite = teller_clause(t, lead->clause)->form == CLAUSE_FINITE;
    for (uint32_t i = from; finite && is_verbal(lead->type) && i < t->out->count && i < from + MERGE_WINDOW; i++) {
        struct claim *body = &t->out->items[i];
        if (!body->dropped && body->type == lead->type && body->chain.count == 0 && body->sentence > lead->sentence
            && teller_clause(t, body->clause)->form == CLAUSE_FINITE && !is_headline(t, body->sentence)
            && entity_lists_share(&lead->actors, &body->actors))
            return body;
    }
    return NULL;
}

/* «قصفت … وأدى القصف إلى مقتل …»: what is taken up by the same speaker is one event. */
static void join_resumed(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i], *told = claim->resumes ? &t->out->items[claim->resumes - 1] : NULL;
        if (told && !claim->dropped && !told->dropped && same_chain(told, claim) && counts_agree(told, claim))
            join_claim(t, told, claim);
    }
}

/* The words of a sentence that stands in the report twice, at the same place in both. */
static bool is_repetition(const struct teller *t, const struct claim *a, const struct claim *b)
{
    const struct sentence *first = &t->text->sentences.items[a->sentence], *second = &t->text->sentences.items[b->sentence];
    uint32_t x = teller_chunk(t, teller_clause(t, a->clause)->chunk)->first, y = teller_chunk(t, teller_clause(t, b->clause)->chunk)->first;
    return a->sentence != b->sentence && first->repeat_of == second->repeat_of && a->type == b->type
           && x - first->word_first == y - second->word_first;
}

/* A sentence said again says nothing new; what only its second place tells is taken where the first is silent. */
static void join_repetition(struct teller *t, struct claim *into, struct claim *from)
{
    static const struct claim_entity_list none = { 0 };
    if (into->actors.count)
        from->actors = none;
    if (into->recipients.count)
        from->recipients = none;
    if (into->places.count)
        from->places = none;
    if (!into->chain.count)
        join_lists(t, &into->chain, &from->chain);
    join_claim(t, into, from);
}

/* «حزب أ يدين …» over a body that begins «دان حزب أ …»: told twice by the narrator. */
static void join_headlines(struct teller *t)
{
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *claim = &t->out->items[i];
        struct claim *told = claim->dropped || claim->chain.count ? NULL : narrated(t, claim, i + 1);
        if (told && is_headline(t, claim->sentence) && same_event(t, claim, told, 1))
            join_claim(t, claim, told);
    }
}

void claims_merge(struct teller *t)
{
    struct claim_list *claims = t->out;
    join_resumed(t);
    for (uint32_t i = 0; i < claims->count; i++) {
        struct claim *claim = &claims->items[i];
        bool told = !claim->dropped && !claim->chain.count && narrated(t, claim, i + 1);
        for (uint32_t j = i + 1; j < claims->count && j < i + MERGE_WINDOW && !claim->dropped; j++) {
            struct claim *later = &claims->items[j];
            if (!later->dropped && is_repetition(t, claim, later)) {
                join_repetition(t, claim, later);
                continue;
            }
            bool lead = !told && is_lead_of(t, claim, later), tail = is_lead_of(t, later, claim);
            if (later->dropped || !same_event(t, claim, later, lead || tail ? 1 : 2))
                continue;
            bool repeated = t->text->sentences.items[later->sentence].repeat_of == t->text->sentences.items[claim->sentence].repeat_of
                            && later->sentence != claim->sentence;
            if (same_chain(claim, later) || repeated || tail) {
                join_claim(t, claim, later);
            } else if (lead) {
                join_lists(t, &claim->chain, &later->chain);
                join_claim(t, claim, later);
            }
        }
    }
    join_headlines(t);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < claims->count; i++)
        if (!claims->items[i].dropped)
            claims->items[kept++] = claims->items[i];
    claims->count = kept;
}
