/*
 * html.h - a page's text by blocks, and what its head says.
 *
 * gumbo builds the tree, of a copy that html_tame.h made harmless; html_text.h finds the byte of every character.
 *
 *     struct html_page page;
 *     html_read(mem, rules, utf8, LIMIT_REPORT_BYTES, &page);
 */
#ifndef INTAKE_HTML_H
#define INTAKE_HTML_H

#include "intake/page.h"

struct html_page {
    struct slice title, outlet, author, url; /* plain text, in the arena */
    struct slice date;                       /* as the page has it */
    struct slice text;                       /* blocks, an empty line between */
    struct offset_run_list runs;             /* to bytes of the page */
    bool too_deep;                           /* elements deeper than LIMIT_HTML_DEPTH were flattened */
    bool too_long;                           /* text past the limit was left out */
};

void html_read(struct arena *mem, const struct page_rules *rules, struct slice bytes, size_t limit, struct html_page *page);

#endif
