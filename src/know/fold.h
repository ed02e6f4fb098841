/*
 * fold.h - one spelling for what Arabic writes in several ways, so that look-ups compare bytes.
 *
 * Left out: vowel signs, tatweel, zero-width and directional marks. One letter for several: alif with hamza or madda -> bare
 * alif, alif maqsura and Persian ya -> ya, Persian kaf -> kaf, presentation forms -> their letters. Digits of all scripts become
 * ASCII, Latin letters lower case. Ta marbuta and hamza on waw or ya stay. Source: Unicode 15 character data by utf8proc.
 */
#ifndef KNOW_FOLD_H
#define KNOW_FOLD_H

#include "base/arena.h"

/* The room in bytes that folding a text of `len` bytes can need. */
#define FOLD_ROOM(len) ((len)*3 + 8)

/* Folds `text` into `out` (FOLD_ROOM bytes). Where `back` is not NULL, back[i] becomes the offset in `text` of the character
 * that gave the folded byte i, and back[length] the length of `text`. A malformed byte becomes a space. Returns the length. */
size_t fold_text(struct slice text, char *out, uint32_t *back);

/* A folded text with the way back: back[i] as for fold_text(). */
struct folded {
    struct slice text;
    const uint32_t *back;
};

struct folded fold_with_back(struct arena *mem, struct slice text);
/* The first folded byte from `at` on that comes from `offset` of the text or behind it. */
uint32_t folded_at(const struct folded *folded, uint32_t at, uint32_t offset);

/* How many of the `len` bytes at `at`, where a character of folded text begins, are letters from U+0620 to U+064A without a break. */
static inline size_t fold_letter_run(const char *at, size_t len)
{
    size_t n = 0;
    /* In folded text the letters are D8 with A0 to BF and D9 with 80 to 9F (of which 8B to 9F are folded away): the lowest bit of the first
     * byte is not bit 5 of the second. Four at a time, since the end of a word cannot be foretold. */
    for (; len - n >= 8; n += 8) {
        uint64_t w = bytes_eight_from_low(at + n);
        uint64_t other = ((w & 0x00FE00FE00FE00FEu) ^ 0x00D800D800D800D8u) | (((w >> 13 ^ w) & 0x0001000100010001u) ^ 0x0001000100010001u);
        if (other)
            return n + (size_t)__builtin_ctzll(other) / 16 * 2;
    }
    for (; len - n >= 2; n += 2) {
        unsigned char first = (unsigned char)at[n], second = (unsigned char)at[n + 1];
        if ((first & 0xFE) != 0xD8 || (first & 1) == (second >> 5 & 1))
            break;
    }
    return n;
}

/* A folded copy in `mem`. Example: fold_copy(mem, "أحرارُ") is "احرار". */
struct slice fold_copy(struct arena *mem, struct slice text);

#endif
