/*
 * telling.c - how an event is told: which clauses are claims at all, their status, and their chain of sources. Both are read off the path
 * from the clause to the root.
 */
#include "claim/teller.h"

#define PATH_MOST 16

/* Relations through which an operator above does not reach: what they tell is presupposed. */
static bool is_presupposed(const struct clause *clause)
{
    return clause->relation == RELATION_RELATIVE || clause->relation == RELATION_WHEN || clause->relation == RELATION_CAUSE
           || clause->relation == RELATION_ROOT || clause->relation == RELATION_WITHIN;
}

static bool asks_for_preposition(const struct teller *t, const struct frame *frame)
{
    for (uint32_t i = 0; i < frame->need_count; i++) {
        uint8_t kind = t->know->needs[frame->need_first + i].kind;
        if (kind == NEED_PREPOSITION || kind == NEED_COMPLEMENT || kind == NEED_COMPLEMENT_CLASS)
            return true;
    }
    return false;
}

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
    /* «تلبية لدعوة …»: an accusative right before it asks for it */
    const struct chunk *before = clause->chunk ? chunk - 1 : NULL;
    if (before && before->kind == CHUNK_NOUN && before->sentence == chunk->sentence && before->reading && !before->definite
        && (before->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE)
        return false;
    const struct clause *above = teller_clause(t, clause->governor);
    if (!above || clause->relation != RELATION_ARGUMENT)
        return true;
    /* «مشاهد لقصف الموقع»: what is seen */
    if (operator_reports(operator_of(above)) && before && before->kind == CHUNK_NOUN && before->classes & 1u << CLASS_SPEECH)
        return false;
    if (operator_reports(operator_of(above)))
        return true;
    if (is_operator(above) && above->form != CLAUSE_NOUN && !asks_for_preposition(t, above->operator))
        return clause->frame->type != EVENT_ASSAULT; /* «جرت ترتيبات لنقل …» */
    if (is_operator(above) || (!above->frame && above->form == CLAUSE_NOUN))
        return operator_of(above) == OPERATOR_LIGHT && above->form == CLAUSE_NOUN;
    if (!above->frame)
        return clause->frame->type != EVENT_ASSAULT;
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

static bool is_purpose(const struct teller *t, const struct clause *clause)
{
    static const char *const purposes[] = { "\xd9\x85\xd9\x86 \xd8\xa7\xd8\xac\xd9\x84", "\xd8\xa8\xd9\x87\xd8\xaf\xd9\x81",
                                            "\xd8\xa8\xd8\xba\xd9\x8a\xd8\xa9", "\xd9\x84\xd8\xa7\xd8\xac\xd9\x84" };
    if (clause->relation == RELATION_PURPOSE || is_aim(t, clause) || is_motive(t, clause))
        return true;
    uint8_t preposition = teller_chunk(t, clause->chunk)->preposition;
    if (!preposition)
        return false;
    struct slice text = know_text(t->know, t->know->prepositions[preposition]);
    for (size_t i = 0; i < sizeof purposes / sizeof *purposes; i++)
        if (slice_equal(text, slice_of(purposes[i])))
            return true;
    return false;
}

/* In a purpose, or in what somebody has in mind for it: «لمنع تقدم المقاتلين». */
static bool in_purpose(const struct teller *t, const struct clause *clause)
{
    for (int i = 0; clause && i < PATH_MOST; i++) {
        if (clause->frame ? is_purpose(t, clause) : clause->relation == RELATION_PURPOSE)
            return true;
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
    struct slice text = preposition ? know_text(t->know, t->know->prepositions[preposition]) : slice_of("");
    for (size_t i = 0; i < sizeof about / sizeof *about; i++)
        if (slice_equal(text, slice_of(about[i])))
            return true;
    const struct clause *above = teller_clause(t, clause->governor);
    if (preposition || !above || above->lemma == KNOW_NONE || above->form != CLAUSE_NOUN
        || above->operator|| clause_argument(above, FUNCTION_GENITIVE) != clause->chunk)
        return false;
    const struct lemma *lemma = &t->know->lemmas[above->lemma];
    for (uint32_t i = 0; i < lemma->frame_count; i++)
        if (t->know->frames[lemma->frame_first + i].type == EVENT_CONSULT)
            return true;
    return false;
}

/* The content of a demand, refusal or threat is no claim of its own. */
static bool is_demanded(const struct teller *t, const struct clause *clause)
{
    const struct clause *step = clause;
    for (int i = 0; i < PATH_MOST; i++) {
        if (is_presupposed(step))
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
            && (above->form != CLAUSE_NOUN || (clause->frame->type != EVENT_AGREE && clause->frame->type != EVENT_CONSULT)))
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

/* «الخاضعة لسيطرة التنظيم», «تحت سيطرة …»: a state of affairs that only describes. */
static bool is_description(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->form != CLAUSE_NOUN || clause->frame->type != EVENT_COERCE || clause->frame->mode != MODE_SEIZE)
        return false;
    return chunk->preposition == t->under || (chunk->preposition == PREP_L && clause->governor == CLAUSE_NONE)
           || (chunk->preposition == PREP_L && clause->relation != RELATION_ARGUMENT);
}

/* «الوضع يهدد السكان», «الخطة تضمن عودتهم»: threats and promises that no one makes. */
static bool is_figurative(const struct teller *t, const struct clause *clause)
{
    uint8_t type = clause->frame->type;
    bool empty = clause->form == CLAUSE_FINITE && !clause->has_content && clause_argument(clause, FUNCTION_OBJECT) == CLAUSE_NONE
                 && clause_argument(clause, FUNCTION_COMPLEMENT) == CLAUSE_NONE;
    if (type == EVENT_REQUEST && empty)
        return true; /* «طلب عدم ذكر اسمه» */
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

bool tell_wanted(const struct teller *t, const struct clause *clause)
{
    if (!clause->frame || (is_operator(clause) && operator_of(clause) != OPERATOR_NONE))
        return false;
    /* what a verbal noun is joined to may be asked for, or aimed at */
    const struct clause *first = teller_clause(t, clause->joined);
    if (first && ((first->frame && (in_purpose(t, first) || is_demanded(t, first))) || (!first->frame && in_purpose(t, first))))
        return false;
    return !is_asked(t, clause) && !is_stopped(t, clause) && !is_figurative(t, clause) && !is_description(t, clause)
           && !in_purpose(t, clause) && !is_topic(t, clause) && !is_demanded(t, clause) && !is_back_reference(t, clause);
}

static void status_apply(struct claim *claim, bool negated, bool future, bool conditional)
{
    if (negated)
        claim->status = CLAIM_NEGATED;
    else if (conditional && claim->status == CLAIM_ACTUAL)
        claim->status = CLAIM_HYPOTHETICAL;
    else if (future && claim->status == CLAIM_ACTUAL)
        claim->status = CLAIM_FUTURE;
}

/* Nobody is named with the verb who says it. */
static bool is_impersonal(const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].function == FUNCTION_SUBJECT && clause->arguments.items[i].origin <= ORIGIN_ANTECEDENT)
            return false;
    return clause->form == CLAUSE_FINITE;
}

/* What helps or gives way, and is not there any more once it is stopped. */
static bool is_yielding(const struct claim *claim)
{
    return claim->type == EVENT_AID || claim->type == EVENT_COOPERATE || claim->type == EVENT_RETREAT;
}

/* What an operator makes of what it governs; `content`: of a content clause. */
static void status_under(const struct teller *t, struct claim *claim, const struct clause *above, bool content)
{
    const struct reading *r = teller_chunk(t, above->chunk)->reading;
    bool present = above->form == CLAUSE_FINITE && r && features_tense(r->features) == TENSE_PRESENT && !above->was;
    switch ((enum operator_class)operator_of(above)) {
    case OPERATOR_DENY:
        status_apply(claim, !above->negated, false, false);
        break;
    case OPERATOR_NEGATE:
        status_apply(claim, true, false, false);
        break;
    case OPERATOR_PLAN: /* «كانت تخطط»: it did not come to that */
        status_apply(claim, false, !above->was, above->was);
        break;
    case OPERATOR_CONDITION:
    case OPERATOR_FOIL:
    case OPERATOR_SUPPOSE:
        status_apply(claim, false, false, true);
        break;
    case OPERATOR_ATTEMPT:
        status_apply(claim, false, false, present);
        break;
    case OPERATOR_REPORT: /* «لم تؤكد أن …»; «لم يبلغ عن …» */
        status_apply(claim, above->negated && !content && is_impersonal(above), false, above->negated && content);
        break;
    case OPERATOR_STOP: /* «توقفت عملية الإجلاء» */
        status_apply(claim, above->form != CLAUSE_NOUN && !above->negated && is_yielding(claim), false, false);
        break;
    default:
        break;
    }
}

static bool is_any(const struct teller *t, uint32_t chunk)
{
    return slice_equal(t->words->items[teller_chunk(t, chunk)->first].fold, slice_of("\xd8\xa7\xd9\x8a"));
}

/* «لن نفاوض قبل وقف القصف»: before what is still to come, or never will. */
static bool is_yet_to_come(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->form != CLAUSE_NOUN || clause->relation != RELATION_WHEN || clause->chunk < 2)
        return false;
    const struct chunk *when = chunk[-1].kind == CHUNK_WHEN ? chunk - 1 : chunk - 2;
    if (when->kind != CHUNK_WHEN || !slice_equal(t->words->items[when->first].fold, slice_of("\xd9\x82\xd8\xa8\xd9\x84")))
        return false;
    for (const struct clause *before = clause; before > t->clauses->clauses.items;) {
        before--;
        if (before->sentence != clause->sentence)
            return false;
        const struct chunk *verb = teller_chunk(t, before->chunk);
        const struct reading *r = verb->reading;
        bool past = before->chunk && slice_equal(t->words->items[verb[-1].first].fold, slice_of("\xd9\x84\xd9\x85"));
        if (before->form == CLAUSE_FINITE)
            return r && !past && features_tense(r->features) == TENSE_PRESENT && (before->future || before->negated || before->conditional);
    }
    return false;
}

