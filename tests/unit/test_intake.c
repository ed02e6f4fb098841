/* Where reports come from: files, folders, compression, broken input. */
#include "test_intake_help.h"

#include <fcntl.h>
#include <zlib.h>
#include <zstd.h>

#include "base/limits.h"

struct counted {
    unsigned reports, faults;
    uint64_t bytes;
    struct isnad_error last;
    char names[512]; /* file names without folder, with a space behind each */
};

static struct counted count_paths(const char *const *paths, size_t count)
{
    struct counted counted = { 0 };
    struct source *source;
    struct raw_report raw;
    assert_int_equal(source_open(&help_mem, paths, count, &source, &counted.last), ISNAD_OK);
    for (unsigned i = 0; i < 100000; i++) {
        enum isnad_status status = source_next(source, &raw, &counted.last);
        assert_int_not_equal(status, ISNAD_SYSTEM);
        if (status == ISNAD_OK && raw.kind == RAW_END) {
            struct source_progress progress = source_progress(source);
            assert_int_equal(progress.files_done, progress.files_total);
            if (progress.bytes_total && !counted.faults)
                assert_int_equal(progress.bytes_done, progress.bytes_total);
            source_close(source);
            return counted;
        }
        if (status != ISNAD_OK) {
            counted.faults++;
            continue;
        }
        assert_int_equal(raw.index, counted.reports);
        counted.reports++;
        counted.bytes += raw.size;
        size_t used = strlen(counted.names);
        snprintf(counted.names + used, sizeof counted.names - used, "%s ", strrchr(raw.file, '/') + 1);
        raw_report_release(&raw);
    }
    fail_msg("the source does not end");
    return counted;
}

static struct counted count_path(const char *path)
{
    return count_paths(&path, 1);
}

static size_t gzip(const void *bytes, size_t size, char *out, size_t room)
{
    z_stream z = { 0 };
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (unsigned char *)(uintptr_t)bytes;
    z.avail_in = (uInt)size;
    z.next_out = (unsigned char *)out;
    z.avail_out = (uInt)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    deflateEnd(&z);
    return room - z.avail_out;
}

static const char lines[] = "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\r\n{\"text\":\"c\"}";

static void test_lines(void **state)
{
    (void)state;
    struct counted counted = count_path(help_write("l.jsonl", lines, sizeof lines - 1));
    assert_int_equal(counted.reports, 3);
    assert_int_equal(counted.bytes, 36); /* without line ends */
    assert_int_equal(counted.faults, 0);
}

static void test_json_trees(void **state)
{
    (void)state;
    static const char array[] = "[\n  {\"text\": \"a } \\\" {\"},\n  {\"text\": \"b\", \"more\": {\"x\": [1, 2]}}\n]\n";
    static const char pretty[] = "{\n  \"id\": 1,\n  \"text\": \"a\"\n}\n";
    static const char broken[] = "[{\"text\": \"a\"}, oops, {\"text\": \"b\"}]";
    assert_int_equal(count_path(help_write("a.json", array, sizeof array - 1)).reports, 2);
    assert_int_equal(count_path(help_write("p.json", pretty, sizeof pretty - 1)).reports, 1);
    assert_int_equal(count_path(help_write("l.json", lines, sizeof lines - 1)).reports, 3);
    struct counted counted = count_path(help_write("b.json", broken, sizeof broken - 1));
    assert_int_equal(counted.reports, 1);
    assert_int_equal(counted.faults, 1);
    assert_int_equal(counted.last.byte, 16);
}

static void test_gzip(void **state)
{
    (void)state;
    char packed[1000];
    size_t one = gzip(lines, sizeof lines - 1, packed, sizeof packed);
    assert_int_equal(count_path(help_write("l.jsonl.gz", packed, one)).reports, 3);
    /* A second member goes on where the first ended: its line joins the last one, which had no end. */
    size_t two = one + gzip("\n{\"text\":\"d\"}\n", 14, packed + one, sizeof packed - one);
    assert_int_equal(count_path(help_write("two.jsonl.gz", packed, two)).reports, 4);
    size_t empty = gzip("", 0, packed + two, sizeof packed - two);
    assert_int_equal(count_path(help_write("three.jsonl.gz", packed, two + empty)).reports, 4);
    memcpy(packed + two, "trailing", 8);
    assert_int_equal(count_path(help_write("tail.jsonl.gz", packed, two + 8)).faults, 0);
    /* Told by its first bytes, not by its name. */
    struct counted counted = count_path(help_write("named.jsonl", packed, one));
    assert_int_equal(counted.reports, 3);
    for (size_t cut = 1; cut < one; cut++) {
        counted = count_path(help_write("cut.jsonl.gz", packed, cut));
        assert_true(cut < 2 ? counted.reports <= 1 : counted.faults == 1);
    }
    packed[one / 2] ^= 0x55;
    counted = count_path(help_write("bad.jsonl.gz", packed, one));
    assert_true(counted.faults <= 1);
}

static void test_zstd(void **state)
{
    (void)state;
    char packed[2000];
    size_t one = ZSTD_compress(packed, sizeof packed, lines, sizeof lines - 1, 3);
    assert_int_equal(count_path(help_write("l.jsonl.zst", packed, one)).reports, 3);
    size_t two = one + ZSTD_compress(packed + one, sizeof packed - one, "\n{\"text\":\"d\"}", 13, 3);
    assert_int_equal(count_path(help_write("two.jsonl.zst", packed, two)).reports, 4);
    for (size_t cut = 4; cut < one; cut++)
        assert_int_equal(count_path(help_write("cut.jsonl.zst", packed, cut)).faults, 1);
    assert_int_equal(count_path(help_write("cut2.jsonl.zst", packed, two - 3)).faults, 1);
}

