#include "know/inflect_sound.h"

/*
 * A pattern is a form with 1 2 3 4 for the radicals, V for the vowel that the form leaves open, X for the letter of the person,
 * 8 for the t of form 8, which yields to the radical before it. Sounds as in inflect_sound.h.
 */
struct pattern {
    const char *name;
    const char *past, *past_passive, *present, *present_passive, *active, *passive;
};

static const struct pattern patterns[] = {
    { "1", "1a2V3", "1u2i3", "Xa12V3", "Xu12a3", "1A2i3", "ma12U3" },
    { "2", "1a22a3", "1u22i3", "Xu1a22i3", "Xu1a22a3", "mu1a22i3", "mu1a22a3" },
    { "3", "1A2a3", "1U2i3", "Xu1A2i3", "Xu1A2a3", "mu1A2i3", "mu1A2a3" },
    { "4", "'a12a3", "'u12i3", "Xu12i3", "Xu12a3", "mu12i3", "mu12a3" },
    { "5", "ta1a22a3", "tu1u22i3", "Xata1a22a3", "Xuta1a22a3", "muta1a22i3", "muta1a22a3" },
    { "6", "ta1A2a3", "tu1U2i3", "Xata1A2a3", "Xuta1A2a3", "muta1A2i3", "muta1A2a3" },
    { "7", "|in1a2a3", "|un1u2i3", "Xan1a2i3", "Xun1a2a3", "mun1a2i3", "mun1a2a3" },
    { "8", "|i18a2a3", "|u18u2i3", "Xa18a2i3", "Xu18a2a3", "mu18a2i3", "mu18a2a3" },
    { "9", "|i12a3a3", NULL, "Xa12a3i3", NULL, "mu12a3i3", NULL },
    { "10", "|ista12a3", "|ustu12i3", "Xasta12i3", "Xusta12a3", "musta12i3", "musta12a3" },
    { "q1", "1a23a4", "1u23i4", "Xu1a23i4", "Xu1a23a4", "mu1a23i4", "mu1a23a4" },
    { "q2", "ta1a23a4", "tu1u23i4", "Xata1a23a4", "Xuta1a23a4", "muta1a23i4", "muta1a23a4" },
    { "q4", "|i12a34a4", "|u12u34i4", "Xa12a34i4", "Xu12a34a4", "mu12a34i4", "mu12a34a4" },
};
/* wasala, yasilu: the first radical falls out. */
static const struct pattern pattern_wasala = { "1", "1a2V3", "1u2i3", "Xa2V3", "Xu12a3", "1A2i3", "ma12U3" };
/* ra'a, yara and ara, yuri: so does the hamza. */
static const struct pattern pattern_raa = { "1", "1a2V3", "1u2i3", "Xa1V3", "Xu1a3", "1A2i3", "ma12U3" };
static const struct pattern pattern_ara = { "4", "'a1a3", "'u1i3", "Xu1i3", "Xu1a3", "mu1i3", "mu1a3" };
/* ja'in: a hamza after a hollow middle makes the participle defective. */
static const char active_hollow_hamza[] = "1A'iF";

enum verb_form { FORM_1, FORM_2, FORM_3, FORM_4, FORM_5, FORM_6, FORM_7, FORM_8, FORM_9, FORM_10, FORM_Q1, FORM_Q2, FORM_Q4, FORM_COUNT };

#define RADICALS_MOST 4

/* What a verb can do otherwise than its root lets expect: istajwaba keeps its waw, ittakhadha turns its hamza into t. */
enum verb_freedom { VERB_STRONG = 1, VERB_FIRST_OTHER = 2, VERB_MIDDLE_DROPPED = 4, VERB_FREEDOMS = 8 };

struct verb {
    struct pattern pattern;
    enum verb_form form;
    unsigned char root[RADICALS_MOST];     /* letters */
    unsigned char radicals[RADICALS_MOST]; /* letters, or M, F, D */
    uint32_t radical_count;
    unsigned char infix; /* the t of form 8 */
    char past_vowel, present_vowel;
    bool passive; /* the entry is the passive, which alone is in use: tuwuffiya */
    struct sound_rules past, rest;
};

