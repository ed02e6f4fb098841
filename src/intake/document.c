#include "intake/document.h"

#include <nettle/sha2.h>
#include <stdarg.h>
#include <stdio.h>

/* The last run that starts at or before `offset`, or NULL. */
static const struct offset_run *document_run(const struct document *document, uint32_t offset)
{
    const struct offset_run *runs = document->runs.items;
    uint32_t low = 0, high = document->runs.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (runs[middle].text <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &runs[low - 1] : NULL;
}

uint64_t document_origin(const struct document *document, uint32_t offset)
{
    if (!document->runs.count)
        return offset;
    const struct offset_run *run = document_run(document, offset);
    if (!run)
        return document->runs.items[0].origin;
    uint32_t within = offset - run->text;
    if (within >= run->text_len)
        return run->origin + run->origin_len;
    return run->origin + within * run->origin_len / run->text_len;
}

uint64_t document_origin_end(const struct document *document, uint32_t offset)
{
    if (!document->runs.count || !offset)
        return document_origin(document, offset);
    const struct offset_run *run = document_run(document, offset - 1);
    if (!run)
        return document->runs.items[0].origin;
    uint32_t within = offset - run->text;
    if (within >= run->text_len)
        return run->origin + run->origin_len;
    return run->origin + (within * run->origin_len + run->text_len - 1) / run->text_len;
}

void document_note(struct arena *mem, struct document *document, uint64_t byte, const char *format, ...)
{
    char text[256];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct note *note = list_add(mem, &document->notes);
    *note = (struct note){ document->file_byte + byte, arena_copy(mem, slice_of(text)) };
}

void document_hash(struct slice bytes, char out[65])
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, bytes.len, (const uint8_t *)bytes.at);
    sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    out[64] = 0;
}
