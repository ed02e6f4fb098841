/*
 * list.h - a growing array in an arena. Any struct with the members `items`, `count`, `room` is a list:
 *
 *     struct word_list { struct word *items; uint32_t count, room; };
 *     struct word *word = list_add(mem, &words);      // zeroed; pointers to older items may move
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stdint.h>

#include "base/arena.h"

/* Makes room for more. */
void list_grow(struct arena *mem, void **items, uint32_t *room, size_t size);

static inline void *list_next(struct arena *mem, void **items, uint32_t *count, uint32_t *room, size_t size)
{
    if (*count == *room)
        list_grow(mem, items, room, size);
    /* Zeroed here and not when it grows: where the caller fills the item at once, the compiler leaves this out. */
    return memset((unsigned char *)*items + (size_t)(*count)++ * size, 0, size);
}

/* Room for `count` items in a new list whose length can be told before. */
#define list_reserve(mem, list, count) \
    ((list)->items = arena_alloc_raw((mem), sizeof *(list)->items * (size_t)(count)), (list)->room = (uint32_t)(count))
#define list_add(mem, list) list_next((mem), (void **)&(list)->items, &(list)->count, &(list)->room, sizeof *(list)->items)

struct slice_list {
    struct slice *items;
    uint32_t count, room;
};

#endif
