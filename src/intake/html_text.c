#include "intake/html_text.h"

#include "intake/html_tag.h"
#include "intake/html_tame.h"

#define REFERENCE_LONGEST 40u /* letters and digits of a name; HTML has up to 31 */
#define LEGACY_LONGEST 6u     /* of a name that needs no semicolon */
#define COMPARED 8u           /* bytes behind a reference that tell where it ends */

struct html_text html_text_of(struct slice page, const GumboText *node)
{
    size_t at = node->original_text.data ? (size_t)(node->original_text.data - page.at) : page.len;
    size_t end = at + node->original_text.length;
    return (struct html_text){ .page = page, .at = at, .end = end < page.len ? end : page.len, .decoded = node->text };
}

static bool html_is_special(char c)
{
    return c == '<' || c == '&' || html_is_space(c);
}

/* Past `count` characters, or at the end. */
static const char *html_skip(const char *s, size_t count)
{
    while (count-- && *s)
        do
            s++;
        while (((unsigned char)*s & 0xC0) == 0x80);
    return s;
}

static size_t html_alnum(const struct html_text *text, size_t at)
{
    size_t i = at;
    for (; i < text->end && i - at < REFERENCE_LONGEST; i++) {
        char c = text->page.at[i];
        if (!((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')))
            break;
    }
    return i - at;
}

static size_t html_digits(const struct html_text *text, size_t at, bool hex)
{
    size_t i = at;
    for (; i < text->end; i++) {
        char c = text->page.at[i];
        if (!((c >= '0' && c <= '9') || (hex && (c | 32) >= 'a' && (c | 32) <= 'f')))
            break;
    }
    return i - at;
}

/* Can `decoded` be what the page has at `at`? `sure`: there was something to compare. */
static bool html_goes_on(const struct html_text *text, size_t at, const char *decoded, bool *sure)
{
    *sure = true;
    for (size_t past; at < text->end && (past = html_markup_end(text->page, at)) > at;)
        at = past;
    if (at >= text->end)
        return !*decoded;
    if (html_is_space(text->page.at[at]))
        return html_is_space(*decoded);
    size_t i = 0;
    for (; i < COMPARED && at + i < text->end && !html_is_special(text->page.at[at + i]); i++)
        if (decoded[i] != text->page.at[at + i])
            return false;
    *sure = i > 0;
    return true;
}

/* A name: with its semicolon, or as much of it as needs none ("&notit;" is a sign and "it;"). */
static size_t html_named(const struct html_text *text, const char **past)
{
    const char *name = text->page.at + text->at + 1, *decoded = text->decoded;
    size_t len = html_alnum(text, text->at + 1);
    size_t written = len + (text->at + 1 + len < text->end && name[len] == ';');
    if (!len || (*decoded == '&' && (len < 3 || (memcmp(name, "amp", 3) != 0 && memcmp(name, "AMP", 3) != 0))))
        return 0;
    const char *one = html_skip(decoded, 1), *two = html_skip(decoded, 2);
    bool sure, whole = written > len && html_goes_on(text, text->at + 1 + written, one, &sure);
    *past = one;
    if (whole && sure)
        return 1 + written;
    for (size_t used = 2; used <= len && used <= LEGACY_LONGEST && !(whole && used == written); used++)
        if (strncmp(one, name + used, written - used) == 0 && (used < len || written == len))
            return 1 + used;
    if (!whole && written > len && two != one && html_goes_on(text, text->at + 1 + written, two, &sure))
        *past = two;
    return 1 + written;
}

/* The length of the reference at text->at, 0 when it is none; `past`: where its text ends. */
static size_t html_reference(const struct html_text *text, const char **past)
{
    size_t at = text->at + 1;
    if (at >= text->end || text->page.at[at] != '#')
        return html_named(text, past);
    bool hex = at + 1 < text->end && (text->page.at[at + 1] | 32) == 'x';
    size_t start = at + 1 + hex, digits = html_digits(text, start, hex);
    *past = html_skip(text->decoded, 1);
    if (!digits)
        return 0;
    size_t end = start + digits;
    return end - text->at + (end < text->end && text->page.at[end] == ';');
}

/* Text that stands there as it is. */
static void html_plain_bit(struct html_text *text, struct html_bit *bit)
{
    const char *page = text->page.at;
    size_t from = text->at++, characters = 0;
    while (text->at < text->end && !html_is_special(page[text->at]))
        text->at++;
    size_t len = text->at - from;
    *bit = (struct html_bit){ .text = { page + from, len }, .from = from, .from_len = len };
    if (strncmp(text->decoded, page + from, len) == 0) {
        text->decoded += len;
        return;
    }
    for (size_t i = 0; i < len; i++) /* gumbo put U+FFFD for a control character */
        characters += ((unsigned char)page[from + i] & 0xC0) != 0x80;
    text->decoded = html_skip(text->decoded, characters);
}

bool html_text_next(struct html_text *text, struct html_bit *bit)
{
    const char *page = text->page.at;
    while (text->at < text->end && *text->decoded) {
        size_t from = text->at;
        text->at = html_markup_end(text->page, from);
        if (text->at > from)
            continue;
        if (html_is_space(page[from])) {
            text->at += page[from] == '\r' && from + 1 < text->end && page[from + 1] == '\n' ? 2 : 1;
            text->decoded += html_is_space(*text->decoded);
            *bit = (struct html_bit){ .from = from, .from_len = text->at - from, .space = true };
            return true;
        }
        const char *past = text->decoded;
        size_t used = page[from] == '&' ? html_reference(text, &past) : 0;
        if (!used) {
            html_plain_bit(text, bit);
            return true;
        }
        size_t len = (size_t)(past - text->decoded);
        bool space = (len == 2 && memcmp(text->decoded, "\xC2\xA0", 2) == 0) || (len == 1 && html_is_space(*text->decoded));
        *bit = (struct html_bit){ .text = { text->decoded, len }, .from = from, .from_len = used, .space = space };
        text->decoded = past;
        text->at += used;
        return true;
    }
    return false;
}
