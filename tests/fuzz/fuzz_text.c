/*
 * fuzz_text.c - libFuzzer target: any bytes as a document's text, folded, cut into sentences, split into words and looked up in the built-in
 * codebook.
 *
 * Checks what text.h, fold.h and word.h promise: every offset leads back into the text, in order and on a character's border; sentences and
 * words do not overlap; folding what is folded changes nothing; what a session remembers of earlier words changes no reading.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "intake/charset.h"
#include "know/builtin.h"
#include "know/fold.h"
#include "word/word.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct know know;
static struct word_memory *memory; /* as a session keeps it, from input to input */
static struct arena mem;

#define fuzz_require(promise) ((promise) ? (void)0 : fuzz_fail(#promise))

static void fuzz_fail(const char *promise)
{
    fprintf(stderr, "broken promise: %s\n", promise);
    abort();
}

static bool fuzz_is_border(struct slice text, size_t at)
{
    return at == text.len || (at < text.len && ((unsigned char)text.at[at] & 0xC0) != 0x80);
}

/* Bytes as they come: folding must take whatever it gets. */
static void fuzz_fold(struct slice bytes)
{
    char *fold = arena_alloc(&mem, FOLD_ROOM(bytes.len));
    uint32_t *back = arena_array(&mem, uint32_t, FOLD_ROOM(bytes.len) + 1);
    size_t len = fold_text(bytes, fold, back);
    fuzz_require(len <= FOLD_ROOM(bytes.len));
    fuzz_require(charset_is_clean(slice_make(fold, len)) || memchr(bytes.at, 0, bytes.len));
    fuzz_require(back[len] == bytes.len);
    for (size_t i = 0; i < len; i++)
        fuzz_require(back[i] <= back[i + 1] && back[i] < bytes.len);
    fuzz_require(slice_equal(fold_copy(&mem, slice_make(fold, len)), slice_make(fold, len)));
}

static void fuzz_sentences(const struct text *text)
{
    uint32_t done = 0, paragraph = 0;
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        const struct sentence *sentence = &text->sentences.items[i];
        fuzz_require(sentence->start >= done && sentence->start < sentence->end && sentence->end <= text->source.len);
        fuzz_require(fuzz_is_border(text->source, sentence->start) && fuzz_is_border(text->source, sentence->end));
        fuzz_require(sentence->repeat_of <= i && sentence->paragraph >= paragraph);
        done = sentence->end;
        paragraph = sentence->paragraph;
    }
}

static void fuzz_words(const struct text *text, const struct word_list *words)
{
    uint32_t done = 0, sentence = 0;
    for (uint32_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        fuzz_require(word->start >= done && word->start <= word->end && word->end <= text->source.len);
        fuzz_require(fuzz_is_border(text->source, word->start) && fuzz_is_border(text->source, word->end));
        fuzz_require(word->sentence >= sentence && word->sentence < text->sentences.count);
        fuzz_require(word->start >= text->sentences.items[word->sentence].start && word->end <= text->sentences.items[word->sentence].end);
        fuzz_require(word->kind == WORD_ARABIC || !word->reading_count);
        for (unsigned j = 0; j < word->reading_count; j++) {
            const struct reading *reading = &word->readings[j];
            fuzz_require(reading->lemma < know.lemma_count && (size_t)reading->front + reading->back <= word->fold.len);
        }
        done = word->end;
        sentence = word->sentence;
    }
    uint32_t first = 0;
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        fuzz_require(text->sentences.items[i].word_first >= first
                     && text->sentences.items[i].word_first <= text->sentences.items[i].word_end);
        first = text->sentences.items[i].word_end;
    }
    fuzz_require(first <= words->count);
}

static struct word_list fuzz_read(const struct document *document, struct word_memory *with, struct text *text)
{
    struct word_list words = { 0 };
    struct isnad_error error;
    fuzz_require(text_prepare(&mem, document, text, &error) == ISNAD_OK);
    fuzz_sentences(text);
    fuzz_require(word_find(&mem, &know, with, text, &words, &error) == ISNAD_OK);
    fuzz_words(text, &words);
    return words;
}

/* The readings themselves, without the padding of structs. */
static bool fuzz_same(const struct word_list *a, const struct word_list *b)
{
    bool same = a->count == b->count;
    for (uint32_t i = 0; same && i < a->count; i++) {
        const struct word *x = &a->items[i], *y = &b->items[i];
        same = x->start == y->start && x->end == y->end && x->kind == y->kind && x->reading_count == y->reading_count;
        for (unsigned j = 0; same && j < x->reading_count; j++) {
            const struct reading *p = &x->readings[j], *q = &y->readings[j];
            same = p->lemma == q->lemma && p->features == q->features && p->front == q->front && p->back == q->back
                   && p->clitics == q->clitics && p->pronoun == q->pronoun;
        }
    }
    return same;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct isnad_error error;
    if (!memory) {
        arena_init(&mem, 0);
        fuzz_require(know_open(builtin_image(), &know, &error) == ISNAD_OK && word_memory_open(&memory, &error) == ISNAD_OK);
    }
    char *bytes = malloc(size ? size : 1); /* of its own, so that a step too far is seen */
    memcpy(bytes, size ? (const char *)data : "", size);
    fuzz_fold(slice_make(bytes, size));

    struct document document = { .name = slice_of("fuzz"), .raw = slice_make(bytes, size) };
    charset_decode(&mem, document.raw, CHARSET_UTF_8, size * 4 + 16, &document.text, &document.runs, &document);
    struct text text, again;
    struct word_list words = fuzz_read(&document, memory, &text);
    static unsigned count;
    if (count++ % 16 == 0) { /* a fresh memory is large, so not every time */
        struct word_memory *fresh;
        fuzz_require(word_memory_open(&fresh, &error) == ISNAD_OK);
        struct word_list others = fuzz_read(&document, fresh, &again);
        fuzz_require(fuzz_same(&words, &others));
        word_memory_close(fresh);
    } else {
        struct word_list others = fuzz_read(&document, memory, &again);
        fuzz_require(fuzz_same(&words, &others));
    }
    free(bytes);
    arena_reset(&mem);
    return 0;
}
