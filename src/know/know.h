/*
 * know.h - the opened codebook: everything the stages look up, read in place from one image (image.h).
 *
 * Immutable; shared by threads. Texts are folded (fold.h) unless a comment says "as written". Indices into the arrays are stable
 * for the life of the image; KNOW_NONE stands for "no such thing".
 */
#ifndef KNOW_KNOW_H
#define KNOW_KNOW_H

#include "know/fault.h"
#include "know/filter.h"
#include "know/image.h"
#include "know/lexicon.h"
#include "know/term.h"
#include "ontology.h"

#define KNOW_NONE UINT32_MAX

/* Text in the image. */
struct text_ref {
    uint32_t at, len;
};

/* What a name stands for: a body, a place or a person (names/, places/). */
struct entity {
    struct text_ref id;     /* as written */
    struct text_ref name;   /* as written: the fullest name */
    struct text_ref office; /* persons: as written */
    uint32_t alias_first;   /* IMAGE_REFS: names, as written */
    uint32_t resume_first;  /* IMAGE_REFS: definite nouns that may stand for it, folded */
    uint16_t alias_count, resume_count;
    uint32_t of;    /* entity, or KNOW_NONE */
    uint32_t in;    /* places: container, or KNOW_NONE */
    uint32_t rule;  /* see know_rule() */
    float lat, lon; /* degrees; NaN when not known */
    char country[3];
    uint8_t kind;      /* enum entity_kind */
    uint8_t is_common; /* the name is also a common word */
    uint8_t is_known;  /* the name means this wherever it stands, though its word has other meanings */
};

/* An entity that a definite noun alone stands for in a report about its country: a state, army, government, police, capital. */
struct official {
    uint32_t entity;
    char country[4];
};

enum role {
    ROLE_NONE,
    ROLE_ACTOR,
    ROLE_RECIPIENT,
    ROLE_AT,
    ROLE_FROM,
    ROLE_TO,
    ROLE_CONTENT,
    ROLE_SELF,    /* counts only: the predicate itself is counted */
    ROLE_SUBJECT, /* counts only: the grammatical subject, whatever its role */
    ROLE_OBJECT,
};

enum frame_part {
    FRAME_VERB, /* all of a verb */
    FRAME_FINITE,
    FRAME_MASDAR,
    FRAME_NOUN,
    FRAME_ADJECTIVE, /* operators only: «هجوم محتمل» */
};

enum need_kind {
    NEED_OBJECT,       /* head noun of the object is one of `words` */
    NEED_OBJECT_CLASS, /* … is of one of `classes` */
    NEED_OBJECT_ADJECTIVE,
    NEED_SUBJECT,
    NEED_SUBJECT_CLASS,
    NEED_ADJECTIVE,        /* an adjective of the predicate noun is one of `words` */
    NEED_GENITIVE,         /* head noun of the following noun is one of `words` */
    NEED_PREPOSITION,      /* a complement with one of the prepositions `words`; anna and inna among them: a content clause */
    NEED_COMPLEMENT,       /* a complement with preposition `number` whose head noun is one of `words` */
    NEED_COMPLEMENT_CLASS, /* … is of one of `classes` */
    NEED_NO_OBJECT, /* nothing that is done to, nor a noun that follows: «تحقيق في الحادث», but «تحقيق العدالة» */
};

struct need {
    uint64_t signs;      /* bits 1 << know_sign() of its words: most other words are told from them by this alone */
    uint32_t word_first; /* IMAGE_REFS */
    uint32_t classes;    /* bits of enum noun_class */
    uint16_t word_count;
    uint8_t kind; /* enum need_kind */
    uint8_t number;
};

#define FRAME_COMPLEMENTS 8
#define FRAME_COUNTS 3

/* One line of frames/events*.tsv or reporting/operators*.tsv. */
struct frame {
    uint32_t lemma;
    uint32_t need_first;
    uint32_t rule;
    uint16_t points; /* of frames that fit, the one with most is taken: tens for its needs, one for its part */
    uint8_t need_count;
    uint8_t part; /* enum frame_part */
    uint8_t type; /* enum event_type; EVENT_NONE for an operator */
    uint8_t mode; /* enum event_mode */
    uint8_t operator_class;
    uint8_t subject, object,
        genitive; /* enum role; genitive: ROLE_ACTOR subject, ROLE_RECIPIENT object, ROLE_SELF both, ROLE_OBJECT both but mostly object */
    uint8_t complement_count, count_count;
    struct {
        uint8_t preposition, role;
    } complements[FRAME_COMPLEMENTS];
    struct {
        uint8_t role, counted;
    } counts[FRAME_COUNTS];
};

/* A number below 64 that stands for a folded word in a set of 64 bits. */
static inline uint8_t know_sign(struct slice text)
{
    return (uint8_t)(slice_hash_table(text) >> 58);
}

/* Whether an operator class adds a link to the chain. */
static inline bool operator_reports(uint8_t class)
{
    return class == OPERATOR_REPORT || class == OPERATOR_SUPPOSE || class == OPERATOR_DENY || class == OPERATOR_CLAIM
           || class == OPERATOR_ANNOUNCE;
}

