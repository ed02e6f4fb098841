/*
 * inflect.h - all written forms of a word, from its line in the codebook's lexicon, by rule.
 *
 * The forms are folded (know/fold.h) and stand without proclitics (wa, fa, bi, la, ka, sa, al) and without joined pronouns;
 * where the spelling changes before a pronoun that spelling is a form of its own (features.h: FEATURE_PRONOUN).
 * A verb gives its finite forms in all persons but the second, imperatives, verbal nouns and both participles. The same
 * form may be emitted more than once. Cells are given as they stand in the file, unfolded; an absent cell is empty.
 *
 *     static void add(void *context, struct slice form, uint32_t features) { ... }
 *     struct slice fault;
 *     struct verb_entry verb = { lemma, root, form, present, masdars };
 *     if (!inflect_verb(mem, &verb, add, context, &fault))
 *         fault_add(mem, faults, file, line, "%.*s", (int)fault.len, fault.at);
 *
 * The vowels that writing hides (yaqtulu, yadribu) are found by trying: those are taken that give the `lemma` and the
 * `present` as written. So an entry whose lemma, root, form and present do not fit together is always found out.
 * An entry may give the passive where that alone is in use (tuwuffiya, yutawaffa): then only passive forms are made.
 * A faulty entry emits nothing, returns false and stores a message in `mem`.
 */
#ifndef KNOW_INFLECT_H
#define KNOW_INFLECT_H

#include "base/arena.h"
#include "know/features.h"

/* `form` lives only during the call. */
typedef void inflect_emit(void *context, struct slice form, uint32_t features);

/* The cells of a line of verbs*.tsv. Form: 1 to 10, q1, q2, and q4 for verbs like itma'anna. */
struct verb_entry {
    struct slice lemma, root, form, present, masdars;
};

/* The cells of a line of nouns*.tsv. */
struct noun_entry {
    struct slice lemma, gender, plural;
};

/* The cells of a line of adjectives*.tsv; `plural`: broken plurals of persons, beside the sound ones. */
struct adjective_entry {
    struct slice lemma, plural;
};

bool inflect_verb(struct arena *mem, const struct verb_entry *entry, inflect_emit *emit, void *context, struct slice *fault);
bool inflect_noun(struct arena *mem, const struct noun_entry *entry, inflect_emit *emit, void *context, struct slice *fault);
bool inflect_adjective(struct arena *mem, const struct adjective_entry *entry, inflect_emit *emit, void *context, struct slice *fault);

#endif
