/*
 * participants.c - who and where: the frame gives each argument of the clause its role.
 */
#include <math.h>

#include "claim/participants.h"

#define CLASS(name) (1u << CLASS_##name)

bool entity_same(const struct claim_entity *a, const struct claim_entity *b)
{
    if (a->referent != KNOW_NONE && a->referent == b->referent)
        return true;
    if (a->entity != KNOW_NONE && a->entity == b->entity)
        return true;
    return slice_equal(a->name, b->name);
}

bool entity_lists_share(const struct claim_entity_list *a, const struct claim_entity_list *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++)
            if (entity_same(&a->items[i], &b->items[j]))
                return true;
    return false;
}

void entity_list_add(struct teller *t, struct claim_entity_list *list, const struct claim_entity *entity)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (entity_same(&list->items[i], entity) && list->items[i].role == entity->role)
            return;
    *(struct claim_entity *)list_add(t->mem, list) = *entity;
}

static struct slice entity_text(const struct teller *t, const struct chunk *chunk, struct claim_span *span)
{
    struct slice text = chunk_text(t->text, t->words, chunk, &span->start, &span->end);
    if (chunk->lost_article && text.len > 2)
        return arena_print(t->mem, "\xd8\xa7\xd9\x84%.*s", (int)text.len - 2, text.at + 2);
    return chunk_unglued(t->mem, t->text, t->words, chunk, text);
}

void entity_from_codebook(const struct teller *t, uint32_t number, struct claim_entity *out)
{
    const struct entity *entity = &t->know->entities[number];
    out->entity = number;
    out->name = know_text(t->know, entity->name);
    out->id = know_text(t->know, entity->id);
    out->lat = entity->lat;
    out->lon = entity->lon;
    out->country = slice_make(entity->country, entity->country[0] ? 2 : 0);
    if (entity->of != KNOW_NONE && entity->kind < KIND_PERSON)
        out->of = know_text(t->know, t->know->entities[entity->of].name);
}

/* «15 شخصا», «عدد من المتظاهرين»: the count goes to the counts, and the group is also called by its noun alone. */
static void entity_alias_uncounted(const struct teller *t, const struct chunk *chunk, struct claim_entity *out)
{
    if (chunk->phrase != PHRASE_GROUP || chunk->head <= chunk->first || chunk->head >= chunk->end)
        return;
    uint32_t from = t->words->items[chunk->head].start;
    if (from > out->mention.start && from < out->mention.end)
        *(struct slice *)list_add(t->mem, &out->aliases) = slice_make(t->text->source.at + from, out->mention.end - from);
}

bool entity_of_chunk(const struct teller *t, uint32_t at, struct claim_entity *out)
{
    const struct chunk *chunk = teller_chunk(t, at);
    *out = (struct claim_entity){ .referent = chunk->referent, .entity = KNOW_NONE, .chunk = at, .lat = NAN, .lon = NAN };
    struct slice text = entity_text(t, chunk, &out->mention);
    out->name = text;
    if (!text.len)
        return false;
    if (chunk->referent != KNOW_NONE) {
        const struct referent *referent = &t->referents->items[chunk->referent];
        if (referent->entity != KNOW_NONE)
            entity_from_codebook(t, referent->entity, out);
        else if (referent->phrase != PHRASE_GROUP && referent->name.len)
            out->name = referent->name;
        for (uint32_t i = 0; i < referent->names.count; i++)
            if (!slice_equal(referent->names.items[i], out->name))
                *(struct slice *)list_add(t->mem, &out->aliases) = referent->names.items[i];
        if (!out->of.len && referent->of_entity != KNOW_NONE)
            out->of = know_text(t->know, t->know->entities[referent->of_entity].name);
    }
    entity_alias_uncounted(t, chunk, out);
    if (chunk->of_referent != KNOW_NONE)
        out->of = t->referents->items[chunk->of_referent].name;
    else if (chunk->of != KNOW_NONE && !out->of.len)
        out->of = know_text(t->know, t->know->entities[chunk->of].name);
    return true;
}

/* A country as participant is its state. */
static void as_state(const struct teller *t, struct claim_entity *entity)
{
    if (entity->entity == KNOW_NONE)
        return;
    const struct entity *place = &t->know->entities[entity->entity];
    if (place->kind == KIND_COUNTRY && place->of != KNOW_NONE) {
        entity_from_codebook(t, place->of, entity);
        entity->referent = KNOW_NONE;
        entity->of = slice_make(NULL, 0);
    }
}

/* «مقاتلو الحركة هاجموا»: where members of a body act, the body does; «عشرة من مقاتلي الحركة» are a group. */
static void as_body(const struct teller *t, const struct chunk *chunk, struct claim_entity *entity)
{
    bool member = (chunk->phrase == PHRASE_GROUP && chunk->classes & CLASS(FIGHTER))
                  || (chunk->phrase == PHRASE_BODY && chunk->classes & CLASS(FORCE));
    bool plain = chunk->entity == KNOW_NONE && chunk->number == KNOW_NONE && !chunk->one_of && chunk->name_end == chunk->name_first;
    uint32_t owner = chunk->of_referent;
    if (!member || !plain || owner == KNOW_NONE || owner == chunk->referent)
        return;
    const struct referent *body = &t->referents->items[owner];
    if (body->phrase != PHRASE_BODY || (body->entity != KNOW_NONE && t->know->entities[body->entity].kind == KIND_STATE))
        return;
    entity->referent = owner;
    entity->name = body->name;
    entity->of = slice_make(NULL, 0);
    if (body->entity != KNOW_NONE)
        entity_from_codebook(t, body->entity, entity);
}

