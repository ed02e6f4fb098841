#include "pipe/book.h"

#include "know/builtin.h"

static enum isnad_status book_use(struct book *book, struct slice image, struct isnad_error *error)
{
    enum isnad_status status = know_open(image, &book->know, error);
    if (status == ISNAD_OK)
        page_rules_open(book->know.page, &book->page);
    return status == ISNAD_OK ? ISNAD_OK : ISNAD_SYSTEM;
}

static enum isnad_status book_fill(struct book *book, const char *dir, struct isnad_error *error)
{
    struct slice image = { 0 };
    enum isnad_status status = codebook_bundle_read(&book->mem, builtin_bundle(), &book->files, error);
    if (status != ISNAD_OK)
        return ISNAD_SYSTEM;
    book->user_first = book->files.count;
    status = dir ? codebook_folder_read(&book->mem, dir, &book->files, error) : ISNAD_OK;
    if (status != ISNAD_OK)
        return ISNAD_SYSTEM;
    know_compile(&book->mem, &book->files, &image, &book->faults);
    status = book_use(book, image, error);
    if (status != ISNAD_OK || !book->faults.count)
        return status;
    const struct fault *fault = &book->faults.items[0];
    return error_set(error, ISNAD_INPUT, dir, 0, "%.*s:%u: %.*s; %u faults in all, `isnad codebook check` lists them", (int)fault->file.len,
                     fault->file.at, (unsigned)fault->line, (int)fault->message.len, fault->message.at, (unsigned)book->faults.count);
}

enum isnad_status book_compile(struct book *book, const char *dir, struct isnad_error *error)
{
    jmp_buf escape;
    *book = (struct book){ 0 };
    arena_init(&book->mem, 0);
    if (setjmp(escape)) {
        book->mem.escape = NULL;
        return error_set(error, ISNAD_SYSTEM, dir, 0, "no memory for the codebook");
    }
    book->mem.escape = &escape;
    enum isnad_status status = book_fill(book, dir, error);
    book->mem.escape = NULL;
    return status;
}

enum isnad_status book_open(struct book *book, const char *dir, struct isnad_error *error)
{
    if (dir)
        return book_compile(book, dir, error);
    *book = (struct book){ 0 };
    arena_init(&book->mem, 0);
    return book_use(book, builtin_image(), error);
}

void book_close(struct book *book)
{
    arena_release(&book->mem);
}

bool book_is_user_file(const struct book *book, struct slice file)
{
    for (uint32_t i = book->user_first; i < book->files.count; i++)
        if (book->files.items[i].path.at == file.at)
            return true;
    return false;
}
