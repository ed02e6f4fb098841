#include <stdlib.h>

#include "intake/page_mark.h"

#define HEAD_BYTES 40u   /* enough of a paragraph to see whether a rule could start it */
#define LINE_BYTES 600u  /* no furniture line is longer */
#define TAIL_BYTES 1000u /* of the last paragraphs looked at */
#define TAIL_WORDS 40u   /* a sentence of furniture that is longer is cut at the phrase */
#define INLINE_HEAD_BYTES 1000u

void page_part(struct page_marker *marker, struct page_paragraph *paragraph, uint32_t start, uint32_t end, enum page_use use)
{
    if (start <= paragraph->at.start && end >= paragraph->at.end) {
        paragraph->use = (uint8_t)use;
        return;
    }
    struct page_part *part = list_add(marker->mem, &marker->parts);
    *part = (struct page_part){ { start, end }, (uint8_t)use };
    paragraph->touched = true;
}

struct page_words page_words_within(struct page_marker *marker, const struct page_paragraph *paragraph, uint32_t bytes)
{
    struct region at = paragraph->at;
    if (at.end - at.start > bytes) {
        at.end = at.start + bytes;
        while ((unsigned char)marker->document->text.at[at.end] >> 6 == 2)
            at.end--;
    }
    return page_words_in(marker->mem, marker->document->text, &marker->document->folded, at, bytes);
}

struct page_words page_head_words(struct page_marker *marker, struct page_paragraph *paragraph, uint32_t most)
{
    if (!paragraph->head_known) {
        paragraph->head = page_words_within(marker, paragraph, PAGE_EDGE_BYTES);
        paragraph->head_known = true;
    }
    struct page_words words = paragraph->head;
    words.count = words.count < most ? words.count : most;
    return words;
}

struct page_words page_tail_words(struct page_marker *marker, struct page_paragraph *paragraph)
{
    struct region at = paragraph->at;
    if (at.end - at.start <= PAGE_EDGE_BYTES)
        return page_head_words(marker, paragraph, PAGE_EDGE_BYTES);
    if (!paragraph->tail_known) {
        bool cut = at.end - at.start > PAGE_TAIL_BYTES;
        at.start = cut ? at.end - PAGE_TAIL_BYTES : at.start;
        while (cut && at.start < at.end && marker->document->text.at[at.start] != ' ')
            at.start++;
        paragraph->tail = page_words_in(marker->mem, marker->document->text, &marker->document->folded, at, PAGE_TAIL_BYTES);
        paragraph->tail_known = true;
    }
    return paragraph->tail;
}

struct page_paragraph *page_first(struct page_marker *marker, uint32_t n)
{
    for (uint32_t i = 0; i < marker->count; i++)
        if (marker->items[i].use == PAGE_REPORT && !n--)
            return &marker->items[i];
    return NULL;
}

struct page_paragraph *page_last(struct page_marker *marker, uint32_t n)
{
    for (uint32_t i = marker->count; i > 0; i--)
        if (marker->items[i - 1].use == PAGE_REPORT && !n--)
            return &marker->items[i - 1];
    return NULL;
}

/* Bytes of white space, no-break spaces and invisible marks at `at`; 0 for anything else. */
static uint32_t page_blank(const char *s, uint32_t at, uint32_t end)
{
    unsigned char c = (unsigned char)s[at];
    if (c == ' ' || (c >= '\t' && c <= '\r'))
        return 1;
    if (c == 0xC2 && end - at > 1 && (unsigned char)s[at + 1] == 0xA0)
        return 2;
    if (c == 0xE2 && end - at > 2 && (unsigned char)s[at + 1] == 0x80) {
        unsigned char last = (unsigned char)s[at + 2];
        return (last >= 0x80 && last <= 0x8F) || (last >= 0xA8 && last <= 0xAF) ? 3 : 0;
    }
    return c == 0xEF && end - at > 2 && (unsigned char)s[at + 1] == 0xBB && (unsigned char)s[at + 2] == 0xBF ? 3 : 0;
}

