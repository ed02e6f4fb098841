/*
 * table.h - a codebook file: tab-separated values with named columns (codebook/README.md).
 *
 *     struct table table;
 *     table_parse(mem, slice_of("lexicon/verbs.tsv"), bytes, &table, &faults);
 *     int lemma = table_column(&table, "lemma");
 *     for (uint32_t i = 0; i < table.count; i++)
 *         use(table_cell(&table, i, lemma), table.rows[i].line);
 *
 * Cells point into `bytes`, which must outlive the table. "-" and an absent column read as the empty slice.
 */
#ifndef KNOW_TABLE_H
#define KNOW_TABLE_H

#include "know/fault.h"

#define TABLE_MOST_COLUMNS 24

struct table_row {
    struct slice *cells;
    uint32_t line;
};

struct table {
    struct slice file;
    struct slice columns[TABLE_MOST_COLUMNS];
    uint32_t column_count;
    struct table_row *rows;
    uint32_t count, room;
};

/* Rows with a wrong number of cells become faults and are left out. */
void table_parse(struct arena *mem, struct slice file, struct slice bytes, struct table *table, struct fault_list *faults);
/* The column's number, or -1. */
int table_column(const struct table *table, const char *name);
struct slice table_cell(const struct table *table, uint32_t row, int column);

#endif
