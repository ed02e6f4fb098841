#include "intake/source.h"

#include <stdlib.h>

#include "base/limits.h"
#include "intake/stream.h"
#include "intake/walk.h"

#define SNIFF_BYTES 1024u

enum source_mode {
    SOURCE_CLOSED, /* between two files */
    SOURCE_LINES,  /* JSON, one object a line */
    SOURCE_TREES,  /* JSON objects over several lines, or in an array */
    SOURCE_WHOLE,  /* one report a file */
};

struct source {
    struct walk walk;
    uint32_t next_file;
    uint64_t index, bytes_before; /* bytes of the files before the open one */
    struct stream stream;
    const char *file;
    enum source_mode mode;
    enum raw_kind kind; /* of SOURCE_WHOLE */
    char *held;         /* the window into the open file: at..end unread */
    size_t at, end, room;
    uint64_t held_from;   /* where held[0] stands in the decompressed file */
    bool ended;           /* of the open file; what is held may be left */
    bool skipping;        /* within a line that is too long */
    bool resume;          /* the fault just told was one line's; the file goes on */
    uint64_t bytes_total; /* 0: unknown */
};

void raw_report_release(struct raw_report *raw)
{
    free(raw->bytes);
    raw->bytes = NULL;
}

enum isnad_status source_open(struct arena *mem, const char *const *paths, size_t count, struct source **out, struct isnad_error *error)
{
    static const char *const standard_input[] = { "-" };
    (void)error;
    struct source *source = arena_new(mem, struct source);
    source->stream.fd = -1;
    for (size_t i = 0; i < (count ? count : 1); i++)
        walk_path(mem, count ? paths[i] : standard_input[0], &source->walk);
    for (uint32_t i = 0; i < source->walk.count; i++) {
        if (!source->walk.items[i].sized) {
            source->bytes_total = 0;
            break;
        }
        source->bytes_total += source->walk.items[i].size;
    }
    *out = source;
    return ISNAD_OK;
}

static void source_leave_file(struct source *source)
{
    source->bytes_before += source->stream.taken;
    stream_close(&source->stream);
    free(source->held);
    source->held = NULL;
    source->at = source->end = source->room = 0;
    source->mode = SOURCE_CLOSED;
}

void source_close(struct source *source)
{
    source_leave_file(source);
    source->next_file = source->walk.count;
}

struct source_progress source_progress(const struct source *source)
{
    return (struct source_progress){
        .bytes_done = source->bytes_before + source->stream.taken,
        .bytes_total = source->bytes_total,
        .files_done = source->next_file - (source->mode != SOURCE_CLOSED),
        .files_total = source->walk.count,
        .files_ignored = source->walk.ignored,
    };
}

/* Reads more of the open file into the window. */
static enum isnad_status source_more(struct source *source, struct isnad_error *error)
{
    if (source->at && source->at * 2 >= source->end) {
        memmove(source->held, source->held + source->at, source->end - source->at);
        source->held_from += source->at;
        source->end -= source->at;
        source->at = 0;
    }
    if (source->room - source->end < STREAM_BUFFER) {
        size_t room = source->room + source->room / 2 + STREAM_BUFFER * 2;
        char *grown = realloc(source->held, room);
        if (!grown)
            return error_set(error, ISNAD_SYSTEM, source->file, source->held_from, "no memory for a report of %zu bytes", room);
        source->held = grown;
        source->room = room;
    }
    size_t got;
    enum isnad_status status = stream_read(&source->stream, source->held + source->end, source->room - source->end, &got, error);
    if (status == ISNAD_OK) {
        source->end += got;
        source->ended = !got;
    }
    return status;
}

static bool source_ends(const char *path, const char *ending)
{
    struct slice name = slice_of(path);
    if (slice_ends(name, slice_of(".gz")))
        name.len -= 3;
    else if (slice_ends(name, slice_of(".zst")))
        name.len -= 4;
    return slice_ends(name, slice_of(ending));
}

/* An object that is closed on the line where it starts. */
static bool source_is_line(struct slice head)
{
    const char *end = memchr(head.at, '\n', head.len);
    struct slice line = slice_trim(slice_make(head.at, end ? (size_t)(end - head.at) : head.len));
    return !end ? head.len == SNIFF_BYTES : line.len > 1 && line.at[line.len - 1] == '}';
}

