#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

enum isnad_status error_set(struct isnad_error *error, enum isnad_status status, const char *file, uint64_t byte, const char *format, ...)
{
    if (!error)
        return status;
    error->status = status;
    error->byte = byte;
    snprintf(error->file, sizeof error->file, "%s", file ? file : "");
    va_list args;
    va_start(args, format);
    vsnprintf(error->text, sizeof error->text, format, args);
    va_end(args);
    return status;
}
