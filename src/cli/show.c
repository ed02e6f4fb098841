#include "cli/show.h"

#define BETWEEN_LINKS " \u2190 " /* from the outlet to the origin, as Arabic is read */
#define BETWEEN_NAMES "\u060c "
#define QUOTES_OPEN "\u00ab"
#define QUOTES_CLOSE "\u00bb"

void show_report(const struct terminal *terminal, const struct document *document, struct buffer *out)
{
    terminal_tint(terminal, out, TINT_STRONG);
    buffer_text(out, "== ");
    terminal_put(out, document->name);
    terminal_tint(terminal, out, TINT_NONE);
    buffer_byte(out, '\n');
    const struct {
        enum label label;
        struct slice text;
    } lines[] = {
        { LABEL_DATE, document->date },
        { LABEL_OUTLET, document->outlet },
        { LABEL_TITLE, document->title },
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (!lines[i].text.len)
            continue;
        terminal_label(terminal, out, lines[i].label);
        terminal_wrap(terminal, out, TERMINAL_INDENT, lines[i].text);
    }
}

static void show_head(const struct terminal *terminal, const struct document *document, const struct claim *claim, uint32_t number,
                      struct buffer *out)
{
    static const enum tint tints[] = { TINT_GOOD, TINT_BAD, TINT_OPEN, TINT_OPEN };
    buffer_print(out, "[%u] ", (unsigned)number);
    terminal_tint(terminal, out, TINT_STRONG);
    buffer_text(out, event_type_names[claim->type]);
    if (claim->mode) {
        buffer_byte(out, '/');
        buffer_text(out, event_mode_names[claim->mode]);
    }
    terminal_tint(terminal, out, TINT_NONE);
    buffer_text(out, "  ");
    terminal_tint(terminal, out, tints[claim->status]);
    buffer_text(out, terminal_word(terminal, (enum label)(LABEL_ACTUAL + claim->status)));
    terminal_tint(terminal, out, TINT_NONE);
    buffer_text(out, "  ");
    buffer_decimal(out, claim->confidence, 2, false);
    buffer_text(out, "  ");
    buffer_text(out, event_type_labels[claim->type]);
    if (claim->mode) {
        buffer_text(out, ": ");
        buffer_text(out, event_mode_labels[claim->mode]);
    }
    buffer_text(out, " " QUOTES_OPEN);
    terminal_put(out, slice_make(document->text.at + claim->trigger.start, claim->trigger.end - claim->trigger.start));
    buffer_text(out, QUOTES_CLOSE "\n");
}

static void show_entity(struct buffer *out, const struct claim_entity *entity)
{
    terminal_put(out, entity->name);
    if (entity->of.len && !slice_equal(entity->of, entity->name)) {
        buffer_text(out, " (");
        terminal_put(out, entity->of);
        buffer_byte(out, ')');
    }
}

static void show_entities(const struct terminal *terminal, enum label label, const struct claim_entity_list *list, const char *between,
                          struct buffer *out)
{
    if (!list->count)
        return;
    struct buffer names = { .mem = out->mem };
    for (uint32_t i = 0; i < list->count; i++) {
        buffer_text(&names, i ? between : "");
        show_entity(&names, &list->items[i]);
    }
    terminal_label(terminal, out, label);
    terminal_wrap(terminal, out, TERMINAL_INDENT, buffer_slice(&names));
}

static void show_counts(const struct terminal *terminal, const struct document *document, const struct claim_count_list *counts,
                        struct buffer *out)
{
    for (uint32_t i = 0; i < counts->count; i++) {
        const struct claim_count *count = &counts->items[i];
        uint8_t what = count->what ? count->what : (uint8_t)COUNTED_OTHER;
        terminal_label(terminal, out, LABEL_HOW_MANY);
        buffer_text(out, count->approx ? "~" : "");
        buffer_signed(out, count->min);
        if (!count->has_max)
            buffer_byte(out, '+');
        else if (count->max != count->min)
            buffer_print(out, "-%lld", (long long)count->max);
        buffer_byte(out, ' ');
        buffer_text(out, terminal_word(terminal, (enum label)(LABEL_KILLED + what - COUNTED_KILLED)));
        if (count->mention.end) {
            buffer_text(out, "  ");
            terminal_put(out, slice_make(document->text.at + count->mention.start, count->mention.end - count->mention.start));
        }
        if (count->of.len) {
            buffer_text(out, " (");
            terminal_put(out, count->of);
            buffer_byte(out, ')');
        }
        buffer_byte(out, '\n');
    }
}

static void show_coordinates(struct buffer *out, float lat, float lon)
{
    if (lat != lat || lon != lon)
        return; /* NaN */
    buffer_text(out, "  ");
    buffer_decimal(out, (double)lat, 4, false);
    buffer_byte(out, ',');
    buffer_decimal(out, (double)lon, 4, false);
}

