/* What a report says twice word for word: paragraphs, and the headline glued before its own page. */
#include "intake/page_mark.h"

#define REPEAT_BYTES 24u   /* a shorter paragraph may stand twice by chance */
#define REPEAT_PROBES 64u  /* so that nobody can make the table slow */
#define HEADLINE_WORDS 25u /* a longer paragraph is no headline */
#define SECTION_WORDS 3u
#define HEAD_TOKENS 260u /* of a glued first paragraph */
#define HEAD_REPEAT 5u   /* words that make a repetition in it */
#define HEAD_GAP 30u     /* words between, of the page's head */

/* The paragraph without the marks that close it, which one of two copies may lack. */
static struct slice page_bare(const struct page_marker *marker, const struct page_paragraph *paragraph)
{
    struct slice bare = slice_make(marker->document->text.at + paragraph->at.start, paragraph->at.end - paragraph->at.start);
    while (bare.len && (bare.at[bare.len - 1] == '.' || bare.at[bare.len - 1] == ' '))
        bare.len--;
    return bare;
}

/* Eight bytes at a time; any difference between texts is found when they are compared. */
static uint64_t page_hash(struct slice text)
{
    uint64_t hash = text.len, part;
    for (; text.len >= sizeof part; text = slice_from(text, sizeof part)) {
        memcpy(&part, text.at, sizeof part);
        hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    part = 0;
    memcpy(&part, text.at, text.len);
    hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 32;
}

struct repeat_slot {
    struct slice text;
    uint64_t hash;
    uint32_t paragraph;
};

/* Marks second and later copies; returns the first paragraph that has one and could be a headline, or NULL. */
static struct page_paragraph *page_mark_copies(struct page_marker *marker)
{
    struct page_paragraph *headline = NULL;
    uint32_t room = 16;
    while (room < marker->count * 2)
        room *= 2;
    struct repeat_slot *slots = arena_array(marker->mem, struct repeat_slot, room);
    for (uint32_t i = 0; i < marker->count; i++) {
        struct page_paragraph *paragraph = &marker->items[i];
        struct slice bare = page_bare(marker, paragraph);
        if (paragraph->use != PAGE_REPORT || paragraph->touched || bare.len < REPEAT_BYTES)
            continue;
        uint64_t hash = page_hash(bare);
        for (uint32_t probe = 0; probe < REPEAT_PROBES; probe++) {
            struct repeat_slot *slot = &slots[(hash + probe) & (room - 1)];
            if (!slot->text.at) {
                *slot = (struct repeat_slot){ bare, hash, i };
                break;
            }
            if (slot->hash != hash || !slice_equal(slot->text, bare))
                continue;
            paragraph->use = PAGE_REPEAT;
            if (!headline && paragraph->words >= 4 && paragraph->words <= HEADLINE_WORDS)
                headline = &marker->items[slot->paragraph];
            break;
        }
    }
    return headline;
}

/* How many words from a on are the words from b on, before b. */
static uint32_t page_same(const struct page_words *words, uint32_t a, uint32_t b)
{
    uint32_t n = 0;
    while (a + n < b && b + n < words->count && words->items[a + n].hash == words->items[b + n].hash)
        n++;
    return n;
}

/* Only words and numbers, copied to `to`; `edge` is set on those that a bar or dash stands before, or that begin the text. */
static uint32_t page_drop_marks(struct page_words all, struct page_word *to, bool *edge, bool *bar_behind)
{
    uint32_t kept = 0;
    bool open = true;
    for (uint32_t i = 0; i < all.count && kept < HEAD_TOKENS; i++) {
        uint8_t kind = all.items[i].kind;
        if (kind <= PAGE_NUMBER) {
            edge[kept] = open;
            open = bar_behind[kept] = false;
            to[kept++] = all.items[i];
        } else if (kind == PAGE_BAR || kind == PAGE_DASH) {
            open = true;
            if (kept)
                bar_behind[kept - 1] = bar_behind[kept - 1] || kind == PAGE_BAR;
        }
    }
    return kept;
}

/* Is there a rule of furniture or a date's number between the two copies? Then the second is the page's, not the writer's. */
static bool page_gap_is_page(const struct page_marker *marker, const struct page_words *words, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        uint32_t past;
        if (page_match(marker->rules, 1u << PAGE_INLINE | 1u << PAGE_MONTH | 1u << PAGE_LINE, words, i, &past))
            return true;
    }
    return false;
}

/* Before folding all words: does the text's start, or what follows a bar or dash in it, come again? */
static bool page_may_repeat(struct slice text)
{
    const size_t probe = 24;
    text.len = text.len < PAGE_HEAD_BYTES ? text.len : PAGE_HEAD_BYTES;
    for (size_t at = 0; at + 2 * probe < text.len && at < 240; at++) {
        if (at && !(at > 1 && text.at[at - 1] == ' ' && (text.at[at - 2] == '|' || text.at[at - 2] == '-')))
            continue;
        for (size_t i = at + probe; i + probe <= text.len; i++) {
            const char *found = memchr(text.at + i, text.at[at], text.len - probe + 1 - i);
            if (!found)
                break;
            i = (size_t)(found - text.at);
            if (memcmp(found, text.at + at, probe) == 0)
                return true;
        }
    }
    return false;
}

