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

void *list_grow(struct arena *mem, void **items, uint32_t *count, uint32_t *room, size_t size);

#define list_add(mem, list) list_grow((mem), (void **)&(list)->items, &(list)->count, &(list)->room, sizeof *(list)->items)

struct slice_list {
    struct slice *items;
    uint32_t count, room;
};

#endif
