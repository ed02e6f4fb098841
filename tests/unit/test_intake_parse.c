/* From bytes to text: JSON, encodings, HTML, offsets. */
#include "test_intake_help.h"

#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/day.h"

static struct document parse_ok(enum raw_kind kind, const char *bytes)
{
    struct document document;
    struct isnad_error error = { 0 };
    assert_int_equal(help_parse(kind, bytes, strlen(bytes), &document, &error), ISNAD_OK);
    assert_true(charset_is_clean(document.text));
    return document;
}

static void test_json_fields(void **state)
{
    (void)state;
    struct document d = parse_ok(
        RAW_JSON,
        " {\"doc\": \"d1\", \"id\": 7, \"title\": \"T\", \"text\": \"T\\n\\nbody\", \"date\": \"2018-03-12T10:00:00Z\", \"outlet\": \"O\", "
        "\"url\": \"u\", \"extra\": {\"a\": [null, true, -1.5e3]}} ");
    help_same(d.name, "d1");
    help_same(d.title, "T");
    help_same(d.text, "T\n\nbody");
    help_same(d.date, "2018-03-12");
    help_same(d.outlet, "O");
    help_same(d.url, "u");
    assert_int_equal(d.runs.count, 0);
    assert_int_equal(d.headline.end, 1);
    d = parse_ok(RAW_JSON, "{\"id\": 1489372837482737664, \"content\": \"x\", \"source\": \"S\", \"date\": 1520812800}");
    help_same(d.name, "1489372837482737664");
    help_same(d.text, "x");
    help_same(d.outlet, "S");
    help_same(d.date, "2018-03-12");
    d = parse_ok(RAW_JSON, "{\"text\": \"x\"}");
    help_same(d.name, "test.txt@100");
    assert_int_equal(d.headline.end, 0);
    d = parse_ok(RAW_JSON, "{\"body\": \"<p>a</p><p>b</p>\", \"date\": \"yesterday\"}");
    help_same(d.text, "a\n\nb");
    help_same(d.date, "");
    assert_int_equal(d.notes.count, 1);
    assert_int_equal(document_origin(&d, 3), 11); /* of the value of the field */
}

/* An object with a nested value is read by json-c, one without in a single pass: the fields are the same. */
static void test_json_flat(void **state)
{
    (void)state;
    static const char *const inner[] = {
        "\"text\":\"\\u0642\\n\\t\\\\ \\/ \\\"q\\\" \\u00e9\\u20ac \xd9\x82\xd8\xa7\xd9\x84\"",
        "\"text\":\"first\",\"text\":\"second\"",
        "\"text\":\"x\",\"title\":null,\"doc\":true,\"id\":120",
        " \"text\" : \"x\" ,\n\"id\" : 0 , \"title\":\"\" ",
        "\"text\":\"x\",\"title\":\"T\",\"title\":false",
        "\"text\":\"x\",\"id\":-1",
        "\"text\":\"x\",\"id\":01",
        "\"text\":\"x\",\"id\":12e",
        "\"text\":\"x\",\"id\":nul",
        "\"text\":\"x\",\"id\":truex",
        "\"text\":\"x\\q\"",
        "\"text\":\"x\\u12\"",
        "\"text\":\"x\ty\"",
        "\"text\":\"x\",",
        "\"text\" \"x\"",
        "\"text\":\"x",
        "\"text\":",
    };
    for (size_t i = 0; i < sizeof inner / sizeof *inner; i++) {
        struct isnad_error error;
        struct document flat, deep;
        struct slice one = arena_print(&help_mem, "{%s}", inner[i]), two = arena_print(&help_mem, "{\"more\":[{}],%s}", inner[i]);
        enum isnad_status status = help_parse(RAW_JSON, two.at, two.len, &deep, &error);
        assert_int_equal(help_parse(RAW_JSON, one.at, one.len, &flat, &error), status);
        if (status != ISNAD_OK)
            continue;
        assert_true(slice_equal(flat.text, deep.text));
        assert_true(slice_equal(flat.title, deep.title));
        assert_true(slice_equal(flat.name, deep.name));
    }
}

