/*
 * codebook_test.c - reads the examples of the codebook and compares with what their columns say.
 *
 * An event's example must give a claim with the row's type and mode, and with its actors and recipients. A reporting rule's must give the
 * speaker as a link of a chain, or where it names none, the operator or expression itself. Names agree when one contains the other.
 */
#include <stdio.h>

#include "base/limits.h"
#include "cli/codebook.h"
#include "cli/message.h"
#include "cli/terminal.h"
#include "know/fold.h"
#include "know/table.h"

#define EXAMPLE_DATE "2018-03-12" /* so that "yesterday" is a day */

struct tester {
    const struct book *book;
    const char *dir;
    struct arena mem; /* of one example */
    struct word_memory *memory;
    struct example_count *count;
};

struct example {
    const struct table *table;
    uint32_t row;
    struct pipe_report *report;
};

static struct slice example_cell(const struct example *example, const char *column)
{
    return table_cell(example->table, example->row, table_column(example->table, column));
}

static void tester_fail(struct tester *t, const struct example *example, const char *message, struct slice detail)
{
    struct buffer text = { .mem = &t->mem };
    buffer_text(&text, message);
    if (detail.len) {
        buffer_text(&text, ": ");
        terminal_put(&text, detail);
    }
    buffer_text(&text, " | ");
    terminal_put(&text, example_cell(example, "example"));
    codebook_print_place(t->book, t->dir, example->table->file, example->table->rows[example->row].line);
    printf("%.*s\n", (int)text.len, text.at);
    t->count->failed++;
}

static bool slice_contains(struct slice whole, struct slice part)
{
    for (size_t i = 0; part.len && i + part.len <= whole.len; i++)
        if (!memcmp(whole.at + i, part.at, part.len))
            return true;
    return false;
}

/* `expected` is folded. */
static bool name_agrees(struct tester *t, struct slice expected, struct slice name)
{
    struct slice folded = fold_copy(&t->mem, name);
    return slice_contains(folded, expected) || slice_contains(expected, folded);
}

static bool entity_agrees(struct tester *t, const struct document *document, struct slice expected, const struct claim_entity *entity)
{
    if (entity->mention.end
        && name_agrees(t, expected, slice_make(document->text.at + entity->mention.start, entity->mention.end - entity->mention.start)))
        return true;
    for (uint32_t i = 0; i < entity->aliases.count; i++)
        if (name_agrees(t, expected, entity->aliases.items[i]))
            return true;
    return name_agrees(t, expected, entity->name);
}

/* Whether every name of the cell is in the list; an empty cell wants nothing. */
static bool list_agrees(struct tester *t, const struct document *document, struct slice cell, const struct claim_entity_list *list,
                        const struct claim_entity_list *places)
{
    struct slice part;
    while (cell.len && slice_cut(&cell, '|', &part)) {
        struct slice expected = fold_copy(&t->mem, slice_trim(part));
        bool found = false;
        for (uint32_t i = 0; i < list->count && !found; i++)
            found = entity_agrees(t, document, expected, &list->items[i]);
        /* a place that something is done to stands in the places (codebook of readings, "Targets") */
        for (uint32_t i = 0; i < places->count && !found; i++)
            found = entity_agrees(t, document, expected, &places->items[i]);
        if (!found)
            return false;
    }
    return true;
}

/* What a claim lacks; NULL when it is as the row says. */
static const char *event_lack(struct tester *t, const struct example *example, const struct claim *claim)
{
    struct slice type = example_cell(example, "type"), mode = example_cell(example, "mode");
    struct slice actor = example_cell(example, "actor"), recipient = example_cell(example, "recipient");
    const struct document *document = &example->report->document;
    if (!slice_equal(type, slice_of(event_type_names[claim->type])))
        return "no claim of this type";
    if (mode.len && !slice_equal(mode, slice_of(event_mode_names[claim->mode])))
        return "the claim has another mode";
    if (!list_agrees(t, document, actor, &claim->actors, &(struct claim_entity_list){ 0 }))
        return "the claim lacks the actor";
    if (!list_agrees(t, document, recipient, &claim->recipients, &claim->places))
        return "the claim lacks the recipient";
    if (!actor.len && claim->actors.count)
        return "the claim has an actor, the row has none";
    if (!recipient.len && claim->recipients.count)
        return "the claim has a recipient, the row has none";
    return NULL;
}

