/*
 * figures.c - how many, and when.
 */
#include "claim/participants.h"

static bool number_counts(const struct number *number)
{
    return !number->is_ordinal && !number->is_percent && !number->is_label && !number->is_fraction;
}

/* The count that a chunk carries: its number, or the dual. */
static bool count_of_chunk(const struct teller *t, uint32_t at, struct claim_count *out)
{
    const struct chunk *chunk = teller_chunk(t, at);
    *out = (struct claim_count){ 0 };
    chunk_text(t->text, t->words, chunk, &out->mention.start, &out->mention.end);
    if (chunk->number != KNOW_NONE) {
        const struct number *number = &t->mentions->numbers.items[chunk->number];
        if (!number_counts(number))
            return false;
        out->min = number->min;
        out->max = number->max;
        out->has_max = number->has_max;
        out->approx = number->approx;
        out->mention.start = t->words->items[number->first].start;
        out->mention.end = t->words->items[number->end - 1].end;
        return true;
    }
    if (chunk->dual && !(chunk->definite && chunk->phrase == PHRASE_BODY)) { /* «الطرفين» counts nobody */
        out->min = out->max = 2;
        out->has_max = true;
        return true;
    }
    return false;
}

static void count_add(struct teller *t, struct claim *claim, uint32_t at, enum count_kind what)
{
    struct claim_count count;
    if (!count_of_chunk(t, at, &count))
        return;
    for (uint32_t i = 0; i < claim->counts.count; i++)
        if (claim->counts.items[i].what == what)
            return;
    count.what = (uint8_t)what;
    struct claim_entity entity;
    if (teller_chunk(t, at)->of != KNOW_NONE && entity_of_chunk(t, at, &entity))
        count.of = entity.of;
    *(struct claim_count *)list_add(t->mem, &claim->counts) = count;
}

/* What a number on a participant counts when the frame says nothing. */
static enum count_kind usual_count(const struct claim *claim, enum role role)
{
    switch ((enum event_type)claim->type) {
    case EVENT_RETREAT:
        if (claim->mode == MODE_RELEASE)
            return role == ROLE_RECIPIENT ? COUNTED_RELEASED : COUNTED_OTHER;
        return claim->mode == MODE_WITHDRAW || claim->mode == MODE_ACCESS ? COUNTED_MOVED : COUNTED_OTHER;
    case EVENT_COERCE:
        return claim->mode == MODE_ARREST && role == ROLE_RECIPIENT ? COUNTED_CAPTURED : COUNTED_OTHER;
    case EVENT_ASSAULT:
        return role == ROLE_RECIPIENT && claim->mode == MODE_ABDUCT ? COUNTED_CAPTURED
               : role == ROLE_ACTOR                                 ? COUNTED_FORCES
                                                                    : COUNTED_OTHER;
    case EVENT_SANCTION:
        return claim->mode == MODE_EXPEL && role == ROLE_RECIPIENT ? COUNTED_MOVED : COUNTED_OTHER;
    case EVENT_PROTEST:
    case EVENT_MOBILIZE:
        return role == ROLE_ACTOR ? COUNTED_FORCES : COUNTED_OTHER;
    default:
        return COUNTED_OTHER;
    }
}

static enum count_kind framed_count(const struct frame *frame, enum role role)
{
    for (uint32_t i = 0; i < frame->count_count; i++)
        if (frame->counts[i].role == role)
            return (enum count_kind)frame->counts[i].counted;
    return COUNTED_NONE;
}

/* «مقتل وإصابة عشرين»: one figure for the dead and the wounded. */
static bool is_joint_figure(const struct teller *t, const struct clause *clause, uint32_t at)
{
    uint32_t number = clause->chunk >= 2 ? t->clauses->clause_at[clause->chunk - 2] : 0;
    const struct clause *before = number ? &t->clauses->clauses.items[number - 1] : NULL;
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].chunk == at && clause->arguments.items[i].function == FUNCTION_GENITIVE)
            return clause->arguments.items[i].origin == ORIGIN_SHARED
                   || (before && before->arguments.count && before->arguments.items[0].chunk == at
                       && before->arguments.items[0].origin == ORIGIN_SHARED);
    return false;
}

