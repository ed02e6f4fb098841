#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>

void buffer_widen(struct buffer *buffer, size_t more)
{
    size_t room = buffer->room * 2 > buffer->len + more ? buffer->room * 2 : buffer->len + more;
    buffer->at = arena_grow_raw(buffer->mem, buffer->at, buffer->room, room);
    buffer->room = room;
}

void buffer_fill(struct buffer *buffer, char byte, size_t count)
{
    if (!count)
        return;
    buffer_reserve(buffer, count);
    memset(buffer->at + buffer->len, byte, count);
    buffer->len += count;
}

void buffer_unsigned(struct buffer *buffer, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    buffer_add(buffer, slice_make(digits + at, sizeof digits - at));
}

void buffer_signed(struct buffer *buffer, int64_t value)
{
    if (value < 0)
        buffer_byte(buffer, '-');
    buffer_unsigned(buffer, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void buffer_decimal(struct buffer *buffer, double value, unsigned decimals, bool trim)
{
    uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; i++)
        scale *= 10;
    double size = value < 0 ? -value : value;
    uint64_t whole = size < 1e9 ? (uint64_t)(size * (double)scale + 0.5) : 0; /* false for NaN, too */
    if (value < 0 && whole)
        buffer_byte(buffer, '-');
    buffer_unsigned(buffer, whole / scale);
    whole %= scale;
    while (trim && decimals && whole % 10 == 0) {
        whole /= 10;
        scale /= 10;
        decimals--;
    }
    if (!decimals)
        return;
    buffer_byte(buffer, '.');
    for (scale /= 10; scale; scale /= 10)
        buffer_byte(buffer, (char)('0' + whole / scale % 10));
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        buffer_reserve(buffer, (size_t)len + 1);
        vsnprintf(buffer->at + buffer->len, (size_t)len + 1, format, again);
        buffer->len += (size_t)len;
    }
    va_end(again);
}
