#include "claim/claim_json.h"

const char *const claim_status_names[4] = { "actual", "negated", "future", "hypothetical" };
const char *const link_kind_names[3] = { "named", "body", "anonymous" };

#define COORDINATE_DECIMALS 5u

const char *claim_role_name(uint8_t role)
{
    return role == ROLE_FROM ? "from" : role == ROLE_TO ? "to" : "at";
}

static void json_span(struct json_writer *json, const struct document *document, struct claim_span span)
{
    json_object_begin(json);
    json_key(json, "start");
    json_whole(json, (int64_t)document_origin(document, span.start));
    json_key(json, "end");
    json_whole(json, (int64_t)document_origin_end(document, span.end));
    json_key(json, "text");
    json_text_well_formed(json, slice_make(document->text.at + span.start, span.end - span.start));
    json_object_end(json);
}

static void json_span_mention(struct json_writer *json, const struct document *document, struct claim_span span)
{
    if (!span.end)
        return;
    json_key(json, "mention");
    json_span(json, document, span);
}

/* The members that participants, places and links have in common; the object stays open. */
static void json_entity_open(struct json_writer *json, const struct document *document, const struct claim_entity *entity)
{
    json_object_begin(json);
    json_key(json, "name");
    json_text(json, entity->name);
    json_key(json, "id");
    json_text_or_null(json, entity->id);
    json_span_mention(json, document, entity->mention);
    json_key(json, "aliases");
    json_array_begin(json);
    for (uint32_t i = 0; i < entity->aliases.count; i++)
        json_text(json, entity->aliases.items[i]);
    json_array_end(json);
    json_key(json, "of");
    json_text_or_null(json, entity->of);
}