/* Eight bytes at a time: a bit for each that is a space. */
static uint32_t page_count_spaces(struct slice text)
{
    uint32_t count = 0;
    size_t i = 0;
    for (; i + 8 <= text.len; i += 8) {
        const uint64_t low = BYTES_ALL(0x7F), ones = BYTES_ALL(1);
        uint64_t w = bytes_eight(text.at + i) ^ BYTES_ALL(' ');
        count += (uint32_t)(((~(((w & low) + low) | w) >> 7 & ones) * ones) >> 56);
    }
    for (; i < text.len; i++)
        count += text.at[i] == ' ';
    return count;
}

static void page_add_paragraph(struct page_marker *marker, uint32_t start, uint32_t end)
{
    const char *s = marker->document->text.at;
    for (uint32_t n; start < end && (n = page_blank(s, start, end)) > 0;)
        start += n;
    for (bool trimmed = true; trimmed && end > start;) {
        trimmed = false;
        for (uint32_t n = 1; n <= 3 && n <= end - start; n++)
            if (page_blank(s, end - n, end) == n) {
                end -= n;
                trimmed = true;
                break;
            }
    }
    if (start == end)
        return;
    struct page_paragraph *paragraph = list_add(marker->mem, marker);
    paragraph->at = (struct region){ start, end };
    paragraph->words = 1 + page_count_spaces(slice_make(s + start, end - start));
}

static void page_split(struct page_marker *marker)
{
    struct slice text = marker->document->text;
    for (size_t at = 0; at < text.len;) {
        const char *end = memchr(text.at + at, '\n', text.len - at);
        size_t stop = end ? (size_t)(end - text.at) : text.len;
        page_add_paragraph(marker, (uint32_t)at, (uint32_t)stop);
        at = stop + 1;
    }
}

/* An address alone on its line. */
static bool page_is_address(struct slice line)
{
    bool at = false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.at[i] == ' ' || (unsigned char)line.at[i] >= 0x80)
            return false;
        at = at || line.at[i] == '@';
    }
    return at || slice_starts(line, slice_of("http://")) || slice_starts(line, slice_of("https://"))
           || slice_starts(line, slice_of("www."));
}

/* Nothing but phrases of furniture, numbers and marks. */
static bool page_is_covered(const struct page_rules *rules, const struct page_words *words)
{
    const uint32_t kinds = 1u << PAGE_LINE | 1u << PAGE_START | 1u << PAGE_END | 1u << PAGE_INLINE | 1u << PAGE_TAIL;
    bool phrase = false;
    for (uint32_t i = 0; i < words->count;) {
        uint32_t past = i + 1;
        if (words->items[i].kind == PAGE_WORD) {
            if (!page_match(rules, kinds, words, i, &past))
                return false;
            phrase = true;
        }
        i = past;
    }
    return phrase;
}

/* Furniture from `first` on, until prose comes again. */
static void page_mark_end(struct page_marker *marker, uint32_t first)
{
    for (uint32_t i = first; i < marker->count; i++) {
        if (i > first && marker->items[i].words > PAGE_LONG_WORDS)
            return;
        marker->items[i].use = PAGE_FURNITURE;
    }
}

