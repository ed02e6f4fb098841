#include "know/inflect_sound.h"

#include <assert.h>

#include "base/utf8.h"
#include "know/fold.h"

#define FIRST_LETTER 0x621u
#define LAST_LETTER 0x64Au
#define FORM_ROOM (SOUND_ROOM * 2)

static bool is_letter(unsigned char c)
{
    return c >= LETTER_KEPT_HAMZA;
}

static bool is_short(unsigned char c)
{
    return c == 'a' || c == 'i' || c == 'u';
}

static bool is_vowel(unsigned char c)
{
    return is_short(c) || c == 'A' || c == 'I' || c == 'U' || c == 'Y';
}

static char vowel_long(unsigned char c)
{
    return c == 'a' ? 'A' : c == 'i' ? 'I' : 'U';
}

/* ---- cells ---- */

/* The letter of one character: 0 for a vowel sign, UTF8_BAD for what is no Arabic letter. */
static uint32_t letter_read(struct slice character, uint32_t c)
{
    if ((c < FIRST_LETTER || c > LAST_LETTER) || c == 0x640) {
        char folded[FOLD_ROOM(4)];
        size_t len = fold_text(character, folded, NULL);
        if (len == 0)
            return 0;
        unsigned n;
        c = utf8_decode(folded, folded + len, &n);
        if (n != len || c < FIRST_LETTER || c > LAST_LETTER)
            return UTF8_BAD;
    }
    return (c & 0x7Fu) | 0x80u;
}

bool letters_read(struct slice cell, struct letters *out)
{
    const char *at = cell.at, *end = cell.at + cell.len;
    out->len = 0;
    while (at < end) {
        unsigned n;
        uint32_t c = utf8_decode(at, end, &n);
        uint32_t letter = c == UTF8_BAD ? UTF8_BAD : letter_read(slice_make(at, n), c);
        if (letter == UTF8_BAD || (letter && out->len == LETTERS_MOST))
            return false;
        if (letter)
            out->at[out->len++] = (unsigned char)letter;
        at += n;
    }
    return out->len > 0;
}

bool letters_end(const struct letters *letters, enum letter last)
{
    return letters->len && letters->at[letters->len - 1] == last;
}

/* ---- building ---- */

void sound_add_letter(struct sound *sound, unsigned char letter)
{
    assert(sound->len < SOUND_ROOM);
    sound->at[sound->len++] = letter;
}

void sound_add(struct sound *sound, const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        switch (*text) {
        case 'y':
            c = LETTER_YA;
            break;
        case 'n':
            c = LETTER_NUN;
            break;
        case 't':
            c = LETTER_TA;
            break;
        case 's':
            c = LETTER_SIN;
            break;
        case 'm':
            c = LETTER_MIM;
            break;
        case 'w':
            c = LETTER_WAW;
            break;
        case '\'':
            c = LETTER_HAMZA;
            break;
        case 'T':
            c = LETTER_TA_MARBUTA;
            break;
        default:
            break;
        }
        sound_add_letter(sound, c);
    }
}

/* Puts `text` in the place of `len` sounds at `at`. */
static void sound_replace(struct sound *sound, uint32_t at, uint32_t len, const char *text)
{
    struct sound tail = { .len = 0 };
    for (uint32_t i = at + len; i < sound->len; i++)
        sound_add_letter(&tail, sound->at[i]);
    sound->len = at;
    sound_add(sound, text);
    for (uint32_t i = 0; i < tail.len; i++)
        sound_add_letter(sound, tail.at[i]);
}

static unsigned char sound_get(const struct sound *sound, uint32_t at)
{
    return at < sound->len ? sound->at[at] : 0;
}

static uint32_t sound_find(const struct sound *sound, unsigned char sign)
{
    uint32_t at = 0;
    while (at < sound->len && sound->at[at] != sign)
        at++;
    return at;
}

/* ---- settling ---- */

/* shanana -> shanna, yashnunu -> yashunnu; but shanantu. */
static void settle_twin(struct sound *sound, unsigned char twin)
{
    uint32_t at = sound_find(sound, 'D');
    unsigned char vowel = sound_get(sound, at + 1);
    if (at && is_short(vowel) && sound_get(sound, at + 2) == 'D' && !is_letter(sound_get(sound, at + 3))) {
        if (is_vowel(sound->at[at - 1])) {
            sound_replace(sound, at + 1, 1, "");
        } else {
            sound->at[at] = vowel;
            sound->at[at + 1] = 'D';
        }
    }
    for (uint32_t i = 0; i < sound->len; i++)
        if (sound->at[i] == 'D')
            sound->at[i] = twin;
}

