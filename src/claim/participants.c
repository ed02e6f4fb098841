/*
 * participants.c - who and where: the frame gives each argument of the clause its role.
 */
#include <math.h>

#include "claim/participants.h"

#define CLASS(name) (1u << CLASS_##name)

void participant_add_body(struct teller *t, struct claim *claim, struct claim_entity_list *list, uint32_t entity, uint32_t at)
{
    struct claim_entity body = { .referent = KNOW_NONE, .chunk = at, .lat = NAN, .lon = NAN };
    (void)claim;
    chunk_text(t->text, t->words, teller_chunk(t, at), &body.mention.start, &body.mention.end);
    entity_from_codebook(t, entity, &body);
    entity_as_state(t, &body);
    entity_list_add(t, list, &body);
}

static const struct chunk *genitive_behind(const struct teller *t, uint32_t at, uint32_t *where)
{
    /* «منع وصول | الطواقم»: of a verbal noun it is an argument of its own */
    uint32_t number = t->clauses->clause_at[at];
    const struct clause *noun = number ? &t->clauses->clauses.items[number - 1] : NULL;
    uint32_t genitive = noun && noun->form == CLAUSE_NOUN ? clause_argument(noun, FUNCTION_GENITIVE) : CLAUSE_NONE;
    const struct chunk *own = genitive == CLAUSE_NONE ? NULL : teller_chunk(t, genitive);
    if (own && (own->phrase == PHRASE_GROUP || own->phrase == PHRASE_PERSON || own->phrase == PHRASE_BODY)) {
        *where = genitive;
        return own;
    }
    if (at + 1 < t->mentions->chunks.count && teller_chunk(t, at + 1)->genitive && teller_chunk(t, at + 1)->phrase != PHRASE_EVENT) {
        *where = at + 1;
        return teller_chunk(t, at + 1);
    }
    return NULL;
}

/* A weapon tells the mode that the frame leaves open, and that an aircraft has no crew. */
static void take_mode(struct claim *claim, uint8_t mode)
{
    if (claim->type == EVENT_ASSAULT && mode && (!claim->mode || (claim->mode == MODE_AERIAL && mode == MODE_DRONE)))
        claim->mode = mode;
}

/* «طائرات التحالف»: whose it is, by the words behind the noun. */
void participant_add_genitive(struct teller *t, struct claim *claim, uint32_t at, enum role role)
{
    const struct chunk *chunk = teller_chunk(t, at);
    const struct reading *r = chunk->end >= chunk->head + 2 ? word_reading(&t->words->items[chunk->head + 1]) : NULL;
    if (!r || features_part(r->features) != PART_NOUN)
        return;
    uint32_t classes = t->know->lemmas[r->lemma].classes;
    bool body = r->clitics & CLITIC_AL && chunk->end == chunk->head + 2 && classes & (CLASS(BODY) | CLASS(FORCE) | CLASS(STATE));
    if (!body && !(classes & CLASS(TITLE) && chunk->definite)) /* «منزل رئيس الوزراء» */
        return;
    struct claim_entity owner = { .referent = KNOW_NONE, .entity = KNOW_NONE, .chunk = at, .lat = NAN, .lon = NAN };
    owner.mention = (struct claim_span){ t->words->items[chunk->head + 1].start, t->words->items[chunk->end - 1].end };
    owner.name = slice_make(t->text->source.at + owner.mention.start, owner.mention.end - owner.mention.start);
    entity_list_add(t, role == ROLE_ACTOR ? &claim->actors : &claim->recipients, &owner);
}

/* The body that a phrase belongs to. */
static void add_owner(struct teller *t, struct claim *claim, uint32_t at, enum role role)
{
    const struct chunk *chunk = teller_chunk(t, at);
    struct claim_entity_list *list = role == ROLE_ACTOR ? &claim->actors : &claim->recipients;
    if (role != ROLE_ACTOR && role != ROLE_RECIPIENT)
        return;
    uint32_t entity = chunk->of_referent != KNOW_NONE ? t->referents->items[chunk->of_referent].entity : chunk->of;
    if (entity != KNOW_NONE)
        participant_add_body(t, claim, list, entity, at);
}

