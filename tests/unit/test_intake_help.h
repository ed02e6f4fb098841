/*
 * test_intake_help.h - what the tests of intake share: the codebook's page rules, files in a folder of their own.
 */
#ifndef TEST_INTAKE_HELP_H
#define TEST_INTAKE_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "intake/parse.h"

#ifdef ISNAD_SOURCE_DIR
#define TEST_ROOT ISNAD_SOURCE_DIR
#else
#define TEST_ROOT "." /* the repository */
#endif

static struct arena help_mem; /* of the whole run */
static struct page_rules help_rules;
static char help_folder[64];

static inline struct slice help_read(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = arena_alloc(&help_mem, (size_t)size + 1);
    assert_int_equal(fread(bytes, 1, (size_t)size, file), size);
    fclose(file);
    return slice_make(bytes, (size_t)size);
}

static inline int help_open(void **state)
{
    (void)state;
    static const char *const files[] = { TEST_ROOT "/codebook/page/furniture.tsv", TEST_ROOT "/codebook/page/datelines.tsv" };
    arena_init(&help_mem, 0);
    struct table tables[2];
    struct fault_list faults = { 0 };
    for (int i = 0; i < 2; i++)
        table_parse(&help_mem, slice_of(files[i]), help_read(files[i]), &tables[i], &faults);
    struct image_writer writer = { 0 };
    page_compile(&help_mem, tables, 2, &writer, &faults);
    for (uint32_t i = 0; i < faults.count; i++)
        print_error("%.*s:%u: %.*s\n", (int)faults.items[i].file.len, faults.items[i].file.at, faults.items[i].line,
                    (int)faults.items[i].message.len, faults.items[i].message.at);
    assert_int_equal(faults.count, 0);
    page_rules_open(image_section(image_finish(&help_mem, &writer), IMAGE_PAGE), &help_rules);
    assert_true(help_rules.count > 600);
    strcpy(help_folder, "/tmp/isnad-intake-XXXXXX");
    assert_non_null(mkdtemp(help_folder));
    return 0;
}

static inline int help_close(void **state)
{
    (void)state;
    char command[256];
    snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", help_folder, help_folder);
    int result = system(command);
    arena_release(&help_mem);
    return result;
}

static inline const char *help_path(const char *name)
{
    return arena_print(&help_mem, "%s/%s", help_folder, name).at;
}

static inline const char *help_write(const char *name, const void *bytes, size_t size)
{
    const char *path = help_path(name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    return path;
}

/* A document out of bytes. */
static inline enum isnad_status help_parse(enum raw_kind kind, const void *bytes, size_t size, struct document *out,
                                           struct isnad_error *error)
{
    char *copy = arena_alloc(&help_mem, size + 1);
    if (size && bytes)
        memcpy(copy, bytes, size);
    struct raw_report raw = { kind, copy, size, "folder/test.txt", 100, 0 };
    return document_parse(&help_mem, &help_rules, &raw, NULL, out, error);
}

static inline void help_same(struct slice got, const char *wanted)
{
    if (!slice_equal(got, slice_of(wanted)))
        print_error("got [%.*s], wanted [%s]\n", (int)got.len, got.at, wanted);
    assert_true(slice_equal(got, slice_of(wanted)));
}

#endif
