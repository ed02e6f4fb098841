/*
 * telling.c - which clauses are claims at all: what is asked for, aimed at, described or only spoken of is none.
 */
#include "claim/path.h"

/* «ضربات لمنع التقدم», «أرسل قوات لدعم الحلفاء»: a verbal noun behind li- that nothing above asks for says what for. Deals and talks have
 * their terms there, and operators («استعد لاقتحام») what they govern. */
static bool is_aim(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->form != CLAUSE_NOUN || chunk->preposition != PREP_L || !(chunk->clitics & CLITIC_LA) || !chunk->reading
        || features_part(chunk->reading->features) != PART_MASDAR
        || (((chunk->reading->clitics & CLITIC_AL) || chunk->lost_article)
            && (clause->frame->type == EVENT_ASSAULT || clause->frame->type == EVENT_RETREAT)))
        return false;
    /* «تلبية لدعوة …», «مسرحا لاشتباكات»: an accusative right before it asks for it */
    const struct chunk *before = clause->chunk ? chunk - 1 : NULL;
    bool bare = before && before->kind == CHUNK_NOUN && before->sentence == chunk->sentence && !before->definite && !before->preposition
                && before->name_end == before->name_first;
    if (bare
        && ((before->reading && (before->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE)
            || slice_ends(t->words->items[before->head].fold, slice_of("\xd8\xa7"))))
        return false;
    /* «مشاهد لقصف الموقع»: what is seen */
    if (before && before->kind == CHUNK_NOUN && before->classes & 1u << CLASS_SPEECH)
        return false;
    const struct clause *above = teller_clause(t, clause->governor);
    if (!above || clause->relation != RELATION_ARGUMENT)
        return true;
    if (operator_reports(operator_of(above)))
        return true;
    if (is_operator(above) && above->form != CLAUSE_NOUN && !asks_for_preposition(t, above->operator))
        return clause->frame->type != EVENT_ASSAULT; /* «جرت ترتيبات لنقل …» */
    if (is_operator(above) || (!above->frame && above->form == CLAUSE_NOUN))
        return operator_of(above) == OPERATOR_LIGHT && above->form == CLAUSE_NOUN;
    if (!above->frame)
        return true;
    return above->frame->type != EVENT_AGREE && above->frame->type != EVENT_CONCEDE && above->frame->type != EVENT_CONSULT
           && above->frame->type != EVENT_RETREAT;
}

/* «تظاهروا دعما لغزة»: an indefinite accusative that no verb has for its object says why. */
static bool is_motive(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    uint8_t type = clause->frame->type;
    if (clause->form != CLAUSE_NOUN || !chunk->reading || chunk->definite || chunk->preposition
        || (chunk->reading->features & FEATURE_CASES) != FEATURE_ACCUSATIVE
        || (type != EVENT_SUPPORT && type != EVENT_REJECT && type != EVENT_ACCUSE && type != EVENT_AGREE))
        return false;
    const struct clause *above = teller_clause(t, clause->governor);
    if (!above || clause->relation != RELATION_ARGUMENT || chunk->after_comma)
        return true;
    for (uint32_t i = 0; i < above->arguments.count; i++)
        if (above->arguments.items[i].function == FUNCTION_OBJECT && above->arguments.items[i].chunk < clause->chunk)
            return true;
    return above->frame && !is_operator(above);
}

/* «الجهود الرامية إلى وقف القتال»: behind a participle that says what its noun is for. A noun that plans says so itself («المساعي الرامية …»). */
static bool is_aimed_at(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk), *before = chunk - 1;
    bool to = chunk->preposition == t->prepositions.to || chunk->preposition == PREP_L;
    if (clause->form != CLAUSE_NOUN || !to || !clause->chunk || before->kind != CHUNK_NOUN || before->sentence != chunk->sentence
        || before->end - before->first < 2)
        return false;
    const struct reading *last = word_reading(&t->words->items[before->end - 1]);
    const struct clause *above = teller_clause(t, clause->governor);
    return last && features_part(last->features) == PART_ACTIVE && lemma_operates(&t->know->lemmas[last->lemma], 1u << OPERATOR_PLAN)
           && !(above && above->chunk + 1 == clause->chunk && operator_of(above) == OPERATOR_PLAN);
}

