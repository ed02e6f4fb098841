/*
 * split.c - folded text to tokens.
 */
#include "base/utf8.h"
#include "know/fold.h"
#include "word/word.h"

#define BYTES_A_WORD 8u /* a little less than a word of the news takes with its space, so that the list need not grow */

enum letter_kind { LETTER_SPACE, LETTER_ARABIC, LETTER_LATIN, LETTER_DIGIT, LETTER_MARK };

static enum letter_kind letter_kind(uint32_t c)
{
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == UTF8_BAD)
        return LETTER_SPACE;
    if (c >= '0' && c <= '9')
        return LETTER_DIGIT;
    if ((c >= 0x620 && c <= 0x64A) || (c >= 0x66E && c <= 0x6D3) || c == 0x6D5 || c == 0x6EE || c == 0x6EF || (c >= 0x6FA && c <= 0x6FF)
        || (c >= 0x750 && c <= 0x77F))
        return LETTER_ARABIC;
    if ((c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x5FF)
        || (c >= 0x1E00 && c <= 0x1FFF) || (c >= 0x3040 && c <= 0xD7FF))
        return LETTER_LATIN;
    return LETTER_MARK;
}

char word_mark_class(uint32_t c)
{
    switch (c) {
    case 0x60C:
    case 0x3001:
        return ',';
    case 0x61B:
        return ';';
    case 0x61F:
        return '?';
    case 0x66A:
        return '%';
    case 0x66B:
        return '.';
    case 0x66C:
        return ',';
    case 0x6D4:
        return '.';
    case 0xAB:
    case 0x201C:
    case 0x201E:
    case 0x2039:
    case 0x300C:
        return '<';
    case 0xBB:
    case 0x201D:
    case 0x203A:
    case 0x300D:
        return '>';
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case '`':
        return '\'';
    case 0x2013:
    case 0x2014:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2015:
    case 0x2212:
        return '-';
    case 0x2026:
        return '.';
    case 0x2022:
    case 0xB7:
    case 0x25CF:
    case 0x25A0:
        return '*';
    case 0xFD3E:
        return ')';
    case 0xFD3F:
        return '(';
    default:
        return c < 0x80 && strchr(".,;:?!\"()[]-/%+*'$&=|", (int)c) ? (char)c : '~';
    }
}

struct splitter {
    const char *fold;
    const uint32_t *back;
    uint32_t at, end; /* folded offsets */
    bool spaced;
};

/* A decimal point or thousands mark between digits belongs to the number. */
static bool splitter_joins_digits(const struct splitter *splitter, uint32_t at, unsigned *len)
{
    uint32_t c = utf8_decode(splitter->fold + at, splitter->fold + splitter->end, len);
    bool joins = c == '.' || c == ',' || c == 0x66B || c == 0x66C || c == 0x60C;
    return joins && at + *len < splitter->end && splitter->fold[at + *len] >= '0' && splitter->fold[at + *len] <= '9';
}

static uint32_t splitter_run(const struct splitter *splitter, enum letter_kind kind)
{
    uint32_t at = splitter->at;
    if (kind == LETTER_ARABIC) /* nearly all that Arabic words are made of */
        at += (uint32_t)fold_letter_run(splitter->fold + at, splitter->end - at);
    while (at < splitter->end) {
        unsigned len;
        enum letter_kind next = letter_kind(utf8_decode(splitter->fold + at, splitter->fold + splitter->end, &len));
        if (next != kind && !(kind == LETTER_DIGIT && splitter_joins_digits(splitter, at, &len)))
            break;
        at += len;
    }
    return at;
}

/* "1٬700٫5" to "1,700.5". */
static struct slice number_text(struct arena *mem, struct slice fold)
{
    char *out = arena_alloc(mem, fold.len + 1);
    size_t n = 0;
    for (const char *s = fold.at, *end = fold.at + fold.len; s < end;) {
        unsigned len;
        uint32_t c = utf8_decode(s, end, &len);
        out[n++] = c < 0x80 ? (char)c : c == 0x66B ? '.' : ',';
        s += len;
    }
    return slice_make(out, n);
}

/* A word of letters alone up to a space or another ASCII character, as nearly all are: its end, or `at` where something else stands. */
static uint32_t splitter_plain_word(const struct splitter *splitter, uint32_t at)
{
    uint32_t end = at + (uint32_t)fold_letter_run(splitter->fold + at, splitter->end - at);
    return end == splitter->end || (unsigned char)splitter->fold[end] < 0x80 ? end : at;
}

static void splitter_take(struct splitter *splitter, struct word *word, enum word_kind kind, uint32_t end)
{
    word->fold = slice_make(splitter->fold + splitter->at, end - splitter->at);
    word->start = splitter->back[splitter->at];
    word->end = splitter->back[end];
    word->spaced = splitter->spaced;
    word->kind = (uint8_t)kind;
    splitter->spaced = false;
    splitter->at = end;
}

