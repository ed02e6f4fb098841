/*
 * number.c - numbers in a report: bounds before and after, ranges, percentages; one pass.
 */
#include "name/number.h"

#define NUMBER_AFTER_WORDS 4u /* how far behind a number "at least" may stand: "20 soldiers at least" */

struct number_finder {
    struct arena *mem;
    const struct number_text *text;
    struct number_list *out;
    uint32_t end; /* of the sentence */
};

static bool number_is_digit_mark(const struct number_text *text, uint32_t at)
{
    return number_text_touches(text, at)
           && (number_text_is_mark(text, at, '-') || number_text_is_mark(text, at, '/') || number_text_is_mark(text, at, ':'));
}

/* Digits that are tied by / - : to other digits, or by - to letters: dates, scores, "Kornet-5". */
static bool number_is_tied(const struct number_text *text, const struct number *number)
{
    uint32_t first = number->core, after = number->end;
    const struct word *words = text->words->items;
    if (words[first].kind != WORD_NUMBER || number->end - first != 1)
        return false;
    if (number_is_digit_mark(text, after) && number_text_touches(text, after + 1) && number_text_is_kind(text, after + 1, WORD_NUMBER))
        return true;
    return first > 1 && number_text_touches(text, first) && number_is_digit_mark(text, first - 1) && words[first - 2].kind == WORD_NUMBER;
}

static bool number_is_name(const struct number_text *text, uint32_t at)
{
    const struct word *words = text->words->items;
    if (words[at].kind != WORD_NUMBER || !number_text_touches(text, at))
        return false;
    if (words[at - 1].kind == WORD_LATIN)
        return true;
    return at > 1 && number_text_is_mark(text, at - 1, '-') && !words[at - 1].spaced
           && (words[at - 2].kind == WORD_ARABIC || words[at - 2].kind == WORD_LATIN);
}

/* "-5" with nothing before the stroke, and no counted noun behind: a dash that opens a line is no minus. */
static bool number_take_minus(const struct number_text *text, struct number *number)
{
    uint32_t at = number->core;
    const struct word *words = text->words->items;
    if (at == 0 || words[at].kind != WORD_NUMBER || !number_text_touches(text, at) || !number_text_is_mark(text, at - 1, '-'))
        return false;
    if ((at > 1 && !words[at - 1].spaced) || number_text_is_kind(text, number->end, WORD_ARABIC))
        return false;
    number->first = number->core = at - 1;
    number->value = -number->value;
    int64_t min = number->min;
    number->min = -number->max;
    number->max = -min;
    return true;
}

static void number_take_percent(const struct number_text *text, uint32_t end, struct number *number)
{
    if (number->end < end && number_text_is_mark(text, number->end, '%')) {
        number->is_percent = true;
        number->end++;
    } else if (number->end < end && number_text_tag(text, number->end, TERM_PERCENT)) {
        number->is_percent = true;
        number->end += text->hits[number->end].words;
    } else if (number->first > 0 && number_text_is_mark(text, number->first - 1, '%')
               && !(number->first > 1 && number_text_is_kind(text, number->first - 2, WORD_NUMBER))) {
        number->is_percent = true;
        number->first--;
    }
}

/* A number that is one end of a range: no ordinal, no fraction, nothing open. */
static bool number_read_end(const struct number_text *text, uint32_t at, uint32_t end, bool joins, struct number *out)
{
    return number_read_cardinal(text, at, end, joins, out) && !out->is_fraction;
}

static bool number_join_range(struct number *low, const struct number *high)
{
    /* "20 to 30 thousand" */
    if (high->scale > 1 && low->scale == 1 && low->value <= high->lead && low->value < 1000) {
        low->value *= high->scale;
        low->min = (int64_t)low->value;
    }
    if (low->value >= high->value)
        return false;
    low->max = high->max;
    low->has_max = true;
    low->end = high->end;
    low->digits = 0;
    low->is_definite = low->is_definite || high->is_definite;
    return true;
}

static bool number_is_year(const struct number *number)
{
    return number->digits == 4 && number->value >= 1800 && number->value <= 2100;
}

/* What may stand between the ends of a range, or 0: the word after it. A stroke must touch both numbers or neither. */
static uint32_t number_range_link(const struct number_text *text, uint32_t at, uint32_t end, bool between)
{
    if (at >= end)
        return 0;
    if (number_text_tag(text, at, TERM_TO) || number_text_tag(text, at, TERM_OR))
        return at + text->hits[at].words;
    if (number_text_is_mark(text, at, '-') && at + 1 < end && text->words->items[at].spaced == text->words->items[at + 1].spaced)
        return at + 1;
    if (between && text->hits[at].run && (text->hits[at].clitics & HIT_AND))
        return at;
    return 0;
}