static bool is_purpose(const struct teller *t, const struct clause *clause)
{
    static const char *const purposes[] = { "\xd9\x85\xd9\x86 \xd8\xa7\xd8\xac\xd9\x84", "\xd8\xa8\xd9\x87\xd8\xaf\xd9\x81",
                                            "\xd8\xa8\xd8\xba\xd9\x8a\xd8\xa9", "\xd9\x84\xd8\xa7\xd8\xac\xd9\x84" };
    if (clause->relation == RELATION_PURPOSE || is_aim(t, clause) || is_motive(t, clause) || is_aimed_at(t, clause))
        return true;
    return preposition_among(t->know, teller_chunk(t, clause->chunk)->preposition, purposes, sizeof purposes / sizeof *purposes);
}

/* In a purpose, or in what somebody has in mind for it: «لمنع تقدم المقاتلين». */
static bool in_purpose(const struct teller *t, const struct clause *clause)
{
    for (int i = 0; clause && i < PATH_MOST; i++) {
        /* «تظاهروا تنديدا بقصف المشفى»: what is condemned is no motive, it was done */
        if (clause->frame ? is_purpose(t, clause) : clause->relation == RELATION_PURPOSE)
            return !(i && clause->frame && clause->frame->type == EVENT_ACCUSE && is_motive(t, clause));
        if (clause->form != CLAUSE_NOUN || clause->relation != RELATION_ARGUMENT)
            return false;
        clause = teller_clause(t, clause->governor);
        /* «في محاولة لمنعهم» */
        if (clause && operator_of(clause) == OPERATOR_ATTEMPT && clause->form == CLAUSE_NOUN
            && teller_chunk(t, clause->chunk)->preposition == t->prepositions.in)
            return true;
    }
    return false;
}

/* «محادثات وقف إطلاق النار», «تقدم بشأن الهدنة»: what talks are about. */
static bool is_topic(const struct teller *t, const struct clause *clause)
{
    static const char *const about[] = { "\xd8\xa8\xd8\xb4\xd8\xa7\xd9\x86", "\xd8\xad\xd9\x88\xd9\x84",
                                         "\xd8\xa8\xd8\xae\xd8\xb5\xd9\x88\xd8\xb5" };
    if (clause->form != CLAUSE_NOUN || clause->frame->type != EVENT_RETREAT || clause->relation != RELATION_ARGUMENT)
        return false;
    uint8_t preposition = teller_chunk(t, clause->chunk)->preposition;
    if (preposition_among(t->know, preposition, about, sizeof about / sizeof *about))
        return true;
    const struct clause *above = teller_clause(t, clause->governor);
    if (preposition || !above || above->lemma == KNOW_NONE || above->form != CLAUSE_NOUN
        || above->operator|| clause_argument(above, FUNCTION_GENITIVE) != clause->chunk)
        return false;
    return lemma_tells(t->know, &t->know->lemmas[above->lemma], 1u << EVENT_CONSULT, MODE_NONE);
}

/* «التوصل إلى اتفاق», «عقد اجتماع»: an act whose object is an event, and no name of something that is there. */
static bool does_an_event(const struct teller *t, const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        if ((argument->function == FUNCTION_GENITIVE || argument->function == FUNCTION_COMPLEMENT) && argument->origin <= ORIGIN_COORDINATE
            && t->clauses->clause_at[argument->chunk])
            return true;
    }
    return false;
}

/* The content of a demand, refusal or threat is no claim of its own. */
static bool is_demanded(const struct teller *t, const struct clause *clause)
{
    const struct clause *step = clause;
    for (int i = 0; i < PATH_MOST; i++) {
        if (is_presupposed(step))
            return false;
        /* «دعا خلال لقائه …»: where it was demanded */
        if (clause->frame->type == EVENT_CONSULT && step->form == CLAUSE_NOUN
            && teller_chunk(t, step->chunk)->preposition == t->prepositions.during)
            return false;
        const struct clause *above = teller_clause(t, step->governor);
        if (!above)
            return false;
        if (above->frame && !is_operator(above)) {
            uint8_t type = above->frame->type;
            if (type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_THREATEN)
                return true;
            /* «يعيق وصول المساعدات» */
            bool hinders = type == EVENT_COERCE && (above->frame->mode == MODE_RESTRICT || above->frame->mode == MODE_WITHHOLD);
            bool permits = type == EVENT_RETREAT && above->frame->mode == MODE_ACCESS;
            if ((hinders || permits) && step->relation == RELATION_ARGUMENT
                && (clause->frame->type == EVENT_AID || clause->frame->type == EVENT_RETREAT || clause->frame->type == EVENT_MOBILIZE))
                return true;
            /* «بحث الوفدان تبادل الأسرى», «لا يؤيد وقف المساعدات» */
            if ((type == EVENT_CONSULT || (type == EVENT_SUPPORT && above->negated)) && above->frame->object == ROLE_CONTENT
                && clause->frame->type != EVENT_ASSAULT && step->relation == RELATION_ARGUMENT)
                return true;
            if (type != EVENT_AGREE && type != EVENT_CONCEDE && type != EVENT_CONSULT)
                return false; /* «دعا إلى التفاوض على الإفراج» */
        }
        /* «يجب أن ينسحب», «أهمية إدخال المساعدات»; but «أهمية الاتفاق» */
        if (operator_of(above) == OPERATOR_NEED
            && (above->form != CLAUSE_NOUN || (clause->frame->type != EVENT_AGREE && clause->frame->type != EVENT_CONSULT)
                || does_an_event(t, clause)))
            return true;
        if (operator_reports(operator_of(above)))
            return false;
        step = above;
    }
    return false;
}

