/*
 * roles.c - which role an argument has when the frame leaves it open: complements by their preposition, the noun behind a verbal noun, the only
 * noun of a verb that may be passive.
 */
#include "claim/participants.h"

#define CLASS(name) (1u << CLASS_##name)

static bool frame_names(const struct frame *frame, uint8_t preposition)
{
    for (uint32_t i = 0; i < frame->complement_count; i++)
        if (frame->complements[i].preposition == preposition)
            return true;
    return false;
}

static bool is_known(const struct chunk *chunk)
{
    bool named = chunk->entity != KNOW_NONE || chunk->of != KNOW_NONE || chunk->name_end > chunk->name_first;
    return chunk->definite || (named && chunk->number == KNOW_NONE);
}

/* «استهداف الجيش للقرية», «إعدامهم للأسرى», «اعتقالات للمتظاهرين»: what a deed is done to, behind whose it is, or people who do not fight. */
static bool suffers_deed(const struct teller *t, const struct clause *clause, uint32_t at)
{
    const struct chunk *noun = teller_chunk(t, clause->chunk), *whom = teller_chunk(t, at), *before = teller_chunk(t, at - 1);
    /* «قصف منزل لعائلة»: whose that is */
    if (at - 1 != clause->chunk && before->kind == CHUNK_NOUN && before->phrase != PHRASE_EVENT && !is_known(before))
        return false;
    bool people = whom->phrase == PHRASE_GROUP || whom->phrase == PHRASE_PERSON, body = whom->phrase == PHRASE_BODY;
    bool owned = (noun->reading && noun->reading->pronoun) || clause_argument(clause, FUNCTION_GENITIVE) != CLAUSE_NONE;
    if ((clause->frame->type != EVENT_ASSAULT && clause->frame->type != EVENT_COERCE) || clause->frame->object != ROLE_RECIPIENT)
        return false;
    return owned ? people || body || chunk_stands_for_place(t, whom) || chunk_is_facility(whom)
                 : people && !(whom->classes & (CLASS(FIGHTER) | CLASS(FORCE))) && !whom->title;
}

/* «الزيارة الأخيرة للرئيس لسوريا»: whom it goes to is named behind. */
static bool has_goal(const struct teller *t, const struct clause *clause, uint32_t behind)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_COMPLEMENT && argument->chunk > behind
            && (argument->preposition == PREP_L || argument->preposition == t->prepositions.to))
            return true;
    }
    return false;
}

/* Right behind the noun, but for where and when it was: «قصف في نهاية الأسبوع للطيران». */
static bool stands_next(const struct teller *t, uint32_t noun, uint32_t at)
{
    for (uint32_t i = noun + 1; i < at; i++) {
        const struct chunk *between = teller_chunk(t, i);
        bool setting = between->kind == CHUNK_TIME
                       || (between->kind == CHUNK_NOUN && between->preposition && t->know->usual_roles[between->preposition] == ROLE_AT);
        if (!setting || i > noun + 2)
            return false;
    }
    return true;
}

/* «قصف لقوات النظام», «غارة للتحالف»: behind an event noun without a genitive "of" names who did it, when somebody who acts. */
enum role role_behind_noun(const struct teller *t, const struct clause *clause, const struct argument *argument)
{
    const struct chunk *chunk = teller_chunk(t, argument->chunk);
    const struct frame *frame = clause->frame;
    bool nominal = teller_chunk(t, clause->chunk)->kind == CHUNK_NOUN && argument->origin == ORIGIN_SELF;
    bool acts = chunk->phrase == PHRASE_BODY || (chunk->entity != KNOW_NONE && t->know->entities[chunk->entity].kind == KIND_COUNTRY);
    if (!nominal || frame->subject != ROLE_ACTOR)
        return ROLE_NONE;
    if (argument->preposition == PREP_L && suffers_deed(t, clause, argument->chunk))
        return ROLE_RECIPIENT;
    if (!stands_next(t, clause->chunk, argument->chunk))
        return ROLE_NONE;
    /* «دعوات من الحكومة» */
    if (argument->preposition == t->prepositions.of && is_verbal(frame->type) && (acts || chunk->phrase == PHRASE_PERSON))
        return frame_names(frame, argument->preposition) ? ROLE_NONE : ROLE_ACTOR;
    if (argument->preposition != PREP_L)
        return ROLE_NONE;
    /* «اجتماع لوزراء الخارجية مع …» */
    if (frame->type == EVENT_CONSULT && frame->mode != MODE_VISIT && !frame_names(frame, PREP_L)
        && (acts || (chunk->phrase == PHRASE_GROUP && chunk->plural) || (chunk->phrase == PHRASE_PERSON && chunk->plural)))
        return ROLE_ACTOR;
    if (frame->type == EVENT_CONSULT) /* «الزيارة الأخيرة للرئيس» */
        return chunk->phrase == PHRASE_PERSON
                       && (!frame_names(frame, PREP_L) || has_goal(t, clause, argument->chunk) || teller_chunk(t, clause->chunk)->definite)
                   ? ROLE_ACTOR
                   : ROLE_NONE;
    if (frame_names(frame, PREP_L))
        return ROLE_NONE;
    bool armed = chunk->classes & (CLASS(WEAPON) | CLASS(VEHICLE)) && chunk->of != KNOW_NONE; /* «غارات للمقاتلات التركية» */
    return (acts || armed) && frame->type == EVENT_ASSAULT ? ROLE_ACTOR : ROLE_NONE;
}

