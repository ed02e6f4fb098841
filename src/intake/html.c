#include "intake/html.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "intake/clean.h"
#include "intake/entity.h"
#include "intake/html_tag.h"
#include "know/page_words.h"

#define META_BYTES 4096u   /* of one metadata value */
#define ARTICLE_BYTES 300u /* an article element with less text is no report */
#define PLACE_BITS 3u
#define AUTO_CLOSE_DEPTH 16u /* how far up an item looks for the one that it ends */

/* Where a block stands. */
enum html_place {
    PLACE_ARTICLE = 1, /* within article, main or articleBody */
    PLACE_HEADING = 2,
    PLACE_H1 = 4,
};

/* A form, or an element whose class or id names furniture. It is left out unless it holds most of the page: then it is the page's
 * layout. */
struct html_box {
    uint32_t parent; /* index of the box around it; 0: none */
    uint32_t bytes;  /* of text in it, without links */
    bool out;
};

struct html_block {
    uint32_t start, end; /* in the text of all blocks */
    uint32_t link_bytes;
    uint32_t box;
    uint8_t place;
};

struct html_open {
    uint16_t element;
    uint16_t flags;
    uint8_t place; /* what it added */
    bool out, link;
    uint32_t box_before;
};

struct html_reader {
    struct arena *mem;
    const struct page_rules *rules;
    struct slice bytes;
    struct html_page *page;
    struct clean clean;
    struct {
        struct html_block *items;
        uint32_t count, room;
    } blocks;
    struct {
        struct html_box *items;
        uint32_t count, room;
    } boxes;      /* the first stands for "none" */
    uint32_t box; /* the innermost open one */
    struct html_open stack[LIMIT_HTML_DEPTH];
    uint32_t depth;
    uint32_t open[HTML_ELEMENTS];                /* how many of an element are on the stack */
    uint32_t out, links, place_open[PLACE_BITS]; /* open elements that are left out, links, and places by their bit */
    struct html_block block;                     /* the one being read */
    bool space;                                  /* white space waits for the next character */
    uint64_t space_at;
    struct slice title_tag, heading, og_title;
    int date_rank; /* of the date found so far: lower is surer; 0: none */
};

static uint8_t html_places(const struct html_reader *reader)
{
    uint8_t place = 0;
    for (unsigned bit = 0; bit < PLACE_BITS; bit++)
        if (reader->place_open[bit])
            place |= (uint8_t)(1u << bit);
    return place;
}

/* Ends the paragraph. */
static void html_flush(struct html_reader *reader)
{
    reader->space = false;
    if (reader->clean.len > reader->block.start) {
        reader->block.end = (uint32_t)reader->clean.len;
        *(struct html_block *)list_add(reader->mem, &reader->blocks) = reader->block;
    }
    reader->block = (struct html_block){ .start = (uint32_t)reader->clean.len };
}

static void html_put(struct html_reader *reader, const char *s, size_t len, uint64_t from, uint64_t from_len)
{
    size_t before = reader->clean.len;
    if (before == reader->block.start)
        reader->block = (struct html_block){ .start = reader->block.start, .place = html_places(reader), .box = reader->box };
    else if (reader->space)
        clean_put(&reader->clean, " ", 1, reader->space_at, 1);
    reader->space = false;
    if (from_len == len)
        clean_copy(&reader->clean, s, len, from);
    else
        clean_put(&reader->clean, s, len, from, from_len);
    if (reader->links)
        reader->block.link_bytes += (uint32_t)(reader->clean.len - before);
}

/* Text between tags: white space folded, references decoded. */
static void html_text(struct html_reader *reader, size_t at, size_t end)
{
    const char *s = reader->bytes.at;
    while (at < end) {
        char c = s[at];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            if (!reader->space)
                reader->space_at = at;
            reader->space = true;
            at++;
            continue;
        }
        if (c == '&') {
            unsigned used;
            char out[4];
            uint32_t code = entity_decode(slice_make(s + at, end - at), &used);
            if (code == 0xA0) {
                if (!reader->space)
                    reader->space_at = at;
                reader->space = true;
                at += used;
                continue;
            }
            if (code) {
                html_put(reader, out, utf8_encode(code, out), at, used);
                at += used;
                continue;
            }
        }
        size_t from = at++;
        while (at < end && s[at] != ' ' && s[at] != '\n' && s[at] != '\t' && s[at] != '\r' && s[at] != '\f' && s[at] != '&')
            at++;
        html_put(reader, s + from, at - from, from, at - from);
    }
}

