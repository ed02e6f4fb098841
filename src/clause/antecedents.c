/*
 * antecedents.c - what pronouns and dropped subjects stand for: of all that the last sentences speak of, the thing that agrees and is most in
 * view: subjects before objects, near before far, who acts before who only reports.
 */
#include "clause/antecedents.h"

#include <string.h>

#define LOOK_BACK_SENTENCES 3u
#define LOOK_BACK_CHUNKS 160u

/* Points of a candidate that nothing speaks for or against; the rest is what makes somebody come to mind. */
enum {
    POINTS_START = 80,
    POINTS_SENTENCE = -24, /* for each sentence back */
    POINTS_SUBJECT = 16,
    POINTS_OBJECT = 6,
    POINTS_SAME_DEED = 40, /* «قصف المشفى، … بقصفه» */
    POINTS_PARALLEL = 14,  /* the subject of the verb before, for a dropped subject */
    POINTS_WEAK = -30,     /* agrees by sense only: «الجيش … قتلوا» */
    POINTS_LESS_LIKELY = -12,
    POINTS_OTHER_KIND = -14, /* a thing where somebody is wanted, a body where a place is */
    POINTS_SPEAKER = -44,    /* whoever only reports what happened */
    POINTS_ADVERB = -30,     /* «مؤكدين»: a participle that says how */
    POINTS_OWNER = -8,       /* named inside another phrase: «عناصر التنظيم» */
    POINTS_BESIDE = -6,      /* behind another noun, or no argument of anything */
    POINTS_MOST_GAINED = POINTS_SUBJECT + POINTS_PARALLEL,
};

struct grammar {
    uint8_t full, weak; /* bits of enum antecedent_form */
};

static unsigned genders_of_word(struct slice word)
{
    bool feminine = slice_ends(word, slice_of("\xd8\xa9")) || slice_ends(word, slice_of("\xd8\xa7\xd8\xaa"));
    return feminine ? FORM_SHE : FORM_HE;
}

static unsigned genders_of_entity(const struct parser *p, uint32_t number)
{
    const struct entity *entity = &p->know->entities[number];
    struct slice name = know_text(p->know, entity->name), first = { 0 };
    slice_cut(&name, ' ', &first);
    /* «سوريا», «فلسطين», «مصر» are feminine, «العراق», «لبنان» and «الاحتلال» are not */
    bool open = slice_starts(name, slice_of("\xd8\xa7\xd9\x84")) || slice_equal(name, slice_of("\xd9\x84\xd8\xa8\xd9\x86\xd8\xa7\xd9\x86"))
                || memcmp(entity->country, "IL", 2) == 0;
    if (entity->kind == KIND_COUNTRY || entity->kind == KIND_STATE)
        return open && !slice_ends(first, slice_of("\xd8\xa9")) && !slice_ends(first, slice_of("\xd8\xa7")) ? FORM_SHE | FORM_HE : FORM_SHE;
    /* «حماس»: of the nouns that may stand for it, «الحركة», «التنظيم», where its own word is none of them */
    unsigned genders = 0;
    bool fights = entity->kind == KIND_GROUP || entity->kind == KIND_PARTY || entity->kind == KIND_COALITION;
    for (uint32_t i = 0; fights && i < entity->resume_count; i++) {
        struct slice noun = know_text(p->know, p->know->refs[entity->resume_first + i]);
        if (slice_ends(noun, first))
            return genders_of_word(first);
        genders |= genders_of_word(noun);
    }
    return genders ? genders : genders_of_word(first);
}

/* By its first word where that says what it is («قوات», «حركة»), else by the full name: «حماس» is «حركة …». */
static unsigned genders_of_name(const struct parser *p, const struct chunk *chunk)
{
    const struct word *word = &p->words->items[chunk->name_first];
    for (uint32_t i = 0; i < word->reading_count; i++) {
        uint32_t f = word->readings[i].features, classes = p->know->lemmas[word->readings[i].lemma].classes;
        if (features_part(f) < PART_NOUN)
            continue;
        if (features_number(f) == NUMBER_PLURAL)
            return FORM_SHE;
        if (chunk->entity == KNOW_NONE || classes & (1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_STATE))
            return (f & FEATURE_GENDERS) == FEATURE_FEMININE ? FORM_SHE : FORM_HE;
    }
    return chunk->entity == KNOW_NONE ? genders_of_word(word->fold) : genders_of_entity(p, chunk->entity);
}