/* «قتل شابان من بلدة …»: where they are from, not where it was. */
static bool is_origin(const struct teller *t, uint32_t at)
{
    for (uint32_t i = at; i-- > 0;) {
        const struct chunk *before = teller_chunk(t, i);
        if (before->kind == CHUNK_MARK || before->kind == CHUNK_TIME || before->phrase == PHRASE_NUMBER)
            continue;
        return before->kind == CHUNK_NOUN && !before->preposition && (before->phrase == PHRASE_GROUP || before->phrase == PHRASE_PERSON);
    }
    return false;
}

enum role role_of_complement(const struct teller *t, const struct frame *frame, const struct argument *argument)
{
    for (uint32_t i = 0; i < frame->complement_count; i++)
        if (frame->complements[i].preposition == argument->preposition)
            return (enum role)frame->complements[i].role;
    const struct chunk *chunk = teller_chunk(t, argument->chunk);
    if ((chunk->phrase == PHRASE_PRONOUN || chunk->and_for.chunk != KNOW_NONE) && chunk->stands_for.chunk != KNOW_NONE)
        chunk = teller_chunk(t, chunk->stands_for.chunk);
    enum role usual = (enum role)t->know->usual_roles[argument->preposition];
    if (usual == ROLE_ACTOR && argument->preposition == t->between && frame->mode == MODE_VISIT)
        return ROLE_NONE; /* «وصل الوفد … الاتفاق بين …» */
    if (usual == ROLE_FROM && frame->type == EVENT_ASSAULT && is_origin(t, argument->chunk))
        return ROLE_NONE;
    if (argument->preposition == PREP_B && !chunk_stands_for_place(t, chunk))
        return ROLE_NONE;
    if (usual == ROLE_ACTOR && chunk_stands_for_place(t, chunk)
        && t->know->entities[chunk->entity == KNOW_NONE ? 0 : chunk->entity].kind != KIND_COUNTRY)
        return ROLE_NONE; /* «بين يلدا والحجر الأسود» */
    if (usual == ROLE_AT && !chunk_stands_for_place(t, chunk) && !chunk_is_facility(chunk) && chunk->inner == KNOW_NONE)
        return ROLE_NONE;
    return usual;
}

/* «إعدام الأسرى من قبل …»: who does it is named by a preposition. */
bool clause_has_agent(const struct teller *t, const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_COMPLEMENT && clause->arguments.items[i].preposition != t->between
            && t->know->usual_roles[clause->arguments.items[i].preposition] == ROLE_ACTOR)
            return true;
    return false;
}

/* «معارك مع …», «اتفاق مع …»: of the noun's own words only one side is told. */
bool clause_is_with(const struct teller *t, const struct clause *clause)
{
    bool with = false;
    for (uint32_t i = 0; clause->form == CLAUSE_NOUN && i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_SUBJECT && argument->origin == ORIGIN_SHARED)
            continue;
        if (argument->function != FUNCTION_COMPLEMENT)
            return false;
        with |= argument->preposition == t->with;
    }
    return with;
}

