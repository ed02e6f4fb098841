/*
 * lexicon.h - words: what a folded form without clitics can be. A form has one reading or several; they stand one after the other.
 */
#ifndef KNOW_LEXICON_H
#define KNOW_LEXICON_H

#include <stdint.h>

/* What a form can be: a lemma with features (features.h). */
struct form_reading {
    uint32_t lemma;
    uint32_t features;
    uint32_t is_last; /* the last reading of its form */
};

/* Proclitics and the enclitic pronoun of a written word. */
enum clitic {
    CLITIC_WA = 1,  /* and */
    CLITIC_FA = 2,  /* so */
    CLITIC_SA = 4,  /* future */
    CLITIC_BA = 8,  /* by, with, in */
    CLITIC_LA = 16, /* for, to */
    CLITIC_KA = 32, /* as */
    CLITIC_AL = 64, /* the */
    CLITIC_PRONOUN = 128,
};

enum pronoun { PRONOUN_NONE, PRONOUN_HE, PRONOUN_SHE, PRONOUN_THEY, PRONOUN_THEY_TWO, PRONOUN_SPEAKER, PRONOUN_HEARER };

/* A reading of a written word: clitics taken off, the rest found in the lexicon. */
struct reading {
    uint32_t lemma;
    uint32_t features;
    uint8_t front, back; /* bytes of the folded word that are proclitics and pronoun */
    uint8_t clitics;     /* enum clitic, or-ed */
    uint8_t pronoun;     /* enum pronoun */
    int16_t prior;       /* points for what it is, wherever it stands */
    uint16_t signs;      /* enum reading_sign, or-ed */
};

/* What the choice among readings asks of them again and again, so that it need not go to the lemma, which is far off in memory. */
enum reading_sign {
    READING_PARTICLE = 1,     /* a particle's */
    READING_OPENS_WEAKLY = 2, /* … a preposition's, or "when": a sentence is likelier to begin with a verb of the same spelling */
    READING_DIRECTS = 4,      /* … a preposition's or a direction's: two of them seldom follow each other */
    READING_IS_BE = 8,        /* … "kana" without a pronoun */
    READING_TELLS = 16,       /* its lemma has frames */
    READING_MANY_ACTS = 32,   /* a bare plural noun of a form that may be a verbal noun: «أسر» */
    READING_DUAL_BEFORE_GENITIVE = 64,
    READING_LISTS_DEEDS =
        128,            /* a verb behind which verbal nouns tell deeds: in the present or future, or one of saying, asking or agreeing */
    READING_ENDS = 512, /* a noun that ends what follows: «وقف» */
    READING_USES_WORDS = 256, /* the participle of who uses words, a plural with its nun and no nominative: «متهمين» */
};

#endif
