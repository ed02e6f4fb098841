/*
 * time_unit.c - units of time: "last month", "the past two weeks", "three days ago", "the first week of October".
 */
#include "name/time_part.h"

#define QUANTITY_MOST 10000 /* of one unit */

uint32_t time_skip_link(const struct time_reader *reader, uint32_t at)
{
    while (at < reader->end
           && (time_tag(reader, at, TERM_FROM) || time_tag(reader, at, TERM_IN)
               || (reader->text->hits[at].run == TERM_RUN_CLITIC && !time_has_and(reader, at))))
        at = time_after(reader, at);
    return at;
}

static void quantity_add(struct quantity *quantity, enum time_unit unit, double count)
{
    switch (unit) {
    case UNIT_HOUR:
        quantity->hours += (int64_t)count;
        break;
    case UNIT_DAY:
        quantity->days += (int64_t)count;
        quantity->hours += (int64_t)((count - (double)(int64_t)count) * 24);
        break;
    case UNIT_WEEK:
        quantity->days += (int64_t)(count * 7);
        break;
    case UNIT_MONTH:
        quantity->months += (int64_t)count;
        quantity->days += (int64_t)((count - (double)(int64_t)count) * 30);
        break;
    case UNIT_YEAR:
        quantity->months += (int64_t)(count * 12);
        break;
    case UNIT_DECADE:
        quantity->months += (int64_t)(count * 120);
        break;
    case UNIT_CENTURY:
        quantity->months += (int64_t)(count * 1200);
        break;
    default:
        break;
    }
    if (!quantity->unit || unit < quantity->unit)
        quantity->unit = (uint8_t)unit;
}

static bool time_is_bound(const struct time_reader *reader, uint32_t at)
{
    return time_tag(reader, at, TERM_ABOUT) || time_tag(reader, at, TERM_OVER) || time_tag(reader, at, TERM_LEAST)
           || time_tag(reader, at, TERM_MOST);
}

/* Whether the unit can be what the number counts: "five" takes a plural, and nothing takes a dual («قتل خمسة ليلة أمس», «سبعة يومي السبت والأحد»). */
static bool number_counts_unit(const struct number *number, const struct term_value *unit)
{
    bool few = !number->digits && number->value >= 3 && number->value <= 10 && number->value == (double)number->min && !number->is_fraction;
    return unit->part != UNIT_TWO && !(few && !number->vague && unit->part == UNIT_ONE);
}

/* "three days", "two months", "a year", "24 hours", "a few weeks" */
static uint32_t quantity_read_one(const struct time_reader *reader, uint32_t at, bool with_article, struct quantity *out)
{
    struct number number = { 0 };
    uint32_t next = 0;
    const struct term_value *unit = time_tag(reader, at, TERM_SPAN);
    bool seconds = unit && time_tag(reader, at, TERM_ORDINAL);
    if (unit && !seconds) {
        bool the = time_has_the(reader, at);
        if ((the && !with_article) || (unit->part == UNIT_MANY && the))
            return 0;
        next = time_after(reader, at);
        out->vague = out->vague || unit->part == UNIT_MANY;
        quantity_add(out, (enum time_unit)unit->value, unit->part == UNIT_ONE ? 1 : unit->part == UNIT_TWO ? 2 : 0);
        if (unit->part == UNIT_ONE && time_read_whole(reader, next, 1, 1, &number) && !number.is_ordinal && !(number.clitics))
            next = number.end;
        return next;
    }
    if (!number_read(reader->text, at, reader->end, &number) || number.is_ordinal || number.is_percent || number.value > QUANTITY_MOST)
        return 0;
    unit = time_tag(reader, number.end, TERM_SPAN);
    if (!unit || time_has_and(reader, number.end) || (time_has_the(reader, number.end) && !number.is_fraction)
        || !number_counts_unit(&number, unit))
        return 0;
    out->approx = out->approx || number.approx;
    out->vague = out->vague || (number.vague && number.value > 9);
    quantity_add(out, (enum time_unit)unit->value, number.value);
    return time_after(reader, number.end);
}