/* «أعلنت الكتائب قصف القوات»: a force announces what it does to another. */
static bool is_announced_by_other(const struct teller *t, const struct clause *clause, const struct chunk *other)
{
    const struct clause *above = teller_clause(t, clause->governor);
    if (!above || clause->relation != RELATION_ARGUMENT || clause->frame->type != EVENT_ASSAULT
        || (operator_of(above) != OPERATOR_ANNOUNCE && operator_of(above) != OPERATOR_CLAIM))
        return false;
    uint32_t speaker = clause_argument(above, FUNCTION_SUBJECT);
    return speaker != CLAUSE_NONE && chunk_is_force(t, teller_chunk(t, speaker))
           && (other->referent == KNOW_NONE || other->referent != teller_chunk(t, speaker)->referent);
}

/* «ثلاث مرات», «خسائر»: neither acts nor suffers. */
bool chunk_is_abstract(const struct chunk *chunk)
{
    const uint32_t nobody =
        CLASS(ABSTRACT) | CLASS(MONEY) | CLASS(MEASURE) | CLASS(TIME) | CLASS(SPEECH) | CLASS(DOCUMENT) | CLASS(ECONOMY);
    return chunk->phrase == PHRASE_THING && chunk->entity == KNOW_NONE && chunk->name_end == chunk->name_first && chunk->reading
           && (features_part(chunk->reading->features) == PART_MASDAR
               || (features_part(chunk->reading->features) == PART_NOUN && (chunk->classes & nobody) && !(chunk->classes & ~nobody)));
}

/* «استهداف القوات», but «استهدافات الاحتلال»: what a body mostly suffers; a plural names deeds, which are somebody's. */
static bool mostly_suffered(const struct teller *t, const struct clause *clause)
{
    const struct reading *noun = teller_chunk(t, clause->chunk)->reading;
    return clause->frame->genitive == ROLE_OBJECT && noun && features_number(noun->features) != NUMBER_PLURAL;
}

/* «مواجهة الجيش»: people behind a noun that has no object of its own otherwise («المواجهات بين …»). */
bool faces_people(const struct teller *t, const struct clause *clause, const struct chunk *whom)
{
    return clause->frame->object == ROLE_NONE && mostly_suffered(t, clause)
           && (whom->phrase == PHRASE_BODY || whom->phrase == PHRASE_GROUP || whom->phrase == PHRASE_PERSON || whom->entity != KNOW_NONE);
}

/* Whether a bare noun after a verbal noun acts or suffers when the frame leaves both open. */
bool genitive_acts(const struct teller *t, const struct clause *clause, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    if (clause_has_agent(t, clause))
        return false;
    uint32_t at_object = clause_argument(clause, FUNCTION_OBJECT);
    const struct chunk *object = at_object == CLAUSE_NONE ? NULL : teller_chunk(t, at_object);
    /* «تكبيد الاحتلال خسائر»: losses are not what it is done to */
    if (object)
        return clause->frame->genitive != ROLE_OBJECT || object->definite || !chunk_is_abstract(object);
    if (clause_argument(clause, FUNCTION_SUBJECT) != CLAUSE_NONE)
        return false; /* «قام مسلحون باقتحام مركز»: the verb above has its subject */
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if (argument->function == FUNCTION_COMPLEMENT && argument->preposition == PREP_L)
            return is_known(chunk); /* «استهداف تجمع لجنود»: theirs */
        if (argument->function == FUNCTION_COMPLEMENT && t->know->usual_roles[argument->preposition] == ROLE_ACTOR)
            return false;
    }
    /* «بمساندة التحالف»: who gives it */
    if (clause->frame->type == EVENT_SUPPORT && teller_chunk(t, clause->chunk)->preposition == PREP_B && chunk->phrase == PHRASE_BODY)
        return true;
    /* «زيارة الوزير»: he pays it */
    if (clause->frame->type == EVENT_CONSULT && clause->frame->mode == MODE_VISIT && chunk->phrase == PHRASE_PERSON
        && (chunk->title || chunk->name_end > chunk->name_first))
        return true;
    /* «قصف مقاتلات التحالف»: planes bomb */
    if (chunk->classes & CLASS(WEAPON) && (chunk->mode == MODE_AERIAL || chunk->mode == MODE_DRONE) && is_known(chunk)
        && clause->frame->type == EVENT_ASSAULT && clause->frame->mode == MODE_NONE && !mostly_suffered(t, clause))
        return true;
    if (chunk_stands_for_place(t, chunk) || chunk_is_facility(chunk) || chunk->number != KNOW_NONE || chunk->phrase == PHRASE_GROUP
        || chunk->phrase == PHRASE_PERSON)
        return false;
    return chunk->phrase == PHRASE_BODY && !mostly_suffered(t, clause) && !is_announced_by_other(t, clause, chunk);
}

