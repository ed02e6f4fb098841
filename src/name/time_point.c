/*
 * time_point.c - weekdays, days beside the report's, parts of days, months and years, seasons, feasts, decades.
 */
#include "name/time_part.h"

static bool time_is_unit(const struct time_reader *reader, uint32_t at, enum time_unit unit, enum unit_form form)
{
    const struct term_value *value = time_tag(reader, at, TERM_SPAN);
    return value && value->value == unit && value->part == form;
}

/* A date behind a weekday or "today": ", 5 May", "(5 May)", "5 May", "which is 5 May". */
static uint32_t time_read_apposed(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    struct moment date;
    bool bracket = time_is_mark(reader, at, '(');
    uint32_t next = at;
    if (bracket || time_is_mark(reader, at, ',') || time_is_mark(reader, at, '|') || time_is_mark(reader, at, '-'))
        next++;
    if (time_has_and(reader, next))
        return 0; /* something else begins */
    if (time_tag(reader, next, TERM_CORRESPONDING) || time_tag(reader, next, TERM_IN) || (next == at && time_tag(reader, next, TERM_FROM)))
        next = time_after(reader, next);
    uint32_t end = time_read_date(reader, next, weekday, &date);
    if (!end)
        return 0;
    if (bracket && !time_is_mark(reader, end, ')'))
        return 0;
    *out = date;
    return bracket ? end + 1 : end;
}

/* "Friday the 22nd", "Thursday 21": the nearest such day of a month. */
static uint32_t time_read_day_of_month(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    struct number number;
    uint32_t next = time_tag(reader, at, TERM_IN) ? time_after(reader, at) : at;
    uint32_t end = time_read_whole(reader, next, 1, 31, &number);
    if (!end)
        return 0;
    bool counts = !number.digits && !number.is_ordinal && number.min == 1; /* «في يوم واحد»: one day, and not the first */
    if (counts || (number.is_ordinal && !number.is_definite) || number.digits > 2 || (number.clitics & HIT_AND) || number.is_percent)
        return 0;
    if (time_is_kind(reader, end, WORD_ARABIC) || time_is_mark(reader, end, '%') || time_is_mark(reader, end, '-')
        || time_is_mark(reader, end, '/'))
        return 0;
    out->relative = true;
    out->precision = TIME_DAY;
    if (reader->today == DAY_NONE)
        return end;
    struct day today = day_from_number(reader->today);
    int32_t best = INT32_MAX;
    for (int i = 0; i >= -2; i--) {
        int32_t month = day_shift_months(day_number_of(today.year, today.month, 1), i == -2 ? 1 : i);
        struct day first = day_from_number(month);
        int32_t day = day_number_of(first.year, first.month, (int)number.min);
        int32_t distance = day > reader->today ? day - reader->today : reader->today - day;
        if (day == DAY_NONE || (weekday != WEEKDAY_NONE && day_weekday(day) != weekday) || distance >= best)
            continue;
        if (weekday == WEEKDAY_NONE && i)
            break; /* a bare day of the month is this month's */
        best = distance;
        moment_set(out, day, day, TIME_DAY);
    }
    if (best < INT32_MAX)
        return end;
    struct moment month = moment_none();
    unit_period(UNIT_MONTH, reader->today, 0, &month);
    return weekday != WEEKDAY_NONE && number.is_ordinal && moment_nth_weekday(&month, weekday, (int)number.min, out) ? end : 0;
}

/* "of last week", "this week" behind a weekday. */
static uint32_t time_read_of_week(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    struct moment week;
    uint32_t next = time_skip_link(reader, at);
    uint32_t unit = time_tag(reader, next, TERM_THIS) ? time_after(reader, next) : next;
    if (!time_is_unit(reader, unit, UNIT_WEEK, UNIT_ONE) || !time_has_the(reader, unit))
        return 0;
    uint32_t end = time_read_period(reader, at, &week);
    if (!end)
        return 0;
    out->relative = true;
    if (week.from != DAY_NONE && week.to - week.from == 6)
        moment_set(out, week.from + weekday, week.from + weekday, TIME_DAY);
    return end;
}