static void test_json_strings(void **state)
{
    (void)state;
    struct document d = parse_ok(RAW_JSON, "{\"text\": \"\\u0642\\ud83d\\ude00\\u0000\\ud800x\\udc00\\\"\\/\\t\xff\xc3\"}");
    help_same(d.text, "\xd9\x82\xf0\x9f\x98\x80 \xef\xbf\xbdx\xef\xbf\xbd\"/\t\xef\xbf\xbd\xef\xbf\xbd");
    assert_int_equal(d.notes.count, 2);
    struct document nul;
    struct isnad_error error;
    assert_int_equal(help_parse(RAW_JSON, "{\"text\": \"a\0b\"}", 15, &nul, &error), ISNAD_OK);
    help_same(nul.text, "a b");
}

static void test_json_faults(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        unsigned byte;
    } cases[] = {
        { "", 0 },
        { "[]", 0 },
        { "{\"text\"", 7 },
        { "{\"text\": \"a", 9 },
        { "{\"text\": \"\\q\"}", 10 },
        { "{\"text\": \"\\u12g4\"}", 10 },
        { "{\"text\": \"a\"", 12 },
        { "{\"text\": \"a\"} x", 14 },
        { "{\"text\": \"a\" \"b\"}", 13 },
        { "{\"text\": nope}", 9 },
        { "{\"text\": {\"a\": ]}}", 15 },
        { "{\"a\": 1}", 0 },
        { "{\"text\": [1}", 11 },
        { "{\"text\": \"a\",}", 13 },
        { "{,}", 1 },
        { "{\"text\": \"a\\", 9 },
        { "{\"text\": }", 9 },
        { "\xff{", 0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document;
        struct isnad_error error = { 0 };
        assert_int_equal(help_parse(RAW_JSON, cases[i].json, strlen(cases[i].json), &document, &error), ISNAD_INPUT);
        assert_string_equal(error.file, "folder/test.txt");
        if (error.byte != 100 + cases[i].byte)
            print_error("%s: byte %u: %s\n", cases[i].json, (unsigned)error.byte, error.text);
        assert_int_equal(error.byte, 100 + cases[i].byte);
    }
    char deep[3000];
    memset(deep, '[', sizeof deep);
    memcpy(deep, "{\"text\":", 8);
    struct document document;
    assert_int_equal(help_parse(RAW_JSON, deep, sizeof deep, &document, NULL), ISNAD_INPUT);
}

