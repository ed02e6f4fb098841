/*
 * sharing.c - participants that other clauses give: light verbs, aspect and control pass theirs on, relative clauses and weapons name who acts,
 * what is demanded or condemned names whom the words are addressed to.
 */
#include "claim/participants.h"

/* «تعرض لقصف»: the subject of a light verb with "to" is whom it is done to. */
static bool suffers(const struct clause *verb, uint32_t noun)
{
    for (uint32_t i = 0; operator_of(verb) == OPERATOR_LIGHT && i < verb->arguments.count; i++)
        if (verb->arguments.items[i].chunk == noun && verb->arguments.items[i].function == FUNCTION_COMPLEMENT)
            return verb->arguments.items[i].preposition == PREP_L;
    return false;
}

static bool acts_for_itself(const struct chunk *chunk)
{
    return chunk->phrase == PHRASE_BODY || chunk->phrase == PHRASE_PERSON || chunk->phrase == PHRASE_GROUP;
}

/* «نقلت إليه نبأ مقتل الأسرى»: who has news of a deed did not do it. */
static bool is_news(const struct teller *t, const struct clause *above)
{
    const struct chunk *noun = above && above->form == CLAUSE_NOUN ? teller_chunk(t, above->chunk) : NULL;
    return noun && noun->lemma != KNOW_NONE && noun->classes & 1u << CLASS_SPEECH
           && lemma_operates(&t->know->lemmas[noun->lemma], 1u << OPERATOR_REPORT);
}

/* What the subject of a verb that the codebook does not know faces or speaks of. */
static bool is_faced(const struct teller *t, uint8_t preposition)
{
    return preposition_is_faced(t->know, preposition, t->prepositions.about, t->prepositions.around, t->prepositions.before);
}

/* «شهدت باريس مواجهات»: where or when it was, not who did it. */
bool is_scene(const struct teller *t, const struct clause *above)
{
    const struct lemma *lemma = above && above->form != CLAUSE_NOUN && above->lemma != KNOW_NONE ? &t->know->lemmas[above->lemma] : NULL;
    if (!lemma || !lemma_operates(lemma, 1u << OPERATOR_WITNESS))
        return false;
    for (uint32_t i = 0; i < lemma->frame_count; i++) {
        const struct frame *frame = &t->know->frames[lemma->frame_first + i];
        if (frame->operator_class == OPERATOR_WITNESS && frame->need_count == 1
            && t->know->needs[frame->need_first].kind == NEED_SUBJECT_CLASS)
            return true; /* whatever it governs */
    }
    return false;
}