static uint32_t time_read_nth_weekday(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    struct number number;
    struct moment period;
    bool last = time_tag(reader, at, TERM_LAST) != NULL;
    uint32_t next = last ? time_after(reader, at) : time_read_whole(reader, at, 1, 5, &number);
    if (!next || (!last && !number.is_ordinal) || !(next = time_read_period(reader, next, &period)))
        return 0;
    *out = moment_none();
    if (!moment_nth_weekday(&period, weekday, last ? -1 : (int)number.min, out))
        *out = moment_none();
    return next;
}

/* "Saturday - Sunday" of a night */
static uint32_t time_read_night_pair(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    uint32_t next = time_is_mark(reader, at, '-') || time_is_mark(reader, at, '/') ? at + 1 : at;
    const struct term_value *second = time_tag(reader, next, TERM_WEEKDAY);
    if (!second || !time_has_the(reader, next) || time_has_and(reader, next) || second->value != (weekday + 1) % 7)
        return at;
    if (out->from != DAY_NONE)
        moment_set(out, out->from, out->from + 1, TIME_INTERVAL);
    out->weekday = WEEKDAY_NONE;
    out->other_from = out->other_to = DAY_NONE;
    return time_after(reader, next);
}

/* "Saturday and Sunday", "Thursday and Friday last": from the one to the other. */
static uint32_t time_read_weekday_pair(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    const struct term_value *second = time_tag(reader, at, TERM_WEEKDAY);
    if (!second || !time_has_and(reader, at) || !time_has_the(reader, at) || out->from == DAY_NONE || out->from != out->to
        || (int)second->value != (day_weekday(out->from) + 1) % 7)
        return at;
    struct moment last;
    uint32_t end = time_read_weekday(reader, at, &last);
    if (!end || last.from == DAY_NONE || last.from != last.to)
        return at;
    moment_set(out, last.from - 1, last.from, TIME_INTERVAL);
    out->weekday = WEEKDAY_NONE;
    out->other_from = out->other_to = DAY_NONE;
    return end;
}

uint32_t time_read_weekday(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    const struct term_value *value = time_tag(reader, at, TERM_WEEKDAY);
    *out = moment_none();
    if (!value)
        return 0;
    int weekday = (int)value->value;
    uint32_t next = time_after(reader, at), end;
    /* «الاثنين الآخرين»: the two others */
    const struct reading *r = weekday == 0 && time_is_kind(reader, next, WORD_ARABIC) && !reader->text->hits[next].run
                                  ? word_reading(&reader->text->words->items[next])
                                  : NULL;
    if (r && (r->clitics & CLITIC_AL) && features_part(r->features) == PART_ADJECTIVE && features_number(r->features) != NUMBER_SINGULAR)
        return 0;
    if ((end = time_read_of_week(reader, next, weekday, out)) != 0)
        return end;
    if (!time_has_the(reader, at))
        return 0;
    struct moment nth;
    uint32_t counted = time_read_nth_weekday(reader, next, weekday, &nth);
    /* "Tuesday the first of October" is a date where that is a Tuesday, else the first Tuesday. */
    if ((end = time_read_apposed(reader, next, weekday, out)) != 0
        && (!counted || (out->from != DAY_NONE && day_weekday(out->from) == weekday)))
        return end;
    if (counted) {
        *out = nth;
        return counted;
    }
    *out = moment_none();
    const struct term_value *relative = time_relative(reader, next, true);
    if (relative) {
        weekday_resolve(reader, weekday, (int)relative->value, out);
        next = time_after(reader, next);
        return (end = time_read_apposed(reader, next, weekday, out)) != 0 ? end : next;
    }
    if ((end = time_read_day_of_month(reader, next, weekday, out)) != 0)
        return end;
    *out = moment_none();
    weekday_resolve(reader, weekday, RELATIVE_NONE, out);
    end = time_read_night_pair(reader, next, weekday, out);
    return end > next ? end : time_read_weekday_pair(reader, next, out);
}

