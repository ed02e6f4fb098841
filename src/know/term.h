/*
 * term.h - the words of numbers and times, as codebook/time/terms*.tsv lists them: from a folded form to what it can mean.
 *
 * A form is one word or several with one space between. Compiling also enters each form whose words end in ta marbuta with
 * final ha, as it is often typed. A look-up is one probe of a hash table.
 *
 *     struct term_table terms;
 *     term_open(image, &terms);
 *     uint32_t run = term_find(&terms, word->fold);
 *     const struct term_value *tens = term_get(&terms, run, TERM_TENS);
 *     if (tens) ... tens->value is 20 to 90
 */
#ifndef KNOW_TERM_H
#define KNOW_TERM_H

#include "know/image.h"
#include "know/table.h"

/* Tag in C, tag in the files. codebook/time/README.md says what each means. */
/* clang-format off */
#define TERM_TAGS(X) \
    X(NONE, "none") X(CLITIC, "clitic") X(UNIT, "unit") X(UNIT_BOUND, "unit_bound") X(TEN, "ten") X(TENS, "tens") \
    X(HUNDRED, "hundred") X(SCALE, "scale") X(SCALE_EITHER, "scale_either") X(SCALE_DUAL, "scale_dual") \
    X(SCALE_PLURAL, "scale_plural") X(TENS_PLURAL, "tens_plural") X(HUNDREDS, "hundreds") X(FEW, "few") X(SEVERAL, "several") \
    X(FRACTION, "fraction") X(FRACTION_PLURAL, "fraction_plural") X(ORDINAL, "ordinal") X(ORDINAL_BOUND, "ordinal_bound") \
    X(NEGATIVE, "negative") X(PERCENT, "percent") X(ABOUT, "about") X(OVER, "over") X(LEAST, "least") X(MOST, "most") \
    X(ABOUT_AFTER, "about_after") X(LEAST_AFTER, "least_after") X(MOST_AFTER, "most_after") X(BETWEEN, "between") X(OR, "or") \
    X(LABEL, "label") X(MONTH, "month") X(MONTH_WEAK, "month_weak") X(HIJRI, "hijri") X(HIJRI_WEAK, "hijri_weak") \
    X(WEEKDAY, "weekday") X(SPAN, "span") X(DAY_PART, "day_part") X(EDGE, "edge") X(REST, "rest") X(LATER, "later") \
    X(SEASON, "season") X(SEASON_WORD, "season_word") X(FEAST, "feast") X(FEAST_HIJRI, "feast_hijri") X(DECADE, "decade") \
    X(ERA, "era") X(DAY_RELATIVE, "day_relative") X(NOW, "now") X(RELATIVE, "relative") X(FOLLOW, "follow") X(LAST, "last") \
    X(FEW_OF, "few_of") X(THIS, "this") X(THAT, "that") X(SAME, "same") X(EVERY, "every") X(SINCE, "since") \
    X(BEFORE, "before") X(AFTER, "after") X(WITHIN, "within") X(UNTIL, "until") X(TO, "to") X(FROM, "from") X(IN, "in") \
    X(CORRESPONDING, "corresponding") X(AGO, "ago") X(GENERAL, "general") X(CUE, "cue")
/* clang-format on */

enum term_tag {
#define X(name, text) TERM_##name,
    TERM_TAGS(X)
#undef X
        TERM_TAG_COUNT
};

#define TERM_MOST_WORDS 5u  /* of a form */
#define TERM_MOST_BYTES 96u /* of a folded form */

/* "1/4" in the value column is value 1, part 4; a plain number has part 0. */
struct term_value {
    int64_t value;
    uint32_t part;
    uint32_t tag;
};

#define TERM_TAG_WORDS 2u
_Static_assert(TERM_TAG_COUNT <= TERM_TAG_WORDS * 64, "a bit for every tag");

/* What one form means, and the most words of a form that begins with it. */
struct term_run {
    uint32_t first; /* of the values */
    uint16_t count;
    uint16_t longest;
    uint64_t tags[TERM_TAG_WORDS]; /* bit 1 << enum term_tag: nearly all questions are answered no, by this alone */
};

struct term_table {
    struct slice keys;
    const struct term_run *runs;
    const struct term_value *values;
};

#define TERM_RUN_CLITIC 1u /* the run of a lone particle (one value, TERM_CLITIC) */

/* Compiles terms files into IMAGE_TERMS and IMAGE_TERM_VALUES; what is wrong in them goes to `faults`, and ISNAD_INPUT comes back. */
enum isnad_status term_compile(struct arena *mem, const struct table *tables, uint32_t count, struct image_writer *out,
                               struct fault_list *faults);

/* Reads in place; an image without terms gives a table that finds nothing. */
void term_open(struct slice image, struct term_table *out);
/* The run of a folded form, or 0. */
uint32_t term_find(const struct term_table *terms, struct slice form);
/* The bit of a tag below 64 in tags[0]. */
#define TERM_BIT(tag) (UINT64_C(1) << TERM_##tag)

static inline bool term_has_tag(const struct term_table *terms, uint32_t run, enum term_tag tag)
{
    return terms->runs[run].tags[tag / 64u] >> (tag % 64u) & 1u;
}

/* The value with this tag, or NULL. Run 0 has none. */
static inline const struct term_value *term_get(const struct term_table *terms, uint32_t run, enum term_tag tag)
{
    if (!term_has_tag(terms, run, tag))
        return NULL;
    const struct term_value *value = &terms->values[terms->runs[run].first];
    while (value->tag != tag)
        value++;
    return value;
}

/* Proclitics of a form of these tables. */
enum hit_clitic {
    HIT_AND = 1, /* wa */
    HIT_SO = 2,  /* fa */
    HIT_BY = 4,  /* bi */
    HIT_TO = 8,  /* li */
    HIT_AS = 16, /* ka */
    HIT_THE = 32 /* al */
};

/* What a written word is in these tables by itself. Proclitics are cut off one by one until a form is left that the tables know. */
struct term_form {
    uint32_t run;    /* 0: nothing */
    uint8_t front;   /* bytes of proclitics cut off */
    uint8_t clitics; /* enum hit_clitic; for TERM_RUN_CLITIC the particles that the word is made of */
    bool is_open;    /* a form of several words begins with it, so the words behind it decide */
    bool is_known;   /* false where nobody looked */
};

struct term_form term_form_of(const struct term_table *terms, struct slice word);
/* Cuts one proclitic off `*form`; false when none is there. The order is wa or fa, then bi, li or ka, then al. */
bool term_cut(struct slice *form, uint8_t *clitics);
/* HIT_THE where the form is an entry that has its article, such as "today": it has it like any other. */
uint8_t term_article(const struct term_table *terms, struct slice form);

#endif