uint32_t time_read_quantity(const struct time_reader *reader, uint32_t at, bool with_article, struct quantity *out)
{
    *out = (struct quantity){ 0 };
    while (time_is_bound(reader, at)) {
        at = time_after(reader, at);
        out->approx = with_article = true;
    }
    if (time_tag(reader, at, TERM_SEVERAL))
        at = time_after(reader, at), out->vague = true;
    uint32_t next = quantity_read_one(reader, at, with_article, out);
    if (!next)
        return 0;
    /* "a year and a half", "a month and 21 days" */
    for (int i = 0; i < 3 && time_has_and(reader, next); i++) {
        const struct term_value *half = time_tag(reader, next, TERM_FRACTION);
        uint32_t after;
        if (half && half->part) {
            after = time_after(reader, next);
            const struct term_value *unit = time_tag(reader, after, TERM_SPAN);
            enum time_unit of = unit ? (enum time_unit)unit->value : (enum time_unit)out->unit;
            uint8_t finest = out->unit;
            quantity_add(out, of, (double)half->value / half->part);
            out->unit = finest > UNIT_MONTH ? UNIT_MONTH : finest;
            next = unit ? time_after(reader, after) : after;
            continue;
        }
        uint32_t start = reader->text->hits[next].run == TERM_RUN_CLITIC ? next + 1 : next;
        struct quantity more = *out;
        after = quantity_read_one(reader, start, false, &more);
        if (!after || more.unit >= out->unit)
            break;
        *out = more;
        next = after;
    }
    if (time_tag(reader, next, TERM_ABOUT_AFTER))
        next = time_after(reader, next), out->approx = true;
    return next;
}

uint32_t time_read_ago(const struct time_reader *reader, uint32_t at, int direction, struct moment *out)
{
    struct quantity quantity;
    *out = moment_none();
    uint32_t next = time_read_quantity(reader, at, false, &quantity);
    if (!next)
        return 0;
    out->relative = true;
    out->approx = quantity.approx;
    /* "after two days of the attack" counts from something else, "since a month ago" does not. */
    bool now = false, of = time_tag(reader, next, TERM_FROM) != NULL;
    if (of) {
        uint32_t base = time_after(reader, next);
        const struct term_value *today = time_tag(reader, base, TERM_DAY_RELATIVE);
        now = time_tag(reader, base, TERM_NOW) || (today && today->value == 0);
        if (now)
            next = time_after(reader, base);
    }
    if ((of && !now) || quantity.vague || reader->today == DAY_NONE || quantity.unit < UNIT_HOUR)
        return next;
    int32_t day = day_shift_months(reader->today, (int)(direction * quantity.months));
    if (day == DAY_NONE)
        return next;
    day += (int32_t)(direction * (quantity.days + quantity.hours / 24));
    moment_set(out, day, day, quantity.unit >= UNIT_YEAR ? TIME_YEAR : quantity.unit == UNIT_MONTH ? TIME_MONTH : TIME_DAY);
    return next;
}

uint32_t time_read_period(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    struct time_reader strong = *reader;
    strong.strong = true;
    uint32_t start = time_skip_link(reader, at);
    if (time_tag(reader, start, TERM_THIS)) {
        const struct term_value *unit = time_tag(reader, time_after(reader, start), TERM_SPAN);
        uint32_t next = time_after(reader, start);
        if (unit && unit->part == UNIT_ONE && time_has_the(reader, next) && reader->today != DAY_NONE) {
            *out = moment_none();
            unit_period((enum time_unit)unit->value, reader->today, 0, out);
            return time_after(reader, next);
        }
    }
    uint32_t next = time_read_month(&strong, start, out);
    if (!next)
        next = time_read_unit(&strong, start, out);
    if (!next)
        next = time_read_bare_year(reader, start, out);
    if (!next) {
        /* "of the month", "of the year": the present one */
        const struct term_value *unit = time_tag(reader, start, TERM_SPAN);
        if (!unit || unit->part != UNIT_ONE || !time_has_the(reader, start) || unit->value < UNIT_WEEK || reader->today == DAY_NONE)
            return 0;
        *out = moment_none();
        unit_period((enum time_unit)unit->value, reader->today, 0, out);
        next = time_after(reader, start);
    }
    return next;
}