/* "today", "yesterday", with the weekday and the date that may stand behind. */
static uint32_t time_read_relative_day(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    const struct term_value *value = time_tag(reader, at, TERM_DAY_RELATIVE);
    *out = moment_none();
    if (!value)
        return 0;
    uint32_t next = time_after(reader, at), end;
    out->relative = true;
    if (reader->today != DAY_NONE)
        moment_set(out, reader->today + (int32_t)value->value, reader->today + (int32_t)value->value, TIME_DAY);
    uint32_t skip = time_is_mark(reader, next, ',') || time_is_mark(reader, next, '(') ? next + 1 : next;
    const struct term_value *weekday = time_tag(reader, skip, TERM_WEEKDAY);
    if (weekday && time_has_the(reader, skip) && !time_has_and(reader, skip)) {
        /* The report's date may be off by the night; the weekday's name is surer. */
        if (out->from != DAY_NONE) {
            int off = ((int)weekday->value - day_weekday(out->from) + 10) % 7 - 3;
            if (off >= -1 && off <= 1)
                moment_set(out, out->from + off, out->from + off, TIME_DAY);
        }
        next = time_after(reader, skip);
        if (time_is_mark(reader, skip - 1, '(') && time_is_mark(reader, next, ')'))
            next++;
        if ((end = time_read_apposed(reader, next, (int)weekday->value, out)) != 0)
            return end;
        return next;
    }
    struct moment date;
    if (!time_has_and(reader, next) && !time_tag(reader, next, TERM_FROM) && !time_tag(reader, next, TERM_IN)
        && (end = time_read_apposed(reader, next, WEEKDAY_NONE, &date)) != 0) {
        *out = date;
        return end;
    }
    if (time_tag(reader, next, TERM_DAY_PART) && !time_has_and(reader, next) && !time_has_the(reader, next))
        next = time_after(reader, next);
    return next;
}

/* A day, after a word such as "day", "morning of": weekday, "yesterday", a date, a feast, "the 27th". */
static uint32_t time_read_day(const struct time_reader *reader, uint32_t at, bool word, struct moment *out)
{
    uint32_t next;
    if (time_tag(reader, at, TERM_WEEKDAY) && (next = time_read_weekday(reader, at, out)) != 0)
        return next;
    if (time_tag(reader, at, TERM_DAY_RELATIVE) && (next = time_read_relative_day(reader, at, out)) != 0)
        return next;
    if ((next = time_read_date(reader, at, WEEKDAY_NONE, out)) != 0)
        return next;
    *out = moment_none();
    return word ? time_read_day_of_month(reader, at, WEEKDAY_NONE, out) : 0;
}

/* "the day of", "the two days of Friday and Saturday" */
static uint32_t time_read_day_word(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    struct time_reader strong = *reader;
    strong.strong = true;
    bool two = time_is_unit(reader, at, UNIT_DAY, UNIT_TWO);
    if (!two && !time_is_unit(reader, at, UNIT_DAY, UNIT_ONE))
        return 0;
    if (time_has_the(reader, at) && !time_tag(reader, time_after(reader, at), TERM_WEEKDAY))
        return 0;
    uint32_t next = time_read_day(&strong, time_after(reader, at), !two, out);
    if (!next || !two)
        return next;
    return time_read_weekday_pair(reader, next, out);
}