/* "al-qatl 12" in every encoding; offsets lead back. */
static void test_charsets(void **state)
{
    (void)state;
    static const char utf8[] = "\xd8\xa7\xd9\x84\xd9\x82\xd8\xaa\xd9\x84 12 \xd9\x81\xd9\x8a \xd8\xa7\xd9\x84\xd9\x8a\xd9\x85\xd9\x86";
    static const struct {
        const char *bytes;
        size_t size;
        unsigned bom, character, space;
    } cases[] = {
        { utf8, sizeof utf8 - 1, 0, 2, 1 },
        { "\xEF\xBB\xBF\xd8\xa7\xd9\x84\xd9\x82\xd8\xaa\xd9\x84 12 \xd9\x81\xd9\x8a \xd8\xa7\xd9\x84\xd9\x8a\xd9\x85\xd9\x86",
          sizeof utf8 + 2, 3, 2, 1 },
        { "\xC7\xE1\xDE\xCA\xE1 12 \xDD\xED \xC7\xE1\xED\xE3\xE4", 17, 0, 1, 1 },
        { "\xC7\xE4\xE2\xCA\xE4 12 \xE1\xEA \xC7\xE4\xEA\xE5\xE6", 17, 0, 1, 1 },
        { "\x27\x06\x44\x06\x42\x06\x2a\x06\x44\x06 \0001\0002\0 \0\x41\x06\x4a\x06 \0\x27\x06\x44\x06\x4a\x06\x45\x06\x46\x06", 34, 0, 2,
          2 },
        { "\xFE\xFF\x06\x27\x06\x44\x06\x42\x06\x2a\x06\x44\0 \0001\0002\0 \x06\x41\x06\x4a\0 \x06\x27\x06\x44\x06\x4a\x06\x45\x06\x46", 36,
          2, 2, 2 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document d;
        struct isnad_error error;
        assert_int_equal(help_parse(RAW_PLAIN, cases[i].bytes, cases[i].size, &d, &error), ISNAD_OK);
        help_same(d.text, utf8);
        unsigned origin = cases[i].bom;
        for (uint32_t at = 0; at < d.text.len;) {
            unsigned len;
            bool ascii = utf8_decode(d.text.at + at, d.text.at + d.text.len, &len) < 0x80;
            assert_int_equal(document_origin(&d, at), origin);
            origin += ascii ? cases[i].space : cases[i].character;
            at += len;
            assert_int_equal(document_origin_end(&d, at), origin);
        }
        assert_int_equal(origin, cases[i].size);
    }
}

static void test_malformed(void **state)
{
    (void)state;
    struct document d = parse_ok(
        RAW_PLAIN,
        "abcdefghijklmnopqrstuvwxyz \xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82\xd9\x82"
        "\xff\xe2\x80\xab z");
    assert_int_equal(d.notes.count, 1);
    assert_int_equal(d.notes.items[0].byte, 100 + 27 + 42);
    assert_int_equal(document_origin(&d, (uint32_t)d.text.len - 1), 27 + 42 + 1 + 3 + 1);
    struct isnad_error error;
    assert_int_equal(help_parse(RAW_PLAIN,
                                "\x7f"
                                "ELF\1\1\1\0\0\0\0\0\0\0\0\0\3\0",
                                18, &d, &error),
                     ISNAD_INPUT);
    assert_int_equal(help_parse(RAW_PLAIN, "", 0, &d, &error), ISNAD_OK);
    assert_int_equal(d.text.len, 0);
    assert_int_equal(d.notes.count, 1);
    assert_int_equal(help_parse(RAW_PLAIN, "long enough to be text a\0b", 26, &d, &error), ISNAD_OK);
    help_same(d.text, "long enough to be text a b");
    assert_int_equal(document_origin(&d, 25), 25);
}

/* The tables against the C library's would need iconv here; a few letters of each half are enough, and ISO-8859-6 has holes. */
static void test_charset_names(void **state)
{
    (void)state;
    assert_int_equal(charset_named(slice_of(" Windows-1256 ")), CHARSET_WINDOWS_1256);
    assert_int_equal(charset_named(slice_of("klingon")), CHARSET_NONE);
    assert_int_equal(charset_declared(slice_of("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-6\">")),
                     CHARSET_ISO_8859_6);
    assert_int_equal(charset_declared(slice_of("<meta charset = 'UTF-8'>")), CHARSET_UTF_8);
    assert_int_equal(charset_declared(slice_of("charset")), CHARSET_NONE);
}

static void test_clean_lengths(void **state)
{
    (void)state;
    /* Every fault at every place in a row of two-byte characters is found. */
    static const char *const bad[] = { "\xff",         "\xc0\xaf",         "\xd9",     "\x82",    "\xe0\x80\x80",
                                       "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82", "\xc1\x81" };
    static const char *const good[] = { "a", "\xd9\x82", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xc2\x80" };
    for (size_t at = 0; at < 20; at++) {
        char text[64];
        for (size_t i = 0; i < sizeof bad / sizeof *bad + sizeof good / sizeof *good; i++) {
            bool is_good = i >= sizeof bad / sizeof *bad;
            const char *piece = is_good ? good[i - sizeof bad / sizeof *bad] : bad[i];
            for (size_t shift = 0; shift < 2; shift++) {
                size_t n = 0;
                if (shift)
                    text[n++] = 'x';
                for (size_t k = 0; k < at; k++, n += 2)
                    memcpy(text + n, "\xd9\x82", 2);
                memcpy(text + n, piece, strlen(piece));
                n += strlen(piece);
                memcpy(text + n, "abcdefghij", 10);
                assert_int_equal(charset_is_clean(slice_make(text, n + 10)), is_good);
            }
        }
    }
    assert_false(charset_is_clean(slice_make("abcdefg\0abcdefghijkl", 20)));
    assert_false(charset_is_clean(slice_make("abcdefgh\0", 9)));
    assert_false(charset_is_clean(slice_make("abcdefg\xd9", 8)));
}

static void test_html_offsets(void **state)
{
    (void)state;
    static const char page[] =
        "<html><head><title>Head | Site</title></head><body><h1>Head</h1><p>a &lt;b&gt;  <i>c</i>&#1602;d&nope;</p><script>x</script><p>z";
    struct document d = parse_ok(RAW_HTML, page);
    help_same(d.text, "Head\n\na <b> c\xd9\x82"
                      "d&nope;\n\nz");
    help_same(d.title, "Head");
    assert_int_equal(d.headline.end, 4);
    static const struct {
        const char *in_text, *in_page;
    } same[] = { { "a <b", "a &lt;" }, { "<b", "&lt;b" }, { "c\xd9", "c</i>" }, { "d&nope", "d&nope" }, { "z", "z" } };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        uint32_t at = (uint32_t)(strstr(d.text.at, same[i].in_text) - d.text.at);
        assert_int_equal(document_origin(&d, at), strstr(page, same[i].in_page) - page);
    }
    uint32_t end = (uint32_t)(strstr(d.text.at, "\n\nz") - d.text.at);
    assert_int_equal(document_origin_end(&d, end), strstr(page, "</p><script>") - page);
}

static char *repeat(const char *piece, size_t times, const char *end)
{
    size_t len = strlen(piece);
    char *text = arena_alloc(&help_mem, len * times + strlen(end) + 1);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * len, piece, len);
    memcpy(text + len * times, end, strlen(end));
    return text;
}

