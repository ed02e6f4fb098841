/*
 * time_numeric.c - dates and clock times in digits: 12/3/2018, 2018-03-12, 12.3.2018, 12/3, 3/2015, 14:30.
 */
#include "name/time_part.h"

#define NUMERIC_PARTS 3

struct numeric {
    int values[NUMERIC_PARTS];
    int lengths[NUMERIC_PARTS];
    int count;
    char mark;
    bool padded; /* a part is written with a zero before it */
    uint32_t end;
};

static bool numeric_add(struct numeric *numeric, const char *at, size_t len)
{
    if (numeric->count == NUMERIC_PARTS || len == 0 || len > 4)
        return false;
    int value = 0;
    for (size_t i = 0; i < len; i++) {
        if (at[i] < '0' || at[i] > '9')
            return false;
        value = value * 10 + (at[i] - '0');
    }
    numeric->padded = numeric->padded || (len == 2 && at[0] == '0');
    numeric->values[numeric->count] = value;
    numeric->lengths[numeric->count++] = (int)len;
    return true;
}

/* "12.3.2018" is one word. */
static bool numeric_read_dotted(struct slice fold, struct numeric *out)
{
    struct slice part;
    while (slice_cut(&fold, '.', &part))
        if (!numeric_add(out, part.at, part.len))
            return false;
    out->mark = '.';
    return out->count == NUMERIC_PARTS || (out->count == 2 && out->lengths[0] == 4);
}

/* Digits tied by one kind of stroke. */
static bool numeric_read(const struct time_reader *reader, uint32_t at, struct numeric *out)
{
    *out = (struct numeric){ .end = at + 1 };
    const struct word *words = reader->text->words->items;
    if (memchr(words[at].fold.at, '.', words[at].fold.len))
        return numeric_read_dotted(words[at].fold, out);
    if (at > 0 && number_text_touches(reader->text, at)
        && (number_text_is_mark(reader->text, at - 1, '/') || number_text_is_mark(reader->text, at - 1, ':')))
        return false;
    if (!numeric_add(out, words[at].fold.at, words[at].fold.len))
        return false;
    while (time_is_kind(reader, out->end, WORD_MARK) && time_is_kind(reader, out->end + 1, WORD_NUMBER)) {
        char mark = words[out->end].mark;
        if ((mark != '/' && mark != '-') || (out->mark && mark != out->mark))
            break;
        if (mark == '-' && (words[out->end].spaced || words[out->end + 1].spaced))
            break;
        if (!numeric_add(out, words[out->end + 1].fold.at, words[out->end + 1].fold.len))
            return false;
        out->mark = mark;
        out->end += 2;
    }
    return out->count > 1;
}

/* Takes the reading over when it is a date, and nearer to the report's date than the one before. */
static void numeric_consider(const struct time_reader *reader, int year, int month, int day, struct moment *out)
{
    bool hijri = year >= 1300 && year <= 1500;
    int32_t number = hijri ? day_number_hijri(year, month, day) : day_number_of(year, month, day);
    if (number == DAY_NONE)
        return;
    if (out->from != DAY_NONE) {
        if (reader->today == DAY_NONE)
            return;
        int32_t was = out->from > reader->today ? out->from - reader->today : reader->today - out->from;
        int32_t now = number > reader->today ? number - reader->today : reader->today - number;
        if (was <= now)
            return;
    }
    moment_set(out, number, number, TIME_DAY);
    out->every = (struct recurring){ .hijri = hijri, .month = (uint8_t)month, .day = (uint8_t)day };
}

static int numeric_century(int year)
{
    return year < 50 ? 2000 + year : 1900 + year;
}

/* Day before month, as Arabic writes it, unless only the other order makes a date. */
static bool numeric_three(const struct time_reader *reader, const struct numeric *numeric, struct moment *out)
{
    const int *v = numeric->values, *len = numeric->lengths;
    if (len[0] > 2 && len[0] != 4)
        return false;
    if (len[0] == 4 && len[1] <= 2 && len[2] <= 2) {
        numeric_consider(reader, v[0], v[1], v[2], out);
        if (out->from == DAY_NONE)
            numeric_consider(reader, v[0], v[2], v[1], out);
    } else if (len[2] == 4 && len[0] <= 2 && len[1] <= 2) {
        numeric_consider(reader, v[2], v[1], v[0], out);
        if (out->from == DAY_NONE)
            numeric_consider(reader, v[2], v[0], v[1], out);
    } else if (len[2] == 2 && len[0] <= 2 && len[1] <= 2) {
        numeric_consider(reader, numeric_century(v[2]), v[1], v[0], out);
        if (len[0] == 2)
            numeric_consider(reader, numeric_century(v[0]), v[1], v[2], out);
        if (out->from == DAY_NONE)
            numeric_consider(reader, numeric_century(v[2]), v[0], v[1], out);
    }
    return out->from != DAY_NONE;
}

static bool numeric_is_year(int value, int len)
{
    return len == 4 && value >= 1900 && value <= 2100;
}

/* ", 2015", or ", 15" where nothing follows that could be counted. */
static uint32_t numeric_comma_year(const struct time_reader *reader, uint32_t at, struct time_year *out)
{
    uint32_t next = time_read_year(reader, at, true, out);
    struct number number;
    if (next)
        return out->year ? next : 0;
    next = time_read_whole(reader, at + 1, 0, 99, &number);
    if (!next || number.digits != 2 || number.clitics || time_is_kind(reader, next, WORD_ARABIC) || time_is_kind(reader, next, WORD_MARK))
        return 0;
    out->year = numeric_century((int)number.min);
    return next;
}

