#include "intake/clean.h"

void clean_init(struct clean *clean, struct arena *mem, size_t limit)
{
    *clean = (struct clean){ .mem = mem, .limit = limit };
}

/* Room for `len` more bytes; false (and full) past the limit. */
static bool clean_reserve(struct clean *clean, size_t len)
{
    if (clean->full || len > clean->limit - clean->len) {
        clean->full = true;
        return false;
    }
    if (clean->len + len > clean->room) {
        size_t room = clean->room ? clean->room * 2 : 1024;
        while (room < clean->len + len)
            room *= 2;
        clean->bytes = arena_grow(clean->mem, clean->bytes, clean->room, room);
        clean->room = room;
    }
    return true;
}

static void clean_run(struct arena *mem, struct offset_run_list *runs, struct offset_run run)
{
    struct offset_run *last = runs->count ? &runs->items[runs->count - 1] : NULL;
    if (last && last->text + last->text_len == run.text && last->origin + last->origin_len == run.origin
        && last->text_len * run.origin_len == run.text_len * last->origin_len) {
        last->text_len += run.text_len;
        last->origin_len += run.origin_len;
        return;
    }
    *(struct offset_run *)list_add(mem, runs) = run;
}

void clean_put(struct clean *clean, const char *text, size_t len, uint64_t origin, uint64_t origin_len)
{
    if (!len || !clean_reserve(clean, len))
        return;
    memcpy(clean->bytes + clean->len, text, len);
    clean_run(clean->mem, &clean->runs, (struct offset_run){ (uint32_t)clean->len, (uint32_t)len, origin, origin_len });
    clean->len += len;
}

void clean_copy(struct clean *clean, const char *text, size_t len, uint64_t origin)
{
    size_t left = clean->limit - clean->len;
    if (len > left) {
        while (left && ((unsigned char)text[left] & 0xC0) == 0x80)
            left--;
        clean_put(clean, text, left, origin, left);
        clean->full = true;
        return;
    }
    clean_put(clean, text, len, origin, len);
}

void clean_insert(struct clean *clean, const char *text, size_t len)
{
    if (!clean_reserve(clean, len))
        return;
    memcpy(clean->bytes + clean->len, text, len);
    clean->len += len;
}

struct offset_run_list clean_compose(struct arena *mem, const struct offset_run_list *runs, const struct offset_run_list *onward)
{
    if (!onward->count)
        return *runs;
    struct offset_run_list out = { 0 };
    struct document middle = { .runs = *onward };
    uint32_t next = 0; /* a run of `onward` that does not end before the present place; the origins mostly rise */
    for (uint32_t i = 0; i < runs->count; i++) {
        struct offset_run run = runs->items[i];
        if (run.text_len != run.origin_len) {
            uint64_t start = document_origin(&middle, (uint32_t)run.origin);
            uint64_t end = document_origin_end(&middle, (uint32_t)(run.origin + run.origin_len));
            clean_run(mem, &out, (struct offset_run){ run.text, run.text_len, start, end > start ? end - start : 0 });
            continue;
        }
        if (next >= onward->count || onward->items[next].text > run.origin)
            next = 0;
        while (run.text_len) {
            while (next < onward->count && onward->items[next].text + onward->items[next].text_len <= run.origin)
                next++;
            if (next == onward->count)
                break;
            const struct offset_run *to = &onward->items[next];
            uint32_t within = run.origin > to->text ? (uint32_t)(run.origin - to->text) : 0;
            uint32_t len = to->text_len - within < run.text_len ? to->text_len - within : run.text_len;
            uint64_t start = to->origin + within * to->origin_len / to->text_len;
            uint64_t end = to->origin + (uint64_t)(within + len) * to->origin_len / to->text_len;
            clean_run(mem, &out, (struct offset_run){ run.text, len, start, end - start });
            run.text += len;
            run.text_len -= len;
            run.origin += len;
        }
    }
    return out;
}
