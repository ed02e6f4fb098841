/*
 * codebook.h - the parts of `isnad codebook`.
 */
#ifndef CLI_CODEBOOK_H
#define CLI_CODEBOOK_H

#include "pipe/book.h"
#include "pipe/pipe.h"

/* What the examples of a codebook's rules came to. */
struct example_count {
    uint32_t passed, failed;
};

/* Reads every example of the user's files, or of all where there are none of a user, and prints those that fail as `file:line: message`. `dir`: what
 * to put before the user's file names, NULL for nothing. */
enum isnad_status codebook_test(const struct book *book, const char *dir, struct example_count *count);

/* How much there is of each kind. */
void codebook_show_sizes(const struct know *know);
/* All that is known of a word or name. */
enum isnad_status codebook_show_word(const struct know *know, struct slice word);

/* Prints "DIR/FILE:LINE: " of a codebook file. */
void codebook_print_place(const struct book *book, const char *dir, struct slice file, uint32_t line);

#endif
