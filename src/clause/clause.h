/*
 * clause.h - chunks to clauses: every predicate with its arguments, the predicate that governs it, and who is speaking.
 *
 * A clause is a predicate (finite verb, participle used as one, verbal noun, event noun) with the chunks that fill its functions. Its
 * governor is the predicate in whose content or arguments it stands, so that the path to the root says how it is told: «نفى أ أن يكون ب
 * قد أعدم أسرى» gives execution <- deny. The claim stage reads events, chain and status off these paths.
 */
#ifndef CLAUSE_CLAUSE_H
#define CLAUSE_CLAUSE_H

#include "name/chunk.h"

enum clause_form {
    CLAUSE_FINITE,
    CLAUSE_PARTICIPLE,
    CLAUSE_NOUN, /* verbal noun or event noun */
};

/* Which way a clause hangs on its governor. */
enum clause_relation {
    RELATION_ROOT,
    RELATION_CONTENT,  /* after anna, inna, or as an argument that names what is said, planned, refused … */
    RELATION_ARGUMENT, /* a noun that fills a function: «أسفر القصف عن مقتل …» */
    RELATION_RELATIVE, /* in a relative clause */
    RELATION_WHEN,     /* after bada, qabla, athna' */
    RELATION_CAUSE,    /* after jarra', bi-sabab */
    RELATION_PURPOSE,  /* li- with a verb, bi-hadaf */
    RELATION_QUOTE,    /* in a quotation after a colon */
    RELATION_WITHIN,   /* behind a reporter in its sentence: told by him, but not what he denies or asserts */
};

enum argument_function {
    FUNCTION_SUBJECT,
    FUNCTION_OBJECT,
    FUNCTION_COMPLEMENT, /* with a preposition */
    FUNCTION_GENITIVE,   /* the noun after a verbal noun */
};

/* Flags of an argument: how it was found. */
enum argument_origin {
    ORIGIN_SELF,       /* in the clause */
    ORIGIN_COORDINATE, /* joined by "and" */
    ORIGIN_ANTECEDENT, /* what the relative clause belongs to */
    ORIGIN_SHARED,     /* from a light verb, or the clause before */
    ORIGIN_DROPPED,    /* a dropped subject or a pronoun, resolved */
};

struct argument {
    uint32_t chunk;
    uint8_t function; /* enum argument_function */
    uint8_t preposition;
    uint8_t origin; /* enum argument_origin */
    bool owner;     /* the body that the chunk belongs to is meant (struct antecedent) */
};

struct argument_list {
    struct argument *items;
    uint32_t count, room;
};

#define CLAUSE_NONE UINT32_MAX

struct clause {
    uint32_t chunk; /* of the predicate */
    uint32_t sentence;
    uint32_t lemma;
    uint32_t end;      /* chunk after its last argument */
    uint8_t form;      /* enum clause_form */
    uint8_t relation;  /* enum clause_relation */
    uint32_t governor; /* clause, or CLAUSE_NONE */
    struct argument_list arguments;
    const struct frame *frame;    /* the event that it names, NULL if none */
    const struct frame *operator; /* what it does to its content, NULL if nothing */
    uint32_t joined;              /* verbal nouns: the one that "and" joins it to, CLAUSE_NONE */
    uint32_t antecedent;          /* relative clauses: chunk, else CLAUSE_NONE */
    uint32_t time;                /* chunk of its time expression, CLAUSE_NONE */
    uint32_t voice;               /* the voice that it stands in */
    bool has_content;             /* a content clause or quotation follows */
    uint8_t content_preposition;  /* … behind this preposition: «أشار إلى أن» */
    bool negated, future, conditional;
    bool passive;
    bool was; /* a present behind "kana": «كانت تخطط» */
};

struct clause_list {
    struct clause *items;
    uint32_t count, room;
};

/* Who is speaking: a report is a sequence of voices. */
#define VOICE_MOST_LINKS 4

struct voice_link {
    uint32_t chunk; /* the speaker's phrase */
    uint32_t verb;  /* chunk of the reporting verb or expression */
    bool is_denial;
};

struct voice {
    struct voice_link links[VOICE_MOST_LINKS]; /* nearest to the outlet first */
    uint32_t count;                            /* 0: the narrator */
    uint32_t sentence;                         /* where it began */
};

struct voice_list {
    struct voice *items;
    uint32_t count, room;
};

struct clause_set {
    struct clause_list clauses;
    struct voice_list voices;
    uint32_t *clause_at; /* chunk -> 1 + clause whose predicate it is */
};

/* Finds the clauses of a report. Sets referents' arguments by chunk; all inputs must outlive `out`. */
enum isnad_status clause_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                              const struct mention_set *mentions, struct clause_set *out, struct isnad_error *error);

/* The first argument of a function, CLAUSE_NONE if none. */
uint32_t clause_argument(const struct clause *clause, enum argument_function function);

/* «بشأن القصف», «حول مقتله», «أمام الحصار», «ضد الهجوم»: whether the preposition is one of what somebody faces or speaks of; the last three are the
 * numbers of «عن», «حول» and «أمام». */
static inline bool preposition_is_faced(const struct know *know, uint8_t preposition, uint8_t about, uint8_t around, uint8_t before)
{
    uint8_t usual = know->usual_roles[preposition];
    return preposition
           && (usual == ROLE_CONTENT || usual == ROLE_RECIPIENT || preposition == about || preposition == around || preposition == before);
}

#endif
