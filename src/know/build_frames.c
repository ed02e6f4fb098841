/*
 * build_frames.c - the events of frames/ and the operators of reporting/ into frames, grouped by the lemma that they belong to.
 */
#include "know/build.h"
#include "know/fold.h"

struct frame_builder {
    struct build *build;
    struct {
        struct frame *items;
        uint32_t count, room;
    } frames;
    struct {
        struct need *items;
        uint32_t count, room;
    } needs;
    struct {
        struct frame_content {
            uint8_t type, mode;
            struct need need; /* its words */
        } * items;
        uint32_t count, room;
    } contents;
};

static enum role frame_role(struct frame_builder *b, const struct table *table, uint32_t row, struct slice name)
{
    static const struct {
        const char *name;
        enum role role;
    } roles[] = {
        { "actor", ROLE_ACTOR },     { "recipient", ROLE_RECIPIENT }, { "place", ROLE_AT },
        { "at", ROLE_AT },           { "from", ROLE_FROM },           { "to", ROLE_TO },
        { "content", ROLE_CONTENT }, { "self", ROLE_SELF },           { "subject", ROLE_SUBJECT },
        { "object", ROLE_OBJECT },   { "none", ROLE_NONE },           { "-", ROLE_NONE },
    };
    if (!name.len)
        return ROLE_NONE;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (slice_equal(name, slice_of(roles[i].name)))
            return roles[i].role;
    build_fault(b->build, table, row, "no such role", name);
    return ROLE_NONE;
}

static uint32_t frame_classes(struct frame_builder *b, const struct table *table, uint32_t row, struct slice value)
{
    uint32_t classes = 0;
    struct slice part;
    while (value.len && slice_cut(&value, '|', &part)) {
        int class = build_choice(part, noun_class_names, CLASS_COUNT);
        if (class > 0)
            classes |= 1u << class;
        else
            build_fault(b->build, table, row, "no such class", part);
    }
    return classes;
}

static void need_words(struct frame_builder *b, struct need *need, struct slice words)
{
    need->word_first = build_refs(b->build, words, true, &need->word_count);
    for (uint32_t i = 0; i < need->word_count; i++)
        need->signs |= UINT64_C(1) << know_sign(build_text_at(b->build, b->build->refs.items[need->word_first + i]));
}

/* "obj=A|B", "prep=P|Q", "obj.class=weapon", "gen=A", "subj=A", "adj=A", or "P=A|B" for the head noun after the preposition P. */
static void frame_need(struct frame_builder *b, const struct table *table, uint32_t row, struct frame *frame, struct slice text)
{
    static const struct {
        const char *key;
        enum need_kind kind;
        bool is_class;
    } keys[] = {
        { "obj", NEED_OBJECT, false },   { "obj.class", NEED_OBJECT_CLASS, true },   { "obj.adj", NEED_OBJECT_ADJECTIVE, false },
        { "subj", NEED_SUBJECT, false }, { "subj.class", NEED_SUBJECT_CLASS, true }, { "adj", NEED_ADJECTIVE, false },
        { "gen", NEED_GENITIVE, false }, { "prep", NEED_PREPOSITION, false },
    };
    struct slice key, value = text;
    slice_cut(&value, '=', &key);
    key = slice_trim(key);
    value = slice_trim(value);
    if (!key.len || !value.len) {
        build_fault(b->build, table, row, "not of the form key=value", text);
        return;
    }
    struct need *need = list_add(b->build->mem, &b->needs);
    frame->need_count++;
    need->kind = NEED_COMPLEMENT;
    bool is_class = false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (slice_equal(key, slice_of(keys[i].key))) {
            need->kind = (uint8_t)keys[i].kind;
            is_class = keys[i].is_class;
        }
    if (need->kind == NEED_OBJECT && slice_equal(value, slice_of("-"))) {
        need->kind = NEED_NO_OBJECT;
        return;
    }
    /* «من.class=place» */
    struct slice class = slice_of(".class");
    if (!is_class && need->kind == NEED_COMPLEMENT && slice_ends(key, class)) {
        need->kind = NEED_COMPLEMENT_CLASS;
        key.len -= class.len;
        is_class = true;
        if ((need->number = build_preposition(b->build, key)) == PREP_NONE)
            build_fault(b->build, table, row, "no such preposition", key);
    }
    if (is_class) {
        need->classes = frame_classes(b, table, row, value);
        return;
    }
    if (need->kind == NEED_COMPLEMENT && (need->number = build_preposition(b->build, key)) == PREP_NONE)
        build_fault(b->build, table, row, "no such preposition", key);
    need_words(b, need, value);
}