/* Weapons and vehicles act for whom they belong to: «طائرات إسرائيلية», «رصاص الاحتلال». */
static void add_by_weapon(struct teller *t, struct claim *claim, uint32_t at, enum role role)
{
    const struct chunk *chunk = teller_chunk(t, at);
    uint32_t where;
    take_mode(claim, chunk->mode);
    if (genitive_behind(t, at, &where))
        participant_add(t, claim, where, role);
    else if (chunk->of_referent != KNOW_NONE || chunk->of != KNOW_NONE) /* «طائراتها», «طائرات إسرائيلية» */
        add_owner(t, claim, at, role);
    else
        participant_add_genitive(t, claim, at, role);
}

static void add_antecedent(struct teller *t, struct claim *claim, const struct antecedent *antecedent, enum role role)
{
    if (antecedent->chunk == KNOW_NONE)
        return;
    if (antecedent->owner)
        add_owner(t, claim, antecedent->chunk, role);
    else
        participant_add(t, claim, antecedent->chunk, role);
}

/* Acts of states among each other; in others a city is where it happens. */
static bool speaks_for(uint8_t type)
{
    return is_verbal(type) || type == EVENT_CONSULT || type == EVENT_SANCTION || type == EVENT_COOPERATE;
}

/* «عمليات اقتحام واسعة», «العقوبات الأميركية والأوروبية»: an adjective that found no noun is nobody. Those of persons are masculine or plural:
 * «مقتل فلسطيني», «الأبرياء», «إصابة آخر», «نظيره». */