/* The next word into `word`, which is zeroed. */
static bool split_next(struct arena *mem, struct splitter *splitter, struct word *word)
{
    static const enum word_kind kinds[] = {
        [LETTER_ARABIC] = WORD_ARABIC, [LETTER_LATIN] = WORD_LATIN, [LETTER_DIGIT] = WORD_NUMBER, [LETTER_MARK] = WORD_MARK
    };
    while (splitter->at < splitter->end) {
        if (splitter->fold[splitter->at] == ' ') {
            splitter->spaced = true;
            splitter->at++;
            continue;
        }
        uint32_t at = splitter->at, end = splitter_plain_word(splitter, at);
        if (end > at) {
            splitter_take(splitter, word, WORD_ARABIC, end);
            return true;
        }
        unsigned len;
        uint32_t c = utf8_decode(splitter->fold + at, splitter->fold + splitter->end, &len);
        enum letter_kind kind = letter_kind(c);
        if (kind == LETTER_SPACE) {
            splitter->spaced = true;
            splitter->at += len;
            continue;
        }
        splitter_take(splitter, word, kinds[kind], kind == LETTER_MARK ? at + len : splitter_run(splitter, kind));
        if (kind == LETTER_DIGIT)
            word->fold = number_text(mem, word->fold);
        if (kind == LETTER_MARK)
            word->mark = word_mark_class(c);
        return true;
    }
    return false;
}

/* Left-out characters (vowel signs, space) after a word's last letter belong to no word: its end is cut back to its own letters and signs. */
static void word_trim_end(const struct text *text, struct word *word)
{
    while (word->end > word->start + 1) {
        unsigned char c = (unsigned char)text->source.at[word->end - 1];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            break;
        word->end--;
    }
}

/* What vowel signs say: news writes those that keep words apart. */
static void word_read_signs(const struct text *text, struct word *word)
{
    if (word->kind != WORD_ARABIC || word->end - word->start <= word->fold.len)
        return;
    const char *at = text->source.at + word->start, *end = text->source.at + word->end;
    for (uint32_t letters = 0; at < end;) {
        unsigned len;
        uint32_t c = utf8_decode(at, end, &len);
        at += len;
        word->nunation |= c >= 0x64B && c <= 0x64D;
        if (c == 0x64F && !word->damma)
            word->damma = letters < 100 ? (uint8_t)letters : 0;
        if (c == 0x651 && !word->shadda)
            word->shadda = letters < 100 ? (uint8_t)letters : 0;
        letters += letter_kind(c) == LETTER_ARABIC;
    }
}

/* «ألحق», «وألحق»: hamza on the alif that opens the word, behind "and" at most. */
static bool word_has_hamza(const struct text *text, const struct word *word)
{
    const char *at = text->source.at + word->start;
    uint32_t len = word->end - word->start;
    if (word->kind != WORD_ARABIC || len < 6)
        return false;
    if (memcmp(at, "\xd9\x88", 2) == 0)
        at += 2;
    return memcmp(at, "\xd8\xa3", 2) == 0 || memcmp(at, "\xd8\xa5", 2) == 0;
}

static uint8_t word_ending(const struct text *text, const struct word *word)
{
    const char *last = text->source.at + word->end - 2;
    if (word->kind != WORD_ARABIC || word->end - word->start < 4 || last[0] != '\xd9')
        return ENDING_OTHER;
    return last[1] == '\x8a' ? ENDING_YA : last[1] == '\x89' ? ENDING_MAQSURA : ENDING_OTHER;
}

/* What stands in the text and is no word: the article apart from a quoted or Latin name («الـ"هاون"»), where the letter is drawn out, and the
 * stop of a title of one letter («د. محمد», see text_shortens_title). */
static bool word_is_none(const struct text *text, const struct splitter *splitter, const struct word *word, const struct word *before)
{
    bool article = word->kind == WORD_ARABIC && word->end - word->start >= 6 && slice_equal(word->fold, slice_of("\xd8\xa7\xd9\x84"))
                   && memcmp(text->source.at + word->end - 2, "\xd9\x80", 2) == 0;
    bool stop = word->kind == WORD_MARK && word->mark == '.' && before && before->end == word->start
                && text_shortens_title(text->source, word->start);
    if (!article && !stop)
        return false;
    uint32_t next = splitter->at;
    while (next < splitter->end && splitter->fold[next] == ' ')
        next++;
    if (next == splitter->end)
        return false;
    unsigned char c = (unsigned char)splitter->fold[next];
    return article ? (c < '0' || c > '9') && c < 0xD8 : c >= 0xD8;
}

void word_split(struct arena *mem, struct text *text, struct word_list *out)
{
    const struct folded folded = { text->fold, text->back };
    uint32_t at = 0, endings[3] = { 0 };
    bool careless = false;
    list_reserve(mem, out, text->fold.len / BYTES_A_WORD + 1);
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        struct sentence *sentence = &text->sentences.items[i];
        at = folded_at(&folded, at, sentence->start);
        uint32_t end = folded_at(&folded, at, sentence->end);
        struct splitter splitter = { .fold = text->fold.at, .back = text->back, .at = at, .end = end, .spaced = true };
        sentence->word_first = out->count;
        struct word *word;
        while (split_next(mem, &splitter, word = list_add(mem, out))) {
            if (word->end > sentence->end)
                word->end = sentence->end;
            word_trim_end(text, word);
            word_read_signs(text, word);
            word->hamza = word_has_hamza(text, word);
            word->ending = word_ending(text, word);
            endings[word->ending]++;
            careless |= word->ending == ENDING_YA && slice_equal(word->fold, slice_of("\xd8\xa7\xd9\x84\xd9\x8a")); /* ila */
            word->sentence = i;
            if (word_is_none(text, &splitter, word, out->count - 1 > sentence->word_first ? word - 1 : NULL))
                out->count--;
        }
        out->count--; /* the one that found nothing more */
        sentence->word_end = out->count;
        at = end;
    }
    out->keeps_ya = !careless && endings[ENDING_YA] && endings[ENDING_MAQSURA];
}
