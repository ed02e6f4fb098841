/*
 * library.c - the functions of isnad.h over the stages.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "claim/claim_json.h"
#include "pipe/book.h"
#include "pipe/pipe.h"

#ifndef ISNAD_VERSION
#define ISNAD_VERSION "0.0.0"
#endif

struct isnad_reader {
    struct book book;
    char codebook[65];
};

struct isnad_session {
    const struct isnad_reader *reader;
    struct arena mem; /* of the report */
    struct word_memory *words;
    struct pipe_report *report; /* in `mem`; NULL when nothing is read */
    const char **claims;        /* JSON, made when asked for */
    const char **mentions;
    struct mention_list mention_list;
    bool has_mentions;
};

const char *isnad_version(void)
{
    return ISNAD_VERSION;
}

struct isnad_reader *isnad_reader_open(const char *codebook, struct isnad_error *error)
{
    struct isnad_reader *reader = calloc(1, sizeof *reader);
    if (!reader) {
        error_set(error, ISNAD_SYSTEM, NULL, 0, "no memory");
        return NULL;
    }
    if (book_open(&reader->book, codebook, error) != ISNAD_OK) {
        isnad_reader_close(reader);
        return NULL;
    }
    struct slice version = reader->book.know.version;
    memcpy(reader->codebook, version.at, version.len < 64 ? version.len : 64);
    return reader;
}

void isnad_reader_close(struct isnad_reader *reader)
{
    if (reader)
        book_close(&reader->book);
    free(reader);
}

const char *isnad_reader_codebook(const struct isnad_reader *reader)
{
    return reader->codebook;
}

struct isnad_session *isnad_session_open(const struct isnad_reader *reader, struct isnad_error *error)
{
    struct isnad_session *session = calloc(1, sizeof *session);
    if (!session) {
        error_set(error, ISNAD_SYSTEM, NULL, 0, "no memory");
        return NULL;
    }
    session->reader = reader;
    arena_init(&session->mem, LIMIT_REPORT_MEMORY);
    if (word_memory_open(&session->words, error) != ISNAD_OK) {
        session->words = NULL;
        isnad_session_close(session);
        return NULL;
    }
    return session;
}

void isnad_session_close(struct isnad_session *session)
{
    if (!session)
        return;
    if (session->words)
        word_memory_close(session->words);
    arena_release(&session->mem);
    free(session);
}

/* What the bytes are by how they begin. */
static enum raw_kind report_guess(struct slice bytes)
{
    static const char *const marks[] = { "<!doctype html", "<html", "<head", "<body", "<meta", "<article" };
    if (slice_starts(bytes, slice_of("\xEF\xBB\xBF")))
        bytes = slice_from(bytes, 3);
    bytes = slice_trim(bytes);
    if (bytes.len && bytes.at[0] == '{') {
        struct slice inner = slice_trim(slice_from(bytes, 1));
        return inner.len && inner.at[0] == '"' ? RAW_JSON : RAW_PLAIN;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t k = 0;
        while (marks[i][k] && k < bytes.len && (bytes.at[k] | (bytes.at[k] >= 'A' && bytes.at[k] <= 'Z' ? 32 : 0)) == marks[i][k])
            k++;
        if (!marks[i][k])
            return RAW_HTML;
    }
    return RAW_PLAIN;
}

static void session_forget(struct isnad_session *session)
{
    arena_reset(&session->mem);
    session->report = NULL;
    session->claims = session->mentions = NULL;
    session->mention_list = (struct mention_list){ 0 };
    session->has_mentions = false;
}