static void frame_complements(struct frame_builder *b, const struct table *table, uint32_t row, struct frame *frame, struct slice cell)
{
    struct slice part;
    while (cell.len && slice_cut(&cell, ';', &part)) {
        struct slice key, value = slice_trim(part);
        if (!value.len)
            continue;
        slice_cut(&value, '=', &key);
        if (frame->complement_count == FRAME_COMPLEMENTS) {
            build_fault(b->build, table, row, "too many complements", part);
            return;
        }
        frame->complements[frame->complement_count].preposition = build_preposition(b->build, slice_trim(key));
        frame->complements[frame->complement_count].role = (uint8_t)frame_role(b, table, row, slice_trim(value));
        frame->complement_count++;
    }
}

static void frame_counts(struct frame_builder *b, const struct table *table, uint32_t row, struct frame *frame, struct slice cell)
{
    struct slice part;
    while (cell.len && slice_cut(&cell, '|', &part)) {
        struct slice role, counted = part;
        slice_cut(&counted, ':', &role);
        int kind = build_choice(counted, count_kind_names, COUNTED_COUNT);
        if (kind < 0 || frame->count_count == FRAME_COUNTS) {
            build_fault(b->build, table, row, "no such count", part);
            continue;
        }
        frame->counts[frame->count_count].role = (uint8_t)frame_role(b, table, row, role);
        frame->counts[frame->count_count].counted = (uint8_t)kind;
        frame->count_count++;
    }
}

/* Finds the predicate's lemma and the part; false with a fault when there is none. */
static bool frame_predicate(struct frame_builder *b, const struct table *table, uint32_t row, struct frame *frame)
{
    static const char *const parts[] = { "verb", "finite", "masdar", "noun", "adjective" };
    static const char kinds[] = { 'v', 'v', 'v', 'n', 'a' }; /* of lexicon_lemma() */
    struct slice id = table_cell(table, row, table_column(table, "predicate"));
    struct slice part = table_cell(table, row, table_column(table, "part"));
    int choice = build_choice(part, parts, 5);
    if (choice < 0) {
        build_fault(b->build, table, row, "part is not verb, finite, masdar, noun or adjective", part);
        return false;
    }
    frame->part = (uint8_t)choice;
    if (!map_get(&b->build->lemma_ids, build_key(b->build, kinds[choice], id), &frame->lemma)) {
        build_fault(b->build, table, row, "no such predicate in lexicon/", id);
        return false;
    }
    return true;
}

static void frame_begin(struct frame_builder *b, const struct table *table, uint32_t row, struct frame *frame)
{
    *frame = (struct frame){ .need_first = b->needs.count, .rule = build_rule(b->build, table, row) };
    struct slice needs = table_cell(table, row, table_column(table, "needs")), need;
    while (needs.len && slice_cut(&needs, ';', &need))
        if (slice_trim(need).len)
            frame_need(b, table, row, frame, slice_trim(need));
}

/* frames/contents.tsv: the mode of a demand or refusal by what is demanded or refused. */
static void frame_content(struct frame_builder *b, const struct table *table, uint32_t row)
{
    int type = build_choice(table_cell(table, row, table_column(table, "type")), event_type_names, EVENT_COUNT);
    int mode = build_choice(table_cell(table, row, table_column(table, "mode")), event_mode_names, MODE_COUNT);
    if (type <= 0 || mode <= 0) {
        build_fault(b->build, table, row, "no such type or mode", table_cell(table, row, table_column(table, "mode")));
        return;
    }
    struct frame_content *content = list_add(b->build->mem, &b->contents);
    *content = (struct frame_content){ .type = (uint8_t)type, .mode = (uint8_t)mode };
    need_words(b, &content->need, table_cell(table, row, table_column(table, "words")));
}

