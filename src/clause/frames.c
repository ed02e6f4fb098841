/*
 * frames.c - which line of the codebook a clause is: by part of speech, and by what stands with it.
 */
#include "clause/parser.h"

static bool need_names(const struct know *know, const struct need *need, struct slice word)
{
    return need->signs >> know_sign(word) & 1 && know_has_ref(know, need->word_first, need->word_count, word);
}

/* The same for a text of the codebook, which holds every text once. */
static bool need_names_ref(const struct know *know, const struct need *need, struct text_ref word)
{
    for (uint32_t i = 0; i < need->word_count; i++)
        if (know->refs[need->word_first + i].at == word.at)
            return true;
    return false;
}

static struct slice with_ta_marbuta(struct arena *mem, struct slice stem)
{
    char *at = arena_alloc_raw(mem, stem.len + 2);
    memcpy(at, stem.at, stem.len);
    memcpy(at + stem.len, "\xd8\xa9", 2);
    return slice_make(at, stem.len + 2);
}

/* The head as the needs of frames may name it: by its dictionary form, or as it is written without clitics (verbal nouns). */
static bool chunk_head_is(const struct parser *p, const struct chunk *chunk, const struct need *need)
{
    struct slice fold = p->words->items[chunk->head].fold;
    if (chunk->lemma != KNOW_NONE && need_names_ref(p->know, need, p->know->lemmas[chunk->lemma].text))
        return true;
    if (chunk->reading)
        fold = slice_make(fold.at + chunk->reading->front, fold.len - chunk->reading->front - chunk->reading->back);
    if (need_names(p->know, need, fold))
        return true;
    if (!chunk->reading || fold.len < 6)
        return false;
    /* «اجتماعا» is «اجتماع», «دعوتـه» is «دعوة» */
    struct slice stem = slice_make(fold.at, fold.len - 2);
    if ((chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE)
        return need_names(p->know, need, stem);
    /* «تعزيزات» is «تعزيز», «دعوات» is «دعوة»: plurals of verbal nouns */
    if (fold.len > 8 && slice_ends(fold, slice_of("\xd8\xa7\xd8\xaa"))) {
        stem = slice_make(fold.at, fold.len - 4);
        return need_names(p->know, need, stem) || need_names(p->know, need, with_ta_marbuta(p->mem, stem));
    }
    if (!chunk->reading->back || !slice_ends(fold, slice_of("\xd8\xaa")))
        return false;
    return need_names(p->know, need, with_ta_marbuta(p->mem, stem));
}

/* A body known by name is what its kind says; any other may be armed. */
static uint32_t body_classes(const struct parser *p, const struct chunk *chunk)
{
    const uint32_t all = 1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_STATE;
    if (chunk->entity == KNOW_NONE) {
        uint32_t said = chunk->classes & all;
        return said && !(said & 1u << CLASS_BODY) ? said | 1u << CLASS_BODY : all;
    }
    switch (p->know->entities[chunk->entity].kind) {
    case KIND_OUTLET:
    case KIND_IGO:
    case KIND_NGO:
    case KIND_COURT:
    case KIND_INSTITUTION:
    case KIND_COMPANY:
        return 1u << CLASS_BODY;
    default:
        return all;
    }
}

/* Classes of a chunk's head; names count as what they name. */
static uint32_t chunk_classes(const struct parser *p, const struct chunk *chunk)
{
    uint32_t classes = chunk->classes;
    /* «أصيب تسعة آخرون»: a bare number that acts or suffers is a number of people */
    if (chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_NUMBER
        || (chunk->lemma != KNOW_NONE && chunk->number != KNOW_NONE && p->know->lemmas[chunk->lemma].part == LEMMA_ADJECTIVE))
        classes |= 1u << CLASS_PEOPLE;
    if (chunk->phrase == PHRASE_BODY)
        classes |= body_classes(p, chunk);
    if (chunk->entity != KNOW_NONE && p->know->entities[chunk->entity].kind == KIND_OUTLET)
        classes |= 1u << CLASS_OUTLET;
    if (chunk_is_place(p, chunk))
        classes |= 1u << CLASS_PLACE;
    return classes;
}

/* Whether the chunk's head, an adjective or noun inside it, or an event or abstract genitive behind it, is one of the words. */
static bool chunk_is_one(const struct parser *p, uint32_t at, const struct need *need)
{
    const struct chunk *chunk = &p->chunks[at];
    if (chunk_head_is(p, chunk, need))
        return true;
    for (uint32_t i = chunk->first; i < chunk->end; i++) {
        const struct word *word = &p->words->items[i];
        const struct reading *r = word_reading(word);
        if (!r || i == chunk->head)
            continue;
        /* by the dictionary form, a verbal noun as it is written: «حادث سير» */
        bool written = features_part(r->features) == PART_MASDAR && (size_t)r->front + r->back < word->fold.len;
        uint8_t part = p->know->lemmas[r->lemma].part;
        if (written ? need_names(p->know, need, slice_make(word->fold.at + r->front, word->fold.len - r->front - r->back))
                    : (part == LEMMA_NOUN || part == LEMMA_ADJECTIVE) && need_names_ref(p->know, need, p->know->lemmas[r->lemma].text))
            return true;
    }
    return at + 1 < p->end && p->chunks[at + 1].genitive && chunk_head_is(p, &p->chunks[at + 1], need);
}

bool frame_asks_for(const struct parser *p, uint32_t number, uint32_t at)
{
    const struct lemma *lemma = number == KNOW_NONE ? NULL : &p->know->lemmas[number];
    for (uint32_t i = 0; lemma && i < lemma->frame_count; i++) {
        const struct frame *frame = &p->know->frames[lemma->frame_first + i];
        for (uint32_t j = 0; j < frame->need_count; j++)
            if (p->know->needs[frame->need_first + j].kind == NEED_OBJECT && chunk_is_one(p, at, &p->know->needs[frame->need_first + j]))
                return true;
    }
    return false;
}

static bool need_by_function(const struct parser *p, const struct clause *clause, enum argument_function function, const struct need *need,
                             bool by_class)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function != function || argument->origin > ORIGIN_COORDINATE + (function == FUNCTION_SUBJECT ? 3 : 0))
            continue;
        if (by_class ? (chunk_classes(p, &p->chunks[argument->chunk]) & need->classes) != 0 : chunk_is_one(p, argument->chunk, need))
            return true;
    }
    return false;
}

