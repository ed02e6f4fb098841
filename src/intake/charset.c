#include "intake/charset.h"

#include "base/utf8.h"
#include "intake/clean.h"

/* Source of the tables: the mappings of the Unicode consortium (VENDORS/MICSFT/WINDOWS, ISO8859) as the C library knows them. */
static const uint16_t windows_1256[128] = {
    0x20AC, 0x67E,  0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x679, 0x2039, 0x152, 0x686,  0x698,  0x688,
    0x6AF,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x6A9, 0x2122, 0x691, 0x203A, 0x153, 0x200C, 0x200D, 0x6BA,
    0xA0,   0x60C,  0xA2,   0xA3,   0xA4,   0xA5,   0xA6,   0xA7,   0xA8,  0xA9,   0x6BE, 0xAB,   0xAC,  0xAD,   0xAE,   0xAF,
    0xB0,   0xB1,   0xB2,   0xB3,   0xB4,   0xB5,   0xB6,   0xB7,   0xB8,  0xB9,   0x61B, 0xBB,   0xBC,  0xBD,   0xBE,   0x61F,
    0x6C1,  0x621,  0x622,  0x623,  0x624,  0x625,  0x626,  0x627,  0x628, 0x629,  0x62A, 0x62B,  0x62C, 0x62D,  0x62E,  0x62F,
    0x630,  0x631,  0x632,  0x633,  0x634,  0x635,  0x636,  0xD7,   0x637, 0x638,  0x639, 0x63A,  0x640, 0x641,  0x642,  0x643,
    0xE0,   0x644,  0xE2,   0x645,  0x646,  0x647,  0x648,  0xE7,   0xE8,  0xE9,   0xEA,  0xEB,   0x649, 0x64A,  0xEE,   0xEF,
    0x64B,  0x64C,  0x64D,  0x64E,  0xF4,   0x64F,  0x650,  0xF7,   0x651, 0xF9,   0x652, 0xFB,   0xFC,  0x200E, 0x200F, 0x6D2,
};

static const uint16_t iso_8859_6[128] = {
    0x80,   0x81,   0x82,   0x83,   0x84,   0x85,   0x86,   0x87,   0x88,   0x89,   0x8A,   0x8B,   0x8C,   0x8D,   0x8E,   0x8F,
    0x90,   0x91,   0x92,   0x93,   0x94,   0x95,   0x96,   0x97,   0x98,   0x99,   0x9A,   0x9B,   0x9C,   0x9D,   0x9E,   0x9F,
    0xA0,   0xFFFD, 0xFFFD, 0xFFFD, 0xA4,   0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x60C,  0xAD,   0xFFFD, 0xFFFD,
    0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x61B,  0xFFFD, 0xFFFD, 0xFFFD, 0x61F,
    0xFFFD, 0x621,  0x622,  0x623,  0x624,  0x625,  0x626,  0x627,  0x628,  0x629,  0x62A,  0x62B,  0x62C,  0x62D,  0x62E,  0x62F,
    0x630,  0x631,  0x632,  0x633,  0x634,  0x635,  0x636,  0x637,  0x638,  0x639,  0x63A,  0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD,
    0x640,  0x641,  0x642,  0x643,  0x644,  0x645,  0x646,  0x647,  0x648,  0x649,  0x64A,  0x64B,  0x64C,  0x64D,  0x64E,  0x64F,
    0x650,  0x651,  0x652,  0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD,
};

static const uint16_t windows_1252[128] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    0xA0,   0xA1,   0xA2,   0xA3,   0xA4,   0xA5,   0xA6,   0xA7,   0xA8,  0xA9,   0xAA,  0xAB,   0xAC,  0xAD, 0xAE,  0xAF,
    0xB0,   0xB1,   0xB2,   0xB3,   0xB4,   0xB5,   0xB6,   0xB7,   0xB8,  0xB9,   0xBA,  0xBB,   0xBC,  0xBD, 0xBE,  0xBF,
    0xC0,   0xC1,   0xC2,   0xC3,   0xC4,   0xC5,   0xC6,   0xC7,   0xC8,  0xC9,   0xCA,  0xCB,   0xCC,  0xCD, 0xCE,  0xCF,
    0xD0,   0xD1,   0xD2,   0xD3,   0xD4,   0xD5,   0xD6,   0xD7,   0xD8,  0xD9,   0xDA,  0xDB,   0xDC,  0xDD, 0xDE,  0xDF,
    0xE0,   0xE1,   0xE2,   0xE3,   0xE4,   0xE5,   0xE6,   0xE7,   0xE8,  0xE9,   0xEA,  0xEB,   0xEC,  0xED, 0xEE,  0xEF,
    0xF0,   0xF1,   0xF2,   0xF3,   0xF4,   0xF5,   0xF6,   0xF7,   0xF8,  0xF9,   0xFA,  0xFB,   0xFC,  0xFD, 0xFE,  0xFF,
};