static void test_html_hostile(void **state)
{
    (void)state;
    static const char *const pieces[] = { "<div>",    "<table><tr><td>", "<a href=x>", "<b>",    "<b id=1><p>", "<!--",
                                          "<script>", "<a href=\"",      "<",          "</div>", "&",           "&#9",
                                          "<li><ul>", "<p><span></p>",   "<svg><p>" };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        parse_ok(RAW_HTML, repeat(pieces[i], 300000, "text"));
    struct document d = parse_ok(RAW_HTML, repeat("<div>", 1000000, "text"));
    help_same(d.text, "text");
    assert_int_equal(d.notes.count, 1);
    parse_ok(RAW_HTML, "<");
    parse_ok(RAW_HTML, "</");
    parse_ok(RAW_HTML, "<a");
    parse_ok(RAW_HTML, "<!-");
    parse_ok(RAW_HTML, "<p><title>");
    parse_ok(RAW_HTML, "</p></nav></nav>");
    parse_ok(RAW_PLAIN, repeat("\xe2\x80\xab\n", 10000, "\xd9"));
    parse_ok(RAW_PLAIN, repeat("same paragraph of some length\n", 100000, ""));
}

static void test_long_text(void **state)
{
    (void)state;
    struct document d = parse_ok(RAW_PLAIN, repeat("\xd9\x82", 5000000, ""));
    assert_int_equal(d.text.len, 8 << 20);
    assert_int_equal(d.notes.count, 1);
    char *json = repeat("\xd9\x82", 5000000, "\"}");
    memcpy(json, "{\"text\":\" ", 10);
    d = parse_ok(RAW_JSON, json);
    assert_true(d.text.len <= 8 << 20 && d.notes.count == 1);
}

