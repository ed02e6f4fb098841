/*
 * weigh.c - does the predicate tell an event, or only speak of one? News speaks of violence in passing more than of anything else: in opinions,
 * trials, memories, plans and generalities. No single sign decides it, so each claim gathers the signs of how it is told
 * (codebook/ontology/signs.tsv), and their weights (codebook/weights, learnt by tools/learn_weights.py) are added up.
 */
#include "claim/teller.h"
#include "name/time.h"

#define SIGN_MOST_STEPS 6

static void sign_set(struct claim *claim, enum claim_sign sign)
{
    claim->signs[sign / 64] |= (uint64_t)1 << sign % 64;
}

static void sign_if(struct claim *claim, bool holds, enum claim_sign sign)
{
    if (holds)
        sign_set(claim, sign);
}

bool claim_has_sign(const struct claim *claim, enum claim_sign sign)
{
    return claim->signs[sign / 64] >> sign % 64 & 1;
}

static bool is_words(uint8_t type)
{
    return type == EVENT_AGREE || type == EVENT_SUPPORT || type == EVENT_CONCEDE || type == EVENT_REQUEST || type == EVENT_ACCUSE
           || type == EVENT_REJECT || type == EVENT_THREATEN;
}

static void sign_form(const struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    const struct reading *r = chunk->reading;
    enum feature_part part = r ? features_part(r->features) : PART_NOUN;
    if (clause->form == CLAUSE_FINITE) {
        sign_set(claim, r && features_tense(r->features) == TENSE_PRESENT ? SIGN_FINITE_PRESENT : SIGN_FINITE_PAST);
        sign_if(claim, r && features_person(r->features) != 3, SIGN_NOT_THIRD_PERSON);
    } else if (clause->form == CLAUSE_PARTICIPLE) {
        sign_set(claim, SIGN_PARTICIPLE);
    } else {
        bool definite = r && (r->clitics & CLITIC_AL);
        sign_set(claim, part == PART_MASDAR ? SIGN_MASDAR : SIGN_EVENT_NOUN);
        sign_if(claim, chunk->plural, SIGN_PLURAL_NOUN);
        sign_if(claim, definite, SIGN_DEFINITE_NOUN);
        sign_if(claim, !definite && !clause->arguments.count, SIGN_BARE_NOUN);
        sign_if(claim, r && r->pronoun, SIGN_POSSESSED_NOUN);
        sign_if(claim, chunk->demonstrative, SIGN_THIS_NOUN);
    }
    sign_if(claim, clause->passive, SIGN_PASSIVE);
    sign_if(claim, (chunk->clitics & CLITIC_WA) != 0, SIGN_JOINED);
    sign_if(claim, chunk->first < t->text->sentences.items[chunk->sentence].word_first + 3, SIGN_OPENS);
    sign_if(claim, clause->frame->need_count > 0, SIGN_HAS_NEEDS);
    sign_if(claim, claim->harm, SIGN_HARM);
}

static enum claim_sign sign_of_governor(const struct clause *above)
{
    static const uint8_t signs[OPERATOR_COUNT] = {
        [OPERATOR_REPORT] = SIGN_UNDER_REPORT,  [OPERATOR_DENY] = SIGN_UNDER_DENY,           [OPERATOR_NEGATE] = SIGN_UNDER_NEGATE,
        [OPERATOR_PLAN] = SIGN_UNDER_PLAN,      [OPERATOR_CONDITION] = SIGN_UNDER_CONDITION, [OPERATOR_ASPECT] = SIGN_UNDER_ASPECT,
        [OPERATOR_LIGHT] = SIGN_UNDER_LIGHT,    [OPERATOR_CAUSE] = SIGN_UNDER_CAUSE,         [OPERATOR_STOP] = SIGN_UNDER_STOP,
        [OPERATOR_CLAIM] = SIGN_UNDER_CLAIM,    [OPERATOR_ANNOUNCE] = SIGN_UNDER_CLAIM,      [OPERATOR_RESIST] = SIGN_UNDER_LIGHT,
        [OPERATOR_FOIL] = SIGN_UNDER_CONDITION, [OPERATOR_PLAIN] = SIGN_UNDER_VERB,          [OPERATOR_SUPPOSE] = SIGN_UNDER_REPORT,
        [OPERATOR_ATTEMPT] = SIGN_UNDER_ASPECT,
    };
    if (operator_of(above) != OPERATOR_NONE && (!above->frame || is_operator(above)))
        return (enum claim_sign)signs[operator_of(above)];
    if (!above->frame)
        return SIGN_UNDER_VERB;
    uint8_t type = above->frame->type;
    if (type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_PROTEST)
        return SIGN_UNDER_FORCE;
    return is_words(type) ? SIGN_UNDER_WORDS : SIGN_UNDER_EVENT;
}