/* What one clause above passes on. Returns false when nothing passes through it. */
static bool tell_from(struct teller *t, struct claim *claim, const struct clause *clause, const struct clause *step,
                      const struct clause *above)
{
    if (step->relation != RELATION_ARGUMENT || (!above->operator&& above->frame) || is_news(t, above))
        return false;
    if (!above->operator&& is_faced(t, teller_chunk(t, step->chunk)->preposition))
        return false;
    /* A verb that the codebook does not know as an event only carries the noun: «وجه انتقادات», «ارتكب مجزرة». */
    bool scene = is_scene(t, above);
    uint8_t class = above->operator&& !scene ? operator_of(above) : (uint8_t)OPERATOR_LIGHT;
    bool passes = class == OPERATOR_LIGHT || class == OPERATOR_ASPECT || class == OPERATOR_ATTEMPT || class == OPERATOR_STOP
                  || class == OPERATOR_PLAN || class == OPERATOR_NEGATE || class == OPERATOR_RESIST || class == OPERATOR_FOIL;
    if (!passes)
        return false;
    bool is_subject = clause_argument(above, FUNCTION_SUBJECT) == step->chunk;
    bool of_pronoun =
        teller_chunk(t, step->chunk)->reading && teller_chunk(t, step->chunk)->reading->pronoun && clause->frame->object == ROLE_RECIPIENT;
    bool to = class == OPERATOR_RESIST || class == OPERATOR_FOIL || suffers(above, step->chunk);
    bool lacks = to ? !claim->recipients.count : !claim->actors.count || clause_is_with(t, clause);
    for (uint32_t i = 0; i < above->arguments.count; i++) {
        const struct argument *argument = &above->arguments.items[i];
        if (argument->chunk == step->chunk)
            continue;
        bool bears = above->passive && !above->operator; /* «أُنقذ عشرة من هجوم» */
        if (argument->function == FUNCTION_SUBJECT && scene) {
            const struct chunk *chunk = teller_chunk(t, argument->chunk);
            if (chunk_stands_for_place(t, chunk) || chunk_is_facility(chunk))
                add_place(t, claim, argument->chunk, ROLE_AT);
        } else if (argument->function == FUNCTION_SUBJECT && !is_subject && !bears && lacks) {
            enum role role = to ? ROLE_RECIPIENT : (enum role)clause->frame->subject;
            if (role == ROLE_ACTOR || role == ROLE_RECIPIENT)
                participant_add(t, claim, argument->chunk, role);
        } else if (argument->function == FUNCTION_SUBJECT && is_subject && of_pronoun && class == OPERATOR_LIGHT) {
            participant_add(t, claim, argument->chunk, ROLE_RECIPIENT); /* «تم اعتقاله وزوجاته» */
        } else if (argument->function == FUNCTION_OBJECT && is_subject && class == OPERATOR_LIGHT && claim->type == EVENT_ASSAULT) {
            participant_add(t, claim, argument->chunk, ROLE_RECIPIENT); /* «قصف طال المستشفى» */
        } else if (argument->function == FUNCTION_OBJECT && !above->operator&& teller_chunk(t, step->chunk)->preposition == PREP_B
                   && clause->frame->object == ROLE_RECIPIENT && acts_for_itself(teller_chunk(t, argument->chunk))) {
            participant_add(t, claim, argument->chunk, ROLE_RECIPIENT); /* «واجهوا المحتجين بالرصاص» */
        } else if (argument->function == FUNCTION_COMPLEMENT) {
            enum role role = role_of_complement(t, clause->frame, argument);
            if (!role_is_content(role))
                participant_add(t, claim, argument->chunk, role);
        }
    }
    return true;
}

/* What the clauses above pass on: light verbs and aspect their subject and complements, control verbs their subject. «عملية تبادل جرت بين …»: also
 * through a light noun. */
void tell_from_governor(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *step = clause, *above = teller_clause(t, clause->governor);
    while (above && tell_from(t, claim, clause, step, above) && above->form == CLAUSE_NOUN && operator_of(above) == OPERATOR_LIGHT) {
        step = above;
        above = teller_clause(t, step->governor);
    }
}

/* «تتهم أ بقتل …»: the accused did what he is accused of. */
void tell_from_accusation(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    /* «… بتنفيذ القصف», «… بخرق الهدنة» */
    if (above && above->form == CLAUSE_NOUN && (operator_of(above) == OPERATOR_LIGHT || operator_of(above) == OPERATOR_NEGATE)
        && above->relation == RELATION_ARGUMENT && clause_argument(above, FUNCTION_SUBJECT) == CLAUSE_NONE)
        above = teller_clause(t, above->governor);
    if (!above || claim->actors.count || clause->form != CLAUSE_NOUN || clause->relation != RELATION_ARGUMENT
        || clause->frame->subject != ROLE_ACTOR || !above->frame || above->frame->type != EVENT_ACCUSE || above->frame->mode != MODE_ALLEGE)
        return;
    for (uint32_t i = 0; i < above->arguments.count; i++)
        if (above->arguments.items[i].function == FUNCTION_OBJECT)
            participant_add(t, claim, above->arguments.items[i].chunk, ROLE_ACTOR);
}