#define SAMPLE_BYTES ((size_t)64 << 10)   /* enough to tell encodings apart */
#define DECLARED_WITHIN ((size_t)4 << 10) /* a page's declaration stands near its start */
#define BAD_SHARE 20u                     /* more than one malformed byte for so many of multi-byte characters: no UTF-8 */

static const struct {
    const char *name;
    enum charset charset;
} charset_names[] = {
    { "utf-8", CHARSET_UTF_8 },           { "utf8", CHARSET_UTF_8 },
    { "utf-16le", CHARSET_UTF_16_LE },    { "utf-16be", CHARSET_UTF_16_BE },
    { "utf-16", CHARSET_UTF_16_LE },      { "windows-1256", CHARSET_WINDOWS_1256 },
    { "cp1256", CHARSET_WINDOWS_1256 },   { "x-cp1256", CHARSET_WINDOWS_1256 },
    { "win-1256", CHARSET_WINDOWS_1256 }, { "iso-8859-6", CHARSET_ISO_8859_6 },
    { "iso8859-6", CHARSET_ISO_8859_6 },  { "iso_8859-6", CHARSET_ISO_8859_6 },
    { "arabic", CHARSET_ISO_8859_6 },     { "asmo-708", CHARSET_ISO_8859_6 },
    { "ecma-114", CHARSET_ISO_8859_6 },   { "iso-8859-1", CHARSET_WINDOWS_1252 },
    { "latin1", CHARSET_WINDOWS_1252 },   { "windows-1252", CHARSET_WINDOWS_1252 },
    { "us-ascii", CHARSET_WINDOWS_1252 }, { "ascii", CHARSET_WINDOWS_1252 },
};

static char charset_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool charset_starts(struct slice text, const char *prefix)
{
    size_t i = 0;
    for (; prefix[i]; i++)
        if (i >= text.len || charset_lower(text.at[i]) != prefix[i])
            return false;
    return true;
}

enum charset charset_named(struct slice name)
{
    name = slice_trim(name);
    for (size_t i = 0; i < sizeof charset_names / sizeof *charset_names; i++)
        if (strlen(charset_names[i].name) == name.len && charset_starts(name, charset_names[i].name))
            return charset_names[i].charset;
    return CHARSET_NONE;
}

const char *charset_name(enum charset charset)
{
    static const char *const names[] = { "unknown", "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6", "windows-1252" };
    return names[charset];
}

enum charset charset_declared(struct slice page)
{
    page.len = page.len < DECLARED_WITHIN ? page.len : DECLARED_WITHIN;
    for (size_t i = 0; i < page.len; i++) {
        struct slice rest = slice_from(page, i);
        size_t skip = charset_starts(rest, "charset") ? 7 : charset_starts(rest, "encoding") ? 8 : 0;
        if (!skip)
            continue;
        rest = slice_trim(slice_from(rest, skip));
        if (!rest.len || rest.at[0] != '=')
            continue;
        rest = slice_trim(slice_from(rest, 1));
        if (rest.len && (rest.at[0] == '"' || rest.at[0] == '\''))
            rest = slice_from(rest, 1);
        size_t len = 0;
        while (len < rest.len && len < 24 && !strchr("\"' ;/>?\t\r\n", rest.at[len]))
            len++;
        enum charset found = charset_named(slice_make(rest.at, len));
        if (found != CHARSET_NONE)
            return found;
    }
    return CHARSET_NONE;
}

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define EACH(byte) (0x0101010101010101u * (uint64_t)(byte))

/* Eight bytes at a time as long as they are ASCII and characters of two bytes (Arabic): in each byte of the masks the highest bit says
 * what the byte is, and every second byte must follow its first. Returns the bytes passed over. */
static size_t charset_skip_two(const char *s, size_t len)
{
    size_t at = 0;
    uint64_t carry = 0; /* the last byte before `at` began a character */
    for (; len - at >= 8; at += 8) {
        uint64_t w;
        memcpy(&w, s + at, sizeof w);
        uint64_t high = w & EACH(0x80), second = high & ~(w << 1), first = high & w << 1;
        uint64_t longer = first & w << 2, overlong = first & ~(w << 3 | w << 4 | w << 5 | w << 6);
        uint64_t nul = (w - EACH(1)) & ~w & EACH(0x80);
        if ((longer | overlong | nul) || second != (first << 8 | carry))
            break;
        carry = first >> 56;
    }
    return at - (carry != 0);
}
#else
static size_t charset_skip_two(const char *s, size_t len)
{
    (void)s;
    (void)len;
    return 0;
}
#endif

