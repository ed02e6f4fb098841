/*
 * page_mark.h - what the parts of page_mark() share: the paragraphs of one document and what they were found to be.
 */
#ifndef INTAKE_PAGE_MARK_H
#define INTAKE_PAGE_MARK_H

#include "intake/page.h"
#include "know/page_words.h"

#define PAGE_EDGE_BYTES 360u  /* of a paragraph looked at for bylines */
#define PAGE_HEAD_BYTES 2400u /* of the first paragraph, when it may be glued from a page's head */
#define PAGE_TAIL_BYTES 720u  /* from the end of the last ones */
#define PAGE_LONG_WORDS 30u   /* a paragraph with more words is prose, not a heading or a link */

enum page_use { PAGE_REPORT, PAGE_FURNITURE, PAGE_REPEAT, PAGE_DATELINE };

struct page_paragraph {
    struct region at; /* without the white space around it; never empty */
    uint32_t words;   /* counted by its spaces */
    uint8_t use;      /* of the whole paragraph (enum page_use) */
    bool touched;     /* a part of it has a region of its own */
    bool head_known, tail_known;
    struct page_words head, tail; /* of its first PAGE_EDGE_BYTES and last PAGE_TAIL_BYTES, once somebody asked */
};

struct page_part {
    struct region at;
    uint8_t use;
};

struct page_marker {
    struct arena *mem;
    const struct page_rules *rules;
    struct document *document;
    struct page_paragraph *items;
    uint32_t count, room;
    struct {
        struct page_part *items;
        uint32_t count, room;
    } parts;      /* of paragraphs, in any order */
    char day[11]; /* the earliest day that datelines give, or "" */
};

/* Marks a stretch within a paragraph. */
void page_part(struct page_marker *marker, struct page_paragraph *paragraph, uint32_t start, uint32_t end, enum page_use use);
/* The words of the paragraph's first `bytes`. */
struct page_words page_words_within(struct page_marker *marker, const struct page_paragraph *paragraph, uint32_t bytes);
/* The words of its first PAGE_EDGE_BYTES, at most `most`; not to be changed. */
struct page_words page_head_words(struct page_marker *marker, struct page_paragraph *paragraph, uint32_t most);
/* The words of its last PAGE_TAIL_BYTES. */
struct page_words page_tail_words(struct page_marker *marker, struct page_paragraph *paragraph);
/* The n-th paragraph from the start (or the end) that is still report; NULL when there are fewer. */
struct page_paragraph *page_first(struct page_marker *marker, uint32_t n);
struct page_paragraph *page_last(struct page_marker *marker, uint32_t n);

/* page_edge.c: bylines, credits and days at both ends. */
void page_mark_edges(struct page_marker *marker);
/* page_repeat.c: paragraphs and headlines that were said before. */
void page_mark_repeats(struct page_marker *marker);

#endif