static void test_entities(void **state)
{
    (void)state;
    static const struct {
        const char *page, *text;
        unsigned used; /* bytes of the page before the x */
    } cases[] = {
        { "&amp;x", "&", 5 },
        { "&laquo;x", "\xc2\xab", 7 },
        { "&#1602;x", "\xd9\x82", 7 },
        { "&#x642;x", "\xd9\x82", 7 },
        { "&#x642x", "\xd9\x82", 6 },
        { "&#147;x", "\xe2\x80\x9c", 6 },
        { "&#99999999999;x", "\xef\xbf\xbd", 14 },
        { "&#33336666666666666;x", "\xef\xbf\xbd", 20 },
        { "&#x80000041;x", "\xef\xbf\xbd", 12 },
        { "&#xD800;x", "\xef\xbf\xbd", 8 },
        { "&zwnj;x", "\xe2\x80\x8c", 6 },
        { "&nope;x", "&nope;", 6 },
        { "&amp x", "& ", 5 },
        { "&;x", "&;", 2 },
        { "&#;x", "&#;", 3 },
        { "&#x;x", "&#x;", 4 },
        { "&Aacute;x", "\xc3\x81", 8 },
        { "&zeta;x", "\xce\xb6", 6 },
        { "&thetasym;x", "\xcf\x91", 10 },
        { "&amp;amp;x", "&amp;", 9 },
        { "&amp;&lt;&lt;x", "&<<", 13 },
        { "&notit;x",
          "\xc2\xac"
          "it;",
          7 },
        { "&notin;in;x",
          "\xe2\x88\x89"
          "in;",
          10 },
        { "&fjlig;x", "fj", 7 },
        { "&amp;</nope>;x", "&;", 13 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char page[64], text[64];
        snprintf(page, sizeof page, "<p>ab%s", cases[i].page);
        snprintf(text, sizeof text, "ab%sx", cases[i].text);
        struct document d = parse_ok(RAW_HTML, page);
        help_same(d.text, text);
        assert_int_equal(document_origin(&d, 2), 5);
        assert_int_equal(document_origin(&d, (uint32_t)d.text.len - 1), 5 + cases[i].used);
    }
}

static void test_days(void **state)
{
    (void)state;
    static const struct {
        const char *field, *day;
    } cases[] = {
        { "2018-03-12", "2018-03-12" },
        { "2018-03-12T23:59:59+03:00", "2018-03-12" },
        { "2018/3/2", "2018-03-02" },
        { "12/03/2018 10:00", "2018-03-12" },
        { "20180312", "2018-03-12" },
        { "Mon, 12 Mar 2018 10:00:00 GMT", "2018-03-12" },
        { "March 12, 2018", "2018-03-12" },
        { "1520812800", "2018-03-12" },
        { "1520812800000", "2018-03-12" },
        { "0", NULL },
        { "2018-02-30", NULL },
        { "2016-02-29", "2016-02-29" },
        { "2018", NULL },
        { "soon", NULL },
        { "", NULL },
        { "99999999999999999", NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char day[11] = "";
        bool found = day_of_field(&help_mem, &help_rules, slice_of(cases[i].field), day);
        assert_int_equal(found, cases[i].day != NULL);
        if (found)
            assert_string_equal(day, cases[i].day);
    }
}

static void test_hash(void **state)
{
    (void)state;
    struct document d = parse_ok(RAW_PLAIN, "abc");
    assert_string_equal(d.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void test_hints(void **state)
{
    (void)state;
    struct raw_report raw = { RAW_PLAIN, (char[]){ "abc" }, 3, "x/y.txt", 0, 0 };
    struct document_hints hints = { slice_of("2018-03-12"), slice_of("O") };
    struct document d;
    assert_int_equal(document_parse(&help_mem, &help_rules, &raw, &hints, &d, NULL), ISNAD_OK);
    help_same(d.name, "y.txt");
    help_same(d.date, "2018-03-12");
    help_same(d.outlet, "O");
}

/* A rule whose example does not show it is refused, with file and line. */
static void test_compile_faults(void **state)
{
    (void)state;
    struct table table;
    struct fault_list faults = { 0 };
    struct image_writer writer = { 0 };
    table_parse(&help_mem, slice_of("f.tsv"),
                slice_of("id\tpattern\tkind\texample\na\tone two\tline\tone two three\nb\tone\tline\ttwo\nc\tone\tbogus\tone\n"), &table,
                &faults);
    page_compile(&help_mem, &table, 1, &writer, &faults);
    assert_int_equal(faults.count, 2);
    assert_int_equal(faults.items[0].line, 3);
    assert_int_equal(faults.items[1].line, 4);
    struct page_rules none;
    page_rules_open(slice_make("", 0), &none);
    struct raw_report raw = { RAW_PLAIN, (char[]){ "a b\nc d" }, 7, "x", 0, 0 };
    struct document d;
    assert_int_equal(document_parse(&help_mem, &none, &raw, NULL, &d, NULL), ISNAD_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_fields),    cmocka_unit_test(test_json_flat),     cmocka_unit_test(test_json_strings),
        cmocka_unit_test(test_json_faults),    cmocka_unit_test(test_charsets),      cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_charset_names),  cmocka_unit_test(test_clean_lengths), cmocka_unit_test(test_html_offsets),
        cmocka_unit_test(test_html_hostile),   cmocka_unit_test(test_long_text),     cmocka_unit_test(test_entities),
        cmocka_unit_test(test_days),           cmocka_unit_test(test_hash),          cmocka_unit_test(test_hints),
        cmocka_unit_test(test_compile_faults),
    };
    return cmocka_run_group_tests(tests, help_open, help_close);
}