static enum isnad_status session_fill(struct isnad_session *session, const struct isnad_report *in, struct isnad_error *error)
{
    static const enum raw_kind kinds[] = { RAW_END, RAW_PLAIN, RAW_HTML, RAW_JSON };
    const struct book *book = &session->reader->book;
    if ((unsigned)in->format >= sizeof kinds / sizeof *kinds || (in->size && !in->bytes))
        return error_set(error, ISNAD_USAGE, in->name, 0, "no report: bytes are missing or the format is unknown");
    /* The JSON is made later, so the bytes are kept. */
    struct slice bytes = arena_copy(&session->mem, slice_make(in->bytes, in->size));
    struct raw_report raw = { .kind = in->format == ISNAD_FORMAT_GUESS ? report_guess(bytes) : kinds[in->format], .size = bytes.len };
    raw.bytes = (char *)bytes.at;
    raw.file = in->name ? arena_copy(&session->mem, slice_of(in->name)).at : "report";
    struct document_hints hints = { 0 };
    hints.date = arena_copy(&session->mem, slice_of(in->date));
    hints.outlet = arena_copy(&session->mem, slice_of(in->outlet));
    struct pipe_report *report = arena_new(&session->mem, struct pipe_report);
    enum isnad_status status = document_parse(&session->mem, &book->page, &raw, &hints, &report->document, error);
    if (status == ISNAD_OK)
        status = pipe_read(&session->mem, &book->know, session->words, PIPE_CLAIMS, report, error);
    if (status == ISNAD_OK)
        session->report = report;
    return status;
}

enum isnad_status isnad_session_read(struct isnad_session *session, const struct isnad_report *report, struct isnad_error *error)
{
    jmp_buf escape;
    session_forget(session);
    if (setjmp(escape)) {
        session->mem.escape = NULL;
        session_forget(session);
        return error_set(error, ISNAD_INPUT, report->name, 0, "the report needs more memory than the limit allows");
    }
    session->mem.escape = &escape;
    enum isnad_status status = session_fill(session, report, error);
    session->mem.escape = NULL;
    return status;
}

size_t isnad_session_claim_count(const struct isnad_session *session)
{
    return session->report ? session->report->claims.count : 0;
}

const char *isnad_session_claim_json(struct isnad_session *session, size_t index)
{
    jmp_buf escape;
    if (index >= isnad_session_claim_count(session))
        return NULL;
    struct pipe_report *report = session->report;
    if (setjmp(escape)) {
        session->mem.escape = NULL;
        return NULL;
    }
    session->mem.escape = &escape;
    if (!session->claims)
        session->claims = arena_array(&session->mem, const char *, report->claims.count);
    if (!session->claims[index])
        session->claims[index] = claim_json(&session->mem, &report->document, &report->claims.items[index]).at;
    session->mem.escape = NULL;
    return session->claims[index];
}

size_t isnad_session_mention_count(struct isnad_session *session)
{
    jmp_buf escape;
    struct pipe_report *report = session->report;
    if (!report || setjmp(escape)) {
        session->mem.escape = NULL;
        return 0;
    }
    session->mem.escape = &escape;
    if (!session->has_mentions) {
        session->mention_list = (struct mention_list){ 0 };
        mention_list_find(&session->mem, &session->reader->book.know, &report->text, &report->words, &report->mentions,
                          &session->mention_list);
        session->mentions = arena_array(&session->mem, const char *, session->mention_list.count);
        session->has_mentions = true;
    }
    session->mem.escape = NULL;
    return session->mention_list.count;
}

const char *isnad_session_mention_json(struct isnad_session *session, size_t index)
{
    jmp_buf escape;
    if (index >= isnad_session_mention_count(session))
        return NULL;
    struct pipe_report *report = session->report;
    if (setjmp(escape)) {
        session->mem.escape = NULL;
        return NULL;
    }
    session->mem.escape = &escape;
    if (!session->mentions[index])
        session->mentions[index] = mention_json(&session->mem, &session->reader->book.know, &report->text, &report->mentions,
                                                &report->referents, &session->mention_list.items[index])
                                       .at;
    session->mem.escape = NULL;
    return session->mentions[index];
}

size_t isnad_session_note_count(const struct isnad_session *session)
{
    return session->report ? session->report->document.notes.count : 0;
}

const char *isnad_session_note(const struct isnad_session *session, size_t index, uint64_t *byte)
{
    if (index >= isnad_session_note_count(session))
        return NULL;
    const struct note *note = &session->report->document.notes.items[index];
    if (byte)
        *byte = note->byte;
    return note->text.at;
}