/* "the morning of Friday", "last night", "this evening" */
static uint32_t time_read_day_part(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    if (!time_tag(reader, at, TERM_DAY_PART))
        return 0;
    uint32_t next = time_after(reader, at), end;
    if (time_tag(reader, next, TERM_DAY_PART) && time_has_and(reader, next))
        next = time_after(reader, next);
    if (time_tag(reader, next, TERM_FROM))
        next = time_after(reader, next);
    if ((end = time_read_day_word(reader, next, out)) != 0)
        return end;
    /* "the evening of 5 May"; a count may follow a bare "in the evening", so that digits alone are no day here. */
    return time_read_day(reader, next, false, out);
}

static void moment_edge(const struct moment *period, int edge, struct moment *out)
{
    int32_t from = period->from, to = period->to, days = to - from + 1;
    *out = moment_none();
    out->relative = period->relative;
    out->approx = true;
    if (from == DAY_NONE)
        return;
    if (edge == 2) {
        moment_set(out, from, from, TIME_DAY);
    } else if (days == 7) {
        moment_set(out,
                   edge == 1   ? from
                   : edge == 3 ? from + 2
                               : from + 5,
                   edge == 1   ? from + 2
                   : edge == 3 ? from + 3
                               : to,
                   TIME_INTERVAL);
    } else if (days <= 31) {
        moment_set(out,
                   edge == 1   ? from
                   : edge == 3 ? from + 9
                               : from + 15,
                   edge == 1   ? from + 14
                   : edge == 3 ? from + 19
                               : to,
                   TIME_INTERVAL);
    } else {
        int32_t quarter = days / 4;
        if (period->precision == TIME_YEAR) {
            int32_t second = day_shift_months(from, edge == 3 ? 4 : 9);
            moment_set(out, edge == 1 ? from : second,
                       edge == 1   ? day_shift_months(from, 3) - 1
                       : edge == 3 ? day_shift_months(from, 8) - 1
                                   : to,
                       TIME_INTERVAL);
            return;
        }
        moment_set(out,
                   edge == 1   ? from
                   : edge == 3 ? from + quarter
                               : to - quarter,
                   edge == 1   ? from + quarter
                   : edge == 3 ? to - quarter
                               : to,
                   TIME_INTERVAL);
    }
}

/* "early in May", "the end of the week", "the rest of the month", "later this year" */
static uint32_t time_read_edge(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    const struct term_value *edge = time_tag(reader, at, TERM_EDGE);
    bool rest = time_tag(reader, at, TERM_REST) != NULL, later = time_tag(reader, at, TERM_LATER) != NULL;
    struct moment period;
    if ((!edge && !rest && !later) || (edge && time_has_the(reader, at)))
        return 0;
    uint32_t next = time_after(reader, at);
    if (edge && time_tag(reader, next, TERM_EDGE) && time_has_and(reader, next))
        next = time_after(reader, next);
    uint32_t end = time_read_period(reader, next, &period);
    if (!end || (later && end == next))
        return 0;
    if (edge) {
        moment_edge(&period, (int)edge->value, out);
        return end;
    }
    *out = moment_none();
    out->relative = true;
    if (period.from != DAY_NONE && reader->today != DAY_NONE && period.to > reader->today) {
        int32_t from = period.from > reader->today ? period.from : reader->today + (later ? 1 : 0);
        moment_set(out, from, period.to, TIME_INTERVAL);
    }
    return end;
}

static struct recurring recurring_of(const struct term_value *value, bool hijri)
{
    struct recurring every = { .hijri = hijri, .month = (uint8_t)(value->value / 100), .day = (uint8_t)(value->value % 100) };
    every.last_month = (uint8_t)(value->part / 100);
    every.last_day = (uint8_t)(value->part % 100);
    return every;
}

