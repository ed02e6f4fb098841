/*
 * prior.c - what speaks for a reading wherever it stands, and what a written form tells its neighbours. Both are found once, when the form
 * is met first, and remembered with it; choose.c adds what the place tells.
 */
#include "know/features.h"
#include "word/word.h"

#define NAMED_CLASSES                                                                                                          \
    (1u << CLASS_BODY | 1u << CLASS_FORCE | 1u << CLASS_STATE | 1u << CLASS_PEOPLE | 1u << CLASS_FIGHTER | 1u << CLASS_CAPTIVE \
     | 1u << CLASS_VICTIM | 1u << CLASS_WOUNDED | 1u << CLASS_TITLE)

#define CLITICS_PREPOSITION (CLITIC_BA | CLITIC_LA | CLITIC_KA)

/* A form with its readings. */
struct form {
    const struct know *know;
    const struct reading *readings;
    uint32_t count;
    bool is_title;  /* some reading is a noun of office or profession */
    bool is_masdar; /* … a verbal noun that names an event */
    bool is_event;  /* … a noun in the singular that does */
    bool is_noun;   /* … a noun with nothing joined to it, or only a pronoun */
};

static const struct lemma *form_lemma(const struct form *form, const struct reading *r)
{
    return &form->know->lemmas[r->lemma];
}

static void form_survey(struct form *form)
{
    for (uint32_t i = 0; i < form->count; i++) {
        const struct reading *r = &form->readings[i];
        const struct lemma *lemma = form_lemma(form, r);
        enum feature_part part = features_part(r->features);
        form->is_title |= part == PART_NOUN && !r->front && lemma->classes & 1u << CLASS_TITLE;
        form->is_noun |= part == PART_NOUN && !r->front;
        form->is_masdar |= part == PART_MASDAR && lemma->frame_count;
        form->is_event |= part == PART_NOUN && features_number(r->features) == NUMBER_SINGULAR && lemma->frame_count;
    }
}

static bool lemma_is_of_words(const struct know *know, const struct lemma *lemma)
{
    for (uint32_t i = 0; i < lemma->frame_count; i++) {
        const struct frame *frame = &know->frames[lemma->frame_first + i];
        if (frame->type == EVENT_ACCUSE || frame->type == EVENT_REQUEST || frame->type == EVENT_REJECT || frame->type == EVENT_THREATEN
            || operator_reports(frame->operator_class))
            return true;
    }
    return false;
}

/* How likely the form is in the news. */
static int prior_verb(const struct form *form, const struct reading *r)
{
    int score = 0;
    bool present = features_tense(r->features) == TENSE_PRESENT;
    if (features_tense(r->features) == TENSE_IMPERATIVE)
        score -= 60;
    if (r->clitics & CLITIC_SA)
        score += 20;
    if (present && features_person(r->features) == 3)
        score += 4; /* few nouns look like it */
    if (features_person(r->features) == 1)
        score -= features_number(r->features) == NUMBER_PLURAL ? 12 : 25;
    if (features_passive_only(r->features))
        score -= 3;
    if (features_number(r->features) == NUMBER_PLURAL && (r->features & FEATURE_GENDERS) == FEATURE_FEMININE)
        score -= 10;
    if (r->clitics & CLITIC_LA)
        score -= 2;
    /* «وزير» is a minister before it is "and he was visited" */
    if (r->front && features_passive_only(r->features) && form->is_title)
        score -= 25;
    /* «دين» is religion before "he was indebted" */
    if (!r->front && features_passive_only(r->features) && form->is_noun)
        score -= 15;
    if (r->pronoun && form_lemma(form, r)->is_intransitive)
        score -= 30;
    return score;
}

static int prior_nominal(const struct form *form, const struct reading *r)
{
    const struct lemma *lemma = form_lemma(form, r);
    bool noun = features_part(r->features) == PART_NOUN;
    int score = 8;
    if (r->clitics & CLITIC_AL)
        score += 20;
    if (noun && lemma->classes & 1u << CLASS_ABSTRACT)
        score -= 1;
    /* «التنظيم» is a body before it is an act of organising, «أسرى» are captives before "familial". */
    if (noun && lemma->classes & NAMED_CLASSES)
        score += 7;
    return score;
}

