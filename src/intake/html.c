#include "intake/html.h"

#include <gumbo.h>
#include <stdlib.h>

#include "intake/clean.h"
#include "intake/html_tag.h"
#include "intake/html_tame.h"
#include "intake/html_text.h"
#include "intake/json.h"
#include "know/page_words.h"

#define LINKED_DATA_TRIES 8u /* places of one script that look like a date */
#define ARTICLE_BYTES 300u   /* an article element with less text is no report */
#define PLACE_BITS 3u

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

/* A text node and where it stands. */
struct html_piece {
    const GumboText *text;
    uint32_t block, box;
    uint8_t place;
    bool link;
};

/* An element that is being walked. */
struct html_open {
    const GumboElement *element;
    uint32_t next; /* child */
    uint32_t box_before;
    uint8_t place; /* what it added */
    bool out, link;
};

struct html_reader {
    struct arena *mem;
    struct arena work; /* the tree and all that need not outlive it */
    const struct page_rules *rules;
    struct slice bytes;
    struct slice tamed; /* what gumbo has */
    struct html_page *page;
    struct clean clean;
    struct {
        struct html_block *items;
        uint32_t count, room;
    } blocks;
    struct {
        struct html_box *items;
        uint32_t count, room;
    } boxes; /* the first stands for "none" */
    struct {
        struct html_piece *items;
        uint32_t count, room;
    } pieces;
    struct {
        struct html_open *items;
        uint32_t count, room;
    } stack;
    uint32_t box;                                /* the innermost open one */
    uint32_t out, links, place_open[PLACE_BITS]; /* open elements that are left out, links, and places by their bit */
    uint32_t block_number;                       /* rises where a paragraph ends */
    struct html_block block;                     /* the one being written */
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
        *(struct html_block *)list_add(&reader->work, &reader->blocks) = reader->block;
    }
    reader->block = (struct html_block){ .start = (uint32_t)reader->clean.len };
}

static void html_put(struct html_reader *reader, const struct html_piece *piece, const struct html_bit *bit)
{
    size_t before = reader->clean.len;
    if (before == reader->block.start)
        reader->block = (struct html_block){ .start = reader->block.start, .place = piece->place, .box = piece->box };
    else if (reader->space)
        clean_put(&reader->clean, " ", 1, reader->space_at, 1);
    reader->space = false;
    if (bit->from_len == bit->text.len)
        clean_copy(&reader->clean, bit->text.at, bit->text.len, bit->from);
    else
        clean_put(&reader->clean, bit->text.at, bit->text.len, bit->from, bit->from_len);
    if (piece->link)
        reader->block.link_bytes += (uint32_t)(reader->clean.len - before);
}

static int html_piece_order(const void *a, const void *b)
{
    const struct html_piece *one = a, *other = b;
    return one->text->original_text.data < other->text->original_text.data ? -1 : 1;
}

/* Writes the pieces into blocks, white space folded, in the order of the page: what stands between the cells of a table comes before
 * it in gumbo's tree. */
static void html_write(struct html_reader *reader)
{
    const struct html_piece *pieces = reader->pieces.items;
    bool sorted = true;
    for (uint32_t i = 1; i < reader->pieces.count; i++)
        sorted &= html_piece_order(&pieces[i - 1], &pieces[i]) < 0;
    if (!sorted)
        qsort(reader->pieces.items, reader->pieces.count, sizeof *reader->pieces.items, html_piece_order);
    for (uint32_t i = 0; i < reader->pieces.count && !reader->clean.full; i++) {
        if (i && pieces[i].block != pieces[i - 1].block)
            html_flush(reader);
        struct html_text text = html_text_of(reader->tamed, pieces[i].text);
        for (struct html_bit bit; html_text_next(&text, &bit);) {
            if (!bit.space)
                html_put(reader, &pieces[i], &bit);
            else if (!reader->space)
                reader->space_at = bit.from;
            reader->space |= bit.space;
        }
    }
    html_flush(reader);
}

