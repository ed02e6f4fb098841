/*
 * buffer.h - text that grows at its end, in an arena.
 *
 *     struct buffer out = { .mem = &mem };
 *     buffer_add(&out, slice_of("bytes "));
 *     buffer_unsigned(&out, 17);
 *     use(buffer_slice(&out));            // "bytes 17"
 *
 * What is added while the buffer is the arena's last allocation grows in place. Numbers do not depend on the locale.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/arena.h"

struct buffer {
    struct arena *mem;
    char *at;
    size_t len, room;
};

/* Makes room for `more` bytes behind the text. */
void buffer_widen(struct buffer *buffer, size_t more);
static inline void buffer_reserve(struct buffer *buffer, size_t more)
{
    if (buffer->room - buffer->len < more)
        buffer_widen(buffer, more);
}

static inline void buffer_add(struct buffer *buffer, struct slice text)
{
    if (!text.len)
        return;
    buffer_reserve(buffer, text.len);
    memcpy(buffer->at + buffer->len, text.at, text.len);
    buffer->len += text.len;
}

static inline void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, slice_of(text));
}

static inline void buffer_byte(struct buffer *buffer, char byte)
{
    buffer_reserve(buffer, 1);
    buffer->at[buffer->len++] = byte;
}

/* `count` times the same byte. */
void buffer_fill(struct buffer *buffer, char byte, size_t count);
void buffer_unsigned(struct buffer *buffer, uint64_t value);
void buffer_signed(struct buffer *buffer, int64_t value);
/* With so many decimals (at most 9), rounded; `trim` leaves out zeros at the end. NaN and what is too large become 0. */
void buffer_decimal(struct buffer *buffer, double value, unsigned decimals, bool trim);
/* printf; for ASCII and whole numbers, since the locale rules its decimal point. */
void buffer_print(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline struct slice buffer_slice(const struct buffer *buffer)
{
    return slice_make(buffer->at, buffer->len);
}

#endif