/* The bytes of well-formed UTF-8 without NUL that `s` starts with. */
static size_t charset_clean_length(const char *s, size_t len)
{
    const char *at = s, *end = s + len;
    while (at < end) {
        at += charset_skip_two(at, (size_t)(end - at));
        /* On by single characters, past what stopped the fast way. */
        for (unsigned i = 0; i < 8 && at < end; i++) {
            unsigned n;
            if (!*at || utf8_decode(at, end, &n) == UTF8_BAD)
                return (size_t)(at - s);
            at += n;
        }
    }
    return len;
}

bool charset_is_clean(struct slice bytes)
{
    return !bytes.len || charset_clean_length(bytes.at, bytes.len) == bytes.len;
}

static bool charset_is_utf_8(struct slice bytes)
{
    size_t characters = 0, bad = 0;
    const char *at = bytes.at, *end = bytes.at + bytes.len;
    while (at < end) {
        unsigned n;
        uint32_t c = (unsigned char)*at < 0x80 ? (n = 1, (uint32_t)*at) : utf8_decode(at, end, &n);
        if (c == UTF8_BAD && end - at >= 4) /* a character that the sample cuts is no fault */
            bad++;
        else if (n > 1)
            characters++;
        at += n;
    }
    return bad * BAD_SHARE <= characters;
}

/* Arabic in UTF-16 has 06 (and for spaces 00) in every other byte. */
static enum charset charset_utf_16(struct slice bytes)
{
    size_t high[2] = { 0, 0 }, pairs = bytes.len / 2;
    for (size_t i = 0; i < pairs * 2; i++)
        high[i & 1] += (unsigned char)bytes.at[i] == 6 || bytes.at[i] == 0;
    if (pairs < 2)
        return CHARSET_NONE;
    if (high[1] * 10 > pairs * 8 && high[0] * 10 < pairs * 4)
        return CHARSET_UTF_16_LE;
    if (high[0] * 10 > pairs * 8 && high[1] * 10 < pairs * 4)
        return CHARSET_UTF_16_BE;
    return CHARSET_NONE;
}

/* windows-1256 or ISO-8859-6: counts the article and the ya of each, and the bytes that ISO-8859-6 has not. */
static enum charset charset_arabic(struct slice bytes)
{
    int score = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.at[i], next = i + 1 < bytes.len ? (unsigned char)bytes.at[i + 1] : 0;
        if (c == 0xC7 && next == 0xE1)
            score += 4;
        else if (c == 0xC7 && next == 0xE4)
            score -= 4;
        else if (c >= 0x80 && iso_8859_6[c - 128] == 0xFFFD)
            score += 2;
        else if (c == 0xED)
            score++;
        else if (c == 0xEA || c == 0xE8)
            score--;
    }
    return score >= 0 ? CHARSET_WINDOWS_1256 : CHARSET_ISO_8859_6;
}

/* Western text has few high bytes, and rarely two side by side. */
static bool charset_looks_arabic(struct slice bytes)
{
    size_t high = 0, pairs = 0;
    for (size_t i = 0; i + 1 < bytes.len; i++) {
        high += (unsigned char)bytes.at[i] >= 0xC0;
        pairs += (unsigned char)bytes.at[i] >= 0xC0 && (unsigned char)bytes.at[i + 1] >= 0xC0;
    }
    return pairs * 2 > high;
}

static enum charset charset_detect(struct slice bytes, enum charset declared)
{
    struct slice sample = slice_make(bytes.at, bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES);
    enum charset wide = charset_utf_16(sample);
    if (wide != CHARSET_NONE)
        return wide;
    if (charset_is_utf_8(sample))
        return CHARSET_UTF_8;
    if (declared == CHARSET_WINDOWS_1256 || declared == CHARSET_ISO_8859_6)
        return declared;
    if (declared == CHARSET_WINDOWS_1252 && !charset_looks_arabic(sample))
        return declared;
    return charset_arabic(sample);
}

/* Notes malformed input once a document, with the first byte. */
struct charset_faults {
    uint64_t bad_at, nul_at;
    size_t bad, nul;
};

static void charset_put(struct clean *clean, uint32_t c, uint64_t origin, unsigned origin_len, struct charset_faults *faults)
{
    char bytes[4];
    if (c == 0) {
        if (!faults->nul++)
            faults->nul_at = origin;
        c = ' ';
    } else if (c == UTF8_BAD || c == 0xFFFD || (c >= 0xD800 && c <= 0xDFFF)) {
        if (c != 0xFFFD || origin_len == 1)
            if (!faults->bad++)
                faults->bad_at = origin;
        c = 0xFFFD;
    }
    clean_put(clean, bytes, utf8_encode(c, bytes), origin, origin_len);
}

