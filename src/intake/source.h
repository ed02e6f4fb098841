/*
 * source.h - a stream of raw reports out of files, folders and standard input.
 *
 * A folder gives its files by name, folders within it too (links to folders are not followed). Taken are .txt .html .htm .json
 * .jsonl .ndjson, each also with .gz or .zst; a file that is named itself is taken whatever it is called, and what is in it is
 * told by its first bytes. A text or page is one report; JSON Lines are one report a line, read line by line; a .json file may
 * also hold one object over several lines, or an array of objects.
 *
 *     struct source *source;
 *     struct raw_report raw;
 *     enum isnad_status status = source_open(mem, paths, count, &source, &error);
 *     while (status == ISNAD_OK && (status = source_next(source, &raw, &error)) != ISNAD_SYSTEM && !(status == ISNAD_OK && raw.kind == RAW_END)) {
 *         if (status == ISNAD_INPUT) tell(&error), status = ISNAD_OK;    // that file or line is skipped, the rest is read
 *         else ..., raw_report_release(&raw);
 *     }
 *     source_close(source);
 */
#ifndef INTAKE_SOURCE_H
#define INTAKE_SOURCE_H

#include "base/arena.h"
#include "base/error.h"

enum raw_kind {
    RAW_END, /* no more reports */
    RAW_PLAIN,
    RAW_HTML,
    RAW_JSON,
};

/* `bytes` belong to whoever holds the report, and may be handed to another thread; `file` lives as long as the arena that the
 * source was opened with. */
struct raw_report {
    enum raw_kind kind;
    char *bytes;
    size_t size;
    const char *file;
    uint64_t file_byte; /* where the report starts in the decompressed file */
    uint64_t index;     /* of the report in the whole source, from 0 */
};

void raw_report_release(struct raw_report *raw);

struct source;

/* Lists the folders; files that cannot be opened are told by source_next(). `mem` must outlive the source. No paths: standard
 * input. Only ISNAD_SYSTEM. */
enum isnad_status source_open(struct arena *mem, const char *const *paths, size_t count, struct source **out, struct isnad_error *error);

/* ISNAD_OK: a report, or RAW_END. ISNAD_INPUT: something was skipped, the next call goes on behind it. ISNAD_SYSTEM: no memory. */
enum isnad_status source_next(struct source *source, struct raw_report *out, struct isnad_error *error);

void source_close(struct source *source);

struct source_progress {
    uint64_t bytes_done, bytes_total; /* of the files as they lie on disk; bytes_total 0: unknown (a pipe among them) */
    uint64_t files_done, files_total;
    uint64_t files_ignored; /* of folders, for their names */
};

struct source_progress source_progress(const struct source *source);

#endif