/* A name that is itself a plural: «الحوثيون», «المستوطنون الإسرائيليون». */
static bool chunk_is_people(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->entity == KNOW_NONE || chunk->name_end == chunk->name_first || p->know->entities[chunk->entity].kind >= KIND_PERSON)
        return false;
    struct slice last = p->words->items[chunk->name_end - 1].fold;
    return slice_ends(last, slice_of("\xd9\x8a\xd9\x8a\xd9\x86")) || slice_ends(last, slice_of("\xd9\x8a\xd9\x88\xd9\x86"));
}

static bool is_somebody(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_GROUP)
        return true;
    if (chunk->phrase == PHRASE_NUMBER && !chunk->preposition && chunk->number != KNOW_NONE
        && p->mentions->numbers.items[chunk->number].approx)
        return true; /* «العشرات» */
    enum role role = (enum role)p->know->usual_roles[chunk->preposition];
    return chunk->entity != KNOW_NONE && p->know->entities[chunk->entity].kind == KIND_COUNTRY
           && !(chunk->preposition && (role == ROLE_AT || role == ROLE_FROM || role == ROLE_TO));
}

/* Which pronouns can stand for the chunk. */
static struct grammar chunk_grammar(const struct parser *p, const struct chunk *chunk)
{
    bool people = chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_PERSON;
    bool sums_up = chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_BODY;
    if (chunk->number != KNOW_NONE && !chunk->one_of) {
        int64_t number = p->mentions->numbers.items[chunk->number].min;
        if (number == 2)
            return (struct grammar){ FORM_TWO, FORM_THEY };
        if (number != 1)
            return people || chunk->phrase == PHRASE_NUMBER ? (struct grammar){ FORM_THEY, 0 } : (struct grammar){ FORM_SHE, FORM_THEY };
    }
    if (chunk->dual)
        return (struct grammar){ FORM_TWO, FORM_THEY };
    if (chunk_is_people(p, chunk) || (chunk->plural && people && !chunk->one_of))
        return (struct grammar){ FORM_THEY, 0 };
    if (chunk->plural && !chunk->one_of)
        return (struct grammar){ FORM_SHE, sums_up ? FORM_THEY : 0 };
    unsigned genders;
    if (chunk->one_of)
        genders = FORM_HE;
    else if (chunk->reading && chunk->lemma != KNOW_NONE && (chunk->reading->features & FEATURE_GENDERS))
        genders = ((chunk->reading->features & FEATURE_MASCULINE) ? FORM_HE : 0u)
                  | ((chunk->reading->features & FEATURE_FEMININE) ? FORM_SHE : 0u);
    else
        genders = genders_of_name(p, chunk);
    return (struct grammar){ (uint8_t)genders, sums_up ? FORM_THEY : 0 };
}

bool antecedent_fits(const struct parser *p, uint32_t at, enum antecedent_form form, bool *owner)
{
    const struct chunk *chunk = &p->chunks[at];
    *owner = chunk->of != KNOW_NONE && genders_of_entity(p, chunk->of) & form;
    bool itself = chunk->phrase != PHRASE_THING && is_somebody(p, chunk) && chunk_grammar(p, chunk).full & form
                  && !(chunk->of != KNOW_NONE && chunk->classes & 1u << CLASS_FACILITY);
    if (itself)
        *owner = false;
    return itself || *owner;
}

/* The clause that has the chunk as argument, and its function there. */
static const struct clause *clause_with(const struct parser *p, uint32_t at, enum argument_function *function)
{
    const struct clause *clause = p->taken[at] ? &p->out->clauses.items[p->taken[at] - 1] : NULL;
    for (uint32_t i = 0; clause && i < clause->arguments.count; i++)
        if (clause->arguments.items[i].chunk == at) {
            *function = (enum argument_function)clause->arguments.items[i].function;
            return clause;
        }
    return NULL;
}

static bool is_reporter(const struct clause *clause)
{
    return clause->operator&& operator_reports(clause->operator->operator_class);
}

static int kind_points(const struct parser *p, const struct sought *sought, const struct chunk *chunk)
{
    bool place = chunk_is_place(p, chunk), somebody = is_somebody(p, chunk);
    /* «مواقع», «محطة»: a site may speak, but does nothing else */
    bool site = chunk->entity == KNOW_NONE && chunk->classes & 1u << CLASS_FACILITY && !(chunk->classes & 1u << CLASS_BODY);
    somebody = somebody && !(site && !sought->speakers);
    if ((somebody && sought->kinds & SEEK_SOMEBODY) || (place && sought->kinds & SEEK_PLACE))
        return sought->kinds & SEEK_PEOPLE && chunk->phrase != PHRASE_GROUP && chunk->phrase != PHRASE_PERSON ? POINTS_LESS_LIKELY : 0;
    return POINTS_OTHER_KIND;
}