/* "the past three days", "the last two weeks", "the coming 24 hours": from the number or the unit on. */
uint32_t time_read_last_many(const struct time_reader *reader, uint32_t at, bool last, struct moment *out)
{
    struct number number = { 0 };
    const struct term_value *unit = NULL;
    uint32_t next = at;
    int64_t count = 0;
    *out = moment_none();
    if (!(unit = time_tag(reader, next, TERM_SPAN))) {
        if (!(next = time_read_whole(reader, next, 1, 999, &number)) || number.is_ordinal || !(unit = time_tag(reader, next, TERM_SPAN))
            || (time_has_the(reader, next) && !number.is_definite && unit->part == UNIT_ONE && number.min <= 10)
            || !number_counts_unit(&number, unit))
            return 0;
        count = number.min;
    }
    if (unit->part == UNIT_TWO)
        count = 2;
    next = time_after(reader, next);
    if (!count && time_read_whole(reader, next, 1, 999, &number) && !number.is_ordinal && !(number.clitics & HIT_AND)) {
        count = number.min;
        next = number.end;
    }
    if (time_tag(reader, next, TERM_FEW_OF))
        next = time_after(reader, next);
    const struct term_value *relative = time_relative(reader, next, false);
    bool recent = time_tag(reader, next, TERM_LAST) && time_has_the(reader, next);
    int direction = relative && relative->value ? (relative->value > 0 ? 1 : -1) : recent ? -1 : 0;
    if (direction)
        next = time_after(reader, next);
    else if (last && count)
        direction = -1;
    else
        return 0;
    out->relative = true;
    if (!count || reader->today == DAY_NONE || unit->value < UNIT_HOUR)
        return next;
    if (unit->value == UNIT_DECADE) {
        /* decades are those of the calendar */
        int first = day_from_number(reader->today).year / 10 * 10 + 10 * (direction < 0 ? -(int)count : 1);
        moment_set(out, day_number_of(first, 1, 1), day_number_of(first + 10 * (int)count - 1, 12, 31), TIME_INTERVAL);
        return next;
    }
    struct quantity quantity = { 0 };
    quantity_add(&quantity, (enum time_unit)unit->value, (double)count);
    int32_t far = day_shift_months(reader->today, (int)(direction * quantity.months));
    if (far == DAY_NONE)
        return next;
    far += (int32_t)(direction * (quantity.days + (quantity.hours + 23) / 24));
    if (unit->value == UNIT_HOUR)
        moment_set(out, direction < 0 ? far : reader->today, direction < 0 ? reader->today : far, TIME_INTERVAL);
    else
        moment_set(out, direction < 0 ? far : reader->today + 1, direction < 0 ? reader->today - 1 : far, TIME_INTERVAL);
    return next;
}

/* "the century" with its number, "the past century" */
static uint32_t time_read_century(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    struct number number;
    uint32_t next = time_read_whole(reader, at, 1, 30, &number);
    if (!next)
        return 0;
    int first = ((int)number.min - 1) * 100 + 1;
    moment_set(out, day_number_of(first, 1, 1), day_number_of(first + 99, 12, 31), TIME_INTERVAL);
    return next;
}

/* "the last", "the first" behind a unit, and the period that it is counted in. */
static uint32_t time_read_nth_tail(const struct time_reader *reader, uint32_t at, enum time_unit unit, int weekday, struct moment *out)
{
    struct number number;
    struct moment period;
    bool last = time_tag(reader, at, TERM_LAST) != NULL;
    uint32_t next = last ? time_after(reader, at) : time_read_whole(reader, at, 1, 366, &number);
    if (!next || (!last && !number.is_ordinal))
        return 0;
    uint32_t after = time_read_period(reader, next, &period);
    if (!after)
        return 0;
    int nth = last ? -1 : (int)number.min;
    *out = moment_none();
    bool found = weekday != WEEKDAY_NONE ? moment_nth_weekday(&period, weekday, nth, out) : moment_nth_unit(&period, unit, nth, out);
    if (!found) {
        *out = moment_none();
        out->relative = true;
    }
    return after;
}

