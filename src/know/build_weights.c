/*
 * build_weights.c - weights/ *.tsv: for each type of event that is weighed, what each sign adds.
 */
#include <stdlib.h>

#include "know/build.h"

#define WEIGHT_MOST 100000L

static void build_weight(struct build *build, const struct table *table, uint32_t row, int32_t *weights)
{
    int sign = build_choice(table_cell(table, row, 0), claim_sign_names, SIGN_COUNT);
    if (sign <= 0) {
        build_fault(build, table, row, "no such sign", table_cell(table, row, 0));
        return;
    }
    for (int type = 1; type < EVENT_COUNT; type++) {
        int column = table_column(table, event_type_names[type]);
        if (column < 0)
            continue;
        struct slice cell = table_cell(table, row, column);
        char text[16] = "", *end = text;
        if (cell.len && cell.len < sizeof text)
            memcpy(text, cell.at, cell.len);
        long weight = strtol(text, &end, 10);
        if (*end || cell.len >= sizeof text || labs(weight) > WEIGHT_MOST)
            build_fault(build, table, row, "no weight", cell);
        weights[type * SIGN_COUNT + sign] = (int32_t)weight;
        weights[type * SIGN_COUNT] = 1; /* this type is weighed */
    }
}

void build_weights(struct build *build)
{
    int32_t *weights = arena_array(build->mem, int32_t, EVENT_COUNT * SIGN_COUNT);
    for (uint32_t i = 0; i < build->tables[TABLE_WEIGHTS].count; i++)
        for (uint32_t row = 0; row < build->tables[TABLE_WEIGHTS].items[i].count; row++)
            build_weight(build, &build->tables[TABLE_WEIGHTS].items[i], row, weights);
    image_put(&build->image, IMAGE_WEIGHTS, weights, EVENT_COUNT * SIGN_COUNT * sizeof *weights);
}
