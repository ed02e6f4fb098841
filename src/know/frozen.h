/*
 * frozen.h - a hash table from text to a 32-bit number, without pointers: built once, laid into an image, read in place.
 *
 *     struct frozen_builder builder = { 0 };
 *     frozen_add(mem, &builder, key, 7);                     // a later value for the same key replaces the earlier
 *     image_put(writer, IMAGE_TERMS, table.at, (table = frozen_finish(mem, &builder)).len);
 *     ...
 *     uint32_t value;
 *     if (frozen_find(image_section(image, IMAGE_TERMS), key, &value)) ...
 */
#ifndef KNOW_FROZEN_H
#define KNOW_FROZEN_H

#include "base/map.h"

struct frozen_builder {
    struct map map;
};

void frozen_add(struct arena *mem, struct frozen_builder *builder, struct slice key, uint32_t value);
/* The value added so far, to chain several values of one key through an array of the caller's. */
bool frozen_peek(const struct frozen_builder *builder, struct slice key, uint32_t *value);
struct slice frozen_finish(struct arena *mem, const struct frozen_builder *builder);

bool frozen_find(struct slice table, struct slice key, uint32_t *value);
/* The same with the key's slice_hash_table(); asked for before, the memory of several look-ups is on its way at once. */
bool frozen_find_hashed(struct slice table, struct slice key, uint64_t hash, uint32_t *value);
void frozen_ask(struct slice table, uint64_t hash);

#endif