/* «التزم بوقف القصف», «التوصل إلى اتفاق»: the noun is the act above it, of which it says what kind. */
static bool is_same_act(const struct claim *claim, const struct clause *step, const struct clause *above)
{
    return step->form == CLAUSE_NOUN && step->relation == RELATION_ARGUMENT && above->frame->type == claim->type
           && above->frame->mode == claim->mode && claim->type != EVENT_ASSAULT && claim->type != EVENT_COERCE;
}

/* Whether an event, as subject, does something to somebody or something. */
static bool does_something(const struct clause *verb, uint32_t event)
{
    for (uint32_t i = 0; verb->form == CLAUSE_FINITE && !verb->passive && i < verb->arguments.count; i++)
        if (verb->arguments.items[i].function == FUNCTION_OBJECT && verb->arguments.items[i].origin <= ORIGIN_COORDINATE)
            return clause_argument(verb, FUNCTION_SUBJECT) == event;
    return false;
}

void tell_status(struct teller *t, struct claim *claim, const struct clause *clause)
{
    status_apply(claim, clause->negated, clause->future, clause->conditional || is_yet_to_come(t, clause));
    const struct clause *step = clause->joined == CLAUSE_NONE ? clause : teller_clause(t, clause->joined);
    for (int i = 0; i < PATH_MOST && !is_presupposed(step); i++) {
        const struct clause *above = teller_clause(t, step->governor);
        if (!above)
            break;
        if (above->frame && !is_operator(above)) {
            /* «التوصل إلى اتفاق» is one act */
            if ((above->frame->type == EVENT_AGREE && claim->type != EVENT_AGREE) || above->frame->type == EVENT_CONCEDE)
                status_apply(claim, false, true, false);
            /* «منعت السلطات مظاهرة»: what is kept from happening */
            if (above->frame->type == EVENT_COERCE && above->frame->mode == MODE_RESTRICT && claim->type != EVENT_COERCE
                && step->relation == RELATION_ARGUMENT)
                status_apply(claim, false, false, true);
            if (!is_same_act(claim, step, above)
                && (step->form != CLAUSE_NOUN || teller_chunk(t, step->chunk)->preposition != t->prepositions.exchange))
                break; /* «بإطلاق أ مقابل إطلاق ب»: told as what it is given for */
            status_apply(claim, above->negated, above->future, above->conditional);
            step = above;
            continue;
        }
        uint8_t class = operator_of(above);
        /* «لم تسفر الغارة عن …», «ينص الاتفاق على …»: the subject is there already */
        if (clause_argument(above, FUNCTION_SUBJECT) == step->chunk
            && (class == OPERATOR_CAUSE || (class == OPERATOR_STOP && clause_argument(above, FUNCTION_OBJECT) != CLAUSE_NONE)
                || (class == OPERATOR_PLAN && above->operator->need_count)
                || (class == OPERATOR_NEGATE && asks_for_preposition(t, above->operator))))
            break;
        status_under(t, claim, above, step->relation == RELATION_CONTENT);
        /* «نفى صحة الأنباء عن …»: words go on upwards */
        if (operator_reports(class) && above->form != CLAUSE_NOUN) {
            if (class == OPERATOR_REPORT && is_any(t, step->chunk)) /* «لم تظهر أي اعتداء» */
                status_apply(claim, above->negated, false, false);
            break;
        }
        /* «بدون أن تحدد مكان المواجهات»: there were clashes; «لم يتوقف القصف»: it goes on; «اغتيالهم لن يضعف أحدا»: they were killed */
        bool known = class == OPERATOR_STOP
                     || (class == OPERATOR_NONE && (teller_chunk(t, step->chunk)->definite || does_something(above, step->chunk)));
        status_apply(claim, above->negated && !known, above->future, above->conditional);
        if (class != OPERATOR_NONE)
            claim_reason(t, claim, "operator", "%s", operator_class_names[class]);
        step = above;
    }
}

