/*
 * main.c - which command, and the exit code: 0 done, 1 some input could not be read, 2 usage, 3 the system failed.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/message.h"

#define OUTPUT_BUFFER ((size_t)8 << 10) /* a report is longer and goes out as it is: a larger buffer would only be a copy of it */

static const struct command commands[] = {
    { "read", OPTION_JSON | OPTION_DATE | OPTION_OUTLET | OPTION_CODEBOOK | OPTION_JOBS | OPTION_NOTES, help_read, command_read },
    { "mentions", OPTION_JSON | OPTION_DATE | OPTION_OUTLET | OPTION_CODEBOOK | OPTION_JOBS | OPTION_NOTES, help_mentions,
      command_mentions },
    { "explain", OPTION_CLAIM | OPTION_DUMP | OPTION_DATE | OPTION_OUTLET | OPTION_CODEBOOK | OPTION_NOTES, help_explain, command_explain },
    { "codebook", OPTION_CODEBOOK, help_codebook, command_codebook },
};

static const struct command *command_find(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (!strcmp(commands[i].name, name))
            return &commands[i];
    return NULL;
}

/* Everything printed is on its way, or that is an error. */
static int finish(enum isnad_status status)
{
    errno = 0;
    if (fflush(stdout) || ferror(stdout)) {
        message_print("standard output: %s; what was printed is not complete", errno ? strerror(errno) : "cannot be written");
        return ISNAD_SYSTEM;
    }
    return status;
}

enum isnad_status command_over_reports(const struct options *options, struct work *work)
{
    struct book book;
    struct isnad_error error = { 0 };
    enum isnad_status status = book_open(&book, options->codebook, &error);
    if (status != ISNAD_OK) {
        book_close(&book);
        return message_error(&error);
    }
    work->book = &book;
    work->hints = (struct document_hints){ slice_of(options->date), slice_of(options->outlet) };
    work->jobs = options->jobs;
    work->notes = options->notes;
    status = workers_read(work, options->paths, options->path_count);
    book_close(&book);
    return status;
}

static int run_help(int argc, char **argv)
{
    const struct command *command = argc > 2 ? command_find(argv[2]) : NULL;
    if (argc > 2 && !command) {
        message_print("there is no command `%s`; see `isnad --help`", argv[2]);
        return ISNAD_USAGE;
    }
    fputs(command ? command->help : help_program, stdout);
    return finish(ISNAD_OK);
}

int main(int argc, char **argv)
{
    static char output[OUTPUT_BUFFER];
    setvbuf(stdout, output, _IOFBF, sizeof output);
    if (argc < 2) {
        fputs(help_program, stderr);
        return ISNAD_USAGE;
    }
    if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") || !strcmp(argv[1], "help"))
        return run_help(argc, argv);
    if (!strcmp(argv[1], "--version")) {
        printf("isnad %s\n", isnad_version());
        return finish(ISNAD_OK);
    }
    const struct command *command = command_find(argv[1]);
    if (!command) {
        message_print("there is no command `%s`; see `isnad --help`", argv[1]);
        return ISNAD_USAGE;
    }
    struct options options;
    if (!options_parse(argc, argv, command->options, &options))
        return ISNAD_USAGE;
    if (options.help) {
        fputs(command->help, stdout);
        return finish(ISNAD_OK);
    }
    return finish(command->run(&options));
}
