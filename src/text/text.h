/*
 * text.h - a document's text, folded, with the way back to its bytes; its sentences and quotations.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "intake/document.h"

/* A sentence ends at a line end, or after . ! ? or their Arabic forms when white space follows. Bytes of the document's text, without
 * the white space at both ends. */
struct sentence {
    uint32_t start, end;
    uint32_t paragraph;            /* counted from 0; a line is a paragraph */
    uint32_t repeat_of;            /* the earlier sentence with the same words, else its own number */
    uint32_t word_first, word_end; /* filled by the word stage */
};

struct sentence_list {
    struct sentence *items;
    uint32_t count, room;
};

struct text {
    const struct document *document;
    struct slice source;  /* the document's text */
    struct slice fold;    /* the document's folded text */
    const uint32_t *back; /* fold.len + 1 offsets into source */
    struct sentence_list sentences;
};

/* Cuts the document into sentences; furniture is left out of them. The document must outlive `out`. */
enum isnad_status text_prepare(struct arena *mem, const struct document *document, struct text *out, struct isnad_error *error);

/* Whether the letter that ends at byte `at` of the source stands alone and shortens a title, so that the stop behind it ends no sentence:
 * text_shortens_title(slice_of("... d. Salim"), ...) at the stop. */
bool text_shortens_title(struct slice source, uint32_t at);

#endif
