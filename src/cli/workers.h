/*
 * workers.h - reads many reports on several cores and prints what comes of them in the order of the input.
 *
 * Each worker takes a report from the source, reads it in its own arena and puts the text into a slot of a ring; whoever completes the oldest
 * slot prints it and those that are ready behind it. So the bytes printed do not depend on the number of workers, and memory is bounded by the
 * ring: when a slow report holds it up, the others wait.
 */
#ifndef CLI_WORKERS_H
#define CLI_WORKERS_H

#include "base/buffer.h"
#include "intake/parse.h"
#include "pipe/book.h"
#include "pipe/pipe.h"

struct work {
    const struct book *book;
    struct document_hints hints;
    enum pipe_stage stage;
    unsigned jobs; /* 0: as many as there are cores */
    bool notes;    /* tell each note; else how many there were */
    /* Writes what is to be said of one report. Called by several threads at once, each with its own `mem`. */
    void (*show)(const struct work *work, struct arena *mem, const struct pipe_report *report, struct buffer *out);
    const void *view; /* for show() */
};

/* Reads all that the paths name (none: standard input) and prints it. The worst that happened; it has been told. */
enum isnad_status workers_read(const struct work *work, const char *const *paths, size_t count);

/* Reads one report and appends what show() says to `out` and what is to be told of it to `messages`; everything lies in `mem`, whose escape the
 * caller has set. */
enum isnad_status worker_read(const struct work *work, struct arena *mem, struct word_memory *memory, const struct raw_report *raw,
                              struct buffer *out, struct buffer *messages, uint64_t *notes);

#endif
