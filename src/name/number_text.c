#include "name/number_text.h"

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
    *hit = (struct term_hit){ run, 1, (uint8_t)(clitics | term_article(text->terms, form)) };
    return true;
}

/* The hit of word `at` without `front` bytes of `clitics`, by what stands behind it. */
static struct term_hit number_text_look(const struct number_text *text, uint32_t at, uint8_t front, uint8_t clitics)
{
    struct slice form = slice_from(text->words->items[at].fold, front);
    struct term_hit hit = { 0, 1, 0 };
    while (!number_text_match(text, at, form, clitics, &hit)) {
        if (!term_cut(&form, &clitics))
            break;
        if (!form.len)
            return (struct term_hit){ TERM_RUN_CLITIC, 1, clitics };
    }
    return hit;
}

void number_text_read(struct arena *mem, const struct term_table *terms, const struct word_list *words, struct number_text *out)
{
    struct term_hit *hits = arena_alloc_raw(mem, sizeof *hits * (words->count + 1));
    *out = (struct number_text){ words, terms, hits };
    for (uint32_t i = 0; i < words->count; i++) {
        const struct word *word = &words->items[i];
        if (word->kind != WORD_ARABIC)
            hits[i] = (struct term_hit){ 0, 1, 0 };
        else if (!word->term.is_known)
            hits[i] = number_text_look(out, i, 0, 0);
        else if (word->term.is_open)
            hits[i] = number_text_look(out, i, word->term.front, word->term.clitics);
        else
            hits[i] = (struct term_hit){ word->term.run, 1, word->term.clitics };
    }
    hits[words->count] = (struct term_hit){ 0 };
}
