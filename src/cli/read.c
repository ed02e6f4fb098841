/*
 * read.c - `isnad read`: the claims of reports.
 */
#include "cli/command.h"
#include "cli/show.h"

static void read_show_json(const struct work *work, struct arena *mem, const struct pipe_report *report, struct buffer *out)
{
    (void)work;
    (void)mem;
    struct json_writer json = { .out = *out };
    for (uint32_t i = 0; i < report->claims.count; i++) {
        claim_json_write(&json, &report->document, &report->claims.items[i]);
        buffer_byte(&json.out, '\n');
        json.comma = false;
    }
    *out = json.out;
}

static void read_show(const struct work *work, struct arena *mem, const struct pipe_report *report, struct buffer *out)
{
    const struct terminal *terminal = work->view;
    (void)mem;
    show_report(terminal, &report->document, out);
    buffer_byte(out, '\n');
    if (!report->claims.count)
        buffer_print(out, "    %s\n\n", terminal_word(terminal, LABEL_NO_CLAIMS));
    for (uint32_t i = 0; i < report->claims.count; i++) {
        show_claim(terminal, report, i, false, out);
        buffer_byte(out, '\n');
    }
}

enum isnad_status command_read(const struct options *options)
{
    struct terminal terminal = terminal_of_stdout();
    struct work work = { .stage = PIPE_CLAIMS, .show = options->json ? read_show_json : read_show, .view = &terminal };
    return command_over_reports(options, &work);
}
