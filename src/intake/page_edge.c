/* The edges of a report: bylines (place, agency, outlet), credits (author, translator), days of publication. */
#include "intake/day.h"
#include "intake/page_mark.h"

#define EDGE_PARAGRAPHS 3u /* looked at from each end */
#define BYLINE_TOKENS 28u
#define BYLINE_PARTS 6u
#define BYLINE_WORDS 4u /* of one part of a byline */
#define SIGNED_WORDS 7u /* author and place alone on a line */
#define CREDIT_WORDS 9u
#define CREDIT_AUTHOR 1
#define CREDIT_BARE 2
#define PLACE_WORDS 3u /* before "- agency" without a mark behind it */
#define DAY_LINE_WORDS 18u
#define DAY_STRANGERS 3u    /* words on a day's line that we do not know: the place */
#define DAY_HEAD_BYTES 800u /* of the first paragraph searched for the page's date line */
#define ORIGIN_WORDS 14u

static bool page_is_separator(uint8_t kind)
{
    return kind == PAGE_COLON || kind == PAGE_DASH || kind == PAGE_BAR || kind == PAGE_OPEN || kind == PAGE_CLOSE;
}

enum agency { AGENCY_NONE, AGENCY_SOURCE, AGENCY_DESK };

/* words[at..end) are agencies and nothing else: AGENCY_DESK when all of them are desks, which say nothing themselves. */
static enum agency page_agency(const struct page_rules *rules, const struct page_words *words, uint32_t at, uint32_t end)
{
    enum agency found = AGENCY_NONE;
    while (at < end) {
        uint32_t past = at + 1;
        if (words->items[at].kind <= PAGE_NUMBER) {
            const struct page_rule *rule = page_match(rules, 1u << PAGE_AGENCY, words, at, &past);
            if (!rule || past > end)
                return AGENCY_NONE;
            found = rule->value && found != AGENCY_SOURCE ? AGENCY_DESK : AGENCY_SOURCE;
        }
        at = past;
    }
    return found;
}

struct byline {
    uint32_t past;     /* index behind the byline; 0: there is none */
    uint32_t parts;    /* with words */
    bool agency, desk; /* some part is an agency; a desk */
    bool marked;       /* marked: a dash, bar or colon was there, not brackets alone */
    uint32_t words;
};

/* A byline at the start: parts of few words between dashes, bars, brackets, up to a colon or to where prose begins; one part is an agency. */
static struct byline page_byline(const struct page_rules *rules, const struct page_words *words)
{
    struct byline line = { 0 };
    uint32_t i = 0, separated = 0; /* behind the last separator */
    while (i < words->count && line.parts <= BYLINE_PARTS) {
        uint32_t start = i, length = 0;
        while (i < words->count && !page_is_separator(words->items[i].kind) && words->items[i].kind != PAGE_STOP && length <= BYLINE_WORDS)
            length += words->items[i++].kind <= PAGE_NUMBER;
        bool prose = length > BYLINE_WORDS || (i < words->count && words->items[i].kind == PAGE_STOP);
        if (prose) {
            uint32_t past;
            uint8_t mark = separated ? words->items[separated - 1].kind : PAGE_MARK;
            if (!line.agency && (mark == PAGE_DASH || mark == PAGE_BAR) && line.words <= PLACE_WORDS
                && page_match(rules, 1u << PAGE_AGENCY, words, start, &past)) {
                line.agency = true;
                separated = past;
            }
            line.past = line.agency && line.marked ? separated : 0;
            return line;
        }
        line.parts += length > 0;
        line.words += length;
        enum agency agency = length ? page_agency(rules, words, start, i) : AGENCY_NONE;
        line.agency = line.agency || agency;
        line.desk = line.desk || agency == AGENCY_DESK;
        if (i == words->count)
            break;
        line.marked = line.marked || (words->items[i].kind != PAGE_OPEN && words->items[i].kind != PAGE_CLOSE);
        separated = ++i;
        if (words->items[i - 1].kind == PAGE_COLON) {
            line.past = line.desk || (line.agency && line.parts > 1) ? i : 0; /* "agency: ..." may say whose statement it is */
            return line;
        }
    }
    line.past = line.agency && line.parts <= BYLINE_PARTS && i == words->count ? i : 0;
    if (words->count == BYLINE_TOKENS)
        line.past = line.agency ? separated : 0;
    return line;
}

/* Short parts with a dash or bar between, and nothing else: an author and a place. */
static bool page_is_signature(const struct page_paragraph *paragraph, const struct page_words *words)
{
    uint32_t parts = 0, length = 0;
    for (uint32_t i = 0; i <= words->count; i++) {
        uint8_t kind = i < words->count ? words->items[i].kind : PAGE_DASH;
        if (kind == PAGE_DASH || kind == PAGE_BAR) {
            if (!length || length > 3)
                return false;
            parts++;
            length = 0;
        } else if (kind != PAGE_WORD) {
            return false;
        } else {
            length++;
        }
    }
    return parts == 2 && paragraph->words <= SIGNED_WORDS;
}

