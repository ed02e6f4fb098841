/*
 * look_up.c - a written word to its readings: every way to take clitics off that leaves a form of the lexicon. What was found is
 * remembered from word to word and report to report, since a few ten thousand written forms make up nearly all text.
 */
#include <stdlib.h>

#include "know/features.h"
#include "know/frozen.h"
#include "word/word.h"

#define MEMORY_ROOM (1u << 18)
#define MEMORY_MOST_FORMS 150000u
#define MOST_FORM_BYTES 200u
#define LOOK_AHEAD 32u
#define MOST_READINGS 24u
#define MOST_KEYS 7u
#define MOST_CUTS 64u /* more than there can be: a conjunction or none, four proclitics, five pronouns */

/* Everything about a written form that does not depend on what stands beside it. Its text, readings and keys lie right behind it, so
 * that a look-up touches one or two cache lines. */
struct known_form {
    struct term_form term;
    uint8_t len, reading_count, key_count;
    uint8_t signs; /* enum form_sign */
};

/* Forms lie in blocks, one behind the other. A slot of the table says in 32 bits where: eight bits of the form's hash, so that other forms
 * are seldom looked into, eight for the block, sixteen for the place in it in units of FORM_UNIT. The table is a quarter of one of
 * pointers, and more of it is in the cache. */
#define FORM_UNIT 16u
#define BLOCK_BYTES ((size_t)FORM_UNIT << 16)
#define MOST_BLOCKS 256u

struct word_memory {
    uint32_t *slots; /* open addressing; 0: free */
    uint32_t room, count;
    unsigned char *blocks[MOST_BLOCKS];
    uint32_t block_count;
    size_t used;   /* bytes of the last block */
    bool is_short; /* there was no memory for a form */
};

/* Folded letters. */
#define WAW "\xd9\x88"
#define FA "\xd9\x81"
#define BA "\xd8\xa8"
#define LAM "\xd9\x84"
#define KAF "\xd9\x83"
#define SIN "\xd8\xb3"
#define ALIF "\xd8\xa7"
#define HA "\xd9\x87"
#define MIM "\xd9\x85"
#define NUN "\xd9\x86"
#define YA "\xd9\x8a"

static const struct {
    const char *text;
    uint8_t len, clitics;
} proclitics[] = {
    { "", 0, 0 },
    { ALIF LAM, 4, CLITIC_AL },
    { BA, 2, CLITIC_BA },
    { LAM, 2, CLITIC_LA },
    { KAF, 2, CLITIC_KA },
    { SIN, 2, CLITIC_SA },
    { BA ALIF LAM, 6, CLITIC_BA | CLITIC_AL },
    { LAM LAM, 4, CLITIC_LA | CLITIC_AL },
    { KAF ALIF LAM, 6, CLITIC_KA | CLITIC_AL },
};

static const struct {
    const char *text;
    uint8_t len, pronoun;
} enclitics[] = {
    { HA, 2, PRONOUN_HE },       { HA ALIF, 4, PRONOUN_SHE },      { HA MIM, 4, PRONOUN_THEY },    { HA MIM ALIF, 6, PRONOUN_THEY_TWO },
    { HA NUN, 4, PRONOUN_THEY }, { NUN ALIF, 4, PRONOUN_SPEAKER }, { NUN YA, 4, PRONOUN_SPEAKER }, { YA, 2, PRONOUN_SPEAKER },
    { KAF, 2, PRONOUN_HEARER },  { KAF MIM, 4, PRONOUN_HEARER },
};

/* Whether the lexicon's form may stand with these clitics. */
static bool clitics_fit(const struct know *know, const struct form_reading *form, uint8_t clitics, uint8_t pronoun)
{
    uint32_t f = form->features;
    const struct lemma *lemma = &know->lemmas[form->lemma];
    if (pronoun ? !(f & FEATURE_PRONOUN) : features_pronoun_only(f))
        return false;
    if (lemma->part == LEMMA_PARTICLE) {
        if (clitics & (CLITIC_AL | CLITIC_SA))
            return false;
        /* "bi" and "li" stand before a few particles only; most such cuts would break a word up. */
        return !(clitics & (CLITIC_BA | CLITIC_LA | CLITIC_KA)) || lemma->particle == PARTICLE_SUB || lemma->particle == PARTICLE_QUANTITY
               || lemma->particle == PARTICLE_DEM || lemma->particle == PARTICLE_NEGATE || lemma->particle == PARTICLE_DIRECTION;
    }
    if (features_part(f) == PART_VERB) {
        if (clitics & (CLITIC_AL | CLITIC_BA | CLITIC_KA))
            return false;
        if (clitics & CLITIC_SA)
            return features_tense(f) == TENSE_PRESENT && (f & FEATURE_INDICATIVE);
        return !(clitics & CLITIC_LA) || (features_tense(f) == TENSE_PRESENT && (f & (FEATURE_SUBJUNCTIVE | FEATURE_JUSSIVE)));
    }
    if (clitics & CLITIC_SA)
        return false;
    if (clitics & CLITIC_AL)
        return (f & FEATURE_DEFINITE) && !pronoun;
    if (!pronoun && !(f & (FEATURE_BARE | FEATURE_CONSTRUCT)))
        return false;
    return true;
}