static bool need_adjective(const struct parser *p, uint32_t at, const struct need *need)
{
    const struct chunk *chunk = &p->chunks[at];
    for (uint32_t i = chunk->first; i < chunk->end; i++) {
        const struct word *word = &p->words->items[i];
        for (uint32_t j = 0; j < word->reading_count; j++)
            if (i != chunk->head && need_names_ref(p->know, need, p->know->lemmas[word->readings[j].lemma].text))
                return true;
    }
    return false;
}

static bool need_complement(const struct parser *p, const struct clause *clause, const struct need *need, bool head)
{
    if (!head && clause->content_preposition && need_names_ref(p->know, need, p->know->prepositions[clause->content_preposition]))
        return true;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function != FUNCTION_COMPLEMENT || !argument->preposition)
            continue;
        if (head ? argument->preposition == need->number && chunk_is_one(p, argument->chunk, need)
                 : need_names_ref(p->know, need, p->know->prepositions[argument->preposition]))
            return true;
    }
    return false;
}

static bool need_complement_class(const struct parser *p, const struct clause *clause, const struct need *need)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_COMPLEMENT && argument->preposition == need->number
            && chunk_classes(p, &p->chunks[argument->chunk]) & need->classes)
            return true;
    }
    return false;
}

/* "prep=anna": a content clause or a quotation. */
static bool need_content(const struct parser *p, const struct clause *clause, const struct need *need)
{
    return clause->has_content && need_names(p->know, need, slice_of("\xd8\xa7\xd9\x86"));
}

/* «ساعد الوزير في …»: a body or a known person at a verb without an object is no object of a passive. */
static bool subject_acts(const struct parser *p, const struct clause *clause)
{
    uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
    if (clause->form != CLAUSE_FINITE || clause->passive || subject == CLAUSE_NONE)
        return false;
    const struct chunk *chunk = &p->chunks[subject];
    return chunk->number == KNOW_NONE
           && (chunk->phrase == PHRASE_BODY || (chunk->phrase == PHRASE_PERSON && chunk->title && chunk->definite));
}

