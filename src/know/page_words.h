/*
 * page_words.h - a stretch of text as folded words and marks, for comparing with the rules of codebook/page.
 */
#ifndef KNOW_PAGE_WORDS_H
#define KNOW_PAGE_WORDS_H

#include "know/fold.h"
#include "know/page_rules.h"

enum page_word_kind {
    PAGE_WORD,
    PAGE_NUMBER, /* digits only */
    PAGE_STOP,   /* . ! ? and their Arabic forms, ellipsis */
    PAGE_COLON,
    PAGE_DASH,
    PAGE_BAR, /* | / */
    PAGE_OPEN,
    PAGE_CLOSE,
    PAGE_MARK, /* any other mark */
};

struct page_word {
    uint64_t hash;       /* of a word or number; numbers in ASCII digits */
    uint32_t start, end; /* in the text */
    uint32_t number;     /* of a number of up to 8 digits */
    uint8_t kind;
};

struct page_words {
    struct page_word *items;
    uint32_t count, room;
};

/* The words of a text, at most `most` of them. */
struct page_words page_words_of(struct arena *mem, struct slice text, uint32_t most);
/* The words of text[start..end), at most `most` of them. `folded` is the whole text. */
struct page_words page_words_in(struct arena *mem, struct slice text, const struct folded *folded, struct region at, uint32_t most);

/* The longest rule of a kind in `kinds` (a set of 1 << PAGE_...) whose words stand from words[at] on, marks between them passed over
 * but for a sentence's end; *past is the index behind them. NULL when there is none. */
const struct page_rule *page_match(const struct page_rules *rules, uint32_t kinds, const struct page_words *words, uint32_t at,
                                   uint32_t *past);

/* True when some rule starts with this word. */
bool page_may_start(const struct page_rules *rules, const struct page_word *word);

#endif
