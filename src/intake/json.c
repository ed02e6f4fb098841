#include "intake/json.h"

#include "base/utf8.h"
#include "intake/charset.h"

void json_open(struct slice bytes, struct json_object *object)
{
    *object = (struct json_object){ .bytes = bytes, .first = true };
}

static bool json_fail(struct json_object *object, size_t at, const char *fault)
{
    object->at = at < object->bytes.len ? at : object->bytes.len;
    object->fault = fault;
    return false;
}

static char json_peek(const struct json_object *object, size_t at)
{
    return at < object->bytes.len ? object->bytes.at[at] : 0;
}

static size_t json_space(const struct json_object *object, size_t at)
{
    while (at < object->bytes.len
           && (object->bytes.at[at] == ' ' || object->bytes.at[at] == '\t' || object->bytes.at[at] == '\n' || object->bytes.at[at] == '\r'))
        at++;
    return at;
}

static int json_hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Past the escape at s[*i] == '\\'. */
static bool json_skip_escape(struct json_object *object, size_t *i)
{
    char c = json_peek(object, *i + 1);
    if (c == 'u') {
        for (size_t k = 2; k <= 5; k++)
            if (json_hex(json_peek(object, *i + k)) < 0)
                return json_fail(object, *i, "a \\u escape needs four hexadecimal digits");
        *i += 6;
        return true;
    }
    if (!c || !strchr("\"\\/bfnrt", c))
        return json_fail(object, *i, "an unknown escape in a string");
    *i += 2;
    return true;
}

/* Past the closing quote of the string whose content starts at `*at`. */
static bool json_skip_string(struct json_object *object, size_t *at)
{
    const char *s = object->bytes.at;
    size_t len = object->bytes.len, i = *at, quote = i;
    while (i < len) {
        if (quote <= i) {
            const char *found = memchr(s + i, '"', len - i);
            if (!found)
                break;
            quote = (size_t)(found - s) + 1;
        }
        const char *escape = memchr(s + i, '\\', quote - i);
        if (!escape) {
            *at = quote;
            return true;
        }
        i = (size_t)(escape - s);
        if (!json_skip_escape(object, &i))
            return false;
    }
    return json_fail(object, *at ? *at - 1 : 0, "a string that does not end");
}

/* Past the array or object that starts at `*at`. */
static bool json_skip_tree(struct json_object *object, size_t *at)
{
    char open[JSON_DEPTH];
    size_t depth = 0, i = *at;
    while (i < object->bytes.len) {
        char c = object->bytes.at[i++];
        if (c == '"') {
            if (!json_skip_string(object, &i))
                return false;
        } else if (c == '[' || c == '{') {
            if (depth == JSON_DEPTH)
                return json_fail(object, i - 1, "nested too deep");
            open[depth++] = c;
        } else if (c == ']' || c == '}') {
            if (!depth || open[--depth] != (c == ']' ? '[' : '{'))
                return json_fail(object, i - 1, "brackets that do not match");
            if (!depth) {
                *at = i;
                return true;
            }
        }
    }
    return json_fail(object, *at, "brackets that are never closed");
}

static bool json_value(struct json_object *object, size_t *at, struct json_field *field)
{
    size_t start = *at;
    char c = json_peek(object, start);
    if (c == '"') {
        field->kind = JSON_STRING;
        ++*at;
        if (!json_skip_string(object, at))
            return false;
        field->value = slice_make(object->bytes.at + start + 1, *at - start - 2);
        return true;
    }
    if (c == '[' || c == '{') {
        field->kind = JSON_TREE;
        if (!json_skip_tree(object, at))
            return false;
    } else {
        while (json_peek(object, *at) && !strchr(",}] \t\r\n\":", json_peek(object, *at)))
            ++*at;
    }
    field->value = slice_make(object->bytes.at + start, *at - start);
    if (c == '[' || c == '{')
        return true;
    struct slice value = field->value;
    bool word = slice_equal(value, slice_of("true")) || slice_equal(value, slice_of("false")) || slice_equal(value, slice_of("null"));
    field->kind = word ? JSON_WORD : JSON_NUMBER;
    for (size_t i = 0; !word && i < value.len; i++)
        if (!strchr("0123456789+-.eE", value.at[i]))
            value.len = 0;
    return value.len ? true : json_fail(object, start, "a value was expected");
}