/* «هذه العملية», «الاتفاق»: points back and says nothing new. */
static bool is_back_reference(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->form != CLAUSE_NOUN)
        return false;
    if (t->relative_of[clause->chunk])
        return false; /* «الهجوم الذي نفذته أ» says who */
    if (chunk->demonstrative && clause->arguments.count == 0)
        return true;
    bool definite = chunk->reading && (chunk->reading->clitics & CLITIC_AL);
    const struct clause *above = teller_clause(t, clause->governor);
    bool governed = above && clause->relation == RELATION_ARGUMENT && above->operator;
    return definite && clause->arguments.count == 0 && clause->time == CLAUSE_NONE && !governed && chunk->of == KNOW_NONE
           && chunk->mode == MODE_NONE;
}

/* «محاور القتال», «أرض المعركة»: where there is fighting, and not that there is. */
static bool is_field(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk), *place = clause->chunk ? chunk - 1 : chunk;
    if (clause->form != CLAUSE_NOUN || clause->frame->type != EVENT_ASSAULT || !chunk->definite || chunk->preposition
        || place->kind != CHUNK_NOUN || place->end != chunk->first || place->sentence != chunk->sentence || place->definite
        || place->name_end > place->name_first || !(place->classes & 1u << CLASS_PLACE))
        return false;
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].origin <= ORIGIN_COORDINATE)
            return false;
    return true;
}

/* «الخاضعة لسيطرة التنظيم», «تحت سيطرة …»: a state of affairs that only describes. */
static bool is_description(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->form != CLAUSE_NOUN || clause->frame->type != EVENT_COERCE || clause->frame->mode != MODE_SEIZE)
        return false;
    return chunk->preposition == t->under || (chunk->preposition == PREP_L && clause->governor == CLAUSE_NONE)
           || (chunk->preposition == PREP_L && clause->relation != RELATION_ARGUMENT);
}

/* «حياتهم مهددة», «…، ما يهدد الملاحة»: a danger that nobody makes. */
static bool is_danger(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (chunk->reading && features_part(chunk->reading->features) == PART_PASSIVE)
        return true;
    if (clause->form == CLAUSE_PARTICIPLE) /* but «قالت …، مهددة بالرد» */
        return clause->chunk && chunk[-1].sentence == chunk->sentence && chunk[-1].kind == CHUNK_NOUN;
    return clause->form == CLAUSE_FINITE && clause->chunk && chunk[-1].sentence == chunk->sentence && chunk[-1].value == VALUE_FACT;
}

