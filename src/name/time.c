/*
 * time.c - time expressions in a report: prepositions, durations, the pass over the words.
 */
#include "name/time_part.h"

#define ITEM_SENTENCES 2u /* an entry of a chronicle goes on for so many sentences behind its first */
#define CUE_REACH 12u     /* words behind "will" in which a weekday lies ahead */

static const struct {
    uint8_t tag, relation;
    int direction;
} time_relations[] = {
    { TERM_SINCE, TIME_SINCE, -1 },
    { TERM_BEFORE, TIME_BEFORE, -1 },
    { TERM_AFTER, TIME_AFTER, 1 },
    { TERM_UNTIL, TIME_UNTIL, 0 },
};

static void mention_fill(struct time_mention *mention, const struct moment *moment)
{
    mention->kind = moment->is_span ? TIME_SPAN : moment->from == DAY_NONE ? TIME_VAGUE : TIME_DATE;
    mention->precision = moment->precision;
    mention->approx = moment->approx;
    mention->is_relative = moment->relative;
    if (mention->kind != TIME_DATE)
        return;
    mention->from = day_from_number(moment->from);
    mention->to = day_from_number(moment->to);
    if (!day_is_set(mention->from) || !day_is_set(mention->to)) {
        mention->kind = TIME_VAGUE;
        mention->from = mention->to = (struct day){ 0, 0, 0 };
        return;
    }
    mention->other_from = day_from_number(moment->other_from);
    mention->other_to = day_from_number(moment->other_to);
}

/* "since March", "two years ago", "before Friday", "until 2014" */
static uint32_t time_read_relation(const struct time_reader *reader, uint32_t at, struct time_mention *mention)
{
    struct moment moment;
    for (size_t i = 0; i < sizeof time_relations / sizeof *time_relations; i++) {
        if (!time_tag(reader, at, time_relations[i].tag))
            continue;
        uint32_t start = time_after(reader, at);
        if (!time_may_open(reader, start))
            return 0;
        /* «منذ مارس», «قبل أيار»: what else the word can mean, behind these it is a month */
        struct time_reader strong = *reader;
        strong.strong = true;
        uint32_t next = time_read_range(&strong, start, false, &moment);
        int direction = time_relations[i].direction;
        if ((!next || moment.is_span) && direction)
            next = time_read_ago(reader, start, direction, &moment);
        /* "three days ago" says when; "before May" says before when. */
        bool ago =
            next && direction < 0 && moment.weekday == WEEKDAY_NONE && moment.from != DAY_NONE && time_tag(reader, at, TERM_SINCE) == NULL;
        struct quantity quantity;
        ago = ago && time_read_quantity(reader, start, false, &quantity) == next;
        if (!next && (next = time_read_bare_year(reader, start, &moment)) == 0)
            continue;
        mention->first = at;
        mention_fill(mention, &moment);
        mention->relation = ago ? TIME_AT : time_relations[i].relation;
        return next;
    }
    return 0;
}

/* A day of this month: a definite ordinal from the eleventh on that nothing follows, or, with `digits`, a number that ends the sentence. */
static uint32_t time_read_bare_day(const struct time_reader *reader, uint32_t at, bool digits, struct moment *out)
{
    struct number number;
    uint32_t next = time_read_whole(reader, at, 1, 31, &number);
    bool ordinal = next && number.is_ordinal && number.is_definite && number.value >= 11 && !time_is_kind(reader, next, WORD_ARABIC);
    bool last = next && digits && number.digits && !number.clitics
                && (next == reader->end || (next + 1 == reader->end && time_is_mark(reader, next, '.')));
    if (!ordinal && !last)
        return 0;
    *out = moment_none();
    out->relative = true;
    if (reader->today != DAY_NONE) {
        struct day today = day_from_number(reader->today);
        int32_t day = day_number_of(today.year, today.month, (int)number.min);
        moment_set(out, day, day, TIME_DAY);
    }
    return next;
}

/* "within three days": where the event is past, the days up to the report. */
static void span_until_today(const struct time_reader *reader, const struct quantity *quantity, struct time_mention *mention)
{
    if (reader->today == DAY_NONE || quantity->vague || quantity->unit < UNIT_HOUR)
        return;
    int32_t from = day_shift_months(reader->today, -(int)quantity->months);
    mention->other_from = day_from_number(from - (int32_t)(quantity->days + (quantity->hours + 23) / 24));
    mention->other_to = day_from_number(reader->today);
}

