#include "name/number_text.h"

/* Second bytes of the proclitic letters in UTF-8; the first is D8 (alif, ba) or D9 (fa, kaf, lam, waw). */
#define LETTER_ALIF 0xA7u
#define LETTER_BA 0xA8u
#define LETTER_FA 0x81u
#define LETTER_KAF 0x83u
#define LETTER_LAM 0x84u
#define LETTER_WAW 0x88u

static bool number_text_begins(struct slice form, unsigned char lead, unsigned char letter)
{
    return form.len >= 2 && (unsigned char)form.at[0] == lead && (unsigned char)form.at[1] == letter;
}

/* The hit of `form`, which is what is left of word `at`; the longest form that begins with it. */
static bool number_text_match(const struct number_text *text, uint32_t at, struct slice form, uint8_t clitics, struct term_hit *hit)
{
    uint32_t run = term_find(text->terms, form);
    if (!run)
        return false;
    char key[TERM_MOST_BYTES + 1];
    size_t ends[TERM_MOST_WORDS + 1];
    uint32_t longest = text->terms->runs[run].longest, words = 1;
    if (longest > TERM_MOST_WORDS)
        longest = TERM_MOST_WORDS;
    memcpy(key, form.at, form.len);
    ends[1] = form.len;
    while (words < longest && number_text_is_kind(text, at + words, WORD_ARABIC)
           && text->words->items[at + words].sentence == text->words->items[at].sentence) {
        struct slice next = text->words->items[at + words].fold;
        if (ends[words] + 1 + next.len > TERM_MOST_BYTES)
            break;
        key[ends[words]] = ' ';
        memcpy(key + ends[words] + 1, next.at, next.len);
        ends[words + 1] = ends[words] + 1 + next.len;
        words++;
    }
    for (; words > 1; words--) {
        uint32_t found = term_find(text->terms, slice_make(key, ends[words]));
        if (found && text->terms->runs[found].count) {
            *hit = (struct term_hit){ found, (uint8_t)words, clitics };
            return true;
        }
    }
    if (!text->terms->runs[run].count)
        return false;
    /* An entry with its article, such as "today", has it like any other. */
    if (number_text_begins(form, 0xD8, LETTER_ALIF) && number_text_begins(slice_from(form, 2), 0xD9, LETTER_LAM)
        && term_find(text->terms, slice_from(form, 4)))
        clitics |= HIT_THE;
    *hit = (struct term_hit){ run, 1, clitics };
    return true;
}

/* Cuts one proclitic off `*form`; false when none is there. The order is wa or fa, then bi, li or ka, then al. */
static bool number_text_cut(struct slice *form, uint8_t *clitics)
{
    static const struct {
        unsigned char lead, letter, clitic, after;
    } letters[] = {
        { 0xD9, LETTER_WAW, HIT_AND, 0 },
        { 0xD9, LETTER_FA, HIT_SO, 0 },
        { 0xD8, LETTER_BA, HIT_BY, HIT_AND | HIT_SO },
        { 0xD9, LETTER_KAF, HIT_AS, HIT_AND | HIT_SO },
        { 0xD9, LETTER_LAM, HIT_TO, HIT_AND | HIT_SO },
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (number_text_begins(*form, letters[i].lead, letters[i].letter) && (*clitics & ~letters[i].after) == 0) {
            *form = slice_from(*form, 2);
            *clitics |= letters[i].clitic;
            return true;
        }
    }
    if (*clitics & HIT_THE)
        return false;
    /* After li the article is written as a second lam. */
    if ((*clitics & HIT_TO) && number_text_begins(*form, 0xD9, LETTER_LAM)) {
        *form = slice_from(*form, 2);
        *clitics |= HIT_THE;
        return true;
    }
    if (number_text_begins(*form, 0xD8, LETTER_ALIF) && number_text_begins(slice_from(*form, 2), 0xD9, LETTER_LAM)) {
        *form = slice_from(*form, 4);
        *clitics |= HIT_THE;
        return true;
    }
    return false;
}

void number_text_read(struct arena *mem, const struct term_table *terms, const struct word_list *words, struct number_text *out)
{
    struct term_hit *hits = arena_array(mem, struct term_hit, words->count + 1);
    *out = (struct number_text){ words, terms, hits };
    for (uint32_t i = 0; i < words->count; i++) {
        hits[i].words = 1;
        if (words->items[i].kind != WORD_ARABIC)
            continue;
        struct slice form = words->items[i].fold;
        uint8_t clitics = 0;
        while (!number_text_match(out, i, form, clitics, &hits[i])) {
            if (!number_text_cut(&form, &clitics))
                break;
            if (!form.len) {
                hits[i] = (struct term_hit){ TERM_RUN_CLITIC, 1, clitics };
                break;
            }
        }
    }
}
