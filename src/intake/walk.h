/*
 * walk.h - the files that paths name: folders become their files, sorted by name, so that two runs read in one order.
 */
#ifndef INTAKE_WALK_H
#define INTAKE_WALK_H

#include "base/list.h"

struct walk_file {
    const char *path;
    uint64_t size;
    bool sized; /* false: a pipe, standard input, or a file that is not there */
};

struct walk {
    struct walk_file *items;
    uint32_t count, room;
    uint64_t ignored; /* files of folders with names that we do not read */
};

void walk_path(struct arena *mem, const char *path, struct walk *walk);

#endif
