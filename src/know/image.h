/*
 * image.h - the compiled codebook: one block of bytes with sections, the same whether it was compiled at build time and
 * lies in the program, or was compiled at run time from a user's folder. Nothing in it is a pointer, so that opening it costs
 * nothing. Byte order is the machine's: an image is never moved between machines.
 */
#ifndef KNOW_IMAGE_H
#define KNOW_IMAGE_H

#include "base/arena.h"
#include "base/error.h"

enum image_section {
    IMAGE_TEXT, /* strings that the other sections point into */
    IMAGE_REFS, /* lists of strings */
    IMAGE_LEMMAS,
    IMAGE_LEMMA_ORIGINS,
    IMAGE_FORMS, /* folded form -> its readings */
    IMAGE_READINGS,
    IMAGE_ENTITIES,
    IMAGE_OFFICIALS,  /* entities that are a state or an arm of one */
    IMAGE_NAME_WORDS, /* folded word -> number in the name automaton */
    IMAGE_NAME_EDGES,
    IMAGE_NAME_FILTER, /* bits: which edges there may be */
    IMAGE_NAME_STATES,
    IMAGE_NAME_ENDS,
    IMAGE_FRAMES,
    IMAGE_NEEDS,
    IMAGE_PREPOSITIONS,
    IMAGE_USUAL_ROLES, /* of complements, by preposition */
    IMAGE_TERMS,       /* number and time words */
    IMAGE_TERM_VALUES,
    IMAGE_TERM_EXTRA,
    IMAGE_PAGE, /* page furniture */
    IMAGE_PAGE_EXTRA,
    IMAGE_WEIGHTS, /* type and sign -> weight */
    IMAGE_RULES,   /* where each fact stands: file and line, for explain */
    IMAGE_RULE_FILES,
    IMAGE_VERSION, /* SHA-256 of the codebook files, as text */
    IMAGE_SECTION_COUNT
};

struct image_writer {
    struct slice sections[IMAGE_SECTION_COUNT];
};

/* Puts the bytes (not copied until image_finish) as a section. */
void image_put(struct image_writer *writer, enum image_section section, const void *bytes, size_t size);
/* The whole image, in `mem`. */
struct slice image_finish(struct arena *mem, const struct image_writer *writer);
/* Checks the head of an image; ISNAD_INPUT when it is none of ours. */
enum isnad_status image_check(struct slice image, struct isnad_error *error);
/* The bytes of a section, aligned to 64 within the image; empty where it was never put. */
struct slice image_section(struct slice image, enum image_section section);

#endif