/* A way to cut clitics off a written form. */
struct cut {
    struct slice stem;
    uint64_t hash;
    uint8_t front, back; /* bytes cut off */
    uint8_t clitics, pronoun;
};

/* All cuts are made before any is looked up, so that the tables' memory, which is larger than the caches, is asked for at once. */
struct gather {
    const struct know *know;
    struct cut cuts[MOST_CUTS];
    struct reading readings[MOST_READINGS];
    struct name_key keys[MOST_KEYS];
    uint32_t cut_count, count, key_count;
};

static void gather_cut(struct gather *g, struct slice stem, uint8_t front, uint8_t back, uint8_t clitics, uint8_t pronoun)
{
    if (g->cut_count == MOST_CUTS)
        return;
    uint64_t hash = slice_hash_table(stem);
    g->cuts[g->cut_count++] = (struct cut){ stem, hash, front, back, clitics, pronoun };
    frozen_ask(g->know->forms, hash);
    if (!back)
        frozen_ask(g->know->name_words, hash);
}

/* The stem with and without a joined pronoun. */
static void gather_stem(struct gather *g, struct slice stem, uint8_t front, uint8_t clitics)
{
    gather_cut(g, stem, front, 0, clitics, PRONOUN_NONE);
    if (clitics & CLITIC_AL)
        return;
    for (size_t i = 0; i < sizeof enclitics / sizeof *enclitics; i++) {
        struct slice ending = slice_make(enclitics[i].text, enclitics[i].len);
        if (stem.len >= ending.len + 2 && slice_same(slice_from(stem, stem.len - ending.len), ending))
            gather_cut(g, slice_make(stem.at, stem.len - ending.len), front, (uint8_t)ending.len, clitics, enclitics[i].pronoun);
    }
}

/* `rest`, which follows `front` bytes of conjunction, with each proclitic that it can begin with cut off. */
static void gather_cuts(struct gather *g, struct slice rest, uint8_t front, uint8_t conjunction)
{
    for (size_t i = 0; i < sizeof proclitics / sizeof *proclitics; i++) {
        struct slice clitic = slice_make(proclitics[i].text, proclitics[i].len);
        if (rest.len >= clitic.len + 2 && slice_same(slice_make(rest.at, clitic.len), clitic))
            gather_stem(g, slice_from(rest, clitic.len), (uint8_t)(front + clitic.len), (uint8_t)(proclitics[i].clitics | conjunction));
    }
}

static void gather_readings(struct gather *g, const struct cut *cut)
{
    uint32_t at;
    if (!frozen_find_hashed(g->know->forms, cut->stem, cut->hash, &at))
        return;
    for (;; at++) {
        const struct form_reading *found = &g->know->form_readings[at];
        if (g->count < MOST_READINGS && clitics_fit(g->know, found, cut->clitics, cut->pronoun))
            g->readings[g->count++] = (struct reading){ .lemma = found->lemma,
                                                        .features = found->features,
                                                        .front = cut->front,
                                                        .back = cut->back,
                                                        .clitics = (uint8_t)(cut->clitics | (cut->pronoun ? CLITIC_PRONOUN : 0)),
                                                        .pronoun = cut->pronoun };
        if (found->is_last)
            return;
    }
}

