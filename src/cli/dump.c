#include "cli/dump.h"

#include "claim/claim_json.h"
#include "cli/terminal.h"
#include "know/features.h"

/* The name of a value; the lists below may be shorter than the enums of the stages for a while. */
#define NAME_OF(names, value) ((size_t)(value) < sizeof(names) / sizeof *(names) ? (names)[value] : "?")

static const char *const function_names[] = { "subject", "object", "complement", "genitive" };
static const char *const origin_names[] = { "self", "coordinate", "antecedent", "shared", "dropped" };
static const char *const relation_names[] = { "root", "content", "argument", "relative", "when", "cause", "purpose", "quote", "within" };
static const char *const word_kinds[] = { "arabic", "latin", "number", "mark", "break" };
static const char *const chunk_kinds[] = { "noun",   "verb",      "time", "sub",  "link",   "rel",        "when", "because", "negate",
                                           "future", "condition", "be",   "conj", "adverb", "expression", "qad",  "mark",    "other" };
static const char *const phrase_kinds[] = { "thing", "person", "body", "group", "place", "event", "pronoun", "number" };
static const char *const form_names[] = { "finite", "participle", "noun" };
static const char *const expression_kinds[] = { "source", "back", "channel", "hedge" };

const char *dump_function_name(uint8_t function)
{
    return NAME_OF(function_names, function);
}

const char *dump_origin_name(uint8_t origin)
{
    return NAME_OF(origin_names, origin);
}

const char *dump_relation_name(uint8_t relation)
{
    return NAME_OF(relation_names, relation);
}

void dump_features(uint32_t features, struct buffer *out)
{
    static const char *const parts[] = { "other", "verb", "masdar", "active", "passive", "noun", "adjective" };
    static const char *const tenses[] = { "", ".past", ".present", ".imperative" }, *const numbers[] = { "", ".sg", ".du", ".pl" };
    static const struct {
        uint32_t bit;
        const char *name;
    } bits[] = {
        { FEATURE_MASCULINE, ".m" },  { FEATURE_FEMININE, ".f" },      { FEATURE_ACTIVE, ".act" },
        { FEATURE_PASSIVE, ".pass" }, { FEATURE_VARIANT, ".variant" },
    };
    enum feature_part part = features_part(features);
    buffer_text(out, NAME_OF(parts, part));
    buffer_text(out, tenses[features_tense(features)]);
    if (features_person(features)) {
        buffer_byte(out, '.');
        buffer_unsigned(out, features_person(features));
    }
    buffer_text(out, numbers[features_number(features)]);
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (features & bits[i].bit)
            buffer_text(out, bits[i].name);
}

void dump_reading(const struct know *know, const struct reading *reading, struct buffer *out)
{
    static const char *const clitics[] = { "+wa", "+fa", "+sa", "+ba", "+la", "+ka", "+al" };
    static const char *const pronouns[] = { "", "+he", "+she", "+they", "+they-two", "+speaker", "+hearer" };
    const struct lemma *lemma = &know->lemmas[reading->lemma];
    buffer_add(out, know_text(know, know->lemma_origins[reading->lemma].id));
    buffer_byte(out, ':');
    if (lemma->part == LEMMA_PARTICLE)
        buffer_text(out, particle_class_names[lemma->particle]);
    else
        dump_features(reading->features, out);
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
        if (reading->clitics & 1u << i)
            buffer_text(out, clitics[i]);
    if (reading->pronoun < sizeof pronouns / sizeof *pronouns)
        buffer_text(out, pronouns[reading->pronoun]);
}

void dump_rule(const struct know *know, uint32_t rule, struct buffer *out)
{
    uint32_t line;
    if (rule == KNOW_NONE) {
        buffer_byte(out, '-');
        return;
    }
    buffer_add(out, know_rule(know, rule, &line));
    buffer_print(out, ":%u", (unsigned)line);
}

