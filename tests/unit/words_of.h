/*
 * words_of.h - for tests of numbers and times: the codebook's terms from its files, and a tiny tokenizer.
 *
 * The tokenizer knows letters, digits with . and , inside, marks, and line ends; a full stop that white space follows ends a sentence.
 */
#ifndef TESTS_WORDS_OF_H
#define TESTS_WORDS_OF_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "know/fold.h"
#include "know/term.h"
#include "word/word.h"

static struct slice words_of_file(struct arena *mem, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return slice_make("", 0);
    char *bytes = arena_alloc(mem, (size_t)1 << 20);
    size_t len = fread(bytes, 1, (size_t)1 << 20, file);
    fclose(file);
    return slice_make(bytes, len);
}

/* The terms of codebook/time; false when a file is missing or has a fault. */
static inline bool words_of_terms(struct arena *mem, struct term_table *terms)
{
    static const char *const names[] = { "terms_numbers.tsv", "terms_calendar.tsv", "terms_relative.tsv" };
    struct table tables[3];
    struct fault_list faults = { 0 };
    struct image_writer writer = { 0 };
    for (int i = 0; i < 3; i++) {
        struct slice path = arena_print(mem, "%s/codebook/time/%s", ISNAD_SOURCE_DIR, names[i]);
        struct slice bytes = words_of_file(mem, path.at);
        if (!bytes.len)
            return false;
        table_parse(mem, slice_of(names[i]), bytes, &tables[i], &faults);
    }
    term_compile(mem, tables, 3, &writer, &faults);
    for (uint32_t i = 0; i < faults.count; i++)
        fprintf(stderr, "%s:%u: %s\n", faults.items[i].file.at, faults.items[i].line, faults.items[i].message.at);
    term_open(image_finish(mem, &writer), terms);
    return faults.count == 0;
}

static int words_of_kind(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return WORD_NUMBER;
    if (c >= 'a' && c <= 'z')
        return WORD_LATIN;
    return c >= 0x621 && c <= 0x64A ? WORD_ARABIC : WORD_MARK;
}

/* Folded, with the Arabic decimal point and thousands mark as . and , */
static struct slice words_of_fold(struct arena *mem, const char *source)
{
    struct slice fold = fold_copy(mem, slice_of(source));
    char *out = arena_alloc(mem, fold.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < fold.len; i++) {
        unsigned char next = i + 1 < fold.len ? (unsigned char)fold.at[i + 1] : 0;
        bool mark = (unsigned char)fold.at[i] == 0xD9 && (next == 0xAB || next == 0xAC);
        out[len++] = mark ? (next == 0xAB ? '.' : ',') : fold.at[i];
        i += mark;
    }
    return slice_make(out, len);
}

static inline struct word_list words_of(struct arena *mem, const char *source)
{
    struct word_list words = { 0 };
    struct slice fold = words_of_fold(mem, source);
    const char *at = fold.at, *end = fold.at + fold.len;
    bool spaced = true;
    uint32_t sentence = 0;
    while (at < end) {
        unsigned len;
        uint32_t c = utf8_decode(at, end, &len);
        if (c == ' ') {
            spaced = true;
            at++;
            continue;
        }
        struct word *word = list_add(mem, &words);
        const char *from = at;
        word->kind = (uint8_t)(c == '\n' ? WORD_BREAK : words_of_kind(c));
        word->spaced = spaced;
        word->sentence = sentence;
        at += len;
        while (word->kind <= WORD_NUMBER && at < end) {
            c = utf8_decode(at, end, &len);
            bool inside = word->kind == WORD_NUMBER && (c == '.' || c == ',') && at + 1 < end && at[1] >= '0' && at[1] <= '9';
            if (words_of_kind(c) != word->kind && !inside)
                break;
            at += len;
        }
        word->fold = slice_make(from, (size_t)(at - from));
        spaced = false;
        if (word->kind == WORD_MARK) {
            word->mark = word_mark_class(utf8_decode(from, end, &len));
            if (word->mark == '.' && (at == end || *at == ' '))
                sentence++;
        } else if (word->kind == WORD_BREAK) {
            sentence++;
            spaced = true;
        }
    }
    return words;
}

/* The words from `first` to `end`, as they read folded, with one space where the source has some. */
static inline struct slice words_of_text(struct arena *mem, const struct word_list *words, uint32_t first, uint32_t end)
{
    struct slice text = slice_make("", 0);
    for (uint32_t i = first; i < end; i++)
        text = arena_print(mem, "%.*s%s%.*s", (int)text.len, text.at, i > first && words->items[i].spaced ? " " : "",
                           (int)words->items[i].fold.len, words->items[i].fold.at);
    return text;
}

#endif
