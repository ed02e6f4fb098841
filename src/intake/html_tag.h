/*
 * html_tag.h - what we know about the elements of HTML, by gumbo's numbers for them.
 */
#ifndef INTAKE_HTML_TAG_H
#define INTAKE_HTML_TAG_H

#include <gumbo.h>

#include "base/slice.h"

enum html_flag {
    HTML_BLOCK = 1,  /* ends a paragraph before and behind */
    HTML_INLINE = 2, /* does not, and we want to know of it: a, span, time */
    HTML_OUT = 4,    /* left out with all that is in it: nav, footer, aside ... */
    HTML_VOID = 8,   /* has no end tag */
    HTML_RAW = 16,   /* its content is no markup, or left out: script, style, title, button ... */
    HTML_OPEN = 32,  /* with HTML_RAW: the end tag is often forgotten; without it there is no content */
    HTML_KEPT = 64,  /* with HTML_RAW: what it says is of use: script, title */
    HTML_HEADING = 128,
    HTML_ARTICLE = 256, /* article, main */
    HTML_SOFT = 512,    /* left out as furniture is, unless most of the page is in it: form */
};

/* The flags of an element; `name` is needed for those that gumbo has no number for. None: it says nothing about what its text is. */
unsigned html_flags(GumboTag tag, struct slice name);
/* Equal but for the case of ASCII letters; `lower` is in lower case. */
bool html_is(struct slice text, const char *lower);
bool html_is_space(char c);

#endif
