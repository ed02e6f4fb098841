#include "clause/clause.h"

#include "clause/parser.h"
#include "clause/voices.h"

enum isnad_status clause_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                              const struct mention_set *mentions, struct clause_set *out, struct isnad_error *error)
{
    (void)error;
    struct parser *p = arena_new(mem, struct parser);
    struct speaking *speaking = arena_new(mem, struct speaking);
    const struct chunk_list *chunks = &mentions->chunks;
    *p = (struct parser){
        .mem = mem, .know = know, .text = text, .words = words, .mentions = mentions, .chunks = chunks->items, .out = out
    };
    p->in = know_preposition(know, slice_of("\xd9\x81\xd9\x8a"));
    p->about = know_preposition(know, slice_of("\xd8\xb9\xd9\x86"));
    p->with = know_preposition(know, slice_of("\xd9\x85\xd8\xb9"));
    p->on = know_preposition(know, slice_of("\xd8\xb9\xd9\x84\xd9\x8a"));
    p->around = know_preposition(know, slice_of("\xd8\xad\xd9\x88\xd9\x84"));
    p->before = know_preposition(know, slice_of("\xd8\xa7\xd9\x85\xd8\xa7\xd9\x85"));
    p->during = know_preposition(know, slice_of("\xd8\xae\xd9\x84\xd8\xa7\xd9\x84"));
    out->clause_at = arena_array(mem, uint32_t, chunks->count + 1);
    p->taken = arena_array(mem, uint32_t, chunks->count + 1);
    list_reserve(mem, &out->clauses, chunks->count / 4 + 8); /* a fourth of the chunks are predicates */
    speaking_start(speaking, p);
    for (p->first = 0; p->first < chunks->count; p->first = p->end) {
        uint32_t sentence = chunks->items[p->first].sentence;
        for (p->end = p->first + 1; p->end < chunks->count && chunks->items[p->end].sentence == sentence;)
            p->end++;
        parse_predicates(p);
        parse_arguments(p);
        parse_frames(p);
        parse_governors(p);
        parse_subjects(p);
        parse_pronouns(p);
        parse_control(p);
        speaking_sentence(speaking, sentence);
    }
    return ISNAD_OK;
}