/* Names keep their article: "bil-" is "bi" before "al-", so the article is given back where the cut took it. */
static void gather_key(struct gather *g, const struct cut *cut)
{
    char with_article[256];
    struct slice rest = cut->stem;
    uint8_t front = cut->front, clitics = cut->clitics;
    uint64_t hash = cut->hash;
    uint32_t number;
    if ((clitics & CLITIC_SA) || g->key_count == MOST_KEYS || rest.len > sizeof with_article - 4)
        return;
    if (clitics & CLITIC_AL) {
        if (!(clitics & (CLITIC_BA | CLITIC_LA | CLITIC_KA)))
            return; /* the plain cut covers it */
        memcpy(with_article, ALIF LAM, 4);
        memcpy(with_article + 4, rest.at, rest.len);
        rest = slice_make(with_article, rest.len + 4);
        hash = slice_hash_table(rest);
        front = (uint8_t)(front - (clitics & CLITIC_LA ? 2 : 4));
        clitics &= (uint8_t)~CLITIC_AL;
    }
    if (frozen_find_hashed(g->know->name_words, rest, hash, &number))
        g->keys[g->key_count++] = (struct name_key){ number, know_name_step(g->know, 1, number), front, clitics };
}

/* Everything that the form can be. */
static void gather_form(struct gather *g, struct slice fold)
{
    g->cut_count = g->count = g->key_count = 0;
    gather_cuts(g, fold, 0, 0);
    if (slice_starts(fold, slice_of(WAW)))
        gather_cuts(g, slice_from(fold, 2), 2, CLITIC_WA);
    if (slice_starts(fold, slice_of(FA)))
        gather_cuts(g, slice_from(fold, 2), 2, CLITIC_FA);
    for (uint32_t i = 0; i < g->cut_count; i++) {
        gather_readings(g, &g->cuts[i]);
        if (!g->cuts[i].back)
            gather_key(g, &g->cuts[i]);
    }
}

static struct slice form_text(const struct known_form *form)
{
    return slice_make((const char *)(form + 1), form->len);
}

static size_t form_readings_at(size_t len)
{
    return (sizeof(struct known_form) + len + 3) & ~(size_t)3;
}

static uint32_t hash_tag(uint64_t hash)
{
    return (uint32_t)(hash >> 56) << 24;
}

static struct known_form *memory_form(const struct word_memory *memory, uint32_t slot)
{
    return (void *)(memory->blocks[slot >> 16 & (MOST_BLOCKS - 1)] + (size_t)(slot & 0xFFFFu) * FORM_UNIT);
}

/* The slot of the form, or the free one that it would have. */
static uint32_t *memory_seek(struct word_memory *memory, struct slice fold, uint64_t hash)
{
    for (uint32_t i = (uint32_t)hash & (memory->room - 1);; i = (i + 1) & (memory->room - 1)) {
        uint32_t *slot = &memory->slots[i];
        if (!*slot || ((*slot ^ hash_tag(hash)) >> 24 == 0 && slice_same(form_text(memory_form(memory, *slot)), fold)))
            return slot;
    }
}

static void memory_clear(struct word_memory *memory)
{
    while (memory->block_count)
        free(memory->blocks[--memory->block_count]);
    if (memory->slots)
        memset(memory->slots, 0, memory->room * sizeof *memory->slots);
    memory->count = 0;
    memory->used = BLOCK_BYTES;
}

/* Room for a form; its slot but for the tag. 0 when there is none left. */
static uint32_t memory_place(struct word_memory *memory, size_t size)
{
    if (BLOCK_BYTES - memory->used < size) {
        unsigned char *block = memory->block_count < MOST_BLOCKS ? malloc(BLOCK_BYTES) : NULL;
        if (!block) {
            memory->is_short = true;
            return 0;
        }
        memory->blocks[memory->block_count++] = block;
        memory->used = FORM_UNIT; /* so that no slot is 0 */
    }
    uint32_t slot = (memory->block_count - 1) << 16 | (uint32_t)(memory->used / FORM_UNIT);
    memory->used += (size + FORM_UNIT - 1) & ~(size_t)(FORM_UNIT - 1);
    return slot;
}

enum isnad_status word_memory_open(struct word_memory **out, struct isnad_error *error)
{
    struct word_memory *memory = calloc(1, sizeof *memory);
    if (memory) {
        memory->room = MEMORY_ROOM;
        memory->used = BLOCK_BYTES;
        memory->slots = calloc(memory->room, sizeof *memory->slots);
    }
    if (!memory || !memory->slots) {
        free(memory);
        return error_set(error, ISNAD_SYSTEM, "", 0, "out of memory");
    }
    *out = memory;
    return ISNAD_OK;
}

void word_memory_close(struct word_memory *memory)
{
    if (!memory)
        return;
    memory_clear(memory);
    free(memory->slots);
    free(memory);
}