/* A value of the head, cut to META_BYTES on the border of a character, white space folded. */
static struct slice html_value(struct html_reader *reader, struct slice value)
{
    size_t len = value.len < META_BYTES ? value.len : META_BYTES, n = 0;
    while (len < value.len && ((unsigned char)value.at[len] & 0xC0) == 0x80)
        len--;
    char *out = arena_alloc_raw(reader->mem, len + 1);
    for (size_t i = 0; i < len; i++) {
        if (!html_is_space(value.at[i]))
            out[n++] = value.at[i];
        else if (n && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    n -= n && out[n - 1] == ' ';
    return slice_make(out, n);
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

/* The value of an attribute, or the empty slice. */
static struct slice html_attribute(const GumboElement *element, const char *name)
{
    const GumboAttribute *attribute = gumbo_get_attribute(&element->attributes, name);
    return attribute ? slice_of(attribute->value) : slice_make("", 0);
}

static void html_meta(struct html_reader *reader, const GumboElement *element)
{
    struct slice content = html_attribute(element, "content"), name = html_attribute(element, "property");
    if (!name.len)
        name = html_attribute(element, "name");
    if (!name.len)
        name = html_attribute(element, "itemprop");
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
static struct slice html_linked_data(struct html_reader *reader, struct slice script, const char *key)
{
    size_t key_len = strlen(key);
    unsigned tries = 0;
    for (size_t i = 0; i + key_len < script.len && tries < LINKED_DATA_TRIES; i++) {
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
        tries++;
        struct slice value = json_leading_string(reader->mem, slice_trim(slice_from(rest, 1)));
        if (value.len)
            return value;
    }
    return slice_make("", 0);
}

/* Elements whose content is no text of the page. */
static void html_raw(struct html_reader *reader, const GumboElement *element)
{
    const GumboNode *child = element->children.length ? element->children.data[0] : NULL;
    if (element->tag == GUMBO_TAG_TITLE && child && (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE))
        html_set(reader, &reader->title_tag, slice_of(child->v.text.text));
    if (element->tag != GUMBO_TAG_SCRIPT || !html_is(html_attribute(element, "type"), "application/ld+json")
        || !element->original_end_tag.length)
        return;
    size_t start = (size_t)(element->original_tag.data - reader->tamed.at) + element->original_tag.length;
    size_t end = (size_t)(element->original_end_tag.data - reader->tamed.at);
    if (start < end)
        html_date(reader, html_linked_data(reader, slice_make(reader->bytes.at + start, end - start), "datePublished"), 2);
}

static unsigned html_element_flags(const GumboElement *element)
{
    GumboStringPiece name = element->original_tag;
    if (element->tag == GUMBO_TAG_UNKNOWN)
        gumbo_tag_from_original_text(&name);
    return html_flags(element->tag, slice_make(name.data, name.length));
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
        struct page_word one = { .hash = slice_hash_table(slice_make(word, n)), .kind = PAGE_WORD };
        struct page_words words = { &one, 1, 1 };
        uint32_t past;
        if (page_match(reader->rules, 1u << PAGE_CLASS, &words, 0, &past))
            return true;
    }
    return false;
}

static void html_leave(struct html_reader *reader)
{
    struct html_open top = reader->stack.items[--reader->stack.count];
    if (html_element_flags(top.element) & HTML_BLOCK)
        reader->block_number++;
    reader->out -= top.out;
    reader->links -= top.link;
    reader->box = top.box_before;
    for (unsigned bit = 0; bit < PLACE_BITS; bit++)
        if (top.place & 1u << bit)
            reader->place_open[bit]--;
}

static void html_push(struct html_reader *reader, const GumboElement *element, unsigned flags)
{
    struct html_open open = { .element = element, .out = (flags & HTML_OUT) != 0, .box_before = reader->box };
    bool article = (flags & HTML_ARTICLE) != 0, box = (flags & HTML_SOFT) != 0;
    bool named = !article && element->tag != GUMBO_TAG_BODY && element->tag != GUMBO_TAG_HTML && element->tag != GUMBO_TAG_P;
    for (unsigned i = 0; i < element->attributes.length; i++) {
        const GumboAttribute *attribute = element->attributes.data[i];
        struct slice name = slice_of(attribute->name), value = slice_of(attribute->value);
        if (html_is(name, "class") || html_is(name, "id"))
            box |= named && html_names_furniture(reader, value);
        else if (html_is(name, "itemprop") && html_is(value, "articlebody"))
            article = true;
        else if (html_is(name, "hidden")
                 || (html_is(name, "role")
                     && (html_is(value, "navigation") || html_is(value, "search") || html_is(value, "complementary"))))
            open.out = true;
        else if (html_is(name, "href"))
            open.link = element->tag == GUMBO_TAG_Q; /* see html_tame.h */
        else if (element->tag == GUMBO_TAG_TIME && html_is(name, "datetime"))
            html_date(reader, value, 5);
    }
    open.place |= (uint8_t)((article ? PLACE_ARTICLE : 0) | (flags & HTML_HEADING ? PLACE_HEADING : 0)
                            | (element->tag == GUMBO_TAG_H1 ? PLACE_H1 : 0));
    if (box) {
        *(struct html_box *)list_add(&reader->work, &reader->boxes) = (struct html_box){ .parent = reader->box };
        reader->box = reader->boxes.count - 1;
    }
    reader->out += open.out;
    reader->links += open.link;
    for (unsigned bit = 0; bit < PLACE_BITS; bit++)
        if (open.place & 1u << bit)
            reader->place_open[bit]++;
    *(struct html_open *)list_add(&reader->work, &reader->stack) = open;
}

static void html_enter(struct html_reader *reader, const GumboElement *element)
{
    unsigned flags = html_element_flags(element);
    if (flags & HTML_BLOCK || element->tag == GUMBO_TAG_BR)
        reader->block_number++;
    if (element->tag == GUMBO_TAG_META)
        html_meta(reader, element);
    if (element->tag == GUMBO_TAG_LINK && html_is(html_attribute(element, "rel"), "canonical"))
        html_set(reader, &reader->page->url, html_attribute(element, "href"));
    if (flags & HTML_RAW)
        html_raw(reader, element);
    else
        html_push(reader, element, flags);
}

/* Walks the tree without recursion. */
static void html_walk(struct html_reader *reader, const GumboNode *root)
{
    html_enter(reader, &root->v.element);
    while (reader->stack.count) {
        struct html_open *top = &reader->stack.items[reader->stack.count - 1];
        if (top->next == top->element->children.length) {
            html_leave(reader);
            continue;
        }
        const GumboNode *node = top->element->children.data[top->next++];
        if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
            html_enter(reader, &node->v.element);
        else if (node->type != GUMBO_NODE_COMMENT && !reader->out)
            *(struct html_piece *)list_add(&reader->work, &reader->pieces) =
                (struct html_piece){ &node->v.text, reader->block_number, reader->box, html_places(reader), reader->links > 0 };
    }
}

static void *html_allocate(void *mem, size_t size)
{
    return arena_alloc_raw(mem, size);
}

static void html_free(void *mem, void *at)
{
    (void)mem;
    (void)at;
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

static void html_read_tree(struct html_reader *reader, size_t limit)
{
    struct html_page *page = reader->page;
    reader->tamed = html_tame(&reader->work, reader->bytes, &page->too_deep);
    clean_init(&reader->clean, &reader->work, limit * 2);
    list_add(&reader->work, &reader->boxes);
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = html_allocate;
    options.deallocator = html_free;
    options.userdata = &reader->work;
    options.max_errors = 0;
    html_walk(reader, gumbo_parse_with_options(&options, reader->tamed.at, reader->tamed.len)->root);
    html_write(reader);
    html_judge_boxes(reader);
    html_select(reader, html_kept_bytes(reader, true) >= ARTICLE_BYTES, limit);
    page->title = reader->og_title.len ? reader->og_title : reader->heading.len ? reader->heading : reader->title_tag;
    page->title = html_cut_site(page->title, page->outlet);
}

void html_read(struct arena *mem, const struct page_rules *rules, struct slice bytes, size_t limit, struct html_page *page)
{
    *page = (struct html_page){ 0 };
    struct html_reader *reader = arena_new(mem, struct html_reader);
    *reader = (struct html_reader){ .mem = mem, .rules = rules, .bytes = bytes, .page = page };
    arena_init(&reader->work, mem->limit ? mem->limit - mem->used : 0);
    /* A tree is large: it goes as soon as it is read, also when one of the arenas runs full. */
    jmp_buf *const outer = mem->escape;
    jmp_buf full;
    if (setjmp(full)) {
        arena_release(&reader->work);
        mem->escape = outer;
        if (!outer)
            abort();
        longjmp(*outer, 1);
    }
    mem->escape = reader->work.escape = &full;
    html_read_tree(reader, limit);
    mem->escape = outer;
    arena_release(&reader->work);
}
