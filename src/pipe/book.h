/*
 * book.h - a codebook ready to read with: the built-in one, or the built-in one with a user's folder laid over it.
 *
 *     struct book book;
 *     if (book_open(&book, NULL, &error) == ISNAD_OK)
 *         pipe_read(mem, &book.know, memory, PIPE_CLAIMS, &report, &error);
 *     book_close(&book);
 *
 * Immutable once opened; shared by threads.
 */
#ifndef PIPE_BOOK_H
#define PIPE_BOOK_H

#include "intake/page.h"
#include "know/folder.h"
#include "know/know.h"

struct book {
    struct arena mem;
    struct know know;
    struct page_rules page;
    struct codebook_file_list files; /* the sources that it was compiled from, those of the user last; empty for the built-in image */
    uint32_t user_first;             /* of `files` */
    struct fault_list faults;        /* of all files */
};

/* `dir`: a folder whose rows add to the built-in ones or replace those of the same id; NULL: the built-in codebook alone. ISNAD_INPUT when
 * the folder's files have faults: the error names the first, book->faults holds them all, and what was right can be read with all the same.
 * ISNAD_SYSTEM when the folder cannot be read or there is no memory: nothing is open then. To be closed in any case. */
enum isnad_status book_open(struct book *book, const char *dir, struct isnad_error *error);
/* As book_open(), but always compiled from the sources, so that `files` and `faults` tell about the built-in codebook too. */
enum isnad_status book_compile(struct book *book, const char *dir, struct isnad_error *error);
void book_close(struct book *book);

/* Whether a file (as `fault.file` or `codebook_file.path` names it) is the user's; the slices must be those of `book`. */
bool book_is_user_file(const struct book *book, struct slice file);

#endif