/* A unit with the article: "the past month", "the first week of May", "the next day". */
static uint32_t time_read_unit_the(const struct time_reader *reader, uint32_t at, const struct term_value *unit, struct moment *out)
{
    uint32_t next = time_after(reader, at), after;
    enum time_unit kind = (enum time_unit)unit->value;
    const struct term_value *relative = time_relative(reader, next, false), *follow = time_tag(reader, next, TERM_FOLLOW);
    if (unit->part != UNIT_ONE || kind < UNIT_DAY) {
        /* "the first days of Ramadan": somewhere in it */
        const struct term_value *first = time_tag(reader, next, TERM_ORDINAL);
        struct moment period;
        if (unit->part == UNIT_MANY && first && first->value == 1
            && (after = time_read_period(reader, time_after(reader, next), &period)) != 0) {
            out->relative = period.relative;
            return after;
        }
        return time_read_last_many(reader, at, false, out);
    }
    if (kind == UNIT_CENTURY && (after = time_read_century(reader, next, out)) != 0)
        return after;
    if (relative) {
        out->relative = true;
        if (reader->today != DAY_NONE)
            unit_period(kind, reader->today, (int)relative->value, out);
        return time_after(reader, next);
    }
    if (follow && time_has_the(reader, next)) {
        int32_t base = kind == UNIT_DAY && reader->anchor != DAY_NONE ? reader->anchor : reader->today;
        uint32_t of = time_after(reader, next);
        out->relative = true;
        /* "the day after the war" */
        if (time_is_kind(reader, of, WORD_ARABIC) && slice_starts(reader->text->words->items[of].fold, slice_of("\xd9\x84\xd9\x84")))
            base = DAY_NONE;
        if (base != DAY_NONE)
            unit_period(kind, base, (int)follow->value, out);
        return time_after(reader, next);
    }
    /* "the same day": that which was told last */
    if (time_tag(reader, next, TERM_SAME)) {
        out->relative = true;
        if (time_same(reader, kind) != DAY_NONE)
            unit_period(kind, time_same(reader, kind), 0, out);
        return time_after(reader, next);
    }
    if ((after = time_read_nth_tail(reader, next, kind, WEEKDAY_NONE, out)) != 0)
        return after;
    /* "the 229th day" */
    struct number number;
    if (kind == UNIT_DAY && (after = time_read_whole(reader, next, 1, 99999, &number)) != 0 && number.is_definite
        && !(number.clitics & ~HIT_THE)) {
        out->relative = true;
        /* "for the third day running" */
        if (reader->text->hits[at].clitics & HIT_TO && reader->today != DAY_NONE && number.min > 1)
            moment_set(out, reader->today - (int32_t)number.min + 1, reader->today, TIME_INTERVAL);
        return after;
    }
    /* A sentence of its own: this one. */
    if (kind >= UNIT_WEEK && next == reader->end && (at == 0 || number_text_end(reader->text, at - 1) == at) && reader->today != DAY_NONE) {
        unit_period(kind, reader->today, 0, out);
        return next;
    }
    return 0;
}