/* How it hangs on what governs it. */
static void sign_path(const struct teller *t, struct claim *claim, const struct clause *clause)
{
    static const uint8_t relations[] = {
        [RELATION_ROOT] = SIGN_ROOT,
        [RELATION_CONTENT] = SIGN_IN_CONTENT,
        [RELATION_ARGUMENT] = SIGN_IN_ARGUMENT,
        [RELATION_RELATIVE] = SIGN_IN_RELATIVE,
        [RELATION_WHEN] = SIGN_IN_WHEN,
        [RELATION_CAUSE] = SIGN_IN_CAUSE,
        [RELATION_PURPOSE] = SIGN_NONE,
        [RELATION_QUOTE] = SIGN_IN_QUOTE,
        [RELATION_WITHIN] = SIGN_IN_WITHIN,
    };
    if (relations[clause->relation])
        sign_set(claim, (enum claim_sign)relations[clause->relation]);
    const struct clause *above = teller_clause(t, clause->governor);
    if (!above)
        return;
    sign_set(claim, sign_of_governor(above));
    sign_if(claim,
            operator_of(above) == OPERATOR_LIGHT && clause->relation == RELATION_ARGUMENT
                && teller_chunk(t, clause->chunk)->preposition == PREP_L,
            SIGN_SUFFERED);
    for (int i = 0; i < SIGN_MOST_STEPS && (above = teller_clause(t, above->governor)); i++) {
        uint8_t class = operator_of(above);
        sign_if(claim, operator_reports(class), SIGN_ABOVE_REPORT);
        sign_if(claim, class == OPERATOR_DENY || class == OPERATOR_NEGATE, SIGN_ABOVE_NEGATE);
        sign_if(claim, class == OPERATOR_PLAN, SIGN_ABOVE_PLAN);
        sign_if(claim, class == OPERATOR_CONDITION, SIGN_ABOVE_CONDITION);
    }
}

/* What stands before a noun: a preposition, or a noun that speaks about it («قضية اغتيال …», «خطر هجوم»). */
static void sign_before(const struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk), *before = clause->chunk ? chunk - 1 : NULL;
    if (clause->form != CLAUSE_NOUN)
        return;
    if (chunk->preposition) {
        uint8_t p = chunk->preposition;
        sign_set(claim, p == PREP_B                  ? SIGN_AFTER_B
                        : p == PREP_L                ? SIGN_AFTER_L
                        : p == t->prepositions.in    ? SIGN_AFTER_IN
                        : p == t->prepositions.of    ? SIGN_AFTER_OF
                        : p == t->prepositions.about ? SIGN_AFTER_ABOUT
                        : p == t->prepositions.on    ? SIGN_AFTER_ON
                        : p == t->prepositions.to    ? SIGN_AFTER_TO
                                                     : SIGN_AFTER_OTHER);
    }
    bool behind = chunk->genitive
                  || (before && before->kind == CHUNK_NOUN && before->sentence == chunk->sentence && before->end == chunk->first
                      && !chunk->preposition && !chunk->clitics && !before->definite && before->phrase != PHRASE_EVENT);
    if (!behind || !before)
        return;
    uint32_t classes = before->classes;
    sign_set(claim, SIGN_GENITIVE);
    sign_set(claim, classes & 1u << CLASS_TRIAL                                     ? SIGN_BEHIND_TRIAL
                    : classes & 1u << CLASS_MEMORY                                  ? SIGN_BEHIND_MEMORY
                    : before->phrase == PHRASE_EVENT || classes & 1u << CLASS_EVENT ? SIGN_BEHIND_EVENT
                                                                                    : SIGN_BEHIND_ABSTRACT);
}

