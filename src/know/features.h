/*
 * features.h - what a written form can be, packed into 32 bits.
 *
 * Part, tense, person and number hold one value each. Mood, voice, gender, state and case are sets: unvocalised writing
 * leaves them open, so a bit says "this spelling may be that". A spelling that can only be passive has FEATURE_PASSIVE
 * without FEATURE_ACTIVE; one that can only stand before a pronoun has FEATURE_PRONOUN as its only state.
 *
 *     if (features_part(f) == PART_VERB && features_passive_only(f)) ...
 *     if (!features_allow(f, FEATURE_PRONOUN)) drop the analysis that cut a pronoun off
 *
 *     bit   0-3   enum feature_part
 *           4-5   enum feature_tense
 *           6-8   FEATURE_INDICATIVE, _SUBJUNCTIVE, _JUSSIVE        present tense
 *           9-10  person 1, 2, 3; 0: none
 *          11-12  FEATURE_MASCULINE, _FEMININE
 *          13-14  enum feature_number
 *          15-16  FEATURE_ACTIVE, _PASSIVE                          finite verbs and participles
 *          17-20  FEATURE_BARE, _DEFINITE, _CONSTRUCT, _PRONOUN
 *          21-23  FEATURE_NOMINATIVE, _ACCUSATIVE, _GENITIVE        nouns, adjectives, participles, verbal nouns
 *          24     FEATURE_VARIANT
 *          25     FEATURE_MAQSURA
 *          26     FEATURE_DOUBLED
 *          27-31  free for the user
 */
#ifndef KNOW_FEATURES_H
#define KNOW_FEATURES_H

#include <stdbool.h>
#include <stdint.h>

enum feature_part {
    PART_NONE,
    PART_VERB,    /* finite */
    PART_MASDAR,  /* verbal noun of a verb's entry */
    PART_ACTIVE,  /* active participle */
    PART_PASSIVE, /* passive participle */
    PART_NOUN,
    PART_ADJECTIVE,
    /* 7 to 15: for words that are not inflected */
};

enum feature_tense { TENSE_NONE, TENSE_PAST, TENSE_PRESENT, TENSE_IMPERATIVE };

enum feature_number { NUMBER_NONE, NUMBER_SINGULAR, NUMBER_DUAL, NUMBER_PLURAL };

#define FEATURE_TENSE_SHIFT 4
#define FEATURE_PERSON_SHIFT 9
#define FEATURE_NUMBER_SHIFT 13

#define FEATURE_INDICATIVE (1u << 6)
#define FEATURE_SUBJUNCTIVE (1u << 7)
#define FEATURE_JUSSIVE (1u << 8)
#define FEATURE_MOODS (FEATURE_INDICATIVE | FEATURE_SUBJUNCTIVE | FEATURE_JUSSIVE)

#define FEATURE_MASCULINE (1u << 11)
#define FEATURE_FEMININE (1u << 12)
#define FEATURE_GENDERS (FEATURE_MASCULINE | FEATURE_FEMININE)

#define FEATURE_ACTIVE (1u << 15)
#define FEATURE_PASSIVE (1u << 16)
#define FEATURE_VOICES (FEATURE_ACTIVE | FEATURE_PASSIVE)

#define FEATURE_BARE (1u << 17)      /* a verb without object pronoun; a noun without article, genitive and pronoun */
#define FEATURE_DEFINITE (1u << 18)  /* a noun after the article */
#define FEATURE_CONSTRUCT (1u << 19) /* a noun before its genitive */
#define FEATURE_PRONOUN (1u << 20)   /* a noun or verb to which a pronoun is joined */
#define FEATURE_STATES (FEATURE_BARE | FEATURE_DEFINITE | FEATURE_CONSTRUCT | FEATURE_PRONOUN)

#define FEATURE_NOMINATIVE (1u << 21)
#define FEATURE_ACCUSATIVE (1u << 22)
#define FEATURE_GENITIVE (1u << 23)
#define FEATURE_OBLIQUE (FEATURE_ACCUSATIVE | FEATURE_GENITIVE)
#define FEATURE_CASES (FEATURE_NOMINATIVE | FEATURE_OBLIQUE)

/* A second-best spelling (hamza on another seat), or a form that the rule cannot vouch for: prefer other readings. */
#define FEATURE_VARIANT (1u << 24)

/* Ends in alif maqsura, which folding makes a ya: «ألقى» and not «ألقي», «على» and not «علي». */
#define FEATURE_MAQSURA (1u << 25)

/* The past of form 2, whose second letter is doubled: «بيّن» and not «بين». */
#define FEATURE_DOUBLED (1u << 26)

static inline enum feature_part features_part(uint32_t f)
{
    return (enum feature_part)(f & 15u);
}

static inline enum feature_tense features_tense(uint32_t f)
{
    return (enum feature_tense)(f >> FEATURE_TENSE_SHIFT & 3u);
}

/* 1, 2, 3, or 0 where there is none. */
static inline unsigned features_person(uint32_t f)
{
    return f >> FEATURE_PERSON_SHIFT & 3u;
}

static inline enum feature_number features_number(uint32_t f)
{
    return (enum feature_number)(f >> FEATURE_NUMBER_SHIFT & 3u);
}

/* Whether all of `bits` (of one or several sets) are open to the form. */
static inline bool features_allow(uint32_t f, uint32_t bits)
{
    return (f & bits) == bits;
}

/* The spelling differs from the active's: «قيل», «يقال», «استعيد». */
static inline bool features_passive_only(uint32_t f)
{
    return (f & FEATURE_VOICES) == FEATURE_PASSIVE;
}

/* Stands only before a joined pronoun: «مدينت», «قتلو». */
static inline bool features_pronoun_only(uint32_t f)
{
    return (f & FEATURE_STATES) == FEATURE_PRONOUN;
}

/* Stands only before a genitive or a pronoun: «مقاتلو». */
static inline bool features_construct_only(uint32_t f)
{
    return (f & FEATURE_CONSTRUCT) && !(f & (FEATURE_BARE | FEATURE_DEFINITE));
}

/* The present without its ending, as after «لم» and «أن»: «يقتلوا», «يقل». */
static inline bool features_short(uint32_t f)
{
    return (f & FEATURE_MOODS) && !(f & FEATURE_INDICATIVE);
}

static inline uint32_t features_make(enum feature_part part, enum feature_tense tense, unsigned person, enum feature_number number)
{
    return (uint32_t)part | (uint32_t)tense << FEATURE_TENSE_SHIFT | person << FEATURE_PERSON_SHIFT
           | (uint32_t)number << FEATURE_NUMBER_SHIFT;
}

#endif
