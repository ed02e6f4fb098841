#include "know/build.h"

#include <nettle/sha2.h>

#include "know/fold.h"
#include "know/page_rules.h"

struct text_ref build_text(struct build *build, struct slice text)
{
    uint32_t at;
    if (!text.len)
        return (struct text_ref){ 0, 0 };
    if (map_get(&build->text_at, text, &at))
        return (struct text_ref){ at, (uint32_t)text.len };
    at = build->text.count;
    for (size_t i = 0; i < text.len; i++)
        *(char *)list_add(build->mem, &build->text) = text.at[i];
    (void)list_add(build->mem, &build->text); /* NUL */
    map_set(build->mem, &build->text_at, arena_copy(build->mem, text), at);
    return (struct text_ref){ at, (uint32_t)text.len };
}

struct slice build_text_at(const struct build *build, struct text_ref ref)
{
    return slice_make(build->text.items + ref.at, ref.len);
}

struct text_ref build_folded(struct build *build, struct slice text)
{
    return build_text(build, fold_copy(build->mem, text));
}

uint32_t build_refs(struct build *build, struct slice cell, bool fold, uint16_t *count)
{
    uint32_t first = build->refs.count;
    struct slice part;
    *count = 0;
    while (cell.len && slice_cut(&cell, '|', &part)) {
        part = slice_trim(part);
        if (!part.len)
            continue;
        struct text_ref ref = fold ? build_folded(build, part) : build_text(build, part);
        *(struct text_ref *)list_add(build->mem, &build->refs) = ref;
        ++*count;
    }
    return first;
}

uint32_t build_rule(struct build *build, const struct table *table, uint32_t row)
{
    struct text_ref file = build_text(build, table->file);
    if (!build->rule_files.count || build->rule_files.items[build->rule_files.count - 1].at != file.at)
        *(struct text_ref *)list_add(build->mem, &build->rule_files) = file;
    struct rule *rule = list_add(build->mem, &build->rules);
    *rule = (struct rule){ build->rule_files.count - 1, table->rows[row].line };
    return build->rules.count - 1;
}

void build_fault(struct build *build, const struct table *table, uint32_t row, const char *message, struct slice detail)
{
    fault_add(build->mem, build->faults, table->file, table->rows[row].line, "%s%s%.*s", message, detail.len ? ": " : "", (int)detail.len,
              detail.at ? detail.at : "");
}

int build_choice(struct slice name, const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (slice_equal(name, slice_of(names[i])))
            return i;
    return -1;
}

uint8_t build_preposition(struct build *build, struct slice text)
{
    struct slice folded = fold_copy(build->mem, text);
    if (build->preposition_count == 0) {
        build->preposition_count = PREP_FIRST_FREE;
        build->prepositions[PREP_B] = build_text(build, slice_of("\xd8\xa8")); /* ba */
        build->prepositions[PREP_L] = build_text(build, slice_of("\xd9\x84")); /* lam */
        build->prepositions[PREP_K] = build_text(build, slice_of("\xd9\x83")); /* kaf */
        build->prepositions[PREP_GENITIVE] = build_text(build, slice_of("gen"));
    }
    struct text_ref ref = build_text(build, folded);
    for (uint32_t i = 1; i < build->preposition_count; i++)
        if (build->prepositions[i].at == ref.at && build->prepositions[i].len == ref.len)
            return (uint8_t)i;
    if (!ref.len || build->preposition_count == KNOW_PREPOSITIONS)
        return PREP_NONE;
    build->prepositions[build->preposition_count] = ref;
    return (uint8_t)build->preposition_count++;
}

struct slice build_key(struct build *build, char kind, struct slice id)
{
    return arena_print(build->mem, "%c:%.*s", kind, (int)id.len, id.at);
}

static const char *const table_folders[TABLE_KIND_COUNT] = {
    "lexicon/verbs",      "lexicon/nouns",   "lexicon/adjectives",
    "lexicon/particles",  "frames/events",   "reporting/operators",
    "frames/complements", "frames/contents", "reporting/expressions",
    "names/bodies",       "names/persons",   "names/titles",
    "names/given",        "names/families",  "places/",
    "time/terms",         "page/",           "weights/",
};