/* «الشابين فلان (22 عاما) من بلدة أ، وفلان»: the names that stand behind a group. */
void participant_add_names(struct teller *t, struct claim *claim, uint32_t at, enum role role)
{
    const struct chunk *group = teller_chunk(t, at);
    if (group->phrase != PHRASE_GROUP || !group->definite || !(group->dual || group->plural) || group->end - group->first != 1)
        return;
    bool bracket = false, joined = true;
    for (uint32_t i = at + 1; i < t->mentions->chunks.count && i < at + 16; i++) {
        const struct chunk *name = teller_chunk(t, i);
        if (name->sentence != group->sentence)
            return;
        bool opens = name->kind == CHUNK_MARK && name->mark == '(', closes = name->kind == CHUNK_MARK && name->mark == ')';
        bracket = (bracket || opens) && !closes;
        bool from = name->kind == CHUNK_NOUN && name->preposition && name->phrase == PHRASE_PLACE;
        bool passed = bracket || closes || from || (name->kind == CHUNK_MARK && name->mark == ',' && i > at + 1);
        if (passed || name->kind == CHUNK_CONJ) {
            joined = name->kind == CHUNK_CONJ;
            continue;
        }
        /* behind "and" the preposition may be that of the place before */
        bool bare = !name->preposition || (teller_chunk(t, i - 1)->kind == CHUNK_CONJ && teller_chunk(t, i - 1)->end == name->first);
        bool named = name->kind == CHUNK_NOUN && name->phrase == PHRASE_PERSON && name->name_end > name->name_first && bare;
        if (!named || !joined)
            return;
        participant_add(t, claim, i, role);
        joined = false;
    }
}

/* «وصل الوفد إلى إيران»: a country that is visited is whom the visit is paid to. */
void tell_visited(struct teller *t, struct claim *claim)
{
    if (claim->type != EVENT_CONSULT || claim->mode != MODE_VISIT || claim->recipients.count)
        return;
    for (uint32_t i = 0; i < claim->places.count; i++) {
        uint32_t entity = claim->places.items[i].entity;
        if (entity == KNOW_NONE || claim->places.items[i].role == ROLE_FROM)
            continue;
        if (t->know->entities[entity].kind == KIND_CITY)
            entity = capital_state(t, entity); /* «زار طهران» */
        if (entity != KNOW_NONE && (t->know->entities[entity].kind == KIND_COUNTRY || t->know->entities[entity].kind == KIND_STATE))
            participant_add_body(t, claim, &claim->recipients, entity, claim->places.items[i].chunk);
    }
    participants_untangle(claim);
}

/* Whether nothing but nouns stands between a clause and one above it: «التوصل إلى اتفاق». */
static bool hangs_on(const struct teller *t, const struct clause *clause, uint32_t above)
{
    uint32_t number = clause->governor;
    while (number != above && teller_clause(t, number) && teller_clause(t, number)->form == CLAUSE_NOUN)
        number = teller_clause(t, number)->governor;
    return number == above;
}

/* «نفى الوزير وجود اتفاق مع …», «أعلنت الحركة التوصل إلى …»: who denies or announces it is the other side. */
static bool tells_of_himself(const struct teller *t, const struct clause *main)
{
    uint32_t speaker = clause_argument(main, FUNCTION_SUBJECT);
    uint8_t class = operator_of(main);
    return (class == OPERATOR_DENY || class == OPERATOR_ANNOUNCE) && speaker != CLAUSE_NONE && acts_for_itself(teller_chunk(t, speaker))
           && !(teller_chunk(t, speaker)->classes & (1u << CLASS_SOURCE | 1u << CLASS_OUTLET));
}

/* Whether somebody who speaks also does such things: forces, authorities and their officers; not who watches and reports. */
bool chunk_is_force(const struct teller *t, const struct chunk *chunk)
{
    uint32_t entity = chunk->entity != KNOW_NONE     ? chunk->entity
                      : chunk->referent != KNOW_NONE ? t->referents->items[chunk->referent].entity
                                                     : KNOW_NONE;
    if (entity != KNOW_NONE && t->know->entities[entity].kind < KIND_PERSON)
        return kind_has_force(t->know->entities[entity].kind);
    return chunk->phrase == PHRASE_BODY && chunk->classes & (1u << CLASS_FORCE | 1u << CLASS_STATE);
}

/* A verbal noun, or a noun like one: «توقيف خمسة». */
static bool is_deed(const struct chunk *noun, const struct frame *frame)
{
    if (noun->reading && features_part(noun->reading->features) == PART_MASDAR)
        return true;
    return frame->part == FRAME_NOUN && frame->genitive == ROLE_RECIPIENT && noun->reading
           && features_part(noun->reading->features) == PART_NOUN;
}

