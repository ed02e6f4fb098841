#define _GNU_SOURCE /* sched_getaffinity: the cores that this process may use, not those that the machine has */
#include "cli/workers.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "cli/message.h"
#include "cli/progress.h"

#define SLOTS_PER_WORKER 8u
#define MOST_BYTES_IN_FLIGHT ((size_t)16 << 20) /* of reports taken and not yet printed, where it is more than one */
#define OUTPUT_KEPT ((size_t)1 << 20)           /* a slot's memory beyond this goes back once it is printed */

struct held_text {
    char *at;
    size_t len, room;
};

struct slot {
    bool ready;
    struct held_text out, messages;
    enum isnad_status status;
    uint64_t notes;
    size_t size; /* of the report */
};

struct crew {
    const struct work *work;
    struct source *source;
    pthread_mutex_t lock; /* guards everything below, and the source */
    pthread_cond_t room;
    struct slot *slots;
    size_t slot_count;
    struct held_text spare;  /* the memory of output that was printed last: used next, while it is in the cache */
    uint64_t given, printed; /* reports handed out; printed in order */
    size_t in_flight;
    bool ended, is_terminal;
    enum isnad_status worst;
    uint64_t notes;
    struct progress progress;
};

static unsigned cores_usable(void)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (!sched_getaffinity(0, sizeof set, &set) && CPU_COUNT(&set) > 0)
        return (unsigned)CPU_COUNT(&set);
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (unsigned)count : 1;
}

static enum isnad_status status_worse(enum isnad_status a, enum isnad_status b)
{
    return a > b ? a : b;
}

static bool held_copy(struct held_text *held, const struct buffer *text)
{
    held->len = 0;
    if (text->len > held->room) {
        char *grown = realloc(held->at, text->len);
        if (!grown)
            return false;
        held->at = grown;
        held->room = text->len;
    }
    if (text->len)
        memcpy(held->at, text->at, text->len);
    held->len = text->len;
    return true;
}

static void held_forget(struct held_text *held)
{
    held->len = 0;
    if (held->room <= OUTPUT_KEPT)
        return;
    free(held->at);
    *held = (struct held_text){ 0 };
}

static enum isnad_status worker_fill(const struct work *work, struct arena *mem, struct word_memory *memory, const struct raw_report *raw,
                                     struct pipe_report *report, struct isnad_error *error)
{
    enum isnad_status status = document_parse(mem, &work->book->page, raw, &work->hints, &report->document, error);
    if (status == ISNAD_OK)
        status = pipe_read(mem, &work->book->know, memory, work->stage, report, error);
    if (status != ISNAD_OK && !error->file[0])
        error_set(error, status, raw->file, raw->file_byte, "%s", arena_copy(mem, slice_of(error->text)).at);
    return status;
}

enum isnad_status worker_read(const struct work *work, struct arena *mem, struct word_memory *memory, const struct raw_report *raw,
                              struct buffer *out, struct buffer *messages, uint64_t *notes)
{
    struct isnad_error error = { 0 };
    struct pipe_report *report = arena_new(mem, struct pipe_report);
    enum isnad_status status = worker_fill(work, mem, memory, raw, report, &error);
    if (status != ISNAD_OK) {
        message_put_error(messages, &error);
        return status;
    }
    *notes = report->document.notes.count;
    for (uint32_t i = 0; work->notes && i < report->document.notes.count; i++) {
        const struct note *note = &report->document.notes.items[i];
        message_put_note(messages, report->document.file, note->byte, note->text);
    }
    work->show(work, mem, report, out);
    return ISNAD_OK;
}

