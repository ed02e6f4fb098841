#include "know/frozen.h"

#include "know/filter.h"

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

bool frozen_peek(const struct frozen_builder *builder, struct slice key, uint32_t *value)
{
    return map_get(&builder->map, key, value);
}

struct slice frozen_finish(struct arena *mem, const struct frozen_builder *builder)
{
    uint32_t room = 16;
    while (room / 3 * 2 < builder->map.count) /* two slots of three taken at most: tags make runs cheap, memory is not */
        room *= 2;
    size_t bytes = sizeof(struct frozen_head) + room * sizeof(struct frozen_slot) + filter_words(room) * sizeof(uint64_t);
    size_t at = bytes;
    for (uint32_t i = 0; i < builder->map.room; i++)
        bytes += builder->map.slots[i].key.len;
    char *out = arena_alloc(mem, bytes);
    struct frozen_head *head = (void *)out;
    struct frozen_slot *slots = (void *)(out + sizeof *head);
    uint64_t *filter = (void *)(slots + room);
    head->mask = room - 1;
    head->count = builder->map.count;
    for (uint32_t i = 0; i < builder->map.room; i++) {
        const struct map_slot *from = &builder->map.slots[i];
        if (!from->key.at)
            continue;
        uint64_t hash = slice_hash_table(from->key);
        uint32_t j = (uint32_t)hash & head->mask;
        filter_add(filter, room, hash);
        while (slots[j].at)
            j = (j + 1) & head->mask;
        slots[j] = (struct frozen_slot){ (uint32_t)at, (uint32_t)from->key.len & 0xFFFFu, (uint32_t)(hash >> 48) & 0xFFFFu, from->value };
        memcpy(out + at, from->key.at, from->key.len);
        at += from->key.len;
    }
    return slice_make(out, bytes);
}

void frozen_ask(struct slice table, uint64_t hash)
{
    if (!table.len)
        return;
    const struct frozen_head *head = (const void *)table.at;
    const struct frozen_slot *slots = (const void *)(table.at + sizeof *head);
    const uint64_t *filter = (const void *)(slots + head->mask + 1);
    __builtin_prefetch(&filter[filter_word(head->mask + 1, hash)]);
    __builtin_prefetch(&slots[hash & head->mask]);
}

bool frozen_find(struct slice table, struct slice key, uint32_t *value)
{
    return frozen_find_hashed(table, key, slice_hash_table(key), value);
}

bool frozen_find_hashed(struct slice table, struct slice key, uint64_t hash, uint32_t *value)
{
    const struct frozen_head *head = (const void *)table.at;
    const struct frozen_slot *slots = (const void *)(table.at + sizeof *head);
    if (!table.len || key.len >= UINT16_MAX || !filter_may_have((const void *)(slots + head->mask + 1), head->mask + 1, hash))
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
