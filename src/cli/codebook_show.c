/*
 * codebook_show.c - `isnad codebook show`: how much the codebook holds, and what it knows of a word.
 */
#include <stdio.h>

#include "cli/codebook.h"
#include "cli/dump.h"
#include "cli/message.h"
#include "cli/terminal.h"
#include "name/scan.h"

static void sizes_row(const char *what, uint32_t count)
{
    if (count)
        printf("  %-24s %7u\n", what, (unsigned)count);
}

void codebook_show_sizes(const struct know *know)
{
    static const char *const parts[] = { "verbs", "nouns", "adjectives", "particles" };
    static const char *const ends[] = {
        "names of entities", "titles", "given names", "family names", "particles", "reporting expressions"
    };
    uint32_t lemmas[4] = { 0 }, types[EVENT_COUNT] = { 0 }, operators[OPERATOR_COUNT] = { 0 }, kinds[KIND_COUNT] = { 0 },
             spellings[6] = { 0 };
    for (uint32_t i = 0; i < know->lemma_count; i++)
        lemmas[know->lemmas[i].part]++;
    for (uint32_t i = 0; i < know->frame_count; i++)
        ++*(know->frames[i].type ? &types[know->frames[i].type] : &operators[know->frames[i].operator_class]);
    for (uint32_t i = 0; i < know->entity_count; i++)
        kinds[know->entities[i].kind]++;
    size_t end_count = image_section(know->image, IMAGE_NAME_ENDS).len / sizeof *know->name_ends;
    for (size_t i = 0; i < end_count; i++)
        if (know->name_ends[i].kind < 6)
            spellings[know->name_ends[i].kind]++;
    printf("codebook %.*s\n\nwords\n", (int)know->version.len, know->version.at);
    for (size_t i = 0; i < 4; i++)
        sizes_row(parts[i], lemmas[i]);
    printf("\nframes by event type\n");
    for (size_t i = 0; i < EVENT_COUNT; i++)
        sizes_row(event_type_names[i], types[i]);
    printf("\noperators by class\n");
    for (size_t i = 0; i < OPERATOR_COUNT; i++)
        sizes_row(operator_class_names[i], operators[i]);
    printf("\nbodies, persons and places by kind\n");
    for (size_t i = 0; i < KIND_COUNT; i++)
        sizes_row(entity_kind_names[i], kinds[i]);
    printf("\nspellings\n");
    for (size_t i = 0; i < 5; i++)
        sizes_row(ends[i], spellings[i]);
    sizes_row("numbers and times", (uint32_t)(image_section(know->image, IMAGE_TERM_VALUES).len / sizeof(struct term_value)));
}

static void show_frames(const struct know *know, const struct lemma *lemma, struct buffer *out)
{
    static const char *const parts[] = { "verb", "finite", "masdar", "noun" };
    for (uint32_t i = 0; i < lemma->frame_count; i++) {
        const struct frame *frame = &know->frames[lemma->frame_first + i];
        buffer_print(out, "    frame    %s needs=%u ", parts[frame->part], (unsigned)frame->need_count);
        dump_frame(know, frame, out);
        buffer_byte(out, '\n');
    }
}

static void show_readings(const struct know *know, const struct word *word, struct buffer *out)
{
    uint32_t shown = KNOW_NONE;
    for (uint32_t i = 0; i < word->reading_count; i++) {
        const struct reading *reading = &word->readings[i];
        const struct lemma *lemma = &know->lemmas[reading->lemma];
        buffer_text(out, "  reading  ");
        dump_reading(know, reading, out);
        buffer_byte(out, ' ');
        dump_rule(know, know->lemma_origins[reading->lemma].rule, out);
        buffer_text(out, "  ");
        terminal_put(out, know_text(know, lemma->text));
        buffer_byte(out, '\n');
        for (int k = 1; k < CLASS_COUNT; k++)
            if (lemma->classes & 1u << k)
                buffer_print(out, "    class    %s\n", noun_class_names[k]);
        if (reading->lemma != shown)
            show_frames(know, lemma, out);
        shown = reading->lemma;
    }
}

