#include "intake/html_tame.h"

#include "base/limits.h"
#include "intake/html_tag.h"

#define TAG_WORK 64u         /* of a tag; each open element adds DEPTH_WORK */
#define DEPTH_WORK 4u        /* a page of 700,000 tags that match, or of 7,000 that never do */
#define PAGE_WORK 100000000u /* up to half a second and 300 MB */
#define OPEN_LONGEST 16384u  /* more open elements than the budget lets anybody have */
#define ATTRIBUTES 16u       /* of one tag */
#define UNICODE_LAST 0x10FFFFu

struct tame_tag {
    GumboTag tag;
    unsigned flags;
    bool end;                      /* an end tag */
    struct slice name, attributes; /* as written */
};

/* Elements that are open, innermost last. */
struct tame_stack {
    uint8_t open[OPEN_LONGEST]; /* GumboTag */
    uint32_t depth;
    uint32_t count[GUMBO_TAG_LAST]; /* of each element */
};

struct tame {
    struct slice in;
    char *out;
    struct tame_stack likely; /* as a reader of the page would say */
    struct tame_stack sure;   /* nothing that gumbo has open is missing */
    uint64_t work;
    size_t hidden; /* where the last comment that we made ends */
    size_t broken; /* and the last end of a paragraph; what is taken out behind it goes with it */
    bool flattened, html, body;
    bool endless[GUMBO_TAG_LAST]; /* no end tag of it follows */
};

static bool tame_is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static char tame_at(struct slice page, size_t at)
{
    return at < page.len ? page.at[at] : 0;
}

/* The '>' that ends the tag: not one within quotes. */
static size_t tame_tag_end(struct slice page, size_t i)
{
    bool value = false; /* behind '=' */
    for (; i < page.len && page.at[i] != '>'; i++) {
        char c = page.at[i];
        if (value && (c == '"' || c == '\'')) {
            const char *close = memchr(page.at + i + 1, c, page.len - i - 1);
            if (!close)
                return page.len;
            i = (size_t)(close - page.at);
        }
        value = c == '=' || (value && html_is_space(c));
    }
    return i;
}

static size_t tame_comment_end(struct slice page, size_t at)
{
    bool dashes = page.len - at > 3 && memcmp(page.at + at, "<!--", 4) == 0;
    size_t i = at + (dashes ? 4 : 2);
    while (i < page.len) {
        const char *end = memchr(page.at + i, '>', page.len - i);
        if (!end)
            break;
        i = (size_t)(end - page.at) + 1;
        if (!dashes || (end[-1] == '-' && end[-2] == '-'))
            return i;
    }
    return page.len;
}

size_t html_markup_end(struct slice page, size_t at)
{
    if (page.at[at] != '<')
        return at;
    char next = tame_at(page, at + 1);
    bool end = next == '/';
    if (next == '!' || next == '?' || (end && !tame_is_letter(tame_at(page, at + 2))))
        return tame_comment_end(page, at);
    if (!end && !tame_is_letter(next))
        return at;
    size_t close = tame_tag_end(page, at + 1);
    return close < page.len ? close + 1 : close;
}

static struct tame_tag tame_read(struct slice page, size_t at, size_t end)
{
    struct tame_tag tag = { .end = page.at[at + 1] == '/' };
    size_t start = at + 1 + tag.end, i = start;
    while (i < end - 1 && !html_is_space(page.at[i]) && page.at[i] != '/')
        i++;
    tag.name = slice_make(page.at + start, i - start);
    tag.attributes = slice_make(page.at + i, end - 1 - i);
    tag.tag = html_is(tag.name, "a")   ? GUMBO_TAG_Q
              : html_is(tag.name, "q") ? GUMBO_TAG_UNKNOWN
                                       : gumbo_tagn_enum(tag.name.at, (unsigned)tag.name.len);
    tag.flags = html_flags(tag.tag, tag.name);
    return tag;
}

/* The next attribute as written; `span` has its name, and its value with the quotes. */
static bool tame_attribute_next(struct slice *rest, struct slice *name, struct slice *span)
{
    struct slice s = *rest;
    size_t i = 0;
    while (i < s.len && (html_is_space(s.at[i]) || s.at[i] == '/' || s.at[i] == '='))
        i++;
    size_t start = i;
    while (i < s.len && !html_is_space(s.at[i]) && s.at[i] != '=' && s.at[i] != '/')
        i++;
    *name = slice_make(s.at + start, i - start);
    size_t end = i;
    while (i < s.len && html_is_space(s.at[i]))
        i++;
    if (i < s.len && s.at[i] == '=') {
        i++;
        while (i < s.len && html_is_space(s.at[i]))
            i++;
        char quote = i < s.len ? s.at[i] : 0;
        if (quote == '"' || quote == '\'') {
            const char *close = memchr(s.at + i + 1, quote, s.len - i - 1);
            i = close ? (size_t)(close - s.at) + 1 : s.len;
            if (!close)
                name->len = 0;
        } else {
            while (i < s.len && !html_is_space(s.at[i]))
                i++;
        }
        end = i;
    }
    *span = slice_make(s.at + start, end - start);
    *rest = slice_from(s, end);
    return name->len > 0;
}

