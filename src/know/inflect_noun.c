#include "know/inflect_sound.h"

#define STATES_FREE (FEATURE_BARE | FEATURE_DEFINITE)
#define STATES_BOUND (FEATURE_CONSTRUCT | FEATURE_PRONOUN)
#define NUMBER(n) ((uint32_t)(n) << FEATURE_NUMBER_SHIFT)

struct ending {
    const char *sound;
    uint32_t features;
};

static const struct ending cases[] = {
    { "u", FEATURE_NOMINATIVE },
    { "a", FEATURE_ACCUSATIVE },
    { "i", FEATURE_GENITIVE },
};

static const struct ending duals[] = {
    { "Ani", FEATURE_NOMINATIVE | STATES_FREE },
    { "A", FEATURE_NOMINATIVE | STATES_BOUND },
    { "ayni", FEATURE_OBLIQUE | STATES_FREE },
    { "ay", FEATURE_OBLIQUE | STATES_BOUND },
};

static const struct ending plurals_m[] = {
    { "Una", FEATURE_NOMINATIVE | STATES_FREE },
    { "U", FEATURE_NOMINATIVE | STATES_BOUND },
    { "Ina", FEATURE_OBLIQUE | STATES_FREE },
    { "I", FEATURE_OBLIQUE | STATES_BOUND },
};

static const struct ending plurals_f[] = { { "At", FEATURE_CASES | FEATURE_STATES } };

/* ab and akh lengthen their vowel before what follows. */
static const struct ending kins[] = {
    { "U", FEATURE_NOMINATIVE | STATES_BOUND },
    { "A", FEATURE_ACCUSATIVE | STATES_BOUND },
    { "I", FEATURE_GENITIVE | STATES_BOUND },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_weak_end(unsigned char letter)
{
    return letter == LETTER_YA || letter == LETTER_MAQSURA || letter == LETTER_ALIF;
}

static unsigned char letters_last(const struct letters *letters)
{
    return letters->len ? letters->at[letters->len - 1] : 0;
}

static bool stem_ends(const struct stem *stem, char vowel)
{
    uint32_t len = stem->sound.len;
    return len > 1 && stem->sound.at[len - 1] == 'F' && stem->sound.at[len - 2] == (unsigned char)vowel;
}

/* ---- one stem with its endings ---- */

static void stem_spell(const struct stem *stem, const char *ending, uint32_t features, struct spelling_set *set)
{
    struct sound sound = stem->sound;
    sound_add(&sound, ending);
    sound_settle(&sound, &stem->rules);
    spelling_add(set, &sound, features);
}

static void stem_endings(const struct stem *stem, const struct ending *endings, size_t count, uint32_t features, inflect_emit *emit,
                         void *context)
{
    struct spelling_set set = { .count = 0 };
    for (size_t i = 0; i < count; i++)
        stem_spell(stem, endings[i].sound, features | endings[i].features, &set);
    spelling_emit(&set, emit, context);
}

static struct stem stem_feminine(const struct stem *stem)
{
    struct stem with = *stem;
    if (stem->feminine_ta)
        sound_add(&with.sound, "aT");
    return with;
}

void stem_singular(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context)
{
    struct spelling_set set = { .count = 0 };
    struct stem with = stem_feminine(stem);
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool bare = !with.defective || stem->feminine_ta || (with.diptote && cases[i].features == FEATURE_ACCUSATIVE);
        uint32_t states = bare ? FEATURE_STATES : FEATURE_STATES & ~FEATURE_BARE;
        stem_spell(&with, cases[i].sound, features | cases[i].features | states, &set);
    }
    if (with.defective && !stem->feminine_ta)
        stem_spell(&with, "", features | FEATURE_NOMINATIVE | FEATURE_GENITIVE | FEATURE_BARE, &set);
    if (!stem->feminine_ta && !with.diptote && !stem_ends(&with, 'a'))
        stem_spell(&with, "aN", features | FEATURE_ACCUSATIVE | FEATURE_BARE, &set);
    spelling_emit(&set, emit, context);
}

void stem_dual(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context)
{
    struct stem with = stem_feminine(stem);
    stem_endings(&with, duals, COUNT(duals), features, emit, context);
}

void stem_plural_m(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context)
{
    stem_endings(stem, plurals_m, COUNT(plurals_m), features, emit, context);
}

