#include "name/scan.h"

/* Marks that a name may reach over: quotation marks and brackets inside a name ("Liwa «X»"), a hyphen. */
static bool span_passes(const struct word *word)
{
    return word->kind == WORD_MARK && (word->mark == '<' || word->mark == '"' || word->mark == '(' || word->mark == '-');
}

static uint32_t word_key_plain(const struct word *word)
{
    return word->key_count && word->keys[0].front == 0 ? word->keys[0].word : 0;
}

/* Walks on from `state` after word `at`; returns the end of the longest match and stores its state. */
static uint32_t span_walk(const struct know *know, const struct word_list *words, uint32_t state, uint32_t at, uint32_t *best_state)
{
    uint32_t sentence = words->items[at].sentence, best = 0;
    *best_state = 0;
    for (uint32_t i = at + 1;; i++) {
        if (know->name_states[state].end_first != KNOW_NONE) {
            best = i;
            *best_state = state;
        }
        while (i < words->count && words->items[i].sentence == sentence && span_passes(&words->items[i]))
            i++;
        if (i >= words->count || words->items[i].sentence != sentence)
            return best;
        uint32_t key = word_key_plain(&words->items[i]);
        if (!key || !(state = know_name_step(know, state, key)))
            return best;
    }
}

/* Titles and expressions that end in a preposition ask for it as proclitic of the next word. */
static bool span_fits(const struct know *know, const struct word_list *words, uint32_t end, uint32_t state)
{
    for (uint32_t i = know->name_states[state].end_first;; i++) {
        char clitic = know->name_ends[i].clitic;
        if (!clitic)
            return true;
        if (end < words->count && words->items[end].kind == WORD_ARABIC
            && (unsigned char)words->items[end].fold.at[0] == 0xD9 - (clitic == 'b')
            && (unsigned char)words->items[end].fold.at[1] == (clitic == 'l' ? 0x84 : 0xA8))
            return true;
        if (know->name_ends[i].is_last)
            return false;
    }
}

bool span_read(const struct know *know, const struct word_list *words, uint32_t at, struct span *out)
{
    *out = (struct span){ .end = 0 };
    const struct word *word = &words->items[at];
    for (uint32_t i = 0; i < word->key_count; i++) {
        const struct name_key *key = &word->keys[i];
        uint32_t end_state;
        if (!key->state)
            continue;
        uint32_t end = span_walk(know, words, key->state, at, &end_state);
        if (end > out->end && span_fits(know, words, end, end_state))
            *out = (struct span){ at, end, know->name_states[end_state].end_first, key->front, key->clitics };
    }
    return out->end != 0;
}

void span_find(struct arena *mem, const struct know *know, const struct word_list *words, struct span_list *out)
{
    for (uint32_t at = 0; at < words->count;) {
        struct span best;
        if (span_read(know, words, at, &best)) {
            *(struct span *)list_add(mem, out) = best;
            at = best.end;
        } else {
            at++;
        }
    }
}

bool word_names_person(const struct know *know, const struct word *word, uint8_t front, enum person_sign sign)
{
    for (uint32_t k = 0; k < word->key_count; k++) {
        const struct name_key *key = &word->keys[k];
        if (key->front != front || !key->state || know->name_states[key->state].end_first == KNOW_NONE)
            continue;
        for (uint32_t i = know->name_states[key->state].end_first;; i++) {
            const struct name_end *end = &know->name_ends[i];
            if (end->kind == NAME_TITLE ? sign == PERSON_TITLE
                                        : (end->kind == NAME_GIVEN || end->kind == NAME_FAMILY) && (sign != PERSON_SURE || !end->value))
                return true;
            if (end->is_last)
                break;
        }
    }
    return false;
}

const struct name_end *span_end(const struct know *know, const struct span *span, enum name_end_kind kind)
{
    for (uint32_t i = span->end_first;; i++) {
        if (know->name_ends[i].kind == kind)
            return &know->name_ends[i];
        if (know->name_ends[i].is_last)
            return NULL;
    }
}
