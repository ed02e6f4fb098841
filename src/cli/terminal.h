/*
 * terminal.h - text for people: labels in English or Arabic, columns, colours, lines no wider than the screen.
 *
 * A line has ASCII first and Arabic last, so that a screen without bidirectional text keeps its columns. Control characters and
 * directional marks of a report never reach the screen.
 *
 *     struct terminal terminal = terminal_of_stdout();
 *     terminal_label(&terminal, out, LABEL_WHO);        // "    who        "
 *     terminal_put(out, entity->name);
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "base/buffer.h"

struct terminal {
    bool color;     /* a terminal, and NO_COLOR is not set */
    bool arabic;    /* labels in Arabic: LC_ALL, LC_MESSAGES or LANG begins with "ar" */
    unsigned width; /* columns */
};

enum label {
    LABEL_DATE,
    LABEL_OUTLET,
    LABEL_TITLE,
    LABEL_WHO,
    LABEL_WHOM,
    LABEL_HOW_MANY,
    LABEL_WHERE,
    LABEL_WHEN,
    LABEL_SOURCE,
    LABEL_QUOTE,
    LABEL_SAME,
    LABEL_NARRATOR,
    LABEL_NO_CLAIMS,
    LABEL_NO_MENTIONS,
    LABEL_AT,
    LABEL_FROM,
    LABEL_TO,
    LABEL_ACTUAL,
    LABEL_NEGATED,
    LABEL_FUTURE,
    LABEL_HYPOTHETICAL,
    LABEL_KILLED,
    LABEL_INJURED,
    LABEL_CAPTURED,
    LABEL_RELEASED,
    LABEL_MOVED,
    LABEL_FORCES,
    LABEL_ATTACKS,
    LABEL_OTHER,
    LABEL_PERSON,
    LABEL_BODY,
    LABEL_PLACE,
    LABEL_GROUP,
    LABEL_NUMBER,
    LABEL_TIME,
    LABEL_COUNT
};

enum tint { TINT_NONE, TINT_STRONG, TINT_FAINT, TINT_GOOD, TINT_BAD, TINT_OPEN };

/* Of standard output and the environment. */
struct terminal terminal_of_stdout(void);

const char *terminal_word(const struct terminal *terminal, enum label label);
/* A label at the left, padded to the column of values. */
void terminal_label(const struct terminal *terminal, struct buffer *out, enum label label);
void terminal_tint(const struct terminal *terminal, struct buffer *out, enum tint tint);
/* A text of the input on one line: white space becomes single spaces. */
void terminal_put(struct buffer *out, struct slice text);
/* The same over several lines of the terminal's width, each `indent` columns in; the first begins where the line stands. Ends the line. */
void terminal_wrap(const struct terminal *terminal, struct buffer *out, unsigned indent, struct slice text);
/* Columns that a text takes. */
unsigned terminal_columns(struct slice text);

#define TERMINAL_INDENT 15u /* of values, behind a label */

#endif