/* Who is heard rather than seen to act. */
static bool is_informant(const struct parser *p, const struct chunk *chunk)
{
    if (chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_GROUP || chunk->title)
        return true;
    if (chunk->classes & (1u << CLASS_SOURCE | 1u << CLASS_OUTLET))
        return true;
    return chunk->entity != KNOW_NONE
           && (p->know->entities[chunk->entity].kind == KIND_OUTLET || p->know->entities[chunk->entity].kind == KIND_NGO);
}

/* What the clause is done to, where it is the same deed: the genitive of a verbal noun («قصف المشفى») unless that acts on another («اغتيال إسرائيل للعميد»). */
static const struct chunk *done_again(const struct parser *p, const struct sought *sought, const struct clause *clause)
{
    const struct chunk *now = sought->again ? &p->chunks[sought->again->chunk] : NULL, *before = &p->chunks[clause->chunk];
    if (!now || before->lemma != now->lemma || before->sentence != now->sentence)
        return NULL;
    uint32_t done_to = clause_argument(clause, FUNCTION_OBJECT);
    for (uint32_t i = 0; done_to == CLAUSE_NONE && clause->form == CLAUSE_NOUN && i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_COMPLEMENT && clause->arguments.items[i].preposition == PREP_L
            && is_somebody(p, &p->chunks[clause->arguments.items[i].chunk]))
            done_to = clause->arguments.items[i].chunk;
    if (done_to == CLAUSE_NONE)
        done_to = clause_argument(clause, FUNCTION_GENITIVE);
    return done_to == CLAUSE_NONE ? NULL : &p->chunks[done_to];
}

/* What a mention of the chunk as `function` of `clause` is worth. */
static int function_points(const struct parser *p, const struct sought *sought, const struct chunk *chunk, const struct clause *clause,
                           enum argument_function function)
{
    if (!clause)
        return POINTS_BESIDE;
    if (function == FUNCTION_SUBJECT) {
        int points = clause->relation == RELATION_RELATIVE && clause != sought->parallel ? 0 : POINTS_SUBJECT;
        if (clause == sought->teller)
            points += POINTS_SPEAKER;
        else if (is_reporter(clause) && clause != sought->reporter && !sought->speakers && is_informant(p, chunk))
            points += POINTS_SPEAKER;
        bool goes_on = clause == sought->parallel || (sought->speakers && is_reporter(clause));
        return goes_on ? points + POINTS_PARALLEL : points;
    }
    int points = function == FUNCTION_OBJECT || function == FUNCTION_GENITIVE ? POINTS_OBJECT : 0;
    return done_again(p, sought, clause) == chunk ? points + POINTS_SAME_DEED : points;
}

/* «مؤكدين», «شعبا وقيادة»: says how, and names nobody. */
static bool is_adverb(const struct chunk *chunk)
{
    uint32_t f = chunk->reading ? chunk->reading->features : 0;
    enum feature_part part = features_part(f);
    if (!chunk->reading || chunk->definite || chunk->number != KNOW_NONE || chunk->of != KNOW_NONE)
        return false;
    return (f & FEATURE_CASES) == FEATURE_ACCUSATIVE || ((part == PART_ACTIVE || part == PART_PASSIVE) && !(f & FEATURE_NOMINATIVE));
}

/* «لا يزال محاصرا»: how somebody is, not somebody. */
static bool is_state_of_somebody(const struct chunk *chunk)
{
    enum feature_part part = chunk->reading ? features_part(chunk->reading->features) : PART_NONE;
    return is_adverb(chunk) && chunk->end == chunk->first + 1 && (part == PART_ADJECTIVE || part == PART_ACTIVE || part == PART_PASSIVE);
}

struct search {
    const struct parser *p;
    const struct sought *sought;
    uint32_t at;
    int best_points;
    struct antecedent best;
};

/* What anything met there is worth by its distance alone; it falls with each step back. */
static int distance_points(const struct search *s, uint32_t met)
{
    uint32_t back = s->p->chunks[s->at].sentence - s->p->chunks[met].sentence, steps = s->at - met;
    return POINTS_START + POINTS_SENTENCE * (int)back - (int)(steps < 48 ? steps : 48) / 6;
}

static void consider(struct search *s, uint32_t at, int points, bool owner)
{
    if (points <= s->best_points)
        return;
    s->best_points = points;
    s->best = (struct antecedent){ at, owner };
}

