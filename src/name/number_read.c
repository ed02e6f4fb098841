/*
 * number_read.c - one plain number: digits, number words, ordinals, vague plurals.
 */
#include "name/number.h"

#define NUMBER_MOST 9.0e15   /* beyond this a double is not exact */
#define NUMBER_WIDEST 9.0e18 /* beyond this a product of scales does not fit */

enum part_kind { PART_DIGITS, PART_UNIT, PART_TEN, PART_TENS, PART_HUNDRED, PART_SCALE, PART_EITHER, PART_DUAL, PART_FRACTION };

/* One word of a number. */
struct number_part {
    enum part_kind kind;
    double value;
    double over; /* of a fraction */
    uint32_t end;
    uint8_t clitics;
    uint8_t digits;
    bool bound; /* no number alone */
    bool plural;
    bool split; /* digits with a point that may be a thousands mark: "1.700" */
};

/* What was read so far: `total` of the finished scales and the `group` below a thousand that is being read. */
struct number_sum {
    const struct number_text *text;
    double total, group, floor;
    double lead, scale;
    bool unit, ten, hundred, digits, any, bound, fraction, split;
    uint32_t end;
};

/* Digits with marks inside: "1,700" "3.5" "1.234.567"; false when they make no number. */
static bool number_digits(struct slice fold, struct number_part *part)
{
    size_t marks = 0, last = 0, digits = 0;
    bool groups = true; /* every mark is followed by exactly three digits */
    char mark = 0;
    bool mixed = false;
    for (size_t i = 0, since = 0; i <= fold.len; i++) {
        char c = i < fold.len ? fold.at[i] : ',';
        if (c >= '0' && c <= '9') {
            since++;
            digits++;
            continue;
        }
        groups = groups && (marks ? since == 3 : since >= 1 && since <= 3);
        since = 0;
        if (i == fold.len)
            break;
        mixed = mixed || (mark && mark != c);
        mark = c;
        marks++;
        last = i;
    }
    if (!digits || digits > 15)
        return false;
    /* The last mark is a decimal point when it differs from the others, or when no three digits follow it. */
    bool decimal = marks && (mixed || (!groups && marks == 1) || fold.at[0] == '0');
    if (marks > 1 && !mixed && !groups)
        return false; /* 12.3.2018 */
    part->split = marks == 1 && groups && mark == '.';
    double value = 0, step = 1;
    for (size_t i = 0; i < fold.len; i++) {
        if (fold.at[i] < '0' || fold.at[i] > '9')
            continue;
        value = value * 10 + (fold.at[i] - '0');
        if (decimal && i > last)
            step *= 10;
    }
    part->kind = PART_DIGITS;
    part->value = value / step;
    part->digits = marks ? 0 : (uint8_t)digits;
    return true;
}

/* Which of its meanings a word has in a number; false if none. */
static bool number_word_part(const struct number_text *text, uint32_t at, struct number_part *part)
{
    static const struct {
        uint8_t tag, kind;
    } kinds[] = {
        { TERM_UNIT, PART_UNIT },           { TERM_UNIT_BOUND, PART_UNIT },   { TERM_TEN, PART_TEN },
        { TERM_TENS, PART_TENS },           { TERM_HUNDRED, PART_HUNDRED },   { TERM_SCALE, PART_SCALE },
        { TERM_SCALE_EITHER, PART_EITHER }, { TERM_SCALE_DUAL, PART_DUAL },   { TERM_SCALE_PLURAL, PART_SCALE },
        { TERM_HUNDREDS, PART_HUNDRED },    { TERM_FRACTION, PART_FRACTION }, { TERM_FRACTION_PLURAL, PART_FRACTION },
    };
    const struct term_hit *hit = &text->hits[at];
    if (!number_text_any(text, at, NUMBER_PARTS))
        return false;
    /* With the article it is Monday, Sunday. */
    if ((hit->clitics & HIT_THE) && number_text_tag(text, at, TERM_WEEKDAY))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct term_value *value = number_text_tag(text, at, kinds[i].tag);
        if (!value)
            continue;
        part->kind = kinds[i].kind;
        part->value = (double)value->value;
        part->over = value->part;
        part->plural = kinds[i].tag == TERM_SCALE_PLURAL || kinds[i].tag == TERM_HUNDREDS || kinds[i].tag == TERM_FRACTION_PLURAL;
        part->bound = kinds[i].tag == TERM_UNIT_BOUND || part->plural;
        part->end = at + hit->words;
        part->clitics |= hit->clitics;
        return true;
    }
    return false;
}