static void json_participants(struct json_writer *json, const struct document *document, const char *key,
                              const struct claim_entity_list *list)
{
    json_key(json, key);
    json_array_begin(json);
    for (uint32_t i = 0; i < list->count; i++) {
        json_entity_open(json, document, &list->items[i]);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_counts(struct json_writer *json, const struct document *document, const struct claim_count_list *counts)
{
    json_key(json, "counts");
    json_array_begin(json);
    for (uint32_t i = 0; i < counts->count; i++) {
        const struct claim_count *count = &counts->items[i];
        json_object_begin(json);
        json_key(json, "what");
        json_word(json, count_kind_names[count->what ? count->what : COUNTED_OTHER]);
        json_key(json, "min");
        json_whole(json, count->min);
        json_key(json, "max");
        if (count->has_max)
            json_whole(json, count->max);
        else
            json_null(json);
        json_key(json, "approx");
        json_bool(json, count->approx);
        json_key(json, "of");
        json_text_or_null(json, count->of);
        json_span_mention(json, document, count->mention);
        json_object_end(json);
    }
    json_array_end(json);
}

/* NaN is not equal to itself. */
static bool coordinate_is_set(float lat, float lon)
{
    return lat == lat && lon == lon;
}

static void json_coordinates(struct json_writer *json, float lat, float lon, struct slice country)
{
    if (coordinate_is_set(lat, lon)) {
        json_key(json, "lat");
        json_decimal(json, (double)lat, COORDINATE_DECIMALS, true);
        json_key(json, "lon");
        json_decimal(json, (double)lon, COORDINATE_DECIMALS, true);
    }
    if (country.len) {
        json_key(json, "country");
        json_text(json, country);
    }
}

static void json_places(struct json_writer *json, const struct document *document, const struct claim_entity_list *places)
{
    json_key(json, "places");
    json_array_begin(json);
    for (uint32_t i = 0; i < places->count; i++) {
        const struct claim_entity *place = &places->items[i];
        json_entity_open(json, document, place);
        json_key(json, "role");
        json_word(json, claim_role_name(place->role));
        json_coordinates(json, place->lat, place->lon, place->country);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_time(struct json_writer *json, const struct document *document, const struct claim *claim)
{
    json_key(json, "time");
    if (!claim->has_time) {
        json_null(json);
        return;
    }
    json_object_begin(json);
    json_key(json, "start");
    json_word(json, claim->time_start);
    json_key(json, "end");
    json_word(json, claim->time_end);
    json_span_mention(json, document, claim->time_mention);
    json_object_end(json);
}

static void json_chain(struct json_writer *json, const struct document *document, const struct claim_entity_list *chain)
{
    json_key(json, "chain");
    json_array_begin(json);
    for (uint32_t i = 0; i < chain->count; i++) {
        const struct claim_entity *link = &chain->items[i];
        json_entity_open(json, document, link);
        json_key(json, "kind");
        json_word(json, link_kind_names[link->kind]);
        if (link->verb.len) {
            json_key(json, "verb");
            json_text(json, link->verb);
        }
        json_object_end(json);
    }
    json_array_end(json);
}

void claim_json_write(struct json_writer *json, const struct document *document, const struct claim *claim)
{
    json_object_begin(json);
    json_key(json, "schema");
    json_word(json, "isnad.claim/1");
    json_key(json, "doc_name");
    json_text(json, document->name);
    json_key(json, "doc");
    json_word(json, document->sha256);
    json_key(json, "claim");
    json_word(json, claim->id);
    json_key(json, "type");
    json_word(json, event_type_names[claim->type]);
    json_key(json, "mode");
    json_text_or_null(json, slice_of(event_mode_names[claim->mode]));
    json_key(json, "cameo");
    json_text_or_null(json, slice_of(event_type_cameos[claim->type]));
    json_key(json, "status");
    json_word(json, claim_status_names[claim->status]);
    json_key(json, "trigger");
    json_span(json, document, claim->trigger);
    json_key(json, "evidence");
    json_array_begin(json);
    for (uint32_t i = 0; i < claim->evidence.count; i++)
        json_span(json, document, claim->evidence.items[i]);
    json_array_end(json);
    json_participants(json, document, "actors", &claim->actors);
    json_participants(json, document, "recipients", &claim->recipients);
    json_counts(json, document, &claim->counts);
    json_places(json, document, &claim->places);
    json_time(json, document, claim);
    json_chain(json, document, &claim->chain);
    json_key(json, "confidence");
    json_decimal(json, claim->confidence, 3, false);
    json_object_end(json);
}

/* The text written so far, ended by a NUL. */
static struct slice json_finish(struct json_writer *json)
{
    buffer_byte(&json->out, 0);
    return slice_make(json->out.at, json->out.len - 1);
}

struct slice claim_json(struct arena *mem, const struct document *document, const struct claim *claim)
{
    struct json_writer json = { .out = { .mem = mem } };
    claim_json_write(&json, document, claim);
    return json_finish(&json);
}

static void mention_json_name(struct json_writer *json, const struct know *know, const struct referent_list *referents,
                              const struct mention *mention)
{
    const struct entity *entity = mention->entity != KNOW_NONE ? &know->entities[mention->entity] : NULL;
    const struct referent *referent = mention->referent != KNOW_NONE ? &referents->items[mention->referent] : NULL;
    uint32_t of = entity ? entity->of : referent ? referent->of_entity : KNOW_NONE;
    struct slice name = mention_name(know, referents, mention);
    if (name.len) {
        json_key(json, "name");
        json_text(json, name);
    }
    json_key(json, "id");
    json_text_or_null(json, entity ? know_text(know, entity->id) : slice_make(NULL, 0));
    if (of != KNOW_NONE) {
        json_key(json, "of");
        json_text(json, know_text(know, know->entities[of].name));
    }
    if (entity && mention->kind == MENTION_PLACE)
        json_coordinates(json, entity->lat, entity->lon, slice_of(entity->country));
}

static void mention_json_number(struct json_writer *json, const struct number *number)
{
    json_key(json, "min");
    json_whole(json, number->min);
    json_key(json, "max");
    if (number->has_max)
        json_whole(json, number->max);
    else
        json_null(json);
    json_key(json, "approx");
    json_bool(json, number->approx);
}

static void mention_json_time(struct json_writer *json, const struct time_mention *time)
{
    char from[16], to[16];
    if (time->kind != TIME_DATE)
        return;
    day_print(time->from, from);
    day_print(time->to, to);
    json_key(json, "start_date");
    json_word(json, from);
    json_key(json, "end_date");
    json_word(json, to);
}

void mention_json_write(struct json_writer *json, const struct know *know, const struct text *text, const struct mention_set *mentions,
                        const struct referent_list *referents, const struct mention *mention)
{
    const struct document *document = text->document;
    json_object_begin(json);
    json_key(json, "doc_name");
    json_text(json, document->name);
    json_key(json, "kind");
    json_word(json, mention_kind_names[mention->kind]);
    json_key(json, "start");
    json_whole(json, (int64_t)document_origin(document, mention->start));
    json_key(json, "end");
    json_whole(json, (int64_t)document_origin_end(document, mention->end));
    json_key(json, "text");
    json_text(json, slice_make(text->source.at + mention->start, mention->end - mention->start));
    if (mention->kind == MENTION_NUMBER)
        mention_json_number(json, &mentions->numbers.items[mention->number]);
    else if (mention->kind == MENTION_TIME)
        mention_json_time(json, &mentions->times.items[mention->time]);
    else
        mention_json_name(json, know, referents, mention);
    json_object_end(json);
}

struct slice mention_json(struct arena *mem, const struct know *know, const struct text *text, const struct mention_set *mentions,
                          const struct referent_list *referents, const struct mention *mention)
{
    struct json_writer json = { .out = { .mem = mem } };
    mention_json_write(&json, know, text, mentions, referents, mention);
    return json_finish(&json);
}