static bool is_excluded(const struct search *s, uint32_t at)
{
    const struct sought *sought = s->sought;
    if (sought->other_than == CLAUSE_NONE)
        return false;
    const struct chunk *chunk = &s->p->chunks[at], *other = &s->p->chunks[sought->other_than];
    /* «جميع الأسرى», «الأسرى» */
    bool alike = chunk->phrase == PHRASE_GROUP && other->phrase == PHRASE_GROUP && chunk->lemma == other->lemma && chunk->plural
                 && other->plural && other->preposition == PREP_L;
    return at == sought->other_than || alike || (chunk->referent != KNOW_NONE && chunk->referent == other->referent);
}

/* «تدمر التي سيطر عليها»: the name alone, of a city, town or village. */
static bool is_settlement(const struct parser *p, const struct chunk *chunk)
{
    uint8_t kind = chunk->entity == KNOW_NONE || chunk->lemma != KNOW_NONE ? (uint8_t)KIND_PERSON : p->know->entities[chunk->entity].kind;
    return kind_is_settlement(kind);
}

/* The chunk as it is met at `met`, where a verb with a dropped subject brings it up again; `points` by its distance. */
static void consider_chunk(struct search *s, uint32_t at, uint32_t met, int points, const struct clause *clause,
                           enum argument_function function)
{
    const struct parser *p = s->p;
    const struct chunk *chunk = &p->chunks[at];
    if (is_excluded(s, at) || is_state_of_somebody(chunk))
        return;
    points += function_points(p, s->sought, chunk, clause, function);
    if (!clause && is_adverb(chunk))
        points += POINTS_ADVERB;
    if (chunk->genitive)
        points += POINTS_BESIDE;
    if (met > 0 && p->chunks[met - 1].kind == CHUNK_EXPRESSION && p->chunks[met - 1].value == EXPRESSION_SOURCE)
        points += POINTS_SPEAKER;
    if (points <= s->best_points)
        return; /* what follows only takes off */
    struct grammar grammar = chunk_grammar(p, chunk);
    if (s->sought->kinds & SEEK_PLACE && is_settlement(p, chunk))
        grammar.full = FORM_SHE;
    if (grammar.full & s->sought->form)
        consider(s, at, points + kind_points(p, s->sought, chunk), false);
    else if (grammar.weak & s->sought->form)
        consider(s, at, points + kind_points(p, s->sought, chunk) + POINTS_WEAK, false);
    if (chunk->of != KNOW_NONE && s->sought->kinds & SEEK_SOMEBODY && !(s->sought->kinds & SEEK_PEOPLE)
        && genders_of_entity(p, chunk->of) & s->sought->form)
        consider(s, at, points + POINTS_OWNER, true);
}

struct antecedent antecedent_find(const struct parser *p, uint32_t at, const struct sought *sought)
{
    struct search s = { .p = p, .sought = sought, .at = at, .best_points = sought->least - 1, .best = { CLAUSE_NONE, false } };
    int most_gained = sought->again ? POINTS_OBJECT + POINTS_SAME_DEED : POINTS_MOST_GAINED;
    for (uint32_t i = at; sought->form && i-- > 0 && i + LOOK_BACK_CHUNKS > at;) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind != CHUNK_NOUN && chunk->kind != CHUNK_VERB)
            continue;
        uint32_t back = p->chunks[at].sentence - chunk->sentence;
        int points = distance_points(&s, i);
        if (back >= (sought->here ? 1 : LOOK_BACK_SENTENCES) || points + most_gained <= s.best_points)
            break; /* nothing further back can be better */
        const struct clause *verb = chunk->kind == CHUNK_VERB ? parser_clause_at(p, i) : NULL;
        for (uint32_t j = 0; verb && j < verb->arguments.count; j++)
            if (verb->arguments.items[j].origin >= ORIGIN_ANTECEDENT && verb->arguments.items[j].origin != ORIGIN_SHARED
                && !verb->arguments.items[j].owner)
                consider_chunk(&s, verb->arguments.items[j].chunk, i, points, verb,
                               (enum argument_function)verb->arguments.items[j].function);
        if (chunk->kind != CHUNK_NOUN || (chunk->phrase == PHRASE_PRONOUN && chunk->stands_for.chunk == CLAUSE_NONE))
            continue;
        uint32_t meant = chunk->phrase == PHRASE_PRONOUN ? chunk->stands_for.chunk : i;
        enum argument_function function = FUNCTION_COMPLEMENT;
        const struct clause *clause = clause_with(p, i, &function);
        consider_chunk(&s, meant, i, points, clause, function);
    }
    if (s.best.chunk != CLAUSE_NONE && !s.best.owner && kind_points(p, sought, &p->chunks[s.best.chunk]) <= POINTS_OTHER_KIND)
        s.best.chunk = KNOW_NONE; /* what it stands for is nothing that is sought */
    return s.best;
}
