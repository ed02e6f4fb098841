/*
 * chunk.h - a report as a line of chunks: noun phrases with what they stand for, verbs, and the small words between them.
 *
 * The clause stage sees chunks only. A noun phrase never reaches past a noun that names an event, so that the arguments of
 * such a noun are chunks of their own.
 */
#ifndef NAME_CHUNK_H
#define NAME_CHUNK_H

#include "name/number.h"
#include "name/time.h"
#include "word/word.h"

enum chunk_kind {
    CHUNK_NOUN, /* a noun phrase */
    CHUNK_VERB, /* a finite verb */
    CHUNK_TIME, /* a time expression */
    CHUNK_SUB,  /* opens a content clause */
    CHUNK_LINK, /* opens another clause */
    CHUNK_REL,  /* a relative pronoun */
    CHUNK_WHEN, /* bada, qabla … before a verbal noun */
    CHUNK_BECAUSE,
    CHUNK_NEGATE,
    CHUNK_FUTURE,
    CHUNK_CONDITION,
    CHUNK_BE,
    CHUNK_CONJ,
    CHUNK_ADVERB,
    CHUNK_EXPRESSION, /* a fixed reporting expression */
    CHUNK_QAD,
    CHUNK_MARK, /* punctuation */
    CHUNK_OTHER,
};

/* What a noun phrase stands for. */
enum phrase_kind {
    PHRASE_THING,
    PHRASE_PERSON,
    PHRASE_BODY,
    PHRASE_GROUP, /* people described by a noun: "11 civilians" */
    PHRASE_PLACE,
    PHRASE_EVENT, /* a noun or verbal noun with frames */
    PHRASE_PRONOUN,
    PHRASE_NUMBER, /* a number alone */
};

/* What a pronoun or a dropped subject stands for. */
struct antecedent {
    uint32_t chunk; /* KNOW_NONE: nobody known */
    bool owner;     /* the body that this phrase belongs to is meant, not the phrase */
};

struct chunk {
    uint8_t kind;        /* enum chunk_kind */
    uint8_t phrase;      /* enum phrase_kind */
    uint8_t preposition; /* noun phrases and CHUNK_SUB: number of the preposition before it, PREP_NONE if none */
    uint8_t clitics;     /* proclitics of its first word */
    uint8_t title;       /* 1 + enum title_kind when it opens with a title, else 0 */
    uint8_t mode;        /* weapon or manner named in it: enum event_mode */
    uint8_t value;       /* particles: enum particle_value; expressions: enum expression_kind */
    char mark;           /* CHUNK_MARK */
    bool definite, plural, dual, feminine, quoted, demonstrative, one_of, partitive;
    bool after_comma;
    bool closed;                   /* its head takes no genitive: nunation, a dual's or plural's nun, an adjective behind it */
    bool genitive;                 /* stands in the construct state behind the chunk before: «سراح | 11 مدنيا» */
    uint32_t first, end;           /* words */
    uint8_t front;                 /* folded bytes of proclitics on its first word that are no part of it */
    bool lost_article;             /* its article is hidden in "lil-" */
    uint32_t head;                 /* word of the head noun or verb */
    const struct reading *reading; /* of the head word; NULL for names and marks */
    uint32_t lemma;                /* of the head, KNOW_NONE for names */
    uint32_t classes;              /* of the head: bits of enum noun_class */
    uint32_t entity;               /* codebook entity that it names, KNOW_NONE */
    uint32_t choices;              /* name_ends: all that the name can be, KNOW_NONE */
    bool typed;                    /* a type word stands before the name: «حاجز العروبة» */
    uint32_t of;                   /* codebook entity inside it that it belongs to, KNOW_NONE */
    bool of_next; /* … whose name stands right behind the head: «جنود الاحتلال», but «قوات الأمن التركية» */
    uint32_t inner;                  /* another name inside it: place or body, KNOW_NONE */
    uint32_t inner_choices;          /* name_ends: all that the inner name can be, KNOW_NONE */
    uint32_t inner_first, inner_end; /* words of the inner name */
    uint32_t number;                 /* index of its number, KNOW_NONE */
    uint32_t time;                   /* CHUNK_TIME: index */
    uint32_t referent;               /* what it stands for in this report (refer.h), KNOW_NONE */
    uint32_t of_referent;            /* … that it belongs to */
    struct antecedent stands_for;    /* of a pronoun, alone or joined to it, or of "the two sides" */
    struct antecedent and_for;       /* … the other of two */
    uint32_t name_first, name_end;   /* words of the name proper inside it */
    uint32_t sentence;
    uint32_t rule; /* of the name, for explain */
};

struct chunk_list {
    struct chunk *items;
    uint32_t count, room;
};

/* What the name stage found in a report. */
struct mention_set {
    struct number_list numbers;
    struct time_list times;
    struct chunk_list chunks;
};

#endif