struct person {
    const char *ending, *prefix;
    uint32_t features;
};

#define PERSON(person, gender, number) ((person) << FEATURE_PERSON_SHIFT | (gender) | (uint32_t)(number) << FEATURE_NUMBER_SHIFT)

static const struct person past_persons[] = {
    { "a", "", PERSON(3u, FEATURE_MASCULINE, NUMBER_SINGULAR) }, { "at", "", PERSON(3u, FEATURE_FEMININE, NUMBER_SINGULAR) },
    { "A", "", PERSON(3u, FEATURE_MASCULINE, NUMBER_DUAL) },     { "atA", "", PERSON(3u, FEATURE_FEMININE, NUMBER_DUAL) },
    { "U=", "", PERSON(3u, FEATURE_MASCULINE, NUMBER_PLURAL) },  { "na", "", PERSON(3u, FEATURE_FEMININE, NUMBER_PLURAL) },
    { "tu", "", PERSON(1u, FEATURE_GENDERS, NUMBER_SINGULAR) },  { "nA", "", PERSON(1u, FEATURE_GENDERS, NUMBER_PLURAL) },
};

/* The endings of the moods, in the order of the feature bits. */
struct present_person {
    const char *prefix, *endings[3];
    uint32_t features;
};

static const struct present_person present_persons[] = {
    { "y", { "u", "a", "#" }, PERSON(3u, FEATURE_MASCULINE, NUMBER_SINGULAR) },
    { "t", { "u", "a", "#" }, PERSON(3u, FEATURE_FEMININE, NUMBER_SINGULAR) },
    { "y", { "Ani", "A", "A" }, PERSON(3u, FEATURE_MASCULINE, NUMBER_DUAL) },
    { "t", { "Ani", "A", "A" }, PERSON(3u, FEATURE_FEMININE, NUMBER_DUAL) },
    { "y", { "Una", "U=", "U=" }, PERSON(3u, FEATURE_MASCULINE, NUMBER_PLURAL) },
    { "y", { "na", "na", "na" }, PERSON(3u, FEATURE_FEMININE, NUMBER_PLURAL) },
    { "'", { "u", "a", "#" }, PERSON(1u, FEATURE_GENDERS, NUMBER_SINGULAR) },
    { "n", { "u", "a", "#" }, PERSON(1u, FEATURE_GENDERS, NUMBER_PLURAL) },
};