/* «حقق نصرا», «تحقيق العدالة», «حققته»: something that is done to, beside the clause itself. */
static bool clause_has_object(const struct parser *p, const struct clause *clause)
{
    const struct reading *r = p->chunks[clause->chunk].reading;
    bool found = clause->form == CLAUSE_FINITE && r && r->pronoun;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        found |= argument->origin <= ORIGIN_COORDINATE
                 && (argument->function == FUNCTION_OBJECT || (clause->form == CLAUSE_NOUN && argument->function == FUNCTION_GENITIVE));
    }
    return found;
}

/* «معركة "كسر القيد"»: the noun that a quotation mark opens. */
static bool quoted_is_one(const struct parser *p, uint32_t at, const struct need *need)
{
    return at + 1 < p->end && p->chunks[at].kind == CHUNK_MARK && (p->chunks[at].mark == '"' || p->chunks[at].mark == '<')
           && p->chunks[at + 1].kind == CHUNK_NOUN && !p->chunks[at + 1].preposition && chunk_is_one(p, at + 1, need);
}

static bool need_fulfilled(const struct parser *p, const struct clause *clause, const struct need *need)
{
    bool noun = clause->form == CLAUSE_NOUN;
    enum argument_function object = noun ? FUNCTION_GENITIVE : FUNCTION_OBJECT;
    switch ((enum need_kind)need->kind) {
    case NEED_OBJECT:
        /* «أُلقي القبض»: the object of a passive stands as its subject. */
        return need_by_function(p, clause, object, need, false)
               || need_by_function(p, clause, noun ? FUNCTION_OBJECT : FUNCTION_SUBJECT, need, false);
    case NEED_OBJECT_CLASS:
        return need_by_function(p, clause, object, need, true) || (noun && need_by_function(p, clause, FUNCTION_OBJECT, need, true))
               || (clause->passive && need_by_function(p, clause, FUNCTION_SUBJECT, need, true))
               || (p->chunks[clause->chunk].reading && p->chunks[clause->chunk].reading->pronoun == PRONOUN_THEY
                   && need->classes & 1u << CLASS_PEOPLE) /* «أسرهم» */
               || (clause_argument(clause, object) == CLAUSE_NONE && !subject_acts(p, clause)
                   && need_by_function(p, clause, FUNCTION_SUBJECT, need, true));
    case NEED_OBJECT_ADJECTIVE: {
        uint32_t at = clause_argument(clause, object);
        return at != CLAUSE_NONE && need_adjective(p, at, need);
    }
    case NEED_SUBJECT:
        return need_by_function(p, clause, noun ? FUNCTION_GENITIVE : FUNCTION_SUBJECT, need, false);
    case NEED_SUBJECT_CLASS:
        return need_by_function(p, clause, noun ? FUNCTION_GENITIVE : FUNCTION_SUBJECT, need, true)
               || need_by_function(p, clause, FUNCTION_SUBJECT, need, true);
    case NEED_ADJECTIVE:
        return need_adjective(p, clause->chunk, need);
    case NEED_GENITIVE:
        /* «إطلاق الحركة سراح …»: its subject may come between */
        return need_by_function(p, clause, FUNCTION_GENITIVE, need, false) || need_by_function(p, clause, FUNCTION_OBJECT, need, false)
               || (noun && quoted_is_one(p, clause->chunk + 1, need));
    case NEED_PREPOSITION:
        return need_content(p, clause, need) || need_complement(p, clause, need, false);
    case NEED_COMPLEMENT:
        return need_content(p, clause, need) || need_complement(p, clause, need, true);
    case NEED_COMPLEMENT_CLASS:
        return need_complement_class(p, clause, need);
    case NEED_NO_OBJECT:
        return !clause_has_object(p, clause);
    }
    return false;
}

/* A verb with an object pronoun is none that takes no object: «تقدمها» is "presents it", not "advances". */
static bool frame_pronoun_fits(const struct parser *p, const struct clause *clause, const struct frame *frame)
{
    const struct reading *r = p->chunks[clause->chunk].reading;
    if (clause->form != CLAUSE_FINITE || frame->type == EVENT_NONE || frame->object != ROLE_NONE || !r || !r->pronoun)
        return true;
    for (uint32_t i = 0; i < frame->need_count; i++)
        if (p->know->needs[frame->need_first + i].kind <= NEED_OBJECT_ADJECTIVE)
            return true;
    return false;
}