void stem_plural_f(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context)
{
    stem_endings(stem, plurals_f, COUNT(plurals_f), features, emit, context);
}

void stem_adjective(const struct stem *stem, uint32_t features, inflect_emit *emit, void *context)
{
    struct stem feminine = *stem;
    feminine.feminine_ta = true;
    uint32_t m = features | FEATURE_MASCULINE, f = features | FEATURE_FEMININE;
    stem_singular(stem, m | NUMBER(NUMBER_SINGULAR), emit, context);
    stem_singular(&feminine, f | NUMBER(NUMBER_SINGULAR), emit, context);
    stem_dual(stem, m | NUMBER(NUMBER_DUAL), emit, context);
    stem_dual(&feminine, f | NUMBER(NUMBER_DUAL), emit, context);
    stem_plural_m(stem, m | NUMBER(NUMBER_PLURAL), emit, context);
    stem_plural_f(stem, f | NUMBER(NUMBER_PLURAL), emit, context);
}

/* ---- the stem of a written word ---- */

/* Letters of a noun are kept as they stand. */
static void stem_keep(struct stem *stem, const unsigned char *letters, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++) {
        if (i)
            sound_add(&stem->sound, "-");
        sound_add_letter(&stem->sound, letters[i] == LETTER_HAMZA ? LETTER_KEPT_HAMZA : letters[i]);
    }
}

/* A last hamza finds its seat anew before each ending; its seat tells the vowel before it. */
static void stem_read_hamza(struct stem *stem, const struct letters *letters)
{
    uint32_t len = letters->len - 1;
    unsigned char before = len ? letters->at[len - 1] : 0;
    const char *tail = "";
    switch (letters->at[len]) {
    case LETTER_ALIF_HAMZA:
        tail = "a";
        break;
    case LETTER_WAW_HAMZA:
        tail = "u";
        break;
    case LETTER_YA_HAMZA:
        tail = "i";
        break;
    default:
        if (before == LETTER_ALIF)
            tail = "A";
        else if (before == LETTER_WAW)
            tail = "U";
        else if (before == LETTER_YA)
            tail = "I";
        if (*tail)
            len--;
    }
    stem_keep(stem, letters->at, len);
    sound_add(&stem->sound, tail);
    sound_add_letter(&stem->sound, LETTER_HAMZA);
}

void stem_read(struct stem *stem, const struct letters *letters, bool defective)
{
    memset(stem, 0, sizeof *stem);
    uint32_t len = letters->len;
    switch (letters_last(letters)) {
    case LETTER_TA_MARBUTA:
        stem_keep(stem, letters->at, len - 1);
        stem->feminine_ta = true;
        return;
    case LETTER_MAQSURA:
        stem_keep(stem, letters->at, len - 1);
        sound_add(&stem->sound, "aF");
        return;
    case LETTER_ALIF:
        stem_keep(stem, letters->at, len - 1);
        sound_add(&stem->sound, "aF");
        stem->rules.final_waw = len < 2 || letters->at[len - 2] != LETTER_YA;
        return;
    case LETTER_HAMZA:
    case LETTER_ALIF_HAMZA:
    case LETTER_WAW_HAMZA:
    case LETTER_YA_HAMZA:
        stem_read_hamza(stem, letters);
        return;
    default:
        stem_keep(stem, letters->at, defective && letters_end(letters, LETTER_YA) ? len - 1 : len);
        if (defective) {
            sound_add(&stem->sound, "iF");
            stem->defective = true;
        }
    }
}

/* The stem to which the sound plural in -at is joined: without ta marbuta, hamza seated anew, mubaraa(t) -> mubaraYat. */
static void stem_read_plural_f(struct stem *stem, const struct letters *letters, bool defective)
{
    struct letters base = *letters;
    bool feminine = letters_end(&base, LETTER_TA_MARBUTA);
    if (feminine)
        base.len--;
    bool alif = letters_end(&base, LETTER_ALIF);
    if (alif && feminine)
        base.at[base.len - 1] = LETTER_MAQSURA;
    else if (alif)
        base.len--;
    stem_read(stem, &base, defective && !feminine);
}

/* ---- nouns ---- */

static bool letters_equal_part(const struct letters *a, uint32_t a_len, const unsigned char *b, uint32_t b_len)
{
    return a_len == b_len && memcmp(a->at, b, a_len) == 0;
}

