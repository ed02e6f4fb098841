/*
 * pipe.h - the stages in order: a document in, claims out. Nothing else is done here.
 */
#ifndef PIPE_PIPE_H
#define PIPE_PIPE_H

#include "claim/claim.h"
#include "intake/parse.h"

/* Everything that was found in one report. Lives in the arena that it was read with. */
struct pipe_report {
    struct document document;
    struct text text;
    struct word_list words;
    struct mention_set mentions;
    struct referent_list referents;
    struct clause_set clauses;
    struct claim_list claims;
};

/* How far to read. */
enum pipe_stage {
    PIPE_MENTIONS,
    PIPE_CLAUSES,
    PIPE_WEIGHED, /* claims of all predicates that name an event, weighed */
    PIPE_CLAIMS,  /* those that tell one */
};

/* Reads report->document (set by the caller). Stages get the arena, the knowledge, their input, their output, the error. */
enum isnad_status pipe_read(struct arena *mem, const struct know *know, struct word_memory *memory, enum pipe_stage stage,
                            struct pipe_report *report, struct isnad_error *error);

#endif