/* "12/3", "3/2015", "2015/3" */
static uint32_t numeric_two(const struct time_reader *reader, const struct numeric *numeric, int weekday, struct moment *out)
{
    int first = numeric->values[0], second = numeric->values[1];
    bool month_year = numeric_is_year(second, numeric->lengths[1]) && first >= 1 && first <= 12;
    if (month_year || (numeric_is_year(first, numeric->lengths[0]) && second >= 1 && second <= 12 && numeric->mark != '-')) {
        if (numeric->mark == '-' && !numeric->padded && !reader->strong)
            return 0;
        if (numeric->mark == '.' && time_is_kind(reader, numeric->end, WORD_ARABIC))
            return 0;
        struct recurring every = { .month = (uint8_t)(month_year ? first : second) };
        recurring_in_year(&every, month_year ? second : first, out);
        return numeric->end;
    }
    if (numeric->lengths[0] > 2 || numeric->lengths[1] > 2)
        return 0;
    /* A stroke between is more often a range or a score. A fraction is no date either. */
    bool only_date = first > 12 && second <= 12 && !time_is_kind(reader, numeric->end, WORD_ARABIC);
    if (numeric->mark == '-' && ((!only_date && !reader->strong && weekday == WEEKDAY_NONE) || (first < second && !numeric->padded)))
        return 0;
    if (numeric->mark == '/' && !numeric->padded && !reader->strong && weekday == WEEKDAY_NONE && first < second && second <= 5)
        return 0;
    bool swap = second > 12 && first <= 12;
    int day = swap ? second : first, month = swap ? first : second;
    if (!day_is_right(2000, month, day))
        return 0;
    struct recurring every = { .month = (uint8_t)month, .day = (uint8_t)day };
    struct time_year year;
    uint32_t next = time_is_mark(reader, numeric->end, ',') ? numeric_comma_year(reader, numeric->end, &year) : 0;
    if (next) {
        /* A comma before the year is the American manner, with the month first. */
        if (numeric->mark == '/' && first <= 12 && day_is_right(2000, first, second))
            every = (struct recurring){ .month = (uint8_t)first, .day = (uint8_t)second };
        recurring_in_year(&every, year.year, out);
        return next;
    }
    recurring_resolve(reader, &every, RELATIVE_NONE, weekday, out);
    return numeric->end;
}

uint32_t time_read_numeric(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out)
{
    struct numeric numeric;
    *out = moment_none();
    if (!time_is_kind(reader, at, WORD_NUMBER) || !numeric_read(reader, at, &numeric))
        return 0;
    uint32_t next = numeric.end;
    if (numeric.count == 2)
        next = numeric_two(reader, &numeric, weekday, out);
    else if (!numeric_three(reader, &numeric, out))
        return 0;
    if (next && time_tag(reader, next, TERM_ERA) && !time_has_and(reader, next))
        next = time_after(reader, next);
    return next;
}

/* "14:30", "the hour 5", "the fifth in the evening"; what belongs to it is taken with it. */
static uint32_t clock_tail(const struct time_reader *reader, uint32_t at)
{
    struct number minutes;
    uint32_t next;
    if (time_is_mark(reader, at, ':') && time_touches(reader, at) && time_is_kind(reader, at + 1, WORD_NUMBER))
        at += 2;
    if (time_has_and(reader, at)) {
        if ((time_tag(reader, at, TERM_FRACTION) && time_has_the(reader, at))
            || (time_tag(reader, at, TERM_FRACTION) && at + 1 == reader->end)) {
            at = time_after(reader, at);
        } else if ((next = time_read_whole(reader, at, 1, 59, &minutes)) != 0) {
            const struct term_value *unit = time_tag(reader, next, TERM_SPAN);
            if (unit && unit->value <= UNIT_MINUTE)
                at = time_after(reader, next);
        }
    }
    return at;
}

static bool clock_is_part(const struct time_reader *reader, uint32_t at)
{
    if (!time_tag(reader, at, TERM_DAY_PART) || time_has_the(reader, at) || time_has_and(reader, at))
        return false;
    uint32_t next = time_after(reader, at);
    return !time_tag(reader, next, TERM_WEEKDAY) && !time_tag(reader, next, TERM_DAY_RELATIVE) && !time_tag(reader, next, TERM_SPAN);
}

uint32_t time_read_clock(const struct time_reader *reader, uint32_t at)
{
    const struct term_value *unit = time_tag(reader, at, TERM_SPAN);
    struct number hour;
    uint32_t next;
    if (unit && unit->value == UNIT_HOUR && unit->part == UNIT_ONE && time_has_the(reader, at)) {
        next = time_read_whole(reader, time_after(reader, at), 0, 24, &hour);
        if (!next || (hour.clitics & HIT_AND))
            return 0;
        next = clock_tail(reader, next);
        return clock_is_part(reader, next) ? time_after(reader, next) : next;
    }
    if (time_is_kind(reader, at, WORD_NUMBER) && time_is_mark(reader, at + 1, ':') && time_touches(reader, at + 1)
        && time_touches(reader, at + 2) && time_is_kind(reader, at + 2, WORD_NUMBER)) {
        next = at + 3;
        while (time_is_mark(reader, next, ':') && time_is_kind(reader, next + 1, WORD_NUMBER) && time_touches(reader, next + 1))
            next += 2;
        return clock_is_part(reader, next) ? time_after(reader, next) : next;
    }
    if ((next = time_read_whole(reader, at, 0, 24, &hour)) == 0)
        return 0;
    next = clock_tail(reader, next);
    bool hours = hour.is_ordinal ? hour.is_definite : hour.digits > 0;
    return hours && clock_is_part(reader, next) ? time_after(reader, next) : 0;
}
