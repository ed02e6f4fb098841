/*
 * fault.h - faults of codebook files, gathered so that all are told at once as `file:line: message`.
 */
#ifndef KNOW_FAULT_H
#define KNOW_FAULT_H

#include "base/list.h"

struct fault {
    struct slice file;
    uint32_t line;
    struct slice message;
};

struct fault_list {
    struct fault *items;
    uint32_t count, room;
};

void fault_add(struct arena *mem, struct fault_list *faults, struct slice file, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