static void show_places(const struct terminal *terminal, const struct claim_entity_list *places, struct buffer *out)
{
    for (uint32_t i = 0; i < places->count; i++) {
        const struct claim_entity *place = &places->items[i];
        terminal_label(terminal, out, LABEL_WHERE);
        buffer_text(out, terminal_word(terminal, place->role == ROLE_FROM ? LABEL_FROM : place->role == ROLE_TO ? LABEL_TO : LABEL_AT));
        if (place->country.len) {
            buffer_text(out, "  ");
            terminal_put(out, place->country);
        }
        show_coordinates(out, place->lat, place->lon);
        buffer_text(out, "  ");
        terminal_put(out, place->name);
        buffer_byte(out, '\n');
    }
}

static void show_time(const struct terminal *terminal, const struct document *document, const struct claim *claim, struct buffer *out)
{
    if (!claim->has_time)
        return;
    terminal_label(terminal, out, LABEL_WHEN);
    buffer_text(out, claim->time_start);
    if (strcmp(claim->time_start, claim->time_end) != 0)
        buffer_print(out, "/%s", claim->time_end);
    if (claim->time_mention.end) {
        buffer_text(out, "  ");
        terminal_put(out, slice_make(document->text.at + claim->time_mention.start, claim->time_mention.end - claim->time_mention.start));
    }
    buffer_byte(out, '\n');
}

/* The first claim of the report that quotes the sentence. */
static uint32_t claim_quoting(const struct claim_list *claims, struct claim_span span)
{
    for (uint32_t i = 0; i < claims->count; i++)
        for (uint32_t j = 0; j < claims->items[i].evidence.count; j++)
            if (claims->items[i].evidence.items[j].start == span.start && claims->items[i].evidence.items[j].end == span.end)
                return i;
    return claims->count;
}

static void show_evidence(const struct terminal *terminal, const struct pipe_report *report, uint32_t at, bool quote_all,
                          struct buffer *out)
{
    const struct claim *claim = &report->claims.items[at];
    for (uint32_t i = 0; i < claim->evidence.count; i++) {
        struct claim_span span = claim->evidence.items[i];
        struct buffer quote = { .mem = out->mem };
        uint32_t first = claim_quoting(&report->claims, span);
        terminal_label(terminal, out, LABEL_QUOTE);
        if (first < at && !quote_all) {
            buffer_print(out, "%s [%u]\n", terminal_word(terminal, LABEL_SAME), (unsigned)first + 1);
            continue;
        }
        buffer_text(&quote, QUOTES_OPEN);
        buffer_add(&quote, slice_make(report->document.text.at + span.start, span.end - span.start));
        buffer_text(&quote, QUOTES_CLOSE);
        terminal_wrap(terminal, out, TERMINAL_INDENT, buffer_slice(&quote));
    }
}

void show_claim(const struct terminal *terminal, const struct pipe_report *report, uint32_t at, bool quote_all, struct buffer *out)
{
    const struct claim *claim = &report->claims.items[at];
    const struct document *document = &report->document;
    show_head(terminal, document, claim, at + 1, out);
    show_entities(terminal, LABEL_WHO, &claim->actors, BETWEEN_NAMES, out);
    show_entities(terminal, LABEL_WHOM, &claim->recipients, BETWEEN_NAMES, out);
    show_counts(terminal, document, &claim->counts, out);
    show_places(terminal, &claim->places, out);
    show_time(terminal, document, claim, out);
    if (claim->chain.count) {
        show_entities(terminal, LABEL_SOURCE, &claim->chain, BETWEEN_LINKS, out);
    } else {
        terminal_label(terminal, out, LABEL_SOURCE);
        buffer_text(out, terminal_word(terminal, LABEL_NARRATOR));
        buffer_byte(out, '\n');
    }
    show_evidence(terminal, report, at, quote_all, out);
}

void show_mention(const struct terminal *terminal, const struct know *know, const struct pipe_report *report, const struct mention *mention,
                  struct buffer *out)
{
    const struct document *document = &report->document;
    terminal_label(terminal, out, (enum label)(LABEL_PERSON + mention->kind));
    buffer_print(out, "%6llu-%-6llu ", (unsigned long long)document_origin(document, mention->start),
                 (unsigned long long)document_origin_end(document, mention->end));
    if (mention->kind == MENTION_NUMBER) {
        const struct number *number = &report->mentions.numbers.items[mention->number];
        buffer_text(out, number->approx ? "~" : "");
        buffer_signed(out, number->min);
        if (!number->has_max)
            buffer_byte(out, '+');
        else if (number->max != number->min)
            buffer_print(out, "-%lld", (long long)number->max);
    } else if (mention->kind == MENTION_TIME) {
        buffer_add(out, time_print(out->mem, &report->mentions.times.items[mention->time]));
    } else if (mention->entity != KNOW_NONE) {
        const struct entity *entity = &know->entities[mention->entity];
        terminal_put(out, know_text(know, entity->id));
        if (mention->kind == MENTION_PLACE)
            show_coordinates(out, entity->lat, entity->lon);
    } else {
        buffer_byte(out, '-');
    }
    struct slice text = slice_make(document->text.at + mention->start, mention->end - mention->start),
                 name = mention_name(know, &report->referents, mention);
    buffer_text(out, "  ");
    terminal_put(out, text);
    if (name.len && !slice_equal(name, text)) {
        buffer_text(out, " = ");
        terminal_put(out, name);
    }
    buffer_byte(out, '\n');
}
