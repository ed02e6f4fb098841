/*
 * unglue.c - words that a page wrote without the space between them: where a link ended, «مراسلالميادينفي» stands for three words. Only what no
 * lexicon or name knows is cut, and only into pieces that are known, unless a letter says that a word has ended: «غزةإلى».
 */
#include "know/features.h"
#include "word/word.h"

#include <string.h>

#define LETTER 2u      /* bytes of an Arabic letter */
#define GLUED_LEAST 7u /* letters of a form that may be glued */
#define ENDED_LEAST 4u /* … when a letter inside it ends a word */
#define GLUED_MOST_BYTES 60u
#define PIECES_MOST 4u
#define ARTICLE_LEAST 5u /* letters of a piece with the article before another with it */
#define PARTICLE_MOST 5u /* letters */

/* How a cut is licensed, surest first. */
enum cut_kind {
    CUT_ENDED,    /* a letter stands before it that only ends a word: غزة|إلى، شهيداً|في */
    CUT_ARTICLE,  /* the article stands inside a word: مراسل|الميادين */
    CUT_PARTICLE, /* the second piece is a small word: الاحتلال|في */
    CUT_WORDS,    /* two long pieces: ذكرت|صحيفة */
    CUT_KINDS,
};

struct unglue {
    const struct know *know;
    struct word_memory *memory;
    const struct text *text;
    uint32_t cuts[PIECES_MOST]; /* bytes from the start of the form */
    uint32_t count;
};

static bool is_known(struct unglue *u, struct slice fold, bool *particle)
{
    struct word word = { .fold = fold, .kind = WORD_ARABIC };
    word_look_up(u->know, u->memory, &word);
    *particle = false;
    for (uint32_t i = 0; i < word.reading_count; i++) {
        const struct lemma *lemma = &u->know->lemmas[word.readings[i].lemma];
        *particle |= lemma->part == LEMMA_PARTICLE
                     && (lemma->particle == PARTICLE_PREP || lemma->particle == PARTICLE_SUB || lemma->particle == PARTICLE_REL
                         || (lemma->particle == PARTICLE_CONDITION && lemma->value == VALUE_QAD));
    }
    return word.reading_count || word.key_count;
}

/* «قال», «أكد», «وفق»: short words behind which somebody is named. */
static bool names_speaker(struct unglue *u, struct slice fold)
{
    struct word word = { .fold = fold, .kind = WORD_ARABIC };
    word_look_up(u->know, u->memory, &word);
    bool says = false;
    for (uint32_t i = 0; i < word.reading_count; i++)
        says |= features_part(word.readings[i].features) == PART_VERB && features_tense(word.readings[i].features) == TENSE_PAST
                && features_person(word.readings[i].features) == 3
                && lemma_operates(&u->know->lemmas[word.readings[i].lemma], OPERATORS_OF_SPEECH);
    return says || slice_equal(fold, slice_of("\xd9\x88\xd9\x81\xd9\x82"));
}

/* A noun without "and" before it. */
static bool is_plain_noun(struct unglue *u, struct slice fold)
{
    struct word word = { .fold = fold, .kind = WORD_ARABIC };
    word_look_up(u->know, u->memory, &word);
    for (uint32_t i = 0; i < word.reading_count; i++)
        if (!(word.readings[i].clitics & (CLITIC_WA | CLITIC_FA)) && u->know->lemmas[word.readings[i].lemma].part != LEMMA_PARTICLE
            && features_part(word.readings[i].features) != PART_VERB)
            return true;
    return false;
}

static uint32_t letters(struct slice fold)
{
    return (uint32_t)fold.len / LETTER;
}

static bool opens_with_article(struct slice fold)
{
    return slice_starts(fold, slice_of("\xd8\xa7\xd9\x84")) || slice_starts(fold, slice_of("\xd9\x84\xd9\x84"));
}

static bool has_article(struct slice fold)
{
    return letters(fold) >= 4 && opens_with_article(fold);
}

/* Whether what is written before this byte of the folded text is a ta marbuta, or the alif of an indefinite accusative with its sign. */
static bool word_has_ended(const struct unglue *u, const char *at)
{
    const struct slice ta = slice_of("\xd8\xa9"), an = slice_of("\xd9\x8b");
    uint32_t here = u->text->back[(size_t)(at - u->text->fold.at)];
    struct slice before = slice_make(u->text->source.at, here);
    return slice_ends(before, ta) || (slice_ends(before, an) && here >= 4 && !memcmp(before.at + here - 4, "\xd8\xa7", 2));
}