static void page_mark_line(struct page_marker *marker, uint32_t index, bool prose_before)
{
    struct page_paragraph *paragraph = &marker->items[index];
    struct slice text = marker->document->text;
    uint32_t len = paragraph->at.end - paragraph->at.start;
    if (page_is_address(slice_make(text.at + paragraph->at.start, len < LINE_BYTES ? len : LINE_BYTES))) {
        paragraph->use = PAGE_FURNITURE;
        return;
    }
    struct region head = { paragraph->at.start, paragraph->at.start + (len < HEAD_BYTES ? len : HEAD_BYTES) };
    const char *space = memchr(text.at + head.start + 1, ' ', head.end - head.start - 1);
    space = space && space - text.at - head.start < 4 ? memchr(space + 1, ' ', head.end - (size_t)(space + 1 - text.at))
                                                      : space; /* a mark, then the word */
    head.end = space ? (uint32_t)(space - text.at) : head.end;
    struct page_words start = page_words_in(marker->mem, text, &marker->document->folded, head, 8);
    uint32_t first = 0, past;
    while (first < start.count && start.items[first].kind > PAGE_NUMBER)
        first++;
    if (first == start.count || (start.items[first].kind == PAGE_WORD && !page_may_start(marker->rules, &start.items[first])))
        return;
    if (len > LINE_BYTES && len > HEAD_BYTES)
        head.end = paragraph->at.start + LINE_BYTES;
    else
        head.end = paragraph->at.end;
    struct page_words words = page_words_in(marker->mem, text, &marker->document->folded, head, 100);
    if (prose_before && page_match(marker->rules, 1u << PAGE_END, &words, first, &past)
        && (paragraph->words <= PAGE_LONG_WORDS || index + 3 >= marker->count))
        page_mark_end(marker, index);
    else if (len <= LINE_BYTES
             && (page_match(marker->rules, 1u << PAGE_START, &words, first, &past) || page_is_covered(marker->rules, &words)))
        paragraph->use = PAGE_FURNITURE;
    else if (page_match(marker->rules, 1u << PAGE_INLINE, &words, first, &past))
        page_part(marker, paragraph, paragraph->at.start, words.items[past - 1].end, PAGE_FURNITURE);
}

static void page_mark_lines(struct page_marker *marker)
{
    bool prose = false;
    for (uint32_t i = 0; i < marker->count; i++) {
        struct page_paragraph *paragraph = &marker->items[i];
        if (paragraph->use != PAGE_REPORT)
            continue;
        page_mark_line(marker, i, prose || i >= 3);
        prose = prose || (paragraph->use == PAGE_REPORT && paragraph->words > PAGE_LONG_WORDS);
    }
}

/* Phrases in the first paragraph, which scraping often glues together out of a page's head. */
static void page_mark_head(struct page_marker *marker)
{
    struct page_paragraph *paragraph = page_first(marker, 0);
    if (!paragraph)
        return;
    struct page_words words = page_words_within(marker, paragraph, INLINE_HEAD_BYTES);
    for (uint32_t i = 0; i < words.count;) {
        uint32_t past = i + 1;
        if (page_match(marker->rules, 1u << PAGE_INLINE, &words, i, &past)) {
            while (past < words.count && (words.items[past].kind == PAGE_COLON || words.items[past].kind == PAGE_BAR))
                past++;
            uint32_t from = i > 0 && words.items[i - 1].kind == PAGE_BAR ? i - 1 : i;
            page_part(marker, paragraph, words.items[from].start, words.items[past - 1].end, PAGE_FURNITURE);
        }
        i = past;
    }
}

/* Where the sentence begins that words[at] belongs to. A point between digits ends none. */
static uint32_t page_sentence_start(const struct page_words *words, uint32_t at)
{
    while (at > 0
           && !(words->items[at - 1].kind == PAGE_STOP
                && (at < 2 || words->items[at - 2].kind != PAGE_NUMBER || words->items[at - 2].end != words->items[at - 1].start
                    || words->items[at - 1].end != words->items[at].start)))
        at--;
    return at;
}

static bool page_stop_behind(const struct page_words *words, uint32_t at)
{
    for (; at < words->count; at++)
        if (words->items[at].kind == PAGE_STOP)
            return true;
    return false;
}

