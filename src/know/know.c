#include "know/know.h"

/* Where the search for a preposition begins in preposition_at. */
static uint8_t preposition_slot(struct slice text)
{
    return (uint8_t)(slice_hash_table(text) >> 56);
}

static void know_index_prepositions(struct know *know)
{
    for (uint8_t i = 1; i < KNOW_PREPOSITIONS; i++) {
        struct slice text = know_text(know, know->prepositions[i]);
        uint8_t slot = preposition_slot(text);
        while (text.len && know->preposition_at[slot])
            slot++; /* the last is followed by the first */
        if (text.len)
            know->preposition_at[slot] = i;
    }
}

enum isnad_status know_open(struct slice image, struct know *know, struct isnad_error *error)
{
    enum isnad_status status = image_check(image, error);
    if (status != ISNAD_OK)
        return status;
    *know = (struct know){ .image = image };
    know->text = image_section(image, IMAGE_TEXT).at;
    know->refs = (const void *)image_section(image, IMAGE_REFS).at;
    know->lemmas = (const void *)image_section(image, IMAGE_LEMMAS).at;
    know->lemma_count = (uint32_t)(image_section(image, IMAGE_LEMMAS).len / sizeof *know->lemmas);
    know->lemma_origins = (const void *)image_section(image, IMAGE_LEMMA_ORIGINS).at;
    know->form_readings = (const void *)image_section(image, IMAGE_READINGS).at;
    know->forms = image_section(image, IMAGE_FORMS);
    know->entities = (const void *)image_section(image, IMAGE_ENTITIES).at;
    know->entity_count = (uint32_t)(image_section(image, IMAGE_ENTITIES).len / sizeof *know->entities);
    know->officials = (const void *)image_section(image, IMAGE_OFFICIALS).at;
    know->official_count = (uint32_t)(image_section(image, IMAGE_OFFICIALS).len / sizeof *know->officials);
    know->frames = (const void *)image_section(image, IMAGE_FRAMES).at;
    know->frame_count = (uint32_t)(image_section(image, IMAGE_FRAMES).len / sizeof *know->frames);
    know->needs = (const void *)image_section(image, IMAGE_NEEDS).at;
    know->name_words = image_section(image, IMAGE_NAME_WORDS);
    know->name_edges = (const void *)image_section(image, IMAGE_NAME_EDGES).at;
    know->name_edge_mask = (uint32_t)(image_section(image, IMAGE_NAME_EDGES).len / sizeof *know->name_edges) - 1;
    know->name_filter = (const void *)image_section(image, IMAGE_NAME_FILTER).at;
    know->name_states = (const void *)image_section(image, IMAGE_NAME_STATES).at;
    know->name_ends = (const void *)image_section(image, IMAGE_NAME_ENDS).at;
    know->rules = (const void *)image_section(image, IMAGE_RULES).at;
    know->rule_files = (const void *)image_section(image, IMAGE_RULE_FILES).at;
    know->prepositions = (const void *)image_section(image, IMAGE_PREPOSITIONS).at;
    know_index_prepositions(know);
    know->usual_roles = (const void *)image_section(image, IMAGE_USUAL_ROLES).at;
    know->page = image_section(image, IMAGE_PAGE);
    know->weights = (const void *)image_section(image, IMAGE_WEIGHTS).at;
    know->version = image_section(image, IMAGE_VERSION);
    term_open(image, &know->terms);
    return ISNAD_OK;
}

const struct official *know_officials(const struct know *know, const char *country, uint32_t *count)
{
    uint32_t low = 0, high = know->official_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (memcmp(know->officials[middle].country, country, 2) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (high = low; high < know->official_count && memcmp(know->officials[high].country, country, 2) == 0; high++)
        continue;
    *count = high - low;
    return &know->officials[low];
}

bool know_is_official(const struct know *know, uint32_t entity)
{
    uint32_t count;
    const struct official *officials = know_officials(know, know->entities[entity].country, &count);
    for (uint32_t i = 0; i < count; i++)
        if (officials[i].entity == entity)
            return true;
    return false;
}

struct slice know_rule(const struct know *know, uint32_t rule, uint32_t *line)
{
    *line = know->rules[rule].line;
    return know_text(know, know->rule_files[know->rules[rule].file]);
}

uint8_t know_preposition(const struct know *know, struct slice text)
{
    for (uint8_t slot = preposition_slot(text), i; (i = know->preposition_at[slot]) != PREP_NONE; slot++)
        if (slice_same(know_text(know, know->prepositions[i]), text))
            return i;
    return PREP_NONE;
}

bool preposition_among(const struct know *know, uint8_t preposition, const char *const *written, size_t count)
{
    for (size_t i = 0; preposition != PREP_NONE && i < count; i++)
        if (slice_equal(know_text(know, know->prepositions[preposition]), slice_of(written[i])))
            return true;
    return false;
}

bool know_has_ref(const struct know *know, uint32_t first, uint32_t count, struct slice text)
{
    for (uint32_t i = 0; i < count; i++)
        if (slice_same(know_text(know, know->refs[first + i]), text))
            return true;
    return false;
}

uint32_t know_name_step(const struct know *know, uint32_t state, uint32_t word)
{
    /* Nearly all steps lead nowhere; the filter, which stays in the cache, tells most of those. */
    uint32_t hash = name_edge_hash(state, word);
    if (!filter_may_have(know->name_filter, know->name_edge_mask + 1, name_edge_spread(hash)))
        return 0;
    uint32_t at = hash & know->name_edge_mask;
    for (; know->name_edges[at].next; at = (at + 1) & know->name_edge_mask)
        if (know->name_edges[at].state == state && know->name_edges[at].word == word)
            return know->name_edges[at].next;
    return 0;
}

bool lemma_tells(const struct know *know, const struct lemma *lemma, uint32_t types, uint8_t mode)
{
    for (uint32_t i = 0; lemma && i < lemma->frame_count; i++) {
        const struct frame *frame = &know->frames[lemma->frame_first + i];
        if (types & 1u << frame->type && (mode == MODE_NONE || frame->mode == mode))
            return true;
    }
    return false;
}

bool frame_befalls_people(const struct frame *frame)
{
    for (uint32_t i = 0; i < frame->count_count; i++)
        if (frame->counts[i].role == ROLE_RECIPIENT && frame->counts[i].counted >= COUNTED_KILLED
            && frame->counts[i].counted <= COUNTED_RELEASED)
            return true;
    return false;
}

bool lemma_befalls_people(const struct know *know, const struct lemma *lemma)
{
    for (uint32_t i = 0; i < lemma->frame_count; i++)
        if (!know->frames[lemma->frame_first + i].need_count && frame_befalls_people(&know->frames[lemma->frame_first + i]))
            return true;
    return false;
}
