/*
 * The cases in tests/data/intake: a first line "# kind: why", the input, a line "---", and what intake makes of it. UPDATE=1 rewrites
 * the expected part.
 */
#include "test_intake_help.h"

#include <dirent.h>

static const char *case_path;

static void case_line(FILE *out, const char *key, struct slice value)
{
    if (value.len)
        fprintf(out, "%s %.*s\n", key, (int)value.len, value.at);
}

static void case_regions(FILE *out, const char *key, const struct document *document, const struct region_list *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        fprintf(out, "%s %u %u %.*s\n", key, list->items[i].start, list->items[i].end, (int)(list->items[i].end - list->items[i].start),
                document->text.at + list->items[i].start);
}

static void case_dump(FILE *out, const struct document *document, bool with_text)
{
    case_line(out, "title", document->title);
    case_line(out, "outlet", document->outlet);
    case_line(out, "author", document->author);
    case_line(out, "date", document->date);
    case_line(out, "url", document->url);
    struct slice rest = document->text, line;
    while (with_text && slice_cut(&rest, '\n', &line))
        case_line(out, "text", line);
    if (document->headline.end)
        fprintf(out, "headline %u %u\n", document->headline.start, document->headline.end);
    case_regions(out, "furniture", document, &document->furniture);
    case_regions(out, "repeat", document, &document->repeats);
    case_regions(out, "dateline", document, &document->datelines);
    for (uint32_t i = 0; i < document->notes.count; i++)
        fprintf(out, "note %llu %.*s\n", (unsigned long long)document->notes.items[i].byte - 100, (int)document->notes.items[i].text.len,
                document->notes.items[i].text.at);
}

static void test_case(void **state)
{
    (void)state;
    struct slice file = help_read(case_path), head = file, line;
    assert_true(slice_cut(&head, '\n', &line));
    bool html = slice_starts(line, slice_of("# html")), json = slice_starts(line, slice_of("# json"));
    char *mark = strstr(file.at, "\n---\n");
    assert_non_null(mark);
    if (!mark)
        return; /* for the analyser */
    struct slice input = slice_make(head.at, (size_t)(mark - head.at)), expected = slice_of(mark + 5);
    struct document document;
    struct isnad_error error;
    char *got = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&got, &size);
    assert_non_null(out);
    if (help_parse(html ? RAW_HTML : json ? RAW_JSON : RAW_PLAIN, input.at, input.len, &document, &error))
        fprintf(out, "error %llu %s\n", (unsigned long long)error.byte - 100, error.text);
    else
        case_dump(out, &document, html);
    fclose(out);
    bool same = slice_equal(slice_make(got, size), expected);
    if (!same && getenv("UPDATE")) {
        FILE *rewritten = fopen(case_path, "wb");
        assert_non_null(rewritten);
        fwrite(file.at, 1, (size_t)(expected.at - file.at), rewritten);
        fwrite(got, 1, size, rewritten);
        fclose(rewritten);
    } else if (!same) {
        print_error("%s: got\n%s", case_path, got);
    }
    free(got);
    assert_true(same || getenv("UPDATE"));
}

static int case_order(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int main(void)
{
    const char *paths[256];
    size_t count = 0;
    DIR *folder = opendir(TEST_ROOT "/tests/data/intake");
    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        const char *ending = strrchr(entry->d_name, '.');
        if (!ending || strcmp(ending, ".case") != 0 || count == 256)
            continue;
        char *path = malloc(512);
        snprintf(path, 512, TEST_ROOT "/tests/data/intake/%.255s", entry->d_name);
        paths[count++] = path;
    }
    if (folder)
        closedir(folder);
    qsort(paths, count, sizeof *paths, case_order);
    int failed = count == 0;
    for (size_t i = 0; i < count; i++) {
        case_path = paths[i];
        const struct CMUnitTest tests[] = { { paths[i], test_case, NULL, NULL, NULL } };
        failed += cmocka_run_group_tests(tests, help_open, help_close);
        free((char *)(uintptr_t)paths[i]);
    }
    return failed;
}
