/*
 * status.c - whether an event is told as done, not done, to come or possible: what stands above it, read off the path to the root.
 */
#include "claim/path.h"

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

/* «أي», «بأي», «لأي»; but «(أي الهجوم …)» says what is meant */
static bool is_any(const struct teller *t, uint32_t chunk)
{
    if (chunk == CLAUSE_NONE || teller_chunk(t, chunk)->definite)
        return false;
    uint32_t first = teller_chunk(t, chunk)->first;
    struct slice fold = t->words->items[first].fold;
    bool meant = first && t->words->items[first - 1].kind == WORD_MARK && t->words->items[first - 1].mark == '(';
    return slice_ends(fold, slice_of("\xd8\xa7\xd9\x8a")) && fold.len <= 6 && !meant;
}

/* «الهجوم المحتمل», «العملية المرتقبة»: what the adjectives of an event make of it. */
static void status_of_adjectives(const struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct chunk *noun = teller_chunk(t, clause->chunk);
    if (clause->form != CLAUSE_NOUN || !noun->reading)
        return;
    for (uint32_t i = noun->head + 1; i < noun->end; i++) {
        const struct reading *r = word_reading(&t->words->items[i]);
        const struct lemma *lemma = r ? &t->know->lemmas[r->lemma] : NULL;
        if (!lemma || lemma->part != LEMMA_ADJECTIVE || !lemma->operators)
            continue;
        status_apply(claim, lemma_operates(lemma, 1u << OPERATOR_NEGATE), lemma_operates(lemma, 1u << OPERATOR_PLAN),
                     lemma_operates(lemma, 1u << OPERATOR_CONDITION));
    }
}

/* «قبل وقف القصف», «فور وقف القصف», «عند وقف القصف»: before an event, or at once with it. */
static bool hangs_on(const struct teller *t, const struct clause *clause, bool *before)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    *before = false;
    if (clause->form != CLAUSE_NOUN || clause->chunk < 2)
        return false;
    if (chunk->preposition == t->prepositions.upon)
        return true;
    const struct chunk *when = chunk[-1].kind == CHUNK_WHEN ? chunk - 1 : chunk - 2;
    *before = when->value == VALUE_BEFORE;
    return clause->relation == RELATION_WHEN && when->kind == CHUNK_WHEN && (*before || when->value == VALUE_MOMENT);
}

