#include "intake/parse.h"

#include "base/limits.h"
#include "intake/charset.h"
#include "intake/clean.h"
#include "intake/day.h"
#include "intake/html.h"
#include "intake/json.h"

#define BINARY_SAMPLE ((size_t)8 << 10)
#define BINARY_SHARE 20u /* more than one control character in so many: no text */

/* The file's name without folder, compression and ending. */
static struct slice document_file_name(const char *file)
{
    if (!strcmp(file, "-"))
        return slice_of("stdin");
    const char *slash = strrchr(file, '/');
    struct slice name = slice_of(slash && slash[1] ? slash + 1 : file);
    return name;
}

static bool document_is_binary(struct slice text)
{
    size_t len = text.len < BINARY_SAMPLE ? text.len : BINARY_SAMPLE, controls = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        controls += c == 0x7F || (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    }
    return controls * BINARY_SHARE > len;
}

/* Text that is well-formed already, cut to the limit. */
static struct slice document_cut(struct arena *mem, struct document *out, struct slice text)
{
    if (text.len <= LIMIT_REPORT_BYTES)
        return text;
    text.len = LIMIT_REPORT_BYTES;
    while (text.len && ((unsigned char)text.at[text.len] & 0xC0) == 0x80)
        text.len--;
    document_note(mem, out, 0, "longer than %zu bytes of text: the rest is left out", LIMIT_REPORT_BYTES);
    return text;
}

static void document_take_page(struct arena *mem, const struct page_rules *rules, struct slice page_text, struct document *out,
                               struct slice *date)
{
    struct html_page page;
    html_read(mem, rules, page_text, LIMIT_REPORT_BYTES, &page);
    out->text = page.text;
    out->runs = page.runs;
    out->title = out->title.len ? out->title : page.title;
    out->outlet = out->outlet.len ? out->outlet : page.outlet;
    out->author = out->author.len ? out->author : page.author;
    out->url = out->url.len ? out->url : page.url;
    *date = date->len ? *date : page.date;
    if (page.too_deep)
        document_note(mem, out, 0, "elements nested deeper than %u were flattened", LIMIT_HTML_DEPTH);
    if (page.too_long)
        document_note(mem, out, 0, "longer than %zu bytes of text: the rest is left out", LIMIT_REPORT_BYTES);
}

/* What one JSON object says, as far as we know its fields. */
struct json_report {
    struct slice name, title, text, html, content, body, date, outlet, url, author, source;
    bool has_text, has_html, has_content, has_body;
};

