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

/* A 64-bit hash of the bytes (FNV-1a folded); the same on every machine. */
static inline uint64_t slice_hash(struct slice a)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < a.len; i++)
        hash = (hash ^ (unsigned char)a.at[i]) * 0x100000001b3u;
    return hash ^ (hash >> 29);
}

#endif