/* A frame beside `base`, which asks for what it asks and for one word more. */
static void frame_beside(struct frame_builder *b, const struct frame *base, const struct frame_content *content, struct need need)
{
    struct frame frame = *base;
    frame.mode = content->mode;
    frame.need_first = b->needs.count;
    frame.need_count++;
    for (uint32_t i = 0; i < base->need_count; i++) {
        struct need copy = b->needs.items[base->need_first + i];
        *(struct need *)list_add(b->build->mem, &b->needs) = copy;
    }
    *(struct need *)list_add(b->build->mem, &b->needs) = need;
    *(struct frame *)list_add(b->build->mem, &b->frames) = frame;
}

/* «طالب بوقف …», «رفض الاجتماع»: where a frame leaves its mode open and has a place for what it is about, each content there gives it a mode. */
static void frame_by_content(struct frame_builder *b, const struct frame *base)
{
    for (uint32_t i = 0; i < b->contents.count; i++) {
        const struct frame_content *content = &b->contents.items[i];
        struct need need = content->need;
        if (content->type != base->type)
            continue;
        need.kind = NEED_OBJECT;
        if (base->object == ROLE_CONTENT)
            frame_beside(b, base, content, need);
        need.kind = NEED_COMPLEMENT;
        for (uint32_t j = 0; j < base->complement_count; j++) {
            need.number = base->complements[j].preposition;
            if (base->complements[j].role == ROLE_CONTENT)
                frame_beside(b, base, content, need);
        }
    }
}

static void frame_event(struct frame_builder *b, const struct table *table, uint32_t row)
{
    struct frame frame;
    frame_begin(b, table, row, &frame);
    int type = build_choice(table_cell(table, row, table_column(table, "type")), event_type_names, EVENT_COUNT);
    struct slice mode_name = table_cell(table, row, table_column(table, "mode"));
    int mode = mode_name.len ? build_choice(mode_name, event_mode_names, MODE_COUNT) : MODE_NONE;
    if (type <= 0)
        build_fault(b->build, table, row, "no such event type", table_cell(table, row, table_column(table, "type")));
    if (mode < 0)
        build_fault(b->build, table, row, "no such mode", mode_name);
    if (!table_cell(table, row, table_column(table, "example")).len)
        build_fault(b->build, table, row, "a frame without an example", slice_make("", 0));
    if (type <= 0 || mode < 0 || !frame_predicate(b, table, row, &frame))
        return;
    frame.type = (uint8_t)type;
    frame.mode = (uint8_t)mode;
    frame.subject = (uint8_t)frame_role(b, table, row, table_cell(table, row, table_column(table, "subject")));
    frame.object = (uint8_t)frame_role(b, table, row, table_cell(table, row, table_column(table, "object")));
    struct slice genitive = table_cell(table, row, table_column(table, "genitive"));
    frame.genitive = slice_equal(genitive, slice_of("subject"))         ? ROLE_ACTOR
                     : slice_equal(genitive, slice_of("object"))        ? ROLE_RECIPIENT
                     : slice_equal(genitive, slice_of("mostly-object")) ? ROLE_OBJECT
                                                                        : ROLE_SELF;
    frame_complements(b, table, row, &frame, table_cell(table, row, table_column(table, "complements")));
    frame_counts(b, table, row, &frame, table_cell(table, row, table_column(table, "count")));
    *(struct frame *)list_add(b->build->mem, &b->frames) = frame;
}

static void frame_operator(struct frame_builder *b, const struct table *table, uint32_t row)
{
    struct frame frame;
    frame_begin(b, table, row, &frame);
    int class = build_choice(table_cell(table, row, table_column(table, "class")), operator_class_names, OPERATOR_COUNT);
    if (class <= 0)
        build_fault(b->build, table, row, "no such operator class", table_cell(table, row, table_column(table, "class")));
    if (class <= 0 || !frame_predicate(b, table, row, &frame))
        return;
    frame.operator_class = (uint8_t) class;
    frame.subject = ROLE_ACTOR;
    frame.object = ROLE_CONTENT;
    frame.genitive = ROLE_SELF;
    *(struct frame *)list_add(b->build->mem, &b->frames) = frame;
}