/* «قتل ثلاثة» is an act, «مقتل ثلاثة» what befell them: the verbal noun in mim. */
static bool is_killing(const struct teller *t, const struct clause *clause)
{
    const struct chunk *noun = teller_chunk(t, clause->chunk);
    const struct frame *frame = clause->frame;
    struct slice word = slice_from(t->words->items[noun->head].fold, noun->head == noun->first ? noun->front : 0);
    return frame->count_count && frame->counts[0].counted == COUNTED_KILLED && noun->reading
           && features_part(noun->reading->features) == PART_MASDAR && !slice_starts(word, slice_of("\xd9\x85"));
}

enum victims {
    VICTIMS_UNKNOWN,
    VICTIMS_OWN,
    VICTIMS_OTHERS,
};

/* On which side those who suffer are, as seen by the speaker: «أكد اللواء مقتل ثلاثة من عناصر التنظيم». */
static enum victims victims_of(const struct teller *t, const struct claim *claim, const struct clause *clause, uint32_t speaker)
{
    struct claim_entity body, other;
    bool known = false;
    if (!entity_of_chunk(t, speaker, &body))
        return VICTIMS_OWN;
    /* «إيقاع قتلى في صفوف قوات الاحتلال» */
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        uint32_t whose = clause->arguments.items[i].chunk + 1;
        if (clause->arguments.items[i].function == FUNCTION_COMPLEMENT && whose < t->mentions->chunks.count
            && chunk_is_abstract(teller_chunk(t, whose - 1)) && teller_chunk(t, whose)->genitive
            && teller_chunk(t, whose)->phrase == PHRASE_BODY && entity_of_chunk(t, whose, &other))
            known |= !entity_same(&other, &body) && !slice_equal(other.of, body.name) && !slice_equal(body.of, other.name);
    }
    for (uint32_t i = 0; i < claim->recipients.count; i++) {
        const struct claim_entity *victim = &claim->recipients.items[i];
        if (entity_same(victim, &body) || (victim->of.len && (slice_equal(victim->of, body.name) || slice_equal(victim->of, body.of))))
            return VICTIMS_OWN;
        known |= victim->of.len > 0;
    }
    return known ? VICTIMS_OTHERS : VICTIMS_UNKNOWN;
}

/* «المتحدث العسكري باسم الكتائب»: the force that a person who speaks for it belongs to, KNOW_NONE if none. */
static uint32_t force_behind(const struct teller *t, const struct chunk *speaker)
{
    if (speaker->phrase != PHRASE_PERSON || speaker->plural)
        return KNOW_NONE;
    uint32_t of = speaker->of_referent != KNOW_NONE ? t->referents->items[speaker->of_referent].entity : speaker->of;
    if (of == KNOW_NONE && speaker->referent != KNOW_NONE)
        of = t->referents->items[speaker->referent].of_entity;
    return of != KNOW_NONE && kind_is_armed(t->know->entities[of].kind) ? of : KNOW_NONE;
}

