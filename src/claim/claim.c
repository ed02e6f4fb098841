#include "claim/claim.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "claim/teller.h"

void claim_reason(struct teller *t, struct claim *claim, const char *step, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    *(struct claim_reason *)list_add(t->mem, &claim->reasons) = (struct claim_reason){ step, arena_copy(t->mem, slice_of(text)) };
}

/* Every claim has this reason, so it is written without printf. */
static void reason_frame(struct teller *t, struct claim *claim, const struct frame *frame)
{
    struct buffer text = { .mem = t->mem };
    uint32_t line;
    buffer_add(&text, know_rule(t->know, frame->rule, &line));
    buffer_byte(&text, ':');
    buffer_unsigned(&text, line);
    *(struct claim_reason *)list_add(t->mem, &claim->reasons) = (struct claim_reason){ "frame", buffer_slice(&text) };
}

/* Deaths and injuries told without who did it: a toll that may belong to an attack. */
static bool tells_harm(const struct clause *clause)
{
    for (uint32_t i = 0; i < clause->frame->count_count; i++)
        if (clause->frame->counts[i].role == ROLE_RECIPIENT
            && (clause->frame->counts[i].counted == COUNTED_KILLED || clause->frame->counts[i].counted == COUNTED_INJURED))
            return clause->frame->type == EVENT_ASSAULT;
    return false;
}

static double claim_confidence(const struct claim *claim, const struct clause *clause)
{
    double value = 0.5;
    value += clause->frame->need_count ? 0.1 : 0.0;
    value += claim->actors.count ? 0.1 : -0.05;
    value += claim->recipients.count || claim->places.count ? 0.1 : -0.05;
    for (uint32_t i = 0; i < claim->actors.count; i++)
        if (claim->actors.items[i].entity != KNOW_NONE) {
            value += 0.05;
            break;
        }
    for (uint32_t i = 0; i < clause->arguments.count; i++)
        if (clause->arguments.items[i].origin == ORIGIN_DROPPED) {
            value -= 0.1;
            break;
        }
    value += claim->evidence.count > 1 ? 0.05 : 0.0;
    return value < 0.05 ? 0.05 : value > 0.95 ? 0.95 : value;
}

/* «أكد شكري ضرورة …», «أبناء تعز»: a word that names somebody or a place of the report, and has nobody who does it. */
static bool is_name_again(const struct teller *t, const struct claim *claim, const struct clause *clause)
{
    uint32_t person;
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    if (chunk->end - chunk->first != 1 || !map_get(&t->names, slice_from(t->words->items[chunk->head].fold, chunk->front), &person))
        return false;
    if (person)
        return !claim->actors.count && !claim->recipients.count;
    return clause->form == CLAUSE_FINITE && clause_argument(clause, FUNCTION_OBJECT) == CLAUSE_NONE && !claim->recipients.count;
}

static void tell_clause(struct teller *t, uint32_t number)
{
    const struct clause *clause = &t->clauses->clauses.items[number];
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    const struct sentence *sentence = &t->text->sentences.items[chunk->sentence];
    struct claim *claim = list_add(t->mem, t->out);
    *claim = (struct claim){ .type = clause->frame->type, .mode = clause->frame->mode, .clause = number, .sentence = chunk->sentence };
    const struct word *head = &t->words->items[chunk->head];
    claim->trigger = (struct claim_span){ head->start, head->end };
    *(struct claim_span *)list_add(t->mem, &claim->evidence) = (struct claim_span){ sentence->start, sentence->end };
    reason_frame(t, claim, clause->frame);
    claim->harm = tells_harm(clause);
    tell_participants(t, claim, clause);
    if (is_name_again(t, claim, clause)) {
        t->out->count--;
        return;
    }
    tell_status(t, claim, clause);
    tell_chain(t, claim, clause);
    tell_counts(t, claim, clause);
    tell_time(t, claim, clause);
    if (claim->actors.count && claim->harm)
        claim->harm = false;
    tell_control(t, claim, clause);
    tell_mode(t, claim, number);
}