static void show_entity(const struct know *know, const struct entity *entity, struct buffer *out)
{
    buffer_text(out, entity_kind_names[entity->kind]);
    buffer_byte(out, ' ');
    buffer_add(out, know_text(know, entity->id));
    buffer_byte(out, ' ');
    buffer_text(out, entity->country);
    if (entity->lat == entity->lat) {
        buffer_byte(out, ' ');
        buffer_decimal(out, (double)entity->lat, 4, false);
        buffer_byte(out, ',');
        buffer_decimal(out, (double)entity->lon, 4, false);
    }
    buffer_byte(out, ' ');
    dump_rule(know, entity->rule, out);
    buffer_text(out, "  ");
    terminal_put(out, know_text(know, entity->name));
    for (uint32_t i = 0; i < entity->alias_count; i++) {
        buffer_text(out, " | ");
        terminal_put(out, know_text(know, know->refs[entity->alias_first + i]));
    }
    buffer_byte(out, '\n');
}

static void show_name(const struct know *know, const struct pipe_report *report, const struct span *span, struct buffer *out)
{
    static const char *const kinds[] = { "", "title", "given name", "family name", "particle", "expression" };
    const struct word *words = report->words.items;
    struct slice text = slice_make(report->text.source.at + words[span->first].start, words[span->end - 1].end - words[span->first].start);
    for (uint32_t i = span->end_first;; i++) {
        const struct name_end *end = &know->name_ends[i];
        buffer_text(out, "  name     ");
        if (end->kind == NAME_ENTITY) {
            show_entity(know, &know->entities[end->value], out);
        } else {
            buffer_text(out, kinds[end->kind]);
            buffer_byte(out, ' ');
            dump_rule(know, end->rule, out);
            buffer_text(out, "  ");
            terminal_put(out, text);
            buffer_byte(out, '\n');
        }
        if (end->is_last)
            return;
    }
}

static bool show_terms(const struct pipe_report *report, struct buffer *out)
{
    for (uint32_t i = 0; i < report->mentions.numbers.count; i++)
        buffer_print(out, "  number   %lld\n", (long long)report->mentions.numbers.items[i].min);
    for (uint32_t i = 0; i < report->mentions.times.count; i++) {
        struct slice time = time_print(out->mem, &report->mentions.times.items[i]);
        buffer_print(out, "  time     %.*s\n", (int)time.len, time.at ? time.at : "");
    }
    return report->mentions.numbers.count || report->mentions.times.count;
}

static enum isnad_status show_word(struct arena *mem, const struct know *know, struct word_memory *memory, struct slice word,
                                   struct isnad_error *error)
{
    struct buffer out = { .mem = mem };
    struct pipe_report *report = arena_new(mem, struct pipe_report);
    struct span_list names = { 0 };
    report->document = (struct document){ .name = word, .file = slice_of("word"), .raw = word, .text = word };
    enum isnad_status status = pipe_read(mem, know, memory, PIPE_MENTIONS, report, error);
    if (status != ISNAD_OK)
        return status;
    bool known = false;
    for (uint32_t i = 0; i < report->words.count; i++) {
        const struct word *one = &report->words.items[i];
        if (one->kind != WORD_ARABIC)
            continue;
        terminal_put(&out, slice_make(report->text.source.at + one->start, one->end - one->start));
        buffer_text(&out, one->reading_count ? "\n" : ": not in the lexicon\n");
        show_readings(know, one, &out);
        known |= one->reading_count > 0;
    }
    span_find(mem, know, &report->words, &names);
    for (uint32_t i = 0; i < names.count; i++)
        show_name(know, report, &names.items[i], &out);
    known |= show_terms(report, &out) || names.count;
    fwrite(out.at, 1, out.len, stdout);
    return known ? ISNAD_OK : ISNAD_INPUT;
}

enum isnad_status codebook_show_word(const struct know *know, struct slice word)
{
    jmp_buf escape;
    struct arena mem;
    struct word_memory *memory;
    struct isnad_error error = { 0 };
    if (word_memory_open(&memory, &error) != ISNAD_OK)
        return message_error(&error);
    arena_init(&mem, 0);
    enum isnad_status status = ISNAD_SYSTEM;
    if (!setjmp(escape)) {
        mem.escape = &escape;
        status = show_word(&mem, know, memory, word, &error);
    }
    if (status == ISNAD_INPUT && !error.text[0])
        message_print("the codebook does not know this");
    else if (status != ISNAD_OK)
        message_error(&error);
    arena_release(&mem);
    word_memory_close(memory);
    return status;
}
