/*
 * slice.h - a piece of text that somebody else owns: pointer and length in bytes, no terminator.
 *
 * Owns nothing; lives as long as what it points into. Example: slice_equal(slice_of("abc"), word->fold).
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const char *at;
    size_t len;
};

static inline struct slice slice_of(const char *text)
{
    return (struct slice){ text, text ? strlen(text) : 0 };
}

static inline struct slice slice_make(const char *at, size_t len)
{
    return (struct slice){ at, len };
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool slice_starts(struct slice a, struct slice prefix)
{
    return a.len >= prefix.len && memcmp(a.at, prefix.at, prefix.len) == 0;
}

static inline bool slice_ends(struct slice a, struct slice suffix)
{
    return a.len >= suffix.len && memcmp(a.at + a.len - suffix.len, suffix.at, suffix.len) == 0;
}

/* The slice without its first n bytes (n is cut to its length). */
static inline struct slice slice_from(struct slice a, size_t n)
{
    n = n < a.len ? n : a.len;
    return (struct slice){ a.at + n, a.len - n };
}

static inline struct slice slice_trim(struct slice a)
{
    while (a.len && (a.at[0] == ' ' || a.at[0] == '\t' || a.at[0] == '\n' || a.at[0] == '\r'))
        a.at++, a.len--;
    while (a.len && (a.at[a.len - 1] == ' ' || a.at[a.len - 1] == '\t' || a.at[a.len - 1] == '\n' || a.at[a.len - 1] == '\r'))
        a.len--;
    return a;
}

/* Cuts the next part up to `mark` off `*rest` into `*part`; false when nothing is left. "a|b" gives "a", then "b". */
static inline bool slice_cut(struct slice *rest, char mark, struct slice *part)
{
    *part = slice_make(NULL, 0);
    if (!rest->at)
        return false;
    const char *end = rest->len ? memchr(rest->at, mark, rest->len) : NULL;
    if (end) {
        *part = slice_make(rest->at, (size_t)(end - rest->at));
        *rest = slice_from(*rest, part->len + 1);
    } else {
        *part = *rest;
        *rest = slice_make(NULL, 0);
    }
    return true;
}

static inline uint64_t bytes_eight(const char *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline uint32_t bytes_four(const char *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

/* The same with the first byte as the lowest on every machine. */
static inline uint64_t bytes_eight_from_low(const char *at)
{
    const unsigned char *s = (const unsigned char *)at;
    return (uint64_t)s[0] | (uint64_t)s[1] << 8 | (uint64_t)s[2] << 16 | (uint64_t)s[3] << 24 | (uint64_t)s[4] << 32 | (uint64_t)s[5] << 40
           | (uint64_t)s[6] << 48 | (uint64_t)s[7] << 56;
}

#define BYTES_ALL(byte) ((uint64_t)(byte)*0x0101010101010101u)

/* Whether all eight are spaces or parts of characters beyond ASCII, as nearly all of an Arabic text is: there is nothing to escape in them. */
static inline bool bytes_are_prose(uint64_t w)
{
    uint64_t other = w ^ BYTES_ALL(' ');
    return !(((other & BYTES_ALL(0x7F)) + BYTES_ALL(0x7F)) & ~w & BYTES_ALL(0x80));
}

/* As slice_equal, without a call: for the keys of tables, which are a few bytes long. */
static inline bool slice_same(struct slice a, struct slice b)
{
    size_t n = a.len, i = 0;
    if (n != b.len)
        return false;
    if (n >= 8) {
        for (; i + 8 < n; i += 8)
            if (bytes_eight(a.at + i) != bytes_eight(b.at + i))
                return false;
        return bytes_eight(a.at + n - 8) == bytes_eight(b.at + n - 8);
    }
    if (n >= 4)
        return bytes_four(a.at) == bytes_four(b.at) && bytes_four(a.at + n - 4) == bytes_four(b.at + n - 4);
    for (; i < n; i++)
        if (a.at[i] != b.at[i])
            return false;
    return true;
}

/* A 64-bit hash for tables in memory and in the image, eight bytes at a time. It depends on the machine's byte order, so nothing that
 * the program puts out may come from it: see slice_hash(). */
static inline uint64_t slice_hash_table(struct slice a)
{
    const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = a.len * factor, last = 0;
    const char *at = a.at;
    size_t left = a.len;
    for (; left > 8; left -= 8, at += 8) {
        hash = (hash ^ bytes_eight(at)) * factor;
        hash ^= hash >> 32;
    }
    if (left >= 4)
        last = bytes_four(at) | (uint64_t)bytes_four(at + left - 4) << 32;
    else if (left)
        last = (uint64_t)(unsigned char)at[0] | (uint64_t)(unsigned char)at[left / 2] << 8 | (uint64_t)(unsigned char)at[left - 1] << 16;
    hash = (hash ^ last) * factor;
    return hash ^ (hash >> 32);
}

/* A 64-bit hash of the bytes (FNV-1a folded); the same on every machine. */
static inline uint64_t slice_hash(struct slice a)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < a.len; i++)
        hash = (hash ^ (unsigned char)a.at[i]) * 0x100000001b3u;
    return hash ^ (hash >> 29);
}

#endif
