/*
 * clean.h - building clean text with the way back to its bytes: each piece goes in with the place it came from.
 *
 *     struct clean clean;
 *     clean_init(&clean, mem, LIMIT_REPORT_BYTES);
 *     clean_put(&clean, "\xd9\x82", 2, at, 1);     // one character of two bytes that came from one byte at `at`
 *     clean_copy(&clean, s, 100, at + 1);          // 100 bytes that came from the same 100 bytes
 *
 * Runs that continue each other at the same rate become one. Past `limit` bytes nothing more goes in and `full` is set.
 */
#ifndef INTAKE_CLEAN_H
#define INTAKE_CLEAN_H

#include "intake/document.h"

struct clean {
    struct arena *mem;
    char *bytes;
    size_t len, room, limit;
    struct offset_run_list runs;
    bool full;
};

void clean_init(struct clean *clean, struct arena *mem, size_t limit);
/* One character, or several at one constant rate. */
void clean_put(struct clean *clean, const char *text, size_t len, uint64_t origin, uint64_t origin_len);
/* Well-formed text that came over as it was. */
void clean_copy(struct clean *clean, const char *text, size_t len, uint64_t origin);
/* Text that came from nowhere (line ends between blocks). */
void clean_insert(struct clean *clean, const char *text, size_t len);
/* Leads runs whose origins are offsets of a middle text on to that text's own origins. */
struct offset_run_list clean_compose(struct arena *mem, const struct offset_run_list *runs, const struct offset_run_list *onward);

#endif