/* frames/complements.tsv: what a preposition means where a frame says nothing. */
static void frame_usual(struct frame_builder *b, const struct table *table, uint32_t row)
{
    uint8_t preposition = build_preposition(b->build, table_cell(table, row, table_column(table, "preposition")));
    if (preposition == PREP_NONE)
        build_fault(b->build, table, row, "too many prepositions", table_cell(table, row, 1));
    else
        b->build->usual_roles[preposition] = (uint8_t)frame_role(b, table, row, table_cell(table, row, table_column(table, "role")));
}

static void frame_each(struct frame_builder *b, enum table_kind kind, void (*call)(struct frame_builder *, const struct table *, uint32_t))
{
    for (uint32_t i = 0; i < b->build->tables[kind].count; i++)
        for (uint32_t row = 0; row < b->build->tables[kind].items[i].count; row++)
            call(b, &b->build->tables[kind].items[i], row);
}

/* Whether the frame leaves no room for an object. */
static bool frame_lacks_object(const struct frame_builder *b, const struct frame *frame)
{
    if (frame->type == EVENT_NONE || frame->object != ROLE_NONE)
        return false;
    for (uint32_t i = 0; i < frame->need_count; i++)
        if (b->needs.items[frame->need_first + i].kind <= NEED_OBJECT_ADJECTIVE)
            return false;
    return true;
}

/* The more a frame asks for, the more it says; a preposition says least. */
static uint16_t frame_points(const struct frame_builder *b, const struct frame *frame)
{
    uint32_t points = frame->part == FRAME_VERB ? 0 : 1;
    for (uint32_t i = 0; i < frame->need_count; i++) {
        const struct need *need = &b->needs.items[frame->need_first + i];
        points += need->kind == NEED_NO_OBJECT ? 1 : need->kind == NEED_PREPOSITION ? 10 : need->classes ? 11 : 12;
    }
    return (uint16_t)points;
}

/* What its frames make of a lemma, so that nobody need walk them to ask. */
static void lemma_sum_up(const struct frame_builder *b, struct lemma *lemma, const struct frame *frames)
{
    lemma->is_intransitive = lemma->frame_count > 0;
    for (uint32_t i = 0; i < lemma->frame_count; i++) {
        lemma->operators |= frames[i].operator_class ? (1u << frames[i].operator_class) & 0xfffffu : 0;
        lemma->predicates |= (uint8_t)(1u << frames[i].part);
        lemma->is_intransitive = lemma->is_intransitive && frame_lacks_object(b, &frames[i]);
    }
}

/* Frames of one lemma stand together, in the order of the files. */
static void frame_group(struct frame_builder *b)
{
    struct build *build = b->build;
    struct frame *sorted = arena_array(build->mem, struct frame, b->frames.count + 1);
    uint32_t *first = arena_array(build->mem, uint32_t, build->lemmas.count + 1);
    for (uint32_t i = 0; i < b->frames.count; i++)
        first[b->frames.items[i].lemma + 1]++;
    for (uint32_t i = 0; i < build->lemmas.count; i++) {
        build->lemmas.items[i].frame_first = first[i];
        build->lemmas.items[i].frame_count = (uint16_t)first[i + 1];
        first[i + 1] += first[i];
    }
    for (uint32_t i = 0; i < b->frames.count; i++) {
        struct frame *frame = &sorted[first[b->frames.items[i].lemma]++];
        *frame = b->frames.items[i];
        frame->points = frame_points(b, frame);
    }
    for (uint32_t i = 0; i < build->lemmas.count; i++)
        lemma_sum_up(b, &build->lemmas.items[i], sorted + build->lemmas.items[i].frame_first);
    image_put(&build->image, IMAGE_FRAMES, sorted, b->frames.count * sizeof *sorted);
    image_put(&build->image, IMAGE_NEEDS, b->needs.items, b->needs.count * sizeof *b->needs.items);
}

void build_frames(struct build *build)
{
    struct frame_builder b = { .build = build };
    frame_each(&b, TABLE_COMPLEMENTS, frame_usual);
    frame_each(&b, TABLE_CONTENTS, frame_content);
    frame_each(&b, TABLE_EVENTS, frame_event);
    for (uint32_t i = 0, written = b.frames.count; i < written; i++) { /* behind them: of equals the one that was written wins */
        struct frame base = b.frames.items[i];
        if (base.mode == MODE_NONE)
            frame_by_content(&b, &base);
    }
    frame_each(&b, TABLE_OPERATORS, frame_operator);
    frame_group(&b);
}