static bool is_stray_adjective(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    const struct lemma *lemma = chunk->lemma == KNOW_NONE ? NULL : &t->know->lemmas[chunk->lemma];
    if (chunk->phrase != PHRASE_THING || !lemma || lemma->part != LEMMA_ADJECTIVE || chunk->entity != KNOW_NONE || chunk->mode
        || chunk->name_end > chunk->name_first || chunk->number != KNOW_NONE || chunk->one_of || chunk->plural || !chunk->reading
        || chunk->reading->back)
        return false;
    const struct word *head = &t->words->items[chunk->head];
    for (uint32_t i = 0; i < head->reading_count; i++)
        if (t->know->lemmas[head->readings[i].lemma].classes & (CLASS(FACILITY) | CLASS(VEHICLE) | CLASS(WEAPON)))
            return false; /* «مدرعة» */
    const struct reading *next = chunk->end > chunk->head + 1 ? word_reading(&t->words->items[chunk->head + 1]) : NULL;
    if (next && features_part(next->features) != PART_ADJECTIVE)
        return false; /* «أكبر قاعدة في البلاد» */
    const struct chunk *before = at ? teller_chunk(t, at - 1) : chunk;
    bool behind_noun = before->kind == CHUNK_CONJ || (before->kind == CHUNK_NOUN && before->phrase != PHRASE_EVENT);
    bool feminine = chunk->feminine && features_number(chunk->reading->features) == NUMBER_SINGULAR;
    if (feminine && lemma->body == KNOW_NONE && !chunk->definite)
        return true;
    if (!behind_noun || before->sentence != chunk->sentence || chunk->preposition)
        return false;
    if (feminine)
        return true;
    bool attribute = chunk->definite || (chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE;
    bool state = lemma->body != KNOW_NONE && t->know->entities[lemma->body].kind == KIND_STATE;
    return attribute && features_number(chunk->reading->features) == NUMBER_SINGULAR
           && (lemma->body == KNOW_NONE || (state && chunk->definite));
}

static bool is_possessing(const struct teller *t, const struct chunk *chunk)
{
    const struct reading *first = word_reading(&t->words->items[chunk->first]);
    return first && t->know->lemmas[first->lemma].part == LEMMA_PARTICLE && t->know->lemmas[first->lemma].value == VALUE_POSSESSING;
}

/* What neither acts nor suffers whatever the event. */
static bool names_nobody(const struct teller *t, const struct claim *claim, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at);
    if (chunk->phrase == PHRASE_THING && (chunk->classes & CLASS(TIME) || is_possessing(t, chunk))) /* «خمس مرات», «ذات الأغلبية …» */
        return true;
    /* «راح ضحيتها مئة» */
    if (claim->type == EVENT_ASSAULT && chunk->classes & CLASS(VICTIM) && chunk->reading && chunk->reading->pronoun && !chunk->plural)
        return true;
    if (chunk->phrase == PHRASE_NUMBER && chunk->number != KNOW_NONE && t->mentions->numbers.items[chunk->number].digits == 4)
        return true; /* a year */
    if (chunk->phrase == PHRASE_NUMBER && chunk->preposition == t->prepositions.to)
        return true; /* «ارتفع العدد إلى سبعين» */
    /* «توفي متأثرا بجراحه»: in what state somebody was */
    if (chunk->phrase == PHRASE_GROUP && chunk->reading && chunk->lemma != KNOW_NONE && t->know->lemmas[chunk->lemma].part == LEMMA_VERB
        && chunk->number == KNOW_NONE && !chunk->definite && !chunk->plural && !chunk->dual
        && (chunk->reading->features & FEATURE_CASES) == FEATURE_ACCUSATIVE)
        return true;
    /* «بقذائف الهاون عيار 60» */
    const struct chunk *before = at ? teller_chunk(t, at - 1) : chunk;
    if (chunk->phrase == PHRASE_THING && chunk->classes & CLASS(WEAPON) && !(chunk->classes & CLASS(VEHICLE)) && !chunk->preposition
        && before->kind == CHUNK_NOUN && before->end == chunk->first && before->classes & CLASS(WEAPON) && before->preposition)
        return true;
    return is_stray_adjective(t, at);
}

/* «العند»: a base, airport, prison or hospital by its name. */
static bool names_facility(const struct teller *t, const struct chunk *chunk)
{
    uint8_t kind = chunk->entity == KNOW_NONE ? (uint8_t)KIND_COUNTRY : t->know->entities[chunk->entity].kind;
    return kind == KIND_BASE || kind == KIND_AIRPORT || kind == KIND_PRISON || kind == KIND_HOSPITAL;
}