/* The parts of frames that the clause can be read by: bits 1 << enum frame_part. */
static unsigned clause_frame_parts(const struct parser *p, const struct clause *clause)
{
    const struct reading *r = p->chunks[clause->chunk].reading;
    enum feature_part part = r ? features_part(r->features) : PART_NOUN;
    return 1u << FRAME_VERB | (clause->form != CLAUSE_NOUN ? 1u << FRAME_FINITE : 0u) | (part == PART_MASDAR ? 1u << FRAME_MASDAR : 0u)
           | (part == PART_NOUN ? 1u << FRAME_NOUN : 0u);
}

static bool frame_fits(const struct parser *p, const struct clause *clause, const struct frame *frame)
{
    for (uint32_t i = 0; i < frame->need_count; i++)
        if (!need_fulfilled(p, clause, &p->know->needs[frame->need_first + i]))
            return false;
    return frame_pronoun_fits(p, clause, frame);
}

struct best_frame {
    const struct frame *frame;
    int points; /* -1: none */
};

/* The frames of the clause's lemma that fit best: among events, and among operators. */
static void frames_choose(const struct parser *p, const struct clause *clause, struct best_frame *event, struct best_frame *operator)
{
    *event = *operator=(struct best_frame){ NULL, -1 };
    if (clause->lemma == KNOW_NONE)
        return;
    const struct lemma *lemma = &p->know->lemmas[clause->lemma];
    unsigned parts = clause_frame_parts(p, clause);
    for (uint32_t i = 0; i < lemma->frame_count; i++) {
        const struct frame *frame = &p->know->frames[lemma->frame_first + i];
        struct best_frame *best = frame->type == EVENT_NONE ? operator: event;
        if (parts >> frame->part & 1 && frame->points > best->points && frame_fits(p, clause, frame))
            *best = (struct best_frame){ frame, frame->points };
    }
}

static void clause_read_as(struct parser *p, struct clause *clause, const struct reading *r)
{
    p->chunks[clause->chunk].reading = r;
    p->chunks[clause->chunk].lemma = clause->lemma = r->lemma;
    p->chunks[clause->chunk].feminine = (r->features & FEATURE_GENDERS) == FEATURE_FEMININE;
    p->chunks[clause->chunk].plural = features_number(r->features) == NUMBER_PLURAL;
    p->chunks[clause->chunk].dual = features_number(r->features) == NUMBER_DUAL;
    clause->passive = reading_is_passive(p, &p->chunks[clause->chunk], r);
}

static int clause_fit(const struct parser *p, struct clause *clause)
{
    struct best_frame event, operator;
    frames_choose(p, clause, &event, &operator);
    /* «حقق نصرا»: what stands with it says that it names no event */
    bool plain = operator.frame && operator.frame->operator_class == OPERATOR_PLAIN && operator.points >= event.points;
    clause->frame = plain ? NULL : event.frame;
    clause->operator= operator.frame;
    /* tens are fulfilled needs; units only rank frames of one lemma */
    int points = event.points > operator.points ? event.points : operator.points;
    return points < 0 ? points : points / 10 + 1;
}

