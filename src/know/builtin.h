/*
 * builtin.h - the codebook that was compiled into the library (codebook/ at build time; see cmake/codebook.S.in).
 */
#ifndef KNOW_BUILTIN_H
#define KNOW_BUILTIN_H

#include <stddef.h>

#include "base/slice.h"

extern const char isnad_codebook_image[]; /* know_open() takes it as it is: aligned to 64 */
extern const size_t isnad_codebook_image_size;
extern const char isnad_codebook_bundle[]; /* the source files: codebook_bundle_read() of folder.h */
extern const size_t isnad_codebook_bundle_size;

static inline struct slice builtin_image(void)
{
    return slice_make(isnad_codebook_image, isnad_codebook_image_size);
}

static inline struct slice builtin_bundle(void)
{
    return slice_make(isnad_codebook_bundle, isnad_codebook_bundle_size);
}

#endif