static void test_event(struct tester *t, const struct example *example)
{
    const struct claim_list *claims = &example->report->claims;
    const char *nearest = "no claim of this type";
    struct slice detail = example_cell(example, "type");
    for (uint32_t i = 0; i < claims->count; i++) {
        const char *lack = event_lack(t, example, &claims->items[i]);
        if (!lack) {
            t->count->passed++;
            return;
        }
        if (strcmp(lack, "no claim of this type") != 0) {
            nearest = lack;
            detail = example_cell(example, strstr(lack, "mode") ? "mode" : strstr(lack, "recipient") ? "recipient" : "actor");
        }
    }
    tester_fail(t, example, nearest, detail);
}

/* Whether somebody of this name speaks: as link of a claim's chain, or of a voice that no claim stands in. */
static bool speaker_is_found(struct tester *t, const struct example *example, struct slice name)
{
    const struct pipe_report *report = example->report;
    struct slice expected = fold_copy(&t->mem, slice_trim(name));
    for (uint32_t i = 0; i < report->claims.count; i++)
        for (uint32_t j = 0; j < report->claims.items[i].chain.count; j++)
            if (entity_agrees(t, &report->document, expected, &report->claims.items[i].chain.items[j]))
                return true;
    for (uint32_t i = 0; i < report->clauses.voices.count; i++)
        for (uint32_t j = 0; j < report->clauses.voices.items[i].count; j++) {
            const struct chunk *chunk = &report->mentions.chunks.items[report->clauses.voices.items[i].links[j].chunk];
            if (name_agrees(t, expected, chunk_text(&report->text, &report->words, chunk, NULL, NULL)))
                return true;
        }
    return false;
}

static void test_speakers(struct tester *t, const struct example *example)
{
    struct slice cell = example_cell(example, "expect"), part;
    while (cell.len && slice_cut(&cell, '|', &part))
        if (!speaker_is_found(t, example, part)) {
            tester_fail(t, example, "no link of a chain is the speaker", part);
            return;
        }
    t->count->passed++;
}

static void test_operator(struct tester *t, const struct example *example)
{
    const struct clause_list *clauses = &example->report->clauses.clauses;
    struct slice class = example_cell(example, "class");
    if (example_cell(example, "expect").len) {
        test_speakers(t, example);
        return;
    }
    for (uint32_t i = 0; i < clauses->count; i++)
        if (clauses->items[i].operator && slice_equal(class, slice_of(operator_class_names[clauses->items[i].operator->operator_class]))) {
            t->count->passed++;
            return;
        }
    /* an adjective is no clause: what it describes must not have happened */
    bool describes = slice_equal(example_cell(example, "part"), slice_of("adjective"));
    for (uint32_t i = 0; describes && i < example->report->claims.count; i++)
        if (example->report->claims.items[i].status != CLAIM_ACTUAL) {
            t->count->passed++;
            return;
        }
    tester_fail(t, example, "no clause has an operator of this class", class);
}

static void test_expression(struct tester *t, const struct example *example)
{
    static const char *const kinds[] = { "source", "back", "channel", "hedge" };
    const struct chunk_list *chunks = &example->report->mentions.chunks;
    struct slice kind = example_cell(example, "kind");
    if (example_cell(example, "expect").len) {
        test_speakers(t, example);
        return;
    }
    for (uint32_t i = 0; i < chunks->count; i++)
        if (chunks->items[i].kind == CHUNK_EXPRESSION && slice_equal(kind, slice_of(kinds[chunks->items[i].value]))) {
            t->count->passed++;
            return;
        }
    tester_fail(t, example, "no expression of this kind is found", kind);
}

