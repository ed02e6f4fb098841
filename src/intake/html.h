/*
 * html.h - a page's text by blocks, and what its head says.
 *
 * One pass over the bytes with a stack of open elements, no tree: linear in the length of the page whatever its nesting, and every
 * character of the text knows its byte. (A full HTML5 tree builder was weighed: adoption agency and foster parenting cost quadratic
 * time on hostile pages and lose the source positions; for the question "what is inside of what" the end tags suffice.)
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
