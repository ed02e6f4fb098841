/*
 * calendar.h - days: ISO 8601 dates, day numbers, weekdays, and the Hijri calendar.
 *
 * Days are counted from 1970-01-01 (0) in the proleptic Gregorian calendar. Hijri dates follow the tabular civil calendar (30-year
 * cycle, leap years 2 5 7 10 13 16 18 21 24 26 29). The calendar in use, Umm al-Qura, is a table of computed new moons: a date read
 * here may lie one day beside it. Source: Reingold and Dershowitz, Calendrical Calculations, ch. 7 (arithmetical Islamic calendar).
 *
 *     struct day day = day_parse(slice_of("2018-03-12"));
 *     day_weekday(day_number(day));                 // 0, Monday
 *     day_number_hijri(1439, 6, 24)                 // 24 Jumada II 1439: 2018-03-12
 */
#ifndef NAME_CALENDAR_H
#define NAME_CALENDAR_H

#include "base/slice.h"

#define DAY_NONE INT32_MIN

/* month 0: no day. */
struct day {
    int16_t year;
    uint8_t month, day;
};

static inline bool day_is_set(struct day day)
{
    return day.month != 0;
}

int month_length(int year, int month);
bool day_is_right(int year, int month, int day);
int32_t day_number(struct day day);
/* DAY_NONE for a date that does not exist. */
int32_t day_number_of(int year, int month, int day);
struct day day_from_number(int32_t number);
/* "YYYY-MM-DD", also with a time of day behind it; anything else is no day. */
struct day day_parse(struct slice text);
/* Writes "YYYY-MM-DD" and a NUL; an empty string for no day. */
void day_print(struct day day, char out[16]);
/* 0 Monday to 6 Sunday. */
int day_weekday(int32_t number);
/* The same day some months later or earlier; the 31st becomes the month's last day. */
int32_t day_shift_months(int32_t number, int months);

/* DAY_NONE for a date that does not exist. */
int32_t day_number_hijri(int year, int month, int day);
int hijri_month_length(int year, int month);
/* The Hijri year, and month when `month` is not NULL, that the day lies in. */
int hijri_year(int32_t number, int *month);

#endif
