#include "know/term.h"

#include "know/fold.h"
#include "know/frozen.h"

struct term_head {
    uint32_t run_count, value_count;
    uint64_t unused; /* keeps the values aligned */
};

/* A form while it is compiled: its values as a chain, newest first. */
struct term_draft {
    uint32_t chain; /* into links, 0: none */
    uint16_t count, longest;
};

struct term_link {
    struct term_value value;
    uint32_t next;
};

struct term_builder {
    struct arena *mem;
    struct fault_list *faults;
    struct frozen_builder keys; /* to an index of drafts, which becomes the run */
    struct {
        struct term_draft *items;
        uint32_t count, room;
    } drafts;
    struct {
        struct term_link *items;
        uint32_t count, room;
    } links;
    struct map ids;
};

static const char *const term_names[TERM_TAG_COUNT] = {
#define X(name, text) text,
    TERM_TAGS(X)
#undef X
};

static int term_tag_of(struct slice name)
{
    for (int i = 0; i < TERM_TAG_COUNT; i++)
        if (i != TERM_CLITIC && slice_equal(name, slice_of(term_names[i])))
            return i;
    return -1;
}

/* "-12", "1000", "1/4" */
static bool term_parse_value(struct slice cell, struct term_value *out)
{
    bool negative = cell.len && cell.at[0] == '-';
    int64_t parts[2] = { 0, 0 };
    int part = 0;
    if (negative)
        cell = slice_from(cell, 1);
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.at[i] == '/' && part == 0 && i > 0 && i + 1 < cell.len)
            part = 1;
        else if (cell.at[i] >= '0' && cell.at[i] <= '9' && parts[part] < INT64_C(100000000000000000))
            parts[part] = parts[part] * 10 + (cell.at[i] - '0');
        else
            return false;
    }
    if (parts[1] > UINT32_MAX || (negative && cell.len == 0))
        return false;
    out->value = negative ? -parts[0] : parts[0];
    out->part = (uint32_t)parts[1];
    return true;
}

static uint32_t term_draft(struct term_builder *builder, struct slice key)
{
    uint32_t index;
    if (frozen_peek(&builder->keys, key, &index))
        return index;
    index = builder->drafts.count;
    list_add(builder->mem, &builder->drafts);
    frozen_add(builder->mem, &builder->keys, key, index);
    return index;
}

static void term_link_value(struct term_builder *builder, uint32_t draft, struct term_value value)
{
    struct term_link *link = list_add(builder->mem, &builder->links);
    link->value = value;
    link->next = builder->drafts.items[draft].chain;
    builder->drafts.items[draft].chain = builder->links.count - 1;
    builder->drafts.items[draft].count++;
}

static bool term_has(const struct term_builder *builder, uint32_t draft, uint32_t tag)
{
    for (uint32_t i = builder->drafts.items[draft].chain; i; i = builder->links.items[i].next)
        if (builder->links.items[i].value.tag == tag)
            return true;
    return false;
}

/* Enters the folded `key`; false when it stands there with this tag already. */
static bool term_enter(struct term_builder *builder, struct slice key, struct term_value value)
{
    uint32_t words = 1;
    for (size_t i = 0; i < key.len; i++)
        words += key.at[i] == ' ';
    const char *space = memchr(key.at, ' ', key.len);
    if (space) {
        uint32_t head = term_draft(builder, slice_make(key.at, (size_t)(space - key.at)));
        if (builder->drafts.items[head].longest < words)
            builder->drafts.items[head].longest = (uint16_t)words;
    }
    uint32_t draft = term_draft(builder, key);
    if (builder->drafts.items[draft].longest < 1)
        builder->drafts.items[draft].longest = 1;
    if (term_has(builder, draft, value.tag))
        return false;
    term_link_value(builder, draft, value);
    return true;
}

/* The form with every final ta marbuta (D8 A9) as ha (D9 87), or an empty slice when there is none. */
static struct slice term_with_ha(struct arena *mem, struct slice form)
{
    struct slice other = arena_copy(mem, form);
    char *at = (char *)(uintptr_t)other.at;
    bool any = false;
    for (size_t i = 0; i + 1 < form.len; i++) {
        if ((unsigned char)at[i] == 0xD8 && (unsigned char)at[i + 1] == 0xA9 && (i + 2 == form.len || at[i + 2] == ' ')) {
            at[i] = (char)0xD9;
            at[i + 1] = (char)0x87;
            any = true;
        }
    }
    return any ? other : slice_make(NULL, 0);
}

static void term_add_form(struct term_builder *builder, const struct table *table, uint32_t row, struct slice cell, struct term_value value)
{
    uint32_t line = table->rows[row].line;
    struct slice form = slice_trim(fold_copy(builder->mem, cell));
    uint32_t words = 1;
    bool doubled = false;
    for (size_t i = 0; i < form.len; i++) {
        words += form.at[i] == ' ';
        doubled = doubled || (form.at[i] == ' ' && form.at[i + 1] == ' ');
    }
    if (!form.len || form.len > TERM_MOST_BYTES || words > TERM_MOST_WORDS || doubled) {
        fault_add(builder->mem, builder->faults, table->file, line, "form '%.*s' is empty, too long or has two spaces together",
                  (int)cell.len, cell.at);
        return;
    }
    if (!term_enter(builder, form, value)) {
        fault_add(builder->mem, builder->faults, table->file, line, "form '%.*s' is given twice as %s", (int)cell.len, cell.at,
                  term_names[value.tag]);
        return;
    }
    struct slice other = term_with_ha(builder->mem, form);
    if (other.at)
        term_enter(builder, other, value);
}

