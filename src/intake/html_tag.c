#include "intake/html_tag.h"

#include "base/utf8.h"
#include "intake/entity.h"

#define NAME_LONGEST 12u

/* Sorted by name. */
static const struct {
    char name[NAME_LONGEST];
    uint16_t element, flags;
} html_names[] = {
    { "a", HTML_A, HTML_TRACK | HTML_ITEM },
    { "address", HTML_KNOWN + 1, HTML_BLOCK | HTML_TRACK },
    { "article", HTML_KNOWN + 2, HTML_BLOCK | HTML_TRACK | HTML_ARTICLE },
    { "aside", HTML_KNOWN + 3, HTML_BLOCK | HTML_TRACK | HTML_OUT },
    { "audio", HTML_KNOWN + 4, HTML_TRACK | HTML_OUT },
    { "blockquote", HTML_KNOWN + 5, HTML_BLOCK | HTML_TRACK },
    { "body", HTML_BODY, HTML_BLOCK | HTML_TRACK },
    { "br", HTML_BR, HTML_VOID },
    { "button", HTML_KNOWN + 6, HTML_BLOCK | HTML_TRACK | HTML_OUT },
    { "canvas", HTML_KNOWN + 7, HTML_TRACK | HTML_OUT },
    { "caption", HTML_KNOWN + 8, HTML_BLOCK | HTML_TRACK },
    { "center", HTML_KNOWN + 9, HTML_BLOCK | HTML_TRACK },
    { "dd", HTML_KNOWN + 10, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "dialog", HTML_KNOWN + 11, HTML_BLOCK | HTML_TRACK | HTML_OUT },
    { "div", HTML_KNOWN + 12, HTML_BLOCK | HTML_TRACK },
    { "dl", HTML_KNOWN + 13, HTML_BLOCK | HTML_TRACK },
    { "dt", HTML_KNOWN + 14, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "fieldset", HTML_KNOWN + 15, HTML_BLOCK | HTML_TRACK | HTML_SOFT },
    { "figcaption", HTML_KNOWN + 16, HTML_BLOCK | HTML_TRACK },
    { "figure", HTML_KNOWN + 17, HTML_BLOCK | HTML_TRACK },
    { "footer", HTML_KNOWN + 18, HTML_BLOCK | HTML_TRACK | HTML_OUT },
    { "form", HTML_KNOWN + 19, HTML_BLOCK | HTML_TRACK | HTML_SOFT },
    { "h1", HTML_H1, HTML_BLOCK | HTML_TRACK | HTML_HEADING },
    { "h2", HTML_KNOWN + 20, HTML_BLOCK | HTML_TRACK | HTML_HEADING },
    { "h3", HTML_KNOWN + 21, HTML_BLOCK | HTML_TRACK | HTML_HEADING },
    { "h4", HTML_KNOWN + 22, HTML_BLOCK | HTML_TRACK | HTML_HEADING },
    { "h5", HTML_KNOWN + 23, HTML_BLOCK | HTML_TRACK | HTML_HEADING },
    { "h6", HTML_KNOWN + 24, HTML_BLOCK | HTML_TRACK | HTML_HEADING },
    { "head", HTML_KNOWN + 25, HTML_BLOCK },
    { "header", HTML_KNOWN + 26, HTML_BLOCK | HTML_TRACK },
    { "hr", HTML_KNOWN + 27, HTML_BLOCK | HTML_VOID },
    { "html", HTML_HTML, HTML_BLOCK },
    { "iframe", HTML_KNOWN + 28, HTML_RAW },
    { "img", HTML_KNOWN + 29, HTML_VOID },
    { "input", HTML_KNOWN + 30, HTML_VOID },
    { "label", HTML_KNOWN + 31, HTML_TRACK | HTML_OUT },
    { "li", HTML_LI, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "link", HTML_LINK, HTML_VOID },
    { "main", HTML_KNOWN + 32, HTML_BLOCK | HTML_TRACK | HTML_ARTICLE },
    { "menu", HTML_KNOWN + 33, HTML_BLOCK | HTML_TRACK | HTML_OUT },
    { "meta", HTML_META, HTML_VOID },
    { "nav", HTML_KNOWN + 34, HTML_BLOCK | HTML_TRACK | HTML_OUT },
    { "noembed", HTML_KNOWN + 35, HTML_RAW },
    { "noframes", HTML_KNOWN + 36, HTML_RAW },
    { "noscript", HTML_KNOWN + 37, HTML_TRACK | HTML_OUT },
    { "object", HTML_KNOWN + 38, HTML_TRACK | HTML_OUT },
    { "ol", HTML_KNOWN + 39, HTML_BLOCK | HTML_TRACK },
    { "option", HTML_KNOWN + 40, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "p", HTML_P, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "pre", HTML_KNOWN + 41, HTML_BLOCK | HTML_TRACK },
    { "script", HTML_SCRIPT, HTML_RAW },
    { "section", HTML_KNOWN + 42, HTML_BLOCK | HTML_TRACK },
    { "select", HTML_KNOWN + 43, HTML_TRACK | HTML_OUT },
    { "span", HTML_KNOWN + 44, HTML_TRACK },
    { "style", HTML_KNOWN + 45, HTML_RAW },
    { "svg", HTML_KNOWN + 46, HTML_TRACK | HTML_OUT },
    { "table", HTML_KNOWN + 47, HTML_BLOCK | HTML_TRACK },
    { "tbody", HTML_KNOWN + 48, HTML_BLOCK },
    { "td", HTML_TD, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "template", HTML_KNOWN + 49, HTML_TRACK | HTML_OUT },
    { "textarea", HTML_KNOWN + 50, HTML_RAW },
    { "th", HTML_KNOWN + 51, HTML_BLOCK | HTML_TRACK | HTML_ITEM },
    { "thead", HTML_KNOWN + 52, HTML_BLOCK },
    { "time", HTML_TIME, HTML_TRACK },
    { "title", HTML_TITLE, HTML_RAW },
    { "tr", HTML_KNOWN + 53, HTML_BLOCK },
    { "ul", HTML_KNOWN + 54, HTML_BLOCK | HTML_TRACK },
    { "video", HTML_KNOWN + 55, HTML_TRACK | HTML_OUT },
    { "wbr", HTML_KNOWN + 56, HTML_VOID },
    { "xmp", HTML_KNOWN + 57, HTML_RAW },
};