/* A value of the head, cut to META_BYTES on the border of a character. */
static struct slice html_value(struct html_reader *reader, struct slice written)
{
    size_t len = written.len < META_BYTES ? written.len : META_BYTES;
    while (len < written.len && ((unsigned char)written.at[len] & 0xC0) == 0x80)
        len--;
    return html_plain(reader->mem, slice_make(written.at, len));
}

static void html_set(struct html_reader *reader, struct slice *field, struct slice value)
{
    if (!field->len && value.len)
        *field = html_value(reader, value);
}

static void html_date(struct html_reader *reader, struct slice value, int rank)
{
    if (value.len && (!reader->date_rank || rank < reader->date_rank)) {
        reader->page->date = html_value(reader, value);
        reader->date_rank = rank;
    }
}

static void html_meta(struct html_reader *reader, const struct html_tag *tag)
{
    struct slice content = html_attribute(tag, "content"), name = html_attribute(tag, "property");
    if (!name.len)
        name = html_attribute(tag, "name");
    if (!name.len)
        name = html_attribute(tag, "itemprop");
    if (html_is(name, "og:title"))
        html_set(reader, &reader->og_title, content);
    else if (html_is(name, "og:site_name"))
        html_set(reader, &reader->page->outlet, content);
    else if (html_is(name, "og:url"))
        html_set(reader, &reader->page->url, content);
    else if (html_is(name, "author") || html_is(name, "article:author"))
        html_set(reader, &reader->page->author, content);
    else if (html_is(name, "article:published_time") || html_is(name, "og:published_time"))
        html_date(reader, content, 1);
    else if (html_is(name, "datepublished"))
        html_date(reader, content, 3);
    else if (html_is(name, "date") || html_is(name, "pubdate") || html_is(name, "publish-date") || html_is(name, "publishdate")
             || html_is(name, "dc.date") || html_is(name, "dc.date.issued") || html_is(name, "parsely-pub-date"))
        html_date(reader, content, 4);
}

/* The string behind "key": in a script of JSON-LD; a search, since half of what pages carry is not JSON. */
static struct slice html_linked_data(struct slice script, const char *key)
{
    size_t key_len = strlen(key);
    for (size_t i = 0; i + key_len < script.len; i++) {
        const char *found = memchr(script.at + i, '"', script.len - i);
        if (!found)
            break;
        i = (size_t)(found - script.at);
        if (script.len - i <= key_len + 2 || memcmp(found + 1, key, key_len) != 0 || found[1 + key_len] != '"')
            continue;
        struct slice rest = slice_from(script, i + key_len + 2);
        rest.len = rest.len < META_BYTES ? rest.len : META_BYTES;
        rest = slice_trim(rest);
        if (!rest.len || rest.at[0] != ':')
            continue;
        rest = slice_trim(slice_from(rest, 1));
        const char *close = rest.len > 1 && rest.at[0] == '"' ? memchr(rest.at + 1, '"', rest.len - 1) : NULL;
        if (close)
            return slice_make(rest.at + 1, (size_t)(close - rest.at) - 1);
    }
    return slice_make("", 0);
}

/* Content that is no markup, up to its end tag; returns where that starts. */
static size_t html_raw_end(struct slice bytes, size_t at, struct slice name)
{
    while (at < bytes.len) {
        const char *open = memchr(bytes.at + at, '<', bytes.len - at);
        if (!open)
            break;
        at = (size_t)(open - bytes.at);
        if (bytes.len - at > name.len + 2 && open[1] == '/') {
            size_t k = 0;
            while (k < name.len && (open[2 + k] | 32) == (name.at[k] | 32))
                k++;
            if (k == name.len)
                return at;
        }
        at++;
    }
    return bytes.len;
}

static size_t html_raw(struct html_reader *reader, const struct html_tag *tag, size_t at)
{
    size_t end = html_raw_end(reader->bytes, at, tag->name);
    struct slice content = slice_make(reader->bytes.at + at, end - at);
    if (tag->element == HTML_TITLE) {
        html_set(reader, &reader->title_tag, content);
    } else if (tag->element == HTML_SCRIPT && html_is(html_attribute(tag, "type"), "application/ld+json")) {
        html_date(reader, html_linked_data(content, "datePublished"), 2);
    }
    return end;
}

