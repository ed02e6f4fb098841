/*
 * show.h - reports, claims and mentions as a person wants to see them.
 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include "claim/claim_json.h"
#include "cli/terminal.h"
#include "pipe/pipe.h"

/* The report's head: name, day, outlet, title. */
void show_report(const struct terminal *terminal, const struct document *document, struct buffer *out);
/* The report's claim number `at` (from 0) as a block: type in words and trigger, who, whom, how many, where, when, chain, evidence. A sentence that an
 * earlier claim quotes is not quoted again. */
void show_claim(const struct terminal *terminal, const struct pipe_report *report, uint32_t at, bool quote_all, struct buffer *out);
/* A mention on one line. */
void show_mention(const struct terminal *terminal, const struct know *know, const struct pipe_report *report, const struct mention *mention,
                  struct buffer *out);

#endif
