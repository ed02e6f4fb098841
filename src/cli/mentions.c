/*
 * mentions.c - `isnad mentions`: the names, places, numbers and times of reports.
 */
#include "cli/command.h"
#include "cli/show.h"

static struct mention_list mentions_of(const struct work *work, struct arena *mem, const struct pipe_report *report)
{
    struct mention_list list = { 0 };
    mention_list_find(mem, &work->book->know, &report->text, &report->words, &report->mentions, &list);
    return list;
}

static void mentions_show_json(const struct work *work, struct arena *mem, const struct pipe_report *report, struct buffer *out)
{
    struct mention_list list = mentions_of(work, mem, report);
    struct json_writer json = { .out = *out };
    for (uint32_t i = 0; i < list.count; i++) {
        mention_json_write(&json, &work->book->know, &report->text, &report->mentions, &report->referents, &list.items[i]);
        buffer_byte(&json.out, '\n');
        json.comma = false;
    }
    *out = json.out;
}

static void mentions_show(const struct work *work, struct arena *mem, const struct pipe_report *report, struct buffer *out)
{
    const struct terminal *terminal = work->view;
    struct mention_list list = mentions_of(work, mem, report);
    show_report(terminal, &report->document, out);
    buffer_byte(out, '\n');
    if (!list.count)
        buffer_print(out, "    %s\n", terminal_word(terminal, LABEL_NO_MENTIONS));
    for (uint32_t i = 0; i < list.count; i++)
        show_mention(terminal, &work->book->know, report, &list.items[i], out);
    buffer_byte(out, '\n');
}

enum isnad_status command_mentions(const struct options *options)
{
    struct terminal terminal = terminal_of_stdout();
    struct work work = { .stage = PIPE_MENTIONS, .show = options->json ? mentions_show_json : mentions_show, .view = &terminal };
    return command_over_reports(options, &work);
}