/* «أعلن الجيش استهداف موقع», «أعلنت الشرطة اعتقال ثلاثة»: of what a force announces by a verbal noun it is the doer. Deaths it may only tell of. */
static bool tell_announced(struct teller *t, struct claim *claim, const struct clause *clause)
{
    const struct clause *above = teller_clause(t, clause->governor);
    bool deed = claim->type == EVENT_ASSAULT || claim->type == EVENT_COERCE || claim->type == EVENT_MOBILIZE;
    if (!above || claim->actors.count || clause->form != CLAUSE_NOUN || clause->relation != RELATION_ARGUMENT || !deed
        || clause->frame->subject != ROLE_ACTOR || !operator_reports(operator_of(above)) || above->negated
        || !is_deed(teller_chunk(t, clause->chunk), clause->frame))
        return false;
    /* «أفادت الشرطة برشق …»: told of, not announced */
    bool announced = operator_of(above) == OPERATOR_ANNOUNCE || operator_of(above) == OPERATOR_CLAIM;
    if (!announced && !(operator_of(above) == OPERATOR_REPORT && clause_argument(above, FUNCTION_OBJECT) == clause->chunk))
        return false;
    uint32_t speaker = clause_argument(above, FUNCTION_SUBJECT);
    uint32_t behind = speaker == CLAUSE_NONE ? KNOW_NONE : force_behind(t, teller_chunk(t, speaker));
    if (speaker == CLAUSE_NONE || (behind == KNOW_NONE && !chunk_is_force(t, teller_chunk(t, speaker))))
        return false;
    enum victims victims = claim->harm ? victims_of(t, claim, clause, speaker) : VICTIMS_OTHERS;
    if (victims == VICTIMS_OWN || (victims == VICTIMS_UNKNOWN && !is_killing(t, clause)))
        return false;
    if (behind != KNOW_NONE)
        participant_add_body(t, claim, &claim->actors, behind, speaker);
    /* «القسام وسرايا القدس تؤكدان إيقاع قتلى»: all of them */
    for (uint32_t i = 0; i < above->arguments.count; i++)
        if (above->arguments.items[i].function == FUNCTION_SUBJECT && chunk_is_force(t, teller_chunk(t, above->arguments.items[i].chunk)))
            participant_add(t, claim, above->arguments.items[i].chunk, ROLE_ACTOR);
    participants_untangle(claim);
    return true;
}

/* «اعتقل … تاجرا بتهمة قتل …»: a charge; whom the verb acts on is said to have done it. */
static bool is_charge(const struct clause *clause)
{
    return clause && clause->form == CLAUSE_NOUN && clause->frame && clause->frame->type == EVENT_ACCUSE
           && clause->frame->mode == MODE_ALLEGE && !is_operator(clause);
}

/* «ارتقى الفتى عقب إصابته»: who suffers it does not do it. */
static bool suffers_already(const struct teller *t, const struct claim *claim, uint32_t at)
{
    struct claim_entity entity;
    bool known = entity_of_chunk(t, at, &entity);
    for (uint32_t i = 0; known && i < claim->recipients.count; i++)
        if (entity_same(&claim->recipients.items[i], &entity))
            return true;
    return false;
}

static bool comma_between(const struct teller *t, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (teller_chunk(t, i)->kind == CHUNK_MARK && teller_chunk(t, i)->mark == ',')
            return true;
    return false;
}

/* «ندد الوزير بعمليات الإعدام», «ناقشا القصف», «وجه رسالة بشأن العدوان»: who speaks of a deed, or faces it by a verb that the codebook does
 * not know, did not do it. */
static bool speaks_of(const struct teller *t, const struct clause *main, const struct clause *clause)
{
    uint8_t preposition = teller_chunk(t, clause->chunk)->preposition;
    if (clause->relation != RELATION_ARGUMENT || !hangs_on(t, clause, (uint32_t)(main - t->clauses->clauses.items)))
        return false;
    if (main->frame)
        return main->frame->type == EVENT_ACCUSE || main->frame->type == EVENT_SUPPORT
               || (main->frame->type == EVENT_CONSULT && main->frame->mode != MODE_VISIT);
    /* «شاهدوا القصف», «نجا من تفجير» */
    return operator_of(main) == OPERATOR_WITNESS || (!main->operator&& is_faced(t, preposition));
}

/* «قال الوزير أثناء زيارة للعراق إن …»: who spoke at a meeting was at it; but an informant only tells of it. */
static bool spoke_at(const struct teller *t, const struct clause *main, const struct clause *clause, const struct claim *claim)
{
    uint32_t speaker = clause_argument(main, FUNCTION_SUBJECT);
    uint8_t preposition = teller_chunk(t, clause->chunk)->preposition, role = t->know->usual_roles[preposition];
    if (claim->type != EVENT_CONSULT || !operator_reports(operator_of(main)) || speaker == CLAUSE_NONE
        || teller_clause(t, clause->governor) != main || preposition < PREP_FIRST_FREE || (role != ROLE_NONE && role != ROLE_AT)
        || is_faced(t, preposition))
        return false;
    const struct chunk *chunk = teller_chunk(t, speaker);
    return chunk->phrase == PHRASE_PERSON && !chunk->plural && chunk->definite && chunk->title != 1 + TITLE_CORRESPONDENT
           && !(chunk->classes & (1u << CLASS_SOURCE | 1u << CLASS_OUTLET)) && clause->chunk > main->chunk;
}