static void charset_from_utf_8(struct clean *clean, struct slice bytes, size_t skip, struct charset_faults *faults)
{
    const char *at = bytes.at + skip, *end = bytes.at + bytes.len;
    while (at < end && !clean->full) {
        size_t well = charset_clean_length(at, (size_t)(end - at));
        if (well)
            clean_copy(clean, at, well, (uint64_t)(at - bytes.at));
        at += well;
        if (at < end) {
            unsigned n;
            uint32_t c = utf8_decode(at, end, &n);
            charset_put(clean, c, (uint64_t)(at - bytes.at), n, faults);
            at += n;
        }
    }
}

static void charset_from_utf_16(struct clean *clean, struct slice bytes, size_t skip, bool big, struct charset_faults *faults)
{
    const unsigned char *s = (const unsigned char *)bytes.at;
    size_t high = big ? 0 : 1, low = big ? 1 : 0;
    for (size_t i = skip; i < bytes.len && !clean->full;) {
        unsigned n = 2;
        uint32_t c = UTF8_BAD;
        if (i + 1 == bytes.len) {
            n = 1;
        } else {
            c = (uint32_t)s[i + high] << 8 | s[i + low];
            if (c >= 0xD800 && c <= 0xDBFF && i + 3 < bytes.len) {
                uint32_t second = (uint32_t)s[i + 2 + high] << 8 | s[i + 2 + low];
                if (second >= 0xDC00 && second <= 0xDFFF) {
                    c = 0x10000 + ((c - 0xD800) << 10) + (second - 0xDC00);
                    n = 4;
                }
            }
        }
        charset_put(clean, c, i, n, faults);
        i += n;
    }
}

static void charset_from_table(struct clean *clean, struct slice bytes, const uint16_t *table, struct charset_faults *faults)
{
    for (size_t i = 0; i < bytes.len && !clean->full; i++) {
        unsigned char c = (unsigned char)bytes.at[i];
        charset_put(clean, c < 0x80 ? c : table[c - 128], i, 1, faults);
    }
}

enum charset charset_decode(struct arena *mem, struct slice bytes, enum charset declared, size_t limit, struct slice *text,
                            struct offset_run_list *runs, struct document *document)
{
    enum charset charset = CHARSET_NONE;
    size_t skip = 0;
    if (slice_starts(bytes, slice_of("\xEF\xBB\xBF"))) {
        charset = CHARSET_UTF_8;
        skip = 3;
    } else if (slice_starts(bytes, slice_of("\xFF\xFE")) || slice_starts(bytes, slice_of("\xFE\xFF"))) {
        charset = bytes.at[0] == '\xFE' ? CHARSET_UTF_16_BE : CHARSET_UTF_16_LE;
        skip = 2;
    } else if (bytes.len <= limit && charset_is_clean(bytes)) {
        *text = bytes.at ? bytes : slice_make("", 0);
        *runs = (struct offset_run_list){ 0 };
        return CHARSET_UTF_8;
    } else {
        charset = charset_detect(bytes, declared);
    }
    struct clean clean;
    struct charset_faults faults = { 0 };
    clean_init(&clean, mem, limit);
    if (charset == CHARSET_UTF_8)
        charset_from_utf_8(&clean, bytes, skip, &faults);
    else if (charset == CHARSET_UTF_16_LE || charset == CHARSET_UTF_16_BE)
        charset_from_utf_16(&clean, bytes, skip, charset == CHARSET_UTF_16_BE, &faults);
    else
        charset_from_table(&clean, bytes,
                           charset == CHARSET_WINDOWS_1256 ? windows_1256
                           : charset == CHARSET_ISO_8859_6 ? iso_8859_6
                                                           : windows_1252,
                           &faults);
    if (charset != CHARSET_UTF_8)
        document_note(mem, document, 0, "read as %s", charset_name(charset));
    if (faults.bad)
        document_note(mem, document, faults.bad_at, "%zu malformed characters, the first here, read as U+FFFD", faults.bad);
    if (faults.nul)
        document_note(mem, document, faults.nul_at, "%zu NUL bytes, the first here, read as spaces", faults.nul);
    if (clean.full)
        document_note(mem, document, 0, "longer than %zu bytes of text: the rest is left out", limit);
    *text = clean.bytes ? slice_make(clean.bytes, clean.len) : slice_make("", 0);
    *runs = clean.runs;
    return charset;
}
