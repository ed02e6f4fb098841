#include <stdlib.h>

#include "know/page_words.h"

#define PATTERN_WORDS 12u

struct page_head {
    uint32_t rule_count, word_count;
    uint64_t reserved; /* keeps the rules aligned to 16 */
};

struct page_rule_list {
    struct page_rule *items;
    uint32_t count, room;
};

struct page_hash_list {
    uint64_t *items;
    uint32_t count, room;
};

static const char *const page_kind_names[PAGE_KIND_COUNT] = {
    "line", "start", "end", "tail", "tags", "inline", "class", "agency", "credit", "origin", "month", "weekday", "date", "clock", "today",
};

static int page_kind_named(struct slice name)
{
    for (int i = 0; i < PAGE_KIND_COUNT; i++)
        if (slice_equal(name, slice_of(page_kind_names[i])))
            return i;
    return -1;
}

static void page_index(const struct page_rule *rules, uint32_t count, uint32_t *index)
{
    uint32_t rule = 0;
    for (uint32_t bucket = 0; bucket < PAGE_INDEX_SIZE; bucket++) {
        while (rule < count && rules[rule].first >> (64 - PAGE_INDEX_BITS) < bucket)
            rule++;
        index[bucket] = rule;
    }
}

/* True when the pattern's words stand somewhere in the example. */
static bool page_example_has(struct arena *mem, struct slice example, const struct page_words *pattern)
{
    struct page_rule rule = { pattern->items[0].hash, 0, (uint16_t)pattern->count, 0, 0 };
    uint64_t hashes[PATTERN_WORDS];
    for (uint32_t i = 0; i < pattern->count; i++)
        hashes[i] = pattern->items[i].hash;
    uint32_t index[PAGE_INDEX_SIZE];
    page_index(&rule, 1, index);
    struct page_rules rules = { &rule, 1, hashes, index };
    struct page_words words = page_words_of(mem, example, 200);
    uint32_t past;
    for (uint32_t i = 0; i < words.count; i++)
        if (page_match(&rules, 1, &words, i, &past))
            return true;
    return false;
}

/* Only the words of a pattern count, not its marks. */
static struct page_words page_pattern(struct arena *mem, struct slice pattern)
{
    struct page_words words = page_words_of(mem, pattern, 100);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < words.count; i++)
        if (words.items[i].kind <= PAGE_NUMBER)
            words.items[kept++] = words.items[i];
    words.count = kept;
    return words;
}

struct page_build {
    struct page_rule_list rules;
    struct page_hash_list hashes;
    struct fault_list *faults;
};

static void page_compile_row(struct arena *mem, const struct table *table, uint32_t row, struct page_build *build)
{
    uint32_t line = table->rows[row].line;
    struct slice kind_name = table_cell(table, row, table_column(table, "kind"));
    struct slice example = table_cell(table, row, table_column(table, "example"));
    struct slice value = table_cell(table, row, table_column(table, "value"));
    struct slice rest = table_cell(table, row, table_column(table, "pattern")), part;
    int kind = page_kind_named(kind_name);
    if (kind < 0) {
        fault_add(mem, build->faults, table->file, line, "no such kind: %.*s", (int)kind_name.len, kind_name.at);
        return;
    }
    int number = value.len ? (int)strtol(arena_copy(mem, value).at, NULL, 10) : 0;
    if (kind == PAGE_MONTH && (number < 1 || number > 12))
        fault_add(mem, build->faults, table->file, line, "a month needs a value from 1 to 12");
    bool shown = kind == PAGE_CLASS;
    while (slice_cut(&rest, '|', &part)) {
        struct page_words pattern = page_pattern(mem, part);
        if (!pattern.count || pattern.count > PATTERN_WORDS) {
            fault_add(mem, build->faults, table->file, line, "a pattern has 1 to %u words", PATTERN_WORDS);
            continue;
        }
        shown = shown || page_example_has(mem, example, &pattern);
        struct page_rule *rule = list_add(mem, &build->rules);
        *rule = (struct page_rule){ pattern.items[0].hash, build->hashes.count, (uint16_t)pattern.count, (uint8_t)kind, (uint8_t)number };
        for (uint32_t i = 0; i < pattern.count; i++)
            *(uint64_t *)list_add(mem, &build->hashes) = pattern.items[i].hash;
    }
    if (!shown)
        fault_add(mem, build->faults, table->file, line, "the example does not show the pattern");
}

static int page_order(const void *a, const void *b)
{
    const struct page_rule *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->word < y->word ? -1 : 1; /* in the order of the files */
}

void page_compile(struct arena *mem, const struct table *tables, size_t count, struct image_writer *writer, struct fault_list *faults)
{
    struct page_build build = { .faults = faults };
    for (size_t t = 0; t < count; t++) {
        if (table_column(&tables[t], "kind") < 0 || table_column(&tables[t], "pattern") < 0) {
            fault_add(mem, faults, tables[t].file, 1, "the columns id, pattern, kind and example are needed");
            continue;
        }
        for (uint32_t row = 0; row < tables[t].count; row++)
            page_compile_row(mem, &tables[t], row, &build);
    }
    if (build.rules.count)
        qsort(build.rules.items, build.rules.count, sizeof *build.rules.items, page_order);
    size_t rule_bytes = build.rules.count * sizeof(struct page_rule), hash_bytes = build.hashes.count * sizeof(uint64_t);
    struct page_head head = { .rule_count = build.rules.count, .word_count = build.hashes.count };
    size_t index_bytes = PAGE_INDEX_SIZE * sizeof(uint32_t), size = sizeof head + rule_bytes + hash_bytes + index_bytes;
    char *bytes = arena_alloc(mem, size);
    memcpy(bytes, &head, sizeof head);
    if (rule_bytes) {
        memcpy(bytes + sizeof head, build.rules.items, rule_bytes);
        memcpy(bytes + sizeof head + rule_bytes, build.hashes.items, hash_bytes);
    }
    page_index(build.rules.items, build.rules.count, (void *)(bytes + sizeof head + rule_bytes + hash_bytes));
    image_put(writer, IMAGE_PAGE, bytes, size);
}

void page_rules_open(struct slice section, struct page_rules *rules)
{
    *rules = (struct page_rules){ 0 };
    const struct page_head *head = (const void *)section.at;
    if (section.len < sizeof *head
        || section.len < sizeof *head + head->rule_count * sizeof(struct page_rule) + head->word_count * sizeof(uint64_t)
                             + PAGE_INDEX_SIZE * sizeof(uint32_t))
        return;
    rules->rules = (const void *)(section.at + sizeof *head);
    rules->count = head->rule_count;
    rules->words = (const void *)(section.at + sizeof *head + rules->count * sizeof(struct page_rule));
    rules->index = (const void *)(rules->words + head->word_count);
}
