/*
 * time.h - time expressions over words, resolved against the report's date (codebook, sections 4 and 7).
 *
 *     struct number_list numbers = { 0 };
 *     struct time_list times = { 0 };
 *     number_find(mem, &know->terms, &words, &numbers);
 *     time_find(mem, &know->terms, &words, &numbers, day_parse(document->date), &times);
 *
 * Without a report's date only expressions that name their year resolve; the others are found as TIME_VAGUE. A mention's words cover
 * every number that belongs to it (days, years, clock times, durations, ages), so that a caller can leave those out of the counts.
 * Mentions stand in the order of the words and do not overlap; none crosses a sentence.
 */
#ifndef NAME_TIME_H
#define NAME_TIME_H

#include "name/calendar.h"
#include "name/number.h"

enum time_kind {
    TIME_DATE,  /* `from` and `to` are set */
    TIME_CLOCK, /* a time of day */
    TIME_SPAN,  /* a duration or an age: how long, not when */
    TIME_VAGUE, /* a time that the words here do not resolve */
};

/* How the preposition before it ties the event to it. */
enum time_relation {
    TIME_AT,
    TIME_SINCE, /* «منذ 26 مارس»: where the event goes on, from that day to the report's date */
    TIME_BEFORE,
    TIME_AFTER, /* also «بعد يومين», counted here from the report's date; in a story it may count from what was told before */
    TIME_UNTIL,
};

/* How finely it was said. */
enum time_precision {
    TIME_DAY,
    TIME_MONTH,
    TIME_YEAR,
    TIME_INTERVAL, /* weeks, ranges, quarters, parts of a month */
};

struct time_mention {
    uint32_t first, end; /* words, end exclusive */
    uint8_t kind;        /* enum time_kind */
    uint8_t relation;    /* enum time_relation */
    uint8_t precision;   /* enum time_precision */
    bool approx;
    bool is_relative; /* resolved with the help of the report's date */
    /* First and last day, both inside. «قبل سبعة أشهر» has the exact day in both, and precision TIME_MONTH: print it with time_print(). */
    struct day from, to;
    /* Where the words leave open which one is meant (a bare weekday, a date without a year): the one on the other side of the report's
     * date. A caller that knows the clause to be about the future takes the later of the two. For a TIME_SPAN behind "within": the days up to
     * the report that it covers when the clause is about the past. */
    struct day other_from, other_to;
};

struct time_list {
    struct time_mention *items;
    uint32_t count, room;
};

/* `numbers` must come from number_find() over the same words. A reference that is no day means: no report's date. */
void time_find(struct arena *mem, const struct term_table *terms, const struct word_list *words, const struct number_list *numbers,
               struct day reference, struct time_list *out);

/* ISO 8601: "2018-03-12", "2018-03", "2018", or "2018-03-12/2018-03-18"; empty when it is no TIME_DATE. */
struct slice time_print(struct arena *mem, const struct time_mention *mention);

#endif