void dump_frame(const struct know *know, const struct frame *frame, struct buffer *out)
{
    if (!frame) {
        buffer_byte(out, '-');
        return;
    }
    buffer_text(out, frame->type != EVENT_NONE ? event_type_names[frame->type] : operator_class_names[frame->operator_class]);
    if (frame->mode) {
        buffer_byte(out, '/');
        buffer_text(out, event_mode_names[frame->mode]);
    }
    buffer_byte(out, '@');
    dump_rule(know, frame->rule, out);
}

static void dump_words_text(const struct pipe_report *report, uint32_t first, uint32_t end, struct buffer *out)
{
    buffer_text(out, "  ");
    if (end <= first)
        return;
    const struct word *words = report->words.items;
    terminal_put(out, slice_make(report->text.source.at + words[first].start, words[end - 1].end - words[first].start));
}

static void dump_word(const struct know *know, const struct pipe_report *report, uint32_t at, struct buffer *out)
{
    const struct word *word = &report->words.items[at];
    buffer_print(out, "w%u s%u %llu-%llu %s", (unsigned)at, (unsigned)word->sentence,
                 (unsigned long long)document_origin(&report->document, word->start),
                 (unsigned long long)document_origin_end(&report->document, word->end), NAME_OF(word_kinds, word->kind));
    if (word->kind == WORD_MARK)
        buffer_print(out, " %c", word->mark);
    for (uint32_t i = 0; i < word->reading_count; i++) {
        buffer_text(out, i ? " | " : " ");
        dump_reading(know, &word->readings[i], out);
    }
    dump_words_text(report, at, at + 1, out);
    buffer_byte(out, '\n');
}

static void dump_entity(const struct know *know, const char *key, uint32_t entity, struct buffer *out)
{
    if (entity == KNOW_NONE)
        return;
    buffer_text(out, key);
    buffer_add(out, know_text(know, know->entities[entity].id));
}

static void dump_number(const struct number *number, struct buffer *out)
{
    buffer_print(out, " number=%s%lld", number->approx ? "~" : "", (long long)number->min);
    if (!number->has_max)
        buffer_byte(out, '+');
    else if (number->max != number->min)
        buffer_print(out, "-%lld", (long long)number->max);
}

static void dump_phrase(const struct know *know, const struct pipe_report *report, const struct chunk *chunk, struct buffer *out)
{
    const struct {
        bool set;
        const char *name;
    } flags[] = {
        { chunk->title != 0, " title" },  { chunk->definite, " def" },
        { chunk->plural, " pl" },         { chunk->dual, " du" },
        { chunk->feminine, " f" },        { chunk->quoted, " quoted" },
        { chunk->demonstrative, " dem" }, { chunk->one_of, " one-of" },
        { chunk->genitive, " genitive" }, { chunk->partitive, " partitive" },
    };
    buffer_print(out, " %s", NAME_OF(phrase_kinds, chunk->phrase));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].set)
            buffer_text(out, flags[i].name);
    dump_entity(know, " entity=", chunk->entity, out);
    dump_entity(know, " of=", chunk->of, out);
    dump_entity(know, " inner=", chunk->inner, out);
    if (chunk->number != KNOW_NONE)
        dump_number(&report->mentions.numbers.items[chunk->number], out);
    if (chunk->name_end > chunk->name_first)
        buffer_print(out, " name=w%u-%u", (unsigned)chunk->name_first, (unsigned)chunk->name_end);
    if (chunk->mode)
        buffer_print(out, " mode=%s", event_mode_names[chunk->mode]);
    if (chunk->referent != KNOW_NONE)
        buffer_print(out, " r%u", (unsigned)chunk->referent);
}

