/*
 * time_part.h - the parts of the time reader; for time*.c only.
 *
 * Each time_read_*() tries to read one kind of expression that begins at word `at`. It returns the word after it, or 0.
 */
#ifndef NAME_TIME_PART_H
#define NAME_TIME_PART_H

#include "know/features.h"
#include "name/time.h"

#define RELATIVE_NONE 99 /* nothing like "last" or "next" was said */
#define WEEKDAY_NONE (-1)

/* The value of TERM_SPAN. */
enum time_unit { UNIT_SECOND = 1, UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR, UNIT_DECADE, UNIT_CENTURY };
/* Its part. */
enum unit_form { UNIT_ONE = 1, UNIT_TWO, UNIT_MANY };

/* What comes again each year: a day, a month, a season. */
struct recurring {
    bool hijri;
    uint8_t month, day;           /* day 0: the whole month */
    uint8_t last_month, last_day; /* 0: the same day or month */
};

struct moment {
    int32_t from, to; /* day numbers, inside; DAY_NONE when not resolved */
    int32_t other_from, other_to;
    uint8_t precision;
    bool approx, relative;
    bool open;      /* `every` in a year that was not said */
    int8_t weekday; /* of a bare weekday, else WEEKDAY_NONE */
    bool is_span;   /* a duration */
    struct recurring every;
};

struct time_reader {
    const struct number_text *text;
    uint32_t end;   /* of the sentence */
    int32_t today;  /* DAY_NONE without a report's date */
    int32_t anchor; /* the last day that was told, DAY_NONE if none */
    int32_t told;   /* the first day of the last date that was told, with its precision */
    uint8_t told_precision;
    bool this_day;  /* the headline speaks of this day */
    int label_year; /* of the chronicle's entry that began in `label_sentence`, 0 if none */
    uint32_t label_sentence;
    bool cue;    /* weekdays lie ahead */
    bool strong; /* a preposition of time stands before: weak month names count */
    bool range;  /* inside "from A to B" */
    bool nested; /* inside "the third Tuesday after" */
};

static inline const struct term_value *time_tag(const struct time_reader *reader, uint32_t at, enum term_tag tag)
{
    return at < reader->end ? number_text_tag(reader->text, at, tag) : NULL;
}

static inline bool time_has_the(const struct time_reader *reader, uint32_t at)
{
    return at < reader->end && (reader->text->hits[at].clitics & HIT_THE);
}

static inline bool time_has_and(const struct time_reader *reader, uint32_t at)
{
    return at < reader->end && (reader->text->hits[at].clitics & HIT_AND);
}

static inline uint32_t time_after(const struct time_reader *reader, uint32_t at)
{
    return at + reader->text->hits[at].words;
}

static inline bool time_is_mark(const struct time_reader *reader, uint32_t at, char mark)
{
    return at < reader->end && number_text_is_mark(reader->text, at, mark);
}

static inline bool time_is_kind(const struct time_reader *reader, uint32_t at, enum word_kind kind)
{
    return at < reader->end && reader->text->words->items[at].kind == kind;
}

static inline bool time_touches(const struct time_reader *reader, uint32_t at)
{
    return at < reader->end && number_text_touches(reader->text, at);
}

/* Whether a time could begin here, for what stands behind a preposition: mostly a word that no term knows. */
static inline bool time_may_open(const struct time_reader *reader, uint32_t at)
{
    return at < reader->end && (reader->text->hits[at].run || reader->text->words->items[at].kind != WORD_ARABIC);
}

/* The last date that was told, where it was told at least as finely as the unit: «في الشهر نفسه»; else DAY_NONE. */
static inline int32_t time_same(const struct time_reader *reader, enum time_unit unit)
{
    bool fine = reader->told_precision == TIME_DAY || (reader->told_precision == TIME_MONTH && unit >= UNIT_MONTH)
                || (reader->told_precision == TIME_YEAR && unit >= UNIT_YEAR);
    return fine ? reader->told : DAY_NONE;
}

/* "last", "next", "this", also "next but one", which has no article of its own, and, with `follow`, "the following"; or NULL. */
static inline const struct term_value *time_relative(const struct time_reader *reader, uint32_t at, bool follow)
{
    const struct term_value *value = time_tag(reader, at, TERM_RELATIVE);
    if (!value && follow)
        value = time_tag(reader, at, TERM_FOLLOW);
    return value && (time_has_the(reader, at) || value->value > 1 || value->value < -1) ? value : NULL;
}