static bool source_looks_html(struct slice head)
{
    static const char *const marks[] = { "<!doctype html", "<html", "<head", "<body", "<meta", "<article", "<?xml" };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t k = 0;
        while (marks[i][k] && k < head.len && (head.at[k] | (head.at[k] >= 'A' && head.at[k] <= 'Z' ? 32 : 0)) == marks[i][k])
            k++;
        if (!marks[i][k])
            return true;
    }
    return false;
}

/* What is in the file: by its name, else by its first bytes. */
static void source_sniff(struct source *source)
{
    struct slice head = slice_make(source->held, source->end < SNIFF_BYTES ? source->end : SNIFF_BYTES);
    if (head.len && slice_starts(head, slice_of("\xEF\xBB\xBF")))
        head = slice_from(head, 3);
    while (head.len && strchr(" \t\r\n", head.at[0]) && head.at[0])
        head = slice_from(head, 1);
    bool lines = source_ends(source->file, ".jsonl") || source_ends(source->file, ".ndjson");
    bool json = source_ends(source->file, ".json");
    bool text = source_ends(source->file, ".txt"), html = source_ends(source->file, ".html") || source_ends(source->file, ".htm");
    size_t second = 1;
    while (second < head.len && (head.at[second] == ' ' || head.at[second] == '\n' || head.at[second] == '\r' || head.at[second] == '\t'))
        second++;
    bool object = head.len > second && head.at[0] == '{' && (head.at[second] == '"' || head.at[second] == '}');
    bool array = head.len > second && head.at[0] == '[' && head.at[second] == '{';
    source->kind = html || (!text && source_looks_html(head)) ? RAW_HTML : RAW_PLAIN;
    if (lines)
        source->mode = SOURCE_LINES;
    else if (json || (!text && !html && (object || array)))
        source->mode = array || (json && head.len && head.at[0] == '[') || (object && !source_is_line(head)) ? SOURCE_TREES : SOURCE_LINES;
    else
        source->mode = SOURCE_WHOLE;
}

static enum isnad_status source_enter_file(struct source *source, struct isnad_error *error)
{
    source->file = source->walk.items[source->next_file++].path;
    source->held_from = 0;
    source->ended = source->skipping = false;
    enum isnad_status status = stream_open(&source->stream, source->file, error);
    while (status == ISNAD_OK && !source->ended && source->end < SNIFF_BYTES)
        status = source_more(source, error);
    if (status)
        source_leave_file(source);
    else
        source_sniff(source);
    return status;
}

/* Hands out held[at..at+size], and goes on after `used`. */
static enum isnad_status source_give(struct source *source, enum raw_kind kind, size_t size, size_t used, struct raw_report *out,
                                     struct isnad_error *error)
{
    char *bytes = malloc(size + 1);
    if (!bytes)
        return error_set(error, ISNAD_SYSTEM, source->file, source->held_from, "no memory for a report of %zu bytes", size);
    memcpy(bytes, source->held + source->at, size);
    bytes[size] = 0;
    *out = (struct raw_report){ kind, bytes, size, source->file, source->held_from + source->at, source->index++ };
    source->at += used;
    return ISNAD_OK;
}

/* One line of JSON Lines; blank ones are passed over. RAW_END at the end of the file. */
static enum isnad_status source_line(struct source *source, struct raw_report *out, struct isnad_error *error)
{
    size_t searched = 0;
    for (;;) {
        const char *start = source->held + source->at;
        size_t left = source->end - source->at;
        const char *mark = left > searched ? memchr(start + searched, '\n', left - searched) : NULL;
        size_t len = mark ? (size_t)(mark - start) : left;
        if (!source->skipping && len > LIMIT_LINE_BYTES) {
            source->resume = true;
            error_set(error, ISNAD_INPUT, source->file, source->held_from + source->at, "a line longer than %zu bytes: skipped",
                      LIMIT_LINE_BYTES);
            source->at += mark ? len + 1 : len;
            source->skipping = !mark;
            return ISNAD_INPUT;
        }
        if (mark || source->ended) {
            bool skipped = source->skipping;
            size_t used = mark ? len + 1 : len;
            source->skipping = false;
            if (!skipped && slice_trim(slice_make(start, len)).len) {
                size_t size = len;
                while (size && start[size - 1] == '\r')
                    size--;
                return source_give(source, RAW_JSON, size, used, out, error);
            }
            source->at += used;
            searched = 0;
            if (mark)
                continue;
            return ISNAD_OK;
        }
        if (source->skipping)
            source->at += left;
        searched = source->skipping ? 0 : left;
        enum isnad_status status = source_more(source, error);
        if (status)
            return status;
    }
}