static enum isnad_status test_read(struct tester *t, struct example *example, void (*test)(struct tester *t, const struct example *example))
{
    struct isnad_error error = { 0 };
    struct slice text = example_cell(example, "example");
    if (!text.len)
        return ISNAD_OK; /* a fault, told by check */
    struct pipe_report *report = arena_new(&t->mem, struct pipe_report);
    report->document = (struct document){
        .name = slice_of("example"), .file = example->table->file, .raw = text, .text = text, .date = slice_of(EXAMPLE_DATE)
    };
    example->report = report;
    enum isnad_status status = pipe_read(&t->mem, &t->book->know, t->memory, PIPE_WEIGHED, report, &error);
    if (status == ISNAD_OK)
        test(t, example);
    else
        tester_fail(t, example, error.text, slice_make(NULL, 0));
    return status == ISNAD_SYSTEM ? status : ISNAD_OK;
}

static enum isnad_status test_row(struct tester *t, const struct table *table, uint32_t row,
                                  void (*test)(struct tester *t, const struct example *example))
{
    jmp_buf escape;
    struct example example = { .table = table, .row = row };
    arena_reset(&t->mem);
    if (setjmp(escape)) {
        t->mem.escape = NULL;
        return ISNAD_SYSTEM;
    }
    t->mem.escape = &escape;
    enum isnad_status status = test_read(t, &example, test);
    t->mem.escape = NULL;
    return status;
}

static enum isnad_status test_table(struct tester *t, const struct table *table,
                                    void (*test)(struct tester *t, const struct example *example))
{
    enum isnad_status status = ISNAD_OK;
    for (uint32_t i = 0; i < table->count && status == ISNAD_OK; i++)
        status = test_row(t, table, i, test);
    return status;
}

static enum isnad_status test_files(struct tester *t, struct arena *mem)
{
    static const struct {
        const char *path;
        void (*test)(struct tester *t, const struct example *example);
    } kinds[] = { { "frames/events", test_event },
                  { "frames/contents", test_event },
                  { "reporting/operators", test_operator },
                  { "reporting/expressions", test_expression } };
    const struct book *book = t->book;
    enum isnad_status status = ISNAD_OK;
    uint32_t first = book->user_first < book->files.count ? book->user_first : 0;
    for (uint32_t i = first; i < book->files.count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds && status == ISNAD_OK; k++) {
            const struct codebook_file *file = &book->files.items[i];
            struct fault_list faults = { 0 }; /* told by know_compile() already */
            struct table table = { 0 };
            if (!slice_starts(file->path, slice_of(kinds[k].path)))
                continue;
            table_parse(mem, file->path, file->bytes, &table, &faults);
            status = test_table(t, &table, kinds[k].test);
        }
    return status;
}

enum isnad_status codebook_test(const struct book *book, const char *dir, struct example_count *count)
{
    jmp_buf escape;
    struct arena mem;
    struct isnad_error error = { 0 };
    struct tester tester = { .book = book, .dir = dir, .count = count };
    if (word_memory_open(&tester.memory, &error) != ISNAD_OK)
        return message_error(&error);
    arena_init(&mem, 0);
    arena_init(&tester.mem, LIMIT_REPORT_MEMORY);
    enum isnad_status status = ISNAD_SYSTEM;
    if (!setjmp(escape)) {
        mem.escape = &escape;
        status = test_files(&tester, &mem);
    }
    if (status == ISNAD_SYSTEM)
        message_print("no memory left for the examples");
    arena_release(&tester.mem);
    arena_release(&mem);
    word_memory_close(tester.memory);
    return status == ISNAD_OK && count->failed ? ISNAD_INPUT : status;
}
