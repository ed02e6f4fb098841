/*
 * time_date.c - dates with month names: "12 March 2018", "the fifth of May", "May last", "1439 h", "the year 2014".
 */
#include "name/time_part.h"

uint32_t time_read_whole(const struct time_reader *reader, uint32_t at, int low, int high, struct number *out)
{
    if (!number_read(reader->text, at, reader->end, out) || out->vague || out->is_fraction || out->value != (double)out->min)
        return 0;
    return out->value >= low && out->value <= high ? out->end : 0;
}

/* The number of a month's name at `at`; weak names only where `strong`. */
static bool time_month_name(const struct time_reader *reader, uint32_t at, bool strong, struct recurring *out)
{
    const struct term_value *name = NULL;
    *out = (struct recurring){ 0 };
    /* The weak ones are short: after "bi" or "li" they are mostly other words ("bab"). */
    strong = strong && at < reader->end && !(reader->text->hits[at].clitics & ~(HIT_AND | HIT_THE));
    if ((name = time_tag(reader, at, TERM_MONTH)) || (strong && (name = time_tag(reader, at, TERM_MONTH_WEAK)))) {
        out->month = (uint8_t)name->value;
        return true;
    }
    if ((name = time_tag(reader, at, TERM_HIJRI)) || (strong && (name = time_tag(reader, at, TERM_HIJRI_WEAK)))) {
        out->month = (uint8_t)name->value;
        out->hijri = true;
        return true;
    }
    return false;
}

/* The second name of the month after a stroke or in brackets: "ayar/mayu", "yulyu (tammuz)". */
static uint32_t time_skip_twin(const struct time_reader *reader, uint32_t at, const struct recurring *first)
{
    struct recurring second;
    bool bracket = time_is_mark(reader, at, '(');
    uint32_t name = bracket || time_is_mark(reader, at, '/') || time_is_mark(reader, at, '-') ? at + 1 : at;
    if (!time_month_name(reader, name, true, &second) || second.hijri != first->hijri || second.month != first->month
        || time_has_and(reader, name))
        return at;
    uint32_t next = time_after(reader, name);
    if (!bracket)
        return next;
    return time_is_mark(reader, next, ')') ? next + 1 : at;
}

static uint32_t time_skip_era(const struct time_reader *reader, uint32_t at, struct time_year *out)
{
    bool bracket = time_is_mark(reader, at, '(');
    const struct term_value *era = time_tag(reader, at + (bracket ? 1 : 0), TERM_ERA);
    if (!era || (reader->text->hits[at + (bracket ? 1 : 0)].clitics & HIT_AND))
        return at;
    out->hijri = era->value == 1;
    uint32_t next = time_after(reader, at + (bracket ? 1 : 0));
    return bracket ? (time_is_mark(reader, next, ')') ? next + 1 : at) : next;
}

static bool time_is_year_word(const struct time_reader *reader, uint32_t at)
{
    const struct term_value *unit = time_tag(reader, at, TERM_SPAN);
    return unit && unit->value == UNIT_YEAR && unit->part == UNIT_ONE;
}

/* "the year 2014", "this year", "last year": a year word and what follows it. */
static uint32_t time_read_year_word(const struct time_reader *reader, uint32_t at, struct time_year *out)
{
    bool this = time_tag(reader, at, TERM_THIS) != NULL;
    struct number number;
    uint32_t next;
    if (this)
        at = time_after(reader, at);
    if (!time_is_year_word(reader, at))
        return 0;
    uint32_t after = time_after(reader, at);
    if ((next = time_read_whole(reader, after, 100, 2999, &number)) != 0 && !number.is_ordinal && (number.digits == 0 || number.digits == 4)
        && !(number.clitics & HIT_AND)) {
        out->year = (int)number.min;
        return time_skip_era(reader, next, out);
    }
    /* "the year 48": 1948 */
    if ((next = time_read_whole(reader, after, 0, 99, &number)) != 0 && number.digits == 2 && !number.clitics && !time_has_the(reader, at)
        && !time_may_be_counted(reader, next) && !time_tag(reader, next, TERM_SPAN) && !time_tag(reader, at - (at > 0), TERM_EVERY)) {
        int now = reader->today != DAY_NONE ? day_from_number(reader->today).year : 2000;
        /* "the year 40 of the Hijra" */
        struct time_year era = { 0, RELATIVE_NONE, false };
        uint32_t after_era = time_skip_era(reader, next, &era);
        if (after_era > next && era.hijri) {
            *out = (struct time_year){ (int)number.min, RELATIVE_NONE, true };
            return after_era;
        }
        out->year = 1900 + (int)number.min + (2000 + (int)number.min <= now ? 100 : 0);
        return next;
    }
    const struct term_value *relative = time_relative(reader, after, true);
    if (relative && time_has_the(reader, at)) {
        out->relative = (int)relative->value;
        return time_after(reader, after);
    }
    if (this && time_has_the(reader, at)) {
        out->relative = 0;
        return after;
    }
    return 0;
}