/* A word of class or id that names furniture (kind class of codebook/page). */
static bool html_names_furniture(const struct html_reader *reader, struct slice value)
{
    value.len = value.len < 256 ? value.len : 256;
    for (size_t i = 0; i < value.len;) {
        char word[32];
        size_t n = 0;
        while (i < value.len && n < sizeof word) {
            char c = value.at[i] >= 'A' && value.at[i] <= 'Z' ? (char)(value.at[i] + 32) : value.at[i];
            if (c < 'a' || c > 'z')
                break;
            word[n++] = c;
            i++;
        }
        i += n < sizeof word;
        if (!n)
            continue;
        struct page_word one = { .hash = slice_hash(slice_make(word, n)), .kind = PAGE_WORD };
        struct page_words words = { &one, 1, 1 };
        uint32_t past;
        if (page_match(reader->rules, 1u << PAGE_CLASS, &words, 0, &past))
            return true;
    }
    return false;
}

static void html_pop(struct html_reader *reader)
{
    struct html_open top = reader->stack[--reader->depth];
    reader->open[top.element]--;
    reader->out -= top.out;
    reader->links -= top.link;
    reader->box = top.box_before;
    for (unsigned bit = 0; bit < PLACE_BITS; bit++)
        if (top.place & 1u << bit)
            reader->place_open[bit]--;
}

static void html_push(struct html_reader *reader, const struct html_tag *tag)
{
    if (reader->depth == LIMIT_HTML_DEPTH) {
        reader->page->too_deep = true;
        return;
    }
    struct html_open open = {
        .element = tag->element, .flags = tag->flags, .out = (tag->flags & HTML_OUT) != 0, .box_before = reader->box
    };
    struct slice rest = tag->attributes, name, value;
    bool article = (tag->flags & HTML_ARTICLE) != 0, box = (tag->flags & HTML_SOFT) != 0;
    while (html_attribute_next(&rest, &name, &value)) {
        if ((html_is(name, "class") || html_is(name, "id")) && !article && tag->element != HTML_BODY && tag->element != HTML_P
            && html_names_furniture(reader, value))
            box = true;
        else if (html_is(name, "itemprop") && html_is(value, "articlebody"))
            article = true;
        else if (html_is(name, "hidden")
                 || (html_is(name, "role")
                     && (html_is(value, "navigation") || html_is(value, "search") || html_is(value, "complementary"))))
            open.out = true;
        else if (html_is(name, "href"))
            open.link = true;
        else if (tag->element == HTML_TIME && html_is(name, "datetime"))
            html_date(reader, value, 5);
    }
    open.place |= (uint8_t)((article ? PLACE_ARTICLE : 0) | (tag->flags & HTML_HEADING ? PLACE_HEADING : 0)
                            | (tag->element == HTML_H1 ? PLACE_H1 : 0));
    if (box) {
        *(struct html_box *)list_add(reader->mem, &reader->boxes) = (struct html_box){ .parent = reader->box };
        reader->box = reader->boxes.count - 1;
    }
    open.link = open.link && tag->element == HTML_A;
    reader->open[open.element]++;
    reader->out += open.out;
    reader->links += open.link;
    for (unsigned bit = 0; bit < PLACE_BITS; bit++)
        if (open.place & 1u << bit)
            reader->place_open[bit]++;
    reader->stack[reader->depth++] = open;
}

/* An item ends the one before it: <p> a <p> b. It looks no further than the next element that can hold items. */
static void html_close_item(struct html_reader *reader, const struct html_tag *tag)
{
    for (uint32_t i = reader->depth, looked = 0; i > 0 && looked < AUTO_CLOSE_DEPTH; i--, looked++) {
        const struct html_open *open = &reader->stack[i - 1];
        if (open->element == tag->element) {
            while (reader->depth >= i)
                html_pop(reader);
            return;
        }
        if ((open->flags & HTML_BLOCK) && !(open->flags & HTML_ITEM))
            return;
    }
}