/* The part that begins at `at`; lone particles before it ("w", "al" before digits) belong to it. */
static bool number_part_read(const struct number_text *text, uint32_t at, uint32_t end, struct number_part *part)
{
    *part = (struct number_part){ 0 };
    for (int i = 0; i < 2 && at < end && text->hits[at].run == TERM_RUN_CLITIC; i++)
        part->clitics |= text->hits[at++].clitics;
    if (at >= end)
        return false;
    if (text->words->items[at].kind == WORD_NUMBER) {
        part->end = at + 1;
        return number_digits(text->words->items[at].fold, part);
    }
    return text->words->items[at].kind == WORD_ARABIC && text->hits[at].run && number_word_part(text, at, part);
}

static void number_sum_scale(struct number_sum *sum, double scale, double times)
{
    sum->lead = sum->any && sum->total > 0 ? 0 : times;
    sum->scale = scale;
    sum->total += times * scale;
    sum->floor = scale;
    sum->group = 0;
    sum->unit = sum->ten = sum->hundred = sum->digits = false;
}

/* "and a half", "and a half of the million": a part of the last scale. */
static bool number_sum_fraction(struct number_sum *sum, struct number_part *part, bool joined, uint32_t end)
{
    double share = part->value / part->over;
    if (part->plural) {
        /* three quarters; several fifths */
        if (joined || sum->group <= 0 || sum->total > 0)
            return false;
        sum->group = sum->group / part->over;
        sum->fraction = sum->group < 1;
        sum->digits = true;
        return true;
    }
    if (!sum->any) {
        sum->group = share;
        sum->digits = sum->fraction = true;
        return true;
    }
    if (!joined || sum->fraction)
        return false;
    if (sum->group > 0 || sum->total <= 0) {
        sum->group += share;
        sum->digits = true;
        return true;
    }
    struct number_part scale;
    sum->total += share * sum->floor;
    if (number_part_read(sum->text, part->end, end, &scale) && scale.kind == PART_SCALE && scale.value == sum->floor
        && !(scale.clitics & HIT_AND))
        part->end = scale.end;
    sum->digits = true; /* nothing may follow */
    sum->floor = 0;
    return true;
}

/* A unit, a ten or digits without "and" after a finished scale continue it only when a smaller scale follows: "million 200 thousand". */
static bool number_sum_runs_on(const struct number_sum *sum, const struct number_part *part, uint32_t end)
{
    struct number_part next;
    return sum->total > 0 && sum->group == 0 && number_part_read(sum->text, part->end, end, &next) && !(next.clitics & (HIT_AND | HIT_SO))
           && (next.kind == PART_SCALE || next.kind == PART_HUNDRED) && next.value < sum->floor;
}

static bool number_sum_hundred(struct number_sum *sum, const struct number_part *part, bool joined)
{
    if (sum->any && !joined && (part->value == 100) && sum->group >= 2 && sum->group < 100 && !sum->hundred) {
        sum->group *= 100;
    } else if (!part->plural && (!sum->any || (joined && sum->group == 0 && sum->floor > 100))) {
        sum->group = part->value;
    } else {
        return false;
    }
    sum->hundred = true;
    sum->unit = sum->ten = sum->digits = false;
    return true;
}