void participant_add(struct teller *t, struct claim *claim, uint32_t at, enum role role)
{
    const struct chunk *chunk = teller_chunk(t, at);
    struct claim_entity entity;
    if (chunk->phrase == PHRASE_PRONOUN || chunk->and_for.chunk != KNOW_NONE) {
        add_antecedent(t, claim, &chunk->stands_for, role);
        add_antecedent(t, claim, &chunk->and_for, role);
        return;
    }
    if (names_nobody(t, claim, at))
        return;
    /* «القمة تدعو إلى …»: those who meet; «بنيران مسيرات إسرائيلية»: whose they are */
    bool meeting = role == ROLE_ACTOR && chunk->classes & CLASS(BODY) && (is_verbal(claim->type) || claim->type == EVENT_CONSULT);
    if (chunk->phrase == PHRASE_EVENT && !meeting) {
        if (role == ROLE_ACTOR && chunk->of != KNOW_NONE)
            participant_add_body(t, claim, &claim->actors, chunk->of, at);
        return;
    }
    if (role == ROLE_AT || role == ROLE_FROM || role == ROLE_TO) {
        if (chunk_stands_for_place(t, chunk) || chunk_is_facility(chunk) || chunk->inner != KNOW_NONE)
            add_place(t, claim, at, role);
        return;
    }
    bool state = chunk->entity != KNOW_NONE && t->know->entities[chunk->entity].kind == KIND_COUNTRY;
    uint32_t government = speaks_for(claim->type) ? state_of_capital(t, chunk) : KNOW_NONE;
    if (government != KNOW_NONE && (role == ROLE_ACTOR || role == ROLE_RECIPIENT)) {
        participant_add_body(t, claim, role == ROLE_ACTOR ? &claim->actors : &claim->recipients, government, at);
        return;
    }
    uint32_t own = role == ROLE_ACTOR || role == ROLE_RECIPIENT ? homeland_of_chunk(t, chunk) : KNOW_NONE;
    if (own != KNOW_NONE) {
        participant_add_body(t, claim, role == ROLE_ACTOR ? &claim->actors : &claim->recipients, own, at);
        return;
    }
    bool facility = chunk_is_facility(chunk) || names_facility(t, chunk);
    if (chunk_stands_for_place(t, chunk) && !state && !(facility && role == ROLE_RECIPIENT)) {
        add_place(t, claim, at, ROLE_AT);
        return;
    }
    if (role == ROLE_ACTOR && chunk->classes & (CLASS(WEAPON) | CLASS(VEHICLE))
        && !(chunk->classes & (CLASS(FORCE) | CLASS(PEOPLE) | CLASS(FIGHTER)))) {
        add_by_weapon(t, claim, at, role);
        return;
    }
    if (chunk->phrase == PHRASE_THING && role == ROLE_ACTOR && chunk->of == KNOW_NONE && chunk->name_end == chunk->name_first)
        return;
    /* «إيقاع قتلى وجرحى», «انتشال جثامين»: who is named by what befell him does not act */
    bool fights = clause_is_with(t, teller_clause(t, claim->clause)); /* «خاض الشهيدان اشتباكا مع …» */
    if (role == ROLE_ACTOR && (claim->type == EVENT_ASSAULT || claim->type == EVENT_AID) && !fights
        && chunk->classes & (CLASS(VICTIM) | CLASS(WOUNDED)))
        role = ROLE_RECIPIENT;
    if (chunk_is_abstract(chunk)) {
        /* «الموقف الأوروبي», «سيادة العراق»: what is praised, blamed or demanded is nobody, but whose it is */
        uint32_t owner = chunk->of != KNOW_NONE ? chunk->of : chunk->inner;
        if (owner != KNOW_NONE && (t->know->entities[owner].kind < KIND_PERSON || t->know->entities[owner].kind == KIND_COUNTRY))
            participant_add_body(t, claim, role == ROLE_ACTOR ? &claim->actors : &claim->recipients, owner, at);
        return;
    }
    /* «المجالات كافة»: a quantity of nothing */
    if (chunk->phrase == PHRASE_THING && chunk->lemma == KNOW_NONE && chunk->entity == KNOW_NONE && chunk->name_end == chunk->name_first
        && !chunk->quoted)
        return;
    if (role == ROLE_RECIPIENT && chunk->mode == MODE_EXPLOSIVES && claim->type == EVENT_ASSAULT)
        return; /* «تفجير سيارة مفخخة»: what goes off */
    if (!entity_of_chunk(t, at, &entity))
        return;
    if (role == ROLE_ACTOR)
        entity_as_body(t, chunk, &entity);
    entity_as_state(t, &entity);
    entity_list_add(t, role == ROLE_ACTOR ? &claim->actors : &claim->recipients, &entity);
    if (role == ROLE_RECIPIENT)
        add_land(t, claim, at);
    if (role == ROLE_RECIPIENT && facility
        && (chunk->entity != KNOW_NONE || chunk->name_end > chunk->name_first || chunk->inner == KNOW_NONE))
        add_place(t, claim, at, ROLE_AT);
    else if (role == ROLE_RECIPIENT && facility && chunk->inner != KNOW_NONE)
        add_place(t, claim, at, ROLE_AT);
}

