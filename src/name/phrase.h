/*
 * phrase.h - a noun phrase while it is read: phrase.c reads quantity and head, phrase_parts.c what belongs to the head, with phrase_agreement.c and
 * phrase_genitive.c. Used by name/ only.
 */
#ifndef NAME_PHRASE_H
#define NAME_PHRASE_H

#include "name/chunker.h"

#define PHRASE_MOST_WORDS 14u
#define CLASS(name) (1u << CLASS_##name)
#define CLASS_PERSONS (CLASS(PEOPLE) | CLASS(FIGHTER) | CLASS(VICTIM) | CLASS(WOUNDED) | CLASS(CAPTIVE) | CLASS(DISPLACED))
#define CLASS_BODIES (CLASS(BODY) | CLASS(FORCE) | CLASS(STATE) | CLASS(OUTLET))
#define PROCLITICS (CLITIC_WA | CLITIC_FA | CLITIC_BA | CLITIC_LA | CLITIC_KA)

struct phrase {
    struct chunker *c;
    struct chunk *chunk;
    uint32_t at;   /* next word */
    bool open;     /* the last noun may take a genitive */
    bool definite; /* the last noun is definite */
    bool is_name;  /* the head is a name */
};

/* What stands before the phrase in its first word. */
struct phrase_front {
    uint8_t clitics, front;
    bool lost_article;
};

struct phrase_front phrase_front_of(const struct chunker *c, uint32_t at);
/* The word behind a name that reaches from `first` to `next`, past a quotation mark or bracket that closes one inside it («قوات «البنيان المرصوص»»). */
uint32_t phrase_close(const struct chunker *c, uint32_t first, uint32_t next);
/* Takes what follows the head as long as it belongs to it. */
void phrase_modifiers(struct phrase *p);
/* «خمسة من المدنيين»: whose people they are; false when nothing was taken. */
bool phrase_members(struct phrase *p);
/* «مجموعة من الفتية والأطفال»: takes a second noun of the classes behind "and". */
void phrase_joined(struct phrase *p, uint32_t classes);
/* «دورية للشرطة», «مدرسة تابعة لـ«الأونروا»»: whose it is, behind "of"; false when nothing was taken. */
bool phrase_belongs(struct phrase *p);
/* phrase_adjectives.c: a further adjective behind "and" («وفد سياسي واقتصادي»), one that the lexicon lacks, one with its negation («غير مسبوق»); false when
 * nothing was taken. */
bool phrase_further(struct phrase *p);
/* «المقاتلين ذوي الخبرة», «المدينة ذات الأسوار»: what the head has. */
bool phrase_possessing(struct phrase *p);
bool phrase_unknown_adjective(struct phrase *p);
bool phrase_unlike(struct phrase *p);
/* place_list.c: whether further places can follow the phrase («بلدتي شقرا وطبريخا»), and a further one; `at` when there is none. */
bool place_list_opens(struct chunker *c, const struct chunk *chunk);
uint32_t place_list_read(struct chunker *c, uint32_t at);
/* «من نوع», «من طراز»: what follows may name a make. */
bool preposition_is_of_model(const struct know *know, uint8_t preposition);
/* «شارع 10»: takes the number that names a street. */
bool phrase_street_number(struct phrase *p);
/* The head is a name of the codebook; `choices`: all that it can be. */
void phrase_take_entity(struct phrase *p, const struct name_end *end, uint32_t choices, uint32_t first, uint32_t next);
/* phrase_agreement.c: adjectives; they bring the state («القوات الروسية») and the manner («قصف مدفعي»); false when nothing was taken. */
bool phrase_adjective(struct phrase *p);
/* Written with the alif of the indefinite accusative: it can be no genitive, and describes nothing but another accusative. */
bool reading_is_accusative(const struct reading *r);
/* phrase_genitive.c: takes a genitive; false when there is none. */
bool phrase_genitive(struct phrase *p);
/* Whether a name can stand behind what the phrase is of. */
bool phrase_takes_names(const struct chunk *chunk);
/* Whether the noun at word `at` can have the adjective. */
bool phrase_word_takes(const struct phrase *p, uint32_t at, const struct reading *adjective);
/* A name inside a phrase: what the phrase belongs to. */
void phrase_note_inner(struct phrase *p, uint32_t entity, uint32_t choices, uint32_t first, uint32_t next);

static inline bool phrase_full(const struct phrase *p)
{
    return p->at >= p->c->end || p->at - p->chunk->first >= PHRASE_MOST_WORDS || p->c->time_at[p->at];
}

static inline bool word_is_mark(const struct chunker *c, uint32_t at, char mark)
{
    return at < c->end && chunker_word(c, at)->kind == WORD_MARK && chunker_word(c, at)->mark == mark;
}

static inline bool word_opens_quote(const struct chunker *c, uint32_t at)
{
    return word_is_mark(c, at, '<') || word_is_mark(c, at, '"') || word_is_mark(c, at, '(');
}

static inline bool word_has_article(const struct word *word)
{
    return slice_starts(word->fold, slice_of("\xd8\xa7\xd9\x84")) && word->fold.len > 8;
}

#endif