uint32_t time_read_year(const struct time_reader *reader, uint32_t at, bool linked, struct time_year *out)
{
    *out = (struct time_year){ 0, RELATIVE_NONE, false };
    struct number number;
    uint32_t next;
    bool comma = linked && time_is_mark(reader, at, ',');
    bool link = false;
    if (comma)
        at++;
    if (time_tag(reader, at, TERM_FROM) || time_tag(reader, at, TERM_IN)
        || (at < reader->end && reader->text->hits[at].run == TERM_RUN_CLITIC && !time_has_and(reader, at))) {
        at = time_after(reader, at);
        link = true;
    }
    if ((next = time_read_year_word(reader, at, out)) != 0)
        return next;
    if (!linked || (next = time_read_whole(reader, at, 1000, 2999, &number)) == 0 || number.is_ordinal
        || (number.clitics & (HIT_AND | HIT_SO)))
        return 0;
    if (number.digits != 4 && (number.digits || number.value < 1100 || number.value > 2100 || number.end - number.core < 2))
        return 0;
    bool likely = number.digits && number.value >= 1900 && number.value <= 2100;
    if ((comma || link || !likely) && time_may_be_counted(reader, next))
        return 0;
    out->year = (int)number.min;
    return time_skip_era(reader, next, out);
}

/* Year or "last", "next" after a month; resolves `every`. */
uint32_t time_read_recurring(const struct time_reader *reader, uint32_t at, const struct recurring *every, int weekday, struct moment *out)
{
    struct time_year year;
    const struct term_value *relative = time_relative(reader, at, true);
    if (relative) {
        struct number said;
        uint32_t after = time_after(reader, at), end;
        recurring_resolve(reader, every, (int)relative->value, WEEKDAY_NONE, out);
        /* "16 July last 2015" */
        if ((end = time_read_whole(reader, after, 1900, 2100, &said)) != 0 && said.digits == 4 && !said.clitics) {
            recurring_in_year(every, (int)said.min, out);
            return end;
        }
        return after;
    }
    uint32_t next = time_read_year(reader, at, true, &year);
    if (!next) {
        recurring_resolve(reader, every, RELATIVE_NONE, weekday, out);
        return at;
    }
    out->every = *every;
    if (year.relative != RELATIVE_NONE) {
        out->relative = true;
        if (reader->today != DAY_NONE)
            recurring_in_year(every, (every->hijri ? hijri_year(reader->today, NULL) : day_from_number(reader->today).year) + year.relative,
                              out);
        return next;
    }
    struct recurring fixed = *every;
    /* "Ramadan 2015" */
    if (fixed.hijri && year.year > 1600) {
        int hijri = hijri_year(day_number_of(year.year, 7, 1), NULL);
        for (int i = -1; i <= 1; i++) {
            int32_t from, to;
            if (recurring_fix(&fixed, hijri + i, &from, &to) && day_from_number(from).year == year.year)
                recurring_in_year(&fixed, hijri + i, out);
        }
        return next;
    }
    recurring_in_year(&fixed, year.year, out);
    return next;
}

