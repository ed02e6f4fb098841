/*
 * content.c - where what a predicate says begins: behind "anna", a colon or in a quotation.
 */
#include "clause/content.h"

void content_open(const struct parser *p, struct clause *clause, uint32_t at)
{
    clause->has_content = true;
    clause->content_preposition = p->chunks[at].kind == CHUNK_SUB ? p->chunks[at].preposition : PREP_NONE;
    if (p->chunks[at].clitics & CLITIC_BA)
        clause->content_preposition = PREP_B;
}

bool content_lemma_reports(const struct know *know, uint32_t lemma)
{
    return lemma != KNOW_NONE && lemma_operates(&know->lemmas[lemma], OPERATORS_OF_SPEECH);
}

/* «أعلنت "السرايا" استهداف دبابة»: a straight mark that stands right behind a word, with a space behind it, closes. */
static bool mark_closes(const struct parser *p, uint32_t at)
{
    uint32_t word = p->chunks[at].first;
    const struct word *words = p->words->items;
    return p->chunks[at].mark == '"' && word > 0 && word + 1 < p->words->count && words[word - 1].end == words[word].start
           && words[word + 1].start > words[word].end;
}

#define TERM_CHUNKS 3u /* of a quotation that is a term: «"كذب وخداع"» */

/* «وأضاف "قتل الجنود …"»: a quotation behind a verb of saying that holds a predicate, or that the sentence does not close, is what is said; any
 * other is a name. */
bool content_quotation(const struct parser *p, const struct clause *clause, uint32_t at)
{
    char open = p->chunks[at].mark, close = open == '<' ? '>' : open;
    const struct reading *verb = p->chunks[clause->chunk].reading;
    if ((open != '<' && open != '"') || !content_lemma_reports(p->know, clause->lemma) || (verb && verb->pronoun) || mark_closes(p, at))
        return false;
    if (at + 1 < p->end && p->chunks[at + 1].kind == CHUNK_NOUN && p->chunks[at + 1].name_end > p->chunks[at + 1].name_first)
        return false; /* its closing mark may stand inside the chunk */
    bool tells = false;
    for (uint32_t i = at + 1; i < p->end; i++) {
        const struct chunk *chunk = &p->chunks[i];
        if (chunk->kind == CHUNK_MARK && chunk->mark == close)
            return tells && i > at + TERM_CHUNKS;
        if (chunk->kind == CHUNK_SUB || chunk->kind == CHUNK_VERB)
            return true;
        tells |= p->out->clause_at[i] != 0;
    }
    return tells;
}
