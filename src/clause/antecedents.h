/*
 * antecedents.h - what pronouns and dropped subjects stand for. Used by clause/ only.
 */
#ifndef CLAUSE_ANTECEDENTS_H
#define CLAUSE_ANTECEDENTS_H

#include "clause/parser.h"

enum antecedent_form { FORM_NONE, FORM_HE = 1, FORM_SHE = 2, FORM_THEY = 4, FORM_TWO = 8 };

enum { SEEK_SOMEBODY = 1, SEEK_PLACE = 2, SEEK_PEOPLE = 4 /* persons before bodies */ };

enum { LEAST_POINTS = 50, LEAST_POINTS_SUBJECT = 60 /* of another sentence only what was its subject */ };

struct sought {
    enum antecedent_form form;
    unsigned kinds;                /* SEEK_… */
    uint32_t other_than;           /* chunk that it cannot be, CLAUSE_NONE */
    const struct clause *parallel; /* whose subject is meant if nothing speaks against it, NULL */
    const struct clause *reporter; /* whose subject may speak of himself, NULL */
    const struct clause *teller;   /* whose subject tells it, and does not do it, NULL */
    const struct clause *again;    /* what this verb or its noun was done to before is meant, NULL */
    bool here;                     /* it must stand in the same sentence */
    int least;                     /* points that it must have: LEAST_… */
    bool speakers;                 /* it is said, not done: speakers are as good as others */
};

/* What a pronoun at chunk `at` stands for. */
struct antecedent antecedent_find(const struct parser *p, uint32_t at, const struct sought *sought);

/* Whether the chunk, or else its `owner`, is somebody whom a pronoun of the form can stand for. */
bool antecedent_fits(const struct parser *p, uint32_t at, enum antecedent_form form, bool *owner);

/* The two that «الطرفان» or «بينهما» at chunk `at` stand for. */
void sides_resolve(const struct parser *p, uint32_t at);

#endif