/* A word that a counted noun could be: Arabic, nothing that the codebook knows as a word of time or a preposition, and neither a verb nor definite. */
static inline bool time_may_be_counted(const struct time_reader *reader, uint32_t at)
{
    if (!time_is_kind(reader, at, WORD_ARABIC) || reader->text->hits[at].run)
        return false;
    const struct reading *r = word_reading(&reader->text->words->items[at]);
    return !r || (features_part(r->features) != PART_VERB && !(r->clitics & CLITIC_AL));
}

/* time_resolve.c */
struct moment moment_none(void);
void moment_set(struct moment *moment, int32_t from, int32_t to, enum time_precision precision);
bool recurring_fix(const struct recurring *every, int year, int32_t *from, int32_t *to);
void recurring_in_year(const struct recurring *every, int year, struct moment *out);
/* With RELATIVE_NONE the nearest, rather behind than ahead; with a weekday, the nearest that falls on it where there is one. */
void recurring_resolve(const struct time_reader *reader, const struct recurring *every, int relative, int weekday, struct moment *out);
void weekday_resolve(const struct time_reader *reader, int weekday, int relative, struct moment *out);
/* The unit's period that `day` lies in, moved by `shift` periods. */
void unit_period(enum time_unit unit, int32_t day, int shift, struct moment *out);
int32_t unit_shift(enum time_unit unit, int32_t day, int count);
/* The nth (or with -1 the last) week, day, month, quarter-like unit of a period. */
bool moment_nth_unit(const struct moment *period, enum time_unit unit, int nth, struct moment *out);
bool moment_nth_weekday(const struct moment *period, int weekday, int nth, struct moment *out);
/* The nth of `of` equal parts of a year-long period. */
bool moment_nth_share(const struct moment *period, int nth, int of, struct moment *out);

/* time_date.c: dates, months, years */
struct time_year {
    int year;     /* 0: none */
    int relative; /* or RELATIVE_NONE */
    bool hijri;
};
/* A whole number at `at` with its value in low..high; the word after it, else 0. */
uint32_t time_read_whole(const struct time_reader *reader, uint32_t at, int low, int high, struct number *out);
uint32_t time_read_year(const struct time_reader *reader, uint32_t at, bool linked, struct time_year *out);
/* What may follow a month or a date without a year: a year, "last", "of last year"; resolves `every`. Returns `at` when nothing follows. */
uint32_t time_read_recurring(const struct time_reader *reader, uint32_t at, const struct recurring *every, int weekday, struct moment *out);
uint32_t time_read_month(const struct time_reader *reader, uint32_t at, struct moment *out);
uint32_t time_read_date(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out);
/* "2014", "2014-2018" where a preposition of time stands before it. */
uint32_t time_read_bare_year(const struct time_reader *reader, uint32_t at, struct moment *out);

/* time_numeric.c */
uint32_t time_read_numeric(const struct time_reader *reader, uint32_t at, int weekday, struct moment *out);
uint32_t time_read_clock(const struct time_reader *reader, uint32_t at);

/* time_unit.c: "last month", "three days ago", "the third Tuesday of May" */
struct quantity {
    int64_t hours, days, months;
    uint8_t unit; /* the finest: enum time_unit */
    bool approx;
    bool vague; /* "days", "months" without a number */
};
uint32_t time_read_quantity(const struct time_reader *reader, uint32_t at, bool with_article, struct quantity *out);
uint32_t time_read_ago(const struct time_reader *reader, uint32_t at, int direction, struct moment *out);
/* "the past three days", "24 hours past"; with `last`, what follows "the last": a number or a unit. */
uint32_t time_read_last_many(const struct time_reader *reader, uint32_t at, bool last, struct moment *out);
uint32_t time_read_unit(const struct time_reader *reader, uint32_t at, struct moment *out);
uint32_t time_read_nth(const struct time_reader *reader, uint32_t at, struct moment *out);
/* A month, a year, "this week" … with a preposition before it. */
uint32_t time_read_period(const struct time_reader *reader, uint32_t at, struct moment *out);
uint32_t time_skip_link(const struct time_reader *reader, uint32_t at);

/* time_point.c */
uint32_t time_read_weekday(const struct time_reader *reader, uint32_t at, struct moment *out);
/* Any expression without a preposition that sets its relation. */
uint32_t time_read_point(const struct time_reader *reader, uint32_t at, struct moment *out);

/* time_range.c: "from A to B", "between A and B", "A to B" */
uint32_t time_read_range(const struct time_reader *reader, uint32_t at, bool between, struct moment *out);

#endif
