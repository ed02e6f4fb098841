/*
 * time_resolve.c - what a day, a month or a weekday means beside the report's date.
 */
#include "name/time_part.h"

#define PAST_REACH 300 /* a date without a year lies behind by up to so many days, else ahead */

struct moment moment_none(void)
{
    return (struct moment){ .from = DAY_NONE, .to = DAY_NONE, .other_from = DAY_NONE, .other_to = DAY_NONE, .weekday = WEEKDAY_NONE };
}

void moment_set(struct moment *moment, int32_t from, int32_t to, enum time_precision precision)
{
    if (from == DAY_NONE || to == DAY_NONE)
        from = to = DAY_NONE;
    moment->from = from;
    moment->to = to;
    moment->precision = (uint8_t)precision;
}

static int32_t recurring_day(const struct recurring *every, int year, int month, int day)
{
    return every->hijri ? day_number_hijri(year, month, day) : day_number_of(year, month, day);
}

bool recurring_fix(const struct recurring *every, int year, int32_t *from, int32_t *to)
{
    int last_month = every->last_month ? every->last_month : every->month;
    int last_year = year + (last_month < every->month);
    if (year < 1 || year > 9990)
        return false;
    int last_day = every->last_day                    ? every->last_day
                   : every->day && !every->last_month ? every->day
                   : every->hijri                     ? hijri_month_length(last_year, last_month)
                                                      : month_length(last_year, last_month);
    *from = recurring_day(every, year, every->month, every->day ? every->day : 1);
    *to = recurring_day(every, last_year, last_month, last_day);
    return *from != DAY_NONE && *to != DAY_NONE && *from <= *to;
}

static enum time_precision recurring_precision(const struct recurring *every)
{
    if (every->last_month || every->last_day)
        return TIME_INTERVAL;
    /* A Hijri month is no month of the ISO calendar. */
    return every->day ? TIME_DAY : every->hijri ? TIME_INTERVAL : TIME_MONTH;
}

void recurring_in_year(const struct recurring *every, int year, struct moment *out)
{
    int32_t from, to;
    if (recurring_fix(every, year, &from, &to))
        moment_set(out, from, to, recurring_precision(every));
    out->every = *every;
}

/* The nearest one that falls on the weekday, or lies at most a day beside it for Hijri dates. */
static bool recurring_on_weekday(const struct time_reader *reader, const struct recurring *every, int year, int weekday, struct moment *out)
{
    int32_t best = INT32_MAX;
    for (int i = -4; i <= 4; i++) {
        int32_t from, to;
        if (!recurring_fix(every, year + i, &from, &to))
            continue;
        int32_t distance = from > reader->today ? from - reader->today : reader->today - from;
        if (day_weekday(from) == weekday && distance < best) {
            best = distance;
            moment_set(out, from, to, recurring_precision(every));
        }
    }
    return best < 366;
}

void recurring_resolve(const struct time_reader *reader, const struct recurring *every, int relative, int weekday, struct moment *out)
{
    out->every = *every;
    out->open = relative == RELATIVE_NONE;
    out->relative = true;
    out->precision = (uint8_t)recurring_precision(every);
    if (reader->today == DAY_NONE)
        return;
    if (relative == RELATIVE_NONE && reader->label_year && !every->hijri) {
        recurring_in_year(every, reader->label_year, out);
        return;
    }
    int year = every->hijri ? hijri_year(reader->today, NULL) : day_from_number(reader->today).year;
    if (relative == 0) {
        recurring_in_year(every, year, out);
        return;
    }
    if (relative == RELATIVE_NONE && weekday != WEEKDAY_NONE && every->day && recurring_on_weekday(reader, every, year, weekday, out))
        return;
    int32_t from, to, past[3] = { DAY_NONE, DAY_NONE, DAY_NONE }, past_to[3] = { DAY_NONE, DAY_NONE, DAY_NONE };
    int32_t ahead[2] = { DAY_NONE, DAY_NONE }, ahead_to[2] = { DAY_NONE, DAY_NONE };
    int behind = 0, coming = 0;
    for (int i = 2; i >= -4; i--) {
        if (!recurring_fix(every, year + i, &from, &to))
            continue;
        if (relative == RELATIVE_NONE && from <= reader->today && reader->today <= to) {
            moment_set(out, from, to, recurring_precision(every));
            return;
        }
        if (from > reader->today) {
            ahead[1] = ahead[0], ahead_to[1] = ahead_to[0];
            ahead[0] = from, ahead_to[0] = to;
            coming++;
        } else if (to < reader->today && behind < 3) {
            past[behind] = from;
            past_to[behind++] = to;
        }
    }
    bool forward = relative > 0;
    int step = relative == -2 || relative == 2 ? 1 : 0;
    if (relative == RELATIVE_NONE) {
        bool cued = coming && out->precision == TIME_DAY && reader->cue;
        forward = behind == 0 || (coming && (reader->today - past_to[0] > PAST_REACH || (cued && ahead[0] - reader->today < PAST_REACH)));
        step = 0;
        out->other_from = forward ? past[0] : ahead[0];
        out->other_to = forward ? past_to[0] : ahead_to[0];
    }
    moment_set(out, forward ? ahead[step] : past[step], forward ? ahead_to[step] : past_to[step], recurring_precision(every));
}

