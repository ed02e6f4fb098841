/*
 * charset.h - bytes in any encoding that Arabic pages come in -> well-formed UTF-8 with the way back.
 *
 * A byte order mark decides; else bytes that are UTF-8 are UTF-8 whatever they declare; else the declared encoding, except that
 * Western encodings are what careless pages declare over Arabic; else UTF-16 by its high bytes; else windows-1256 against
 * ISO-8859-6 by the article, which both write often and differently (C7 E1 against C7 E4).
 */
#ifndef INTAKE_CHARSET_H
#define INTAKE_CHARSET_H

#include "intake/document.h"

enum charset {
    CHARSET_NONE,
    CHARSET_UTF_8,
    CHARSET_UTF_16_LE,
    CHARSET_UTF_16_BE,
    CHARSET_WINDOWS_1256,
    CHARSET_ISO_8859_6,
    CHARSET_WINDOWS_1252,
};

/* The encoding of that name (as in a page's meta element), or CHARSET_NONE. */
enum charset charset_named(struct slice name);
/* The name to tell a user. */
const char *charset_name(enum charset charset);
/* The encoding that the first kilobytes of a page declare (meta charset, http-equiv, XML head), or CHARSET_NONE. */
enum charset charset_declared(struct slice page);

/* Decodes `bytes` into `text`; `runs` lead back to them (empty: offsets are the same, and `text` may point into `bytes`). Malformed
 * bytes become U+FFFD, NUL a space, both with a note on the document. At most `limit` bytes of text. Returns the encoding. */
enum charset charset_decode(struct arena *mem, struct slice bytes, enum charset declared, size_t limit, struct slice *text,
                            struct offset_run_list *runs, struct document *document);

/* Well-formed from the first byte to the last, without NUL. */
bool charset_is_clean(struct slice bytes);

#endif
