/*
 * office.c - «رئيس لجنة الأشغال والنقل محمد قباني»: an office, the body that it is of, and who holds it are one phrase.
 */
#include "name/chunker.h"

#define OFFICE_MOST_CHUNKS 8u

/* «رئيس», «مدير»: a title that stands in the construct state before the body that it is of. */
static bool is_open_title(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_PERSON && chunk->title == 1 + TITLE_OFFICE && !chunk->definite
           && !chunk->plural && !chunk->dual && chunk->end - chunk->first == 1 && chunk->name_end == chunk->name_first
           && chunk->number == KNOW_NONE && chunk->of == KNOW_NONE && chunk->entity == KNOW_NONE;
}

static bool is_holder(const struct chunk *chunk)
{
    return chunk->kind == CHUNK_NOUN && chunk->phrase == PHRASE_PERSON && chunk->name_end > chunk->name_first && !chunk->preposition
           && !chunk->plural && (!chunk->title || chunk->title == 1 + TITLE_HONORIFIC);
}

/* «رئيس | لجنة أهالي الأسرى» */
static bool is_of(const struct chunk *office, const struct chunk *body)
{
    return body->kind == CHUNK_NOUN && body->first == office->end && !body->preposition && body->definite && !body->title
           && body->phrase == PHRASE_BODY && body->entity == KNOW_NONE;
}

/* The chunk that names who holds the office that opens at `at`; `at` itself where none follows. */
static uint32_t holder_of(const struct chunk_list *chunks, uint32_t at)
{
    for (uint32_t i = at + 1; i < chunks->count && i <= at + OFFICE_MOST_CHUNKS; i++) {
        const struct chunk *chunk = &chunks->items[i], *before = chunk - 1;
        if (chunk->first != before->end)
            return at;
        if (i > at + 1 && is_holder(chunk) && before->kind == CHUNK_NOUN)
            return i;
        bool of = chunk->kind == CHUNK_NOUN && !chunk->preposition && chunk->definite && !chunk->title && chunk->phrase != PHRASE_PRONOUN;
        if (!of && !(chunk->kind == CHUNK_CONJ && i > at + 1))
            return at;
    }
    return at;
}

/* What the office is of, joined to it: «عضو | لجنة الأمن | و| الدفاع»; returns the last chunk of it. */
static uint32_t take_body(struct chunk *office, const struct chunk_list *chunks, uint32_t at)
{
    const struct chunk *body = &chunks->items[at + 1], *joined = at + 3 < chunks->count ? body + 2 : body;
    uint32_t last = at + 1;
    if (joined > body && body[1].kind == CHUNK_CONJ && joined->kind == CHUNK_NOUN && joined->first == body[1].end && joined->definite
        && !joined->preposition && !joined->title && joined->end - joined->first == 1 && joined->phrase != PHRASE_PERSON)
        last = at + 3;
    office->end = chunks->items[last].end;
    office->definite = true;
    return last;
}

void office_join(const struct chunker *c, uint32_t first)
{
    struct chunk_list *chunks = &c->out->chunks;
    uint32_t kept = first;
    for (uint32_t i = first; i < chunks->count; i++) {
        struct chunk *office = &chunks->items[kept++];
        *office = chunks->items[i];
        const struct chunk *next = i + 1 < chunks->count ? &chunks->items[i + 1] : office;
        if (!is_open_title(office))
            continue;
        uint32_t holder = holder_of(chunks, i);
        if (holder > i) {
            const struct chunk *name = &chunks->items[holder];
            office->name_first = name->name_first;
            office->name_end = name->name_end;
            office->entity = name->entity;
            office->choices = name->choices;
            office->end = name->end;
            office->definite = true;
            i = holder;
        } else if (next != office && is_of(office, next)) {
            i = take_body(office, chunks, i);
        }
    }
    chunks->count = kept;
}