/* «قتل حرقا», «أعدم شنقا»: an indefinite verbal noun in the accusative says how. */
bool chunk_says_how(const struct chunk *chunk)
{
    return chunk->reading && features_part(chunk->reading->features) == PART_MASDAR && !chunk->definite && chunk->end == chunk->first + 1
           && (chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE && chunk->number == KNOW_NONE;
}

/* «تبادل أسرى بين …»: the frame asks for an object, and only the subject can have been taken for it. */
static bool subject_is_object(const struct teller *t, const struct clause *clause)
{
    const struct frame *frame = clause->frame;
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    bool asks = false;
    for (uint32_t i = 0; i < frame->need_count; i++)
        asks |= t->know->needs[frame->need_first + i].kind == NEED_OBJECT;
    return asks && clause->form == CLAUSE_FINITE && frame->object == ROLE_RECIPIENT && !(verb->reading && verb->reading->pronoun)
           && clause_argument(clause, FUNCTION_OBJECT) == CLAUSE_NONE && clause_argument(clause, FUNCTION_SUBJECT) != CLAUSE_NONE;
}

/* A verb that may be passive has its only noun as what it is done to: «قتل ثلاثة مدنيين». */
bool participants_swap(const struct teller *t, const struct clause *clause)
{
    const struct frame *frame = clause->frame;
    if (clause->passive || !frame) /* a verb that names no event may still act on somebody */
        return clause->passive;
    if (subject_is_object(t, clause))
        return true;
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    if (!verb->reading || frame->subject != ROLE_ACTOR || frame->object != ROLE_RECIPIENT || !(verb->reading->features & FEATURE_PASSIVE)
        || verb->reading->pronoun)
        return false;
    uint32_t object = clause_argument(clause, FUNCTION_OBJECT);
    if (object != CLAUSE_NONE && !chunk_says_how(teller_chunk(t, object)))
        return false;
    uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
    if (subject == CLAUSE_NONE)
        return false;
    bool own = true;
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        own &= clause->arguments.items[i].function != FUNCTION_SUBJECT || clause->arguments.items[i].origin < ORIGIN_SHARED;
    const struct chunk *chunk = teller_chunk(t, subject);
    bool harms = frame->count_count
                 && (frame->counts[0].counted == COUNTED_KILLED || frame->counts[0].counted == COUNTED_INJURED
                     || frame->counts[0].counted == COUNTED_CAPTURED);
    if (!own) /* «الأسرى … وقال إنهم قتلوا في غارات», «شاب … بعد أن كان خطف» */
        return harms && ((chunk->phrase == PHRASE_GROUP && verb->plural) || (chunk->phrase == PHRASE_PERSON && !chunk->title));
    if (chunk->number != KNOW_NONE || chunk->dual || chunk->one_of)
        return true;
    /* «ودمرت مواقع …»: a site does nothing */
    if (frame->type == EVENT_ASSAULT && object == CLAUSE_NONE && chunk_is_facility(chunk) && chunk->entity == KNOW_NONE
        && !(chunk->classes & (CLASS(BODY) | CLASS(WEAPON) | CLASS(VEHICLE))))
        return true;
    return harms
           && (chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_PERSON
               || (chunk->phrase == PHRASE_THING && !(chunk->classes & CLASS(WEAPON))));
}

bool role_is_content(enum role role)
{
    return role == ROLE_CONTENT || role == ROLE_NONE;
}

/* «قتل ستة في مواجهات بين …»: the sides of another event, which stands between. */
bool argument_is_of_another(const struct teller *t, const struct clause *clause, const struct argument *argument)
{
    if (argument->origin != ORIGIN_SHARED || clause->form == CLAUSE_NOUN)
        return false;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        uint32_t number = t->clauses->clause_at[clause->arguments.items[i].chunk];
        const struct clause *nested = number ? &t->clauses->clauses.items[number - 1] : NULL;
        /* «تظاهروا احتجاجا على حملة … ضد …»: nor is what belongs to the cause of a protest the protest's */
        bool told = nested && (nested->frame || clause->frame->type == EVENT_PROTEST);
        for (uint32_t j = 0; told && j < nested->arguments.count; j++)
            if (nested->arguments.items[j].chunk == argument->chunk && !nested->frame)
                return true;
            else if (nested->arguments.items[j].chunk == argument->chunk)
                return nested->frame->type != clause->frame->type || clause->frame->count_count;
    }
    return false;
}
