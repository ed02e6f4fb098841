/*
 * number_text.h - the words of a report beside what codebook/time says of them, so that numbers and times are read by look-up.
 *
 * Proclitics are cut (know/term.h): the hit of "walthalith" is the run of "thalith" with HIT_AND | HIT_THE. Of the forms of
 * several words the longest wins. Built once for a report, in one pass.
 */
#ifndef NAME_NUMBER_TEXT_H
#define NAME_NUMBER_TEXT_H

#include "know/term.h"
#include "word/word.h"

/* What begins at a word. */
struct term_hit {
    uint32_t run;    /* 0: nothing */
    uint8_t words;   /* that the form takes, at least 1 */
    uint8_t clitics; /* enum hit_clitic before it; for TERM_RUN_CLITIC the particles that the word is made of */
};

struct number_text {
    const struct word_list *words;
    const struct term_table *terms;
    const struct term_hit *hits; /* one a word */
};

void number_text_read(struct arena *mem, const struct term_table *terms, const struct word_list *words, struct number_text *out);

/* The value with `tag` of what begins at word `at`, or NULL, also past the end. */
static inline const struct term_value *number_text_tag(const struct number_text *text, uint32_t at, enum term_tag tag)
{
    return at < text->words->count ? term_get(text->terms, text->hits[at].run, tag) : NULL;
}

/* Whether what begins at word `at`, which must be one, has one of the tags; they are TERM_BIT()s. */
static inline bool number_text_any(const struct number_text *text, uint32_t at, uint64_t bits)
{
    return (text->terms->runs[text->hits[at].run].tags[0] & bits) != 0;
}

static inline bool number_text_is_mark(const struct number_text *text, uint32_t at, char mark)
{
    return at < text->words->count && text->words->items[at].kind == WORD_MARK && text->words->items[at].mark == mark;
}

static inline bool number_text_is_kind(const struct number_text *text, uint32_t at, enum word_kind kind)
{
    return at < text->words->count && text->words->items[at].kind == kind;
}

/* Where the sentence of word `at` ends; a line end ends it too. */
static inline uint32_t number_text_end(const struct number_text *text, uint32_t at)
{
    const struct word *words = text->words->items;
    uint32_t end = at;
    while (end < text->words->count && words[end].sentence == words[at].sentence && words[end].kind != WORD_BREAK)
        end++;
    return end;
}

/* The word touches the one before it. */
static inline bool number_text_touches(const struct number_text *text, uint32_t at)
{
    return at > 0 && at < text->words->count && !text->words->items[at].spaced;
}

#endif
