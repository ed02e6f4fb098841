/*
 * filter.h - a set of hashes that tells of nearly all others, from memory small enough for the cache, that they are not in it. Tables of the
 * image are larger than the caches, and most look-ups are for what is not there.
 *
 * Each hash sets three bits of one word; with eight bits a key, one of thirty others passes. The words lie in the image:
 *
 *     uint64_t *filter = arena_array(mem, uint64_t, filter_words(room));
 *     filter_add(filter, room, hash);
 *     if (filter_may_have(filter, room, hash)) ... look it up
 */
#ifndef KNOW_FILTER_H
#define KNOW_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of a table with `room` slots, a power of two and at least 16: four bits a slot, since half of them are free. */
static inline size_t filter_words(uint32_t room)
{
    return room / 16;
}

static inline uint64_t filter_bits(uint64_t hash)
{
    return UINT64_C(1) << (hash & 63) | UINT64_C(1) << (hash >> 6 & 63) | UINT64_C(1) << (hash >> 12 & 63);
}

static inline size_t filter_word(uint32_t room, uint64_t hash)
{
    return (size_t)(hash >> 18) & (filter_words(room) - 1);
}

static inline void filter_add(uint64_t *filter, uint32_t room, uint64_t hash)
{
    filter[filter_word(room, hash)] |= filter_bits(hash);
}

static inline bool filter_may_have(const uint64_t *filter, uint32_t room, uint64_t hash)
{
    uint64_t bits = filter_bits(hash);
    return (filter[filter_word(room, hash)] & bits) == bits;
}

#endif