/* The opening quotation mark before `at` belongs to the word there. */
static uint32_t page_quote_before(struct slice text, uint32_t at)
{
    uint32_t i = at;
    while (i && text.at[i - 1] == ' ')
        i--;
    if (i && text.at[i - 1] == '"')
        return i - 1;
    if (i > 1 && memcmp(text.at + i - 2, "\xC2\xAB", 2) == 0)
        return i - 2;
    return i > 2 && memcmp(text.at + i - 3, "\xE2\x80\x9C", 3) == 0 ? i - 3 : at;
}

/* A first paragraph that begins with "headline | site headline ...": the second copy is a repetition, what stands around it is the page's. */
static void page_mark_glued(struct page_marker *marker)
{
    struct page_paragraph *paragraph = page_first(marker, 0);
    if (!paragraph)
        return;
    struct slice text = marker->document->text;
    struct slice shown = slice_make(text.at + paragraph->at.start, paragraph->at.end - paragraph->at.start);
    if (paragraph->words < 2 * HEAD_REPEAT || !page_may_repeat(shown))
        return;
    struct page_word kept[HEAD_TOKENS];
    bool edge[HEAD_TOKENS], bar[HEAD_TOKENS];
    struct page_words words = { kept, page_drop_marks(page_words_within(marker, paragraph, PAGE_HEAD_BYTES), kept, edge, bar),
                                HEAD_TOKENS };
    uint32_t best = 0, first = 0, second = 0;
    for (uint32_t s = 0; s < words.count && s <= 12; s++) {
        if (!edge[s])
            continue;
        for (uint32_t j = s + HEAD_REPEAT; j < words.count; j++) {
            uint32_t n = page_same(&words, s, j);
            if (n > best && n >= HEAD_REPEAT && j - s - n <= HEAD_GAP) {
                best = n;
                first = s;
                second = j;
            }
        }
    }
    if (!best || (second > first + best && !bar[first + best - 1] && !page_gap_is_page(marker, &words, first + best, second)))
        return;
    struct document *document = marker->document;
    uint32_t start = first ? page_quote_before(text, words.items[first].start) : paragraph->at.start,
             end = words.items[first + best - 1].end;
    if (first)
        page_part(marker, paragraph, paragraph->at.start, start, PAGE_FURNITURE);
    while (best) {
        if (second > first + best)
            page_part(marker, paragraph, words.items[first + best - 1].end, page_quote_before(text, words.items[second].start),
                      PAGE_FURNITURE);
        page_part(marker, paragraph, page_quote_before(text, words.items[second].start), words.items[second + best - 1].end, PAGE_REPEAT);
        first = second;
        uint32_t found = 0;
        for (uint32_t j = second + best; j < words.count && j - second - best <= HEAD_GAP && !found; j++)
            if (page_same(&words, second, j) >= best)
                found = j;
        if (!found)
            break;
        second = found;
    }
    document->headline = (struct region){ start, end };
    if (!document->title.len)
        document->title = slice_make(document->text.at + start, end - start);
}

/* What stands before (or between) the date lines and phrases in a first paragraph that was glued from a page's head. */
static bool page_dated_headline(struct page_marker *marker, struct region *headline)
{
    struct page_paragraph *paragraph = page_first(marker, 0);
    if (!paragraph || !marker->parts.count)
        return false;
    struct page_paragraph head = *paragraph;
    bool dated = false;
    for (uint32_t i = 0; i < marker->parts.count; i++)
        if (marker->parts.items[i].at.start == paragraph->at.start)
            head.at.start = marker->parts.items[i].at.end;
    for (uint32_t i = 0; i < marker->parts.count; i++) {
        struct page_part part = marker->parts.items[i];
        if (part.at.start > head.at.start && part.at.start < head.at.end) {
            head.at.end = part.at.start;
            dated = true;
        }
    }
    struct page_words words = page_words_within(marker, &head, PAGE_EDGE_BYTES);
    for (uint32_t k = 0; k < words.count; k++)
        if (words.items[k].kind == PAGE_STOP)
            return false;
    if (!dated || words.count < 4 || words.count > HEADLINE_WORDS)
        return false;
    *headline = (struct region){ words.items[0].start, words.items[words.count - 1].end };
    return true;
}

/* Short, no sentence's end, and something follows. */
static bool page_looks_headline(struct page_marker *marker, struct page_paragraph *paragraph)
{
    struct page_words words = page_head_words(marker, paragraph, HEADLINE_WORDS * 3);
    uint8_t last = words.count ? words.items[words.count - 1].kind : PAGE_STOP;
    return paragraph->words <= HEADLINE_WORDS && last != PAGE_STOP && last != PAGE_COLON;
}

/* The first paragraph that is a headline; or the second, when the first is but the name of a section over it. */
static struct page_paragraph *page_first_headline(struct page_marker *marker)
{
    struct page_paragraph *first = page_first(marker, 0), *second = page_first(marker, 1);
    if (!first || !second || !page_looks_headline(marker, first))
        return NULL;
    return first->words <= SECTION_WORDS && page_first(marker, 2) && page_looks_headline(marker, second) ? second : first;
}

void page_mark_repeats(struct page_marker *marker)
{
    struct page_paragraph *repeated = page_mark_copies(marker);
    page_mark_glued(marker);
    struct document *document = marker->document;
    if (document->title.len)
        return;
    struct page_paragraph *headline = page_first_headline(marker);
    headline = headline ? headline : repeated;
    struct region at = headline ? headline->at : (struct region){ 0, 0 };
    if (headline || page_dated_headline(marker, &at)) {
        document->headline = at;
        document->title = slice_make(document->text.at + at.start, at.end - at.start);
    }
}