static void sign_actors(const struct teller *t, struct claim *claim, const struct clause *clause)
{
    sign_if(claim, !claim->actors.count, SIGN_ACTOR_NONE);
    for (uint32_t i = 0; i < claim->actors.count; i++) {
        const struct claim_entity *actor = &claim->actors.items[i];
        const struct chunk *chunk = teller_chunk(t, actor->chunk);
        sign_set(claim, actor->entity != KNOW_NONE                                       ? SIGN_ACTOR_KNOWN
                        : chunk->phrase == PHRASE_GROUP                                  ? SIGN_ACTOR_GROUP
                        : chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_BODY ? SIGN_ACTOR_PERSON
                                                                                         : SIGN_ACTOR_PLAIN);
    }
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        sign_if(claim, clause->arguments.items[i].function == FUNCTION_SUBJECT && clause->arguments.items[i].origin >= ORIGIN_ANTECEDENT,
                SIGN_ACTOR_ANTECEDENT);
}

static void sign_recipients(const struct teller *t, struct claim *claim)
{
    sign_if(claim, !claim->recipients.count, SIGN_RECIPIENT_NONE);
    for (uint32_t i = 0; i < claim->recipients.count; i++) {
        const struct claim_entity *recipient = &claim->recipients.items[i];
        const struct chunk *chunk = teller_chunk(t, recipient->chunk);
        sign_if(claim, chunk->number != KNOW_NONE || chunk->dual, SIGN_RECIPIENT_NUMBER);
        sign_set(claim, recipient->entity != KNOW_NONE                                    ? SIGN_RECIPIENT_KNOWN
                        : chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_PERSON ? SIGN_RECIPIENT_GROUP
                                                                                          : SIGN_RECIPIENT_PLAIN);
        sign_if(claim, chunk->plural && chunk->number == KNOW_NONE, SIGN_RECIPIENT_PLURAL);
    }
}

static void sign_circumstances(const struct teller *t, struct claim *claim, const struct clause *clause)
{
    sign_if(claim, !claim->places.count, SIGN_PLACE_NONE);
    for (uint32_t i = 0; i < claim->places.count; i++) {
        uint32_t entity = claim->places.items[i].entity;
        uint8_t kind = entity == KNOW_NONE ? 0 : t->know->entities[entity].kind;
        sign_set(claim, entity == KNOW_NONE ? SIGN_PLACE_UNKNOWN : kind >= KIND_CITY ? SIGN_PLACE_FINE : SIGN_PLACE_COARSE);
    }
    if (clause->time == CLAUSE_NONE) {
        sign_set(claim, SIGN_TIME_NONE);
    } else {
        const struct time_mention *time = &t->mentions->times.items[teller_chunk(t, clause->time)->time];
        static const uint8_t precisions[] = { SIGN_TIME_DAY, SIGN_TIME_MONTH, SIGN_TIME_YEAR, SIGN_TIME_MONTH };
        sign_set(claim,
                 time->kind == TIME_VAGUE || time->kind == TIME_SPAN ? SIGN_TIME_VAGUE : (enum claim_sign)precisions[time->precision]);
        sign_if(claim, time->kind == TIME_DATE && day_is_set(time->to) && day_is_set(t->reference) && time->to.year < t->reference.year,
                SIGN_TIME_OLD);
    }
    sign_if(claim, !claim->counts.count, SIGN_COUNT_NONE);
    for (uint32_t i = 0; i < claim->counts.count; i++) {
        const struct claim_count *count = &claim->counts.items[i];
        sign_set(claim, count->what == COUNTED_KILLED    ? SIGN_COUNT_KILLED
                        : count->what == COUNTED_INJURED ? SIGN_COUNT_INJURED
                                                         : SIGN_COUNT_OTHER);
        sign_if(claim, count->min >= 100, SIGN_COUNT_LARGE);
    }
}

