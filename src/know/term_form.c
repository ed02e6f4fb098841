/*
 * term_form.c - a written word to its form in the tables of numbers and times: proclitics are cut off.
 */
#include "know/term.h"

/* Second bytes of the proclitic letters in UTF-8; the first is D8 (alif, ba) or D9 (fa, kaf, lam, waw). */
#define LETTER_ALIF 0xA7u
#define LETTER_BA 0xA8u
#define LETTER_FA 0x81u
#define LETTER_KAF 0x83u
#define LETTER_LAM 0x84u
#define LETTER_WAW 0x88u

static bool term_begins(struct slice form, unsigned char lead, unsigned char letter)
{
    return form.len >= 2 && (unsigned char)form.at[0] == lead && (unsigned char)form.at[1] == letter;
}

bool term_cut(struct slice *form, uint8_t *clitics)
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
        if (term_begins(*form, letters[i].lead, letters[i].letter) && (*clitics & ~letters[i].after) == 0) {
            *form = slice_from(*form, 2);
            *clitics |= letters[i].clitic;
            return true;
        }
    }
    if (*clitics & HIT_THE)
        return false;
    /* After li the article is written as a second lam. */
    if ((*clitics & HIT_TO) && term_begins(*form, 0xD9, LETTER_LAM)) {
        *form = slice_from(*form, 2);
        *clitics |= HIT_THE;
        return true;
    }
    if (term_begins(*form, 0xD8, LETTER_ALIF) && term_begins(slice_from(*form, 2), 0xD9, LETTER_LAM)) {
        *form = slice_from(*form, 4);
        *clitics |= HIT_THE;
        return true;
    }
    return false;
}

uint8_t term_article(const struct term_table *terms, struct slice form)
{
    bool has = term_begins(form, 0xD8, LETTER_ALIF) && term_begins(slice_from(form, 2), 0xD9, LETTER_LAM);
    return has && term_find(terms, slice_from(form, 4)) ? HIT_THE : 0;
}

struct term_form term_form_of(const struct term_table *terms, struct slice word)
{
    struct slice form = word;
    uint8_t clitics = 0;
    for (;;) {
        uint32_t run = term_find(terms, form);
        uint8_t front = (uint8_t)(word.len - form.len);
        if (run && terms->runs[run].longest > 1)
            return (struct term_form){ run, front, clitics, true, true };
        if (run && terms->runs[run].count)
            return (struct term_form){ run, front, (uint8_t)(clitics | term_article(terms, form)), false, true };
        if (!term_cut(&form, &clitics))
            return (struct term_form){ 0, 0, 0, false, true };
        if (!form.len)
            return (struct term_form){ TERM_RUN_CLITIC, 0, clitics, false, true };
    }
}
