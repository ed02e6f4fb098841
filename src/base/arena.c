#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/list.h"

#define BLOCK_SIZE ((size_t)64 << 10)
#define ALIGNMENT 16u

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    _Alignas(16) unsigned char bytes[];
};

void arena_init(struct arena *mem, size_t limit)
{
    *mem = (struct arena){ .limit = limit };
}

void arena_reset(struct arena *mem)
{
    struct arena_block *keep = mem->blocks;
    if (!keep)
        return;
    for (struct arena_block *block = keep->next, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    keep->next = NULL;
    keep->used = 0;
    mem->used = keep->size;
}

void arena_release(struct arena *mem)
{
    for (struct arena_block *block = mem->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    mem->blocks = NULL;
    mem->used = 0;
}

static void arena_fail(struct arena *mem)
{
    if (mem->escape)
        longjmp(*mem->escape, 1);
    abort();
}

static struct arena_block *arena_add_block(struct arena *mem, size_t need)
{
    /* Blocks grow with the arena, so that a long report costs few of them. */
    size_t size = mem->used > BLOCK_SIZE ? mem->used : BLOCK_SIZE;
    if (size > ((size_t)8 << 20))
        size = (size_t)8 << 20;
    if (size < need)
        size = need;
    if (mem->limit && (size > mem->limit || mem->used > mem->limit - size))
        arena_fail(mem);
    struct arena_block *block = malloc(sizeof *block + size);
    if (!block)
        arena_fail(mem);
    block->next = mem->blocks;
    block->size = size;
    block->used = 0;
    mem->blocks = block;
    mem->used += size;
    return block;
}

static size_t arena_round(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

void *arena_alloc_raw(struct arena *mem, size_t size)
{
    if (size > SIZE_MAX / 2)
        arena_fail(mem);
    size = arena_round(size);
    struct arena_block *block = mem->blocks;
    if (!block || block->size - block->used < size)
        block = arena_add_block(mem, size);
    void *at = block->bytes + block->used;
    block->used += size;
    return at;
}

void *arena_alloc(struct arena *mem, size_t size)
{
    void *at = arena_alloc_raw(mem, size);
    return memset(at, 0, arena_round(size));
}

void arena_trim(struct arena *mem, const void *at, size_t size, size_t needed)
{
    struct arena_block *block = mem->blocks;
    if ((const unsigned char *)at + arena_round(size) == block->bytes + block->used)
        block->used -= arena_round(size) - arena_round(needed);
}

void *arena_grow_raw(struct arena *mem, void *old, size_t old_size, size_t new_size)
{
    struct arena_block *block = mem->blocks;
    size_t old_room = arena_round(old_size), new_room = arena_round(new_size);
    if (old && block && (unsigned char *)old + old_room == block->bytes + block->used && block->size - block->used >= new_room - old_room) {
        block->used += new_room - old_room;
        return old;
    }
    unsigned char *grown = arena_alloc_raw(mem, new_size);
    if (old_size)
        memcpy(grown, old, old_size);
    return grown;
}

void *arena_grow(struct arena *mem, void *old, size_t old_size, size_t new_size)
{
    unsigned char *grown = arena_grow_raw(mem, old, old_size, new_size);
    memset(grown + old_size, 0, arena_round(new_size) - old_size);
    return grown;
}

struct slice arena_copy(struct arena *mem, struct slice text)
{
    char *at = arena_alloc_raw(mem, text.len + 1);
    if (text.len)
        memcpy(at, text.at, text.len);
    at[text.len] = 0;
    return slice_make(at, text.len);
}

struct slice arena_print(struct arena *mem, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *at = arena_alloc(mem, (size_t)(len > 0 ? len : 0) + 1);
    if (len > 0)
        vsnprintf(at, (size_t)len + 1, format, again);
    va_end(again);
    return slice_make(at, (size_t)(len > 0 ? len : 0));
}

void list_grow(struct arena *mem, void **items, uint32_t *room, size_t size)
{
    /* Most lists stay short; those of large items begin with few, so that a report's memory stays in the cache. */
    uint32_t next = *room ? *room * 2 : size > 64 ? 2 : size > 16 ? 4 : 8;
    if (next < *room)
        arena_fail(mem);
    *items = arena_grow_raw(mem, *items, *room * size, next * size);
    *room = next;
}