enum lemma_part {
    LEMMA_VERB,
    LEMMA_NOUN,
    LEMMA_ADJECTIVE,
    LEMMA_PARTICLE,
};

/* Half a cache line, since nothing is read more often; where it stands in the files is apart. */
struct lemma {
    struct text_ref text; /* folded dictionary form */
    uint32_t classes;     /* bit 1 << enum noun_class */
    uint32_t body;        /* adjectives: entity, or KNOW_NONE */
    uint32_t frame_first; /* frames of this lemma, operators among them */
    uint32_t frame_count : 12;
    uint32_t operators : 20; /* bits 1 << enum operator_class of its frames, that of events left out */
    uint8_t predicates;      /* bits 1 << enum frame_part of its frames */
    bool is_intransitive;    /* it names events, and none of them has an object */
    uint8_t part;            /* enum lemma_part */
    uint8_t mode;            /* weapons: enum event_mode */
    uint8_t particle;        /* enum particle_class */
    uint8_t value;           /* particles: preposition number, or enum particle_value */
    uint8_t is_feminine;
};
_Static_assert(sizeof(struct lemma) == 32, "half a cache line");
_Static_assert(OPERATOR_COUNT <= 20, "a bit for each operator class");

/* What the dumps say of a lemma. */
struct lemma_origin {
    struct text_ref id; /* as written */
    uint32_t rule;
};

/* Whether the lemma has an operator of one of the classes, which are bits 1 << enum operator_class. */
static inline bool lemma_operates(const struct lemma *lemma, uint32_t classes)
{
    return (lemma->operators & classes) != 0;
}

#define OPERATORS_OF_SPEECH \
    (1u << OPERATOR_REPORT | 1u << OPERATOR_SUPPOSE | 1u << OPERATOR_DENY | 1u << OPERATOR_CLAIM | 1u << OPERATOR_ANNOUNCE)

/* The `value` column of particles that are no prepositions. */
enum particle_value {
    VALUE_NONE,
    VALUE_WITHOUT,
    VALUE_VERB,
    VALUE_FUTURE,
    VALUE_AFTER,
    VALUE_BEFORE,
    VALUE_MOMENT, /* «عندما»: what stands behind it happened at once with what stands before */
    VALUE_PURPOSE,
    VALUE_NARRATOR,
    VALUE_FACT,    /* «الأمر الذي», «مما»: all that stands before is the subject of the verb behind */
    VALUE_NOMINAL, /* «لأن»: a noun follows, and no verb in the past */
    VALUE_QAD,
    VALUE_ONE,
    VALUE_PART,
    VALUE_ADD,
    VALUE_TOPIC,      /* «أما … فـ»: the noun behind it is the subject of the verb with "fa" */
    VALUE_UNMANNED,   /* «بلا طيار» */
    VALUE_EXCEPT,     /* takes back a negation before it: «لم … سوى» */
    VALUE_POSSESSING, /* «ذو», «ذات»: with the noun behind it describes the noun before */
    VALUE_SIDE,       /* «بين … من جهة و… من جهة أخرى» */
    VALUE_FEMININE,   /* «التي»: the verb behind it whose subject it is has the feminine */
    VALUE_ADJECTIVE,  /* takes an adjective behind it: «بشكل كامل», «غير مسبوق» */
};

/* What ends at a state of the name automaton. */
enum name_end_kind {
    NAME_ENTITY,     /* value: entity */
    NAME_TITLE,      /* value: enum title_kind */
    NAME_GIVEN,      /* value: 0 sure, 1 also a common word */
    NAME_FAMILY,     /* the same */
    NAME_PARTICLE,   /* value: lemma */
    NAME_EXPRESSION, /* value: enum expression_kind */
};

enum title_kind { TITLE_OFFICE, TITLE_RANK, TITLE_HONORIFIC, TITLE_SPOKESMAN, TITLE_CORRESPONDENT, TITLE_SOURCE };
enum expression_kind { EXPRESSION_SOURCE, EXPRESSION_BACK, EXPRESSION_CHANNEL, EXPRESSION_HEDGE };

struct name_end {
    uint32_t value;
    uint32_t rule;
    uint8_t kind;    /* enum name_end_kind */
    char clitic;     /* 'b' or 'l': the next word must carry this proclitic; 0: none */
    uint8_t is_last; /* last of this state */
};

struct name_edge {
    uint32_t state, word, next; /* next 0: free slot */
};

struct name_state {
    uint32_t end_first; /* into name_ends, or KNOW_NONE */
};

/* A word's fact in the codebook: where it stands. */
struct rule {
    uint32_t file; /* into IMAGE_RULE_FILES refs */
    uint32_t line;
};

/* Prepositions that are single letters have fixed numbers, and so has the noun after an idiom's noun ("gen" in frames); the others
 * follow in the order in which the files name them. */
enum preposition { PREP_NONE, PREP_B, PREP_L, PREP_K, PREP_GENITIVE, PREP_FIRST_FREE };

