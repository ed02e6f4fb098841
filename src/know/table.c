#include "know/table.h"

#include <stdarg.h>
#include <stdio.h>

void fault_add(struct arena *mem, struct fault_list *faults, struct slice file, uint32_t line, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    struct fault *fault = list_add(mem, faults);
    *fault = (struct fault){ file, line, arena_copy(mem, slice_of(text)) };
}

static uint32_t table_split(struct slice line, struct slice *cells)
{
    uint32_t count = 0;
    struct slice part;
    while (slice_cut(&line, '\t', &part)) {
        if (count < TABLE_MOST_COLUMNS)
            cells[count] = slice_trim(part);
        count++;
    }
    return count;
}

void table_parse(struct arena *mem, struct slice file, struct slice bytes, struct table *table, struct fault_list *faults)
{
    *table = (struct table){ .file = file };
    struct slice line;
    for (uint32_t number = 1; slice_cut(&bytes, '\n', &line); number++) {
        if (line.len && line.at[line.len - 1] == '\r')
            line.len--;
        if (slice_trim(line).len == 0 || line.at[0] == '#')
            continue;
        struct slice cells[TABLE_MOST_COLUMNS];
        uint32_t count = table_split(line, cells);
        if (!table->column_count) {
            table->column_count = count < TABLE_MOST_COLUMNS ? count : TABLE_MOST_COLUMNS;
            memcpy(table->columns, cells, sizeof *cells * table->column_count);
            continue;
        }
        /* Empty cells at the end of a line may be left out. */
        while (count < table->column_count)
            cells[count++] = slice_make("", 0);
        if (count != table->column_count) {
            fault_add(mem, faults, file, number, "%u cells where the first line names %u columns", count, table->column_count);
            continue;
        }
        struct table_row *row = list_next(mem, (void **)&table->rows, &table->count, &table->room, sizeof *table->rows);
        row->line = number;
        row->cells = arena_array(mem, struct slice, count);
        for (uint32_t i = 0; i < count; i++)
            row->cells[i] = cells[i].len == 1 && cells[i].at[0] == '-' ? slice_make("", 0) : cells[i];
    }
}

int table_column(const struct table *table, const char *name)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (slice_equal(table->columns[i], slice_of(name)))
            return (int)i;
    return -1;
}

struct slice table_cell(const struct table *table, uint32_t row, int column)
{
    if (column < 0 || (uint32_t)column >= table->column_count || row >= table->count)
        return slice_make("", 0);
    return table->rows[row].cells[column];
}
