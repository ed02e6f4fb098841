/*
 * page.h - what on a page is no report: furniture, bylines and datelines, repeated paragraphs.
 *
 * The phrases are data (codebook/page). They are compared as folded words, so spelling, vowel signs and punctuation do not matter.
 *
 *     page_mark(mem, &rules, &document);                                   // fills furniture, repeats, datelines, headline, date
 */
#ifndef INTAKE_PAGE_H
#define INTAKE_PAGE_H

#include "intake/document.h"
#include "know/page_rules.h"

/* Marks the regions of document->text; fills headline, and title and date where they are empty and the text shows them. */
void page_mark(struct arena *mem, const struct page_rules *rules, struct document *document);

#endif