/* qaMala -> qAla, qaMaltu -> qultu, yaqMulu -> yaqUlu, quMila -> qIla, qAMil -> qA'il, maqMUl -> maqUl. */
static void settle_hollow(struct sound *sound, const struct sound_rules *rules)
{
    uint32_t at = sound_find(sound, 'M');
    if (at == sound->len || at == 0)
        return;
    unsigned char before = sound->at[at - 1], after = sound_get(sound, at + 1);
    if (before == 'A') {
        sound->at[at] = LETTER_HAMZA;
        return;
    }
    if (after == 'U') {
        sound_replace(sound, at, 2, rules->hollow_ya ? "I" : "U");
        return;
    }
    char length[2] = { vowel_long(after), 0 };
    char brief[2] = { (char)after, 0 };
    if (is_short(before)) {
        length[0] = before == 'u' ? 'I' : 'A';
        brief[0] = rules->hollow_short && before == 'a' ? rules->hollow_short : before == 'u' ? 'i' : 'a';
        at--;
        sound_replace(sound, at, 3, length);
    } else {
        sound_replace(sound, at, 2, length);
    }
    unsigned char end = sound_get(sound, at + 2);
    if (is_letter(sound_get(sound, at + 1)) && (is_letter(end) || end == '#'))
        sound_replace(sound, at, 1, brief);
}

/* F at the end of the word, or before a short vowel that ends it; `p` is the vowel before F, at `at` - 1. */
static void settle_final_end(struct sound *sound, uint32_t at, unsigned char p, bool waw)
{
    unsigned char next = sound_get(sound, at + 1);
    if (next == '#' || next == 0)
        sound_replace(sound, at, 2, "");
    else if (p == 'a')
        sound_replace(sound, at - 1, 3, waw ? "A" : "Y");
    else if (p == 'i')
        sound_replace(sound, at - 1, 3, next == 'a' ? "iya" : "I");
    else
        sound_replace(sound, at - 1, 3, next == 'a' ? "uwa" : "U");
}

/* ramaFa -> ramA, ramaFat -> ramat, ramaFU -> ramaw, yarmiFu -> yarmI, yarmiFUna -> yarmUna, yad3uFna -> yad3Una. */
static void settle_final(struct sound *sound, const struct sound_rules *rules)
{
    uint32_t at = sound_find(sound, 'F');
    if (at == sound->len || at == 0)
        return;
    unsigned char p = sound->at[at - 1], next = sound_get(sound, at + 1), after = sound_get(sound, at + 2);
    bool waw = p == 'u' || (p == 'a' && rules->final_waw);
    const char *glide = waw ? "w" : "y";
    if (p == 'U')
        sound_replace(sound, at - 1, 2, rules->passive_waw ? "uww" : "iyy");
    else if (next == 0 || next == '#' || (is_short(next) && after == 0))
        settle_final_end(sound, at, p, waw);
    else if (p == 'a' && next == 'a' && after == LETTER_TA)
        sound_replace(sound, at, 2, "");
    else if (p == 'a' && next == 'a' && after == LETTER_TA_MARBUTA)
        sound_replace(sound, at - 1, 3, "A");
    else if (next == 'U')
        sound_replace(sound, at - 1, 3, p == 'a' ? "aw" : "U");
    else if (next == 'I')
        sound_replace(sound, at - 1, 3, p == 'a' ? "ay" : "I");
    else if (is_letter(next) && p != 'a')
        sound_replace(sound, at - 1, 2, p == 'i' ? "I" : "U");
    else
        sound_replace(sound, at, 1, glide);
}

void sound_settle(struct sound *sound, const struct sound_rules *rules)
{
    settle_twin(sound, rules->twin);
    settle_hollow(sound, rules);
    settle_final(sound, rules);
    if (sound->len && sound->at[sound->len - 1] == '#')
        sound->len--;
    /* 'a'mana -> 'Amana */
    if (sound_get(sound, 0) == LETTER_HAMZA && is_short(sound_get(sound, 1)) && sound_get(sound, 2) == LETTER_HAMZA
        && is_letter(sound_get(sound, 3))) {
        char length[2] = { vowel_long(sound->at[1]), 0 };
        sound_replace(sound, 1, 2, length);
    }
    /* muyqin -> mUqin, but duyyin */
    for (uint32_t i = 0; i + 2 < sound->len; i++)
        if (sound->at[i] == 'u' && sound->at[i + 1] == LETTER_YA && is_letter(sound->at[i + 2]) && sound->at[i + 2] != LETTER_YA)
            sound_replace(sound, i, 2, "U");
}