/* The month at `at`: its name with a word for "month" before it, a second name behind it; or "month 3". */
static uint32_t time_month_head(const struct time_reader *reader, uint32_t at, bool strong, struct recurring *every)
{
    const struct term_value *unit = time_tag(reader, at, TERM_SPAN);
    struct number number;
    uint32_t next;
    bool word = unit && unit->value == UNIT_MONTH && unit->part == UNIT_ONE;
    if (word) {
        bool the = time_has_the(reader, at);
        at = time_after(reader, at);
        if (!the && (next = time_read_whole(reader, at, 1, 12, &number)) != 0 && !number.is_ordinal && !number.clitics) {
            *every = (struct recurring){ .month = (uint8_t)number.min };
            return time_may_be_counted(reader, next) ? 0 : next;
        }
    }
    if (!time_month_name(reader, at, true, every))
        return 0;
    uint32_t after = time_after(reader, at);
    next = time_skip_twin(reader, after, every);
    if (next > after || word || strong || !time_tag(reader, at, TERM_MONTH_WEAK))
        strong = next > after || word || strong || time_tag(reader, at, TERM_MONTH) || time_tag(reader, at, TERM_HIJRI);
    if (!strong) {
        struct time_year year;
        strong = time_relative(reader, next, false) || (time_read_year(reader, next, true, &year) && year.year);
    }
    return strong ? next : 0;
}

uint32_t time_read_month(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    struct recurring every;
    struct number day;
    *out = moment_none();
    /* "in Ab" may be in a town of that name */
    const struct term_value *weak = time_tag(reader, at, TERM_MONTH_WEAK);
    uint32_t next = time_month_head(reader, at, reader->strong && !(weak && weak->part), &every);
    if (!next)
        return 0;
    /* "september10", "january-1", "may 5, 2018" */
    uint32_t number = next + (time_is_mark(reader, next, '-') ? 1u : 0u), after;
    if (time_is_kind(reader, number, WORD_NUMBER) && (after = time_read_whole(reader, number, 1, 31, &day)) != 0 && day.digits) {
        struct time_year year;
        bool dated = time_is_mark(reader, after, ',') && time_read_year(reader, after, true, &year) && year.year;
        if (dated || (time_touches(reader, number) && (number == next || time_touches(reader, next)))) {
            every.day = (uint8_t)day.min;
            next = after;
        }
    }
    return time_read_recurring(reader, next, &every, WEEKDAY_NONE, out);
}

/* "of this month", "of last month", "of the same month": the month of a day. */
static uint32_t time_read_relative_month(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    bool this = time_tag(reader, at, TERM_THIS) != NULL;
    if (this)
        at = time_after(reader, at);
    const struct term_value *unit = time_tag(reader, at, TERM_SPAN);
    if (!unit || unit->value != UNIT_MONTH || unit->part != UNIT_ONE || !time_has_the(reader, at))
        return 0;
    uint32_t next = time_after(reader, at);
    const struct term_value *relative = time_relative(reader, next, true);
    bool same = time_tag(reader, next, TERM_SAME) != NULL;
    if (!relative && !this && !same)
        return 0;
    int32_t base = same ? time_same(reader, UNIT_MONTH) : reader->today;
    *out = moment_none();
    out->relative = true;
    if (base != DAY_NONE)
        unit_period(UNIT_MONTH, base, relative ? (int)relative->value : 0, out);
    out->relative = true;
    return relative || same ? time_after(reader, next) : next;
}

/* The days before a month: "12", "3 and 4", "3 to 7", "the fifth". */
struct day_list {
    int first, last;
    bool is_ordinal, several;
};

static uint32_t time_read_days(const struct time_reader *reader, uint32_t at, struct day_list *out)
{
    struct number number;
    uint32_t next = time_read_whole(reader, at, 1, 31, &number);
    if (!next || number.digits > 2 || (number.clitics & ~(HIT_THE | HIT_AND | HIT_BY | HIT_TO | HIT_SO)))
        return 0;
    *out = (struct day_list){ (int)number.min, (int)number.min, number.is_ordinal, false };
    for (int i = 0; i < 6 && next < reader->end; i++) {
        uint32_t after = next;
        if (time_is_mark(reader, next, '-') || time_is_mark(reader, next, ','))
            after = next + 1;
        else if (time_tag(reader, next, TERM_TO))
            after = time_after(reader, next);
        else if (!time_has_and(reader, next))
            break;
        after = time_read_whole(reader, after, 1, 31, &number);
        if (!after || (int)number.min <= out->last || number.digits > 2)
            break;
        out->last = (int)number.min;
        out->several = true;
        next = after;
    }
    return next;
}