/* Where a JSON scanner stands in the window, so that reading more does not start over. */
struct source_scan {
    size_t at, depth;
    bool string, escape;
};

/* True when an object that starts at the window's start ends at scan->at. */
static bool source_scan_object(struct slice window, struct source_scan *scan)
{
    for (; scan->at < window.len; scan->at++) {
        char c = window.at[scan->at];
        if (scan->escape)
            scan->escape = false;
        else if (scan->string && c == '\\')
            scan->escape = true;
        else if (c == '"')
            scan->string = !scan->string;
        else if (!scan->string && (c == '{' || c == '['))
            scan->depth++;
        else if (!scan->string && (c == '}' || c == ']') && !--scan->depth) {
            scan->at++;
            return true;
        }
    }
    return false;
}

/* The next object; between objects stand the brackets and commas of an array. */
static enum isnad_status source_tree(struct source *source, struct raw_report *out, struct isnad_error *error)
{
    struct source_scan scan = { 0 };
    for (;;) {
        if (!scan.at)
            while (source->at < source->end && source->held[source->at] != '{') {
                if (!strchr(" \t\r\n,[]\xEF\xBB\xBF", source->held[source->at]) || !source->held[source->at])
                    return error_set(error, ISNAD_INPUT, source->file, source->held_from + source->at,
                                     "a JSON object was expected: the rest of the file is skipped");
                source->at++;
            }
        struct slice window = slice_make(source->held + source->at, source->end - source->at);
        if (window.len && source_scan_object(window, &scan))
            return source_give(source, RAW_JSON, scan.at, scan.at, out, error);
        if (window.len > LIMIT_LINE_BYTES)
            return error_set(error, ISNAD_INPUT, source->file, source->held_from + source->at,
                             "a JSON object longer than %zu bytes: the rest of the file is skipped", LIMIT_LINE_BYTES);
        if (source->ended)
            return window.len
                       ? error_set(error, ISNAD_INPUT, source->file, source->held_from + source->at, "a JSON object that does not end")
                       : ISNAD_OK;
        enum isnad_status status = source_more(source, error);
        if (status)
            return status;
    }
}

static enum isnad_status source_whole(struct source *source, struct raw_report *out, struct isnad_error *error)
{
    while (!source->ended) {
        if (source->end > LIMIT_FILE_BYTES)
            return error_set(error, ISNAD_INPUT, source->file, 0, "larger than %zu bytes: skipped", LIMIT_FILE_BYTES);
        enum isnad_status status = source_more(source, error);
        if (status)
            return status;
    }
    return source_give(source, source->kind, source->end, source->end, out, error);
}

enum isnad_status source_next(struct source *source, struct raw_report *out, struct isnad_error *error)
{
    *out = (struct raw_report){ .kind = RAW_END };
    for (;;) {
        if (source->mode == SOURCE_CLOSED) {
            if (source->next_file == source->walk.count)
                return ISNAD_OK;
            enum isnad_status opened = source_enter_file(source, error);
            if (opened)
                return opened;
        }
        enum source_mode mode = source->mode;
        enum isnad_status status = mode == SOURCE_LINES   ? source_line(source, out, error)
                                   : mode == SOURCE_TREES ? source_tree(source, out, error)
                                                          : source_whole(source, out, error);
        bool ended = status == ISNAD_OK ? mode == SOURCE_WHOLE || out->kind == RAW_END : !source->resume;
        source->resume = false;
        if (ended)
            source_leave_file(source);
        if (status != ISNAD_OK || out->kind != RAW_END)
            return status;
    }
}
