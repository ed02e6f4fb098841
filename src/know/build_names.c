/*
 * build_names.c - every name, title, given name, fixed expression and particle of several words in one automaton over folded words.
 */
#include "know/build.h"
#include "know/fold.h"
#include "know/frozen.h"

#define NAME_MOST_WORDS 12

struct end_chain {
    struct name_end end;
    uint32_t next;
};

struct name_builder {
    struct build *build;
    struct frozen_builder words;
    uint32_t word_count;
    struct {
        struct name_edge *items;
        uint32_t count, room;
    } edges;
    struct map edge_at; /* bytes of (state, word) -> next */
    struct {
        uint32_t *items;
        uint32_t count, room;
    } state_ends; /* state -> first of chain + 1 */
    struct {
        struct end_chain *items;
        uint32_t count, room;
    } ends;
};

static uint32_t name_word(struct name_builder *b, struct slice word)
{
    uint32_t number;
    if (frozen_peek(&b->words, word, &number))
        return number;
    number = ++b->word_count;
    frozen_add(b->build->mem, &b->words, word, number);
    return number;
}

static uint32_t name_walk(struct name_builder *b, uint32_t state, uint32_t word)
{
    uint32_t key[2] = { state, word }, next;
    struct slice bytes = slice_make((const char *)key, sizeof key);
    if (map_get(&b->edge_at, bytes, &next))
        return next;
    next = b->state_ends.count;
    (void)list_add(b->build->mem, &b->state_ends);
    map_set(b->build->mem, &b->edge_at, arena_copy(b->build->mem, bytes), next);
    *(struct name_edge *)list_add(b->build->mem, &b->edges) = (struct name_edge){ state, word, next };
    return next;
}

static void name_end_at(struct name_builder *b, uint32_t state, struct name_end end)
{
    for (uint32_t i = b->state_ends.items[state]; i; i = b->ends.items[i - 1].next) {
        const struct name_end *old = &b->ends.items[i - 1].end;
        if (old->kind == end.kind && old->value == end.value)
            return;
    }
    struct end_chain *chain = list_add(b->build->mem, &b->ends);
    chain->end = end;
    chain->next = b->state_ends.items[state];
    b->state_ends.items[state] = b->ends.count;
}

/* Splits a folded name at spaces and marks. */
static uint32_t name_split(struct slice text, struct slice *words)
{
    uint32_t count = 0;
    size_t i = 0;
    while (i < text.len && count < NAME_MOST_WORDS) {
        while (i < text.len && ((unsigned char)text.at[i] < '0' || text.at[i] == ':'))
            i++;
        size_t start = i;
        while (i < text.len && !((unsigned char)text.at[i] < '0' || text.at[i] == ':'))
            i++;
        if (i > start)
            words[count++] = slice_make(text.at + start, i - start);
    }
    return count;
}

/* The other spellings of a word inside a name: plural and kunya endings by case. */
static uint32_t name_variants(struct name_builder *b, struct slice word, struct slice *variants)
{
    static const struct {
        const char *from, *to;
    } endings[] = {
        { "\xd9\x8a\xd9\x88\xd9\x86", "\xd9\x8a\xd9\x8a\xd9\x86" }, /* -iyun, -iyin */
        { "\xd9\x88\xd9\x86", "\xd9\x8a\xd9\x86" },                 /* -un, -in */
        { "\xd8\xa7\xd9\x86", "\xd9\x8a\xd9\x86" },                 /* dual */
    };
    static const char *const kunya[] = { "\xd8\xa7\xd8\xa8\xd9\x88", "\xd8\xa7\xd8\xa8\xd9\x8a", "\xd8\xa7\xd8\xa8\xd8\xa7" };
    uint32_t count = 0;
    variants[count++] = word;
    if (slice_equal(word, slice_of(kunya[0]))) {
        variants[count++] = slice_of(kunya[1]);
        variants[count++] = slice_of(kunya[2]);
        return count;
    }
    bool definite = slice_starts(word, slice_of("\xd8\xa7\xd9\x84"));
    for (size_t i = 0; definite && i < 2; i++)
        if (word.len > 10 && slice_ends(word, slice_of(endings[i].from))) {
            variants[count++] = arena_print(b->build->mem, "%.*s%s", (int)(word.len - strlen(endings[i].from)), word.at, endings[i].to);
            return count;
        }
    return count;
}

static void name_add_words(struct name_builder *b, const struct slice *words, uint32_t count, struct name_end end)
{
    uint32_t states[16] = { 1 }, state_count = 1;
    for (uint32_t i = 0; i < count; i++) {
        struct slice variants[4];
        uint32_t variant_count = name_variants(b, words[i], variants), next[16], next_count = 0;
        for (uint32_t s = 0; s < state_count; s++)
            for (uint32_t v = 0; v < variant_count && next_count < 16; v++)
                next[next_count++] = name_walk(b, states[s], name_word(b, variants[v]));
        memcpy(states, next, sizeof *next * next_count);
        state_count = next_count;
    }
    for (uint32_t s = 0; s < state_count; s++)
        name_end_at(b, states[s], end);
}

