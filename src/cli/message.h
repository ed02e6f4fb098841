/*
 * message.h - what the program says on standard error: «isnad: FILE: byte N: what; what to do».
 *
 * File names and texts may come from a hostile input: control characters in them are shown as '?', so that a terminal does not obey them.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "base/buffer.h"
#include "isnad.h"

/* One line to standard error, with «isnad: » before it. */
void message_print(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* An error and what to do about it, to standard error. Returns its status. */
enum isnad_status message_error(const struct isnad_error *error);
/* The same two into a buffer; `file` may be empty, `byte` 0 where none is meant. */
void message_put_error(struct buffer *out, const struct isnad_error *error);
void message_put_note(struct buffer *out, struct slice file, uint64_t byte, struct slice text);

#endif