static bool tame_wanted(struct slice name)
{
    static const char *const names[] = { "class",    "id",      "itemprop", "hidden", "role", "href",
                                         "datetime", "content", "property", "name",   "type", "rel" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (html_is(name, names[i]))
            return true;
    return false;
}

static void tame_blank(struct tame *tame, size_t from, size_t end)
{
    memset(tame->out + from, ' ', end - from);
}

/* Moves the end of the tag that ends at `from`. */
static void tame_stretch(struct tame *tame, size_t from, size_t end)
{
    tame_blank(tame, from - 1, end);
    tame->out[end - 1] = '>';
}

/* Makes an end tag of it that ends nothing: no text ends there, and gumbo keeps nothing of it. */
static void tame_hide(struct tame *tame, size_t from, size_t end)
{
    if (from && (tame->hidden == from || tame->broken == from)) {
        tame_stretch(tame, from, end);
        *(tame->broken == from ? &tame->broken : &tame->hidden) = end;
        return;
    }
    tame_blank(tame, from, end);
    if (end - from < 3)
        return;
    memcpy(tame->out + from, end - from > 3 ? "</x" : "</", end - from > 3 ? 3 : 2);
    tame->out[end - 1] = '>';
    tame->hidden = end;
    tame->work += TAG_WORK;
}

/* Makes an empty element of it that ends a paragraph. */
static void tame_break(struct tame *tame, size_t from, size_t end)
{
    if (from && tame->broken == from) {
        tame_stretch(tame, from, end);
        tame->broken = end;
        return;
    }
    tame_blank(tame, from, end);
    if (end - from < 4)
        return;
    memcpy(tame->out + from, "<br", 3);
    tame->out[end - 1] = '>';
    tame->broken = end;
    tame->work += TAG_WORK;
}

/* Takes a tag out. */
static void tame_drop(struct tame *tame, const struct tame_tag *tag, size_t from, size_t end)
{
    if (tag->flags & HTML_BLOCK || tag->tag == GUMBO_TAG_BR)
        tame_break(tame, from, end);
    else
        tame_hide(tame, from, end);
}

static void tame_attributes(struct tame *tame, const struct tame_tag *tag)
{
    struct slice rest = tag->attributes, name, span;
    size_t start = (size_t)(tag->attributes.at - tame->in.at);
    unsigned kept = 0;
    tame_blank(tame, start, start + tag->attributes.len);
    while (kept < ATTRIBUTES && tame_attribute_next(&rest, &name, &span))
        if (tame_wanted(name) && span.len <= META_BYTES * 2) {
            memcpy(tame->out + (span.at - tame->in.at), span.at, span.len);
            kept++;
        }
}

static bool tame_is_cell(unsigned tag)
{
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

static bool tame_is_term(unsigned tag)
{
    return tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT;
}

static bool tame_top_is(const struct tame_stack *stack, unsigned tag)
{
    return stack->depth && stack->open[stack->depth - 1] == tag;
}

static void tame_pop(struct tame_stack *stack)
{
    stack->count[stack->open[--stack->depth]]--;
}

static void tame_open(struct tame_stack *stack, const struct tame_tag *tag)
{
    /* What the tag ends without a doubt, when it is the innermost. */
    if ((tag->flags & HTML_BLOCK) && tag->tag != GUMBO_TAG_TABLE && tame_top_is(stack, GUMBO_TAG_P))
        tame_pop(stack);
    unsigned top = stack->depth ? stack->open[stack->depth - 1] : GUMBO_TAG_LAST;
    bool row = tag->tag == GUMBO_TAG_TR;
    if ((tame_is_cell(top) && (row || tame_is_cell(tag->tag))) || (tame_is_term(top) && tame_is_term(tag->tag)))
        tame_pop(stack);
    if ((row || tag->tag == GUMBO_TAG_LI) && tame_top_is(stack, tag->tag))
        tame_pop(stack);
    stack->open[stack->depth++] = (uint8_t)tag->tag;
    stack->count[tag->tag]++;
}

/* `through`: blocks reach over what is open in them. */
static void tame_close(struct tame_stack *stack, const struct tame_tag *tag, bool through)
{
    uint32_t depth = stack->depth;
    while (through && depth && stack->open[depth - 1] != tag->tag)
        if (stack->open[--depth] == GUMBO_TAG_TABLE || !(tag->flags & HTML_BLOCK))
            return;
    if (depth && stack->open[depth - 1] == tag->tag)
        while (stack->depth >= depth)
            tame_pop(stack);
}

/* Where the end tag of the element is whose content starts at `at`. */
static size_t tame_raw_end(struct slice page, size_t at, struct slice name)
{
    while (at < page.len) {
        const char *open = memchr(page.at + at, '<', page.len - at);
        if (!open)
            break;
        at = (size_t)(open - page.at);
        if (page.len - at > name.len + 2 && open[1] == '/') {
            size_t k = 0;
            while (k < name.len && (open[2 + k] | 32) == (name.at[k] | 32))
                k++;
            char behind = open[2 + k];
            if (k == name.len && (html_is_space(behind) || behind == '/' || behind == '>'))
                return at;
        }
        at++;
    }
    return page.len;
}

/* Blanks content that is no markup; returns where it ends. */
static size_t tame_raw(struct tame *tame, const struct tame_tag *tag, size_t at)
{
    bool open = (tag->flags & HTML_OPEN) != 0;
    size_t end = open && tame->endless[tag->tag] ? tame->in.len : tame_raw_end(tame->in, at, tag->name);
    if (end == tame->in.len && open) {
        tame->endless[tag->tag] = true;
        return at;
    }
    if (tag->tag != GUMBO_TAG_TITLE)
        tame_blank(tame, at, end);
    for (size_t i = at; i < end; i++)
        if (tame->out[i] == '<')
            tame->out[i] = ' ';
    return end;
}

/* The tag at `at` to `end`, and what of its content is no markup; returns where to go on. */
static size_t tame_tag(struct tame *tame, size_t at, size_t end)
{
    struct tame_tag tag = tame_read(tame->in, at, end);
    bool *once = tag.end ? NULL : tag.tag == GUMBO_TAG_HTML ? &tame->html : tag.tag == GUMBO_TAG_BODY ? &tame->body : NULL;
    bool root = tag.tag == GUMBO_TAG_HTML || tag.tag == GUMBO_TAG_BODY || tag.tag == GUMBO_TAG_HEAD;
    size_t past = !tag.end && (tag.flags & HTML_RAW) ? tame_raw(tame, &tag, end) : end;
    tame->work += TAG_WORK + DEPTH_WORK * tame->sure.depth;
    if (tag.tag == GUMBO_TAG_Q)
        tame->out[at + 1 + tag.end] = 'q';
    if (tame->work > PAGE_WORK || tame->sure.depth == OPEN_LONGEST) {
        tame->flattened = true;
        tame_drop(tame, &tag, at, end);
    } else if (!tag.flags || (once && *once)) {
        tame_hide(tame, at, end);
    } else if ((tag.flags & HTML_RAW) && !(tag.flags & HTML_KEPT)) {
        tame_drop(tame, &tag, at, past);
    } else if (tag.end && !root && !tame->sure.count[tag.tag]) {
        tame_drop(tame, &tag, at, end);
    } else if (tag.end) {
        tame_blank(tame, at + 2 + tag.name.len, end - 1);
        tame_close(&tame->likely, &tag, true);
        tame_close(&tame->sure, &tag, false);
    } else if (root || (tag.flags & HTML_VOID)) {
        tame_attributes(tame, &tag);
    } else if (tame->likely.depth == LIMIT_HTML_DEPTH) {
        tame->flattened = true;
        tame_drop(tame, &tag, at, end);
    } else {
        tame_attributes(tame, &tag);
        tame_open(&tame->likely, &tag);
        tame_open(&tame->sure, &tag);
    }
    if (once)
        *once = true;
    return past;
}

static int tame_digit(char c, int base)
{
    int lower = c | 32;
    if (c >= '0' && c <= '9')
        return c - '0';
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Makes U+FFFD of numeric references beyond Unicode: gumbo adds their digits up in an int, which overflows. */
static void tame_references(char *out, size_t len)
{
    for (size_t i = 0; i + 2 < len;) {
        const char *mark = memchr(out + i, '&', len - i - 2);
        if (!mark)
            break;
        i = (size_t)(mark - out) + 1;
        if (out[i] != '#')
            continue;
        int base = (out[i + 1] | 32) == 'x' ? 16 : 10;
        size_t digits = i + (base == 16 ? 2 : 1), end = digits;
        uint32_t value = 0;
        for (; end < len && tame_digit(out[end], base) >= 0; end++)
            if (value <= UNICODE_LAST)
                value = value * (uint32_t)base + (uint32_t)tame_digit(out[end], base);
        if (value > UNICODE_LAST) { /* six digits at the least */
            size_t size = base == 16 ? 4 : 5;
            memset(out + digits, '0', end - digits);
            memcpy(out + end - size, base == 16 ? "FFFD" : "65533", size);
        }
        i = end;
    }
}

struct slice html_tame(struct arena *mem, struct slice page, bool *flattened)
{
    struct tame *tame = arena_new(mem, struct tame);
    tame->in = page;
    tame->out = arena_alloc_raw(mem, page.len + 1);
    if (page.len)
        memcpy(tame->out, page.at, page.len);
    for (size_t at = 0; at < page.len;) {
        const char *open = memchr(page.at + at, '<', page.len - at);
        if (!open)
            break;
        at = (size_t)(open - page.at);
        size_t end = html_markup_end(page, at);
        if (end == at) {
            at++;
        } else if (page.at[end - 1] != '>') {
            tame_blank(tame, at, end); /* a tag that does not end */
            break;
        } else if (tame_is_letter(open[1]) || (open[1] == '/' && tame_is_letter(open[2]))) {
            at = tame_tag(tame, at, end);
        } else {
            tame_hide(tame, at, end);
            at = end;
        }
    }
    tame_references(tame->out, page.len);
    *flattened = tame->flattened;
    return slice_make(tame->out, page.len);
}