/* «دخلت القوات البلدة بعد معارك», «أسرت … عقب استعادتها»: a verbal noun without a subject in an adverbial has that of the clause that it stands in. */
void tell_control(struct teller *t, struct claim *claim, const struct clause *clause)
{
    if (tell_announced(t, claim, clause))
        return;
    bool adverbial = clause->relation == RELATION_WHEN || clause->relation == RELATION_CAUSE || clause->relation == RELATION_ARGUMENT;
    if ((claim->actors.count && !clause_is_with(t, clause)) || clause->form != CLAUSE_NOUN || clause->frame->subject != ROLE_ACTOR
        || !adverbial || is_news(t, teller_clause(t, clause->governor)))
        return;
    bool charged = is_charge(teller_clause(t, clause->governor));
    for (uint32_t i = (uint32_t)(clause - t->clauses->clauses.items); i-- > 0;) {
        const struct clause *main = &t->clauses->clauses.items[i];
        if (main->sentence != clause->sentence)
            return;
        if (hangs_on(t, clause, i) && clause_is_with(t, clause) && tells_of_himself(t, main))
            participant_add(t, claim, clause_argument(main, FUNCTION_SUBJECT), ROLE_ACTOR);
        if (spoke_at(t, main, clause, claim)) {
            participant_add(t, claim, clause_argument(main, FUNCTION_SUBJECT), ROLE_ACTOR);
            return;
        }
        if (main->form != CLAUSE_FINITE || operator_reports(operator_of(main)))
            continue;
        if (is_scene(t, main))
            return;
        /* «سيطروا على محطة تغذي المدينة، بعد طرد …»: the comma ends the relative clause */
        if (main->relation == RELATION_RELATIVE && comma_between(t, main->chunk, clause->chunk))
            continue;
        if (charged) {
            bool swaps = main->frame && participants_swap(t, main);
            uint32_t accused = clause_argument(main, swaps ? FUNCTION_SUBJECT : FUNCTION_OBJECT);
            if (accused != CLAUSE_NONE)
                participant_add(t, claim, accused, ROLE_ACTOR);
            return;
        }
        if (main->frame && (main->frame->subject != ROLE_ACTOR || participants_swap(t, main)))
            return;
        /* «كوبا تدين الاعتداء بعد مجزرة جنين»: who blames or praises did not do it */
        if (main->frame && (main->frame->type == EVENT_ACCUSE || main->frame->type == EVENT_SUPPORT)
            && (claim->type == EVENT_ASSAULT || claim->type == EVENT_COERCE))
            return;
        if (!charged && speaks_of(t, main, clause))
            return;
        /* «منعت السلطات مظاهرة»: who keeps it from happening does not do it */
        if (main->frame && main->frame->mode == MODE_RESTRICT && clause->governor == i)
            return;
        if (suffers(main, clause->chunk) || clause_argument(main, FUNCTION_SUBJECT) == clause->chunk || operator_of(main) == OPERATOR_RESIST
            || operator_of(main) == OPERATOR_FOIL)
            return;
        for (uint32_t j = 0; j < main->arguments.count; j++) {
            const struct chunk *subject = teller_chunk(t, main->arguments.items[j].chunk);
            if (main->arguments.items[j].function == FUNCTION_SUBJECT && acts_for_itself(subject) && subject->number == KNOW_NONE
                && !suffers_already(t, claim, main->arguments.items[j].chunk)
                && !(claim->type == EVENT_PROTEST && claim->mode == MODE_DEMO && subject->title && !subject->plural
                     && subject->phrase == PHRASE_PERSON)) /* the minister is none of them */
                participant_add(t, claim, main->arguments.items[j].chunk, ROLE_ACTOR);
        }
        return;
    }
}