void dump_chunk(const struct know *know, const struct pipe_report *report, uint32_t at, struct buffer *out)
{
    const struct chunk *chunk = &report->mentions.chunks.items[at];
    buffer_print(out, "c%u s%u w%u-%u %s", (unsigned)at, (unsigned)chunk->sentence, (unsigned)chunk->first, (unsigned)chunk->end,
                 NAME_OF(chunk_kinds, chunk->kind));
    if (chunk->kind == CHUNK_NOUN)
        dump_phrase(know, report, chunk, out);
    if (chunk->kind == CHUNK_EXPRESSION)
        buffer_print(out, " %s", NAME_OF(expression_kinds, chunk->value));
    if (chunk->kind == CHUNK_MARK)
        buffer_print(out, " %c", chunk->mark);
    if (chunk->lemma != KNOW_NONE) {
        buffer_text(out, " lemma=");
        buffer_add(out, know_text(know, know->lemma_origins[chunk->lemma].id));
    }
    if (chunk->kind == CHUNK_TIME && chunk->time != KNOW_NONE) {
        struct slice time = time_print(out->mem, &report->mentions.times.items[chunk->time]);
        buffer_print(out, " %.*s", (int)time.len, time.at ? time.at : "");
    }
    dump_words_text(report, chunk->first, chunk->end, out);
    if (chunk->preposition != PREP_NONE) {
        buffer_text(out, " < ");
        buffer_add(out, know_text(know, know->prepositions[chunk->preposition]));
    }
    buffer_byte(out, '\n');
}

void dump_clause(const struct know *know, const struct pipe_report *report, uint32_t at, struct buffer *out)
{
    const struct clause *clause = &report->clauses.clauses.items[at];
    const struct chunk *chunk = &report->mentions.chunks.items[clause->chunk];
    const struct {
        bool set;
        const char *name;
    } flags[] = {
        { clause->negated, " negated" }, { clause->future, " future" },           { clause->conditional, " conditional" },
        { clause->passive, " passive" }, { clause->has_content, " has-content" },
    };
    buffer_print(out, "k%u s%u c%u %s ", (unsigned)at, (unsigned)clause->sentence, (unsigned)clause->chunk,
                 NAME_OF(form_names, clause->form));
    if (clause->lemma != KNOW_NONE)
        buffer_add(out, know_text(know, know->lemma_origins[clause->lemma].id));
    buffer_print(out, " %s", dump_relation_name(clause->relation));
    if (clause->governor != CLAUSE_NONE)
        buffer_print(out, "<k%u", (unsigned)clause->governor);
    if (clause->frame) {
        buffer_text(out, " frame=");
        dump_frame(know, clause->frame, out);
    }
    if (clause->operator) {
        buffer_text(out, " operator=");
        dump_frame(know, clause->operator, out);
    }
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].set)
            buffer_text(out, flags[i].name);
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        buffer_print(out, " %s=c%u", dump_function_name(argument->function), (unsigned)argument->chunk);
        if (argument->origin != ORIGIN_SELF)
            buffer_print(out, ":%s", dump_origin_name(argument->origin));
    }
    if (clause->time != CLAUSE_NONE)
        buffer_print(out, " time=c%u", (unsigned)clause->time);
    buffer_print(out, " v%u", (unsigned)clause->voice);
    dump_words_text(report, chunk->first, chunk->end, out);
    buffer_byte(out, '\n');
}

static void dump_voice(const struct pipe_report *report, uint32_t at, struct buffer *out)
{
    const struct voice *voice = &report->clauses.voices.items[at];
    buffer_print(out, "v%u s%u", (unsigned)at, (unsigned)voice->sentence);
    for (uint32_t i = 0; i < voice->count; i++)
        buffer_print(out, " c%u<c%u%s", (unsigned)voice->links[i].chunk, (unsigned)voice->links[i].verb,
                     voice->links[i].is_denial ? " denial" : "");
    for (uint32_t i = 0; i < voice->count; i++) {
        const struct chunk *chunk = &report->mentions.chunks.items[voice->links[i].chunk];
        dump_words_text(report, chunk->first, chunk->end, out);
    }
    buffer_byte(out, '\n');
}

static void dump_names(const struct claim_entity_list *list, const char *before, struct buffer *out)
{
    for (uint32_t i = 0; i < list->count; i++) {
        buffer_text(out, i ? ", " : before);
        terminal_put(out, list->items[i].name);
    }
}