/* ---- spelling ---- */

static bool letter_joins(unsigned char c)
{
    return is_letter(c) && c != LETTER_ALIF && c != LETTER_DAL && c != LETTER_DHAL && c != LETTER_RA && c != LETTER_ZAY && c != LETTER_WAW;
}

/* After the letter `p`, before the a of an ending, where a bare hamza is common beside the rule: juz'An, 3ib'An. */
static unsigned char seat_between(unsigned char p)
{
    return letter_joins(p) ? LETTER_YA_HAMZA : LETTER_HAMZA;
}

/* The seat of the hamza at `at`: `p` the sound before it, `n` the one after it, 0 at the end of the word. */
static unsigned char hamza_seat(unsigned char p, unsigned char n, bool tanwin, bool variant)
{
    if (p == 0)
        return LETTER_ALIF;
    if (n == 0)
        return p == 'i' ? LETTER_YA_HAMZA : p == 'u' ? LETTER_WAW_HAMZA : p == 'a' ? LETTER_ALIF : LETTER_HAMZA;
    if (p == 'i' || p == 'I' || n == 'i' || n == 'I')
        return LETTER_YA_HAMZA;
    if (tanwin && is_letter(p))
        return seat_between(p);
    bool u = n == 'u' || n == 'U';
    if (p == 'U' || p == 'A')
        return u && !variant ? LETTER_WAW_HAMZA : LETTER_HAMZA;
    if (p == 'u' || u) {
        if (variant && n == 'U' && p != 'u')
            return p == 'a' ? LETTER_ALIF : seat_between(p);
        return LETTER_WAW_HAMZA;
    }
    return variant && n == 'A' && is_letter(p) ? seat_between(p) : LETTER_ALIF;
}

struct speller {
    const struct sound *sound;
    uint32_t end; /* of what is heard: without a last short vowel */
    bool final;   /* nothing is joined */
    bool variant; /* second-best seats of hamza */
    struct letters *out;
};

static void speller_put(struct speller *speller, unsigned char letter)
{
    speller->out->at[speller->out->len++] = letter;
}

/* Spells the hamza at `at`; returns how many sounds it took. */
static uint32_t speller_hamza(struct speller *speller, uint32_t at)
{
    const struct sound *sound = speller->sound;
    uint32_t next = at + 1;
    if (next < speller->end && sound->at[next] == LETTER_HAMZA)
        next++;
    unsigned char p = at ? sound->at[at - 1] : 0;
    unsigned char n = next < sound->len && (next < speller->end || !speller->final) ? sound->at[next] : 0;
    if (!n && !speller->final)
        n = '#';
    bool tanwin = n == 'a' && sound_get(sound, next + 1) == 'N';
    if (speller->variant && n == 'a' && sound_get(sound, next + 1) == LETTER_YA)
        n = 'A'; /* juz'ayni as juz'Ani */
    unsigned char seat = hamza_seat(p, n, tanwin, speller->variant);
    speller_put(speller, seat);
    bool last = next + 1 == speller->end && speller->final;
    if (seat == LETTER_ALIF && (n == 'A' || (n == 'Y' && !last)))
        next++; /* alif with madda */
    if (tanwin && (p == 'a' || p == 'A'))
        next += 2;
    return next - at;
}

/* Spells the sound at `at`, no hamza. */
static void speller_letter(struct speller *speller, uint32_t at)
{
    const struct sound *sound = speller->sound;
    unsigned char c = sound->at[at];
    bool last = speller->final && at + 1 == speller->end;
    switch (c) {
    case 'A':
    case '|':
        speller_put(speller, LETTER_ALIF);
        return;
    case 'I':
        speller_put(speller, LETTER_YA);
        return;
    case 'U':
        speller_put(speller, LETTER_WAW);
        return;
    case 'Y':
        speller_put(speller, last && !(at && sound->at[at - 1] == LETTER_YA) ? LETTER_MAQSURA : LETTER_ALIF);
        return;
    case '=':
    case 'N':
        if (last)
            speller_put(speller, LETTER_ALIF);
        return;
    case LETTER_TA_MARBUTA:
        speller_put(speller, last ? LETTER_TA_MARBUTA : LETTER_TA);
        return;
    case LETTER_KEPT_HAMZA:
        speller_put(speller, LETTER_HAMZA);
        return;
    case LETTER_ALIF_MADDA:
    case LETTER_ALIF_HAMZA:
    case LETTER_ALIF_HAMZA_BELOW:
        speller_put(speller, LETTER_ALIF);
        return;
    default:
        if (is_letter(c) && !(at && sound->at[at - 1] == c))
            speller_put(speller, c);
    }
}