/* «اعتقل الأمن الناشط بتهمة التجسس»: who acts on somebody charges him. */
static void share_charged(struct teller *t)
{
    uint32_t *claim_of = arena_array(t->mem, uint32_t, t->clauses->clauses.count + 1);
    for (uint32_t i = 0; i < t->out->count; i++) {
        struct claim *charge = &t->out->items[i];
        const struct clause *clause = teller_clause(t, charge->clause);
        claim_of[charge->clause] = i + 1;
        bool bare = charge->type == EVENT_ACCUSE && clause->form == CLAUSE_NOUN && !charge->actors.count && !charge->recipients.count;
        if (!bare || clause->governor == CLAUSE_NONE || clause->relation != RELATION_ARGUMENT || !claim_of[clause->governor])
            continue;
        const struct claim *act = &t->out->items[claim_of[clause->governor] - 1];
        charge->actors = act->actors;
        charge->recipients = act->recipients;
    }
}

/* The same input, program and codebook give the same id. `report` is the hash of its bytes. */
static void claim_name(uint64_t report, struct claim *claim, uint32_t index)
{
    uint64_t parts[4] = { report, claim->trigger.start, (uint64_t)claim->type << 8 | claim->mode, (uint64_t)claim->status << 32 | index };
    uint64_t hash = slice_hash(slice_make((const char *)parts, sizeof parts));
    for (uint32_t i = 0; i < claim->chain.count; i++)
        hash = hash * 0x100000001b3u ^ slice_hash(claim->chain.items[i].name);
    for (int i = 0; i < 16; i++)
        claim->id[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
    claim->id[16] = 0;
}

static int claim_order(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;
    if (x->trigger.start != y->trigger.start)
        return x->trigger.start < y->trigger.start ? -1 : 1;
    return x->clause < y->clause ? -1 : x->clause > y->clause;
}

static bool is_weapon(const struct chunk *chunk)
{
    return chunk->phrase != PHRASE_EVENT && (chunk->mode || chunk->classes & 1u << CLASS_WEAPON);
}

/* A page that says everything twice is a bulletin: an item a sentence. */
#define BULLETIN_LEAST 3u

static void turn_bulletin(struct teller *t)
{
    uint32_t repeated = 0, count = t->text->sentences.count;
    for (uint32_t i = 0; i < count; i++)
        repeated += t->text->sentences.items[i].repeat_of != i;
    if (repeated < BULLETIN_LEAST || repeated * 5 < (count - repeated) * 3)
        return;
    for (uint32_t i = 0; i < count; i++)
        t->turns[i] = true;
}

/* Where the report turns from one story to another. */
static void teller_turns(struct teller *t)
{
    t->turns = arena_array(t->mem, bool, t->text->sentences.count + 1);
    for (uint32_t i = 0; i < t->mentions->chunks.count; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        if (chunk->kind == CHUNK_LINK && chunk->value == VALUE_NARRATOR && i <= t->first_chunk[chunk->sentence] + 1)
            t->turns[chunk->sentence] = true;
    }
    turn_bulletin(t);
}

static void index_names(struct teller *t)
{
    for (uint32_t i = 0; i < t->mentions->chunks.count; i++) {
        const struct chunk *chunk = teller_chunk(t, i);
        bool person = chunk->phrase == PHRASE_PERSON && chunk->name_end > chunk->name_first + 1;
        bool place = chunk->phrase == PHRASE_PLACE && chunk->entity != KNOW_NONE && chunk->name_end == chunk->name_first + 1;
        if (chunk->kind != CHUNK_NOUN || (!person && !place))
            continue;
        uint32_t last = chunk->name_end - 1;
        struct slice fold = slice_from(t->words->items[last].fold, last == chunk->first ? chunk->front : 0);
        map_set(t->mem, &t->names, fold, person);
    }
}

static void teller_index(struct teller *t)
{
    const struct clause_list *clauses = &t->clauses->clauses;
    t->time_owner = arena_array(t->mem, uint32_t, t->mentions->chunks.count + 1);
    t->relative_of = arena_array(t->mem, uint32_t, t->mentions->chunks.count + 1);
    t->described_by = arena_array(t->mem, uint32_t, t->mentions->chunks.count + 1);
    t->reporter_of = arena_array(t->mem, uint32_t, t->mentions->chunks.count + 1);
    t->first_chunk = arena_array(t->mem, uint32_t, t->text->sentences.count + 1);
    for (uint32_t i = t->mentions->chunks.count; i-- > 0;)
        t->first_chunk[t->mentions->chunks.items[i].sentence] = i;
    teller_turns(t);
    index_names(t);
    for (uint32_t i = 0; i < clauses->count; i++) {
        const struct clause *clause = &clauses->items[i];
        if (clause->time != CLAUSE_NONE)
            t->time_owner[clause->time] = i + 1;
        uint32_t speaker = operator_reports(operator_of(clause)) ? clause_argument(clause, FUNCTION_SUBJECT) : CLAUSE_NONE;
        if (speaker != CLAUSE_NONE)
            t->reporter_of[speaker] = i + 1;
        if (clause->relation != RELATION_RELATIVE || clause->antecedent == CLAUSE_NONE)
            continue;
        if (t->clauses->clause_at[clause->antecedent] && (!clause->frame || operator_of(clause) == OPERATOR_LIGHT))
            t->described_by[clause->antecedent] = i + 1;
        if ((operator_of(clause) == OPERATOR_LIGHT || is_weapon(teller_chunk(t, clause->antecedent))))
            t->relative_of[clause->antecedent] = i + 1;
    }
}

enum isnad_status claim_find(struct arena *mem, const struct know *know, const struct text *text, const struct word_list *words,
                             const struct mention_set *mentions, const struct referent_list *referents, const struct clause_set *clauses,
                             struct claim_list *out, struct isnad_error *error)
{
    (void)error;
    struct teller *t = arena_new(mem, struct teller);
    *t = (struct teller){
        .mem = mem, .know = know, .text = text, .words = words, .mentions = mentions, .referents = referents, .clauses = clauses, .out = out
    };
    t->with = know_preposition(know, slice_of("\xd9\x85\xd8\xb9"));
    t->under = know_preposition(know, slice_of("\xd8\xaa\xd8\xad\xd8\xaa"));
    t->between = know_preposition(know, slice_of("\xd8\xa8\xd9\x8a\xd9\x86"));
    t->prepositions.during = know_preposition(know, slice_of("\xd8\xae\xd9\x84\xd8\xa7\xd9\x84"));
    t->prepositions.in = know_preposition(know, slice_of("\xd9\x81\xd9\x8a"));
    t->prepositions.of = know_preposition(know, slice_of("\xd9\x85\xd9\x86"));
    t->prepositions.about = know_preposition(know, slice_of("\xd8\xb9\xd9\x86"));
    t->prepositions.on = know_preposition(know, slice_of("\xd8\xb9\xd9\x84\xd9\x8a"));
    t->prepositions.to = know_preposition(know, slice_of("\xd8\xa7\xd9\x84\xd9\x8a"));
    t->prepositions.upon = know_preposition(know, slice_of("\xd8\xb9\xd9\x86\xd8\xaf"));
    t->prepositions.exchange = know_preposition(know, slice_of("\xd9\x85\xd9\x82\xd8\xa7\xd8\xa8\xd9\x84"));
    t->prepositions.opposite = know_preposition(know, slice_of("\xd9\x82\xd8\xa8\xd8\xa7\xd9\x84\xd8\xa9"));
    t->prepositions.before = know_preposition(know, slice_of("\xd8\xa7\xd9\x85\xd8\xa7\xd9\x85"));
    t->prepositions.around = know_preposition(know, slice_of("\xd8\xad\xd9\x88\xd9\x84"));
    t->reference = day_parse(text->document->date);
    teller_index(t);
    list_reserve(mem, out, clauses->clauses.count / 2 + 8);
    for (uint32_t i = 0; i < clauses->clauses.count; i++)
        if (tell_wanted(t, &clauses->clauses.items[i]))
            tell_clause(t, i);
    claims_of_words(t);
    claims_resume(t);
    claims_of_captors(t);
    claims_of_terms(t);
    claims_join_harm(t);
    claims_merge(t);
    share_charged(t);
    claims_promise(t);
    claims_weigh(t);
    claims_of_culprits(t);
    claims_of_protest(t);
    claims_set_scene(t);
    for (uint32_t i = 0; i < out->count; i++)
        tell_ahead(t, &out->items[i]);
    claims_deny(t);
    claims_of_each_speaker(t);
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, claim_order);
    uint64_t report = slice_hash(slice_of(text->document->sha256));
    for (uint32_t i = 0; i < out->count; i++) {
        out->items[i].confidence = claim_confidence(&out->items[i], &clauses->clauses.items[out->items[i].clause]);
        claim_name(report, &out->items[i], i);
    }
    return ISNAD_OK;
}