/* Whether the plural is the lemma with -un: muhamun, but not sujun. Its stem keeps what the lemma drops before -un. */
static bool plural_is_sound(const struct letters *lemma, const struct letters *plural)
{
    if (plural->len < 4 || !letters_end(plural, LETTER_NUN) || plural->at[plural->len - 2] != LETTER_WAW)
        return false;
    uint32_t len = plural->len - 2;
    if (letters_equal_part(plural, len, lemma->at, lemma->len))
        return true;
    unsigned char last = letters_last(lemma);
    if ((is_weak_end(last) || last == LETTER_TA_MARBUTA) && letters_equal_part(plural, len, lemma->at, lemma->len - 1))
        return true;
    return lemma->at[0] == LETTER_ALIF && letters_equal_part(plural, len, lemma->at + 1, lemma->len - 1);
}

/* Whether a plural of four letters like mabanin is written without its ya: its singular ends in a weak letter, or it is one
 * of the few like aradin, layalin, nawadin. */
static bool plural_is_defective(const struct letters *lemma, const struct letters *plural)
{
    if (plural->len != 4 || plural->at[2] != LETTER_ALIF || plural->at[3] < LETTER_BA || plural->at[3] == LETTER_TA_MARBUTA
        || plural->at[3] == LETTER_TA || is_weak_end(plural->at[3]))
        return false;
    if (plural->at[0] == LETTER_ALIF_HAMZA)
        return true;
    if (plural->at[0] == LETTER_LAM && plural->at[1] == LETTER_YA && plural->at[3] == LETTER_LAM)
        return true;
    uint32_t len = lemma->len;
    if (plural->at[1] == LETTER_WAW && len == 3 && lemma->at[1] == LETTER_ALIF)
        return true;
    if (len > 2 && letters_last(lemma) == LETTER_TA_MARBUTA)
        return is_weak_end(lemma->at[len - 2]) || lemma->at[len - 2] == LETTER_WAW;
    if (len > 3 && letters_last(lemma) == LETTER_HAMZA)
        return lemma->at[len - 2] == LETTER_ALIF;
    return is_weak_end(letters_last(lemma));
}

/* Plurals that take no alif: sawarikh, qanabil; -at; but awqat and aswat do. */
static bool plural_is_diptote(const struct letters *plural)
{
    uint32_t len = plural->len;
    if (len > 3 && plural->at[len - 1] == LETTER_TA && plural->at[len - 2] == LETTER_ALIF)
        return plural->at[0] != LETTER_ALIF_HAMZA || len != 5;
    return len >= 5 && plural->at[2] == LETTER_ALIF;
}

static void noun_plural(const struct letters *lemma, const struct letters *plural, uint32_t features, bool defective, inflect_emit *emit,
                        void *context)
{
    struct stem stem;
    if (plural->len == 2 && plural->at[0] == LETTER_WAW && plural->at[1] == LETTER_NUN) {
        stem_read(&stem, lemma, false);
        stem_plural_m(&stem, features, emit, context);
    } else if (plural->len == 2 && plural->at[0] == LETTER_ALIF && plural->at[1] == LETTER_TA) {
        stem_read_plural_f(&stem, lemma, defective);
        stem_plural_f(&stem, features, emit, context);
    } else if (plural_is_sound(lemma, plural)) {
        struct letters base = *plural;
        base.len -= 2;
        stem_read(&stem, letters_end(lemma, LETTER_MAQSURA) ? lemma : &base, false);
        stem_plural_m(&stem, features, emit, context);
    } else {
        bool without_ya = plural_is_defective(lemma, plural);
        stem_read(&stem, plural, without_ya);
        stem.diptote = without_ya || plural_is_diptote(plural);
        stem_singular(&stem, features, emit, context);
    }
}

/* sahra' -> sahrawani, sahrawat */
static void noun_feminine_hamza(const struct letters *lemma, uint32_t features, inflect_emit *emit, void *context)
{
    struct letters base = *lemma;
    base.at[base.len - 1] = LETTER_WAW;
    struct stem stem;
    stem_read(&stem, &base, false);
    stem_dual(&stem, features | NUMBER(NUMBER_DUAL), emit, context);
    stem_plural_f(&stem, features | NUMBER(NUMBER_PLURAL), emit, context);
}

static bool noun_is_kin(const struct letters *lemma)
{
    return lemma->len == 2 && lemma->at[0] == LETTER_ALIF_HAMZA && (lemma->at[1] == LETTER_BA || lemma->at[1] == LETTER_KHA);
}

