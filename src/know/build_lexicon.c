/*
 * build_lexicon.c - lexicon/ files into lemmas and a table of all their generated forms.
 */
#include "know/build.h"
#include "know/fold.h"
#include "know/frozen.h"
#include "know/inflect.h"

struct reading_chain {
    struct form_reading reading;
    uint32_t next; /* 1 + index; 0 ends */
};

struct lexicon_builder {
    struct build *build;
    struct map heads; /* form -> 1 + index of the first reading */
    struct {
        struct reading_chain *items;
        uint32_t count, room;
    } chains;
    struct arena scratch;
    uint32_t lemma;
};

#define VALUE_BITS (FEATURE_MOODS | FEATURE_STATES | FEATURE_CASES)

static void lexicon_emit(void *context, struct slice form, uint32_t features)
{
    struct lexicon_builder *b = context;
    uint32_t head = 0;
    bool known = map_get(&b->heads, form, &head);
    for (uint32_t i = head; i; i = b->chains.items[i - 1].next) {
        struct form_reading *old = &b->chains.items[i - 1].reading;
        if (old->lemma == b->lemma && (old->features & ~VALUE_BITS) == (features & ~VALUE_BITS)) {
            old->features |= features;
            return;
        }
    }
    struct reading_chain *chain = list_add(b->build->mem, &b->chains);
    chain->reading = (struct form_reading){ b->lemma, features, 0 };
    chain->next = head;
    map_set(b->build->mem, &b->heads, known ? form : arena_copy(b->build->mem, form), b->chains.count);
}

static struct lemma *lexicon_lemma(struct lexicon_builder *b, const struct table *table, uint32_t row, enum lemma_part part, char kind,
                                   struct slice text)
{
    struct lemma *lemma = list_add(b->build->mem, &b->build->lemmas);
    struct slice id = table_cell(table, row, 0);
    struct lemma_origin *origin = list_add(b->build->mem, &b->build->lemma_origins);
    origin->id = build_text(b->build, id);
    *lemma = (struct lemma){ .text = build_folded(b->build, text), .part = (uint8_t)part, .body = KNOW_NONE };
    origin->rule = build_rule(b->build, table, row);
    b->lemma = b->build->lemmas.count - 1;
    map_set(b->build->mem, &b->build->lemma_ids, build_key(b->build, kind, id), b->lemma);
    return lemma;
}

static uint8_t lexicon_mode(struct lexicon_builder *b, const struct table *table, uint32_t row)
{
    struct slice cell = table_cell(table, row, table_column(table, "mode"));
    int mode = cell.len ? build_choice(cell, event_mode_names, MODE_COUNT) : 0;
    if (mode < 0)
        build_fault(b->build, table, row, "no such mode", cell);
    return (uint8_t)(mode < 0 ? 0 : mode);
}

static void lexicon_verb(struct lexicon_builder *b, const struct table *table, uint32_t row)
{
    struct verb_entry entry = {
        table_cell(table, row, table_column(table, "lemma")),  table_cell(table, row, table_column(table, "root")),
        table_cell(table, row, table_column(table, "form")),   table_cell(table, row, table_column(table, "present")),
        table_cell(table, row, table_column(table, "masdar")),
    };
    struct slice fault = { 0 };
    lexicon_lemma(b, table, row, LEMMA_VERB, 'v', entry.lemma);
    if (!inflect_verb(&b->scratch, &entry, lexicon_emit, b, &fault))
        build_fault(b->build, table, row, "", fault);
}

static void lexicon_noun(struct lexicon_builder *b, const struct table *table, uint32_t row)
{
    struct noun_entry entry = {
        table_cell(table, row, table_column(table, "lemma")),
        table_cell(table, row, table_column(table, "gender")),
        table_cell(table, row, table_column(table, "plural")),
    };
    struct lemma *lemma = lexicon_lemma(b, table, row, LEMMA_NOUN, 'n', entry.lemma);
    struct slice classes = table_cell(table, row, table_column(table, "classes")), part;
    while (classes.len && slice_cut(&classes, memchr(classes.at, '|', classes.len) ? '|' : ' ', &part)) {
        int class = build_choice(slice_trim(part), noun_class_names, CLASS_COUNT);
        if (class > 0)
            lemma->classes |= 1u << class;
        else
            build_fault(b->build, table, row, "no such class", part);
    }
    lemma->mode = lexicon_mode(b, table, row);
    lemma->is_feminine = slice_equal(entry.gender, slice_of("f"));
    struct slice fault = { 0 };
    if (!inflect_noun(&b->scratch, &entry, lexicon_emit, b, &fault))
        build_fault(b->build, table, row, "", fault);
}

