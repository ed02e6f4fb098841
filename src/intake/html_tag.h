/*
 * html_tag.h - one tag of a page, taken apart.
 */
#ifndef INTAKE_HTML_TAG_H
#define INTAKE_HTML_TAG_H

#include "base/arena.h"

enum html_flag {
    HTML_BLOCK = 1,  /* ends a paragraph before and behind */
    HTML_OUT = 2,    /* left out with all that is in it: nav, footer, aside, button ... */
    HTML_VOID = 4,   /* has no end tag */
    HTML_RAW = 8,    /* its content is no markup: script, style, title ... */
    HTML_TRACK = 16, /* is kept on the stack of open elements */
    HTML_HEADING = 32,
    HTML_ARTICLE = 64, /* article, main */
    HTML_ITEM = 128,   /* a, p, li, td, dt ...: ends the one before it */
    HTML_SOFT = 256,   /* left out as furniture is, unless most of the page is in it: form */
};

enum html_element {
    HTML_OTHER, /* a name that we do not know: no block, not tracked */
    HTML_A,
    HTML_H1,
    HTML_TITLE,
    HTML_META,
    HTML_LINK,
    HTML_TIME,
    HTML_SCRIPT,
    HTML_P,
    HTML_LI,
    HTML_BR,
    HTML_BODY,
    HTML_HTML,
    HTML_TD,
    HTML_KNOWN /* the first of those that only their flags tell apart */
};

struct html_tag {
    uint16_t element; /* enum html_element, or HTML_KNOWN and up: one number a name */
    uint16_t flags;
    bool end;                      /* an end tag */
    struct slice name, attributes; /* as written */
};

/* Reads the tag at page.at[*at] == '<' followed by a letter, or by a slash and a letter; moves *at behind it. */
void html_tag_read(struct slice page, size_t *at, struct html_tag *tag);

/* The next attribute; names compare without case by html_is(). Values as written, without quotes. */
bool html_attribute_next(struct slice *attributes, struct slice *name, struct slice *value);
/* The value of an attribute, or the empty slice. */
struct slice html_attribute(const struct html_tag *tag, const char *name);
/* Equal but for the case of ASCII letters; `lower` is in lower case. */
bool html_is(struct slice text, const char *lower);
/* References decoded, white space folded to single spaces, trimmed. */
struct slice html_plain(struct arena *mem, struct slice written);

#define HTML_ELEMENTS 128u /* element numbers are below */

#endif