static void counts_of_list(struct teller *t, struct claim *claim, const struct clause *clause, const struct claim_entity_list *list,
                           enum role role)
{
    for (uint32_t i = 0; i < list->count; i++) {
        /* «الطرفان»: known already, and no count */
        const struct chunk *chunk = teller_chunk(t, list->items[i].chunk);
        if (role == ROLE_ACTOR && chunk->dual && chunk->definite && chunk->number == KNOW_NONE)
            continue;
        /* the number is of its members */
        if (chunk->of != KNOW_NONE && list->items[i].entity == chunk->of && chunk->entity == KNOW_NONE)
            continue;
        enum count_kind what = framed_count(clause->frame, role);
        uint32_t classes = teller_chunk(t, list->items[i].chunk)->classes;
        bool both = classes & 1u << CLASS_VICTIM && classes & 1u << CLASS_WOUNDED; /* «عشرات القتلى والجرحى» */
        if ((both || is_joint_figure(t, clause, list->items[i].chunk)) && claim->type == EVENT_ASSAULT)
            what = COUNTED_OTHER;
        else if (classes & 1u << CLASS_WOUNDED && what == COUNTED_KILLED)
            what = COUNTED_INJURED;
        if (what == COUNTED_NONE && role == ROLE_RECIPIENT && claim->type == EVENT_ASSAULT && classes & 1u << CLASS_VICTIM)
            what = COUNTED_KILLED;
        if (what == COUNTED_NONE && role == ROLE_RECIPIENT && claim->type == EVENT_ASSAULT && classes & 1u << CLASS_WOUNDED)
            what = COUNTED_INJURED;
        count_add(t, claim, list->items[i].chunk, what != COUNTED_NONE ? what : usual_count(claim, role));
    }
}

/* Weapons used, each once, and "times". */
static bool counts_attacks(const struct chunk *chunk, const struct argument *argument)
{
    bool used = argument->function == FUNCTION_COMPLEMENT && argument->preposition == PREP_B && chunk->classes & 1u << CLASS_WEAPON;
    bool times = argument->function == FUNCTION_OBJECT && chunk->classes & 1u << CLASS_TIME;
    return used || times;
}

void tell_counts(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct frame *frame = clause->frame;
    counts_of_list(t, claim, clause, &claim->recipients, ROLE_RECIPIENT);
    counts_of_list(t, claim, clause, &claim->actors, ROLE_ACTOR);
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        enum role role = argument->function == FUNCTION_SUBJECT    ? ROLE_SUBJECT
                         : argument->function == FUNCTION_OBJECT   ? ROLE_OBJECT
                         : argument->function == FUNCTION_GENITIVE ? (frame->genitive == ROLE_ACTOR ? ROLE_SUBJECT : ROLE_OBJECT)
                                                                   : ROLE_NONE;
        enum count_kind what = role == ROLE_NONE ? COUNTED_NONE : framed_count(frame, role);
        /* «ارتفع عدد القتلى إلى سبعين»: a bare number is counted like whom it stands for */
        if (argument->function == FUNCTION_COMPLEMENT && teller_chunk(t, argument->chunk)->phrase == PHRASE_NUMBER
            && role_of_complement(t, frame, argument) == ROLE_RECIPIENT)
            what = framed_count(frame, ROLE_RECIPIENT);
        /* «بثلاثة صواريخ», «مرتين»: as many attacks */
        if (what == COUNTED_NONE && claim->type == EVENT_ASSAULT && counts_attacks(teller_chunk(t, argument->chunk), argument))
            what = COUNTED_ATTACKS;
        if (what != COUNTED_NONE && !is_joint_figure(t, clause, argument->chunk))
            count_add(t, claim, argument->chunk, what);
    }
    enum count_kind self = framed_count(frame, ROLE_SELF);
    if (self == COUNTED_NONE && clause->form == CLAUSE_NOUN && claim->type == EVENT_ASSAULT
        && teller_chunk(t, clause->chunk)->phrase == PHRASE_EVENT)
        self = COUNTED_ATTACKS;
    if (self != COUNTED_NONE && clause->form == CLAUSE_NOUN)
        count_add(t, claim, clause->chunk, self);
}

static struct day month_start(struct day day)
{
    day.day = 1;
    return day;
}

static struct day month_end(struct day day)
{
    day.day = (uint8_t)month_length(day.year, day.month);
    return day;
}