static void lexicon_adjective(struct lexicon_builder *b, const struct table *table, uint32_t row)
{
    struct slice body = table_cell(table, row, table_column(table, "body"));
    struct adjective_entry entry = { table_cell(table, row, table_column(table, "lemma")),
                                     table_cell(table, row, table_column(table, "plural")) };
    struct lemma *lemma = lexicon_lemma(b, table, row, LEMMA_ADJECTIVE, 'a', entry.lemma);
    if (body.len && !map_get(&b->build->entity_ids, body, &lemma->body))
        build_fault(b->build, table, row, "no body of that id", body);
    lemma->mode = lexicon_mode(b, table, row);
    struct slice fault = { 0 };
    if (!inflect_adjective(&b->scratch, &entry, lexicon_emit, b, &fault))
        build_fault(b->build, table, row, "", fault);
}

static void lexicon_particle(struct lexicon_builder *b, const struct table *table, uint32_t row)
{
    static const struct {
        const char *name;
        enum particle_value value;
    } values[] = {
        { "without", VALUE_WITHOUT },
        { "verb", VALUE_VERB },
        { "future", VALUE_FUTURE },
        { "after", VALUE_AFTER },
        { "before", VALUE_BEFORE },
        { "purpose", VALUE_PURPOSE },
        { "narrator", VALUE_NARRATOR },
        { "fact", VALUE_FACT },
        { "nominal", VALUE_NOMINAL },
        { "qad", VALUE_QAD },
        { "one", VALUE_ONE },
        { "part", VALUE_PART },
        { "add", VALUE_ADD },
        { "adjective", VALUE_ADJECTIVE },
        { "topic", VALUE_TOPIC },
        { "except", VALUE_EXCEPT },
        { "unmanned", VALUE_UNMANNED },
        { "side", VALUE_SIDE },
        { "possessing", VALUE_POSSESSING },
        { "moment", VALUE_MOMENT },
        { "feminine", VALUE_FEMININE },
    };
    struct slice form = table_cell(table, row, table_column(table, "form")), value = table_cell(table, row, table_column(table, "value"));
    struct slice class = table_cell(table, row, table_column(table, "class"));
    struct lemma *lemma = lexicon_lemma(b, table, row, LEMMA_PARTICLE, 'p', form);
    int number = build_choice(class, particle_class_names, PARTICLE_COUNT);
    if (number <= 0)
        build_fault(b->build, table, row, "no such class of particles", class);
    lemma->particle = (uint8_t)(number < 0 ? 0 : number);
    if (lemma->particle == PARTICLE_PREP)
        lemma->value = build_preposition(b->build, value);
    for (size_t i = 0; lemma->particle != PARTICLE_PREP && i < sizeof values / sizeof *values; i++)
        if (slice_equal(value, slice_of(values[i].name)))
            lemma->value = (uint8_t)values[i].value;
    if (!memchr(form.at, ' ', form.len))
        lexicon_emit(b, fold_copy(&b->scratch, form),
                     FEATURE_BARE | FEATURE_PRONOUN | FEATURE_CONSTRUCT | (slice_ends(form, slice_of("\xd9\x89")) ? FEATURE_MAQSURA : 0));
}

static void lexicon_tables(struct lexicon_builder *b, enum table_kind kind,
                           void (*row_call)(struct lexicon_builder *, const struct table *, uint32_t))
{
    for (uint32_t i = 0; i < b->build->tables[kind].count; i++)
        for (uint32_t row = 0; row < b->build->tables[kind].items[i].count; row++) {
            row_call(b, &b->build->tables[kind].items[i], row);
            arena_reset(&b->scratch);
        }
}

static void lexicon_finish(struct lexicon_builder *b)
{
    struct arena *mem = b->build->mem;
    struct form_reading *readings = arena_array(mem, struct form_reading, b->chains.count + 1);
    struct frozen_builder forms = { 0 };
    uint32_t count = 0;
    for (uint32_t i = 0; i < b->heads.room; i++) {
        const struct map_slot *slot = &b->heads.slots[i];
        if (!slot->key.at)
            continue;
        frozen_add(mem, &forms, slot->key, count);
        for (uint32_t j = slot->value; j; j = b->chains.items[j - 1].next)
            readings[count++] = b->chains.items[j - 1].reading;
        readings[count - 1].is_last = 1;
    }
    struct slice table = frozen_finish(mem, &forms);
    image_put(&b->build->image, IMAGE_FORMS, table.at, table.len);
    image_put(&b->build->image, IMAGE_READINGS, readings, count * sizeof *readings);
}

void build_lexicon(struct build *build)
{
    struct lexicon_builder *b = arena_new(build->mem, struct lexicon_builder);
    b->build = build;
    arena_init(&b->scratch, 0);
    b->scratch.escape = build->mem->escape;
    lexicon_tables(b, TABLE_PARTICLES, lexicon_particle);
    lexicon_tables(b, TABLE_VERBS, lexicon_verb);
    lexicon_tables(b, TABLE_NOUNS, lexicon_noun);
    lexicon_tables(b, TABLE_ADJECTIVES, lexicon_adjective);
    arena_release(&b->scratch);
    lexicon_finish(b);
}