/* Whether it stands right behind a definite active participle that describes the noun before. */
static bool is_of_participle(const struct teller *t, uint32_t at)
{
    const struct chunk *chunk = teller_chunk(t, at), *before = at ? teller_chunk(t, at - 1) : chunk;
    const uint32_t sites = CLASS(FACILITY) | CLASS(PLACE) | CLASS(FORCE) | CLASS(FIGHTER);
    if (!(before->classes & sites) || before->entity != KNOW_NONE || before->title)
        return false;
    if (!chunk->preposition || before->kind != CHUNK_NOUN || before->sentence != chunk->sentence || before->end - before->first < 2)
        return false;
    const struct word *last = &t->words->items[before->end - 1];
    bool participle = false;
    for (uint32_t i = 0; i < last->reading_count; i++)
        participle |=
            features_part(last->readings[i].features) == PART_ACTIVE && last->readings[i].clitics & CLITIC_AL && !last->readings[i].back;
    return participle && before->head != before->end - 1 && before->phrase != PHRASE_EVENT;
}

static bool stands_behind_content(const struct teller *t, const struct clause *clause, uint32_t number)
{
    for (uint32_t i = 0; i < number; i++)
        if (clause->arguments.items[i].function == FUNCTION_COMPLEMENT
            && role_of_complement(t, clause->frame, &clause->arguments.items[i]) == ROLE_CONTENT)
            return true;
    return false;
}

/* The role of one of the complements. */
static enum role role_behind(const struct teller *t, const struct clause *clause, uint32_t number)
{
    const struct frame *frame = clause->frame;
    const struct argument *argument = &clause->arguments.items[number];
    const struct chunk *chunk = teller_chunk(t, argument->chunk);
    bool shared = argument->origin == ORIGIN_SHARED;
    enum role role = role_behind_noun(t, clause, argument);
    if (role == ROLE_NONE)
        role = role_of_complement(t, frame, argument);
    /* what stands behind the content of a demand or promise is where that is to be */
    if (shared && clause->form != CLAUSE_NOUN && is_verbal(frame->type) && (role == ROLE_AT || role == ROLE_FROM || role == ROLE_TO))
        role = ROLE_NONE;
    /* «توجيهات الملك بتقديم مساعدات للشعب»: to whom what is asked for goes */
    if (shared && argument->preposition == PREP_L && frame->type == EVENT_REQUEST && stands_behind_content(t, clause, number))
        role = ROLE_NONE;
    /* «تفجير عبوة بجنود الاحتلال» */
    if (argument->preposition == PREP_B && frame->type == EVENT_ASSAULT && frame->mode == MODE_EXPLOSIVES
        && (chunk->phrase == PHRASE_GROUP || chunk->phrase == PHRASE_BODY) && chunk->classes & (CLASS(FIGHTER) | CLASS(FORCE)))
        role = ROLE_RECIPIENT;
    /* «محطة المياه الواقعة على أطرافها»: what the participle before it is about */
    if (role == ROLE_RECIPIENT && argument->preposition != PREP_L && is_of_participle(t, argument->chunk))
        role = ROLE_NONE;
    bool protests = frame->type == EVENT_PROTEST && (role == ROLE_ACTOR || role == ROLE_RECIPIENT);
    if ((argument->preposition == t->between || protests) && argument_is_of_another(t, clause, argument))
        role = ROLE_NONE;
    return role;
}

