#include "intake/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "base/limits.h"

#define RATIO_FREE_BYTES ((uint64_t)16 << 20) /* small files may be as dense as they like */

static enum isnad_status stream_fill(struct stream *stream, struct isnad_error *error)
{
    while (!stream->file_ended && stream->held < STREAM_BUFFER) {
        ssize_t n = read(stream->fd, stream->buffer + stream->held, STREAM_BUFFER - stream->held);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set(error, ISNAD_INPUT, stream->path, stream->taken, "cannot be read: %s", strerror(errno));
        if (n == 0)
            stream->file_ended = true;
        stream->held += (size_t)n;
        stream->taken += (uint64_t)n;
        if (stream->held >= 4) /* enough for a magic number, and a pipe's reader need not wait for a full buffer */
            break;
    }
    return ISNAD_OK;
}

static bool stream_has(const struct stream *stream, const char *magic, size_t len)
{
    return stream->held - stream->at >= len && memcmp(stream->buffer + stream->at, magic, len) == 0;
}

static enum isnad_status stream_begin(struct stream *stream, struct isnad_error *error)
{
    enum isnad_status status = stream_fill(stream, error);
    if (status)
        return status;
    if (stream_has(stream, "\x1f\x8b", 2)) {
        z_stream *inflater = calloc(1, sizeof *inflater);
        if (!inflater || inflateInit2(inflater, 16 + MAX_WBITS) != Z_OK) {
            free(inflater);
            return error_set(error, ISNAD_SYSTEM, stream->path, 0, "no memory to decompress");
        }
        stream->decoder = inflater;
        stream->coding = STREAM_GZIP;
    } else if (stream_has(stream, "\x28\xb5\x2f\xfd", 4)) {
        stream->decoder = ZSTD_createDCtx();
        if (!stream->decoder)
            return error_set(error, ISNAD_SYSTEM, stream->path, 0, "no memory to decompress");
        stream->coding = STREAM_ZSTD;
    }
    return ISNAD_OK;
}

enum isnad_status stream_open(struct stream *stream, const char *path, struct isnad_error *error)
{
    *stream = (struct stream){ .path = path, .fd = -1, .between = true };
    stream->buffer = malloc(STREAM_BUFFER);
    if (!stream->buffer)
        return error_set(error, ISNAD_SYSTEM, path, 0, "no memory");
    stream->fd = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : dup(STDIN_FILENO);
    struct stat info;
    if (stream->fd < 0 || fstat(stream->fd, &info))
        return error_set(error, ISNAD_INPUT, path, 0, "cannot be opened: %s", strerror(errno));
    if (S_ISDIR(info.st_mode))
        return error_set(error, ISNAD_INPUT, path, 0, "is a folder that cannot be listed");
    return stream_begin(stream, error);
}

static enum isnad_status stream_bad(const struct stream *stream, struct isnad_error *error)
{
    return error_set(error, ISNAD_INPUT, stream->path, stream->taken - (stream->held - stream->at), "damaged compressed data: %s",
                     stream->damage);
}

static size_t stream_inflate(struct stream *stream, char *out, size_t room)
{
    z_stream *z = stream->decoder;
    if (stream->between && stream->members) {
        /* Another member, or bytes after the last one, which gzip ignores too. */
        if (!stream_has(stream, "\x1f\x8b", 2)) {
            stream->at = stream->held;
            stream->file_ended = true;
            return 0;
        }
        inflateReset(z);
    }
    z->next_in = stream->buffer + stream->at;
    z->avail_in = (uInt)(stream->held - stream->at);
    z->next_out = (unsigned char *)out;
    z->avail_out = room < UINT32_MAX ? (uInt)room : UINT32_MAX;
    size_t before = z->avail_out;
    int result = inflate(z, Z_NO_FLUSH);
    stream->at = stream->held - z->avail_in;
    stream->between = result == Z_STREAM_END;
    stream->members += stream->between;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        stream->damage = z->msg ? z->msg : "not gzip";
    return before - z->avail_out;
}

static size_t stream_unzstd(struct stream *stream, char *out, size_t room)
{
    ZSTD_inBuffer from = { stream->buffer + stream->at, stream->held - stream->at, 0 };
    ZSTD_outBuffer to = { out, room, 0 };
    size_t result = ZSTD_decompressStream(stream->decoder, &to, &from);
    stream->at += from.pos;
    stream->between = result == 0;
    stream->members += stream->between;
    if (ZSTD_isError(result))
        stream->damage = ZSTD_getErrorName(result);
    return to.pos;
}

static size_t stream_copy(struct stream *stream, char *out, size_t room)
{
    size_t n = stream->held - stream->at;
    n = n < room ? n : room;
    memcpy(out, stream->buffer + stream->at, n);
    stream->at += n;
    return n;
}

/* Keeps enough input at hand to see a magic number. */
static enum isnad_status stream_refill(struct stream *stream, struct isnad_error *error)
{
    size_t left = stream->held - stream->at;
    if (left >= 4 || stream->file_ended)
        return ISNAD_OK;
    memmove(stream->buffer, stream->buffer + stream->at, left);
    stream->at = 0;
    stream->held = left;
    return stream_fill(stream, error);
}

enum isnad_status stream_read(struct stream *stream, char *out, size_t room, size_t *got, struct isnad_error *error)
{
    *got = 0;
    while (!*got) {
        enum isnad_status status = stream_refill(stream, error);
        if (status)
            return status;
        if (stream->damage)
            return stream_bad(stream, error);
        bool dry = stream->at == stream->held; /* the file ended; a decoder may still hold output */
        if (dry && stream->between)
            return ISNAD_OK;
        *got = stream->coding == STREAM_PLAIN  ? stream_copy(stream, out, room)
               : stream->coding == STREAM_GZIP ? stream_inflate(stream, out, room)
                                               : stream_unzstd(stream, out, room);
        if (dry && !*got && !stream->between && !stream->damage)
            stream->damage = "it ends too early";
    }
    stream->given += *got;
    if (stream->coding != STREAM_PLAIN && stream->given > RATIO_FREE_BYTES + stream->taken * LIMIT_INFLATE_RATIO)
        return error_set(error, ISNAD_INPUT, stream->path, stream->taken, "decompresses to more than %u times its size: not read further",
                         LIMIT_INFLATE_RATIO);
    return ISNAD_OK;
}

void stream_close(struct stream *stream)
{
    if (stream->decoder && stream->coding == STREAM_GZIP)
        inflateEnd(stream->decoder);
    if (stream->decoder && stream->coding == STREAM_GZIP)
        free(stream->decoder);
    if (stream->decoder && stream->coding == STREAM_ZSTD)
        ZSTD_freeDCtx(stream->decoder);
    free(stream->buffer);
    if (stream->fd >= 0)
        close(stream->fd);
    *stream = (struct stream){ .fd = -1 };
}