static void page_keep_day(struct page_marker *marker, const char *day)
{
    if (!marker->day[0] || strcmp(day, marker->day) < 0)
        memcpy(marker->day, day, sizeof marker->day);
}

/* A line that holds little but a day or an hour. */
static bool page_is_day_line(struct page_marker *marker, const struct page_words *words)
{
    const uint32_t kinds =
        1u << PAGE_WEEKDAY | 1u << PAGE_DATE | 1u << PAGE_CLOCK | 1u << PAGE_MONTH | 1u << PAGE_AGENCY | 1u << PAGE_INLINE;
    uint32_t strangers = 0;
    bool sure = false;
    char day[11] = "";
    for (uint32_t i = 0; i < words->count;) {
        uint32_t past = i + 1;
        const struct page_rule *rule;
        if (day_match(marker->rules, words, i, &past, day))
            sure = true;
        else if ((rule = page_match(marker->rules, kinds, words, i, &past)) != NULL)
            sure = sure || rule->kind == PAGE_CLOCK;
        else
            strangers += words->items[i].kind == PAGE_WORD;
        i = past;
    }
    if (!sure || strangers > DAY_STRANGERS || strangers + 2 > words->count)
        return false;
    if (day[0])
        page_keep_day(marker, day);
    return true;
}

/* A digit of ASCII, or the lead byte of the Arabic ones. */
static bool page_has_digit(struct slice text)
{
    for (size_t i = 0; i < text.len && i < DAY_HEAD_BYTES; i++)
        if ((text.at[i] >= '0' && text.at[i] <= '9')
            || ((unsigned char)text.at[i] == 0xD9 && i + 1 < text.len && (unsigned char)text.at[i + 1] >= 0xA0
                && (unsigned char)text.at[i + 1] <= 0xA9))
            return true;
    return false;
}

/* In a first paragraph glued from a page's head: the stretch of day and hour. In any: "today, <full date>" tells the day. */
static void page_mark_day_inside(struct page_marker *marker, struct page_paragraph *paragraph)
{
    const struct slice text = marker->document->text;
    if (!page_has_digit(slice_make(text.at + paragraph->at.start, paragraph->at.end - paragraph->at.start)))
        return;
    const uint32_t kinds = 1u << PAGE_WEEKDAY | 1u << PAGE_DATE | 1u << PAGE_CLOCK;
    struct page_words words = page_words_within(marker, paragraph, DAY_HEAD_BYTES);
    uint32_t past;
    char day[11] = "";
    for (uint32_t i = 0; i < words.count; i++) {
        uint32_t start = i, end = i;
        bool sure = false, found = false, today = false;
        char here[11] = "";
        for (; i < words.count; end = i) {
            const struct page_rule *rule;
            uint8_t kind = words.items[i].kind;
            if (day_match(marker->rules, &words, i, &past, here))
                found = true;
            else if ((rule = page_match(marker->rules, kinds, &words, i, &past)) != NULL)
                sure = sure || rule->kind == PAGE_CLOCK;
            else if (end == start && page_match(marker->rules, 1u << PAGE_TODAY, &words, i, &past))
                today = true;
            else if (kind == PAGE_NUMBER || (kind > PAGE_STOP && end > start))
                past = i + 1;
            else
                break;
            sure = sure
                   || (kind == PAGE_COLON && end > start && words.items[i - 1].kind == PAGE_NUMBER && i + 1 < words.count
                       && words.items[i + 1].kind == PAGE_NUMBER);
            i = past;
        }
        if (found && (sure || today))
            memcpy(day, here, sizeof day);
        if (found && sure && !today && end > start)
            page_part(marker, paragraph, words.items[start].start, words.items[end - 1].end, PAGE_DATELINE);
        if (day[0])
            page_keep_day(marker, day);
        i = i > start ? i - 1 : i;
    }
}

/* A credit alone on its line. The rule's value: CREDIT_AUTHOR, the author's name follows; CREDIT_BARE, no colon is needed. */
static bool page_is_credit(struct page_marker *marker, const struct page_paragraph *paragraph, const struct page_words *words)
{
    uint32_t first = 0, past;
    while (first < words->count && words->items[first].kind > PAGE_NUMBER)
        first++;
    const struct page_rule *rule =
        paragraph->words <= CREDIT_WORDS ? page_match(marker->rules, 1u << PAGE_CREDIT, words, first, &past) : NULL;
    if (!rule || (words->count && words->items[words->count - 1].kind == PAGE_STOP && paragraph->words > 5))
        return false;
    if (rule->value != CREDIT_BARE && (past == words->count || words->items[past].kind != PAGE_COLON))
        return false;
    while (past < words->count && words->items[past].kind > PAGE_NUMBER)
        past++;
    struct document *document = marker->document;
    if (rule->value == CREDIT_AUTHOR && !document->author.len && past < words->count)
        document->author =
            slice_make(document->text.at + words->items[past].start, words->items[words->count - 1].end - words->items[past].start);
    return true;
}

