/*
 * limits.h - the bounds on hostile or odd input, all in one place. Each is stated in the manual.
 */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_REPORT_BYTES ((size_t)8 << 20)  /* text of one report; the rest is left out, with a note */
#define LIMIT_LINE_BYTES ((size_t)32 << 20)   /* one line of JSON Lines; a longer one is skipped, with a note */
#define LIMIT_FILE_BYTES ((size_t)64 << 20)   /* one plain or HTML file after decompression */
#define LIMIT_INFLATE_RATIO 1000u             /* decompressed to compressed bytes, beyond the first 16 MB */
#define LIMIT_HTML_DEPTH 512u                 /* nested elements of one page */
#define LIMIT_SENTENCE_BYTES 8192u            /* a longer run of words without a full stop is cut */
#define LIMIT_REPORT_MEMORY ((size_t)1 << 30) /* working memory for one report */

#endif