/* A range that begins at `at`; `between`: "and" may link its ends. */
static bool number_read_range(const struct number_text *text, uint32_t at, uint32_t end, bool between, struct number *out)
{
    struct number high;
    for (int joins = 1; joins >= (between ? 0 : 1); joins--) {
        if (!number_read_end(text, at, end, joins, out))
            return false;
        uint32_t next = number_range_link(text, out->end, end, between);
        if (!next || !number_read_end(text, next, end, true, &high))
            continue;
        bool stroke = number_text_is_mark(text, next - 1, '-');
        if (stroke
            && (number_is_year(out) || number_is_digit_mark(text, high.end)
                || (out->first > 0 && number_is_digit_mark(text, out->first - 1))))
            continue;
        if (number_join_range(out, &high))
            return true;
    }
    return false;
}

static void number_bound(struct number *number, enum term_tag tag)
{
    number->approx = true;
    if (tag == TERM_OVER || tag == TERM_LEAST || tag == TERM_LEAST_AFTER) {
        number->has_max = false;
    } else if (tag == TERM_MOST || tag == TERM_MOST_AFTER) {
        number->max = number->has_max ? number->max : number->min;
        number->has_max = true;
        number->min = 0;
    }
}

static const enum term_tag number_bounds[] = { TERM_ABOUT, TERM_OVER, TERM_LEAST, TERM_MOST };
static const enum term_tag number_bounds_after[] = { TERM_ABOUT_AFTER, TERM_LEAST_AFTER, TERM_MOST_AFTER };

/* "20 Syrian soldiers at least": the bound may stand some words behind, but not before another number. */
static void number_take_bound_after(const struct number_finder *finder, struct number *number)
{
    const struct number_text *text = finder->text;
    struct number next;
    for (uint32_t i = number->end; i < finder->end && i <= number->end + NUMBER_AFTER_WORDS; i++) {
        if (text->words->items[i].kind != WORD_ARABIC)
            return;
        for (size_t j = 0; j < sizeof number_bounds_after / sizeof *number_bounds_after; j++) {
            if (!number_text_tag(text, i, number_bounds_after[j]))
                continue;
            uint32_t end = i + text->hits[i].words;
            if (end >= finder->end || (text->hits[end].clitics & HIT_AND) || !number_read(text, end, finder->end, &next))
                number_bound(number, number_bounds_after[j]);
            if (i == number->end)
                number->end = end;
            return;
        }
        if (i > number->end && text->hits[i].run && number_read(text, i, finder->end, &next))
            return;
    }
}

/* One number with its bounds that begins at `at`; false when none does. */
static bool number_find_at(const struct number_finder *finder, uint32_t at, struct number *out)
{
    const struct number_text *text = finder->text;
    uint32_t core = at, end = finder->end;
    enum term_tag bounds[2];
    int count = 0;
    bool between = false;
    while (count < 2 && core < end && text->hits[core].run) {
        size_t i = 0;
        while (i < 4 && !number_text_tag(text, core, number_bounds[i]))
            i++;
        if (i == 4)
            break;
        bounds[count++] = number_bounds[i];
        core += text->hits[core].words;
    }
    /* "39 rebels at least and 17 soldiers": the bound belongs to what stands before it. */
    if (count && core < end && text->hits[core].run && (text->hits[core].clitics & HIT_AND))
        return false;
    if (core < end && (between = number_text_tag(text, core, TERM_BETWEEN) != NULL))
        core += text->hits[core].words;
    bool from = core < end && !between && number_text_tag(text, core, TERM_FROM);
    if (from)
        core += text->hits[core].words;
    if (core >= end || (text->words->items[core].kind != WORD_NUMBER && !text->hits[core].run))
        return false;
    if (!number_read_range(text, core, end, between, out)) {
        if (from || between || !number_read(text, core, end, out))
            return false;
        if (count && out->is_ordinal)
            return false;
        out->is_label = number_is_tied(text, out) || (core > 0 && number_text_tag(text, core - 1, TERM_LABEL) && !count);
    }
    out->core = core;
    if (at == core)
        number_take_minus(text, out);
    else
        out->first = at;
    number_take_percent(text, end, out);
    for (int i = 0; i < count; i++)
        number_bound(out, bounds[i]);
    if (!out->is_ordinal)
        number_take_bound_after(finder, out);
    return true;
}

/* The number at word `at`, of kind and terms that may begin one. Returns the word to go on with. */
static uint32_t number_find_next(struct number_finder *finder, uint32_t at)
{
    struct number number;
    const struct term_hit *hit = &finder->text->hits[at];
    if (hit->run == TERM_RUN_CLITIC && !(hit->clitics & HIT_THE))
        return at + 1;
    if (!number_find_at(finder, at, &number))
        return at + (finder->text->words->items[at].kind == WORD_ARABIC ? hit->words : 1);
    if (!number_is_name(finder->text, number.core))
        *(struct number *)list_add(finder->mem, finder->out) = number;
    return number.end;
}

void number_find(struct arena *mem, const struct term_table *terms, const struct word_list *words, struct number_list *out)
{
    number_text_read(mem, terms, words, &out->text);
    struct number_finder finder = { mem, &out->text, out, 0 };
    for (uint32_t start = 0, at = 0; start < words->count; start = at) {
        finder.end = number_text_end(&out->text, start);
        while (at < finder.end)
            at = out->text.hits[at].run || words->items[at].kind == WORD_NUMBER ? number_find_next(&finder, at) : at + 1;
        at += at == start; /* a line end */
    }
}
