/*
 * command.h - the commands of the program: one file each.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"
#include "cli/workers.h"

struct command {
    const char *name;
    unsigned options; /* enum option_flag, or-ed */
    const char *help; /* the whole text of `isnad NAME --help` */
    /* The exit code: an isnad_status. What went wrong was told. */
    enum isnad_status (*run)(const struct options *options);
};

enum isnad_status command_read(const struct options *options);
enum isnad_status command_mentions(const struct options *options);
enum isnad_status command_explain(const struct options *options);
enum isnad_status command_codebook(const struct options *options);

extern const char help_program[], help_read[], help_mentions[], help_explain[], help_codebook[];

/* Opens the codebook that the options name and reads all their reports with `work`, whose other members the command has set. */
enum isnad_status command_over_reports(const struct options *options, struct work *work);

#endif