static void noun_singular(const struct letters *lemma, uint32_t features, bool defective, inflect_emit *emit, void *context)
{
    struct stem stem;
    stem_read(&stem, lemma, defective);
    bool kin = noun_is_kin(lemma);
    stem_singular(&stem, features | NUMBER(NUMBER_SINGULAR), emit, context);
    if (kin) {
        stem_endings(&stem, kins, COUNT(kins), features | NUMBER(NUMBER_SINGULAR), emit, context);
        sound_add(&stem.sound, "aw");
    }
    stem_dual(&stem, features | NUMBER(NUMBER_DUAL), emit, context);
    if (letters_end(lemma, LETTER_ALIF)) { /* kamiratani */
        stem.sound.len -= 2;
        stem.feminine_ta = true;
        stem_dual(&stem, features | NUMBER(NUMBER_DUAL), emit, context);
    }
    bool hamza = lemma->len > 3 && letters_end(lemma, LETTER_HAMZA) && lemma->at[lemma->len - 2] == LETTER_ALIF;
    if (hamza && (features & FEATURE_FEMININE))
        noun_feminine_hamza(lemma, features, emit, context);
}

bool stem_noun(struct arena *mem, const struct noun_entry *entry, uint32_t features, char mark, bool defective, inflect_emit *emit,
               void *context, struct slice *fault)
{
    struct letters lemma, plural;
    if (!letters_read(entry->lemma, &lemma)) {
        *fault = arena_print(mem, "the noun \"%.*s\" is not one word of Arabic letters", (int)entry->lemma.len, entry->lemma.at);
        return false;
    }
    struct slice rest = entry->plural, part;
    for (struct slice check = rest; check.len && slice_cut(&check, mark, &part);) {
        if (!letters_read(part, &plural)) {
            *fault = arena_print(mem, "the plural \"%.*s\" is not one word of Arabic letters", (int)part.len, part.at);
            return false;
        }
    }
    noun_singular(&lemma, features, defective, emit, context);
    while (rest.len && slice_cut(&rest, mark, &part)) {
        letters_read(part, &plural);
        noun_plural(&lemma, &plural, features | NUMBER(NUMBER_PLURAL), defective, emit, context);
    }
    return true;
}

bool inflect_noun(struct arena *mem, const struct noun_entry *entry, inflect_emit *emit, void *context, struct slice *fault)
{
    uint32_t gender = slice_equal(entry->gender, slice_of("m")) ? FEATURE_MASCULINE : FEATURE_FEMININE;
    if (gender == FEATURE_FEMININE && !slice_equal(entry->gender, slice_of("f"))) {
        *fault = arena_print(mem, "the gender is \"%.*s\", not m or f", (int)entry->gender.len, entry->gender.at);
        return false;
    }
    return stem_noun(mem, entry, (uint32_t)PART_NOUN | gender, '|', false, emit, context, fault);
}

/* ---- adjectives ---- */

static void adjective_feminine(const struct letters *letters, uint32_t features, inflect_emit *emit, void *context)
{
    struct stem stem;
    features |= FEATURE_FEMININE;
    stem_read(&stem, letters, false);
    stem.diptote = true;
    stem_singular(&stem, features | NUMBER(NUMBER_SINGULAR), emit, context);
    stem_dual(&stem, features | NUMBER(NUMBER_DUAL), emit, context);
    if (letters_end(letters, LETTER_HAMZA))
        noun_feminine_hamza(letters, features, emit, context);
    else
        stem_plural_f(&stem, features | NUMBER(NUMBER_PLURAL), emit, context);
}