/* «منذ 26 مارس يشن …»: it goes on until the report. */
static bool goes_on(const struct teller *t, const struct clause *clause, const struct time_mention *time)
{
    if (time->relation != TIME_SINCE || !day_is_set(t->reference) || day_number(time->from) > day_number(t->reference))
        return false;
    if (time->precision == TIME_DAY)
        return true;
    const struct clause *verb =
        clause->form == CLAUSE_NOUN && clause->governor != CLAUSE_NONE ? teller_clause(t, clause->governor) : clause;
    const struct reading *r = teller_chunk(t, verb->chunk)->reading;
    return r && features_part(r->features) == PART_VERB && features_tense(r->features) == TENSE_PRESENT;
}

/* The days that the expression means for this claim: of two readings the one that fits its status. What happened lies not ahead. */
static bool days_for_claim(const struct teller *t, const struct claim *claim, const struct time_mention *time, struct day *from,
                           struct day *to)
{
    bool past = claim->status == CLAIM_ACTUAL || claim->status == CLAIM_NEGATED, other = false;
    if (time->kind == TIME_SPAN)
        other = past;
    else if (time->kind != TIME_DATE || !day_is_set(time->from))
        return false;
    /* «بعد يومين»: in a story it counts from what was told before; «قبل مايو», «بعد 7 أكتوبر», «حتى اليوم» say no day of what happened */
    bool limit = time->relation == TIME_BEFORE || time->relation == TIME_AFTER;
    if (time->kind == TIME_DATE && ((past && limit) || (claim->status != CLAIM_FUTURE && time->relation == TIME_UNTIL)))
        return false;
    if (time->kind == TIME_DATE && day_is_set(time->other_from)) {
        bool later = day_number(time->other_from) > day_number(time->from);
        bool ahead = day_is_set(t->reference) && day_number(time->from) > day_number(t->reference);
        other = later ? claim->status == CLAIM_FUTURE : past && ahead;
    }
    *from = other ? time->other_from : time->from;
    *to = other ? time->other_to : time->to;
    return day_is_set(*from)
           && !(past && day_is_set(t->reference) && time->is_relative && day_number(*from) > day_number(t->reference) + 1);
}

void claim_set_time(const struct teller *t, struct claim *claim, const struct clause *clause, uint32_t chunk)
{
    const struct time_mention *time = &t->mentions->times.items[teller_chunk(t, chunk)->time];
    struct day from, to;
    if (!days_for_claim(t, claim, time, &from, &to))
        return;
    if (time->precision == TIME_MONTH || time->precision == TIME_YEAR) {
        from = time->precision == TIME_YEAR ? (struct day){ from.year, 1, 1 } : month_start(from);
        to = time->precision == TIME_YEAR ? (struct day){ to.year, 12, 31 } : month_end(to);
    }
    if (goes_on(t, clause, time))
        to = t->reference;
    day_print(from, claim->time_start);
    day_print(to, claim->time_end);
    claim->has_time = true;
    claim->time_mention = (struct claim_span){ t->words->items[time->first].start, t->words->items[time->end - 1].end };
}

/* Whether the time dates an event rather than a statement. */
bool time_dates_event(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    if (chunk->kind != CHUNK_TIME || t->mentions->times.items[chunk->time].kind != TIME_DATE)
        return false;
    const struct clause *owner = t->time_owner[at] ? &t->clauses->clauses.items[t->time_owner[at] - 1] : NULL;
    return !owner || !operator_reports(operator_of(owner));
}

#define TIME_REACH 9u

/* The time right behind the claim's predicate and its few nouns: «مجزرة سبايكر عام 2014», «مقتل الطفل، يوم الجمعة». */
static uint32_t time_behind(const struct teller *t, const struct clause *clause)
{
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence;
    for (uint32_t i = clause->chunk + 1; i < t->mentions->chunks.count && i <= clause->chunk + TIME_REACH; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->sentence != sentence)
            break;
        if (chunk->kind == CHUNK_TIME)
            return time_dates_event(t, i) ? i : CLAUSE_NONE;
        if (chunk->kind != CHUNK_NOUN && !(chunk->kind == CHUNK_MARK && chunk->mark != '.' && chunk->mark != ':'))
            break;
        if (t->clauses->clause_at[i])
            break;
    }
    return CLAUSE_NONE;
}

