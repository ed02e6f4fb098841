#include "intake/day.h"

#include <stdio.h>

#define YEAR_FIRST 1950u
#define YEAR_LAST 2100u
#define SECONDS_A_DAY 86400

bool day_write(uint32_t year, uint32_t month, uint32_t day, char out[11])
{
    static const uint8_t lengths[12] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12 || day < 1 || day > lengths[month - 1])
        return false;
    if (month == 2 && day == 29 && (year % 4 || (year % 100 == 0 && year % 400)))
        return false;
    snprintf(out, 11, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
    return true;
}

/* The next word or number from `at` on, over marks but not over a sentence's end; words->count when there is none. */
static uint32_t day_next(const struct page_words *words, uint32_t at)
{
    while (at < words->count && words->items[at].kind > PAGE_STOP)
        at++;
    return at < words->count && words->items[at].kind <= PAGE_NUMBER ? at : words->count;
}

/* A month's name, given twice where the region has two for it. */
static uint32_t day_month(const struct page_rules *rules, const struct page_words *words, uint32_t *at)
{
    uint32_t i = day_next(words, *at), past;
    const struct page_rule *rule = page_match(rules, 1u << PAGE_MONTH, words, i, &past);
    if (!rule)
        return 0;
    *at = past;
    i = day_next(words, past);
    const struct page_rule *again = page_match(rules, 1u << PAGE_MONTH, words, i, &past);
    if (again && again->value == rule->value)
        *at = past;
    return rule->value;
}

static bool day_number(const struct page_words *words, uint32_t *at, uint32_t *number)
{
    uint32_t i = day_next(words, *at);
    if (i == words->count || words->items[i].kind != PAGE_NUMBER)
        return false;
    *number = words->items[i].number;
    *at = i + 1;
    return true;
}

/* Three numbers with one mark between each. */
static bool day_numbers(const struct page_words *words, uint32_t at, uint32_t *past, char out[11])
{
    if (at + 4 >= words->count)
        return false;
    const struct page_word *w = &words->items[at];
    if (w[0].kind != PAGE_NUMBER || w[2].kind != PAGE_NUMBER || w[4].kind != PAGE_NUMBER || w[1].kind != w[3].kind
        || (w[1].kind != PAGE_DASH && w[1].kind != PAGE_BAR && w[1].kind != PAGE_STOP))
        return false;
    *past = at + 5;
    return w[0].number > 31 ? day_write(w[0].number, w[2].number, w[4].number, out) : day_write(w[4].number, w[2].number, w[0].number, out);
}

bool day_match(const struct page_rules *rules, const struct page_words *words, uint32_t at, uint32_t *past, char out[11])
{
    uint32_t first, second, i = at;
    if (at >= words->count || words->items[at].kind > PAGE_NUMBER)
        return false;
    if (day_numbers(words, at, past, out))
        return true;
    if (words->items[at].kind == PAGE_NUMBER) {
        uint32_t month = 0;
        if (!day_number(words, &i, &first) || !(month = day_month(rules, words, &i)) || !day_number(words, &i, &second))
            return false;
        *past = i;
        return day_write(second, month, first, out);
    }
    uint32_t month = day_month(rules, words, &i);
    if (!month || !day_number(words, &i, &first) || !day_number(words, &i, &second))
        return false;
    *past = i;
    return day_write(second, month, first, out);
}

/* Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms" (civil_from_days). */
static bool day_of_seconds(int64_t seconds, char out[11])
{
    int64_t z = seconds / SECONDS_A_DAY + 719468, era = z / 146097;
    uint32_t of_era = (uint32_t)(z - era * 146097);
    uint32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    uint32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    uint32_t m = (5 * of_year + 2) / 153;
    uint32_t month = m < 10 ? m + 3 : m - 9;
    return day_write(year + (uint32_t)era * 400 + (month <= 2), month, of_year - (153 * m + 2) / 5 + 1, out);
}

bool day_of_field(struct arena *mem, const struct page_rules *rules, struct slice field, char out[11])
{
    field = slice_trim(field);
    field.len = field.len < 200 ? field.len : 200;
    uint64_t number = 0;
    size_t digits = 0;
    while (digits < field.len && digits < 14 && field.at[digits] >= '0' && field.at[digits] <= '9')
        number = number * 10 + (uint64_t)(field.at[digits++] - '0');
    if (digits == field.len && digits == 8)
        return day_write((uint32_t)(number / 10000), (uint32_t)(number / 100 % 100), (uint32_t)(number % 100), out);
    if (digits == field.len && (digits == 10 || digits == 13))
        return day_of_seconds((int64_t)(digits == 13 ? number / 1000 : number), out);
    /* 2015-08-10T12:00 has a letter at the last number. */
    if (digits == 4 && field.len >= 10 && (field.at[4] == '-' || field.at[4] == '/')
        && (field.len == 10 || field.at[10] == 'T' || field.at[10] == ' ')) {
        field.len = 10;
    }
    struct page_words words = page_words_of(mem, field, 60);
    uint32_t past;
    for (uint32_t i = 0; i < words.count; i++)
        if (day_match(rules, &words, i, &past, out))
            return true;
    return false;
}
