/*
 * progress.h - a bar on standard error, where that is a terminal and standard output is none.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "intake/source.h"

struct progress {
    bool wanted, shown;
    time_t started, told; /* seconds; it is drawn once a second, from the second second on */
};

void progress_start(struct progress *progress);
/* `reports`: read so far. */
void progress_tell(struct progress *progress, const struct source_progress *source, uint64_t reports);
/* Takes the bar off the screen, so that something else can be written. */
void progress_clear(struct progress *progress);

#endif