static bool html_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static char html_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool html_is(struct slice text, const char *lower)
{
    size_t i = 0;
    for (; lower[i]; i++)
        if (i >= text.len || html_lower(text.at[i]) != lower[i])
            return false;
    return i == text.len;
}

static void html_name(struct html_tag *tag)
{
    char name[NAME_LONGEST] = { 0 };
    tag->element = HTML_OTHER;
    tag->flags = 0;
    if (tag->name.len >= NAME_LONGEST)
        return;
    for (size_t i = 0; i < tag->name.len; i++)
        name[i] = html_lower(tag->name.at[i]);
    size_t low = 0, high = sizeof html_names / sizeof *html_names;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(html_names[middle].name, name);
        if (!order) {
            tag->element = html_names[middle].element;
            tag->flags = html_names[middle].flags;
            return;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
}

/* The '>' that ends the tag: not one within quotes. */
static size_t html_tag_end(struct slice page, size_t i)
{
    bool value = false; /* behind '=' */
    while (i < page.len) {
        char c = page.at[i];
        if (c == '>')
            return i;
        if (value && (c == '"' || c == '\'')) {
            const char *close = memchr(page.at + i + 1, c, page.len - i - 1);
            if (!close)
                return page.len;
            i = (size_t)(close - page.at);
        }
        if (c == '=')
            value = true;
        else if (!html_is_space(c))
            value = false;
        i++;
    }
    return page.len;
}

void html_tag_read(struct slice page, size_t *at, struct html_tag *tag)
{
    size_t i = *at + 1;
    tag->end = page.at[i] == '/';
    i += tag->end;
    size_t start = i;
    while (i < page.len && !html_is_space(page.at[i]) && page.at[i] != '>' && page.at[i] != '/')
        i++;
    tag->name = slice_make(page.at + start, i - start);
    size_t end = html_tag_end(page, i);
    tag->attributes = slice_make(page.at + i, end - i);
    *at = end < page.len ? end + 1 : end;
    html_name(tag);
}

bool html_attribute_next(struct slice *rest, struct slice *name, struct slice *value)
{
    size_t i = 0;
    while (i < rest->len && (html_is_space(rest->at[i]) || rest->at[i] == '/' || rest->at[i] == '='))
        i++;
    size_t start = i;
    while (i < rest->len && !html_is_space(rest->at[i]) && rest->at[i] != '=' && rest->at[i] != '/')
        i++;
    *name = slice_make(rest->at + start, i - start);
    *value = slice_make("", 0);
    while (i < rest->len && html_is_space(rest->at[i]))
        i++;
    if (i < rest->len && rest->at[i] == '=') {
        i++;
        while (i < rest->len && html_is_space(rest->at[i]))
            i++;
        char quote = i < rest->len ? rest->at[i] : 0;
        if (quote == '"' || quote == '\'') {
            const char *close = memchr(rest->at + i + 1, quote, rest->len - i - 1);
            size_t end = close ? (size_t)(close - rest->at) : rest->len;
            *value = slice_make(rest->at + i + 1, end - i - 1);
            i = close ? end + 1 : end;
        } else {
            size_t from = i;
            while (i < rest->len && !html_is_space(rest->at[i]))
                i++;
            *value = slice_make(rest->at + from, i - from);
        }
    }
    *rest = slice_from(*rest, i);
    return name->len > 0;
}

struct slice html_attribute(const struct html_tag *tag, const char *wanted)
{
    struct slice rest = tag->attributes, name, value;
    while (html_attribute_next(&rest, &name, &value))
        if (html_is(name, wanted))
            return value;
    return slice_make("", 0);
}

struct slice html_plain(struct arena *mem, struct slice written)
{
    char *out = arena_alloc(mem, written.len + 1);
    size_t len = entity_decode_all(written, out), n = 0;
    for (size_t i = 0; i < len; i++) {
        if (!html_is_space(out[i]))
            out[n++] = out[i];
        else if (n && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    while (n && out[n - 1] == ' ')
        n--;
    return slice_make(out, n);
}