/* One report; what is to be printed of it stays in `mem`, unless that ran out. */
static void worker_serve(const struct work *work, struct arena *mem, struct word_memory *memory, const struct raw_report *raw,
                         struct slot *slot, struct buffer *out, struct buffer *messages)
{
    jmp_buf escape;
    arena_reset(mem);
    mem->escape = &escape;
    if (setjmp(escape)) {
        struct arena small;
        struct isnad_error error;
        arena_reset(mem);
        arena_init(&small, 0);
        struct buffer told = { .mem = &small };
        error_set(&error, ISNAD_INPUT, raw->file, raw->file_byte, "the report needs more memory than the limit allows");
        message_put_error(&told, &error);
        slot->status = held_copy(&slot->messages, &told) ? ISNAD_INPUT : ISNAD_SYSTEM;
        *out = (struct buffer){ 0 };
        *messages = (struct buffer){ .at = slot->messages.at, .len = slot->messages.len };
        arena_release(&small);
        return;
    }
    *out = *messages = (struct buffer){ .mem = mem };
    slot->status = worker_read(work, mem, memory, raw, out, messages, &slot->notes);
}

/* Something of the input was skipped: a slot with nothing but the message. */
static void slot_tell(struct slot *slot, const struct isnad_error *error)
{
    struct arena small;
    arena_init(&small, 0);
    struct buffer messages = { .mem = &small };
    message_put_error(&messages, error);
    slot->status = held_copy(&slot->messages, &messages) ? error->status : ISNAD_SYSTEM;
    slot->out.len = 0;
    arena_release(&small);
}

static void crew_print_slot(struct crew *crew, struct slot *slot, struct slice out, struct slice messages)
{
    if (out.len && fwrite(out.at, 1, out.len, stdout) != out.len) {
        crew->worst = ISNAD_SYSTEM;
        crew->ended = true;
    }
    if (messages.len) {
        progress_clear(&crew->progress);
        fflush(stdout);
        fwrite(messages.at, 1, messages.len, stderr);
    }
    if (crew->is_terminal)
        fflush(stdout);
    crew->worst = status_worse(crew->worst, slot->status);
    crew->notes += slot->notes;
    crew->in_flight -= slot->size;
    held_forget(&slot->out);
    if (!crew->spare.at) {
        crew->spare = slot->out;
        slot->out = (struct held_text){ 0 };
    }
    held_forget(&slot->messages);
    slot->ready = false;
    slot->notes = 0;
    slot->status = ISNAD_OK;
}

/* The slot that is printed next. */
static struct slot *crew_next(struct crew *crew)
{
    return &crew->slots[crew->printed % crew->slot_count];
}

/* Prints what is ready, in order, from `before` on. */
static void crew_print(struct crew *crew, uint64_t before)
{
    for (struct slot *slot; (slot = crew_next(crew))->ready; crew->printed++)
        crew_print_slot(crew, slot, slice_make(slot->out.at, slot->out.len), slice_make(slot->messages.at, slot->messages.len));
    if (crew->printed == before)
        return;
    struct source_progress source = source_progress(crew->source);
    progress_tell(&crew->progress, &source, crew->printed);
    pthread_cond_broadcast(&crew->room);
}

/* The next report and its slot; NULL at the end. A slot that is ready holds a message and no report. */
static struct slot *crew_take(struct crew *crew, struct raw_report *raw)
{
    while (!crew->ended && crew->given != crew->printed
           && (crew->given - crew->printed >= crew->slot_count || crew->in_flight > MOST_BYTES_IN_FLIGHT))
        pthread_cond_wait(&crew->room, &crew->lock);
    if (crew->ended)
        return NULL;
    struct isnad_error error = { 0 };
    enum isnad_status status = source_next(crew->source, raw, &error);
    if (status == ISNAD_OK && raw->kind == RAW_END) {
        crew->ended = true;
        pthread_cond_broadcast(&crew->room);
        return NULL;
    }
    struct slot *slot = &crew->slots[crew->given++ % crew->slot_count];
    slot->size = status == ISNAD_OK ? raw->size : 0;
    if (!slot->out.at) {
        slot->out = crew->spare;
        crew->spare = (struct held_text){ 0 };
    }
    crew->in_flight += slot->size;
    if (status != ISNAD_OK) {
        slot_tell(slot, &error);
        slot->ready = true;
        crew->ended |= status == ISNAD_SYSTEM;
    }
    return slot;
}