/* «زيارة قام بها للمشاركة في …»: what for, and not to whom. */
static bool is_purpose(const struct chunk *noun)
{
    return noun->preposition == PREP_L && noun->phrase == PHRASE_THING && noun->reading
           && features_part(noun->reading->features) == PART_MASDAR;
}

/* «الهجوم الذي تعرض له الموقع»: the pronoun that takes the event up stands behind the "to" of a light verb, whose subject suffers it. */
static bool suffers_antecedent(const struct teller *t, const struct clause *relative)
{
    for (uint32_t i = 0; i < relative->arguments.count; i++) {
        const struct argument *argument = &relative->arguments.items[i];
        if (argument->function == FUNCTION_COMPLEMENT && argument->chunk == relative->chunk + 1 && argument->preposition == PREP_L)
            return operator_of(relative) == OPERATOR_LIGHT && teller_chunk(t, argument->chunk)->phrase == PHRASE_PRONOUN;
    }
    return false;
}

/* «عمليات إعدام نفذها الجيش», «حملة اعتقالات طالت الطلاب»: a light verb in a relative clause of the event names who did it, and to whom. */
void tell_from_relative(struct teller *t, struct claim *claim, const struct clause *clause)
{
    uint32_t event = clause->chunk, behind = clause_argument(clause, FUNCTION_GENITIVE);
    if (!t->relative_of[event] && behind != CLAUSE_NONE && teller_chunk(t, behind)->phrase == PHRASE_EVENT)
        event = behind;
    if (!t->relative_of[event])
        return;
    const struct clause *relative = &t->clauses->clauses.items[t->relative_of[event] - 1];
    bool suffered = suffers_antecedent(t, relative);
    for (uint32_t j = 0; j < relative->arguments.count; j++) {
        const struct argument *argument = &relative->arguments.items[j];
        if (argument->chunk == event)
            continue;
        if (argument->function == FUNCTION_SUBJECT && argument->origin <= ORIGIN_COORDINATE)
            participant_add(t, claim, argument->chunk, suffered ? ROLE_RECIPIENT : ROLE_ACTOR);
        else if (argument->function == FUNCTION_OBJECT && argument->origin <= ORIGIN_COORDINATE && clause->frame->object == ROLE_RECIPIENT
                 && acts_for_itself(teller_chunk(t, argument->chunk)))
            participant_add(t, claim, argument->chunk, ROLE_RECIPIENT);
        else if (argument->function == FUNCTION_COMPLEMENT && !role_is_content(role_of_complement(t, clause->frame, argument))
                 && !is_purpose(teller_chunk(t, argument->chunk)))
            participant_add(t, claim, argument->chunk, role_of_complement(t, clause->frame, argument));
    }
}

/* «عبوة زرعها مسلحون», «سيارة مفخخة يقودها انتحاري»: what is told of the weapon names who used it. */
void tell_from_weapon(struct teller *t, struct claim *claim, const struct clause *clause)
{
    if (claim->actors.count || claim->type != EVENT_ASSAULT)
        return;
    for (uint32_t i = 0; i < clause->arguments.count; i++) {
        const struct argument *argument = &clause->arguments.items[i];
        uint32_t at = argument->chunk;
        /* «استهدفت مسيرات إسرائيلية …» */
        bool used = argument->function == FUNCTION_SUBJECT || argument->preposition == PREP_B;
        if (used && teller_chunk(t, at)->mode && teller_chunk(t, at)->of != KNOW_NONE)
            participant_add_body(t, claim, &claim->actors, teller_chunk(t, at)->of, at);
        if (teller_chunk(t, at)->phrase == PHRASE_EVENT || !t->relative_of[at])
            continue;
        const struct clause *relative = &t->clauses->clauses.items[t->relative_of[at] - 1];
        for (uint32_t j = 0; j < relative->arguments.count; j++)
            if (relative->arguments.items[j].function == FUNCTION_SUBJECT && relative->arguments.items[j].origin <= ORIGIN_COORDINATE
                && acts_for_itself(teller_chunk(t, relative->arguments.items[j].chunk)))
                participant_add(t, claim, relative->arguments.items[j].chunk, ROLE_ACTOR);
    }
}

