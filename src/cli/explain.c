/*
 * explain.c - `isnad explain`: the way from the words to each claim.
 */
#include <stdlib.h>

#include "cli/command.h"
#include "cli/dump.h"
#include "cli/show.h"

#define MOST_GOVERNORS 32u

struct explain_view {
    struct terminal terminal;
    const struct options *options;
};

static void explain_step(const struct terminal *terminal, struct buffer *out, const char *step)
{
    buffer_text(out, "    ");
    terminal_tint(terminal, out, TINT_FAINT);
    buffer_text(out, step);
    terminal_tint(terminal, out, TINT_NONE);
    size_t columns = 4 + strlen(step);
    buffer_fill(out, ' ', columns < TERMINAL_INDENT ? TERMINAL_INDENT - columns : 1);
}

static void explain_trigger(const struct terminal *terminal, const struct know *know, const struct pipe_report *report,
                            const struct claim *claim, struct buffer *out)
{
    for (uint32_t i = 0; i < report->words.count; i++) {
        const struct word *word = &report->words.items[i];
        if (word->end <= claim->trigger.start || word->start >= claim->trigger.end)
            continue;
        explain_step(terminal, out, "trigger");
        buffer_print(out, "w%u bytes %llu-%llu  ", (unsigned)i, (unsigned long long)document_origin(&report->document, word->start),
                     (unsigned long long)document_origin_end(&report->document, word->end));
        terminal_put(out, slice_make(report->text.source.at + word->start, word->end - word->start));
        buffer_byte(out, '\n');
        for (uint32_t j = 0; j < word->reading_count; j++) {
            explain_step(terminal, out, j ? "or" : "reading");
            dump_reading(know, &word->readings[j], out);
            buffer_byte(out, ' ');
            dump_rule(know, know->lemmas[word->readings[j].lemma].rule, out);
            buffer_text(out, "  ");
            terminal_put(out, know_text(know, know->lemmas[word->readings[j].lemma].text));
            buffer_byte(out, '\n');
        }
    }
}

static void explain_arguments(const struct terminal *terminal, const struct know *know, const struct pipe_report *report,
                              const struct clause *clause, struct buffer *out)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        explain_step(terminal, out, dump_function_name(argument->function));
        buffer_print(out, "%s ", dump_origin_name(argument->origin));
        dump_chunk(know, report, argument->chunk, out);
    }
}

/* The clause, what fills its functions, and the clauses that govern it up to the root. */
static void explain_clause(const struct terminal *terminal, const struct know *know, const struct pipe_report *report,
                           const struct claim *claim, struct buffer *out)
{
    const struct clause_list *clauses = &report->clauses.clauses;
    if (claim->clause >= clauses->count)
        return;
    const struct clause *clause = &clauses->items[claim->clause];
    explain_step(terminal, out, "clause");
    dump_clause(know, report, claim->clause, out);
    explain_arguments(terminal, know, report, clause, out);
    uint32_t governor = clause->governor;
    for (uint32_t i = 0; i < MOST_GOVERNORS && governor < clauses->count; i++, governor = clauses->items[governor].governor) {
        explain_step(terminal, out, "under");
        dump_clause(know, report, governor, out);
    }
    if (!clause->frame)
        return;
    explain_step(terminal, out, "frame");
    dump_frame(know, clause->frame, out);
    buffer_byte(out, '\n');
}

static void explain_status(const struct terminal *terminal, const struct know *know, const struct pipe_report *report,
                           const struct claim *claim, struct buffer *out)
{
    explain_step(terminal, out, "status");
    buffer_text(out, claim_status_names[claim->status]);
    if (claim->clause < report->clauses.clauses.count
        && report->clauses.clauses.items[claim->clause].voice < report->clauses.voices.count) {
        const struct voice *voice = &report->clauses.voices.items[report->clauses.clauses.items[claim->clause].voice];
        buffer_print(out, ", voice of sentence %u with %u links", (unsigned)voice->sentence, (unsigned)voice->count);
    }
    buffer_byte(out, '\n');
    for (uint32_t i = 0; i < claim->chain.count; i++) {
        const struct claim_entity *link = &claim->chain.items[i];
        explain_step(terminal, out, "link");
        buffer_print(out, "%s ", link_kind_names[link->kind]);
        if (link->entity != KNOW_NONE && link->entity < know->entity_count)
            dump_rule(know, know->entities[link->entity].rule, out);
        buffer_text(out, "  ");
        terminal_put(out, link->name);
        buffer_text(out, " < ");
        terminal_put(out, link->verb);
        buffer_byte(out, '\n');
    }
}

