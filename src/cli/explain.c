/*
 * explain.c - `isnad explain`: the way from the words to each claim.
 */
#include <stdlib.h>

#include "cli/command.h"
#include "cli/dump.h"
#include "cli/show.h"
#include "name/homonym.h"

#define MOST_GOVERNORS 32u

struct explain_view {
    struct terminal terminal;
    const struct options *options;
};

/* One report on its way to the terminal. */
struct explainer {
    const struct terminal *terminal;
    const struct know *know;
    const struct pipe_report *report;
    struct homonyms homonyms;
    struct buffer *out;
};

static void explain_step(const struct explainer *e, const char *step)
{
    const struct terminal *terminal = e->terminal;
    struct buffer *out = e->out;
    buffer_text(out, "    ");
    terminal_tint(terminal, out, TINT_FAINT);
    buffer_text(out, step);
    terminal_tint(terminal, out, TINT_NONE);
    size_t columns = 4 + strlen(step);
    buffer_fill(out, ' ', columns < TERMINAL_INDENT ? TERMINAL_INDENT - columns : 1);
}

static void explain_trigger(const struct explainer *e, const struct claim *claim)
{
    for (uint32_t i = 0; i < e->report->words.count; i++) {
        const struct word *word = &e->report->words.items[i];
        if (word->end <= claim->trigger.start || word->start >= claim->trigger.end)
            continue;
        explain_step(e, "trigger");
        buffer_print(e->out, "w%u bytes %llu-%llu  ", (unsigned)i, (unsigned long long)document_origin(&e->report->document, word->start),
                     (unsigned long long)document_origin_end(&e->report->document, word->end));
        terminal_put(e->out, slice_make(e->report->text.source.at + word->start, word->end - word->start));
        buffer_byte(e->out, '\n');
        for (uint32_t j = 0; j < word->reading_count; j++) {
            explain_step(e, j ? "or" : "reading");
            dump_reading(e->know, &word->readings[j], e->out);
            buffer_byte(e->out, ' ');
            dump_rule(e->know, e->know->lemma_origins[word->readings[j].lemma].rule, e->out);
            buffer_text(e->out, "  ");
            terminal_put(e->out, know_text(e->know, e->know->lemmas[word->readings[j].lemma].text));
            buffer_byte(e->out, '\n');
        }
    }
}

static void explain_arguments(const struct explainer *e, const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        explain_step(e, dump_function_name(argument->function));
        buffer_print(e->out, "%s ", dump_origin_name(argument->origin));
        dump_chunk(e->know, e->report, argument->chunk, e->out);
    }
}

/* The clause, what fills its functions, and the clauses that govern it up to the root. */
static void explain_clause(const struct explainer *e, const struct claim *claim)
{
    const struct clause_list *clauses = &e->report->clauses.clauses;
    if (claim->clause >= clauses->count)
        return;
    const struct clause *clause = &clauses->items[claim->clause];
    explain_step(e, "clause");
    dump_clause(e->know, e->report, claim->clause, e->out);
    explain_arguments(e, clause);
    uint32_t governor = clause->governor;
    for (uint32_t i = 0; i < MOST_GOVERNORS && governor < clauses->count; i++, governor = clauses->items[governor].governor) {
        explain_step(e, "under");
        dump_clause(e->know, e->report, governor, e->out);
    }
    if (!clause->frame)
        return;
    explain_step(e, "frame");
    dump_frame(e->know, clause->frame, e->out);
    buffer_byte(e->out, '\n');
}

static void explain_status(const struct explainer *e, const struct claim *claim)
{
    explain_step(e, "status");
    buffer_text(e->out, claim_status_names[claim->status]);
    if (claim->clause < e->report->clauses.clauses.count
        && e->report->clauses.clauses.items[claim->clause].voice < e->report->clauses.voices.count) {
        const struct voice *voice = &e->report->clauses.voices.items[e->report->clauses.clauses.items[claim->clause].voice];
        buffer_print(e->out, ", voice of sentence %u with %u links", (unsigned)voice->sentence, (unsigned)voice->count);
    }
    buffer_byte(e->out, '\n');
    for (uint32_t i = 0; i < claim->chain.count; i++) {
        const struct claim_entity *link = &claim->chain.items[i];
        explain_step(e, "link");
        buffer_print(e->out, "%s ", link_kind_names[link->kind]);
        if (link->entity != KNOW_NONE && link->entity < e->know->entity_count)
            dump_rule(e->know, e->know->entities[link->entity].rule, e->out);
        buffer_text(e->out, "  ");
        terminal_put(e->out, link->name);
        buffer_text(e->out, " < ");
        terminal_put(e->out, link->verb);
        buffer_byte(e->out, '\n');
    }
}

static void explain_candidate(const struct explainer *e, const struct chunk *chunk, const struct name_end *end, bool chosen)
{
    struct homonym_points points = homonym_weigh(&e->homonyms, chunk, end->value);
    explain_step(e, chosen ? "chosen" : "not");
    buffer_add(e->out, know_text(e->know, e->know->entities[end->value].id));
    buffer_print(e->out, " %d = use %+d type %+d country %+d standing %+d around %+d ", homonym_total(points), points.use, points.type,
                 points.country, points.standing, points.around);
    dump_rule(e->know, end->rule, e->out);
    buffer_byte(e->out, '\n');
}

