/*
 * content.h - where what a predicate says begins. Used by clause/ only.
 */
#ifndef CLAUSE_CONTENT_H
#define CLAUSE_CONTENT_H

#include "clause/parser.h"

/* Whether one of the lemma's operators adds a link to the chain. */
bool content_lemma_reports(const struct know *know, uint32_t lemma);
/* Whether the mark at chunk `at` opens a quotation of the clause's words. */
bool content_quotation(const struct parser *p, const struct clause *clause, uint32_t at);
/* Notes that the clause's content opens at chunk `at`. */
void content_open(const struct parser *p, struct clause *clause, uint32_t at);

#endif
