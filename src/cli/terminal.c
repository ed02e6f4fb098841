#include "cli/terminal.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"

#define WIDTH_USUAL 80u
#define WIDTH_LEAST 40u
#define WIDTH_MOST 160u

static const char *const labels[LABEL_COUNT][2] = {
    [LABEL_DATE] = { "date", "\u0627\u0644\u062a\u0627\u0631\u064a\u062e" },
    [LABEL_OUTLET] = { "outlet", "\u0627\u0644\u0648\u0633\u064a\u0644\u0629" },
    [LABEL_TITLE] = { "title", "\u0627\u0644\u0639\u0646\u0648\u0627\u0646" },
    [LABEL_WHO] = { "who", "\u0627\u0644\u0641\u0627\u0639\u0644" },
    [LABEL_WHOM] = { "to whom", "\u0627\u0644\u0645\u062a\u0644\u0642\u064a" },
    [LABEL_HOW_MANY] = { "how many", "\u0627\u0644\u0639\u062f\u062f" },
    [LABEL_WHERE] = { "where", "\u0627\u0644\u0645\u0643\u0627\u0646" },
    [LABEL_WHEN] = { "when", "\u0627\u0644\u0632\u0645\u0627\u0646" },
    [LABEL_SOURCE] = { "source", "\u0627\u0644\u0645\u0635\u062f\u0631" },
    [LABEL_QUOTE] = { "evidence", "\u0627\u0644\u0646\u0635" },
    [LABEL_SAME] = { "as in", "\u0643\u0645\u0627 \u0641\u064a" },
    [LABEL_NARRATOR] = { "the report itself", "\u0627\u0644\u062e\u0628\u0631 \u0646\u0641\u0633\u0647" },
    [LABEL_NO_CLAIMS] = { "no claims", "\u0644\u0627 \u0627\u062f\u0639\u0627\u0621\u0627\u062a" },
    [LABEL_NO_MENTIONS] = { "no mentions", "\u0644\u0627 \u0634\u064a\u0621" },
    [LABEL_AT] = { "at", "\u0641\u064a" },
    [LABEL_FROM] = { "from", "\u0645\u0646" },
    [LABEL_TO] = { "to", "\u0625\u0644\u0649" },
    [LABEL_ACTUAL] = { "actual", "\u0648\u0627\u0642\u0639" },
    [LABEL_NEGATED] = { "negated", "\u0645\u0646\u0641\u064a" },
    [LABEL_FUTURE] = { "future", "\u0645\u0633\u062a\u0642\u0628\u0644" },
    [LABEL_HYPOTHETICAL] = { "hypothetical", "\u0627\u0641\u062a\u0631\u0627\u0636\u064a" },
    [LABEL_KILLED] = { "killed", "\u0642\u062a\u0644\u0649" },
    [LABEL_INJURED] = { "injured", "\u062c\u0631\u062d\u0649" },
    [LABEL_CAPTURED] = { "captured", "\u0645\u062d\u062a\u062c\u0632\u0648\u0646" },
    [LABEL_RELEASED] = { "released", "\u0645\u0641\u0631\u062c \u0639\u0646\u0647\u0645" },
    [LABEL_MOVED] = { "moved", "\u0645\u0646\u062a\u0642\u0644\u0648\u0646" },
    [LABEL_FORCES] = { "forces", "\u0642\u0648\u0627\u062a" },
    [LABEL_ATTACKS] = { "attacks", "\u0647\u062c\u0645\u0627\u062a" },
    [LABEL_OTHER] = { "other", "\u063a\u064a\u0631\u0647" },
    [LABEL_PERSON] = { "person", "\u0634\u062e\u0635" },
    [LABEL_BODY] = { "body", "\u062c\u0647\u0629" },
    [LABEL_PLACE] = { "place", "\u0645\u0643\u0627\u0646" },
    [LABEL_GROUP] = { "group", "\u0641\u0626\u0629" },
    [LABEL_NUMBER] = { "number", "\u0639\u062f\u062f" },
    [LABEL_TIME] = { "time", "\u0632\u0645\u0646" },
};

static unsigned terminal_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    unsigned long width = columns ? strtoul(columns, NULL, 10) : 0;
    if (!width && isatty(STDOUT_FILENO) && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
        width = size.ws_col;
    if (!width)
        return WIDTH_USUAL;
    return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : (unsigned)width;
}

