/*
 * inflect_sound.h - words as they sound, and how they are then written: for inflect_*.c only.
 *
 * Arabic spelling depends on vowels that it does not write: the seat of a hamza, the doubled letter that is written once,
 * the weak letter that falls out. So forms are built as sounds, one byte each, settled, and spelled last:
 *
 *     a i u A I U   short and long vowels; a long vowel is written with its letter
 *     Y             a long a that is written with alif maqsura at the end of a word
 *     M             weak second radical that contracts (hollow verbs)
 *     F             weak third radical (defective verbs)
 *     D             twin radical: the last two are one letter and contract where they can
 *     #             the bare end of the jussive
 *     =             the silent alif after the plural's waw
 *     N             the alif of the indefinite accusative
 *     |             the alif of a verb that begins with two consonants
 *     -             nothing: keeps two equal letters apart
 *     0xA0..0xCA    a letter, enum letter
 *
 * Example: "ya" QAF "M" "u" LAM "#" settles to "ya" QAF "u" LAM and is spelled YA QAF LAM.
 */
#ifndef KNOW_INFLECT_SOUND_H
#define KNOW_INFLECT_SOUND_H

#include "know/inflect.h"

/* U+0621 to U+064A, low byte | 0x80. The hamza seats come out of spelling; inside a noun they are kept as they were written. */
enum letter {
    LETTER_KEPT_HAMZA = 0xA0, /* a bare hamza that is not to get a seat */
    LETTER_HAMZA = 0xA1,
    LETTER_ALIF_MADDA,
    LETTER_ALIF_HAMZA,
    LETTER_WAW_HAMZA,
    LETTER_ALIF_HAMZA_BELOW,
    LETTER_YA_HAMZA,
    LETTER_ALIF,
    LETTER_BA,
    LETTER_TA_MARBUTA,
    LETTER_TA,
    LETTER_THA,
    LETTER_JIM,
    LETTER_HHA,
    LETTER_KHA,
    LETTER_DAL,
    LETTER_DHAL,
    LETTER_RA,
    LETTER_ZAY,
    LETTER_SIN,
    LETTER_SHIN,
    LETTER_SAD,
    LETTER_DAD,
    LETTER_TTA,
    LETTER_ZZA,
    LETTER_AYN,
    LETTER_GHAYN,
    LETTER_FA = 0xC1,
    LETTER_QAF,
    LETTER_KAF,
    LETTER_LAM,
    LETTER_MIM,
    LETTER_NUN,
    LETTER_HA,
    LETTER_WAW,
    LETTER_MAQSURA,
    LETTER_YA
};

#define LETTERS_MOST 24 /* letters of a lemma */
#define SOUND_ROOM 96   /* a lemma with a filler after each letter, and any ending */

struct letters {
    unsigned char at[SOUND_ROOM];
    uint32_t len;
};

struct sound {
    unsigned char at[SOUND_ROOM];
    uint32_t len;
};

/* How the signs M, F and D of one word settle. */
struct sound_rules {
    unsigned char twin; /* the letter of D */
    bool hollow_ya;     /* M is ya: mabi3, not mab(u)3 */
    char hollow_short;  /* the vowel of qul-tu, ji'-tu; 0: the long vowel made short */
    bool final_waw;     /* aF is written with alif: da3a */
    bool passive_waw;   /* UF is uww: mad3uww; else iyy */
};

/* A noun, adjective or participle without its ending. */
struct stem {
    struct sound sound;
    struct sound_rules rules;
    bool feminine_ta; /* ends in ta marbuta, which `sound` leaves out */
    bool defective;   /* ends in -in, written without its ya where it is bare: muhamin */
    bool diptote;     /* takes no alif in the indefinite accusative */
};

/* Reads a cell: false when empty, too long or with anything but Arabic letters. Vowel signs are left out. */
bool letters_read(struct slice cell, struct letters *out);
bool letters_end(const struct letters *letters, enum letter last);

/* Appends; 'y' 'n' 't' 's' 'm' 'w' '\'' and 'T' (ta marbuta) stand for their letters. */
void sound_add(struct sound *sound, const char *text);
void sound_add_letter(struct sound *sound, unsigned char letter);
void sound_settle(struct sound *sound, const struct sound_rules *rules);
/* Whether the settled sound is written as `cell`; hamza on alif may lack in the cell. */
bool sound_spells(const struct sound *sound, const struct letters *cell);
/* The written form, folded, in `mem`: for messages. */
struct slice sound_copy(struct arena *mem, const struct sound *sound);

/* Spellings of one cell of a paradigm, equal ones joined. */
#define SPELLINGS_MOST 32
struct spelling_set {
    struct letters items[SPELLINGS_MOST];
    uint32_t features[SPELLINGS_MOST];
    uint32_t count;
};

/* Adds how the settled sound is written: at the end of the word where `features` have a state other than FEATURE_PRONOUN,
 * before a pronoun where they have that. */
void spelling_add(struct spelling_set *set, const struct sound *sound, uint32_t features);
/* Emits the set's forms and empties it. */
void spelling_emit(struct spelling_set *set, inflect_emit *emit, void *context);

/* In the functions below `features` hold part, gender, number and voice; states and cases are added. */

/* The stem of a noun as written. `defective`: it ends in -in, with or without a written ya. */
void stem_read(struct stem *stem, const struct letters *letters, bool defective);
void stem_singular(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context);
void stem_dual(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context);
void stem_plural_m(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context);
void stem_plural_f(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context);
/* All of an adjective or participle: both genders, three numbers, which are added to `features`. */
void stem_adjective(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context);
/* A noun with its plurals; `features`: the part. `mark` parts the plurals of the cell. */
bool stem_noun(struct arena *mem, const struct noun_entry *entry, uint32_t features, char mark, bool defective, inflect_emit *emit,
               void *context, struct slice *fault);

#endif
