/*
 * dump.h - what the stages found, a line each: ASCII first, Arabic last on the line. Tests compare these lines.
 *
 *     w3 s0 18-26 arabic qatala:verb.past.3.m.sg.act.pass | qatl:...  WORD
 *     c2 s0 w3-4 verb lemma=qatala  WORDS
 *     k1 s0 c2 finite qatala root frame=ASSAULT@frames/events_force.tsv:12 subject=c4 object=c5  WORDS
 *     v1 s0 c3<c2 denial  SPEAKER
 *     1 0123456789abcdef ASSAULT/targeted negated 0.810 18-26 evidence=1 places=at:sy.dimashq time=2018-03-11 chain=named  ACTORS > RECIPIENTS < CHAIN
 *
 * w: words, c: chunks, k: clauses, v: voices, s: sentences, r: referents; ranges of words end before the second number.
 */
#ifndef CLI_DUMP_H
#define CLI_DUMP_H

#include "cli/options.h"
#include "pipe/pipe.h"
#include "base/buffer.h"

void dump_report(const struct know *know, const struct pipe_report *report, enum dump_stage stage, struct buffer *out);

/* "verb.past.3.m.sg.act" */
void dump_features(uint32_t features, struct buffer *out);
/* "qatala:verb.past.3.m.sg.act+wa" */
void dump_reading(const struct know *know, const struct reading *reading, struct buffer *out);
/* "frames/events_force.tsv:12", "-" for none. */
void dump_rule(const struct know *know, uint32_t rule, struct buffer *out);
/* "ASSAULT/targeted@FILE:LINE", or the operator's class instead of the type; "-" for none. */
void dump_frame(const struct know *know, const struct frame *frame, struct buffer *out);
/* One line, with its end. */
void dump_clause(const struct know *know, const struct pipe_report *report, uint32_t clause, struct buffer *out);
void dump_chunk(const struct know *know, const struct pipe_report *report, uint32_t chunk, struct buffer *out);

/* "subject", "coordinate", "root" …; "?" for a value that has no name here yet. */
const char *dump_function_name(uint8_t function);
const char *dump_origin_name(uint8_t origin);
const char *dump_relation_name(uint8_t relation);

#endif
