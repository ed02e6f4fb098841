/*
 * parse.h - one raw report becomes a document. Any number of threads, each with its own arena.
 *
 *     struct raw_report raw;                                   // of source_next()
 *     struct document document;
 *     status = document_parse(&mem, &rules, &raw, &(struct document_hints){ .date = slice_of("2018-03-12") }, &document, &error);
 */
#ifndef INTAKE_PARSE_H
#define INTAKE_PARSE_H

#include "intake/page.h"
#include "intake/source.h"

/* What the caller knows about reports that do not say it themselves; empty slices where it knows nothing. */
struct document_hints {
    struct slice date, outlet;
};

/* ISNAD_INPUT, with file and byte: malformed JSON, JSON without a text, bytes that are no text. The document lives in `mem` and points
 * into raw->bytes: release the raw report after it. */
enum isnad_status document_parse(struct arena *mem, const struct page_rules *rules, const struct raw_report *raw,
                                 const struct document_hints *hints, struct document *out, struct isnad_error *error);

#endif
