/*
 * isnad.h - the public interface of libisnad: read Arabic reports, get attributed claims.
 *
 * A reader holds a codebook. It is immutable once opened and may be shared by threads. A session is one thread's
 * working memory; it is reused from report to report. The library prints nothing, exits never and has no global state.
 *
 *     struct isnad_error error;
 *     struct isnad_reader *reader = isnad_reader_open(NULL, &error);          // the built-in codebook
 *     struct isnad_session *session = isnad_session_open(reader, &error);
 *     struct isnad_report report = { .name = "r1", .bytes = text, .size = size, .date = "2018-03-12" };
 *     if (isnad_session_read(session, &report, &error) == ISNAD_OK)
 *         for (size_t i = 0; i < isnad_session_claim_count(session); i++)
 *             puts(isnad_session_claim_json(session, i));
 *     isnad_session_close(session);
 *     isnad_reader_close(reader);
 */
#ifndef ISNAD_H
#define ISNAD_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Results of calls. Their values are the exit codes of the program where both exist. */
enum isnad_status {
    ISNAD_OK = 0,
    ISNAD_INPUT = 1,  /* some input could not be read; what could be read was read */
    ISNAD_USAGE = 2,  /* the caller asked for something that does not exist */
    ISNAD_SYSTEM = 3, /* the file system, the memory or another part of the world failed */
};

/* What went wrong, filled by whoever knows most. `byte` is an offset into `file`, 0 where none is meant. */
struct isnad_error {
    enum isnad_status status;
    uint64_t byte;
    char file[256];
    char text[256];
};

/* Marks what the shared library exports. */
#if defined(__GNUC__)
#define ISNAD_API __attribute__((visibility("default")))
#else
#define ISNAD_API
#endif

struct isnad_reader;
struct isnad_session;

/* Opens a reader. `codebook`: a folder whose rows add to the built-in codebook or replace rows of the same id, or NULL. Returns NULL and fills
 * `*error` (may be NULL) when the folder cannot be read or has faults. The caller closes it after all its sessions. */
ISNAD_API struct isnad_reader *isnad_reader_open(const char *codebook, struct isnad_error *error);
ISNAD_API void isnad_reader_close(struct isnad_reader *reader);

/* One thread's working memory. The reader must outlive it. NULL when there is no memory. */
ISNAD_API struct isnad_session *isnad_session_open(const struct isnad_reader *reader, struct isnad_error *error);
ISNAD_API void isnad_session_close(struct isnad_session *session);

/* What form the bytes of a report have. */
enum isnad_format {
    ISNAD_FORMAT_GUESS, /* told by its first bytes */
    ISNAD_FORMAT_PLAIN,
    ISNAD_FORMAT_HTML,
    ISNAD_FORMAT_JSON, /* one object with "text" or "html" */
};

/* A report to read. Texts end in NUL and may be NULL; `bytes` need not and stay the caller's. */
struct isnad_report {
    const char *name; /* becomes doc_name, where the report does not name itself */
    const char *bytes;
    size_t size;
    enum isnad_format format;
    const char *date; /* publication day, YYYY-MM-DD, where the report does not say it */
    const char *outlet;
};

/* Reads one report; what the session held before is forgotten. ISNAD_INPUT when the bytes are no report, or one that needs more memory than the
 * limits allow; the session can read on. */
ISNAD_API enum isnad_status isnad_session_read(struct isnad_session *session, const struct isnad_report *report, struct isnad_error *error);

/* The claims of the report read last, in the order of the text: JSON objects after claims.schema.json, NUL-terminated, without line end,
 * valid until the next read. NULL past the end, or without memory. */
ISNAD_API size_t isnad_session_claim_count(const struct isnad_session *session);
ISNAD_API const char *isnad_session_claim_json(struct isnad_session *session, size_t index);

/* The names, places, numbers and times of the report, likewise. */
ISNAD_API size_t isnad_session_mention_count(struct isnad_session *session);
ISNAD_API const char *isnad_session_mention_json(struct isnad_session *session, size_t index);

/* What was odd about the report's bytes (malformed characters, text past the limit), likewise; `*byte` (may be NULL) becomes where. */
ISNAD_API size_t isnad_session_note_count(const struct isnad_session *session);
ISNAD_API const char *isnad_session_note(const struct isnad_session *session, size_t index, uint64_t *byte);

/* "0.1.0". */
ISNAD_API const char *isnad_version(void);
/* The SHA-256 of the reader's codebook files, in hexadecimal; lives as long as the reader. */
ISNAD_API const char *isnad_reader_codebook(const struct isnad_reader *reader);

#ifdef __cplusplus
}
#endif

#endif