#define KNOW_PREPOSITIONS 128

struct know {
    struct slice image;
    const char *text;
    const struct text_ref *refs;
    const struct lemma *lemmas;
    const struct lemma_origin *lemma_origins;
    const struct form_reading *form_readings;
    struct slice forms;
    const struct entity *entities;
    uint32_t entity_count, lemma_count, frame_count;
    const struct official *officials; /* by country, then in the order of the entities */
    uint32_t official_count;
    const struct frame *frames;
    const struct need *needs;
    struct slice name_words;
    const struct name_edge *name_edges;
    uint32_t name_edge_mask;
    const uint64_t *name_filter; /* of name_edges (filter.h) */
    const struct name_state *name_states;
    const struct name_end *name_ends;
    const struct rule *rules;
    const struct text_ref *rule_files;
    const struct text_ref *prepositions; /* KNOW_PREPOSITIONS of them */
    uint8_t preposition_at[256];         /* by the text's hash, for know_preposition(): at most half are taken */
    const uint8_t *usual_roles;          /* preposition -> enum role, where a frame says nothing */
    struct term_table terms;
    struct slice page;
    const int32_t *weights; /* EVENT_COUNT times SIGN_COUNT */
    struct slice version;
};

/* One codebook file: `path` relative to the folder ("lexicon/verbs.tsv"). */
struct codebook_file {
    struct slice path, bytes;
};

struct codebook_file_list {
    struct codebook_file *items;
    uint32_t count, room;
};

/* Compiles files into an image in `mem`. A later row replaces an earlier one with the same kind and id. Faults are gathered; the image
 * holds everything that was right. */
enum isnad_status know_compile(struct arena *mem, const struct codebook_file_list *files, struct slice *image, struct fault_list *faults);
/* Points `know` into the image, which must outlive it. */
enum isnad_status know_open(struct slice image, struct know *know, struct isnad_error *error);

/* Whether the lemma (NULL: none) has a frame of one of the types (bits 1 << enum event_type) and of the mode (MODE_NONE: any). */
bool lemma_tells(const struct know *know, const struct lemma *lemma, uint32_t types, uint8_t mode);
/* Whether those whom the event befalls are counted as killed, injured, captured or released: it befalls people. Of the frames of a
 * lemma only those count that need nothing beside it. */
bool frame_befalls_people(const struct frame *frame);
bool lemma_befalls_people(const struct know *know, const struct lemma *lemma);

/* A city, town or village. */
static inline bool kind_is_settlement(int kind)
{
    return kind == KIND_CITY || kind == KIND_TOWN || kind == KIND_VILLAGE;
}

/* A body that bears arms. */
static inline bool kind_is_armed(int kind)
{
    return kind == KIND_ARMY || kind == KIND_POLICE || kind == KIND_SECURITY || kind == KIND_GROUP || kind == KIND_COALITION;
}

/* The same, or a state, whose forces act in its name. */
static inline bool kind_has_force(int kind)
{
    return kind_is_armed(kind) || kind == KIND_STATE || kind == KIND_GOVERNMENT;
}

static inline struct slice know_text(const struct know *know, struct text_ref ref)
{
    return slice_make(know->text + ref.at, ref.len);
}

/* The officials of a country (two letters) and how many they are; they belong to `know`. */
const struct official *know_officials(const struct know *know, const char *country, uint32_t *count);

/* Whether the entity is among the officials of its own country: the government, the army, of cities the capital. */
bool know_is_official(const struct know *know, uint32_t entity);
/* "lexicon/verbs_force.tsv" and the line of a rule. */
struct slice know_rule(const struct know *know, uint32_t rule, uint32_t *line);
/* What each sign adds for a type of event, SIGN_COUNT weights; NULL where claims of the type are not weighed. */
static inline const int32_t *know_weights(const struct know *know, uint8_t type)
{
    const int32_t *weights = know->weights + (size_t)type * SIGN_COUNT;
    return weights[SIGN_NONE] ? weights : NULL;
}

/* The number of a preposition by its folded text, PREP_NONE if none. */
uint8_t know_preposition(const struct know *know, struct slice text);

/* Whether the preposition is one of `count` written ones (folded); PREP_NONE is none of them. */
bool preposition_among(const struct know *know, uint8_t preposition, const char *const *written, size_t count);
/* Whether the refs from `first` on hold `text`. */
bool know_has_ref(const struct know *know, uint32_t first, uint32_t count, struct slice text);
/* Where the edge stands in name_edges, modulo its room. */
static inline uint32_t name_edge_hash(uint32_t state, uint32_t word)
{
    return state * 0x9E3779B1u ^ word * 0x85EBCA77u;
}

/* ... for name_filter. */
static inline uint64_t name_edge_spread(uint32_t hash)
{
    uint64_t spread = hash * UINT64_C(0x9E3779B97F4A7C15);
    return spread ^ spread >> 32;
}

/* One step of the name automaton: the state after `word` (a number of name_words), 0 if none. The start state is 1. */
uint32_t know_name_step(const struct know *know, uint32_t state, uint32_t word);

#endif
