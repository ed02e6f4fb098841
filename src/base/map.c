#include "base/map.h"

static struct map_slot *map_seek(const struct map *map, struct slice key, uint32_t hash)
{
    for (uint32_t i = hash & (map->room - 1);; i = (i + 1) & (map->room - 1)) {
        struct map_slot *slot = &map->slots[i];
        if (!slot->key.at || (slot->hash == hash && slice_same(slot->key, key)))
            return slot;
    }
}

bool map_get(const struct map *map, struct slice key, uint32_t *value)
{
    if (!map->room || !key.at)
        return false;
    struct map_slot *slot = map_seek(map, key, (uint32_t)slice_hash_table(key));
    if (!slot->key.at)
        return false;
    if (value)
        *value = slot->value;
    return true;
}

static void map_widen(struct arena *mem, struct map *map)
{
    struct map old = *map;
    map->room = old.room ? old.room * 2 : 64;
    map->slots = arena_array(mem, struct map_slot, map->room);
    for (uint32_t i = 0; i < old.room; i++)
        if (old.slots[i].key.at)
            *map_seek(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
}

bool map_set(struct arena *mem, struct map *map, struct slice key, uint32_t value)
{
    if (map->count * 4 >= map->room * 3)
        map_widen(mem, map);
    uint32_t hash = (uint32_t)slice_hash_table(key);
    struct map_slot *slot = map_seek(map, key, hash);
    bool is_new = !slot->key.at;
    if (is_new) {
        slot->key = key;
        slot->hash = hash;
        map->count++;
    }
    slot->value = value;
    return is_new;
}