static void dump_claim(const struct pipe_report *report, uint32_t at, struct buffer *out)
{
    const struct claim *claim = &report->claims.items[at];
    const struct document *document = &report->document;
    buffer_print(out, "%u %s %s%s%s %s ", (unsigned)at + 1, claim->id, event_type_names[claim->type], claim->mode ? "/" : "",
                 event_mode_names[claim->mode], claim_status_names[claim->status]);
    buffer_decimal(out, claim->confidence, 3, false);
    buffer_print(out, " %llu-%llu evidence=%u", (unsigned long long)document_origin(document, claim->trigger.start),
                 (unsigned long long)document_origin_end(document, claim->trigger.end), (unsigned)claim->evidence.count);
    for (uint32_t i = 0; i < claim->counts.count; i++) {
        const struct claim_count *count = &claim->counts.items[i];
        buffer_print(out, " %s=%s%lld", count_kind_names[count->what], count->approx ? "~" : "", (long long)count->min);
        if (!count->has_max)
            buffer_byte(out, '+');
        else if (count->max != count->min)
            buffer_print(out, "-%lld", (long long)count->max);
    }
    for (uint32_t i = 0; i < claim->places.count; i++) {
        buffer_print(out, " %s=", claim_role_name(claim->places.items[i].role));
        buffer_add(out, claim->places.items[i].id.len ? claim->places.items[i].id : slice_of("?"));
    }
    if (claim->has_time)
        buffer_print(out, " time=%s/%s", claim->time_start, claim->time_end);
    for (uint32_t i = 0; i < claim->chain.count; i++)
        buffer_print(out, " by=%s", link_kind_names[claim->chain.items[i].kind]);
    buffer_text(out, " ");
    dump_names(&claim->actors, " ", out);
    dump_names(&claim->recipients, " > ", out);
    dump_names(&claim->places, " @ ", out);
    dump_names(&claim->chain, " < ", out);
    buffer_byte(out, '\n');
}

/* What speaks for a claim and against it, with what each sign weighs where the type is weighed. */
static void dump_signs(const struct know *know, const struct pipe_report *report, uint32_t at, struct buffer *out)
{
    const struct claim *claim = &report->claims.items[at];
    const struct document *document = &report->document;
    const int32_t *weights = know_weights(know, claim->type);
    buffer_print(out, "%u %s %s %llu-%llu %d", (unsigned)at + 1, claim->id, event_type_names[claim->type],
                 (unsigned long long)document_origin(document, claim->trigger.start),
                 (unsigned long long)document_origin_end(document, claim->trigger.end), (int)claim->weight);
    for (int sign = 1; sign < SIGN_COUNT; sign++)
        if (claim_has_sign(claim, (enum claim_sign)sign))
            buffer_print(out, " %s:%d", claim_sign_names[sign], weights ? (int)weights[sign] : 0);
    buffer_text(out, "  ");
    terminal_put(out, document->name);
    buffer_byte(out, '\n');
}

void dump_report(const struct know *know, const struct pipe_report *report, enum dump_stage stage, struct buffer *out)
{
    switch (stage) {
    case DUMP_WORDS:
        for (uint32_t i = 0; i < report->words.count; i++)
            dump_word(know, report, i, out);
        break;
    case DUMP_CHUNKS:
        for (uint32_t i = 0; i < report->mentions.chunks.count; i++)
            dump_chunk(know, report, i, out);
        break;
    case DUMP_CLAUSES:
        for (uint32_t i = 0; i < report->clauses.clauses.count; i++)
            dump_clause(know, report, i, out);
        for (uint32_t i = 0; i < report->clauses.voices.count; i++)
            dump_voice(report, i, out);
        break;
    case DUMP_CLAIMS:
        for (uint32_t i = 0; i < report->claims.count; i++)
            dump_claim(report, i, out);
        break;
    case DUMP_SIGNS:
        for (uint32_t i = 0; i < report->claims.count; i++)
            dump_signs(know, report, i, out);
        break;
    case DUMP_NONE:
        break;
    }
}