/* «الوضع يهدد السكان», «الخطة تضمن عودتهم»: threats and promises that no one makes. */
static bool is_figurative(const struct teller *t, const struct clause *clause)
{
    uint8_t type = clause->frame->type;
    bool empty = clause->form == CLAUSE_FINITE && !clause->has_content && clause_argument(clause, FUNCTION_OBJECT) == CLAUSE_NONE
                 && clause_argument(clause, FUNCTION_COMPLEMENT) == CLAUSE_NONE;
    /* «ضابط | طلب | عدم ذكر اسمه», where the verb is read as a noun */
    uint32_t next = clause->chunk + 1;
    bool not_to = clause->form == CLAUSE_NOUN && clause->arguments.count == 0 && next < t->mentions->chunks.count
                  && teller_chunk(t, next)->kind == CHUNK_NEGATE && teller_chunk(t, next)->value == VALUE_WITHOUT;
    if (type == EVENT_REQUEST && (empty || not_to))
        return true;
    const struct clause *above = teller_clause(t, clause->governor);
    if (above && clause->form == CLAUSE_NOUN && clause->relation == RELATION_ARGUMENT && is_verbal(type) && !above->frame
        && operator_of(above) == OPERATOR_PLAIN)
        return true; /* «يشكل تهديدا للأمن» */
    if (type == EVENT_THREATEN && is_danger(t, clause))
        return true;
    if ((type != EVENT_THREATEN && type != EVENT_AGREE) || clause->form == CLAUSE_NOUN || clause->frame->subject != ROLE_ACTOR)
        return false;
    uint32_t subject = clause_argument(clause, FUNCTION_SUBJECT);
    if (subject == CLAUSE_NONE)
        return false;
    const struct chunk *chunk = teller_chunk(t, subject);
    bool named = chunk->name_end > chunk->name_first || chunk->of != KNOW_NONE;
    return !named && (chunk->phrase == PHRASE_EVENT || (chunk->phrase == PHRASE_THING && chunk->reading));
}

/* «اتفاق وقف إطلاق النار»: what a ceasefire ends is not told to have happened. */
static bool is_stopped(const struct teller *t, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    return above && clause->form == CLAUSE_NOUN && clause->relation == RELATION_ARGUMENT && clause->chunk == above->chunk + 1
           && above->frame && above->frame->type == EVENT_RETREAT && above->frame->mode == MODE_CEASEFIRE && !is_operator(above);
}

/* «كيف تستنسخ أ سياسة …؟»: who asks tells nothing. */
static bool is_asked(const struct teller *t, const struct clause *clause)
{
    const struct sentence *sentence = &t->text->sentences.items[teller_chunk(t, clause->chunk)->sentence];
    struct slice text = slice_make(t->text->source.at + sentence->start, sentence->end - sentence->start);
    while (text.len && text.at[text.len - 1] == ' ')
        text.len--;
    return slice_ends(text, slice_of("\xd8\x9f")) || slice_ends(text, slice_of("?"));
}

/* «قال الشيخ خلال اتصال هاتفي مع صحيفة إن …»: where it was said is no meeting. */
static bool is_channel(const struct teller *t, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    const struct chunk *noun = teller_chunk(t, clause->chunk);
    if (clause->frame->type != EVENT_CONSULT || clause->form != CLAUSE_NOUN || !above || !operator_reports(operator_of(above))
        || clause->relation != RELATION_ARGUMENT || !noun->preposition || noun->definite
        || t->know->usual_roles[noun->preposition] == ROLE_FROM || noun->preposition == t->prepositions.about
        || noun->preposition == t->prepositions.on || noun->preposition == PREP_B)
        return false;
    bool alone = true, press = false;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct chunk *with = teller_chunk(t, clause->arguments.items[i].chunk);
        press |= with->classes & 1u << CLASS_OUTLET || (with->entity != KNOW_NONE && t->know->entities[with->entity].kind == KIND_OUTLET)
                 || (with->first && t->words->items[with->first - 1].kind == WORD_MARK);
        alone &= clause->arguments.items[i].origin > ORIGIN_COORDINATE;
    }
    uint32_t speaker = clause_argument(above, FUNCTION_SUBJECT);
    bool one = speaker != CLAUSE_NONE && !teller_chunk(t, speaker)->dual && !teller_chunk(t, speaker)->plural;
    return press || (alone && one && clause->frame->mode == MODE_PHONE);
}

bool tell_wanted(const struct teller *t, const struct clause *clause)
{
    if (!clause->frame || (is_operator(clause) && operator_of(clause) != OPERATOR_NONE))
        return false;
    /* what a verbal noun is joined to may be asked for, or aimed at */
    const struct clause *first = teller_clause(t, clause->joined);
    if (first && ((first->frame && (in_purpose(t, first) || is_demanded(t, first))) || (!first->frame && in_purpose(t, first))))
        return false;
    return !is_asked(t, clause) && !is_channel(t, clause) && !is_stopped(t, clause) && !is_figurative(t, clause)
           && !is_description(t, clause) && !is_field(t, clause) && !in_purpose(t, clause) && !is_topic(t, clause)
           && !is_demanded(t, clause) && !is_back_reference(t, clause);
}