static int prior_particle(const struct form *form, const struct reading *r)
{
    uint8_t particle = form_lemma(form, r)->particle;
    int score = 30;
    if (r->clitics & CLITIC_PRONOUN && particle != PARTICLE_PREP && particle != PARTICLE_SUB)
        score -= 10;
    /* «ذويهم» are their kin */
    if (r->back && (particle == PARTICLE_BE || form_lemma(form, r)->value == VALUE_POSSESSING))
        score -= 30;
    if (r->clitics & CLITICS_PREPOSITION)
        score -= 5;
    return score;
}

static int reading_prior(const struct form *form, const struct reading *r)
{
    const struct lemma *lemma = form_lemma(form, r);
    enum feature_part part = features_part(r->features);
    int score = lemma->part == LEMMA_PARTICLE ? prior_particle(form, r) : part == PART_VERB ? prior_verb(form, r) : prior_nominal(form, r);
    /* Fewer cuts are likelier, except the article. */
    if (r->clitics & CLITICS_PREPOSITION)
        score -= 3;
    /* «ولاية» is a province before "and to a verse" */
    if (r->clitics & CLITIC_LA && r->clitics & CLITIC_WA && !(r->clitics & CLITIC_AL) && form->is_noun)
        score -= 6;
    if (r->clitics & (CLITIC_WA | CLITIC_FA))
        score -= 3;
    if (r->clitics & CLITIC_FA)
        score -= 4;
    if (r->back)
        score -= 4;
    if (r->pronoun == PRONOUN_SPEAKER || r->pronoun == PRONOUN_HEARER)
        score -= 12;
    if (r->features & FEATURE_VARIANT)
        score -= 5;
    /* «العدوان» is the aggression before it is two enemies */
    if (part == PART_NOUN && features_number(r->features) == NUMBER_DUAL && form->is_event)
        score -= 10;
    /* «منددين», «مطالبين»: who uses words is who does it; «محتجزين» are held */
    if (part == PART_PASSIVE && form->count > 1 && lemma_is_of_words(form->know, lemma))
        score -= 1;
    if (lemma->frame_count)
        score += part == PART_VERB && features_tense(r->features) == TENSE_PAST ? 5 : 2;
    return score;
}