static bool number_sum_scales(struct number_sum *sum, struct number_part *part, bool joined, uint32_t end)
{
    double scale = part->value;
    if (part->kind == PART_EITHER) {
        bool noun = !sum->any && part->end < end && sum->text->words->items[part->end].kind == WORD_ARABIC
                    && !(sum->text->hits[part->end].clitics & HIT_AND);
        part->kind = noun ? PART_DUAL : PART_SCALE;
    }
    if (part->kind == PART_SCALE && sum->any && !joined && sum->group > 0 && scale < sum->floor) {
        number_sum_scale(sum, scale, sum->group);
        return true;
    }
    /* "a hundred thousand million": a larger scale right behind a scale multiplies it */
    if (part->kind == PART_SCALE && !part->plural && sum->any && !joined && sum->group == 0 && sum->lead > 0 && scale > sum->floor
        && sum->total * scale < NUMBER_WIDEST) {
        sum->total *= scale;
        sum->scale *= scale;
        sum->floor = scale;
        return true;
    }
    if (part->plural || (sum->any && (!joined || sum->group > 0 || scale >= sum->floor)))
        return false;
    number_sum_scale(sum, scale, part->kind == PART_DUAL ? 2 : 1);
    return true;
}

/* Adds a part; false when it does not continue the number. */
static bool number_sum_take(struct number_sum *sum, struct number_part *part, uint32_t end)
{
    bool joined = (part->clitics & HIT_AND) != 0, open = !sum->any || joined;
    switch (part->kind) {
    case PART_DIGITS:
        if (joined && sum->any && sum->hundred && !sum->unit && !sum->ten && !sum->digits && part->value < 100) {
            sum->group += part->value; /* "three hundred and 21" */
            sum->digits = true;
            return true;
        }
        if (sum->any && !(sum->group == 0 && sum->total > 0 && part->value < sum->floor && (joined || number_sum_runs_on(sum, part, end))))
            return false;
        sum->group = part->value;
        sum->digits = true;
        sum->split = part->split;
        return true;
    case PART_UNIT:
        if ((!open && !number_sum_runs_on(sum, part, end)) || sum->unit || sum->ten || sum->digits || (sum->any && part->value == 0))
            return false;
        sum->group += part->value;
        sum->unit = true;
        sum->bound = part->bound && sum->group == part->value;
        return true;
    case PART_TEN:
        if (sum->ten || sum->digits || (sum->unit ? joined : !open))
            return false;
        sum->group += part->value;
        sum->unit = sum->ten = true;
        sum->bound = false;
        return true;
    case PART_TENS:
        if (!open || sum->ten || sum->digits || (part->value < 20 && sum->unit))
            return false;
        sum->group += part->value;
        sum->unit = sum->ten = true;
        sum->bound = false;
        return true;
    case PART_HUNDRED:
        return number_sum_hundred(sum, part, joined);
    case PART_SCALE:
    case PART_EITHER:
    case PART_DUAL:
        return number_sum_scales(sum, part, joined, end);
    case PART_FRACTION:
        return number_sum_fraction(sum, part, joined, end);
    }
    return false;
}

static void number_finish(struct number *out, double value)
{
    out->value = value;
    out->min = (int64_t)value;
    out->max = out->min + (value > (double)out->min ? 1 : 0);
    if (value < (double)out->min)
        out->min--;
    out->has_max = true;
    if (out->lead <= 0)
        out->lead = value, out->scale = 1;
}

/* "12 500" for 12,500: groups of exactly three digits. */
static uint32_t number_spaced_groups(const struct number_text *text, uint32_t at, uint32_t end, double *value, uint8_t digits)
{
    if (!digits || digits > 3 || *value < 1)
        return at;
    for (; at < end; at++) {
        const struct word *word = &text->words->items[at];
        if (word->kind != WORD_NUMBER || !word->spaced || word->fold.len != 3 || memchr(word->fold.at, '.', 3)
            || memchr(word->fold.at, ',', 3))
            break;
        *value = *value * 1000 + (word->fold.at[0] - '0') * 100 + (word->fold.at[1] - '0') * 10 + (word->fold.at[2] - '0');
        if (*value > NUMBER_MOST)
            break;
    }
    return at;
}

