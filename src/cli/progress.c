#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#define BAR_WIDTH 30u

static time_t progress_now(void)
{
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) ? 0 : now.tv_sec;
}

void progress_start(struct progress *progress)
{
    *progress = (struct progress){ .wanted = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO) };
    if (progress->wanted)
        progress->started = progress->told = progress_now();
}

void progress_tell(struct progress *progress, const struct source_progress *source, uint64_t reports)
{
    if (!progress->wanted)
        return;
    time_t now = progress_now();
    if (now == progress->told)
        return;
    progress->told = now;
    char bar[BAR_WIDTH + 1];
    uint64_t total = source->bytes_total, done = source->bytes_done < total ? source->bytes_done : total;
    unsigned full = total ? (unsigned)((double)done / (double)total * BAR_WIDTH) : 0;
    for (unsigned i = 0; i < BAR_WIDTH; i++)
        bar[i] = i < full ? '#' : '.';
    bar[BAR_WIDTH] = 0;
    long left = total && done ? (long)((double)(now - progress->started) * (double)(total - done) / (double)done) : -1;
    if (total)
        fprintf(stderr, "\r[%s] %3u%%  %llu reports, file %llu of %llu", bar, (unsigned)((double)done / (double)total * 100),
                (unsigned long long)reports, (unsigned long long)source->files_done + (source->files_done < source->files_total),
                (unsigned long long)source->files_total);
    else
        fprintf(stderr, "\r%llu reports, %.1f MB", (unsigned long long)reports, (double)source->bytes_done / 1e6);
    if (left >= 0)
        fprintf(stderr, ", %ld s left", left);
    fprintf(stderr, "\033[K");
    fflush(stderr);
    progress->shown = true;
}

void progress_clear(struct progress *progress)
{
    if (progress->shown)
        fprintf(stderr, "\r\033[K");
    progress->shown = false;
}