/* «وأمس قال إنهم إذا قصفوا …»: of what is said there only what happened goes with the day that opens the sentence. */
bool time_is_of_saying(const struct teller *t, const struct claim *claim, const struct clause *clause, uint32_t time)
{
    const struct clause *above = teller_clause(t, clause->governor);
    if (claim->status == CLAIM_ACTUAL)
        return false;
    for (int i = 0; above && i < 6; i++, above = teller_clause(t, above->governor))
        if (operator_reports(operator_of(above)) && above->chunk > time)
            return true;
    return false;
}

/* Its own time, or that of the relative clause that describes it: «الهجوم الذي شنته الفصائل أمس». */
static uint32_t time_told(const struct teller *t, const struct clause *clause)
{
    uint32_t relative = clause->time == CLAUSE_NONE ? t->described_by[clause->chunk] : 0;
    return relative ? t->clauses->clauses.items[relative - 1].time : clause->time;
}

/* «التفجير الذي أدى إلى مقتل …»: what an event in a relative clause led to. */
static bool is_outcome(const struct teller *t, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    return above && clause->relation == RELATION_ARGUMENT && operator_of(above) == OPERATOR_CAUSE && above->relation == RELATION_RELATIVE;
}

/* «أكدت اليوم رفضها»: who says so does it by saying it. */
static uint32_t time_of_stance(const struct teller *t, const struct claim *claim, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    const struct reading *noun = teller_chunk(t, clause->chunk)->reading;
    bool stance = is_verbal(claim->type) && claim->type != EVENT_CONSULT && clause->form == CLAUSE_NOUN && noun && noun->back;
    return stance && above && clause->relation == RELATION_ARGUMENT && above->form == CLAUSE_FINITE && operator_reports(operator_of(above))
               ? above->time
               : CLAUSE_NONE;
}

/* Its own time; else that of a light verb or cause above it; else a time that stands before the clause and belongs to none. */
void tell_time(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *step = clause;
    for (int i = 0; i < 4 && step && !claim->has_time; i++) {
        if (time_told(t, step) != CLAUSE_NONE)
            claim_set_time(t, claim, clause, time_told(t, step));
        const struct clause *above = teller_clause(t, step->governor);
        bool passes =
            above && step->relation == RELATION_ARGUMENT && !operator_reports(operator_of(above)) && !(above->frame && !is_operator(above));
        step = passes ? above : NULL;
    }
    /* «قتل العشرات في عمليات الأمس»: of what it happened in */
    for (uint32_t i = 0; i < clause->arguments.count && !claim->has_time && claim_happens_somewhere(claim); i++) {
        uint32_t at = t->clauses->clause_at[clause->arguments.items[i].chunk];
        const struct clause *below = at ? &t->clauses->clauses.items[at - 1] : NULL;
        if (below && time_told(t, below) != CLAUSE_NONE && below->governor == (uint32_t)(clause - t->clauses->clauses.items))
            claim_set_time(t, claim, clause, time_told(t, below));
    }
    uint32_t stance = claim->has_time ? CLAUSE_NONE : time_of_stance(t, claim, clause);
    if (stance != CLAUSE_NONE)
        claim_set_time(t, claim, clause, stance);
    uint32_t behind = claim->has_time ? CLAUSE_NONE : time_behind(t, clause);
    if (behind != CLAUSE_NONE)
        claim_set_time(t, claim, clause, behind);
    if (claim->has_time)
        return;
    uint32_t sentence = teller_chunk(t, clause->chunk)->sentence;
    for (uint32_t i = clause->chunk; i-- > 0 && teller_chunk(t, i)->sentence == sentence;) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->kind == CHUNK_SUB || (chunk->kind == CHUNK_REL && !is_outcome(t, clause)))
            return;
        if (chunk->kind == CHUNK_TIME && !t->time_owner[i]) {
            if (!time_is_of_saying(t, claim, clause, i))
                claim_set_time(t, claim, clause, i);
            /* «في 31 مايو، بعد شهرين من …، أطلق …» goes on to the one that says when, but not for what those months count from */
            if (claim->has_time || clause->form == CLAUSE_NOUN || t->mentions->times.items[chunk->time].kind == TIME_DATE)
                return;
        }
    }
}
