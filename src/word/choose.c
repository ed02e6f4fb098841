/*
 * choose.c - which reading of a word fits where it stands. Each reading gets points for what its neighbours license; the readings are
 * sorted by them, best first, so that later stages may still look at the others.
 *
 * The rules are the constraints of Arabic syntax that need no lexicon: after a preposition stands a noun, after lam a short present,
 * an article makes a noun, an adjective agrees with the noun before it, a verb opens a clause.
 */
#include "know/features.h"
#include "word/word.h"

/* What the words before say about the next one. */
struct context {
    bool sentence_start;
    bool clause_start; /* a new clause begins: start, comma, quotation, "and" */
    bool after_preposition;
    bool after_sub; /* anna, inna, bi-anna */
    bool after_relative;
    bool after_she;   /* «التي» */
    bool after_short; /* lam, lan: a present verb follows */
    bool after_qad;
    bool after_nominal;  /* «لأن»: a noun follows */
    bool after_negation; /* la, ma, laysa */
    bool after_noun, after_definite;
    bool after_feminine;
    bool after_masculine; /* one thing or person */
    bool after_persons;   /* a sound masculine plural: only persons have it */
    bool after_plural_feminine;
    bool after_owned_masdar; /* a verbal noun with a pronoun */
    bool after_dual, after_nominative;
    bool after_nunation; /* an indefinite accusative: it takes no genitive */
    bool after_verb;
    bool after_number;
    bool before_article;   /* the next word has the article */
    bool before_relative;  /* the next word is a relative pronoun */
    bool before_adjective; /* the next word can only be an indefinite adjective */
    bool before_number;    /* the next word is or may be a number */
    bool before_self;      /* the next word is "himself", "themselves" */
    bool before_deed;      /* the next word may be a deed: «إطلاق» */
    bool before_adam;      /* the next word is "not to", "the lack of" */
    bool before_resumed;   /* the next word is a preposition with a pronoun */
    bool in_term;          /* in a quotation of a few words: a term, not a clause */
    bool has_verb;         /* the running clause has its verb */
    bool lists_deeds;      /* ... which tells by verbal nouns what is said, asked or about to be done */
    bool after_deed;       /* one of those stands before, with nothing but nouns behind it */
};

static bool is_nominal(enum feature_part part)
{
    return part == PART_MASDAR || part == PART_ACTIVE || part == PART_PASSIVE || part == PART_NOUN || part == PART_ADJECTIVE;
}

/* A past verb of the third person where a verbal noun is spelled alike. */
static int score_past(const struct context *c, const struct reading *r)
{
    int score = 0;
    if (features_tense(r->features) == TENSE_PRESENT)
        return 0;
    /* «بعد هروبه ومحاصرته وقتله»: verbal nouns go on with verbal nouns */
    if (r->pronoun && c->after_owned_masdar && (r->clitics & CLITIC_WA))
        score -= 24;
    /* «ستبدأ بسحب القوات وفتح المعابر»: what is joined to a verbal noun is one */
    if (features_person(r->features) == 3 && c->after_deed && (r->clitics & CLITIC_WA) && !r->pronoun)
        score -= 20;
    /* «جددت كوبا دعمها»: behind the subject of a verb stands a verbal noun */
    if (r->pronoun && !r->front && c->has_verb && c->after_definite)
        score -= 14;
    /* «أعلنت الكتائب، الجناح العسكري للحركة، قصفها الموقع» */
    if (r->pronoun && !r->front && c->lists_deeds && c->clause_start)
        score -= 34;
    return score;
}