static void page_mark_tail(struct page_marker *marker, struct page_paragraph *paragraph, bool last)
{
    struct page_words words = page_tail_words(marker, paragraph);
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t past;
        uint32_t sentence = i;
        if (page_match(marker->rules, 1u << PAGE_TAIL, &words, i, &past)) {
            sentence = page_sentence_start(&words, i);
            uint32_t behind;
            bool origin = page_match(marker->rules, 1u << PAGE_ORIGIN, &words, sentence, &behind) && behind < i
                          && words.items[behind].kind == PAGE_COLON;
            if (origin && i > sentence) {
                page_part(marker, paragraph, words.items[sentence].start, words.items[i].start, PAGE_DATELINE);
                sentence = i;
            }
            if (i - sentence > TAIL_WORDS || (!sentence && words.items[0].start > paragraph->at.start + PAGE_TAIL_BYTES))
                sentence = i;
        } else if (!last || words.count - i > TAIL_WORDS || page_sentence_start(&words, i) != i
                   || !page_match(marker->rules, 1u << PAGE_TAGS, &words, i, &past) || page_stop_behind(&words, past)) {
            continue;
        }
        uint32_t start = sentence ? words.items[sentence].start : paragraph->at.start;
        page_part(marker, paragraph, start, paragraph->at.end, PAGE_FURNITURE);
        return;
    }
}

static int page_part_order(const void *a, const void *b)
{
    const struct page_part *x = a, *y = b;
    if (x->at.start != y->at.start)
        return x->at.start < y->at.start ? -1 : 1;
    return x->use < y->use ? -1 : x->use > y->use;
}

/* Lays the parts and whole paragraphs into the document's three lists, sorted and apart. */
static void page_finish(struct page_marker *marker)
{
    for (uint32_t i = 0; i < marker->count; i++)
        if (marker->items[i].use != PAGE_REPORT)
            *(struct page_part *)list_add(marker->mem, &marker->parts) = (struct page_part){ marker->items[i].at, marker->items[i].use };
    if (marker->parts.count)
        qsort(marker->parts.items, marker->parts.count, sizeof *marker->parts.items, page_part_order);
    uint32_t done = 0;
    for (uint32_t i = 0; i < marker->parts.count; i++) {
        struct page_part part = marker->parts.items[i];
        if (part.at.start < done)
            part.at.start = done;
        if (part.at.start >= part.at.end)
            continue;
        done = part.at.end;
        struct document *document = marker->document;
        struct region_list *list = part.use == PAGE_FURNITURE ? &document->furniture
                                   : part.use == PAGE_REPEAT  ? &document->repeats
                                                              : &document->datelines;
        if (list->count && list->items[list->count - 1].end == part.at.start)
            list->items[list->count - 1].end = part.at.end;
        else
            *(struct region *)list_add(marker->mem, list) = part.at;
    }
}

static void page_find_headline(struct page_marker *marker)
{
    struct document *document = marker->document;
    struct slice title = slice_trim(document->title), text = document->text;
    if (!title.len)
        return;
    for (uint32_t i = 0; i < marker->count; i++) {
        struct region at = marker->items[i].at;
        if (marker->items[i].use != PAGE_FURNITURE && slice_equal(slice_make(text.at + at.start, at.end - at.start), title)) {
            document->headline = at;
            return;
        }
    }
    if (marker->count && slice_starts(slice_from(text, marker->items[0].at.start), title))
        document->headline = (struct region){ marker->items[0].at.start, marker->items[0].at.start + (uint32_t)title.len };
}

void page_mark(struct arena *mem, const struct page_rules *rules, struct document *document)
{
    struct page_marker marker = { .mem = mem, .rules = rules, .document = document };
    document->folded = fold_with_back(mem, document->text);
    page_split(&marker);
    page_mark_lines(&marker);
    for (uint32_t n = 0; n < 2; n++) {
        struct page_paragraph *paragraph = page_last(&marker, 1 - n);
        if (paragraph && !paragraph->touched)
            page_mark_tail(&marker, paragraph, n == 1);
    }
    page_mark_edges(&marker);
    page_mark_head(&marker);
    page_mark_repeats(&marker);
    page_find_headline(&marker);
    page_finish(&marker);
    if (!document->date.len && marker.day[0])
        document->date = arena_copy(mem, slice_of(marker.day));
}
