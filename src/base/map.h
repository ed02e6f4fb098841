/*
 * map.h - from text to a number, in an arena. Keys are not copied: they must outlive the map.
 *
 *     struct map ids = { 0 };
 *     map_set(mem, &ids, slice_of("qatala"), 7);
 *     uint32_t id;
 *     if (map_get(&ids, slice_of("qatala"), &id)) ...
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map_slot {
    struct slice key;
    uint32_t value;
    uint32_t hash;
};

struct map {
    struct map_slot *slots;
    uint32_t count, room;
};

bool map_get(const struct map *map, struct slice key, uint32_t *value);
/* Sets or replaces; true when the key was new. */
bool map_set(struct arena *mem, struct map *map, struct slice key, uint32_t value);

#endif