/* The slot of a form that is new; 0 without memory. */
static uint32_t memory_learn(const struct know *know, struct word_memory *memory, struct slice fold, uint64_t hash)
{
    struct gather gather;
    gather.know = know;
    gather_form(&gather, fold);
    uint8_t signs = word_weigh(know, fold, gather.readings, gather.count, gather.keys, gather.key_count);
    size_t reading_size = gather.count * sizeof(struct reading), key_size = gather.key_count * sizeof(struct name_key);
    size_t readings_at = form_readings_at(fold.len);
    uint32_t slot = memory_place(memory, readings_at + reading_size + key_size);
    if (!slot)
        return 0;
    struct known_form *form = memory_form(memory, slot);
    *form =
        (struct known_form){ term_form_of(&know->terms, fold), (uint8_t)fold.len, (uint8_t)gather.count, (uint8_t)gather.key_count, signs };
    unsigned char *at = (unsigned char *)form;
    memcpy(form + 1, fold.at, fold.len);
    memcpy(at + readings_at, gather.readings, reading_size);
    memcpy(at + readings_at + reading_size, gather.keys, key_size);
    memory->count++;
    return slot | hash_tag(hash);
}

static bool word_has_form(const struct word *word)
{
    return word->kind != WORD_MARK && word->kind != WORD_BREAK && word->fold.len <= MOST_FORM_BYTES;
}

static void look_up_hashed(const struct know *know, struct word_memory *memory, struct word *word, uint64_t hash)
{
    uint32_t *slot = memory_seek(memory, word->fold, hash);
    if (!*slot)
        *slot = memory_learn(know, memory, word->fold, hash);
    if (!*slot)
        return;
    const struct known_form *form = memory_form(memory, *slot);
    word->readings = (const void *)((const char *)form + form_readings_at(form->len));
    word->reading_count = form->reading_count;
    word->keys = (const void *)(word->readings + form->reading_count);
    word->key_count = form->key_count;
    word->signs = form->signs;
    word->term = form->term;
}

void word_look_up(const struct know *know, struct word_memory *memory, struct word *word)
{
    if (word_has_form(word))
        look_up_hashed(know, memory, word, slice_hash_table(word->fold));
}

/* Looks the words from `first` on up, at most LOOK_AHEAD of them; returns the word after them. The memory is larger than the caches, so
 * every place in it is asked for some words before it is read: measured, this halves the time of a look-up. */
static uint32_t look_up_some(const struct know *know, struct word_memory *memory, struct word_list *words, uint32_t first)
{
    uint64_t hashes[LOOK_AHEAD];
    uint32_t count = words->count - first < LOOK_AHEAD ? words->count - first : LOOK_AHEAD;
    struct word *word = &words->items[first];
    for (uint32_t i = 0; i < count; i++) {
        hashes[i] = word_has_form(&word[i]) ? slice_hash_table(word[i].fold) : 0;
        __builtin_prefetch(&memory->slots[hashes[i] & (memory->room - 1)]);
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = memory->slots[hashes[i] & (memory->room - 1)];
        if (slot) {
            const char *form = (const char *)memory_form(memory, slot);
            __builtin_prefetch(form);
            __builtin_prefetch(form + 64);
        }
    }
    for (uint32_t i = 0; i < count; i++)
        if (word_has_form(&word[i])) {
            look_up_hashed(know, memory, &word[i], hashes[i]);
            for (uint32_t j = 0; j < word[i].reading_count; j++)
                __builtin_prefetch(&know->lemmas[word[i].readings[j].lemma]);
        }
    return first + count;
}

enum isnad_status word_find(struct arena *mem, const struct know *know, struct word_memory *memory, struct text *text,
                            struct word_list *out, struct isnad_error *error)
{
    /* Forms are forgotten between reports only: words point into the memory. */
    if (memory->count > MEMORY_MOST_FORMS)
        memory_clear(memory);
    word_split(mem, text, out);
    /* A report with more different forms than any real one stops before the memory is full. */
    for (uint32_t i = 0; i < out->count && memory->count <= memory->room / 4 * 3;)
        i = look_up_some(know, memory, out, i);
    word_unglue(mem, know, memory, text, out);
    if (memory->is_short)
        return error_set(error, ISNAD_SYSTEM, "", 0, "out of memory");
    for (uint32_t i = 0; i < text->sentences.count; i++) {
        word_choose(know, mem, out, text->sentences.items[i].word_first, text->sentences.items[i].word_end);
        word_senses(know, mem, out, text->sentences.items[i].word_first, text->sentences.items[i].word_end);
    }
    return ISNAD_OK;
}
