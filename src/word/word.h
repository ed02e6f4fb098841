/*
 * word.h - the words of a report: tokens with their place in the text and their possible readings.
 */
#ifndef WORD_WORD_H
#define WORD_WORD_H

#include "base/list.h"
#include "know/know.h"
#include "text/text.h"

enum word_kind {
    WORD_ARABIC, /* Arabic letters */
    WORD_LATIN,  /* other letters */
    WORD_NUMBER, /* digits, with decimal point or thousands marks inside: "1,700" "3.5" */
    WORD_MARK,   /* one punctuation mark or symbol */
    WORD_BREAK,  /* a line end */
};

/* The last letter as written, where folding hides it. */
enum word_ending { ENDING_OTHER, ENDING_YA, ENDING_MAQSURA };

struct word {
    struct slice fold;   /* folded form; for WORD_NUMBER ASCII digits and marks */
    uint32_t start, end; /* bytes of the document's text */
    uint8_t kind;        /* enum word_kind */
    char
        mark; /* WORD_MARK: one of . , ; : ? ! " < > ( ) [ ] - / % + * ' $ & = | and ~ for any other; < opens and > closes a quotation, " may do either */
    bool spaced;    /* white space stands before it */
    bool nunation;  /* a vowel sign of the indefinite noun ends it: «دعماً» */
    bool hamza;     /* it begins with alif and hamza: «ألحق» has no article */
    uint8_t damma;  /* 1 + letters before the first letter with the sign of u, 0 if none: «وقُتل» has 2 */
    uint8_t shadda; /* 1 + letters before the first letter with the sign of doubling, 0 if none: «بيّن» has 2 */
    uint8_t ending; /* enum word_ending */
    uint8_t reading_count;
    uint32_t sentence;              /* which sentence it belongs to */
    uint8_t key_count;              /* of `keys` */
    uint8_t signs;                  /* enum form_sign, or-ed */
    const struct reading *readings; /* best first; none for other than Arabic words */
    const struct name_key *keys;    /* how the word can go into the name automaton */
    struct term_form term;          /* what it is among the words of numbers and times */
};

/* What a written form is, wherever it stands, as far as its neighbours ask. */
enum form_sign {
    FORM_PARTICLE = 1,       /* it may be a particle */
    FORM_DUAL = 2,           /* … a dual */
    FORM_BARE_ADJECTIVE = 4, /* a relative adjective without article */
    FORM_RELATIVE = 8,       /* «الذي», «التي» */
    FORM_SELF = 16,          /* «نفسه», «أنفسهم», «نفسيهما» */
    FORM_DEFINITE = 32,      /* definite without article: the name of a state, which is no common word; "Allah" */
    FORM_TWO_SENSES = 64,    /* an event and a weapon: «مسيرة» */
    FORM_DEED = 128,         /* it may be a deed: «إطلاق», «العدوان» */
};

/* A number of the name automaton for the word without `front` bytes of proclitics. */
struct name_key {
    uint32_t word;
    uint32_t state; /* after this word as a name's first, 0 if no name begins with it */
    uint8_t front, clitics;
};

struct word_list {
    struct word *items;
    uint32_t count, room;
    bool keeps_ya; /* the report writes ya and alif maqsura apart at the ends of words: some end in the one, some in the other */
};

struct word_memory; /* what a session remembers of written forms, from report to report */

enum isnad_status word_memory_open(struct word_memory **memory, struct isnad_error *error);
void word_memory_close(struct word_memory *memory);

/* The signs of a form with its readings and keys; sets what the readings have by themselves (prior.c). */
uint8_t word_weigh(const struct know *know, struct slice fold, struct reading *readings, uint32_t reading_count,
                   const struct name_key *keys, uint32_t key_count);

/* Splits the sentences into words, looks each up, and sorts its readings by what fits the context. Sentences get their word ranges. */
enum isnad_status word_find(struct arena *mem, const struct know *know, struct word_memory *memory, struct text *text,
                            struct word_list *out, struct isnad_error *error);

/* The single steps, for tests. */
void word_split(struct arena *mem, struct text *text, struct word_list *out);
void word_look_up(const struct know *know, struct word_memory *memory, struct word *word);
/* Cuts words that the page glued together; sentences get their word ranges anew. */
void word_unglue(struct arena *mem, const struct know *know, struct word_memory *memory, struct text *text, struct word_list *words);
void word_choose(const struct know *know, struct arena *mem, struct word_list *words, uint32_t first, uint32_t end);

/* Once a sentence is chosen: which of two senses a word has (senses.c). */
void word_senses(const struct know *know, struct arena *mem, struct word_list *words, uint32_t first, uint32_t end);

static inline const struct reading *word_reading(const struct word *word)
{
    return word->reading_count ? &word->readings[0] : NULL;
}

/* Whether it ends as the sound masculine plural does: in -un or -in. */
static inline bool word_ends_sound(const struct word *word)
{
    return slice_ends(word->fold, slice_of("\xd9\x88\xd9\x86")) || slice_ends(word->fold, slice_of("\xd9\x8a\xd9\x86"));
}

/* The class of a mark that word->mark has: ',' ';' '?' '<' '>' ... for an Arabic or typographic one, '~' for what has no class. */
char word_mark_class(uint32_t code_point);

#endif
