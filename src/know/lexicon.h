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
};

#endif