/* After "in", "from", "between", "to", "within": `at` is the preposition. */
static uint32_t time_read_preposition(struct time_reader *reader, uint32_t at, struct time_mention *mention)
{
    bool in = time_tag(reader, at, TERM_IN) != NULL, within = time_tag(reader, at, TERM_WITHIN) != NULL;
    bool from = time_tag(reader, at, TERM_FROM) != NULL, between = time_tag(reader, at, TERM_BETWEEN) != NULL;
    bool to = time_tag(reader, at, TERM_TO) != NULL;
    if (!in && !within && !from && !between && !to)
        return 0;
    struct moment moment;
    struct quantity quantity;
    uint32_t start = time_after(reader, at), next;
    if (!time_may_open(reader, start))
        return 0;
    reader->strong = in || within || between;
    reader->range = from || between;
    mention->first = from || between ? at : start;
    next = to ? time_read_point(reader, start, &moment) : time_read_range(reader, start, between, &moment);
    /* "from 2014 to 2018" has both its ends or is no time. */
    if (next && from && moment.precision == TIME_YEAR && moment.relative == false && time_is_kind(reader, start, WORD_NUMBER))
        next = 0;
    if (next && between && moment.from != DAY_NONE && moment.precision != TIME_INTERVAL)
        next = 0;
    if (!next && (in || within))
        next = time_read_bare_year(reader, start, &moment);
    if (!next && (in || to))
        next = time_read_bare_day(reader, start, in, &moment);
    if (!next && within && !time_tag(reader, start, TERM_SPAN))
        next = time_read_last_many(reader, start, false, &moment);
    if (!next && within && (next = time_read_quantity(reader, start, true, &quantity)) != 0) {
        moment = moment_none();
        moment.is_span = true;
        if (!time_tag(reader, at, TERM_WITHIN)->value)
            span_until_today(reader, &quantity, mention);
    }
    if (next) {
        mention_fill(mention, &moment);
        if (from && mention->precision != TIME_INTERVAL)
            mention->first = start;
        mention->relation = to && !from ? TIME_UNTIL : TIME_AT;
    }
    reader->strong = reader->range = false;
    return next;
}

/* "three days", "24 hours", "45 years": how long; "24 hours past": when. */
static uint32_t time_read_span(const struct time_reader *reader, uint32_t at, struct time_mention *mention)
{
    struct quantity quantity;
    struct number number;
    struct moment moment;
    if (!number_read(reader->text, at, reader->end, &number) || number.is_ordinal || !time_tag(reader, number.end, TERM_SPAN))
        return 0;
    uint32_t next = time_read_last_many(reader, at, false, &moment);
    if (!next && (next = time_read_quantity(reader, at, false, &quantity)) != 0) {
        uint32_t ago = time_tag(reader, next, TERM_AGO) ? time_after(reader, next) : 0;
        moment = moment_none();
        moment.is_span = !ago;
        if (ago) {
            time_read_ago(reader, at, -1, &moment);
            next = ago;
        }
    }
    if (next)
        mention_fill(mention, &moment);
    return next;
}

static uint32_t time_read_any(struct time_reader *reader, uint32_t at, struct time_mention *mention)
{
    struct moment moment;
    uint32_t next;
    *mention = (struct time_mention){ .first = at };
    if ((next = time_read_clock(reader, at)) != 0) {
        mention->kind = TIME_CLOCK;
        return next;
    }
    if ((next = time_read_relation(reader, at, mention)) != 0 || (next = time_read_preposition(reader, at, mention)) != 0)
        return next;
    mention->first = at;
    if ((reader->text->hits[at].clitics & (HIT_TO | HIT_THE)) == (HIT_TO | HIT_THE)
        && (next = time_read_bare_day(reader, at, false, &moment)) != 0) {
        mention_fill(mention, &moment);
        mention->relation = TIME_UNTIL;
        return next;
    }
    if ((next = time_read_range(reader, at, false, &moment)) != 0) {
        /* A bare year, without a preposition, only as "2014-2018". */
        bool year =
            moment.precision == TIME_YEAR && !moment.relative && !moment.is_span && time_is_kind(reader, at, WORD_NUMBER) && next == at + 1;
        if (!year) {
            mention_fill(mention, &moment);
            return next;
        }
    }
    return time_read_span(reader, at, mention);
}

/* "1990 - …", "1990: …": the year that an entry of a chronicle opens with; its day too where the chronicle is of "this day". */
static uint32_t time_read_label(const struct time_reader *reader, uint32_t at, struct time_mention *mention)
{
    struct number number;
    struct moment moment = moment_none();
    uint32_t next = time_is_kind(reader, at, WORD_NUMBER) ? time_read_whole(reader, at, 1000, 2100, &number) : 0;
    if (!next || number.digits != 4 || number.is_ordinal || !(time_is_mark(reader, next, '-') || time_is_mark(reader, next, ':'))
        || !time_is_kind(reader, next + 1, WORD_ARABIC))
        return 0;
    struct day today = day_from_number(reader->today);
    if (reader->today == DAY_NONE || number.min > today.year)
        return 0;
    if (reader->this_day)
        moment_set(&moment, day_number_of((int)number.min, today.month, today.day), day_number_of((int)number.min, today.month, today.day),
                   TIME_DAY);
    else
        moment_set(&moment, day_number_of((int)number.min, 1, 1), day_number_of((int)number.min, 12, 31), TIME_YEAR);
    *mention = (struct time_mention){ .first = at };
    mention_fill(mention, &moment);
    return next;
}