void weekday_resolve(const struct time_reader *reader, int weekday, int relative, struct moment *out)
{
    out->relative = true;
    out->precision = TIME_DAY;
    out->weekday = relative == RELATIVE_NONE ? (int8_t)weekday : WEEKDAY_NONE;
    if (reader->today == DAY_NONE)
        return;
    int32_t today = reader->today;
    int32_t back = (day_weekday(today) - weekday + 7) % 7; /* days since it was, 0 today */
    int32_t day = today - back;
    if (relative == RELATIVE_NONE) {
        int32_t next = back ? day + 7 : day;
        out->other_from = out->other_to = back ? next : DAY_NONE;
        if (reader->cue && back) {
            out->other_from = out->other_to = day;
            day = next;
        }
    } else if (relative < 0) {
        day = (back ? day : today - 7) + 7 * (relative + 1);
    } else if (relative > 0) {
        day = today - back + 7 * relative;
    } else {
        day = today - day_weekday(today) + weekday;
    }
    moment_set(out, day, day, TIME_DAY);
}

int32_t unit_shift(enum time_unit unit, int32_t day, int count)
{
    if (day == DAY_NONE || count > 120000 || count < -120000)
        return DAY_NONE;
    switch (unit) {
    case UNIT_DAY:
        return day + count;
    case UNIT_WEEK:
        return day + 7 * count;
    case UNIT_MONTH:
        return day_shift_months(day, count);
    case UNIT_YEAR:
        return day_shift_months(day, count * 12);
    case UNIT_DECADE:
        return day_shift_months(day, count * 120);
    case UNIT_CENTURY:
        return count > -21 && count < 80 ? day_shift_months(day, count * 1200) : DAY_NONE;
    default:
        return day;
    }
}

void unit_period(enum time_unit unit, int32_t day, int shift, struct moment *out)
{
    struct day at = day_from_number(unit_shift(unit, day, shift));
    out->relative = true;
    if (!day_is_set(at) || unit < UNIT_DAY)
        return;
    int32_t number = day_number(at);
    int year = at.year, first;
    switch (unit) {
    case UNIT_DAY:
        moment_set(out, number, number, TIME_DAY);
        return;
    case UNIT_WEEK:
        moment_set(out, number - day_weekday(number), number - day_weekday(number) + 6, TIME_INTERVAL);
        return;
    case UNIT_MONTH:
        moment_set(out, number - at.day + 1, number - at.day + month_length(year, at.month), TIME_MONTH);
        return;
    case UNIT_YEAR:
        moment_set(out, day_number_of(year, 1, 1), day_number_of(year, 12, 31), TIME_YEAR);
        return;
    case UNIT_DECADE:
        first = year - year % 10;
        moment_set(out, day_number_of(first, 1, 1), day_number_of(first + 9, 12, 31), TIME_INTERVAL);
        return;
    default:
        first = (year - 1) / 100 * 100 + 1;
        moment_set(out, day_number_of(first, 1, 1), day_number_of(first + 99, 12, 31), TIME_INTERVAL);
        return;
    }
}

/* Weeks of a year are those of ISO 8601; weeks of a shorter period the full ones in it, Monday to Sunday. */
static bool moment_nth_week(const struct moment *period, int nth, struct moment *out)
{
    int32_t first;
    if (nth < 0) {
        first = period->to - day_weekday(period->to);
        if (first + 6 > period->to)
            first -= 7;
    } else {
        first = period->from + (7 - day_weekday(period->from)) % 7;
        if (period->precision == TIME_YEAR && first - period->from > 3)
            first -= 7;
        first += 7 * (nth - 1);
    }
    if (nth > 53 || first > period->to || first + 6 < period->from)
        return false;
    moment_set(out, first, first + 6, TIME_INTERVAL);
    return true;
}

bool moment_nth_unit(const struct moment *period, enum time_unit unit, int nth, struct moment *out)
{
    if (period->from == DAY_NONE || nth == 0)
        return false;
    out->relative = period->relative;
    if (unit == UNIT_WEEK)
        return moment_nth_week(period, nth, out);
    if (unit < UNIT_DAY)
        return false;
    bool relative = out->relative;
    unit_period(unit, nth < 0 ? period->to : period->from, nth < 0 ? 0 : nth - 1, out);
    out->relative = relative;
    return out->from != DAY_NONE && out->from <= period->to;
}

bool moment_nth_weekday(const struct moment *period, int weekday, int nth, struct moment *out)
{
    if (period->from == DAY_NONE || nth == 0)
        return false;
    int32_t day = nth < 0 ? period->to - (day_weekday(period->to) - weekday + 7) % 7
                          : period->from + (weekday - day_weekday(period->from) + 7) % 7 + 7 * (nth - 1);
    out->relative = period->relative;
    moment_set(out, day, day, TIME_DAY);
    return day >= period->from && day <= period->to;
}

bool moment_nth_share(const struct moment *period, int nth, int of, struct moment *out)
{
    if (period->from == DAY_NONE || nth < 1 || nth > of)
        return false;
    out->relative = period->relative;
    if (period->precision == TIME_YEAR) {
        int months = 12 / of;
        int32_t from = day_shift_months(period->from, months * (nth - 1));
        moment_set(out, from, day_shift_months(from, months) - 1, TIME_INTERVAL);
        return true;
    }
    int32_t days = period->to - period->from + 1;
    moment_set(out, period->from + days * (nth - 1) / of, period->from + days * nth / of - 1, TIME_INTERVAL);
    return true;
}