static void sound_spell(const struct sound *sound, bool final, bool variant, struct letters *out)
{
    struct speller speller = { sound, sound->len, final, variant, out };
    out->len = 0;
    if (final && sound->len && is_short(sound->at[sound->len - 1]))
        speller.end--;
    for (uint32_t at = 0; at < speller.end;) {
        if (sound->at[at] == LETTER_HAMZA) {
            at += speller_hamza(&speller, at);
        } else {
            speller_letter(&speller, at);
            at++;
        }
    }
}

static bool letters_equal(const struct letters *a, const struct letters *b)
{
    return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

bool sound_spells(const struct sound *sound, const struct letters *cell)
{
    struct letters plain = { .len = 0 };
    for (uint32_t i = 0; i < cell->len; i++) {
        unsigned char c = cell->at[i];
        bool alif = c == LETTER_ALIF_MADDA || c == LETTER_ALIF_HAMZA || c == LETTER_ALIF_HAMZA_BELOW;
        plain.at[plain.len++] = alif ? LETTER_ALIF : c;
    }
    for (int variant = 0; variant < 2; variant++) {
        struct letters written;
        sound_spell(sound, true, variant, &written);
        if (letters_equal(&written, &plain))
            return true;
    }
    return false;
}

/* Writes folded UTF-8 to `out` (FORM_ROOM). */
static struct slice letters_fold(const struct letters *letters, char *out)
{
    size_t len = 0;
    for (uint32_t i = 0; i < letters->len; i++) {
        unsigned char c = letters->at[i] == LETTER_MAQSURA ? LETTER_YA : letters->at[i];
        len += utf8_encode(0x600u | (c & 0x7Fu), out + len);
    }
    return slice_make(out, len);
}

struct slice sound_copy(struct arena *mem, const struct sound *sound)
{
    struct letters written;
    char form[FORM_ROOM];
    sound_spell(sound, true, false, &written);
    return arena_copy(mem, letters_fold(&written, form));
}

static void spelling_join(struct spelling_set *set, const struct letters *written, uint32_t features)
{
    for (uint32_t i = 0; i < set->count; i++) {
        if (letters_equal(&set->items[i], written)) {
            bool vouched = !(set->features[i] & features & FEATURE_VARIANT);
            set->features[i] |= features;
            if (vouched)
                set->features[i] &= ~FEATURE_VARIANT;
            return;
        }
    }
    assert(set->count < SPELLINGS_MOST);
    set->items[set->count] = *written;
    set->features[set->count++] = features;
}

void spelling_add(struct spelling_set *set, const struct sound *sound, uint32_t features)
{
    uint32_t free_states = features & FEATURE_STATES & ~FEATURE_PRONOUN;
    uint32_t rest = features & ~FEATURE_STATES;
    uint32_t len = sound->len;
    /* Before a pronoun editors often keep the seat of the free form: yaqra'u-hu with alif. */
    bool hamza_last = len > 1 && is_short(sound->at[len - 1]) && sound->at[len - 2] == LETTER_HAMZA;
    for (uint32_t variant = 0; variant < 2; variant++) {
        uint32_t mark = variant ? FEATURE_VARIANT : 0;
        struct letters written;
        if (free_states) {
            sound_spell(sound, true, variant, &written);
            uint32_t states = hamza_last ? free_states | (features & FEATURE_PRONOUN) : free_states;
            spelling_join(set, &written, rest | states | mark);
        }
        if (features & FEATURE_PRONOUN) {
            sound_spell(sound, false, variant, &written);
            spelling_join(set, &written, rest | FEATURE_PRONOUN | mark);
        }
    }
}

void spelling_emit(struct spelling_set *set, inflect_emit *emit, void *context)
{
    for (uint32_t i = 0; i < set->count; i++) {
        char form[FORM_ROOM];
        if (set->items[i].len < 2) /* ra, "see!": lost in unvocalised writing */
            continue;
        emit(context, letters_fold(&set->items[i], form),
             set->features[i] | (letters_end(&set->items[i], LETTER_MAQSURA) ? FEATURE_MAQSURA : 0));
    }
    set->count = 0;
}
