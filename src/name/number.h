/*
 * number.h - numbers over words: digits, number words, bounds ("about", "more than", "between"), ordinals, percentages.
 *
 *     struct number_list numbers = { 0 };
 *     number_find(mem, &know_terms, &words, &numbers);
 *     // "more than 3.5 million": min 3500000, has_max false, approx
 *
 * The list stands in the order of the words and without overlaps. Numbers inside dates and durations are in it too: a caller
 * that counts things leaves out those that name/time.h covers. Sources of the bounds: codebook, sections 4 and 7.
 */
#ifndef NAME_NUMBER_H
#define NAME_NUMBER_H

#include "name/number_text.h"

struct number {
    uint32_t first,
        end; /* words, end exclusive; with the bound before it ("about"), an article apart, a percent sign; not with a lone "w", "l", "b" */
    uint32_t core;    /* the first word of the number proper */
    int64_t min, max; /* min 0 where only the upper bound is said; max counts only with has_max */
    double value;     /* the number as said, of a range its lower end; 3.5 has min 3 and max 4 */
    uint8_t digits;   /* how many, when it is written as a plain run of digits ("2014"), else 0 */
    bool has_max;
    bool approx;
    bool vague; /* "tens", "hundreds", "some": no figure */
    bool is_ordinal;
    bool is_percent;
    bool is_definite;   /* with the article; behind a noun in the singular it says which one ("the 13th plane"), not how many */
    bool is_label;      /* "resolution 2254", "channel 12", "3/4": a name or a part of one, no quantity */
    bool is_fraction;   /* "half", "three quarters": a part of something, min 0 */
    uint8_t clitics;    /* enum hit_clitic of its first word */
    double lead, scale; /* 30 and 1000 of "30 thousand" */
};

/* The bits of what a word of a number can be, and of all that a number can begin with, digits and lone particles apart. */
#define NUMBER_PARTS                                                                                                                       \
    (TERM_BIT(UNIT) | TERM_BIT(UNIT_BOUND) | TERM_BIT(TEN) | TERM_BIT(TENS) | TERM_BIT(HUNDRED) | TERM_BIT(SCALE) | TERM_BIT(SCALE_EITHER) \
     | TERM_BIT(SCALE_DUAL) | TERM_BIT(SCALE_PLURAL) | TERM_BIT(HUNDREDS) | TERM_BIT(FRACTION) | TERM_BIT(FRACTION_PLURAL))
#define NUMBER_OPENINGS                                                                                                  \
    (NUMBER_PARTS | TERM_BIT(NEGATIVE) | TERM_BIT(ORDINAL) | TERM_BIT(ORDINAL_BOUND) | TERM_BIT(FEW) | TERM_BIT(SEVERAL) \
     | TERM_BIT(TENS_PLURAL))

/* Whether a number can begin at word `at`, which must be one. Most words are told by this to be none. */
static inline bool number_may_open(const struct number_text *text, uint32_t at)
{
    return text->words->items[at].kind == WORD_NUMBER || text->hits[at].run == TERM_RUN_CLITIC
           || number_text_any(text, at, NUMBER_OPENINGS);
}

struct number_list {
    struct number *items;
    uint32_t count, room;
    struct number_text text; /* what it was read from; name/time.h reads on in it */
};

void number_find(struct arena *mem, const struct term_table *terms, const struct word_list *words, struct number_list *out);

/* One plain number that begins at word `at`, without bounds and ranges. Words that `end` excludes are not read. */
bool number_read(const struct number_text *text, uint32_t at, uint32_t end, struct number *out);

/* The steps of number_read, which number_find uses to read a range such as "between five and twenty". */
bool number_read_cardinal(const struct number_text *text, uint32_t at, uint32_t end, bool joins, struct number *out);
bool number_read_ordinal(const struct number_text *text, uint32_t at, uint32_t end, struct number *out);
bool number_read_vague(const struct number_text *text, uint32_t at, uint32_t end, struct number *out);

#endif
