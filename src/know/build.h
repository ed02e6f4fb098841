/*
 * build.h - what the parts of the codebook compiler share while an image is made. Used by know/ only.
 */
#ifndef KNOW_BUILD_H
#define KNOW_BUILD_H

#include "base/map.h"
#include "know/know.h"
#include "know/table.h"

enum table_kind {
    TABLE_VERBS,
    TABLE_NOUNS,
    TABLE_ADJECTIVES,
    TABLE_PARTICLES,
    TABLE_EVENTS,
    TABLE_OPERATORS,
    TABLE_COMPLEMENTS,
    TABLE_CONTENTS,
    TABLE_EXPRESSIONS,
    TABLE_BODIES,
    TABLE_PERSONS,
    TABLE_TITLES,
    TABLE_GIVEN,
    TABLE_FAMILIES,
    TABLE_PLACES,
    TABLE_TERMS,
    TABLE_PAGE,
    TABLE_WEIGHTS,
    TABLE_KIND_COUNT
};

struct table_list {
    struct table *items;
    uint32_t count, room;
};

struct build {
    struct arena *mem;
    struct fault_list *faults;
    struct image_writer image;
    struct table_list tables[TABLE_KIND_COUNT];
    /* Text pool; equal texts are stored once. */
    struct {
        char *items;
        uint32_t count, room;
    } text;
    struct map text_at;
    struct {
        struct text_ref *items;
        uint32_t count, room;
    } refs;
    struct {
        struct lemma *items;
        uint32_t count, room;
    } lemmas;
    struct {
        struct lemma_origin *items;
        uint32_t count, room;
    } lemma_origins;      /* one a lemma */
    struct map lemma_ids; /* "v:qatala", "n:madani", "p:prep.1", "a:suri" */
    struct {
        struct entity *items;
        uint32_t count, room;
    } entities;
    struct {
        struct official *items;
        uint32_t count, room;
    } officials;
    struct map entity_ids;
    struct {
        struct rule *items;
        uint32_t count, room;
    } rules;
    struct {
        struct text_ref *items;
        uint32_t count, room;
    } rule_files;
    struct text_ref prepositions[KNOW_PREPOSITIONS];
    uint32_t preposition_count;
    uint8_t usual_roles[KNOW_PREPOSITIONS];
};

struct text_ref build_text(struct build *build, struct slice text);
struct slice build_text_at(const struct build *build, struct text_ref ref);
/* The folded text. */
struct text_ref build_folded(struct build *build, struct slice text);
/* Adds the `|`-separated parts of a cell; the first index is returned, the number stored. */
uint32_t build_refs(struct build *build, struct slice cell, bool fold, uint16_t *count);
uint32_t build_rule(struct build *build, const struct table *table, uint32_t row);
void build_fault(struct build *build, const struct table *table, uint32_t row, const char *message, struct slice detail);
/* The position of `name` in a list of the ontology, or -1. */
int build_choice(struct slice name, const char *const *names, int count);
/* Preposition number of a cell as written; adds it when new and there is room. */
uint8_t build_preposition(struct build *build, struct slice text);
/* A key such as "v:qatala" in the builder's memory. */
struct slice build_key(struct build *build, char kind, struct slice id);

void build_lexicon(struct build *build);
void build_frames(struct build *build);
void build_entities(struct build *build);
void build_names(struct build *build);
void build_weights(struct build *build);

#endif