bool number_read_cardinal(const struct number_text *text, uint32_t at, uint32_t end, bool joins, struct number *out)
{
    struct number_sum sum = { .text = text, .floor = 1e18 };
    struct number_part part;
    uint32_t next = at;
    *out = (struct number){ .first = at, .core = at };
    bool negative = number_text_tag(text, at, TERM_NEGATIVE) != NULL;
    if (negative)
        next = at + text->hits[at].words;
    while (number_part_read(text, next, end, &part)) {
        if (sum.any && ((part.clitics & ~(HIT_AND | HIT_THE)) || (!joins && (part.clitics & HIT_AND))))
            break;
        if (sum.split && part.kind == PART_SCALE)
            sum.group /= 1000; /* "1.234 million" */
        if (!number_sum_take(&sum, &part, end))
            break;
        if (!sum.any)
            out->clitics = part.clitics, out->digits = part.digits;
        next = part.end;
        if (!sum.any && part.kind == PART_DIGITS)
            next = number_spaced_groups(text, next, end, &sum.group, part.digits);
        sum.any = true;
    }
    double value = sum.total + sum.group;
    if (!sum.any || sum.bound || value > (sum.total > 0 ? NUMBER_WIDEST : NUMBER_MOST))
        return false;
    out->end = next;
    out->is_definite = (out->clitics & HIT_THE) != 0;
    out->is_fraction = sum.fraction && value < 1;
    if (next - at > 1)
        out->digits = next - at == 2 && text->hits[at].run == TERM_RUN_CLITIC ? out->digits : 0;
    if (sum.group == 0)
        out->lead = sum.lead, out->scale = sum.scale;
    number_finish(out, negative ? -value : value);
    return true;
}

bool number_read_ordinal(const struct number_text *text, uint32_t at, uint32_t end, struct number *out)
{
    const struct term_value *value = number_text_tag(text, at, TERM_ORDINAL), *bound = number_text_tag(text, at, TERM_ORDINAL_BOUND);
    if (at >= end || (!value && !bound))
        return false;
    *out = (struct number){ .first = at, .core = at, .is_ordinal = true, .clitics = text->hits[at].clitics };
    out->is_definite = (out->clitics & HIT_THE) != 0;
    double sum = (double)(value ? value : bound)->value;
    uint32_t next = at + text->hits[at].words;
    struct number_part part;
    if (number_part_read(text, next, end, &part)) {
        bool joined = (part.clitics & HIT_AND) != 0, the = (part.clitics & HIT_THE) != 0;
        if ((part.kind == PART_TEN && !joined && !the)
            || (part.kind == PART_TENS && joined && the == out->is_definite && part.value >= 20)) {
            sum += part.value;
            next = part.end;
            bound = NULL;
        }
    }
    if (bound)
        return false;
    out->end = next;
    number_finish(out, sum);
    return true;
}

/* "tens", "hundreds of thousands", "a few thousand" */
bool number_read_vague(const struct number_text *text, uint32_t at, uint32_t end, struct number *out)
{
    const struct term_value *few = number_text_tag(text, at, TERM_FEW);
    bool several = number_text_tag(text, at, TERM_SEVERAL) != NULL;
    if (at >= end || !text->hits[at].run)
        return false;
    *out = (struct number){ .first = at, .core = at, .clitics = text->hits[at].clitics, .approx = true, .vague = true };
    uint32_t next = at + (few || several ? text->hits[at].words : 0);
    double least = few ? (double)few->value : 2, most = few ? few->part : 0, times = 1;
    const struct term_value *plural = NULL;
    if (next < end && ((plural = number_text_tag(text, next, TERM_TENS_PLURAL)) || (plural = number_text_tag(text, next, TERM_HUNDREDS)))) {
        times = (double)plural->value;
        next += text->hits[next].words;
        if (next < end && (text->hits[next].clitics & HIT_AND) == 0 && (plural = number_text_tag(text, next, TERM_SCALE_PLURAL))) {
            times *= (double)plural->value;
            next += text->hits[next].words;
        }
    } else if (next < end && (plural = number_text_tag(text, next, TERM_SCALE_PLURAL))) {
        times = (double)plural->value;
        next += text->hits[next].words;
    } else if (!few) {
        return false;
    }
    out->end = next;
    number_finish(out, least * times);
    out->has_max = most > 0;
    out->max = (int64_t)(most * times);
    return true;
}

bool number_read(const struct number_text *text, uint32_t at, uint32_t end, struct number *out)
{
    if (at >= end || !number_may_open(text, at))
        return false;
    return number_read_ordinal(text, at, end, out) || number_read_cardinal(text, at, end, true, out)
           || number_read_vague(text, at, end, out);
}