static void sign_telling(struct claim *claim)
{
    static const uint8_t modes[MODE_COUNT] = {
        [MODE_NONE] = SIGN_MODE_NONE,           [MODE_ABDUCT] = SIGN_MODE_ABDUCT,     [MODE_BEAT] = SIGN_MODE_BEAT,
        [MODE_TORTURE] = SIGN_MODE_TORTURE,     [MODE_TARGETED] = SIGN_MODE_TARGETED, [MODE_DESTROY] = SIGN_MODE_DESTROY,
        [MODE_PRIMITIVE] = SIGN_MODE_PRIMITIVE, [MODE_FIREARMS] = SIGN_MODE_FIREARMS, [MODE_EXPLOSIVES] = SIGN_MODE_EXPLOSIVES,
        [MODE_AERIAL] = SIGN_MODE_AIR,          [MODE_DRONE] = SIGN_MODE_AIR,         [MODE_HEAVY_WEAPONS] = SIGN_MODE_HEAVY,
        [MODE_DEMO] = SIGN_MODE_DEMO,           [MODE_RIOT] = SIGN_MODE_RIOT,         [MODE_STRIKE] = SIGN_MODE_STRIKE,
        [MODE_OBSTRUCT] = SIGN_MODE_BLOCK,      [MODE_VANDALIZE] = SIGN_MODE_BLOCK,   [MODE_BOYCOTT] = SIGN_MODE_BLOCK,
    };
    sign_set(claim, modes[claim->mode] ? (enum claim_sign)modes[claim->mode] : SIGN_MODE_OTHER);
    sign_if(claim, claim->status == CLAIM_NEGATED, SIGN_NEGATED);
    sign_if(claim, claim->status == CLAIM_FUTURE, SIGN_FUTURE);
    sign_if(claim, claim->status == CLAIM_HYPOTHETICAL, SIGN_HYPOTHETICAL);
    sign_if(claim, claim->evidence.count > 1, SIGN_REPEATED);
    sign_if(claim, claim->joined, SIGN_JOINED_TOLL);
    if (!claim->chain.count)
        return;
    uint8_t kind = claim->chain.items[claim->chain.count - 1].kind;
    sign_set(claim, SIGN_TOLD_BY_SOMEBODY);
    sign_if(claim, kind == LINK_BODY, SIGN_TOLD_BY_BODY);
    sign_if(claim, kind == LINK_ANONYMOUS, SIGN_TOLD_BY_UNNAMED);
}

/* What the whole sentence is about: how many nouns of a class it takes to say so. */
static const struct {
    uint8_t class, least, sign;
} sentence_classes[] = {
    { CLASS_TRIAL, 2, SIGN_SENTENCE_TRIAL },         { CLASS_MEMORY, 1, SIGN_SENTENCE_MEMORY },
    { CLASS_SPORT, 1, SIGN_SENTENCE_SPORT },         { CLASS_ECONOMY, 2, SIGN_SENTENCE_ECONOMY },
    { CLASS_VICTIM, 1, SIGN_SENTENCE_VICTIMS },      { CLASS_WOUNDED, 1, SIGN_SENTENCE_VICTIMS },
    { CLASS_FIGHTER, 1, SIGN_SENTENCE_FIGHTERS },    { CLASS_FORCE, 1, SIGN_SENTENCE_FORCES },
    { CLASS_WEAPON, 1, SIGN_SENTENCE_WEAPONS },      { CLASS_VEHICLE, 1, SIGN_SENTENCE_VEHICLES },
    { CLASS_FACILITY, 1, SIGN_SENTENCE_FACILITIES }, { CLASS_PLACE, 2, SIGN_SENTENCE_PLACES },
    { CLASS_CAPTIVE, 1, SIGN_SENTENCE_CAPTIVES },    { CLASS_SOURCE, 1, SIGN_SENTENCE_SOURCES },
    { CLASS_PEOPLE, 2, SIGN_SENTENCE_PEOPLE },       { CLASS_STATE, 1, SIGN_SENTENCE_STATE },
    { CLASS_TITLE, 2, SIGN_SENTENCE_TITLE },         { CLASS_ABSTRACT, 3, SIGN_SENTENCE_ABSTRACT },
    { CLASS_ABSTRACT, 6, SIGN_SENTENCE_ABSTRACTS },  { CLASS_SPEECH, 1, SIGN_SENTENCE_SPEECH },
    { CLASS_DOCUMENT, 1, SIGN_SENTENCE_DOCUMENT },   { CLASS_PROTESTER, 1, SIGN_SENTENCE_PROTESTERS },
    { CLASS_MEASURE, 1, SIGN_SENTENCE_MEASURE },
};

