/*
 * arena.h - memory by lifetime: many allocations, one release.
 *
 * An arena hands out zeroed memory until it is reset or released as a whole. Running out of memory, or past `limit`
 * bytes, does not return: it jumps to `escape`, which the owner of the lifetime sets once with setjmp(), so that stages
 * need no checks. Where no escape is set the program aborts (a bug of the owner).
 *
 *     struct arena mem;
 *     arena_init(&mem, 64u << 20);
 *     struct word *words = arena_array(&mem, struct word, 100);
 *     arena_release(&mem);
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first */
    size_t used;                /* bytes held in blocks */
    size_t limit;               /* bytes, 0: none */
    jmp_buf *escape;
};

void arena_init(struct arena *mem, size_t limit);
/* Forgets all allocations; keeps one block for the next use. */
void arena_reset(struct arena *mem);
void arena_release(struct arena *mem);

/* Zeroed, aligned for any object, never NULL (see above). */
void *arena_alloc(struct arena *mem, size_t size);
/* As arena_alloc, but not zeroed: for what the caller fills at once. */
void *arena_alloc_raw(struct arena *mem, size_t size);
/* Gives back what the last allocation, of `size` bytes, did not need beyond `needed`. */
void arena_trim(struct arena *mem, const void *at, size_t size, size_t needed);
/* As realloc within the arena: the last allocation grows in place, others are copied. */
void *arena_grow(struct arena *mem, void *old, size_t old_size, size_t new_size);
/* As arena_grow, but what is new is not zeroed. */
void *arena_grow_raw(struct arena *mem, void *old, size_t old_size, size_t new_size);
/* A copy that ends in a NUL byte, which the length does not count. */
struct slice arena_copy(struct arena *mem, struct slice text);
/* printf into the arena. */
struct slice arena_print(struct arena *mem, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define arena_array(mem, type, count) ((type *)arena_alloc((mem), sizeof(type) * (size_t)(count)))
#define arena_new(mem, type) ((type *)arena_alloc((mem), sizeof(type)))

#endif
