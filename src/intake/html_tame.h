/*
 * html_tame.h - a page as gumbo can take it from anybody: a copy of the same length in which no tag costs much time or memory.
 *
 * HTML's rules for bad markup take time in proportion to the open elements for each tag, and to the attributes for each attribute;
 * gumbo follows them without a bound. `<form><div></form>` 40,000 times (720 KB) takes it 12 s, 40,000 attributes 3 s. So here
 *
 * - elements nested deeper than LIMIT_HTML_DEPTH lose their tags, and so do all once a budget of work is used up (`flattened`). For
 *   the budget an element counts as open until it is certain that gumbo closed it, whatever the page does;
 * - elements that tell us nothing, and those that are left out anyway, become end tags of nothing: they part no words and cost little.
 *   A link becomes a quotation (<q>), since gumbo repeats an open link in each paragraph, as it does with bold;
 * - only those attributes stay that we ask for;
 * - content that is no markup (comments, scripts), and what could be taken for a tag in one reading and not in another, is blanked,
 *   so that gumbo finds the tags that were counted here and no others.
 */
#ifndef INTAKE_HTML_TAME_H
#define INTAKE_HTML_TAME_H

#include "base/arena.h"

#define META_BYTES 4096u /* of one metadata value */

struct slice html_tame(struct arena *mem, struct slice page, bool *flattened);

/* Behind the tag or comment at `at`; `at` when there is none. */
size_t html_markup_end(struct slice page, size_t at);

#endif