static void tell_arguments(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct frame *frame = clause->frame;
    bool passive = clause->form != CLAUSE_NOUN && participants_swap(t, clause);
    bool shared = false; /* whether subjects of the verb above stand in for those of the noun */
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        const struct chunk *chunk = teller_chunk(t, argument->chunk);
        enum role role = ROLE_NONE;
        switch ((enum argument_function)argument->function) {
        case FUNCTION_SUBJECT:
            if (clause->form == CLAUSE_NOUN) {
                /* the subject of the verb above, when the noun's own words name none */
                shared |= !claim->actors.count;
                if (is_scene(t, teller_clause(t, clause->governor)))
                    break;
                role = !shared && frame->subject == ROLE_ACTOR ? ROLE_NONE : (enum role)frame->subject;
                break;
            }
            role = passive && frame->object != ROLE_NONE ? (enum role)frame->object : (enum role)frame->subject;
            if (passive && argument->origin == ORIGIN_DROPPED && clause->form == CLAUSE_FINITE)
                role = (enum role)frame->object;
            break;
        case FUNCTION_OBJECT:
            role = chunk_says_how(chunk) ? ROLE_NONE : faces_people(t, clause, chunk) ? ROLE_RECIPIENT : (enum role)frame->object;
            break;
        case FUNCTION_COMPLEMENT:
            role = role_behind(t, clause, i);
            if (argument->preposition == PREP_B || chunk->classes & CLASS(WEAPON))
                take_mode(claim, chunk->mode);
            /* «برصاص مسلحين», «بصاروخ إسرائيلي» */
            if (argument->preposition == PREP_B && role == ROLE_NONE && claim->type == EVENT_ASSAULT && chunk->classes & CLASS(WEAPON)
                && !clause_has_agent(t, clause))
                add_by_weapon(t, claim, argument->chunk, ROLE_ACTOR);
            break;
        case FUNCTION_GENITIVE:
            /* «مجزرة مدرسة الفاخورة», «صفقة أسرى»: where it was, and whom it is about */
            if (frame->genitive == ROLE_ACTOR && frame->type == EVENT_ASSAULT && chunk->classes & CLASS(FACILITY))
                role = ROLE_RECIPIENT;
            else if (frame->genitive == ROLE_ACTOR && (frame->type == EVENT_AGREE || frame->type == EVENT_CONSULT)
                     && chunk->classes & CLASS(CAPTIVE))
                role = ROLE_NONE;
            else if (frame->genitive == ROLE_ACTOR
                     || (frame->genitive == ROLE_RECIPIENT && clause_argument(clause, FUNCTION_OBJECT) != CLAUSE_NONE
                         && !clause_has_agent(t, clause)))
                role = (enum role)frame->subject;
            else if (frame->genitive == ROLE_RECIPIENT)
                role = (enum role)frame->object;
            else
                role = genitive_acts(t, clause, argument->chunk) ? (enum role)frame->subject
                       : faces_people(t, clause, chunk)          ? ROLE_RECIPIENT
                                                                 : (enum role)frame->object;
            break;
        }
        /* «وصلت قافلة مساعدات إماراتية»: whose help it is */
        if (frame->type == EVENT_AID && frame->subject == ROLE_NONE && argument->function != FUNCTION_COMPLEMENT && chunk->of != KNOW_NONE
            && chunk->phrase == PHRASE_THING)
            add_owner(t, claim, argument->chunk, ROLE_ACTOR);
        if (!role_is_content(role))
            add_antecedent(t, claim, &(struct antecedent){ argument->chunk, argument->owner }, role);
        if (role == ROLE_ACTOR || role == ROLE_RECIPIENT)
            participant_add_names(t, claim, argument->chunk, role);
        /* The noun behind an idiom's noun: «سراح | 11 مدنيا». */
        uint32_t where;
        const struct chunk *behind = genitive_behind(t, argument->chunk, &where);
        /* «أرصدة | الرئيس», «من أيدي | الانفصاليين»: what is done to a thing is done to whose it is */
        if (behind && role == ROLE_RECIPIENT && chunk->phrase == PHRASE_THING
            && (behind->phrase == PHRASE_PERSON || behind->phrase == PHRASE_BODY || behind->phrase == PHRASE_GROUP))
            participant_add(t, claim, where, role);
        if (behind)
            for (uint32_t j = 0; j < frame->complement_count; j++)
                if (frame->complements[j].preposition == PREP_GENITIVE)
                    participant_add(t, claim, where, (enum role)frame->complements[j].role);
    }
}

