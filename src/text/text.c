#include "text/text.h"

#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "know/fold.h"

struct sentence_cutter {
    struct arena *mem;
    struct text *text;
    uint32_t start; /* of the running sentence */
    uint32_t paragraph;
    uint32_t furniture; /* next region to look at */
};

static bool text_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static void cutter_put(struct sentence_cutter *cutter, uint32_t start, uint32_t end)
{
    struct sentence *sentence = list_add(cutter->mem, &cutter->text->sentences);
    *sentence =
        (struct sentence){ .start = start, .end = end, .paragraph = cutter->paragraph, .repeat_of = cutter->text->sentences.count - 1 };
}

/* Adds source[start..end) as a sentence when something is left of it. */
static void cutter_add(struct sentence_cutter *cutter, uint32_t end)
{
    const char *s = cutter->text->source.at;
    uint32_t start = cutter->start;
    cutter->start = end;
    while (start < end && text_is_space(s[start]))
        start++;
    while (end > start && text_is_space(s[end - 1]))
        end--;
    if (start == end)
        return;
    while (end - start > LIMIT_SENTENCE_BYTES) {
        uint32_t cut = start + LIMIT_SENTENCE_BYTES;
        while (cut > start && !text_is_space(s[cut]))
            cut--;
        if (cut == start)
            cut = start + LIMIT_SENTENCE_BYTES;
        while (cut < end && ((unsigned char)s[cut] & 0xC0) == 0x80)
            cut++;
        cutter_put(cutter, start, cut);
        start = cut;
        while (start < end && text_is_space(s[start]))
            start++;
    }
    if (end > start)
        cutter_put(cutter, start, end);
}

/* How many bytes the sentence mark at `at` takes; 0 where there is none. */
static unsigned text_stop(struct slice source, uint32_t at)
{
    unsigned char c = (unsigned char)source.at[at];
    if (c == '.' || c == '!' || c == '?')
        return 1;
    if (c == 0xD8 && at + 1 < source.len && ((unsigned char)source.at[at + 1] == 0x9F || (unsigned char)source.at[at + 1] == 0x9B))
        return 2; /* Arabic question mark, semicolon */
    return 0;
}

/* A line end, the marks of one byte, and the second bytes of those of two: few other characters have them. */
static const bool text_may_stop[256] = { ['\n'] = true, ['.'] = true, ['!'] = true, ['?'] = true, [0x9F] = true, [0x9B] = true };

static uint64_t text_zero_bytes(uint64_t w)
{
    return (w - BYTES_ALL(0x01)) & ~w & BYTES_ALL(0x80);
}

/* The same for eight bytes: bits whose lowest stands in the first such byte (see json_write.c). 9B and 9F differ in one bit. */
static uint64_t text_stop_bytes(uint64_t w)
{
    return text_zero_bytes(w ^ BYTES_ALL('\n')) | text_zero_bytes(w ^ BYTES_ALL('.')) | text_zero_bytes(w ^ BYTES_ALL('!'))
           | text_zero_bytes(w ^ BYTES_ALL('?')) | text_zero_bytes((w & BYTES_ALL(0xFB)) ^ BYTES_ALL(0x9B));
}

/* A closing quotation mark or bracket after the stop belongs to the sentence. */
static uint32_t text_after_closing(struct slice source, uint32_t at)
{
    static const char *const closing[] = { "\"", "\xe2\x80\x9d", "\xc2\xbb", ")", "'" };
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (slice_starts(slice_from(source, at), slice_of(closing[i])))
            return at + (uint32_t)strlen(closing[i]);
    return at;
}

static bool text_is_letter(struct slice source, uint32_t at)
{
    unsigned char c = at + 1 < source.len ? (unsigned char)source.at[at] : 0, d = c ? (unsigned char)source.at[at + 1] : 0;
    return (c == 0xD8 && d >= 0xA1) || (c == 0xD9 && d >= 0x81 && d <= 0x8A);
}

#define GLUED_LEAST_LETTERS 3u

/* «… انسحب».وقال …»: a writer who forgets the space; a word ends before the stop, and no abbreviation («د.محمد»). */
static bool text_is_glued(struct slice source, uint32_t stop, uint32_t behind)
{
    static const char *const closing[] = { "\"", "\xe2\x80\x9d", "\xc2\xbb", ")" };
    for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
        if (stop >= strlen(closing[i]) && memcmp(source.at + stop - strlen(closing[i]), closing[i], strlen(closing[i])) == 0)
            stop -= (uint32_t)strlen(closing[i]);
    for (uint32_t i = 0; i < GLUED_LEAST_LETTERS; i++)
        if (stop < 2 * (i + 1) || !text_is_letter(source, stop - 2 * (i + 1)) || !text_is_letter(source, behind + 2 * i))
            return false;
    return true;
}