/* Everything that the place's name can be, with what speaks for each; nothing for a name that one thing bears. */
static void explain_candidates(const struct explainer *e, const struct claim_entity *place)
{
    const struct chunk_list *chunks = &e->report->mentions.chunks;
    const struct chunk *chunk = place->chunk < chunks->count ? &chunks->items[place->chunk] : NULL;
    if (!chunk || chunk->entity != place->entity || chunk->choices == KNOW_NONE || e->know->name_ends[chunk->choices].is_last)
        return;
    for (uint32_t i = chunk->choices;; i++) {
        const struct name_end *end = &e->know->name_ends[i];
        if (end->kind == NAME_ENTITY)
            explain_candidate(e, chunk, end, end->value == place->entity);
        if (end->is_last)
            break;
    }
}

static void explain_places(const struct explainer *e, const struct claim *claim)
{
    for (uint32_t i = 0; i < claim->places.count; i++) {
        const struct claim_entity *place = &claim->places.items[i];
        explain_step(e, "place");
        buffer_print(e->out, "%s ", claim_role_name(place->role));
        buffer_add(e->out, place->id.len ? place->id : slice_of("-"));
        if (place->lat == place->lat) {
            buffer_byte(e->out, ' ');
            buffer_decimal(e->out, (double)place->lat, 4, false);
            buffer_byte(e->out, ',');
            buffer_decimal(e->out, (double)place->lon, 4, false);
        }
        if (place->entity != KNOW_NONE && place->entity < e->know->entity_count) {
            buffer_byte(e->out, ' ');
            dump_rule(e->know, e->know->entities[place->entity].rule, e->out);
        }
        buffer_text(e->out, "  ");
        terminal_put(e->out, place->name);
        buffer_byte(e->out, '\n');
        explain_candidates(e, place);
    }
}

/* Why the participants are who they are: the codebook's line of each. */
static void explain_participants(const struct explainer *e, const char *step, const struct claim_entity_list *list)
{
    for (uint32_t i = 0; i < list->count; i++) {
        const struct claim_entity *entity = &list->items[i];
        explain_step(e, step);
        buffer_add(e->out, entity->id.len ? entity->id : slice_of("-"));
        if (entity->referent != KNOW_NONE)
            buffer_print(e->out, " r%u", (unsigned)entity->referent);
        if (entity->entity != KNOW_NONE && entity->entity < e->know->entity_count) {
            buffer_byte(e->out, ' ');
            dump_rule(e->know, e->know->entities[entity->entity].rule, e->out);
        }
        buffer_text(e->out, "  ");
        terminal_put(e->out, entity->name);
        buffer_byte(e->out, '\n');
    }
}

static void explain_claim(const struct explainer *e, uint32_t at)
{
    const struct claim *claim = &e->report->claims.items[at];
    show_claim(e->terminal, e->report, at, true, e->out);
    buffer_text(e->out, "  why\n");
    explain_step(e, "id");
    buffer_text(e->out, claim->id);
    buffer_byte(e->out, '\n');
    explain_trigger(e, claim);
    explain_clause(e, claim);
    explain_participants(e, "actor", &claim->actors);
    explain_participants(e, "recipient", &claim->recipients);
    explain_status(e, claim);
    explain_places(e, claim);
    for (uint32_t i = 0; i < claim->reasons.count; i++) {
        explain_step(e, claim->reasons.items[i].step);
        terminal_put(e->out, claim->reasons.items[i].text);
        buffer_byte(e->out, '\n');
    }
    buffer_byte(e->out, '\n');
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
    struct explainer e = { .terminal = &view->terminal, .know = know, .report = report, .out = out };
    homonyms_gather(&e.homonyms, know, &report->mentions.chunks);
    bool headed = false;
    for (uint32_t i = 0; i < report->claims.count; i++) {
        if (!explain_wants(view->options, &report->claims.items[i], i + 1))
            continue;
        if (!headed) {
            show_report(&view->terminal, &report->document, out);
            buffer_byte(out, '\n');
        }
        headed = true;
        explain_claim(&e, i);
    }
    if (!headed && !view->options->claim) {
        show_report(&view->terminal, &report->document, out);
        buffer_print(out, "\n    %s\n\n", terminal_word(&view->terminal, LABEL_NO_CLAIMS));
    }
}

enum isnad_status command_explain(const struct options *options)
{
    struct explain_view view = { terminal_of_stdout(), options };
    static const enum pipe_stage stages[] = { PIPE_CLAIMS, PIPE_MENTIONS, PIPE_MENTIONS, PIPE_CLAUSES, PIPE_CLAIMS, PIPE_WEIGHED };
    struct work work = { .stage = stages[options->dump], .show = explain_show, .view = &view };
    return command_over_reports(options, &work);
}