static void sign_words(const struct teller *t, struct claim *claim, const struct sentence *sentence)
{
    uint32_t classes[CLASS_COUNT] = { 0 }, present = 0, past = 0, length = sentence->word_end - sentence->word_first;
    for (uint32_t i = sentence->word_first; i < sentence->word_end; i++) {
        const struct reading *r = word_reading(&t->words->items[i]);
        if (!r)
            continue;
        for (uint32_t bits = t->know->lemmas[r->lemma].classes; bits; bits &= bits - 1)
            classes[__builtin_ctz(bits)]++;
        if (features_part(r->features) != PART_VERB)
            continue;
        sign_if(claim, features_person(r->features) != 3, SIGN_SENTENCE_WE);
        present += features_tense(r->features) == TENSE_PRESENT;
        past += features_tense(r->features) == TENSE_PAST;
    }
    for (size_t i = 0; i < sizeof sentence_classes / sizeof *sentence_classes; i++)
        sign_if(claim, classes[sentence_classes[i].class] >= sentence_classes[i].least, (enum claim_sign)sentence_classes[i].sign);
    sign_if(claim, present > 1, SIGN_SENTENCE_PRESENT);
    sign_if(claim, past > 1, SIGN_SENTENCE_PAST);
    sign_if(claim, length <= 10, SIGN_SENTENCE_SHORT);
    sign_if(claim, length > 30, SIGN_SENTENCE_LONG);
    sign_if(claim, length > 60, SIGN_SENTENCE_ENDLESS);
}

static void sign_sentence(const struct teller *t, struct claim *claim)
{
    const struct sentence *sentence = &t->text->sentences.items[claim->sentence];
    struct slice text = slice_make(t->text->source.at + sentence->start, sentence->end - sentence->start);
    sign_words(t, claim, sentence);
    sign_if(claim, slice_ends(text, slice_of("\xd8\x9f")) || slice_ends(text, slice_of("?")), SIGN_SENTENCE_ASKS);
    for (uint32_t i = t->first_chunk[claim->sentence]; i < t->mentions->chunks.count; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->sentence != claim->sentence)
            break;
        if (chunk->kind == CHUNK_TIME) {
            const struct time_mention *time = &t->mentions->times.items[chunk->time];
            sign_if(claim, time->kind == TIME_DATE && time->precision == TIME_YEAR, SIGN_SENTENCE_YEAR);
            sign_if(claim, (time->kind == TIME_DATE && time->precision == TIME_DAY) || time->kind == TIME_CLOCK, SIGN_SENTENCE_DAY);
        }
        sign_if(claim, chunk->kind == CHUNK_NOUN && chunk->number != KNOW_NONE, SIGN_SENTENCE_NUMBER);
        sign_if(claim, chunk->kind == CHUNK_CONDITION, SIGN_SENTENCE_CONDITION);
        sign_if(claim, chunk->kind == CHUNK_NEGATE, SIGN_SENTENCE_NEGATES);
    }
}

struct company {
    uint16_t *here;                  /* sentence and type -> claims */
    uint32_t sentences[EVENT_COUNT]; /* type -> sentences that have one */
};

/* What else the sentence and the report tell. */
static void sign_company(const struct teller *t, struct claim *claim, const struct company *company)
{
    const uint16_t *here = company->here + (size_t)claim->sentence * EVENT_COUNT;
    sign_if(claim, here[claim->type] == 2, SIGN_TWO_EVENTS);
    sign_if(claim, here[claim->type] > 2, SIGN_MANY_EVENTS);
    for (int type = 1; type < EVENT_COUNT; type++)
        sign_if(claim, is_words((uint8_t)type) && here[type] > 0, SIGN_WITH_WORDS);
    sign_if(claim, t->text->sentences.count == 1, SIGN_ALONE);
    sign_if(claim, t->text->sentences.count > 1 && claim->sentence == 0, SIGN_LEAD);
    sign_if(claim, company->sentences[claim->type] > 1, SIGN_COMPANY);
    sign_if(claim, company->sentences[claim->type] > 4, SIGN_MUCH_COMPANY);
}

