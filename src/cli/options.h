/*
 * options.h - what the user asked for on the command line.
 *
 * Long options, `--name value` or `--name=value`; `--` ends them; `-h` is --help; a lone `-` is standard input, no option.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* Which options a command takes. */
enum option_flag {
    OPTION_JSON = 1,
    OPTION_DATE = 2,
    OPTION_OUTLET = 4,
    OPTION_CODEBOOK = 8,
    OPTION_JOBS = 16,
    OPTION_NOTES = 32,
    OPTION_CLAIM = 64,
    OPTION_DUMP = 128,
};

enum dump_stage { DUMP_NONE, DUMP_WORDS, DUMP_CHUNKS, DUMP_CLAUSES, DUMP_CLAIMS, DUMP_SIGNS };

struct options {
    const char *command;
    const char *codebook, *date, *outlet, *claim; /* NULL where not given */
    const char **paths;                           /* operands, in argv */
    size_t path_count;
    unsigned jobs; /* 0: as many as there are cores */
    enum dump_stage dump;
    bool json, notes, help;
};

/* Reads argv[2..]. False when something is wrong with it; that has been told then. */
bool options_parse(int argc, char **argv, unsigned allowed, struct options *out);

#endif