static void term_check_id(struct term_builder *builder, const struct table *table, uint32_t row, struct slice id)
{
    bool right = id.len > 0;
    for (size_t i = 0; i < id.len; i++)
        right =
            right && ((id.at[i] >= 'a' && id.at[i] <= 'z') || (id.at[i] >= '0' && id.at[i] <= '9') || id.at[i] == '_' || id.at[i] == '.');
    if (!right)
        fault_add(builder->mem, builder->faults, table->file, table->rows[row].line,
                  "id '%.*s': lower-case ASCII letters, digits, _ and . only", (int)id.len, id.len ? id.at : "");
    else if (!map_set(builder->mem, &builder->ids, id, row))
        fault_add(builder->mem, builder->faults, table->file, table->rows[row].line, "id '%.*s' is used twice", (int)id.len, id.at);
}

static void term_add_table(struct term_builder *builder, const struct table *table)
{
    int id = table_column(table, "id"), form = table_column(table, "form"), tag = table_column(table, "tag"),
        value = table_column(table, "value");
    if (id < 0 || form < 0 || tag < 0 || value < 0) {
        fault_add(builder->mem, builder->faults, table->file, 1, "the columns id, form, tag and value are needed");
        return;
    }
    for (uint32_t row = 0; row < table->count; row++) {
        struct slice name = table_cell(table, row, tag), number = table_cell(table, row, value);
        struct slice forms = table_cell(table, row, form), part;
        struct term_value meaning = { 0 };
        term_check_id(builder, table, row, table_cell(table, row, id));
        int found = term_tag_of(name);
        if (found < 0) {
            fault_add(builder->mem, builder->faults, table->file, table->rows[row].line, "unknown tag '%.*s'", (int)name.len, name.at);
            continue;
        }
        meaning.tag = (uint32_t)found;
        if (!term_parse_value(number, &meaning)) {
            fault_add(builder->mem, builder->faults, table->file, table->rows[row].line, "value '%.*s' is no number", (int)number.len,
                      number.at);
            continue;
        }
        while (slice_cut(&forms, '|', &part))
            term_add_form(builder, table, row, part, meaning);
    }
}

static void term_write(struct term_builder *builder, struct image_writer *out)
{
    uint32_t runs = builder->drafts.count, values = builder->links.count - 1;
    size_t run_bytes = (runs * sizeof(struct term_run) + 15u) & ~(size_t)15u;
    size_t bytes = sizeof(struct term_head) + run_bytes + values * sizeof(struct term_value);
    char *at = arena_alloc(builder->mem, bytes);
    *(struct term_head *)(void *)at = (struct term_head){ .run_count = runs, .value_count = values };
    struct term_run *run = (void *)(at + sizeof(struct term_head));
    struct term_value *value = (void *)(at + sizeof(struct term_head) + run_bytes);
    uint32_t next = 0;
    for (uint32_t i = 0; i < runs; i++) {
        const struct term_draft *draft = &builder->drafts.items[i];
        run[i] = (struct term_run){ .first = next, .count = draft->count, .longest = draft->longest };
        next += draft->count;
        uint32_t place = next; /* the chain is newest first */
        for (uint32_t link = draft->chain; link; link = builder->links.items[link].next)
            value[--place] = builder->links.items[link].value;
        for (uint32_t j = run[i].first; j < next; j++)
            run[i].tags[value[j].tag / 64u] |= UINT64_C(1) << (value[j].tag % 64u);
    }
    struct slice keys = frozen_finish(builder->mem, &builder->keys);
    image_put(out, IMAGE_TERMS, keys.at, keys.len);
    image_put(out, IMAGE_TERM_VALUES, at, bytes);
}

enum isnad_status term_compile(struct arena *mem, const struct table *tables, uint32_t count, struct image_writer *out,
                               struct fault_list *faults)
{
    struct term_builder builder = { .mem = mem, .faults = faults };
    uint32_t before = faults->count;
    list_add(mem, &builder.links);  /* 0 ends a chain */
    list_add(mem, &builder.drafts); /* run 0: nothing */
    list_add(mem, &builder.drafts); /* TERM_RUN_CLITIC */
    term_link_value(&builder, TERM_RUN_CLITIC, (struct term_value){ .tag = TERM_CLITIC });
    for (uint32_t i = 0; i < count; i++)
        term_add_table(&builder, &tables[i]);
    term_write(&builder, out);
    return faults->count == before ? ISNAD_OK : ISNAD_INPUT;
}

void term_open(struct slice image, struct term_table *out)
{
    static const struct term_run nothing[2];
    struct slice values = image_section(image, IMAGE_TERM_VALUES);
    *out = (struct term_table){ .keys = image_section(image, IMAGE_TERMS), .runs = nothing };
    if (values.len < sizeof(struct term_head))
        return;
    const struct term_head *head = (const void *)values.at;
    size_t run_bytes = (head->run_count * sizeof(struct term_run) + 15u) & ~(size_t)15u;
    out->runs = (const void *)(values.at + sizeof *head);
    out->values = (const void *)(values.at + sizeof *head + run_bytes);
}

uint32_t term_find(const struct term_table *terms, struct slice form)
{
    uint32_t run;
    return form.len <= TERM_MOST_BYTES && frozen_find(terms->keys, form, &run) ? run : 0;
}
