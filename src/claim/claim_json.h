/*
 * claim_json.h - claims and mentions as JSON, after the output contract (docs/claims.schema.json). One line each, without the line end.
 *
 *     struct json_writer json = { .out = { .mem = mem } };
 *     claim_json_write(&json, &report.document, &report.claims.items[0]);
 *
 * Offsets are bytes of the input (document_origin()); texts are the reader's UTF-8. Where the input was UTF-8 text, or the text field
 * of a JSON object, input[start:end] is the text; in pages markup and character references may stand between.
 */
#ifndef CLAIM_CLAIM_JSON_H
#define CLAIM_CLAIM_JSON_H

#include "base/json_write.h"
#include "claim/claim.h"

/* One claim, as `isnad read --json` prints it. */
void claim_json_write(struct json_writer *json, const struct document *document, const struct claim *claim);
/* The same in `mem`, with a NUL behind it. */
struct slice claim_json(struct arena *mem, const struct document *document, const struct claim *claim);

enum mention_kind { MENTION_PERSON, MENTION_BODY, MENTION_PLACE, MENTION_GROUP, MENTION_NUMBER, MENTION_TIME };

/* Something that is named in a report: a name, a group of people described by a noun, a number, a time. */
struct mention {
    uint8_t kind;        /* enum mention_kind */
    uint32_t start, end; /* bytes of the document's text, without proclitics before a name */
    uint32_t chunk;      /* names and groups: the noun phrase that it stands in, else KNOW_NONE */
    uint32_t number, time;
    uint32_t entity;   /* what the codebook knows by this name, KNOW_NONE */
    uint32_t referent; /* who in this report, KNOW_NONE */
};

struct mention_list {
    struct mention *items;
    uint32_t count, room;
};

/* The mentions of a report in the order of the text, a longer one before those inside it. Names inside a noun phrase are mentions of their own;
 * a person's is the name without titles; a body that the codebook does not know goes by the noun that opens its name and what describes it
 * («المحكمة العليا»); numbers inside times are left out, except how long something lasts, and ordinals. */
void mention_list_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                       const struct mention_set *mentions, struct mention_list *out);

/* One mention, as `isnad mentions --json` prints it. */
void mention_json_write(struct json_writer *json, const struct know *know, const struct text *text, const struct mention_set *mentions,
                        const struct referent_list *referents, const struct mention *mention);
struct slice mention_json(struct arena *mem, const struct know *know, const struct text *text, const struct mention_set *mentions,
                          const struct referent_list *referents, const struct mention *mention);

/* The fullest name that is known for it; empty for numbers and times. */
struct slice mention_name(const struct know *know, const struct referent_list *referents, const struct mention *mention);

/* The names of the contract: "actual", "named", "person", and "at" for roles of places. */
extern const char *const claim_status_names[4];
extern const char *const link_kind_names[3];
extern const char *const mention_kind_names[6];
const char *claim_role_name(uint8_t role);

#endif