/* akbar, kubra; ahmar, hamra', humr; a3la, 3ulya. Which of them a word has the rule does not know. */
static void adjective_elative(const struct letters *lemma, uint32_t features, inflect_emit *emit, void *context)
{
    struct stem stem;
    stem_read(&stem, lemma, false);
    stem.diptote = true;
    uint32_t m = features | FEATURE_MASCULINE;
    stem_singular(&stem, m | NUMBER(NUMBER_SINGULAR), emit, context);
    stem_dual(&stem, m | NUMBER(NUMBER_DUAL), emit, context);
    stem_plural_m(&stem, m | NUMBER(NUMBER_PLURAL), emit, context);

    features |= FEATURE_VARIANT;
    const unsigned char *root = lemma->at + 1;
    if (root[2] < LETTER_BA)
        return;
    if (root[2] == LETTER_MAQSURA) {
        adjective_feminine(&(struct letters){ { root[0], root[1], LETTER_YA, LETTER_ALIF }, 4 }, features, emit, context);
        return;
    }
    adjective_feminine(&(struct letters){ { root[0], root[1], root[2], LETTER_MAQSURA }, 4 }, features, emit, context);
    adjective_feminine(&(struct letters){ { root[0], root[1], root[2], LETTER_ALIF, LETTER_HAMZA }, 5 }, features, emit, context);
    const struct letters plurals[] = {
        { { root[0], root[1], root[2] }, 3 },
        { { LETTER_ALIF_HAMZA, root[0], LETTER_ALIF, root[1], root[2] }, 5 },
    };
    for (size_t i = 0; i < COUNT(plurals); i++) {
        stem_read(&stem, &plurals[i], false);
        stem.diptote = plural_is_diptote(&plurals[i]);
        stem_singular(&stem, features | FEATURE_GENDERS | NUMBER(NUMBER_PLURAL), emit, context);
    }
}

/* thanin, madin, mu3adin; but khass, hadd, which the letters do not tell apart. */
static bool adjective_may_be_defective(const struct letters *lemma)
{
    uint32_t len = lemma->len;
    bool participle = len == 3 || (len == 4 && lemma->at[0] == LETTER_MIM);
    return participle && lemma->at[len - 2] == LETTER_ALIF && lemma->at[len - 1] >= LETTER_BA && !is_weak_end(lemma->at[len - 1]);
}

/* ukhra and ula look like elatives but are the feminine already. */
static bool adjective_is_feminine(const struct letters *lemma)
{
    const unsigned char *at = lemma->at;
    if (lemma->len == 4 && at[0] == LETTER_ALIF_HAMZA)
        return at[3] == LETTER_MAQSURA && ((at[1] == LETTER_KHA && at[2] == LETTER_RA) || (at[1] == LETTER_WAW && at[2] == LETTER_LAM));
    return letters_end(lemma, LETTER_MAQSURA) || letters_end(lemma, LETTER_ALIF);
}

static bool adjective_plurals(struct arena *mem, const struct adjective_entry *entry, inflect_emit *emit, void *context,
                              struct slice *fault)
{
    struct letters lemma, plural;
    struct slice rest = entry->plural, part;
    letters_read(entry->lemma, &lemma);
    for (struct slice check = rest; check.len && slice_cut(&check, '|', &part);)
        if (!letters_read(part, &plural)) {
            *fault = arena_print(mem, "the plural \"%.*s\" is not one word of Arabic letters", (int)part.len, part.at);
            return false;
        }
    while (rest.len && slice_cut(&rest, '|', &part)) {
        letters_read(part, &plural);
        noun_plural(&lemma, &plural, (uint32_t)PART_ADJECTIVE | FEATURE_MASCULINE | NUMBER(NUMBER_PLURAL), false, emit, context);
    }
    return true;
}

bool inflect_adjective(struct arena *mem, const struct adjective_entry *entry, inflect_emit *emit, void *context, struct slice *fault)
{
    struct letters letters;
    struct slice lemma = entry->lemma;
    if (!letters_read(lemma, &letters) || letters.len < 2) {
        *fault = arena_print(mem, "the adjective \"%.*s\" is not one word of Arabic letters", (int)lemma.len, lemma.at);
        return false;
    }
    if (!adjective_plurals(mem, entry, emit, context, fault))
        return false;
    uint32_t features = PART_ADJECTIVE;
    if (letters_end(&letters, LETTER_TA_MARBUTA))
        letters.len--;
    if (adjective_is_feminine(&letters)) {
        adjective_feminine(&letters, features, emit, context);
    } else if (letters.len == 4 && letters.at[0] == LETTER_ALIF_HAMZA && letters_last(&letters) != LETTER_YA) {
        adjective_elative(&letters, features, emit, context);
    } else {
        struct stem stem;
        stem_read(&stem, &letters, false);
        stem_adjective(&stem, features, emit, context);
        if (adjective_may_be_defective(&letters)) {
            stem_read(&stem, &letters, true);
            stem_adjective(&stem, features | FEATURE_VARIANT, emit, context);
        }
    }
    return true;
}