static void html_start(struct html_reader *reader, const struct html_tag *tag)
{
    if (tag->flags & HTML_BLOCK)
        html_flush(reader);
    if (tag->element == HTML_BR && reader->clean.len > reader->block.start)
        html_flush(reader);
    if (tag->element == HTML_META)
        html_meta(reader, tag);
    if (tag->element == HTML_LINK && html_is(html_attribute(tag, "rel"), "canonical"))
        html_set(reader, &reader->page->url, html_attribute(tag, "href"));
    if (tag->flags & HTML_ITEM)
        html_close_item(reader, tag);
    if (tag->flags & HTML_TRACK)
        html_push(reader, tag);
}

static void html_end(struct html_reader *reader, const struct html_tag *tag)
{
    if (tag->flags & HTML_BLOCK)
        html_flush(reader);
    if (!(tag->flags & HTML_TRACK) || !reader->open[tag->element])
        return;
    if (!(tag->flags & HTML_BLOCK)) {
        /* </a> or </span> does not reach out of the block that it stands in. */
        for (uint32_t i = reader->depth; i > 0 && reader->stack[i - 1].element != tag->element; i--)
            if (reader->stack[i - 1].flags & HTML_BLOCK || reader->depth - i > AUTO_CLOSE_DEPTH)
                return;
    }
    uint16_t popped;
    do {
        popped = reader->stack[reader->depth - 1].element;
        html_pop(reader);
    } while (popped != tag->element);
}

static void html_walk(struct html_reader *reader)
{
    struct slice bytes = reader->bytes;
    for (size_t at = 0; at < bytes.len && !reader->clean.full;) {
        const char *open = memchr(bytes.at + at, '<', bytes.len - at);
        size_t stop = open ? (size_t)(open - bytes.at) : bytes.len;
        char next = stop + 1 < bytes.len ? bytes.at[stop + 1] : 0;
        char after = stop + 2 < bytes.len ? bytes.at[stop + 2] : 0;
        bool letter = (next | 32) >= 'a' && (next | 32) <= 'z';
        bool end_tag = next == '/' && (after | 32) >= 'a' && (after | 32) <= 'z';
        bool comment = next == '!' || next == '?' || (next == '/' && !end_tag);
        bool literal = open && !letter && !end_tag && !comment;
        if (!reader->out)
            html_text(reader, at, literal ? stop + 1 : stop);
        if (!open)
            break;
        at = stop;
        if (literal) {
            at = stop + 1;
        } else if (comment) {
            bool dashes = bytes.len - stop > 3 && memcmp(open, "<!--", 4) == 0;
            const char *end = open + (dashes ? 4 : 2);
            while (end && end < bytes.at + bytes.len && (end = memchr(end, '>', (size_t)(bytes.at + bytes.len - end))) != NULL && dashes
                   && (end[-1] != '-' || end[-2] != '-'))
                end++;
            at = end && end < bytes.at + bytes.len ? (size_t)(end - bytes.at) + 1 : bytes.len;
        } else {
            struct html_tag tag;
            html_tag_read(bytes, &at, &tag);
            if (tag.end)
                html_end(reader, &tag);
            else if (tag.flags & HTML_RAW)
                at = html_raw(reader, &tag, at);
            else
                html_start(reader, &tag);
        }
    }
    html_flush(reader);
}

/* Mostly links: a menu, a list of other reports. Prose may hold a link or two. */
static bool html_is_links(const struct html_block *block)
{
    return block->link_bytes * 2 > block->end - block->start && !(block->place & PLACE_HEADING);
}

static bool html_keeps(const struct html_reader *reader, const struct html_block *block, bool article)
{
    if (reader->boxes.items[block->box].out)
        return false;
    if (block->place & PLACE_H1)
        return block->link_bytes * 2 <= block->end - block->start;
    return (!article || block->place & PLACE_ARTICLE) && !html_is_links(block);
}

static size_t html_kept_bytes(const struct html_reader *reader, bool article)
{
    size_t bytes = 0;
    for (uint32_t i = 0; i < reader->blocks.count; i++) {
        const struct html_block *block = &reader->blocks.items[i];
        if (html_keeps(reader, block, article) && !(block->place & PLACE_HEADING))
            bytes += block->end - block->start;
    }
    return bytes;
}

