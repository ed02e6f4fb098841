/*
 * stream.h - the bytes of one file, decompressed on the way where its first bytes say gzip or zstd.
 *
 * Several gzip members or zstd frames in a row are one stream. LIMIT_INFLATE_RATIO guards against bombs.
 *
 *     struct stream stream;
 *     if (stream_open(&stream, path, &error) == ISNAD_OK)
 *         while (stream_read(&stream, buffer, sizeof buffer, &got, &error) == ISNAD_OK && got) ...
 *     stream_close(&stream);
 */
#ifndef INTAKE_STREAM_H
#define INTAKE_STREAM_H

#include <stdbool.h>

#include "base/error.h"

#define STREAM_BUFFER ((size_t)128 << 10)

enum stream_coding { STREAM_PLAIN, STREAM_GZIP, STREAM_ZSTD };

struct stream {
    const char *path; /* the caller's */
    int fd;           /* -1: closed */
    enum stream_coding coding;
    void *decoder; /* z_stream or ZSTD_DCtx */
    unsigned char *buffer;
    size_t at, held;    /* unread bytes of the buffer: at..held */
    uint64_t taken;     /* bytes read from the file */
    uint64_t given;     /* bytes handed out */
    const char *damage; /* why the rest cannot be decompressed */
    uint32_t members;   /* gzip members or zstd frames that ended */
    bool file_ended;
    bool between; /* no member is cut short here */
};

/* "-" is standard input. ISNAD_INPUT where the file cannot be read, ISNAD_SYSTEM without memory. */
enum isnad_status stream_open(struct stream *stream, const char *path, struct isnad_error *error);
/* Fills `out` (up to `room` bytes) as far as it can; *got is 0 only at the end. What was read before an error is handed out first. */
enum isnad_status stream_read(struct stream *stream, char *out, size_t room, size_t *got, struct isnad_error *error);
/* Safe on a stream that is closed or was only zeroed with fd -1. */
void stream_close(struct stream *stream);

#endif