static bool is_past(const struct teller *t, const struct clause *clause)
{
    const struct reading *r = clause ? teller_chunk(t, clause->chunk)->reading : NULL;
    return r && features_part(r->features) == PART_VERB && features_tense(r->features) == TENSE_PAST;
}

void tell_ahead(const struct teller *t, struct claim *claim)
{
    struct day day = claim->has_time ? day_parse(slice_of(claim->time_start)) : (struct day){ 0 };
    const struct clause *clause = teller_clause(t, claim->clause);
    /* «دعا إلى اجتماع غدا»: the day of what is spoken of */
    if (is_verbal(claim->type) && claim->type != EVENT_CONSULT)
        return;
    if (claim->status == CLAIM_ACTUAL && day_is_set(day) && day_is_set(t->reference) && day_number(day) > day_number(t->reference)
        && !is_past(t, clause) && !is_past(t, teller_clause(t, clause->governor)))
        claim->status = CLAIM_FUTURE;
}

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
    if (role != ROLE_SELF)
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

void tell_chain(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct voice *voice = &t->clauses->voices.items[clause->voice];
    for (uint32_t i = 0; i < voice->count; i++)
        claim_add_link(t, claim, voice->links[i].chunk, voice->links[i].verb);
    chain_add_accuser(t, claim, clause);
    chain_performer(t, claim, clause);
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
