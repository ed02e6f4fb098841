/*
 * page_rules.h - the phrases of codebook/page, compiled: what on a page is no report. intake/page.h applies them.
 *
 *     page_compile(mem, tables, count, &writer, &faults);                  // at build time, or for a user's codebook
 *     struct page_rules rules;
 *     page_rules_open(image_section(image, IMAGE_PAGE), &rules);           // once; constant, shared by threads
 */
#ifndef KNOW_PAGE_RULES_H
#define KNOW_PAGE_RULES_H

#include "know/image.h"
#include "know/table.h"

/* A stretch of a text, in bytes. */
struct region {
    uint32_t start, end;
};

/* The kinds of codebook/page/README.md. */
enum page_kind {
    PAGE_LINE,   /* a paragraph that holds nothing but such phrases and numbers */
    PAGE_START,  /* a paragraph that starts so */
    PAGE_END,    /* from here on, up to the next long paragraph */
    PAGE_TAIL,   /* in the last paragraphs: from the sentence that has it to the end of the paragraph */
    PAGE_TAGS,   /* at the end of the text, behind a sentence's end: from here to the end of the paragraph */
    PAGE_INLINE, /* the phrase alone, at the start of a paragraph or anywhere in the first */
    PAGE_CLASS,  /* a word of class or id of an HTML element that is left out */
    PAGE_AGENCY, /* an agency, outlet or word that makes a byline of a paragraph's edge */
    PAGE_CREDIT, /* a short paragraph that starts so names an author or translator */
    PAGE_ORIGIN, /* what stands before the agencies that a report is from */
    PAGE_MONTH,  /* value: 1 to 12 */
    PAGE_WEEKDAY,
    PAGE_DATE,  /* a word of a publication date, besides numbers and months */
    PAGE_CLOCK, /* as PAGE_DATE, and proves that the date is the publication's */
    PAGE_TODAY, /* a full date behind it is the publication day */
    PAGE_KIND_COUNT
};

struct page_rule {
    uint64_t first; /* hash of the first word; rules are sorted by it, then longest first */
    uint32_t word;  /* index of the first word's hash */
    uint16_t count;
    uint8_t kind, value;
};

#define PAGE_INDEX_BITS 11u
#define PAGE_INDEX_SIZE ((1u << PAGE_INDEX_BITS) + 1u)

struct page_rules {
    const struct page_rule *rules;
    uint32_t count;
    const uint64_t *words;
    const uint32_t *index; /* the first rule for each value of the highest bits of `first` */
};

/* Compiles the rows of furniture*.tsv and datelines*.tsv into the section IMAGE_PAGE of `writer`, in `mem`. */
void page_compile(struct arena *mem, const struct table *tables, size_t count, struct image_writer *writer, struct fault_list *faults);

/* An empty section gives rules that match nothing. */
void page_rules_open(struct slice section, struct page_rules *rules);

#endif