static bool is_specific(const struct teller *t, const struct claim_entity_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct chunk *chunk = teller_chunk(t, list->items[i].chunk);
        if (list->items[i].entity != KNOW_NONE || chunk->number != KNOW_NONE || chunk->name_end > chunk->name_first
            || chunk->of != KNOW_NONE || chunk->of_referent != KNOW_NONE || chunk->one_of || chunk->inner != KNOW_NONE)
            return true;
    }
    return false;
}

/* Types without weights: a noun that another noun speaks about («موعد الاجتماع») tells an event when it says who and where, or so. */
static int32_t weigh_plainly(const struct teller *t, const struct claim *claim, const struct clause *clause)
{
    bool spoken_about =
        claim_has_sign(claim, SIGN_GENITIVE) && (teller_chunk(t, clause->chunk)->genitive || clause->relation != RELATION_ARGUMENT);
    int anchors = (claim->actors.count > 0) + (claim->recipients.count > 0) + is_specific(t, &claim->recipients)
                  + is_specific(t, &claim->actors) + (claim->places.count > 0) + claim->has_time + (claim->counts.count > 0);
    /* «التهديدات», «التعاون»: threats and the like that no one makes to no one */
    bool common = claim->type == EVENT_THREATEN || claim->type == EVENT_COOPERATE || claim->type == EVENT_REJECT;
    if (common && clause->form == CLAUSE_NOUN && !claim->actors.count && !claim->recipients.count)
        return -1;
    return spoken_about && anchors < 2 ? -1 : 0;
}

static int32_t weigh(const struct teller *t, const struct claim *claim, const struct clause *clause)
{
    const int32_t *weights = know_weights(t->know, claim->type);
    int32_t sum = 0;
    if (!weights)
        return weigh_plainly(t, claim, clause);
    for (size_t i = 0; i < sizeof claim->signs / sizeof *claim->signs; i++)
        for (uint64_t bits = claim->signs[i]; bits; bits &= bits - 1)
            sum += weights[i * 64 + (size_t)__builtin_ctzll(bits)];
    return sum;
}

void claims_weigh(struct teller *t)
{
    struct claim of_sentence = { .sentence = KNOW_NONE }; /* what the claims of one sentence have in common */
    struct claim_list *claims = t->out;
    struct company company = { .here = arena_array(t->mem, uint16_t, (t->text->sentences.count + 1) * EVENT_COUNT) };
    for (uint32_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
        if (!company.here[claim->sentence * EVENT_COUNT + claim->type]++)
            company.sentences[claim->type]++;
    }
    for (uint32_t i = 0; i < claims->count; i++) {
        struct claim *claim = &claims->items[i];
        const struct clause *clause = teller_clause(t, claim->clause);
        sign_set(claim, SIGN_ALWAYS);
        sign_form(t, claim, clause);
        sign_path(t, claim, clause);
        sign_before(t, claim, clause);
        sign_actors(t, claim, clause);
        sign_recipients(t, claim);
        sign_circumstances(t, claim, clause);
        sign_telling(claim);
        if (of_sentence.sentence != claim->sentence) {
            of_sentence = (struct claim){ .sentence = claim->sentence };
            sign_sentence(t, &of_sentence);
        }
        for (size_t j = 0; j < sizeof claim->signs / sizeof *claim->signs; j++)
            claim->signs[j] |= of_sentence.signs[j];
        sign_company(t, claim, &company);
        claim->weight = weigh(t, claim, clause);
    }
}

void claims_keep(struct claim_list *claims)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < claims->count; i++)
        if (claims->items[i].weight >= 0)
            claims->items[kept++] = claims->items[i];
    claims->count = kept;
}