bool text_shortens_title(struct slice source, uint32_t at)
{
    static const char *const letters[] = { "\xd8\xaf", "\xd8\xa3", "\xd8\xa7" }; /* dal, alif with and without hamza */
    if (at < 2 || (at > 2 && !text_is_space(source.at[at - 3]) && source.at[at - 3] != '.'))
        return false;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (memcmp(source.at + at - 2, letters[i], 2) == 0)
            return true;
    return false;
}

/* «د. محمد»: the name stands behind the title. */
static bool text_is_title(struct slice source, uint32_t stop, uint32_t behind)
{
    return behind + 1 < source.len && source.at[behind] == ' ' && text_is_letter(source, behind + 1) && text_shortens_title(source, stop);
}

/* Leaves furniture out: moves `at` past a region that starts here and ends the sentence before it. */
static uint32_t cutter_skip(struct sentence_cutter *cutter, uint32_t at)
{
    const struct region_list *regions = &cutter->text->document->furniture;
    while (cutter->furniture < regions->count && regions->items[cutter->furniture].end <= at)
        cutter->furniture++;
    if (cutter->furniture == regions->count || regions->items[cutter->furniture].start > at)
        return at;
    cutter_add(cutter, at);
    cutter->start = regions->items[cutter->furniture].end;
    cutter->paragraph++;
    return cutter->start;
}

/* Walks over what can neither end a sentence nor be furniture. */
static uint32_t cutter_pass(const struct sentence_cutter *cutter, uint32_t from)
{
    uint32_t at = from;
    const struct region_list *regions = &cutter->text->document->furniture;
    struct slice source = cutter->text->source;
    uint32_t end = (uint32_t)source.len;
    if (cutter->furniture < regions->count && regions->items[cutter->furniture].start < end)
        end = regions->items[cutter->furniture].start;
    uint64_t stops = 0;
    for (; end > at && end - at >= 8 && !(stops = text_stop_bytes(bytes_eight_from_low(source.at + at))); at += 8)
        continue;
    if (stops)
        at += (uint32_t)__builtin_ctzll(stops) / 8;
    while (at < end && !text_may_stop[(unsigned char)source.at[at]])
        at++;
    /* at the second byte of a mark */
    return at < end && at > from && (unsigned char)source.at[at] >= 0x80 && text_stop(source, at - 1) ? at - 1 : at;
}

static void text_cut(struct arena *mem, struct text *text)
{
    struct sentence_cutter cutter = { .mem = mem, .text = text };
    struct slice source = text->source;
    uint32_t at = 0, length = (uint32_t)source.len;
    while (at < length) {
        uint32_t next = cutter_skip(&cutter, at);
        if (next != at) {
            at = next;
            continue;
        }
        if (source.at[at] == '\n') {
            cutter_add(&cutter, at);
            cutter.paragraph++;
            at++;
        } else if (text_stop(source, at)) {
            uint32_t first = at;
            for (unsigned stop; at < length && (stop = text_stop(source, at)) != 0;)
                at += stop;
            at = text_after_closing(source, at);
            bool ends = at >= length || text_is_space(source.at[at]) || text_is_glued(source, first, at);
            if (ends && !text_is_title(source, first, at))
                cutter_add(&cutter, at);
        } else {
            at = cutter_pass(&cutter, at + 1);
        }
    }
    cutter_add(&cutter, length);
}

/* A headline that stands again in the text says nothing new. */
static void text_mark_repeats(struct arena *mem, struct text *text)
{
    struct map seen = { 0 };
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        struct sentence *sentence = &text->sentences.items[i];
        struct slice words = slice_make(text->source.at + sentence->start, sentence->end - sentence->start);
        uint32_t first;
        if (map_get(&seen, words, &first))
            sentence->repeat_of = first;
        else
            map_set(mem, &seen, words, i);
    }
}

enum isnad_status text_prepare(struct arena *mem, const struct document *document, struct text *out, struct isnad_error *error)
{
    if (document->text.len > UINT32_MAX / 4)
        return error_set(error, ISNAD_INPUT, "", document->file_byte, "a report of more than 1 GB");
    struct folded folded = document->folded.back ? document->folded : fold_with_back(mem, document->text);
    *out = (struct text){ .document = document, .source = document->text, .fold = folded.text, .back = folded.back };
    text_cut(mem, out);
    text_mark_repeats(mem, out);
    return ISNAD_OK;
}