/* «استهدفت غارات إسرائيلية …»: an attack that is subject acts for whose it is. */
void tell_from_attack(struct teller *t, struct claim *claim, const struct clause *clause)
{
    uint32_t at = clause_argument(clause, FUNCTION_SUBJECT);
    if (claim->actors.count || claim->type != EVENT_ASSAULT || clause->form == CLAUSE_NOUN || at == CLAUSE_NONE
        || !t->clauses->clause_at[at])
        return;
    const struct clause *attack = &t->clauses->clauses.items[t->clauses->clause_at[at] - 1];
    if (!attack->frame || attack->frame->type != EVENT_ASSAULT)
        return;
    struct claim deed = { .type = EVENT_ASSAULT, .clause = t->clauses->clause_at[at] - 1, .sentence = claim->sentence };
    tell_participants(t, &deed, attack);
    claim->actors = deed.actors;
    claim->mode = claim->mode ? claim->mode : deed.mode;
}

/* «طالب بإسقاط الرئيس»: of an act that is no event the person or body that it is done to. */
static void add_undone(struct teller *t, struct claim *claim, const struct clause *act)
{
    uint32_t at = clause_argument(act, FUNCTION_GENITIVE);
    if (claim->type == EVENT_REQUEST && at != CLAUSE_NONE && teller_chunk(t, at)->definite
        && clause_argument(act, FUNCTION_OBJECT) == CLAUSE_NONE && !(teller_chunk(t, at)->reading && teller_chunk(t, at)->reading->pronoun)
        && (teller_chunk(t, at)->phrase == PHRASE_PERSON || teller_chunk(t, at)->phrase == PHRASE_BODY))
        participant_add(t, claim, at, ROLE_RECIPIENT);
}

/* «أدان الغارات الإسرائيلية», «طالب باستقالة الحكومة»: who is blamed for an act or is to do it is whom the words are addressed to. */
void tell_addressee(struct teller *t, struct claim *claim, const struct clause *clause)
{
    if (claim->recipients.count || !(claim->type == EVENT_REQUEST || (claim->type == EVENT_ACCUSE && claim->mode == MODE_DISAPPROVE)))
        return;
    const struct clause_list *clauses = &t->clauses->clauses;
    uint32_t number = (uint32_t)(clause - clauses->items);
    for (uint32_t i = number + 1; i < clauses->count && clauses->items[i].sentence == clause->sentence; i++) {
        const struct clause *act = &clauses->items[i];
        if (act->governor != number || (act->relation != RELATION_ARGUMENT && act->relation != RELATION_CONTENT))
            continue;
        if (!act->frame) {
            add_undone(t, claim, act);
            return;
        }
        struct claim deed = { .type = act->frame->type, .mode = act->frame->mode, .clause = i, .sentence = clause->sentence };
        tell_participants(t, &deed, act);
        for (uint32_t j = 0; j < deed.actors.count; j++) {
            const struct chunk *actor = teller_chunk(t, deed.actors.items[j].chunk);
            /* «سحب قواتها»: whose they are was named before */
            if (!actor->reading || !actor->reading->pronoun)
                entity_list_add(t, &claim->recipients, &deed.actors.items[j]);
        }
        return;
    }
    /* «طالب برحيل المحافظ» */
    for (uint32_t i = 0; claim->type == EVENT_REQUEST && i < clause->arguments.count; i++) {
        uint32_t at = clause->arguments.items[i].chunk + 1;
        const struct chunk *thing = teller_chunk(t, at - 1), *whose = at < t->mentions->chunks.count ? teller_chunk(t, at) : NULL;
        if (clause->arguments.items[i].function == FUNCTION_COMPLEMENT && thing->phrase == PHRASE_THING && thing->reading
            && features_part(thing->reading->features) == PART_MASDAR && whose && whose->genitive && whose->definite
            && (whose->phrase == PHRASE_PERSON || whose->phrase == PHRASE_BODY))
            participant_add(t, claim, at, ROLE_RECIPIENT);
    }
}
