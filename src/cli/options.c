#include "cli/options.h"

#include <stdlib.h>

#include "base/slice.h"
#include "cli/message.h"
#include "name/calendar.h"

#define MOST_JOBS 256u

struct option {
    const char *name;
    unsigned flag;
    bool has_value;
};

static const struct option known_options[] = {
    { "json", OPTION_JSON, false },  { "date", OPTION_DATE, true },         { "outlet", OPTION_OUTLET, true },
    { "jobs", OPTION_JOBS, true },   { "codebook", OPTION_CODEBOOK, true }, { "notes", OPTION_NOTES, false },
    { "claim", OPTION_CLAIM, true }, { "dump", OPTION_DUMP, true },
};

static bool options_fail(const struct options *options, const char *what, const char *which)
{
    message_print("%s: %s%s%s; see `isnad %s --help`", options->command, what, which ? ": " : "", which ? which : "", options->command);
    return false;
}

static bool options_take_jobs(struct options *options, const char *value)
{
    char *end;
    unsigned long jobs = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || jobs < 1 || jobs > MOST_JOBS)
        return options_fail(options, "--jobs wants a number from 1 to 256", value);
    options->jobs = (unsigned)jobs;
    return true;
}

static bool options_take_dump(struct options *options, const char *value)
{
    static const char *const names[] = { "", "words", "chunks", "clauses", "claims", "signs" };
    for (int i = 1; i < (int)(sizeof names / sizeof *names); i++)
        if (!strcmp(value, names[i])) {
            options->dump = (enum dump_stage)i;
            return true;
        }
    return options_fail(options, "--dump wants words, chunks, clauses, claims or signs", value);
}

static bool options_take(struct options *options, unsigned flag, const char *value)
{
    switch (flag) {
    case OPTION_JSON:
        options->json = true;
        return true;
    case OPTION_NOTES:
        options->notes = true;
        return true;
    case OPTION_DATE:
        options->date = value;
        if (strlen(value) != 10 || !day_is_set(day_parse(slice_of(value))))
            return options_fail(options, "--date wants a day as YYYY-MM-DD", value);
        return true;
    case OPTION_OUTLET:
        options->outlet = value;
        return true;
    case OPTION_CODEBOOK:
        options->codebook = value;
        return true;
    case OPTION_CLAIM:
        options->claim = value;
        return true;
    case OPTION_JOBS:
        return options_take_jobs(options, value);
    default:
        return options_take_dump(options, value);
    }
}

static const struct option *option_find(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof known_options / sizeof *known_options; i++)
        if (strlen(known_options[i].name) == len && !memcmp(known_options[i].name, name, len))
            return &known_options[i];
    return NULL;
}

bool options_parse(int argc, char **argv, unsigned allowed, struct options *out)
{
    *out = (struct options){ .command = argv[1], .paths = (const char **)argv + 2 };
    bool ended = false;
    for (int i = 2; i < argc; i++) {
        const char *arg = argv[i];
        if (ended || arg[0] != '-' || !arg[1]) {
            out->paths[out->path_count++] = arg; /* never past argv[i] */
            continue;
        }
        if (!strcmp(arg, "--")) {
            ended = true;
            continue;
        }
        if (!strcmp(arg, "--help") || !strcmp(arg, "-h")) {
            out->help = true;
            return true;
        }
        const char *name = arg + 2, *value = strchr(arg, '=');
        const struct option *option = arg[1] == '-' ? option_find(name, value ? (size_t)(value - name) : strlen(name)) : NULL;
        if (!option || !(option->flag & allowed))
            return options_fail(out, "there is no such option", arg);
        if (value && !option->has_value)
            return options_fail(out, "this option takes no value", arg);
        if (option->has_value && !value && i + 1 == argc)
            return options_fail(out, "this option wants a value", arg);
        value = value ? value + 1 : option->has_value ? argv[++i] : NULL;
        if (!options_take(out, option->flag, value))
            return false;
    }
    return true;
}