/* "in the year 2014", "the years 2014 and 2015" */
static uint32_t time_read_years(const struct time_reader *reader, uint32_t at, const struct term_value *unit, struct moment *out)
{
    struct time_year year;
    struct number number;
    uint32_t next;
    if (unit->value != UNIT_YEAR)
        return 0;
    if (unit->part == UNIT_ONE) {
        if (!(next = time_read_year(reader, at, false, &year)))
            return 0;
        if (year.relative != RELATIVE_NONE)
            return 0;
        if (year.hijri || (year.year >= 1300 && year.year <= 1500))
            moment_set(out, day_number_hijri(year.year, 1, 1), day_number_hijri(year.year + 1, 1, 1) - 1, TIME_INTERVAL);
        else
            moment_set(out, day_number_of(year.year, 1, 1), day_number_of(year.year, 12, 31), TIME_YEAR);
        return next;
    }
    next = time_read_whole(reader, time_after(reader, at), 1000, 2999, &number);
    if (!next || number.is_ordinal || number.digits != 4)
        return 0;
    int from = (int)number.min, to = from;
    uint32_t after = time_is_mark(reader, next, '-') ? next + 1 : time_has_and(reader, next) || time_tag(reader, next, TERM_TO) ? next : 0;
    if (after && time_tag(reader, next, TERM_TO))
        after = time_after(reader, next);
    if (after && (after = time_read_whole(reader, after, from, 2999, &number)) != 0 && number.digits == 4) {
        to = (int)number.min;
        next = after;
    }
    moment_set(out, day_number_of(from, 1, 1), day_number_of(to, 12, 31), from == to ? TIME_YEAR : TIME_INTERVAL);
    return next;
}

uint32_t time_read_unit(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    const struct term_value *unit = time_tag(reader, at, TERM_SPAN);
    struct quantity quantity;
    uint32_t next;
    *out = moment_none();
    if (!unit)
        return 0;
    /* "the secretary general": the word for year is an adjective there */
    if (unit->value == UNIT_YEAR && at > 0 && time_has_the(reader, at) && number_text_tag(reader->text, at - 1, TERM_GENERAL))
        return 0;
    if ((next = time_read_years(reader, at, unit, out)) != 0)
        return next;
    if (time_has_the(reader, at))
        return time_read_unit_the(reader, at, unit, out);
    if (unit->value == UNIT_MONTH && unit->part == UNIT_ONE && (next = time_read_month(reader, at, out)) != 0)
        return next;
    /* "two months", "one day": how long */
    if (unit->part == UNIT_TWO || (unit->part == UNIT_ONE && time_after(reader, at) < reader->end)) {
        next = time_read_quantity(reader, at, false, &quantity);
        if (next && (unit->part == UNIT_TWO || next > time_after(reader, at))) {
            out->is_span = true;
            return next;
        }
    }
    return 0;
}

/* "the third Tuesday of May", "first Friday of July", "last week of September 2014", "last three years" */
uint32_t time_read_nth(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    struct number number;
    struct moment period;
    *out = moment_none();
    bool last = time_tag(reader, at, TERM_LAST) != NULL && !time_has_the(reader, at);
    uint32_t next = last ? time_after(reader, at) : time_read_whole(reader, at, 1, 366, &number);
    if (!next || (!last && !number.is_ordinal))
        return 0;
    uint32_t after;
    if (last && (after = time_read_last_many(reader, next, true, out)) != 0)
        return after;
    const struct term_value *unit = time_tag(reader, next, TERM_SPAN);
    if (unit && unit->value == UNIT_DAY && time_tag(reader, time_after(reader, next), TERM_WEEKDAY))
        next = time_after(reader, next), unit = NULL;
    const struct term_value *weekday = time_tag(reader, next, TERM_WEEKDAY);
    if (!weekday && !(unit && unit->part == UNIT_ONE))
        return 0;
    uint32_t tail = time_after(reader, next);
    int nth = last ? -1 : (int)number.min;
    bool ahead = time_tag(reader, tail, TERM_AFTER) != NULL;
    if (ahead) {
        struct time_reader inner = *reader;
        inner.nested = true;
        after = reader->nested ? 0 : time_read_point(&inner, time_after(reader, tail), &period);
        if (after && period.to != DAY_NONE)
            period.from = period.to + 1, period.to = period.from + 366, period.precision = TIME_INTERVAL;
    } else {
        after = time_read_period(reader, tail, &period);
    }
    if (!after || (ahead && last))
        return 0;
    *out = moment_none();
    bool found = weekday ? moment_nth_weekday(&period, (int)weekday->value, nth, out)
                         : moment_nth_unit(&period, (enum time_unit)unit->value, nth, out);
    if (!found)
        *out = moment_none(), out->relative = true;
    return after;
}
