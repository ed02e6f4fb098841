/*
 * time_range.c - from one time to another.
 */
#include "name/time_part.h"

static uint32_t time_read_range_end(const struct time_reader *reader, uint32_t at, struct moment *out)
{
    uint32_t next = time_read_point(reader, at, out);
    if (next && out->is_span)
        return 0;
    return next ? next : time_read_bare_year(reader, at, out);
}

static uint32_t time_range_link(const struct time_reader *reader, uint32_t at, bool between)
{
    /* "from 7 July, and until the fifth" */
    if (reader->range && time_is_mark(reader, at, ',') && time_tag(reader, at + 1, TERM_TO))
        at++;
    if (time_tag(reader, at, TERM_TO))
        return time_after(reader, at);
    if (time_is_mark(reader, at, '-'))
        return at + 1;
    return between && time_has_and(reader, at) ? (reader->text->hits[at].run == TERM_RUN_CLITIC ? at + 1 : at) : 0;
}

static int moment_year(const struct moment *moment)
{
    return moment->every.hijri ? hijri_year(moment->from, NULL) : day_from_number(moment->from).year;
}

/* An end without a year takes the other's. */
static void range_agree(struct moment *first, struct moment *second)
{
    if (first->weekday != WEEKDAY_NONE && second->weekday != WEEKDAY_NONE) {
        first->from = first->to = second->from - (second->weekday - first->weekday + 7) % 7;
    } else if (first->open && first->every.hijri == second->every.hijri) {
        recurring_in_year(&first->every, moment_year(second), first);
        if (first->from > second->from)
            recurring_in_year(&first->every, moment_year(second) - 1, first);
    } else if (second->open && first->every.hijri == second->every.hijri) {
        recurring_in_year(&second->every, moment_year(first), second);
        if (second->from < first->from)
            recurring_in_year(&second->every, moment_year(first) + 1, second);
    }
}

uint32_t time_read_range(const struct time_reader *reader, uint32_t at, bool between, struct moment *out)
{
    struct moment second;
    uint32_t next = time_read_range_end(reader, at, out);
    if (!next)
        return 0;
    uint32_t link = time_range_link(reader, next, between);
    uint32_t end = link ? time_read_range_end(reader, link, &second) : 0;
    if (!end)
        return next;
    if (out->from == DAY_NONE || second.from == DAY_NONE) {
        out->from = out->to = out->other_from = out->other_to = DAY_NONE;
        out->relative = true;
        return end;
    }
    range_agree(out, &second);
    if (out->from > second.to)
        return next;
    moment_set(out, out->from, second.to, TIME_INTERVAL);
    out->other_from = out->other_to = DAY_NONE;
    out->relative = out->relative || second.relative;
    out->approx = out->approx || second.approx;
    out->weekday = WEEKDAY_NONE;
    out->open = false;
    return end;
}
