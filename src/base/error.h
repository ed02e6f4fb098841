/*
 * error.h - errors as values: a status, and a struct filled by whoever knows most.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "isnad.h"

/* Fills `*error` (may be NULL) and returns `status`, so that a function can end with `return error_set(...)`. */
enum isnad_status error_set(struct isnad_error *error, enum isnad_status status, const char *file, uint64_t byte, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