/* «تقدم المنظمة»: a masculine verb right before a feminine noun is another verb, and one of a woman before many men. */
static bool disagrees(const struct parser *p, const struct clause *clause, const struct reading *r)
{
    uint32_t next = clause->chunk + 1;
    if (clause_argument(clause, FUNCTION_SUBJECT) != next || next >= p->end)
        return false;
    const struct chunk *subject = &p->chunks[next];
    if (features_part(r->features) != PART_VERB)
        return false;
    /* «تكبدها الحوثيون»: many men are no "she" */
    if ((r->features & FEATURE_GENDERS) == FEATURE_FEMININE && features_number(r->features) == NUMBER_SINGULAR && subject->definite
        && slice_ends(p->words->items[subject->head].fold, slice_of("\xd9\x88\xd9\x86")))
        return true;
    return subject->reading && subject->entity == KNOW_NONE && subject->feminine && !subject->plural && subject->number == KNOW_NONE
           && (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE;
}

/* «طائرة تقل جنودا»: carries them; "dismisses" would be short only behind «لم». */
static bool is_jussive(const struct reading *r)
{
    return features_tense(r->features) == TENSE_PRESENT && (r->features & FEATURE_MOODS) == FEATURE_JUSSIVE;
}

/* «المعارضة التي تقاتل التنظيم»: what was read as the feminine behind «التي» is no verb in the masculine, whose subject would be the one fought. */
static bool leaves_gender(const struct parser *p, const struct clause *clause, const struct reading *first, const struct reading *r)
{
    if (clause->chunk == p->first || clause->chunk + 1 >= p->end)
        return false;
    const struct chunk *before = &p->chunks[clause->chunk - 1], *next = &p->chunks[clause->chunk + 1];
    bool somebody = next->kind == CHUNK_NOUN && !next->preposition && (next->phrase == PHRASE_BODY || next->phrase == PHRASE_GROUP);
    return somebody && before->kind == CHUNK_REL && before->value == VALUE_FEMININE
           && (first->features & FEATURE_GENDERS) == FEATURE_FEMININE && (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE;
}

/* One spelling can be several verbs («وقعت»: it befell, she signed): the one whose frames fit best what stands with it. */
static void clause_choose_verb(struct parser *p, struct clause *clause)
{
    const struct chunk *chunk = &p->chunks[clause->chunk];
    const struct word *word = &p->words->items[chunk->head];
    const struct reading *first = chunk->reading, *best = first;
    uint32_t fitted = clause->lemma;
    bool fitted_passive = clause->passive;
    int best_points = clause_fit(p, clause) * 2 + 1;
    if (first && disagrees(p, clause, first))
        best_points = -1;
    for (uint32_t i = 0; first && i < word->reading_count; i++) {
        const struct reading *r = &word->readings[i];
        if (r->lemma == first->lemma || features_part(r->features) != PART_VERB || features_part(first->features) != PART_VERB
            || r->clitics != first->clitics || features_passive_only(r->features) || features_person(r->features) != 3
            || p->know->lemmas[r->lemma].part != LEMMA_VERB || disagrees(p, clause, r) || (is_jussive(r) && !is_jussive(first))
            || leaves_gender(p, clause, first, r))
            continue;
        clause_read_as(p, clause, r);
        fitted = CLAUSE_NONE;
        int points = clause_fit(p, clause) * 2;
        if (points > best_points) {
            best = r;
            best_points = points;
        }
    }
    if (best)
        clause_read_as(p, clause, best);
    if (clause->lemma != fitted || clause->passive != fitted_passive)
        clause_fit(p, clause);
}

void clause_refit(struct parser *p, struct clause *clause)
{
    if (clause->form == CLAUSE_FINITE && p->chunks[clause->chunk].reading && !clause->operator)
        clause_choose_verb(p, clause);
    else
        (void)clause_fit(p, clause);
}

/* «تبادل أسرى … عملية التبادل»: a noun whose frame asks for more than stands here means the event that was told before. */
static void clause_point_back(struct parser *p, struct clause *clause)
{
    uint32_t i = 0;
    while (i < p->told_count && p->told[i].lemma != clause->lemma)
        i++;
    if (clause->frame && clause->frame->need_count) {
        if (i == p->told_count && p->told_count < sizeof p->told / sizeof *p->told)
            p->told_count++;
        if (i < p->told_count) {
            p->told[i].lemma = clause->lemma;
            p->told[i].frame = clause->frame;
        }
    } else if (!clause->frame && !clause->operator&& clause->form == CLAUSE_NOUN && i<p->told_count) {
        clause->frame = p->told[i].frame;
    }
}

/* «متجاهلا مطالبهم»: a participle with an object of its own acts. */
static bool may_be_active(const struct parser *p, const struct clause *clause)
{
    const struct word *word = &p->words->items[p->chunks[clause->chunk].head];
    bool has_object = false;
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        has_object |= clause->arguments.items[i].function == FUNCTION_OBJECT && clause->arguments.items[i].origin <= ORIGIN_COORDINATE;
    for (uint32_t i = 0; has_object && i < word->reading_count; i++)
        if (features_part(word->readings[i].features) == PART_ACTIVE && word->readings[i].lemma == clause->lemma)
            return true;
    return false;
}

void parse_frames(struct parser *p)
{
    for (uint32_t i = p->first_clause; i < p->out->clauses.count; i++) {
        struct clause *clause = &p->out->clauses.items[i];
        if (clause->form == CLAUSE_FINITE && p->chunks[clause->chunk].reading)
            clause_choose_verb(p, clause);
        else
            (void)clause_fit(p, clause);
        if (clause->form == CLAUSE_PARTICIPLE && clause->passive && may_be_active(p, clause))
            clause->passive = false;
        clause_point_back(p, clause);
    }
}