static uint16_t reading_signs(const struct form *form, const struct reading *r)
{
    const struct lemma *lemma = form_lemma(form, r);
    enum feature_part part = features_part(r->features);
    enum feature_number number = features_number(r->features);
    unsigned signs = 0;
    if (lemma->part == LEMMA_PARTICLE) {
        uint8_t particle = lemma->particle;
        signs |= READING_PARTICLE;
        signs |= particle == PARTICLE_PREP || particle == PARTICLE_WHEN ? READING_OPENS_WEAKLY : 0;
        signs |= particle == PARTICLE_PREP || particle == PARTICLE_DIRECTION ? READING_DIRECTS : 0;
        signs |= particle == PARTICLE_BE && !r->back ? READING_IS_BE : 0;
    }
    signs |= lemma->frame_count ? READING_TELLS : 0;
    signs |= part == PART_NOUN && lemma_tells(form->know, lemma, 1u << EVENT_RETREAT, MODE_CEASEFIRE) ? READING_ENDS : 0;
    if (part == PART_VERB
        && (features_tense(r->features) == TENSE_PRESENT || lemma_is_of_words(form->know, lemma)
            || lemma_tells(form->know, lemma, 1u << EVENT_AGREE | 1u << EVENT_CONCEDE, MODE_NONE)))
        signs |= READING_LISTS_DEEDS;
    if (part == PART_ACTIVE && number == NUMBER_PLURAL && !features_construct_only(r->features)
        && (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE && !(r->features & FEATURE_NOMINATIVE)
        && !(r->clitics & (CLITIC_AL | CLITIC_WA)) && lemma_is_of_words(form->know, lemma))
        signs |= READING_USES_WORDS;
    if (part == PART_NOUN && number == NUMBER_PLURAL && !(r->clitics & CLITIC_AL) && !r->back && form->is_masdar)
        signs |= READING_MANY_ACTS;
    if (part != PART_VERB && number == NUMBER_DUAL && features_construct_only(r->features) && !r->back)
        signs |= READING_DUAL_BEFORE_GENITIVE;
    return (uint16_t)signs;
}

/* «احتجاجي», that is no noun for a person as well («مدني»), or that tells a weapon («مدفعي»). */
static bool form_is_bare_adjective(const struct form *form, struct slice fold)
{
    bool adjective = false, noun = false, weapon = false;
    for (uint32_t i = 0; i < form->count; i++) {
        const struct reading *r = &form->readings[i];
        const struct lemma *lemma = form_lemma(form, r);
        bool plain = !r->clitics && !r->back && features_number(r->features) == NUMBER_SINGULAR;
        adjective |= plain && lemma->part == LEMMA_ADJECTIVE;
        weapon |= plain && lemma->part == LEMMA_ADJECTIVE && lemma->mode;
        noun |= plain && lemma->part == LEMMA_NOUN;
    }
    return adjective && (weapon || !noun) && slice_ends(fold, slice_of("\xd9\x8a"));
}

static bool form_is_relative(struct slice fold)
{
    return slice_equal(fold, slice_of("\xd8\xa7\xd9\x84\xd8\xb0\xd9\x8a"))
           || slice_equal(fold, slice_of("\xd8\xa7\xd9\x84\xd8\xaa\xd9\x8a"));
}

/* «حزب الله»: needs no article */
static bool form_is_god(struct slice fold)
{
    return slice_equal(fold, slice_of("\xd8\xa7\xd9\x84\xd9\x84\xd9\x87"));
}

static bool form_is_self(struct slice fold)
{
    struct slice nafs = slice_of("\xd9\x86\xd9\x81\xd8\xb3");
    return fold.len > nafs.len
           && (slice_starts(fold, nafs) || (slice_starts(fold, slice_of("\xd8\xa7")) && slice_starts(slice_from(fold, 2), nafs)));
}

/* «كوبا» is a state before it is two cups: a name of one word that is no common word. */
static bool form_is_state(const struct know *know, const struct name_key *keys, uint32_t key_count)
{
    for (uint32_t i = 0; i < key_count; i++) {
        uint32_t end = keys[i].state && !keys[i].front ? know->name_states[keys[i].state].end_first : KNOW_NONE;
        if (end == KNOW_NONE || know->name_ends[end].kind != NAME_ENTITY)
            continue;
        const struct entity *entity = &know->entities[know->name_ends[end].value];
        if (!entity->is_common && (entity->kind == KIND_STATE || entity->kind == KIND_COUNTRY))
            return true;
    }
    return false;
}

static bool form_has_two_senses(const struct form *form)
{
    uint32_t classes = 0;
    for (uint32_t i = 0; i < form->count; i++) {
        const struct lemma *lemma = form_lemma(form, &form->readings[i]);
        classes |= lemma->part == LEMMA_NOUN ? lemma->classes : 0u;
    }
    return classes & 1u << CLASS_EVENT && classes & 1u << CLASS_WEAPON;
}

/* «إطلاق», «العدوان» */
static bool is_deed(const struct form *form, const struct reading *r)
{
    enum feature_part part = features_part(r->features);
    bool tells = part == PART_MASDAR || (part == PART_NOUN && form_lemma(form, r)->classes & 1u << CLASS_EVENT);
    return tells && !(r->clitics & ~CLITIC_AL) && !r->back;
}

uint8_t word_weigh(const struct know *know, struct slice fold, struct reading *readings, uint32_t reading_count,
                   const struct name_key *keys, uint32_t key_count)
{
    struct form form = { .know = know, .readings = readings, .count = reading_count };
    unsigned signs = 0;
    form_survey(&form);
    for (uint32_t i = 0; i < reading_count; i++) {
        readings[i].prior = (int16_t)reading_prior(&form, &readings[i]);
        readings[i].signs = reading_signs(&form, &readings[i]);
        signs |= readings[i].signs & READING_PARTICLE ? FORM_PARTICLE : 0;
        signs |= features_number(readings[i].features) == NUMBER_DUAL ? FORM_DUAL : 0;
        signs |= is_deed(&form, &readings[i]) ? FORM_DEED : 0;
    }
    signs |= form_is_bare_adjective(&form, fold) ? FORM_BARE_ADJECTIVE : 0;
    signs |= form_is_relative(fold) ? FORM_RELATIVE : 0;
    signs |= form_is_self(fold) ? FORM_SELF : 0;
    signs |= form_is_god(fold) || form_is_state(know, keys, key_count) ? FORM_DEFINITE : 0;
    signs |= form_has_two_senses(&form) ? FORM_TWO_SENSES : 0;
    return (uint8_t)signs;
}