void participant_add_body(struct teller *t, struct claim *claim, struct claim_entity_list *list, uint32_t entity, uint32_t at)
{
    struct claim_entity body = { .referent = KNOW_NONE, .chunk = at, .lat = NAN, .lon = NAN };
    (void)claim;
    chunk_text(t->text, t->words, teller_chunk(t, at), &body.mention.start, &body.mention.end);
    entity_from_codebook(t, entity, &body);
    as_state(t, &body);
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

static uint32_t state_of(const struct teller *t, const char *country)
{
    for (uint32_t i = know_officials(t->know, country);
         i < t->know->official_count && memcmp(t->know->officials[i].country, country, 2) == 0; i++)
        if (t->know->entities[t->know->officials[i].entity].kind == KIND_STATE)
            return t->know->officials[i].entity;
    return KNOW_NONE;
}

uint32_t capital_state(const struct teller *t, uint32_t city)
{
    const char *country = t->know->entities[city].country;
    for (uint32_t i = know_officials(t->know, country);
         i < t->know->official_count && memcmp(t->know->officials[i].country, country, 2) == 0; i++)
        if (t->know->officials[i].entity == city)
            return state_of(t, country);
    return KNOW_NONE;
}

/* «أكد الوزير الكوبي أن بلاده تدين»: the state of the one whose land it is, KNOW_NONE if that is not known. */
static uint32_t homeland(const struct teller *t, const struct chunk *chunk)
{
    const uint32_t land = CLASS(PLACE) | CLASS(STATE);
    if (chunk->phrase != PHRASE_BODY || chunk->entity != KNOW_NONE || (chunk->classes & land) != land || !chunk->plural || !chunk->reading
        || !chunk->reading->pronoun || chunk->of_referent == KNOW_NONE)
        return KNOW_NONE;
    const struct referent *owner = &t->referents->items[chunk->of_referent];
    uint32_t of = owner->entity != KNOW_NONE ? owner->entity : owner->of_entity, last = of;
    for (; of != KNOW_NONE; of = t->know->entities[of].of) {
        if (t->know->entities[of].kind == KIND_STATE)
            return of;
        last = of;
    }
    return last == KNOW_NONE ? KNOW_NONE : state_of(t, t->know->entities[last].country);
}

/* «دعت بغداد أنقرة»: the state whose capital the name is, KNOW_NONE if it is none's, or a place («في بغداد», «مدينة بغداد»). */
static uint32_t state_of_capital(const struct teller *t, const struct chunk *chunk)
{
    if (chunk->entity == KNOW_NONE || t->know->entities[chunk->entity].kind != KIND_CITY || chunk->typed
        || chunk->name_end != chunk->name_first + 1
        || (chunk->preposition && chunk->preposition != t->between && chunk->preposition != t->with))
        return KNOW_NONE;
    return capital_state(t, chunk->entity);
}

static bool is_possessing(const struct teller *t, const struct chunk *chunk)
{
    const struct reading *first = word_reading(&t->words->items[chunk->first]);
    return first && t->know->lemmas[first->lemma].part == LEMMA_PARTICLE && t->know->lemmas[first->lemma].value == VALUE_POSSESSING;
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
    if (chunk->phrase == PHRASE_THING && (chunk->classes & CLASS(TIME) || is_possessing(t, chunk))) /* «خمس مرات», «ذات الأغلبية …» */
        return;
    /* «القمة تدعو إلى …»: those who meet; «بنيران مسيرات إسرائيلية»: whose they are */
    bool meeting = role == ROLE_ACTOR && chunk->classes & CLASS(BODY) && (is_verbal(claim->type) || claim->type == EVENT_CONSULT);
    if (chunk->phrase == PHRASE_EVENT && !meeting) {
        if (role == ROLE_ACTOR && chunk->of != KNOW_NONE)
            participant_add_body(t, claim, &claim->actors, chunk->of, at);
        return;
    }
    if (chunk->phrase == PHRASE_NUMBER && chunk->number != KNOW_NONE && t->mentions->numbers.items[chunk->number].digits == 4)
        return; /* a year */
    if (chunk->phrase == PHRASE_NUMBER && chunk->preposition == t->prepositions.to)
        return; /* «ارتفع العدد إلى سبعين» */
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
    uint32_t own = role == ROLE_ACTOR || role == ROLE_RECIPIENT ? homeland(t, chunk) : KNOW_NONE;
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
    /* «إيقاع قتلى وجرحى»: who is named by what befell him does not act */
    if (role == ROLE_ACTOR && claim->type == EVENT_ASSAULT && chunk->classes & (CLASS(VICTIM) | CLASS(WOUNDED)))
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
        as_body(t, chunk, &entity);
    as_state(t, &entity);
    entity_list_add(t, role == ROLE_ACTOR ? &claim->actors : &claim->recipients, &entity);
    if (role == ROLE_RECIPIENT)
        add_land(t, claim, at);
    if (role == ROLE_RECIPIENT && facility
        && (chunk->entity != KNOW_NONE || chunk->name_end > chunk->name_first || chunk->inner == KNOW_NONE))
        add_place(t, claim, at, ROLE_AT);
    else if (role == ROLE_RECIPIENT && facility && chunk->inner != KNOW_NONE)
        add_place(t, claim, at, ROLE_AT);
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
            if (frame->genitive == ROLE_ACTOR
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