/* Seasons want a year, "last", "this" or the word "season"; feasts stand alone. */
static uint32_t time_read_season(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    bool word = time_tag(reader, at, TERM_SEASON_WORD) != NULL;
    uint32_t start = word ? time_after(reader, at) : at;
    const struct term_value *season = time_tag(reader, start, TERM_SEASON), *feast = time_tag(reader, start, TERM_FEAST);
    bool hijri = !season && !feast && (feast = time_tag(reader, start, TERM_FEAST_HIJRI));
    if (!season && !feast)
        return 0;
    struct recurring every = recurring_of(season ? season : feast, hijri);
    *out = moment_none();
    uint32_t next = time_read_recurring(reader, time_after(reader, start), &every, WEEKDAY_NONE, out);
    return season && out->open && !word ? 0 : next;
}

static uint32_t time_read_decade(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    uint32_t start = time_is_unit(reader, at, UNIT_DECADE, UNIT_ONE) ? time_after(reader, at) : at;
    const struct term_value *decade = time_tag(reader, start, TERM_DECADE);
    struct moment century;
    if (!decade)
        return 0;
    uint32_t next = time_after(reader, start), unit = time_skip_link(reader, next), end;
    int base = 1900;
    if (time_is_unit(reader, unit, UNIT_CENTURY, UNIT_ONE) && time_has_the(reader, unit)
        && (end = time_read_unit(reader, unit, &century)) != 0) {
        if (century.from != DAY_NONE)
            base = day_from_number(century.from).year - 1;
        next = end;
    }
    *out = moment_none();
    moment_set(out, day_number_of(base + (int)decade->value, 1, 1), day_number_of(base + (int)decade->value + 9, 12, 31), TIME_INTERVAL);
    return next;
}

/* "the third quarter of 2016", "the first half of this year" */
static uint32_t time_read_share(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    const struct term_value *share = time_tag(reader, at, TERM_FRACTION);
    struct number number;
    struct moment period;
    if (!share || share->value != 1 || !time_has_the(reader, at) || share->part > 4)
        return 0;
    bool last = time_tag(reader, time_after(reader, at), TERM_LAST) != NULL;
    uint32_t next =
        last ? time_after(reader, time_after(reader, at)) : time_read_whole(reader, time_after(reader, at), 1, (int)share->part, &number);
    if (!next || (!last && !number.is_ordinal) || !(next = time_read_period(reader, next, &period)))
        return 0;
    *out = moment_none();
    moment_nth_share(&period, last ? (int)share->part : (int)number.min, (int)share->part, out);
    return next;
}

/* Weekdays inside a week just read: "this week Friday", "this week from Tuesday to Thursday". */
static uint32_t time_read_inside_week(const struct time_reader *reader, uint32_t at, struct moment *week)
{
    if (week->from == DAY_NONE || week->to - week->from != 6)
        return at;
    bool from = time_tag(reader, at, TERM_FROM) != NULL;
    uint32_t first = from ? time_after(reader, at) : at;
    const struct term_value *weekday = time_tag(reader, first, TERM_WEEKDAY), *last = NULL;
    if (!weekday || !time_has_the(reader, first) || time_has_and(reader, first))
        return at;
    uint32_t next = time_after(reader, first), link = next;
    if (time_tag(reader, link, TERM_TO) && (last = time_tag(reader, time_after(reader, link), TERM_WEEKDAY)) != NULL)
        next = time_after(reader, time_after(reader, link));
    if (from && !last)
        return at;
    if (!last)
        last = weekday;
    if (last->value < weekday->value)
        return at;
    moment_set(week, week->from + (int32_t)weekday->value, week->from + (int32_t)last->value, last == weekday ? TIME_DAY : TIME_INTERVAL);
    return next;
}