static void explain_places(const struct terminal *terminal, const struct know *know, const struct claim *claim, struct buffer *out)
{
    for (uint32_t i = 0; i < claim->places.count; i++) {
        const struct claim_entity *place = &claim->places.items[i];
        explain_step(terminal, out, "place");
        buffer_print(out, "%s ", claim_role_name(place->role));
        buffer_add(out, place->id.len ? place->id : slice_of("-"));
        if (place->lat == place->lat) {
            buffer_byte(out, ' ');
            buffer_decimal(out, (double)place->lat, 4, false);
            buffer_byte(out, ',');
            buffer_decimal(out, (double)place->lon, 4, false);
        }
        if (place->entity != KNOW_NONE && place->entity < know->entity_count) {
            buffer_byte(out, ' ');
            dump_rule(know, know->entities[place->entity].rule, out);
        }
        buffer_text(out, "  ");
        terminal_put(out, place->name);
        buffer_byte(out, '\n');
    }
}

/* Why the participants are who they are: the codebook's line of each. */
static void explain_participants(const struct terminal *terminal, const struct know *know, const char *step,
                                 const struct claim_entity_list *list, struct buffer *out)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct claim_entity *entity = &list->items[i];
        explain_step(terminal, out, step);
        buffer_add(out, entity->id.len ? entity->id : slice_of("-"));
        if (entity->referent != KNOW_NONE)
            buffer_print(out, " r%u", (unsigned)entity->referent);
        if (entity->entity != KNOW_NONE && entity->entity < know->entity_count) {
            buffer_byte(out, ' ');
            dump_rule(know, know->entities[entity->entity].rule, out);
        }
        buffer_text(out, "  ");
        terminal_put(out, entity->name);
        buffer_byte(out, '\n');
    }
}

static void explain_claim(const struct explain_view *view, const struct know *know, const struct pipe_report *report, uint32_t at,
                          struct buffer *out)
{
    const struct terminal *terminal = &view->terminal;
    const struct claim *claim = &report->claims.items[at];
    show_claim(terminal, report, at, true, out);
    buffer_text(out, "  why\n");
    explain_step(terminal, out, "id");
    buffer_text(out, claim->id);
    buffer_byte(out, '\n');
    explain_trigger(terminal, know, report, claim, out);
    explain_clause(terminal, know, report, claim, out);
    explain_participants(terminal, know, "actor", &claim->actors, out);
    explain_participants(terminal, know, "recipient", &claim->recipients, out);
    explain_status(terminal, know, report, claim, out);
    explain_places(terminal, know, claim, out);
    for (uint32_t i = 0; i < claim->reasons.count; i++) {
        explain_step(terminal, out, claim->reasons.items[i].step);
        terminal_put(out, claim->reasons.items[i].text);
        buffer_byte(out, '\n');
    }
    buffer_byte(out, '\n');
}

static bool explain_wants(const struct options *options, const struct claim *claim, uint32_t number)
{
    if (!options->claim)
        return true;
    char *end;
    unsigned long wanted = strtoul(options->claim, &end, 10);
    return !strcmp(options->claim, claim->id) || (!*end && strlen(options->claim) < 16 && wanted == number);
}

static void explain_show(const struct work *work, struct arena *mem, const struct pipe_report *report, struct buffer *out)
{
    const struct explain_view *view = work->view;
    const struct know *know = &work->book->know;
    (void)mem;
    if (view->options->dump != DUMP_NONE) {
        dump_report(know, report, view->options->dump, out);
        return;
    }
    bool headed = false;
    for (uint32_t i = 0; i < report->claims.count; i++) {
        if (!explain_wants(view->options, &report->claims.items[i], i + 1))
            continue;
        if (!headed) {
            show_report(&view->terminal, &report->document, out);
            buffer_byte(out, '\n');
        }
        headed = true;
        explain_claim(view, know, report, i, out);
    }
    if (!headed && !view->options->claim) {
        show_report(&view->terminal, &report->document, out);
        buffer_print(out, "\n    %s\n\n", terminal_word(&view->terminal, LABEL_NO_CLAIMS));
    }
}

enum isnad_status command_explain(const struct options *options)
{
    struct explain_view view = { terminal_of_stdout(), options };
    static const enum pipe_stage stages[] = { PIPE_CLAIMS, PIPE_MENTIONS, PIPE_MENTIONS, PIPE_CLAUSES, PIPE_CLAIMS };
    struct work work = { .stage = stages[options->dump], .show = explain_show, .view = &view };
    return command_over_reports(options, &work);
}