static void name_add(struct name_builder *b, struct slice text, struct name_end end)
{
    struct slice words[NAME_MOST_WORDS];
    uint32_t count = name_split(fold_copy(b->build->mem, text), words);
    if (!count)
        return;
    if (end.kind == NAME_PARTICLE || end.kind == NAME_EXPRESSION || end.kind == NAME_TITLE) {
        struct slice last = words[count - 1];
        if (count > 1 && last.len == 2 && (slice_equal(last, slice_of("\xd9\x84")) || slice_equal(last, slice_of("\xd8\xa8")))) {
            end.clitic = last.at[1] == '\x84' ? 'l' : 'b';
            count--;
        }
    }
    name_add_words(b, words, count, end);
    /* «إن متحدثا باسم …»: an indefinite title in the accusative */
    static const char *const closed[] = { "\xd8\xa7", "\xd8\xa9", "\xd8\xa1", "\xd9\x8a" };
    bool open = end.kind == NAME_TITLE && words[0].len > 4 && !slice_starts(words[0], slice_of("\xd8\xa7\xd9\x84"));
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        open = open && !slice_ends(words[0], slice_of(closed[i]));
    if (open) {
        struct slice plain = words[0];
        words[0] = arena_print(b->build->mem, "%.*s\xd8\xa7", (int)plain.len, plain.at);
        name_add_words(b, words, count, end);
        words[0] = plain;
    }
    /* "Abd Allah" is also written as one word. */
    for (uint32_t i = 0; i + 1 < count; i++) {
        if (!slice_equal(words[i], slice_of("\xd8\xb9\xd8\xa8\xd8\xaf")))
            continue;
        words[i] = arena_print(b->build->mem, "%.*s%.*s", (int)words[i].len, words[i].at, (int)words[i + 1].len, words[i + 1].at);
        memmove(&words[i + 1], &words[i + 2], (count - i - 2) * sizeof *words);
        name_add_words(b, words, count - 1, end);
        break;
    }
}

/* The state behind the words, 0 when no name goes that way. */
static uint32_t name_find(struct name_builder *b, const struct slice *words, uint32_t count)
{
    uint32_t state = 1;
    for (uint32_t i = 0; state && i < count; i++) {
        uint32_t key[2] = { state, 0 };
        if (!frozen_peek(&b->words, words[i], &key[1]) || !map_get(&b->edge_at, slice_make((const char *)key, sizeof key), &state))
            return 0;
    }
    return state;
}

/* Where one entity's name is another's behind their type word, the two together mean either: two countries have a city Tarabulus, and the
 * codebook has only one of them as "the city Tarabulus" too. */
static void name_share_typed(struct name_builder *b, struct slice text, struct name_end end)
{
    struct slice words[NAME_MOST_WORDS + 1];
    uint32_t count = name_split(fold_copy(b->build->mem, text), words + 1) + 1;
    words[0] = fold_copy(b->build->mem, slice_of(entity_kind_labels[b->build->entities.items[end.value].kind]));
    uint32_t state = name_find(b, words, count);
    if (state && b->state_ends.items[state])
        name_end_at(b, state, end);
}

static void name_share_all(struct name_builder *b)
{
    struct build *build = b->build;
    for (uint32_t i = 0; i < build->entities.count; i++) {
        const struct entity *entity = &build->entities.items[i];
        struct name_end end = { .value = i, .rule = entity->rule, .kind = NAME_ENTITY };
        if (entity->kind <= KIND_PERSON)
            continue;
        name_share_typed(b, slice_make(build->text.items + entity->name.at, entity->name.len), end);
        for (uint32_t j = 0; j < entity->alias_count; j++) {
            struct text_ref alias = build->refs.items[entity->alias_first + j];
            name_share_typed(b, slice_make(build->text.items + alias.at, alias.len), end);
        }
    }
}

static void name_add_entities(struct name_builder *b)
{
    struct build *build = b->build;
    for (uint32_t i = 0; i < build->entities.count; i++) {
        const struct entity *entity = &build->entities.items[i];
        struct name_end end = { .value = i, .rule = entity->rule, .kind = NAME_ENTITY };
        name_add(b, slice_make(build->text.items + entity->name.at, entity->name.len), end);
        for (uint32_t j = 0; j < entity->alias_count; j++) {
            struct text_ref alias = build->refs.items[entity->alias_first + j];
            name_add(b, slice_make(build->text.items + alias.at, alias.len), end);
        }
    }
}