bool json_next(struct json_object *object, struct json_field *field)
{
    if (object->fault)
        return false;
    size_t at = json_space(object, object->at);
    if (object->first) {
        if (json_peek(object, at) != '{')
            return json_fail(object, at, "an object was expected");
        at = json_space(object, at + 1);
    }
    char c = json_peek(object, at);
    if (c == '}') {
        at = json_space(object, at + 1);
        if (at < object->bytes.len)
            return json_fail(object, at, "more after the end of the object");
        object->at = at;
        return false;
    }
    if (!object->first) {
        if (c != ',')
            return json_fail(object, at, at >= object->bytes.len ? "the object does not end" : "a comma was expected");
        at = json_space(object, at + 1);
    }
    object->first = false;
    if (json_peek(object, at) != '"')
        return json_fail(object, at, at >= object->bytes.len ? "the object does not end" : "a field name was expected");
    size_t key = ++at;
    if (!json_skip_string(object, &at))
        return false;
    field->key = slice_make(object->bytes.at + key, at - key - 1);
    at = json_space(object, at);
    if (json_peek(object, at) != ':')
        return json_fail(object, at, "a colon was expected");
    at = json_space(object, at + 1);
    if (!json_value(object, &at, field))
        return false;
    object->at = at;
    return true;
}

static uint32_t json_code_unit(const char *s)
{
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++)
        unit = unit << 4 | ((uint32_t)json_hex(s[i]) & 15u);
    return unit;
}

/* The character of the \u escape whose digits start at s[*i]; past it, and past the second half of a pair. */
static uint32_t json_escaped(struct slice s, size_t *i, struct json_faults *faults)
{
    uint32_t c = json_code_unit(s.at + *i);
    *i += 4;
    if (c >= 0xD800 && c <= 0xDBFF && *i + 6 <= s.len && s.at[*i] == '\\' && s.at[*i + 1] == 'u') {
        uint32_t second = json_code_unit(s.at + *i + 2);
        if (second >= 0xDC00 && second <= 0xDFFF) {
            *i += 6;
            return 0x10000 + ((c - 0xD800) << 10) + (second - 0xDC00);
        }
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
        faults->surrogates++;
        return 0xFFFD;
    }
    return c;
}

/* Copies well-formed bytes up to the next escape; replaces what is malformed. */
static size_t json_copy_plain(struct slice from, char *out, struct json_faults *faults)
{
    if (charset_is_clean(from)) {
        memcpy(out, from.at, from.len);
        return from.len;
    }
    size_t n = 0;
    for (size_t i = 0; i < from.len;) {
        unsigned len;
        uint32_t c = utf8_decode(from.at + i, from.at + from.len, &len);
        i += len;
        if (c == UTF8_BAD) {
            faults->malformed++;
            c = 0xFFFD;
        } else if (!c) {
            faults->nuls++;
            c = ' ';
        }
        n += utf8_encode(c, out + n);
    }
    return n;
}

struct slice json_string(struct arena *mem, struct slice s, struct json_faults *faults)
{
    if (!s.len)
        return slice_make("", 0);
    if (!memchr(s.at, '\\', s.len) && charset_is_clean(s))
        return s;
    char *out = arena_alloc(mem, s.len * 3 + 1); /* a malformed byte becomes three */
    size_t n = 0;
    for (size_t i = 0; i < s.len;) {
        const char *mark = memchr(s.at + i, '\\', s.len - i);
        size_t plain = mark ? (size_t)(mark - s.at) - i : s.len - i;
        if (plain)
            n += json_copy_plain(slice_make(s.at + i, plain), out + n, faults);
        i += plain;
        if (!mark)
            break;
        static const char escapes[] = "bfnrt", values[] = "\b\f\n\r\t";
        char c = s.at[i + 1];
        const char *known = strchr(escapes, c);
        i += 2;
        if (c == 'u') {
            uint32_t code = json_escaped(s, &i, faults);
            faults->nuls += !code;
            n += utf8_encode(code ? code : ' ', out + n);
        } else {
            out[n++] = known ? values[known - escapes] : c;
        }
    }
    return slice_make(out, n);
}