static struct slice *json_report_field(struct json_report *report, struct slice key, bool **has)
{
    const struct {
        const char *key;
        struct slice *field;
        bool *has;
    } fields[] = {
        { "doc", &report->name, NULL },
        { "id", &report->name, NULL },
        { "title", &report->title, NULL },
        { "text", &report->text, &report->has_text },
        { "html", &report->html, &report->has_html },
        { "content", &report->content, &report->has_content },
        { "body", &report->body, &report->has_body },
        { "date", &report->date, NULL },
        { "outlet", &report->outlet, NULL },
        { "source", &report->source, NULL },
        { "url", &report->url, NULL },
        { "author", &report->author, NULL },
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (slice_equal(key, slice_of(fields[i].key))) {
            *has = fields[i].has;
            return fields[i].field;
        }
    return NULL;
}

static enum isnad_status json_report_read(struct arena *mem, const struct raw_report *raw, struct slice line, struct json_report *report,
                                          struct json_faults *faults, struct isnad_error *error)
{
    struct json_object object;
    struct json_field field;
    *report = (struct json_report){ 0 };
    for (json_open(line, &object); json_next(&object, &field);) {
        bool *has = NULL;
        struct slice *to = json_report_field(report, field.key, &has);
        if (!to || (field.kind != JSON_STRING && (field.kind != JSON_NUMBER || has)))
            continue;
        if (to == &report->name && report->name.len && slice_equal(field.key, slice_of("id")))
            continue; /* doc goes before id */
        *to = field.kind == JSON_STRING ? json_string(mem, field.value, has ? faults : &(struct json_faults){ 0 }) : field.value;
        if (has)
            *has = true;
    }
    if (object.fault)
        return error_set(error, ISNAD_INPUT, raw->file, raw->file_byte + object.at, "malformed JSON: %s", object.fault);
    if (!report->has_text && !report->has_html && !report->has_content && !report->has_body)
        return error_set(error, ISNAD_INPUT, raw->file, raw->file_byte, "a JSON object without the field text or html");
    return ISNAD_OK;
}

/* Does a field that may hold either hold markup? */
static bool document_looks_html(struct slice text)
{
    size_t len = text.len < 2000 ? text.len : 2000;
    for (size_t i = 0; i + 3 < len; i++)
        if (text.at[i] == '<'
            && ((text.at[i + 1] == 'p' && (text.at[i + 2] == '>' || text.at[i + 2] == ' ')) || memcmp(text.at + i, "<br", 3) == 0
                || memcmp(text.at + i, "<div", 4) == 0))
            return true;
    return false;
}

static enum isnad_status document_parse_json(struct arena *mem, const struct page_rules *rules, const struct raw_report *raw,
                                             struct document *out, struct slice *date, struct isnad_error *error)
{
    struct json_report report;
    struct json_faults faults = { 0 };
    struct slice line = slice_make(raw->bytes, raw->size);
    if (slice_starts(line, slice_of("\xEF\xBB\xBF")))
        line = slice_from(line, 3);
    enum isnad_status status = json_report_read(mem, raw, line, &report, &faults, error);
    if (status)
        return status;
    out->name =
        report.name.len ? report.name : arena_print(mem, "%.*s@%llu", (int)out->name.len, out->name.at, (unsigned long long)raw->file_byte);
    out->title = slice_trim(report.title);
    out->outlet = slice_trim(report.outlet.len ? report.outlet : report.source);
    out->url = report.url;
    out->author = report.author;
    *date = report.date;
    struct slice other = report.has_content ? report.content : report.body;
    if (report.has_text)
        out->text = document_cut(mem, out, report.text);
    else if (report.has_html)
        document_take_page(mem, rules, report.html, out, date);
    else if (document_looks_html(other))
        document_take_page(mem, rules, other, out, date);
    else
        out->text = document_cut(mem, out, other);
    if (faults.malformed || faults.surrogates)
        document_note(mem, out, 0, "%u malformed characters in the text, read as U+FFFD", faults.malformed + faults.surrogates);
    if (faults.nuls)
        document_note(mem, out, 0, "%u NUL characters in the text, read as spaces", faults.nuls);
    return ISNAD_OK;
}

static enum isnad_status document_parse_bytes(struct arena *mem, const struct page_rules *rules, const struct raw_report *raw,
                                              struct document *out, struct slice *date, struct isnad_error *error)
{
    bool html = raw->kind == RAW_HTML;
    enum charset declared = html ? charset_declared(out->raw) : CHARSET_NONE;
    struct slice text;
    struct offset_run_list runs;
    charset_decode(mem, out->raw, declared, html ? LIMIT_FILE_BYTES * 2 : LIMIT_REPORT_BYTES, &text, &runs, out);
    if (document_is_binary(text))
        return error_set(error, ISNAD_INPUT, raw->file, raw->file_byte, "not a text: it is full of control characters");
    if (html) {
        document_take_page(mem, rules, text, out, date);
        out->runs = clean_compose(mem, &out->runs, &runs);
    } else {
        out->text = text;
        out->runs = runs;
    }
    return ISNAD_OK;
}

enum isnad_status document_parse(struct arena *mem, const struct page_rules *rules, const struct raw_report *raw,
                                 const struct document_hints *hints, struct document *out, struct isnad_error *error)
{
    *out = (struct document){ .file = slice_of(raw->file), .file_byte = raw->file_byte, .raw = slice_make(raw->bytes, raw->size) };
    out->name = document_file_name(raw->file);
    document_hash(out->raw, out->sha256);
    struct slice date = { 0 };
    enum isnad_status status = raw->kind == RAW_JSON ? document_parse_json(mem, rules, raw, out, &date, error)
                                                     : document_parse_bytes(mem, rules, raw, out, &date, error);
    if (status)
        return status;
    char day[11];
    if (date.len && day_of_field(mem, rules, date, day))
        out->date = arena_copy(mem, slice_of(day));
    else if (date.len)
        document_note(mem, out, 0, "the date is in no form that is known");
    if (!slice_trim(out->text).len)
        document_note(mem, out, 0, "no text");
    if (!out->text.at)
        out->text = slice_make("", 0);
    if (!out->date.len && hints && hints->date.len && day_of_field(mem, rules, hints->date, day))
        out->date = arena_copy(mem, slice_of(day));
    page_mark(mem, rules, out);
    if (!out->outlet.len && hints)
        out->outlet = hints->outlet;
    return ISNAD_OK;
}