/* Whether a cut of this kind can stand between the pieces; the lengths keep foreign names whole. */
static bool cut_holds(struct unglue *u, struct slice left, struct slice right, enum cut_kind kind)
{
    const struct slice allah = slice_of("\xd8\xa7\xd9\x84\xd9\x84\xd9\x87"); /* any other short one is a name's: «الس|المي» */
    bool left_particle, right_particle;
    bool article = opens_with_article(left) || opens_with_article(slice_from(left, LETTER));
    if (kind == CUT_ENDED)
        return word_has_ended(u, right.at);
    if (kind == CUT_ARTICLE)
        return has_article(right) && is_known(u, left, &left_particle) && (letters(left) >= 3 || left_particle)
               && (!opens_with_article(left) || left_particle || letters(left) >= ARTICLE_LEAST || slice_equal(left, allah));
    if (kind == CUT_PARTICLE) {
        bool an = slice_equal(right, slice_of("\xd8\xa7\xd9\x86"));
        return letters(right) <= PARTICLE_MOST
               && letters(left) >= (an        ? 7u
                                    : article ? 6u
                                              : 5u)
               && is_known(u, right, &right_particle) && right_particle && is_known(u, left, &left_particle);
    }
    if (letters(left) == 3 && letters(right) >= 4 && !opens_with_article(right) && names_speaker(u, left) && is_plain_noun(u, right))
        return true;
    bool feminine_verb = slice_ends(left, slice_of("\xd8\xaa")) && !article;
    if (letters(right) < (feminine_verb ? 4u : 5u) || (article && letters(left) < 6) || !is_known(u, left, &left_particle))
        return false;
    return (left_particle ? letters(right) >= 6 : letters(left) >= 4) && is_known(u, right, &right_particle);
}

/* Cuts the form from byte `from` on; false when a piece stays unknown. */
static bool unglue_from(struct unglue *u, struct slice fold, uint32_t from)
{
    struct slice rest = slice_from(fold, from);
    bool particle;
    if (from && is_known(u, rest, &particle))
        return true;
    if (u->count == PIECES_MOST)
        return false;
    for (int kind = CUT_ENDED; kind < CUT_KINDS; kind++)
        for (uint32_t cut = LETTER * 2; cut + LETTER * 2 <= rest.len; cut += LETTER) {
            if (!cut_holds(u, slice_make(rest.at, cut), slice_from(rest, cut), (enum cut_kind)kind))
                continue;
            u->cuts[u->count++] = from + cut;
            if (unglue_from(u, fold, from + cut) || kind == CUT_ENDED)
                return true;
            u->count--;
        }
    return false;
}

static bool may_be_glued(const struct unglue *u, const struct word *word)
{
    if (word->kind != WORD_ARABIC || word->reading_count || word->key_count || word->fold.len < ENDED_LEAST * LETTER
        || word->fold.len > GLUED_MOST_BYTES || word->fold.len % LETTER)
        return false;
    bool ended = false;
    for (size_t i = 0; i < word->fold.len; i += LETTER) {
        if ((unsigned char)word->fold.at[i] < 0xD8 || (unsigned char)word->fold.at[i] > 0xDB)
            return false;
        ended |= i >= LETTER * 2 && word_has_ended(u, word->fold.at + i);
    }
    return ended || word->fold.len >= GLUED_LEAST * LETTER;
}

static void add_pieces(struct arena *mem, struct unglue *u, const struct text *text, const struct word *word, struct word_list *out)
{
    size_t fold_at = (size_t)(word->fold.at - text->fold.at);
    for (uint32_t i = 0; i <= u->count; i++) {
        uint32_t first = i ? u->cuts[i - 1] : 0, end = i < u->count ? u->cuts[i] : (uint32_t)word->fold.len;
        struct word *piece = list_add(mem, out);
        *piece = *word;
        piece->fold = slice_make(word->fold.at + first, end - first);
        if (i) {
            piece->start = text->back[fold_at + first];
            piece->spaced = false;
            piece->damma = 0;
            piece->shadda = 0;
        }
        if (i < u->count) {
            piece->end = text->back[fold_at + end];
            piece->nunation = false;
            piece->ending = ENDING_OTHER;
        }
        word_look_up(u->know, u->memory, piece);
    }
}

void word_unglue(struct arena *mem, const struct know *know, struct word_memory *memory, struct text *text, struct word_list *words)
{
    struct word_list out = { .keeps_ya = words->keeps_ya };
    uint32_t copied = 0;
    for (uint32_t i = 0; i < words->count; i++) {
        struct unglue u = { .know = know, .memory = memory, .text = text };
        if (!may_be_glued(&u, &words->items[i]) || !unglue_from(&u, words->items[i].fold, 0))
            continue;
        if (!out.count)
            list_reserve(mem, &out, words->count + words->count / 64 + PIECES_MOST);
        for (; copied < i; copied++)
            *(struct word *)list_add(mem, &out) = words->items[copied];
        add_pieces(mem, &u, text, &words->items[i], &out);
        copied = i + 1;
    }
    if (!out.count)
        return;
    for (; copied < words->count; copied++)
        *(struct word *)list_add(mem, &out) = words->items[copied];
    *words = out;
    for (uint32_t i = 0, at = 0; i < text->sentences.count; i++) {
        text->sentences.items[i].word_first = at;
        while (at < out.count && out.items[at].sentence == i)
            at++;
        text->sentences.items[i].word_end = at;
    }
}
