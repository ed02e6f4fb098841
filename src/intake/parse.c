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
        document_note(mem, out, 0, "elements nested deeper than %u, or too many, were flattened", LIMIT_HTML_DEPTH);
    if (page.too_long)
        document_note(mem, out, 0, "longer than %zu bytes of text: the rest is left out", LIMIT_REPORT_BYTES);
}

/* What one JSON object says, as far as we know its fields. */
enum report_field {
    FIELD_DOC,
    FIELD_ID,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_HTML,
    FIELD_CONTENT,
    FIELD_BODY,
    FIELD_DATE,
    FIELD_OUTLET,
    FIELD_SOURCE,
    FIELD_URL,
    FIELD_AUTHOR,
    FIELD_COUNT
};

static const char *const report_fields[FIELD_COUNT] = { "doc",  "id",   "title",  "text",   "html", "content",
                                                        "body", "date", "outlet", "source", "url",  "author" };

static enum isnad_status json_report_read(struct arena *mem, const struct raw_report *raw, struct slice line, struct json_field *fields,
                                          struct json_faults *faults, struct isnad_error *error)
{
    size_t before = (size_t)(line.at - raw->bytes); /* a byte order mark */
    if (!json_read(mem, line, report_fields, FIELD_COUNT, fields, faults))
        return error_set(error, ISNAD_INPUT, raw->file, raw->file_byte + before + faults->at, "malformed JSON: %s", faults->text);
    bool text = false;
    for (size_t i = FIELD_TEXT; i <= FIELD_BODY; i++)
        text |= fields[i].kind == JSON_FIELD_TEXT;
    if (!text)
        return error_set(error, ISNAD_INPUT, raw->file, raw->file_byte, "a JSON object without the field text or html");
    faults->malformed_at += before;
    faults->nul_at += before;
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
    struct json_field fields[FIELD_COUNT];
    struct json_faults faults;
    struct slice line = slice_make(raw->bytes, raw->size);
    if (slice_starts(line, slice_of("\xEF\xBB\xBF")))
        line = slice_from(line, 3);
    enum isnad_status status = json_report_read(mem, raw, line, fields, &faults, error);
    if (status)
        return status;
    struct slice name = fields[FIELD_DOC].value.len ? fields[FIELD_DOC].value : fields[FIELD_ID].value;
    out->name = name.len ? name : arena_print(mem, "%.*s@%llu", (int)out->name.len, out->name.at, (unsigned long long)raw->file_byte);
    out->title = slice_trim(fields[FIELD_TITLE].value);
    out->outlet = slice_trim(fields[FIELD_OUTLET].value.len ? fields[FIELD_OUTLET].value : fields[FIELD_SOURCE].value);
    out->url = fields[FIELD_URL].value;
    out->author = fields[FIELD_AUTHOR].value;
    *date = fields[FIELD_DATE].value;
    struct slice other = fields[fields[FIELD_CONTENT].kind == JSON_FIELD_TEXT ? FIELD_CONTENT : FIELD_BODY].value;
    if (fields[FIELD_TEXT].kind == JSON_FIELD_TEXT)
        out->text = document_cut(mem, out, fields[FIELD_TEXT].value);
    else if (fields[FIELD_HTML].kind == JSON_FIELD_TEXT)
        document_take_page(mem, rules, fields[FIELD_HTML].value, out, date);
    else if (document_looks_html(other))
        document_take_page(mem, rules, other, out, date);
    else
        out->text = document_cut(mem, out, other);
    if (faults.malformed)
        document_note(mem, out, faults.malformed_at, "%u malformed characters, the first here, read as U+FFFD", faults.malformed);
    if (faults.nuls)
        document_note(mem, out, faults.nul_at, "%u NUL characters, the first here, read as spaces", faults.nuls);
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