static void page_mark_start(struct page_marker *marker, uint32_t n)
{
    struct page_paragraph *paragraph = page_first(marker, n);
    if (!paragraph)
        return;
    struct page_words words = page_head_words(marker, paragraph, BYLINE_TOKENS);
    bool whole = words.count < BYLINE_TOKENS && (!words.count || words.items[words.count - 1].end == paragraph->at.end);
    struct byline byline = page_byline(marker->rules, &words);
    const struct page_paragraph *next = page_first(marker, n + 1);
    if (whole && paragraph->words <= DAY_LINE_WORDS && page_is_day_line(marker, &words))
        paragraph->use = PAGE_DATELINE;
    else if (byline.past && !paragraph->touched)
        page_part(marker, paragraph, paragraph->at.start,
                  byline.past == words.count && whole ? paragraph->at.end : words.items[byline.past - 1].end, PAGE_DATELINE);
    else if (whole && n > 0 && page_is_credit(marker, paragraph, &words))
        paragraph->use = PAGE_DATELINE;
    else if (whole && n > 0 && next && next->words > PAGE_LONG_WORDS && page_is_signature(paragraph, &words))
        paragraph->use = PAGE_DATELINE;
}

/* An agency in brackets or behind a dash as the last words. */
static void page_mark_signed_end(struct page_marker *marker, struct page_paragraph *paragraph)
{
    struct page_words words = page_tail_words(marker, paragraph);
    uint32_t end = words.count;
    while (end && words.items[end - 1].kind == PAGE_STOP)
        end--;
    bool bracket = end && words.items[end - 1].kind == PAGE_CLOSE;
    uint32_t from = end - (bracket ? 1 : 0), start = from;
    while (start && words.items[start - 1].kind != PAGE_OPEN && words.items[start - 1].kind != PAGE_STOP
           && words.items[start - 1].kind != PAGE_DASH && (bracket || words.items[start - 1].kind != PAGE_CLOSE))
        start--;
    if (!start || start == from || words.items[start - 1].kind != (bracket ? PAGE_OPEN : PAGE_DASH)
        || !page_agency(marker->rules, &words, start, from))
        return;
    page_part(marker, paragraph, words.items[start - 1].start, paragraph->at.end, PAGE_DATELINE);
}

/* What stands behind "source:" names where the report was taken from. */
static bool page_mark_origin(struct page_marker *marker, struct page_paragraph *paragraph)
{
    struct page_words words = page_tail_words(marker, paragraph);
    bool short_enough = paragraph->at.end - paragraph->at.start <= PAGE_TAIL_BYTES;
    uint32_t past;
    for (uint32_t i = 0; i < words.count; i++) {
        bool begins = i ? words.items[i - 1].kind == PAGE_STOP : short_enough;
        if (!begins || !page_match(marker->rules, 1u << PAGE_ORIGIN, &words, i, &past) || past >= words.count
            || words.items[past].kind != PAGE_COLON || words.count - past > ORIGIN_WORDS)
            continue;
        page_part(marker, paragraph, i ? words.items[i].start : paragraph->at.start, paragraph->at.end, PAGE_DATELINE);
        return true;
    }
    return false;
}

static void page_mark_last(struct page_marker *marker, uint32_t n)
{
    struct page_paragraph *paragraph = page_last(marker, n);
    if (!paragraph || paragraph == page_first(marker, 0) || paragraph->touched)
        return;
    if (page_mark_origin(marker, paragraph) || paragraph->words > DAY_LINE_WORDS)
        return;
    struct page_words words = page_head_words(marker, paragraph, BYLINE_TOKENS);
    bool whole = words.count < BYLINE_TOKENS && (!words.count || words.items[words.count - 1].end == paragraph->at.end);
    if (whole
        && ((paragraph->words <= DAY_LINE_WORDS && page_is_day_line(marker, &words)) || page_is_credit(marker, paragraph, &words)
            || (words.count && page_byline(marker->rules, &words).past == words.count)))
        paragraph->use = PAGE_DATELINE;
}

void page_mark_edges(struct page_marker *marker)
{
    /* From the inside out, since a paragraph that is marked no longer counts. */
    for (uint32_t n = EDGE_PARAGRAPHS; n-- > 0;)
        page_mark_last(marker, n);
    for (uint32_t n = 0; n < 2; n++) {
        struct page_paragraph *last = page_last(marker, n);
        if (last && !last->touched)
            page_mark_signed_end(marker, last);
    }
    for (uint32_t n = EDGE_PARAGRAPHS; n-- > 0;)
        page_mark_start(marker, n);
    for (uint32_t n = 0; n < 2; n++) {
        struct page_paragraph *first = page_first(marker, n);
        if (first)
            page_mark_day_inside(marker, first);
    }
}