/* 64 MB of nothing in 64 KB, over and over. */
static void test_bomb(void **state)
{
    (void)state;
    const size_t size = (size_t)48 << 20;
    char *zeros = calloc(1, size), *packed = malloc(size);
    assert_non_null(zeros);
    assert_non_null(packed);
    memset(zeros, ' ', size);
    size_t one = gzip(zeros, size, packed, size);
    for (int i = 1; i < 4; i++)
        memcpy(packed + one * (size_t)i, packed, one);
    struct counted counted = count_path(help_write("bomb.txt.gz", packed, one * 4));
    assert_int_equal(counted.reports, 0);
    assert_int_equal(counted.faults, 1);
    size_t dense = ZSTD_compress(packed, size, zeros, size, 19);
    counted = count_path(help_write("bomb.jsonl.zst", packed, dense));
    assert_int_equal(counted.faults, 1);
    assert_non_null(strstr(counted.last.text, "times"));
    free(zeros);
    free(packed);
}

static void test_long_line(void **state)
{
    (void)state;
    const char *path = help_path("long.jsonl");
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("{\"text\":\"a\"}\n{\"text\":\"", file);
    char block[1 << 16];
    memset(block, 'x', sizeof block);
    for (size_t i = 0; i < (LIMIT_LINE_BYTES >> 16) * 3; i++)
        fwrite(block, 1, sizeof block, file);
    fputs("\"}\n{\"text\":\"b\"}\n", file);
    fclose(file);
    struct counted counted = count_path(path);
    assert_int_equal(counted.reports, 2);
    assert_int_equal(counted.faults, 1);
    assert_int_equal(counted.last.byte, 13);
    assert_non_null(strstr(counted.last.file, "long.jsonl"));
}

static void test_large_file(void **state)
{
    (void)state;
    const char *path = help_path("large.txt");
    int fd = open(path, O_CREAT | O_WRONLY, 0600);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, (off_t)1 << 30), 0);
    close(fd);
    struct counted counted = count_path(path);
    assert_int_equal(counted.reports, 0);
    assert_int_equal(counted.faults, 1);
}

static void test_folder(void **state)
{
    (void)state;
    assert_int_equal(mkdir(help_path("f"), 0700), 0);
    assert_int_equal(mkdir(help_path("f/b"), 0700), 0);
    help_write("f/c.txt", "c", 1);
    help_write("f/a.html", "a", 1);
    help_write("f/b/z.txt", "z", 1);
    help_write("f/b/y.htm", "y", 1);
    help_write("f/picture.png", "p", 1);
    help_write("f/.hidden.txt", "h", 1);
    assert_int_equal(symlink("..", help_path("f/b/loop")), 0);
    assert_int_equal(symlink("../c.txt", help_path("f/b/link.txt")), 0);
    assert_int_equal(symlink("gone.txt", help_path("f/gone.txt")), 0);
    struct counted counted = count_path(help_path("f"));
    assert_string_equal(counted.names, "a.html link.txt y.htm z.txt c.txt ");
    assert_int_equal(counted.faults, 0);
}

static void test_unreadable(void **state)
{
    (void)state;
    const char *paths[] = { help_path("nowhere.txt"), help_write("ok.txt", "ok", 2), help_write("secret.txt", "s", 1),
                            help_path("secret") };
    assert_int_equal(mkdir(paths[3], 0), 0);
    chmod(paths[2], 0);
    struct counted counted = count_paths(paths, 4);
    unsigned root = geteuid() == 0;
    assert_int_equal(counted.reports, 1 + root);
    assert_int_equal(counted.faults, root ? 1 : 3);
}

static void test_empty(void **state)
{
    (void)state;
    assert_int_equal(count_path(help_write("empty.jsonl", "", 0)).reports, 0);
    assert_int_equal(count_path(help_write("empty.json", "", 0)).reports, 0);
    assert_int_equal(count_path(help_write("empty.txt", "", 0)).reports, 1);
    char packed[100];
    assert_int_equal(count_path(help_write("empty.txt.gz", packed, gzip("", 0, packed, sizeof packed))).reports, 1);
}

/* What a file without a telling name holds. */
static void test_sniff(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum raw_kind kind;
    } cases[] = {
        { "\xEF\xBB\xBF{\"text\": \"a\"}\n{\"text\": \"b\"}\n", RAW_JSON },
        { "  <!DOCTYPE html><p>a", RAW_HTML },
        { "a <b", RAW_PLAIN },
        { "{a}", RAW_PLAIN },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path = help_write("unnamed", cases[i].bytes, strlen(cases[i].bytes));
        struct source *source;
        struct raw_report raw;
        struct isnad_error error;
        assert_int_equal(source_open(&help_mem, &path, 1, &source, &error), ISNAD_OK);
        assert_int_equal(source_next(source, &raw, &error), ISNAD_OK);
        assert_int_equal(raw.kind, cases[i].kind);
        raw_report_release(&raw);
        source_close(source);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),      cmocka_unit_test(test_json_trees), cmocka_unit_test(test_gzip),
        cmocka_unit_test(test_zstd),       cmocka_unit_test(test_bomb),       cmocka_unit_test(test_long_line),
        cmocka_unit_test(test_large_file), cmocka_unit_test(test_folder),     cmocka_unit_test(test_unreadable),
        cmocka_unit_test(test_empty),      cmocka_unit_test(test_sniff),
    };
    return cmocka_run_group_tests(tests, help_open, help_close);
}