/* A report that is next is printed as it is; another waits for its turn in its slot. */
static void crew_finish(struct crew *crew, struct slot *slot, const struct buffer *out, const struct buffer *messages)
{
    if (slot == crew_next(crew)) {
        crew_print_slot(crew, slot, buffer_slice(out), buffer_slice(messages));
        crew->printed++;
        return;
    }
    pthread_mutex_unlock(&crew->lock);
    if (!held_copy(&slot->out, out) || (messages->at != slot->messages.at && !held_copy(&slot->messages, messages)))
        slot->status = ISNAD_SYSTEM;
    pthread_mutex_lock(&crew->lock);
    slot->ready = true;
}

static void *worker_run(void *context)
{
    struct crew *crew = context;
    struct arena mem;
    struct word_memory *memory = NULL;
    struct isnad_error error = { 0 };
    enum isnad_status status = word_memory_open(&memory, &error);
    arena_init(&mem, LIMIT_REPORT_MEMORY);
    pthread_mutex_lock(&crew->lock);
    if (status != ISNAD_OK)
        crew->worst = status_worse(crew->worst, message_error(&error));
    struct raw_report raw;
    struct slot *slot;
    while (status == ISNAD_OK && (slot = crew_take(crew, &raw)) != NULL) {
        uint64_t before = crew->printed;
        if (!slot->ready) {
            struct buffer out, messages;
            pthread_mutex_unlock(&crew->lock);
            worker_serve(crew->work, &mem, memory, &raw, slot, &out, &messages);
            raw_report_release(&raw);
            pthread_mutex_lock(&crew->lock);
            before = crew->printed;
            crew_finish(crew, slot, &out, &messages);
        }
        crew_print(crew, before);
    }
    pthread_mutex_unlock(&crew->lock);
    if (memory)
        word_memory_close(memory);
    arena_release(&mem);
    return NULL;
}

/* This thread is one of the workers; where others cannot be started, it does their work. */
static void crew_run(struct crew *crew, unsigned jobs)
{
    pthread_t *threads = jobs > 1 ? calloc(jobs - 1, sizeof *threads) : NULL;
    unsigned started = 0;
    while (threads && started < jobs - 1 && !pthread_create(&threads[started], NULL, worker_run, crew))
        started++;
    worker_run(crew);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
}

static enum isnad_status crew_read(const struct work *work, struct arena *mem, const char *const *paths, size_t count)
{
    unsigned jobs = work->jobs ? work->jobs : cores_usable();
    struct isnad_error error = { 0 };
    struct crew crew = { .work = work, .slot_count = (size_t)jobs * SLOTS_PER_WORKER, .is_terminal = isatty(STDOUT_FILENO) };
    enum isnad_status status = source_open(mem, paths, count, &crew.source, &error);
    if (status != ISNAD_OK)
        return message_error(&error);
    crew.slots = arena_array(mem, struct slot, crew.slot_count);
    pthread_mutex_init(&crew.lock, NULL);
    pthread_cond_init(&crew.room, NULL);
    progress_start(&crew.progress);
    crew_run(&crew, jobs);
    progress_clear(&crew.progress);
    pthread_cond_destroy(&crew.room);
    pthread_mutex_destroy(&crew.lock);
    source_close(crew.source);
    for (size_t i = 0; i < crew.slot_count; i++) {
        free(crew.slots[i].out.at);
        free(crew.slots[i].messages.at);
    }
    free(crew.spare.at);
    if (crew.notes && !work->notes)
        message_print("%llu notes on odd input; --notes shows them", (unsigned long long)crew.notes);
    return crew.worst;
}

enum isnad_status workers_read(const struct work *work, const char *const *paths, size_t count)
{
    jmp_buf escape;
    struct arena mem;
    arena_init(&mem, 0);
    if (setjmp(escape)) {
        message_print("no memory left");
        arena_release(&mem);
        return ISNAD_SYSTEM;
    }
    mem.escape = &escape;
    enum isnad_status status = crew_read(work, &mem, paths, count);
    arena_release(&mem);
    return status;
}
