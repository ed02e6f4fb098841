/*
 * html_text.h - the text of one text node of gumbo, with the byte of every character.
 *
 * gumbo tells where a node starts and ends in the page, and its decoded text; here both are walked together. In between the page may
 * have tags that gumbo ignored, and references that became other characters.
 *
 *     struct html_text text = html_text_of(page, &node->v.text);
 *     for (struct html_bit bit; html_text_next(&text, &bit);) ...
 */
#ifndef INTAKE_HTML_TEXT_H
#define INTAKE_HTML_TEXT_H

#include <gumbo.h>

#include "base/slice.h"

struct html_text {
    struct slice page; /* as gumbo had it */
    size_t at, end;
    const char *decoded;
};

/* Some characters that came from the same bytes of the page, or one that came from a reference. */
struct html_bit {
    struct slice text;
    size_t from, from_len;
    bool space; /* one character of white space; `text` is empty */
};

struct html_text html_text_of(struct slice page, const GumboText *node);
bool html_text_next(struct html_text *text, struct html_bit *bit);

#endif
