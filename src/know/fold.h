/*
 * fold.h - one spelling for what Arabic writes in several ways, so that look-ups compare bytes.
 *
 * Left out: vowel signs, tatweel, zero-width and directional marks. One letter for several: alif with hamza or madda -> bare
 * alif, alif maqsura and Persian ya -> ya, Persian kaf -> kaf, presentation forms -> their letters. Digits of all scripts become
 * ASCII, Latin letters lower case. Ta marbuta and hamza on waw or ya stay. Source: Unicode 15 character data by utf8proc.
 */
#ifndef KNOW_FOLD_H
#define KNOW_FOLD_H

#include "base/arena.h"

/* The room in bytes that folding a text of `len` bytes can need. */
#define FOLD_ROOM(len) ((len)*3 + 8)

/* Folds `text` into `out` (FOLD_ROOM bytes). Where `back` is not NULL, back[i] becomes the offset in `text` of the character
 * that gave the folded byte i, and back[length] the length of `text`. A malformed byte becomes a space. Returns the length. */
size_t fold_text(struct slice text, char *out, uint32_t *back);

/* A folded copy in `mem`. Example: fold_copy(mem, "أحرارُ") is "احرار". */
struct slice fold_copy(struct arena *mem, struct slice text);

#endif