/* In an entry of a chronicle months without a year are of its year. */
static void reader_enter(struct time_reader *reader, const struct time_mention *mention)
{
    bool label = mention->kind == TIME_DATE && (time_is_mark(reader, mention->end, '-') || time_is_mark(reader, mention->end, ':'));
    if (!label)
        return;
    reader->label_year = mention->is_relative ? 0 : mention->from.year;
    reader->label_sentence = reader->text->words->items[mention->first].sentence;
}

/* A weekday that is all of its sentence is an entry of a calendar rather than part of a story: it lies ahead. */
static void mention_stand_alone(const struct time_reader *reader, uint32_t start, struct time_mention *mention)
{
    if (mention->first != start || mention->end != reader->end || mention->kind != TIME_DATE || !day_is_set(mention->other_from)
        || day_number(mention->other_from) != day_number(mention->from) + 7)
        return;
    struct day from = mention->from, to = mention->to;
    mention->from = mention->other_from;
    mention->to = mention->other_to;
    mention->other_from = from;
    mention->other_to = to;
}

/* Whether a time may begin at the word, and "will" and the like: nearly all words of a report are neither. */
static bool time_has_to_look(const struct number_text *text, uint32_t at)
{
    return text->hits[at].run || text->words->items[at].kind == WORD_NUMBER;
}

/* What begins at word `at`, the sentence at `start`; `cue` is the word up to which a weekday lies ahead. Returns the word to go on with. */
static uint32_t time_find_at(struct arena *mem, struct time_reader *reader, uint32_t start, uint32_t at, uint32_t *cue,
                             struct time_list *out)
{
    const struct term_hit *hit = &reader->text->hits[at];
    bool is_none = hit->run > TERM_RUN_CLITIC && time_tag(reader, at, TERM_NONE);
    struct time_mention mention;
    uint32_t next = 0;
    if (time_tag(reader, at, TERM_CUE))
        *cue = at + CUE_REACH;
    reader->cue = at < *cue;
    bool opens = at == start || (at == start + 1 && time_is_kind(reader, start, WORD_MARK)); /* «* 1990 - …» */
    if (opens)
        next = time_read_label(reader, at, &mention);
    if (!next
        && (reader->text->words->items[at].kind == WORD_NUMBER || (hit->run > TERM_RUN_CLITIC && !is_none)
            || (hit->run == TERM_RUN_CLITIC && (hit->clitics & HIT_THE))))
        next = time_read_any(reader, at, &mention);
    if (!next)
        return at + (is_none ? hit->words : 1);
    mention.end = next;
    mention_stand_alone(reader, start, &mention);
    if (opens)
        reader_enter(reader, &mention);
    *(struct time_mention *)list_add(mem, out) = mention;
    if (mention.kind == TIME_DATE && mention.precision == TIME_DAY)
        reader->anchor = day_number(mention.from);
    if (reader->text->words->items[at].sentence <= 1 && mention.kind == TIME_DATE && mention.is_relative && mention.precision == TIME_DAY
        && day_number(mention.from) == reader->today)
        reader->this_day = true;
    if (mention.kind == TIME_DATE) {
        reader->told = day_number(mention.from);
        reader->told_precision = mention.precision;
    }
    return next;
}

void time_find(struct arena *mem, const struct term_table *terms, const struct word_list *words, const struct number_list *numbers,
               struct day reference, struct time_list *out)
{
    (void)terms;
    struct time_reader reader = {
        .text = &numbers->text, .anchor = DAY_NONE, .told = DAY_NONE, .today = day_is_set(reference) ? day_number(reference) : DAY_NONE
    };
    for (uint32_t start = 0, at = 0; start < words->count; start = at) {
        uint32_t cue = 0;
        reader.end = number_text_end(&numbers->text, start);
        if (words->items[start].sentence > reader.label_sentence + ITEM_SENTENCES)
            reader.label_year = 0;
        while (at < reader.end)
            at = time_has_to_look(&numbers->text, at) ? time_find_at(mem, &reader, start, at, &cue, out) : at + 1;
        at += at == start; /* a line end */
    }
}

struct slice time_print(struct arena *mem, const struct time_mention *mention)
{
    char from[16], to[16];
    if (mention->kind != TIME_DATE)
        return slice_make("", 0);
    day_print(mention->from, from);
    day_print(mention->to, to);
    if (mention->precision == TIME_YEAR || mention->precision == TIME_MONTH)
        return arena_copy(mem, slice_make(from, mention->precision == TIME_YEAR ? 4 : 7));
    return strcmp(from, to) == 0 ? arena_copy(mem, slice_of(from)) : arena_print(mem, "%s/%s", from, to);
}