static int score_verb(const struct context *c, const struct reading *r)
{
    int score = 0;
    bool present = features_tense(r->features) == TENSE_PRESENT;
    if (c->after_preposition && !(r->clitics & (CLITIC_WA | CLITIC_FA)))
        score -= 60;
    if (c->after_short)
        score += present ? 40 : -20;
    if (c->after_qad)
        score += 40;
    /* «أن وزارته طالبت»: nor does "and" stand behind "that" */
    if ((c->after_qad || c->after_relative || (c->after_sub && !c->clause_start)) && (r->clitics & (CLITIC_WA | CLITIC_FA)))
        score -= 60;
    /* «وصف الاتهام بأنه "كذب وخداع"» */
    if (c->in_term)
        score -= 20;
    /* «انتحاري فجر نفسه»: what is done to oneself is done by a verb */
    if (c->before_self)
        score += 25;
    /* «قصف مدفعي على البلدة»: an adjective without article describes a noun, it is no subject */
    if (c->before_adjective && !present && features_person(r->features) == 3)
        score -= 14;
    /* «لأن فرق الإنقاذ …» */
    if (c->after_nominal && !present)
        score -= 40;
    if (c->after_sub)
        score += present ? 25 : 5;
    if (c->after_relative)
        score += 25;
    /* «التي تقاتل»: she fights, and not "they fought each other"; but «التي تعرض لها الموقع» */
    if (!present && c->after_she && !c->before_resumed && !r->pronoun && features_person(r->features) == 3
        && (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE)
        score -= 12;
    if (c->after_negation)
        score += present ? 30 : 5;
    /* «الاتفاق تضمن»: it contained, and not "she guarantees" */
    if (present && c->after_masculine && !c->clause_start && (r->features & FEATURE_GENDERS) == FEATURE_FEMININE)
        score -= 10;
    /* «طائرة تقل الوزير»: carries him; "she dismisses" would be short only behind lam */
    if (present && (r->features & FEATURE_MOODS) == FEATURE_JUSSIVE && !c->after_short && !c->after_negation && !(r->clitics & CLITIC_LA))
        score -= 20;
    if (c->before_relative)
        score -= 20; /* «صالح الذي …» */
    if (c->clause_start || (r->clitics & CLITIC_WA))
        score += 15;
    else if (r->clitics & CLITIC_FA)
        score += 6;
    /* «قتل وجرح» are two verbs */
    if (c->after_verb)
        score += !(r->clitics & CLITIC_WA) ? -15 : present ? 0 : 8;
    if (c->after_noun && !c->clause_start)
        score += c->after_definite ? 3 : -5;
    /* «المقاومة تواصل القصف»: a noun, definite, then the verb that the clause still lacks */
    if (present && features_person(r->features) == 3 && c->after_definite && !c->has_verb && !c->after_preposition)
        score += 14;
    /* «الجيش السوري قصف البلدة»: behind a definite noun stands no bare verbal noun */
    if (!present && features_person(r->features) == 3 && c->after_definite && !c->has_verb && !c->after_preposition && !c->clause_start
        && !r->front)
        score += 10;
    /* «قصف كيميائي شنه النظام»: a verb with a pronoun behind an indefinite noun describes it */
    if (r->pronoun && c->after_noun && !c->after_definite)
        score += 12;
    score += score_past(c, r);
    /* «إن شخصا قتل» */
    if (!present && features_person(r->features) == 3 && c->after_nunation && !c->has_verb && !r->front)
        score += 18;
    /* «مسؤول طلب عدم ذكر اسمه», «فضل عدم الكشف» */
    if (!present && features_person(r->features) == 3 && c->before_adam && c->after_noun && !c->after_definite)
        score += 25;
    /* «إن شخصين قتلا» */
    /* «أعدم سجينان شنقا»: the verbal noun, not a second verb */
    if (!present && features_number(r->features) == NUMBER_DUAL && c->has_verb && c->after_nominative && !r->front)
        score -= 20;
    if (features_number(r->features) == NUMBER_DUAL)
        score += c->after_dual ? 25 : -3;
    /* news tells in the past: «تعذر» is "it proved impossible" before it is "she excuses" */
    if (!present && c->clause_start && features_person(r->features) == 3)
        score += 4;
    return score;
}

static int score_nominal(const struct context *c, const struct reading *r)
{
    enum feature_part part = features_part(r->features);
    int score = 0;
    bool definite = (r->clitics & CLITIC_AL) != 0;
    if (c->after_preposition)
        score += 20;
    if (c->after_short || c->after_qad)
        score -= 30;
    if (c->after_relative)
        score -= 5;
    if (c->after_verb && !(r->clitics & CLITIC_WA))
        score += 8;
    if (c->after_number && part == PART_NOUN)
        score += 10;
    /* «… الأسرى، ووقف إطلاق النار»: a deed is ended, it does not stand */
    if (r->signs & READING_ENDS && c->before_deed)
        score += 25;
    if (part == PART_ADJECTIVE) {
        bool agrees = c->after_noun && !c->after_number && c->after_definite == definite
                      && !(c->after_persons && features_number(r->features) == NUMBER_SINGULAR);
        score += agrees ? 12 : -8;
        if (c->after_noun && c->after_feminine == ((r->features & FEATURE_GENDERS) == FEATURE_FEMININE))
            score += 3;
        /* «قصف مروحيات»: only women have a plural adjective in the feminine */
        if (features_number(r->features) == NUMBER_PLURAL && (r->features & FEATURE_GENDERS) == FEATURE_FEMININE
            && !c->after_plural_feminine)
            score -= 16;
    }
    /* «…، معتبرا الاتهام كذبا»: a participle that goes on telling */
    if (part == PART_ACTIVE && c->clause_start && !definite && (r->features & FEATURE_CASES) == FEATURE_ACCUSATIVE
        && r->signs & READING_TELLS)
        score += 18;
    if (part == PART_ACTIVE || part == PART_PASSIVE)
        score -= c->after_noun && c->after_definite == definite && (!c->after_feminine || (r->features & FEATURE_FEMININE)) ? 2 : 6;
    if (part == PART_MASDAR && c->clause_start && !definite && !(r->clitics & (CLITIC_BA | CLITIC_LA | CLITIC_KA)))
        score -= 4;
    return score;
}

static int score_particle(const struct context *c, const struct reading *r)
{
    int score = 0;
    /* «خلف الهجوم قتلى», «عقب المحامي بأن»: at the head of a sentence the verb is likelier than the preposition. */
    if (c->sentence_start && r->signs & READING_OPENS_WEAKLY)
        score -= 14;
    if (c->after_relative && r->signs & READING_IS_BE)
        score += 20; /* «التي كانت تقصف» */
    if (c->after_preposition && r->signs & READING_DIRECTS)
        score -= 2;
    return score;
}

/* The word ends in the other of ya and alif maqsura than the reading. */
static bool ending_differs(const struct word *word, const struct reading *r)
{
    return word->ending != ENDING_OTHER && !r->back && (word->ending == ENDING_MAQSURA) != !!(r->features & FEATURE_MAQSURA);
}

/* A report that writes «على» does not write «علي» for it: that is the name. */
static void drop_particles(struct arena *mem, struct word *word)
{
    uint32_t kept = 0;
    if (slice_equal(word->fold, slice_of("\xd9\x81\xd9\x8a")))
        return; /* «فى» is nothing else */
    for (uint32_t i = 0; i < word->reading_count; i++)
        kept += !(ending_differs(word, &word->readings[i]) && word->readings[i].signs & READING_PARTICLE);
    if (kept == word->reading_count)
        return;
    struct reading *readings = arena_array(mem, struct reading, kept + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < word->reading_count; i++)
        if (!(ending_differs(word, &word->readings[i]) && word->readings[i].signs & READING_PARTICLE))
            readings[count++] = word->readings[i];
    word->readings = readings;
    word->reading_count = (uint8_t)count;
}

static int score_reading(const struct context *c, const struct word *word, const struct reading *r)
{
    enum feature_part part = features_part(r->features);
    int score = r->prior;
    score += r->signs & READING_PARTICLE ? score_particle(c, r) : part == PART_VERB ? score_verb(c, r) : score_nominal(c, r);
    /* «هجوما» is one attack in the accusative before it is two in the construct state. */
    if (r->signs & READING_DUAL_BEFORE_GENITIVE && !c->before_article)
        score -= 10;
    /* «أسر عشرة منهم»: no plural stands before a number */
    if (c->before_number && r->signs & READING_MANY_ACTS)
        score -= 12;
    if (word->hamza && (r->clitics & CLITIC_AL))
        score -= 40;
    if (word->nunation && part == PART_VERB)
        score -= 60;
    /* «… في الموقع متهمين الجنود بـ …»: no noun in the plural has its nun before a genitive; the participle has an object */
    if (c->before_article && r->signs & READING_USES_WORDS)
        score += 12;
    /* «قُتل» */
    if (word->damma && part == PART_VERB && features_tense(r->features) == TENSE_PAST && word->damma == 1 + r->front / 2u)
        score += r->features & FEATURE_PASSIVE ? 8 : -20;
    /* «بيّن», «عبّر عن», «خلّف»; but «حتّى» */
    if (word->shadda && word->shadda == 2 + r->front / 2u) {
        if (r->features & FEATURE_DOUBLED)
            score += 20;
        else if (r->signs & READING_OPENS_WEAKLY && !(r->features & FEATURE_MAQSURA))
            score -= 40;
    }
    return score;
}

#define QUOTED_TERM_WORDS 3u

/* Where the quotation of a few words that opens at `at` ends; `at` where none does. */
static uint32_t term_end(const struct word_list *words, uint32_t at, uint32_t end)
{
    char open = words->items[at].mark;
    if (words->items[at].kind != WORD_MARK || (open != '<' && open != '"'))
        return at;
    for (uint32_t i = at + 1; i < end && i <= at + QUOTED_TERM_WORDS + 1; i++)
        if (words->items[i].kind == WORD_MARK)
            return words->items[i].mark == (open == '<' ? '>' : open) ? i : at;
    return at;
}

static bool is_sound_plural(const struct word *word, const struct reading *r)
{
    return features_number(r->features) == NUMBER_PLURAL && !r->back && word_ends_sound(word);
}

/* What a nominal leaves behind for the next word. */
static void context_noun(const struct word *word, const struct context *c, struct context *next)
{
    const struct reading *r = word_reading(word);
    enum feature_part part = features_part(r->features);
    next->after_noun = true;
    next->after_deed |= c->lists_deeds && part == PART_MASDAR && (r->features & FEATURE_CASES) != FEATURE_ACCUSATIVE;
    next->after_owned_masdar = part == PART_MASDAR && r->pronoun;
    /* «جددت ألمانيا …»: what looks like an adjective right behind a verb is a name */
    next->after_definite = (r->clitics & CLITIC_AL) || r->back || (part == PART_ADJECTIVE && c->after_verb) || word->signs & FORM_DEFINITE;
    next->after_nunation =
        (r->features & FEATURE_CASES) == FEATURE_ACCUSATIVE && !r->clitics && !r->back && features_number(r->features) == NUMBER_SINGULAR;
    /* «جنديين عراقيين»: the adjective of a dual, also where it is spelled like a plural */
    next->after_dual = features_number(r->features) == NUMBER_DUAL || (c->after_dual && part == PART_ADJECTIVE && word->signs & FORM_DUAL);
    next->after_nominative = next->after_dual && (r->features & FEATURE_CASES) == FEATURE_NOMINATIVE;
    next->after_feminine = (r->features & FEATURE_GENDERS) == FEATURE_FEMININE;
    next->after_masculine = (r->features & FEATURE_GENDERS) == FEATURE_MASCULINE && features_number(r->features) == NUMBER_SINGULAR
                            && part != PART_ADJECTIVE && (r->clitics & CLITIC_AL);
    next->after_plural_feminine = next->after_feminine && features_number(r->features) == NUMBER_PLURAL;
    next->after_persons = is_sound_plural(word, r);
}

/* What a particle leaves behind for the next word. */
static void context_particle(const struct lemma *lemma, const struct reading *r, const struct context *c, struct context *next)
{
    switch ((enum particle_class)lemma->particle) {
    case PARTICLE_PREP:
        next->after_preposition = !r->back;
        break;
    case PARTICLE_WHEN:
    case PARTICLE_BECAUSE:
    case PARTICLE_DIRECTION:
    case PARTICLE_QUANTITY:
        next->after_preposition = !r->back;
        break;
    case PARTICLE_SUB:
        next->after_sub = true;
        next->clause_start = r->back != 0;
        break;
    case PARTICLE_REL:
        next->after_relative = next->clause_start = true;
        next->after_she = lemma->value == VALUE_FEMININE;
        break;
    case PARTICLE_NEGATE:
        next->after_short = lemma->value == VALUE_FUTURE;
        next->after_negation = lemma->value == VALUE_VERB;
        next->after_preposition = lemma->value == VALUE_WITHOUT || lemma->value == VALUE_ADJECTIVE;
        break;
    case PARTICLE_QAD:
    case PARTICLE_FUTURE:
        next->after_qad = true;
        break;
    case PARTICLE_CONDITION:
        next->after_qad = lemma->value == VALUE_QAD;
        next->clause_start = lemma->value != VALUE_QAD;
        break;
    case PARTICLE_LINK:
        next->after_nominal = lemma->value == VALUE_NOMINAL && !r->back;
        next->clause_start = true;
        break;
    case PARTICLE_CONJ:
    case PARTICLE_BE:
        next->clause_start = true;
        break;
    case PARTICLE_ADVERB:
        *next = *c;
        break;
    default:
        break;
    }
    if (lemma->particle == PARTICLE_SUB || lemma->particle == PARTICLE_REL || lemma->particle == PARTICLE_LINK)
        next->has_verb = next->lists_deeds = next->after_deed = false;
}

/* What a word leaves behind for the next. */
static void context_step(const struct know *know, const struct word *word, struct context *c)
{
    const struct reading *r = word_reading(word);
    struct context next = { 0 };
    if (word->kind == WORD_MARK) {
        if (word->mark == '<' || word->mark == '>' || word->mark == '"' || word->mark == '(' || word->mark == ')') {
            next = *c;
            next.clause_start = c->clause_start || word->mark == '<' || word->mark == '"';
        } else {
            next.clause_start = true;
            next.has_verb = c->has_verb && word->mark == ',';
            next.lists_deeds = c->lists_deeds && word->mark == ',';
        }
        *c = next;
        return;
    }
    next.after_number = word->kind == WORD_NUMBER;
    next.has_verb = c->has_verb;
    next.lists_deeds = c->lists_deeds;
    next.after_deed = c->after_deed;
    if (!r) {
        next.after_noun = next.after_definite = word->kind == WORD_ARABIC; /* unknown words are mostly names */
        *c = next;
        return;
    }
    const struct lemma *lemma = &know->lemmas[r->lemma];
    enum feature_part part = features_part(r->features);
    if (r->signs & READING_PARTICLE) {
        context_particle(lemma, r, c, &next);
    } else if (part == PART_VERB) {
        next.after_verb = next.has_verb = true;
        next.lists_deeds = r->signs & READING_LISTS_DEEDS;
        next.after_deed = false;
    } else if (is_nominal(part)) {
        context_noun(word, c, &next);
        /* «ثلاث عمليات» */
        next.after_number = lemma->classes == 1u << CLASS_MEASURE && !r->back && !(r->clitics & CLITIC_AL);
    }
    *c = next;
}

/* What the word behind says. */
static void context_look_ahead(const struct word *behind, struct context *c)
{
    c->before_article = c->before_number = c->before_relative = c->before_adjective = false;
    c->before_self = c->before_deed = c->before_adam = c->before_resumed = false;
    if (!behind)
        return;
    c->before_article = behind->fold.len > 8 && slice_starts(behind->fold, slice_of("\xd8\xa7\xd9\x84"));
    c->before_number = behind->kind == WORD_NUMBER || (behind->term.run && !behind->term.front && !(behind->signs & FORM_PARTICLE));
    c->before_relative = behind->signs & FORM_RELATIVE;
    c->before_adjective = behind->signs & FORM_BARE_ADJECTIVE;
    c->before_self = behind->signs & FORM_SELF;
    const struct reading *first = word_reading(behind);
    c->before_resumed = first && first->signs & READING_PARTICLE && first->pronoun;
    c->before_deed = behind->signs & FORM_DEED;
    c->before_adam = slice_equal(behind->fold, slice_of("\xd8\xb9\xd8\xaf\xd9\x85"));
}

#define MOST_SORTED 32u

/* Sorts the readings by their scores, best first; equal ones stay in their order. */
static void word_sort(struct arena *mem, const struct context *c, bool keeps_ya, struct word *word)
{
    int scores[MOST_SORTED];
    uint8_t order[MOST_SORTED];
    uint32_t count = word->reading_count;
    bool moved = false;
    for (uint32_t j = 0; j < count; j++) {
        const struct reading *r = &word->readings[j];
        int score = score_reading(c, word, r) - (keeps_ya && ending_differs(word, r) ? 30 : 0);
        uint32_t at = j;
        for (; at > 0 && scores[at - 1] < score; at--) {
            scores[at] = scores[at - 1];
            order[at] = order[at - 1];
        }
        scores[at] = score;
        order[at] = (uint8_t)j;
        moved |= at != j;
    }
    if (!moved)
        return; /* the order of the memory does */
    struct reading *sorted = arena_alloc_raw(mem, count * sizeof *sorted);
    for (uint32_t j = 0; j < count; j++)
        sorted[j] = word->readings[order[j]];
    word->readings = sorted;
}

void word_choose(const struct know *know, struct arena *mem, struct word_list *words, uint32_t first, uint32_t end)
{
    struct context context = { .clause_start = true, .sentence_start = true };
    uint32_t term = first;
    for (uint32_t i = first; i < end; i++) {
        struct word *word = &words->items[i];
        if (i >= term)
            term = term_end(words, i, end);
        context.in_term = i < term;
        if (words->keeps_ya && word->ending != ENDING_OTHER)
            drop_particles(mem, word);
        if (word->reading_count > 1) {
            context_look_ahead(i + 1 < end ? word + 1 : NULL, &context);
            word_sort(mem, &context, words->keeps_ya, word);
        }
        context_step(know, word, &context);
    }
}
