#include "know/page_words.h"

#include "base/utf8.h"
#include "know/fold.h"

#define NUMBER_DIGITS 8u

static enum page_word_kind page_mark_kind(uint32_t c)
{
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x61F:
    case 0x6D4:
    case 0x2026:
        return PAGE_STOP;
    case ':':
    case 0xFF1A:
        return PAGE_COLON;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return PAGE_DASH;
    case '|':
    case '/':
    case 0x2502:
    case 0xBB:
    case 0x203A:
        return PAGE_BAR;
    case '(':
    case '[':
        return PAGE_OPEN;
    case ')':
    case ']':
        return PAGE_CLOSE;
    default:
        return PAGE_MARK;
    }
}

static bool page_is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7 || c == 0x60C || c == 0x61B || c == 0x61F || c == 0x66A || c == 0x66D || c == 0x6D4)
        return false;
    return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c != 0xFFFD && !(c >= 0x1F000);
}

static bool page_is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Ends the word that folds to folded[from..to). */
static void page_end_word(struct page_word *word, const char *folded, size_t from, size_t to)
{
    word->hash = slice_hash_table(slice_make(folded + from, to - from));
    word->kind = PAGE_NUMBER;
    for (size_t i = from; i < to; i++) {
        if (folded[i] < '0' || folded[i] > '9') {
            word->kind = PAGE_WORD;
            break;
        }
        if (to - from <= NUMBER_DIGITS)
            word->number = word->number * 10 + (uint32_t)(folded[i] - '0');
    }
}

/* A tatweel that stands alone is typed for a dash; folding leaves it out. */
static bool page_tatweel_dash(struct slice text, size_t space)
{
    return space + 3 < text.len && memcmp(text.at + space + 1, "\xD9\x80", 2) == 0 && text.at[space + 3] == ' ';
}

struct page_words page_words_of(struct arena *mem, struct slice text, uint32_t most)
{
    struct folded folded = fold_with_back(mem, text);
    return page_words_in(mem, text, &folded, (struct region){ 0, (uint32_t)text.len }, most);
}

struct page_words page_words_in(struct arena *mem, struct slice text, const struct folded *all, struct region at, uint32_t most)
{
    struct page_words words = { 0 };
    const char *folded = all->text.at;
    const uint32_t *back = all->back;
    uint32_t first = folded_at(all, 0, at.start), len = folded_at(all, first, at.end);
    struct page_word *word = NULL;
    size_t from = 0;
    for (size_t i = first; i < len;) {
        unsigned n = 2;
        uint32_t c = 0;
        unsigned char lead = (unsigned char)folded[i], next = i + 1 < len ? (unsigned char)folded[i + 1] : 0;
        bool letter = (lead == 0xD8 && next >= 0xA0) || (lead == 0xD9 && next >= 0x80 && next <= 0x8A); /* U+0620 to U+064A, most of all */
        if (!letter) {
            c = utf8_decode(folded + i, folded + len, &n);
            letter = page_is_letter(c);
        }
        if (word && !letter) {
            page_end_word(word, folded, from, i);
            word->end = back[i];
            word = NULL;
        }
        if (letter && !word) {
            if (words.count == most)
                return words;
            word = list_add(mem, &words);
            word->start = back[i];
            from = i;
            size_t run = fold_letter_run(folded + i, len - i);
            n = run ? (unsigned)run : n;
        } else if (page_is_space(c) && page_tatweel_dash(text, back[i])) {
            if (words.count == most)
                return words;
            struct page_word *dash = list_add(mem, &words);
            *dash = (struct page_word){ .start = back[i] + 1, .end = back[i] + 3, .kind = PAGE_DASH };
        } else if (!letter && !page_is_space(c)) {
            if (words.count == most)
                return words;
            struct page_word *mark = list_add(mem, &words);
            *mark = (struct page_word){ .start = back[i], .end = i + n < len ? back[i + n] : at.end, .kind = (uint8_t)page_mark_kind(c) };
        }
        i += n;
    }
    if (word) {
        page_end_word(word, folded, from, len);
        word->end = at.end;
    }
    return words;
}

/* The first rule whose first word is `hash`, or rules->count. */
static uint32_t page_seek(const struct page_rules *rules, uint64_t hash)
{
    if (!rules->count)
        return 0;
    uint32_t bucket = (uint32_t)(hash >> (64 - PAGE_INDEX_BITS));
    for (uint32_t i = rules->index[bucket]; i < rules->index[bucket + 1]; i++)
        if (rules->rules[i].first == hash)
            return i;
    return rules->count;
}

bool page_may_start(const struct page_rules *rules, const struct page_word *word)
{
    return page_seek(rules, word->hash) < rules->count;
}

const struct page_rule *page_match(const struct page_rules *rules, uint32_t kinds, const struct page_words *words, uint32_t at,
                                   uint32_t *past)
{
    if (at >= words->count || words->items[at].kind > PAGE_NUMBER)
        return NULL;
    uint64_t hash = words->items[at].hash;
    for (uint32_t r = page_seek(rules, hash); r < rules->count && rules->rules[r].first == hash; r++) {
        const struct page_rule *rule = &rules->rules[r];
        if (!(kinds & 1u << rule->kind))
            continue;
        uint32_t i = at + 1, k = 1;
        for (; k < rule->count && i < words->count; i++) {
            if (words->items[i].kind == PAGE_STOP)
                break;
            if (words->items[i].kind > PAGE_NUMBER)
                continue;
            if (words->items[i].hash != rules->words[rule->word + k])
                break;
            k++;
        }
        if (k == rule->count) {
            *past = i;
            return rule;
        }
    }
    return NULL;
}
