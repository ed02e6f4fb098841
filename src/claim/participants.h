/*
 * participants.h - what participants.c, roles.c and sharing.c share. Used by claim/ only.
 */
#ifndef CLAIM_PARTICIPANTS_H
#define CLAIM_PARTICIPANTS_H

#include "claim/teller.h"

/* Gives the chunk the role; places, weapons and what is nobody are told as what they are. */
void participant_add(struct teller *t, struct claim *claim, uint32_t at, enum role role);
void participant_add_body(struct teller *t, struct claim *claim, struct claim_entity_list *list, uint32_t entity, uint32_t at);

/* The state whose capital the city is, KNOW_NONE if it is none's. */
uint32_t capital_state(const struct teller *t, uint32_t city);

/* Takes out of the recipients who also acts. */
void participants_untangle(struct claim *claim);

/* Whose the thing is, by the definite noun of a body or office behind its head: «مقر البرلمان», «منزل رئيس الوزراء». */
void participant_add_genitive(struct teller *t, struct claim *claim, uint32_t at, enum role role);

/* roles.c */
enum role role_of_complement(const struct teller *t, const struct frame *frame, const struct argument *argument);
/* Of a complement right behind an event noun, where another noun would have another role; ROLE_NONE where nothing is known. */
enum role role_behind_noun(const struct teller *t, const struct clause *clause, const struct argument *argument);
bool role_is_content(enum role role);
/* Whether a preposition names who does it. */
bool clause_has_agent(const struct teller *t, const struct clause *clause);
/* Whether a bare noun after a verbal noun acts, when the frame leaves open if it acts or suffers. */
/* Whether somebody who speaks also does such things: forces, authorities and their officers (sharing.c). */
bool chunk_is_force(const struct teller *t, const struct chunk *chunk);
bool genitive_acts(const struct teller *t, const struct clause *clause, uint32_t at);
bool faces_people(const struct teller *t, const struct clause *clause, const struct chunk *whom);
bool is_scene(const struct teller *t, const struct clause *above);
bool clause_is_with(const struct teller *t, const struct clause *clause);
bool chunk_is_abstract(const struct chunk *chunk);
bool chunk_says_how(const struct chunk *chunk);
/* Whether an argument that is shared belongs to another event, which stands between. */
bool argument_is_of_another(const struct teller *t, const struct clause *clause, const struct argument *argument);
/* Whether the verb's only noun is what it is done to: a passive, or a verb that may be one. */
bool participants_swap(const struct teller *t, const struct clause *clause);

/* entities.c: a country as participant is its state; where members of a body act, the body does. */
void entity_as_state(const struct teller *t, struct claim_entity *entity);
void entity_as_body(const struct teller *t, const struct chunk *chunk, struct claim_entity *entity);
/* «أكد الوزير الكوبي أن بلاده تدين»: the state of the one whose land it is, KNOW_NONE if that is not known. */
uint32_t homeland_of_chunk(const struct teller *t, const struct chunk *chunk);
/* «دعت بغداد أنقرة»: the state whose capital the name is, KNOW_NONE if it is none's, or a place («في بغداد», «مدينة بغداد»). */
uint32_t state_of_capital(const struct teller *t, const struct chunk *chunk);

/* sharing.c */
void tell_from_governor(struct teller *t, struct claim *claim, const struct clause *clause);
void tell_visited(struct teller *t, struct claim *claim);
/* The names that stand behind a group. */
void participant_add_names(struct teller *t, struct claim *claim, uint32_t at, enum role role);
void tell_from_accusation(struct teller *t, struct claim *claim, const struct clause *clause);
void tell_from_relative(struct teller *t, struct claim *claim, const struct clause *clause);
void tell_from_weapon(struct teller *t, struct claim *claim, const struct clause *clause);
void tell_from_attack(struct teller *t, struct claim *claim, const struct clause *clause);
void tell_addressee(struct teller *t, struct claim *claim, const struct clause *clause);

/* protest.c */
void tell_protest(struct teller *t, struct claim *claim, const struct clause *clause);

#endif