/* Which boxes are left out. A box has a higher index than the one around it. */
static void html_judge_boxes(struct html_reader *reader)
{
    struct html_box *boxes = reader->boxes.items;
    for (uint32_t i = 0; i < reader->blocks.count; i++) {
        const struct html_block *block = &reader->blocks.items[i];
        if (!html_is_links(block))
            boxes[block->box].bytes += block->end - block->start;
    }
    for (uint32_t i = reader->boxes.count - 1; i > 0; i--)
        boxes[boxes[i].parent].bytes += boxes[i].bytes;
    for (uint32_t i = 1; i < reader->boxes.count; i++)
        boxes[i].out = boxes[boxes[i].parent].out || (uint64_t)boxes[i].bytes * 2 <= boxes[0].bytes;
    if (html_kept_bytes(reader, false))
        return;
    for (uint32_t i = 1; i < reader->boxes.count; i++)
        boxes[i].out = false;
}

/* Copies the blocks that are kept, with their runs. */
static void html_select(struct html_reader *reader, bool article, size_t limit)
{
    struct clean clean;
    clean_init(&clean, reader->mem, limit);
    uint32_t run = 0;
    const struct offset_run *runs = reader->clean.runs.items;
    for (uint32_t i = 0; i < reader->blocks.count; i++) {
        const struct html_block *block = &reader->blocks.items[i];
        if (!html_keeps(reader, block, article))
            continue;
        if (clean.len)
            clean_insert(&clean, "\n\n", 2);
        if ((block->place & PLACE_H1) && !reader->heading.len)
            reader->heading = arena_copy(reader->mem, slice_make(reader->clean.bytes + block->start, block->end - block->start));
        while (run < reader->clean.runs.count && runs[run].text + runs[run].text_len <= block->start)
            run++;
        for (; run < reader->clean.runs.count && runs[run].text < block->end; run++) {
            uint32_t from = runs[run].text > block->start ? runs[run].text : block->start;
            uint32_t end = runs[run].text + runs[run].text_len < block->end ? runs[run].text + runs[run].text_len : block->end;
            if (runs[run].text_len == runs[run].origin_len)
                clean_copy(&clean, reader->clean.bytes + from, end - from, runs[run].origin + (from - runs[run].text));
            else
                clean_put(&clean, reader->clean.bytes + from, end - from, runs[run].origin, runs[run].origin_len);
            if (runs[run].text + runs[run].text_len > block->end)
                break;
        }
    }
    reader->page->text = clean.bytes ? slice_make(clean.bytes, clean.len) : slice_make("", 0);
    reader->page->runs = clean.runs;
    reader->page->too_long = clean.full || reader->clean.full;
}

/* The site's name behind the title: "title | site", "title - site". */
static struct slice html_cut_site(struct slice title, struct slice outlet)
{
    if (outlet.len && title.len > outlet.len + 3 && slice_ends(title, outlet)) {
        title.len -= outlet.len;
        while (title.len && (strchr(" |-", title.at[title.len - 1]) || (unsigned char)title.at[title.len - 1] >= 0x80)) {
            if (title.len >= 3 && memcmp(title.at + title.len - 3, "\xE2\x80\x93", 3) == 0)
                title.len -= 3;
            else if (strchr(" |-", title.at[title.len - 1]))
                title.len--;
            else
                break;
        }
        return title;
    }
    for (size_t i = title.len; i > 2; i--)
        if (title.at[i - 1] == ' ' && title.at[i - 2] == '|' && title.at[i - 3] == ' ')
            return slice_trim(slice_make(title.at, i - 3));
    return title;
}

void html_read(struct arena *mem, const struct page_rules *rules, struct slice bytes, size_t limit, struct html_page *page)
{
    *page = (struct html_page){ 0 };
    struct html_reader *reader = arena_new(mem, struct html_reader);
    reader->mem = mem;
    reader->rules = rules;
    reader->bytes = bytes;
    reader->page = page;
    clean_init(&reader->clean, mem, limit * 2);
    list_add(mem, &reader->boxes);
    html_walk(reader);
    html_judge_boxes(reader);
    html_select(reader, html_kept_bytes(reader, true) >= ARTICLE_BYTES, limit);
    page->title = reader->og_title.len ? reader->og_title : reader->heading.len ? reader->heading : reader->title_tag;
    page->title = html_cut_site(page->title, page->outlet);
}
