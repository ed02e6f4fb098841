#include "pipe/pipe.h"

#include "name/chunks.h"

enum isnad_status pipe_read(struct arena *mem, const struct know *know, struct word_memory *memory, enum pipe_stage stage,
                            struct pipe_report *report, struct isnad_error *error)
{
    jmp_buf escape, *outer = mem->escape;
    if (setjmp(escape)) {
        mem->escape = outer;
        return error_set(error, ISNAD_INPUT, "", 0, "the report needs more memory than the limit allows");
    }
    mem->escape = &escape;
    enum isnad_status status = text_prepare(mem, &report->document, &report->text, error);
    if (status == ISNAD_OK)
        status = word_find(mem, know, memory, &report->text, &report->words, error);
    if (status == ISNAD_OK)
        status = name_find(mem, know, &report->text, &report->words, &report->mentions, error);
    if (status == ISNAD_OK)
        status = refer_find(mem, know, &report->text, &report->words, &report->mentions, &report->referents, error);
    if (status == ISNAD_OK && stage >= PIPE_CLAUSES)
        status = clause_find(mem, know, &report->text, &report->words, &report->mentions, &report->clauses, error);
    if (status == ISNAD_OK && stage >= PIPE_WEIGHED)
        status = claim_find(mem, know, &report->text, &report->words, &report->mentions, &report->referents, &report->clauses,
                            &report->claims, error);
    if (status == ISNAD_OK && stage >= PIPE_CLAIMS)
        claims_keep(&report->claims);
    mem->escape = outer;
    return status;
}