static void name_add_table(struct name_builder *b, enum table_kind kind, const char *column, const char *choice_column,
                           const char *const *choices, int choice_count, enum name_end_kind end_kind)
{
    struct table_list *tables = &b->build->tables[kind];
    for (uint32_t i = 0; i < tables->count; i++) {
        const struct table *table = &tables->items[i];
        for (uint32_t row = 0; row < table->count; row++) {
            struct slice cell = table_cell(table, row, table_column(table, choice_column)), part;
            int value = build_choice(cell, choices, choice_count);
            if (value < 0 && choices)
                build_fault(b->build, table, row, "no such kind", cell);
            if (end_kind == NAME_GIVEN)
                value = cell.len && cell.at[cell.len - 1] == '?';
            if (end_kind == NAME_FAMILY)
                value = slice_starts(cell, slice_of("common"));
            struct name_end end = { .value = (uint32_t)(value < 0 ? 0 : value),
                                    .rule = build_rule(b->build, table, row),
                                    .kind = (uint8_t)end_kind };
            struct slice texts = table_cell(table, row, table_column(table, column));
            while (texts.len && slice_cut(&texts, '|', &part))
                name_add(b, part, end);
        }
    }
}

static void name_add_particles(struct name_builder *b)
{
    struct table_list *tables = &b->build->tables[TABLE_PARTICLES];
    for (uint32_t i = 0; i < tables->count; i++)
        for (uint32_t row = 0; row < tables->items[i].count; row++) {
            struct slice form = table_cell(&tables->items[i], row, table_column(&tables->items[i], "form"));
            uint32_t lemma;
            if (form.len && memchr(form.at, ' ', form.len)
                && map_get(&b->build->lemma_ids, build_key(b->build, 'p', table_cell(&tables->items[i], row, 0)), &lemma))
                name_add(b, form,
                         (struct name_end){ .value = lemma, .rule = b->build->lemma_origins.items[lemma].rule, .kind = NAME_PARTICLE });
        }
}

/* Lays the automaton into the image: edges as a hash table, ends as runs. */
static void name_finish(struct name_builder *b)
{
    struct build *build = b->build;
    uint32_t room = 64;
    while (room < b->edges.count * 2)
        room *= 2;
    struct name_edge *slots = arena_array(build->mem, struct name_edge, room);
    uint64_t *filter = arena_array(build->mem, uint64_t, filter_words(room));
    for (uint32_t i = 0; i < b->edges.count; i++) {
        uint32_t hash = name_edge_hash(b->edges.items[i].state, b->edges.items[i].word), at = hash & (room - 1);
        filter_add(filter, room, name_edge_spread(hash));
        while (slots[at].next)
            at = (at + 1) & (room - 1);
        slots[at] = b->edges.items[i];
    }
    struct name_state *states = arena_array(build->mem, struct name_state, b->state_ends.count);
    struct name_end *ends = arena_array(build->mem, struct name_end, b->ends.count + 1);
    uint32_t end_count = 0;
    for (uint32_t s = 0; s < b->state_ends.count; s++) {
        states[s].end_first = b->state_ends.items[s] ? end_count : KNOW_NONE;
        for (uint32_t i = b->state_ends.items[s]; i; i = b->ends.items[i - 1].next)
            ends[end_count++] = b->ends.items[i - 1].end;
        if (b->state_ends.items[s])
            ends[end_count - 1].is_last = 1;
    }
    struct slice words = frozen_finish(build->mem, &b->words);
    image_put(&build->image, IMAGE_NAME_WORDS, words.at, words.len);
    image_put(&build->image, IMAGE_NAME_EDGES, slots, room * sizeof *slots);
    image_put(&build->image, IMAGE_NAME_FILTER, filter, filter_words(room) * sizeof *filter);
    image_put(&build->image, IMAGE_NAME_STATES, states, b->state_ends.count * sizeof *states);
    image_put(&build->image, IMAGE_NAME_ENDS, ends, end_count * sizeof *ends);
}

void build_names(struct build *build)
{
    static const char *const titles[] = { "office", "rank", "honorific", "spokesman", "correspondent", "source" };
    static const char *const expressions[] = { "source", "back", "channel", "hedge" };
    struct name_builder *b = arena_new(build->mem, struct name_builder);
    b->build = build;
    (void)list_add(build->mem, &b->state_ends); /* state 0: none */
    (void)list_add(build->mem, &b->state_ends); /* state 1: start */
    name_add_entities(b);
    name_share_all(b);
    name_add_table(b, TABLE_TITLES, "title", "kind", titles, 6, NAME_TITLE);
    name_add_table(b, TABLE_GIVEN, "name", "gender", NULL, 0, NAME_GIVEN);
    name_add_table(b, TABLE_FAMILIES, "name", "note", NULL, 0, NAME_FAMILY);
    name_add_table(b, TABLE_EXPRESSIONS, "expression", "kind", expressions, 4, NAME_EXPRESSION);
    name_add_particles(b);
    name_finish(b);
}