static void day_list_resolve(const struct time_reader *reader, const struct day_list *days, const struct recurring *month, uint32_t *next,
                             int weekday, struct moment *out)
{
    struct recurring every = *month;
    every.day = (uint8_t)days->first;
    if (days->several) {
        every.last_month = month->month;
        every.last_day = (uint8_t)days->last;
    }
    *next = time_read_recurring(reader, *next, &every, weekday, out);
}

/* Days, then a month. */
static uint32_t time_read_day_month(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    struct day_list days;
    struct recurring month;
    struct moment period;
    *out = moment_none();
    uint32_t next = time_read_days(reader, at, &days), after;
    if (!next)
        return 0;
    bool mark = time_is_mark(reader, next, '-') || time_is_mark(reader, next, '.') || time_is_mark(reader, next, '/');
    bool of = !mark && time_tag(reader, next, TERM_FROM);
    uint32_t month_at = mark ? next + 1 : of ? time_after(reader, next) : next;
    if ((after = time_month_head(reader, month_at, true, &month)) != 0) {
        day_list_resolve(reader, &days, &month, &after, weekday, out);
        return after;
    }
    if (reader->range && !of && time_tag(reader, next, TERM_IN))
        month_at = time_after(reader, next), of = true;
    if ((of || reader->range) && (after = time_read_relative_month(reader, month_at, &period)) != 0) {
        struct day first = day_from_number(period.from);
        out->relative = true;
        if (day_is_set(first))
            moment_set(out, day_number_of(first.year, first.month, days.first), day_number_of(first.year, first.month, days.last),
                       days.several ? TIME_INTERVAL : TIME_DAY);
        return after;
    }
    return 0;
}

uint32_t time_read_date(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    uint32_t next = time_read_numeric(reader, at, weekday, out);
    if (!next)
        next = time_read_day_month(reader, at, weekday, out);
    if (!next)
        return 0;
    /* "1 Ramadan 1436, that is 18 June 2015": the second is exact. */
    uint32_t twin = next + (time_is_mark(reader, next, ',') || time_is_mark(reader, next, '(') ? 1u : 0u);
    if (time_tag(reader, twin, TERM_CORRESPONDING)) {
        struct moment second;
        twin = time_after(reader, twin);
        uint32_t end = time_read_numeric(reader, twin, weekday, &second);
        if (!end)
            end = time_read_day_month(reader, twin, weekday, &second);
        if (end && second.from != DAY_NONE) {
            if (out->every.hijri || out->from == DAY_NONE)
                *out = second;
            return end;
        }
    }
    return next;
}

uint32_t time_read_bare_year(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    struct number number;
    *out = moment_none();
    uint32_t next = time_read_whole(reader, at, 1100, 2100, &number);
    /* "in the two thousands" */
    if (next && number.value == 2000 && number.is_definite && !number.digits && !time_is_kind(reader, next, WORD_ARABIC)) {
        moment_set(out, day_number_of(2000, 1, 1), day_number_of(2009, 12, 31), TIME_INTERVAL);
        return next;
    }
    if (!next || number.is_ordinal || (number.digits != 4 && (number.digits || number.end - number.core < 2)))
        return 0;
    struct time_year era = { 0, RELATIVE_NONE, number.value >= 1300 && number.value <= 1500 };
    uint32_t after = time_skip_era(reader, next, &era);
    if (after == next
        && (number.value < 1700
            || (time_is_kind(reader, next, WORD_ARABIC) && ((int)number.value % 100 == 0 || time_may_be_counted(reader, next))
                && !time_tag(reader, next, TERM_TO))))
        return 0;
    if (time_is_mark(reader, after, '%') || time_tag(reader, after, TERM_PERCENT) || time_tag(reader, after, TERM_SPAN))
        return 0;
    int year = (int)number.value;
    if (era.hijri)
        moment_set(out, day_number_hijri(year, 1, 1), day_number_hijri(year + 1, 1, 1) - 1, TIME_INTERVAL);
    else
        moment_set(out, day_number_of(year, 1, 1), day_number_of(year, 12, 31), TIME_YEAR);
    return after;
}
