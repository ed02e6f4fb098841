/*
 * document.h - a report as the reader sees it: clean UTF-8 text, what is known about it, and the way back to the input's bytes.
 */
#ifndef INTAKE_DOCUMENT_H
#define INTAKE_DOCUMENT_H

#include "base/error.h"
#include "base/list.h"
#include "know/fold.h"
#include "know/page_rules.h"

/* Odd input is data: something that a user should know about how the input was read. */
struct note {
    uint64_t byte; /* in the file */
    struct slice text;
};

struct note_list {
    struct note *items;
    uint32_t count, room;
};

/* `text_len` bytes of text from `text` on came from `origin_len` bytes of input from `origin` on. Within a run offsets are
 * proportional per character when the lengths differ by a constant factor, else the run is one character. Text between two
 * runs (the line ends that part the blocks of a page) came from no byte. */
struct offset_run {
    uint32_t text, text_len;
    uint64_t origin, origin_len;
};

struct offset_run_list {
    struct offset_run *items;
    uint32_t count, room;
};

struct region_list {
    struct region *items;
    uint32_t count, room;
};

struct document {
    struct slice name;  /* the report's own doc or id field, else its file name without folder */
    struct slice file;  /* the input file, for messages */
    uint64_t file_byte; /* where in the file the report starts */
    struct slice raw;   /* the original bytes, whole; for JSON Lines the line without its line end */
    char sha256[65];    /* of `raw`; for compressed input of the decompressed bytes */
    struct slice title, outlet, author, url;
    struct slice date;           /* publication day, YYYY-MM-DD, or empty */
    struct slice text;           /* UTF-8; well-formed */
    struct folded folded;        /* the text; empty where nobody folded it yet */
    struct region headline;      /* where the title stands in the text; empty where it does not */
    struct offset_run_list runs; /* sorted by text; empty: offsets are the same */
    /* Stretches of the text, each list sorted and its regions apart; the lists do not overlap each other. A sentence never
     * crosses the edge of a region. */
    struct region_list furniture; /* no part of the report (menus, related articles) */
    struct region_list repeats;   /* what the report already said, word for word (the headline once more) */
    struct region_list datelines; /* place, agency, author, day at the edges of the report: true, but no link of a chain */
    struct note_list notes;
};

/* The byte of the original input that the character at `offset` of the text came from (for JSON Lines: of the value of its
 * text or html field). For the first byte of evidence. */
uint64_t document_origin(const struct document *document, uint32_t offset);

/* The byte after the last one that the character before `offset` came from. For the end of evidence: over the edge of an
 * HTML element document_origin(end) would be the start of the next piece of text. */
uint64_t document_origin_end(const struct document *document, uint32_t offset);

/* Adds a note; `byte` counts from the start of the report. */
void document_note(struct arena *mem, struct document *document, uint64_t byte, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The SHA-256 of `bytes` as 64 hexadecimal digits and a NUL. */
void document_hash(struct slice bytes, char out[65]);

#endif