/* «لن نفاوض قبل وقف القصف»: before what is still to come, or never will; «سننسحب فور وقف القصف»: with it. */
static bool is_yet_to_come(const struct teller *t, const struct clause *clause)
{
    bool preceded;
    if (!hangs_on(t, clause, &preceded))
        return false;
    for (const struct clause *before = clause; before > t->clauses->clauses.items;) {
        before--;
        if (before->sentence != clause->sentence)
            return false;
        const struct chunk *verb = teller_chunk(t, before->chunk);
        const struct reading *r = verb->reading;
        bool past = before->chunk && slice_equal(t->words->items[verb[-1].first].fold, slice_of("\xd9\x84\xd9\x85"));
        if (before->form == CLAUSE_FINITE)
            return r && !past && features_tense(r->features) == TENSE_PRESENT
                   && (before->future || (preceded && before->negated) || before->conditional);
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

static bool is_past(const struct teller *t, const struct clause *clause)
{
    const struct reading *r = clause ? teller_chunk(t, clause->chunk)->reading : NULL;
    return r && features_part(r->features) == PART_VERB && features_tense(r->features) == TENSE_PAST;
}

/* «ملف الأسرى ووقف إطلاق النار», «حتى وقف العدوان»: joined to a thing, or the end that is waited for. */
static bool is_listed(const struct teller *t, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (clause->chunk < 2 || chunk[-1].sentence != chunk->sentence || chunk[-2].sentence != chunk->sentence)
        return false;
    if (chunk[-1].kind == CHUNK_LINK)
        return slice_equal(t->words->items[chunk[-1].first].fold, slice_of("\xd8\xad\xd8\xaa\xd9\x8a"));
    uint32_t before = clause->chunk - 2;
    before -= before && chunk[-2].kind == CHUNK_MARK && chunk[-2].mark == ',';
    return chunk[-1].kind == CHUNK_CONJ && teller_chunk(t, before)->kind == CHUNK_NOUN && !t->clauses->clause_at[before];
}

/* «مساع لوقف القتال ورفع الحصار»: giving way that is only named, under nothing that tells it. */
static bool is_only_named(const struct teller *t, const struct claim *claim, const struct clause *clause)
{
    const struct reading *r = teller_chunk(t, clause->chunk)->reading;
    bool names = clause->form == CLAUSE_NOUN && r
                 && (features_part(r->features) == PART_MASDAR || (r->signs & READING_ENDS && !(r->clitics & CLITIC_AL)));
    if (claim->type != EVENT_RETREAT || claim->status != CLAIM_ACTUAL || claim->mode == MODE_RESIGN || !names || clause->time != CLAUSE_NONE
        || claim->resumes || teller_chunk(t, clause->chunk)->preposition == t->prepositions.exchange)
        return false;
    const struct clause *step = clause->joined == CLAUSE_NONE ? clause : teller_clause(t, clause->joined);
    for (int i = 0; i < PATH_MOST; i++) {
        const struct clause *above = teller_clause(t, step->governor);
        uint8_t class = above ? operator_of(above) : (uint8_t)OPERATOR_NONE;
        if (!above || step->relation != RELATION_ARGUMENT)
            return is_listed(t, step); /* at the head of its sentence, behind «بعد»: told, or known */
        if (class == OPERATOR_LIGHT && above->form == CLAUSE_NOUN) {
            step = above;
            continue;
        }
        if (above->form != CLAUSE_NOUN && (is_past(t, above) || clause_argument(above, FUNCTION_SUBJECT) == step->chunk))
            return false; /* «سهلت اللجنة إطلاق سراحهم» */
        return class == OPERATOR_NONE;
    }
    return false;
}

/* «يقترب من …»: whether the preposition is one that the operator itself asks for. */
static bool asks_for(const struct teller *t, const struct frame *frame, uint8_t preposition)
{
    for (uint32_t i = 0; i < frame->need_count; i++) {
        const struct need *need = &t->know->needs[frame->need_first + i];
        if ((need->kind == NEED_COMPLEMENT || need->kind == NEED_COMPLEMENT_CLASS) && need->number == preposition)
            return true;
    }
    return false;
}

void tell_status(struct teller *t, struct claim *claim, const struct clause *clause)
{
    status_apply(claim, clause->negated, clause->future, clause->conditional || is_yet_to_come(t, clause));
    status_of_adjectives(t, claim, clause);
    const struct clause *step = clause->joined == CLAUSE_NONE ? clause : teller_clause(t, clause->joined);
    for (int i = 0; i < PATH_MOST && !is_presupposed(step); i++) {
        const struct clause *above = teller_clause(t, step->governor);
        if (!above)
            break;
        if (above->frame && !is_operator(above)) {
            /* «وافقت خلال اجتماع على …»: when it was agreed */
            if (claim->type == EVENT_CONSULT && above->frame->type == EVENT_AGREE && step->form == CLAUSE_NOUN
                && teller_chunk(t, step->chunk)->preposition == t->prepositions.during)
                break;
            /* «التوصل إلى اتفاق» is one act */
            if ((above->frame->type == EVENT_AGREE && claim->type != EVENT_AGREE) || above->frame->type == EVENT_CONCEDE)
                status_apply(claim, false, true, false);
            /* «ناقشا شن هجوم»: what is spoken about */
            if (above->frame->type == EVENT_CONSULT && step->relation == RELATION_ARGUMENT && operator_of(step) == OPERATOR_LIGHT
                && step->form == CLAUSE_NOUN && !teller_chunk(t, step->chunk)->definite)
                status_apply(claim, false, false, true);
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
        /* «يهدفون من هذا الحصار إلى …» */
        uint8_t preposition = teller_chunk(t, step->chunk)->preposition;
        if (class == OPERATOR_PLAN && step->form == CLAUSE_NOUN && preposition && t->know->usual_roles[preposition] == ROLE_FROM
            && asks_for_preposition(t, above->operator) && !asks_for(t, above->operator, preposition))
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
    status_apply(claim, false, false, is_only_named(t, claim, clause));
    /* «سلامة أراضيها من أي عدوان | يستهدفها» */
    status_apply(claim, false, false,
                 clause->relation == RELATION_RELATIVE ? is_any(t, clause->antecedent)
                                                       : clause->form == CLAUSE_NOUN && is_any(t, clause->chunk));
}

void tell_ahead(const struct teller *t, struct claim *claim)
{
    struct day day = claim->has_time ? day_parse(slice_of(claim->time_start)) : (struct day){ 0 };
    const struct clause *clause = teller_clause(t, claim->clause);
    if (claim->status != CLAIM_ACTUAL || !day_is_set(day) || !day_is_set(t->reference) || day_number(day) <= day_number(t->reference))
        return;
    const struct clause *above = teller_clause(t, clause->governor);
    bool announced =
        above && clause->form == CLAUSE_NOUN && (operator_of(above) == OPERATOR_ANNOUNCE || operator_of(above) == OPERATOR_REPORT);
    /* «دعا إلى اجتماع غدا»: the day of what is spoken of; «أعلنوا عن إضراب غدا»: its own */
    bool spoken_of = (is_verbal(claim->type) && claim->type != EVENT_CONSULT) || is_past(t, clause) || (is_past(t, above) && !announced);
    if (spoken_of || !claim->time_mention.end) /* nor does a story go on with a day ahead */
        claim->has_time = false;
    else
        claim->status = CLAIM_FUTURE;
}
