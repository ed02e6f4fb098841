#include "know/frozen.h"

struct frozen_head {
    uint32_t mask, count;
};

struct frozen_slot {
    uint32_t at; /* offset of the key from the start of the table; 0: free */
    uint32_t len : 16, tag : 16;
    uint32_t value;
};

void frozen_add(struct arena *mem, struct frozen_builder *builder, struct slice key, uint32_t value)
{
    if (key.len < UINT16_MAX)
        map_set(mem, &builder->map, key, value);
}

/* Before the keys stands a set of bits, two for each slot, in which every key has set one: most look-ups are for keys that are not there,
 * and this says so from a part of the table that stays in the cache (measured: a third of the time of a look-up). */
static size_t filter_size(uint32_t mask)
{
    return ((size_t)mask + 1) / 4;
}

static uint32_t filter_bit(uint64_t hash, uint32_t mask)
{
    return (uint32_t)(hash >> 24) & (mask * 2 + 1);
}

bool frozen_peek(const struct frozen_builder *builder, struct slice key, uint32_t *value)
{
    return map_get(&builder->map, key, value);
}

struct slice frozen_finish(struct arena *mem, const struct frozen_builder *builder)
{
    uint32_t room = 16;
    while (room / 3 * 2 < builder->map.count) /* two slots of three taken at most: tags make runs cheap, memory is not */
        room *= 2;
    size_t bytes = sizeof(struct frozen_head) + room * sizeof(struct frozen_slot) + filter_size(room - 1);
    size_t at = bytes;
    for (uint32_t i = 0; i < builder->map.room; i++)
        bytes += builder->map.slots[i].key.len;
    char *out = arena_alloc(mem, bytes);
    struct frozen_head *head = (void *)out;
    struct frozen_slot *slots = (void *)(out + sizeof *head);
    unsigned char *filter = (void *)(slots + room);
    head->mask = room - 1;
    head->count = builder->map.count;
    for (uint32_t i = 0; i < builder->map.room; i++) {
        const struct map_slot *from = &builder->map.slots[i];
        if (!from->key.at)
            continue;
        uint64_t hash = slice_hash_table(from->key);
        uint32_t j = (uint32_t)hash & head->mask, bit = filter_bit(hash, head->mask);
        filter[bit / 8] |= (unsigned char)(1u << bit % 8);
        while (slots[j].at)
            j = (j + 1) & head->mask;
        slots[j] = (struct frozen_slot){ (uint32_t)at, (uint32_t)from->key.len & 0xFFFFu, (uint32_t)(hash >> 48) & 0xFFFFu, from->value };
        memcpy(out + at, from->key.at, from->key.len);
        at += from->key.len;
    }
    return slice_make(out, bytes);
}

bool frozen_find(struct slice table, struct slice key, uint32_t *value)
{
    if (table.len < sizeof(struct frozen_head) || key.len >= UINT16_MAX)
        return false;
    const struct frozen_head *head = (const void *)table.at;
    const struct frozen_slot *slots = (const void *)(table.at + sizeof *head);
    uint64_t hash = slice_hash_table(key);
    const unsigned char *filter = (const void *)(slots + head->mask + 1);
    uint32_t bit = filter_bit(hash, head->mask);
    if (!(filter[bit / 8] >> bit % 8 & 1))
        return false;
    uint32_t tag = (uint32_t)(hash >> 48) & 0xFFFFu;
    for (uint32_t i = (uint32_t)hash & head->mask; slots[i].at; i = (i + 1) & head->mask) {
        if (slots[i].tag == tag && slice_same(slice_make(table.at + slots[i].at, slots[i].len), key)) {
            *value = slots[i].value;
            return true;
        }
    }
    return false;
}