static bool terminal_is_arabic(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value[0] == 'a' && value[1] == 'r' && (!value[2] || value[2] == '_' || value[2] == '.' || value[2] == '@');
    }
    return false;
}

struct terminal terminal_of_stdout(void)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    bool dumb = term && !strcmp(term, "dumb");
    return (struct terminal){
        .color = isatty(STDOUT_FILENO) && !(no_color && *no_color) && !dumb,
        .arabic = terminal_is_arabic(),
        .width = terminal_width(),
    };
}

const char *terminal_word(const struct terminal *terminal, enum label label)
{
    return labels[label][terminal->arabic];
}

void terminal_label(const struct terminal *terminal, struct buffer *out, enum label label)
{
    const char *word = terminal_word(terminal, label);
    unsigned columns = 4 + terminal_columns(slice_of(word));
    buffer_text(out, "    ");
    terminal_tint(terminal, out, TINT_FAINT);
    buffer_text(out, word);
    terminal_tint(terminal, out, TINT_NONE);
    buffer_fill(out, ' ', columns < TERMINAL_INDENT ? TERMINAL_INDENT - columns : 1);
}

void terminal_tint(const struct terminal *terminal, struct buffer *out, enum tint tint)
{
    static const char *const codes[] = { "\033[0m", "\033[1m", "\033[2m", "\033[32m", "\033[31m", "\033[33m" };
    if (terminal->color)
        buffer_text(out, codes[tint]);
}

/* Marks that stand over or under the letter before them, and characters without width. */
static bool letter_is_mark(uint32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670
           || (c >= 0x6D6 && c <= 0x6DC) || (c >= 0x6DF && c <= 0x6E4) || c == 0x6E7 || c == 0x6E8 || (c >= 0x6EA && c <= 0x6ED)
           || (c >= 0xFE00 && c <= 0xFE0F);
}

/* What a terminal could obey, or what would turn the order of its letters about. */
static bool letter_is_unsafe(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E)
           || (c >= 0x2060 && c <= 0x206F) || c == 0x61C || c == 0xFEFF || c == UTF8_BAD;
}

unsigned terminal_columns(struct slice text)
{
    unsigned columns = 0, len;
    for (const char *at = text.at, *end = at + text.len; text.len && at < end; at += len) {
        uint32_t c = utf8_decode(at, end, &len);
        columns += !letter_is_mark(c) && !letter_is_unsafe(c);
    }
    return columns;
}

static bool letter_is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

/* The next word of `*rest`, without what is unsafe in it, to the end of `out`; its columns. */
static unsigned terminal_put_word(struct buffer *out, struct slice *rest)
{
    unsigned columns = 0, len;
    const char *at = rest->at, *end = at + rest->len;
    while (at < end) {
        uint32_t c = utf8_decode(at, end, &len);
        if (letter_is_space(c))
            break;
        if (!letter_is_unsafe(c)) {
            buffer_add(out, slice_make(at, len));
            columns += !letter_is_mark(c);
        }
        at += len;
    }
    *rest = slice_make(at, (size_t)(end - at));
    return columns;
}

static void terminal_skip_space(struct slice *rest)
{
    unsigned len;
    while (rest->len && letter_is_space(utf8_decode(rest->at, rest->at + rest->len, &len)))
        *rest = slice_from(*rest, len);
}

void terminal_put(struct buffer *out, struct slice text)
{
    for (bool first = true; terminal_skip_space(&text), text.len; first = false) {
        if (!first)
            buffer_byte(out, ' ');
        terminal_put_word(out, &text);
    }
}

void terminal_wrap(const struct terminal *terminal, struct buffer *out, unsigned indent, struct slice text)
{
    unsigned column = indent;
    for (bool first = true; terminal_skip_space(&text), text.len; first = false) {
        size_t before = out->len;
        if (!first)
            buffer_byte(out, ' ');
        unsigned columns = terminal_put_word(out, &text);
        if (!first && column + 1 + columns > terminal->width) {
            /* Over the edge: the word goes to a line of its own. */
            size_t len = out->len - before - 1;
            buffer_fill(out, ' ', indent);
            memmove(out->at + before + 1 + indent, out->at + before + 1, len);
            out->at[before] = '\n';
            memset(out->at + before + 1, ' ', indent);
            column = indent + columns;
        } else {
            column += columns + !first;
        }
    }
    buffer_byte(out, '\n');
}