/* A row replaces earlier rows of the same kind with its id, in this file or in one read before. */
static void build_override(struct build *build, enum table_kind kind, struct map *seen, struct table *table)
{
    struct table_list *tables = &build->tables[kind];
    uint32_t kept = 0;
    for (uint32_t i = 0; i < table->count; i++) {
        struct slice id = table->rows[i].cells[0];
        uint32_t where;
        if (!id.len) {
            build_fault(build, table, i, "no id", id);
            continue;
        }
        if (map_get(seen, id, &where) && where != tables->count) {
            struct table *older = &tables->items[where];
            for (uint32_t j = 0; j < older->count; j++)
                if (slice_equal(older->rows[j].cells[0], id)) {
                    memmove(&older->rows[j], &older->rows[j + 1], (older->count - j - 1) * sizeof *older->rows);
                    older->count--;
                    break;
                }
        } else if (map_get(seen, id, &where)) {
            build_fault(build, table, i, "id stands twice", id);
            continue;
        }
        map_set(build->mem, seen, id, tables->count);
        table->rows[kept++] = table->rows[i];
    }
    table->count = kept;
    *(struct table *)list_add(build->mem, tables) = *table;
}

static void build_tables(struct build *build, const struct codebook_file_list *files)
{
    struct map *seen = arena_array(build->mem, struct map, TABLE_KIND_COUNT);
    for (uint32_t i = 0; i < files->count; i++)
        for (int kind = 0; kind < TABLE_KIND_COUNT; kind++) {
            if (!slice_starts(files->items[i].path, slice_of(table_folders[kind])) || !slice_ends(files->items[i].path, slice_of(".tsv")))
                continue;
            struct table table;
            table_parse(build->mem, files->items[i].path, files->items[i].bytes, &table, build->faults);
            build_override(build, (enum table_kind)kind, &seen[kind], &table);
        }
}

static struct slice build_version(struct build *build, const struct codebook_file_list *files)
{
    struct sha256_ctx hash;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&hash);
    for (uint32_t i = 0; i < files->count; i++) {
        sha256_update(&hash, files->items[i].path.len, (const uint8_t *)files->items[i].path.at);
        sha256_update(&hash, files->items[i].bytes.len, (const uint8_t *)files->items[i].bytes.at);
    }
    sha256_digest(&hash, sizeof digest, digest);
    char *hex = arena_alloc(build->mem, 2 * sizeof digest + 1);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    return slice_make(hex, 2 * sizeof digest);
}

#define BUILD_PUT(build, section, list) image_put(&(build)->image, (section), (list).items, (list).count * sizeof *(list).items)

enum isnad_status know_compile(struct arena *mem, const struct codebook_file_list *files, struct slice *image, struct fault_list *faults)
{
    struct build *build = arena_new(mem, struct build);
    build->mem = mem;
    build->faults = faults;
    (void)list_add(mem, &build->text); /* offset 0: the empty text */
    build_tables(build, files);
    build_entities(build);
    build_lexicon(build);
    build_frames(build);
    build_names(build);
    build_weights(build);
    term_compile(mem, build->tables[TABLE_TERMS].items, build->tables[TABLE_TERMS].count, &build->image, faults);
    page_compile(mem, build->tables[TABLE_PAGE].items, build->tables[TABLE_PAGE].count, &build->image, faults);
    BUILD_PUT(build, IMAGE_TEXT, build->text);
    BUILD_PUT(build, IMAGE_REFS, build->refs);
    BUILD_PUT(build, IMAGE_LEMMAS, build->lemmas);
    BUILD_PUT(build, IMAGE_LEMMA_ORIGINS, build->lemma_origins);
    BUILD_PUT(build, IMAGE_ENTITIES, build->entities);
    BUILD_PUT(build, IMAGE_OFFICIALS, build->officials);
    BUILD_PUT(build, IMAGE_RULES, build->rules);
    BUILD_PUT(build, IMAGE_RULE_FILES, build->rule_files);
    image_put(&build->image, IMAGE_PREPOSITIONS, build->prepositions, sizeof build->prepositions);
    image_put(&build->image, IMAGE_USUAL_ROLES, build->usual_roles, sizeof build->usual_roles);
    struct slice version = build_version(build, files);
    image_put(&build->image, IMAGE_VERSION, version.at, version.len);
    *image = image_finish(mem, &build->image);
    return faults->count ? ISNAD_INPUT : ISNAD_OK;
}
