/*
 * build_entities.c - the bodies and persons of names/ and the files of places/ into entities.
 */
#include <math.h>
#include <stdlib.h>

#include "know/build.h"

static void entity_add(struct build *build, const struct table *table, uint32_t row, int fixed_kind)
{
    struct slice id = table_cell(table, row, 0);
    struct slice kind_name = table_cell(table, row,
                                        table_column(table, fixed_kind                         ? ""
                                                            : table_column(table, "kind") >= 0 ? "kind"
                                                                                               : "type"));
    int kind = fixed_kind ? fixed_kind : build_choice(kind_name, entity_kind_names, KIND_COUNT);
    if (kind <= 0) {
        build_fault(build, table, row, "no such kind", kind_name);
        kind = table_column(table, "type") >= 0 ? KIND_SITE : KIND_INSTITUTION;
    }
    struct slice name = table_cell(table, row, table_column(table, "name"));
    if (!name.len)
        build_fault(build, table, row, "no name", id);
    struct entity *entity = list_add(build->mem, &build->entities);
    entity->id = build_text(build, id);
    entity->name = build_text(build, name);
    entity->office = build_text(build, table_cell(table, row, table_column(table, "office")));
    entity->alias_first = build_refs(build, table_cell(table, row, table_column(table, "aliases")), false, &entity->alias_count);
    entity->resume_first = build_refs(build, table_cell(table, row, table_column(table, "resume")), true, &entity->resume_count);
    entity->of = entity->in = KNOW_NONE;
    entity->kind = (uint8_t)kind;
    entity->rule = build_rule(build, table, row);
    struct slice country = table_cell(table, row, table_column(table, "country"));
    if (country.len == 2)
        memcpy(entity->country, country.at, 2);
    struct slice lat = table_cell(table, row, table_column(table, "lat")), lon = table_cell(table, row, table_column(table, "lon"));
    entity->lat = entity->lon = NAN;
    if (lat.len && lon.len) {
        /* Cells end at a tab or line end, where strtof stops. */
        entity->lat = strtof(lat.at, NULL);
        entity->lon = strtof(lon.at, NULL);
        if (!(entity->lat >= -90 && entity->lat <= 90 && entity->lon >= -180 && entity->lon <= 180))
            build_fault(build, table, row, "no coordinates", lat);
    }
    struct slice note = table_cell(table, row, table_column(table, "note"));
    entity->is_common = slice_starts(note, slice_of("common"));
    entity->is_known = slice_starts(note, slice_of("known"));
    if (!map_set(build->mem, &build->entity_ids, id, build->entities.count - 1))
        build_fault(build, table, row, "id of another entity", id);
}

static void entity_link(struct build *build, const struct table *table, uint32_t row, const char *column, bool is_place)
{
    struct slice id = table_cell(table, row, table_column(table, column));
    uint32_t from, to;
    if (!id.len || !map_get(&build->entity_ids, table_cell(table, row, 0), &from))
        return;
    if (!map_get(&build->entity_ids, id, &to)) {
        build_fault(build, table, row, "no entity of that id", id);
        return;
    }
    if (is_place)
        build->entities.items[from].in = to;
    else
        build->entities.items[from].of = to;
}

/* A country as a place belongs to the state of that name, which acts. */
static void entity_states(struct build *build)
{
    for (uint32_t i = 0; i < build->entities.count; i++) {
        struct entity *entity = &build->entities.items[i];
        uint32_t state;
        if (entity->kind != KIND_COUNTRY || entity->of != KNOW_NONE || !entity->country[0])
            continue;
        if (map_get(&build->entity_ids, arena_print(build->mem, "state.%c%c", entity->country[0] | 32, entity->country[1] | 32), &state))
            entity->of = state;
    }
}

static int official_order(const void *a, const void *b)
{
    const struct official *x = a, *y = b;
    int order = memcmp(x->country, y->country, sizeof x->country);
    return order ? order : (x->entity > y->entity) - (x->entity < y->entity);
}

/* The few things that «الجيش» or «العاصمة» alone can stand for in a report about their country, so that nobody walks over all entities for
 * them. A faction's army is not among them. */
static void entity_officials(struct build *build)
{
    for (uint32_t i = 0; i < build->entities.count; i++) {
        const struct entity *entity = &build->entities.items[i];
        bool place = entity->kind > KIND_PERSON && entity->resume_count;
        if (!place && entity->kind != KIND_ARMY && entity->kind != KIND_GOVERNMENT && entity->kind != KIND_POLICE
            && entity->kind != KIND_STATE)
            continue;
        unsigned owner = place || entity->of == KNOW_NONE ? KIND_STATE : build->entities.items[entity->of].kind;
        if (owner != KIND_STATE && owner != KIND_GOVERNMENT)
            continue;
        struct official *official = list_add(build->mem, &build->officials);
        official->entity = i;
        memcpy(official->country, entity->country, 2);
    }
    qsort(build->officials.items, build->officials.count, sizeof *build->officials.items, official_order);
}

void build_entities(struct build *build)
{
    static const struct {
        enum table_kind table;
        int kind;
    } sources[] = {
        { TABLE_BODIES, 0 },
        { TABLE_PERSONS, KIND_PERSON },
        { TABLE_PLACES, 0 },
    };
    for (size_t s = 0; s < 3; s++)
        for (uint32_t i = 0; i < build->tables[sources[s].table].count; i++)
            for (uint32_t row = 0; row < build->tables[sources[s].table].items[i].count; row++)
                entity_add(build, &build->tables[sources[s].table].items[i], row, sources[s].kind);
    for (size_t s = 0; s < 3; s++)
        for (uint32_t i = 0; i < build->tables[sources[s].table].count; i++)
            for (uint32_t row = 0; row < build->tables[sources[s].table].items[i].count; row++) {
                entity_link(build, &build->tables[sources[s].table].items[i], row, "of", false);
                entity_link(build, &build->tables[sources[s].table].items[i], row, "in", true);
            }
    entity_states(build);
    entity_officials(build);
}
