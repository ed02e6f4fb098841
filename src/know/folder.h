/*
 * folder.h - codebook files from a folder of the user, or from the bundle that the program carries.
 *
 * A bundle holds the source files of the built-in codebook as they were at build time, so that the program can show them and lay
 * a user's files over them. Its form is plain text: the line `isnad-bundle 1`, then for each file a line with its path relative to
 * the folder, a line with its size in bytes (decimal), its bytes, and a newline.
 *
 *     struct codebook_file_list files = { 0 };
 *     if (codebook_folder_read(mem, "codebook", &files, &error) == ISNAD_OK)
 *         know_compile(mem, &files, &image, &faults);
 */
#ifndef KNOW_FOLDER_H
#define KNOW_FOLDER_H

#include "know/know.h"

/* Adds every .tsv file below `dir` to `files`, sorted by its path relative to `dir`; paths and bytes are in `mem`. Hidden files are
 * left out. ISNAD_INPUT when there is none, when one is too large (limits.h) or has a line break in its name; ISNAD_SYSTEM when one
 * cannot be read. */
enum isnad_status codebook_folder_read(struct arena *mem, const char *dir, struct codebook_file_list *files, struct isnad_error *error);
/* Adds the files of a bundle to `files`; they point into it. ISNAD_INPUT when it is none. */
enum isnad_status codebook_bundle_read(struct arena *mem, struct slice bundle, struct codebook_file_list *files, struct isnad_error *error);
/* The files as a bundle, in `mem`. */
struct slice codebook_bundle_make(struct arena *mem, const struct codebook_file_list *files);

#endif