static const struct person imperative_persons[] = {
    { "#", "t", PERSON(2u, FEATURE_MASCULINE, NUMBER_SINGULAR) },
    { "I", "t", PERSON(2u, FEATURE_FEMININE, NUMBER_SINGULAR) },
    { "U=", "t", PERSON(2u, FEATURE_MASCULINE, NUMBER_PLURAL) },
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_weak(unsigned char letter)
{
    return letter == LETTER_WAW || letter == LETTER_YA;
}

/* ---- the entry ---- */

static bool verb_read_form(struct slice cell, enum verb_form *form)
{
    for (int i = 0; i < FORM_COUNT; i++) {
        if (slice_equal(cell, slice_of(patterns[i].name))) {
            *form = (enum verb_form)i;
            return true;
        }
    }
    return false;
}

/* One radical; hamza with any seat is hamza. */
static bool verb_read_radical(struct slice part, unsigned char *radical)
{
    struct letters letters;
    if (!letters_read(part, &letters) || letters.len != 1)
        return false;
    unsigned char c = letters.at[0];
    if (c == LETTER_ALIF || c == LETTER_MAQSURA || c == LETTER_TA_MARBUTA)
        return false;
    *radical = c < LETTER_ALIF ? LETTER_HAMZA : c;
    return true;
}

static bool verb_read_root(struct slice cell, struct verb *verb)
{
    struct slice part;
    verb->radical_count = 0;
    while (slice_cut(&cell, '-', &part)) {
        if (verb->radical_count == RADICALS_MOST || !verb_read_radical(part, &verb->root[verb->radical_count]))
            return false;
        verb->radical_count++;
    }
    return verb->radical_count == (verb->form >= FORM_Q1 ? 4u : 3u);
}

static bool form_contracts(enum verb_form form)
{
    return form == FORM_1 || form == FORM_4 || form == FORM_7 || form == FORM_8 || form == FORM_10;
}

/* The t of form 8 and what it does to the first radical. False where `other` names no second way. */
static bool verb_set_infix(struct verb *verb, bool other)
{
    unsigned char first = verb->root[0];
    verb->infix = LETTER_TA;
    switch (first) {
    case LETTER_WAW:
    case LETTER_YA:
        verb->radicals[0] = LETTER_TA;
        return !other;
    case LETTER_HAMZA:
        if (other)
            verb->radicals[0] = LETTER_TA;
        return true;
    case LETTER_DHAL:
        verb->infix = other ? LETTER_DHAL : LETTER_DAL;
        verb->radicals[0] = verb->infix;
        return true;
    case LETTER_DAL:
    case LETTER_ZAY:
        verb->infix = LETTER_DAL;
        return !other;
    case LETTER_SAD:
    case LETTER_DAD:
    case LETTER_TTA:
        verb->infix = LETTER_TTA;
        return !other;
    case LETTER_ZZA:
    case LETTER_THA:
        verb->infix = first;
        return !other;
    default:
        return !other;
    }
}

/* Sets pattern and radicals for one set of freedoms; false where the verb does not have them. */
static bool verb_set(struct verb *verb, unsigned freedoms)
{
    bool strong = freedoms & VERB_STRONG, other = freedoms & VERB_FIRST_OTHER;
    uint32_t last = verb->radical_count - 1;
    verb->pattern = patterns[verb->form];
    memcpy(verb->radicals, verb->root, sizeof verb->root);
    memset(&verb->past, 0, sizeof verb->past);
    if (is_weak(verb->root[last])) {
        verb->radicals[last] = 'F';
    } else if (verb->form == FORM_9 || verb->form == FORM_Q4) {
        verb->radicals[last] = 'D';
    } else if (last == 2 && !strong) {
        bool contracts = form_contracts(verb->form);
        if (is_weak(verb->root[1]) && contracts)
            verb->radicals[1] = 'M';
        if (verb->root[1] == verb->root[2] && (contracts || verb->form == FORM_3 || verb->form == FORM_6))
            verb->radicals[1] = verb->radicals[2] = 'D';
    }
    verb->rest.twin = verb->root[last];
    verb->rest.hollow_ya = verb->root[1] == LETTER_YA;
    if (freedoms & VERB_MIDDLE_DROPPED) {
        if (verb->root[1] != LETTER_HAMZA || other || (verb->form != FORM_1 && verb->form != FORM_4))
            return false;
        verb->pattern = verb->form == FORM_1 ? pattern_raa : pattern_ara;
    } else if (verb->form == FORM_8) {
        return verb_set_infix(verb, other);
    } else if (verb->form == FORM_1 && verb->root[0] == LETTER_WAW && !other) {
        verb->pattern = pattern_wasala;
    }
    return true;
}

static void verb_set_vowels(struct verb *verb, char past, char present)
{
    verb->past_vowel = past;
    verb->present_vowel = present;
    verb->rest.passive_waw = verb->form == FORM_1 && verb->root[2] == LETTER_WAW && past == 'a';
    verb->past = verb->rest;
    if (verb->form == FORM_1) {
        verb->past.final_waw = verb->root[2] == LETTER_WAW;
        verb->past.hollow_short = present == 'u' ? 'u' : 'i';
    }
}

/* ---- building ---- */

static void verb_build(const struct verb *verb, const char *pattern, const char *prefix, char vowel, const char *ending, struct sound *out)
{
    out->len = 0;
    for (; *pattern; pattern++) {
        char c = *pattern;
        if (c >= '1' && c <= '4')
            sound_add_letter(out, verb->radicals[c - '1']);
        else if (c == '8')
            sound_add_letter(out, verb->infix);
        else if (c == 'V')
            sound_add_letter(out, (unsigned char)vowel);
        else if (c == 'X')
            sound_add(out, prefix);
        else
            sound_add(out, (char[]){ c, 0 });
    }
    sound_add(out, ending);
}

static void verb_build_past(const struct verb *verb, bool passive, const char *ending, struct sound *out)
{
    verb_build(verb, passive ? verb->pattern.past_passive : verb->pattern.past, "", verb->past_vowel, ending, out);
    sound_settle(out, passive ? &verb->rest : &verb->past);
}

static void verb_build_present(const struct verb *verb, bool passive, const char *prefix, const char *ending, struct sound *out)
{
    verb_build(verb, passive ? verb->pattern.present_passive : verb->pattern.present, prefix, verb->present_vowel, ending, out);
    sound_settle(out, &verb->rest);
}

/* yad3u has waw, yarmi ya as its last radical, yarda and yas3a either. */
static bool verb_vowel_fits(const struct verb *verb)
{
    if (verb->form != FORM_1 || verb->radicals[2] != 'F' || verb->present_vowel == 'a')
        return true;
    return verb->root[2] == (verb->present_vowel == 'u' ? LETTER_WAW : LETTER_YA);
}

/* Finds the vowels and freedoms that give lemma and present as written. `*past_fits`: some gave the lemma. */
static bool verb_match(struct verb *verb, const struct letters *lemma, const struct letters *present, bool *past_fits)
{
    static const char vowels[] = "aiu";
    size_t count = verb->form == FORM_1 ? COUNT(vowels) - 1 : 1;
    *past_fits = false;
    for (unsigned freedoms = 0; freedoms < VERB_FREEDOMS; freedoms++) {
        if (!verb_set(verb, freedoms) || (verb->passive && !verb->pattern.past_passive))
            continue;
        for (size_t i = 0; i < count * count; i++) {
            struct sound sound;
            verb_set_vowels(verb, vowels[i / count], vowels[i % count]);
            if (!verb_vowel_fits(verb))
                continue;
            verb_build_past(verb, verb->passive, "a", &sound);
            if (!sound_spells(&sound, lemma))
                continue;
            *past_fits = true;
            verb_build_present(verb, verb->passive, "y", "u", &sound);
            if (sound_spells(&sound, present))
                return true;
        }
    }
    return false;
}

/* ---- finite forms ---- */

static void verb_past(const struct verb *verb, inflect_emit *emit, void *context)
{
    for (size_t i = 0; i < COUNT(past_persons); i++) {
        const struct person *person = &past_persons[i];
        uint32_t features = features_make(PART_VERB, TENSE_PAST, 0, NUMBER_NONE) | person->features | FEATURE_BARE | FEATURE_PRONOUN
                            | (verb->form == FORM_2 ? FEATURE_DOUBLED : 0);
        struct spelling_set set = { .count = 0 };
        struct sound sound;
        for (int passive = verb->passive; passive <= (verb->pattern.past_passive != NULL); passive++) {
            verb_build_past(verb, passive, person->ending, &sound);
            spelling_add(&set, &sound, features | (passive ? FEATURE_PASSIVE : FEATURE_ACTIVE));
        }
        spelling_emit(&set, emit, context);
    }
}

static void verb_present(const struct verb *verb, inflect_emit *emit, void *context)
{
    for (size_t i = 0; i < COUNT(present_persons); i++) {
        const struct present_person *person = &present_persons[i];
        uint32_t features = features_make(PART_VERB, TENSE_PRESENT, 0, NUMBER_NONE) | person->features | FEATURE_BARE | FEATURE_PRONOUN;
        struct spelling_set set = { .count = 0 };
        for (size_t mood = 0; mood < COUNT(person->endings); mood++) {
            uint32_t with = features | FEATURE_INDICATIVE << mood;
            for (int passive = verb->passive; passive <= (verb->pattern.present_passive != NULL); passive++) {
                struct sound sound;
                verb_build_present(verb, passive, person->prefix, person->endings[mood], &sound);
                spelling_add(&set, &sound, with | (passive ? FEATURE_PASSIVE : FEATURE_ACTIVE));
            }
        }
        spelling_emit(&set, emit, context);
    }
}

/* khudh, kul, mur. */
static bool verb_drops_hamza(const struct verb *verb)
{
    const unsigned char *root = verb->root;
    return verb->form == FORM_1 && root[0] == LETTER_HAMZA
           && ((root[1] == LETTER_KHA && root[2] == LETTER_DHAL) || (root[1] == LETTER_KAF && root[2] == LETTER_LAM)
               || (root[1] == LETTER_MIM && root[2] == LETTER_RA));
}

/* The short present without its prefix: taqtul, |uqtul; tuqim, 'aqim. */
static void verb_imperative(const struct verb *verb, inflect_emit *emit, void *context)
{
    for (size_t i = 0; i < COUNT(imperative_persons); i++) {
        const struct person *person = &imperative_persons[i];
        struct spelling_set set = { .count = 0 };
        struct sound present, sound = { .len = 0 };
        verb_build_present(verb, false, person->prefix, person->ending, &present);
        uint32_t from = 2;
        if (verb_drops_hamza(verb))
            from = 3;
        else if (verb->form == FORM_4)
            sound_add(&sound, "'a");
        else if (present.len > 3 && present.at[2] >= LETTER_KEPT_HAMZA && present.at[3] >= LETTER_KEPT_HAMZA)
            sound_add(&sound, "|i");
        for (uint32_t at = from; at < present.len; at++)
            sound_add_letter(&sound, present.at[at]);
        sound_settle(&sound, &verb->rest);
        uint32_t features = features_make(PART_VERB, TENSE_IMPERATIVE, 0, NUMBER_NONE) | person->features;
        spelling_add(&set, &sound, features | FEATURE_ACTIVE | FEATURE_BARE | FEATURE_PRONOUN);
        spelling_emit(&set, emit, context);
    }
}

/* ---- nominal forms ---- */

static void verb_participle(const struct verb *verb, const char *pattern, uint32_t features, inflect_emit *emit, void *context)
{
    struct stem stem = { .rules = verb->rest };
    verb_build(verb, pattern, "", 0, "", &stem.sound);
    const struct sound *sound = &stem.sound;
    stem.defective = sound->at[sound->len - 1] == 'F' && sound->at[sound->len - 2] == 'i';
    stem_adjective(&stem, features, emit, context);
}

static void verb_participles(const struct verb *verb, inflect_emit *emit, void *context)
{
    bool hollow_hamza = verb->form == FORM_1 && verb->radicals[1] == 'M' && verb->radicals[2] == LETTER_HAMZA;
    const char *active = hollow_hamza ? active_hollow_hamza : verb->pattern.active;
    if (!verb->passive)
        verb_participle(verb, active, (uint32_t)PART_ACTIVE | FEATURE_ACTIVE, emit, context);
    if (verb->pattern.passive)
        verb_participle(verb, verb->pattern.passive, (uint32_t)PART_PASSIVE | FEATURE_PASSIVE, emit, context);
}

/* A verbal noun, with its broken plurals after bars of its own: qawl/aqwal. */
static bool verb_masdar(struct arena *mem, const struct verb *verb, struct slice cell, inflect_emit *emit, void *context,
                        struct slice *fault)
{
    struct noun_entry noun = { .plural = cell };
    slice_cut(&noun.plural, '/', &noun.lemma);
    if (!noun.plural.len)
        noun.plural = slice_of("\xd8\xa7\xd8\xaa"); /* -at */
    struct letters lemma;
    bool read = letters_read(noun.lemma, &lemma);
    bool feminine = read && (letters_end(&lemma, LETTER_TA_MARBUTA) || letters_end(&lemma, LETTER_MAQSURA));
    bool weak = verb->radicals[verb->radical_count - 1] == 'F';
    bool reflexive = verb->form == FORM_5 || verb->form == FORM_6 || verb->form == FORM_Q2;
    bool defective = read && weak && reflexive && !feminine && lemma.len > 2 && !letters_end(&lemma, LETTER_HAMZA);
    uint32_t features = (uint32_t)PART_MASDAR | (feminine ? FEATURE_FEMININE : FEATURE_MASCULINE);
    return stem_noun(mem, &noun, features, '/', defective, emit, context, fault);
}

static void emit_nothing(void *context, struct slice form, uint32_t features)
{
    (void)context;
    (void)form;
    (void)features;
}

static bool verb_masdars(struct arena *mem, const struct verb *verb, struct slice cell, inflect_emit *emit, void *context,
                         struct slice *fault)
{
    struct slice part;
    while (cell.len && slice_cut(&cell, '|', &part))
        if (!verb_masdar(mem, verb, part, emit, context, fault))
            return false;
    return true;
}

/* Reads and matches the entry; false with a message. */
static bool verb_read(struct arena *mem, const struct verb_entry *entry, struct verb *verb, struct slice *fault)
{
    struct letters lemma, present;
    if (!letters_read(entry->lemma, &lemma)) {
        *fault = arena_print(mem, "the verb \"%.*s\" is not one word of Arabic letters", (int)entry->lemma.len, entry->lemma.at);
        return false;
    }
    if (!letters_read(entry->present, &present)) {
        *fault = arena_print(mem, "the present \"%.*s\" is not one word of Arabic letters", (int)entry->present.len, entry->present.at);
        return false;
    }
    if (!verb_read_form(entry->form, &verb->form)) {
        *fault = arena_print(mem, "the form is \"%.*s\", not 1 to 10, q1, q2 or q4", (int)entry->form.len, entry->form.at);
        return false;
    }
    if (!verb_read_root(entry->root, verb)) {
        *fault = arena_print(mem, "the root \"%.*s\" does not have the letters of form %s, with hyphens and without alif",
                             (int)entry->root.len, entry->root.at, patterns[verb->form].name);
        return false;
    }
    bool past_fits, passive_fits;
    if (verb_match(verb, &lemma, &present, &past_fits))
        return true;
    verb->passive = true;
    if (verb_match(verb, &lemma, &present, &passive_fits))
        return true;
    struct sound sound;
    verb_set(verb, 0);
    verb_set_vowels(verb, 'a', verb->root[2] == LETTER_YA ? 'i' : 'u');
    if (past_fits)
        verb_build_present(verb, false, "y", "u", &sound);
    else
        verb_build_past(verb, false, "a", &sound);
    struct slice given = past_fits ? entry->present : entry->lemma, made = sound_copy(mem, &sound);
    *fault = arena_print(mem, "root and form do not give the %s \"%.*s\" (but, say, \"%.*s\")", past_fits ? "present" : "lemma",
                         (int)given.len, given.at, (int)made.len, made.at);
    return false;
}

bool inflect_verb(struct arena *mem, const struct verb_entry *entry, inflect_emit *emit, void *context, struct slice *fault)
{
    struct verb verb = { .form = FORM_1 };
    if (!verb_read(mem, entry, &verb, fault) || !verb_masdars(mem, &verb, entry->masdars, emit_nothing, NULL, fault))
        return false;
    verb_past(&verb, emit, context);
    verb_present(&verb, emit, context);
    if (!verb.passive)
        verb_imperative(&verb, emit, context);
    verb_participles(&verb, emit, context);
    return verb_masdars(mem, &verb, entry->masdars, emit, context, fault);
}
