/*
 * senses.c - words of two senses that grammar does not tell apart: «مسيرة» is a march, and a drone. The company it keeps says which.
 */
#include "know/features.h"
#include "word/word.h"

#define NEAR 3u /* words to either side */

static const struct lemma *lemma_of(const struct know *know, const struct word *word)
{
    const struct reading *r = word_reading(word);
    return r ? &know->lemmas[r->lemma] : NULL;
}

static bool is_weapon(const struct lemma *lemma)
{
    return lemma && lemma->part == LEMMA_NOUN && lemma->classes & 1u << CLASS_WEAPON;
}

static bool is_event(const struct know *know, const struct word *word)
{
    const struct reading *r = word_reading(word);
    enum feature_part part = r ? features_part(r->features) : PART_NONE;
    return part == PART_MASDAR || (part == PART_NOUN && lemma_of(know, word)->classes & 1u << CLASS_EVENT);
}

/* «إسرائيلية», «انتحارية»: of a state, or of a way to attack. */
static bool is_of_weapon(const struct lemma *lemma)
{
    return lemma && lemma->part == LEMMA_ADJECTIVE && (lemma->body != KNOW_NONE || lemma->mode != MODE_NONE);
}

static bool attacks(const struct know *know, const struct word *word)
{
    const struct reading *r = word_reading(word);
    return r && features_part(r->features) == PART_VERB && (r->features & FEATURE_GENDERS) == FEATURE_FEMININE
           && lemma_tells(know, lemma_of(know, word), 1u << EVENT_ASSAULT, MODE_NONE);
}

static bool keeps_company_of_weapons(const struct know *know, const struct word_list *words, uint32_t at, uint32_t first, uint32_t end)
{
    bool weapon = false;
    for (uint32_t i = at > first + NEAR ? at - NEAR : first; i < end && i <= at + NEAR; i++) {
        const struct word *word = &words->items[i];
        const struct lemma *lemma = i == at ? NULL : lemma_of(know, word);
        if (!lemma)
            continue;
        /* «خرجت مسيرة …»; but whoever announces may announce anything */
        if ((lemma_tells(know, lemma, 1u << EVENT_PROTEST, MODE_NONE) && !lemma->operators) || lemma->classes & 1u << CLASS_PROTESTER)
            return false;
        bool behind = i == at + 1 || i == at + 2, joined = i + 1 == at || i == at + 1;
        weapon |= lemma_tells(know, lemma, 1u << EVENT_ASSAULT, MODE_DESTROY) && i < at; /* «أسقط مسيرة» */
        weapon |= (joined && is_weapon(lemma)) || (behind && is_of_weapon(lemma));
        weapon |= attacks(know, word) && (i + 1 == at || i > at); /* «استهدفت مسيرة …», «مسيرة … استهدفت» */
    }
    return weapon;
}

void word_senses(const struct know *know, struct arena *mem, struct word_list *words, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        struct word *word = &words->items[i];
        if (!(word->signs & FORM_TWO_SENSES) || !is_event(know, word) || !keeps_company_of_weapons(know, words, i, first, end))
            continue;
        struct reading *readings = arena_array(mem, struct reading, word->reading_count);
        uint32_t count = 0;
        for (int weapons = 1; weapons >= 0; weapons--)
            for (uint32_t j = 0; j < word->reading_count; j++)
                if (is_weapon(&know->lemmas[word->readings[j].lemma]) == weapons)
                    readings[count++] = word->readings[j];
        word->readings = readings;
    }
}
