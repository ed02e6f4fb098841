/*
 * fuzz_intake.c - libFuzzer target: the first byte chooses the format, the rest is the report.
 *
 *     clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/fuzz_intake.c ... && ./fuzz_intake -max_total_time=180 CORPUS
 *
 * Checks what the headers promise: well-formed text, regions sorted, apart and on character borders, origins within the input.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "intake/charset.h"
#include "intake/parse.h"

#ifdef ISNAD_SOURCE_DIR
#define TEST_ROOT ISNAD_SOURCE_DIR
#else
#define TEST_ROOT "." /* the repository */
#endif

static struct page_rules rules;
static struct arena mem;

static struct slice fuzz_read(struct arena *into, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        abort();
    char *bytes = arena_alloc(into, 1 << 20);
    size_t size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return slice_make(bytes, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The page rules, once. */
static void fuzz_prepare(void)
{
    static struct arena constant;
    static const char *const files[] = { TEST_ROOT "/codebook/page/furniture.tsv", TEST_ROOT "/codebook/page/datelines.tsv" };
    struct table tables[2];
    struct fault_list faults = { 0 };
    struct image_writer writer = { 0 };
    arena_init(&constant, 0);
    arena_init(&mem, 0);
    for (int i = 0; i < 2; i++)
        table_parse(&constant, slice_of(files[i]), fuzz_read(&constant, files[i]), &tables[i], &faults);
    page_compile(&constant, tables, 2, &writer, &faults);
    page_rules_open(image_section(image_finish(&constant, &writer), IMAGE_PAGE), &rules);
}

#define fuzz_require(promise) ((promise) ? (void)0 : fuzz_fail(#promise))

static void fuzz_fail(const char *promise)
{
    fprintf(stderr, "broken promise: %s\n", promise);
    abort();
}

static void fuzz_regions(const struct document *document, const struct region_list *list)
{
    uint32_t done = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        struct region at = list->items[i];
        fuzz_require(at.start >= done && at.start < at.end && at.end <= document->text.len);
        fuzz_require(((unsigned char)document->text.at[at.start] & 0xC0) != 0x80);
        fuzz_require(at.end == document->text.len || ((unsigned char)document->text.at[at.end] & 0xC0) != 0x80);
        done = at.end;
    }
}

static void fuzz_document(const struct document *document, bool json, size_t size)
{
    fuzz_require(document->text.at && charset_is_clean(document->text));
    fuzz_require(charset_is_clean(document->title) && document->headline.end <= document->text.len);
    fuzz_require(charset_is_clean(document->author) && charset_is_clean(document->outlet) && charset_is_clean(document->name));
    fuzz_regions(document, &document->furniture);
    fuzz_regions(document, &document->repeats);
    fuzz_regions(document, &document->datelines);
    uint64_t before = 0;
    for (uint32_t at = 0; at <= document->text.len; at++) {
        uint64_t origin = document_origin(document, at), end = document_origin_end(document, at);
        fuzz_require(origin >= before && (json || origin <= size) && end <= (json ? origin + document->text.len * 4 + size : size));
        before = origin;
    }
}

/* A file on disk, for the readers of streams. */
static void fuzz_source(const uint8_t *data, size_t size, const char *ending)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/isnad-fuzz-%ld%s", (long)getpid(), ending);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, size, file) != size)
        abort();
    fclose(file);
    const char *paths[] = { path };
    struct source *source;
    struct raw_report raw;
    struct isnad_error error;
    fuzz_require(source_open(&mem, paths, 1, &source, &error) == ISNAD_OK);
    for (size_t steps = 0;; steps++) {
        fuzz_require(steps < size * 1100 + 10);
        enum isnad_status status = source_next(source, &raw, &error);
        if (status == ISNAD_OK && raw.kind == RAW_END)
            break;
        struct document document;
        if (status == ISNAD_OK && document_parse(&mem, &rules, &raw, NULL, &document, &error) == ISNAD_OK)
            fuzz_document(&document, raw.kind == RAW_JSON, raw.size);
        if (status == ISNAD_OK)
            raw_report_release(&raw);
    }
    source_close(source);
    remove(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!rules.count)
        fuzz_prepare();
    if (!size)
        return 0;
    static const enum raw_kind kinds[] = { RAW_PLAIN, RAW_HTML, RAW_JSON };
    unsigned choice = data[0] % 8;
    if (choice >= 5) {
        fuzz_source(data + 1, size - 1, choice == 5 ? "" : choice == 6 ? ".jsonl" : ".json");
    } else {
        enum raw_kind kind = kinds[choice % 3];
        char *bytes = malloc(size); /* of its own, so that a step too far is seen */
        memcpy(bytes, data + 1, size - 1);
        struct raw_report raw = { kind, bytes, size - 1, "fuzz", 0, 0 };
        struct document document;
        struct isnad_error error;
        if (document_parse(&mem, &rules, &raw, NULL, &document, &error) == ISNAD_OK)
            fuzz_document(&document, kind == RAW_JSON, size - 1);
        free(bytes);
    }
    arena_reset(&mem);
    return 0;
}