/* "this month", "this Friday", "this evening", "that day" */
static uint32_t time_read_this(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    bool this = time_tag(reader, at, TERM_THIS) != NULL;
    uint32_t next = time_after(reader, at), end;
    const struct term_value *unit = time_tag(reader, next, TERM_SPAN), *name = NULL;
    struct recurring every = { 0 };
    if (!this && !time_tag(reader, at, TERM_THAT))
        return 0;
    *out = moment_none();
    out->relative = true;
    if (unit && unit->value == UNIT_DAY
        && (end = time_tag(reader, time_after(reader, next), TERM_WEEKDAY) ? time_after(reader, next) : 0) != 0)
        next = end;
    else if (unit && unit->part == UNIT_ONE && unit->value >= UNIT_DAY && time_has_the(reader, next)) {
        if (this && reader->today != DAY_NONE)
            unit_period((enum time_unit)unit->value, reader->today, 0, out);
        end = time_after(reader, next);
        return this ? time_read_inside_week(reader, end, out) : end;
    }
    if (!this)
        return 0;
    if ((name = time_tag(reader, next, TERM_WEEKDAY)) != NULL && time_has_the(reader, next)) {
        weekday_resolve(reader, (int)name->value, 0, out);
        return time_after(reader, next);
    }
    if (time_tag(reader, next, TERM_DAY_PART) && time_has_the(reader, next)) {
        moment_set(out, reader->today, reader->today, TIME_DAY);
        return time_after(reader, next);
    }
    if ((name = time_tag(reader, next, TERM_MONTH)) != NULL || (name = time_tag(reader, next, TERM_SEASON)) != NULL) {
        bool season = name->tag == TERM_SEASON;
        if (season && !time_has_the(reader, next))
            return 0;
        every = season ? recurring_of(name, false) : (struct recurring){ .month = (uint8_t)name->value };
        /* "This winter" may have begun last year; else it is this year's. */
        recurring_resolve(reader, &every, season ? RELATIVE_NONE : 0, WEEKDAY_NONE, out);
        if (season && !(out->from <= reader->today && reader->today <= out->to))
            recurring_resolve(reader, &every, 0, WEEKDAY_NONE, out);
        out->open = false;
        out->other_from = out->other_to = DAY_NONE;
        return time_after(reader, next);
    }
    return 0;
}

/* What the readers below begin with, numbers apart. */
#define POINT_OPENINGS                                                                                                                  \
    (TERM_BIT(THIS) | TERM_BIT(THAT) | TERM_BIT(MONTH) | TERM_BIT(MONTH_WEAK) | TERM_BIT(HIJRI) | TERM_BIT(HIJRI_WEAK) | TERM_BIT(SPAN) \
     | TERM_BIT(WEEKDAY) | TERM_BIT(DAY_PART) | TERM_BIT(LAST) | TERM_BIT(DECADE) | TERM_BIT(DAY_RELATIVE) | TERM_BIT(EDGE)             \
     | TERM_BIT(REST) | TERM_BIT(LATER) | TERM_BIT(SEASON) | TERM_BIT(SEASON_WORD) | TERM_BIT(FEAST) | TERM_BIT(FEAST_HIJRI))

uint32_t time_read_point(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    uint32_t next;
    *out = moment_none();
    if (at >= reader->end || !(number_may_open(reader->text, at) || number_text_any(reader->text, at, POINT_OPENINGS)))
        return 0;
    if ((next = time_read_this(reader, at, out)) != 0 || (next = time_read_date(reader, at, WEEKDAY_NONE, out)) != 0)
        return next;
    if ((next = time_read_month(reader, at, out)) != 0 || (next = time_read_weekday(reader, at, out)) != 0)
        return next;
    if ((next = time_read_day_word(reader, at, out)) != 0 || (next = time_read_day_part(reader, at, out)) != 0)
        return next;
    if ((next = time_read_nth(reader, at, out)) != 0 || (next = time_read_share(reader, at, out)) != 0)
        return next;
    if ((next = time_read_decade(reader, at, out)) != 0)
        return next;
    if ((next = time_read_unit(reader, at, out)) != 0)
        return out->is_span ? next : time_read_inside_week(reader, next, out);
    if ((next = time_read_relative_day(reader, at, out)) != 0 || (next = time_read_edge(reader, at, out)) != 0)
        return next;
    return time_read_season(reader, at, out);
}