/* «غارات سورية وروسية»: a second adjective of a state behind "and". */
static void tell_second_adjective(struct teller *t, struct claim *claim, const struct clause *clause)
{
    uint32_t at = clause->chunk + 1;
    if (teller_chunk(t, clause->chunk)->of == KNOW_NONE || at + 1 >= t->mentions->chunks.count || teller_chunk(t, at)->kind != CHUNK_CONJ)
        return;
    const struct chunk *next = teller_chunk(t, at + 1);
    if (next->kind == CHUNK_NOUN && next->lemma != KNOW_NONE && t->know->lemmas[next->lemma].part == LEMMA_ADJECTIVE
        && t->know->lemmas[next->lemma].body != KNOW_NONE)
        participant_add_body(t, claim, &claim->actors, t->know->lemmas[next->lemma].body, at + 1);
}

/* Nobody does a thing to himself in these frames. */
void participants_untangle(struct claim *claim)
{
    for (uint32_t i = 0; i < claim->recipients.count; i++)
        for (uint32_t j = 0; j < claim->actors.count; j++)
            if (entity_same(&claim->recipients.items[i], &claim->actors.items[j])) {
                memmove(&claim->recipients.items[i], &claim->recipients.items[i + 1],
                        (claim->recipients.count - i - 1) * sizeof *claim->recipients.items);
                claim->recipients.count--;
                i--;
                break;
            }
}

/* «وأضاف: استهدفنا القاعدة»: "we" is the body that the speaker speaks for, "I" himself. */
static void tell_speaker(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct chunk *verb = teller_chunk(t, clause->chunk);
    const struct voice *voice = &t->clauses->voices.items[clause->voice];
    uint32_t f = verb->reading ? verb->reading->features : 0;
    if (clause->form != CLAUSE_FINITE || features_part(f) != PART_VERB || features_person(f) != 1 || claim->actors.count || !voice->count
        || clause->frame->subject != ROLE_ACTOR || clause->passive)
        return;
    uint32_t speaker = voice->links[voice->count - 1].chunk;
    const struct chunk *chunk = teller_chunk(t, speaker);
    if (chunk->classes & CLASS(OUTLET))
        return;
    if (features_number(f) == NUMBER_PLURAL && (chunk->of != KNOW_NONE || chunk->of_referent != KNOW_NONE) && chunk->phrase != PHRASE_BODY)
        add_owner(t, claim, speaker, ROLE_ACTOR);
    if (!claim->actors.count)
        participant_add(t, claim, speaker, ROLE_ACTOR);
}

void tell_participants(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct chunk *chunk = teller_chunk(t, clause->chunk);
    take_mode(claim, chunk->mode);
    if (clause->form == CLAUSE_NOUN && chunk->phrase != PHRASE_EVENT)
        participant_add(t, claim, clause->chunk, ROLE_RECIPIENT); /* «أربعة شهداء …» */
    tell_arguments(t, claim, clause);
    tell_from_governor(t, claim, clause);
    if (clause->form == CLAUSE_NOUN) {
        tell_from_relative(t, claim, clause);
        if (chunk->of != KNOW_NONE && claim->actors.count == 0 && clause->frame->subject == ROLE_ACTOR)
            participant_add_body(t, claim, &claim->actors, chunk->of, clause->chunk);
        tell_second_adjective(t, claim, clause);
    }
    tell_from_attack(t, claim, clause);
    tell_from_weapon(t, claim, clause);
    tell_from_accusation(t, claim, clause);
    tell_addressee(t, claim, clause);
    tell_protest(t, claim, clause);
    tell_speaker(t, claim, clause);
    tell_visited(t, claim);
    participants_untangle(claim);
}
