#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>

static void message_clean(char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == 0x7F)
            text[i] = '?';
}

void message_print(const char *format, ...)
{
    char line[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    message_clean(line, strlen(line));
    fflush(stdout);
    fprintf(stderr, "isnad: %s\n", line);
}

/* What the user can do. Texts that say so already end in "skipped" or name a command. */
static const char *message_advice(const struct isnad_error *error)
{
    if (strstr(error->text, "skipped") || strchr(error->text, ';') || strchr(error->text, '`'))
        return "";
    switch (error->status) {
    case ISNAD_INPUT:
        return "; skipped, the rest is read";
    case ISNAD_USAGE:
        return "; see `isnad --help`";
    case ISNAD_SYSTEM:
        return "; check that it is there, may be read and that memory is left";
    default:
        return "";
    }
}

enum isnad_status message_error(const struct isnad_error *error)
{
    char byte[40] = "";
    if (error->byte)
        snprintf(byte, sizeof byte, "byte %llu: ", (unsigned long long)error->byte);
    message_print("%s%s%s%s%s", error->file, error->file[0] ? ": " : "", byte, error->text, message_advice(error));
    return error->status;
}

static void message_put_head(struct buffer *out, struct slice file, uint64_t byte)
{
    buffer_text(out, "isnad: ");
    if (file.len) {
        buffer_add(out, file);
        buffer_text(out, ": ");
    }
    if (byte) {
        buffer_text(out, "byte ");
        buffer_unsigned(out, byte);
        buffer_text(out, ": ");
    }
}

void message_put_error(struct buffer *out, const struct isnad_error *error)
{
    size_t before = out->len;
    message_put_head(out, slice_of(error->file), error->byte);
    buffer_text(out, error->text);
    buffer_text(out, message_advice(error));
    message_clean(out->at + before, out->len - before);
    buffer_byte(out, '\n');
}

void message_put_note(struct buffer *out, struct slice file, uint64_t byte, struct slice text)
{
    size_t before = out->len;
    message_put_head(out, file, byte);
    buffer_text(out, "note: ");
    buffer_add(out, text);
    message_clean(out->at + before, out->len - before);
    buffer_byte(out, '\n');
}
