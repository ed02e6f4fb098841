/*
 * codebook_compile.c - compiles the codebook folder into the image and the bundle that the library carries, at build time.
 *
 *     codebook_compile [--keep-going] CODEBOOK-DIR IMAGE BUNDLE
 *
 * Prints every fault as `file:line: message` and fails when there is one. With --keep-going it writes what was right all the same: for
 * work on code while the codebook is being edited.
 */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include "know/folder.h"
#include "know/know.h"

static int write_file(const char *path, struct slice bytes)
{
    FILE *out = fopen(path, "wb");
    if (!out) {
        perror(path);
        return 1;
    }
    size_t written = fwrite(bytes.at, 1, bytes.len, out);
    if (fclose(out) != 0 || written != bytes.len) {
        perror(path);
        remove(path);
        return 1;
    }
    return 0;
}

static int compile(struct arena *mem, const char *dir, const char *image_path, const char *bundle_path, int keep_going)
{
    struct isnad_error error = { 0 };
    struct codebook_file_list files = { 0 };
    struct fault_list faults = { 0 };
    struct slice image = { 0 };
    if (codebook_folder_read(mem, dir, &files, &error) != ISNAD_OK) {
        fprintf(stderr, "%s: %s\n", error.file, error.text);
        return 1;
    }
    enum isnad_status status = know_compile(mem, &files, &image, &faults);
    for (uint32_t i = 0; i < faults.count; i++)
        fprintf(stderr, "%s/%.*s:%u: %.*s\n", dir, (int)faults.items[i].file.len, faults.items[i].file.at, (unsigned)faults.items[i].line,
                (int)faults.items[i].message.len, faults.items[i].message.at);
    if (faults.count)
        fprintf(stderr, "codebook_compile: %u faults in %s\n", (unsigned)faults.count, dir);
    if ((status != ISNAD_OK || faults.count) && !keep_going)
        return 1;
    if (!image.len) {
        fprintf(stderr, "codebook_compile: no image came of %s\n", dir);
        return 1;
    }
    return write_file(image_path, image) || write_file(bundle_path, codebook_bundle_make(mem, &files));
}

int main(int argc, char **argv)
{
    static struct arena mem;
    static jmp_buf out_of_memory;
    int keep_going = argc > 1 && strcmp(argv[1], "--keep-going") == 0;
    if (argc != 4 + keep_going) {
        fprintf(stderr, "usage: codebook_compile [--keep-going] CODEBOOK-DIR IMAGE BUNDLE\n");
        return 2;
    }
    arena_init(&mem, 0);
    mem.escape = &out_of_memory;
    if (setjmp(out_of_memory)) {
        fprintf(stderr, "codebook_compile: out of memory\n");
        return 3;
    }
    int failed = compile(&mem, argv[1 + keep_going], argv[2 + keep_going], argv[3 + keep_going], keep_going);
    arena_release(&mem);
    return failed;
}
