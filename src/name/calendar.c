#include "name/calendar.h"

#define HIJRI_EPOCH (-492148) /* 16 July 622 (Julian), the first day of the year 1 */

static int32_t divide_floor(int32_t a, int32_t b)
{
    return a / b - (a % b < 0);
}

static bool year_is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int month_length(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return month == 2 && year_is_leap(year) ? 29 : lengths[month - 1];
}

bool day_is_right(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= month_length(year, month);
}

/* After H. Hinnant, "chrono-compatible low-level date algorithms": years begin in March. */
int32_t day_number(struct day day)
{
    int32_t year = day.year - (day.month <= 2);
    int32_t era = divide_floor(year, 400), of_era = year - era * 400;
    int32_t of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

int32_t day_number_of(int year, int month, int day)
{
    if (!day_is_right(year, month, day))
        return DAY_NONE;
    return day_number((struct day){ (int16_t)year, (uint8_t)month, (uint8_t)day });
}

struct day day_from_number(int32_t number)
{
    if (number == DAY_NONE)
        return (struct day){ 0, 0, 0 };
    int32_t days = number + 719468;
    int32_t era = divide_floor(days, 146097), of_era = days - era * 146097;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t from_march = (5 * of_year + 2) / 153;
    int32_t month = from_march + (from_march < 10 ? 3 : -9);
    year += era * 400 + (month <= 2);
    if (year < 1 || year > 9999)
        return (struct day){ 0, 0, 0 };
    return (struct day){ (int16_t)year, (uint8_t)month, (uint8_t)(of_year - (153 * from_march + 2) / 5 + 1) };
}

static int digits_value(const char *at, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (at[i] < '0' || at[i] > '9')
            return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

struct day day_parse(struct slice text)
{
    struct day none = { 0, 0, 0 };
    if (text.len < 10 || text.at[4] != '-' || text.at[7] != '-' || (text.len > 10 && text.at[10] != 'T' && text.at[10] != ' '))
        return none;
    int year = digits_value(text.at, 4), month = digits_value(text.at + 5, 2), day = digits_value(text.at + 8, 2);
    if (!day_is_right(year, month, day))
        return none;
    return (struct day){ (int16_t)year, (uint8_t)month, (uint8_t)day };
}

static void digits_put(char *out, int count, unsigned value)
{
    for (; count > 0; value /= 10)
        out[--count] = (char)('0' + value % 10);
}

void day_print(struct day day, char out[16])
{
    out[0] = 0;
    if (!day_is_set(day))
        return;
    digits_put(out, 4, (unsigned)day.year);
    digits_put(out + 5, 2, day.month);
    digits_put(out + 8, 2, day.day);
    out[4] = out[7] = '-';
    out[10] = 0;
}

int day_weekday(int32_t number)
{
    int32_t weekday = (number + 3) % 7;
    return weekday < 0 ? weekday + 7 : weekday;
}

int32_t day_shift_months(int32_t number, int months)
{
    struct day day = day_from_number(number);
    int32_t count = day.year * 12 + day.month - 1 + months;
    int year = divide_floor(count, 12), month = count - year * 12 + 1;
    if (!day_is_set(day) || year < 1 || year > 9999)
        return DAY_NONE;
    int last = month_length(year, month);
    return day_number_of(year, month, day.day < last ? day.day : last);
}

static int32_t hijri_number(int year, int month, int day)
{
    return HIJRI_EPOCH - 1 + (year - 1) * 354 + divide_floor(3 + 11 * year, 30) + 29 * (month - 1) + month / 2 + day;
}

int hijri_month_length(int year, int month)
{
    if (month == 12)
        return hijri_number(year + 1, 1, 1) - hijri_number(year, 12, 1);
    return month % 2 ? 30 : 29;
}

int32_t day_number_hijri(int year, int month, int day)
{
    if (year < 1 || year > 9600 || month < 1 || month > 12 || day < 1 || day > hijri_month_length(year, month))
        return DAY_NONE;
    return hijri_number(year, month, day);
}

int hijri_year(int32_t number, int *month)
{
    int year = (int)divide_floor(30 * (number - HIJRI_EPOCH) + 10646, 10631);
    if (year < 1)
        year = 1;
    if (month) {
        *month = 12;
        while (*month > 1 && hijri_number(year, *month, 1) > number)
            --*month;
    }
    return year;
}
